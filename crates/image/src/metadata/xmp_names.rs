//! Which XMP properties say something.
//!
//! Names as the schemas give them: ISO 16684-1 and -2 (Dublin Core, XMP, EXIF, TIFF), IPTC Photo Metadata
//! Standard 2023.2, MWG Guidelines 2.0 (face regions, keywords), Microsoft's people tags, and what picture programs
//! add.

use crate::examination::TextKind;
use crate::exposure::HiddenPicture;

use Meaning::{
    DigitalSource, Identifier, Latitude, Longitude, Make, Model, OtherSerial, Picture, Serial,
    Software, Time, Words,
};

/// What the value of a property is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Words(TextKind, &'static str),
    Time,
    Make,
    Model,
    /// The serial number of a camera body.
    Serial,
    /// The serial number of a lens or anything else.
    OtherSerial,
    Software,
    Identifier,
    Latitude,
    Longitude,
    /// What made the picture: a camera, a person or a program.
    DigitalSource,
    /// A picture in base 64.
    Picture(HiddenPicture),
}

pub(super) const RDF: &str = "rdf";

/// Usual prefixes and the namespaces that they stand for.
const NAMESPACES: &[(&str, &str)] = &[
    (RDF, "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("xmp", "http://ns.adobe.com/xap/1.0/"),
    ("xmpRights", "http://ns.adobe.com/xap/1.0/rights/"),
    ("xmpMM", "http://ns.adobe.com/xap/1.0/mm/"),
    ("stEvt", "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"),
    ("xmpGImg", "http://ns.adobe.com/xap/1.0/g/img/"),
    ("photoshop", "http://ns.adobe.com/photoshop/1.0/"),
    ("tiff", "http://ns.adobe.com/tiff/1.0/"),
    ("exif", "http://ns.adobe.com/exif/1.0/"),
    ("exifEX", "http://cipa.jp/exif/1.0/"),
    ("exifEX", "http://cipa.jp/exif/2.32/"),
    ("aux", "http://ns.adobe.com/exif/1.0/aux/"),
    ("Iptc4xmpCore", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"),
    ("Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"),
    ("plus", "http://ns.useplus.org/ldf/xmp/1.0/"),
    ("mwg-rs", "http://www.metadataworkinggroup.com/schemas/regions/"),
    ("mwg-kw", "http://www.metadataworkinggroup.com/schemas/keywords/"),
    ("mwg-coll", "http://www.metadataworkinggroup.com/schemas/collections/"),
    ("MPReg", "http://ns.microsoft.com/photo/1.2/t/Region#"),
    ("MicrosoftPhoto", "http://ns.microsoft.com/photo/1.0"),
    ("MicrosoftPhoto", "http://ns.microsoft.com/photo/1.0/"),
    ("lr", "http://ns.adobe.com/lightroom/1.0/"),
    ("digiKam", "http://www.digikam.org/ns/1.0/"),
    ("acdsee", "http://ns.acdsee.com/iptc/1.0/"),
    ("acdsee-rs", "http://ns.acdsee.com/regions/"),
    ("mediapro", "http://ns.iview-multimedia.com/mediapro/1.0/"),
    ("expressionmedia", "http://ns.microsoft.com/expressionmedia/1.0/"),
    ("cc", "http://creativecommons.org/ns#"),
    ("GDepth", "http://ns.google.com/photos/1.0/depthmap/"),
    ("GImage", "http://ns.google.com/photos/1.0/image/"),
    ("GAudio", "http://ns.google.com/photos/1.0/audio/"),
    ("Attrib", "http://ns.attribution.com/ads/1.0/"),
];

const CAPTION: TextKind = TextKind::Caption;
const KEYWORD: TextKind = TextKind::Keyword;
const PERSON: TextKind = TextKind::Person;
const OWNER: TextKind = TextKind::Owner;
const COPYRIGHT: TextKind = TextKind::Copyright;
const PLACE: TextKind = TextKind::Place;
const COMMENT: TextKind = TextKind::Comment;

/// Usual prefixes, names of properties, and what those mean.
const PROPERTIES: &[(&str, &[&str], Meaning)] = &[
    ("dc", &["title"], Words(CAPTION, "title")),
    ("dc", &["description"], Words(CAPTION, "caption")),
    ("dc", &["subject"], Words(KEYWORD, "keyword")),
    ("dc", &["creator", "contributor", "publisher"], Words(OWNER, "author")),
    ("dc", &["rights"], Words(COPYRIGHT, "copyright notice")),
    ("dc", &["source", "coverage", "relation"], Words(COMMENT, "source")),
    ("dc", &["date"], Time),
    ("tiff", &["DateTime"], Time),
    ("mwg-coll", &["CollectionDate"], Time),
    ("xmp", &["CreateDate", "ModifyDate", "MetadataDate"], Time),
    ("photoshop", &["DateCreated"], Time),
    ("exif", &["DateTimeOriginal", "DateTimeDigitized", "GPSTimeStamp"], Time),
    ("MicrosoftPhoto", &["DateAcquired", "DateTaken"], Time),
    ("stEvt", &["when"], Time),
    ("acdsee", &["datetime"], Time),
    ("xmp", &["CreatorTool"], Software),
    ("tiff", &["Software"], Software),
    ("exif", &["Software"], Software),
    ("stEvt", &["softwareAgent"], Software),
    ("xmp", &["Label", "Nickname"], Words(COMMENT, "label")),
    ("xmp", &["Identifier"], Identifier),
    ("exif", &["ImageUniqueID"], Identifier),
    ("aux", &["ImageUniqueID"], Identifier),
    ("xmpMM", &["DocumentID", "InstanceID", "OriginalDocumentID"], Identifier),
    ("xmpGImg", &["image"], Picture(HiddenPicture::Thumbnail)),
    ("xmpRights", &["Owner"], Words(OWNER, "owner")),
    ("xmpRights", &["UsageTerms", "WebStatement", "Certificate"], Words(COPYRIGHT, "terms of use")),
    ("photoshop", &["Headline"], Words(CAPTION, "headline")),
    ("photoshop", &["CaptionWriter"], Words(OWNER, "caption writer")),
    ("photoshop", &["City", "State", "Country"], Words(PLACE, "place")),
    ("photoshop", &["Credit", "Source"], Words(COPYRIGHT, "credit")),
    (
        "photoshop",
        &["Instructions", "TransmissionReference", "History", "TextLayers"],
        Words(COMMENT, "instructions"),
    ),
    ("photoshop", &["LayerName", "LayerText"], Words(COMMENT, "text of a layer")),
    ("photoshop", &["SupplementalCategories", "Category"], Words(KEYWORD, "keyword")),
    ("tiff", &["ImageDescription"], Words(CAPTION, "description")),
    ("tiff", &["Make"], Make),
    ("tiff", &["Model"], Model),
    ("tiff", &["Artist"], Words(OWNER, "photographer")),
    ("tiff", &["Copyright"], Words(COPYRIGHT, "copyright notice")),
    ("exif", &["UserComment"], Words(COMMENT, "comment")),
    ("exif", &["GPSLatitude"], Latitude),
    ("exif", &["GPSLongitude"], Longitude),
    ("exif", &["GPSAreaInformation"], Words(PLACE, "place")),
    ("exifEX", &["BodySerialNumber"], Serial),
    ("aux", &["SerialNumber"], Serial),
    ("MicrosoftPhoto", &["CameraSerialNumber"], Serial),
    ("exifEX", &["LensSerialNumber", "FlashSerialNumber"], OtherSerial),
    ("aux", &["LensSerialNumber", "FlashSerialNumber"], OtherSerial),
    ("exifEX", &["CameraOwnerName", "Photographer", "ImageEditor"], Words(OWNER, "camera owner")),
    ("aux", &["OwnerName"], Words(OWNER, "camera owner")),
    ("Iptc4xmpCore", &["Location", "CountryCode"], Words(PLACE, "place")),
    (
        "Iptc4xmpCore",
        &["AltTextAccessibility", "ExtDescrAccessibility"],
        Words(CAPTION, "description"),
    ),
    (
        "Iptc4xmpCore",
        &[
            "CiAdrExtadr",
            "CiAdrCity",
            "CiAdrRegion",
            "CiAdrPcode",
            "CiAdrCtry",
            "CiTelWork",
            "CiEmailWork",
            "CiUrlWork",
        ],
        Words(OWNER, "contact"),
    ),
    ("Iptc4xmpCore", &["Scene", "SubjectCode"], Words(KEYWORD, "keyword")),
    ("Iptc4xmpExt", &["PersonInImage", "PersonName"], Words(PERSON, "name of a person")),
    (
        "Iptc4xmpExt",
        &["PersonDescription", "PersonCharacteristic", "ModelAge", "AddlModelInfo"],
        Words(COMMENT, "description of a person"),
    ),
    ("Iptc4xmpExt", &["Name"], Words(COMMENT, "name of a region")),
    (
        "Iptc4xmpExt",
        &[
            "City",
            "Sublocation",
            "ProvinceState",
            "CountryName",
            "CountryCode",
            "WorldRegion",
            "LocationName",
        ],
        Words(PLACE, "place"),
    ),
    ("Iptc4xmpExt", &["Event", "EventName"], Words(CAPTION, "event")),
    ("Iptc4xmpExt", &["OrganisationInImageName"], Words(KEYWORD, "organisation")),
    ("Iptc4xmpExt", &["DigImageGUID"], Identifier),
    ("Iptc4xmpExt", &["DigitalSourceType"], DigitalSource),
    (
        "plus",
        &[
            "CopyrightOwnerName",
            "LicensorName",
            "ImageCreatorName",
            "ImageSupplierName",
            "CreditLineText",
            "OtherConstraints",
        ],
        Words(COPYRIGHT, "credit"),
    ),
    (
        "plus",
        &["LicensorEmail", "LicensorTelephone1", "LicensorTelephone2"],
        Words(OWNER, "contact"),
    ),
    ("cc", &["license", "attributionName", "attributionURL"], Words(COPYRIGHT, "licence")),
    ("mwg-rs", &["Name"], Words(PERSON, "name of a person")),
    ("mwg-rs", &["Description"], Words(CAPTION, "description of a region")),
    ("mwg-kw", &["Keyword"], Words(KEYWORD, "keyword")),
    ("mwg-coll", &["CollectionName"], Words(KEYWORD, "album")),
    ("MPReg", &["PersonDisplayName"], Words(PERSON, "name of a person")),
    ("MPReg", &["PersonEmailDigest", "PersonLiveIdCID"], Identifier),
    ("MicrosoftPhoto", &["LastKeywordXMP", "LastKeywordIPTC"], Words(KEYWORD, "keyword")),
    ("lr", &["hierarchicalSubject", "weightedFlatSubject"], Words(KEYWORD, "keyword")),
    ("digiKam", &["TagsList", "CaptionsAuthorNames"], Words(KEYWORD, "keyword")),
    ("digiKam", &["ImageHistory"], Words(COMMENT, "history")),
    ("acdsee", &["caption", "notes"], Words(CAPTION, "caption")),
    ("acdsee", &["keywords", "categories"], Words(KEYWORD, "keyword")),
    ("acdsee", &["author"], Words(OWNER, "author")),
    ("acdsee-rs", &["Name"], Words(PERSON, "name of a person")),
    ("mediapro", &["People"], Words(PERSON, "name of a person")),
    ("expressionmedia", &["People"], Words(PERSON, "name of a person")),
    ("mediapro", &["Event"], Words(CAPTION, "event")),
    ("expressionmedia", &["Event"], Words(CAPTION, "event")),
    ("mediapro", &["CatalogSets", "Location"], Words(KEYWORD, "keyword")),
    ("expressionmedia", &["CatalogSets", "Location"], Words(KEYWORD, "keyword")),
    ("Attrib", &["ExtId", "FbId", "TouchType"], Identifier),
    ("GDepth", &["Data"], Picture(HiddenPicture::Auxiliary)),
    ("GImage", &["Data"], Picture(HiddenPicture::Auxiliary)),
    ("GAudio", &["Data"], Picture(HiddenPicture::Auxiliary)),
];

/// The usual prefix of a namespace, if its properties say anything.
pub(super) fn namespace(address: &str) -> Option<&'static str> {
    NAMESPACES.iter().find(|(_, known)| *known == address).map(|(prefix, _)| *prefix)
}

/// The prefix itself, if it is one of the usual ones: for packets that do not bind it.
pub(super) fn usual_prefix(prefix: &str) -> Option<&'static str> {
    NAMESPACES.iter().find(|(known, _)| *known == prefix).map(|(known, _)| *known)
}

/// What a property means, by the usual prefix of its namespace and its own name.
pub(super) fn meaning(space: &str, name: &str) -> Option<Meaning> {
    PROPERTIES
        .iter()
        .find(|(prefix, names, _)| *prefix == space && names.contains(&name))
        .map(|&(_, _, meaning)| meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_namespace_is_of_use() {
        for (prefix, address) in NAMESPACES {
            assert_eq!(namespace(address), Some(*prefix));
            let used = PROPERTIES.iter().any(|(space, _, _)| space == prefix);
            assert!(*prefix == RDF || used, "{prefix} is bound and never asked for");
        }
        for (space, names, wanted) in PROPERTIES {
            assert!(names.iter().all(|name| meaning(space, name) == Some(*wanted)), "{space}");
        }
    }
}
