// The file page's readers and writers, without a browser: tables, JSON, encodings, columns, near-duplicates.

import assert from "node:assert/strict";
import { test } from "node:test";
import { guessColumns, guessHeader } from "../../Sources/LureWebFiles/web/files/columns.js";
import { guarded, guessSeparator, readTable, TableReader, writeRow } from "../../Sources/LureWebFiles/web/files/csv.js";
import { guessEncoding } from "../../Sources/LureWebFiles/web/files/encoding.js";
import { NearDuplicates, sharedBeginning } from "../../Sources/LureWebFiles/web/files/groups.js";
import { whole } from "../../Sources/LureWebFiles/web/files/answers.js";
import { Run } from "../../Sources/LureWebFiles/web/files/run.js";
import { LineReader, ValueReader } from "../../Sources/LureWebFiles/web/files/jsonl.js";

/** Numbers in 0..<1, the same in each run (mulberry32). */
function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const parts = ['"', ",", ";", "\t", "|", "\n", "\r\n", "\r", " ", "a", "招聘", "वेतन", "😀", "=1", "''", ""];

test("what is written as a table reads back equal, whole or in pieces", () => {
  const random = generator(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  for (let round = 0; round < 3000; round += 1) {
    const separator = pick([",", ";", "\t", "|"]);
    const width = 1 + Math.floor(random() * 4);
    const rows = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      Array.from({ length: width }, () => Array.from({ length: Math.floor(random() * 6) }, () => pick(parts)).join("")));
    const text = rows.map((row) => writeRow(row, separator)).join("");
    assert.deepEqual(readTable(text, separator), rows);

    const pieces = [];
    const reader = new TableReader(separator, (cells) => pieces.push(cells));
    for (let at = 0; at < text.length;) {
      const step = 1 + Math.floor(random() * 5);
      reader.push(text.slice(at, at + step));
      at += step;
    }
    assert.equal(reader.finish(), 0);
    assert.deepEqual(pieces, rows);
  }
});

test("a quotation mark that is never closed is told with its line", () => {
  const reader = new TableReader(",", () => {});
  reader.push('a,b\nc,"d\ne\n');
  assert.equal(reader.finish(), 2);
});

test("separators are found by themselves, and commas in sentences are none", () => {
  assert.equal(guessSeparator('id;text\n1;"a, b, c"\n2;d, e\n3;f\n'), ";");
  assert.equal(guessSeparator("id\ttext\n1\tone, two\n2\tthree\n3\tfour\n"), "\t");
  assert.equal(guessSeparator("Chat job, no skills\nWaiter wanted in Leeds\nTicket free, room free, now\n"), "");
});

test("sentences with as many commas each are one text a line", () => {
  assert.equal(guessSeparator("No skills, ticket free, room free\nNo skills, ticket paid, room paid\n".repeat(3)), "");
  assert.equal(guessSeparator("id, text\n1, one\n2, two\n"), ",");
});

test("cells that a spreadsheet would compute are guarded", () => {
  for (const cell of ["=1+1", "+1", "-1", "@x", "\tx"]) assert.equal(guarded(cell), `'${cell}`);
  assert.equal(guarded("high"), "high");
});

test("a broken line of JSON spoils no other one", () => {
  const lines = [];
  const reader = new LineReader((text, line) => lines.push([line, text]));
  for (const piece of ['{"text":"a"}\n\n{"te', 'xt":"b"\n{"text":"c\\n"}']) reader.push(piece);
  reader.finish();
  assert.deepEqual(lines, [[1, '{"text":"a"}'], [3, '{"text":"b"'], [4, '{"text":"c\\n"}']]);
});

test("elements of an array are read in pieces of any size", () => {
  const values = [{ text: 'quote " and \\ and ]' }, { text: "[", more: [1, { a: "}" }] }, { text: "last" }];
  const text = JSON.stringify(values, null, 1);
  for (let step = 1; step < 12; step += 1) {
    const found = [];
    const reader = new ValueReader((value) => found.push(JSON.parse(value)));
    for (let at = 0; at < text.length; at += step) reader.push(text.slice(at, at + step));
    reader.finish();
    assert.deepEqual(found, values);
  }
});

test("columns with offers are found by their names or lengths", () => {
  const header = ["Nr", "Title", "Body", "Price"];
  const long = "Chat support abroad, ticket free, no experience needed, salary 1500 USD a month";
  const rows = Array.from({ length: 5 }, (_, row) => [String(row), "Chat support", `${long} ${row}`, "12"]);
  assert.equal(guessHeader([header, ...rows]), true);
  const { text, id } = guessColumns(header, rows);
  assert.ok(text.includes(2) && !text.includes(3), JSON.stringify(text));
  assert.equal(id, 0);
});

test("a row of names is told from a first row of texts", () => {
  const offer = "Chat support abroad, no skills needed, salary 1500 USD";
  assert.equal(guessHeader([["text", "text", "", "text"], ["a", offer, "z", ""]]), true);
  assert.equal(guessHeader([["message_text"], [offer]]), true);
  assert.equal(guessHeader([["no skills needed"], ["no visa needed"]]), false);
  assert.equal(guessHeader([[offer], [offer]]), false);
  assert.equal(guessHeader([["text"]]), false);
});

