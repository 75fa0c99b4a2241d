// Starts the page: every part first, then the club as the member of last time sees it.

import { startClock } from "./clock.js";
import { startComposer } from "./composer.js";
import { byId } from "./dom.js";
import { startMessages } from "./messages.js";
import { startSidebar } from "./sidebar.js";
import { store } from "./store.js";
import { startTour } from "./tour.js";
import { startTrouble } from "./trouble.js";

for (const start of [startSidebar, startMessages, startComposer, startClock, startTour, startTrouble]) start();
try {
  await store.become(store.member);
  document.body.dataset.ready = "true";
  byId("line").focus();
} catch (refused) {
  byId("problem").textContent = refused.message;
}
