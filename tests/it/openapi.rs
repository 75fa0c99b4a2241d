//! Holds REST exchanges against Discord's own description, when `DISCORD_OPENAPI` names its file.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};

use fresh_legs::sandbox::Exchange;
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};

/// Discord's description and the validators made of it so far.
struct Description {
    document: Value,
    validators: Mutex<HashMap<String, Validator>>,
}

fn description() -> Option<&'static Description> {
    static DESCRIPTION: OnceLock<Option<Description>> = OnceLock::new();
    let read = || {
        let text = std::fs::read_to_string(std::env::var_os("DISCORD_OPENAPI")?).ok()?;
        let document = serde_json::from_str(&text).ok()?;
        Some(Description { document, validators: Mutex::default() })
    };
    DESCRIPTION.get_or_init(read).as_ref()
}

/// Panics with everything in these exchanges that Discord's description doesn't allow: requests
/// that were taken, and the answers to them.
pub(crate) fn check(exchanges: &[Exchange]) {
    let problems = problems(exchanges).unwrap_or_default();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// What Discord's description doesn't allow; `None` without the description.
fn problems(exchanges: &[Exchange]) -> Option<Vec<String>> {
    let description = description()?;
    Some(exchanges.iter().flat_map(|exchange| description.problems(exchange)).collect())
}

#[test]
fn exchanges_that_are_not_discords_are_noticed() {
    let exchange = |route: &str, status, request: Value, response: Value| Exchange {
        method: "POST".to_owned(),
        route: route.to_owned(),
        path: String::new(),
        request,
        status,
        response,
    };
    let typing = "/channels/{channel_id}/typing";
    let messages = "/channels/{channel_id}/messages";
    let wrong = [
        exchange("/nowhere", 200, Value::Null, Value::Null),
        exchange(typing, 201, Value::Null, Value::Null),
        exchange(messages, 200, json!({ "content": 5 }), Value::Null),
    ];
    for exchange in wrong {
        let Some(problems) = problems(std::slice::from_ref(&exchange)) else { return };
        assert!(!problems.is_empty(), "{exchange:?}");
    }
    assert_eq!(problems(&[exchange(typing, 204, Value::Null, Value::Null)]), Some(Vec::new()));
}

impl Description {
    fn problems(&self, exchange: &Exchange) -> Vec<String> {
        if !(200..300).contains(&exchange.status) {
            return Vec::new();
        }
        let name = format!("{} {}", exchange.method, exchange.route);
        let method = exchange.method.to_lowercase();
        let Some(operation) = self.document["paths"][&exchange.route].get(&method) else {
            return vec![format!("{name}: no such operation")];
        };
        let status = exchange.status.to_string();
        let Some(answer) = operation["responses"].get(&status) else {
            return vec![format!("{name}: never answers {status}")];
        };
        let mut problems = Vec::new();
        if let Some(schema) = schema(&operation["requestBody"]) {
            let request = as_described(&exchange.request);
            problems.extend(self.mismatches(&format!("{name} request"), schema, &request));
        }
        match schema(answer) {
            Some(schema) => {
                let key = format!("{name} {status}");
                problems.extend(self.mismatches(&key, schema, &exchange.response));
            }
            None if exchange.response.is_null() => {}
            None => problems.push(format!("{name}: {status} has no body")),
        }
        problems
    }

    fn mismatches(&self, key: &str, schema: &Value, instance: &Value) -> Vec<String> {
        let mut validators = self.validators.lock().unwrap();
        let validator = validators.entry(key.to_owned()).or_insert_with(|| {
            let whole = json!({ "allOf": [schema], "components": self.document["components"] });
            jsonschema::options().with_draft(Draft::Draft202012).build(&whole).unwrap()
        });
        validator
            .iter_errors(instance)
            .map(|error| format!("{key} at {}: {error}\n  in {instance}", error.instance_path()))
            .collect()
    }
}

fn schema(part: &Value) -> Option<&Value> {
    part.pointer("/content/application~1json/schema")
}

/// The request in the description's strict terms, where Discord takes more than it says: a
/// command's permissions as the string its documentation and every library use, and the
/// place of a file in the form as a number.
fn as_described(request: &Value) -> Value {
    let mut request = request.clone();
    for command in request.as_array_mut().into_iter().flatten() {
        let bits = command["default_member_permissions"].as_str().map(str::parse::<u64>);
        command["default_member_permissions"] = json!(bits.and_then(Result::ok));
    }
    for path in ["/attachments", "/data/attachments"] {
        for file in request.pointer_mut(path).and_then(Value::as_array_mut).into_iter().flatten() {
            if file["id"].is_number() {
                file["id"] = json!(file["id"].to_string());
            }
        }
    }
    request
}
