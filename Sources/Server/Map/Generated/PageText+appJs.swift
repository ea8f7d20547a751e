// Made by Scripts/generate-page from Web. Do not edit.
// swift-format-ignore-file

extension PageText {
  static let appJs = ##"""
// Starts the page: reads the register's map, joins map, search and panel, and keeps all state in the address.

import { foldable, LayerList, Timeline } from "./controls.js";
import { askShape, PasteDialog, Pen, shapeAnswerView, shapeView } from "./draw.js";
import { findingsView } from "./findings.js";
import { colon, el, learn } from "./notation.js";
import { Panel, placeView } from "./panel.js";
import { absentView, documentView, parcelView, siteView } from "./parcel.js";
import { Search } from "./search.js";
import { address, ask, asOf, setAsOf } from "./service.js";
import { NARROW, Stage } from "./stage.js";
import { applyWords, chooseLanguage, pick, say, speak, spoken } from "./words.js";

const byId = (id) => document.getElementById(id);

let world = null; // the answer of map.json
let stage = null;
let panel = null;
let pen = null;
let paste = null;
let list = null;
let timeline = null;
let quietly = true; // while the address is read it is not written
let shapes = 0; // how many shapes were asked with
let turn = 0; // of openings: a later one makes the answer of an earlier one void
const folds = []; // say of the buttons of cards whether the cards are seen
let written = null; // the key of the view that the address names

/** What the views may do: open one another, and show things on the map. */
const go = {
  get panel() { return panel; },
  current: () => panel.view?.parcel?.parcel_id || panel.view?.parcel?.name,
  fault: (error) => notice(error),

  /** Opens a parcel by its number; plan and county tell those of one number apart. */
  parcel(id, { plan, county, above = false, zoom = false, focus = true } = {}) {
    const mine = ++turn;
    const again = () => go.parcel(id, { plan, county, above: panel.stack.length > 1, focus: false });
    return attempt(async () => {
      const [answer, own] = await Promise.all([ask(address("lookup", { q: id })), shapesOf(id)]);
      if (mine !== turn) return;
      const found = answer.parcels ?? [];
      const same = found.filter((one) => (one.parcel_id || one.name) === id);
      const parcel = same.find((one) => (!plan || one.plan === plan) && (!county || one.county === county)) ?? same[0] ?? found[0];
      if (!parcel) { panel.show(absentView(id, again), { above, focus }); stage.highlight([]); return; }
      const check = ask(address("check", { f: "json", parcel: id }), { quiet: true });
      const mineOnly = own.filter(({ properties }) => (properties.parcel_id || properties.name) === (parcel.parcel_id || parcel.name) && (properties.plan ?? "") === (parcel.plan ?? ""));
      open(parcelView(go, parcel, answer, check), mineOnly, { above, again, focus, zoom });
    });
  },

  /** Asks what lies at a point; one parcel is opened at once, several are listed. */
  place(latlng, { zoom = false, focus = true } = {}) {
    const mine = ++turn;
    const text = `${latlng.lng.toFixed(7)},${latlng.lat.toFixed(7)}`;
    stage.pin(latlng);
    return attempt(async () => {
      const answer = await ask(address("lookup", { q: text }));
      if (mine !== turn) return;
      if (zoom) stage.approach(latlng);
      const parcels = answer.parcels ?? [];
      if (parcels.length === 1) { await go.parcel(parcels[0].parcel_id || parcels[0].name, { ...parcels[0], focus }); return; }
      const view = placeView(go, answer, latlng);
      view.enter = () => stage.pin(latlng);
      view.moved = () => go.place(latlng, { focus: false });
      panel.show(view, { focus });
      stage.pin(latlng, true);
    });
  },

  /** Opens a document and shows its parcels. */
  document(id, { focus = true } = {}) {
    const mine = ++turn;
    return attempt(async () => {
      const [answer, own] = await Promise.all([ask(address("lookup", { q: id })), shapesOf(id)]);
      const source = answer.documents?.find((one) => one.number === id || one.title === id) ?? answer.documents?.[0];
      if (mine === turn && source) open(documentView(go, source, answer), own, { zoom: focus, focus, again: () => go.document(id, { focus: false }) });
    });
  },

  site: (site) => panel.show(siteView(site)),
  shape: () => panel.show(shapeView(go)),
  findings: () => panel.show(findingsView(go)),
  paste: () => paste.open(),

  draw(mode) {
    if (NARROW.matches) panel.close();
    pen.start(mode);
  },

  /** Asks with a shape and shows what it meets. */
  async ask(question) {
    const answers = await askShape(question);
    shapes += 1;
    panel.show(shapeAnswerView(go, { ...question, number: shapes }, answers));
    go.showShapes(question.shapes, true);
  },

  /** Shows shapes that were asked with, or none. */
  showShapes(collection, move = false) {
    const features = collection ? L.geoJSON(collection).toGeoJSON().features ?? [] : [];
    stage.highlight(features);
    if (move && features.length) stage.fit(features);
  },

  /** Shows the shape of a finding; whether it has one. */
  async finding(finding) {
    const parcel = finding.subjects?.find((subject) => subject.kind === "parcel")?.label;
    const answer = await ask(address("check", { f: "geojson", rule: finding.code, parcel }));
    const own = answer.features.filter(({ geometry, properties }) => geometry && properties.id === finding.id);
    stage.highlight(own);
    if (own.length) stage.fit(own);
    return own.length > 0;
  },

  /** Shows the layer of findings while conflicts are listed; afterwards it is as it was. */
  showFindings(on) {
    const layer = world.layers.find(({ id }) => id === "findings");
    if (!layer) return;
    if (on) layer.before ??= [layer.on];
    const next = on || (layer.before?.[0] ?? layer.on);
    if (!on) layer.before = null;
    if (layer.on !== next) { switchLayer(layer, next); list.build(); }
  },

  /** Shows only those findings on the map that the filter takes. */
  filterFindings(filter) {
    const layer = world.layers.find(({ id }) => id === "findings");
    if (!layer || layer.filter === filter) return;
    layer.filter = filter;
    stage.sheets.restyle(layer);
  },
};

/** The shapes of what is found by a name, in longitude and latitude. */
async function shapesOf(name) {
  const answer = await ask(address("lookup", { q: name, f: "geojson" })).catch(() => null);
  return (answer?.features ?? []).filter(({ geometry }) => geometry);
}

/** Shows a view with its shapes on the map. */
function open(view, features, { above = false, zoom = false, focus = true, again } = {}) {
  view.moved = again;
  view.enter = () => stage.highlight(features);
  view.leave = () => stage.highlight([]);
  panel.show(view, { above, focus });
  stage.highlight(features);
  if (features.length && (zoom || !stage.inSight(features))) stage.fit(features, zoom ? 17 : stage.map.getZoom());
}

/** Does something that asks the server; a fault is told calmly. */
async function attempt(work) {
  try { await work(); } catch (error) { if (error.name !== "AbortError") notice(error, () => attempt(work)); }
}

/** Tells a fault, or a text, until it is dismissed. */
function notice(error, retry) {
  const box = byId("notice");
  const [head, text] = typeof error === "string" ? ["", error] : error.gone ? [say("server_gone"), say("server_gone_long")] : [say("fault"), error.message];
  const button = (word, act) => el("button", { type: "button", onclick: () => { box.hidden = true; act?.(); } }, say(word));
  box.replaceChildren(el("p", {}, head ? el("strong", {}, head) : null, " ", text), ...(retry ? [button("retry", retry)] : []), button("dismiss"));
  box.hidden = false;
}

function switchLayer(layer, on) {
  layer.on = on;
  stage.sheets.refresh();
  remember();
}

/** Shows another day: tiles, panel and address follow. */
function travel(day) {
  if ((day || null) === asOf()) return;
  setAsOf(day);
  stage.sheets.refresh();
  list.build(); // the counts are today's
  remember();
  panel.view?.moved?.();
}

/** Writes all state into the address, so that what is seen can be sent to a colleague. */
function remember() {
  if (quietly) return;
  const { lat, lng } = stage.map.getCenter();
  const { view } = panel;
  const parts = [`map=${stage.map.getZoom()}/${lat.toFixed(5)}/${lng.toFixed(5)}`];
  if (asOf()) parts.push(`as-of=${asOf()}`);
  for (const part of (view?.key ?? "").split("&")) {
    const [key, value] = part.split(/=(.*)/s);
    if (value && ["parcel", "plan", "document", "view", "at"].includes(key)) parts.push(`${key}=${encodeURIComponent(value)}`);
  }
  const switched = world.layers.filter((layer) => layer.id !== "findings" && layer.on !== layer.visible).map(({ id }) => id);
  if (switched.length) parts.push(`switched=${switched.join(",")}`);
  const text = `#${parts.join("&")}`;
  if (text !== location.hash) history[view && view.key !== written ? "pushState" : "replaceState"](null, "", text);
  written = view?.key ?? null;
}

/** Does what the address says. */
async function recall() {
  quietly = true;
  const state = new URLSearchParams(location.hash.slice(1));
  const [zoom, lat, lng] = (state.get("map") ?? "").split("/").map(Number);
  const placed = zoom > 0 && Number.isFinite(lat) && Number.isFinite(lng);
  if (placed) stage.map.setView([lat, lng], zoom, { animate: false });
  const switched = (state.get("switched") ?? "").split(",");
  for (const layer of world.layers) layer.on = layer.visible !== switched.includes(layer.id);
  setAsOf(state.get("as-of"));
  timeline.write();
  list.build();
  stage.sheets.refresh();
  const at = (state.get("at") ?? "").split(",").map(Number);
  if (state.get("parcel")) await go.parcel(state.get("parcel"), { plan: state.get("plan"), zoom: !placed });
  else if (state.get("document")) await go.document(state.get("document"));
  else if (at.length === 2) await go.place(L.latLng(at[1], at[0]));
  else if (state.get("view") === "conflicts") go.findings();
  else if (state.get("view") === "shape") go.shape();
  else if (panel.view) panel.close();
  written = panel.view?.key ?? null;
  quietly = false;
  remember();
}

/** Keys that work everywhere: `/`, Esc, and those of the map. */
function keys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const typing = event.target.closest("input:not([type=checkbox]):not([type=range]), textarea, select");
    const onMap = event.target === byId("map");
    if (!typing && (onMap || event.key === "Escape") && pen.key(event)) return;
    if ((event.key === "/" || (event.code === "Slash" && !event.shiftKey)) && !typing) { event.preventDefault(); byId("search").focus(); byId("search").select(); }
    else if (event.key === "Escape" && byId("menu").open) { byId("menu").open = false; byId("menu").firstElementChild.focus(); }
    else if (event.key === "Escape" && !typing && panel.view) panel.close();
    else if (event.key === " " && onMap) { event.preventDefault(); go.place(stage.map.getCenter()); }
  });
}

