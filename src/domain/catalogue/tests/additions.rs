//! What a club can add, and what it can't take over.

use super::*;

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
fn a_club_can_bring_its_own_sources() {
    let source =
        "[[citation]]\nid = \"swing2026\"\ntitle = \"Swinging\"\nyear = 2026\ntier = \"abstract\"";
    let claim =
        "effects = [{ text = \"Members dozed off\", verified = true, cite = \"swing2026\" }]";
    let catalogue = embedded().extended(&format!("{HAMMOCK}{claim}\n{source}")).unwrap();
    assert_eq!(
        catalogue.citation("swing2026").map(|citation| citation.title.as_str()),
        Some("Swinging")
    );
    assert_eq!(modality(&catalogue, "hammock").effects.len(), 1);

    let error = embedded().extended(&source.replace("swing2026", "guo2017")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the id `guo2017` is used by both \"Massage and DOMS: systematic review and meta-analysis (11 articles, 504 people)\" and \"Swinging\"; give one of them another id"
    );
}

#[test]
fn a_club_can_pair_its_own_with_the_products() {
    let catalogue =
        embedded().extended(&format!("{HAMMOCK}stack_with = [\"breathing\", \"tv\"]")).unwrap();
    let breathing = Companion::Modality("breathing".parse().unwrap());
    assert_eq!(modality(&catalogue, "hammock").stack_with, [breathing, Companion::Tv]);
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
