//! IPTC, as picture desks write it.
//!
//! In: a row of data sets (IPTC-NAA Information Interchange Model 4.2, sections 1.5 and 6). Out: what they
//! say. It stops where the row is broken: what stands there is not shown to be words.

use super::{Gathered, text};
use crate::examination::TextKind;
use crate::exposure::{Exposure, Origin};

enum Meaning {
    Words(TextKind, &'static str),
    Time,
    Software,
}

/// Data sets of record 2 that say something.
fn meaning(number: u8) -> Option<Meaning> {
    let words = |kind, label| Some(Meaning::Words(kind, label));
    match number {
        5 => words(TextKind::Caption, "title"),
        7 | 10 | 12 | 20 | 22 | 25 => words(TextKind::Keyword, "keyword"),
        26 | 27 | 90 | 92 | 95 | 100 | 101 => words(TextKind::Place, "place"),
        30 | 35 | 37 | 38 | 47 | 55 | 60 | 62 | 63 => Some(Meaning::Time),
        40 | 103 => words(TextKind::Comment, "instructions"),
        65 | 70 => Some(Meaning::Software),
        80 | 85 => words(TextKind::Owner, "photographer"),
        105 => words(TextKind::Caption, "headline"),
        110 | 115 => words(TextKind::Copyright, "credit"),
        116 => words(TextKind::Copyright, "copyright notice"),
        118 => words(TextKind::Owner, "contact"),
        120 => words(TextKind::Caption, "caption"),
        122 => words(TextKind::Owner, "caption writer"),
        _ => None,
    }
}

/// Reads a row of data sets.
pub(crate) fn read(mut row: &[u8], gathered: &mut Gathered) {
    let mut any = false;
    while let Some((&[0x1C, record, number, high, low], rest)) = row.split_first_chunk::<5>() {
        let Some((value, rest)) = value(u16::from_be_bytes([high, low]), rest) else { break };
        if !any {
            gathered.expose(Exposure::Block(Origin::Iptc));
            any = true;
        }
        row = rest;
        let Some(meaning) = (record == 2).then(|| meaning(number)).flatten() else { continue };
        let words = text::of_bytes(value);
        match meaning {
            Meaning::Words(kind, label) => gathered.text(kind, label, Origin::Iptc, &words),
            Meaning::Time => gathered.time(Origin::Iptc, &words),
            Meaning::Software => gathered.expose(Exposure::Software(Origin::Iptc)),
        }
    }
    if !any && !row.is_empty() {
        gathered.expose(Exposure::UnknownData { bytes: row.len() });
    }
}

/// The value of a data set and what follows. A length with its top bit set says how many bytes the
/// length itself takes.
fn value(length: u16, rest: &[u8]) -> Option<(&[u8], &[u8])> {
    if length & 0x8000 == 0 {
        return rest.split_at_checked(usize::from(length));
    }
    let (digits, rest) = rest.split_at_checked(usize::from(length & 0x7FFF))?;
    let length = digits.iter().try_fold(0usize, |length, &digit| {
        length.checked_mul(256)?.checked_add(usize::from(digit))
    })?;
    rest.split_at_checked(length)
}

#[cfg(test)]
mod tests {
    use gatepost_model::Limits;

    use super::*;

    #[test]
    fn a_broken_row_is_read_as_far_as_it_goes() {
        let mut row = b"\x1c\x02\x78\0\x0aSports day\x1c\x02\x19\x80\x04\0\0\0\x02Y4".to_vec();
        row.extend(b"\x1c\x02\x05\0\xffcut");
        let mut gathered = Gathered::new(&Limits::default());
        read(&row, &mut gathered);
        let texts: Vec<_> =
            gathered.texts.iter().map(|text| (text.label, text.text.as_str())).collect();
        assert_eq!(texts, [("caption", "Sports day"), ("keyword", "Y4")]);
    }
}
