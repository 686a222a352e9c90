//! Temporary.
use std::io::Write;
fn main() {
    let gate = gatepost::Gate::new(&gatepost::School::open("/tmp/pages/woodstock/school").unwrap()).unwrap();
    let mut files = Vec::new();
    let mut todo = vec![std::path::PathBuf::from(std::env::args().nth(1).unwrap())];
    while let Some(d) = todo.pop() { for e in std::fs::read_dir(d).unwrap() { let p = e.unwrap().path(); if p.is_dir() { todo.push(p) } else { files.push(p) } } }
    files.sort();
    let mut out = std::io::stdout().lock();
    let (mut n, mut shown, mut inside, mut worst) = (0, 0, 0, (0, String::new()));
    for f in files {
        let mut draft = gatepost::Draft::from_text("dev", "words");
        draft.media.push(gatepost::Media { name: f.file_name().unwrap().to_string_lossy().into(), source: gatepost::MediaSource::File(f.clone()) });
        let outcome = gate.examine(&draft, None).unwrap();
        let t = std::time::Instant::now();
        let page = gatepost_report::page(&outcome, &draft, &gate);
        let ms = t.elapsed().as_millis();
        n += 1;
        shown += usize::from(page.contains("class=\"pic\""));
        if page.contains("is hidden in this file") { inside += 1; std::fs::write(format!("/tmp/pages/inside-{inside}.html"), &page).unwrap(); }
        if ms > worst.0 { worst = (ms, format!("{} {} bytes page", f.display(), page.len())); }
    }
    writeln!(out, "{n} files, {shown} previews, {inside} hidden differ, worst {worst:?}").unwrap();
}
