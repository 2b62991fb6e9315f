// The hotline desk: a message goes in, the answer with its reasons comes out. Nothing outlives the page.

import { answerBoxes } from "./desk/answers.js";
import { caseNote } from "./desk/note.js";
import { PictureReader } from "./desk/picture.js";
import { defanged } from "./desk/quotes.js";
import { questions, reasonsCard, signsOf, mitigatingOf, titleOf } from "./desk/reasons.js";
import * as api from "./lib/api.js";
import { byID, element, fill } from "./lib/dom.js";
import { showFault, startPage } from "./lib/frame.js";
import { helpSection } from "./lib/help.js";
import { language, number, t } from "./lib/i18n.js";
import { markedText, sentences } from "./lib/marks.js";
import { bandOf, headline, verdictCard } from "./lib/verdict.js";

/** Longer texts are shown without sentences to choose. */
const longestChoosable = 40_000;
/** Milliseconds without a key press after which the text is read. */
const typingPause = 250;
/** Milliseconds in which the second Esc has to follow the first. */
const escapePause = 2000;

const texts = api.rules(language);
/** Parts of the page that show an answer. */
const parts = ["verdict", "text-part", "reasons-part", "ask-part", "unchecked-part"].map(byID);
const state = freshState();
const picture = new PictureReader(byID("picture"), (text) => setText(text));
let box = freshBox();

await startPage("desk.title");
listen();
drawAnswers();
box.focus();

function freshState() {
  return {
    text: "",
    /** The answer to the text as it stands, with what the caller says. */
    answer: null,
    /** The answer with signs and sentences left out; null without changes. */
    changed: null,
    parts: [],
    /** Rules and numbers of sentences left out. */
    muted: new Set(),
    off: new Set(),
    told: new Set(),
    request: null,
  };
}

/** A new box each time: an old one could bring its text back by undo. */
function freshBox() {
  const made = element("textarea", {
    id: "message", rows: "7", spellcheck: "false", autocomplete: "off", autocapitalize: "off", dir: "auto",
    placeholder: t("desk.placeholder"),
  });
  made.addEventListener("input", (event) => {
    if (!event.isComposing) readSoon(event.inputType === "insertFromPaste" ? 0 : typingPause);
  });
  fill(byID("box"), element("label", { for: "message" }, element("strong", { text: t("desk.box") })), made);
  return made;
}

// MARK: Reading

let pause;
function readSoon(milliseconds) {
  clearTimeout(pause);
  pause = setTimeout(() => read(box.value), milliseconds);
}

function setText(text) {
  picture.clear();
  box.value = text;
  clearTimeout(pause);
  read(text);
}

async function read(text) {
  Object.assign(state, { text, changed: null, muted: new Set(), off: new Set(), parts: [] });
  if (!text.trim() && !state.told.size) {
    state.request?.abort();
    state.answer = null;
    return draw();
  }
  await askServer();
}

/** Asks for the answer, and for the one with changes if there are any, and draws them. */
async function askServer() {
  state.request?.abort();
  const request = new AbortController();
  state.request = request;
  const answers = [...state.told];
  const items = [{ text: state.text, answers }];
  if (hasChanges()) items.push({ text: keptText(), answers, mute: [...state.muted] });
  const start = performance.now();
  try {
    const [answer, changed] = await api.assess(items, { terms: 12 }, request.signal);
    if (request.signal.aborted) return;
    if (answer.error) throw Object.assign(new Error(answer.error.detail ?? answer.error.title), {});
    Object.assign(state, { answer, changed: changed ?? null });
    showFault(byID("fault"), null);
    await draw();
    byID("status").textContent = `${headline(answer)}. ${t("desk.answered", { count: Math.round(performance.now() - start) })}`;
  } catch (error) {
    if (error.name !== "AbortError") showFault(byID("fault"), error);
  }
}

function hasChanges() {
  return state.muted.size + state.off.size > 0;
}

function keptText() {
  return state.parts.filter((_, index) => !state.off.has(index)).map(({ start, end }) => state.text.slice(start, end)).join("");
}

// MARK: Drawing

