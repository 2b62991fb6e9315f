// The quiz: lures and honest texts in equal number. What was answered is gone when the page closes.

import { byID, element, fill } from "../lib/dom.js";
import { language, languageName, number, t } from "../lib/i18n.js";
import { button, focusHeading, tickBox } from "./controls.js";
import { available, Draw } from "./draw.js";
import { placeName, truth } from "./examples.js";
import { answers, outcomeLine, outcomeSentence, reasons } from "./outcome.js";
import { scoreView } from "./score.js";
import { exampleMark, exampleText, signsOf } from "./signs.js";

const counts = [6, 10, 20];

export class Quiz {
  constructor(room) {
    this.room = room;
    this.count = 10;
    this.languages = new Set([room.languages.includes(language) ? language : room.languages[0]]);
    this.drawer = new Draw(room.examples);
    this.node = element("section", { class: "quiz" });
    this.drawSettings();
  }

  onKey(event) {
    // Some keyboards write other digits, or digits only with Shift; the place of the key is the same.
    const digit = /^[1-9]$/.test(event.key) ? event.key : event.code.replace(/^(Digit|Numpad)/, "");
    const index = Number(digit) - 1;
    if (!this.current || this.current.answer || !answers[index]) return false;
    this.answer(answers[index].id);
    return true;
  }

  // MARK: Settings

  drawSettings() {
    this.current = null;
    const hint = element("p", { class: "hint", role: "status" });
    const start = button(t("training.quizStart"), () => this.begin(), "main");
    const update = () => {
      const count = available(this.room.examples, this.languages);
      hint.textContent = this.languages.size ? t("training.quizAvailable", { count }) : t("training.quizChoose");
      start.disabled = this.languages.size === 0;
    };
    update();
    fill(
      this.node,
      element("h2", { tabindex: "-1", text: t("training.quiz") }), element("p", { text: t("training.quizLead") }),
      this.countChoice(), this.languageChoice(update), hint, start);
  }

  countChoice() {
    const choice = (count) => {
      const change = () => { this.count = count; };
      const isChosen = count === this.count;
      const dot = element("input", { type: "radio", name: "count", value: String(count), checked: isChosen, on: { change } });
      return element("label", { class: "check" }, dot, number(count));
    };
    return element(
      "fieldset", {}, element("legend", { text: t("training.quizCount") }),
      element("div", { class: "row wide" }, counts.map(choice)));
  }

  languageChoice(update) {
    const choice = (tag) => tickBox(this.languages.has(tag), languageName(tag), (isTicked) => {
      if (isTicked) this.languages.add(tag);
      else this.languages.delete(tag);
      update();
    });
    return element(
      "fieldset", {}, element("legend", { text: t("training.quizLanguages") }),
      element("div", { class: "row wide" }, this.room.languages.map(choice)));
  }

  // MARK: Questions

  begin() {
    const { examples, isSomeAgain } = this.drawer.take(this.count, this.languages);
    this.questions = examples.map((example) => ({ example, answer: null }));
    this.isSomeAgain = isSomeAgain;
    this.ask(0);
  }

  ask(index) {
    this.current = this.questions[index];
    this.index = index;
    const { example } = this.current;
    const place = { number: index + 1, total: this.questions.length };
    this.textPlace = element("div", { class: "card" }, exampleText(example, []));
    this.answerPlace = element("div", {}, this.choices());
    fill(
      this.node,
      element(
        "div", { class: "row" },
        element("h2", { tabindex: "-1", text: t("training.quizQuestion", place) }), exampleMark(),
        button(t("training.quizStop"), () => this.stop(), "small stop")),
      element("progress", { max: String(place.total), value: String(index), "aria-label": t("training.quizQuestion", place) }),
      index === 0 && this.isSomeAgain && element("p", { class: "hint", text: t("training.quizSomeAgain") }),
      element("p", { class: "hint", text: placeName(example) }),
      element("div", { class: "columns" }, this.textPlace, this.answerPlace));
    focusHeading(this.node);
  }

  choices() {
    const choice = ({ id, textKey }, index) => element(
      "button", { type: "button", class: "choice", on: { click: () => this.answer(id) } },
      element("kbd", { "aria-hidden": "true", text: number(index + 1) }), element("span", { text: t(textKey) }));
    return element(
      "div", { class: "choices", role: "group", "aria-labelledby": "quiz-ask" },
      element("p", { id: "quiz-ask" }, element("strong", { text: t("training.quizAsk") })), answers.map(choice));
  }

  answer(id) {
    const { example } = this.current;
    this.current.answer = id;
    const signs = signsOf(this.room.answers.get(example.id), this.room.known);
    fill(this.textPlace, exampleText(example, signs));
    fill(this.answerPlace, this.feedback(signs));
    byID("status").textContent = outcomeSentence(this.current);
    this.answerPlace.querySelector("button").focus({ preventScroll: true });
    this.answerPlace.firstElementChild.scrollIntoView({ block: "nearest" });
  }

  feedback(signs) {
    const isLast = this.index + 1 === this.questions.length;
    const next = () => isLast ? this.finish() : this.ask(this.index + 1);
    return [
      element(
        "div", { class: "card feedback" },
        outcomeLine(this.current),
        element("p", { text: truth(this.current.example) }),
        button(t(isLast ? "training.quizFinish" : "training.quizNext"), next, "main")),
      element("div", { class: "card" }, reasons(this.current.example, signs, this.room)),
    ];
  }

  stop() {
    this.drawSettings();
    focusHeading(this.node);
  }

  finish() {
    this.current = null;
    fill(this.node, scoreView(this.questions, this.room, () => this.begin(), () => this.stop()));
    focusHeading(this.node);
  }
}
