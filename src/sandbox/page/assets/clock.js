// The rehearsal's clock: shows it, and turns it on by a step or to a moment one picks.

import { turnClock } from "./api.js";
import { byId, el } from "./dom.js";
import { fieldValue, inStyle, shortDate } from "./moments.js";
import { store } from "./store.js";

const panel = byId("clock");
const field = byId("clock-to");
const problem = byId("clock-problem");

export function startClock() {
  store.on(["clock", "state"], drawFace);
  store.on(["state"], drawJumps);
  panel.addEventListener("toggle", () => {
    if (!panel.open) return;
    field.value = fieldValue(new Date(store.now.getTime() + 3_600_000));
    problem.textContent = "";
    // A club may have set other times since.
    store.refresh();
  });
  panel.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !panel.open) return;
    panel.open = false;
    panel.querySelector("summary").focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (!panel.contains(target)) panel.open = false;
  });
  byId("clock-jump").addEventListener("submit", (event) => {
    event.preventDefault();
    const moment = new Date(field.value);
    if (Number.isNaN(moment.getTime())) problem.textContent = "Pick a day and a time first.";
    else turn({ to: moment.toISOString() });
  });
}

async function turn(request) {
  problem.textContent = "";
  try {
    await turnClock(request);
  } catch (refused) {
    problem.textContent = refused.message;
  }
}

function drawFace() {
  write(byId("clock-day"), shortDate(store.now));
  write(byId("clock-time"), inStyle(store.now, "t", store.now));
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function drawJumps() {
  const key = JSON.stringify([store.landmarks, store.jumps]);
  const jumps = byId("clock-jumps");
  if (jumps.dataset.key === key) return;
  jumps.dataset.key = key;
  const to = store.landmarks.map(({ name, at }) => [`To ${name}`, { to: at }]);
  const by = store.jumps.map(({ label, minutes }) => [label, { minutes }]);
  const button = ([label, request]) =>
    el("button", { class: "button secondary", type: "button", on: { click: () => turn(request) } }, label);
  jumps.replaceChildren(...[...to, ...by].map(button));
}
