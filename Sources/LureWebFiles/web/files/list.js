// The rows with their results: choices of what to show, a table of a hundred rows at a time.

import { element, fill } from "../lib/dom.js";
import { number, t } from "../lib/i18n.js";
import { bands, byFrequency } from "./results.js";
import { bandBadge, bandName, beginning, choice, faultReason, textLanguage } from "./words.js";

const pageSize = 100;
const kinds = ["offer", "question", "warning", "distress", "other"];
const [mostReasons, textLength] = [2, 140];
/** Milliseconds without a key press after which the words are looked for. */
const typingPause = 250;

const everything = { band: "", kind: "", language: "", rule: "", group: null, words: "" };

export class RowList {
  /** `open(row, rows)`: shows a row out of those listed; `changed()`: other rows are listed. */
  constructor(results, known, { open, changed }) {
    Object.assign(this, { results, known, open, changed, choice: { ...everything }, isByRisk: true, page: 0, rows: [] });
    this.form = element("div", { class: "filters no-print", role: "search", "aria-label": t("files.filter") });
    this.count = element("strong", { role: "status" });
    this.place = element("div");
    this.heading = element("h2", { id: "list-title", tabindex: "-1", text: t("files.table") });
    const hint = element("p", { class: "hint", text: t("files.resultsHint") });
    this.node = element("section", { class: "card" }, this.heading, hint, this.form, this.place);
    this.drawForm();
  }

  /** Shows other rows; `change`: choices that change. Comes back when they are shown. */
  async choose(change, isAlone = false) {
    Object.assign(this.choice, isAlone ? everything : {}, change);
    this.page = 0;
    if (isAlone) this.drawForm();
    await this.select();
  }

  async select() {
    this.selecting?.abort();
    this.selecting = new AbortController();
    const { signal } = this.selecting;
    try {
      const found = await this.results.select(this.choice, signal);
      if (signal.aborted) return;
      this.rows = this.isByRisk ? this.results.byRisk(found) : found;
    } catch (error) {
      if (error.name === "AbortError") return;
      throw error;
    }
    this.draw();
    this.changed();
  }

  /** Drops all rows and stops looking for some. */
  close() {
    this.selecting?.abort();
    clearTimeout(this.typing);
    Object.assign(this, { rows: [], results: null, known: null });
    fill(this.node);
  }

  // MARK: Choices

  drawForm() {
    const { choice: chosen, results, known } = this;
    const any = ["", t("files.any")];
    const pick = (name) => (value) => this.choose({ [name]: value });
    const counted = (name, count) => `${name} (${number(count)})`;
    const list = (name, label, entries) => choice(`filter-${name}`, label, [any, ...entries], chosen[name], pick(name));
    const found = bands.filter((band) => results.counts.get(band));
    const languages = byFrequency(results.languages);
    const rules = byFrequency(results.rules);
    fill(
      this.form,
      list("band", t("files.band"), found.map((band) => [band, counted(bandName(band), results.counts.get(band))])),
      list("kind", t("files.kind"), kinds.map((kind) => [kind, t(`kind.${kind}.short`)])),
      list("language", t("files.language"), languages.map(([tag, count]) => [tag, counted(textLanguage(tag), count)])),
      list("rule", t("files.reason"), rules.map(([rule, count]) => [rule, counted(known.rules.get(rule)?.title ?? rule, count)])),
      this.wordsField(),
      this.orderChoice(),
      chosen.group !== null && element(
        "p", { class: "choice" }, element("strong", { text: t("files.groupOf", { row: chosen.group + 1 }) })),
      element(
        "p", { class: "choice" },
        element("button", { type: "button", id: "show-all", on: { click: () => this.showAll() }, text: t("files.showAll") })));
  }

  orderChoice() {
    const orders = [["risk", t("files.orderRisk")], ["row", t("files.orderRow")]];
    return choice("order", t("files.order"), orders, this.isByRisk ? "risk" : "row", (value) => {
      this.isByRisk = value === "risk";
      this.choose({});
    });
  }

