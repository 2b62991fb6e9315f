// Tables as text (RFC 4180, with separators other than the comma): reading them piece by piece, writing them.

import { holdsNames } from "./columns.js";

/** Separators a table may have; the empty one parts no columns: one text a line. */
export const separators = [",", ";", "\t", "|", ""];

const [quote, lineFeed, carriageReturn] = ['"', "\n", "\r"].map((mark) => mark.charCodeAt(0));

/**
 * Reads a table in pieces, which may end anywhere.
 *
 * `take(cells, line)` gets each row with the line it begins in, counted from 1. Empty lines are no rows. What RFC 4180 forbids
 * is read as most programs do: a quotation mark inside of an unquoted cell, or text after a closing one, is part of the cell.
 */
export class TableReader {
  constructor(separator, take) {
    this.separator = separator === "" ? -1 : separator.charCodeAt(0);
    this.take = take;
    this.place = "start";
    this.cell = "";
    this.cells = [];
    this.wasQuoted = false;
    this.skipsLineFeed = false;
    this.line = 1;
    this.rowLine = 1;
    this.quoteLine = 0;
  }

  push(text) {
    let at = 0;
    while (at < text.length) {
      if (this.skipsLineFeed) {
        this.skipsLineFeed = false;
        if (text.charCodeAt(at) === lineFeed) at += 1;
        continue;
      }
      if (this.place === "quoted") at = this.readQuoted(text, at);
      else if (this.place === "bare") at = this.readBare(text, at);
      else at = this.readMark(text, at);
    }
  }

  /** Ends the last row. Returns the line of a quotation mark that is never closed, or 0. */
  finish() {
    if (this.place !== "start" || this.cells.length) this.endRow();
    return this.place === "quoted" ? this.quoteLine : 0;
  }

  /** One character, at the start of a cell or after a quotation mark inside of a quoted one. */
  readMark(text, at) {
    const isQuote = text.charCodeAt(at) === quote;
    if (this.place === "start" && isQuote) {
      this.wasQuoted = true;
      this.quoteLine = this.line;
    } else if (isQuote) {
      this.cell += '"';
    }
    this.place = isQuote ? "quoted" : "bare";
    return isQuote ? at + 1 : at;
  }

  readQuoted(text, at) {
    const end = text.indexOf('"', at);
    const part = end < 0 ? text.slice(at) : text.slice(at, end);
    this.cell += part;
    this.line += lineFeeds(part);
    if (end < 0) return text.length;
    this.place = "closed";
    return end + 1;
  }

  readBare(text, at) {
    const { separator } = this;
    for (let end = at; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code !== separator && code !== lineFeed && code !== carriageReturn) continue;
      this.cell += text.slice(at, end);
      if (code === separator) this.endCell();
      else this.endLine(code);
      return end + 1;
    }
    this.cell += text.slice(at);
    return text.length;
  }

  endLine(code) {
    this.endRow();
    this.line += 1;
    this.rowLine = this.line;
    this.skipsLineFeed = code === carriageReturn;
  }

  endCell() {
    this.cells.push(this.cell);
    this.cell = "";
    this.place = "start";
  }

  endRow() {
    const { place } = this;
    this.endCell();
    if (this.cells.length > 1 || this.cells[0] !== "" || this.wasQuoted) this.take(this.cells, this.rowLine);
    this.cells = [];
    this.wasQuoted = false;
    if (place === "quoted") this.place = place;
  }
}

function lineFeeds(text) {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** All rows of a text. */
export function readTable(text, separator) {
  const rows = [];
  const reader = new TableReader(separator, (cells) => rows.push(cells));
  reader.push(text);
  reader.finish();
  return rows;
}

/** Share of rows that must have as many columns as most have: commas in plain sentences reach it rarely. */
const leastAgreement = 0.8;

/** The separator that parts the beginning of a table into the same number of columns most often. */
export function guessSeparator(sample) {
  let best = { separator: "", score: 0 };
  for (const separator of separators.filter(Boolean)) {
    const rows = readTable(sample, separator);
    // The sample may end inside of a row.
    if (rows.length > 2) rows.pop();
    const { share, width } = agreement(rows);
    if (width < 2 || share < leastAgreement || isProse(rows)) continue;
    // Agreement counts before width: text in columns holds stray commas.
    const score = share * 100 + Math.min(width, 50) / 50;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** Sentences have a space after their commas; tables with spaces there have a row of names. */
function isProse(rows) {
  const later = rows.flatMap((cells) => cells.slice(1)).filter((cell) => cell !== "");
  const spaced = later.filter((cell) => cell.startsWith(" ")).length;
  return spaced > later.length / 2 && !holdsNames(rows[0]);
}

function agreement(rows) {
  const counts = new Map();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? [0, 0];
  return { width, share: count / Math.max(1, rows.length) };
}

/** A row as text, with its line end. */
export function writeRow(cells, separator) {
  // A lone empty cell without quotation marks would be an empty line, which is no row.
  if (cells.length === 1 && cells[0] === "") return '""\r\n';
  return cells.map((cell) => writeCell(cell, separator)).join(separator) + "\r\n";
}

function writeCell(cell, separator) {
  if (!cell.includes('"') && !cell.includes("\n") && !cell.includes("\r") && !cell.includes(separator)) return cell;
  return `"${cell.replaceAll('"', '""')}"`;
}

/** A cell that no spreadsheet takes for a formula (OWASP, "CSV injection"). */
export function guarded(cell) {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
