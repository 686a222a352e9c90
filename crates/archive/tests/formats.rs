//! Each format, as its networks write it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use common::{Desk, gzip, tar, zip};
use gatepost_archive::{Format, Messages, Options};
use serde_json::json;

const PHONE: &str = "Ring Sam's mum on 07700 900123 tonight";

#[test]
fn x_is_read_with_its_parts_links_and_media() {
    let desk = Desk::new();
    let tweets = format!(
        r#"window.YTD.tweets.part0 = [
 {{"tweet":{{"id_str":"9007199254740993","full_text":"Fish &amp; chips {PHONE} https://t.co/a","created_at":"Wed Oct 10 20:19:24 +0000 2018","entities":{{"urls":[{{"url":"https://t.co/a","expanded_url":"https://unlisted.example/x"}}]}},"extended_entities":{{"media":[{{"media_url_https":"https://pbs.example/media/P1.png"}}]}},"new_key":1}}}},
 {{"id_str":"2","full_text":"RT @other: Sports day","created_at":"Wed Oct 10 20:19:24 +0000 2018"}}
]"#
    );
    let found = desk.scan_zip(&[
        ("data/account.js", br#"window.YTD.account.part0 = [{"account":{"username":"OakfieldPrimary"}}]"#),
        ("data/tweets.js", tweets.as_bytes()),
        ("data/tweets-part1.js", br#"window.YTD.tweet.part1 = [{"tweet":{"id_str":"3","full_text":"Sports day","in_reply_to_status_id_str":"1"}}];"#),
        ("data/direct-messages.js", b"window.YTD.direct_messages.part0 = []"),
        ("data/ad-engagements.js", b"window.YTD.ad_engagements.part0 = []"),
    ]);
    assert_eq!(found.lines.len(), 3);
    let first = (0..3).find(|line| found.field(*line, "/post_id") == "9007199254740993").unwrap();
    assert_eq!(found.field(first, "/draft"), "export:9007199254740993");
    assert_eq!(found.field(first, "/url"), "https://x.com/OakfieldPrimary/status/9007199254740993");
    assert_eq!(found.field(first, "/published"), "2018-10-10T20:19:24Z");
    assert_eq!(found.field(first, "/visibility"), "public");
    let rules = found.rules(first);
    for rule in ["privacy/phone", "link/unlisted-domain", "archive/missing-media"] {
        assert!(rules.contains(&rule), "{rule} in {rules:?}");
    }
    let kinds: Vec<_> = (0..3).map(|line| found.field(line, "/kind").as_str().unwrap()).collect();
    assert!(kinds.contains(&"reshare") && kinds.contains(&"reply"), "{kinds:?}");
    let archive = &found.summary.archives[0];
    assert_eq!(archive.format, Format::X);
    assert_eq!((archive.posts.read, archive.files.total, archive.files.read), (3, 5, 3));
    assert_eq!(archive.files.skipped["messages"] + archive.files.skipped["advertising"], 2);
    assert_eq!(archive.unknown_keys["new_key"], 1);
    assert_eq!((archive.media.named, archive.media.missing), (1, 1));
}

#[test]
fn long_posts_of_x_are_read_whole() {
    let desk = Desk::new();
    let start = "Sports day was a day of sun and of many races for every class in the school and all families came";
    let tweets = format!(
        r#"window.YTD.tweets.part0 = [{{"tweet":{{"id_str":"1","full_text":"{start}…"}}}}]"#
    );
    let notes = format!(
        r#"window.YTD.note_tweet.part0 = [{{"noteTweet":{{"core":{{"text":"{start}. {PHONE}"}}}}}}]"#
    );
    let found = desk.scan_zip(&[
        ("data/tweets.js", tweets.as_bytes()),
        ("data/note-tweet.js", notes.as_bytes()),
    ]);
    assert!(found.rules(0).contains(&"privacy/phone"));
}

#[test]
fn mastodon_keeps_direct_messages_out_and_reads_polls() {
    let desk = Desk::new();
    let note = |id: u32, to: &str, cc: &str, content: &str| json!({"type":"Create","object":{"id":format!("https://social.example/{id}"),"type":"Question","to":[to],"cc":[cc],"published":"2025-06-01T10:00:00Z","content":content,"oneOf":[{"name":PHONE}]}});
    let public = "https://www.w3.org/ns/activitystreams#Public";
    let followers = "https://social.example/users/oak/followers";
    let outbox = json!({"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection","totalItems":5,"orderedItems":[
        note(1, public, followers, "<p>Which<br>day?</p>"),
        note(2, followers, public, "<p>b</p>"),
        note(3, followers, "", "<p>c</p>"),
        note(4, "https://social.example/users/mum", "", "<p>d</p>"),
        {"type":"Announce","object":"https://other.example/1"},
    ]});
    let bytes =
        gzip(&tar(&[("actor.json", b"{}"), ("outbox.json", outbox.to_string().as_bytes())]));
    let path = desk.write("archive.tar.gz", &bytes);
    let found = desk.scan(&[&path], Options::default()).unwrap();
    let seen: Vec<_> =
        (0..3).map(|line| found.field(line, "/visibility").as_str().unwrap()).collect();
    assert_eq!(seen, ["public", "unlisted", "followers"]);
    assert!(found.rules(0).contains(&"privacy/phone"), "a choice of a poll is read");
    let posts = &found.summary.archives[0].posts;
    assert_eq!((posts.total, posts.read), (5, 3));
    assert_eq!((posts.skipped["direct-message"], posts.skipped["reshare"]), (1, 1));
    assert_eq!(found.field(0, "/draft"), "archive:1");
    let all =
        desk.scan(&[&path], Options { messages: Messages::Read, ..Options::default() }).unwrap();
    assert_eq!(all.lines.len(), 4);
}

#[test]
fn facebook_is_repaired_and_photos_of_no_album_are_found() {
    let desk = Desk::new();
    let spoil = |text: &str| text.bytes().map(char::from).collect::<String>();
    let posts = json!([
        {"timestamp":1_760_000_000,"data":[{"post":spoil("Llŷr’s mum: 07700 900123 😁")}],"title":"x"},
        {"timestamp":1_760_000_100,"data":[],"attachments":[{"data":[{"media":{"uri":"this_profile's_activity_across_facebook/posts/media/1.png","description":"Sports day","media_metadata":{"photo_metadata":{"exif_data":[{"latitude":51.50735,"longitude":-0.12776,"upload_ip":"203.0.113.7"}]}}}}]}]},
    ]);
    let alone = json!({"photos":[
        {"uri":"this_profile's_activity_across_facebook/posts/media/1.png"},
        {"uri":"this_profile's_activity_across_facebook/posts/media/2.png","description":PHONE},
    ]});
    let root = "this_profile's_activity_across_facebook/posts";
    let picture = b"no picture";
    let found = desk.scan_zip(&[
        (&format!("{root}/profile_posts_1.json"), posts.to_string().as_bytes()),
        (&format!("{root}/unanchored.json"), alone.to_string().as_bytes()),
        (&format!("{root}/media/1.png"), picture),
        (&format!("{root}/media/2.png"), picture),
        (&format!("{root}/media/3.png"), picture),
        ("messages/inbox/mum/message_1.json", b"{}"),
    ]);
    let archive = &found.summary.archives[0];
    assert_eq!(archive.format, Format::Facebook);
    assert!(found.rules(0).contains(&"privacy/phone"));
    let told = found.rules(1);
    assert!(
        told.contains(&"privacy/coordinates") && told.contains(&"privacy/ip-address"),
        "{told:?}"
    );
    assert!(found.rules(2).contains(&"privacy/phone"), "a photo that stands in no post");
    assert_eq!(archive.posts.skipped["duplicate"], 1);
    assert_eq!((archive.media.named, archive.media.missing, archive.media.orphaned), (2, 0, 1));
    assert!(found.all_rules().contains(&"archive/orphan-media"));
    assert_eq!(archive.files.skipped["messages"], 1);
    // What was spoilt is matched as it was written.
    let text = found.lines[0].to_string();
    assert!(!text.contains('Ã'), "{text}");
}

#[test]
fn instagram_captions_stand_in_two_places() {
    let desk = Desk::new();
    let posts = json!([
        {"media":[{"uri":"media/posts/202606/1.jpg","creation_timestamp":1_750_000_000,"title":PHONE}]},
        {"media":[{"uri":"media/posts/202606/2","creation_timestamp":1_750_000_000,"title":""},{"uri":"media/posts/202606/3.jpg","title":""}],"title":PHONE,"creation_timestamp":1_750_000_001},
    ]);
    let stories = json!({"ig_stories":[{"uri":"media/stories/4.jpg","creation_timestamp":1_750_000_002,"title":"Sports day"}]});
    let found = desk.scan_zip(&[
        ("your_instagram_activity/content/posts_1.json", posts.to_string().as_bytes()),
        ("your_instagram_activity/content/stories.json", stories.to_string().as_bytes()),
    ]);
    assert_eq!(found.summary.archives[0].format, Format::Instagram);
    assert!(found.rules(0).contains(&"privacy/phone") && found.rules(1).contains(&"privacy/phone"));
    assert_eq!(found.field(0, "/post_id"), "1750000000-1");
    assert_eq!(found.field(2, "/kind"), "story");
}

#[test]
fn wordpress_keeps_visibility_and_refuses_entities() {
    let desk = Desk::new();
    let item = |id: u32, status: &str, password: &str, content: &str| {
        format!(
            "<item><title>Sports &amp; day</title><link>https://oak.example/{id}</link><content:encoded><![CDATA[{content}]]></content:encoded><wp:post_id>{id}</wp:post_id><wp:post_date_gmt>2025-01-02 03:04:05</wp:post_date_gmt><wp:status>{status}</wp:status><wp:post_type>post</wp:post_type><wp:post_password>{password}</wp:post_password><wp:comment><wp:comment_content>Ring 07700 900456</wp:comment_content></wp:comment></item>"
        )
    };
    let head = r#"<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>"#;
    let split = format!("<!-- wp:paragraph --><p>{PHONE}]]]]><![CDATA[></p>");
    let xml = format!(
        "{head}{}{}{}</channel></rss>",
        item(1, "publish", "", &split),
        item(2, "publish", "secret", "Sports day"),
        item(3, "draft", "", "Sports day"),
    );
    let path = desk.write("oak.xml", xml.as_bytes());
    let found = desk.scan(&[&path], Options::default()).unwrap();
    let seen: Vec<_> =
        (0..3).map(|line| found.field(line, "/visibility").as_str().unwrap()).collect();
    assert_eq!(seen, ["public", "private", "draft"]);
    assert!(found.rules(0).contains(&"privacy/phone"));
    assert!(!found.rules(1).contains(&"privacy/phone"), "comments are others' words");
    assert_eq!(found.field(0, "/published"), "2025-01-02T03:04:05Z");
    assert_eq!(found.summary.totals.takedown, 1);

    let bomb = xml.replacen("<rss", "<!DOCTYPE lolz [<!ENTITY lol \"lol\">]><rss", 1);
    let path = desk.write("bomb.xml", bomb.as_bytes());
    let refused = desk.scan(&[&path], Options::default()).unwrap();
    assert_eq!(refused.all_rules(), ["archive/bad-member"]);
    assert_eq!(refused.lines[0]["decision"], "hold");
}

#[test]
fn youtube_is_known_by_its_headers() {
    let desk = Desk::new();
    let videos = format!(
        "Video Title (original),video id,Privacy,Video Description (Original),Tag 1,Video Publish Timestamp\nSports day,abc,Unlisted,\"{PHONE}\",fun,2025-06-01T10:00:00.123Z\n\n"
    );
    let comments = "Channel ID,Comment Create Timestamp,Price,Comment ID,Parent Comment ID,Video ID,Comment Text\nc,2025-06-01T10:00:00Z,0,k1,,abc,\"{\"\"text\"\":\"\"Ring 07700 \"\"},{\"\"text\"\":\"\"900123\"\"}\"\n\n";
    let found = desk.scan_zip(&[
        ("Takeout/YouTube und YouTube Music/Video-Metadaten/Videos.csv", videos.as_bytes()),
        ("Takeout/YouTube und YouTube Music/Kommentare/Kommentare.csv", comments.as_bytes()),
    ]);
    assert_eq!(found.summary.archives[0].format, Format::YouTube);
    assert!(found.rules(0).contains(&"privacy/phone") && found.rules(1).contains(&"privacy/phone"));
    let seen = found.lines.iter().map(|line| line["visibility"].as_str().unwrap());
    assert_eq!(seen.collect::<Vec<_>>(), ["public", "unlisted"]);
}

#[test]
fn schedulers_have_a_header_or_none() {
    let desk = Desk::new();
    let buffer = format!(
        "\u{feff}Text;Image URL;Scheduled At;Profile\n\"{PHONE}\nand more\";;2026-12-01 10:00;facebook\n"
    );
    let hootsuite = format!("03/04/2026 10:00,{PHONE},https://unlisted.example\n");
    for (name, table) in [("buffer.csv", &buffer), ("hootsuite.csv", &hootsuite)] {
        let path = desk.write(name, table.as_bytes());
        let found = desk.scan(&[&path], Options::default()).unwrap();
        assert_eq!(found.lines.len(), 1, "{name}");
        assert!(found.rules(0).contains(&"privacy/phone"), "{name}");
        assert_eq!(found.field(0, "/visibility"), "scheduled");
    }
}

#[test]
fn lines_and_folders_of_drafts_are_read() {
    let desk = Desk::new();
    let lines = format!(
        "{{\"id\":\"a\",\"text\":\"Sports day\"}}\n\n{{\"id\":\"b\",\"text\":\"{PHONE}\"}}\nnot json\n{{\"id\":\"c\",\"text\":\"x\",\"media\":[\"gone.jpg\"]}}"
    );
    let path = desk.write("posts.jsonl", lines.as_bytes());
    let found = desk.scan(&[&path], Options::default()).unwrap();
    let drafts: Vec<_> = found.lines.iter().map(|line| line["draft"].as_str().unwrap()).collect();
    assert_eq!(drafts, ["posts:a", "posts:b", "posts:line-4", "posts:c"]);
    let decisions: Vec<_> =
        found.lines.iter().map(|line| line["decision"].as_str().unwrap()).collect();
    assert_eq!(decisions[..3], ["release", "hold", "hold"]);
    assert_eq!(found.field(1, "/source/pointer"), "line 3");
    let posts = &found.summary.archives[0].posts;
    assert_eq!((posts.total, posts.read, posts.failed["malformed"]), (4, 3, 1));
    assert_eq!(found.summary.archives[0].media.missing, 1);

    let files: &[(&str, &[u8])] = &[
        ("inbox/x/race/post.txt", PHONE.as_bytes()),
        ("inbox/x/race/post.toml", b"pupils = []\n"),
        ("inbox/x/race/Thumbs.db", b"x"),
        ("inbox/x/loose.txt", b"Sports day"),
        ("inbox/x/other.txt", b"Sports day"),
    ];
    for (name, bytes) in [("drafts.zip", zip(files)), ("drafts.tar", tar(files))] {
        let path = desk.write(name, &bytes);
        let found = desk.scan(&[&path], Options::default()).unwrap();
        let mut ids: Vec<_> =
            found.lines.iter().map(|line| line["post_id"].as_str().unwrap()).collect();
        ids.sort_unstable();
        assert_eq!(ids, ["loose", "other", "race"], "{name}");
        assert!(found.all_rules().contains(&"privacy/phone"), "{name}");
        assert_eq!(found.summary.archives[0].files.skipped["junk"], 1);
    }
}

#[test]
fn a_line_in_which_nothing_was_found_is_written_as_any_other() {
    let desk = Desk::new();
    // The manifest's keys lead to the long way; nothing else differs.
    let path = desk.write("a.jsonl", b"{\"id\":\"a\\\"1\",\"text\":\"Sports day\"}\n{\"id\":\"a\\\"1\",\"text\":\"Sports day\",\"teaching\":false}\n");
    let found = desk.scan(&[&path], Options::default()).unwrap();
    // Two posts of one id are told apart by their lines alone.
    assert_eq!(found.raw[0], found.raw[1].replace("line 2", "line 1"));
}
