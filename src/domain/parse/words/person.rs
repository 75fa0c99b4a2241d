//! Words for people other than the one who types, and what they are said to do. Lists only, no logic.

/// Somebody one knows by what they are to one: "my wife", "coach".
pub(in crate::domain::parse) fn is_kin(word: &str) -> bool {
    matches!(
        word,
        "wife"
            | "husband"
            | "hubby"
            | "spouse"
            | "partner"
            | "girlfriend"
            | "boyfriend"
            | "gf"
            | "bf"
            | "fiance"
            | "fiancee"
            | "mom"
            | "mum"
            | "mother"
            | "dad"
            | "father"
            | "son"
            | "daughter"
            | "kid"
            | "kids"
            | "baby"
            | "brother"
            | "sister"
            | "cousin"
            | "friend"
            | "friends"
            | "buddy"
            | "mate"
            | "mates"
            | "teammate"
            | "teammates"
            | "roommate"
            | "flatmate"
            | "neighbour"
            | "neighbor"
            | "coach"
            | "trainer"
            | "physio"
            | "doctor"
            | "doc"
            | "boss"
            | "dog"
            | "cat"
    )
}

/// May stand before one of those.
pub(in crate::domain::parse) fn is_whose(word: &str) -> bool {
    matches!(word, "my" | "our" | "the" | "his" | "her" | "their" | "a")
}

/// Stands for somebody else by itself.
pub(in crate::domain::parse) fn is_other_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "they" | "someone" | "somebody")
}

/// Stands for the one who types, alone or among others.
pub(in crate::domain::parse) fn is_oneself(word: &str) -> bool {
    matches!(word, "i" | "im" | "ive" | "me" | "we" | "weve" | "us" | "myself" | "ourselves")
}

/// Said of a person's doing, and hardly of anything else.
pub(in crate::domain::parse) fn is_persons_deed(word: &str) -> bool {
    matches!(word, "did" | "does" | "used" | "uses" | "wore" | "wears" | "tried" | "borrowed")
}

/// Said of a person's doing where it is plain that a person is spoken of.
pub(in crate::domain::parse) fn is_any_deed(word: &str) -> bool {
    is_persons_deed(word)
        || matches!(
            word,
            "do" | "done"
                | "had"
                | "has"
                | "got"
                | "took"
                | "takes"
                | "went"
                | "sat"
                | "slept"
                | "rolled"
                | "stretched"
                | "logged"
                | "finished"
                | "napped"
                | "walked"
        )
}

/// Said of a runner's run.
pub(in crate::domain::parse) fn is_running(word: &str) -> bool {
    matches!(word, "ran" | "runs" | "jogged" | "raced")
}

/// Somebody's advice, which is not yet done.
pub(in crate::domain::parse) fn is_advice(word: &str) -> bool {
    matches!(
        word,
        "says"
            | "said"
            | "recommends"
            | "recommended"
            | "suggests"
            | "suggested"
            | "prescribed"
            | "advised"
            | "wants"
            | "thinks"
            | "told"
    )
}

/// May stand between somebody and what they did.
pub(in crate::domain::parse) fn is_between(word: &str) -> bool {
    matches!(
        word,
        "just" | "also" | "only" | "already" | "has" | "have" | "finally" | "really" | "actually"
    )
}

/// May stand before whom a phrase is about.
pub(in crate::domain::parse) fn is_lead_in(word: &str) -> bool {
    matches!(
        word,
        "so" | "lol"
            | "haha"
            | "ok"
            | "okay"
            | "well"
            | "hey"
            | "hi"
            | "fyi"
            | "btw"
            | "yo"
            | "and"
            | "log"
    )
}

/// What runners write where a name could stand, and is none: "tempo did boots 30", without a comma.
pub(in crate::domain::parse) fn is_no_name(word: &str) -> bool {
    // "tired", "woken", "jogging"
    let is_state = word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"));
    is_state
        || matches!(
            word,
            "ran"
                | "run"
                | "runs"
                | "race"
                | "raced"
                | "tempo"
                | "threshold"
                | "interval"
                | "intervals"
                | "fartlek"
                | "strides"
                | "repeats"
                | "workout"
                | "workouts"
                | "wod"
                | "track"
                | "speedwork"
                | "hills"
                | "hill"
                | "marathon"
                | "half"
                | "parkrun"
                | "miles"
                | "lift"
                | "lifts"
                | "weights"
                | "strength"
                | "crossfit"
                | "pilates"
                | "peloton"
                | "zumba"
                | "barre"
                | "hiit"
                | "plyos"
                | "drills"
                | "march"
                | "gym"
                | "swim"
                | "swam"
                | "bike"
                | "biked"
                | "ride"
                | "rode"
                | "row"
                | "hike"
                | "walk"
                | "core"
                | "abs"
                | "squats"
                | "deadlifts"
                | "treadmill"
                | "cooldown"
                | "warmup"
                | "shakeout"
                | "doubles"
                | "shower"
                | "breakfast"
                | "brunch"
                | "dinner"
                | "supper"
                | "lunch"
                | "coffee"
                | "beer"
                | "ate"
                | "woke"
                | "went"
                | "then"
                | "hello"
                | "morning"
                | "sorry"
                | "oops"
                | "yes"
                | "yep"
                | "yeah"
                | "no"
                | "nope"
                | "nah"
                | "ugh"
                | "wow"
                | "omg"
                | "ouch"
                | "cool"
                | "nice"
                | "heavy"
                | "sore"
                | "dead"
                | "beat"
                | "spent"
                | "broken"
                | "stiff"
                | "slow"
                | "lazy"
                | "sleepy"
                | "early"
                | "late"
                | "once"
                | "always"
                | "usually"
                | "everyone"
                | "everybody"
                | "everything"
                | "nobody"
                | "nothing"
                | "anyone"
                | "team"
                | "club"
                | "group"
                | "crew"
                | "squad"
                | "who"
                | "which"
                | "you"
                | "u"
                | "physical"
                | "therapy"
                | "tech"
                | "stuff"
                | "things"
                | "everywhere"
                | "somehow"
                | "instead"
                | "plus"
                | "afterwards"
                | "after"
                | "later"
                | "hooray"
                | "yesss"
                | "hurray"
                | "today"
                | "weather"
                | "rain"
                | "snow"
                | "heat"
                | "legs"
                | "body"
        )
}
