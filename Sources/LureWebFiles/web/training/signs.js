// The signs of an example in the order in which a reader meets them.

import { quoteElements, quotes } from "../desk/quotes.js";
import { untranslated } from "../desk/reasons.js";
import { element } from "../lib/dom.js";
import { t } from "../lib/i18n.js";
import { markedText } from "../lib/marks.js";
import { isProjecting } from "./projector.js";

/** Cues of danger are for the desk; examples hold none on purpose. */
const notForClass = new Set(["ctx-distress-cue", "ctx-live-distress"]);

/** `[{number, kicker, polarity, finding, rule, title, spans, isHonest}]`, by their first place in the text. */
export function signsOf(answer, known) {
  return (answer.findings ?? [])
    .map((finding) => ({ finding, rule: known.rules.get(finding.rule) }))
    .filter(({ finding, rule }) => isTold(finding, rule, answer))
    .sort((one, other) => start(one.finding) - start(other.finding))
    .map(({ finding, rule }, index) => ({
      number: index + 1,
      kicker: kicker(finding, rule, answer),
      polarity: rule?.polarity ?? "risk",
      finding,
      rule,
      title: rule?.title ?? finding.title,
      spans: finding.evidence.map(({ utf16 }) => utf16),
      isHonest: rule !== undefined && rule.polarity !== "risk",
    }));
}

/** What a sign is a sign of: a warning speaks of risks without offering them, and many are common in honest texts. */
function kicker(finding, rule, answer) {
  const isHonest = rule?.polarity === "mitigating";
  if (rule?.polarity === "context" || (isHonest && answer.kind === "warning")) return t("training.signContext");
  if (isHonest) return t("training.signHonest");
  if (answer.band === "low") return t(answer.kind === "warning" ? "desk.whyWarning" : "desk.whyLow");
  return `${t("training.signRisk")} · ${t(`severity.${finding.severity}`)}`;
}

function isTold(finding, rule, answer) {
  if (!finding.evidence?.length || notForClass.has(finding.rule)) return false;
  return rule?.polarity !== "context" || answer.kind === "warning" || answer.kind === "question";
}

function start(finding) {
  return Math.min(...finding.evidence.map(({ utf16 }) => utf16[0]));
}

/** The text of an example with these signs marked; `piece` is the part to show, all of it if left out. */
export function exampleText(example, signs, piece = undefined) {
  const label = ({ number, title }) => t("desk.markLabel", { number, title });
  return element(
    piece ? "span" : "div", { class: "text", lang: example.language, dir: "auto" },
    markedText(example.text, signs, piece ? [piece] : [], () => ({}), label));
}

/** Stands beside every example text, so that no picture of it passes for an offer. */
export function exampleMark() {
  return element("span", { class: "example-mark", text: t("training.exampleMark") });
}

/** A sign with its reason. `heading`: name of the heading's element; `isLong`: with what honest offers say. */
export function signCard(sign, example, heading, isLong) {
  const { finding, rule, polarity, kicker } = sign;
  return element(
    "div", { class: `sign ${polarity}` },
    element("p", { class: "kicker", text: kicker }),
    element(heading, { text: `${sign.number}. ${sign.title}` }),
    element("p", { class: "quotes" }, quoteElements(quotes(finding, example.text))),
    finding.note && element("p", { text: t("desk.pay", { note: finding.note }) }),
    rule && element("p", {}, rule.why, untranslated(rule)),
    isLong && rule?.falseAlarms?.length ? honestSame(rule) : null);
}

/** Open for a reader; on the projector the class may guess first. */
function honestSame(rule) {
  return element(
    "details", { class: "honest-same", open: !isProjecting() }, element("summary", { text: t("desk.honest") }),
    element("ul", {}, rule.falseAlarms.map((line) => element("li", { text: line }))));
}
