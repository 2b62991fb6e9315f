// The training room: examples to read sign by sign, a quiz, a handout, large type for a projector. Nothing is kept.

import { byID, element, fill } from "./lib/dom.js";
import { showFault, startPage } from "./lib/frame.js";
import { t } from "./lib/i18n.js";
import { focusHeading } from "./training/controls.js";
import { exampleView } from "./training/example.js";
import { loadExamples } from "./training/examples.js";
import { Gallery } from "./training/gallery.js";
import { Handout } from "./training/handout.js";
import { isProjecting, setProjecting } from "./training/projector.js";
import { Quiz } from "./training/quiz.js";

await startPage("training.title");
fill(byID("part"), element("p", { text: t("training.loading") }));

/** The parts keep what was chosen in them while the page is open. */
let parts;
let shown = null;

try {
  const room = await loadExamples();
  parts = { room, gallery: new Gallery(room), quiz: new Quiz(room), handout: new Handout(room) };
  listen();
  show(false);
} catch (error) {
  fill(byID("part"));
  showFault(byID("fault"), error);
}

function listen() {
  addEventListener("hashchange", () => show(true));
  addEventListener("keydown", onKey);
  byID("projector").addEventListener("click", toggleProjector);
  byID("keys").addEventListener("change", () => document.documentElement.classList.toggle("no-keys", !byID("keys").checked));
}

/** Shows the part the address names. The name of a part or an example is no text of anyone. */
function show(isMove) {
  const name = decodeURIComponent(location.hash.slice(1)) || "examples";
  const next = partNamed(name) ?? (shown ? null : parts.gallery);
  if (!next) return;
  shown = next;
  for (const link of document.querySelectorAll(".parts a")) {
    if (link.dataset.part === name.split("/")[0]) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  document.documentElement.classList.toggle("inside", name !== "examples");
  fill(byID("part"), shown.node);
  if (!isMove) return;
  focusHeading(shown.node);
}

/** Null for an address that leads to no part, such as the one of the skip link. */
function partNamed(name) {
  if (name.startsWith("examples/")) {
    const example = parts.room.byID.get(name.slice("examples/".length));
    return example ? exampleView(example, parts.room, parts.gallery.shown()) : parts.gallery;
  }
  return { examples: parts.gallery, quiz: parts.quiz, handout: parts.handout }[name] ?? null;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isWriting(event.target)) return;
  // Speech input sets off single keys by accident, so they can be switched off (WCAG 2.2, 2.1.4).
  if (event.key.length === 1 && !byID("keys").checked) return;
  if (isKeyP(event)) toggleProjector();
  else if (!shown?.onKey?.(event)) return;
  event.preventDefault();
}

/** By its letter, or by its place where the keyboard writes other letters. */
function isKeyP({ key, code }) {
  return /^[a-z]$/i.test(key) ? key.toLowerCase() === "p" : code === "KeyP";
}

/** Boxes and lists use the arrow keys and letters themselves. */
function isWriting(target) {
  return target instanceof Element && target.matches("select, textarea, input:not([type=checkbox])");
}

function toggleProjector() {
  setProjecting(!isProjecting());
  byID("projector").setAttribute("aria-pressed", String(isProjecting()));
  shown?.onProjector?.();
  byID("status").textContent = t(isProjecting() ? "training.projectorOn" : "training.projectorOff");
}
