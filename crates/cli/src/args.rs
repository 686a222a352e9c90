//! The arguments.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Reads drafts of social-media posts before anyone else does: releases a clean copy, or holds the
/// draft and says what is wrong, which clause of the school's policy says so, and how to mend it.
#[derive(Debug, Parser)]
#[command(name = "gatepost", version, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make an invented school, drop its example drafts, work them off, and say what happened
    Demo {
        /// The folder for it
        #[arg(default_value = "gatepost-demo")]
        folder: PathBuf,
        /// The policy pack to judge by
        #[arg(long, default_value = "woodstock")]
        policy: String,
    },
    /// Make a school folder with an invented school in it, ready to run
    Init {
        /// The folder for it; it must be empty or not there yet
        folder: PathBuf,
        /// The policy pack that the school adopts
        #[arg(long, default_value = "strict")]
        policy: String,
    },
    /// Judge drafts where they lie, and change nothing
    Check(Check),
    /// Judge many texts by their words and names alone: JSON lines in, JSON lines out
    Screen(Screen),
    /// Say what old posts expose: archives and the exports of social networks
    Scan(Scan),
    /// Work off the inbox: take each draft, judge it, place it in released/ or held/
    Watch(Watch),
    /// Say what lies in the inbox, in held/ and in released/, and why
    Status {
        #[command(flatten)]
        school: SchoolArg,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Decide on held drafts
    Review {
        #[command(subcommand)]
        command: Review,
    },
    /// List what was released and would be held today: the takedown list
    Recheck(Recheck),
    /// Note where a released draft was posted
    Posted {
        #[command(flatten)]
        school: SchoolArg,
        /// The released draft: its name, or ACCOUNT/NAME
        draft: String,
        /// Where it can be seen
        #[arg(long)]
        url: String,
    },
    /// What is kept about one pupil
    Pupil {
        #[command(subcommand)]
        command: Pupil,
    },
    /// The ledger: what was judged, decided and released
    Ledger {
        #[command(subcommand)]
        command: Ledger,
    },
    /// Write copies of photos that give nothing away
    Strip(Strip),
    /// Say what photos give away
    Inspect {
        /// Print JSON, one object a line
        #[arg(long)]
        json: bool,
        /// The photos
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// The school's registers
    Records {
        #[command(subcommand)]
        command: Records,
    },
    /// List every rule
    Rules {
        /// Print JSON, one object a line
        #[arg(long)]
        json: bool,
    },
    /// Say what a rule finds, why, and how to mend a draft
    Explain {
        /// The rule, such as names/full-name
        rule: String,
        #[command(flatten)]
        school: SchoolArg,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Policy packs
    Policy {
        #[command(subcommand)]
        command: Policy,
    },
}

/// Which school.
#[derive(Debug, Args)]
pub(crate) struct SchoolArg {
    /// The school folder; else the nearest one upwards that has a school.toml
    #[arg(long, value_name = "DIR")]
    pub(crate) school: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) school: SchoolArg,
    /// Print JSON, one verdict a line
    #[arg(long)]
    pub(crate) json: bool,
    /// Write OUT/ACCOUNT/DRAFT/ for each draft: verdict, report, and the clean copies of released ones
    #[arg(long, value_name = "OUT")]
    pub(crate) out: Option<PathBuf>,
    /// Judge as of this moment in the school's time: 2026-11-20 or 2026-11-20T15:45
    #[arg(long, value_name = "DATE[TTIME]")]
    pub(crate) as_of: Option<String>,
    /// Show personal data as it stands
    #[arg(long)]
    pub(crate) reveal: bool,
    /// Folders or files; - reads drafts in JSON, one a line, from standard input
    #[arg(required = true, value_name = "DRAFT")]
    pub(crate) drafts: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Screen {
    #[command(flatten)]
    pub(crate) school: SchoolArg,
    /// Judge as of this moment in the school's time: 2026-11-20 or 2026-11-20T15:45
    #[arg(long, value_name = "DATE[TTIME]")]
    pub(crate) as_of: Option<String>,
    /// Show personal data as it stands
    #[arg(long)]
    pub(crate) reveal: bool,
    /// How many texts to judge at a time; else as many as the computer has cores
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// A file of lines {"id","text"}; - or nothing reads them from standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct Scan {
    #[command(flatten)]
    pub(crate) school: SchoolArg,
    /// Write report.jsonl, summary.json, report.html and takedown.csv into this folder
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// How many posts to judge at a time; else as many as the computer has cores
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// Go on with a scan into the same folder that was cut short
    #[arg(long, requires = "out")]
    pub(crate) resume: bool,
    /// Leave out what stands in the earlier report in this folder
    #[arg(long, value_name = "DIR")]
    pub(crate) baseline: Option<PathBuf>,
    /// Judge each post as of the day on which it was published
    #[arg(long)]
    pub(crate) as_published: bool,
    /// Ask for everything that a draft is asked for: author, account, attestations, who is pictured
    #[arg(long)]
    pub(crate) full: bool,
    /// Read direct messages too, where they lie among the posts
    #[arg(long)]
    pub(crate) messages: bool,
    /// Write the clean copies of released posts' media into DIR/cleaned/
    #[arg(long, requires = "out")]
    pub(crate) clean: bool,
    /// Judge as of this moment in the school's time: 2026-11-20 or 2026-11-20T15:45
    #[arg(long, value_name = "DATE[TTIME]")]
    pub(crate) as_of: Option<String>,
    /// Print JSON, one verdict a line
    #[arg(long)]
    pub(crate) json: bool,
    /// Show personal data as it stands
    #[arg(long)]
    pub(crate) reveal: bool,
    /// Folders of drafts, JSON lines, zip and tar files, exports of X, Facebook, Instagram, Mastodon,
    /// WordPress, YouTube, Hootsuite and Buffer
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Watch {
    #[command(flatten)]
    pub(crate) school: SchoolArg,
    /// Work off what is there, and end; else the inbox is watched until the program is stopped
    #[arg(long)]
    pub(crate) once: bool,
    /// For how many seconds a draft must lie still before it is taken
    #[arg(long, value_name = "SECONDS")]
    pub(crate) settle: Option<u64>,
    /// Judge as of this moment in the school's time: 2026-11-20 or 2026-11-20T15:45
    #[arg(long, value_name = "DATE[TTIME]", requires = "once")]
    pub(crate) as_of: Option<String>,
    /// List the inbox every few seconds, and do not wait for the system to tell of changes
    #[arg(long)]
    pub(crate) poll: bool,
    /// Print JSON, one verdict a line
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Review {
    /// List the held drafts
    List {
        #[command(flatten)]
        school: SchoolArg,
        /// Print JSON, one draft a line
        #[arg(long)]
        json: bool,
    },
    /// Show one: its verdict by today's registers, and what was decided
    Show {
        #[command(flatten)]
        school: SchoolArg,
        /// The draft: its name, ACCOUNT/NAME, or its key
        draft: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Keep others from deciding for a quarter of an hour
    Claim(Decision),
    /// Approve it as it is: with every approval that the policy asks for, it is released
    Approve(Decision),
    /// Take an approval back, as long as nothing is released
    Undo(Decision),
    /// Send it back to its author, into the inbox, beside a note
    Return(Decision),
    /// Stop it for good
    Reject(Decision),
}

#[derive(Debug, Args)]
pub(crate) struct Decision {
    #[command(flatten)]
    pub(crate) school: SchoolArg,
    /// The draft: its name, ACCOUNT/NAME, or its key
    pub(crate) draft: String,
    /// Who decides: a staff id, or a school e-mail address
    #[arg(long = "as", value_name = "STAFF")]
    pub(crate) staff: String,
    /// Why, without names: it stays in the ledger
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Recheck {
    #[command(flatten)]
    pub(crate) school: SchoolArg,
    /// Only what was released since this day
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,
    /// Judge as of this moment in the school's time: 2026-11-20 or 2026-11-20T15:45
    #[arg(long, value_name = "DATE[TTIME]")]
    pub(crate) as_of: Option<String>,
    /// Note in the ledger that these are to be taken down
    #[arg(long)]
    pub(crate) record: bool,
    /// Print JSON, one draft a line
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Print a table for a spreadsheet
    #[arg(long)]
    pub(crate) csv: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Pupil {
    /// List the drafts in which they were found or declared
    Report {
        #[command(flatten)]
        school: SchoolArg,
        /// The UPN, or the pupil id of the roster
        id: String,
        /// Print JSON, one draft a line
        #[arg(long)]
        json: bool,
    },
    /// Remove all of that; the records stay, and still verify
    Forget {
        #[command(flatten)]
        school: SchoolArg,
        /// The UPN, or the pupil id of the roster
        id: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Ledger {
    /// Print its records
    Show {
        #[command(flatten)]
        school: SchoolArg,
        /// Only those about this draft, by its key
        #[arg(long, value_name = "KEY")]
        draft: Option<String>,
        /// Print JSON, one record a line
        #[arg(long)]
        json: bool,
    },
    /// Find any record that was changed, removed, moved or cut off
    Verify {
        #[command(flatten)]
        school: SchoolArg,
        /// Verify an export instead, which needs no school
        #[arg(long, value_name = "FILE")]
        export: Option<PathBuf>,
        /// An anchor that was kept, as gatepost ledger head prints it
        #[arg(long, value_name = "NUMBER:HASH")]
        anchor: Option<String>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Write all records as JSON lines, or as a table for a spreadsheet
    Export {
        #[command(flatten)]
        school: SchoolArg,
        /// Write a table
        #[arg(long)]
        csv: bool,
        /// The file to write; else standard output
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Print where it ends: the anchor to keep on paper
    Head {
        #[command(flatten)]
        school: SchoolArg,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Copy it while it is in use, and verify the copy
    Backup {
        #[command(flatten)]
        school: SchoolArg,
        /// The copy, which must not be there yet
        file: PathBuf,
    },
    /// Verify a copy and put it back
    Restore {
        #[command(flatten)]
        school: SchoolArg,
        /// The copy
        file: PathBuf,
    },
    /// Remove evidence about pupils that is older than this; the records stay, and still verify
    Purge {
        #[command(flatten)]
        school: SchoolArg,
        /// Evidence of records before this day
        #[arg(long, value_name = "DATE")]
        before: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Strip {
    /// The folder for the clean copies; without it each lies beside its original, as NAME-clean.jpg
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Replace each file by its clean copy
    #[arg(long, conflicts_with = "out")]
    pub(crate) in_place: bool,
    /// Print JSON, one object a file
    #[arg(long)]
    pub(crate) json: bool,
    /// How many files to clean at a time; else as many as the computer has cores
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// The photos
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Records {
    /// Read every register and say what is wrong, row by row
    Check {
        #[command(flatten)]
        school: SchoolArg,
        /// Print JSON, one problem a line
        #[arg(long)]
        json: bool,
        /// Name the pupils whose families have yet to answer
        #[arg(long)]
        reveal: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Policy {
    /// List the built-in packs
    List {
        /// Print JSON, one object a line
        #[arg(long)]
        json: bool,
    },
    /// Judge the example drafts of a pack: each clause that rules decide must hold one and let one go
    Coverage {
        /// The id of a built-in pack, or the path of a pack file
        pack: String,
        /// Print JSON, one clause a line
        #[arg(long)]
        json: bool,
    },
    /// Read a pack file and say everything that is wrong with it, line by line
    Check {
        /// The pack file
        file: PathBuf,
        /// Print JSON, one fault a line
        #[arg(long)]
        json: bool,
    },
    /// Say in what two packs differ
    Diff {
        /// The id of a built-in pack, or the path of a pack file
        one: String,
        /// Another
        other: String,
        /// Print JSON, one difference a line
        #[arg(long)]
        json: bool,
    },
    /// Judge past drafts by another pack, and say what would newly be held or released
    Try {
        /// The id of a built-in pack, or the path of a pack file
        pack: String,
        /// A folder of drafts: by account, as held/, released/ and inbox/ are, or draft by draft
        #[arg(long, value_name = "DIR")]
        against: PathBuf,
        #[command(flatten)]
        school: SchoolArg,
        /// Print JSON, one draft a line
        #[arg(long)]
        json: bool,
    },
    /// Print the JSON Schema of pack files, for editors
    Schema,
    /// Print a pack's clauses, and how each is met
    Show {
        /// The id of a built-in pack, or the path of a pack file
        pack: String,
        /// Print a page for people, such as the governors
        #[arg(long, conflicts_with = "json")]
        html: bool,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}
