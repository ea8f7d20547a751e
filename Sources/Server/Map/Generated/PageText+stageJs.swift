// Made by Scripts/generate-page from Web. Do not edit.
// swift-format-ignore-file

extension PageText {
  static let stageJs = ##"""
// The map itself: its making, what is highlighted on it, where it moves, and the buttons and figures on it.

import { el } from "./notation.js";
import { grid, labels } from "./tiles.js";
import { say } from "./words.js";

const byId = (id) => document.getElementById(id);
const CALM = matchMedia("(prefers-reduced-motion: reduce)").matches;
const SELECTED = { color: "#0b3f44", weight: 3.5, fill: false, interactive: false };
const CASING = { color: "#fffef9", weight: 7, fill: false, opacity: 0.9, interactive: false };

/** Whether the window is as narrow as a phone's, where the panel lies below the map. */
export const NARROW = matchMedia("(max-width: 820px)");

/** The map with the register's layers. */
export class Stage {
  constructor(world) {
    this.world = world;
    this.map = L.map("map", {
      zoomControl: false, minZoom: 4, maxZoom: 21, zoomAnimation: !CALM, fadeAnimation: false, inertia: !CALM, keyboardPanDelta: 120,
    });
    this.map.attributionControl.setPrefix("");
    const pane = this.map.createPane("labels");
    pane.style.zIndex = 450;
    pane.style.pointerEvents = "none";
    this.base = world.base_map ? this.baseMap(world.base_map) : null;
    this.home();
    this.sheets = grid(world.layers).addTo(this.map);
    labels(this.sheets).addTo(this.map);
    this.marks = L.layerGroup().addTo(this.map);
    this.furnish();
    this.hover();
  }

  /** The base map's layers below all others, with a switch. */
  baseMap({ layers, subdomains, attribution, max_zoom: maxNativeZoom }) {
    const { map } = this;
    const group = L.layerGroup(layers.map((url) => L.tileLayer(url, { subdomains: subdomains ?? "abc", attribution, maxNativeZoom, maxZoom: 21, zIndex: 0 })));
    group.addTo(map);
    return { on: true, show(on) { this.on = on; if (on) group.addTo(map); else group.remove(); } };
  }

  /** Highlights shapes, or nothing; schematic ones are dashed. */
  highlight(features) {
    this.marks.clearLayers();
    if (!features.length) return;
    const pointToLayer = (_, latlng) => L.circleMarker(latlng, { radius: 9 });
    const many = features.length > 3 ? 0.6 : 1;
    for (const base of features.length > 200 ? [SELECTED] : [CASING, SELECTED]) {
      const style = { ...base, weight: base.weight * many };
      const dashed = ({ properties }) => (base === SELECTED && (properties?.boundary_schematic ?? properties?.schematic) ? { ...style, dashArray: "9 5" } : style);
      L.geoJSON(features, { style: dashed, pointToLayer, interactive: false }).addTo(this.marks);
    }
  }

  /** Marks the point that was asked of; `reveal` moves it out from under the panel. */
  pin(latlng, reveal = false) {
    this.marks.clearLayers();
    L.circleMarker(latlng, { ...CASING, radius: 7, weight: 5 }).addTo(this.marks);
    L.circleMarker(latlng, { ...SELECTED, radius: 7, weight: 2.5 }).addTo(this.marks);
    if (reveal) this.map.panInside(latlng, { ...this.padding(), animate: !CALM });
  }

  /** What the panel and the list of layers cover, as padding for Leaflet. */
  padding() {
    const panel = byId("panel");
    const shown = !panel.hidden;
    const { y: height } = this.map.getSize();
    if (NARROW.matches) return { paddingTopLeft: [24, 24], paddingBottomRight: [24, shown ? Math.min(panel.offsetHeight + 24, height - 120) : 40] };
    return { paddingTopLeft: [byId("layers").offsetWidth + 40, 60], paddingBottomRight: [shown ? panel.offsetWidth + 40 : 60, 90] };
  }

  /** Moves the map so that shapes are seen, no nearer than `nearest`. */
  fit(features, nearest = 17) {
    const bounds = L.geoJSON(features).getBounds();
    if (bounds.isValid()) this.map.fitBounds(bounds, { ...this.padding(), maxZoom: nearest, animate: !CALM });
  }

  /** Moves to a point, near enough to see parcels. */
  approach(latlng) {
    this.map.setView(latlng, Math.max(16, this.map.getZoom()), { animate: !CALM });
  }

  /** Whether shapes lie in the part of the map that the panel leaves free. */
  inSight(features) {
    const bounds = L.geoJSON(features).getBounds();
    const { paddingTopLeft: [left, top], paddingBottomRight: [right, bottom] } = this.padding();
    const size = this.map.getSize();
    const free = L.bounds([NARROW.matches ? left : 20, top - 20], [size.x - right, size.y - bottom + 40]);
    return free.contains(this.map.latLngToContainerPoint(bounds.getCenter()));
  }

  /** The whole register, or China where there is nothing. */
  home() {
    const [west, south, east, north] = this.world.extent ?? [80, 20, 130, 48];
    this.map.fitBounds([[south, west], [north, east]], { ...this.padding(), animate: !CALM, maxZoom: 16 });
  }

  /** Zoom buttons, the whole map, north, a metric scale, the coordinates of the pointer. */
  furnish() {
    const { map } = this;
    const button = (name, word, act, mark) => el("button", { type: "button", class: name, "data-label": word, "data-title": word, "aria-label": say(word), title: say(word), onclick: act }, mark);
    const control = L.control({ position: "bottomright" });
    control.onAdd = () => {
      const north = el("div", { class: "north", "aria-hidden": "true" }, el("span", { class: "needle" }), el("span", { "data-word": "north" }, say("north")));
      const box = el("div", { class: "zoom" }, north, el("div", { class: "zoom-buttons" }, button("zoom-in", "zoom_in", () => map.zoomIn(), "+"),
        button("zoom-out", "zoom_out", () => map.zoomOut(), "−"), button("zoom-home", "whole", () => this.home(), el("span", { class: "home-mark" }))));
      L.DomEvent.disableClickPropagation(box);
      return box;
    };
    control.addTo(map);
    L.control.scale({ position: "bottomleft", imperial: false, maxWidth: 120 }).addTo(map);
    const place = el("div", { class: "place" });
    byId("furniture").append(place);
    const write = ({ lng, lat }) => { place.textContent = `${lng.toFixed(5)}, ${lat.toFixed(5)}`; };
    map.on("mousemove", ({ latlng }) => write(latlng));
    map.on("moveend", () => write(map.getCenter()));
    write(map.getCenter());
  }

  /** A pointing hand over parcels, and their number beside the coordinates. */
  hover() {
    let frame = 0;
    this.map.on("mousemove", ({ latlng }) => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        const [top] = document.body.classList.contains("drawing") ? [] : this.sheets.featuresAt(latlng, "parcels");
        this.map.getContainer().classList.toggle("over-parcel", Boolean(top));
        byId("furniture").dataset.parcel = top?.props.parcel_id ?? "";
      });
    });
  }
}

"""##
}
