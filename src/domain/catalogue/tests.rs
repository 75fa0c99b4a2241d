//! What the catalogue promises, through its one door; ids and names have their tests beside them.

use std::collections::BTreeSet;

use super::*;

/// The least that an organiser has to write.
const HAMMOCK: &str = r#"
[[modality]]
id = "hammock"
label = "Hammock"
name = "Hammock time"
aliases = ["hammocks", "Swinging-Bed"]
minutes = { shortest = 10, usual = 20, longest_useful = 60 }
"#;

fn embedded() -> Catalogue {
    Catalogue::embedded().unwrap()
}

fn modality<'a>(catalogue: &'a Catalogue, typed: &str) -> &'a Modality {
    catalogue.by_alias(&normalise(typed)).unwrap_or_else(|| panic!("nothing goes by {typed:?}"))
}

/// [`HAMMOCK`] with one line changed, or one more line when `key` is new, is refused in these words.
#[track_caller]
fn check_refused(key: &str, line: &str, sentence: &str) {
    let mut lines: Vec<&str> =
        HAMMOCK.lines().filter(|old| !old.starts_with(&format!("{key} ="))).collect();
    lines.push(line);
    let error = Catalogue::parse(&lines.join("\n")).unwrap_err();
    assert_eq!(error.to_string(), sentence);
}

#[test]
fn the_embedded_catalogue_has_its_thirty_modalities() {
    let catalogue = embedded();
    let ids: Vec<&str> =
        catalogue.modalities().iter().map(|modality| modality.id.as_ref()).collect();
    assert_eq!(ids.len(), 30, "{ids:?}");
    for modality in catalogue.modalities() {
        assert_eq!(catalogue.get(&modality.id), Some(modality));
    }
    assert_eq!(catalogue.red_flags().len(), 16);
    assert!(catalogue.red_flags().is_sorted_by_key(|flag| flag.action));
    assert_eq!(catalogue.rules().len(), 9);
}

#[test]
fn what_runners_type_finds_its_modality() {
    let catalogue = embedded();
    for (typed, id) in [
        ("boots", "boots"),
        ("Normatecs", "boots"),
        ("foam_roll", "foam_roll"),
        ("Foam-Roller", "foam_roll"),
        ("rolled out", "foam_roll"),
        ("R8", "roller_stick"),
        ("R8 / stick", "roller_stick"),
        ("gun", "massage_gun"),
        ("massage", "sports_massage"),
        ("ART", "art"),
        ("active release", "art"),
        ("cryo", "cryo"),
        ("ice bath", "ice_bath"),
        ("Hot bath", "hot_bath"),
        ("calf stretch", "static_stretch"),
        ("yoga", "yoga"),
        ("yoga toes", "toe_separators"),
        ("toes", "toe_separators"),
        ("toe yoga", "foot_strength"),
        ("day off", "rest_day"),
        ("rest", "rest_day"),
        ("naps", "nap"),
        ("slept", "sleep"),
        ("Pneumatic compression boots", "boots"),
    ] {
        assert_eq!(modality(&catalogue, typed).id.as_ref(), id, "{typed:?}");
    }
}

#[test]
fn words_of_everyday_sentences_name_nothing() {
    let catalogue = embedded();
    for word in [
        "", "off", "nothing", "water", "ate", "bed", "calm", "cars", "ice", "iced", "chiro",
        "graston", "30",
    ] {
        assert_eq!(catalogue.by_alias(&normalise(word)), None, "{word:?}");
    }
}

#[test]
fn every_alias_of_the_product_is_written_once_and_needed() {
    let file: toml::Table = toml::from_str(EMBEDDED).unwrap();
    for written in file["modality"].as_array().unwrap() {
        let mut seen: BTreeSet<String> = ["id", "label", "name"]
            .iter()
            .map(|key| normalise(written[*key].as_str().unwrap()))
            .collect();
        for alias in written["aliases"].as_array().unwrap() {
            let alias = alias.as_str().unwrap();
            assert!(
                seen.insert(normalise(alias)),
                "{:?}: {alias:?} says nothing new",
                written["id"]
            );
        }
    }
}

