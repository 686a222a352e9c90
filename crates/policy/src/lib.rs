//! Policy packs: clauses turn findings into a verdict.
