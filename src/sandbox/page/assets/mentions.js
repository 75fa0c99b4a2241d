// Shows who, where, which command and when a text points to; unknown ids stay visible as such.

import { el } from "./dom.js";
import { inStyle } from "./moments.js";
import { store } from "./store.js";

export function personMention(id) {
  const person = store.people.get(id);
  const isMe = id === store.me?.id ? " is-me" : "";
  return el("span", { class: `mention${isMe}` }, `@${person?.display ?? "unknown-user"}`);
}

export function channelMention(id) {
  const channel = store.channels.get(id);
  if (!channel?.name) return el("span", { class: "mention" }, "#unknown");
  const open = () => store.open(id);
  return el("button", { class: "mention", type: "button", on: { click: open } }, `#${channel.name}`);
}

/** A command one can click; the composer listens for "fill". */
export function commandMention(path) {
  const fill = (event) => {
    event.target.dispatchEvent(new CustomEvent("fill", { bubbles: true, detail: `/${path} ` }));
  };
  return el("button", { class: "mention", type: "button", on: { click: fill } }, `/${path}`);
}

export function timestamp(seconds, style = "f") {
  const moment = new Date(Number(seconds) * 1000);
  if (Number.isNaN(moment.getTime())) return document.createTextNode("Invalid Date");
  return el(
    "time",
    { datetime: moment.toISOString(), title: inStyle(moment, "F", store.now), class: "moment", data: { style } },
    inStyle(moment, style, store.now),
  );
}

/** Lets every "in 2 hours" on the page follow the clock. */
export function refreshMoments() {
  for (const time of document.querySelectorAll("time.moment[data-style=R]")) {
    const text = inStyle(new Date(time.dateTime), "R", store.now);
    if (time.textContent !== text) time.textContent = text;
  }
}
