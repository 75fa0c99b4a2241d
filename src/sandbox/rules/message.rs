//! The limits of a message: text, embeds, nonce and whom it may ping.

use serde_json::Value;

use super::FormErrors;
use super::component::check_rows;
use crate::sandbox::rejection::Rejection;

const EMBEDS: usize = 10;
const EMBED_TOTAL: usize = 6000;
const FIELDS: usize = 25;
const MENTIONS: usize = 100;

/// Checks a message to post, or the changes to one.
pub(in crate::sandbox) fn check_message(payload: &Value, at: &str) -> Result<(), Rejection> {
    let mut errors = FormErrors::default();
    let key = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
    errors.length(&key("content"), payload.get("content"), 0, 2000);
    check_embeds(&mut errors, &key("embeds"), payload.get("embeds"));
    check_rows(&mut errors, &key("components"), payload.get("components"));
    if let Some(Value::String(_)) = payload.get("nonce") {
        errors.length(&key("nonce"), payload.get("nonce"), 0, 25);
    }
    check_mentions(&mut errors, &key("allowed_mentions"), payload.get("allowed_mentions"));
    errors.into_result()
}

/// Whether a message would have nothing to show.
pub(in crate::sandbox) fn is_empty(
    content: &str,
    embeds: &[Value],
    files: usize,
    rows: &[Value],
) -> bool {
    content.trim().is_empty() && embeds.is_empty() && files == 0 && rows.is_empty()
}

fn check_embeds(errors: &mut FormErrors, path: &str, embeds: Option<&Value>) {
    let mut total = 0;
    for (index, embed) in errors.list(path, embeds, 0, EMBEDS).iter().enumerate() {
        let at = format!("{path}.{index}");
        errors.length(&format!("{at}.title"), embed.get("title"), 0, 256);
        errors.length(&format!("{at}.description"), embed.get("description"), 0, 4096);
        errors.length(&format!("{at}.footer.text"), embed.pointer("/footer/text"), 0, 2048);
        errors.length(&format!("{at}.author.name"), embed.pointer("/author/name"), 0, 256);
        let fields = errors.list(&format!("{at}.fields"), embed.get("fields"), 0, FIELDS);
        for (index, field) in fields.iter().enumerate() {
            errors.length(&format!("{at}.fields.{index}.name"), field.get("name"), 1, 256);
            errors.length(&format!("{at}.fields.{index}.value"), field.get("value"), 1, 1024);
        }
        total += embed_length(embed);
    }
    if total > EMBED_TOTAL {
        let message = format!("Embed size exceeds maximum size of {EMBED_TOTAL}");
        errors.add(path, "MAX_EMBED_SIZE_EXCEEDED", message);
    }
}

/// The characters of an embed that count towards the 6,000 of a message.
fn embed_length(embed: &Value) -> usize {
    let length =
        |value: Option<&Value>| value.and_then(Value::as_str).map_or(0, |t| t.chars().count());
    let fields = embed.get("fields").and_then(Value::as_array).into_iter().flatten();
    ["/title", "/description", "/footer/text", "/author/name"]
        .into_iter()
        .map(|part| length(embed.pointer(part)))
        .chain(fields.flat_map(|field| [length(field.get("name")), length(field.get("value"))]))
        .sum()
}

fn check_mentions(errors: &mut FormErrors, path: &str, allowed: Option<&Value>) {
    let Some(allowed) = allowed else { return };
    let parse = errors.list(&format!("{path}.parse"), allowed.get("parse"), 0, 3);
    for kind in ["users", "roles"] {
        let named = errors.list(&format!("{path}.{kind}"), allowed.get(kind), 0, MENTIONS);
        if !named.is_empty() && parse.iter().any(|p| p == kind) {
            let message =
                format!("parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            errors.add(path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn refused(payload: &Value) -> Option<Value> {
        check_message(payload, "").err().map(|rejection| rejection.body()["errors"].clone())
    }

    #[test]
    fn a_message_within_every_limit_passes_and_one_past_it_names_the_place() {
        let field = json!({ "name": "n".repeat(256), "value": "v".repeat(1024) });
        let fine =
            json!({ "content": "é".repeat(2000), "embeds": [{ "title": "t", "fields": [field] }] });
        assert_eq!(refused(&fine), None);

        let long = refused(&json!({ "content": "x".repeat(2001) })).unwrap();
        assert_eq!(long["content"]["_errors"][0]["code"], "BASE_TYPE_MAX_LENGTH");

        let embed = json!({ "fields": [{ "name": "", "value": "v" }] });
        let nameless = refused(&json!({ "embeds": [embed] })).unwrap();
        let name = &nameless["embeds"]["0"]["fields"]["0"]["name"]["_errors"];
        assert_eq!(name[0]["code"], "BASE_TYPE_BAD_LENGTH");
    }

    #[test]
    fn embeds_are_limited_together_too() {
        let embed = json!({ "description": "d".repeat(3001) });
        let errors = refused(&json!({ "embeds": [embed, embed] })).unwrap();
        assert_eq!(errors["embeds"]["_errors"][0]["code"], "MAX_EMBED_SIZE_EXCEEDED");
    }

    #[test]
    fn pinging_all_users_and_naming_some_is_a_contradiction() {
        let allowed = json!({ "parse": ["users"], "users": ["1"] });
        assert!(refused(&json!({ "content": "hi", "allowed_mentions": allowed })).is_some());
        let many: Vec<String> = (0..101).map(|n| n.to_string()).collect();
        assert!(
            refused(&json!({ "content": "hi", "allowed_mentions": { "users": many } })).is_some()
        );
    }
}
