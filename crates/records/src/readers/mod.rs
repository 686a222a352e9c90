//! The registers, read from their files into what the school keeps.

pub(crate) mod consent;
pub(crate) mod pupils;
pub(crate) mod school;
pub(crate) mod staff;

mod answers;
mod calendar;
mod footer;
mod limits;
mod names;
mod typed;
