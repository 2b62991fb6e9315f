// Answers kept small: what lists need as fields, all else packed; words of the text are cut out of it again when needed.

/** What a list needs to know of an answer. Strings that come again and again are kept once. */
export class Digests {
  constructor() {
    this.strings = new Map();
  }

  once(string) {
    if (!this.strings.has(string)) this.strings.set(string, string);
    return this.strings.get(string);
  }

  /** `isRisk(rule)`: whether a finding of the rule speaks for risk. */
  digest(answer, isRisk) {
    const signs = answer.findings.filter(({ rule }) => isRisk(rule));
    return {
      band: this.once(answer.kind === "distress" ? "distress" : answer.band),
      kind: this.once(answer.kind),
      language: answer.language && this.once(answer.language),
      risk: answer.risk,
      rules: signs.map(({ rule }) => this.once(rule)),
    };
  }
}

/** An answer without what its text can give back. */
export function slim({ signature, ...answer }) {
  return {
    ...answer,
    findings: withPlaces(answer.findings, slimPlace),
    model: { ...answer.model, terms: answer.model.terms.map(slimPlace) },
    contacts: answer.contacts.map(slimPlace),
  };
}

function slimPlace({ utf8, text, ...place }) {
  return place;
}

/** Findings with each place of their evidence changed. */
export function withPlaces(findings, change) {
  return findings.map((finding) => (finding.evidence ? { ...finding, evidence: finding.evidence.map(change) } : finding));
}

/** The answer as the server gave it, without the signature. `text`: what was sent. */
export function whole(answer, text) {
  const utf8 = utf8Places(text);
  const wholePlace = ({ utf16, ...place }) => ({
    ...place, utf8: utf16.map(utf8), utf16, text: text.slice(...utf16),
  });
  return {
    ...answer,
    findings: withPlaces(answer.findings, wholePlace),
    model: { ...answer.model, terms: answer.model.terms.map(wholePlace) },
    contacts: answer.contacts.map(wholePlace),
  };
}

/** A function from UTF-16 places to UTF-8 ones. */
function utf8Places(text) {
  if (/^[\x00-\x7f]*$/.test(text)) return (place) => place;
  const places = new Uint32Array(text.length + 1);
  for (let at = 0, sum = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Either half of a pair makes two of its four bytes; other places inside a character are never asked for.
    sum += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
    places[at + 1] = sum;
  }
  return (place) => places[Math.min(place, text.length)];
}

/** Packs a list of answers. */
export async function pack(answers) {
  const text = JSON.stringify(answers);
  if (!globalThis.CompressionStream) return text;
  return new Uint8Array(await piped(text, new CompressionStream("gzip")).arrayBuffer());
}

export async function unpack(packed) {
  if (typeof packed === "string") return JSON.parse(packed);
  return piped(packed, new DecompressionStream("gzip")).json();
}

function piped(content, stream) {
  return new Response(new Response(content).body.pipeThrough(stream));
}
