// Reads Discord's markdown into nodes: blocks line by line, then what stands within them.

import { el } from "./dom.js";
import { channelMention, commandMention, personMention, timestamp } from "./mentions.js";

const link = (url, ...children) =>
  el("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: url }, ...children);

/** Text between two marks, in which a backslash takes a mark's meaning away. */
const between = (open, close = open) => new RegExp(`${open}((?:\\\\.|[^\\\\])+?)${close}`, "suy");

/** What can stand within a line: a pattern tried at each place, and the node it makes. */
const INLINE = [
  [/\\([^\p{L}\p{N}\s])/uy, ([, mark]) => mark],
  [/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/suy, ([, , code]) => el("code", {}, code.trim() || code)],
  [/<@!?(\d+)>/uy, ([, id]) => personMention(id)],
  [/<@&\d+>/uy, () => el("span", { class: "mention" }, "@role")],
  [/<#(\d+)>/uy, ([, id]) => channelMention(id)],
  [/<\/([\p{L}\p{N} _'-]+):\d+>/uy, ([, path]) => commandMention(path)],
  [/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/uy, ([, seconds, style]) => timestamp(seconds, style)],
  [/<a?:(\w+):\d+>/uy, ([, name]) => `:${name}:`],
  [/\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s)>]+)>?(?:\s+"[^"]*")?\)/uy, ([, text, url]) => link(url, ...inline(text))],
  [/<(https?:\/\/[^\s>]+)>/uy, ([, url]) => link(url, url)],
  [/https?:\/\/[^\s<]*[^\s<.,:;"'\])]/uy, ([url]) => link(url, url)],
  [between("\\|\\|"), ([, text]) => spoiler(text)],
  [between("\\*\\*", "\\*\\*(?!\\*)"), ([, text]) => el("strong", {}, ...inline(text))],
  [between("__", "__(?!_)"), ([, text]) => el("u", {}, ...inline(text))],
  [between("~~"), ([, text]) => el("s", {}, ...inline(text))],
  [/\*(?!\s)((?:\\.|[^\\*]|\*\*)+?)\*(?!\*)/suy, ([, text]) => el("em", {}, ...inline(text))],
  [/_((?:\\.|[^\\_]|__)+?)_(?![\p{L}\p{N}_])/suy, ([, text]) => el("em", {}, ...inline(text))],
];

function spoiler(text) {
  const node = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Spoiler, press to show" });
  const inside = el("span", { class: "spoiler-text", "aria-hidden": "true" }, ...inline(text));
  const show = () => {
    node.classList.add("is-shown");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
    inside.removeAttribute("aria-hidden");
  };
  node.append(inside);
  node.addEventListener("click", show);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") show();
  });
  return node;
}

/** The nodes of one stretch of text without blocks. */
export function inline(text) {
  const nodes = [];
  let plain = "";
  const flush = () => {
    if (plain) nodes.push(document.createTextNode(plain));
    plain = "";
  };
  for (let at = 0; at < text.length;) {
    const [match, make] = matchAt(text, at);
    if (!match) {
      const letter = String.fromCodePoint(text.codePointAt(at));
      plain += letter;
      at += letter.length;
      continue;
    }
    const node = make(match);
    if (typeof node === "string") {
      plain += node;
    } else {
      flush();
      nodes.push(node);
    }
    at += match[0].length;
  }
  flush();
  return nodes;
}

function matchAt(text, at) {
  // An underscore within a word is part of the word, as in foam_roll.
  const isWithinWord = text[at] === "_" && /[\p{L}\p{N}]/u.test(text[at - 1] ?? "");
  if (isWithinWord) return [null, null];
  for (const [pattern, make] of INLINE) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return [match, make];
  }
  return [null, null];
}

const LIST_ITEM = /^(\s*)(?:[-*]|(\d{1,9})\.)\s+(.+)$/u;

/** The nodes of a whole message or description. */
export function markdown(text) {
  const blocks = [];
  const lines = text.split("\n");
  while (lines.length) blocks.push(nextBlock(lines));
  return blocks;
}

/** Takes the lines of one block from the front of `lines` and makes its node. */
function nextBlock(lines) {
  return codeBlock(lines) ?? quote(lines) ?? heading(lines) ?? list(lines) ?? paragraph(lines);
}

function codeBlock(lines) {
  if (!lines[0].startsWith("```")) return null;
  const rest = lines.join("\n").slice(3);
  const end = rest.indexOf("```");
  if (end < 0) return null;
  const code = rest.slice(0, end).replace(/^[\w+-]*\n/u, "").replace(/\n$/u, "");
  const after = rest.slice(end + 3).replace(/^\n/u, "");
  lines.splice(0, lines.length, ...(after ? after.split("\n") : []));
  return el("pre", { tabindex: "0" }, el("code", {}, code));
}

function quote(lines) {
  if (lines[0].startsWith(">>> ")) {
    const all = lines.splice(0).join("\n").slice(4);
    return el("blockquote", {}, ...markdown(all));
  }
  const quoted = [];
  while (lines[0]?.startsWith("> ")) quoted.push(lines.shift().slice(2));
  return quoted.length ? el("blockquote", {}, ...markdown(quoted.join("\n"))) : null;
}

function heading(lines) {
  const match = /^(#{1,3}|-#)\s+(.+)$/u.exec(lines[0]);
  if (!match) return null;
  lines.shift();
  const [, marks, text] = match;
  if (marks === "-#") return el("p", { class: "small" }, ...inline(text));
  // The page has headings of its own above these.
  return el("p", { class: `heading-${marks.length}`, role: "heading", "aria-level": `${marks.length + 2}` }, ...inline(text));
}

function list(lines) {
  const first = LIST_ITEM.exec(lines[0]);
  if (!first) return null;
  const depth = first[1].length;
  const isNumbered = first[2] !== undefined;
  const node = el(isNumbered ? "ol" : "ul", isNumbered ? { start: first[2] } : {});
  for (let item = first; item; item = LIST_ITEM.exec(lines[0] ?? "")) {
    const isOther = item[1].length <= depth + 1 && (item[2] !== undefined) !== isNumbered;
    if (item[1].length < depth || isOther) break;
    if (item[1].length > depth + 1 && node.lastChild) {
      node.lastChild.append(list(lines));
      continue;
    }
    lines.shift();
    node.append(el("li", {}, ...inline(item[3])));
  }
  return node;
}

function paragraph(lines) {
  const node = el("p", {}, ...inline(lines.shift()));
  while (lines.length && !startsBlock(lines[0])) node.append(el("br"), ...inline(lines.shift()));
  return node;
}

function startsBlock(line) {
  return /^(```|>>> |> |#{1,3}\s+\S|-#\s+\S)/u.test(line) || LIST_ITEM.test(line);
}
