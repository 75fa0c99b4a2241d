//! Places for what a statement binds, where their number is known only when it runs.

/// Rows to insert, each of so many columns: "($1, $2), ($3, $4)".
pub(super) fn rows(rows: usize, columns: usize) -> String {
    let row = |row: usize| format!("({})", list(row * columns + 1, columns));
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

/// So many from a number on: "$2, $3, $4".
pub(super) fn list(first: usize, count: usize) -> String {
    let places: Vec<String> = (first..first + count).map(|place| format!("${place}")).collect();
    places.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_has_its_own_number() {
        assert_eq!(rows(2, 3), "($1, $2, $3), ($4, $5, $6)");
        assert_eq!(list(2, 3), "$2, $3, $4");
    }
}
