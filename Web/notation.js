// How things are written: elements of the page, numbers, areas, intervals, uses, terms of the model.

import { known, pick, say, spoken } from "./words.js";

let terms = {};
let layers = []; // of the map
let colours = new Map(); // code of a use → its symbol

/** Takes the terms and the colours of uses from the server's map. */
export function learn(world) {
  terms = world.terms ?? {};
  layers = world.layers ?? [];
  const style = world.layers?.find((layer) => layer.id === "parcels")?.style;
  colours = new Map((style?.categories ?? []).map((category) => [category.value, category.symbol]));
  if (style?.other) colours.set("", style.other.symbol);
}

/** An element with its attributes (on… are listeners, null ones are left out) and children. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** One of the symbols of index.html. */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** The badge of whatever is only schematic, wholly or in part. */
export const schematicBadge = (partly = false) => el("span", { class: "badge schematic", title: say("schematic_long") }, say(partly ? "schematic_partly" : "schematic"));

/** The name of a thing of the model: `term("status", "planned")`. */
export function term(group, key) {
  const words = terms[group]?.[key];
  return words ? pick(words) : key ?? "";
}

/** The name of a property of a parcel. */
export function propertyName(key) {
  if (terms.indicator?.[key]) return pick(terms.indicator[key]);
  return known(key) ? say(key) : key;
}

/**
 * The title of a layer by its name in the register, without the note that it is schematic, which a
 * badge says. Where only Chinese is known, English names it by its role.
 */
export function layerTitle(name) {
  const layer = layers.find((one) => one.name === name);
  const title = pick(layer?.title ?? name).replace(/（示意）$| \(schematic\)$/, "");
  if (spoken() !== "en" || !/[\u4e00-\u9fff]/.test(title) || !terms.role?.[layer?.role] || layer.role === "other") return title;
  const role = term("role", layer.role).replace(/^./, (first) => first.toUpperCase());
  return layers.filter((one) => one.role === layer.role).length > 1 ? `${role}: ${title}` : role;
}

/** Why something was not checked, from its key: `layer_missing:detailed_plan`. */
export function reason(key) {
  if (!key) return "";
  const [kind, role] = key.split(":");
  if (terms.reason?.[key]) return pick(terms.reason[key]);
  if (kind === "layer_missing" && role) return say("reason_layer_missing", term("role", role));
  return term("reason", kind);
}

/** What stands between a name and what it is, and between the parts of a list. */
export const colon = () => (spoken() === "en" ? ": " : "：");
export const semicolon = () => (spoken() === "en" ? "; " : "；");

/** A number with at most `places` decimals, thousands apart. */
export function number(value, places = 0, fixed = false) {
  if (value === null || value === undefined || Number.isNaN(value)) return "";
  return Number(value).toLocaleString("en-US", { maximumFractionDigits: places, minimumFractionDigits: fixed ? places : 0 });
}

/** An area in one line: `41,856 m²（62.78 亩）`. */
export function area(squareMetres, { about = false } = {}) {
  if (squareMetres === null || squareMetres === undefined) return "";
  const digits = squareMetres < 100 ? 2 : 0;
  const metres = `${about ? say("about") : ""}${number(squareMetres, digits)} ${say("square_metres")}`;
  const mu = `${number(squareMetres * 0.0015, 2)} ${say("mu")}`;
  return spoken() === "en" ? `${metres} (${mu})` : `${metres}（${mu}）`;
}

/** A share in percent; what is nearly all or nearly none is not rounded to all or none. */
export function share(percent) {
  if (percent === null || percent === undefined) return "";
  if (percent > 0 && percent < 0.01) return "<0.01%";
  if (percent < 100 - 1e-6 && percent > 99.99) return ">99.99%";
  return `${number(percent, percent < 1 ? 2 : percent < 10 ? 1 : percent > 99.9 && percent < 100 - 1e-6 ? 2 : 1)}%`;
}

/** A length or a distance. */
export function length(metres) {
  if (metres === null || metres === undefined) return "";
  return metres >= 1000 ? `${number(metres / 1000, 2)} km` : `${number(metres, metres < 10 ? 2 : 1)} m`;
}

