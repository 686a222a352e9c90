//! What the Unicode tables leave open, in rows to be read and mended by eye.
//!
//! Compatibility decomposition keeps letters with strokes, hooks and tails whole, and small
//! capitals and turned letters too; [`LATIN`] says which plain letters each shows. Unicode's
//! skeletons aim at domain names and are sparing; [`TWINS`] and [`ECHOES`] add what a reader takes
//! for a Latin letter.

use std::ops::RangeInclusive;

/// Latin letters that decomposition leaves whole, small or without case, by the plain letters that
/// they show. British writers spell `ß`, `æ`, `œ`, `ø`, `þ` and `ð` this way when they cannot type
/// them.
#[rustfmt::skip]
pub(super) const LATIN: &[(&str, &str)] = &[
    ("a", "ɐɑɒᴀᶏᶐⱥꬰꭤ"),
    ("aa", "ꜳ"),
    ("ae", "æᴁᴂꞛ"),
    ("ao", "ꜵ"),
    ("au", "ꜷ"),
    ("av", "ꜹꜻ"),
    ("ay", "ꜽ"),
    ("b", "ƀƃɓʙᴃᵬᶀꞗ"),
    ("c", "ƈȼɕʗᴄↄꜿꞔ\u{1df0f}\u{1df1d}"),
    ("d", "ðđƌȡɖɗᴅᴆᵭᶁᶑꝺꟈ"),
    ("db", "ȸ"),
    ("dz", "ʣʥꭦʤ\u{1df12}\u{1df19}"),
    ("e", "ꞓ℮ǝɇɘəɚɛɜɝɞʚᴇᴈᶒᶓᶔᶕⱸⱻꬲꬳꬴ"),
    ("et", "ꝫ"),
    ("f", "ƒᵮᶂꜰꝼꞙꟻꬵ"),
    ("g", "ǥɠɡɢʛᵷᵹᶃꝿꞡꟑꬶ\u{1df01}\u{1df02}"),
    ("h", "ħɥɦʜʮʯⱨⱶꞕꟶ"),
    ("hv", "ƕ"),
    ("i", "ɨɩɪᴉᵻᵼᶖ\u{1df1a}ꟾ"),
    ("is", "ꝭ"),
    ("j", "ȷɉɟʄʝᴊ"),
    ("k", "ĸƙʞᴋᶄⱪꝁꝃꝅꞣ\u{1df03}\u{1df10}"),
    ("l", "łƚȴɫɬɭʟᴌᶅⱡꝉꞁꞎꬷꬸꬹ\u{1df04}\u{1df11}\u{1df13}ꝇ"),
    ("ll", "ỻ"),
    ("ls", "ʪ"),
    ("lz", "ʫ"),
    ("m", "ʍɯɰɱᴍᴟᵯᶆꟺꟽꬺꟿ"),
    ("n", "ŋƞȵɲɳɴᴎᵰᶇꞑꞥꬻꬼ\u{1df07}\u{1df14}"),
    ("o", "øɔɵᴏᴐᴑᴒᴓᴖᴗᶗⱺꝋꝍꬽꬾꬿ\u{1df1b}"),
    ("oe", "ɶᴔꞝꭀꭁꭂꭢœ"),
    ("oi", "ƣ"),
    ("oo", "ꝏ"),
    ("ou", "ȣᴕ"),
    ("p", "ƥᴘᵱᵽᶈꝑꝓꝕꟼ"),
    ("q", "ɋʠꝗꝙꞯ"),
    ("qp", "ȹ"),
    ("r", "ɍɹɺɻɼɽɾɿʀʁᴙᴚᵲᵳᶉⱹꝛꞃꞧꭆꭇꭉꭋꭌꭨ\u{1df08}\u{1df15}\u{1df16}ꭅ"),
    ("s", "ȿʂʃʆᵴᶊᶋᶘẜẝꜱꞅꞩꟊ\u{1df0b}\u{1df0c}\u{1df1e}ꟗꟙ"),
    ("ss", "ß"),
    ("t", "ŧƫƭȶʇʈᴛᵵⱦꞇ\u{1df09}\u{1df0d}ʧ\u{1df17}\u{1df1c}"),
    ("tc", "ʨ"),
    ("th", "þᵺꝥꝧ"),
    ("ts", "ʦꭧ"),
    ("tz", "ꜩ"),
    ("u", "ʊᴜᴝᵾᵿᶙꞹꭎꭒʉꭏ"),
    ("ue", "ᵫꞟ"),
    ("ui", "ꭐꭑ"),
    ("uo", "ꭣ"),
    ("v", "ʋʌᴠᶌỽⱱⱴꝟ"),
    ("vy", "ꝡ"),
    ("w", "ᴡⱳꟃƿ"),
    ("x", "ᶍꭖꭗꭘꭙꭓꭔꭕ"),
    ("y", "ƴɏɣʎʏỿꭚ\u{1df06}ȝ"),
    ("z", "ƶƺȥɀʐʑʒʓᴢᴣᵶᶎᶚⱬ\u{1df18}ꝣ"),
];

