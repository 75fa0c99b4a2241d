// Draws the messages of the open channel, and changes only what changed so that it reads well aloud.

import { rowNodes } from "./components.js";
import { avatar, byId, el } from "./dom.js";
import { embedNode, fileNodes } from "./embeds.js";
import { inline, markdown } from "./markdown.js";
import { refreshMoments } from "./mentions.js";
import { dayKey, inStyle, stamp } from "./moments.js";
import { compareIds, store } from "./store.js";

const NO_EMBEDS = 1 << 2;
const LOADING = 1 << 7;
const GROUPED_WITHIN = 7 * 60_000;
const NEAR_END = 120;

const log = byId("log");
/** What is drawn: the node and what it was drawn from, by id. */
let drawn = new Map();
let drawnChannel = null;
let isPlanned = false;
/** Whether the newest message was in sight, and so shall stay so whatever grows or shrinks. */
let isAtEnd = true;

export function startMessages() {
  log.addEventListener("scroll", () => {
    isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
  });
  new ResizeObserver(stayAtEnd).observe(log);
  // A picture has its height only once it is there; its event doesn't bubble.
  log.addEventListener("load", stayAtEnd, true);
  store.on(["state", "messages"], plan);
  store.on(["clock"], refreshMoments);
  store.on(["typing", "clock", "state"], drawTyping);
}

function stayAtEnd() {
  if (isAtEnd) log.scrollTop = log.scrollHeight;
}

/** Draws once for however many changes come together. */
function plan() {
  if (isPlanned) return;
  isPlanned = true;
  queueMicrotask(() => {
    isPlanned = false;
    draw();
  });
}

function items({ messages, notices }) {
  const all = [...messages.values(), ...notices];
  const rank = ({ after, id }) => after ?? id;
  return all.sort((a, b) => compareIds(rank(a), rank(b)) || Number("after" in a) - Number("after" in b));
}

function draw() {
  const { channel } = store;
  if (!channel) return;
  const key = `${store.member}/${channel.id}`;
  if (key !== drawnChannel) {
    isAtEnd = true;
    log.replaceChildren();
    drawn = new Map();
    drawnChannel = key;
  }
  const wanted = [];
  let before = null;
  for (const item of items(channel)) {
    const at = new Date(item.sent_at ?? item.at);
    if (!before || dayKey(before.at) !== dayKey(at)) wanted.push(dividerFor(at));
    wanted.push(nodeFor(item, isContinued(before, item, at)));
    before = { item, at };
  }
  if (!wanted.length) wanted.push(keyed("welcome", channel, () => welcome(channel)));
  place(wanted);
  stayAtEnd();
}

function isContinued(before, item, at) {
  return Boolean(before && "author" in item && before.item.author === item.author && !item.origin && !item.reply_to
    && dayKey(before.at) === dayKey(at) && at - before.at < GROUPED_WITHIN);
}

/** The node of this id, drawn anew only if what it shows is another. */
function keyed(id, source, make) {
  const old = drawn.get(id);
  if (old?.source === source) return old.node;
  const node = make();
  drawn.set(id, { node, source });
  node.dataset.id = id;
  if (old) replace(old.node, node);
  return node;
}

/** Puts a node in another's place; a control that had the focus keeps it, or hands it to the composer. */
function replace(old, node) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(node);
  if (!focused) return;
  const { customId } = focused.dataset;
  const same = [...node.querySelectorAll("[data-custom-id]")].find((control) => control.dataset.customId === customId);
  (same ?? byId("line")).focus();
}

function place(wanted) {
  const kept = new Set(wanted);
  for (const [id, { node }] of drawn) {
    if (kept.has(node)) continue;
    const hadFocus = node.contains(document.activeElement);
    node.remove();
    drawn.delete(id);
    if (hadFocus) byId("line").focus();
  }
  wanted.forEach((node, index) => {
    if (log.children[index] !== node) log.insertBefore(node, log.children[index] ?? null);
  });
}

function dividerFor(at) {
  const text = inStyle(at, "D", store.now);
  return keyed(`day-${dayKey(at)}`, text, () => el("div", { class: "day", role: "separator", "aria-label": text }, el("span", {}, text)));
}

