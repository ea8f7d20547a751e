// The panel: its frame and stack of views, the cited lines of documents, and what lies at a place.

import { announce, area, el, fact, featureName, icon, indicatorOrder, interval, layerTitle, number, reason, section, schematicBadge, share, swatch, term, uses, useSymbol } from "./notation.js";
import { address, ask, link } from "./service.js";
import { say } from "./words.js";

const byId = (id) => document.getElementById(id);

/**
 * The panel. A view is `{ key, kind, title, name, body() , leave()? }`; views lie on a stack, so that
 * one comes back from a parcel to the list that it was opened from.
 */
export class Panel {
  constructor({ changed }) {
    this.stack = [];
    this.changed = changed;
    byId("panel-close").addEventListener("click", () => this.close());
    byId("panel-back").addEventListener("click", () => this.back());
    byId("panel-size").addEventListener("click", () => this.grow(!this.element.classList.contains("tall")));
    this.element = byId("panel");
  }

  /** The view that is seen. */
  get view() {
    return this.stack.at(-1) ?? null;
  }

  /** Shows a view: on top of the one that is seen, or instead of all. */
  show(view, { above = false, focus = true } = {}) {
    const same = this.view?.key === view.key;
    const scroll = byId("panel-body").scrollTop;
    if (this.view) this.view.scroll = scroll;
    if (!above) this.empty();
    else if (same) this.stack.pop();
    this.stack.push(view);
    this.write();
    byId("panel-body").scrollTop = same ? scroll : 0;
    if (focus) this.element.focus({ preventScroll: true });
    announce(`${view.kind()} ${view.title()}`);
  }

  /** Goes back to the view below. */
  back() {
    this.stack.pop()?.leave?.();
    if (!this.view) return this.close();
    this.view.enter?.();
    this.write();
    byId("panel-body").scrollTop = this.view.scroll ?? 0;
    byId("panel-title").closest(".panel").focus({ preventScroll: true });
  }

  /** Closes the panel. */
  close() {
    const had = Boolean(this.view);
    this.empty();
    this.write();
    if (had) byId("map").focus({ preventScroll: true });
  }

  empty() {
    while (this.stack.length) this.stack.pop().leave?.();
  }

  /** Writes the view that is seen anew, as after another language. */
  write() {
    const { view } = this;
    this.element.hidden = !view;
    document.body.classList.toggle("with-panel", Boolean(view));
    if (view) {
      byId("panel-kind").textContent = view.kind();
      byId("panel-title").replaceChildren(view.title());
      byId("panel-back").hidden = this.stack.length < 2;
      byId("panel-body").replaceChildren(...[view.body()].flat().filter(Boolean));
    }
    this.changed(view);
  }

  /** Makes the sheet of a phone larger or smaller. */
  grow(tall) {
    this.element.classList.toggle("tall", tall);
    byId("panel-size").setAttribute("aria-expanded", tall);
  }
}

// Files that have lines: text, and what the register keeps the text of.
const TEXT = /\.(txt|csv|tsv|md|json|jsonl|geojson|xml|x?html?|mht(ml)?|pdf|ofd|docx?|wps|odt|rtf|xlsx?|et|ods|pptx?|png|jpe?g|tiff?|bmp|webp)$/i;

/** The button that shows the cited lines of a document below itself. */
export function lines(source) {
  const { file, line_start: start, line_end: end, recorded_at: known } = source;
  if (!file || !start || !TEXT.test(file)) return null;
  const range = !end || end === start ? say("line", start) : say("line_range", start, end);
  const box = el("div", { class: "lines", hidden: true });
  const button = el("button", {
    type: "button", class: "cite", "aria-expanded": "false", "aria-label": say("show_lines", range), title: file,
    onclick: async () => {
      const open = button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", open);
      box.hidden = !open;
      if (!open || box.dataset.read) return;
      const last = Math.min(end || start, start + 40);
      try {
        const answer = await ask(address("lines", { file, start, end: last, "known-at": known }, { timeless: true }));
        box.dataset.read = answer.state;
        box.replaceChildren(...linesOf(answer));
      } catch (error) {
        box.replaceChildren(el("p", { class: "soft" }, error.message));
      }
    },
  }, range);
  return [button, box];
}

