//! Which sport a file tells of: by the numbers and words that watches, phones and sites have for it.
//!
//! FIT's numbers are those of its profile ("sport", "sub_sport"); GPX's are those that Strava exports.

/// What was done, as far as a file says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sport {
    /// A run, wherever: road, trail, track or treadmill.
    Run,
    /// It doesn't say, or in a way nobody knows.
    Unsaid,
    /// The minutes between two legs.
    Transition,
    /// On a bike, out or indoors.
    Ride,
    /// In a pool or open water.
    Swim,
    /// A walk.
    Walk,
    /// A hike.
    Hike,
    /// Yoga.
    Yoga,
    /// Pilates.
    Pilates,
    /// Stretching, mobility.
    Stretch,
    /// Weights, circuits.
    Strength,
    /// In a boat or on a machine.
    Row,
    /// Skis and snowboards.
    Ski,
    /// A cross-trainer.
    Elliptical,
    /// Stairs, floors.
    Stairs,
    /// Skates.
    Skate,
    /// A paddle: kayak, canoe, board.
    Paddle,
    /// Rocks and walls.
    Climb,
    /// With a ball.
    Game,
    /// Something else that is no run.
    Another,
}

/// How one sport is written.
struct Written {
    sport: Sport,
    /// Its numbers as a FIT sport.
    fit: &'static [u8],
    /// Its numbers as a FIT sub-sport.
    sub: &'static [u8],
    /// Its numbers in a GPX type.
    gpx: &'static [&'static str],
    /// Its words; behind a `*` stands the end of one, as "trailrunning" has it.
    words: &'static str,
}

/// A sport that isn't written at all.
const UNWRITTEN: Written =
    Written { sport: Sport::Another, fit: &[], sub: &[], gpx: &[], words: "" };

const SPORTS: [Written; 18] = [
    Written {
        sport: Sport::Run,
        fit: &[1],
        sub: &[1, 2, 3, 4, 45, 59, 67],
        gpx: &["9"],
        words: "run runs ran *running jog *jogging footing treadmill parkrun marathon \
                canicross *lauf laufen *laufen laufband joggen hardlopen hardloop *löpning \
                löprunda løb løping løpetur juoksu *juoksu corsa correr corrida carrera \
                bieganie bieg běh бег пробежка 跑步 ランニング 달리기",
    },
    Written { sport: Sport::Transition, fit: &[3], words: "transition", ..UNWRITTEN },
    Written {
        sport: Sport::Ride,
        fit: &[2, 21],
        sub: &[5, 6, 7, 8, 9, 10, 11, 12, 13, 28, 29, 46, 47, 48, 49],
        gpx: &["1", "17", "18"],
        words: "ride rides bike bikes *biking ebike *ebiking bicycle *cycling cycle \
                cyclocross mtb bmx spin spinning velo vélo vtt cyclisme *radfahren fahrrad \
                *radtour radeln rennrad ciclismo bici bicicletta fietsen wielrennen cykling \
                cykel pyöräily kolarstwo велосипед サイクリング 骑行 자전거",
    },
    Written {
        sport: Sport::Swim,
        fit: &[5],
        sub: &[17, 18],
        gpx: &["16"],
        words: "swim swims *swimming schwimmen natation nuoto natación zwemmen simning uinti \
                pływanie плавание 水泳 游泳 수영",
    },
    Written {
        sport: Sport::Walk,
        fit: &[11],
        sub: &[27, 30, 31],
        gpx: &["10"],
        words: "walk walks *walking stroll spaziergang gehen marche camminata caminata \
                caminar wandelen promenad kävely spacer ходьба ウォーキング 步行 걷기",
    },
    Written {
        sport: Sport::Hike,
        fit: &[16, 17, 35],
        gpx: &["4", "13"],
        words: "hike hikes *hiking trek trekking mountaineering snowshoeing snowshoe wandern \
                *wanderung randonnée escursione senderismo vandring vaellus",
        ..UNWRITTEN
    },
    Written { sport: Sport::Yoga, sub: &[43], words: "yoga", ..UNWRITTEN },
    Written { sport: Sport::Pilates, sub: &[44], words: "pilates", ..UNWRITTEN },
    Written {
        sport: Sport::Stretch,
        sub: &[19],
        words: "stretch stretching flexibility mobility",
        ..UNWRITTEN
    },
    Written {
        sport: Sport::Strength,
        sub: &[20],
        words: "strength weights weightlifting weighttraining gym krafttraining",
        ..UNWRITTEN
    },
    Written {
        sport: Sport::Row,
        fit: &[15],
        sub: &[14],
        words: "rowing row rower rudern aviron",
        ..UNWRITTEN
    },
    Written {
        sport: Sport::Ski,
        fit: &[12, 13, 14],
        gpx: &["2", "3", "7", "8", "12"],
        words: "ski skis *skiing *snowboarding snowboard langlauf skilanglauf",
        ..UNWRITTEN
    },
    Written { sport: Sport::Elliptical, sub: &[15], words: "elliptical crosstrainer", ..UNWRITTEN },
    Written {
        sport: Sport::Stairs,
        fit: &[48],
        sub: &[16],
        words: "stairs stair stairmaster stairclimbing",
        ..UNWRITTEN
    },
    Written {
        sport: Sport::Skate,
        fit: &[30, 33],
        gpx: &["5", "6"],
        words: "skate *skating inline rollerblading",
        ..UNWRITTEN
    },
    Written {
        sport: Sport::Paddle,
        fit: &[19, 37, 41, 42],
        words: "paddling paddle *paddling kayak *kayaking canoe canoeing sup",
        ..UNWRITTEN
    },
    Written { sport: Sport::Climb, fit: &[31], words: "climb climbing bouldering", ..UNWRITTEN },
    Written {
        sport: Sport::Game,
        fit: &[6, 7, 8, 9, 64, 71, 72, 73, 74, 75],
        words: "soccer football tennis basketball volleyball badminton padel rugby hockey \
                squash cricket",
        ..UNWRITTEN
    },
];

