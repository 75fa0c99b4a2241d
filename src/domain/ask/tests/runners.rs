//! What runners type with their thumbs, and what is to come of it: written before a look at the lists.
//!
//! A line is what comes of it, then the sentences: the wish, with what a log would keep, or the
//! minutes, the sore places and the names that a question holds.

use std::fmt::Write;

use super::{CATALOGUE, keeps, named};
use crate::domain::advisor::{self, AskedAt};
use crate::domain::ask::{Wish, told_beside_a_check_in, wish, without_request};
use crate::domain::parse;

#[rustfmt::skip]
const SAID: &[(&str, &[&str])] = &[
    // Questions of what to do, with a time or without.
    ("today 25", &["i got like 25 min before the kids wake up what should i do", "25 mins on the clock, what've you got for me", "what can i squeeze into 25 minutes"]),
    ("today 15", &["quick one, only 15 min tonight", "lunch break, 15 minutes, go", "15min what do"]),
    ("today 45", &["three quarters of an hour to myself tonight, ideas?", "have 45 mins and zero energy, what would help"]),
    ("today 60", &["free evening, about an hour. what would you do?", "an hour to kill before dinner"]),
    ("today 10", &["ten mins before i leave for the run, what should i do", "10 mins and im on the sofa, what now coach"]),
    ("today 30", &["half an hour tops today pls", "what's best for half an hour after a tempo run?"]),
    ("today", &[
        "what should i be doing tonight", "wat do i do today", "so what's on for today coach", "tell me what to do", "need a plan for tonight",
        "is today a rest day or should i do something", "what would a pro do tonight", "how do i get ready for my long run tomorrow",
        "what's the smartest thing to do the night before a race", "whats the best recovery after 20 miles", "plan me something easy",
        "race on sunday, what should i do today", "anything i should do before bed?", "do i need to do anything today?", "help me decide what to do tonight",
        "long run tomorrow any advice", "what do u think i should do today", "should i even bother recovering today", "what do you reckon for tonight",
    ]),
    ("today named nap", &["nap?"]),
    ("today named sauna", &["is sauna ok with a cold", "can i sauna while pregnant?"]),
    ("today named boots", &["boots?", "boots tonight or nah?", "can i do boots again today?", "would boots be good tonight"]),
    ("today without boots", &["no boots today, what else", "what should i do without my boots", "boots are broken what should i do instead"]),
    // A day as it is, in few words.
    ("today", &["race tomorrow", "marathon on sunday!", "race in 3 days?", "long run tomorrow", "still so sore", "legs r toast", "tapering, race next weekend"]),
    ("today 60", &["race tomorrow 60 min"]),
    ("today 20", &["lunch 20", "no kit, 20 min", "20 min in a hotel room"]),
    ("today 10", &["10 before bed"]),
    ("today 20", &["long run done 18 miles, 20 min"]),
    ("today 20 calves", &["20 calves sore", "calves sore 20"]),
    ("today 45 quads", &["45 quads tight"]),
    ("today 20 knees", &["knees sore 20"]),
    ("today wholebody", &["everything hurts"]),
    ("today achilles", &["my achilles is sore", "achilles playing up, sore"]),
    ("today 30 without boots", &["anything but boots, 30 min", "30 min, something other than boots"]),
    ("unsure", &["good luck for your race tomorrow", "rest day my foot", "sam's race is tomorrow", "not boots 30"]),
    // Where it aches, and where it doesn't.
    ("today calves", &["calves are absolutely wrecked", "calves r sore", "omg my calves", "my calves are sore but my quads are fine"]),
    ("today quads", &["quads like concrete today", "quads are sore, calves arent", "not the calves this time, quads are sore"]),
    ("today hips", &["hips super tight today"]),
    ("today 20 feet", &["20 min for sore feet", "feet ache, 20 minutes, what should i do"]),
    ("today 15 without foam_roll", &["got 15 min, no rolling please"]),
    ("today", &["what a day, legs are dead"]),
    ("today 30 hamstrings", &["30 min, hammies tight as hell, help"]),
    ("today glutes", &["my glutes are killing me after yesterday"]),
    ("today", &["legs not sore today, what should i do", "nothing hurts for once, what should i do"]),
    // What was done.
    ("log boots 30", &["boots 30, no sauna today", "30 mins in the boots ✅", "boots 30 but no rolling", "boots for 30, skipped the sauna", "did my boots 30 didnt roll", "just finished 30 in the boots"]),
    // Before the evening, the clock makes a plan of it, and nothing is logged.
    ("log boots 30", &["boots tonight 30"]),
    ("log foam_roll 15", &["rolled out for 15", "foam rolled 15 mins", "foam roller 15min done", "did 15 mins of foam rolling tonight"]),
    ("log ice_bath 8", &["8 min ice bath", "sat in the ice bath for 8 minutes", "ice bath 8min brrr"]),
    ("log boots 45, foam_roll 10", &["boots 45 and foam rolled 10", "45 min boots + 10 foam roll", "45 boots, 10 roll", "did boots 45 then foam roll 10"]),
    ("log sauna 20", &["sauna for 20", "20 in the sauna", "sauna 20mins lovely", "had a 20 min sauna"]),
    ("log yoga 40", &["yoga class 40 min", "did yoga for 40 minutes this morning"]),
    ("log rest_day", &["taking a rest day today", "rest day for me", "today was a rest day"]),
    ("log massage_gun 5", &["massage gun 5 min", "gun 5min", "theragun 5"]),
    ("log toe_separators 30", &["toe spacers 30 while cooking"]),
    ("log nap 20", &["20 min nap", "had a nap 20 mins"]),
    ("log cryo 3", &["cryo 3min after work", "3 min cryo done"]),
    ("log legs_up 15", &["legs up the wall for 15"]),
    ("log static_stretch 10", &["10 min stretch", "stretched for 10 after my run"]),
    // Runs.
    ("run", &[
        "ran 10k in 52:30", "just ran 5 miles", "8km easy 48 mins", "did 12k this morning in 1:05:00", "long run 18 miles 2:45:00", "easy 6k done",
        "half marathon race 1:38:20", "jogged 4k", "ran 7.5km yesterday", "track session 10k 45:00", "5k parkrun 23:10 pb!!",
    ]),
    // How they are.
    ("checkin", &["slept 5h, legs heavy", "checkin: tired, quads sore", "check in soreness 4 sleep 2", "energy 2 soreness 4", "slept like crap, legs heavy", "check in slept 8h feeling fresh"]),
    // Nudges.
    ("remind", &[
        "remind me every night at 9", "can u nudge me at 8pm", "nudge me at 21:30 please", "stop nudging me", "turn reminders off", "no more nudges pls",
        "remind me on sundays", "when do you nudge me", "pls remind me to stretch at 9pm",
    ]),
    // Figures and boards.
    ("stats", &["show me my stats", "how am i doing this month", "whats my streak at", "how many days have i done this week"]),
    ("history", &["what did i log on monday", "show me what i logged this week", "did i log boots yesterday?"]),
    ("board", &["whos leading", "leaderboard pls", "show standings", "who won last week", "where am i on the leaderboard"]),
    // Of things, and whether they work.
    ("evidence", &["do ice baths actually do anything", "is sauna worth it", "does foam rolling work?", "whats the evidence for compression boots", "are toe spacers legit or a scam"]),
    ("about", &["how long should i foam roll for", "how often should i use the boots", "whats a contrast bath", "how long in the ice bath", "can you tell me about cryo"]),
    ("insights", &["are the boots helping me", "what works best for me", "does sauna help me sleep"]),
    ("off board", &["hide me from the board", "take me off the leaderboard", "remove me from the board", "i dont want to be on the leaderboard", "opt me out of the board pls", "can you keep me off the leaderboard"]),
    ("on board", &["put me back on the board", "add me to the leaderboard", "i want to be on the board", "can i join the leaderboard"]),
    ("board", &["show me the board", "show board", "am i on the board", "take sam off the board"]),
    ("mine", &["delete my data", "forget me", "export my data", "what do you know about me", "delete my account", "can i get a copy of my log", "delete everything you have on me", "how do i get off the board"]),
    ("undo", &["delete that for me", "remove the last one", "delete everything i logged today"]),
    ("running", &["boots 30 in progress", "in the boots right now", "doing boots 30 now", "im in the sauna now", "boots 30 currently underway"]),
    ("checkin", &["soreness 4", "energy 3", "calves sore 3", "soreness: 2", "sore 4/5"]),
    ("today", &["plan for tomorrow", "legs r ded", "what should i do tomorrow"]),
    ("today feet", &["feet r killing me"]),
    ("way", &[
        "how do i change my timezone", "i have a race on dec 6", "set my race to dec 6 marathon", "change that to 45", "that was 20 not 30", "wrong, it was yesterday",
        "oops that was meant to be 20", "show miles instead of km", "im injured", "i meant 45",
    ]),
    ("log boots 30, hot_bath", &["did 30 mins boots and a hot bath"]),
    ("log foam_roll", &["rolled calves and quads", "rolled out my hammies today"]),
    ("checkin", &["slept badly", "slept like rubbish", "feeling a bit tired today", "energy is low", "feeling great"]),
    ("today knees", &["my left knee hurts"]),
    ("stats", &["how many boots this month", "how many minutes of sauna this week"]),
    ("board", &["who came first last week"]),
    ("thanks", &["good bot", "great job coach", "good night", "night"]),
    ("hello", &["whats up", "how are you", "happy thanksgiving"]),
    ("remind", &["change my reminder to 8:30", "turn on reminders", "stop", "unsubscribe please", "mute"]),
    ("both", &["ran 5k and stretched 10", "8 miles easy then foam rolled 10", "ran 8 miles, boots 30"]),
    ("run", &["new 10k pb 44:12", "sam and i ran 10k in 50 min"]),
    ("running", &["boots 30 almost done"]),
    ("checkin", &["sleep was great"]),
    ("way", &["i have boots and a roller", "i dont have a sauna", "how do points work", "how are points counted"]),
    ("way", &["how do i delete an entry", "delete boots", "how do i undo something"]),
    ("checkin", &["boots 30, soreness 3", "calves 4"]),
    ("today wholebody", &["sore all over"]),
    ("stats", &["show me last month"]),
    ("board", &["who won"]),
    ("thanks", &["cheers coach x"]),
    ("log boots 30", &["no running today, just boots 30", "no pain, boots 30"]),
    ("unsure", &["my boots", "my foam roller", "how many miles this week", "no gym today"]),
    ("help", &["what can i log", "can i log yesterday", "are you a bot"]),
    ("help", &["help", "how does this work", "what can i ask you", "what do you do", "how do i log something"]),
    ("hello", &["hey coach", "morning!", "yo bot"]),
    ("thanks", &["thanks coach", "ta", "legend, thanks", "thank you!!"]),
    ("undo", &["undo that", "oops undo", "delete that last one", "take that back"]),
    ("pause", &["pause me till monday", "im on holiday next week, pause me"]),
    ("resume", &["im back", "unpause me please"]),
    // Talk.
    ("unsure", &[
        "boots are life", "the sauna at my gym is so nice", "anyone tried cryo", "my roller is in the car", "gutted about sunday", "what a run that was",
        "lol same", "good luck tomorrow everyone", "that hill was brutal", "boots > sauna", "i should really do boots more", "pb on saturday!!", "new shoes day",
        "whos running tonight", "is anyone doing parkrun",
    ]),
    // Others' doings.
    ("unsure", &[
        "my wife did boots 30", "tom did 20 min sauna", "coach says boots 30", "my physio wants me to roll 10 min a day", "kipchoge does 30 min ice bath",
        "everyone at the club did sauna 20", "dave rolled 10 and ran 10k", "my brother ran 10k in 40:00", "she slept 8h", "the physio did 30 min art on my mate",
    ]),
    // Still to come.
    ("unsure", &[
        "boots 30 tomorrow morning", "gonna sauna 20 after work", "ill roll 10 later", "planning 10k tomorrow", "running 16k on sunday", "off to the sauna for 20",
        "will do boots 30 when i get home", "boots 30 on the menu tonight", "want to do yoga 40 tonight", "sauna 20 this evening hopefully", "about to jump in the ice bath for 8",
    ]),
    // Denied, doubted, half done.
    ("unsure", &[
        "no boots", "havent rolled yet", "boots 30? no chance", "wanted to do sauna 20 but it was full", "i did not do boots 30", "forgot my boots 30", "couldnt do the sauna 20",
        "was meant to roll 10", "nearly did boots 30", "boots 30 or 45?", "didnt run 10k today", "not boots 30, i said roll 10",
    ]),
    // What looks done, and isn't: written against the mending of the rows above.
    ("unsure", &[
        "no sauna but boots 30 would be nice", "boots 30 not happening", "boots 30, not today", "boots 30 is not enough", "not boots 30", "i dont do boots 30",
        "skip boots 30, sauna 20", "instead of boots 30 sauna 20", "i missed boots 30 and sauna 20", "boots 30 and no sauna tomorrow", "rest day my foot",
        "rest day blues", "the rest of my day", "rest day coming up", "taking my boots 30 to the shop", "did the boots 30 work", "did my boots 30 count",
        "completed the form, 30 min", "if no sauna then boots 30", "not sure if boots 30 or sauna", "forgot to log boots 30", "boots 30 skipped",
        "sauna 20 no thanks", "rest day feels wrong", "need a rest day", "take a rest day", "rest well", "meeting went 30 min over", "watched a 90 min film",
        "commute was 45 min", "ran late by 10 min", "boots arrive in 30 min", "my watch says 20 min", "did nothing for 30 min", "roll on sunday",
        "stretch goal 10k", "walked out after 10 min", "boots size 10", "cryo 3 quid", "coach says boots 30, no sauna",
    ]),
    // Two things at once: the question is answered, and what was done is not guessed.
    ("today", &["ran 10k this morning, what should i do tonight"]),
    ("today without boots", &["boots 30 done what next"]),
    ("today without foam_roll", &["rolled 10 already what else should i do"]),
    ("today named static_stretch without sauna", &["did sauna 20, should i stretch too?"]),
    ("today 20 calves", &["ran 10k, calves sore, got 20 min"]),
];