/// The small capitals among [`LATIN`]: what looks like one of them looks like the letter itself.
pub(super) const SMALL_CAPITALS: &str = "ᴀʍʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ";

/// Letters of other scripts that cannot be told from a Latin letter, beyond those that skeletons
/// know.
#[rustfmt::skip]
pub(super) const TWINS: &[(&str, &str)] = &[
    ("b", "β"),
    ("c", "ϲϹ"),
    ("e", "ε"),
    ("i", "ꓲ"),
    ("k", "κк"),
    ("x", "χ"),
    ("a", "ꓮ"), ("c", "ꓚ"), ("d", "ꓓ"), ("e", "ꓰ"), ("f", "ꓝ"), ("g", "ꓖ"), ("h", "ꓧ"), ("j", "ꓙ"),
    ("k", "ꓗ"), ("l", "ꓡ"), ("m", "ꓟ"), ("n", "ꓠ"), ("o", "ꓳ"), ("p", "ꓑ"), ("r", "ꓣ"), ("s", "ꓢ"),
    ("t", "ꓔ"), ("u", "ꓴ"), ("v", "ꓦ"), ("w", "ꓪ"), ("x", "ꓫ"), ("y", "ꓬ"), ("z", "ꓜ"), ("b", "ꓐ"),
];

/// Letters of other scripts that a reader takes for a Latin letter only among Latin letters. They
/// come before [`TWINS`] and skeletons.
#[rustfmt::skip]
pub(super) const ECHOES: &[(&str, &str)] = &[
    ("a", "ΛΔДᗩЛ"),
    ("b", "ьЬЪъБб"),
    ("c", "ς"),
    ("d", "δ"),
    ("e", "ΣΞξЄєЭэҽ"),
    ("f", "Ϝϝғ"),
    ("h", "ћ"),
    ("l", "Լլ"),
    ("n", "ηΠπПпИи"),
    ("o", "σΘθФфΦφѲѳ"),
    ("r", "ЯяГгґ"),
    ("u", "μЏџЦц"),
    ("w", "ωшШщЩѡѠѽ"),
    ("y", "γЧч"),
];

/// Digits in black or double circles, by value.
#[rustfmt::skip]
pub(super) const DIGITS: &[(&str, &str)] = &[
    ("0", "⓿\u{1f10b}\u{1f10c}"), ("1", "❶➀➊⓵"), ("2", "❷➁➋⓶"), ("3", "❸➂➌⓷"), ("4", "❹➃➍⓸"),
    ("5", "❺➄➎⓹"), ("6", "❻➅➏⓺"), ("7", "❼➆➐⓻"), ("8", "❽➇➑⓼"), ("9", "❾➈➒⓽"),
];

/// White letters in black circles and in black squares, A to Z: they have no decomposition.
pub(super) const ALPHABETS: &[RangeInclusive<char>] =
    &['\u{1f150}'..='\u{1f169}', '\u{1f170}'..='\u{1f189}'];

/// Letters by Unicode's count that serve as apostrophes or stress marks.
pub(super) const APOSTROPHES: &str = "\u{2b9}\u{2ba}\u{2bb}\u{2bc}\u{2bd}\u{2be}\u{2bf}\u{2c8}\u{2ca}\u{2cb}\
    \u{2cc}\u{2ee}\u{374}\u{55a}\u{7f4}\u{7f5}\u{a78b}\u{a78c}\u{ff07}";

/// The zero of each script with decimal digits, in order; the nine others follow it.
#[rustfmt::skip]
pub(super) const ZEROS: &str = "\
    \u{660}\u{6f0}\u{7c0}\u{966}\u{9e6}\u{a66}\u{ae6}\u{b66}\u{be6}\u{c66}\u{ce6}\u{d66}\u{de6}\
    \u{e50}\u{ed0}\u{f20}\u{1040}\u{1090}\u{17e0}\u{1810}\u{1946}\u{19d0}\u{1a80}\u{1a90}\u{1b50}\
    \u{1bb0}\u{1c40}\u{1c50}\u{a620}\u{a8d0}\u{a900}\u{a9d0}\u{a9f0}\u{aa50}\u{abf0}\u{ff10}\
    \u{104a0}\u{10d30}\u{10d40}\u{11066}\u{110f0}\u{11136}\u{111d0}\u{112f0}\u{11450}\u{114d0}\
    \u{11650}\u{116c0}\u{116da}\u{11730}\u{118e0}\u{11950}\u{11bf0}\u{11c50}\u{11d50}\u{11da0}\
    \u{11de0}\u{11f50}\u{16a60}\u{16ac0}\u{16b50}\u{16d70}\u{1ccf0}\u{1d7ce}\u{1d7d8}\u{1d7e2}\
    \u{1d7ec}\u{1d7f6}\u{1e140}\u{1e2f0}\u{1e4f0}\u{1e5f1}\u{1e950}\u{1fbf0}";
