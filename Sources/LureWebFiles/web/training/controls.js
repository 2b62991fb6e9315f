// Buttons and boxes as the parts of the training room use them.

import { element } from "../lib/dom.js";

export function button(text, pressed, style = null) {
  return element("button", { type: "button", class: style, on: { click: pressed }, text });
}

/** A box to tick with its label; `changed` is told whether it is ticked. */
export function tickBox(isTicked, label, changed, properties = {}) {
  const box = element("input", { type: "checkbox", ...properties, on: { change: () => changed(box.checked) } });
  box.checked = isTicked;
  return element("label", { class: "check" }, box, label);
}

/** Where reading goes on after a part was replaced. */
export function focusHeading(node) {
  node.querySelector("h2")?.focus({ preventScroll: true });
  scrollTo(0, 0);
}
