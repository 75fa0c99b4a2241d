//! The limits of application commands as an app registers them.

use std::collections::HashSet;

use serde_json::Value;

use super::FormErrors;
use crate::sandbox::rejection::Rejection;

const COMMANDS: usize = 100;
const OPTIONS: usize = 25;
const CHOICES: usize = 25;

const CHAT_INPUT: u64 = 1;
const SUB_COMMAND: u64 = 1;
const GROUP: u64 = 2;

/// Checks a whole set of commands, as bulk overwrite takes them.
pub(in crate::sandbox) fn check_commands(commands: &[Value]) -> Result<(), Rejection> {
    let mut errors = FormErrors::default();
    let mut seen = HashSet::new();
    if commands.len() > COMMANDS {
        return Err(Rejection::TOO_MANY_COMMANDS);
    }
    for (index, command) in commands.iter().enumerate() {
        check(&mut errors, &format!("{index}."), command);
        if !seen.insert((command.get("name"), kind(command, CHAT_INPUT))) {
            let message = "Application command names must be unique";
            errors.add(&format!("{index}.name"), "APPLICATION_COMMANDS_DUPLICATE_NAME", message);
        }
    }
    errors.into_result()
}

/// Checks one command.
pub(in crate::sandbox) fn check_command(command: &Value) -> Result<(), Rejection> {
    let mut errors = FormErrors::default();
    check(&mut errors, "", command);
    errors.into_result()
}

fn kind(of: &Value, default: u64) -> u64 {
    of.get("type").and_then(Value::as_u64).unwrap_or(default)
}

fn check(errors: &mut FormErrors, at: &str, command: &Value) {
    errors.length(&format!("{at}name"), command.get("name"), 1, 32);
    if kind(command, CHAT_INPUT) != CHAT_INPUT {
        return;
    }
    check_name(errors, &format!("{at}name"), command.get("name"));
    errors.length(&format!("{at}description"), command.get("description"), 1, 100);
    check_options(errors, &format!("{at}options"), command.get("options"));
}

fn check_name(errors: &mut FormErrors, at: &str, name: Option<&Value>) {
    let Some(name) = name.and_then(Value::as_str) else { return };
    let allowed =
        |c: char| (c.is_alphanumeric() && !c.is_uppercase()) || matches!(c, '-' | '_' | '\'');
    if !name.chars().all(allowed) {
        errors.add(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
}

fn check_options(errors: &mut FormErrors, path: &str, options: Option<&Value>) {
    let (mut seen, mut optional_before) = (HashSet::new(), false);
    let options = errors.list(path, options, 0, OPTIONS);
    for (index, option) in options.iter().enumerate() {
        let at = format!("{path}.{index}");
        errors.length(&format!("{at}.name"), option.get("name"), 1, 32);
        check_name(errors, &format!("{at}.name"), option.get("name"));
        errors.length(&format!("{at}.description"), option.get("description"), 1, 100);
        if !seen.insert(option.get("name")) {
            let message = "Option names must be unique";
            errors.add(
                &format!("{at}.name"),
                "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE",
                message,
            );
        }
        match kind(option, 0) {
            SUB_COMMAND | GROUP => {
                check_options(errors, &format!("{at}.options"), option.get("options"));
                continue;
            }
            3..=11 => check_value(errors, &at, option),
            _ => errors.add(
                &format!("{at}.type"),
                "BASE_TYPE_CHOICES",
                "Value must be between 1 and 11.",
            ),
        }
        let required = option.get("required").and_then(Value::as_bool).unwrap_or(false);
        if required && optional_before {
            let message = "Required options must be placed before non-required options";
            errors.add(
                &format!("{at}.required"),
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                message,
            );
        }
        optional_before |= !required;
    }
    let subs = options.iter().filter(|o| matches!(kind(o, 0), SUB_COMMAND | GROUP)).count();
    if subs > 0 && subs < options.len() {
        let message = "Sub-command and sub-command group option types are mutually exclusive to all other types";
        errors.add(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
    }
}

fn check_value(errors: &mut FormErrors, at: &str, option: &Value) {
    let path = format!("{at}.choices");
    let choices = errors.list(&path, option.get("choices"), 0, CHOICES);
    for (index, choice) in choices.iter().enumerate() {
        errors.length(&format!("{path}.{index}.name"), choice.get("name"), 1, 100);
        if matches!(choice.get("value"), Some(Value::String(_)) | None) {
            errors.length(&format!("{path}.{index}.value"), choice.get("value"), 1, 100);
        }
    }
    let completes = option.get("autocomplete").and_then(Value::as_bool).unwrap_or(false);
    if completes && !choices.is_empty() {
        let message = "Autocomplete and choices are mutually exclusive";
        errors.add(at, "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", message);
    }
    if completes && !matches!(kind(option, 0), 3 | 4 | 10) {
        let message = "Autocomplete is only for text and numbers";
        errors.add(at, "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID_OPTION_TYPE", message);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn command(name: &str, options: &[Value]) -> Value {
        json!({ "name": name, "description": "Log recovery", "options": options })
    }

    fn option(name: &str, required: bool) -> Value {
        json!({ "type": 3, "name": name, "description": "What you did", "required": required })
    }

    #[test]
    fn names_are_lower_case_short_and_unique() {
        assert_eq!(check_commands(&[command("recover", &[]), command("today", &[])]), Ok(()));
        assert!(check_command(&command("Recover", &[])).is_err());
        assert!(check_command(&command("re cover", &[])).is_err());
        assert!(check_command(&command(&"r".repeat(33), &[])).is_err());
        assert!(check_commands(&[command("recover", &[]), command("recover", &[])]).is_err());
    }

    #[test]
    fn required_options_come_first_and_there_are_at_most_25() {
        let fine = [option("what", true), option("note", false)];
        assert_eq!(check_command(&command("recover", &fine)), Ok(()));
        let wrong = [option("note", false), option("what", true)];
        let errors = check_command(&command("recover", &wrong)).unwrap_err().body();
        let code = &errors["errors"]["options"]["1"]["required"]["_errors"][0]["code"];
        assert_eq!(code, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID");
        let many: Vec<Value> = (0..26).map(|n| option(&format!("o{n}"), false)).collect();
        assert!(check_command(&command("recover", &many)).is_err());
    }

    #[test]
    fn sub_commands_and_plain_options_do_not_mix() {
        let sub = json!({ "type": 1, "name": "on", "description": "On" });
        assert_eq!(check_command(&command("remind", std::slice::from_ref(&sub))), Ok(()));
        assert!(check_command(&command("remind", &[sub, option("when", false)])).is_err());
    }
}
