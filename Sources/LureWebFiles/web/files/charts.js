// Charts: tables whose bars are drawn beside the numbers, so that the table is what a chart says to those who do not see it.

import { element } from "../lib/dom.js";
import { t } from "../lib/i18n.js";
import { sharedBeginning } from "./groups.js";
import { bands, byFrequency } from "./results.js";
import { bandBadge, bandName, beginning, percent, textLanguage } from "./words.js";

const svgNames = "http://www.w3.org/2000/svg";
const [mostLanguages, mostRules, mostGroups] = [10, 12, 10];
/** Texts of a group that are compared for what they share, and the shortest such beginning that says anything. */
const [comparedTexts, shortestShared] = [200, 20];

/** All charts of some results. `choose(change)`: shows the rows behind a bar. */
export function charts(results, known, choose) {
  const answered = results.done - results.counts.get("bad");
  return [
    chart(t("files.chartBands"), bandBars(results, choose), results.done),
    chart(t("files.chartLanguages"), languageBars(results, choose), answered),
    chart(t("files.chartRules"), ruleBars(results, known, choose), answered),
    groupChart(results, choose),
  ];
}

function bandBars({ counts }, choose) {
  return bands.filter((band) => counts.get(band) > 0).map((band) => ({
    label: bandBadge(band), name: bandName(band), count: counts.get(band),
    style: `band-${band === "bad" ? "insufficient" : band}`,
    choose: () => choose({ band }),
  }));
}

function languageBars(results, choose) {
  const all = byFrequency(results.languages);
  const bars = all.slice(0, mostLanguages).map(([tag, count]) => {
    const name = textLanguage(tag);
    return { label: name, name, count, choose: () => choose({ language: tag }) };
  });
  const rest = all.slice(mostLanguages).reduce((sum, [, count]) => sum + count, 0);
  if (rest) bars.push({ label: t("files.chartOthers"), name: t("files.chartOthers"), count: rest, isRest: true });
  return bars;
}

function ruleBars(results, known, choose) {
  return byFrequency(results.rules).slice(0, mostRules).map(([rule, count]) => {
    const name = known.rules.get(rule)?.title ?? rule;
    return { label: name, name, count, choose: () => choose({ rule }) };
  });
}

/** A chart of bars `[{label, name, count, style, isRest, choose}]`; shares are those of `total`. */
function chart(title, bars, total) {
  // What is left over is one bar, but no value of its own.
  const most = bars.filter(({ isRest }) => !isRest).reduce((best, bar) => (bar.count > (best?.count ?? 0) ? bar : best), null);
  const longest = Math.max(1, ...bars.map(({ count }) => count));
  return element(
    "figure", { class: "card chart" },
    element("figcaption", {}, element("h3", { text: title }),
      most && hint(t("files.chartMost", { name: most.name, percent: percent(most.count / total) }))),
    !bars.length ? element("p", { text: t("desk.noSigns") }) : element(
      "table", { "aria-label": title },
      element("thead", { class: "seen-by-readers-only" }, headRow([title, t("files.chartRows"), t("files.chartShare")])),
      element("tbody", {}, bars.map((bar) => element(
        "tr", { class: bar.style ?? null },
        element("th", { scope: "row" }, barLabel(bar), drawnBar(bar.count / longest)),
        element("td", { class: "number", text: t("files.rows", { count: bar.count }) }),
        element("td", { class: "number", text: percent(bar.count / total) }))))));
}

function hint(text) {
  return element("p", { class: "hint", text });
}

/** The first column is words, all others are numbers. */
function headRow(names) {
  return element("tr", {}, names.map((name, place) => element(
    "th", { scope: "col", class: place ? "number" : null, text: name })));
}

function barLabel({ label, choose }) {
  return choose ? element("button", { type: "button", class: "plain", on: { click: choose } }, label) : label;
}

function drawnBar(share) {
  const bar = document.createElementNS(svgNames, "svg");
  const filled = document.createElementNS(svgNames, "rect");
  const set = (node, attributes) => Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  set(bar, { class: "bar", "aria-hidden": "true", focusable: "false", width: "100%", height: "8" });
  set(filled, { width: `${Math.max(0.5, 100 * share)}%`, height: "8", rx: "2" });
  bar.append(filled);
  return bar;
}

function groupChart(results, choose) {
  const groups = results.groups.largest(mostGroups);
  const bars = groups.map((group) => ({ ...group, text: groupText(results, group.rows) }));
  const longest = bars[0]?.rows.length ?? 1;
  return element(
    "figure", { class: "card chart wide" },
    element("figcaption", {}, element("h3", { text: t("files.chartGroups") }), hint(t("files.chartGroupsHint"))),
    !bars.length ? element("p", { text: t("files.noGroups") }) : element(
      "table", { "aria-label": t("files.chartGroups") },
      element("thead", {}, headRow([t("files.groupText"), t("files.groupFirst"), t("files.chartRows")])),
      element("tbody", {}, bars.map(({ first, rows, text }) => element(
        "tr", {},
        element("th", { scope: "row" }, element("span", { dir: "auto", text }), drawnBar(rows.length / longest)),
        element("td", { class: "number" }, element("button", {
          type: "button", class: "plain", "aria-label": t("files.showGroup", { row: first + 1 }),
          on: { click: () => choose({ group: first }) }, text: String(first + 1),
        })),
        element("td", { class: "number", text: t("files.rows", { count: rows.length }) }))))));
}

function groupText(results, rows) {
  const shared = sharedBeginning(rows.slice(0, comparedTexts).map((row) => results.text(row)));
  return beginning(shared.trim().length >= shortestShared ? shared : results.text(rows[0]), 90);
}
