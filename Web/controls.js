// What the map shows: the list of layers with their legend, and the slider of days.

import { announce, el, layerTitle, number, schematicBadge, term } from "./notation.js";
import { sample, symbolOf } from "./tile.js";
import { pick, say } from "./words.js";
import { asOf } from "./service.js";
import { NARROW } from "./stage.js";

const FEW = 9; // classes that are listed before one asks for all

const byId = (id) => document.getElementById(id);

/** The list of layers: a switch, a count, and the classes that are in view. */
export class LayerList {
  constructor(world, map, grid, { base, changed }) {
    Object.assign(this, { world, map, grid, base, changed });
    this.rows = new Map();
    this.unfolded = new Set();
    byId("layers-fold").addEventListener("click", () => {
      const open = byId("layers-fold").getAttribute("aria-expanded") !== "true";
      byId("layers-fold").setAttribute("aria-expanded", open);
      byId("layers-body").hidden = !open;
    });
    const later = () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.legend(), 150); };
    grid.on("painted", later);
    map.on("moveend", later);
    this.build();
  }

  /** Builds the list, in the language that is spoken. */
  build() {
    const body = byId("layers-body");
    body.replaceChildren();
    this.rows.clear();
    if (this.base) body.append(this.switch(say("base_map", pick(this.world.base_map.name)), this.base.on, (on) => this.base.show(on)));
    for (const layer of [...this.world.layers].sort((a, b) => (b.id === "findings") - (a.id === "findings"))) body.append(this.row(layer));
    if (!this.world.layers.length) body.append(el("p", { class: "soft" }, say("empty_register")));
    this.legend();
  }

  switch(label, on, changed, ...extra) {
    const box = el("input", { type: "checkbox", checked: on, onchange: () => changed(box.checked) });
    return el("div", { class: "layer" }, el("label", { class: "switch" }, box, el("span", { class: "layer-name" }, label)), extra.filter(Boolean));
  }

  row(layer) {
    const single = !layer.style.field;
    const classes = single ? el("canvas", { class: "sample", "aria-hidden": "true" }) : el("ul", { class: "classes" });
    const facts = el("p", { class: "soft layer-facts" },
      layer.count === null || asOf() ? null : say("count", number(layer.count)), layer.date ? ` · ${layer.date}` : "",
      layer.schematic === "none" ? null : [" ", schematicBadge(layer.schematic === "some")]);
    const row = this.switch(layerTitle(layer.name), layer.on, (on) => {
      this.changed(layer, on);
      announce(`${layerTitle(layer.name)}: ${say(on ? "yes" : "no")}`);
    }, facts, single ? null : classes);
    if (single) {
      row.querySelector("input").after(classes);
      sample(classes, layer.style.other.symbol, { type: { point: 1, line: 2 }[layer.geometry] ?? 3, dashed: layer.schematic === "all" });
    }
    if (layer.without_shape && layer.id === "parcels" && !asOf()) {
      row.append(el("p", { class: "soft without" }, say("without_shape", number(layer.without_shape))));
    }
    this.rows.set(layer.id, { row, classes, seen: null });
    return row;
  }

  /** Writes which classes are in view; only where that has changed. */
  legend() {
    if (!byId("layers-body").offsetParent) return;
    const squares = this.grid.inView();
    for (const layer of this.world.layers) {
      const entry = this.rows.get(layer.id);
      if (!entry) continue;
      const seen = new Set();
      if (layer.on) {
        for (const { held } of squares) {
          for (const { props, type } of held.get(layer.id)?.tile?.features ?? []) {
            if (!layer.filter || layer.filter(props)) seen.add(`${symbolOf(layer.style, props)[0]}/${type}`);
          }
        }
      }
      const key = [...seen].sort().join(" ") + layer.on;
      if (entry.seen === key) continue;
      entry.seen = key;
      this.classes(layer, entry, seen);
    }
  }

  /** Lists the classes of a layer that are in view; a layer of one class is pale where none is. */
  classes(layer, { classes }, seen) {
    const { style } = layer;
    if (!style.field) { classes.classList.toggle("away", !seen.size); return; }
    const items = [...style.categories.map((category, index) => [index, category]), [-2, style.other], [-1, style.exception]]
      .filter(([index, category]) => category && [3, 2, 1].some((type) => seen.has(`${index}/${type}`)));
    classes.hidden = !layer.on;
    const few = items.length > FEW && !this.unfolded.has(layer.id) ? items.slice(0, FEW - 1) : items;
    classes.replaceChildren(...few.map(([index, category]) => {
      const type = [3, 2, 1].find((one) => seen.has(`${index}/${one}`));
      const canvas = el("canvas", { class: "sample", "aria-hidden": "true" });
      sample(canvas, category.symbol, { type, dashed: layer.schematic === "all" });
      return el("li", {}, canvas, el("span", {}, className(layer, index, category)));
    }));
    if (items.length > FEW) {
      const open = this.unfolded.has(layer.id);
      classes.append(el("li", { class: "soft" }, el("button", { type: "button", class: "link", "aria-expanded": open, onclick: () => {
        this.unfolded[open ? "delete" : "add"](layer.id);
        this.rows.get(layer.id).seen = null;
        this.legend();
        this.rows.get(layer.id).classes.querySelector("button")?.focus();
      } }, say(open ? "fewer_classes" : "all_classes", items.length))));
    }
    if (layer.on && !items.length) classes.append(el("li", { class: "soft" }, say("none_in_view")));
  }
}

