// The results of a file: counts by band, download, charts, rows, rows that were not checked.

import { element, fill } from "../lib/dom.js";
import { t } from "../lib/i18n.js";
import { charts } from "./charts.js";
import { columnNames } from "./columns.js";
import { answersFile, resultName, save, tableFile } from "./download.js";
import { RowList } from "./list.js";
import { bands } from "./results.js";
import { bandBadge, faultReason, percent } from "./words.js";

/** Rows without an answer that are listed here; the table and the download have all. */
const mostBad = 20;

export class Report {
  /** `open(row, rows)`: shows a row; `failed(error)`: tells people. */
  constructor(results, known, { open, failed }) {
    Object.assign(this, { results, known, failed, stopper: new AbortController() });
    this.cards = element("div", { class: "bands", role: "group", "aria-labelledby": "results-title" });
    this.list = new RowList(results, known, { open, changed: () => this.listed() });
    this.heading = element("h2", { id: "results-title", tabindex: "-1", text: t("files.results") });
    this.node = element(
      "div", {},
      element("section", { class: "card" }, this.heading, element("p", { class: "hint", text: t("files.limits") }),
        element("p", { class: "hint no-print", text: t("files.bandsHint") }), this.cards),
      this.download(), this.overview(), this.list.node, this.badRows());
    this.list.select();
  }

  /** Nothing of it may stay reachable. */
  close() {
    this.stopper.abort();
    this.list.close();
    fill(this.node);
    Object.assign(this, { results: null, known: null });
  }

  listed() {
    const { list, results } = this;
    this.shownLabel.textContent = t("files.downloadShown", { count: list.rows.length });
    fill(this.cards, bands.filter((band) => band !== "bad" || results.counts.get(band)).map((band) => this.card(band)));
  }

  card(band) {
    const { list, results } = this;
    const count = results.counts.get(band);
    const isChosen = list.choice.band === band;
    const pressed = async () => {
      await list.choose({ band: isChosen ? "" : band });
      list.drawForm();
      this.cards.querySelector(`#band-${band}`)?.focus();
    };
    return element(
      "button", {
        type: "button", id: `band-${band}`, class: "band-count", "aria-pressed": String(isChosen), on: { click: pressed },
      },
      bandBadge(band), element("strong", { text: t("files.rows", { count }) }),
      element("span", { class: "hint", text: percent(count / Math.max(1, results.done)) }));
  }

  overview() {
    const choose = async (change) => {
      await this.list.choose(change, true);
      this.list.heading.focus({ preventScroll: true });
      this.list.heading.scrollIntoView();
    };
    return element(
      "details", { class: "overview", open: true },
      element("summary", {}, element("h2", { text: t("files.charts") })),
      element("div", { class: "charts" }, charts(this.results, this.known, choose)));
  }

  badRows() {
    const { results } = this;
    const bad = [];
    for (const [row, digest] of results.rows.entries()) {
      if (digest?.band === "bad") bad.push(row);
      if (bad.length === mostBad) break;
    }
    if (!bad.length) return null;
    const more = results.counts.get("bad") - bad.length;
    return element(
      "section", { class: "card" },
      element("h2", { text: t("files.badRows") }),
      element(
        "table", {},
        element("thead", {}, element("tr", {}, ["files.row", "files.badReason"].map((key) => element(
          "th", { scope: "col", text: t(key) })))),
        element("tbody", {}, bad.map((row) => element(
          "tr", {},
          element("th", { scope: "row", text: String(row + 1) }), element("td", { text: faultReason(results.rows[row]) }))))),
      more > 0 && element("p", { class: "hint", text: t("files.badMore", { count: more }) }));
  }

  // MARK: Download

  download() {
    const { results } = this;
    this.shownLabel = element("span");
    this.onlyShown = element("input", { type: "radio", name: "download-rows", value: "shown" });
    const all = element("input", { type: "radio", name: "download-rows", value: "all" });
    all.checked = true;
    this.isMasked = element("input", { type: "checkbox", "aria-describedby": "mask-hint" });
    this.isMasked.checked = true;
    this.downloadStatus = element("span", { role: "status" });
    const button = (form, key) => element("button", {
      type: "button", id: `download-${form}`, on: { click: () => this.save(form) }, text: t(key),
    });
    return element(
      "details", { class: "card no-print", id: "download" },
      element("summary", {}, element("h2", { text: t("files.download") })),
      element(
        "fieldset", {}, element("legend", { text: t("files.downloadRows") }),
        element("label", { class: "check" }, all, element("span", { text: t("files.downloadAll", { count: results.done }) })),
        element("label", { class: "check" }, this.onlyShown, this.shownLabel)),
      element("label", { class: "check" }, this.isMasked, element("span", { text: t("files.mask") })),
      element("p", { class: "hint", id: "mask-hint", text: t("files.maskHint") }),
      element("p", { class: "hint", text: t("files.downloadHint") }),
      element("p", { class: "hint", text: t("files.downloadCare") }),
      element(
        "div", { class: "row" },
        button("csv", "files.downloadCSV"), button("jsonl", "files.downloadJSONL"), this.downloadStatus));
  }

  async save(form) {
    this.downloadStatus.textContent = t("files.preparing");
    try {
      const { results, known } = this;
      const options = {
        names: columnNames([], results.sheet.width, (number) => t("files.columnNumber", { number })),
        isMasked: this.isMasked.checked, reason: faultReason, title: (rule) => known.rules.get(rule)?.title ?? rule,
      };
      const make = form === "csv" ? tableFile : answersFile;
      const name = resultName(results.sheet.name, form === "csv" && results.sheet.separator === "\t" ? "tsv" : form);
      save(await make(results, this.rowsToSave(), options, this.stopper.signal), name);
      this.downloadStatus.textContent = t("files.downloaded", { name });
    } catch (error) {
      this.downloadStatus.textContent = "";
      if (error.name !== "AbortError") this.failed(error);
    }
  }

  /** In file order, as answers are packed in it. */
  rowsToSave() {
    const { rows } = this.results;
    if (this.onlyShown.checked) return this.list.rows.toSorted((one, other) => one - other);
    return [...rows.keys()].filter((row) => rows[row] !== null);
  }
}
