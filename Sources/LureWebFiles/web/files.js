// The file page: a table or JSON goes in, each row comes back with its result. Nothing outlives the page.

import { readSheet, largestFile } from "./files/sheet.js";
import { Progress } from "./files/progress.js";
import { Report } from "./files/report.js";
import { Results } from "./files/results.js";
import { RowView } from "./files/row.js";
import { Run } from "./files/run.js";
import { Setup } from "./files/setup.js";
import { percent } from "./files/words.js";
import * as api from "./lib/api.js";
import { byID, element, fill } from "./lib/dom.js";
import { showFault, startPage } from "./lib/frame.js";
import { language, number, t } from "./lib/i18n.js";

/** Milliseconds in which the second Esc has to follow the first. */
const escapePause = 2000;
/** Places are counted as this page counts them; the others are made again from the text. */
const query = { evidence: "full", terms: 5, signature: true, offsets: "utf16" };

let texts = null;

/** Everything that comes from a file; dropped as a whole. */
let work = freshWork();
const rowView = new RowView(byID("row"), { leave: clearAll, closed: focusRow });

await startPage("files.title");
drawInput();
listen();

function freshWork() {
  return { file: null, setup: null, results: null, run: null, report: null, progress: null, stopper: new AbortController() };
}

/** Texts of rules; asked for again if that failed. */
function ruleTexts() {
  texts ??= api.rules(language).catch((error) => { texts = null; throw error; });
  return texts;
}

function announce(text) {
  byID("status").textContent = text;
}

function failed(error) {
  if (error.name !== "AbortError") showFault(byID("fault"), error);
}

// MARK: A file

/** A new field each time: the old one would keep its file. */
function drawInput() {
  const field = element("input", {
    type: "file", id: "file", class: "seen-by-readers-only", accept: ".csv,.tsv,.tab,.txt,.jsonl,.ndjson,.json",
  });
  field.addEventListener("change", () => { if (field.files.length) open(field.files[0]); });
  fill(byID("input"), field, element("label", { for: "file", class: "button main", text: t("files.choose") }));
}

async function open(file, choices = {}) {
  dropWork();
  const { signal } = work.stopper;
  work.file = file;
  try {
    const progress = (share) => {
      fill(byID("setup"), element("p", { class: "hint", text: t("files.reading", { percent: percent(share) }) }));
    };
    const sheet = await readSheet(file, choices, { language, signal, progress });
    signal.throwIfAborted();
    work.setup = new Setup(sheet, { reread, start: (columns, idColumn) => start(sheet, columns, idColumn) });
    fill(byID("setup"), work.setup.node);
    announce(t("files.found", { name: file.name, count: sheet.count }));
  } catch (error) {
    if (signal.aborted) return;
    fill(byID("setup"));
    tellFileFault(error);
  }
}

function tellFileFault(error) {
  if (error.key === "files.tooLarge") {
    const size = number(largestFile >> 20, { style: "unit", unit: "megabyte" });
    return showFault(byID("fault"), { key: "error.other", message: t(error.key, { size }) });
  }
  const isUnreadable = error.name === "NotReadableError" || error.name === "NotFoundError";
  showFault(byID("fault"), isUnreadable ? { key: "files.failed" } : error);
}

async function reread(choices) {
  const focused = document.activeElement?.id;
  await open(work.file, choices);
  if (focused) document.getElementById(focused)?.focus();
}

// MARK: The rows

async function start(sheet, columns, idColumn) {
  dropResults();
  showFault(byID("fault"), null);
  const here = work;
  try {
    const known = await ruleTexts();
    // Another file may have been opened meanwhile.
    if (work !== here) return;
    const results = new Results(sheet, columns, idColumn, (rule) => known.rules.get(rule)?.polarity === "risk");
    const progress = new Progress(results.total, { announce, stop: () => work.stopper.abort(), goOn: () => go(known) });
    const run = new Run(results.total, {
      text: (row) => results.textToSend(row),
      ask: (items, signal) => api.assess(items, query, signal),
      take: async (rows, answers) => {
        await results.take(rows, answers);
        progress.update(results.done);
      },
      busy: (seconds) => progress.busy(seconds),
    });
    Object.assign(work, { results, progress, run });
    fill(byID("progress"), progress.node);
    await go(known);
  } catch (error) {
    failed(error);
  }
}

/** Reads rows until all are read or it is stopped; called again, it goes on. */
async function go(known) {
  const { results, run, setup, progress } = work;
  closeReport();
  work.stopper = new AbortController();
  showFault(byID("fault"), null);
  setup.setBusy(true);
  progress.begin();
  progress.button.focus();
  let isDone = false;
  try {
    await run.go(work.stopper.signal);
    isDone = true;
  } catch (error) {
    failed(error);
  }
  // It may have been cleared meanwhile.
  if (work.results !== results) return;
  end(known, isDone);
}

function end(known, isDone) {
  const { results, setup, progress } = work;
  setup.setBusy(false);
  setup.node.open = false;
  if (isDone) fill(byID("progress"));
  else progress.halt();
  announce(isDone ? t("files.finished", { count: results.done }) : progress.line.textContent);
  const openRow = (row, rows) => rowView.open(results, known, row, rows).catch(failed);
  work.report = new Report(results, known, { open: openRow, failed });
  fill(byID("results"), work.report.node);
  if (isDone) work.report.heading.focus();
}

// MARK: Leaving nothing behind

function closeReport() {
  work.report?.close();
  work.report = null;
  fill(byID("results"));
}

function dropResults() {
  work.stopper.abort();
  rowView.close();
  closeReport();
  Object.assign(work, { results: null, run: null, progress: null });
  fill(byID("progress"));
}

function dropWork() {
  dropResults();
  work = freshWork();
  fill(byID("setup"));
  showFault(byID("fault"), null);
}

function clearAll() {
  dropWork();
  drawInput();
  getSelection().removeAllRanges();
  byID("escape").textContent = "";
  announce(t("desk.cleared"));
  byID("file").focus();
  scrollTo({ top: 0 });
}

/** After a row is closed, its button has the focus. */
function focusRow(row) {
  document.querySelector(`#results [data-row="${row}"]`)?.focus();
}

function listen() {
  byID("clear").addEventListener("click", clearAll);
  document.addEventListener("keydown", keys);
  const page = document.body;
  page.addEventListener("dragover", (event) => { event.preventDefault(); page.classList.add("drop"); });
  page.addEventListener("dragleave", () => page.classList.remove("drop"));
  page.addEventListener("drop", drop);
  // A page that comes back from the browser's memory would still show the rows.
  addEventListener("pagehide", clearAll);
}

function drop(event) {
  event.preventDefault();
  document.body.classList.remove("drop");
  const [file] = event.dataTransfer.files;
  if (!file) return;
  drawInput();
  open(file);
}

let lastEscape = -Infinity;
function keys(event) {
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