function linesOf({ file, state, lines: found }) {
  const name = el("p", { class: "file" }, file);
  if (state === "missing") return [name, el("p", { class: "caution" }, say("lines_missing"))];
  if (state === "not_text") return [name, el("p", { class: "soft" }, say("lines_unknown"))];
  const rows = (found ?? []).map(({ number: at, text }) => el("li", { value: at }, text));
  return [name, state === "changed" ? el("p", { class: "caution" }, say("lines_changed")) : null,
    rows.length ? el("ol", {}, rows) : el("p", { class: "soft" }, say("lines_none"))].filter(Boolean);
}

/** A document with its date, and the lines that are cited. */
export function citation(source, ...extra) {
  return el("li", { class: "citation" },
    el("div", { class: "citation-head" }, extra, source.number || source.document ? el("strong", {}, source.number ?? source.document) : null,
      source.date ? el("time", {}, source.date) : null, source.schematic ? schematicBadge() : null, lines(source)),
    source.title ? el("p", { class: "soft" }, source.title) : null);
}

/** A parcel in a list: number, use, status, and what it has in common with the place asked of. */
export function parcelRow(go, parcel, { above = true } = {}) {
  const { relation, boundary } = parcel;
  const common = relation?.area_m2 > 0 ? [area(relation.area_m2), relation.share_of_asked !== undefined ? say("of_shape", share(relation.share_of_asked)) : null,
    relation.share_of_parcel !== undefined ? say("of_found", share(relation.share_of_parcel)) : null].filter(Boolean).join(" · ") : "";
  return el("li", {}, el("button", { type: "button", class: `entry${parcel.status === "superseded" ? " past" : ""}`, onclick: () => go.parcel(parcel.parcel_id || parcel.name, { plan: parcel.plan, county: parcel.county, above }) },
    swatch(useSymbol(parcel.land_use)),
    el("span", { class: "entry-main" },
      el("strong", {}, parcel.parcel_id || parcel.name), parcel.parcel_id && parcel.name ? ` ${parcel.name}` : "", " ",
      boundary?.schematic ? schematicBadge() : null,
      el("span", { class: "entry-more" }, [uses(parcel.land_use) || say("land_use_none"), term("status", parcel.status)].join(" · ")),
      common || relation?.only_boundary ? el("span", { class: "entry-more" }, common || say("on_boundary"), relation?.is_sliver ? ` · ${say("sliver")}` : "") : null,
      boundary || relation ? null : el("span", { class: "entry-more caution-text" }, say("no_shape"))),
    icon("next")));
}

/** A long list that is shown in parts, so that nothing freezes. */
export function inParts(items, row, { size = 60, list = el("ul", { class: "entries" }) } = {}) {
  let shown = 0;
  const more = el("button", { type: "button", class: "wide", onclick: () => step() });
  const step = () => {
    const first = shown;
    list.append(...items.slice(shown, shown + size).map(row));
    shown = Math.min(items.length, shown + size);
    more.hidden = shown >= items.length;
    more.textContent = say("show_more", number(Math.min(size, items.length - shown)));
    if (first) list.children[first]?.querySelector("button")?.focus();
  };
  step();
  return el("div", {}, list, more);
}

