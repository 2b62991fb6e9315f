// How an answer of the quiz came out, and why.

import { element } from "../lib/dom.js";
import { t } from "../lib/i18n.js";
import { badge, bandOf, headline } from "../lib/verdict.js";
import { truth } from "./examples.js";
import { isLure, showsToolWrong } from "./kinds.js";
import { signCard } from "./signs.js";

/** Answers by key; "unsure" is neither right nor an error. */
export const answers = [
  { id: "trap", textKey: "training.answerTrap" },
  { id: "ordinary", textKey: "training.answerOrdinary" },
  { id: "unsure", textKey: "training.answerUnsure" },
];

const keys = {
  right: "training.quizRight", missed: "training.quizMissed", alarm: "training.quizAlarm", unsure: "training.quizUnsure",
};
const symbols = { right: "✓", missed: "✗", alarm: "✗", unsure: "?" };

/** "right", "missed" (a lure taken for ordinary), "alarm" (an honest text taken for a lure) or "unsure". */
export function outcomeOf({ example, answer }) {
  if (answer === "unsure") return "unsure";
  if ((answer === "trap") === isLure(example)) return "right";
  return isLure(example) ? "missed" : "alarm";
}

export function outcomeLine(question) {
  const outcome = outcomeOf(question);
  return element(
    "h3", { class: `answered ${outcome}` }, element("span", { "aria-hidden": "true", text: `${symbols[outcome]} ` }),
    t(keys[outcome]));
}

/** The same for screen readers, in one go. */
export function outcomeSentence(question) {
  return `${t(keys[outcomeOf(question)])}. ${truth(question.example)}`;
}

/** Why: what the tool says, all signs with their reasons, and what to learn from it. */
export function reasons(example, signs, room) {
  const answer = room.answers.get(example.id);
  return [
    element("p", { class: "row" }, t("training.quizTool", { band: headline(answer) }), badge(bandOf(answer))),
    signs.length ? signs.map((sign) => signCard(sign, example, "h4", false)) : element("p", { text: t("desk.noSigns") }),
    element(
      "p", { class: "note" },
      showsToolWrong(example) && element("strong", { text: `${t("training.toolWrong")}. ` }), t(example.note)),
  ];
}