async function draw() {
  const focused = document.activeElement?.id;
  const known = await texts;
  const isHelp = state.answer?.kind === "distress";
  byID("answers-card").hidden = isHelp;
  if (!state.answer || isHelp) {
    for (const part of parts) fill(part);
    return isHelp ? drawHelp(known) : undefined;
  }
  state.parts = state.text.length <= longestChoosable ? sentences(state.text, state.answer.language) : [];
  const [verdict, text, reasons, ask, unchecked] = parts;
  fill(verdict, verdictCard(state.answer, whatIf()));
  fill(text, textCard(known));
  fill(ask, askCard(known));
  fill(unchecked, contactsCard(), uncheckedCard(known), numbersCard());
  fill(reasons, noteCard(known), reasonsCard(state.answer, state.text, known, state.muted, toggleSign, pointAt));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function drawHelp(known) {
  const signs = element("details", { class: "quiet" }, element("summary", { text: t("help.notDistress") }));
  fill(signs, signs.firstChild, element("div", { class: "text card", dir: "auto" }, markedText(state.text, distressSigns(known))));
  fill(parts[0], helpSection(clearAll), signs);
}

function distressSigns(known) {
  return state.answer.findings.map((finding, index) => ({
    number: index + 1, title: titleOf(finding, known), spans: (finding.evidence ?? []).map(({ utf16 }) => utf16),
  }));
}

function whatIf() {
  if (!hasChanges() || !state.changed) return null;
  const before = headline(state.answer);
  const after = headline(state.changed);
  const text = bandOf(state.changed) === "distress" ? t("desk.whatIfDistress")
    : before === after ? t("desk.whatIfSame", { band: after }) : t("desk.whatIfOther", { band: after, before });
  return element(
    "div", { class: "what-if", role: "status" },
    element("p", {}, element("strong", { text: `${t("desk.whatIf")} (${t("desk.changes", { count: state.muted.size + state.off.size })}): ` }), text),
    element("button", { type: "button", class: "small", id: "undo", on: { click: undoChanges }, text: t("desk.undoChanges") }));
}

function textCard(known) {
  const marks = [
    ...signsOf(state.answer, known).map(({ finding, number }) => ({
      number, title: titleOf(finding, known), spans: spans(finding), isOff: state.muted.has(finding.rule),
    })),
    ...mitigatingOf(state.answer, known).map(({ finding }) => ({
      number: "✓", title: titleOf(finding, known), spans: spans(finding), isHonest: true,
    })),
  ];
  const parts = state.parts.map((part, index) => ({ ...part, isOff: state.off.has(index) }));
  const label = ({ number, title }) => t("desk.markLabel", { number, title });
  return element(
    "section", { class: "card" },
    element("h2", { text: t("desk.text") }),
    element("p", { class: "hint no-print", text: t("desk.textHint"), id: "text-hint" }),
    element(
      "div", {
        class: "text", id: "text", dir: "auto", role: "group", "aria-label": t("desk.text"), "aria-describedby": "text-hint",
        on: { keydown: moveBetweenSentences },
      },
      markedText(state.text, marks, parts, sentenceProperties, label)));
}

function spans(finding) {
  return (finding.evidence ?? []).map(({ utf16 }) => utf16);
}

/** One stop for the Tab key in the whole text; arrow keys move inside. */
function sentenceProperties(index) {
  return {
    id: `sentence-${index}`, role: "button", tabindex: index === (state.current ?? 0) ? "0" : "-1",
    "aria-pressed": String(state.off.has(index)), data: { sentence: String(index) },
    on: { click: () => { if (getSelection().isCollapsed) toggleSentence(index); } },
  };
}

function moveBetweenSentences(event) {
  const here = event.target.closest?.("[data-sentence]");
  if (!here) return;
  const index = Number(here.dataset.sentence);
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    return toggleSentence(index);
  }
  const isForward = { ArrowDown: true, ArrowUp: false, ArrowRight: document.dir !== "rtl", ArrowLeft: document.dir === "rtl" }[event.key];
  if (isForward === undefined) return;
  event.preventDefault();
  const next = byID("text").querySelector(`[data-sentence="${index + (isForward ? 1 : -1)}"]`);
  if (!next) return;
  here.tabIndex = -1;
  next.tabIndex = 0;
  state.current = Number(next.dataset.sentence);
  next.focus();
}

function askCard(known) {
  const { band, kind } = state.answer;
  if (band === "insufficient" || (kind === "warning" && band === "low")) return null;
  return element(
    "section", { class: "card" },
    element("h2", { text: t("desk.ask") }),
    element("p", { class: "hint", text: t("desk.askHint") }),
    element("ul", {}, questions(state.answer, known).map((line) => element("li", { text: line }))));
}

function uncheckedCard(known) {
  const gaps = state.answer.unevaluated.map((gap) =>
    gap.rule ? t("desk.uncheckedRule", { title: known.rules.get(gap.rule)?.title ?? gap.rule }) : t("desk.uncheckedRest"));
  return element(
    "section", { class: "card" },
    element("h2", { text: t("desk.unchecked") }),
    element("ul", {}, [t("desk.uncheckedAlways"), ...gaps].map((line) => element("li", { text: line }))));
}

function contactsCard() {
  if (!state.answer.contacts.length) return null;
  return element(
    "section", { class: "card" },
    element("h2", { text: t("desk.contacts") }),
    element("p", { class: "hint", text: t("desk.contactsHint") }),
    element("ul", {}, state.answer.contacts.map(({ type, value }) =>
      element("li", {}, `${type}: `, element("bdi", { class: "quote", text: defanged(value) })))));
}

