// A command being filled in: a chip for each option, Tab from one to the next, checked by the app when sent.

import { handOver } from "./api.js";
import { KIND } from "./commands.js";
import { el } from "./dom.js";
import { comboProps, hideList, holdList, listKey, showList } from "./listbox.js";
import { store } from "./store.js";
import { askSuggestions, cancelSuggestions } from "./suggestions.js";

const PICKED_ONLY = {
  [KIND.USER]: "Input a valid user.",
  [KIND.CHANNEL]: "Input a valid channel.",
  [KIND.ROLE]: "Input a valid role.",
  [KIND.MENTIONABLE]: "Input a valid mention.",
};

/** Values an option can only have one of; null when any text will do or the bot suggests. */
function fixedItems(option) {
  const people = () => [...store.people.values()].map(({ id, display, name }) => ({ title: display, detail: name, value: id }));
  if (option.choices.length) return option.choices.map(({ name, value }) => ({ title: name, value }));
  switch (option.type) {
    case KIND.BOOLEAN:
      return [{ title: "True", value: true }, { title: "False", value: false }];
    case KIND.USER:
    case KIND.MENTIONABLE:
      return people();
    case KIND.CHANNEL:
      return [...store.channels.values()].filter(({ name }) => name).map(({ id, name }) => ({ title: `#${name}`, value: id }));
    case KIND.ROLE:
      return [];
    default:
      return null;
  }
}

/** Why the app won't send; `option` says which chip to look at. */
class Unready extends Error {
  constructor(option, says) {
    super(`${option}: ${says}`);
    this.option = option;
  }
}

/**
 * The chips of one command. `send` is called with the command's path and options; `leave` when the
 * member goes back to plain text; `say` shows a sentence about the option in hand.
 */
export class Chips {
  #root;
  #command;
  #chips = [];
  #more;
  #ends;

  constructor(root, command, ends) {
    this.#root = root;
    this.#command = command;
    this.#ends = ends;
    this.#more = el("button", { class: "more", type: "button", on: { click: () => this.#offerMore(), keydown: listKey, blur: hideList } });
    const cancel = el("button", { class: "chips-cancel", type: "button", "aria-label": `Leave /${command.path}`, on: { click: () => ends.leave() } }, "✕");
    root.replaceChildren(el("span", { class: "command-name" }, `/${command.path}`), this.#more, cancel);
    root.hidden = false;
    const first = command.options.filter(({ required }) => required);
    for (const option of first) this.#add(option);
    this.#count();
    this.focusFirst();
  }

  /** The command as it is sent: "remind on". */
  get path() {
    return this.#command.path;
  }

  focusFirst() {
    (this.#chips[0]?.field ?? this.#more).focus();
  }

  /** Fills an option in, as if typed or picked; a picked one has a value of its own. */
  fill(name, text, value = null) {
    const option = this.#option(name);
    const chip = this.#chips.find((chip) => chip.option === option) ?? this.#add(option);
    chip.field.value = text;
    chip.picked = value === null ? null : { text, value };
    this.#fit(chip);
    chip.field.focus();
    cancelSuggestions();
    hideList();
  }

  /** Goes on to the option after the one in hand, offering the next optional one if there is none. */
  next(name) {
    const at = this.#chips.findIndex(({ option }) => option.name === name);
    const following = this.#chips[at + 1] ?? this.#addNext();
    following?.field.focus();
    return Boolean(following);
  }

  /** The options as they are sent, without those left empty; the app says if one was required. */
  values() {
    return this.#chips.filter((chip) => !isEmpty(chip)).map((chip) => [chip.option.name, valueOf(chip)]);
  }

  /** The line that would do the same, for the history. */
  line() {
    const given = this.#chips.filter((chip) => !isEmpty(chip)).map(({ option, field }) => `${option.name}:${field.value}`);
    return [`/${this.#command.path}`, ...given].join(" ");
  }

  /** Points at an option the app refuses. */
  blame(name) {
    const chip = this.#chips.find(({ option }) => option.name === name);
    chip?.node.classList.add("is-wrong");
    chip?.field.setAttribute("aria-invalid", "true");
    chip?.field.focus();
  }

  close() {
    cancelSuggestions();
    hideList();
    this.#root.replaceChildren();
    this.#root.hidden = true;
  }

  #add(option) {
    const chip = { option, picked: null, file: null };
    chip.field = option.type === KIND.ATTACHMENT ? this.#fileField(chip) : this.#textField(chip);
    chip.node = el("label", { class: "chip" }, el("span", { class: "chip-name" }, option.name), chip.field);
    this.#more.before(chip.node);
    this.#chips.push(chip);
    this.#count();
    this.#fit(chip);
    return chip;
  }

  #textField(chip) {
    const isNumber = chip.option.type === KIND.INTEGER || chip.option.type === KIND.NUMBER;
    return el("input", {
      ...comboProps(),
      type: "text",
      inputmode: isNumber ? "numeric" : "text",
      enterkeyhint: "send",
      "aria-label": `${chip.option.name}: ${chip.option.description}`,
      "aria-required": String(chip.option.required),
      on: {
        input: () => this.#typed(chip),
        focus: () => this.#entered(chip),
        blur: () => { cancelSuggestions(); hideList(); },
        keydown: (event) => this.#key(event, chip),
      },
    });
  }

