// The training room: its example texts are balanced and plainly artificial, and a quiz has as many lures as others.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { available, Draw } from "../../Sources/LureWebFiles/web/training/draw.js";
import { isLure, kinds, showsToolWrong } from "../../Sources/LureWebFiles/web/training/kinds.js";

const web = new URL("../../Sources/LureWebFiles/web/", import.meta.url);
const { examples } = JSON.parse(await readFile(new URL("examples.json", web)));
const words = JSON.parse(await readFile(new URL("languages/en.json", web)));
const interfaceLanguages = ["en", "zh-Hans", "zh-Hant", "vi", "th", "id", "km", "hi", "ar"];

test("there are as many lures as honest texts, in each language", () => {
  for (const language of interfaceLanguages) {
    const own = examples.filter((example) => example.language === language);
    assert.ok(own.length >= 6, language);
    assert.equal(own.filter(isLure).length * 2, own.length, language);
  }
});

test("each kind has at least four examples", () => {
  for (const kind of kinds) assert.ok(examples.filter(({ category }) => category === kind).length >= 4, kind);
});

test("ids are unique and notes and channels have words", () => {
  assert.equal(new Set(examples.map(({ id }) => id)).size, examples.length);
  for (const { id, note, channel } of examples) {
    assert.ok(note in words, `${id}: ${note}`);
    assert.ok(`training.channel.${channel}` in words, `${id}: ${channel}`);
  }
});

test("texts are short and name no handle, site or number that could be somebody's", () => {
  for (const { id, text } of examples) {
    assert.ok(text.length <= 320, id);
    for (const [handle] of text.matchAll(/@[\w.]+/g)) assert.match(handle, /^@(handle_example|example\.org)/, id);
    for (const [site] of text.matchAll(/[\w-]+\.(?:com|net|org|io|me)\b/g)) assert.equal(site, "example.org", id);
    for (const [number] of text.matchAll(/\+?\d[\d -]{8,}/g)) assert.match(number, /555[ -]?0?1|0000/, id);
  }
});

test("at most three examples show the tool to be wrong", () => {
  const count = examples.filter(showsToolWrong).length;
  assert.ok(count > 0 && count <= 3, String(count));
});

test("a quiz has as many lures as others, each text once", () => {
  const drawer = new Draw(examples);
  for (const count of [6, 10, 20]) {
    const { examples: drawn } = drawer.take(count, new Set(interfaceLanguages));
    assert.equal(drawn.length, count);
    assert.equal(drawn.filter(isLure).length * 2, count);
    assert.equal(new Set(drawn.map(({ id }) => id)).size, count);
  }
});

test("a second quiz shows other texts as long as there are any", () => {
  const drawer = new Draw(examples);
  const first = drawer.take(6, new Set(["en"]));
  const second = drawer.take(6, new Set(["en"]));
  const firstIDs = new Set(first.examples.map(({ id }) => id));

  assert.equal(second.isSomeAgain, false);
  assert.equal(second.examples.some(({ id }) => firstIDs.has(id)), false);
  assert.equal(drawer.take(6, new Set(["en"])).isSomeAgain, true);
});

test("a quiz is as long as the chosen languages allow", () => {
  assert.equal(available(examples, new Set(["th"])), 6);
  assert.equal(new Draw(examples).take(20, new Set(["th"])).examples.length, 6);
  assert.equal(available(examples, new Set()), 0);
});
