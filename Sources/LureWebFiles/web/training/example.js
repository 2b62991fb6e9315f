// One example: its signs one at a time, or what changes if a sentence goes.

import { questions, untranslated } from "../desk/reasons.js";
import { element, fill } from "../lib/dom.js";
import { t } from "../lib/i18n.js";
import { verdictCard } from "../lib/verdict.js";
import { button } from "./controls.js";
import { placeName, truth } from "./examples.js";
import { showsToolWrong } from "./kinds.js";
import { isProjecting } from "./projector.js";
import { sentencesPanel } from "./sentences.js";
import { exampleMark, exampleText, signCard, signsOf } from "./signs.js";

const mostQuestions = 4;

/** The view of an example; `row` are the examples before and after it. */
export function exampleView(example, room, row) {
  const body = element("div");
  const stepper = new Stepper(example, room, neighbour(example, row, 1));
  const modes = [
    { key: "training.modeSigns", panel: () => stepper.node },
    { key: "training.modeSentences", panel: () => sentencesPanel(example, room) },
  ];
  let mode;
  const buttons = modes.map((each) => element("button", {
    type: "button", class: "chip small", "aria-pressed": "false", on: { click: () => choose(each) }, text: t(each.key),
  }));
  function choose(chosen) {
    mode = chosen;
    buttons.forEach((button, index) => button.setAttribute("aria-pressed", String(modes[index] === chosen)));
    fill(body, chosen.panel());
  }
  choose(modes[0]);
  return {
    node: element("section", { class: "example" }, heading(example, row), modeGroup(buttons), body),
    onKey: (event) => mode === modes[0] && stepper.onKey(event),
    onProjector: () => stepper.draw(),
  };
}

function heading(example, row) {
  const [before, after] = [neighbour(example, row, -1), neighbour(example, row, 1)];
  return [
    element(
      "p", { class: "row way no-print" },
      element("a", { href: "#examples", text: t("training.back") }),
      before && element("a", { href: `#examples/${before.id}`, text: t("training.previousExample") }),
      after && element("a", { href: `#examples/${after.id}`, text: t("training.nextExample") })),
    element("div", { class: "row" }, element("h2", { tabindex: "-1", text: placeName(example) }), exampleMark()),
  ];
}

function modeGroup(buttons) {
  return element("div", { class: "row chips modes no-print", role: "group", "aria-label": t("training.mode") }, buttons);
}

function neighbour(example, row, step) {
  const place = row.indexOf(example);
  return place < 0 ? null : row[place + step] ?? null;
}

/** Steps: 0 the bare text, then one a sign, then the result; or everything at once. */
class Stepper {
  constructor(example, room, next) {
    Object.assign(this, { example, room, next, step: 0, isAll: false });
    this.answer = room.answers.get(example.id);
    this.signs = signsOf(this.answer, room.known);
    this.textPlace = element("div", { class: "card" });
    this.stepPlace = element("div", { class: "card step", "aria-live": "polite" });
    this.count = element("span", { class: "hint" });
    this.back = button(t("training.previousSign"), () => this.go(this.step - 1));
    this.forward = button("", () => this.goForward(), "main");
    this.all = button("", () => this.toggleAll());
    const buttons = element("div", { class: "row steps" }, this.back, this.forward, this.all, this.count);
    this.node = element("div", { class: "columns" }, this.textPlace, element("div", {}, buttons, this.stepPlace));
    this.draw();
  }

  get last() {
    return this.signs.length + 1;
  }

  onKey(event) {
    const isRightToLeft = document.documentElement.dir === "rtl";
    if (event.key === (isRightToLeft ? "ArrowLeft" : "ArrowRight")) this.go(this.step + 1);
    else if (event.key === (isRightToLeft ? "ArrowRight" : "ArrowLeft")) this.go(this.step - 1);
    else return false;
    return true;
  }

  goForward() {
    if (this.step < this.last) this.go(this.step + 1);
    else if (this.next) location.hash = `#examples/${this.next.id}`;
    else location.hash = "#examples";
  }

  go(step) {
    this.step = Math.max(0, Math.min(this.last, step));
    this.isAll = false;
    this.draw();
  }

  toggleAll() {
    const isAll = this.step < this.last;
    this.step = isAll ? this.last : 0;
    this.isAll = isAll;
    this.draw();
  }

  draw() {
    const { example, signs, step, last } = this;
    fill(this.textPlace, exampleText(example, signs.slice(0, step)));
    if (step <= signs.length) this.pointAt(step);
    const isSign = step > 0 && step <= signs.length;
    this.count.textContent = isSign ? t("training.step", { number: step, total: signs.length }) : "";
    fill(this.stepPlace, this.content());
    this.back.setAttribute("aria-disabled", String(step === 0));
    this.forward.textContent = t(this.forwardKey());
    this.all.textContent = t(step < last ? "training.showAll" : "training.startAgain");
  }

  forwardKey() {
    if (this.step < this.signs.length) return "training.nextSign";
    if (this.step < this.last) return "training.nextResult";
    return this.next ? "training.nextExample" : "training.back";
  }

  pointAt(number) {
    for (const mark of this.textPlace.querySelectorAll("mark")) {
      mark.classList.toggle("shown", mark.dataset.signs.split(" ").includes(String(number)));
    }
  }

  content() {
    const { example, signs, step } = this;
    if (step === 0) return [element("h3", { text: t("training.first") }), element("p", { text: t("training.firstHint") })];
    if (step <= signs.length) return [signCard(signs[step - 1], example, "h3", true)];
    const all = this.isAll && signs.map((sign) => signCard(sign, example, "h3", !isProjecting()));
    return [all, result(example, this.answer, this.room.known)];
  }
}

function result(example, answer, known) {
  const asked = answer.kind === "offer" && (answer.band === "high" || answer.band === "caution") ? questions(answer, known) : [];
  return [
    element("p", { class: "kicker", text: t("training.result") }),
    verdictCard(answer),
    element("p", {}, element("strong", { text: truth(example) })),
    answer.recipes.map((id) => known.recipes.get(id)).filter(Boolean).map(combination),
    asked.length > 0 && element(
      "div", { class: "ask" }, element("h3", { text: t("desk.ask") }),
      element("ul", {}, asked.slice(0, mostQuestions).map((line) => element("li", { text: line })))),
    trainerNote(example),
  ];
}

function combination(recipe) {
  return element(
    "div", { class: "together" },
    element("h3", { text: t("desk.together") }),
    element("p", {}, element("strong", { text: `${recipe.title}. ` }), recipe.why, untranslated(recipe)));
}

function trainerNote(example) {
  return element(
    "div", { class: showsToolWrong(example) ? "note" : "note for-trainer" },
    element("h3", { text: t(showsToolWrong(example) ? "training.toolWrong" : "training.trainerNote") }),
    element("p", { text: t(example.note) }));
}
