//! What typed lines come to, through the one door a client uses.

use serde_json::{Value, json};

use super::*;
use crate::sandbox::club::Club;
use crate::sandbox::world::World;

fn find(_: u8, name: &str) -> Option<Snowflake> {
    (name == "sam").then(|| Snowflake::from(7))
}

fn option(kind: u8, name: &str) -> Value {
    json!({ "type": kind, "name": name, "description": "An option" })
}

fn check(line: &str, expect: Result<Value, &str>) {
    let mut what = option(3, "what");
    what["required"] = json!(true);
    let mut minutes = option(4, "minutes");
    minutes["min_value"] = json!(1);
    minutes["max_value"] = json!(1440);
    let mut note = option(3, "note");
    note["max_length"] = json!(10);
    let mut on = option(1, "on");
    on["options"] = json!([option(3, "time"), option(6, "who")]);
    let mut period = option(3, "period");
    period["choices"] = json!([{ "name": "Last week", "value": "last_week" }]);
    let commands = json!([
        { "name": "recover", "description": "Log", "options": [what, minutes, note] },
        { "name": "remind", "description": "Nudge", "options": [on, option(1, "off")] },
        { "name": "leaderboard", "description": "Board", "options": [period] },
        { "name": "help", "description": "Help" },
    ]);
    let mut world = World::new(&Club::default(), String::new());
    world.set_commands(None, commands.as_array().unwrap()).unwrap();
    let commands: Vec<&Command> = world.commands.iter().collect();
    let sent = read(line, &commands).and_then(|line| {
        let values = line.values(&find)?;
        line.check(&values)?;
        Ok(line.data(&values, None)["options"].clone())
    });
    match (sent, expect) {
        (Ok(sent), Ok(expect)) => assert_eq!(sent, expect, "{line}"),
        (Err(refusal), Err(expect)) => assert_eq!(refusal.to_string(), expect, "{line}"),
        (sent, expect) => panic!("{line}: {sent:?} instead of {expect:?}"),
    }
}

fn what(text: &str) -> Value {
    json!({ "name": "what", "type": 3, "value": text })
}

fn minutes(number: u64) -> Value {
    json!({ "name": "minutes", "type": 4, "value": number })
}

#[test]
fn without_names_all_of_it_is_the_first_option() {
    check("/recover boots 30", Ok(json!([what("boots 30")])));
    check("/recover   12 mi 1:54:00 long ", Ok(json!([what("12 mi 1:54:00 long")])));
    check("/help", Ok(json!([])));
    check("/help me", Err("Unknown option: me"));
}

#[test]
fn names_split_the_line_and_text_before_them_is_the_first_option() {
    let both = json!([what("boots"), minutes(30)]);
    check("/recover what:boots minutes:30", Ok(both.clone()));
    check("/recover what: boots minutes: 30", Ok(both.clone()));
    check("/recover boots minutes:30", Ok(both));
    check("/recover xminutes:30", Ok(json!([what("xminutes:30")])));
}

#[test]
fn sub_commands_are_words_and_hold_their_options() {
    let time = json!({ "name": "time", "type": 3, "value": "21:00" });
    check("/remind on 21:00", Ok(json!([{ "name": "on", "type": 1, "options": [time] }])));
    check("/remind off", Ok(json!([{ "name": "off", "type": 1, "options": [] }])));
    check("/remind", Err("Choose one of: on, off"));
    let who = json!({ "name": "who", "type": 6, "value": "7" });
    check("/remind on who:@sam", Ok(json!([{ "name": "on", "type": 1, "options": [who] }])));
    check("/remind on who:@pat", Err("who: Input a valid user."));
}

#[test]
fn what_the_app_would_not_send_is_refused_with_its_sentence() {
    check("/recovr boots", Err("There is no command /recovr here."));
    check("/recover", Err("what: This option is required. Specify a value"));
    check("/recover boots minutes:soon", Err("minutes: Input a valid integer."));
    check("/recover boots minutes:0", Err("minutes: Enter a value of at least 1."));
    check("/recover boots minutes:2000", Err("minutes: Enter a value of at most 1440."));
    check("/recover boots note:much too long", Err("note: The value is too long."));
}

#[test]
fn choices_are_picked_by_what_they_show_or_send() {
    let picked = json!([{ "name": "period", "type": 3, "value": "last_week" }]);
    check("/leaderboard last week", Ok(picked.clone()));
    check("/leaderboard period:last_week", Ok(picked));
    check("/leaderboard someday", Err("period: Please select one of the choices."));
}