function noteCard(known) {
  const left = [
    ...[...state.muted].map((rule) => known.rules.get(rule)?.title ?? rule),
    ...[...state.off].map((index) => `“${state.text.slice(state.parts[index].start, state.parts[index].end).trim().slice(0, 40)}…”`),
  ];
  const note = caseNote(state.answer, state.text, known, [...state.told], left);
  const done = element("span", { role: "status" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(note);
      done.textContent = t("common.copied");
    } catch (error) {
      showFault(byID("fault"), error);
    }
  };
  return element(
    "section", { class: "card no-print" },
    element(
      "div", { class: "row" },
      element("button", { type: "button", class: "main", id: "copy-note", on: { click: copy }, text: t("desk.note") }),
      element("button", { type: "button", id: "print", on: { click: () => print() }, text: t("common.print") }), done),
    element("p", { class: "hint", text: t("desk.noteHint") }),
    element("details", {}, element("summary", { text: t("desk.noteShow") }), element("pre", { id: "note", dir: "auto", text: note })));
}

function numbersCard() {
  const { risk, ledger, provenance } = state.answer;
  const percent = { style: "percent", maximumSignificantDigits: 2 };
  const prior = 1 / (1 + Math.exp(-ledger.prior));
  const lines = ["prior", "findings", "recipes", "model", "calibration", "logit"];
  return element(
    "details", { class: "card no-print" },
    element("summary", { text: t("desk.numbers") }),
    element("p", { class: "hint", text: t("desk.numbersHint") }),
    risk !== null && element("p", { text: t("desk.risk", { prior: number(prior, percent), risk: number(risk, percent) }) }),
    element(
      "table", {},
      element("caption", { text: t("ledger.caption") }),
      element("tbody", {}, lines.map((line) => element(
        "tr", {}, element("th", { scope: "row", text: t(`ledger.${line}`) }),
        element("td", { class: "number", text: number(ledger[line], { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "always" }) }))))),
    element("p", { class: "hint", text: t("desk.versions", provenance) }));
}

// MARK: What a person does

function toggleSign(rule) {
  toggle(state.muted, rule);
}

function toggleSentence(index) {
  state.current = index;
  toggle(state.off, index);
}

function toggle(set, entry) {
  if (!set.delete(entry)) set.add(entry);
  state.changed = null;
  askServer();
}

function undoChanges() {
  state.muted.clear();
  state.off.clear();
  state.changed = null;
  askServer();
}

/** Shows where in the text a sign stands. */
function pointAt(number) {
  for (const mark of document.querySelectorAll("#text mark")) {
    mark.classList.toggle("shown", number !== null && mark.dataset.signs.split(" ").includes(String(number)));
  }
}

async function drawAnswers() {
  try {
    const known = await texts;
    fill(byID("answers"), answerBoxes(known.answers, state.told, () => askServer()));
  } catch (error) {
    showFault(byID("fault"), error);
  }
}

function clearAll() {
  clearTimeout(pause);
  state.request?.abort();
  picture.clear();
  Object.assign(state, freshState());
  box = freshBox();
  for (const part of parts) fill(part);
  byID("answers-card").hidden = false;
  showFault(byID("fault"), null);
  byID("escape").textContent = "";
  drawAnswers();
  getSelection().removeAllRanges();
  byID("status").textContent = t("desk.cleared");
  box.focus();
  scrollTo({ top: 0 });
}

function listen() {
  byID("check").addEventListener("click", () => setText(box.value));
  byID("clear").addEventListener("click", clearAll);
  document.addEventListener("paste", paste);
  document.addEventListener("keydown", keys);
  const entry = document.body;
  entry.addEventListener("dragover", (event) => { event.preventDefault(); entry.classList.add("drop"); });
  entry.addEventListener("dragleave", () => entry.classList.remove("drop"));
  entry.addEventListener("drop", drop);
  // A page that comes back from the browser's memory would still show the text.
  addEventListener("pagehide", clearAll);
}

function paste(event) {
  const file = [...event.clipboardData.files].find(({ type }) => type.startsWith("image/"));
  if (file) {
    event.preventDefault();
    return openPicture(file);
  }
  if (event.target.closest?.("textarea, input")) return;
  const text = event.clipboardData.getData("text/plain");
  if (text) setText(text);
}

async function drop(event) {
  event.preventDefault();
  document.body.classList.remove("drop");
  const [file] = event.dataTransfer.files;
  if (!file) {
    const text = event.dataTransfer.getData("text/plain");
    if (text) setText(text);
  } else if (file.type.startsWith("image/")) openPicture(file);
  else setText(await file.text());
}

async function openPicture(file) {
  try {
    await picture.open(file);
  } catch (error) {
    showFault(byID("fault"), error);
  }
}

let lastEscape = -Infinity;
function keys(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return setText(box.value);
  if (event.key !== "Escape") return;
  const now = performance.now();
  if (now - lastEscape < escapePause) {
    lastEscape = -Infinity;
    return clearAll();
  }
  lastEscape = now;
  byID("escape").textContent = t("desk.escOnce");
  setTimeout(() => { byID("escape").textContent = ""; }, escapePause);
}
