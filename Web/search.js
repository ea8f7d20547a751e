// The search box: asks while one types, lists what was found by kind, opens what is chosen.

import { announce, el, icon, number, schematicBadge, swatch, term, uses, useSymbol } from "./notation.js";
import { fromPlane } from "./plane.js";
import { address, ask } from "./service.js";
import { say } from "./words.js";

const PAUSE = 260; // milliseconds without a key before it asks
const SHOWN = 12; // of each kind
const POINT = /^-?\d+(\.\d*)?\s*[,，\s]\s*-?\d+(\.\d*)?$/; // two numbers

/** The box at the top left, a combobox with a list. */
export class Search {
  constructor(go) {
    this.go = go;
    this.box = document.getElementById("search");
    this.list = document.getElementById("results");
    this.clear = document.getElementById("search-clear");
    this.stopping = new AbortController();
    this.chosen = -1;
    this.box.addEventListener("input", (event) => { if (!event.isComposing) this.later(); });
    this.box.addEventListener("compositionend", () => this.later());
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.box.addEventListener("focus", () => { if (this.list.childElementCount && this.box.value.trim()) this.open(true); });
    document.getElementById("search-form").addEventListener("submit", (event) => event.preventDefault());
    this.clear.addEventListener("click", () => { this.box.value = ""; this.later(); this.box.focus(); });
    document.addEventListener("pointerdown", (event) => { if (!event.target.closest("#search-form")) this.open(false); });
    document.getElementById("search-form").addEventListener("focusout", (event) => {
      if (event.relatedTarget && !event.relatedTarget.closest("#search-form")) this.open(false);
    });
  }

  /** Asks after a pause. */
  later() {
    clearTimeout(this.timer);
    const text = this.box.value.trim();
    this.clear.hidden = !text;
    if (!text) { this.stopping.abort(); this.open(false); this.list.replaceChildren(); return; }
    if (POINT.test(text)) this.show(text, { answer: "found", asked: { kind: "point" } });
    else this.timer = setTimeout(() => this.ask(text), PAUSE);
  }

  /** Goes to a point that was typed; the server tells where one of the plane lies. */
  async point(text) {
    const place = degrees(text);
    if (place) { this.go.place(place, { zoom: true }); return; }
    try {
      const { asked } = await ask(address("lookup", { q: text }));
      const [lng, lat] = fromPlane(asked.x, asked.y, asked.crs) ?? [];
      if (lng) this.go.place(L.latLng(lat, lng), { zoom: true });
    } catch (error) {
      this.go.fault(error);
    }
  }

  /** Asks now; whether the answer is for what stands in the box. */
  async ask(text) {
    clearTimeout(this.timer);
    this.stopping.abort();
    this.stopping = new AbortController();
    try {
      const answer = await ask(address("lookup", { q: text }), { signal: this.stopping.signal });
      this.show(text, answer);
      return true;
    } catch (error) {
      if (error.name === "AbortError") return false;
      this.list.replaceChildren(el("p", { class: "results-note" }, error.gone ? say("server_gone") : error.message));
      this.open(true);
      return false;
    }
  }

