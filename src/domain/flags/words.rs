//! The small words that say of whom, whether and when. Lists only, no logic; words parted by spaces.

/// Whether `word` stands in a list.
pub(super) fn is_in(word: &str, list: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

/// Parts a sentence; what follows is the member's own again.
pub(super) const TURNS: &str = "but though although however except tho";

/// Goes on with a list of what is not: "no swelling, or redness".
pub(super) const LISTS_ON: &str = "or nor";

/// Colours nothing, so a sign may hold it anywhere.
pub(super) const SAYS_NOTHING: &str = "the a an really very so super quite bit just any some kinda pretty is was are been be feels \
    feel feeling looks looking look actually also totally bad badly";

/// Before "feel" and "feeling", says that there is none.
pub(super) const FEELS_NOT: &str = "cant cannot couldnt no lost";

/// Says that what follows is not so.
pub(super) const DENIAL: &str = "no not without never dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt neither \
    zero aint wont ruled_out free_of negative_for sin kein keine keinen nicht pas sans";

/// Says that what follows is the member's.
pub(super) const SELF: &str = "i im ive my me id";

/// Somebody else, or theirs.
pub(super) const PRONOUN: &str = "he she his her hers they their theirs hes shes";

/// Somebody else; with an `s`, several, or theirs.
pub(super) const PERSON: &str = "wife husband son daughter mum mom mother dad father brother sister friend mate buddy partner \
    girlfriend boyfriend gf bf teammate colleague coworker neighbour neighbor uncle aunt grandma \
    grandpa gran kid dog cat cousin boss someone somebody guy people runner roommate hijo hija \
    esposa esposo sohn tochter frau fils fille femme mari";

/// Of such things in general, or of a story of one.
pub(super) const TALK: &str = "signs symptoms causes cause caused prevent prevents avoid risk article podcast movie film \
    book documentary novel read_about scared_of afraid_of if_someone if_you what_does";

/// What an apostrophe makes nobody's name of: "it's calf pain", "today's chest tightness".
pub(super) const NOBODY: &str = "it that this there here what where who today yesterday tonight morning yesterdays one other which";

/// A part of the body; what is said of "my" one is no talk.
pub(super) const PART: &str =
    "calf leg thigh chest knee foot shin hip groin back left right urine pee heart skin ankle";

/// Long over.
pub(super) const OVER: &str = "last_year years_ago year_ago months_ago back_in used_to as_kid history previously in_past \
    once_had last_season last_winter last_summer last_spring last_autumn last_fall ages_ago \
    in_college in_school years_back year_back long_ago long_time_ago decade_ago decades_ago when_i_pregnant \
    when_i_younger when_i_teenager when_i_kid when_i_child when_i_student";

/// Puts it behind, beside what is long over.
pub(super) const HAD: &str = "had got then before did";

/// The months; what was had in one is over.
pub(super) const MONTH: &str =
    "january february march april may june july august september october november december";

/// And as it is.
pub(super) const AGAIN: &str = "again still same returned now today tonight yesterday morning week came_back back_again \
    since period_stopped periods_stopped";

/// And back, whatever it was.
pub(super) const BACK: &str =
    "returned came_back back_again its_back same_again same_thing happening_again";

/// Short words that weigh, so that they are heard with one letter off too.
pub(super) const WEIGHTY: &str = "chest blood urine heart groin ankle brown tibia femur";

/// One letter off a word that weighs, and another word.
pub(super) const FALSE_FRIENDS: &str = "chess cheat cheats crest chesty bloom bloomed brood blond bloods hear heat heard hears hart \
    hearth hearty grin grain groan grown brow brows brawn blown strike strikes stoke stoked \
    stroked strokes";

/// Says of somebody that it is so now.
pub(super) const IS: &str =
    "is are has have having isnt cant cannot couldnt keeps now says looks feels hes shes theyre";

/// Says of somebody that it was.
pub(super) const WAS: &str = "was were had got did once saw";

/// Asks what somebody is to do.
pub(super) const SHOULD: &str = "should help";

/// What is said in several words and means one thing, parted by commas: not a denial of what
/// follows, warm and red things that are no signs, figures of speech, and when it was. Each becomes
/// one word, so that none of its words is read alone.
pub(super) const SAYINGS: &str = "not sure, dont know, no idea, not only, cant believe, not normal, not right, not ok, not \
    good, not great, not better, not getting better, no better, not improving, wont go away, not \
    going away, doesnt go away, hasnt gone away, no reason, no joke, not gonna lie, not kidding, \
    didnt sleep, couldnt sleep, didnt run, not settling, hasnt settled, isnt settling, hasnt \
    improved, wont settle, isnt getting better, hasnt got better, isnt improving, not happy, no \
    matter, not peed, havent peed, havent pee, no urine, no pee, no period, no feeling, not \
    able, hasnt stopped, doesnt stop, wont stop, not stopping, not nice, havent had my period, \
    havent had period, havent had my periods, period stopped, periods stopped, dont want to live, dont want to here more, what does, dont want to here anymore, dont \
    want to here any more, dont want to alive, dont want to wake up, hasnt come back, hasnt \
    gone, wont heal, ruled out, free of, negative for, hot bath, hot tub, hot shower, hot day, \
    hot yoga, hot out, hot outside, hot weather, hot chocolate, hot coffee, hot water, hot pack, \
    hot stone, hot run, hot here, hot one, hot today, red light, red wine, red bull, red route, \
    warm up, warm bath, warm down, warm shower, warm day, warm weather, warm water, warm today, \
    warm out, warm outside, red line, red zone, white wine, heart skipped beat when, passed out \
    on couch, passed out on sofa, passed out on my couch, passed out in bed, passed out at 7, passed out at 8, \
    passed out at 9, passed out at 10, passed out at 11, passed out at my desk, passed out at work, \
    passed out asleep, passed out after dinner, collapsed on couch, collapsed on my couch, \
    collapsed on sofa, collapsed in bed, collapsed into bed, collapsed into my bed, collapsed on \
    bed, gave me heart attack, almost had heart attack, nearly had heart attack, got off my \
    chest, get off my chest, close to my chest, had heart attack when, chest strap, chest day, \
    chest press, chest freezer, blood sugar, blood test, blood work, blood flow, blood donation, \
    gave blood, blood pressure, pop up, popped up, popped into, popped on, popped out, confused \
    about, confused by, leg day, one leg squats, one leg deadlifts, single leg, in my bones, to \
    bone, out of breath, last year, years ago, year ago, months ago, back in, used to, as kid, \
    in past, once had, last season, last winter, last summer, last spring, last autumn, last \
    fall, ages ago, in college, in school, came back, back again, read about, scared of, afraid \
    of, if someone, if you, years back, year back, long ago, long time ago, decade ago, decades \
    ago, its back, same again, same thing, happening again, when i pregnant, when i younger, when i teenager, when i kid, when i child, \
    when i student";
