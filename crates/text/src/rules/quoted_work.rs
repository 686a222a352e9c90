//! `text/quoted-work`: other people's works, quoted at length or copied.
//!
//! Copyright, Designs and Patents Act 1988: a short quotation for criticism or teaching is free
//! (section 30), a song's verse or a photographer's picture is not. Marks of copying, and long
//! quotations beside words for songs, poems and articles.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule, Span};
use regex::Regex;

use crate::gate::Gate;
use crate::plain::pattern;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::statement::Statement;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/quoted-work",
    title: "Quoted and copied works",
    finds: "Copyright notices, words that tell of copying (“lyrics by”, “found on Google Images”), and long quotations of songs, poems and articles.",
    why: "Words, music and pictures belong to those who made them, and a post is a publication.",
    remedy: "Shorten the quotation, ask for permission, or link to the work. Then attest the rights.",
    flagged: &[
        "Assembly song: ⟦lyrics by⟧ A. Nonymous",
        "⟦© 2026 Anytown Gazette⟧",
        "Lovely sunset, ⟦picture from Google⟧",
    ],
    clean: &[
        "“I loved the lions best,” said Mia in Year 2",
        "Poems written by Year 4 hang in the hall",
        "Pupils quoted “To be or not to be”",
    ],
    misses: &["A short work copied whole, without a word about it."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::statement(&COPIED), find: copied },
        Look::Pattern { gate: Gate::shapes(Shapes::NOTICE), find: notices },
        Look::Pattern { gate: Gate::shapes(Shapes::QUOTATION), find: quotations },
    ],
};

static COPIED: Statement = Statement::new(
    concat!(
        r"all rights reserved|copyright (?:of |by |holder |owner |notice )?(?:19|20)[0-9][0-9]|copyright (?:belongs|remains|of the)|(?:words|lyrics|music|text|verse|poem|song|article|extract|passage|recipe|worksheet|story) (?:and music )?(?:is |are |was |were )?(?:copied|lifted|borrowed|taken|reproduced|reprinted|adapted|pasted|stolen|nicked|courtesy|ripped) (?:straight |directly )?(?:from|of)|lyrics (?:by|to|from|of)|(?:full|complete|all the) lyrics|words and music by|extract(?:ed)? from (?:the|a) (?:book|novel|article|poem|film|song|play)|reproduced (?:from|with|without|by)|copied (?:and pasted )?from|copy and paste(?:d)? from",
        r"|(?:image|images|photo|photos|picture|pictures|pic|pics|video|clip|cartoon|artwork|illustration|meme|gif|graphic|logo|music|track|soundtrack|screenshot|clipart|footage) (?:is |are |was |were |credit |credits |all )*(?:from|via|by|off|of|found on|found via|courtesy of|courtesy|credit|taken from|downloaded from|copied from|borrowed from|saved from|grabbed from|nicked from|stolen from|belongs to|copyright|screenshotted from) (?:the )?(?:google(?: images)?|the internet|internet|pinterest|getty(?: images)?|shutterstock|istock|alamy|pa media|reuters|adobe stock|instagram|facebook|tiktok|youtube|twitter|a website|someone s|somebody s|disney|pixar|netflix|spotify|warner|marvel|nintendo|the daily \w+|the guardian|the times|the bbc|bbc news|sky news|canva pro|twinkl|tes|a photographer|a professional)",
        r"|(?:google|getty|shutterstock|istock|alamy|pinterest) images?|stock (?:photo|image)|watermark(?:ed)?|(?:scanned|photographed|photocopied) (?:pages?|copy|chapters?) (?:from|of)|(?:whole|entire|full) (?:film|movie|episode|song|album|book|chapter|article) (?:here|below|free|to download|uploaded)",
    ),
    &[],
);

static NOTICE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:©|℗|🄯)\s?(?:[0-9]{4}\s?)?(?:\p{Lu}[\w'’.&-]*\s?){0,5}|(?i)\(c\)\s?[0-9]{4}")
        .expect("a pattern of this file, compiled by its tests")
});

/// Words for works.
static WORKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"lyrics?|songs?|verses?|chorus|poems?|hymns?|carols?|novel|author|poet|article|newspaper|editorial|review|blog|musical|single|album|band|singer|rapper|column|speech|extract|chapter|scene|film",
        &[],
    )
});

fn copied(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for (range, span) in sight.own_words(&COPIED) {
        let before = sight.plain().before(&range);
        if !before.ends_with("never ") && !before.ends_with("not ") {
            seen.push(Sighting::new(span, Certainty::Likely, "Words that tell of copying."));
        }
    }
}

fn notices(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in NOTICE.find_iter(sight.text()) {
        let end = found.start() + found.as_str().trim_end().len();
        let span = Span::new(found.start(), end);
        seen.push(Sighting::new(span, Certainty::Likely, "A copyright notice."));
    }
}

fn quotations(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    let text = sight.text();
    let mut opened: Option<(usize, char)> = None;
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '“' | '”' | '"' | '«' | '»'))
    {
        let before = opened.replace((at, mark));
        let closes = |(start, opening): &(usize, char)| {
            let opens = matches!(opening, '“' | '"' | '«') && matches!(mark, '”' | '"' | '»');
            let inner = text.get(start + opening.len_utf8()..at).unwrap_or_default();
            opens && (140..=1200).contains(&inner.chars().count())
        };
        let Some((start, opening)) = before.filter(closes) else { continue };
        opened = None;
        let inner = Span::new(start + opening.len_utf8(), at);
        let index = sight.token_at(inner.start);
        let Some(range) = sight.plain().word(index) else { continue };
        let around =
            [sight.plain().paragraph_before(&range), sight.plain().paragraph_behind(&range)];
        let certainty = if around.iter().any(|part| WORKS.is_match(part)) {
            Certainty::Likely
        } else {
            Certainty::Possible
        };
        seen.push(Sighting::new(inner, certainty, "A long quotation."));
    }
}