/// What comes of a sentence, in the words of the table.
fn outcome(sentence: &str) -> String {
    let wish = wish(sentence, &CATALOGUE);
    let mut outcome = named(&wish).to_owned();
    match wish {
        Wish::Log => match parse::parse(sentence, &CATALOGUE) {
            Ok(phrase) => {
                let entries: Vec<String> = (phrase.entries.iter())
                    .map(|entry| {
                        let minutes = entry.minutes.map(|minutes| format!(" {minutes}"));
                        format!("{}{}", entry.modality, minutes.unwrap_or_default())
                    })
                    .collect();
                write!(outcome, " {}", entries.join(", ")).unwrap();
            }
            Err(refused) => write!(outcome, " {refused:?}").unwrap(),
        },
        Wish::Today => {
            let at = AskedAt { weekday: chrono::Weekday::Thu, minute: 19 * 60 };
            let Ok(ask) = advisor::read(sentence, &CATALOGUE, at) else {
                return outcome + " asked back";
            };
            let id = |at: &usize| CATALOGUE.modalities()[*at].id.to_string();
            outcome.extend(ask.minutes.map(|minutes| format!(" {minutes}")));
            outcome.extend(ask.areas.iter().map(|area| format!(" {area:?}").to_lowercase()));
            if !ask.named.is_empty() {
                outcome.push_str(" named");
                outcome.extend(ask.named.iter().map(|at| format!(" {}", id(at))));
            }
            if !ask.without.is_empty() {
                outcome.push_str(" without");
                outcome.extend(ask.without.iter().map(|at| format!(" {}", id(at))));
            }
        }
        _ => {}
    }
    outcome
}

