// Shows the form a bot answered with, as a dialog that keeps the focus until it is sent or left.

import { act } from "./api.js";
import { byId, el } from "./dom.js";
import { store } from "./store.js";

function inputNode(input, index) {
  const id = `form-input-${index}`;
  const props = {
    id,
    name: input.custom_id,
    placeholder: input.placeholder,
    required: input.required,
    maxlength: input.max_length,
    autocomplete: "off",
  };
  if (input.min_length) props.minlength = input.min_length;
  const field = input.is_paragraph ? el("textarea", { ...props, rows: 4 }) : el("input", { ...props, type: "text" });
  field.value = input.value;
  const star = input.required && el("span", { class: "required", title: "required" }, " *");
  return el("p", { class: "form-input" }, el("label", { for: id }, input.label, star), field);
}

/** Opens a form; sending it is a deed like any other, in the channel it was opened in. */
export function openForm(form) {
  const here = store.here;
  const problem = el("p", { class: "problem", role: "alert" });
  const leave = el("button", { class: "button secondary", type: "button" }, "Cancel");
  const send = el("button", { class: "button primary", type: "submit" }, "Submit");
  const fields = el("form", {},
    el("h2", { id: "form-title" }, form.title),
    el("p", { class: "small" }, `This form goes to ${botName()}.`),
    ...form.inputs.map(inputNode), problem,
    el("p", { class: "form-ends" }, leave, send));
  const dialog = el("dialog", { class: "form", "aria-labelledby": "form-title" }, fields);
  leave.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    // Closing gave the focus back before the dialog took the caret with it; without this the
    // composer has the focus and takes no keys.
    byId("line").blur();
    byId("line").focus();
  });
  fields.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = true;
    const filled = form.inputs.map((input, index) => [input.custom_id, fields.querySelector(`#form-input-${index}`).value]);
    try {
      const { outcome } = await act(here, { submit: { form: form.invocation, fields: filled } });
      if (outcome === "no_answer") throw new Error("Something went wrong. Try again.");
      dialog.close();
    } catch (refused) {
      problem.textContent = refused.message;
      send.disabled = false;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector("input, textarea")?.focus();
}

function botName() {
  return [...store.people.values()].find(({ is_bot: isBot }) => isBot)?.display ?? "the bot";
}
