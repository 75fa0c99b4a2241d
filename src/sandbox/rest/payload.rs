//! A request's body: JSON, or a form whose `payload_json` comes with files.

use std::convert::Infallible;

use axum::body::Bytes;
use futures_util::stream;
use multer::Multipart;
use serde_json::Value;

use crate::sandbox::rejection::Rejection;
use crate::sandbox::world::File;

/// The most bytes of one file.
const FILE_LIMIT: usize = 10 * 1024 * 1024;

/// What a request brought along.
#[derive(Clone, Debug, Default)]
pub(super) struct Payload {
    pub(super) json: Value,
    pub(super) files: Vec<File>,
}

impl Payload {
    /// # Errors
    ///
    /// 50109 when the body isn't what its type says, 40005 when a file is too large.
    pub(super) async fn read(content_type: Option<&str>, body: Bytes) -> Result<Self, Rejection> {
        if body.is_empty() {
            return Ok(Self::default());
        }
        match content_type.and_then(|kind| multer::parse_boundary(kind).ok()) {
            Some(boundary) => {
                let form = Self::read_form(body, boundary).await;
                let form = form.map_err(|_| Rejection::INVALID_JSON)?;
                let is_too_large = form.files.iter().any(|file| file.bytes.len() > FILE_LIMIT);
                if is_too_large { Err(Rejection::TOO_LARGE) } else { Ok(form) }
            }
            None => {
                let json = serde_json::from_slice(&body).map_err(|_| Rejection::INVALID_JSON)?;
                Ok(Self { json, files: Vec::new() })
            }
        }
    }

    async fn read_form(body: Bytes, boundary: String) -> anyhow::Result<Self> {
        let once = stream::iter([Ok::<_, Infallible>(body)]);
        let mut form = Multipart::new(once, boundary);
        let mut payload = Self::default();
        let mut files = Vec::new();
        while let Some(field) = form.next_field().await? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "payload_json" {
                payload.json = serde_json::from_slice(&field.bytes().await?)?;
            } else if let Some(index) = file_index(&name) {
                let name = field.file_name().unwrap_or("file").to_owned();
                let kind = field.content_type().map(ToString::to_string);
                let content_type = kind.unwrap_or_else(|| content_type_of(&name).to_owned());
                let bytes = field.bytes().await?;
                files.push((index, File { name, content_type, bytes, description: None }));
            }
        }
        files.sort_by_key(|(index, _)| *index);
        payload.files = files.into_iter().map(|(_, file)| file).collect();
        Ok(payload)
    }
}

/// `files[3]` → 3.
fn file_index(name: &str) -> Option<usize> {
    name.strip_prefix("files[")?.strip_suffix(']')?.parse().ok()
}

/// What a file is, by its name, as Discord tells from what was uploaded.
pub(in crate::sandbox) fn content_type_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("json") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        Some("gpx" | "tcx" | "xml") => "application/xml",
        _ => "application/octet-stream",
    }
}
