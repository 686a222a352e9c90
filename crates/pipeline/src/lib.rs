//! The gate every post of a school passes: check a draft, get a verdict and a clean copy.
