// Made by Scripts/generate-page from Web. Do not edit.
// swift-format-ignore-file

extension PageText {
  static let drawJs = ##"""
// Asking with a shape: drawing it on the map, pasting or opening it, and the view of the answer.

import { area, el, icon, number, section } from "./notation.js";
import { facts, fact, inParts, layerAnswers, parcelRow } from "./panel.js";
import { shapesOfText } from "./plane.js";
import { address, ask, save } from "./service.js";
import { say } from "./words.js";

const byId = (id) => document.getElementById(id);
const STYLE = { color: "#0f4f55", weight: 2.5, fillColor: "#0f4f55", fillOpacity: 0.08, interactive: false };

/** Draws a polygon or a rectangle over the map, by pointer or keyboard. */
export class Pen {
  constructor(map, done) {
    this.map = map;
    this.done = done;
    this.mode = null;
    this.corners = [];
    this.layer = L.layerGroup().addTo(map);
    map.on("mousemove", ({ latlng }) => { if (this.mode && this.corners.length) { this.pointer = latlng; this.sketch(); } });
    byId("hint-undo").addEventListener("click", () => this.undo());
    byId("hint-finish").addEventListener("click", () => this.finish());
    byId("hint-cancel").addEventListener("click", () => this.stop());
  }

  /** Begins to draw: "polygon" or "rectangle". */
  start(mode) {
    this.mode = mode;
    this.corners = [];
    this.pointer = null;
    this.map.doubleClickZoom.disable();
    document.body.classList.add("drawing");
    byId("hint").hidden = false;
    byId("hint-finish").hidden = byId("hint-undo").hidden = mode === "rectangle";
    this.sketch();
    byId("map").focus({ preventScroll: true });
  }

  /** Ends without a shape. */
  stop() {
    if (!this.mode) return false;
    this.mode = null;
    this.layer.clearLayers();
    this.map.doubleClickZoom.enable();
    document.body.classList.remove("drawing");
    byId("hint").hidden = true;
    return true;
  }

  /** A key while drawing; whether it was meant for the pen. */
  key(event) {
    if (!this.mode) return false;
    if (event.key === "Escape") this.stop();
    else if (event.key === "Enter") this.finish();
    else if (event.key === "Backspace") this.undo();
    else if (event.key === " ") this.add(this.map.getCenter());
    else return false;
    event.preventDefault();
    return true;
  }

  /** A click on the map; whether it was meant for the pen. */
  click(latlng) {
    if (!this.mode) return false;
    this.add(latlng);
    return true;
  }

  add(latlng) {
    const last = this.corners.at(-1);
    // The second click of a double click is the same corner.
    if (last && this.map.latLngToLayerPoint(last).distanceTo(this.map.latLngToLayerPoint(latlng)) < 4) return;
    this.corners.push(latlng);
    if (this.mode === "rectangle" && this.corners.length === 2) return this.finish();
    this.sketch();
  }

  undo() {
    this.corners.pop();
    this.sketch();
  }

  finish() {
    if (!this.mode) return;
    const ring = this.ring(this.corners);
    if (ring.length < 3) { byId("hint-text").textContent = say("too_few"); return; }
    this.stop();
    const places = ring.concat([ring[0]]).map(({ lat, lng }) => [Number(lng.toFixed(8)), Number(lat.toFixed(8))]);
    this.done({ type: "Polygon", coordinates: [places] });
  }

  /** The corners of the shape: those given, or the four of a rectangle. */
  ring(corners) {
    if (this.mode !== "rectangle" || corners.length < 2) return corners;
    const [a, b] = corners;
    return [a, L.latLng(a.lat, b.lng), b, L.latLng(b.lat, a.lng)];
  }

  /** Shows what is drawn so far, and says it. */
  sketch() {
    this.layer.clearLayers();
    const ring = this.ring(this.pointer && this.corners.length ? [...this.corners, this.pointer] : this.corners);
    if (ring.length > 1) (ring.length > 2 ? L.polygon(ring, STYLE) : L.polyline(ring, STYLE)).addTo(this.layer);
    for (const corner of this.corners) L.circleMarker(corner, { ...STYLE, radius: 4, fillColor: "#fff", fillOpacity: 1 }).addTo(this.layer);
    byId("hint-text").textContent = this.corners.length && this.mode === "polygon"
      ? say("drawn_so_far", this.corners.length, area(extent(this.corners))) : say(this.mode === "rectangle" ? "draw_rectangle_help" : "draw_polygon_help");
  }
}

/** The area of a ring in square metres, roughly: only for the hint while drawing. */
function extent(ring) {
  const metres = 111320;
  const wide = metres * Math.cos((ring[0].lat * Math.PI) / 180);
  let sum = 0;
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length];
    sum += (a.lng - ring[0].lng) * (b.lat - ring[0].lat) - (b.lng - ring[0].lng) * (a.lat - ring[0].lat);
  });
  return Math.abs(sum / 2) * metres * wide;
}

/** The view from which one draws or pastes. */
export function shapeView(go) {
  const choice = (symbol, word, act) => el("button", { type: "button", class: "choice", onclick: act }, icon(symbol), el("span", {}, say(word)));
  return {
    key: "view=shape",
    kind: () => say("tools"),
    title: () => say("shape_tool"),
    body: () => [
      el("p", { class: "lead" }, say("shape_intro")),
      el("div", { class: "choices" }, choice("draw", "draw_polygon", () => go.draw("polygon")), choice("box", "draw_rectangle", () => go.draw("rectangle")),
        choice("paste", "paste_shape", () => go.paste())),
      el("p", { class: "soft" }, say("draw_polygon_help")),
    ],
  };
}

