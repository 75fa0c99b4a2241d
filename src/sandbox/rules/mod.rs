//! What Discord refuses in a request body, as pure functions over the payload.
//!
//! Each returns every rule that was broken, not only the first; nothing here knows what exists.

mod answer;
mod command;
mod component;
mod message;

use serde_json::{Map, Value, json};

pub(super) use answer::{check_choices, check_modal};
pub(super) use command::{check_command, check_commands};
pub(super) use message::{check_message, is_empty};

use super::rejection::Rejection;

/// The broken rules of one request body, as Discord nests them: the path, then `_errors`.
#[derive(Debug, Default)]
pub(super) struct FormErrors(Map<String, Value>);

impl FormErrors {
    /// The refusal of a body that broke just this one rule.
    pub(super) fn only(path: &str, code: &str, message: impl Into<String>) -> Rejection {
        let mut errors = Self::default();
        errors.add(path, code, message);
        Rejection::invalid_form(Value::Object(errors.0))
    }

    /// Notes that the rule `code` was broken at `path` (keys and indexes, joined by dots).
    pub(super) fn add(&mut self, path: &str, code: &str, message: impl Into<String>) {
        let mut here = &mut self.0;
        for step in path.split('.') {
            let next = here.entry(step).or_insert_with(|| json!({}));
            let Value::Object(map) = next else { return };
            here = map;
        }
        let broken = json!({ "code": code, "message": message.into() });
        match here.entry("_errors").or_insert_with(|| json!([])) {
            Value::Array(list) => list.push(broken),
            _ => unreachable!("only this function writes `_errors`, always as a list"),
        }
    }

    /// Notes a text that isn't `min..=max` characters long; a missing one counts as empty.
    pub(super) fn length(&mut self, path: &str, text: Option<&Value>, min: usize, max: usize) {
        let text = match text {
            None | Some(Value::Null) if min == 0 => return,
            None | Some(Value::Null) => {
                return self.add(path, "BASE_TYPE_REQUIRED", "This field is required");
            }
            Some(Value::String(text)) => text,
            Some(_) => {
                return self.add(path, "STRING_TYPE_CONVERT", "Could not interpret as string.");
            }
        };
        let count = text.chars().count();
        if count > max {
            let message = format!("Must be {max} or fewer in length.");
            self.add(path, "BASE_TYPE_MAX_LENGTH", message);
        } else if count < min {
            let message = format!("Must be between {min} and {max} in length.");
            self.add(path, "BASE_TYPE_BAD_LENGTH", message);
        }
    }

    /// Notes a list with more or fewer than `min..=max` parts, and gives its parts.
    pub(super) fn list<'a>(
        &mut self,
        path: &str,
        list: Option<&'a Value>,
        min: usize,
        max: usize,
    ) -> &'a [Value] {
        let parts = match list {
            None | Some(Value::Null) => &[],
            Some(Value::Array(parts)) => parts.as_slice(),
            Some(_) => {
                self.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
                return &[];
            }
        };
        if parts.len() < min || parts.len() > max {
            let message = format!("Must be between {min} and {max} in length.");
            self.add(path, "BASE_TYPE_BAD_LENGTH", message);
        }
        parts
    }

    pub(super) fn into_result(self) -> Result<(), Rejection> {
        if self.0.is_empty() { Ok(()) } else { Err(Rejection::invalid_form(Value::Object(self.0))) }
    }
}
