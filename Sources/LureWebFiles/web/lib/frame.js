// What all pages share: the words of the static HTML, the list of languages, faults shown to people.

import { byID, element, fill } from "./dom.js";
import { language, languageName, languages, ownNames, t, translatePage } from "./i18n.js";

/** Translates the page and makes the language list work. */
export async function startPage(titleKey) {
  translatePage();
  document.title = `${t(titleKey)} · ${t("app.name")}`;
  for (const link of document.querySelectorAll(".top nav a, a.name")) keepLanguage(link);
  const select = byID("language");
  for (const tag of languages) {
    const [own, name] = [ownNames[tag], languageName(tag)];
    const option = element("option", { value: tag, lang: tag, text: own === name || tag === language ? own : `${own} · ${name}` });
    option.selected = tag === language;
    select.append(option);
  }
  select.addEventListener("change", () => {
    const address = new URL(location.href);
    address.searchParams.set("lang", select.value);
    location.assign(address);
  });
}

/** Links to other pages keep a language that was chosen by hand. */
function keepLanguage(link) {
  if (new URLSearchParams(location.search).has("lang")) link.search = `?lang=${language}`;
}

/** Tells of a fault in `place` (a live region), or clears it with null. */
export function showFault(place, error) {
  if (error === null) return fill(place);
  const text = error.key ? t(error.key, { detail: error.message }) : t("error.other", { detail: error.message });
  return fill(place, element("div", { class: "card fault" }, element("strong", { text: `${t("error.title")}. ` }), text));
}
