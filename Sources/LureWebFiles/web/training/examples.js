// The example texts, what they were written as, and what Lurescreen says about each.

import * as api from "../lib/api.js";
import { language, languageName, t } from "../lib/i18n.js";
import { isLure } from "./kinds.js";

/** `{examples, byID, answers: Map of id to assessment, known: rule texts, languages: tags, the interface's own first}`. */
export async function loadExamples() {
  const [file, known] = await Promise.all([fetch("/assets/examples.json"), api.rules(language)]);
  if (!file.ok) throw new api.APIError(file.status, "examples.json");
  const { examples } = await file.json();
  const answers = await api.assess(examples.map(({ id, text }) => ({ id, text })), { terms: 0 });
  const tags = [...new Set(examples.map((example) => example.language))];
  return {
    examples,
    known,
    byID: new Map(examples.map((example) => [example.id, example])),
    answers: new Map(examples.map((example, index) => [example.id, answers[index]])),
    languages: [...tags.filter((tag) => tag === language), ...tags.filter((tag) => tag !== language)],
  };
}

export function kindName(kind) {
  return t(kind === "honest" || kind === "warning" ? `training.kind.${kind}` : `category.${kind}`);
}

/** What a text was written as, as a sentence. */
export function truth(example) {
  if (isLure(example)) return t("training.quizWasTrap", { category: kindName(example.category) });
  return t(example.category === "warning" ? "training.quizWasWarning" : "training.quizWasHonest");
}

/** Where it was read and in which language: all that may be told before the class has read it. */
export function placeName(example) {
  return `${capitalized(t(`training.channel.${example.channel}`))} · ${languageName(example.language)}`;
}

export function capitalized(text) {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
