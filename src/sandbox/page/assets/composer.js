// Where one types: plain messages, literal slash lines, and commands filled in option by option.

import { act } from "./api.js";
import { Chips } from "./chips.js";
import { fitting, readLine, sendable } from "./commands.js";
import { byId } from "./dom.js";
import { openForm } from "./form.js";
import { endReply, heldDeed, isHolding, letGo, startHeld } from "./held.js";
import { hideList, holdList, listKey, showList } from "./listbox.js";
import { store } from "./store.js";
import { askSuggestions, cancelSuggestions } from "./suggestions.js";

const line = byId("line");
const hint = byId("hint");
const problem = byId("problem");
const history = [];
let chips = null;
/** How far back in the history ↑ has gone; -1 is what is being typed. */
let back = -1;
let drawnPlace = null;
let isSending = false;
/** What is being sent, or was last. */
let sending = Promise.resolve();

export function startComposer() {
  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  line.addEventListener("input", typed);
  line.addEventListener("keydown", key);
  line.addEventListener("blur", () => { cancelSuggestions(); hideList(); });
  startHeld(say);
  document.addEventListener("reply", () => setLine(line.value));
  document.addEventListener("fill", ({ detail }) => setLine(detail));
  store.on(["state"], drawPlace);
}

function commands() {
  return sendable(store.channel?.commands ?? []);
}

/** Puts a line into the composer as if it had been typed. */
export function setLine(text) {
  leaveChips("");
  line.value = text;
  line.focus();
  typed();
}

/** Types a line for the member and sends it, as the tour does. */
export async function typeAndSend(text) {
  await sending;
  setLine(text);
  await send();
}

function drawPlace() {
  const { channel } = store;
  if (!channel) return;
  const place = channel.name ? `#${channel.name}` : "Fresh Legs";
  line.placeholder = `Message ${place}, or type /`;
  line.setAttribute("aria-label", `Message ${place}`);
  const key = `${store.member}/${channel.id}`;
  if (drawnPlace !== null && drawnPlace !== key) {
    leaveChips("");
    endReply();
    say("");
  }
  drawnPlace = key;
}

/** Shows a sentence below the composer: a hint, or what is wrong. */
function say(text, isWrong = false) {
  hint.textContent = isWrong ? "" : text;
  problem.textContent = isWrong ? text : "";
}

function typed() {
  back = -1;
  say("");
  fit();
  cancelSuggestions();
  const text = line.value;
  if (!text.startsWith("/")) {
    offerPeople(text);
    return;
  }
  const read = readLine(commands(), text);
  if (read) suggestFor(read);
  else offerCommands(text.slice(1));
}

/** Whom an "@" at the end of a message may mean. */
function offerPeople(text) {
  const typedName = /(?:^|\s)@(\p{L}*)$/u.exec(text)?.[1];
  if (typedName === undefined) {
    hideList();
    return;
  }
  const fits = ({ display }) => display.toLowerCase().startsWith(typedName.toLowerCase());
  const items = [...store.people.values()].filter(fits).map(({ display, name }) => ({ title: display, detail: name, value: display }));
  const pick = ({ value }) => {
    line.value = `${text.slice(0, text.length - typedName.length)}${value} `;
    fit();
  };
  showList({ field: line, items, label: "People", pick, startActive: true });
}

function offerCommands(typedName) {
  const items = fitting(commands(), typedName).map((command) => ({ title: `/${command.path}`, detail: command.description, value: command }));
  if (!items.length) say("No command of that name here.");
  showList({ field: line, items, label: "Commands", pick: ({ value }) => enterChips(value), startActive: true });
}

/** A literal line: its first option takes everything that is typed. */
function suggestFor({ command, rest }) {
  const [first] = command.options;
  if (!first) {
    hideList();
    return;
  }
  say(`${first.name} — ${first.description}. Tab for one option at a time.`);
  const names = command.options.some(({ name }) => rest.includes(`${name}:`));
  if (!first.autocomplete || names) {
    hideList();
    return;
  }
  holdList(first.description);
  askSuggestions({ line: { line: line.value } }, (items) => {
    const pick = ({ title, value }) => enterChips(command).fill(first.name, title, value);
    showList({ field: line, items, label: first.description, pick });
  });
}

function enterChips(command) {
  line.value = "";
  line.hidden = true;
  byId("attach-label").hidden = true;
  problem.textContent = "";
  chips?.close();
  chips = new Chips(byId("chips"), command, { send, say, leave: () => leaveChips(`/${command.path}`) });
  if (!command.options.length) byId("send").focus();
  return chips;
}

function leaveChips(text) {
  if (!chips) return;
  chips.close();
  chips = null;
  line.hidden = false;
  byId("attach-label").hidden = false;
  line.value = text;
  line.focus();
  say("");
  fit();
}

function key(event) {
  if (event.isComposing || listKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    send();
  } else if (event.key === "Tab" && !event.shiftKey) {
    const read = readLine(commands(), `${line.value} `);
    if (!line.value.startsWith("/") || !read) return;
    event.preventDefault();
    tabIntoChips(read);
  } else if (event.key === "Escape") {
    endReply();
  } else if (event.key === "ArrowUp" && (line.value === "" || back >= 0)) {
    recall(event, 1);
  } else if (event.key === "ArrowDown" && back >= 0) {
    recall(event, -1);
  }
}

function tabIntoChips({ command, rest }) {
  const text = rest.trim();
  const entered = enterChips(command);
  const [first] = command.options;
  if (!first || !text) return;
  entered.fill(first.name, text);
  entered.next(first.name);
}

function recall(event, step) {
  const at = back + step;
  if (at >= history.length) return;
  event.preventDefault();
  line.value = at < 0 ? "" : history[at];
  back = at;
  fit();
}

function remember(text) {
  if (text && history[0] !== text) history.unshift(text);
  back = -1;
}

/** What is about to be sent: the deed, and the line that says the same. */
function readDeed() {
  if (chips) return { text: chips.line(), deed: { slash: { command: chips.path, options: chips.values() } } };
  const text = line.value.trim();
  if (text.startsWith("/")) return { text, deed: { line: { line: text } } };
  return { text, deed: { say: { text, ...heldDeed() } } };
}

function send() {
  if (!isSending) sending = sendNow();
  return sending;
}

async function sendNow() {
  if (!chips && !line.value.trim() && !isHolding()) return;
  hideList();
  cancelSuggestions();
  const { here } = store;
  setSending(true);
  try {
    const { text, deed } = readDeed();
    if (!deed.say) say("Waiting for the bot…");
    const sent = line.value;
    const { outcome, with: result } = await act(here, deed);
    remember(text);
    finish(sent);
    if (outcome === "modal") openForm(result);
    if (outcome === "no_answer") store.notice(`${text.split(" ")[0]}: The application did not respond.`, here.channel);
  } catch (refused) {
    say(refused.message, true);
    if (refused.option) chips?.blame(refused.option);
  } finally {
    setSending(false);
  }
}

function setSending(value) {
  isSending = value;
  byId("composer").classList.toggle("is-sending", value);
}

/** Empties the composer of what was sent; what was typed since stays. */
function finish(sent) {
  leaveChips("");
  if (line.value === sent) line.value = "";
  letGo();
  say("");
  fit();
}

/** Lets the field grow with its text. */
function fit() {
  line.style.height = "auto";
  line.style.height = `${Math.min(line.scrollHeight, 160)}px`;
}