/** The place of an indicator among those of a parcel: the order in which approvals state them. */
export const indicatorOrder = (key) => terms.indicator?.[key]?.order ?? 99;

/** An interval as people write it: `≤ 2.6`, `20%–30%`, `≥ 35%`, `> 1.0，≤ 2.5`. */
export function interval(range, indicator) {
  const { unit: own = "", decimals: least = 0 } = terms.indicator?.[indicator] ?? {};
  const unit = range.per_100_m2 ? "/100 m²" : own;
  const text = (value) => `${least ? Number(value).toFixed(Math.max(least, decimals(value))) : number(value, 4)}${unit === "%" ? "%" : unit ? ` ${unit}` : ""}`;
  const { min, max } = range;
  const low = min !== undefined && min !== null;
  const high = max !== undefined && max !== null;
  if (low && high && min === max) return text(min);
  if (low && high && range.min_inclusive !== false && range.max_inclusive !== false) {
    return unit && unit !== "%" ? `${text(min).replace(` ${unit}`, "")}–${text(max)}` : `${text(min)}–${text(max)}`;
  }
  // Printed without a sign: neither end.
  if (!low && !high && range.value !== undefined && range.value !== null) return text(range.value);
  const parts = [];
  if (low) parts.push(`${range.min_inclusive === false ? ">" : "≥"} ${text(min)}`);
  if (high) parts.push(`${range.max_inclusive === false ? "<" : "≤"} ${text(max)}`);
  return parts.join(spoken() === "en" ? ", " : "，") || "–";
}

const decimals = (value) => (String(value).split(".")[1] ?? "").length;

/** The uses of a parcel in one line: `070102 二类城镇住宅用地 / 0702 …`. */
export const uses = (list) => (list ?? []).map((use) => [use.code, use.name].filter(Boolean).join(" ")).join(" / ");

/** The key under which the colour of a parcel's uses is known. */
export const useKey = (list) => (list ?? []).map((use) => use.code ?? "").join("/");

/** The symbol of a parcel's uses, or that of land without a known use. */
export function useSymbol(list) {
  const key = useKey(list);
  return colours.get(key) ?? colours.get(key.split("/")[0]) ?? colours.get("");
}

/** A square in the colour of a use. */
export function swatch(symbol) {
  const square = el("span", { class: "swatch", "aria-hidden": "true" });
  if (symbol?.fill) square.style.backgroundColor = symbol.fill;
  if (symbol?.outline) square.style.borderColor = symbol.outline;
  return square;
}

/** The value of a property, as the history lists it. */
export function propertyValue(key, value) {
  if (value === null || value === undefined) return "";
  if (key === "land_use" && Array.isArray(value)) return uses(value);
  if (key === "area_m2" || key === "area") return area(typeof value === "object" ? value.m2 ?? value.area_m2 : value);
  if (key === "status") return term("status", value);
  if (key === "quality") return term("quality", value);
  if (terms.indicator?.[key] && typeof value === "object") return interval(value, key);
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (Array.isArray(value)) return value.map((one) => propertyValue(key, one)).join(semicolon());
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** What a feature of a layer is called: by its attributes, else by its number. */
export function featureName(feature) {
  const attributes = feature.attributes ?? {};
  const names = Object.keys(attributes).filter((key) => typeof attributes[key] === "string" && attributes[key]);
  const best = names.find((key) => /名称$|^label$|^name$/i.test(key)) ?? names.find((key) => /MC$/.test(key))
    ?? names.find((key) => /code$|BM$|id$/i.test(key));
  return best ? attributes[best] : say("feature", feature.feature);
}

/** A line of facts: name and value; nothing where there is no value. */
export function fact(name, ...value) {
  const there = value.flat(2).filter((part) => part !== null && part !== undefined && part !== "" && part !== false);
  return there.length ? [el("dt", {}, name), el("dd", {}, there)] : [];
}

/** A part of the panel with its heading. */
export function section(title, ...content) {
  return el("section", { class: "part" }, el("h3", {}, title), content);
}

/** Says something to those who listen to the page. */
export function announce(text) {
  const live = document.getElementById("live");
  live.textContent = "";
  requestAnimationFrame(() => { live.textContent = text; });
}