function nodeFor(item, isContinuation) {
  const node = keyed(item.id, item, () => ("author" in item ? messageNode(item) : noticeNode(item)));
  node.classList.toggle("is-continued", isContinuation);
  return node;
}

function welcome({ name }) {
  const place = name ? `#${name}` : "your direct messages with the bot";
  return el("p", { class: "welcome" }, `This is the start of ${place}. Type / to see what the bot can do.`);
}

function noticeNode({ id, text }) {
  return el("article", { class: "message is-private is-notice" },
    el("p", { class: "notice-text" }, text), privateNote(id));
}

function messageNode(message) {
  const author = store.people.get(message.author) ?? { id: message.author, display: message.author_name, is_bot: false };
  const isPinged = message.pings_everyone || message.pings.includes(store.me.id);
  const looks = ["message", message.only_for && "is-private", isPinged && "is-pinged"].filter(Boolean).join(" ");
  const sent = new Date(message.sent_at);
  return el("article", { class: looks },
    context(message),
    el("div", { class: "message-main" },
      avatar(author),
      el("div", { class: "message-body" },
        el("p", { class: "message-head" },
          el("span", { class: `author ${author.is_bot ? "is-bot" : ""}` }, author.display),
          author.is_bot && el("span", { class: "app-tag" }, "APP"),
          el("time", { class: "sent", datetime: message.sent_at, title: inStyle(sent, "F", store.now) }, stamp(sent, store.now))),
        ...content(message),
        ...embeds(message),
        ...fileNodes(message),
        ...rowNodes(message),
        message.only_for && privateNote(message.id))),
    !message.only_for && replyButton(message));
}

function content(message) {
  if (message.flags & LOADING) return [el("p", { class: "thinking" }, `${message.author_name} is thinking`, dots())];
  const nodes = message.content ? [el("div", { class: "content" }, ...markdown(message.content))] : [];
  if (!message.edited_at) return nodes;
  const mark = el("span", { class: "edited", title: inStyle(new Date(message.edited_at), "F", store.now) }, " (edited)");
  const last = nodes[0]?.lastElementChild;
  if (last?.tagName !== "P") return [...nodes, mark];
  last.append(mark);
  return nodes;
}

function embeds({ embeds, attachments, flags }) {
  return flags & NO_EMBEDS ? [] : embeds.map((embed) => embedNode(embed, attachments));
}

function dots() {
  return el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
}

/** The line above an answer: which command, or which message, it answers. */
function context({ origin, reply_to: replyTo }) {
  if (origin?.command) {
    const user = store.people.get(origin.user);
    return el("p", { class: "context" },
      user && avatar(user, "is-small"), el("b", {}, user?.display ?? "Someone"), " used ", el("span", { class: "mention" }, `/${origin.command}`));
  }
  if (!replyTo) return null;
  const replied = store.channel.messages.get(replyTo);
  if (!replied) return el("p", { class: "context" }, "Replying to a message that is gone");
  const text = replied.content || "a message without text";
  // Its line is cut where it ends; what would be far beyond that needn't be drawn.
  const shown = [...text].slice(0, 200).join("");
  return el("p", { class: "context" }, "Replying to ", el("b", {}, replied.author_name), el("span", { class: "replied" }, ...inline(shown)));
}

function privateNote(id) {
  const dismiss = el("button", { class: "text-button", type: "button", on: { click: () => store.dismiss(id) } }, "Dismiss");
  return el("p", { class: "private-note" }, "Only you can see this · ", dismiss);
}

function replyButton({ id, author_name: name }) {
  const reply = (event) => event.target.dispatchEvent(new CustomEvent("reply", { bubbles: true, detail: { id, name } }));
  return el("button", { class: "reply-button", type: "button", "aria-label": `Reply to ${name}`, on: { click: reply } }, "Reply");
}

function drawTyping() {
  const line = byId("typing");
  const bot = [...store.people.values()].find(({ is_bot: isBot }) => isBot);
  const text = store.isBotTyping && bot ? `${bot.display} is typing…` : "";
  if (line.textContent !== text) line.textContent = text;
}
