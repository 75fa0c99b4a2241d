//! What red flags hold back and conditions keep, by the catalogue's fields.

use std::collections::BTreeSet;

use super::*;
use crate::domain::ids::{GuildId, Snowflake};

fn ids(catalogue: &Catalogue, is_meant: impl Fn(&Modality) -> bool) -> String {
    let meant = catalogue.modalities().iter().filter(|modality| is_meant(modality));
    meant.map(|modality| modality.id.to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_flag_is_described_once_and_the_most_urgent_come_first() {
    let catalogue = embedded();
    let described: Vec<Flag> = catalogue.red_flags().iter().map(|flag| flag.id).collect();
    assert_eq!(described, Flag::ALL);
    assert!(Flag::ALL.is_sorted() && Flag::ALL.is_sorted_by_key(|flag| flag.urgency()));
    for flag in Flag::ALL {
        assert_eq!(Flag::of_id(flag.id()), Some(flag));
    }
}

#[test]
fn what_cant_wait_is_graded_so() {
    for flag in [Flag::Allergy, Flag::Limb, Flag::Head, Flag::Crisis, Flag::Chest, Flag::Lung] {
        assert_eq!(flag.urgency(), Urgency::Emergency, "{flag:?}");
    }
    for flag in [Flag::Clot, Flag::Stool, Flag::Infection, Flag::Tear, Flag::Cold] {
        assert_eq!(flag.urgency(), Urgency::SameDay, "{flag:?}");
    }
}

#[test]
fn a_flag_holds_back_what_could_harm_and_nothing_else() {
    let catalogue = embedded();
    let held = |flag: Flag| ids(&catalogue, |modality| flag.holds_back(modality));
    let squeezed =
        "foam_roll roller_stick massage_gun sports_massage art boots compression_garment";
    for flag in [Flag::Clot, Flag::Lung, Flag::Urine, Flag::Limb] {
        let held = held(flag);
        assert!(held.starts_with(squeezed), "{flag:?}: {held}");
    }
    insta::assert_snapshot!(held(Flag::Urine), @"foam_roll roller_stick massage_gun sports_massage art boots compression_garment cryo ice_bath contrast sauna hot_bath epsom_bath static_stretch dynamic_mobility yoga toe_separators foot_strength recovery_walk recovery_spin recovery_swim easy_run ems");
    insta::assert_snapshot!(held(Flag::Heat), @"contrast sauna hot_bath epsom_bath static_stretch dynamic_mobility yoga toe_separators foot_strength recovery_walk recovery_spin recovery_swim easy_run refuel ems");
    insta::assert_snapshot!(held(Flag::Gait), @"static_stretch dynamic_mobility yoga toe_separators foot_strength recovery_walk recovery_spin recovery_swim easy_run ems");
    assert_eq!(held(Flag::Crisis), "");
    let of_clots = |modality: &&Modality| modality.kept_for.contains(&Condition::PastClot);
    for modality in catalogue.modalities().iter().filter(of_clots) {
        assert!(Flag::Clot.holds_back(modality) && Flag::Lung.holds_back(modality));
    }
    for flag in Flag::ALL {
        let held = held(flag);
        let mut ids = held.split(' ');
        assert!(
            !ids.any(|id| matches!(id, "rest_day" | "sleep" | "nap" | "breathing")),
            "{flag:?}"
        );
    }
}

#[test]
fn who_lives_with_something_is_kept_from_what_the_cautions_name() {
    let catalogue = embedded();
    let kept = |condition| ids(&catalogue, |modality| modality.kept_for.contains(&condition));
    insta::assert_snapshot!(kept(Condition::Pregnancy), @"foam_roll roller_stick massage_gun sports_massage art boots cryo ice_bath contrast sauna hot_bath epsom_bath yoga legs_up ems");
    insta::assert_snapshot!(kept(Condition::BloodThinners), @"foam_roll roller_stick massage_gun sports_massage art boots compression_garment cryo ems");
    insta::assert_snapshot!(kept(Condition::Epilepsy), @"massage_gun cryo ice_bath hot_bath epsom_bath recovery_swim ems");
    let concerns: Vec<Condition> = catalogue.concerns().iter().map(|of| of.id).collect();
    assert_eq!(concerns, Condition::ALL);
    for condition in Condition::ALL {
        let held = ids(&catalogue, |modality| condition.holds_back(modality));
        let concern = condition.concern().unwrap();
        let says = !(kept(condition).is_empty() && held.is_empty() && concern.mind.is_empty());
        assert!(says, "{condition:?}");
    }
}

#[test]
fn a_caution_that_only_asks_for_care_keeps_nobody_away() {
    let caution = |level: &str| {
        let caution =
            "text = \"Rolling over\", conditions = [\"pregnancy\"], verified = false, cite";
        let memory = "[[citation]]\nid = \"memory\"\ntitle = \"Memory\"\ntier = \"memory\"";
        let does = "does = []";
        let toml = format!(
            "{HAMMOCK}{does}\ncautions = [{{ level = \"{level}\", {caution} = \"memory\" }}]\n{memory}"
        );
        Catalogue::parse(&toml).unwrap().modalities()[0].kept_for.clone()
    };
    assert_eq!(caution("care"), BTreeSet::new());
    assert_eq!(caution("ask_first"), BTreeSet::from([Condition::Pregnancy]));
}

/// A guild's own modality of which an organiser has said this much.
fn own(name: &str, does: BTreeSet<Does>) -> Modality {
    let id = ModalityId::of_guild(GuildId(Snowflake::new(7).unwrap()), name, 0);
    let own = OwnModality {
        id: id.clone(),
        name: name.to_owned(),
        aliases: Vec::new(),
        minutes: Minutes { shortest: 5, usual: 10, longest_useful: 20 },
        per_day: 1,
        per_week: 7,
        does,
        removed: false,
    };
    embedded().with_own(vec![own]).get(&id).unwrap().clone()
}

#[test]
fn a_clubs_own_boots_obey_the_rules_of_a_clot_whether_or_not_anyone_said_what_they_do() {
    for does in [Does::anything(), BTreeSet::from([Does::Squeeze])] {
        let boots = own("Air boots", does);
        assert!(Flag::Clot.holds_back(&boots) && Flag::Limb.holds_back(&boots));
        assert!(boots.kept_for.contains(&Condition::PastClot));
        assert!(boots.kept_for.contains(&Condition::BloodThinners));
    }
    let cave = own("Salt cave", BTreeSet::new());
    assert!(Flag::ALL.iter().all(|flag| !flag.holds_back(&cave)));
    assert_eq!(cave.kept_for, BTreeSet::new());
    let cabin = own("Infrared cabin", BTreeSet::from([Does::Heat]));
    assert!(cabin.kept_for.contains(&Condition::Pregnancy));
    assert!(!cabin.kept_for.contains(&Condition::PastClot));
}

#[test]
fn an_operators_own_are_held_back_likewise() {
    let catalogue = embedded().extended(HAMMOCK).unwrap();
    let hammock = modality(&catalogue, "hammock");
    assert!(Flag::Clot.holds_back(hammock) && hammock.kept_for.contains(&Condition::PastClot));
    let catalogue = embedded().extended(&format!("{HAMMOCK}does = [\"raise\"]")).unwrap();
    let hammock = modality(&catalogue, "hammock");
    assert!(!Flag::Cold.holds_back(hammock) && Flag::Lung.holds_back(hammock));
    let like_legs_up = modality(&catalogue, "legs up").kept_for.clone();
    assert!(like_legs_up.is_subset(&hammock.kept_for));
}

#[test]
fn only_what_takes_time_adds_up_in_minutes() {
    let catalogue = embedded();
    assert_eq!(
        ids(&catalogue, |modality| modality.counted_in != CountedIn::Minutes),
        "compression_garment rest_day sleep refuel"
    );
    assert_eq!(ids(&catalogue, |modality| modality.repetitions), "foot_strength");
}

#[test]
fn a_source_has_its_authors_and_a_paper_its_year() {
    let catalogue = embedded();
    for source in catalogue.citations.iter().filter(|of| of.tier != CitationTier::Memory) {
        assert!(source.authors.is_some(), "{}", source.id);
        let is_paper = source.tier == CitationTier::Abstract;
        assert!(!is_paper || source.year.is_some(), "{}", source.id);
        assert_ne!(source.tier, CitationTier::Maker, "{}: who sells it is no source", source.id);
    }
}
