//! Signs in Spanish, German and French of what can't wait. A list only; accents are off when it is read.
//!
//! The coach speaks English, but whoever is frightened may not.

use super::{Sign, sign};
use crate::domain::flags::Flag;

pub(super) const SIGNS: &[Sign] = &[
    // Spanish.
    sign(Flag::Chest, &["dolor|duele|opresion|presion", "pecho"], ""),
    sign(Flag::Chest, &["me desmaye, me he desmayado, perdi el conocimiento"], ""),
    sign(
        Flag::Lung,
        &["no puedo respirar, falta el aire, falta aire, cuesta respirar"],
        "subida|sprint",
    ),
    sign(Flag::Lung, &["tos|tosiendo|toso|tosi", "sangre"], ""),
    sign(Flag::Urine, &["orina|orino|meo|pis", "oscura|oscuro|marron|sangre|cola|negra|roja"], ""),
    sign(Flag::Crisis, &["quiero morir|morirme|matarme|suicidarme, no quiero vivir"], ""),
    // German.
    sign(
        Flag::Chest,
        &[
            "brustschmerzen|brustschmerz|brustenge, schmerzen|druck|stechen|enge in der|meiner brust",
        ],
        "",
    ),
    sign(Flag::Chest, &["ohnmachtig|bewusstlos, in ohnmacht"], ""),
    sign(Flag::Lung, &["atemnot, bekomme|kriege keine luft, kann nicht|kaum atmen"], "berg|sprint"),
    sign(Flag::Lung, &["huste|gehustet|husten", "blut"], ""),
    sign(Flag::Urine, &["urin|pipi", "dunkel|dunkler|braun|brauner|blut|cola|rot|roter"], ""),
    sign(Flag::Crisis, &["will sterben, mich umbringen, nicht mehr leben"], ""),
    // French.
    sign(Flag::Chest, &["douleur|douleurs|mal|oppression|serre", "poitrine|thoracique"], ""),
    sign(Flag::Chest, &["evanoui|evanouie|evanouissement, perdu connaissance"], ""),
    sign(
        Flag::Lung,
        &[
            "peux pas|plus respirer, arrive pas|plus respirer, mal|peine respirer, essouffle|essoufflee au repos",
        ],
        "montee|sprint",
    ),
    sign(Flag::Lung, &["crache|tousse|toussee", "sang"], ""),
    sign(
        Flag::Urine,
        &["urine|urines|pipi", "foncee|foncees|brune|brunes|marron|sang|coca|rouge|noire"],
        "",
    ),
    sign(Flag::Crisis, &["veux mourir, envie de mourir, me suicider, veux plus vivre"], ""),
    // In any of them together: who lives between languages mixes them. One wades in English.
    sign(
        Flag::Clot,
        &[
            "gemelo|pantorrilla|pierna|muslo|wade|unterschenkel|bein|oberschenkel|mollet|jambe|\
            cuisse|calf|thigh",
            "hinchado|hinchada|hinchazon|hincho|geschwollen|schwillt|gonfle|gonflee|enfle|enflee|\
            swollen|swelling",
        ],
        "river|sea|water|lake|stream|through|bite|bitten|sting|stung|mosquito|wasp|bee|sunburn|picadura",
    ),
];
