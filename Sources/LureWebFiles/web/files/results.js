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
    const kept = [];
    for (const [index, row] of rows.entries()) {
      const answer = answers[index];
      if (!answer || answer.error) {
        this.note(row, { band: "bad", fault: "refused", detail: answer?.error?.detail ?? answer?.error?.title ?? "" });
        continue;
      }
      this.note(row, { ...this.digests.digest(answer, this.isRisk), pack: this.packs.length, place: kept.length });
      this.groups.add(row, answer.signature);
      kept.push(slim(answer));
    }
    // The place is taken before the packing ends: the other lane packs meanwhile.
    const place = this.packs.push(null) - 1;
    this.packs[place] = await pack(kept);
  }

  note(row, digest) {
    if (this.rows[row] === null) this.done += 1;
    else this.counts.set(this.rows[row].band, this.counts.get(this.rows[row].band) - 1);
    this.rows[row] = digest;
    this.counts.set(digest.band, this.counts.get(digest.band) + 1);
  }

  /** The answer to a row, slim; null for a row without one. */
  async answer(row) {
    const digest = this.rows[row];
    if (digest?.pack === undefined) return null;
    if (this.opened?.number !== digest.pack) this.opened = { number: digest.pack, answers: await unpack(this.packs[digest.pack]) };
    return this.opened.answers[digest.place];
  }

  /** How often each value comes among rows with an answer: `[[value, count]]`, most frequent first. */
  frequencies(values) {
    const counts = new Map();
    for (const digest of this.rows) {
      if (!digest || digest.band === "bad") continue;
      for (const value of values(digest)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].sort(([one, first], [other, second]) => second - first || (String(one) < String(other) ? -1 : 1));
  }

  /**
   * Rows that fit, in file order.
   *
   * `choice`: `{band, kind, language, rule, group, words}`; what is null or "" lets all through; language "none" is an unknown one.
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
    return rows.toSorted((one, other) => urgency(this.rows[other]) - urgency(this.rows[one]) || one - other);
  }
}

function urgency({ band, risk }) {
  return { distress: 2, insufficient: -1, bad: -2 }[band] ?? risk;
}