/// What FIT calls a sport, and none that this bot has to do with.
const ANOTHER_FIT: [u8; 27] = [
    20, 22, 23, 24, 25, 26, 27, 28, 29, 32, 34, 36, 38, 39, 40, 43, 44, 46, 47, 53, 62, 65, 67, 69,
    80, 83, 84,
];

/// The same of its sub-sports: cardio, and breathing.
const ANOTHER_SUB: [u8; 2] = [26, 62];

/// The words of the same.
const ANOTHER_WORDS: &str =
    "driving flying sailing surfing golf horseback cardio hiit boxing diving";

/// The FIT sports that leave it to the sub-sport: generic, fitness equipment, training, multisport,
/// tactical, all.
const LEFT_TO_SUB: [u8; 6] = [0, 4, 10, 18, 45, 254];

impl Sport {
    /// What FIT's numbers say; a number nobody knows says nothing.
    #[must_use]
    pub(super) fn of_fit(sport: Option<u8>, sub: Option<u8>) -> Self {
        match sport.filter(|sport| !LEFT_TO_SUB.contains(sport)) {
            Some(sport) => {
                let known = SPORTS.iter().find(|written| written.fit.contains(&sport));
                let another = ANOTHER_FIT.contains(&sport).then_some(Self::Another);
                known.map(|written| written.sport).or(another).unwrap_or(Self::Unsaid)
            }
            None => {
                let known = sub.and_then(|sub| SPORTS.iter().find(|w| w.sub.contains(&sub)));
                let another = sub.filter(|sub| ANOTHER_SUB.contains(sub)).map(|_| Self::Another);
                known.map(|written| written.sport).or(another).unwrap_or(Self::Unsaid)
            }
        }
    }

    /// What a GPX type says: a number, or words.
    #[must_use]
    pub(super) fn of_type(text: &str) -> Self {
        let text = text.trim();
        let numbered = SPORTS.iter().find(|written| written.gpx.contains(&text));
        numbered.map_or_else(|| Self::of_words(text), |written| written.sport)
    }

    /// What words say, where they name one sport.
    #[must_use]
    pub(super) fn of_words(text: &str) -> Self {
        let words = words(text);
        let is_in = |list: &str| {
            list.split(' ').any(|listed| match listed.strip_prefix('*') {
                Some(end) => words.iter().any(|word| word.ends_with(end)),
                None => words.iter().any(|word| word == listed),
            })
        };
        let named = SPORTS.iter().filter(|written| is_in(written.words)).map(|w| w.sport);
        let mut named = named.chain(is_in(ANOTHER_WORDS).then_some(Self::Another));
        match (named.next(), named.next()) {
            (Some(sport), None) => sport,
            // "Run to the swim": which of them it was, nobody can tell.
            _ => Self::Unsaid,
        }
    }

