// The case note: what a hotline worker keeps of a call. Contacts are masked; the text itself is not in it.

import { t } from "../lib/i18n.js";
import { headline } from "../lib/verdict.js";
import { maskedContact, maskedQuotes } from "./quotes.js";
import { questions, signsOf, titleOf } from "./reasons.js";

/** The note as plain text. `told`: ids of ticked answers; `left`: titles and sentences left out by hand. */
export function caseNote(answer, text, texts, told, left) {
  const lines = [t("note.title"), new Date().toISOString().slice(0, 16).replace("T", " ") + " UTC", ""];
  lines.push(`${t("note.verdict")}: ${headline(answer)}`);
  const found = signsOf(answer, texts).filter(({ finding }) => !finding.reported);
  section(lines, "note.signs", found.map(({ finding }) => sign(finding, answer, text, texts)));
  section(lines, "note.told", told.map((id) => t(`answer.${id}`)));
  if (answer.band === "caution" || answer.band === "high") section(lines, "note.ask", questions(answer, texts));
  section(lines, "note.contacts", answer.contacts.map(({ type, value }) => `${type}: ${maskedContact(value)}`));
  if (left.length) lines.push("", t("note.changed", { list: left.join("; ") }));
  const { engine, rules, model } = answer.provenance;
  lines.push("", t("note.limits"), t("desk.versions", { engine, rules, model }));
  return lines.join("\n") + "\n";
}

function sign(finding, answer, text, texts) {
  const words = maskedQuotes(finding, text, answer.contacts).map((word) => `“${word}”`).join(" ");
  return `${titleOf(finding, texts)} (${t(`severity.${finding.severity}`)})${words ? `: ${words}` : ""}`;
}

function section(lines, key, entries) {
  if (!entries.length) return;
  lines.push("", `${t(key)}:`, ...entries.map((entry) => `- ${entry}`));
}
