//! Buttons, menus and forms.

use serde_json::{Value, json};

use super::{Client, Outcome};
use crate::sandbox::invocation::{InvocationKind, ModalForm};
use crate::sandbox::snowflake::Snowflake;
use crate::sandbox::typed::Refusal;

const BUTTON: u64 = 2;
const STRING_SELECT: u64 = 3;
const LINK_STYLE: u64 = 5;

impl Client {
    /// Presses a button.
    ///
    /// # Errors
    ///
    /// The button isn't there for this member, or can't be pressed.
    pub async fn press(&self, message: Snowflake, custom_id: &str) -> Result<Outcome, Refusal> {
        let is_button =
            |part: &Value| part["type"] == BUTTON && part["style"].as_u64() != Some(LINK_STYLE);
        self.part_of(message, custom_id).filter(is_button).ok_or(Refusal::NothingToPress)?;
        let data = json!({ "custom_id": custom_id, "component_type": BUTTON });
        self.invoke(InvocationKind::Component, data, Some(message), None).await
    }

    /// Chooses from a menu.
    ///
    /// # Errors
    ///
    /// The menu isn't there for this member, or takes no such choice.
    pub async fn select(
        &self,
        message: Snowflake,
        custom_id: &str,
        values: &[&str],
    ) -> Result<Outcome, Refusal> {
        let menu = self.part_of(message, custom_id).ok_or(Refusal::NothingToPress)?;
        let kind = menu["type"].as_u64().unwrap_or(0);
        let bound = |key: &str| menu[key].as_u64().unwrap_or(1);
        let (min, max) = (bound("min_values"), bound("max_values"));
        let offers = |value: &&str| {
            let options = menu["options"].as_array().into_iter().flatten();
            kind != STRING_SELECT || options.into_iter().any(|option| option["value"] == **value)
        };
        let is_fitting =
            u64::try_from(values.len()).is_ok_and(|count| (min..=max).contains(&count));
        if !is_fitting || !values.iter().all(offers) {
            return Err(Refusal::InvalidSelection { min, max });
        }
        let mut data = json!({ "custom_id": custom_id, "component_type": kind, "values": values });
        if kind != STRING_SELECT {
            let ids: Vec<Snowflake> =
                values.iter().filter_map(|value| value.parse().ok()).collect();
            data["resolved"] = self.here(|world, channel| world.resolved_json(channel, &ids));
        }
        self.invoke(InvocationKind::Component, data, Some(message), None).await
    }

    /// Sends a form with these fields filled in; the others keep what stood in them.
    ///
    /// # Errors
    ///
    /// A field is unknown, empty though required, or of the wrong length.
    pub async fn submit(
        &self,
        modal: &ModalForm,
        fields: &[(&str, &str)],
    ) -> Result<Outcome, Refusal> {
        for (name, _) in fields {
            if modal.inputs.iter().all(|input| input.custom_id != *name) {
                return Err(Refusal::UnknownOption { option: (*name).to_owned() });
            }
        }
        let mut rows = Vec::new();
        for input in &modal.inputs {
            let filled = fields.iter().find(|(name, _)| *name == input.custom_id);
            let value = filled.map_or(input.value.as_str(), |(_, value)| value);
            let length = value.chars().count();
            if length == 0 && input.required {
                return Err(Refusal::MissingOption { option: input.label.clone() });
            }
            if length > input.max_length || (length > 0 && length < input.min_length) {
                let problem =
                    format!("Must be {} to {} characters.", input.min_length, input.max_length);
                return Err(Refusal::InvalidValue { option: input.label.clone(), problem });
            }
            let field = json!({ "type": 4, "custom_id": input.custom_id, "value": value });
            rows.push(json!({ "type": 1, "components": [field] }));
        }
        let data = json!({ "custom_id": modal.custom_id, "components": rows });
        let source =
            self.sandbox.core.with(|world| world.invocations.get(&modal.invocation)?.source);
        self.invoke(InvocationKind::Modal, data, source, Some(modal.invocation)).await
    }

    /// A component this member could use.
    fn part_of(&self, message: Snowflake, custom_id: &str) -> Option<Value> {
        self.sandbox.core.with(|world| {
            let message = world.messages.get(&message)?;
            let is_reachable =
                message.channel == self.channel && message.is_visible_to(self.member);
            let is_this = |part: &&Value| {
                part["custom_id"] == custom_id && part["disabled"].as_bool() != Some(true)
            };
            message.parts().find(is_this).filter(|_| is_reachable).cloned()
        })
    }
}
