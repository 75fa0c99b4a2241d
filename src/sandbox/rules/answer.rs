//! The limits of the answers to an interaction that are not messages: modals and suggestions.

use std::collections::HashSet;

use serde_json::Value;

use super::FormErrors;
use crate::sandbox::rejection::Rejection;

const INPUTS: usize = 5;
const CHOICES: usize = 25;

/// Checks a modal: its title and its one to five text inputs, each in a row of its own.
pub(in crate::sandbox) fn check_modal(data: &Value) -> Result<(), Rejection> {
    let mut errors = FormErrors::default();
    errors.length("data.custom_id", data.get("custom_id"), 1, 100);
    errors.length("data.title", data.get("title"), 1, 45);
    let mut seen = HashSet::new();
    let rows = errors.list("data.components", data.get("components"), 1, INPUTS);
    for (index, row) in rows.iter().enumerate() {
        let at = format!("data.components.{index}.components");
        for input in errors.list(&at, row.get("components"), 1, 1) {
            let at = format!("{at}.0");
            if input.get("type").and_then(Value::as_u64) != Some(4) {
                let message = "Value of field \"type\" must be one of (4,).";
                errors.add(&format!("{at}.type"), "UNION_TYPE_CHOICES", message);
            }
            errors.length(&format!("{at}.custom_id"), input.get("custom_id"), 1, 100);
            errors.length(&format!("{at}.label"), input.get("label"), 1, 45);
            errors.length(&format!("{at}.placeholder"), input.get("placeholder"), 0, 100);
            errors.length(&format!("{at}.value"), input.get("value"), 0, 4000);
            if !seen.insert(input.get("custom_id").and_then(Value::as_str)) {
                let message = "Component custom id cannot be duplicated";
                errors.add(&format!("{at}.custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", message);
            }
        }
    }
    errors.into_result()
}

/// Checks what an autocomplete suggests.
pub(in crate::sandbox) fn check_choices(data: &Value) -> Result<(), Rejection> {
    let mut errors = FormErrors::default();
    let choices = errors.list("data.choices", data.get("choices"), 0, CHOICES);
    for (index, choice) in choices.iter().enumerate() {
        let at = format!("data.choices.{index}");
        errors.length(&format!("{at}.name"), choice.get("name"), 1, 100);
        match choice.get("value") {
            Some(Value::Number(_)) => {}
            value => errors.length(&format!("{at}.value"), value, 1, 100),
        }
    }
    errors.into_result()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_modal_has_a_short_title_and_one_to_five_inputs() {
        let modal = |title: &str, inputs: usize| {
            let rows: Vec<Value> = (0..inputs)
                .map(|n| {
                    let id = n.to_string();
                    json!({ "type": 1, "components": [
                        { "type": 4, "custom_id": id, "label": "Note", "style": 1 }
                    ] })
                })
                .collect();
            check_modal(&json!({ "custom_id": "m", "title": title, "components": rows }))
        };
        assert_eq!(modal("Note", 5), Ok(()));
        assert!(modal("Note", 0).is_err());
        assert!(modal("Note", 6).is_err());
        assert!(modal(&"t".repeat(46), 1).is_err());
    }

    #[test]
    fn suggestions_are_at_most_25_with_short_names() {
        let choices = |count: usize, name: &str| {
            check_choices(&json!({ "choices": vec![json!({ "name": name, "value": "v" }); count] }))
        };
        assert_eq!(choices(25, &"n".repeat(100)), Ok(()));
        assert!(choices(26, "n").is_err());
        assert!(choices(1, &"n".repeat(101)).is_err());
    }
}
