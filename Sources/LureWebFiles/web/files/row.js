// One row, opened: its text with the signs marked, the reasons, what could not be checked.

import {
  combinations, headingKey, honest, mitigating, mitigatingOf, signsOf, titleOf, untranslated, wording,
} from "../desk/reasons.js";
import { quoteElements, quotes } from "../desk/quotes.js";
import { element, fill } from "../lib/dom.js";
import { helpSection } from "../lib/help.js";
import { t } from "../lib/i18n.js";
import { markedText } from "../lib/marks.js";
import { verdictCard } from "../lib/verdict.js";
import { bandBadge, faultReason } from "./words.js";

/** UTF-16 units of a text that are shown: a page of millions of marked letters could not be moved. */
const longestShown = 200_000;

export class RowView {
  /** `node`: the dialog; `leave()`: called before the page is left quickly; `closed(row)`: the dialog was closed on a row. */
  constructor(node, { leave, closed }) {
    Object.assign(this, { node, leave, row: null });
    node.addEventListener("close", () => {
      const { row } = this;
      this.forget();
      closed(row);
    });
    // A click beside the dialog closes it.
    node.addEventListener("click", (event) => { if (event.target === node) node.close(); });
  }

  /** Opens a row out of a list of rows. */
  async open(results, known, row, rows) {
    Object.assign(this, { results, known, row, rows });
    const answer = await results.answer(row);
    if (this.row !== row) return;
    fill(this.node, element("div", { class: "inside" }, this.head(), this.content(answer)));
    if (!this.node.open) this.node.showModal();
    this.node.scrollTop = 0;
    this.node.querySelector("h2").focus();
  }

  close() {
    if (this.node.open) this.node.close();
    this.forget();
  }

  forget() {
    Object.assign(this, { results: null, known: null, row: null, rows: null });
    fill(this.node);
  }

  head() {
    const { row, rows, results, known } = this;
    const place = rows.indexOf(row);
    const step = (change, key) => {
      const next = rows[place + change];
      const pressed = () => { if (next !== undefined) this.open(results, known, next, rows); };
      return element("button", {
        type: "button", class: "small", "aria-disabled": String(next === undefined), on: { click: pressed }, text: t(key),
      });
    };
    const id = results.id(row);
    const close = element("button", {
      type: "button", class: "small", id: "close-row", on: { click: () => this.node.close() }, text: t("common.close"),
    });
    return element(
      "div", { class: "row row-head" },
      element(
        "h2", { id: "row-title", tabindex: "-1" },
        t("files.rowTitle", { row: row + 1 }), id && [" · ", element("bdi", { text: id.slice(0, 80) })]),
      step(-1, "files.previousRow"), step(1, "files.nextRow"),
      close);
  }

  content(answer) {
    const { results, row } = this;
    const digest = results.rows[row];
    const text = results.text(row);
    if (!answer) {
      return [
        element("p", {}, bandBadge("bad"), " ", faultReason(digest)),
        element("pre", { class: "text card", dir: "auto", text: (text || results.raw(row)).slice(0, longestShown) }),
      ];
    }
    if (answer.kind === "distress") {
      const summary = element("summary", { text: t("help.notDistress") });
      return [helpSection(this.leave), element("details", {}, summary, this.textCard(answer, text))];
    }
    return [
      verdictCard(answer),
      element(
        "div", { class: "columns" },
        element("div", {}, this.textCard(answer, text), this.unchecked(answer)), this.reasons(answer, text)),
    ];
  }

  textCard(answer, text) {
    const shown = text.slice(0, longestShown);
    const signs = [
      ...signsOf(answer, this.known).map(({ finding, number }) => ({
        number, title: titleOf(finding, this.known), spans: spans(finding, shown),
      })),
      ...mitigatingOf(answer, this.known).map(({ finding }) => ({
        number: "✓", title: titleOf(finding, this.known), spans: spans(finding, shown), isHonest: true,
      })),
    ];
    const label = ({ number, title }) => t("desk.markLabel", { number, title });
    return element(
      "section", { class: "card" },
      element("h3", { text: t("desk.text") }),
      element(
        "div", { class: "text", dir: "auto", lang: answer.language ?? null },
        markedText(shown, signs, [], undefined, label)),
      shown.length < text.length && element("p", { class: "hint", text: t("files.cut", { count: shown.length }) }));
  }

  reasons(answer, text) {
    const signs = signsOf(answer, this.known);
    const parts = [
      element("h3", { text: t(headingKey(answer)) }),
      signs.length
        ? element("ol", { class: "reasons" }, signs.map((sign) => reason(sign, text)))
        : element("p", { text: t("desk.noSigns") }),
      combinations(answer, this.known), wording(answer, text), mitigating(answer, text, this.known),
    ];
    return element("section", { class: "card" }, parts);
  }

  unchecked(answer) {
    const gaps = answer.unevaluated.map((gap) =>
      gap.rule ? t("desk.uncheckedRule", { title: this.known.rules.get(gap.rule)?.title ?? gap.rule }) : t("desk.uncheckedRest"));
    return element(
      "section", { class: "card" },
      element("h3", { text: t("desk.unchecked") }),
      element("ul", {}, [t("desk.uncheckedAlways"), ...gaps].map((line) => element("li", { text: line }))));
  }
}

function spans(finding, shown) {
  return (finding.evidence ?? []).map(({ utf16 }) => utf16).filter(([, end]) => end <= shown.length);
}

function reason({ finding, number, rule }, text) {
  return element(
    "li", {},
    element(
      "div", { class: "head" },
      element("h4", { text: `${number}. ${rule?.title ?? finding.title}` }),
      element("span", { class: "severity", text: t(`severity.${finding.severity}`) })),
    element("p", {}, quoteElements(quotes(finding, text))),
    finding.note && element("p", { text: t("desk.pay", { note: finding.note }) }),
    rule && element("p", {}, rule.why, untranslated(rule)),
    rule && honest(rule));
}
