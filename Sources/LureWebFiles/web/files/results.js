// What is known of each row of a file: a digest for lists, the packed answer, or why there is none.

import { Digests, pack, slim, unpack } from "./answers.js";
import { Slice } from "./breathe.js";
import { NearDuplicates } from "./groups.js";

/** Bands in the order in which they are shown; "bad" are rows without an answer. */
export const bands = ["distress", "high", "caution", "low", "insufficient", "bad"];

export class Results {
  /** `isRisk(rule)`: whether a finding of the rule speaks for risk. */
  constructor(sheet, columns, idColumn, isRisk) {
    Object.assign(this, { sheet, columns, idColumn, isRisk, done: 0, packs: [], opened: null });
    this.rows = new Array(sheet.count).fill(null);
    this.groups = new NearDuplicates(sheet.count);
    this.digests = new Digests();
    this.counts = new Map(bands.map((band) => [band, 0]));
    /** How many answered rows are in each language ("none": not recognised) and show each rule. */
    this.languages = new Map();
    this.rules = new Map();
  }

  get total() {
    return this.rows.length;
  }

  text(row) {
    return this.sheet.text(row, this.columns);
  }

  /** The id of a row as the file gives it; "" if it has none. */
  id(row) {
    return this.idColumn === null ? "" : this.sheet.cells(row)[this.idColumn] ?? "";
  }

  /** What a row that could not be read looks like in the file. */
  raw(row) {
    return this.sheet.fault(row)?.raw ?? "";
  }

  /** The text to send, or null for a row that cannot be read; that is noted. */
  textToSend(row) {
    const fault = this.sheet.fault(row);
    const text = fault ? "" : this.text(row);
    if (text !== "") return text;
    this.note(row, { band: "bad", fault: fault?.reason ?? "noText" });
    return null;
  }

  async take(rows, answers) {
    // The place is taken first: another batch may be taken before this one is packed.
    const place = this.packs.push(null) - 1;
    const kept = [];
    const slice = new Slice();
    for (const [index, row] of rows.entries()) {
      this.takeOne(row, answers[index], place, kept);
      if (slice.isOver()) await slice.pause();
    }
    this.packs[place] = await pack(kept);
  }

  takeOne(row, answer, packPlace, kept) {
    if (!answer || answer.error) {
      return this.note(row, { band: "bad", fault: "refused", detail: answer?.error?.detail ?? answer?.error?.title ?? "" });
    }
    const digest = this.digests.digest(answer, this.isRisk);
    this.note(row, { ...digest, pack: packPlace, place: kept.push(slim(answer)) - 1 });
    this.groups.add(row, answer.signature);
    count(this.languages, digest.language ?? "none");
    for (const rule of digest.rules) count(this.rules, rule);
  }

  note(row, digest) {
    this.rows[row] = digest;
    this.done += 1;
    count(this.counts, digest.band);
  }

  /** The answer to a row, slim; null for a row without one. */
  async answer(row) {
    const digest = this.rows[row];
    if (digest?.pack === undefined) return null;
    if (this.opened?.number !== digest.pack) {
      this.opened = { number: digest.pack, answers: await unpack(this.packs[digest.pack]) };
    }
    return this.opened.answers[digest.place];
  }

  /**
   * Rows that fit, in file order.
   *
   * `choice`: `{band, kind, language, rule, group, words}`; what is null or "" lets all through; the language "none" is one
   * that was not recognised.
   */
  async select(choice, signal) {
    const words = choice.words.trim().toLowerCase();
    const slice = new Slice(signal);
    const found = [];
    for (const [row, digest] of this.rows.entries()) {
      if (digest && this.fits(row, digest, choice) && (!words || this.text(row).toLowerCase().includes(words))) found.push(row);
      if (slice.isOver()) await slice.pause();
    }
    return found;
  }

  fits(row, digest, { band, kind, language, rule, group }) {
    return (!band || digest.band === band) && (!kind || digest.kind === kind)
      && (!language || digest.band !== "bad" && (digest.language ?? "none") === language)
      && (!rule || Boolean(digest.rules?.includes(rule))) && (group === null || this.groups.root(row) === group);
  }

  /** Orders rows: people in danger first, then the highest risk; without a number last. */
  byRisk(rows) {
    const urgencies = new Float64Array(this.total);
    for (const row of rows) urgencies[row] = urgency(this.rows[row]);
    return rows.toSorted((one, other) => urgencies[other] - urgencies[one] || one - other);
  }
}

const urgenciesWithoutRisk = { distress: 2, insufficient: -1, bad: -2 };

function urgency({ band, risk }) {
  return urgenciesWithoutRisk[band] ?? risk;
}

function count(counts, value) {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** `[[value, count]]` of counts, most frequent first. */
export function byFrequency(counts) {
  return [...counts].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1));
}
