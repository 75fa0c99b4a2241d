//! What runners type about their bodies, written before a look at the signs: flags, and their look-alikes.

use super::super::{Flag, flag_in, of_somebody_else};
use super::{
    Bone, Chest, Clot, Cold, Crisis, Energy, Gait, Groin, Head, Heat, Infection, Lasting, Limb,
    Lung, Nerve, Saddle, Stool, Tear, Urine, Worn,
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
    (Chest, &["my hearts fluttering and skipping", "hart racing and dizzy after intervals"]),
    (Clot, &["calf sore just one side since long flight"]),
    (Bone, &[
        "shins sore, one spot hurts to press", "shin hurts to press on one spot", "tibia tender to touch one point, 20 min", "top of foot hurts in one spot when i press it",
        "hurts to hop on my left leg",
    ]),
    (Infection, &["knee swollen and hot, 20 min"]),
    (Tear, &["knee locks when i bend it"]),
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
    // The like of what a tester typed.
    "my chest hurts so bad", "chest hurts and arm numb", "chest tight and breathless", "chest hurts when swimming", "tight chest and dizzy on the bike",
    "heart beating 170 while lying down", "pulse 150 at rest", "face is drooping and arm weak", "think i'm having a stroke", "could this be a stroke",
    "is it a heart attack", "my left arm is numb and tingling and i feel sick", "pain down my left arm while running", "i want to harm myself",
    "i'm thinking about hurting myself", "took too many pills", "i've taken an overdose", "i hate my life and want it to stop", "i make myself sick after eating",
    "i'm bulimic", "stopped eating to get lighter", "leg swollen after the flight", "my left leg is swelling", "calf really hot", "my calf's hot",
    "calf is hot and feels weird", "left calf looks inflamed and red", "concussed", "i got concussed at football", "fell and smacked my head on the kerb",
    "tripped and hit my head", "leg cold and white and painful", "foot turned blue and cold", "compartment syndrome?", "bone poking through skin",
    "pins and needles in both feet", "pee went dark", "dark pee after the race", "my wee is really dark", "got rhabdo", "think it's rhabdo", "coca c0la urine",
    "brown urnie", "my calf pinged", "hamstring twanged on the last rep", "it felt like i was kicked in the calf", "felt like someone shot me in the achilles",
    "rolled ankle, swollen and bruised", "twisted my knee and it's ballooned and bruised", "knee blew up like a football", "my knee is stuck, won't straighten",
    "can't bend my knee", "think i broke my toe", "i have cellulitis", "blister looks infected", "toe infected", "toe is black and stinks", "foot hurts when i hop on it",
    "there's one spot on my foot that hurts", "hypothermia", "black poo", "blood in my poo", "there was blood in the poo",
    "had a dvt last year and my calf is swollen again", "dvt is back", "dvt three weeks ago", "chest pain last year and again today", "chest pain in march and now again",
    "my chset hurts", "blod in my urine", "coughing blod", "chest pian", "swolen calf, left", "can't feel one side of my face", "numb down one side of my body",
    "had chest pain this morning", "last year was fine, had chest pain this morning", "i had a dvt last year, today my chest hurts", "clot in my leg",
    "hip bone pain at night", "hip pain wakes me at night", "rolled my ankle, bruised and swollen", "hr 170 at rest", "resting pulse 150",
    "swollen leg, had a dvt before",
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

/// What a tester typed, each with just the kind that it is of.
#[rustfmt::skip]
const OF_KIND: &[(Flag, &[&str])] = &[
    (Chest, &[
        "pain down left arm", "numbness in my arm and jaw pain", "pain in left arm and sweating", "arm weak and jaw pain", "face drooping on one side",
        "face droopy", "stroke??", "i think i'm having a stroke", "heart attack?", "my heart is going 180 sitting on the sofa", "chest feels funny",
        "chst pain", "chset pain", "cheest pain", "haert skipping beats", "my chest feels weird since the run", "one side of my face is numb", "heart at 170 lying in bed",
    ]),
    (Lung, &["breathing hurts", "it hurts breathing", "breathing is painful"]),
    (Crisis, &["i want to hurt myself", "took an overdose", "i hate my life", "i've overdosed on paracetamol", "i keep thinking about hurting myself", "want to harm myself"]),
    (Energy, &["making myself sick after meals", "i stopped eating to make weight", "i make myself throw up after dinner", "stopped eating to lose weight", "starving myself before the race"]),
    (Clot, &[
        "calf pain one side, came on overnight, no run", "calf like a sausage, tight and red", "my leg blew up after the flight", "leg swelling", "calf hot", "my calf is hot",
        "calf inflammed & warm", "shin hot red and swollen", "wade enflée et chaude", "pantorrilla swollen and hot", "my calf geschwollen", "left calf sore and swollen after 9h flight",
        "doctor says i have dvt", "dvt last year, calf swollen now", "had a dvt years ago and now my calf is swollen", "had a dvt two years ago, calf swollen", "dvt", "dvt last month",
    ]),
    (Head, &["concussed yesterday", "i'm concussed", "hit my head in a fall", "fell and hit my head", "got a concussion at the weekend", "hit my head hard on the trail"]),
    (Limb, &[
        "leg went cold and blue", "my foot is cold and blue", "compartment syndrome", "think it's compartment syndrome", "bone sticking out", "bone sticking out of my shin", "leg is cold and pale and hurts",
    ]),
    (Nerve, &["pins and needles in both legs", "pins and needles in my legs for days", "tingling toes after boots, still there this morning", "still can't feel my toes"]),
    (Urine, &["rhabdo", "rhabdo?", "I have rhabdo", "c0la pee", "pee is dark", "my urine is dark since the race", "urin brwon"]),
    (Tear, &[
        "sudden calf pain like someone kicked me", "hamstring ping at mile 3", "ankle swollen and bruised after rolling it", "felt like i was shot in the calf", "knee swollen like a balloon",
        "knee locked, won't bend", "my knee is locked", "broken toe", "i broke my toe", "fell and my wrist is deformed", "calf twang at 5k",
    ]),
    (Infection, &["cellulitis on my shin", "my toe is black and smells", "infected toenail", "toenail infected and oozing", "my blister is infected"]),
    (Bone, &["stress fracture? foot hurts when i hop", "pain on top of foot, one spot", "foot hurts when i hop", "one spot on my foot hurts", "stress fracture"]),
    (Cold, &["hypothermic after the run, shivering", "hypothermia after the race", "can't stop shivering since the swim"]),
    (Saddle, &["numb between the legs and can't pee", "numb down there and can't pee"]),
    (Stool, &["blood in my stool", "black stool after race", "bloody poo after the marathon", "black tarry poo", "pooing blood"]),
];

/// What they typed that is ordinary, or long over, and its like.
#[rustfmt::skip]
const OF_NO_KIND: &[&str] = &[
    // Long over: nothing to be seen, and nothing paused.
    "had a dvt two years ago, boots tonight?", "clot in my leg last year, 20 min", "dvt last year, boots 30", "had a dvt in 2022", "had a dvt in 2022, boots today?", "had a dvt in march",
    "had a dvt last year, what should i do today", "had a dvt back in 2019, can i use boots again", "last year, a dvt", "two years ago, had a blood clot, boots ok?", "dvt in 2022", "had a clot 3 years back, 20 min",
    "blood clot years ago", "stress fracture in 2021, shin fine", "had a dvt once", "broke my ankle in 2015",
    // Chest, arms, heart and face.
    "tight chest muscles from swimming", "chest tight from bench press", "pecs and chest sore, pressups", "chest sore from push ups", "arms sore from swimming", "left arm sore from the gym", "left arm sore after my flu jab", "arm pump on the climb",
    "face red after the run", "face hot", "think my swim stroke is better", "maybe my foot strike is off", "foot strike", "mid foot strike, think it helps", "swim drills: catch, stroke, kick", "stroke rate 30", "heart rate 180 at the end", "heart rate 55 at rest", "heart going 180 on the hill",
    "my heart is going 60 sitting on the sofa", "heart going strong, sitting pretty", "chess pain", "hear racing cars from bed", "cheat day, pain au chocolat", "chest feels fine", "breathing hard on the hills", "breathing felt easy", "it hurts so good, breathing hard",
    "what is a stroke", "parkrun nearly gave me a stroke lol", "jaw sore from the dentist", "funny run, chest strap slipped",
    // Mood, food.
    "i hate hills", "i hate my life, hill reps again", "hate my life lol", "that run hurt", "hurt myself laughing", "i hurt my ankle", "sick after a big meal", "stopped eating gels", "stopped eating before the run, felt heavy", "make weight on the bar", "made myself a smoothie", "overdosed on gels lol", "overdose of coffee",
    "pushed myself until i was sick on the hill", "i hurt myself on the trail, just a scrape", "don't want to hurt myself, how easy should i go", "worried i'll hurt myself with too many miles",
    // Legs.
    "calf sore after 9h flight", "calves hot", "both calves hot after the track", "legs hot", "calf hot bath 20", "calf hot after the massage gun", "hot calf stretch", "calf pain on one side after hills", "calf pain overnight, cramp", "legs swelling after the ultra", "legs swelling a bit in the heat",
    "hot shower, calf sore", "heat pad on calf", "heated calf wrap 20", "calf hot pack 15", "calf a bit warm after the run", "blew up at mile 20", "legs blew up at mile 18", "my legs blew up on the last climb", "shin red from sunburn and hot", "sausage for breakfast, calf tight", "wade zieht nach dem lauf", "calf hot stones 20",
    "legs cold and blue shorts", "legs went cold in the ice bath", "feet cold", "cold feet and blue shoes", "legs cold after the swim", "leg blue from a bruise",
    "hit my head on the pillow at 9", "head hit the pillow", "hit the pillow", "head down and go", "hit my head torch button", "banging my head against a wall with this plan", "concussion last year",
    "cant feel my toes", "tingling toes after boots", "can't feel my toes, cold out", "pins and needles from sitting", "pins and needles in my foot after boots", "pins and needles in my legs, sat on them", "acupuncture, pins and needles",
    "urine orange, dehydrated", "urine dark yellow", "pee dark yellow, drank more", "pee is a bit dark, need to drink more", "what is rhabdo", "rhabdo is scary", "how do i avoid rhabdo", "stories about rhabdo", "cola and a pee stop", "compartment in my vest", "shin compartment tight", "bone broth", "shoe bone dry, sticking out tongue",
    // Injuries that can wait, and words that only sound like one.
    "pulled hamstring yesterday", "strained calf yesterday", "rolled my ankle, bit sore", "rolled ankle 10 min", "rolled calf, pinged a message", "kicked me out of the gym", "someone kicked me in the calf at football", "sudden calf cramp", "ping me at 8, hamstring sore", "calf ping pong", "hamstring curl", "bruised ankle bone from the shoe",
    "knee locked in, good form", "knees locked in for the long run", "locked knee squats", "knee wont bend much, stiff after the marathon", "balloon arch, knee fine", "toes stubbed", "broken toenail", "broke in new shoes, toe sore", "black toe nail smells", "smelly black socks, toe sore", "my toenails are black", "bone sticker on my laptop",
    "black toenail, not infected", "ingrown toenail", "toe black from the shoe", "sudden pain at mile 20 of the pain cave", "felt like i was shot", "shot blocks at mile 10, calf ok",
    // Bones.
    "hip sore at night", "hip tight in bed", "foot sore at night", "feet ache at night after the long run", "heel sore in the morning", "hop drills, foot fine", "foot sore after hopping drills", "calf hurts when i hop", "top of foot sore from laces, one spot", "top of foot tight", "one spot of bother, feet fine", "sweet spot session, foot fine",
    "stress fracture last year", "how do i avoid a stress fracture?", "what is a stress fracture",
    // Belly, cold, and the rest.
    "dizzy", "a bit dizzy after the sauna", "shivering at the start", "shivered after the ice bath, fine now", "hypothermia wrap in the kit list", "cold after the run, warm now", "shivering in the ice bath", "poo stop at mile 3", "black coffee and a poo", "bar stool stretch", "foot stool, black", "blood oranges, then a poo", "runs then the runs", "runner's trots",
    "can't pee in a portaloo", "need to pee at mile 2", "between the legs chafing",
    // Written against the signs that hear the above.
    "legs sore, leg swelling gone", "compression socks for leg swelling", "do boots help with leg swelling", "boots 30, calf hot from the heat",
    "calf warm up then hills", "heart rate 150 on the run, slept 8h in bed by 9", "hr 160 avg, now resting", "hr 172, couch time", "150 bpm playlist, lying on the couch",
    "weight 150, heart happy, early to bed", "heart set on 180 cadence, rest day", "cadence 180, heart rate low, rest tomorrow", "resting hr 48, hr 165 on hills",
    "resting heart rate 44, max 188", "arms tired from pull ups", "arm sore, jaw clenched", "shoulder and left arm pain from swimming", "face numb from the cold wind",
    "face drooping with tiredness lol", "sick after gels", "made myself eat breakfast, feel sick", "made myself run, sick of eating gels",
    "made myself sick on that run, too much food before", "stopped eating meat", "stopped eating sugar to lose weight", "skipping dinner to run",
    "trying to lose weight, not eating junk", "not eating gels any more, legs thinner", "thinking i hurt my knee", "i want to not hurt myself again",
    "going to hurt tomorrow", "i need to stop hurting myself with those hills", "hate my job", "i want to run more without hurting myself",
    "feel like i hurt myself deadlifting", "i think i hurt myself, knee sore", "i feel i've hurt myself, calf tight", "i hurt my back",
    "took a nap, overdose of chocolate", "hit my head on the shelf", "hit the wall hard, head gone", "hit my head on a branch, all fine",
    "fell hard, grazed knee, my head is fine", "fell on the trail, head ok", "leg cold after ice bath, blue bruise", "feet cold and white in the snow",
    "my leg cold pack, blue one", "arm cold, pale ale tonight", "bone sticking to my plan", "hip bones sticking out of my shorts", "foot bones ache after the marathon",
    "rhabdo memes", "rhabdo fears after crossfit lol", "reading about rhabdo", "dark chocolate and a wee dram", "went for a run in the dark, needed a wee",
    "got dark, pee stop", "pee dark, didn't drink enough", "first pee dark yellow, fine now", "dark out, stopped for a pee", "calf felt like someone punched it, doms",
    "legs feel like someone hit me with a bat", "calves feel like someone kicked me", "quad feels like someone hit it with a hammer",
    "hammer calf like hit with a bat after hills", "sprained ankle last year swollen, fine now", "ankle rolled, a little swollen",
    "foot rolled 10, bruised toenail, swollen feet", "knee stiff, won't bend much", "knee locked in position for squats", "broken toe last year",
    "broke in new shoes, ribs sore from coughing", "broken hand grip trainer", "ribs broken record", "infected by the running bug, foot happy",
    "foot free of infected blister", "blister not infected", "black toes from the trail shoes, smelly shoes", "toe socks black, smelly", "smelly feet, black socks",
    "green smoothie, foot smells lol", "hop on the bus, foot hurts when i walk far", "one spot left in the club, shin pain free",
    "parked in the one spot, foot hurts from the walk", "top of the foot hurts from laces, one spot", "sore spot on the ball of my foot", "hip pain on the bike",
    "hip hurts after sitting", "hip a bit painful at night after the ultra", "ankle sore in bed", "heel pain in the morning, plantar",
    "heel hurts first thing in the morning", "foot pain in the last mile", "foot hurts in new shoes", "foot hurts in the evening", "hip hurts during the run",
    "foot hurts at mile 20", "ankle hurts at the end", "hip hurts at km 30", "cold shower, still shivering", "can't stop shaking with excitement",
    "black stool at the bar", "bloody hell, need a poo", "poo, bloody marvellous run", "bloody poo stop again", "chest open stretch", "chest tight after press ups",
    "chest infection last month", "chest a bit sore from bench", "chest hurts from dips", "chest muscle pain from swimming", "chest pain from pushups",
    "heart hurts for him", "breathing hurts lol that hill", "numb bum on the bike", "pins and needles in my hands", "pins and needles in foot from sitting on it",
    "still tingling with excitement, feet up", "tingly feet from the boots", "tingling legs after the gun, still tingly", "wade in the river 10, feet swollen",
    "had a dvt when i was pregnant", "dvt runs in the family", "my dvt cleared last year, boots 20", "dvt survivor, boots 30", "i've had a dvt before, boots?",
    "i had a clot before, boots ok?", "previous dvt, boots ok?", "my chest is fine", "in 2024 i had chest pain", "hand broken skin", "stroke of luck", "backstroke 20",
    "stroked the dog", "heart attack pace lol", "that climb was a heart attack", "crest of the hill pain", "chess tight game", "grain pain", "groin strain last year",
    "tight hips from sitting, heart rate 140", "my leg is swollen from a bite", "calf balloon", "starving after the run", "starved myself of sleep",
    "overdosed on coffee, heart racing before race", "broken rib years ago", "concussion protocol read", "compartment syndrome, what is it",
];

#[test]
fn what_is_told_is_of_its_kind_and_what_is_ordinary_of_none() {
    let mut wrong = Vec::new();
    for (flag, sentences) in OF_KIND {
        for text in *sentences {
            let found = flag_in(text);
            if found != Some(*flag) {
                wrong.push(format!("{text:?}: {found:?}, not {flag:?}"));
            }
        }
    }
    for text in OF_NO_KIND {
        wrong.extend(flag_in(text).map(|found| format!("{text:?}: {found:?}, and is ordinary")));
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// A question about somebody else, and what it tells of them.
#[rustfmt::skip]
const SOMEBODY_ELSES: &[(Option<Flag>, &str)] = &[
    (Some(Chest), "my husband has chest pain, what should he do"), (Some(Clot), "my friend's calf is swollen and hot, what should she do"),
    (Some(Clot), "tom's calf is swollen and hot"), (Some(Lung), "my wife can't breathe"), (Some(Chest), "my dad fainted, what should I do?"),
    (Some(Crisis), "my friend is suicidal, what should i do"), (Some(Chest), "a guy here has chest pain"), (Some(Heat), "my mate is confused and stopped sweating, help"),
    (Some(Urine), "my brother's pee is brown"),
    (None, "my dad had chest pain last year, what should I do today"), (None, "my mum broke her ankle"), (None, "my friend got rhabdo last week"), (None, "husband fainted at the finish"),
    (None, "my wife's legs are sore, what should she do"), (None, "my chest hurts"), (None, "boots 30 with my wife"), (None, "my husband has no chest pain"),
    (None, "my wife is doing boots, calf sore"), (None, "he has been sore for two weeks and it still hurts"), (None, "what are the signs of a dvt?"), (None, "should i do boots? calf sore"),
];

#[test]
fn what_is_somebody_elses_is_told_apart_and_never_flags_the_asker() {
    for (flag, text) in SOMEBODY_ELSES {
        assert_eq!(of_somebody_else(text), *flag, "{text:?}");
        if flag.is_some() {
            assert_eq!(flag_in(text), None, "{text:?}");
        }
    }
}
