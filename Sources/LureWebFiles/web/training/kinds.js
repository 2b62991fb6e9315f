// What example texts were written as. Without the page, so that tests can read it too.

/** Kinds of texts as filters show them: six kinds of lures, then honest ones. */
export const kinds = [
  "scam-compound", "forced-marriage", "advance-fee", "task-scam", "money-mule", "illegal-crossing", "honest", "warning",
];

/** Whether the text was written as a lure; the authors say so, not the screener. */
export function isLure(example) {
  return example.category !== "honest" && example.category !== "warning";
}

/** Whether the example is there to show that the tool can be wrong. */
export function showsToolWrong(example) {
  return example.note.startsWith("training.note.tool");
}