  /** Lists an answer. */
  show(text, answer) {
    const { go } = this;
    this.asked = text;
    this.answer = answer;
    const left = answer.left_out ?? {};
    const groups = [
      [say("kind_place"), answer.asked?.kind === "point" ? [{ mark: icon("point"), title: text, more: say("go_to_point"), act: () => this.point(text) }] : []],
      [say("kind_parcel"), (answer.parcels ?? []).map((parcel) => ({
        mark: swatch(useSymbol(parcel.land_use)), title: parcel.parcel_id || parcel.name, badge: parcel.boundary?.schematic ? schematicBadge() : null,
        more: [parcel.parcel_id ? parcel.name : null, uses(parcel.land_use), term("status", parcel.status), parcel.boundary ? null : say("no_shape")].filter(Boolean).join(" · "),
        act: () => go.parcel(parcel.parcel_id || parcel.name, { plan: parcel.plan, county: parcel.county, zoom: true }),
      })), left.parcels],
      [say("kind_document"), (answer.documents ?? []).map((source) => ({
        mark: icon("document"), title: source.number || source.title, more: [source.date, term("document", source.kind), source.title].filter(Boolean).join(" · "),
        act: () => go.document(source.number || source.title),
      })), left.documents],
      [say("kind_act"), (answer.transactions ?? []).map((act) => ({
        mark: icon("act"), title: [term("act", act.kind), act.parcel_id ?? act.name].filter(Boolean).join(" "), more: [act.date, act.document, act.name, act.party].filter(Boolean).join(" · "),
        act: () => (act.parcel_id ? go.parcel(act.parcel_id, { zoom: true }) : go.document(act.document)),
      })), left.transactions],
      [say("proposals"), [...(answer.proposals ?? []), ...(answer.ended ?? [])].map((one) => ({
        mark: icon("document"), title: one.parcel_id ?? one.name ?? one.document, more: [one.date, term("force", one.force ?? "decides"), one.document ?? one.document_title].filter(Boolean).join(" · "),
        act: () => go.document(one.document ?? one.document_title),
      }))],
      [say("kind_site"), (answer.sites ?? []).map((site) => ({
        mark: icon("flag"), title: site.name, more: [site.location, site.hazard_type].filter(Boolean).join(" · "), act: () => go.site(site),
      })), left.sites],
      [say("did_you_mean"), (answer.suggestions ?? []).map((word) => ({
        mark: icon("search"), title: word, more: "", stays: true, act: () => { this.box.value = word; this.ask(word); },
      }))],
    ];
    this.options = [];
    const nodes = [];
    let total = 0;
    groups.forEach(([name, items, others = 0], index) => {
      if (!items.length) return;
      total += index === groups.length - 1 ? 0 : items.length + others;
      const options = items.slice(0, SHOWN).map((item) => this.option(item));
      const rest = items.length - options.length + others;
      nodes.push(el("div", { role: "group", "aria-label": name }, el("p", { class: "results-kind", "aria-hidden": "true" }, name), options,
        rest > 0 ? el("p", { class: "results-note", "aria-hidden": "true" }, say("more_results", number(rest))) : null));
    });
    if (!total) nodes.unshift(el("p", { class: "results-note" }, say("found_none", text)));
    this.list.replaceChildren(...nodes);
    this.choose(-1);
    this.open(true);
    announce(total ? say("found_count", total) : say("found_none", text));
  }

  option({ mark, title, badge, more, act, stays }) {
    const id = `result-${this.options.length}`;
    const option = el("div", {
      id, role: "option", class: "result", "aria-selected": "false",
      onclick: () => { if (!stays) this.open(false); act(); },
      onpointermove: () => this.choose(Number(id.slice(7)), false),
    }, mark, el("span", { class: "result-main" }, el("strong", {}, title), badge ? [" ", badge] : null, more ? el("span", { class: "result-more" }, more) : null));
    this.options.push(option);
    return option;
  }

  /** Marks one of the list. */
  choose(index, scroll = true) {
    this.chosen = index;
    this.options?.forEach((option, at) => option.setAttribute("aria-selected", at === index));
    const option = this.options?.[index];
    if (option) {
      this.box.setAttribute("aria-activedescendant", option.id);
      if (scroll) option.scrollIntoView({ block: "nearest" });
    } else this.box.removeAttribute("aria-activedescendant");
  }

  open(on) {
    this.list.hidden = !on;
    this.box.setAttribute("aria-expanded", on);
    if (!on) this.choose(-1);
  }

  async key(event) {
    if (event.isComposing) return;
    const count = this.options?.length ?? 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.list.hidden) return this.open(count > 0);
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.choose(this.chosen < 0 && step < 0 ? count - 1 : (this.chosen + step + count) % Math.max(1, count));
    } else if (event.key === "Enter") {
      event.preventDefault();
      await this.enter();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (!this.list.hidden) this.open(false);
      else if (this.box.value) { this.box.value = ""; this.later(); } else document.getElementById("map").focus();
    }
  }

  /** Opens what is marked; what is exactly meant, where nothing is marked. */
  async enter() {
    const text = this.box.value.trim();
    if (!text) return;
    if (this.chosen >= 0 && this.asked === text && !this.list.hidden) return this.options[this.chosen].click();
    if ((this.asked !== text || this.list.hidden) && !(await this.ask(text))) return;
    const one = this.options.length === 1 || this.answer?.parcels?.[0]?.parcel_id === text || this.answer?.documents?.[0]?.number === text || this.answer?.asked;
    if (one && this.answer?.answer === "found") {
      const index = this.options.findIndex((option) => option.querySelector("strong").textContent === text);
      this.options[Math.max(0, index)].click();
    } else if (this.options.length) this.choose(0);
  }
}

/** A point that was typed in degrees; null where it is one of the plane. */
function degrees(text) {
  const [a, b] = text.replace("，", ",").split(/[,\s]+/).map(Number);
  if (!(Math.abs(a) <= 180 && Math.abs(b) <= 180)) return null;
  return Math.abs(a) <= 60 && Math.abs(b) > 60 ? L.latLng(a, b) : L.latLng(b, a);
}
