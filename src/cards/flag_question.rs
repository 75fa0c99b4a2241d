//! The question about one red flag, for its member alone, and what follows on each answer.

use super::{Button, Card, ComponentId, FlagClick, Row, Style};
use crate::actions::FlagQuestion;
use crate::domain::flags::Flag;

/// The question by itself.
#[must_use]
pub fn flag_question(asked: FlagQuestion) -> Card {
    // Whoever may not want to live is asked for that alone.
    let why = if asked.flag == Flag::Crisis {
        ""
    } else {
        "\nI ask to be on the safe side. Until you answer I leave out what might harm."
    };
    Card::private(format!("{}{why}\n-# Only you see this.", question(asked.flag)))
        .with_row(answers(asked))
}

/// A card for its member alone, below the question that is open, if there is one.
#[must_use]
pub fn with_flag_question(card: Card, asked: Option<FlagQuestion>) -> Card {
    let Some(asked) = asked else { return card };
    let text = format!("One question first: {}\n\n{}", question(asked.flag), card.text);
    let mut card = Card { text, ..card };
    card.rows.insert(0, Row::Buttons(answers(asked)));
    card
}

/// The answer to a No.
#[must_use]
pub fn flag_not_so(flag: Flag) -> Card {
    Card::private(if flag == Flag::Crisis {
        "Thank you for telling me. If it ever gets to that, tell somebody you trust, or me."
    } else {
        "Good. I go on as before.\n-# If that changes, tell me, and have it seen."
    })
}

fn answers(asked: FlagQuestion) -> Vec<Button> {
    let answer = |is_so, label: &str| Button {
        id: ComponentId::Flag(FlagClick::Answer { question: asked.origin, is_so }),
        label: label.to_owned(),
        style: Style::Secondary,
    };
    vec![answer(true, "Yes"), answer(false, "No")]
}

/// What is asked, after what leads up to it.
fn question(flag: Flag) -> String {
    let lead_in = flag.lead_in().map(|lead_in| format!("{lead_in} ")).unwrap_or_default();
    format!("{lead_in}**{}**", flag.question())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Snowflake;

    #[test]
    fn a_question_is_short_and_two_taps_answer_it() {
        let asked = |flag| FlagQuestion { origin: Snowflake::new(7).unwrap(), flag };
        insta::assert_snapshot!(flag_question(asked(Flag::Clot)), @"
        (private) **Is one calf or thigh swollen, warm or red?**
        I ask to be on the safe side. Until you answer I leave out what might harm.
        -# Only you see this.
        [Yes](1:flag:yes:7) [No](1:flag:no:7)
        ");
        let card = with_flag_question(Card::private("A plan."), Some(asked(Flag::Gait)));
        insta::assert_snapshot!(card, @"
        (private) One question first: **Does it change how you run or walk?**

        A plan.
        [Yes](1:flag:yes:7) [No](1:flag:no:7)
        ");
        let not_so = flag_not_so(Flag::Gait);
        assert_eq!(with_flag_question(not_so.clone(), None), not_so);
    }

    #[test]
    fn who_may_not_want_to_live_is_asked_straight_and_thanked() {
        let asked = FlagQuestion { origin: Snowflake::new(7).unwrap(), flag: Flag::Crisis };
        insta::assert_snapshot!(flag_question(asked), @"
        (private) That sounds heavy, and I'm glad you said it. I'd rather ask you straight than guess. **Are you thinking about ending your life, or about hurting yourself?**
        -# Only you see this.
        [Yes](1:flag:yes:7) [No](1:flag:no:7)
        ");
        insta::assert_snapshot!(flag_not_so(Flag::Crisis), @"(private) Thank you for telling me. If it ever gets to that, tell somebody you trust, or me.");
    }
}
