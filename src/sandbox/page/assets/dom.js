// Builds elements; text only ever becomes text nodes, so nobody's words can turn into markup.

/**
 * Makes an element. `props` are attributes, except `on` (listeners by event), `data` (data-*) and
 * booleans, which become properties. Children are nodes or strings; null and false are left out.
 */
export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (name === "data") {
      Object.assign(element.dataset, value);
    } else if (typeof value === "boolean") {
      element[name] = value;
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** The element of this id, which index.html has. */
export function byId(id) {
  return document.getElementById(id);
}

const COLOURS = 8;

/** A person's initials on a colour of their own. */
export function avatar(person, extra = "") {
  const initials = person.display.split(/\s+/u).map((word) => [...word][0] ?? "").join("").slice(0, 2);
  const colour = [...person.display].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9_973, 0) % COLOURS;
  const kind = person.is_bot ? "avatar-bot" : `avatar-${colour}`;
  return el("span", { class: `avatar ${kind} ${extra}`, "aria-hidden": "true" }, initials);
}
