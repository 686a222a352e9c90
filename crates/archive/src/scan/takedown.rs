//! The list of posts to take down: those that are held today and that people outside may see.

use crate::scan::judge::Judged;

/// Its columns.
pub(super) const HEADER: &[u8] =
    b"draft,url,published,visibility,rules,findings,remedies,path,member,pointer\r\n";

/// The row of a post, if it is one.
pub(super) fn row(judged: &Judged) -> Option<Vec<u8>> {
    let record = judged.record.as_ref().filter(|_| judged.is_held())?;
    let origin = &record.origin;
    if !origin.visibility.is_exposed() {
        return None;
    }
    let join = |part: fn(&gatepost_model::Ruling) -> &String| {
        let mut parts: Vec<&str> = Vec::new();
        for ruling in record.verdict.holding() {
            if !parts.contains(&part(ruling).as_str()) {
                parts.push(part(ruling));
            }
        }
        parts.join(" | ")
    };
    let cells = [
        record.verdict.draft.clone(),
        origin.url.clone().unwrap_or_default(),
        origin.published.clone().unwrap_or_default(),
        format!("{:?}", origin.visibility).to_lowercase(),
        join(|ruling| &ruling.rule),
        join(|ruling| &ruling.message),
        join(|ruling| &ruling.remedy),
        origin.source.path.clone(),
        origin.source.member.clone().unwrap_or_default(),
        origin.source.pointer.clone().unwrap_or_default(),
    ];
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(cells.iter().map(|cell| defused(cell))).ok()?;
    writer.into_inner().ok()
}

/// A cell that no spreadsheet takes for a formula (OWASP, *CSV Injection*).
fn defused(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::defused;

    #[test]
    fn formulas_are_defused() {
        for cell in ["=1+1", "+44", "-x", "@SUM(A1)", "\t=1"] {
            assert_eq!(defused(cell), format!("'{cell}"));
        }
        assert_eq!(defused("x=1"), "x=1");
    }
}
