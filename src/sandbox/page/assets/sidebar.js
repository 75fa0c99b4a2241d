// The channels one can open, the people one can be, and on a phone the drawer that holds them.

import { avatar, byId, el } from "./dom.js";
import { store } from "./store.js";

const narrow = matchMedia("(max-width: 760px)");
const sidebar = byId("sidebar");
const toggle = byId("menu");

export function startSidebar() {
  store.on(["state", "messages", "bot", "gone"], draw);
  toggle.addEventListener("click", () => setOpen(!isOpen()));
  byId("scrim").addEventListener("click", () => setOpen(false));
  sidebar.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && narrow.matches) setOpen(false);
  });
  narrow.addEventListener("change", () => setOpen(false));
  setOpen(false);
}

function isOpen() {
  return document.body.classList.contains("is-drawer-open");
}

/** Opens or shuts the drawer; a shut one can't be reached by Tab. */
function setOpen(value) {
  const hadFocus = sidebar.contains(document.activeElement);
  document.body.classList.toggle("is-drawer-open", value);
  toggle.setAttribute("aria-expanded", String(value));
  sidebar.inert = narrow.matches && !value;
  // An open drawer is all there is until it is shut, by Escape, a choice, or a tap beside it.
  document.querySelector("main").inert = narrow.matches && value;
  if (!narrow.matches) return;
  if (value) sidebar.querySelector("button")?.focus();
  else if (hadFocus) toggle.focus();
}

function draw() {
  const focused = document.activeElement?.dataset?.focusKey;
  drawChannels();
  drawMembers();
  drawHead();
  if (focused) document.querySelector(`[data-focus-key="${CSS.escape(focused)}"]`)?.focus();
}

function drawChannels() {
  const clubs = Map.groupBy(store.channels.values(), ({ club }) => club ?? "Direct messages");
  const groups = [...clubs].map(([club, channels]) =>
    el("section", {}, el("h2", {}, club), el("ul", {}, ...channels.map(channelItem))));
  byId("channels").replaceChildren(...groups);
}

function channelItem({ id, name, unread }) {
  const open = () => {
    store.open(id);
    setOpen(false);
    if (!narrow.matches) byId("line").focus();
  };
  const isCurrent = id === store.current;
  const text = name ? `# ${name}` : "Fresh Legs";
  return el("li", {},
    el("button", { class: "place", type: "button", "aria-current": isCurrent ? "page" : null, data: { focusKey: id }, on: { click: open } },
      el("span", {}, text),
      unread > 0 && el("span", { class: "unread" }, String(unread), el("span", { class: "unseen" }, " new"))));
}

function drawMembers() {
  const people = [...store.people.values()].filter(({ is_bot: isBot }) => !isBot);
  byId("members").replaceChildren(...people.map((person) => {
    const isMe = person.id === store.me?.id;
    const be = async () => {
      await store.become(person.name);
      setOpen(false);
    };
    return el("li", {},
      el("button", { class: "person", type: "button", "aria-pressed": String(isMe), data: { focusKey: person.id }, on: { click: be } },
        avatar(person, "is-small"),
        el("span", {}, person.name, person.is_organiser && el("span", { class: "role" }, " · organiser"))));
  }));
}

function drawHead() {
  const { channel } = store;
  if (!channel) return;
  const name = channel.name ? `# ${channel.name}` : "Fresh Legs";
  byId("place").textContent = name;
  document.title = `${name} · Fresh Legs rehearsal`;
  const status = byId("status");
  const words = store.isReachable ? (store.isBotOnline ? "Bot online" : "Bot offline") : "Rehearsal not reachable";
  if (status.textContent !== words) status.textContent = words;
  status.classList.toggle("is-off", !store.isReachable || !store.isBotOnline);
  byId("me").textContent = `as ${store.me.name}`;
}
