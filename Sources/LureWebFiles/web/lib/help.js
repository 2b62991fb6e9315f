// The help page: what is said when someone may be held or in danger. It shows no score and promises nothing.

import { element } from "./dom.js";
import { t } from "./i18n.js";

/** The help as one section; `leave` is called before the page is left quickly. */
export function helpSection(leave) {
  return element(
    "section", { class: "card verdict band-distress quiet help" },
    element("h2", { text: t("help.title") }),
    element("p", { text: t("help.lead") }),
    element("p", {}, element("strong", { text: t("help.watched") })),
    element("p", {}, element("button", { type: "button", class: "main no-print", on: { click: () => exit(leave) }, text: t("help.exit") })),
    part("help.heldTitle", ["help.held1", "help.held2", "help.held3", "help.held4", "help.held5"]),
    part("help.whoTitle", ["help.who1", "help.who2", "help.who3", "help.who4", "help.who5"]),
    part("help.payTitle", ["help.pay1", "help.pay2"]),
    part("help.familyTitle", ["help.family1", "help.family2", "help.family3", "help.family4"]),
    element("p", { text: t("help.rights") }),
    element("p", { class: "hint", text: `${t("help.noNumbers")} ${t("help.notKept")}` }));
}

function part(title, lines) {
  return [element("h3", { text: t(title) }), element("ul", {}, lines.map((line) => element("li", { text: t(line) })))];
}

/** Replaces this page, so that "back" does not lead here. */
function exit(leave) {
  leave();
  location.replace("about:blank");
}
