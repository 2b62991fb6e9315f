// A file as rows of cells, read in small pieces while the page stays alive.

import { Slice } from "./breathe.js";
import { guessHeader } from "./columns.js";
import { guessSeparator, TableReader } from "./csv.js";
import { guessEncoding } from "./encoding.js";
import { guessJSON, LineReader, RecordTable, ValueReader } from "./jsonl.js";

/** Bytes by which encoding and format are guessed. */
const sampleBytes = 1 << 20;
/** Characters by which the separator is guessed: five readings of them are not felt. */
const sampleCharacters = 1 << 17;
/** Characters read at a time: a few milliseconds of work. */
const pieceLength = 1 << 17;
/** Bytes a file may have: its text has to fit into the memory of a tab a few times over. */
export const largestFile = 1 << 29;

/** Why a file cannot be read; `key` is the catalogue key of what to tell a person. */
export class FileFault extends Error {
  constructor(name) {
    super(name);
    this.key = `files.${name}`;
  }
}

/**
 * Reads a file.
 *
 * - `choices`: `{encoding, separator}` where a person chose them.
 * - `options`: `{language, signal, progress(share)}`.
 */
export async function readSheet(file, choices, options) {
  if (file.size === 0) throw new FileFault("empty");
  if (file.size > largestFile) throw new FileFault("tooLarge");
  const sheet = new Sheet(file.name);
  await sheet.look(file, choices, options.language);
  await sheet.read(file, options);
  if (!sheet.records.length) throw new FileFault("noRows");
  sheet.hasHeader = !sheet.isJSON && guessHeader(sheet.records);
  return sheet;
}

/** Rows are counted from 0 here and do not include a row of names. */
export class Sheet {
  constructor(name) {
    Object.assign(this, { name, records: [], faults: new Map(), names: null, hasHeader: false, width: 0 });
    Object.assign(this, { unreadable: 0, unclosedLine: 0 });
  }

  get isJSON() {
    return this.jsonForm !== null;
  }

  get first() {
    return this.hasHeader ? 1 : 0;
  }

  get count() {
    return this.records.length - this.first;
  }

  /** The row of names; JSON has names of its own. */
  get header() {
    return this.names ?? (this.hasHeader ? this.records[0] : []);
  }

  cells(row) {
    return this.records[row + this.first];
  }

  /** `{reason, raw}` of a row that could not be read; else undefined. */
  fault(row) {
    return this.faults.get(row + this.first);
  }

  /** The text of columns, joined with line breaks; "" if there is none. */
  text(row, columns) {
    const cells = this.cells(row);
    const filled = columns.map((column) => cells[column] ?? "").filter((cell) => cell.trim() !== "");
    return filled.join("\n");
  }

  /** Guesses from the beginning of a file what was not chosen. */
  async look(file, choices, language) {
    const bytes = new Uint8Array(await file.slice(0, sampleBytes).arrayBuffer());
    const guess = guessEncoding(bytes, language);
    if (guess.fault && !choices.encoding) throw new FileFault(guess.fault);
    this.encoding = choices.encoding ?? guess.encoding;
    this.hasMark = Boolean(guess.hasMark);
    const sample = new TextDecoder(this.encoding).decode(bytes, { stream: true });
    this.jsonForm = guessJSON(sample, file.name);
    this.separator = this.isJSON ? null : choices.separator ?? guessSeparator(sample.slice(0, sampleCharacters));
  }

  async read(file, { signal, progress }) {
    const reader = this.makeReader();
    const decoder = new TextDecoder(this.encoding);
    const slice = new Slice(signal);
    let readBytes = 0;
    const stream = file.stream().getReader();
    for (;;) {
      const { done, value } = await stream.read();
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      for (let at = 0; at < text.length; at += pieceLength) {
        const piece = text.slice(at, at + pieceLength);
        this.unreadable += replacements(piece);
        reader.push(piece);
        if (slice.isOver()) await slice.pause();
      }
      if (done) break;
      readBytes += value.length;
      progress?.(readBytes / file.size);
    }
    this.unclosedLine = reader.finish() || 0;
  }

  makeReader() {
    if (!this.isJSON) return new TableReader(this.separator, (cells) => this.add(cells));
    const table = new RecordTable();
    this.names = table.names;
    const take = (text) => {
      const { cells, fault } = table.read(text);
      if (fault) this.faults.set(this.records.length, { reason: fault, raw: text });
      this.add(cells ?? []);
    };
    return this.jsonForm === "lines" ? new LineReader(take) : new ValueReader(take);
  }

  add(cells) {
    this.records.push(cells);
    this.width = Math.max(this.width, cells.length);
  }
}

/** Characters that stand for bytes without meaning. */
function replacements(text) {
  let count = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", at + 1)) count += 1;
  return count;
}
