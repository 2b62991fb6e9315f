// What the caller says: boxes to tick. Each counts as the rule it stands for; a "no" changes nothing.

import { element } from "../lib/dom.js";
import { t } from "../lib/i18n.js";

const groups = {
  money: ["paid-to-get-job", "paid-to-private-account", "travel-must-be-paid-back", "fine-for-leaving"],
  papers: ["passport-handed-over", "documents-sent", "tourist-visa", "no-written-contract"],
  travel: ["ticket-paid-by-them", "irregular-crossing", "told-what-to-say-at-border", "place-changed"],
  job: ["place-not-told", "only-by-chat", "hired-without-interview", "marriage-mentioned"],
  pressure: ["must-keep-secret", "must-leave-at-once"],
};

/** Boxes for all answers that the server knows; `changed` is called with nothing when one was ticked or not. */
export function answerBoxes(known, chosen, changed) {
  return Object.entries(groups).map(([group, ids]) =>
    element(
      "fieldset", {},
      element("legend", { text: t(`answers.${group}`) }),
      ids.filter((id) => known.has(id)).map((id) => box(id, chosen, changed))));
}

function box(id, chosen, changed) {
  const input = element("input", { type: "checkbox", name: id });
  input.checked = chosen.has(id);
  input.addEventListener("change", () => {
    if (input.checked) chosen.add(id);
    else chosen.delete(id);
    changed();
  });
  return element("label", { class: "check" }, input, element("span", { text: t(`answer.${id}`) }));
}
