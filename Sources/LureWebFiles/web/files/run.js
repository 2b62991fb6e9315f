// Sends rows to the server in batches, two at a time, until all are answered, it is stopped, or something fails.

import { wait } from "./breathe.js";

/** Items of a request; the server takes 1,000. */
const batchItems = 500;
/** UTF-16 units of the texts of a request: about 1 MB at most; larger answers would stop the page for a moment when read. */
const batchLength = 200_000;
const requestsInFlight = 2;
/** Characters of a text that are sent: the server reads 1 MiB of it and says that there is more. */
const longestText = (1 << 20) + 16;
/** Seconds to wait if a busy server does not say how long, and at most. */
const [usualWait, longestWait] = [1, 30];

/**
 * One reading of all rows. `go()` may be called again after it was stopped or failed; it goes on with what is left.
 *
 * - `text(row)`: the text of a row, or null for one that cannot be sent; it is passed over.
 * - `ask(items, signal)`: the answers to `[{text}]`, in order.
 * - `take(rows, answers)`: called with each batch; awaited, so that answers never pile up.
 * - `busy(seconds)`: called when the server asks to wait.
 */
export class Run {
  constructor(rowCount, { text, ask, take, busy }) {
    Object.assign(this, { rowCount, text, ask, take, busy, next: 0, returned: [] });
  }

  async go(signal) {
    const failure = new AbortController();
    const both = AbortSignal.any([signal, failure.signal]);
    const lane = async () => {
      try {
        for (let batch = this.nextBatch(); batch; batch = this.nextBatch()) await this.send(batch, both);
      } catch (error) {
        failure.abort(error);
        throw error;
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: requestsInFlight }, lane));
    // The first failure ends the other lane too; its reason is the one to tell.
    if (failure.signal.aborted && ends.some(({ status }) => status === "rejected")) throw failure.signal.reason;
  }

  /** Rows of the next request; null if none is left. */
  nextBatch() {
    if (this.returned.length) return this.returned.pop();
    const rows = [];
    let length = 0;
    for (; this.next < this.rowCount && rows.length < batchItems; this.next += 1) {
      const text = this.text(this.next);
      if (text === null) continue;
      if (rows.length && length + text.length > batchLength) break;
      length += text.length;
      rows.push(this.next);
    }
    return rows.length ? rows : null;
  }

  async send(rows, signal) {
    try {
      const answers = await this.answers(rows, signal);
      if (answers) await this.take(rows, answers);
    } catch (error) {
      this.returned.push(rows);
      throw error;
    }
  }

  /** Null if the rows were too much at once and come again in halves. */
  async answers(rows, signal) {
    const items = rows.map((row) => ({ text: sendable(this.text(row)) }));
    for (;;) {
      signal.throwIfAborted();
      try {
        return await this.ask(items, signal);
      } catch (error) {
        if (error.status === 413) return this.halve(rows, error);
        if (error.status !== 503) throw error;
        const seconds = Math.min(longestWait, Math.max(usualWait, error.retryAfter ?? usualWait));
        this.busy(seconds);
        await wait(seconds * 1000, signal);
      }
    }
  }

  halve(rows, error) {
    if (rows.length === 1) return [{ error: { title: error.message, detail: error.message } }];
    const middle = rows.length >> 1;
    this.returned.push(rows.slice(middle), rows.slice(0, middle));
    return null;
  }
}

/** JSON may carry halves of characters, which are no text in UTF-8; lengths stay, so that places in the text do too. */
export function sendable(text) {
  const cut = text.length > longestText ? text.slice(0, longestText) : text;
  return cut.toWellFormed?.() ?? cut.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}
