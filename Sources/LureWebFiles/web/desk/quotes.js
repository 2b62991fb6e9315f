// Words of the text as they are quoted: in reasons as they stand, in notes with contacts masked.

import { element } from "../lib/dom.js";

/** Words of each piece of evidence, each once. */
export function quotes(finding, text) {
  const words = (finding.evidence ?? []).map(({ utf16: [start, end] }) => text.slice(start, end));
  return [...new Set(words)];
}

/** Quotes as elements that keep their own direction. */
export function quoteElements(words) {
  return words.map((word) => [element("bdi", { class: "quote", text: `“${word}”` }), " "]);
}

/** Words of each piece of evidence with the contacts inside them masked. */
export function maskedQuotes(finding, text, contacts) {
  const words = (finding.evidence ?? []).map(({ utf16: [start, end] }) => masked(text, start, end, contacts));
  return [...new Set(words)];
}

/** A part of a text with the contacts inside it masked. */
export function masked(text, start, end, contacts) {
  let out = "";
  let place = start;
  for (const { utf16: [from, to] } of [...contacts].sort((one, other) => one.utf16[0] - other.utf16[0])) {
    if (to <= place || from >= end) continue;
    out += text.slice(place, Math.max(place, from)) + "•••";
    place = Math.min(to, end);
  }
  return out + text.slice(place, end);
}

/** A contact of which only enough is left to tell two apart: "te•••44". */
export function maskedContact(value) {
  const letters = [...value];
  if (letters.length < 6) return "•••";
  return `${letters.slice(0, 2).join("")}•••${letters.slice(-2).join("")}`;
}

/** A contact that no program turns into a link. */
export function defanged(value) {
  return value.replaceAll(".", "[.]").replace(/^http/i, "hxxp").replaceAll("@", "[at]");
}
