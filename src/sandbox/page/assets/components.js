// Draws a message's buttons and menus, and sends what a member does with them.

import { act } from "./api.js";
import { el } from "./dom.js";
import { settle } from "./outcome.js";
import { store } from "./store.js";

const ROW = 1;
const BUTTON = 2;
const STRING_MENU = 3;
const USER_MENU = 5;
const MENTIONABLE_MENU = 7;
const CHANNEL_MENU = 8;
const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link" };

/** The rows of a message's components. */
export function rowNodes(message) {
  const rows = message.components.filter(({ type }) => type === ROW);
  return rows.map((row) => el("div", { class: "component-row" }, ...row.components.map((part) => partNode(message, part))));
}

function partNode(message, part) {
  return part.type === BUTTON ? buttonNode(message, part) : menuNode(message, part);
}

function emojiText(emoji) {
  if (!emoji?.name) return null;
  return el("span", { class: "emoji" }, emoji.id ? `:${emoji.name}:` : emoji.name);
}

function buttonNode(message, { style, label, emoji, disabled, url, custom_id: customId }) {
  const inside = [emojiText(emoji), label].filter(Boolean);
  const look = `button ${STYLES[style] ?? "secondary"}`;
  if (style === 5) {
    const href = /^https?:\/\//u.test(url) ? url : null;
    return el("a", { class: look, href, target: "_blank", rel: "noopener noreferrer" }, ...inside, el("span", { "aria-hidden": "true" }, " ↗"));
  }
  const press = ({ currentTarget }) => use(currentTarget, { press: { message: message.id, custom_id: customId } });
  return el("button", { class: look, type: "button", disabled: Boolean(disabled), data: { customId }, on: { click: press } }, ...inside);
}

/** Sends what was done with a control, which waits meanwhile. */
async function use(control, deed) {
  control.disabled = true;
  control.classList.add("is-waiting");
  await settle(act(store.here, deed), "This interaction failed.");
  control.disabled = false;
  control.classList.remove("is-waiting");
}

function choicesOf(message, { type, options, default_values: chosen = [] }) {
  if (type === STRING_MENU) return options;
  const people = [...store.people.values()].map(({ id, display }) => ({ value: id, label: display }));
  const here = store.channels.get(message.channel)?.club;
  const channels = [...store.channels.values()].filter(({ name, club }) => name && club === here)
    .map(({ id, name }) => ({ value: id, label: `#${name}`, default: (chosen ?? []).some((one) => one.id === id) }));
  if (type === CHANNEL_MENU) return channels;
  return type === USER_MENU || type === MENTIONABLE_MENU ? people : [];
}

function wording({ label, description, emoji }) {
  const name = emoji?.name && !emoji.id ? `${emoji.name} ${label}` : label;
  return description ? `${name} — ${description}` : name;
}

function menuNode(message, menu) {
  const isSingle = (menu.min_values ?? 1) === 1 && (menu.max_values ?? 1) === 1;
  return isSingle ? singleMenu(message, menu) : multiMenu(message, menu);
}

function singleMenu(message, menu) {
  const options = choicesOf(message, menu);
  const label = menu.placeholder ?? "Make a selection";
  const choose = ({ currentTarget }) => {
    use(currentTarget, { select: { message: message.id, custom_id: menu.custom_id, values: [currentTarget.value] } });
  };
  const chosen = options.find((option) => option.default);
  return el("select",
    { class: "menu", "aria-label": label, disabled: Boolean(menu.disabled), data: { customId: menu.custom_id }, on: { change: choose } },
    el("option", { value: "", disabled: true, selected: !chosen }, label),
    ...options.map((option) => el("option", { value: option.value, selected: option === chosen }, wording(option))));
}

/** Several choices at once: a list of ticks that opens, and a button that sends them. */
function multiMenu(message, menu) {
  const { min_values: min = 1, max_values: max = 1, placeholder = "Make a selection" } = menu;
  const ticks = choicesOf(message, menu).map((option) =>
    el("label", { class: "tick" },
      el("input", { type: "checkbox", value: option.value, checked: Boolean(option.default), disabled: Boolean(menu.disabled) }),
      wording(option)));
  const send = el("button", { class: "button primary", type: "button" }, "Choose");
  const chosen = () => [...node.querySelectorAll("input:checked")].map(({ value }) => value);
  const check = () => {
    const count = chosen().length;
    send.disabled = Boolean(menu.disabled) || count < min || count > max;
  };
  send.addEventListener("click", () => {
    use(send, { select: { message: message.id, custom_id: menu.custom_id, values: chosen() } });
  });
  const range = min === max ? `${max}` : `${min} to ${max}`;
  const node = el("details", { class: "multi-menu", on: { change: check } },
    el("summary", {}, placeholder, el("span", { class: "range" }, `choose ${range}`)),
    el("div", { class: "ticks", role: "group", "aria-label": placeholder }, ...ticks), send);
  check();
  return node;
}
