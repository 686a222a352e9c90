//! Writes a TIFF of what is kept.
//!
//! Page by page: the directory, the values that do not fit into it, the strips or tiles; everything begins at an
//! even place (TIFF 6.0, section 2). The same parts always give the same bytes.

use super::directory::Layout;
use super::{mark, tags};
use crate::formats::{Kept, Sink};

/// An entry to be written.
struct Line<'k> {
    tag: u16,
    head: Vec<u8>,
    value: Value<'k>,
}

enum Value<'k> {
    Kept(&'k [u8]),
    /// Where the strips or tiles stand.
    Places,
    /// How long they are.
    Lengths,
}

const LONG: u16 = 4;
const LONG8: u16 = 16;

pub(super) fn write(kept: &[Kept<'_>], sink: &mut Sink<'_>) {
    let Some((first, pages)) = kept.split_first() else { return };
    let Ok((layout, _)) = Layout::read(
        &[first.bytes, &[8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]].concat(),
    )
    .or_else(|_| Layout::read(&[first.bytes, &[0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]].concat())) else {
        return;
    };
    let mut header = first.bytes.to_vec();
    if layout.big {
        header.extend(layout.put_short(8));
        header.extend(layout.put_short(0));
    }
    let mut at = layout.header();
    layout.put_place(at, &mut header);
    sink(&header);
    let mut pages = pages.chunk_by(|_, next| next.mark != mark::PAGE).peekable();
    while let Some(page) = pages.next() {
        at = write_page(layout, page, at, pages.peek().is_some(), sink);
    }
}

/// Writes a page that begins at a place. Out: where it ends.
fn write_page(
    layout: Layout,
    page: &[Kept<'_>],
    at: usize,
    more: bool,
    sink: &mut Sink<'_>,
) -> usize {
    let data: Vec<&[u8]> = page
        .iter()
        .filter(|part| matches!(part.mark, mark::STRIP | mark::TILE))
        .map(|part| part.bytes)
        .collect();
    let lines = lines(layout, page, data.len());
    let width = layout.place_bytes();
    let directory = layout.count_bytes() + lines.len() * (layout.head_bytes() + width) + width;
    let length = |line: &Line<'_>| match line.value {
        Value::Kept(bytes) => bytes.len(),
        Value::Places | Value::Lengths => data.len() * width,
    };
    let outside = lines.iter().map(length).filter(|&length| length > width);
    let mut value_at = even(at + directory);
    let data_at = value_at + outside.map(even).sum::<usize>();
    let mut end = data_at;
    let mut places = Vec::new();
    for part in &data {
        end = even(end);
        layout.put_place(end, &mut places);
        end += part.len();
    }
    let mut lengths = Vec::new();
    for part in &data {
        layout.put_place(part.len(), &mut lengths);
    }
    let mut front = Vec::new();
    let mut values = Vec::new();
    if layout.big {
        layout.put_place(lines.len(), &mut front);
    } else {
        front.extend(layout.put_short(u16::try_from(lines.len()).unwrap_or(u16::MAX)));
    }
    for line in &lines {
        let value: &[u8] = match line.value {
            Value::Kept(bytes) => bytes,
            Value::Places => &places,
            Value::Lengths => &lengths,
        };
        front.extend(&line.head);
        if value.len() > width {
            layout.put_place(value_at, &mut front);
            value_at += even(value.len());
            values.extend(value);
            values.resize(even(values.len()), 0);
        } else {
            front.extend(value);
            front.resize(front.len() + width - value.len(), 0);
        }
    }
    let next = if more { even(end) } else { 0 };
    layout.put_place(next, &mut front);
    front.resize(even(front.len()), 0);
    sink(&front);
    sink(&values);
    let mut here = data_at;
    for part in &data {
        if !here.is_multiple_of(2) {
            sink(&[0]);
        }
        sink(part);
        here = even(here) + part.len();
    }
    if more && !here.is_multiple_of(2) {
        sink(&[0]);
    }
    even(end)
}

/// The entries of a page, by tag.
fn lines<'k>(layout: Layout, page: &[Kept<'k>], parts: usize) -> Vec<Line<'k>> {
    let tiled = page.iter().any(|part| part.mark == mark::TILE);
    let mut lines: Vec<Line<'k>> = page
        .iter()
        .zip(page.iter().skip(1))
        .filter(|(head, value)| head.mark == mark::HEAD && value.mark == mark::VALUE)
        .map(|(head, value)| Line {
            tag: layout.short(head.bytes, 0).unwrap_or_default(),
            head: head.bytes.to_vec(),
            value: Value::Kept(value.bytes),
        })
        .collect();
    let is_jpeg = |line: &Line<'_>| {
        let value = match line.value {
            Value::Kept(value) if line.tag == tags::COMPRESSION => layout.short(value, 0),
            _ => None,
        };
        value.map(u64::from) == Some(tags::JPEG)
    };
    if lines.iter().any(is_jpeg) {
        // A whole picture (TIFF 6.0, section 8, NewSubfileType).
        let mut head = [layout.put_short(tags::SUBFILE), layout.put_short(LONG)].concat();
        layout.put_place(1, &mut head);
        lines.push(Line { tag: tags::SUBFILE, head, value: Value::Kept(&[0; 4]) });
    }
    let (places, lengths) = if tiled {
        (tags::TILE_PLACES, tags::TILE_LENGTHS)
    } else {
        (tags::STRIP_PLACES, tags::STRIP_LENGTHS)
    };
    for (tag, value) in [(places, Value::Places), (lengths, Value::Lengths)] {
        let kind = if layout.big { LONG8 } else { LONG };
        let mut head = [layout.put_short(tag), layout.put_short(kind)].concat();
        layout.put_place(parts, &mut head);
        lines.push(Line { tag, head, value });
    }
    lines.sort_by_key(|line| line.tag);
    lines
}

const fn even(place: usize) -> usize {
    place + place % 2
}
