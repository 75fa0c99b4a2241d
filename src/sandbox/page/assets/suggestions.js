// Asks the bot what to suggest while someone types: not for every key, and late answers are dropped.

import { suggest } from "./api.js";
import { store } from "./store.js";

const PAUSE = 120;
let asked = 0;
let timer = null;

/** Asks after a short pause and gives the choices to `show`, unless something newer was typed. */
export function askSuggestions(typing, show) {
  cancelSuggestions();
  const mine = asked;
  timer = setTimeout(async () => {
    const choices = await suggest(store.here, typing).catch(() => []);
    if (mine === asked) show(choices.map(({ name, value }) => ({ title: name, value })));
  }, PAUSE);
}

export function cancelSuggestions() {
  asked += 1;
  clearTimeout(timer);
}
