//! Whom a message really pings: what its text mentions, as far as `allowed_mentions` lets it.

use serde_json::Value;

use super::permissions::Permissions;
use super::snowflake::Snowflake;
use super::world::World;

/// What a message really pings.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Mentions {
    pub(super) people: Vec<Snowflake>,
    pub(super) everyone: bool,
    pub(super) roles: Vec<Snowflake>,
}

/// Whom a message with this text and payload pings, counting only who exists.
pub(super) fn in_message(
    world: &World,
    author: Snowflake,
    channel: Snowflake,
    content: &str,
    reply_to: Option<Snowflake>,
    payload: &Value,
) -> Mentions {
    let mut pinged = allowed(&mentioned(content), payload.get("allowed_mentions"));
    pinged.people.retain(|id| world.person(*id).is_some());
    let may_ping_all = world
        .channel(channel)
        .is_ok_and(|c| world.permissions(author, c).contain(Permissions::MENTION_EVERYONE));
    pinged.everyone &= may_ping_all;
    let replied = reply_to.and_then(|id| world.messages.get(&id));
    // A person's reply pings whoever it answers, except when that was an answer to a command.
    let replied = replied.filter(|m| author == world.bot || m.origin.is_none()).map(|m| m.author);
    if let Some(author) = replied
        && pings_replied(payload.get("allowed_mentions"))
        && !pinged.people.contains(&author)
    {
        pinged.people.push(author);
    }
    pinged
}

fn pings_replied(allowed: Option<&Value>) -> bool {
    match allowed {
        None => true,
        Some(allowed) => allowed.get("replied_user").and_then(Value::as_bool).unwrap_or(false),
    }
}

/// Everything a text mentions.
fn mentioned(content: &str) -> Mentions {
    let mut found = Mentions {
        everyone: content.contains("@everyone") || content.contains("@here"),
        ..Mentions::default()
    };
    for part in content.split('<').skip(1) {
        let Some((inside, _)) = part.split_once('>') else { continue };
        let (list, digits) = if let Some(role) = inside.strip_prefix("@&") {
            (&mut found.roles, role)
        } else if let Some(person) = inside.strip_prefix('@') {
            (&mut found.people, person.trim_start_matches('!'))
        } else {
            continue;
        };
        if let Ok(id) = digits.parse()
            && !list.contains(&id)
        {
            list.push(id);
        }
    }
    found
}

/// What of it `allowed_mentions` lets ping; without one, all of it.
fn allowed(mentioned: &Mentions, allowed: Option<&Value>) -> Mentions {
    let parses = |kind: &str| {
        let list = |allowed: &Value| {
            allowed
                .get("parse")
                .and_then(Value::as_array)
                .is_some_and(|p| p.iter().any(|k| k == kind))
        };
        allowed.is_none_or(list)
    };
    let named = |kind: &str| -> Vec<Snowflake> {
        let list = allowed.and_then(|allowed| allowed.get(kind)?.as_array());
        list.into_iter().flatten().filter_map(Snowflake::from_json).collect()
    };
    let pick = |all: &[Snowflake], kind: &str| -> Vec<Snowflake> {
        let named = named(kind);
        all.iter().copied().filter(|id| parses(kind) || named.contains(id)).collect()
    };
    Mentions {
        people: pick(&mentioned.people, "users"),
        everyone: mentioned.everyone && parses("everyone"),
        roles: pick(&mentioned.roles, "roles"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn pinged(content: &str, allow: Option<&Value>) -> (Vec<u64>, bool) {
        let pinged = allowed(&mentioned(content), allow);
        (pinged.people.iter().map(|id| id.get()).collect(), pinged.everyone)
    }

    #[test]
    fn without_a_list_all_mentions_ping_and_with_one_only_the_allowed() {
        let text = "Up, <@1> and <@!2>, @everyone";
        assert_eq!(pinged(text, None), (vec![1, 2], true));
        assert_eq!(pinged(text, Some(&json!({ "parse": [] }))), (vec![], false));
        assert_eq!(pinged(text, Some(&json!({ "parse": ["users"] }))), (vec![1, 2], false));
        assert_eq!(pinged(text, Some(&json!({ "users": ["2", "9"] }))), (vec![2], false));
    }

    #[test]
    fn only_whole_mentions_count_and_each_once() {
        assert_eq!(pinged("<@1 <@x> <#3> <@1> <@1>", None), (vec![1], false));
    }
}