#[test]
fn a_log_may_be_asked_for() {
    for (text, told) in [
        ("can you log boots 30 for me", "log boots 30 for me"),
        ("Could you please add 15 min yoga?", "add 15 min yoga"),
        ("can you log", "log"),
        ("can you boots 30", "can you boots 30"),
        ("can i log boots 30", "can i log boots 30"),
        ("boots 30?", "boots 30?"),
        ("", ""),
    ] {
        assert_eq!(without_request(text), told, "{text:?}");
    }
    assert_eq!(outcome("log boots 30 for me"), "log boots 30");
}

#[test]
fn what_may_have_been_done_is_asked_back() {
    for text in [
        "knocked out 20 on the foam roller",
        "yoga with adriene 25",
        "ice bath was 12 minutes and freezing",
    ] {
        assert_eq!(wish(text, &CATALOGUE), Wish::Maybe, "{text:?}");
    }
    for text in [
        "boots 30 tomorrow",
        "gonna sauna 20 after work",
        "boots 30, roll 10, breathing 5 next week",
    ] {
        assert_eq!(wish(text, &CATALOGUE), Wish::Ahead, "{text:?}");
    }
    for text in
        ["sam did boots 30", "will sam do boots 30", "I hate boots", "boots 30?", "no boots 30"]
    {
        assert_eq!(wish(text, &CATALOGUE), Wish::Unsure, "{text:?}");
    }
}