/** What the legend calls a class: in the words of the register, or ours where it speaks of a state. */
function className(layer, index, { label, value }) {
  if (layer.id === "findings") return index === -1 ? say("accepted") : term("severity", value);
  if (layer.id === "parcels" && index === -1) return term("status", value);
  if (layer.id === "parcels" && index === -2) return say("use_unknown");
  return pick(label);
}

/** The slider of days on which something changed; its last step is today. */
export class Timeline {
  constructor(dates, changed) {
    this.dates = dates;
    this.changed = changed;
    const range = byId("time-range");
    range.max = dates.length;
    document.body.classList.toggle("without-days", dates.length === 0);
    range.addEventListener("input", () => this.choose(this.dates[Number(range.value)] ?? null));
    byId("time-before").addEventListener("click", () => this.step(-1));
    byId("time-after").addEventListener("click", () => this.step(1));
    byId("time-today").addEventListener("click", () => this.choose(null));
    byId("banner-today").addEventListener("click", () => { this.choose(null); byId("map").focus(); });
    byId("time-day").addEventListener("change", (event) => this.choose(event.target.value || null));
    this.years();
    this.write();
  }

  /** Where the slider stands: at the last change that is not after the day asked of. */
  place() {
    const day = asOf();
    if (!day) return this.dates.length;
    return Math.max(0, this.dates.findLastIndex((date) => date <= day));
  }

  step(by) {
    const next = Math.min(this.dates.length, Math.max(0, this.place() + by));
    this.choose(this.dates[next] ?? null);
  }

  choose(day) {
    this.changed(day);
    this.write();
  }

  /** Writes the day everywhere it stands. */
  write() {
    const day = asOf();
    const place = this.place();
    const range = byId("time-range");
    range.value = place;
    range.style.setProperty("--share", this.dates.length ? `${(place / this.dates.length) * 100}%` : "100%");
    range.setAttribute("aria-valuetext", day ?? say("today"));
    byId("time-day").value = day ?? new Date().toLocaleDateString("sv");
    byId("time-before").disabled = place === 0;
    byId("time-after").disabled = !day;
    byId("time-today").disabled = !day;
    byId("banner").hidden = !day;
    byId("banner-text").textContent = day ? say("state_of", day) : "";
    document.body.classList.toggle("of-the-past", Boolean(day));
  }

  /** Writes the years below the slider, where each begins, as far as there is room. */
  years() {
    const line = byId("time-years");
    line.replaceChildren();
    let last = -1;
    this.dates.forEach((date, index) => {
      const share = (index / this.dates.length) * 100;
      const tick = el("i", {});
      tick.style.left = `${share}%`;
      line.append(tick);
      if (date.slice(0, 4) === this.dates[index - 1]?.slice(0, 4) || (last >= 0 && share - last < 9)) return;
      const year = el("span", {}, date.slice(0, 4));
      year.style.left = `${share}%`;
      line.append(year);
      last = share;
    });
  }
}

/**
 * Joins a button of the bar with its card. On a phone only one card is open at a time. Returns what
 * writes on the button whether the card is seen.
 */
export function foldable(button, card, other, opened) {
  const seen = () => getComputedStyle(byId(card)).display !== "none";
  const write = () => byId(button).setAttribute("aria-expanded", seen());
  byId(button).addEventListener("click", () => {
    const was = seen();
    if (NARROW.matches) byId(other).classList.remove("shown");
    byId(card).classList.toggle("shown", !was);
    byId(card).classList.toggle("hidden", was);
    if (!was) opened();
    write();
  });
  write();
  return write;
}