#[test]
fn the_product_promises_nothing() {
    let file = EMBEDDED.lines().take_while(|line| *line != "[[citation]]");
    for (at, line) in file.enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let words = format!(" {} ", normalise(line));
        for promise in [
            "heals",
            "heal",
            "healed",
            "cure",
            "cures",
            "works",
            "proves",
            "proven",
            "faster",
            "significant",
        ] {
            assert!(!words.contains(&format!(" {promise} ")), "line {}: {line}", at + 1);
        }
    }
}

#[test]
fn every_source_of_the_product_is_used() {
    let catalogue = embedded();
    let mut unused: BTreeSet<&str> =
        catalogue.citations.iter().map(|citation| citation.id.as_str()).collect();
    for modality in catalogue.modalities() {
        for cite in modality.evidence.iter().flat_map(|evidence| &evidence.cites) {
            unused.remove(cite.as_str());
        }
        for cite in modality.effects.iter().map(|effect| &effect.cite) {
            unused.remove(cite.as_str());
        }
        for cite in modality.cautions.iter().map(|caution| &caution.cite) {
            unused.remove(cite.as_str());
        }
    }
    for cite in catalogue.red_flags().iter().map(|flag| &flag.cite) {
        unused.remove(cite.as_str());
    }
    for cite in catalogue.rules().iter().map(|rule| &rule.cite) {
        unused.remove(cite.as_str());
    }
    assert_eq!(unused, BTreeSet::new());
    assert_eq!(catalogue.citation("hoffman2016").and_then(|citation| citation.year), Some(2016));
    assert_eq!(catalogue.citation("hoffman1916"), None);
}

#[test]
fn boots_and_toe_separators_are_never_paired() {
    let catalogue = embedded();
    for (one, other) in [("boots", "toe_separators"), ("toe_separators", "boots")] {
        let other = Companion::Modality(other.parse().unwrap());
        assert!(!modality(&catalogue, one).stack_with.contains(&other));
    }
}

#[test]
fn an_entry_may_claim_three_times_what_is_useful_within_an_hour_and_a_day() {
    let catalogue = embedded();
    for (id, needs_minutes, accepts_up_to) in
        [("boots", true, 180), ("cryo", true, 60), ("sleep", true, 1440), ("rest_day", false, 0)]
    {
        let modality = modality(&catalogue, id);
        assert_eq!(
            (modality.needs_minutes(), modality.accepts_up_to()),
            (needs_minutes, accepts_up_to),
            "{id}"
        );
    }
}

#[test]
fn a_club_can_add_its_own() {
    let catalogue = embedded().extended(HAMMOCK).unwrap();
    assert_eq!(catalogue.modalities().len(), 31);
    for typed in ["Hammock", "hammock time", "swinging bed"] {
        assert_eq!(modality(&catalogue, typed).id.as_ref(), "hammock");
    }
    let hammock = modality(&catalogue, "hammock");
    assert_eq!((hammock.per_day, hammock.per_week, hammock.cadence_days), (1, 7, 1));
    assert_eq!(
        (hammock.unit, hammock.access, hammock.cost),
        (Unit::Minutes, Access::Equipment, Cost::Free)
    );
    assert!(!hammock.passive && !hammock.hands_free && !hammock.dose.verified);
    assert_eq!(modality(&catalogue, "boots").id.as_ref(), "boots");
}

#[test]
fn the_header_shows_a_block_that_can_be_added() {
    let shown: String = EMBEDDED
        .lines()
        .skip_while(|line| line.trim_start_matches(['#', ' ']) != "[[modality]]")
        .take_while(|line| line.trim() != "#")
        .map(|line| format!("{}\n", line.trim_start_matches(['#', ' '])))
        .collect();
    let catalogue = embedded().extended(&shown).unwrap();
    assert_eq!(modality(&catalogue, "hammocks").id.as_ref(), "hammock");
}

