// Why: signs with their words and reasons, combinations, the wording as a whole, what speaks for an honest offer.

import { element } from "../lib/dom.js";
import { list, t } from "../lib/i18n.js";
import { quoteElements, quotes } from "./quotes.js";

/** From this log-odds on the classifier's share is told: a verdict must not stand without a reason. */
const weightyWording = 1;
/** Reasons shown at full length; weaker ones wait behind a line to open. */
const fullReasons = 6;

/** Findings that speak for risk, with their numbers, strongest first. */
export function signsOf(answer, texts) {
  return answer.findings
    .filter((finding) => polarity(finding, texts) === "risk")
    .map((finding, index) => ({ finding, number: index + 1, rule: texts.rules.get(finding.rule) }));
}

export function mitigatingOf(answer, texts) {
  return answer.findings
    .filter((finding) => polarity(finding, texts) === "mitigating")
    .map((finding) => ({ finding, rule: texts.rules.get(finding.rule) }));
}

function polarity(finding, texts) {
  return texts.rules.get(finding.rule)?.polarity;
}

/** The title of a finding in the language of the interface. */
export function titleOf(finding, texts) {
  return texts.rules.get(finding.rule)?.title ?? finding.title;
}

/** The card of reasons. `muted`: rules left out; `toggle(rule)`: called by the buttons; `point(number or null)`: shows a sign. */
export function reasonsCard(answer, text, texts, muted, toggle, point) {
  const signs = signsOf(answer, texts);
  const more = signs.slice(fullReasons);
  const reasonList = (some) => element("ol", { class: "reasons" }, some.map((sign) => reason(sign, text, muted, toggle, point)));
  const parts = [
    element("h2", { text: t(headingKey(answer)) }),
    combinations(answer, texts),
    signs.length ? reasonList(signs.slice(0, fullReasons)) : element("p", { text: t("desk.noSigns") }),
    more.length > 0 && element(
      "details", { id: "more-reasons", open: isMoreOpen() }, element("summary", { text: t("desk.moreSigns", { count: more.length }) }),
      reasonList(more)),
    wording(answer, text),
    mitigating(answer, text, texts),
  ];
  return element("section", { class: "card" }, parts);
}

/** The list of weaker signs stays open while reasons are drawn anew. */
function isMoreOpen() {
  return document.getElementById("more-reasons")?.open ?? false;
}

export function headingKey(answer) {
  if (answer.band !== "low") return "desk.why";
  return { question: "desk.whyQuestion", warning: "desk.whyWarning" }[answer.kind] ?? "desk.whyLow";
}

function reason({ finding, number, rule }, text, muted, toggle, point) {
  const isOff = muted.has(finding.rule);
  const title = rule?.title ?? finding.title;
  return element(
    "li", {
      class: isOff ? "off" : null,
      on: { mouseenter: () => point(number), mouseleave: () => point(null), focusin: () => point(number), focusout: () => point(null) },
    },
    element(
      "div", { class: "head" },
      element("h3", {}, `${number}. ${title}`),
      element("span", { class: "severity", text: finding.reported ? t("desk.reported") : t(`severity.${finding.severity}`) }),
      element("button", {
        type: "button", class: "small no-print", id: `leave-${finding.rule}`, "aria-pressed": String(isOff),
        "aria-label": t("desk.leaveOutLabel", { number, title }), on: { click: () => toggle(finding.rule) }, text: t("desk.leaveOut"),
      })),
    element(
      "div", { class: "body" },
      element("p", {}, quoteElements(quotes(finding, text))),
      finding.note && element("p", {}, t("desk.pay", { note: finding.note }), untranslated({ textLanguage: "en" })),
      rule && element("p", {}, rule.why, untranslated(rule)),
      rule && honest(rule)));
}

/** A text that is not there in the language of the interface says so. */
export function untranslated(entry) {
  if (entry.textLanguage !== "en" || document.documentElement.lang === "en") return null;
  return element("span", { class: "untranslated", text: ` (${t("common.inEnglish")})` });
}

export function honest(rule) {
  return element(
    "details", { class: "no-print" },
    element("summary", { text: t("desk.honest") }),
    element("ul", {}, rule.falseAlarms.map((line) => element("li", { text: line }))),
    rule.sources.length > 0 && element("p", { class: "hint", text: t("desk.sources", { sources: list(rule.sources) }) }));
}

export function combinations(answer, texts) {
  const met = answer.recipes.map((id) => texts.recipes.get(id)).filter(Boolean);
  if (!met.length) return null;
  return [
    element(
      "div", { class: "together" }, element("h3", { text: t("desk.together") }),
      met.map((recipe) => element("p", {}, element("strong", { text: `${recipe.title}. ` }), recipe.why, untranslated(recipe)))),
  ];
}

export function wording(answer, text) {
  if (answer.model.contribution < weightyWording || !["caution", "high"].includes(answer.band)) return null;
  const words = answer.model.terms.filter((term) => term.contribution > 0).map(({ utf16: [start, end] }) => text.slice(start, end));
  const shown = [...new Set(words)].slice(0, 4);
  return [
    element("h3", { text: t("desk.wording") }),
    element("p", {}, t(shown.length ? "desk.wordingWords" : "desk.wordingText"), " ", quoteElements(shown)),
  ];
}

export function mitigating(answer, text, texts) {
  const found = mitigatingOf(answer, texts);
  if (!found.length) return null;
  return [
    element("h3", { text: t("desk.mitigating") }),
    element("ul", {}, found.map(({ finding, rule }) =>
      element("li", {}, rule.title, " ", quoteElements(quotes(finding, text)), untranslated(rule)))),
  ];
}

/** What to ask next: the first question of each reason before the second of any; general ones where there are few. */
export function questions(answer, texts, limit = 6) {
  const lists = [
    ...answer.recipes.map((id) => texts.recipes.get(id)?.ask ?? []),
    ...signsOf(answer, texts).map(({ rule }) => rule?.ask ?? []),
  ];
  const asked = new Set();
  for (const place of [0, 1]) for (const list of lists) if (list[place]) asked.add(list[place]);
  if (asked.size < 2) for (const key of ["employer", "contract", "money", "tellTwo"]) asked.add(t(`ask.${key}`));
  return [...asked].slice(0, limit);
}
