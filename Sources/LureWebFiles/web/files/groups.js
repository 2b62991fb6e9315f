// Near-duplicates: rows whose signatures (MinHash; Broder 1997) agree in at least three entries of four.

/** Share of equal entries from which two texts count as near-duplicates. */
const leastShare = 0.75;
/** Entries that two rows must share in one place to be compared: at 3 of 4 equal, 998 pairs in 1,000 do in one of 16 bands. */
const bandLength = 4;
/** Rows that differ under one key and are compared with a new one: keeps texts made from one template linear. */
const longestChain = 8;

/** Signatures of `rowCount` rows and who is like whom. Rows may come in any order. */
export class NearDuplicates {
  constructor(rowCount) {
    this.rowCount = rowCount;
    this.parents = new Int32Array(rowCount).fill(-1);
    this.length = 0;
  }

  /** Takes the signature of a row: base64 of numbers of 32 bits, little endian; null for a text without words. */
  add(row, signature) {
    if (!signature) return;
    const entries = numbers(signature);
    if (!this.length) this.prepare(entries.length);
    if (entries.length !== this.length) return;
    this.entries.set(entries, row * this.length);
    this.parents[row] = row;
    for (let band = 0; band < this.chains.length; band += 1) this.link(row, band);
  }

  prepare(length) {
    this.length = length;
    this.entries = new Uint32Array(this.rowCount * length);
    this.chains = Array.from({ length: Math.floor(length / bandLength) }, () => new Map());
  }

  /** Joins a row with those that agree with it in a band and, if that holds, in the whole. */
  link(row, band) {
    const chains = this.chains[band];
    const key = this.key(row, band);
    const chain = chains.get(key);
    if (chain === undefined) {
      chains.set(key, row);
      return;
    }
    const others = typeof chain === "number" ? [chain] : chain;
    const like = others.find((other) => this.root(other) === this.root(row) || this.areLike(row, other));
    if (like !== undefined) this.join(row, like);
    else if (others.length < longestChain) chains.set(key, [...others, row]);
  }

  /** A hash (FNV-1a over whole numbers); rows that share it by chance are told apart by the comparison. */
  key(row, band) {
    const start = row * this.length + band * bandLength;
    let hash = 0x811c9dc5;
    for (let at = start; at < start + bandLength; at += 1) hash = Math.imul(hash ^ this.entries[at], 0x01000193) ^ (hash >>> 15);
    // Small whole numbers are kept in place by engines, others as objects.
    return hash >>> 2;
  }

  areLike(row, other) {
    const [one, two] = [row * this.length, other * this.length];
    let left = Math.floor(this.length * (1 - leastShare));
    for (let at = 0; at < this.length; at += 1) {
      if (this.entries[one + at] !== this.entries[two + at]) {
        left -= 1;
        if (left < 0) return false;
      }
    }
    return true;
  }

  /** The first row of a row's group, or -1 for one without a signature. */
  root(row) {
    if (this.parents[row] < 0) return -1;
    let root = row;
    while (this.parents[root] !== root) root = this.parents[root];
    while (this.parents[row] !== root) {
      const next = this.parents[row];
      this.parents[row] = root;
      row = next;
    }
    return root;
  }

  join(one, other) {
    const [first, second] = [this.root(one), this.root(other)];
    this.parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** The largest groups of two rows or more: `[{first, rows}]`. */
  largest(count) {
    const groups = new Map();
    for (let row = 0; row < this.rowCount; row += 1) {
      const root = this.root(row);
      if (root < 0) continue;
      if (groups.has(root)) groups.get(root).push(row);
      else groups.set(root, [row]);
    }
    return [...groups].filter(([, rows]) => rows.length > 1)
      .sort(([, one], [, other]) => other.length - one.length).slice(0, count).map(([first, rows]) => ({ first, rows }));
  }
}

function numbers(signature) {
  const bytes = Uint8Array.from(atob(signature), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, place) => view.getUint32(4 * place, true));
}

/** What texts share at their beginning, in whole characters. */
export function sharedBeginning(texts) {
  let length = texts[0]?.length ?? 0;
  for (const text of texts) {
    let same = 0;
    while (same < length && text.charCodeAt(same) === texts[0].charCodeAt(same)) same += 1;
    length = same;
  }
  const last = texts[0]?.charCodeAt(length - 1);
  return texts[0]?.slice(0, last >= 0xd800 && last < 0xdc00 ? length - 1 : length) ?? "";
}
