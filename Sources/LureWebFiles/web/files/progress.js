// How far the reading of rows is, with the way to stop it and to go on.

import { element, fill } from "../lib/dom.js";
import { t } from "../lib/i18n.js";
import { timeSpan } from "./words.js";

/** Milliseconds between two drawings. */
const drawPause = 200;
/** Milliseconds between two announcements: a reader must not be talked over all the time. */
const announcePause = 10_000;

export class Progress {
  /** `announce(text)`: tells readers; `stop()` and `goOn()`: what a person asks for. */
  constructor(total, { announce, stop, goOn }) {
    Object.assign(this, { total, announce, stop, goOn, done: 0, drawn: -Infinity, announced: performance.now() });
    this.bar = element("progress", { max: String(total), value: "0", "aria-labelledby": "progress-title" });
    this.line = element("p", { class: "progress-line" });
    this.button = element("button", { type: "button", id: "stop" });
    this.node = element(
      "section", { class: "card no-print" },
      element("h2", { id: "progress-title", text: t("files.working") }),
      this.bar, this.line, element("div", { class: "row" }, this.button));
    this.begin();
  }

  /** Starts the clock, again after a stop: the rate is that of the time at work. */
  begin() {
    Object.assign(this, { start: performance.now(), doneBefore: this.done });
    this.setButton("files.stop", this.stop);
  }

  setButton(key, pressed) {
    this.button.textContent = t(key);
    this.button.onclick = pressed;
  }

  update(done) {
    this.done = done;
    const now = performance.now();
    if (now - this.drawn < drawPause && done < this.total) return;
    this.drawn = now;
    this.bar.value = done;
    this.line.textContent = this.words(now);
    if (now - this.announced < announcePause) return;
    this.announced = now;
    this.announce(this.line.textContent);
  }

  words(now) {
    const seconds = (now - this.start) / 1000;
    const rate = (this.done - this.doneBefore) / Math.max(0.001, seconds);
    const parts = [t("files.progress", { done: this.done, total: this.total })];
    if (seconds > 1 && rate > 0) {
      parts.push(t("files.rate", { count: Math.round(rate) }));
      if (this.done < this.total) parts.push(t("files.timeLeft", { time: timeSpan((this.total - this.done) / rate) }));
    }
    return parts.join(" · ");
  }

  busy(seconds) {
    this.line.textContent = t("files.waiting", { count: seconds });
  }

  /** Shows that it was stopped or failed, and offers to go on. */
  halt() {
    this.bar.value = this.done;
    this.line.textContent = t("files.stopped", { done: this.done, total: this.total });
    this.setButton("files.continue", this.goOn);
  }
}
