//! `/help`: it names everything there is, and nothing there isn't.

use super::Rehearsal;

#[tokio::test]
async fn every_command_is_in_the_help_and_the_help_fits_a_phone() {
    let club = Rehearsal::start().await;
    let help = club.types("jess", "/help").await;
    assert!(help.is_private());
    for command in club.client("jess").commands() {
        let is_named =
            [" ", "`"].iter().any(|end| help.content.contains(&format!("`/{}{end}", command.name)));
        assert!(is_named || command.name == "help", "/{}: {}", command.name, help.content);
    }
    assert!(help.content.lines().count() <= 12, "{}", help.content);
    club.end().await;
}
