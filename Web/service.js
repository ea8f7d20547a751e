// Asks the server: builds addresses, turns faults into words, shows when an answer is slow.

import { spoken } from "./words.js";

const SLOW = 300; // milliseconds after which the page says that it waits

let moment = null; // the day of which everything is asked; null is today
let waiting = 0;
let timer = 0;

/** A question that was not answered. `gone` says that the server could not be reached. */
export class Fault extends Error {
  constructor(message, { status = 0, gone = false } = {}) {
    super(message);
    this.status = status;
    this.gone = gone;
  }
}

/** The day of which everything is asked, or null for today. */
export const asOf = () => moment;

/** Asks of another day from now on. */
export const setAsOf = (day) => { moment = day || null; };

/** A relative address with its parameters; empty ones are left out, lists repeat. */
export function address(path, parameters = {}, { timeless = false } = {}) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== "") query.append(key, one);
    }
  }
  if (moment && !timeless) query.set("as-of", moment);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Asks and reads the answer as `as`: "json" (default), "blob" or "buffer". */
export async function ask(url, { signal, body, type, as = "json", quiet = false } = {}) {
  const done = quiet ? () => {} : wait();
  try {
    const response = await fetch(url, {
      signal, body, method: body === undefined ? "GET" : "POST",
      headers: { "accept-language": spoken(), ...(type ? { "content-type": type } : {}) },
    });
    if (!response.ok) throw await faultOf(response);
    if (as === "blob") return await response.blob();
    if (as === "buffer") return await response.arrayBuffer();
    return await response.json();
  } catch (error) {
    if (error instanceof Fault || error.name === "AbortError") throw error;
    throw new Fault(String(error.message ?? error), { gone: error instanceof TypeError });
  } finally {
    done();
  }
}

/** An address for a link: what is downloaded or printed is in the language of the page. */
export const link = (path, parameters) => address(path, { ...parameters, lang: spoken() });

/** Saves bytes under a name. */
export function save(blob, name) {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

/** What a response says that is not as it should be. */
async function faultOf(response) {
  let text = response.statusText;
  try {
    const problem = await response.json();
    text = [...new Set(problem.diagnostics?.map(sentence))].slice(0, 2).join(" ") || problem.detail || problem.title || text;
  } catch { /* no problem document: the status says it */ }
  return new Fault(text || String(response.status), { status: response.status });
}

/** The sentence of a diagnostic, without the file before it, its code and what a command line would do. */
const sentence = (text) => text.split("\n")[0].replace(/^.*?(?:error|warning|note|错误|警告|提示)[:：]\s*/, "").replace(/\s*\[\w+\]$/, "");

/** Counts a question that is under way; returns what ends it. */
function wait() {
  waiting += 1;
  if (waiting === 1) timer = setTimeout(() => show(true), SLOW);
  return () => {
    waiting -= 1;
    if (waiting > 0) return;
    clearTimeout(timer);
    show(false);
  };
}

function show(on) {
  document.getElementById("busy").hidden = !on;
}