#[test]
fn what_is_told_beside_a_check_in_is_found() {
    let told = |text| told_beside_a_check_in(text, &CATALOGUE);
    for (text, rest, beside) in [
        ("boots 30 and check in soreness 2", "check in soreness 2", Some("boots 30")),
        ("boots 30, soreness 3", "soreness 3", Some("boots 30")),
        ("check in soreness 2, sleep 4", "check in soreness 2, sleep 4", None),
        ("slept 6h, legs heavy", "slept 6h, legs heavy", None),
    ] {
        assert_eq!(told(text), (rest.to_owned(), beside.map(str::to_owned)), "{text:?}");
    }
}

#[test]
fn runners_get_what_they_meant_and_no_question_plan_or_talk_is_kept() {
    let (mut all, mut wrong, mut must_not) = (0, String::new(), String::new());
    for (expect, sentences) in SAID {
        for sentence in *sentences {
            all += 1;
            let outcome = outcome(sentence);
            if outcome != *expect {
                let is_kept = keeps(outcome.split(' ').next().unwrap_or_default());
                let list = if is_kept { &mut must_not } else { &mut wrong };
                writeln!(list, "{sentence:?}: {outcome}, not {expect}").unwrap();
            }
        }
    }
    assert!(all >= 150, "{all}");
    assert!(
        must_not.is_empty() && wrong.is_empty(),
        "of {all}, kept and must not be:\n{must_not}\nelse:\n{wrong}"
    );
}
