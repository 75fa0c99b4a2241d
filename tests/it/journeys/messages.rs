//! Plain words: those meant for the bot get an answer, the rest of the chat is none of its business.

use super::{PATIENCE, Rehearsal};

#[tokio::test]
async fn a_direct_message_or_a_mention_is_told_what_to_type() {
    let club = Rehearsal::start().await;
    let jess = club.client("jess");
    jess.say("boots were great today").unwrap();
    let bot = club.sandbox.people()[0].id.get();
    let asked = jess.say(&format!("<@{bot}> what should I do today?")).unwrap();
    let dm = jess.dm();
    let hello = dm.say("hello").unwrap();
    for (here, said) in [(&jess, asked.id), (&dm, hello.id)] {
        let answered = |_: &_| {
            let mut answers = here.messages().into_iter().filter(|m| m.author.get() == bot);
            let first = answers.next()?;
            assert!(answers.next().is_none(), "one answer, and none to the chat around it");
            Some(first)
        };
        let answer = club.sandbox.until(PATIENCE, answered).await.unwrap();
        assert_eq!(answer.reply_to, Some(said));
        assert!(answer.content.contains("`/recover boots 30`"), "{}", answer.content);
        assert!(answer.pings.is_empty());
    }
    club.end().await;
}
