//! An invented school: its registers, drafts and photos, made by seeded code.