    /// What the catalogue may have it as, by the modality's id.
    #[must_use]
    pub fn modality(self) -> Option<&'static str> {
        match self {
            Self::Ride => Some("recovery_spin"),
            Self::Swim => Some("recovery_swim"),
            Self::Walk => Some("recovery_walk"),
            Self::Yoga => Some("yoga"),
            Self::Stretch => Some("static_stretch"),
            _ => None,
        }
    }
}

/// The words of a name or a type, in small letters: "road_biking", "TrailRun", "Morning Run".
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut was_lower = false;
    for c in text.chars() {
        if !c.is_alphabetic() {
            was_lower = false;
            words.push(String::new());
            continue;
        }
        if words.is_empty() || was_lower && c.is_uppercase() {
            words.push(String::new());
        }
        was_lower = c.is_lowercase();
        if let Some(word) = words.last_mut() {
            word.extend(c.to_lowercase());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sport_is_known_by_what_anybody_writes_for_it() {
        for (text, sport) in [
            ("running", Sport::Run),
            ("TrailRun", Sport::Run),
            ("VirtualRun", Sport::Run),
            ("treadmill_running", Sport::Run),
            ("9", Sport::Run),
            ("Morning Run", Sport::Run),
            ("Waldlauf am Abend", Sport::Run),
            ("RUNNING", Sport::Run),
            ("Running 8/12/13 6:57 pm", Sport::Run),
            ("road_biking", Sport::Ride),
            ("Cycling 10/2/17 10:49 am", Sport::Ride),
            ("mountainbiking", Sport::Ride),
            ("1", Sport::Ride),
            ("17", Sport::Ride),
            ("16", Sport::Swim),
            ("lap_swimming", Sport::Swim),
            ("4", Sport::Hike),
            ("10", Sport::Walk),
            ("cross_country_skiing", Sport::Ski),
            ("Langlauf", Sport::Unsaid),
            ("Run to the pool, swim", Sport::Unsaid),
            ("Köln", Sport::Unsaid),
            ("99", Sport::Unsaid),
            ("trunk", Sport::Unsaid),
            ("Brunch", Sport::Unsaid),
            ("", Sport::Unsaid),
        ] {
            assert_eq!(Sport::of_type(text), sport, "{text:?}");
        }
    }

    #[test]
    fn fits_numbers_say_a_sport_or_leave_it_to_the_sub_sport() {
        for (sport, sub, expect) in [
            (Some(1), Some(0), Sport::Run),
            (Some(1), Some(58), Sport::Run),
            (Some(4), Some(1), Sport::Run),
            (Some(0), Some(45), Sport::Run),
            (Some(10), Some(43), Sport::Yoga),
            (Some(10), Some(20), Sport::Strength),
            (Some(11), Some(1), Sport::Walk),
            (Some(2), Some(58), Sport::Ride),
            (Some(3), None, Sport::Transition),
            (Some(150), Some(0), Sport::Unsaid),
            (Some(0), Some(0), Sport::Unsaid),
            (None, None, Sport::Unsaid),
            (Some(25), None, Sport::Another),
        ] {
            assert_eq!(Sport::of_fit(sport, sub), expect, "{sport:?} {sub:?}");
        }
    }

    #[test]
    fn no_number_and_no_word_is_of_two_sports() {
        for (at, one) in SPORTS.iter().enumerate() {
            for other in &SPORTS[at + 1..] {
                assert!(one.fit.iter().all(|n| !other.fit.contains(n)), "{:?}", one.sport);
                assert!(one.sub.iter().all(|n| !other.sub.contains(n)), "{:?}", one.sport);
                assert!(one.gpx.iter().all(|n| !other.gpx.contains(n)), "{:?}", one.sport);
                let is_other = |word: &str| other.words.split(' ').any(|listed| listed == word);
                assert!(!one.words.split(' ').any(is_other), "{:?}", one.sport);
            }
            assert!(one.fit.iter().all(|n| !ANOTHER_FIT.contains(n) && !LEFT_TO_SUB.contains(n)));
        }
    }
}
