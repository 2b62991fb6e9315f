// What changes if a sentence goes: the verdict before and after, as words and a plain bar.

import * as api from "../lib/api.js";
import { byID, element, fill } from "../lib/dom.js";
import { showFault } from "../lib/frame.js";
import { t } from "../lib/i18n.js";
import { sentences } from "../lib/marks.js";
import { badge, bandOf, headline } from "../lib/verdict.js";
import { button, tickBox } from "./controls.js";
import { exampleText, signsOf } from "./signs.js";

const bands = ["low", "caution", "high"];
/** Share of the bar below which two bars look the same. */
const sameBar = 0.02;

export function sentencesPanel(example, room) {
  const before = room.answers.get(example.id);
  const signs = signsOf(before, room.known);
  const parts = sentences(example.text, example.language);
  const off = new Set();
  const outcome = element("div", { class: "card outcome" });
  let request;

  async function update() {
    request?.abort();
    const mine = new AbortController();
    request = mine;
    if (off.size === 0) return fill(outcome, comparison(before, null));
    const text = parts.filter((_, index) => !off.has(index)).map(({ start, end }) => example.text.slice(start, end)).join("");
    if (!text.trim()) return fill(outcome, comparison(before, null), nothingLeft());
    try {
      const after = await api.assess({ text }, { terms: 0 }, mine.signal);
      showFault(byID("fault"), null);
      if (!mine.signal.aborted) fill(outcome, comparison(before, after));
    } catch (error) {
      if (error.name !== "AbortError") showFault(byID("fault"), error);
    }
  }

  const boxes = parts.map((part, index) => tickBox(true, exampleText(example, signs, part), (isIn) => {
    if (isIn) off.delete(index);
    else off.add(index);
    update();
  }));
  const putBack = () => {
    off.clear();
    for (const box of boxes) box.querySelector("input").checked = true;
    update();
  };
  update();
  return element(
    "div", { class: "columns" },
    element(
      "fieldset", { class: "card sentences" },
      element("legend", { text: t("training.sentencesHint") }), boxes,
      button(t("training.sentencesBack"), putBack, "small")),
    outcome);
}

function nothingLeft() {
  return element("p", { role: "status", text: t("training.sentencesLeft") });
}

function comparison(before, after) {
  return [
    bar(t("training.before"), before),
    after && bar(t("training.after"), after),
    after && element(
      "p", { role: "status" }, element("strong", { text: `${direction(before, after)} ` }), bandsInWords(before, after)),
    element("p", { class: "hint", text: t("training.together") }),
  ];
}

function bandsInWords(before, after) {
  const [was, is] = [headline(before), headline(after)];
  return was === is ? t("desk.whatIfSame", { band: is }) : t("desk.whatIfOther", { band: is, before: was });
}

function direction(before, after) {
  const change = length(after) - length(before);
  if (Math.abs(change) < sameBar) return t("training.riskSame");
  return t(change < 0 ? "training.riskDown" : "training.riskUp");
}

/**
 * Length of the bar in 0…1: a third for each band, and inside it the risk.
 *
 * Bands also ask for signs, so risk alone could draw a lower band longer than a higher one. The cube root of the odds
 * keeps a change visible where the risk is near 0 or 1; the bar stands for an order, not for a number.
 */
function length(answer) {
  const band = bands.indexOf(answer.band);
  if (band < 0) return 0;
  const risk = answer.risk ?? 0;
  const [against, towards] = [Math.cbrt(1 - risk), Math.cbrt(risk)];
  return (band + towards / (towards + against)) / bands.length;
}

function bar(label, answer) {
  const filled = element("span", { class: "filled" });
  filled.style.setProperty("--length", String(Math.max(0.02, length(answer))));
  return element(
    "div", { class: `risk band-${bandOf(answer)}` },
    element("p", { class: "row" }, element("span", { text: label }), badge(bandOf(answer))),
    element("div", { class: "bar", "aria-hidden": "true" }, filled));
}
