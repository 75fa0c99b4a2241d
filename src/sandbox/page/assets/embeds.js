// Draws embeds and files; pictures come from the rehearsal only, never from the network.

import { el } from "./dom.js";
import { inline, markdown } from "./markdown.js";
import { stamp } from "./moments.js";
import { store } from "./store.js";

const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);
const SIZES = ["B", "kB", "MB"];

function size(bytes) {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), SIZES.length - 1);
  return `${(bytes / 1000 ** power).toFixed(power ? 1 : 0)} ${SIZES[power]}`;
}

/** Where a picture of an embed is here: the file it names, or nowhere if it is on the network. */
function source(url, attachments) {
  const named = /^attachment:\/\/(.+)$/u.exec(url ?? "");
  const held = attachments.find((file) => file.filename === named?.[1] || file.url === url);
  return held ? `/api/files/${held.id}` : null;
}

function picture(image, attachments, shape) {
  if (!image?.url) return null;
  const at = source(image.url, attachments);
  if (!at) return el("p", { class: "small" }, `Picture not fetched here: ${image.url}`);
  return el("img", { class: shape, src: at, alt: image.description ?? "" });
}

function field({ name, value, inline: isInline }) {
  return el("div", { class: isInline ? "field is-inline" : "field" },
    el("p", { class: "field-name" }, ...inline(name)), ...markdown(value));
}

function footer({ footer, timestamp }) {
  const parts = [footer?.text, timestamp && stamp(new Date(timestamp), store.now)].filter(Boolean);
  return parts.length ? el("p", { class: "embed-footer" }, parts.join(" · ")) : null;
}

function webLink(url) {
  return /^https?:\/\//u.test(url ?? "") ? url : null;
}

function title({ title, url }) {
  if (!title) return null;
  const href = webLink(url);
  const inside = href ? [el("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...inline(title))] : inline(title);
  return el("p", { class: "embed-title" }, ...inside);
}

export function embedNode(embed, attachments) {
  const node = el("div", { class: "embed" },
    picture(embed.thumbnail, attachments, "thumbnail"),
    embed.author?.name && el("p", { class: "embed-author" }, embed.author.name),
    title(embed),
    embed.description && el("div", { class: "embed-text" }, ...markdown(embed.description)),
    embed.fields?.length && el("div", { class: "fields" }, ...embed.fields.map(field)),
    picture(embed.image, attachments, "picture"),
    footer(embed));
  if (Number.isInteger(embed.color)) {
    node.style.borderInlineStartColor = `#${embed.color.toString(16).padStart(6, "0")}`;
  }
  return node;
}

/** A message's files, but for those its embeds show. */
export function fileNodes({ attachments, embeds }) {
  const shown = embeds.flatMap(({ image, thumbnail }) => [image?.url, thumbnail?.url])
    .map((url) => source(url, attachments));
  return attachments.filter(({ id }) => !shown.includes(`/api/files/${id}`)).map(fileNode);
}

function fileNode({ id, filename, content_type: kind, size: bytes, description }) {
  const at = `/api/files/${id}`;
  if (PICTURES.has(kind)) {
    return el("a", { class: "file-picture", href: at, target: "_blank" },
      el("img", { class: "picture", src: at, alt: description ?? filename }));
  }
  return el("a", { class: "file", href: at, download: filename },
    el("span", { class: "file-name" }, filename), el("span", { class: "file-size" }, size(bytes)));
}
