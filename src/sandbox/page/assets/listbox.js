// The list above the composer: commands, choices or suggestions for whichever field has the focus.

import { byId, el } from "./dom.js";

const root = byId("suggestions");
let open = null;

/**
 * Shows items `{ title, detail, value }` for a field. `label` names the list; `startActive` makes
 * Enter and Tab take the first item without an arrow key before.
 */
export function showList({ field, items, label, pick, startActive = false }) {
  if (!items.length || document.activeElement !== field) {
    hideList();
    return;
  }
  const nodes = items.map((item, index) =>
    el("li", { role: "option", id: `suggestion-${index}`, "aria-selected": "false", on: { click: () => take(index) } },
      el("span", { class: "option-title" }, item.title), item.detail && el("span", { class: "option-detail" }, item.detail)));
  hideList();
  root.setAttribute("aria-label", label);
  root.replaceChildren(...nodes);
  root.hidden = false;
  root.scrollTop = 0;
  open = { field, label, items, nodes, pick, active: -1 };
  field.setAttribute("aria-expanded", "true");
  if (startActive) activate(0);
}

/** Keeps a list of this label up while newer items are on their way, with none of them active. */
export function holdList(label) {
  if (open?.label !== label) {
    hideList();
    return;
  }
  for (const node of open.nodes) node.setAttribute("aria-selected", "false");
  open.active = -1;
  open.field.removeAttribute("aria-activedescendant");
}

export function hideList() {
  if (!open) return;
  open.field.setAttribute("aria-expanded", "false");
  open.field.removeAttribute("aria-activedescendant");
  root.hidden = true;
  root.replaceChildren();
  open = null;
}

/** Makes a field one that the list can belong to. */
export function comboProps() {
  return { role: "combobox", "aria-expanded": "false", "aria-controls": "suggestions", "aria-autocomplete": "list", autocomplete: "off" };
}

/** Handles a key of the field the list is open for; says whether it was for the list. */
export function listKey(event) {
  if (open?.field !== event.target || event.isComposing) return false;
  const { active, items } = open;
  switch (event.key) {
    case "ArrowDown":
      activate((active + 1) % items.length);
      break;
    case "ArrowUp":
      activate(active <= 0 ? items.length - 1 : active - 1);
      break;
    case "Enter":
    case "Tab":
      if (active < 0 || event.shiftKey) return false;
      take(active);
      break;
    case "Escape":
      hideList();
      break;
    default:
      return false;
  }
  event.preventDefault();
  event.stopPropagation();
  return true;
}

function activate(index) {
  open.nodes.forEach((node, at) => node.setAttribute("aria-selected", String(at === index)));
  open.active = index;
  open.field.setAttribute("aria-activedescendant", open.nodes[index].id);
  open.nodes[index].scrollIntoView({ block: "nearest" });
}

function take(index) {
  const { items, pick, field } = open;
  hideList();
  field.focus();
  pick(items[index]);
}

// A click on an item must not take the focus from the field it fills.
root.addEventListener("mousedown", (event) => event.preventDefault());
