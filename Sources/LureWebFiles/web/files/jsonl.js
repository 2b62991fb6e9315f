// Rows as JSON: one value a line, one array, or values after one another. A broken value spoils no other one.

/** Reads one value a line. `take(text, line)` gets each line that is not empty. */
export class LineReader {
  constructor(take) {
    this.take = take;
    this.rest = "";
    this.line = 1;
  }

  push(text) {
    let at = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", at)) {
      this.endLine(this.rest + text.slice(at, end));
      this.rest = "";
      at = end + 1;
    }
    this.rest += text.slice(at);
  }

  finish() {
    this.endLine(this.rest);
    this.rest = "";
  }

  endLine(text) {
    const trimmed = text.trim();
    if (trimmed) this.take(trimmed, this.line);
    this.line += 1;
  }
}

/** Reads the elements of an array, or values written one after another. `take(text, line)` gets each. */
export class ValueReader {
  constructor(take) {
    this.take = take;
    this.value = "";
    this.depth = 0;
    /** Depth at which elements stand: 1 in an array, 0 without; unknown before the first character. */
    this.base = null;
    this.isInString = false;
    this.line = 1;
    this.valueLine = 1;
  }

  push(text) {
    let start = 0;
    for (let at = 0; at < text.length; at += 1) {
      if (this.isInString) {
        at = this.endOfString(text, at);
        continue;
      }
      const mark = text[at];
      if (mark === "\n") this.line += 1;
      if (this.base === null && mark.trim()) {
        this.base = mark === "[" ? 1 : 0;
        if (this.base) { this.depth = 1; start = at + 1; continue; }
      }
      if (mark === '"') this.isInString = true;
      else if (mark === "{" || mark === "[") this.depth += 1;
      else if (mark === "}" || mark === "]") start = this.close(text, start, at);
      else if (mark === "," && this.depth === this.base) start = this.endValue(text, start, at, at + 1);
    }
    this.value += text.slice(start);
  }

  finish() {
    this.endValue("", 0, 0, 0);
  }

  /** The place of the last character of a string that goes on at `at`, or of the text if it goes on after it. */
  endOfString(text, at) {
    if (this.isEscaped) {
      this.isEscaped = false;
      return at;
    }
    for (let end = at; end < text.length; end += 1) {
      const mark = text[end];
      if (mark === "\\") {
        if (end + 1 === text.length) this.isEscaped = true;
        end += 1;
      } else if (mark === '"') {
        this.isInString = false;
        return end;
      } else if (mark === "\n") {
        this.line += 1;
      }
    }
    return text.length;
  }

  close(text, start, at) {
    this.depth = Math.max(0, this.depth - 1);
    if (this.base === 1 && this.depth === 0) return this.endValue(text, start, at, at + 1);
    if (this.base === 0 && this.depth === 0) return this.endValue(text, start, at + 1, at + 1);
    return start;
  }

  endValue(text, start, end, next) {
    const value = (this.value + text.slice(start, end)).trim();
    if (value) this.take(value, this.valueLine);
    this.value = "";
    this.valueLine = this.line;
    return next;
  }
}

/**
 * Turns values into rows of cells with one list of columns, in the order in which they first appear.
 *
 * Cells are strings; what is no string stays as it is written in JSON; a name that a record does not have gives no cell.
 */
export class RecordTable {
  constructor() {
    this.names = [];
    this.places = new Map();
  }

  /** Cells of a value, or `{fault}`: "json" or "notRecord". A bare string counts as a record with a text. */
  read(text) {
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      return { fault: "json" };
    }
    if (typeof value === "string") value = { text: value };
    if (value === null || typeof value !== "object" || Array.isArray(value)) return { fault: "notRecord" };
    const cells = [];
    for (const [name, entry] of Object.entries(value)) {
      if (entry === null) continue;
      cells[this.place(name)] = typeof entry === "string" ? entry : JSON.stringify(entry);
    }
    return { cells };
  }

  place(name) {
    let place = this.places.get(name);
    if (place === undefined) {
      place = this.names.push(name) - 1;
      this.places.set(name, place);
    }
    return place;
  }
}

/** "lines", "values" or null: whether the beginning of a file looks like JSON. */
export function guessJSON(sample, fileName) {
  const start = sample.trimStart();
  if (/\.(jsonl|ndjson)$/i.test(fileName)) return "lines";
  if (/\.(csv|tsv|tab)$/i.test(fileName)) return null;
  if (/^\[\s*[[{"\]]/.test(start)) return "values";
  if (/^\{\s*["}]/.test(start)) return isWholeValue(start.split("\n", 1)[0]) ? "lines" : "values";
  return null;
}

function isWholeValue(line) {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
