// Drawing the texts of a quiz: as many lures as honest ones, those not seen yet first.

import { isLure } from "./kinds.js";

/** How many texts a quiz in these languages can have. */
export function available(examples, languages) {
  const { lures, others } = sides(examples, languages);
  return 2 * Math.min(lures.length, others.length);
}

export class Draw {
  constructor(examples) {
    this.examples = examples;
    this.seen = new Set();
  }

  /** `{examples, isSomeAgain}`: at most `count`, shuffled. */
  take(count, languages) {
    const { lures, others } = sides(this.examples, languages);
    const half = Math.min(count / 2, lures.length, others.length);
    const chosen = [lures, others].flatMap((side) => this.unseenFirst(side).slice(0, half));
    const isSomeAgain = chosen.some(({ id }) => this.seen.has(id));
    for (const { id } of chosen) this.seen.add(id);
    return { examples: shuffled(chosen), isSomeAgain };
  }

  unseenFirst(side) {
    const mixed = shuffled(side);
    return [...mixed.filter(({ id }) => !this.seen.has(id)), ...mixed.filter(({ id }) => this.seen.has(id))];
  }
}

function sides(examples, languages) {
  const inLanguages = examples.filter((example) => languages.has(example.language));
  return { lures: inLanguages.filter(isLure), others: inLanguages.filter((example) => !isLure(example)) };
}

/** Fisher and Yates. */
function shuffled(items) {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}
