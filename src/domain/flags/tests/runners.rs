//! What runners type about their bodies, written before a look at the signs: flags, and their look-alikes.

use super::super::{Flag, flag_in};
use super::{
    Bone, Chest, Clot, Cold, Energy, Gait, Groin, Head, Heat, Infection, Lasting, Lung, Nerve,
    Saddle, Tear, Urine, Worn,
};

#[rustfmt::skip]
const RAISES: &[(Flag, &[&str])] = &[
    (Nerve, &[
        "no feeling in my foot after the boots", "can't feel my left foot since the boots", "foot still numb an hour after boots", "lost feeling in my toes during the run and it hasn't come back",
        "my foot keeps going numb on every run", "right leg went weak halfway through", "electric shocks down the back of my leg", "can't lift my toes on the right",
        "numb patch on my shin that won't go away",
        "still no feeling back in my toes", "foot numb all the time", "my toes have no feeling", "i cannot feel my foot", "numb foot since yesterday",
    ]),
    (Cold, &["foot went numb and cold in the ice bath and it's still white", "toes are waxy after the cold plunge", "skin on my calf is blistering where the ice pack was", "fingers still numb hours after cryo"]),
    (Tear, &[
        "can't bear weight", "can't put any weight through it", "ankle gave way with a crack and it's huge now", "something went twang in my calf and i can't walk", "rolled my ankle, heard a pop, cant stand on it",
        "hamstring went bang mid sprint", "i felt my achilles go",
    ]),
    (Chest, &[
        "heart skipping", "heart keeps missing beats", "fainted after the long run", "felt faint and had to lie down with my heart racing", "tight chest on every climb this week", "weird pressure in my chest when i run hard",
        "blacked out at the finish", "my heart was going crazy at rest last night", "chest hurts when i push", "collapsed at mile 12 and don't remember it",
    ]),
    (Lung, &["can't get my breath even sitting still", "coughed up some blood after intervals", "sharp pain in my side every time i breathe in", "out of breath walking up the stairs since my flight", "sudden shortness of breath today"]),
    (Urine, &["peeing brown", "pee is the colour of coca cola", "my wee is dark brown after crossfit and the race", "havent peed since the marathon this morning", "pissing blood after 50k"]),
    (Heat, &["couldn't stop being sick after the race and felt confused", "dizzy, confused and stopped sweating at mile 18", "had a fit after the race"]),
    (Head, &["fever and stiff neck", "fell on the trail, hit my head, feel sick", "worst headache of my life after the run"]),
    (Clot, &[
        "calf is hot and tight on one side", "left calf hard, hot and bigger than the right", "one calf hurts and is swollen after the long drive", "my calf's gone red and it's throbbing", "lower leg puffy and warm just the left one",
        "deep ache in my calf, skin's warm and it's swollen",
    ]),
    (Infection, &["blister's gone red and there's a red line up my foot", "knee's hot and red and i've got chills", "toe is oozing pus and i feel feverish"]),
    (Saddle, &["back went and now i'm numb down there", "cant hold my pee since my back pain started"]),
    (Groin, &["sharp groin pain every step", "hip pain deep in the groin when i land"]),
    (Bone, &["one sore spot on my shin that hurts when i press it and at night", "my foot aches in bed at night, one spot", "shin pain that's there even walking now", "pain on the top of my foot, right on the bone, worse each run"]),
    (Gait, &["knee hurts so much i'm running lopsided", "been limping since tuesday's run"]),
    (Lasting, &["same achilles pain for six weeks now and not improving", "hamstring has been sore for a month despite resting"]),
    (Energy, &["no period for four months and another stress reaction"]),
    (Worn, &["been exhausted for a month no matter how much i sleep"]),
];

