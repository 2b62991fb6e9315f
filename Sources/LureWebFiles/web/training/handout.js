// The handout: examples with numbered signs, a checklist, and what safe work abroad looks like, on A4 in black and white.

import { untranslated } from "../desk/reasons.js";
import { element, fill } from "../lib/dom.js";
import { language, languageName, t } from "../lib/i18n.js";
import { button, tickBox } from "./controls.js";
import { capitalized, kindName, placeName } from "./examples.js";
import { isLure } from "./kinds.js";
import { exampleMark, exampleText, signsOf } from "./signs.js";

/** Examples and signs of each that fit on four pages with the checklist, measured in the longest catalogue. */
const mostExamples = 6;
const mostSigns = 6;
const checks = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `training.check${number}`);
const safeLines = [1, 2, 3, 4, 5].map((number) => `training.safe${number}`);

export class Handout {
  constructor(room) {
    this.room = room;
    this.chosen = new Set(firstChoice(room.examples).map(({ id }) => id));
    this.parts = { signs: true, checklist: true, safe: true };
    this.paper = element("article", { class: "paper", "aria-label": t("training.handoutPreview") });
    this.node = element(
      "section", { class: "handout" },
      element("h2", { tabindex: "-1", class: "no-print", text: t("training.handout") }),
      element("div", { class: "columns" }, this.form(), element("div", {}, this.paper)));
    this.draw();
  }

  form() {
    return element(
      "div", { class: "no-print" },
      element("p", {}, button(t("common.print"), () => print(), "main")),
      element(
        "fieldset", {}, element("legend", { text: t("training.handoutMore") }),
        this.partBox("signs", "training.handoutSigns"), this.partBox("checklist", "training.handoutChecklist"),
        this.partBox("safe", "training.handoutSafe")),
      element(
        "fieldset", { class: "chooser" }, element("legend", { text: t("training.handoutChoose") }),
        element("p", { class: "hint", text: t("training.handoutMost", { count: mostExamples }) }),
        this.room.languages.map((tag) => this.languageChoice(tag))));
  }

  partBox(part, key) {
    return tickBox(this.parts[part], t(key), (isTicked) => {
      this.parts[part] = isTicked;
      this.draw();
    });
  }

  languageChoice(tag) {
    const examples = this.room.examples.filter((example) => example.language === tag);
    return element(
      "details", { open: examples.some(({ id }) => this.chosen.has(id)) }, element("summary", { text: languageName(tag) }),
      examples.map((example) => this.exampleBox(example)));
  }

  exampleBox(example) {
    const start = element("bdi", { class: "hint", lang: example.language, text: `${example.text.slice(0, 60)}…` });
    const label = element("span", {}, `${capitalized(kindName(example.category))}: `, start);
    const changed = (isTicked) => {
      if (isTicked) this.chosen.add(example.id);
      else this.chosen.delete(example.id);
      this.draw();
    };
    return tickBox(this.chosen.has(example.id), label, changed, { data: { example: example.id } });
  }

  draw() {
    const isFull = this.chosen.size >= mostExamples;
    for (const box of this.node.querySelectorAll("[data-example]")) box.disabled = isFull && !box.checked;
    const { signs, checklist, safe } = this.parts;
    const examples = this.room.examples.filter(({ id }) => this.chosen.has(id));
    const isEmpty = !examples.length && !checklist && !safe;
    fill(
      this.paper,
      isEmpty
        ? element("p", { text: t("training.handoutEmpty") })
        : element("h3", { class: "title", text: t("training.handoutTitle") }),
      examples.map((example, index) => paperExample(example, index + 1, this.room, signs)),
      checklist && checklistPart(), safe && safePart(),
      examples.length > 0 && element("p", { class: "foot", text: t("training.handoutFoot") }));
  }
}

/** Two lures, an honest offer and a warning in the language of the interface. */
function firstChoice(examples) {
  const own = examples.filter((example) => example.language === language);
  const others = ["honest", "warning"].map((kind) => own.find(({ category }) => category === kind));
  return [...own.filter(isLure).slice(0, 2), ...others.filter(Boolean)];
}

function paperExample(example, number, room, hasSigns) {
  const signs = hasSigns ? strongest(signsOf(room.answers.get(example.id), room.known)) : [];
  return element(
    "section", { class: "paper-example" },
    element("div", { class: "row" }, element("h4", { text: t("training.handoutExample", { number }) }), exampleMark(),
      element("span", { class: "hint", text: placeName(example) })),
    exampleText(example, signs),
    hasSigns ? element("ol", { class: "paper-signs" }, signs.map(paperSign)) : worksheet());
}

/** The strongest signs, numbered anew in the order of the text. */
function strongest(signs) {
  const ranks = ["low", "medium", "high", "critical"];
  const rank = ({ finding }) => ranks.indexOf(finding.severity) + Math.abs(finding.contribution);
  const kept = new Set([...signs].sort((one, other) => rank(other) - rank(one)).slice(0, mostSigns));
  return signs.filter((sign) => kept.has(sign)).map((sign, index) => ({ ...sign, number: index + 1 }));
}

function paperSign(sign) {
  const kicker = sign.polarity !== "risk" && `${sign.kicker}: `;
  const why = sign.rule && [". ", sign.rule.why, untranslated(sign.rule)];
  return element("li", {}, kicker, element("strong", { text: sign.title }), why);
}

function worksheet() {
  return [
    element("p", {}, element("strong", { text: t("training.handoutWrite") })),
    [1, 2, 3].map(() => element("div", { class: "write-line", "aria-hidden": "true" })),
  ];
}

function checklistPart() {
  return element(
    "section", { class: "paper-part" }, element("h4", { text: t("training.checkTitle") }),
    element("ul", { class: "boxes" }, checks.map((key) => element("li", { text: t(key) }))),
    element("p", { text: t("training.stillStop") }));
}

function safePart() {
  return element(
    "section", { class: "paper-part" }, element("h4", { text: t("training.safeTitle") }),
    element("ul", {}, safeLines.map((key) => element("li", { text: t(key) }))));
}