/** What the buttons of the bar do. */
function buttons() {
  const opened = () => { if (NARROW.matches) panel.close(); list.legend(); };
  folds.push(foldable("do-layers", "layers", "timeline", opened), foldable("do-timeline", "timeline", "layers", opened));
  NARROW.addEventListener("change", () => folds.forEach((fold) => fold()));
  byId("do-shape").addEventListener("click", () => go.shape());
  byId("do-findings").addEventListener("click", () => go.findings());
  byId("do-help").addEventListener("click", () => { byId("menu").open = false; byId("help").showModal(); });
  byId("help-close").addEventListener("click", () => byId("help").close());
  byId("do-language").addEventListener("click", () => { speak(spoken() === "en" ? "zh" : "en", true); write(); });
  document.addEventListener("pointerdown", (event) => { if (!event.target.closest("#menu")) byId("menu").open = false; });
}

/** Writes all words, in the language that is spoken. */
function write() {
  applyWords();
  const county = pick(world?.title);
  document.title = say("page_title", county);
  byId("county").textContent = county;
  byId("do-language").textContent = say("other_language");
  byId("do-language").lang = spoken() === "en" ? "zh-CN" : "en";
  const rows = [["/", "key_search"], ["Esc", "key_escape"], ["← ↑ → ↓", "key_move"], ["+ −", "key_zoom"], [say("key_space"), "key_centre"], ["Enter", "key_finish"], ["Backspace", "key_undo"]];
  byId("help-keys").replaceChildren(...rows.flatMap(([key, word]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, say(word))]));
  if (!stage) return;
  list.build();
  timeline.write();
  stage.map.fire("moveend");
  if (panel.view) panel.write();
}

