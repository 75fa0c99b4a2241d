//! The limits of a message's rows of buttons and menus.

use std::collections::HashSet;

use serde_json::Value;

use super::FormErrors;

const ROWS: usize = 5;
const BUTTONS: usize = 5;
const OPTIONS: usize = 25;

const ROW: u64 = 1;
const BUTTON: u64 = 2;
const STRING_SELECT: u64 = 3;
const USER_SELECT: u64 = 5;
const CHANNEL_SELECT: u64 = 8;
const LINK_STYLE: u64 = 5;

/// Checks the rows of a message.
pub(super) fn check_rows(errors: &mut FormErrors, path: &str, rows: Option<&Value>) {
    let mut seen = HashSet::new();
    for (index, row) in errors.list(path, rows, 0, ROWS).iter().enumerate() {
        let at = format!("{path}.{index}");
        if row.get("type").and_then(Value::as_u64) != Some(ROW) {
            errors.add(
                &format!("{at}.type"),
                "UNION_TYPE_CHOICES",
                "Value of field \"type\" must be 1.",
            );
            continue;
        }
        let parts = errors.list(&format!("{at}.components"), row.get("components"), 1, BUTTONS);
        for (index, part) in parts.iter().enumerate() {
            check_part(errors, &format!("{at}.components.{index}"), part, &mut seen);
        }
        let menus = parts.iter().filter(|p| p.get("type").and_then(Value::as_u64) != Some(BUTTON));
        if menus.count() > 0 && parts.len() > 1 {
            let message = "A menu needs a row of its own.";
            errors.add(&format!("{at}.components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message);
        }
    }
}

fn check_part<'a>(errors: &mut FormErrors, at: &str, part: &'a Value, seen: &mut HashSet<&'a str>) {
    let is_link = part.get("style").and_then(Value::as_u64) == Some(LINK_STYLE);
    match part.get("type").and_then(Value::as_u64) {
        Some(BUTTON) if is_link => {
            errors.length(&format!("{at}.url"), part.get("url"), 1, 512);
            return errors.length(&format!("{at}.label"), part.get("label"), 0, 80);
        }
        Some(BUTTON) => check_button(errors, at, part),
        Some(STRING_SELECT) => check_menu(errors, at, part),
        Some(USER_SELECT..=CHANNEL_SELECT) => {}
        _ => {
            let message = "Value of field \"type\" must be one of (2, 3, 5, 6, 7, 8).";
            return errors.add(&format!("{at}.type"), "UNION_TYPE_CHOICES", message);
        }
    }
    errors.length(&format!("{at}.custom_id"), part.get("custom_id"), 1, 100);
    if let Some(id) = part.get("custom_id").and_then(Value::as_str)
        && !seen.insert(id)
    {
        let message = "Component custom id cannot be duplicated";
        errors.add(&format!("{at}.custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", message);
    }
}

fn check_button(errors: &mut FormErrors, at: &str, button: &Value) {
    errors.length(&format!("{at}.label"), button.get("label"), 0, 80);
    if !matches!(button.get("style").and_then(Value::as_u64), Some(1..=4)) {
        let message = "Value must be one of {1, 2, 3, 4, 5, 6}.";
        errors.add(&format!("{at}.style"), "BASE_TYPE_CHOICES", message);
    }
    let has = |part: &str| button.get(part).is_some_and(|v| !v.is_null() && v != "");
    if !has("label") && !has("emoji") {
        let message = "A button must have a label or an emoji.";
        errors.add(&format!("{at}.label"), "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", message);
    }
}

fn check_menu(errors: &mut FormErrors, at: &str, menu: &Value) {
    errors.length(&format!("{at}.placeholder"), menu.get("placeholder"), 0, 150);
    let options = errors.list(&format!("{at}.options"), menu.get("options"), 1, OPTIONS);
    let mut seen = HashSet::new();
    for (index, option) in options.iter().enumerate() {
        let at = format!("{at}.options.{index}");
        errors.length(&format!("{at}.label"), option.get("label"), 1, 100);
        errors.length(&format!("{at}.value"), option.get("value"), 1, 100);
        errors.length(&format!("{at}.description"), option.get("description"), 0, 100);
        if !seen.insert(option.get("value").and_then(Value::as_str)) {
            let message = "The specified option value is already used";
            errors.add(&format!("{at}.value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn refused(rows: &Value) -> Option<Value> {
        let mut errors = FormErrors::default();
        check_rows(&mut errors, "components", Some(rows));
        errors.into_result().err().map(|r| r.body()["errors"]["components"].clone())
    }

    fn button(id: &str) -> Value {
        json!({ "type": 2, "style": 1, "label": "Undo", "custom_id": id })
    }

    fn row(parts: &[Value]) -> Value {
        json!({ "type": 1, "components": parts })
    }

    #[test]
    fn five_rows_of_five_buttons_pass_and_more_do_not() {
        let full: Vec<Value> = (0..5)
            .map(|r| row(&(0..5).map(|b| button(&format!("{r}{b}"))).collect::<Vec<_>>()))
            .collect();
        assert_eq!(refused(&json!(full)), None);
        let six: Vec<Value> = (0..6).map(|r| row(&[button(&r.to_string())])).collect();
        assert!(refused(&json!(six)).is_some());
        let wide: Vec<Value> = (0..6).map(|b| button(&b.to_string())).collect();
        assert!(refused(&json!([row(&wide)])).is_some());
    }

    #[test]
    fn custom_ids_are_short_and_stand_once_in_a_message() {
        let twice = refused(&json!([row(&[button("a")]), row(&[button("a")])])).unwrap();
        let errors = &twice["1"]["components"]["0"]["custom_id"]["_errors"];
        assert_eq!(errors[0]["code"], "COMPONENT_CUSTOM_ID_DUPLICATED");
        assert!(refused(&json!([row(&[button(&"x".repeat(101))])])).is_some());
        assert!(refused(&json!([row(&[button("")])])).is_some());
    }

    #[test]
    fn a_menu_has_up_to_25_options_and_a_row_to_itself() {
        let menu = |count: usize| {
            let options: Vec<Value> = (0..count)
                .map(|n| json!({ "label": n.to_string(), "value": n.to_string() }))
                .collect();
            json!({ "type": 3, "custom_id": "m", "options": options })
        };
        assert_eq!(refused(&json!([row(&[menu(25)])])), None);
        assert!(refused(&json!([row(&[menu(26)])])).is_some());
        assert!(refused(&json!([row(&[menu(1), button("b")])])).is_some());
    }
}