#[test]
fn a_clash_with_the_product_names_both() {
    for (from, to, sentence) in [
        (
            "\"hammock\"",
            "\"boots\"",
            "the id `boots` is used by both \"Pneumatic compression boots\" and \"Hammock time\"; give one of them another id",
        ),
        (
            "hammocks",
            "Norma-Tec",
            "\"norma tec\" would mean both `boots` and `hammock`; take it away from one of them",
        ),
        (
            "\"Hammock\"",
            "\"SAUNA\"",
            "\"sauna\" would mean both `sauna` and `hammock`; take it away from one of them",
        ),
        (
            "\"Hammock time\"",
            "\"Rest  day\"",
            "\"rest day\" would mean both `rest_day` and `hammock`; take it away from one of them",
        ),
    ] {
        let error = embedded().extended(&HAMMOCK.replace(from, to)).unwrap_err();
        assert_eq!(error.to_string(), sentence);
    }
}

#[test]
fn a_club_cant_touch_red_flags() {
    let error = embedded().extended("\n[[red_flag]]\nid = \"dvt\"").unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 2, `[[red_flag]]`: unknown field `red_flag`, expected `modality` or `citation`"
    );
}

#[test]
fn what_cant_be_read_says_where() {
    for (key, line, sentence) in [
        ("label", "", "line 2, `[[modality]]`: missing field `label`"),
        (
            "id",
            "id = \"Hammock\"",
            "line 7, `id = \"Hammock\"`: `Hammock` can't be a modality's id, which is a small letter and then up to 31 small letters, digits or underscores",
        ),
        (
            "minutes",
            "minutes = 20",
            "line 7, `minutes = 20`: invalid type: integer `20`, expected { shortest = …, usual = …, longest_useful = … }",
        ),
        (
            "minutes",
            "minutes = { shortest = 10, usual = 20, longest = 60 }",
            "line 7, `minutes = { shortest = 10, usual = 20, longest = 60 }`: unknown field `longest`, expected one of `shortest`, `usual`, `longest_useful`",
        ),
        (
            "per_day",
            "per_day = -1",
            "line 8, `per_day = -1`: invalid value: integer `-1`, expected u32",
        ),
        (
            "access",
            "access = \"garden\"",
            "line 8, `access = \"garden\"`: unknown variant `garden`, expected one of `none`, `equipment`, `facility`, `appointment`",
        ),
        ("how", "how = \"Swing", "line 8, `how = \"Swing`: invalid basic string, expected `\"`"),
    ] {
        check_refused(key, line, sentence);
    }
    let error = Catalogue::parse(&format!("{HAMMOCK}colour = \"red\"")).unwrap_err().to_string();
    assert!(
        error.starts_with(
            "line 8, `colour = \"red\"`: unknown field `colour`, expected one of `id`, "
        ),
        "{error}"
    );
}

#[test]
fn names_fit_where_they_are_shown_and_typed() {
    check_refused(
        "label",
        "label = \"Hammock under trees\"",
        "modality `hammock`: label may have 18 characters, and \"Hammock under trees\" has 19",
    );
    check_refused(
        "label",
        "label = \"🔥\"",
        "modality `hammock`: label needs letters, and \"🔥\" has none",
    );
    check_refused(
        "aliases",
        "aliases = []",
        "modality `hammock`: aliases must list at least one name that members type",
    );
    check_refused(
        "aliases",
        "aliases = [\"30\"]",
        "modality `hammock`: aliases can't be a bare number such as \"30\", which would be read as minutes",
    );
    let long = "h".repeat(41);
    check_refused(
        "aliases",
        &format!("aliases = [\"{long}\"]"),
        &format!("modality `hammock`: aliases may have 40 characters, and \"{long}\" has 41"),
    );
    let long = "h".repeat(61);
    check_refused(
        "name",
        &format!("name = \"{long}\""),
        &format!("modality `hammock`: name may have 60 characters, and \"{long}\" has 61"),
    );
    let long = "h".repeat(121);
    check_refused(
        "how",
        &format!("how = \"{long}\""),
        &format!("modality `hammock`: how may have 120 characters, and \"{long}\" has 121"),
    );
}

