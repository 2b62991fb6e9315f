// The words of the interface: one catalogue a language, chosen by `?lang=`, else by the browser. Nothing is stored.

/** Languages by their own names, which browsers don't know for all of them. */
export const ownNames = {
  en: "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文", vi: "Tiếng Việt", th: "ไทย", id: "Bahasa Indonesia", km: "ភាសាខ្មែរ",
  hi: "हिन्दी", ar: "العربية",
};
export const languages = Object.keys(ownNames);

const chosen = choose();
const [words, english] = await Promise.all([catalogue(chosen), chosen === "en" ? null : catalogue("en")]);
const plurals = new Intl.PluralRules(chosen);
const numbers = new Intl.NumberFormat(chosen);

export const language = chosen;

/** The text of a key with its `{names}` filled in; `count` also chooses the plural form. */
export function t(key, values = {}) {
  let text = words[key] ?? english?.[key];
  if (text === undefined) {
    console.error(`no text for ${key}`);
    return key;
  }
  if (typeof text === "object") text = text[plurals.select(values.count)] ?? text.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => format(values[name]));
}

/** Whether any language has the key. */
export function has(key) {
  return key in words || (english !== null && key in english);
}

/** A number as it is written in this language. */
export function number(value, options) {
  return options ? new Intl.NumberFormat(chosen, options).format(value) : numbers.format(value);
}

/** A list as it is written in this language. */
export function list(items) {
  return new Intl.ListFormat(chosen, { type: "conjunction" }).format(items);
}

/** The name of a language in the language of the interface, else its own; or its tag. */
export function languageName(tag) {
  if (tag in ownNames && !Intl.DisplayNames.supportedLocalesOf([chosen]).length) return ownNames[tag];
  try {
    return new Intl.DisplayNames(chosen, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Sets the page's language and direction and the text of all elements that carry `data-t` or `data-t-<attribute>`. */
export function translatePage() {
  document.documentElement.lang = chosen;
  document.documentElement.dir = t("language.direction");
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const attribute of ["placeholder", "aria-label", "title"]) {
    for (const node of document.querySelectorAll(`[data-t-${attribute}]`)) {
      node.setAttribute(attribute, t(node.getAttribute(`data-t-${attribute}`)));
    }
  }
}

function format(value) {
  return typeof value === "number" ? numbers.format(value) : String(value ?? "");
}

function choose() {
  const asked = new URLSearchParams(location.search).get("lang");
  for (const tag of [asked, ...navigator.languages]) {
    const found = tag && match(tag);
    if (found) return found;
  }
  return "en";
}

/** The interface language for a tag as browsers give it: "zh-TW" is written in traditional characters. */
function match(tag) {
  const exact = languages.find((name) => name.toLowerCase() === tag.toLowerCase());
  if (exact) return exact;
  const base = tag.toLowerCase().split("-")[0];
  if (base === "zh") return /hant|tw|hk|mo/i.test(tag) ? "zh-Hant" : "zh-Hans";
  return languages.includes(base) ? base : null;
}

async function catalogue(tag) {
  const answer = await fetch(`/assets/languages/${tag}.json`);
  return answer.json();
}