  #fileField(chip) {
    const hand = async (event) => {
      const [file] = event.target.files;
      chip.file = null;
      if (!file) return;
      try {
        chip.file = await handOver(store.here, file);
      } catch (refused) {
        this.#ends.say(refused.message, true);
      }
    };
    return el("input", {
      type: "file",
      "aria-label": `${chip.option.name}: ${chip.option.description}`,
      on: { change: hand, focus: () => this.#entered(chip), keydown: (event) => this.#key(event, chip) },
    });
  }

  #entered(chip) {
    const { name, description, required } = chip.option;
    this.#ends.say(`${name} — ${description}${required ? "" : " (optional)"}`);
    if (chip.field.type !== "file" && !chip.picked) this.#suggest(chip);
  }

  #typed(chip) {
    if (chip.picked?.text !== chip.field.value) chip.picked = null;
    chip.node.classList.remove("is-wrong");
    chip.field.removeAttribute("aria-invalid");
    this.#fit(chip);
    this.#suggest(chip);
  }

  #suggest(chip) {
    const { option, field } = chip;
    const show = (items) => showList({ field, items, label: option.description, pick: ({ title, value }) => this.fill(option.name, title, value), startActive: !option.autocomplete && field.value !== "" });
    const fixed = fixedItems(option);
    if (fixed) {
      const wanted = field.value.replace(/^[@#]/u, "").toLowerCase();
      show(fixed.filter(({ title, detail }) => `${title} ${detail ?? ""}`.toLowerCase().includes(wanted)).slice(0, 25));
    } else if (option.autocomplete) {
      const others = this.#chips.filter((other) => other !== chip && !isEmpty(other)).flatMap((other) => {
        try {
          return [[other.option.name, valueOf(other)]];
        } catch {
          return [];
        }
      });
      const typing = { command: this.#command.path, options: [...others, [option.name, field.value]], focused: option.name };
      holdList(option.description);
      askSuggestions({ option: typing }, show);
    } else {
      hideList();
    }
  }

  #key(event, chip) {
    if (event.isComposing || listKey(event)) return;
    if (event.key === "Enter") {
      event.preventDefault();
      this.#ends.send();
    } else if (event.key === "Tab" && !event.shiftKey) {
      if (this.next(chip.option.name)) event.preventDefault();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      this.#ends.leave();
    } else if (event.key === "Backspace" && isEmpty(chip) && chip.field.type !== "file") {
      event.preventDefault();
      this.#back(chip);
    }
  }

  /** Leaves an empty chip backwards: an optional one goes, and from the first the command does. */
  #back(chip) {
    const at = this.#chips.indexOf(chip);
    if (at === 0) {
      this.#ends.leave();
      return;
    }
    if (!chip.option.required) {
      this.#chips.splice(at, 1);
      chip.node.remove();
      this.#count();
    }
    this.#chips[at - 1].field.focus();
  }

  #option(name) {
    return this.#command.options.find((option) => option.name === name);
  }

  #left() {
    return this.#command.options.filter((option) => this.#chips.every((chip) => chip.option !== option));
  }

  #addNext() {
    const [option] = this.#left();
    return option ? this.#add(option) : null;
  }

  #offerMore() {
    const items = this.#left().map(({ name, description }) => ({ title: name, detail: description, value: name }));
    showList({ field: this.#more, items, label: "Optional", pick: ({ value }) => this.#add(this.#option(value)).field.focus(), startActive: true });
  }

  #count() {
    const count = this.#left().length;
    this.#more.hidden = count === 0;
    this.#more.textContent = `+${count} optional`;
  }

  #fit({ field }) {
    if (field.type !== "file") field.size = Math.min(Math.max([...field.value].length + 1, 6), 40);
  }
}

function isEmpty({ field, file }) {
  return field.type === "file" ? file === null : field.value.trim() === "";
}

function valueOf({ option, field, picked, file }) {
  if (file) return file.id;
  if (picked) return picked.value;
  const text = field.value.trim();
  const same = fixedItems(option)?.find(({ title, detail }) => [title, detail, `@${title}`].some((name) => name?.toLowerCase() === text.toLowerCase()));
  if (same) return same.value;
  if (option.type === KIND.INTEGER || option.type === KIND.NUMBER) {
    const number = Number(text);
    return Number.isNaN(number) ? text : number;
  }
  if (option.type in PICKED_ONLY) throw new Unready(option.name, PICKED_ONLY[option.type]);
  return text;
}
