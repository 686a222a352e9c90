//! What people and programs write about a picture: XMP (ISO 16684-1) and IPTC-IIM 4.2.

/// What is written.
#[derive(Debug, Default)]
pub(crate) struct Captions<'p> {
    pub(crate) caption: Option<&'p str>,
    pub(crate) people: &'p [String],
    pub(crate) keywords: &'p [String],
    pub(crate) author: Option<&'p str>,
    /// The length in bytes of a short film behind the picture.
    pub(crate) film: Option<usize>,
}

impl Captions<'_> {
    /// True if there is nothing to write.
    pub(crate) fn is_empty(&self) -> bool {
        self.caption.is_none()
            && self.people.is_empty()
            && self.keywords.is_empty()
            && self.film.is_none()
    }

    /// An XMP packet: caption, keywords, and a marked face for each person, as the Metadata Working
    /// Group lays them down.
    pub(crate) fn xmp(&self) -> String {
        let item = |text: &String| format!("<rdf:li>{}</rdf:li>", escape(text));
        let mut inner = Vec::new();
        if let Some(caption) = self.caption {
            inner.push(format!(
                "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt>\
                 </dc:description>",
                escape(caption)
            ));
        }
        if let Some(author) = self.author {
            inner.push(format!(
                "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>",
                escape(author)
            ));
        }
        if !self.keywords.is_empty() {
            let items: String = self.keywords.iter().map(item).collect();
            inner.push(format!("<dc:subject><rdf:Bag>{items}</rdf:Bag></dc:subject>"));
        }
        if !self.people.is_empty() {
            let items: String = self.people.iter().map(item).collect();
            inner.push(format!(
                "<Iptc4xmpExt:PersonInImage><rdf:Bag>{items}</rdf:Bag></Iptc4xmpExt:PersonInImage>"
            ));
            inner.push(regions(self.people));
        }
        if let Some(length) = self.film {
            inner.push(format!(
                "<GCamera:MotionPhoto>1</GCamera:MotionPhoto>\
                 <GCamera:MotionPhotoVersion>1</GCamera:MotionPhotoVersion>\
                 <GCamera:MicroVideoOffset>{length}</GCamera:MicroVideoOffset>"
            ));
        }
        let inner = inner.concat();
        format!(
            "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
             <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
             <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
             <rdf:Description rdf:about=\"\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
             xmlns:GCamera=\"http://ns.google.com/photos/1.0/camera/\" \
             xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\" \
             xmlns:mwg-rs=\"http://www.metadataworkinggroup.com/schemas/regions/\" \
             xmlns:stArea=\"http://ns.adobe.com/xmp/sType/Area#\">\
             {inner}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>"
        )
    }

    /// A Photoshop resource block with an IPTC record in it.
    pub(crate) fn iptc(&self) -> Vec<u8> {
        // Coded in UTF-8, record version 4.
        let mut record = b"\x1c\x01\x5a\0\x03\x1b%G\x1c\x02\0\0\x02\0\x04".to_vec();
        let mut data_set = |number: u8, text: &str| {
            record.extend([0x1C, 2, number]);
            record.extend(u16::try_from(text.len()).unwrap_or(0).to_be_bytes());
            record.extend(text.as_bytes());
        };
        for keyword in self.keywords.iter().chain(self.people) {
            data_set(25, keyword);
        }
        if let Some(author) = self.author {
            data_set(80, author);
        }
        if let Some(caption) = self.caption {
            data_set(120, caption);
        }
        let mut block = b"Photoshop 3.0\08BIM\x04\x04\0\0".to_vec();
        block.extend(u32::try_from(record.len()).unwrap_or(0).to_be_bytes());
        block.extend(&record);
        if !record.len().is_multiple_of(2) {
            block.push(0);
        }
        block
    }
}

/// A face for each person, side by side.
fn regions(people: &[String]) -> String {
    let items: Vec<String> = people
        .iter()
        .zip(1..)
        .map(|(person, at): (&String, usize)| {
            format!(
                "<rdf:li rdf:parseType=\"Resource\"><mwg-rs:Name>{}</mwg-rs:Name>\
                 <mwg-rs:Type>Face</mwg-rs:Type>\
                 <mwg-rs:Area stArea:x=\"0.{at}5\" stArea:y=\"0.45\" stArea:w=\"0.08\" \
                 stArea:h=\"0.11\" stArea:unit=\"normalized\"/></rdf:li>",
                escape(person)
            )
        })
        .collect();
    let items = items.concat();
    format!(
        "<mwg-rs:Regions rdf:parseType=\"Resource\"><mwg-rs:RegionList><rdf:Bag>{items}</rdf:Bag>\
         </mwg-rs:RegionList></mwg-rs:Regions>"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
