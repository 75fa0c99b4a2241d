// Shows what came of a deed where the chat itself doesn't: forms, refusals and silence.

import { openForm } from "./form.js";
import { store } from "./store.js";

/** Waits for a deed; gives true unless the bot stayed silent or the app refused. */
export async function settle(deed, silence) {
  const { channel } = store.here;
  try {
    const { outcome, with: result } = await deed;
    if (outcome === "modal") openForm(result);
    if (outcome === "no_answer") store.notice(silence, channel);
    return outcome !== "no_answer";
  } catch (refused) {
    store.notice(refused.message, channel);
    return false;
  }
}
