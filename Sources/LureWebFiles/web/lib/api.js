// The HTTP API of the server this page came from. It calls nothing else.

const pageToken = document.querySelector('meta[name="lurescreen-token"]')?.content ?? "";
const accessToken = takeAccessToken();

/** An answer that is not an assessment; `key` is the catalogue key of what to tell a person. */
export class APIError extends Error {
  constructor(status, detail, retryAfter = null) {
    super(detail);
    this.status = status;
    /** Seconds after which to try again, if the server said so. */
    this.retryAfter = retryAfter;
    this.key = { 0: "error.offline", 401: "error.notAllowed", 403: "error.notAllowed", 413: "error.tooLarge", 503: "error.busy" }[status]
      ?? "error.other";
  }
}

/** Assesses one item or an array of up to 1,000: `{text, id?, mute?, answers?}`. `query`: prior, terms, evidence, signature. */
export function assess(items, query = {}, signal = undefined) {
  const path = `/v1/assess?${new URLSearchParams(query)}`;
  return send(path, { method: "POST", body: JSON.stringify(items), headers: { "Content-Type": "application/json" }, signal });
}

/** Texts of all rules in a language, by id: `{rules: Map, recipes: Map, answers: Map of answer id to rule id}`. */
export async function rules(language) {
  const answer = await send(`/v1/rules?language=${encodeURIComponent(language)}`);
  const byID = (list) => new Map(list.map((entry) => [entry.id, entry]));
  return {
    rules: byID(answer.rules),
    recipes: byID(answer.recipes),
    answers: new Map(answer.answers.map((entry) => [entry.id, entry.rule])),
  };
}

/** `{screened: [{code, name}], interface: [tag]}`. */
export function languages() {
  return send("/v1/languages");
}

/** Whether screenshots can be read here, and in which languages. */
export function ocr() {
  return send("/v1/ocr");
}

/** The text of a picture: `{text, words, low}`. */
export function readPicture(file, languages, signal = undefined) {
  const path = `/v1/ocr?languages=${encodeURIComponent(languages.join("+"))}`;
  return send(path, { method: "POST", body: file, headers: { "Content-Type": file.type }, signal });
}

async function send(path, options = {}) {
  const headers = { ...options.headers, "X-Lurescreen-Token": pageToken };
  if (accessToken) headers.Authorization = `Bearer ${accessToken}`;
  let answer;
  try {
    answer = await fetch(path, { ...options, headers, cache: "no-store" });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new APIError(0, "");
  }
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => ({}));
  const retryAfter = Number.parseInt(answer.headers.get("Retry-After"), 10);
  throw new APIError(answer.status, problem.detail ?? problem.title ?? String(answer.status), Number.isNaN(retryAfter) ? null : retryAfter);
}

/** An access token comes in the fragment, which browsers send to no server; it is kept in memory only. */
function takeAccessToken() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token) history.replaceState(null, "", location.pathname + location.search);
  return token;
}