#[test]
fn minutes_rise_and_end_with_the_day() {
    check_refused(
        "minutes",
        "minutes = { shortest = 30, usual = 20, longest_useful = 60 }",
        "modality `hammock`: minutes must rise from shortest to usual to longest_useful, and are 30, 20, 60",
    );
    check_refused(
        "minutes",
        "minutes = { shortest = 10, usual = 20, longest_useful = 15 }",
        "modality `hammock`: minutes must rise from shortest to usual to longest_useful, and are 10, 20, 15",
    );
    check_refused(
        "minutes",
        "minutes = { shortest = 10, usual = 20, longest_useful = 1441 }",
        "modality `hammock`: minutes end at 1440, a whole day, and longest_useful is 1441",
    );
    let zero = "modality `hammock`: minutes may have 0 as usual only if all three are 0 and unit is \"check\"";
    check_refused("minutes", "minutes = { shortest = 0, usual = 0, longest_useful = 0 }", zero);
    check_refused(
        "minutes",
        "minutes = { shortest = 0, usual = 0, longest_useful = 5 }\nunit = \"check\"",
        zero,
    );
}

#[test]
fn caps_and_cadence_are_at_least_one() {
    for field in ["per_day", "per_week", "cadence_days"] {
        check_refused(
            field,
            &format!("{field} = 0"),
            &format!("modality `hammock`: {field} must be 1 or more"),
        );
    }
}

#[test]
fn companions_are_known() {
    check_refused(
        "stack_with",
        "stack_with = [\"knitting\"]",
        "modality `hammock`: stack_with names `knitting`, which is neither a modality's id nor anything passive, desk work, podcast, sitting, tv or walking",
    );
    check_refused(
        "stack_with",
        "stack_with = [\"desk work\", \"Deep thought\"]",
        "line 8, `stack_with = [\"desk work\", \"Deep thought\"]`: `Deep thought` in stack_with is neither a modality's id nor anything passive, desk work, podcast, sitting, tv or walking",
    );
}

#[test]
fn claims_name_sources_and_memory_verifies_nothing() {
    check_refused(
        "effects",
        "effects = [{ text = \"Nice\", verified = true, cite = \"us2026\" }]",
        "modality `hammock`: effects cites `us2026`, and there is no citation with that id",
    );
    check_refused(
        "cautions",
        "cautions = [{ level = \"never\", text = \"Rotten ropes\", verified = false, cite = \"us2026\" }]",
        "modality `hammock`: cautions cites `us2026`, and there is no citation with that id",
    );
    let memory = "[[citation]]\nid = \"memory\"\ntitle = \"Memory\"\ntier = \"memory\"";
    let unread = |verified| {
        format!(
            "evidence = [{{ benefit = \"sleep\", strength = \"limited\", direction = \"helps\", verified = {verified}, cites = [\"memory\"] }}]\n{memory}"
        )
    };
    check_refused(
        "evidence",
        &unread(true),
        "modality `hammock`: evidence says verified = true, which needs a source other than memory",
    );
    assert!(Catalogue::parse(&format!("{HAMMOCK}{}", unread(false))).is_ok());
    let safety = |verified| {
        format!(
            "{memory}\n[[red_flag]]\nid = \"fall\"\ntext = \"A fall\"\naction = \"same_day\"\nverified = {verified}\ncite = \"memory\""
        )
    };
    check_refused(
        "-",
        &safety(true),
        "red flag `fall`: cite says verified = true, which needs a source other than memory",
    );
    check_refused(
        "-",
        &safety(false).replace("cite = \"memory\"", "cite = \"us2026\""),
        "red flag `fall`: cite cites `us2026`, and there is no citation with that id",
    );
    assert!(Catalogue::parse(&format!("{HAMMOCK}{}", safety(false))).is_ok());
    check_refused(
        "-",
        "[[rule]]\nid = \"ropes\"\ntext = \"Look at the ropes\"\nverified = false\ncite = \"us2026\"",
        "rule `ropes`: cite cites `us2026`, and there is no citation with that id",
    );
}
