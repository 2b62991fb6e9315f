// What to read: encoding, separator, columns; with the first rows, so that a wrong guess is seen.

import { element, fill } from "../lib/dom.js";
import { t } from "../lib/i18n.js";
import { columnNames, guessColumns } from "./columns.js";
import { separators } from "./csv.js";
import { encodings } from "./encoding.js";
import { beginning, choice } from "./words.js";

const previewRows = 5;
/** Characters of a cell in the preview. */
const previewLength = 160;
const separatorNames = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe", "": "none" };

/**
 * The form for a sheet.
 *
 * - `reread(choices)`: the file has to be read again, with another encoding or separator.
 * - `start(columns, idColumn)`: the rows are to be checked.
 */
export class Setup {
  constructor(sheet, { reread, start }) {
    Object.assign(this, { sheet, reread, start });
    this.form = element("fieldset", { class: "bare" });
    this.node = element(
      "details", { class: "card no-print", open: true },
      element("summary", {}, element("h2", { id: "setup-title", tabindex: "-1", text: t("files.setup") })), this.form);
    this.guess();
    this.draw();
  }

  guess() {
    const { sheet } = this;
    this.names = columnNames(sheet.header, sheet.width, (number) => t("files.columnNumber", { number }));
    const guessed = guessColumns(this.names, sheet.records.slice(sheet.first));
    this.columns = new Set(guessed.text);
    this.idColumn = guessed.id;
  }

  setBusy(isBusy) {
    this.form.disabled = isBusy;
    this.node.open = !isBusy;
  }

  draw() {
    const { sheet } = this;
    this.button = element("button", { type: "button", class: "main", id: "start", on: { click: () => this.tryStart() } });
    this.missing = element("p", { role: "alert", class: "missing" });
    fill(
      this.form,
      element("p", {}, element("strong", { text: t("files.found", { name: sheet.name, count: sheet.count }) })),
      this.warnings(),
      element("div", { class: "choices" }, this.formatChoices()),
      !sheet.isJSON && this.headerBox(),
      element("div", { class: "choices" }, this.columnBoxes(), this.idChoice()),
      this.preview(),
      element("div", { class: "row" }, this.button), this.missing);
    this.button.textContent = t("files.start", { count: sheet.count });
    this.button.disabled = sheet.count === 0;
  }

  warnings() {
    const { unreadable, unclosedLine } = this.sheet;
    const warning = (text) => element("p", { class: "warning", text });
    return [
      unreadable > 0 && warning(`${t("files.unreadable", { count: unreadable })} ${t("files.encodingHint")}`),
      unclosedLine > 0 && warning(t("files.unclosedQuote", { line: unclosedLine })),
    ];
  }

  formatChoices() {
    const { sheet } = this;
    const choose = (change) => this.reread({ encoding: sheet.encoding, separator: sheet.separator ?? undefined, ...change });
    const named = separators.map((each) => [each, t(`files.separator.${separatorNames[each]}`)]);
    return [
      choice("encoding", t("files.encoding"), [...encodings], sheet.encoding, (encoding) => choose({ encoding })),
      !sheet.isJSON && choice(
        "separator", t("files.separator"), named, sheet.separator, (separator) => choose({ separator })),
    ];
  }

  headerBox() {
    const box = element("input", { type: "checkbox", id: "header", on: { change: () => this.setHeader(box.checked) } });
    box.checked = this.sheet.hasHeader;
    return element("label", { class: "check" }, box, element("span", { text: t("files.header") }));
  }

  setHeader(hasHeader) {
    this.sheet.hasHeader = hasHeader;
    this.guess();
    this.draw();
    this.form.querySelector("#header").focus();
  }

  columnBoxes() {
    const boxes = this.names.map((name, place) => {
      const box = element("input", { type: "checkbox", on: { change: () => this.setColumn(place, box.checked) } });
      box.checked = this.columns.has(place);
      return element("label", { class: "check" }, box, element("span", { dir: "auto", text: name }));
    });
    return element(
      "fieldset", { id: "columns" },
      element("legend", { text: t("files.textColumns") }),
      element("p", { class: "hint", text: t("files.textColumnsHint") }),
      element("div", { class: "boxes" }, boxes));
  }

  setColumn(place, isChosen) {
    if (isChosen) this.columns.add(place);
    else this.columns.delete(place);
    this.missing.textContent = "";
    this.drawPreview();
  }

  idChoice() {
    const entries = [["", t("files.idNone")], ...this.names.map((name, place) => [String(place), name])];
    const chosen = this.idColumn === null ? "" : String(this.idColumn);
    return choice("id-column", t("files.idColumn"), entries, chosen, (value) => {
      this.idColumn = value === "" ? null : Number(value);
    });
  }

  preview() {
    this.table = element("table", {});
    this.drawPreview();
    return [
      element("h3", { id: "preview-title", text: t("files.preview") }),
      element("div", { class: "scroll preview", tabindex: "0", role: "region", "aria-labelledby": "preview-title" }, this.table),
    ];
  }

  drawPreview() {
    const { sheet, names, columns } = this;
    const mark = (place) => (columns.has(place) ? "chosen" : null);
    const rows = Array.from({ length: Math.min(previewRows, sheet.count) }, (_, row) => sheet.cells(row));
    fill(
      this.table,
      element("thead", {}, element("tr", {}, names.map((name, place) => element(
        "th", { scope: "col", dir: "auto", class: mark(place), text: name })))),
      element("tbody", {}, rows.map((cells) => element("tr", {}, names.map((_, place) => element(
        "td", { dir: "auto", class: mark(place), text: beginning(cells[place] ?? "", previewLength) }))))));
  }

  tryStart() {
    if (!this.columns.size) {
      this.missing.textContent = t("files.chooseColumn");
      return this.form.querySelector("#columns input")?.focus();
    }
    this.start([...this.columns].sort((one, other) => one - other), this.idColumn);
  }
}
