// The gallery: all examples, by kind and language.

import { element, fill } from "../lib/dom.js";
import { language, languageName, t } from "../lib/i18n.js";
import { capitalized, kindName, placeName } from "./examples.js";
import { kinds } from "./kinds.js";
import { exampleMark } from "./signs.js";

export class Gallery {
  constructor(room) {
    this.room = room;
    this.kinds = new Set();
    this.languages = new Set(room.languages.includes(language) ? [language] : []);
    this.count = element("p", { class: "hint", role: "status" });
    this.cards = element("ul", { class: "gallery" });
    this.node = element(
      "section", {},
      element("h2", { tabindex: "-1", text: t("training.gallery") }),
      chips("training.filterKind", kinds, (kind) => capitalized(kindName(kind)), this.kinds, () => this.draw()),
      chips("training.filterLanguage", room.languages, languageName, this.languages, () => this.draw()),
      this.count, this.cards);
    this.draw();
  }

  /** Examples that fit the filters, in the order of the file. */
  shown() {
    const fits = (chosen, value) => chosen.size === 0 || chosen.has(value);
    return this.room.examples.filter((example) => fits(this.kinds, example.category) && fits(this.languages, example.language));
  }

  draw() {
    const examples = this.shown();
    this.count.textContent = examples.length ? t("training.found", { count: examples.length }) : t("training.none");
    fill(this.cards, examples.map(card));
  }
}

function card(example) {
  const name = `place-${example.id}`;
  return element(
    "li", { class: "card" },
    element("p", { class: "row" }, exampleMark()),
    element("h3", { id: name, text: capitalized(kindName(example.category)) }),
    element("p", { class: "hint", text: placeName(example) }),
    element("p", { class: "preview", lang: example.language, dir: "auto", text: example.text }),
    element("a", {
      class: "button", id: `open-${example.id}`, href: `#examples/${example.id}`, "aria-labelledby": `open-${example.id} ${name}`,
      text: t("training.open"),
    }));
}

/** A group of switches of which any number may be on; none means all. */
function chips(labelKey, values, name, chosen, changed) {
  const all = chip(t("training.filterAll"), () => { chosen.clear(); update(); });
  const others = values.map((value) => chip(name(value), () => {
    if (!chosen.delete(value)) chosen.add(value);
    update();
  }));
  const press = () => {
    all.setAttribute("aria-pressed", String(chosen.size === 0));
    others.forEach((button, index) => button.setAttribute("aria-pressed", String(chosen.has(values[index]))));
  };
  const update = () => { press(); changed(); };
  press();
  return element("fieldset", { class: "chips no-print" }, element("legend", { text: t(labelKey) }), all, others);
}

function chip(text, pressed) {
  return element("button", { type: "button", class: "chip small", "aria-pressed": "false", on: { click: pressed }, text });
}
