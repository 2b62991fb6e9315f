// An assessment in words: band, summary, what it was read as. Never "is a scam", never "is safe".

import { element } from "./dom.js";
import { languageName, list, t } from "./i18n.js";

const symbols = { high: "▲", caution: "◆", low: "○", insufficient: "?", distress: "!" };

/** "high", "caution", "low", "insufficient" or "distress". */
export function bandOf(answer) {
  return answer.kind === "distress" ? "distress" : answer.band;
}

/** The headline of an assessment. */
export function headline(answer) {
  if (answer.kind === "distress") return t("headline.distress");
  if (answer.band === "low" && answer.kind === "question") return t("headline.question");
  if (answer.band === "low" && answer.kind === "warning") return t("headline.warning");
  return t(`band.${answer.band}`);
}

/** What the result means, in one or two sentences. */
export function summary(answer) {
  const isRaised = answer.band === "high" || answer.band === "caution";
  if (answer.band === "insufficient") {
    return t(answer.insufficient === "unsupported-language" ? "summary.unsupported" : "summary.tooLittle");
  }
  if (answer.kind === "warning") return t(isRaised ? "summary.warningWithOffer" : "summary.warning");
  if (answer.kind === "question") return t(isRaised ? "summary.questionWithOffer" : "summary.question");
  return t(`summary.${answer.band}`);
}

/** The symbol of a band, for eyes only. */
export function symbol(band) {
  return element("span", { "aria-hidden": "true", text: symbols[band] });
}

/** A band as a small label, for lists. */
export function badge(band) {
  return element("span", { class: `badge band-${band}` }, symbol(band), t(`band.${band}.short`));
}

/** The card that tells the result. */
export function verdictCard(answer, ...more) {
  const facts = [t(`kind.${answer.kind}`)];
  facts.push(answer.language ? t("verdict.language", { language: languageName(answer.language) }) : t("verdict.languageUnknown"));
  if (answer.categories.length) {
    facts.push(t("verdict.pointsTowards", { categories: list(answer.categories.map((name) => t(`category.${name}`))) }));
  }
  return element(
    "section", { class: `card verdict band-${bandOf(answer)}` },
    element("h2", {}, symbol(bandOf(answer)), element("span", { text: headline(answer) })),
    element("p", { text: summary(answer) }),
    element("p", { class: "facts", text: facts.join(" · ") }),
    element("p", { class: "facts", text: t("summary.limits") }),
    more);
}
