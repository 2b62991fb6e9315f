// What Lurescreen is, what it does not do, and which versions answer here.

import * as api from "./lib/api.js";
import { byID } from "./lib/dom.js";
import { showFault, startPage } from "./lib/frame.js";
import { language, t } from "./lib/i18n.js";

await startPage("about.title");
if (language !== "en") byID("review").textContent = t("about.native");
try {
  const [{ screened }, sample] = await Promise.all([api.languages(), api.assess({ text: "" })]);
  byID("screened").textContent = t("about.languages", { count: screened.length });
  byID("versions").textContent = t("desk.versions", sample.provenance);
} catch (error) {
  showFault(byID("fault"), error);
}