test("older encodings are guessed by the letters in use", () => {
  const bytes = (...runs) => new Uint8Array(Array.from({ length: 8 }, () => runs).flat(2));
  const ascii = (text) => [...text].map((letter) => letter.charCodeAt(0));
  // "招聘客服", "招聘兩萬" in Big5, "รับสมัคร", "работа" and "à Genève" as their programs wrote them.
  assert.equal(guessEncoding(bytes([0xd5, 0xd0, 0xc6, 0xb8, 0xbf, 0xcd, 0xb7, 0xfe], ascii(", "))).encoding, "gb18030");
  assert.equal(guessEncoding(bytes([0xa9, 0xdb, 0xb8, 0x75, 0xa8, 0xe2, 0xb8, 0x55], ascii(", "))).encoding, "big5");
  assert.equal(guessEncoding(bytes([0xc3, 0xd1, 0xba, 0xca, 0xc1, 0xd1, 0xa4, 0xc3], ascii(" "))).encoding, "windows-874");
  assert.equal(guessEncoding(bytes([0xf0, 0xe0, 0xe1, 0xee, 0xf2, 0xe0], ascii(" "))).encoding, "windows-1251");
  assert.equal(guessEncoding(bytes([0xe0], ascii(" Gen"), [0xe8], ascii("ve "))).encoding, "windows-1252");
});

test("what is no text is told", () => {
  assert.equal(guessEncoding(new Uint8Array([0x50, 0x4b, 3, 4, 20])).fault, "spreadsheet");
  assert.equal(guessEncoding(new Uint8Array([0x89, 0x50, 0, 1, 0, 2, 3, 0])).fault, "notText");
});

test("encodings are told by their marks", () => {
  assert.equal(guessEncoding(new Uint8Array([0xff, 0xfe, 0x61, 0])).encoding, "utf-16le");
  assert.equal(guessEncoding(new TextEncoder().encode("招聘 job")).encoding, "utf-8");
});

test("rows that share three entries of four are one group, others none", () => {
  const signature = (entries) => Buffer.from(Uint32Array.from(entries).buffer).toString("base64");
  const base = Array.from({ length: 64 }, (_, place) => place * 7919);
  const near = base.map((entry, place) => (place % 8 === 7 ? entry + 1 : entry));
  const far = base.map((entry, place) => (place % 2 ? entry + 1 : entry));
  const groups = new NearDuplicates(4);
  for (const [row, entries] of [base, far, near].entries()) groups.add(row, signature(entries));
  groups.add(3, null);
  assert.deepEqual(groups.largest(10), [{ first: 0, rows: [0, 2] }]);
});

test("the shared beginning of texts ends at a whole character", () => {
  assert.equal(sharedBeginning(["job 😀 one", "job 😁 two"]), "job ");
});

test("an answer gets back the words and UTF-8 places that its text can give", () => {
  const text = "😀 भर्ती é job";
  const place = (word) => [text.indexOf(word), text.indexOf(word) + word.length];
  const findings = [{ rule: "x", evidence: [{ utf16: place("भर्ती") }] }];
  const slim = { findings, model: { terms: [{ utf16: place("é"), contribution: 1 }] }, contacts: [] };
  const full = whole(slim, text);

  const [found] = full.findings[0].evidence;
  const bytes = Buffer.from(text);
  assert.equal(found.text, "भर्ती");
  assert.equal(bytes.subarray(...found.utf8).toString(), "भर्ती");
  assert.equal(bytes.subarray(...full.model.terms[0].utf8).toString(), "é");
});

/** Reads rows whose text is their number; `ask(items, call)` answers. */
async function rowsRead(count, ask) {
  const taken = new Map();
  let call = 0;
  const run = new Run(count, {
    text: (row) => (row % 10 === 9 ? null : `${row}`),
    ask: async (items) => ask(items, call++),
    take: (rows, answers) => rows.forEach((row, place) => taken.set(row, answers[place])),
    busy: () => {},
  });
  return { run, taken, go: (signal = new AbortController().signal) => run.go(signal) };
}

const echo = (items) => items.map(({ text }) => text);
const fault = (status) => Object.assign(new Error(String(status)), { status });

test("each row gets its own answer, and rows without text are passed over", async () => {
  const { taken, go } = await rowsRead(2500, echo);
  await go();
  assert.equal(taken.size, 2250);
  assert.ok([...taken].every(([row, answer]) => answer === String(row)));
});

test("what is too much at once comes again in halves, and a failure loses no row", async () => {
  const { taken, go } = await rowsRead(2500, (items, call) => {
    if (call === 3) throw fault(0);
    if (items.length > 200) throw fault(413);
    return echo(items);
  });
  await assert.rejects(go(), { status: 0 });
  await go();
  assert.equal(taken.size, 2250);
});

test("a busy server is asked again", async () => {
  const { taken, go } = await rowsRead(20, (items, call) => {
    if (call === 0) throw Object.assign(fault(503), { retryAfter: 0 });
    return echo(items);
  });
  await go();
  assert.equal(taken.size, 18);
});
