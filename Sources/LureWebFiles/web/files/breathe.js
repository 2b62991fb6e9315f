// Long work in small slices, so that the page answers keys and clicks in between.

/** Milliseconds of work after which the page gets its turn: well under the 50 that are felt as a stop. */
const sliceLength = 12;

/** Counts the time of one slice: `if (slice.isOver()) await slice.pause();` inside of loops. */
export class Slice {
  constructor(signal = undefined) {
    this.signal = signal;
    this.start = performance.now();
  }

  isOver() {
    return performance.now() - this.start > sliceLength;
  }

  /** Lets the page work; throws an AbortError if the work is not wanted any more. */
  async pause() {
    await turn();
    this.signal?.throwIfAborted();
    this.start = performance.now();
  }
}

function turn() {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => { setTimeout(resolve); });
}

/** Waits some milliseconds, or throws as soon as the signal says so. */
export function wait(milliseconds, signal = undefined) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => { clearTimeout(timer); reject(signal.reason); };
    const timer = setTimeout(() => { signal?.removeEventListener("abort", stop); resolve(); }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