/** The dialog in which a shape is pasted or a file opened. */
export class PasteDialog {
  constructor(asked) {
    this.asked = asked;
    this.dialog = byId("paste");
    byId("paste-cancel").addEventListener("click", () => this.dialog.close());
    byId("paste-form").addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    byId("paste-file").addEventListener("change", () => this.chosen());
  }

  open() {
    byId("paste-fault").hidden = true;
    this.dialog.showModal();
  }

  /** Names the file that was chosen. */
  chosen() {
    byId("paste-fault").hidden = true;
    byId("paste-name").textContent = byId("paste-file").files[0]?.name ?? "";
  }

  /** Asks with the file, or with the pasted text. */
  async submit() {
    const file = byId("paste-file").files[0];
    const text = byId("paste-text").value;
    if (!file && !text.trim()) return this.fault(say("paste_empty"));
    const body = file ?? new Blob([text]);
    const readable = file ? await decoded(file) : text;
    const json = /^\s*(\{|\[\s*[{[\d"])/.test(readable); // coordinate text begins with a [heading]
    try {
      await this.asked({ body, type: json ? "application/geo+json" : "text/plain", crs: byId("paste-crs").value.trim(), name: file?.name ?? say("kind_shape"), shapes: shapesOfText(readable, json) });
      this.dialog.close();
      byId("paste-file").value = "";
      this.chosen();
    } catch (error) {
      this.fault(error.message);
    }
  }

  fault(text) {
    byId("paste-fault").textContent = text;
    byId("paste-fault").hidden = false;
  }
}

/** The text of a file, in UTF-8 or else in the national encoding. */
async function decoded(file) {
  const bytes = await file.arrayBuffer();
  const tag = new Uint8Array(bytes.slice(0, 2));
  if (tag[0] === 255 && tag[1] === 254) return new TextDecoder("utf-16le").decode(bytes);
  if (tag[0] === 254 && tag[1] === 255) return new TextDecoder("utf-16be").decode(bytes);
  try { return new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch { return new TextDecoder("gb18030").decode(bytes); }
}

/** Asks the server with a shape: the answers, one for each shape. */
export async function askShape({ body, type, crs }, f = "json") {
  const answer = await ask(address("lookup", { crs, f }), { body, type, as: f === "json" ? "json" : "blob" });
  return f === "json" ? [answer].flat() : answer;
}

/** The view of what shapes meet. */
export function shapeAnswerView(go, question, answers) {
  let name = question.name;
  if (/\.\w+$/.test(name)) name = name.replace(/\.\w+$/, "");
  const fetchAs = async (f) => {
    try { save(await askShape(question, f), `${name}.${f}`); } catch (error) { go.fault(error); }
  };
  const one = (answer) => {
    const { asked = {}, parcels = [] } = answer;
    return [
      asked.area_m2 !== undefined ? facts(fact(say("asked_area"), `${area(asked.area_m2)} · ${number(asked.area_m2 / 10000, 2)} ${say("hectares")}`)) : null,
      section(`${say("meets_parcels")}${parcels.length ? ` (${number(answer.parcel_check?.count ?? parcels.length)})` : ""}`,
        parcels.length ? inParts(parcels, (parcel) => parcelRow(go, parcel)) : el("p", { class: "empty" }, say("meets_none")),
        answer.parcel_check?.without_boundary ? el("p", { class: "soft" }, say("may_be_anywhere", answer.parcel_check.without_boundary)) : null),
      section(say("in_layers"), layerAnswers(answer.layers, "of_shape")),
    ];
  };
  const label = (answer, index) => answer.asked?.label?.replace(/^@\S+\s*/, "") || say("shape_number", index + 1);
  return {
    key: `shape=${question.number}`,
    question,
    kind: () => say("kind_shape"),
    title: () => question.name,
    enter: () => go.showShapes(question.shapes),
    leave: () => go.showShapes(null),
    body: () => [
      question.shapes ? null : el("p", { class: "soft" }, say("not_drawn")),
      answers.length === 1 ? one(answers[0])
        : [el("p", { class: "lead" }, say("asked_shapes", answers.length)), inParts(answers.map((answer, index) => [answer, index]), ([answer, index]) => {
          const box = el("details", { class: "group" }, el("summary", {}, el("span", { class: "group-name" }, label(answer, index), el("span", { class: "group-family" }, area(answer.asked?.area_m2))),
            el("span", { class: "count" }, number(answer.parcels?.length ?? 0))));
          box.addEventListener("toggle", () => { if (box.open && box.childElementCount === 1) box.append(...one(answer).filter(Boolean)); });
          return el("li", {}, box);
        }, { size: 100, list: el("ul", { class: "groups" }) })],
      section(say("downloads"), el("div", { class: "downloads" },
        [["geojson", "GeoJSON", "save"], ["csv", "CSV", "save"], ["html", say("report"), "print"]].map(([f, text, symbol]) =>
          el("button", { type: "button", class: "button", onclick: () => fetchAs(f) }, icon(symbol), text)))),
      el("div", { class: "row" }, el("button", { type: "button", onclick: () => go.shape() }, say("new_shape"))),
    ].flat(2),
  };
}

"""##
}
