//! The value of one option: read from what was typed, and checked.

use serde_json::{Value, json};

use super::{Find, Refusal};
use crate::sandbox::command::{Choice, CommandOption, option_type as kinds};

fn invalid(option: &CommandOption, problem: impl Into<String>) -> Refusal {
    Refusal::InvalidValue { option: option.name.clone(), problem: problem.into() }
}

/// A typed value as the app would send it.
pub(in crate::sandbox) fn value_of(
    option: &CommandOption,
    text: &str,
    find: Find<'_>,
) -> Result<Value, Refusal> {
    if !option.choices.is_empty() {
        let chosen =
            |choice: &&Choice| choice.name.eq_ignore_ascii_case(text) || choice.value == text;
        let chosen = option.choices.iter().find(chosen);
        return chosen
            .map(|choice| choice.value.clone())
            .ok_or_else(|| invalid(option, "Please select one of the choices."));
    }
    let named = |problem: &str| {
        let id = find(option.kind, text.trim_start_matches(['@', '#']));
        id.map(|id| json!(id)).ok_or_else(|| invalid(option, problem))
    };
    match option.kind {
        kinds::INTEGER => {
            let number: Result<i64, _> = text.parse();
            number.map(|n| json!(n)).map_err(|_| invalid(option, "Input a valid integer."))
        }
        kinds::NUMBER => {
            let number: Result<f64, _> = text.parse();
            number.map(|n| json!(n)).map_err(|_| invalid(option, "Input a valid number."))
        }
        kinds::BOOLEAN => match text.to_lowercase().as_str() {
            "true" | "yes" => Ok(json!(true)),
            "false" | "no" => Ok(json!(false)),
            _ => Err(invalid(option, "Choose True or False.")),
        },
        kinds::USER => named("Input a valid user."),
        kinds::CHANNEL => named("Input a valid channel."),
        kinds::ROLE => named("Input a valid role."),
        kinds::MENTIONABLE => named("Input a valid mention."),
        kinds::ATTACHMENT => named("Add a file."),
        _ => Ok(json!(text)),
    }
}

/// Checks a value as the app does before it sends anything.
pub(super) fn check(option: &CommandOption, value: &Value) -> Result<(), Refusal> {
    if !option.choices.is_empty() && option.choices.iter().all(|choice| choice.value != *value) {
        return Err(invalid(option, "Please select one of the choices."));
    }
    match option.kind {
        kinds::INTEGER | kinds::NUMBER => {
            let is_whole = option.kind == kinds::NUMBER || value.is_i64() || value.is_u64();
            let number = value.as_f64().filter(|_| is_whole);
            let number = number.ok_or_else(|| invalid(option, "Input a valid number."))?;
            if let Some(min) = option.min_value.filter(|min| number < *min) {
                return Err(invalid(option, format!("Enter a value of at least {min}.")));
            }
            if let Some(max) = option.max_value.filter(|max| number > *max) {
                return Err(invalid(option, format!("Enter a value of at most {max}.")));
            }
        }
        kinds::STRING => {
            let text = value.as_str().ok_or_else(|| invalid(option, "Input text."))?;
            let length = text.chars().count();
            if length < option.min_length.unwrap_or(0).max(usize::from(option.required)) {
                return Err(invalid(option, "The value is too short."));
            }
            if length > option.max_length.unwrap_or(6000) {
                return Err(invalid(option, "The value is too long."));
            }
        }
        kinds::BOOLEAN if !value.is_boolean() => {
            return Err(invalid(option, "Choose True or False."));
        }
        _ => {}
    }
    Ok(())
}
