// Small parts of the file page in the words of the interface.

import { element } from "../lib/dom.js";
import { languageName, number, t } from "../lib/i18n.js";
import { badge } from "../lib/verdict.js";

/** A band as a label; rows without an answer have one too. */
export function bandBadge(band) {
  if (band !== "bad") return badge(band);
  const symbol = element("span", { "aria-hidden": "true", text: "–" });
  return element("span", { class: "badge band-insufficient" }, symbol, t("files.bad"));
}

export function bandName(band) {
  return t(band === "bad" ? "files.bad" : `band.${band}.short`);
}

/** The name of the language of a text; null for one that was not recognised. */
export function textLanguage(tag) {
  return tag && tag !== "none" ? languageName(tag) : t("files.noLanguage");
}

/** Why a row has no answer. */
export function faultReason({ fault, detail }) {
  return t(`files.bad.${fault}`, { detail: detail ?? "" });
}

export function percent(share) {
  return number(share, { style: "percent", maximumFractionDigits: share > 0 && share < 0.1 ? 1 : 0 });
}

/** Seconds as a span of time in one unit: what is left is an estimate. */
export function timeSpan(seconds) {
  if (seconds < 90) return number(Math.max(1, Math.round(seconds)), { style: "unit", unit: "second", unitDisplay: "long" });
  return number(Math.round(seconds / 60), { style: "unit", unit: "minute", unitDisplay: "long" });
}

/** The beginning of a text on one line. */
export function beginning(text, length) {
  const line = text.slice(0, 4 * length).replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length > length ? `${characters.slice(0, length).join("")}…` : line;
}

/** A labelled list to choose from. `entries`: `[[value, name]]`. */
export function choice(id, label, entries, chosen, changed) {
  const select = element("select", { id, on: { change: () => changed(select.value) } });
  for (const [value, name] of entries) {
    const option = element("option", { value, text: name });
    option.selected = value === (chosen ?? "");
    select.append(option);
  }
  return element("p", { class: "choice" }, element("label", { for: id, text: label }), select);
}