  wordsField() {
    const field = element("input", { type: "search", id: "filter-words", autocomplete: "off", spellcheck: "false", dir: "auto" });
    field.value = this.choice.words;
    field.addEventListener("input", (event) => {
      clearTimeout(this.typing);
      if (!event.isComposing) this.typing = setTimeout(() => this.choose({ words: field.value }), typingPause);
    });
    return element("p", { class: "choice" }, element("label", { for: "filter-words", text: t("files.search") }), field);
  }

  async showAll() {
    await this.choose({}, true);
    this.form.querySelector("#show-all")?.focus();
  }

  // MARK: Table

  get pageCount() {
    return Math.max(1, Math.ceil(this.rows.length / pageSize));
  }

  draw() {
    const shown = this.rows.slice(this.page * pageSize, (this.page + 1) * pageSize);
    this.count.textContent = this.rows.length ? t("files.shown", { count: this.rows.length }) : t("files.none");
    const table = shown.length > 0 && [this.pager("top"), this.table(shown), this.pager("bottom")];
    fill(this.place, element("p", {}, this.count), table);
  }

  /** Roles are written out: where the table is laid out as cards on narrow screens, browsers would forget them. */
  table(rows) {
    const hasIDs = this.results.idColumn !== null;
    const columns = ["row", hasIDs && "id", "band", "kind", "language", "reasons", "text"].filter(Boolean);
    return element(
      "table", { class: "rows", role: "table", "aria-labelledby": "list-title" },
      element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, columns.map((name) => element(
        "th", { role: "columnheader", scope: "col", class: `cell-${name}`, text: t(`files.${name}`) })))),
      element("tbody", { role: "rowgroup" }, rows.map((row) => this.row(row, columns))));
  }

  row(row, columns) {
    const digest = this.results.rows[row];
    const text = this.results.text(row);
    const cells = {
      row: () => this.openButton(row),
      id: () => element("bdi", { text: beginning(this.results.id(row), 40) }),
      band: () => bandBadge(digest.band),
      kind: () => digest.kind && t(`kind.${digest.kind}.short`),
      language: () => digest.kind && textLanguage(digest.language),
      reasons: () => (digest.fault ? faultReason(digest) : this.reasons(digest)),
      text: () => element("bdi", { lang: digest.language ?? null, text: beginning(text || this.results.raw(row), textLength) }),
    };
    // A click that ends the selection of words opens nothing.
    const pressed = ({ target }) => { if (!target.closest("button") && getSelection().isCollapsed) this.open(row, this.rows); };
    return element(
      "tr", { role: "row", on: { click: pressed } },
      columns.map((name) => element("td", { role: "cell", class: `cell-${name}` }, cells[name]())));
  }

  openButton(row) {
    return element("button", {
      type: "button", class: "plain", "aria-label": t("files.open", { row: row + 1 }), data: { row: String(row) },
      on: { click: () => this.open(row, this.rows) }, text: number(row + 1),
    });
  }

  reasons({ rules }) {
    const titles = rules.slice(0, mostReasons).map((rule) => this.known.rules.get(rule)?.title ?? rule);
    return titles.length > 0 && element("ul", { class: "short" }, titles.map((title) => element("li", { text: title })));
  }

  pager(where) {
    if (this.pageCount === 1) return null;
    const step = (change, key) => element("button", {
      type: "button", class: "small", id: `${key}-${where}`, "aria-disabled": String(!this.hasPage(this.page + change)),
      on: { click: () => this.turn(change, `${key}-${where}`) }, text: t(`files.${key}`),
    });
    return element(
      "nav", { class: "row pager no-print", "aria-label": `${t("files.pages")} ${where === "top" ? "↑" : "↓"}` },
      step(-1, "previousPage"),
      element("span", { text: t("files.page", { page: this.page + 1, pages: this.pageCount }) }),
      step(1, "nextPage"));
  }

  hasPage(page) {
    return page >= 0 && page < this.pageCount;
  }

  turn(change, id) {
    if (!this.hasPage(this.page + change)) return;
    this.page += change;
    this.draw();
    document.getElementById(id)?.focus();
  }
}
