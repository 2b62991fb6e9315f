// A text with the words that findings rest on marked in it, sentence by sentence.

import { element } from "./dom.js";

/** One numbered sign: `{number, spans: [[start, end]], title, isOff, isHonest}`; spans are UTF-16 places in the text. */

/**
 * Nodes for a text.
 *
 * - `signs`: what to mark; where two overlap, both numbers stand at the end of each.
 * - `sentences`: `[{start, end, isOff}]` in order, without gaps, or empty to make none.
 * - `sentenceProperties(index)`: attributes and listeners of a sentence's element.
 */
export function markedText(text, signs, sentences = [], sentenceProperties = () => ({}), label = () => null) {
  const pieces = sentences.length ? sentences : [{ start: 0, end: text.length }];
  const nodes = [];
  for (const [index, piece] of pieces.entries()) {
    const inside = markedPiece(text, piece.start, piece.end, signs, label);
    if (!sentences.length) nodes.push(...inside);
    else nodes.push(element("span", { class: piece.isOff ? "sentence off" : "sentence", ...sentenceProperties(index) }, inside));
  }
  return nodes;
}

function markedPiece(text, start, end, signs, label) {
  const borders = new Set([start, end]);
  for (const sign of signs) {
    for (const [from, to] of sign.spans) {
      if (from > start && from < end) borders.add(from);
      if (to > start && to < end) borders.add(to);
    }
  }
  const places = [...borders].sort((one, other) => one - other);
  const nodes = [];
  for (let index = 0; index + 1 < places.length; index += 1) {
    const [from, to] = [places[index], places[index + 1]];
    const here = signs.filter((sign) => sign.spans.some(([first, last]) => first <= from && to <= last));
    nodes.push(here.length ? mark(text.slice(from, to), to, here, label) : text.slice(from, to));
  }
  return nodes;
}

/** Numbers stand where a sign's words end, so that a sign cut by another is numbered once. */
function mark(words, end, signs, label) {
  const ending = signs.filter((sign) => sign.spans.some(([, last]) => last === end));
  const classes = [
    signs.every((sign) => sign.isOff) && "off",
    signs.every((sign) => sign.isHonest) && "honest",
  ].filter(Boolean).join(" ");
  return element(
    "mark", { class: classes || null, title: signs.map((sign) => sign.title).join(" · "), data: { signs: signs.map((sign) => sign.number).join(" ") } },
    words,
    ending.map((sign) => [
      element("span", { class: "number", "aria-hidden": "true", text: String(sign.number) }),
      label(sign) && element("span", { class: "seen-by-readers-only", text: ` [${label(sign)}] ` }),
    ]));
}

/** Thai and Lao part sentences by a space and have none between words; a space beside a number or a name parts nothing. */
const spacedSentence = /(?<=\n)|(?<=[\u0E00-\u0EFF] +)(?=[\u0E00-\u0EFF])/;

function hasSpacedSentences(language) {
  return /^(th|lo)\b/.test(language ?? "");
}

/** Sentences of a text: `[{start, end}]`, UTF-16, in order, without gaps. */
export function sentences(text, language) {
  let segmenter;
  try {
    segmenter = new Intl.Segmenter(language ?? undefined, { granularity: "sentence" });
  } catch {
    segmenter = new Intl.Segmenter(undefined, { granularity: "sentence" });
  }
  const found = [];
  for (const { index, segment } of segmenter.segment(text)) {
    // Chats have lines where books have sentences.
    let start = index;
    for (const line of segment.split(hasSpacedSentences(language) ? spacedSentence : /(?<=\n)/)) {
      found.push({ start, end: start + line.length });
      start += line.length;
    }
  }
  return found.filter(({ start, end }) => end > start);
}
