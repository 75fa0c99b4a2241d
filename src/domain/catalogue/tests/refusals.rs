//! Every breach of a catalogue, and the sentence an organiser reads.

use super::*;

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
            "{memory}\n[[red_flag]]\nid = \"head\"\ntext = \"A fall\"\nabout = \"a fall\"\naction = \"same_day\"\nquestion = \"Did you fall?\"\nholds_back = []\nverified = {verified}\ncite = \"memory\""
        )
    };
    check_refused(
        "-",
        &safety(true),
        "red flag `head`: cite says verified = true, which needs a source other than memory",
    );
    check_refused(
        "-",
        &safety(false).replace("cite = \"memory\"", "cite = \"us2026\""),
        "red flag `head`: cite cites `us2026`, and there is no citation with that id",
    );
    assert!(Catalogue::parse(&format!("{HAMMOCK}{}", safety(false))).is_ok());
    check_refused(
        "-",
        &safety(false).replace("fall?", "fall."),
        "red flag `head`: question must end with ?",
    );
    let error = Catalogue::parse(&safety(false).replace("\"head\"", "\"fall\"")).unwrap_err();
    assert!(error.to_string().ends_with("`fall` is no red flag that anything listens for"));
    check_refused(
        "-",
        "[[rule]]\nid = \"ropes\"\ntext = \"Look at the ropes\"\nverified = false\ncite = \"us2026\"",
        "rule `ropes`: cite cites `us2026`, and there is no citation with that id",
    );
}
