// A screenshot: shown beside the text that was read from it, which a person corrects before it is checked.

import * as api from "../lib/api.js";
import { element, fill } from "../lib/dom.js";
import { language, languageName, t } from "../lib/i18n.js";

/** Tesseract's names for the languages of the interface. */
const ownLanguages = {
  en: ["eng"], "zh-Hans": ["chi_sim", "eng"], "zh-Hant": ["chi_tra", "eng"], vi: ["vie", "eng"], th: ["tha", "eng"],
  id: ["ind", "eng"], km: ["khm", "eng"], hi: ["hin", "eng"], ar: ["ara", "eng"],
};

/** Tesseract's names to tags, for showing them. */
const tags = {
  eng: "en", chi_sim: "zh-Hans", chi_tra: "zh-Hant", vie: "vi", tha: "th", ind: "id", msa: "ms", fil: "fil", tgl: "fil", khm: "km", hin: "hi",
  rus: "ru", jpn: "ja", kor: "ko", ara: "ar", ben: "bn", nep: "ne", urd: "ur", tam: "ta", sin: "si", mya: "my", lao: "lo", spa: "es",
  por: "pt", fra: "fr", swa: "sw", amh: "am", mon: "mn",
};

/** The part of the desk that reads pictures. `use(text)` is called with the text a person has looked through. */
export class PictureReader {
  constructor(place, use) {
    this.place = place;
    this.use = use;
    this.address = null;
  }

  /** Shows a picture and reads it. */
  async open(file) {
    this.clear();
    const reader = await api.ocr();
    if (!reader.available) return fill(this.place, element("p", { class: "hint", role: "status", text: t("ocr.missing") }));
    this.file = file;
    this.address = URL.createObjectURL(file);
    this.result = element("div", { role: "status" });
    this.choice = languageChoice(reader.languages);
    fill(
      this.place,
      element("h2", { text: t("ocr.title") }),
      element(
        "div", { class: "columns picture" },
        element("div", {}, element("img", { src: this.address, alt: t("ocr.picture") })),
        element("div", {}, this.choice, element("button", { type: "button", on: { click: () => this.read() }, text: t("ocr.read") }), this.result)));
    await this.read();
  }

  async read() {
    const chosen = [...this.choice.querySelectorAll("input:checked")].map((input) => input.value);
    if (!chosen.length) return;
    fill(this.result, t("ocr.reading"));
    this.request?.abort();
    this.request = new AbortController();
    try {
      this.show(await api.readPicture(this.file, chosen, this.request.signal));
    } catch (error) {
      if (error.name === "AbortError") return;
      fill(this.result, t([415, 422].includes(error.status) ? "ocr.notImage" : error.key ?? "error.other", { detail: error.message }));
    }
  }

  show(answer) {
    if (!answer.text.trim()) return fill(this.result, t("ocr.none"));
    const box = element("textarea", { rows: "10", spellcheck: "false", autocomplete: "off", "aria-label": t("ocr.title") });
    box.value = answer.text;
    fill(
      this.result,
      element("p", { text: t("ocr.check") }),
      answer.low.length > 0 && element("p", {}, t("ocr.low", { count: answer.low.length }), " ", hardWords(answer)),
      box,
      element("button", { type: "button", class: "main", on: { click: () => this.use(box.value) }, text: t("ocr.useText") }));
    box.focus();
  }

  /** Forgets the picture and its text. */
  clear() {
    this.request?.abort();
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = this.file = this.result = this.choice = null;
    fill(this.place);
  }
}

function hardWords({ text, low }) {
  return low.map(([start, end]) => [element("mark", { text: text.slice(start, end) }), " "]);
}

function languageChoice(installed) {
  const wanted = ownLanguages[language] ?? ["eng"];
  const shown = installed.filter((name) => name in tags);
  const inputs = (shown.length ? shown : installed).map((name) => {
    const input = element("input", { type: "checkbox", value: name });
    input.checked = wanted.includes(name);
    return element("label", { class: "check" }, input, languageName(tags[name] ?? name));
  });
  return element("fieldset", {}, element("legend", { text: t("ocr.languages") }), element("div", { class: "row" }, inputs));
}
