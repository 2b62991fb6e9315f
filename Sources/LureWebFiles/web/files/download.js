// Results as files: the table with columns added, or the full answers one a line.

import { masked, maskedContact } from "../desk/quotes.js";
import { whole, withPlaces } from "./answers.js";
import { Slice } from "./breathe.js";
import { guarded, writeRow } from "./csv.js";
import { sendable } from "./run.js";

/** Names of added columns: for programs, so the same in every language. */
const addedColumns = ["band", "risk", "kind", "language", "categories", "reasons", "contacts", "error"]
  .map((name) => `lurescreen_${name}`);
/** Rows of a part of a file: a string each would be too many, one string of all too long. */
const partRows = 500;

/**
 * The table with results beside its columns.
 *
 * - `options`: `{names, isMasked, title(rule), reason(digest)}`; `names` for columns of a file without a row of names.
 */
export async function tableFile(results, rows, options, signal) {
  const { sheet } = results;
  const separator = sheet.separator || ",";
  const padded = (cells) => Array.from({ length: sheet.width }, (_, place) => cells[place] ?? "");
  // Spreadsheets take a file without a mark for one in their own old encoding.
  const mark = sheet.hasMark || sheet.encoding !== "utf-8" ? "\ufeff" : "";
  const header = sheet.header.length ? sheet.header : options.names;
  const head = mark + writeRow([...padded(header), ...addedColumns], separator);
  return fileOf(head, rows, signal, "text/csv;charset=utf-8", async (row) => {
    const added = await addedCells(results, row, options);
    return writeRow([...padded(sheet.cells(row)), ...added.map(guarded)], separator);
  });
}

async function addedCells(results, row, { isMasked, title, reason }) {
  const digest = results.rows[row];
  if (digest.fault) return [...addedColumns.slice(1).map(() => ""), reason(digest)];
  const { risk, kind, language, categories, contacts } = await results.answer(row);
  const text = (value) => (isMasked ? maskedContact(value) : value);
  return [
    digest.band, risk === null ? "" : String(risk), kind, language ?? "",
    categories.join("; "), digest.rules.map(title).join("; "),
    contacts.map(({ type, value }) => `${type}: ${text(value)}`).join("; "), "",
  ];
}

/** The full answers, as the server gives them, each with the number of its row; a row without one says why. */
export async function answersFile(results, rows, { isMasked, reason }, signal) {
  return fileOf("", rows, signal, "application/x-ndjson", async (row) => {
    const id = results.id(row) || row + 1;
    const answer = await results.answer(row);
    if (!answer) return line({ row: row + 1, id, error: { title: reason(results.rows[row]) } });
    const text = sendable(results.text(row));
    const full = whole(answer, text);
    return line({ row: row + 1, ...full, id, ...(isMasked ? maskedParts(full, text) : {}) });
  });
}

function line(value) {
  return `${JSON.stringify(value)}\n`;
}

/** Parts of an answer that hold words of the text, with contacts masked in them. */
function maskedParts({ findings, model, contacts }, text) {
  const maskedPlace = (place) => ({ ...place, text: masked(text, ...place.utf16, contacts) });
  return {
    findings: withPlaces(findings, maskedPlace),
    model: { ...model, terms: model.terms.map(maskedPlace) },
    contacts: contacts.map((contact) => ({ ...contact, value: maskedContact(contact.value), text: maskedContact(contact.text) })),
  };
}

async function fileOf(head, rows, signal, type, write) {
  const slice = new Slice(signal);
  const parts = [head];
  for (let start = 0; start < rows.length; start += partRows) {
    let part = "";
    for (const row of rows.slice(start, start + partRows)) {
      part += await write(row);
      if (slice.isOver()) await slice.pause();
    }
    // As a Blob a part leaves the memory of the page's program.
    parts.push(new Blob([part]));
  }
  return new Blob(parts, { type });
}

/** Hands a file to the browser. Its address works only as long as the download needs to begin. */
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** "posts.csv" becomes "posts-lurescreen.csv". */
export function resultName(name, ending) {
  return `${name.replace(/\.[^.]{1,8}$/, "")}-lurescreen.${ending}`;
}
