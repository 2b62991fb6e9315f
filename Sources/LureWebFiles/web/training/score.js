// The score: missed traps and false alarms apart, because they cost different people different things.

import { element } from "../lib/dom.js";
import { number, t } from "../lib/i18n.js";
import { button } from "./controls.js";
import { placeName, truth } from "./examples.js";
import { answers, outcomeOf, reasons } from "./outcome.js";
import { exampleText, signsOf } from "./signs.js";

export function scoreView(questions, room, again, change) {
  const tally = { right: 0, missed: 0, alarm: 0, unsure: 0 };
  for (const question of questions) tally[outcomeOf(question)] += 1;
  const wrong = questions.filter((question) => outcomeOf(question) !== "right");
  return [
    element("h2", { tabindex: "-1", text: t("training.scoreTitle") }),
    element(
      "ul", { class: "scores" },
      score("right", "training.scoreRight", tally.right), score("missed", "training.scoreMissed", tally.missed),
      score("alarm", "training.scoreAlarms", tally.alarm), score("unsure", "training.scoreUnsure", tally.unsure)),
    element(
      "div", { class: "card" },
      ["training.scoreMissedWhy", "training.scoreAlarmsWhy", "training.scoreUnsureWhy", "training.scoreAnyone"].map(
        (key) => element("p", { text: t(key) }))),
    element(
      "p", { class: "row" },
      button(t("training.quizAgain"), again, "main"), button(t("training.quizSettings"), change)),
    wrong.length ? review(wrong, room) : element("p", { text: t("training.scoreAllRight") }),
  ];
}

/** The number is large for the back of the room; the sentence around it is what counts in each language. */
function score(outcome, key, count) {
  return element(
    "li", { class: `card ${outcome}` },
    element("span", { class: "figure", "aria-hidden": "true", text: number(count) }),
    element("span", { text: t(key, { count }) }));
}

function review(wrong, room) {
  return [
    element("h3", { text: t("training.scoreReview") }),
    wrong.map((question) => reviewed(question, room)),
  ];
}

function reviewed({ example, answer }, room) {
  const signs = signsOf(room.answers.get(example.id), room.known);
  const start = element("bdi", { lang: example.language, text: `${example.text.slice(0, 40)}…` });
  const given = t(answers.find(({ id }) => id === answer).textKey);
  return element(
    "details", { class: "card" },
    element("summary", {}, `${placeName(example)}: `, start),
    element("p", { text: `${t("training.yourAnswer", { answer: given })}. ${truth(example)}` }),
    exampleText(example, signs), reasons(example, signs, room));
}
