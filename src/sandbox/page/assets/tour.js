// Suggested lines for who is new: a click becomes the member, opens the first channel, types and sends.

import { turnClock } from "./api.js";
import { typeAndSend } from "./composer.js";
import { byId, el } from "./dom.js";
import { compareIds, store } from "./store.js";

const strip = byId("tour-steps");
const look = byId("tour-look");
const toggle = byId("tour-toggle");
const DONE_KEY = "fresh-legs-tour";
const HIDDEN_KEY = "fresh-legs-tour-hidden";
let done = Number(sessionStorage.getItem(DONE_KEY) ?? 0);

export function startTour() {
  store.on(["state"], draw);
  toggle.addEventListener("click", () => show(strip.hidden));
  show(localStorage.getItem(HIDDEN_KEY) === null);
}

/** Shows the suggestions, or puts them away until they are asked for again. */
function show(value) {
  strip.hidden = !value;
  look.hidden = !value;
  toggle.textContent = value ? "Hide" : "Take the tour";
  toggle.setAttribute("aria-expanded", String(value));
  if (value) localStorage.removeItem(HIDDEN_KEY);
  else localStorage.setItem(HIDDEN_KEY, "yes");
}

const words = ({ line, press, jump }) => line ?? (press ? `Press ${press}` : `Jump to ${jump}`);

function draw() {
  if (strip.children.length === store.tour.steps.length && strip.dataset.done === String(done)) return;
  const hadFocus = strip.contains(document.activeElement);
  strip.dataset.done = String(done);
  const steps = store.tour.steps.map((step, index) => {
    const state = index < done ? "is-done" : index === done ? "is-next" : "";
    const who = el("span", { class: "step-who" }, `as ${step.member}`);
    return el("li", {},
      el("button", { class: `step ${state}`, type: "button", on: { click: () => take(index) } },
        el("span", { class: "step-number" }, index < done ? "✓" : String(index + 1)), el("span", {}, words(step)), who));
  });
  strip.replaceChildren(...steps);
  if (done === 0) {
    look.textContent = store.tour.intro;
  } else {
    const next = strip.querySelector(".is-next");
    // Within the strip alone: the page itself must not move.
    if (next) strip.scrollLeft = next.offsetLeft - strip.offsetLeft - 16;
    if (hadFocus) (next ?? strip.querySelector("button")).focus({ preventScroll: true });
  }
}

async function take(index) {
  const step = store.tour.steps[index];
  if (store.member !== step.member) await store.become(step.member);
  const [first] = store.channels.values();
  if (store.current !== first.id) store.open(first.id);
  look.textContent = `Look: ${step.look}`;
  if (step.line) await typeAndSend(step.line);
  else if (step.press) press(step.press);
  else await jump(step.jump);
  done = Math.max(done, index + 1);
  sessionStorage.setItem(DONE_KEY, String(done));
  draw();
}

/** Turns the clock to the landmark of this name, as the club's settings have it now. */
async function jump(name) {
  await store.refresh();
  const landmark = store.landmarks.find((ahead) => ahead.name === name);
  try {
    if (landmark) await turnClock({ to: landmark.at });
    else look.textContent = `Nothing is set for ${name} now; the clock itself has more jumps.`;
  } catch (refused) {
    look.textContent = refused.message;
  }
}

/** Presses the newest button of this label. */
function press(label) {
  const messages = [...store.channel.messages.values()].sort((a, b) => compareIds(b.id, a.id));
  const parts = messages.flatMap(({ components }) => components.flatMap((row) => row.components ?? []));
  const found = parts.find((part) => part.label === label && !part.disabled);
  const button = [...document.querySelectorAll("#log button[data-custom-id]")].find(({ dataset }) => dataset.customId === found?.custom_id);
  if (button) button.click();
  else look.textContent = `There is no “${label}” to press yet: click an earlier line first.`;
}
