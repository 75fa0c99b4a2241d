// The panel that makes trouble: each kind in plain words, and a log of what came of it.

import { makeTrouble } from "./api.js";
import { byId, el } from "./dom.js";
import { inStyle } from "./moments.js";
import { store } from "./store.js";

/** What each button shows, so that it is drawn anew only when that changes. */
let shown = "";

export function startTrouble() {
  store.on(["state"], drawKinds);
  store.on(["state"], drawLog);
}

async function make(kind) {
  try {
    const { troubles } = await makeTrouble(store.member, kind);
    store.troubles = troubles;
  } catch (refused) {
    store.notice(refused.message);
  }
  drawKinds();
}

function drawKinds() {
  const state = JSON.stringify(store.troubles);
  if (state === shown) return;
  shown = state;
  const focused = document.activeElement?.dataset?.trouble;
  const list = byId("troubles");
  list.replaceChildren(...store.troubles.map(({ kind, label, expect, is_on: isOn }) =>
    el("li", {},
      el("button", { class: "button secondary", type: "button", "aria-pressed": kind === "socket" ? null : String(isOn), data: { trouble: kind }, on: { click: () => make(kind) } }, label),
      el("p", { class: "small" }, expect))));
  if (focused) list.querySelector(`[data-trouble="${focused}"]`)?.focus();
}

function drawLog() {
  const lines = [...store.notes].reverse().map(({ at, says }) =>
    el("li", {}, el("time", { datetime: at }, inStyle(new Date(at), "T", store.now)), ` ${says}`));
  byId("trouble-log").replaceChildren(...lines);
}
