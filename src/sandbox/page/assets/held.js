// What goes along with the next message: files handed over, and the message it replies to.

import { handOver } from "./api.js";
import { byId, el } from "./dom.js";
import { store } from "./store.js";

let files = [];
let replyTo = null;

/** `say` shows a sentence below the composer. */
export function startHeld(say) {
  byId("attach").addEventListener("change", ({ target }) => attach(target, say));
  document.addEventListener("reply", ({ detail }) => startReply(detail));
}

export function isHolding() {
  return files.length > 0;
}

/** What is held, as part of the deed that says it. */
export function heldDeed() {
  return { files: files.map(({ id, filename }) => ({ id, name: filename })), reply_to: replyTo };
}

/** Forgets what was held, once it is sent. */
export function letGo() {
  files = [];
  drawFiles();
  endReply();
}

export function endReply() {
  replyTo = null;
  byId("reply-to").replaceChildren();
}

async function attach(field, say) {
  const picked = [...field.files];
  // So that the same file can be picked again.
  field.value = "";
  for (const file of picked) {
    try {
      files.push(await handOver(store.here, file));
    } catch (refused) {
      say(refused.message, true);
    }
  }
  drawFiles();
  byId("line").focus();
}

function drawFiles() {
  byId("held-files").replaceChildren(...files.map((file) => {
    const drop = () => {
      files = files.filter((other) => other !== file);
      drawFiles();
      byId("line").focus();
    };
    return el("span", { class: "held-file" }, file.filename,
      el("button", { type: "button", "aria-label": `Leave out ${file.filename}`, on: { click: drop } }, "✕"));
  }));
}

function startReply({ id, name }) {
  replyTo = id;
  const stop = el("button", { class: "text-button", type: "button", on: { click: endReply } }, "Cancel");
  byId("reply-to").replaceChildren(`Replying to ${name} · `, stop);
}
