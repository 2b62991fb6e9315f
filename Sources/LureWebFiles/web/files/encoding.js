// What the bytes of a file are: text in which encoding, or no text at all.

/** Encodings that can be chosen, as TextDecoder names them, with the names people know. */
export const encodings = new Map([
  ["utf-8", "UTF-8"], ["utf-16le", "UTF-16 LE"], ["utf-16be", "UTF-16 BE"], ["gb18030", "GB 18030 · GBK · GB 2312"],
  ["big5", "Big5"], ["shift_jis", "Shift JIS"], ["euc-jp", "EUC-JP"], ["euc-kr", "EUC-KR · CP949"],
  ["windows-874", "windows-874 · TIS-620"], ["windows-1258", "windows-1258"], ["windows-1256", "windows-1256"],
  ["windows-1251", "windows-1251"], ["windows-1250", "windows-1250"], ["windows-1254", "windows-1254"],
  ["windows-1252", "windows-1252"],
]);

const byteOrderMarks = [["utf-8", [0xef, 0xbb, 0xbf]], ["utf-16le", [0xff, 0xfe]], ["utf-16be", [0xfe, 0xff]]];

/** First bytes of packed files, spreadsheets and documents, which people often take for tables. */
const packed = [
  [0x50, 0x4b, 0x03, 0x04], [0xd0, 0xcf, 0x11, 0xe0], [0x1f, 0x8b], [0x28, 0xb5, 0x2f, 0xfd], [0x25, 0x50, 0x44, 0x46],
  [0x50, 0x41, 0x52, 0x31],
];

/**
 * `{encoding, hasMark}` for the beginning of a file, or `{fault}`: "notText" or "spreadsheet".
 *
 * `language`: that of the interface; it decides close calls.
 */
export function guessEncoding(bytes, language = "en") {
  const marked = byteOrderMarks.find(([, mark]) => startsWith(bytes, mark));
  if (marked) return { encoding: marked[0], hasMark: true };
  if (packed.some((mark) => startsWith(bytes, mark))) return { fault: "spreadsheet" };
  const wide = wideEncoding(bytes);
  if (wide) return { encoding: wide, hasMark: false };
  if (isBinary(bytes)) return { fault: "notText" };
  return { encoding: isUTF8(bytes) ? "utf-8" : legacyEncoding(bytes, language), hasMark: false };
}

function startsWith(bytes, mark) {
  return bytes.length >= mark.length && mark.every((byte, index) => bytes[index] === byte);
}

/** UTF-16 without a mark: every other byte of spaces, digits and line ends is zero. */
function wideEncoding(bytes) {
  const zeros = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0) zeros[at % 2] += 1;
  const least = bytes.length / 20;
  if (zeros[1] > least && zeros[0] === 0) return "utf-16le";
  if (zeros[0] > least && zeros[1] === 0) return "utf-16be";
  return null;
}

/** Text holds no zero bytes and hardly any control characters but tab, line ends, form feed and escape. */
function isBinary(bytes) {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls += 1;
  }
  return controls > bytes.length / 100;
}

function isUTF8(bytes) {
  return isReadable(bytes, "utf-8");
}

/** Whether all bytes mean something; the sample may end inside of a character. */
function isReadable(bytes, encoding) {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A guess among older encodings, to be looked at by a person. */
function legacyEncoding(bytes, language) {
  const likeliest = [...candidates].map(([encoding, likeness]) => {
    const isOfLanguage = languageEncodings[language] === encoding;
    return { encoding, score: isReadable(bytes, encoding) ? likeness(bytes) + (isOfLanguage ? 0.1 : 0) : 0 };
  }).sort((one, other) => other.score - one.score)[0];
  if (likeliest.score > 0.6) return likeliest.encoding;
  return language === "vi" ? "windows-1258" : "windows-1252";
}

const languageEncodings = { "zh-Hans": "gb18030", "zh-Hant": "big5", th: "windows-874", ar: "windows-1256", vi: "windows-1258" };

/** Share of what is not ASCII that is common in texts of each encoding; Latin ones are what is left. */
const candidates = new Map([
  // First, as pairs of Thai letters are characters in the next ones too; theirs soon hold bytes that no Thai letter has.
  ["windows-874", (bytes) => thaiShare(bytes) * runShare(bytes)],
  // Lead bytes of the characters in daily use: level 1 of GB 2312, level 1 of Big5, kana, hangul.
  ["gb18030", (bytes) => pairShare(bytes, (lead, trail) => lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1)],
  ["big5", (bytes) => pairShare(bytes, (lead, trail) => lead >= 0xa4 && lead <= 0xc6 && (trail >= 0xa1 || trail < 0x80))],
  ["shift_jis", (bytes) => pairShare(bytes, (lead) => lead >= 0x82 && lead <= 0x83)],
  ["euc-kr", (bytes) => pairShare(bytes, (lead, trail) => lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1) * 0.95],
  ["windows-1256", (bytes) => letterShare(bytes, "windows-1256", /[\u0621-\u0652]/) * runShare(bytes)],
  ["windows-1251", (bytes) => letterShare(bytes, "windows-1251", /[а-яё]/) * runShare(bytes)],
]);

function pairShare(bytes, isCommon) {
  let [pairs, common] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    if (bytes[at] < 0x80) continue;
    pairs += 1;
    if (isCommon(bytes[at], bytes[at + 1])) common += 1;
    at += 1;
  }
  return common / Math.max(1, pairs);
}

function letterShare(bytes, encoding, letter) {
  const other = [...new TextDecoder(encoding).decode(bytes)].filter((character) => character > "\x7f");
  return other.filter((character) => letter.test(character)).length / Math.max(1, other.length);
}

/** Thai writes more consonants than vowels and tones; letters of others fall on its vowels and digits. */
function thaiShare(bytes) {
  const consonants = letterShare(bytes, "windows-874", /[\u0e01-\u0e2e]/);
  return letterShare(bytes, "windows-874", /[\u0e01-\u0e5b]/) * Math.min(1, 2 * consonants);
}

/** Share of bytes beyond ASCII with another beside them: letters with accents stand alone among plain ones. */
function runShare(bytes) {
  let [high, beside] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] < 0x80) continue;
    high += 1;
    if (bytes[at - 1] >= 0x80 || bytes[at + 1] >= 0x80) beside += 1;
  }
  return beside / Math.max(1, high);
}