/** What each layer says: found, checked and none, or not checked with the reason. */
export function layerAnswers(layers, asked = "of_parcel") {
  return el("ul", { class: "answers" }, (layers ?? []).map((layer) => {
    const name = layer.layer ? layerTitle(layer.layer) : term("role", layer.role);
    const head = (mark, ...text) => el("p", { class: "answer-head" }, el("span", { class: `mark ${layer.answer}`, "aria-hidden": "true" }, mark),
      el("span", { class: "answer-name" }, name), layer.schematic ? schematicBadge() : null, el("span", { class: "answer-word" }, text));
    if (layer.answer === "none") return el("li", { class: "none" }, head("✓", say("answer_none")), unchecked(layer));
    if (layer.answer !== "found") {
      return el("li", { class: "not-checked" }, head("?", say("answer_not_checked")), el("p", { class: "soft why" }, reason(layer.reason)), unchecked(layer));
    }
    const features = layer.features ?? [];
    const total = layer.feature_count ?? features.length;
    const covered = layer.covered && total > 1 ? [area(layer.covered.area_m2), " · ", say(asked, share(layer.covered.share_of_asked))] : null;
    const rows = features.slice(0, 40).map((feature) => {
      const { relation = {} } = feature;
      const much = relation.area_m2 > 0 ? [area(relation.area_m2), relation.share_of_asked !== undefined ? (total > 1 ? share(relation.share_of_asked) : say(asked, share(relation.share_of_asked))) : null].filter(Boolean).join(" · ")
        : relation.only_boundary ? say("on_boundary") : "";
      return el("li", {}, el("span", {}, featureName(feature)), el("span", { class: "much" }, much, relation.is_sliver ? ` ${say("sliver")}` : ""));
    });
    if (total > rows.length) rows.push(el("li", { class: "soft" }, say("features_more", number(total - rows.length))));
    const body = rows.length > 1
      ? el("details", {}, el("summary", {}, say("features", number(total))), el("ul", { class: "features" }, rows))
      : el("ul", { class: "features" }, rows);
    return el("li", { class: "found" }, head("●", say("answer_found")), covered ? el("p", { class: "covered" }, covered) : null, body, unchecked(layer));
  }));
}

function unchecked(layer) {
  return layer.not_checked?.length ? el("p", { class: "caution" }, say("features_unchecked", layer.not_checked.length)) : null;
}

/** The view of a point of the map: the parcels to choose from, and what each layer says. */
export function placeView(go, answer, latlng) {
  const parcels = [...(answer.parcels ?? [])].sort((a, b) => (a.status === "superseded") - (b.status === "superseded"));
  const { asked } = answer;
  return {
    key: `at=${latlng.lng.toFixed(6)},${latlng.lat.toFixed(6)}`,
    kind: () => say("kind_place"),
    title: () => `${latlng.lng.toFixed(5)}, ${latlng.lat.toFixed(5)}`,
    body: () => [
      asked?.x ? el("p", { class: "soft lead" }, say("plane_coordinates", asked.x.toFixed(2), asked.y.toFixed(2), asked.crs)) : null,
      section(parcels.length > 1 ? say("here_several", parcels.length) : say("here"),
        parcels.length ? el("ul", { class: "entries" }, parcels.map((parcel) => parcelRow(go, parcel)))
          : el("p", { class: "empty" }, say("here_none")),
        answer.parcel_check?.without_boundary ? el("p", { class: "soft" }, say("may_be_anywhere", answer.parcel_check.without_boundary)) : null),
      section(say("in_layers"), layerAnswers(answer.layers)),
      downloads(say("kind_place"), (f) => link("lookup", { q: answer.query, f })),
    ],
  };
}

/** Links to download an answer, and to print its report. */
export function downloads(name, where) {
  const one = (f, label, symbol) => el("a", { href: where(f), class: "button", ...(f === "html" ? { target: "_blank", rel: "noopener" } : { download: `${name}.${f}` }) }, icon(symbol), label);
  return section(say("downloads"), el("div", { class: "downloads" }, one("geojson", "GeoJSON", "save"), one("csv", "CSV", "save"), one("html", say("print_report"), "print")));
}

/** The indicators of a parcel as a table, in the order in which approvals state them. */
export function indicatorTable(indicators) {
  const rows = Object.entries(indicators ?? {}).sort(([a], [b]) => indicatorOrder(a) - indicatorOrder(b));
  if (!rows.length) return el("p", { class: "empty" }, say("indicators_none"));
  return el("table", { class: "table" }, el("tbody", {}, rows.map(([key, range]) => el("tr", {},
    el("th", { scope: "row" }, term("indicator", key)), el("td", { class: "figure" }, interval(range, key))))));
}

/** A list of names and values. */
export const facts = (...rows) => el("dl", { class: "facts" }, rows.flat());
export { fact };