#[rustfmt::skip]
const ORDINARY: &[&str] = &[
    "dead legs", "legs are killing me", "numb from the ice bath for a minute", "my watch died", "my heart skipped when i saw the results", "heart was racing at the start line", "my heart sank at mile 20",
    "absolutely broken after that", "i'm broken", "broke 3 hours!", "popped into the shop after", "popped my headphones in", "chest freezer ice bath 10", "head is all over the place", "lost my head at mile 5",
    "that hill was a heart attack waiting to happen lol", "cold feet before the race", "fingers numb at parkrun, it was freezing", "feet numb for the first mile, warmed up fine", "my feet fell asleep in the boots",
    "toes went numb in the boots, loosened them and fine", "hot and sweaty", "calves hot from the hot bath", "calf tight", "calf tight on one side", "both calves tight and hot after the track", "left calf a bit tighter than the right",
    "quads on fire", "knees feel 80 years old", "can't walk down stairs, proper doms", "couldn't walk for two days after my first marathon", "limped home, blister", "fainted once as a kid", "my mum fainted in the heat",
    "mate peed brown after an ultra once", "no chest pain, just knackered", "doctor says it isn't a clot", "ruled out a stress fracture", "last year i had a stress fracture", "shin splints back again", "bit of a fever dream that race",
    "stiff neck from the drive", "stiff neck and shoulders", "slight headache, too much coffee", "sick of running", "sick run today", "felt sick on the last rep", "threw up at the finish, fine now", "gasping after the 400s",
    "couldn't breathe on that hill lol", "stitch in my side", "foot sore after new shoes", "top of my foot a bit sore from laces", "sore spot on my heel from the shoe", "groin a bit tight", "hip flexor sore", "tired for days after the race",
    "lost 2kg of sweat", "lost a toenail", "bruised toenail", "blister popped", "ankle clicks", "knee pops when i squat", "swollen feet after the flight", "red face after the sauna", "boots left marks on my calves", "legs went to jelly",
    "that was brutal, nearly died", "kill me now", "want to die on that last rep lol", "dizzy from the sauna for a sec", "heavy legs and a heavy heart", "heart rate 190 at the end", "skipping beats on my playlist", "calf raises kill my calves",
    // Written against the mending of the signs.
    "can't feel my legs after that session", "can't feel my toes, it's freezing out", "lost feeling in my legs after leg day lol", "foot numb after sitting on it",
    "heel still sore", "i can't feel good about that, foot still sore", "wife's foot is numb since the boots", "foot isn't numb any more",
    "calf tight and hot after the run", "left calf tight, so hot out there", "had a fit of the giggles at the race", "neck stiff, high temperature day",
    "my heart goes out to you, resting now", "my watch went ping, calf sore", "felt my calf tighten up", "can't put weight on (still 62kg)",
    "blistered feet, ice bath tonight", "hit the red line up the hill", "despite two weeks of rain, shin feels good", "i run lopsided, my knee guard slipped",
    "feet numb after standing in the sea", "no feeling of dread, still nervous, foot tapping", "my husband's calf's swollen", "hands waxy from the cold cream",
];

#[test]
fn what_runners_say_of_their_bodies_is_heard_and_no_more() {
    let mut wrong = Vec::new();
    for (flag, sentences) in RAISES {
        for text in *sentences {
            let found = flag_in(text);
            if found.is_none_or(|found| found.urgency() > flag.urgency()) {
                wrong.push(format!("{text:?}: {found:?}, not {flag:?}"));
            }
        }
    }
    for text in ORDINARY {
        wrong.extend(flag_in(text).map(|found| format!("{text:?}: {found:?}, and is ordinary")));
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// Named or told by somebody who looked, and what else was once missed.
#[rustfmt::skip]
const ALSO: &[&str] = &[
    "blood clot in calf", "blood clot in my calf, what should i do", "ultrasound showed a clot in my calf", "DVT", "doctor found a dvt in my left leg",
    "blood clot", "clot in my leg", "dr says DVT", "diagnosed with deep vein thrombosis", "achilles went bang, cant stand on tiptoe",
    "back pain and both legs numb", "can't feel my saddle area", "my foot has been numb for 3 days", "thunderclap headache", "lost vision in one eye",
    "toes went black", "blood in my stool", "my period stopped months back", "knee swelled up right after a twist", "fever and stiff neck",
    "i dont want to be here any more", "passed out at the end", "10k passed out at the end", "calf is swollen and it's warm",
];

/// Somebody else's, or a question about such things.
#[rustfmt::skip]
const NOT_THEIRS: &[&str] = &[
    "tom's calf is swollen and hot", "jess's calf is swollen and hot, what should she do", "what does cola urine mean",
    "had a blood clot years ago, all clear", "do compression socks prevent dvt", "no blood clot, the scan was clear",
];

#[test]
fn what_was_named_is_heard_and_what_is_not_theirs_is_not() {
    let missed: Vec<&&str> = ALSO.iter().filter(|text| flag_in(text).is_none()).collect();
    let raised: Vec<&&str> = NOT_THEIRS.iter().filter(|text| flag_in(text).is_some()).collect();
    assert!(missed.is_empty() && raised.is_empty(), "missed {missed:#?}, raised {raised:#?}");
}