/** Reads the register's map and makes the page; a server that is gone is told, and may be tried again. */
async function start() {
  chooseLanguage(null);
  write();
  try {
    world = await ask("map.json");
  } catch (error) {
    notice(error, start);
    return;
  }
  chooseLanguage(world.language);
  learn(world);
  for (const layer of world.layers) Object.assign(layer, { on: layer.visible, version: 0, filter: null });
  panel = new Panel({ changed: (view) => {
    byId("do-findings").setAttribute("aria-pressed", view?.key === "view=conflicts");
    folds.forEach((fold) => fold());
    remember();
  } });
  stage = new Stage(world);
  list = new LayerList(world, stage.map, stage.sheets, { base: stage.base, changed: switchLayer });
  timeline = new Timeline(world.dates ?? [], travel);
  pen = new Pen(stage.map, (geometry) => attempt(() => go.ask({
    body: JSON.stringify(geometry), type: "application/geo+json", name: say("drawn_shape"), shapes: { type: "Feature", properties: {}, geometry } })));
  paste = new PasteDialog((question) => go.ask(question));
  new Search(go);
  let told = false;
  stage.sheets.on("fault", ({ error }) => {
    if (told) return;
    told = true;
    notice(error.gone ? error : say("tiles_fault"), () => { told = false; stage.sheets.refresh(); });
  });
  let clicked = 0; // a double click zooms and asks nothing
  stage.map.on("click", ({ latlng }) => { clearTimeout(clicked); if (!pen.click(latlng)) clicked = setTimeout(() => go.place(latlng), 180); });
  stage.map.on("dblclick", () => { clearTimeout(clicked); pen.finish(); });
  stage.map.on("moveend", remember);
  window.addEventListener("popstate", recall);
  keys();
  buttons();
  write();
  if (!world.layers.some(({ count }) => count > 0)) notice(`${say("empty_register")}${colon()}${say("empty_register_long")}`);
  await recall();
}

start();

"""##
}
