// The help page alone, with a title that tells nobody what is read.

import { byID, fill } from "./lib/dom.js";
import { startPage } from "./lib/frame.js";
import { helpSection } from "./lib/help.js";

await startPage("nav.help");
fill(byID("help"), helpSection(() => {}));
