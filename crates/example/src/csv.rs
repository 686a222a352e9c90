//! Writes tables as comma-separated text, quoted where a cell needs it (RFC 4180).

/// A table under a header.
#[derive(Debug)]
pub(crate) struct Table(String);

impl Table {
    pub(crate) fn new(header: &[&str]) -> Self {
        let mut table = Self(String::new());
        table.row(header);
        table
    }

    pub(crate) fn row(&mut self, cells: &[&str]) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            if cell.contains([',', '"', '\n', '\r']) {
                self.0.push('"');
                self.0.push_str(&cell.replace('"', "\"\""));
                self.0.push('"');
            } else {
                self.0.push_str(cell);
            }
        }
        self.0.push('\n');
    }

    pub(crate) fn bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_only_where_needed() {
        let mut table = Table::new(&["a", "b"]);
        table.row(&["O'Neill", "one, \"two\""]);
        assert_eq!(table.bytes(), b"a,b\nO'Neill,\"one, \"\"two\"\"\"\n");
    }
}
