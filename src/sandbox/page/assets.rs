//! The page's own files, compiled in: nothing is read from disk or fetched from elsewhere.

use axum::extract::Path;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse};

use super::answer::Refused;

/// Declares the files served under `/assets/`.
macro_rules! assets {
    ($($name:literal)*) => {
        const ASSETS: &[(&str, &str)] = &[$(($name, include_str!(concat!("assets/", $name)))),*];
    };
}

assets! {
    "icon.svg"
    "base.css" "layout.css" "messages.css" "composer.css" "panels.css"
    "api.js" "chips.js" "clock.js" "commands.js" "components.js" "composer.js" "dom.js"
    "embeds.js" "form.js" "held.js" "listbox.js" "main.js" "markdown.js" "mentions.js" "messages.js"
    "moments.js" "outcome.js" "sidebar.js" "store.js" "suggestions.js" "tour.js" "trouble.js"
}

pub(super) async fn index() -> Html<&'static str> {
    Html(include_str!("assets/index.html"))
}

pub(super) async fn asset(Path(name): Path<String>) -> Result<impl IntoResponse, Refused> {
    let found = ASSETS.iter().find(|(asset, _)| *asset == name);
    let (name, text) = found.ok_or_else(|| Refused::not_found("There is no such file."))?;
    let kind = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "text/javascript; charset=utf-8",
    };
    Ok(([(CONTENT_TYPE, kind)], *text))
}
