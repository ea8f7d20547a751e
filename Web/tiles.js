// The layers of the register on the map: fetches tiles, paints them, writes labels, finds what is pointed at.

import { anchor, holds, paint, SIDE, Tile } from "./tile.js";
import { address, ask } from "./service.js";
import { say } from "./words.js";

const KEPT = 500; // decoded tiles that are kept for another look
const PATIENCE = 350; // milliseconds after which a tile is painted with what has arrived
const FRAME = 9; // milliseconds of a frame that reading and painting may take
const LOAD = 1200; // features that may be painted in a frame: the browser draws them after we are done

/** Tiles by address: asked for once, however many want them; stopped when nobody does. */
class Store {
  constructor(fault) {
    this.entries = new Map();
    this.fault = fault;
  }

  /** Wants a tile for `user`; resolves to the tile, or null where it could not be read. */
  want(url, name, user) {
    let entry = this.entries.get(url);
    if (entry) this.entries.delete(url);
    else entry = { users: new Set(), controller: new AbortController(), tile: null, promise: null };
    this.entries.set(url, entry);
    entry.users.add(user);
    entry.promise ??= ask(url, { signal: entry.controller.signal, as: "buffer", quiet: true })
      .then((buffer) => (entry.tile = new Tile(buffer, name)))
      .catch((error) => {
        this.entries.delete(url);
        if (error.name !== "AbortError") this.fault(error);
        return null;
      });
    return entry;
  }

  /** Wants it no longer. */
  release(url, user) {
    const entry = this.entries.get(url);
    if (!entry) return;
    entry.users.delete(user);
    if (entry.users.size > 0) return;
    if (!entry.tile) {
      this.entries.delete(url);
      entry.controller.abort();
      return;
    }
    for (const [old, { users }] of this.entries) {
      if (this.entries.size <= KEPT) break;
      if (users.size === 0) this.entries.delete(old);
    }
  }
}

/** In which order layers lie over each other: areas, parcels, outlines, points, findings. */
export function rank(layer) {
  if (layer.id === "findings") return 5;
  if (layer.id === "parcels") return 2;
  if (layer.geometry === "point") return 4;
  if (layer.role === "existing_land_use") return 0;
  return layer.geometry === "line" || !(layer.style.other.symbol.fill || layer.style.other.symbol.hatch || layer.style.field) ? 3 : 1;
}

/** All visible layers in one grid of canvases. Fires "painted" and "fault". */
const Grid = L.GridLayer.extend({
  options: { tileSize: SIDE, minZoom: 1, maxZoom: 21, noWrap: true, keepBuffer: 1, updateWhenZooming: false },

  /** Takes the layers as map.json lists them, each with `on` and `version`. */
  initialize(layers, options) {
    L.setOptions(this, options);
    this.sheets = [...layers].sort((a, b) => rank(a) - rank(b));
    this.records = new Set();
    this.queue = new Set();
    this.store = new Store((error) => this.fire("fault", { error }));
    this.on("tileunload", ({ tile }) => this.forget(tile.record));
  },

  createTile(coords, done) {
    const canvas = L.DomUtil.create("canvas", "sheet");
    const ratio = Math.min(3, Math.max(1, window.devicePixelRatio || 1));
    canvas.width = canvas.height = SIDE * ratio;
    const record = { coords: { ...coords }, canvas, ratio, done, held: new Map(), missing: 0 };
    canvas.record = record;
    this.records.add(record);
    this.fill(record);
    return canvas;
  },

  /** Where the tile of a layer is that covers a square of the map: its address, part and scale. */
  source(layer, { x, y, z }) {
    const level = Math.min(z - 1, layer.max_zoom);
    if (level < Math.max(0, layer.min_zoom)) return null;
    const scale = 2 ** (z - 1 - level);
    const [column, row] = [Math.floor(x / scale), Math.floor(y / scale)];
    const path = layer.tiles.replace("{z}", level).replace("{x}", column).replace("{y}", row);
    return { url: address(path), scale, left: (x / scale - column) * SIDE, top: (y / scale - row) * SIDE };
  },

  /** Asks for what a square of the map needs and has not; paints it when all is there. */
  fill(record) {
    for (const layer of this.sheets) {
      const source = layer.on ? this.source(layer, record.coords) : null;
      const held = record.held.get(layer.id);
      if (held && held.source.url === source?.url) continue;
      if (held) this.store.release(held.source.url, record);
      if (!source) { record.held.delete(layer.id); continue; }
      const next = { source, layer, tile: held?.tile ?? null, part: held?.tile ? held.part : source };
      record.held.set(layer.id, next);
      const entry = this.store.want(source.url, layer.id, record);
      if (entry.tile) { next.tile = entry.tile; next.part = source; continue; }
      record.missing += 1;
      entry.promise.then((tile) => {
        record.missing -= 1;
        if (record.held.get(layer.id) === next) { next.tile = tile ?? next.tile; next.part = source; }
        if (record.missing === 0) this.mark(record);
      });
    }
    if (record.missing === 0) this.mark(record);
    else setTimeout(() => record.missing > 0 && this.mark(record), PATIENCE);
  },

  /** Forgets a square that left the map, and stops what it asked for. */
  forget(record) {
    if (!record || !this.records.delete(record)) return;
    this.queue.delete(record);
    for (const { source } of record.held.values()) this.store.release(source.url, record);
  },

  /** Paints a square in one of the next frames. */
  mark(record) {
    if (!this.records.has(record)) return;
    this.queue.add(record);
    this.frame ??= requestAnimationFrame(() => this.work());
  },

  work() {
    this.frame = null;
    const start = performance.now();
    let load = 0;
    const late = () => load > LOAD || performance.now() - start > FRAME;
    for (const record of this.queue) {
      for (const { tile } of record.held.values()) if (tile?.decoded === null && tile.features && late()) break;
      if (late()) break;
      this.queue.delete(record);
      this.paint(record);
      for (const { tile } of record.held.values()) load += tile?.features.length ?? 0;
      if (late()) break;
    }
    if (this.queue.size) this.frame = requestAnimationFrame(() => this.work());
    else this.fire("painted");
  },

  paint(record) {
    const { canvas, ratio, coords, held } = record;
    const context = canvas.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    for (const layer of this.sheets) {
      const sheet = layer.on && held.get(layer.id);
      if (!sheet?.tile) continue;
      const { scale, left, top } = sheet.part;
      const zoom = ratio * scale;
      context.setTransform(zoom, 0, 0, zoom, -left * zoom, -top * zoom);
      paint(context, sheet.tile, layer, { scale, origin: [coords.x * SIDE - left * scale, coords.y * SIDE - top * scale], zoom: coords.z });
    }
    record.done?.(null, canvas);
    record.done = null;
  },

  /** Reads and paints everything anew: after another day, other layers or another filter. */
  refresh() {
    for (const record of this.records) this.fill(record);
  },

  /** Paints everything anew from what is held. */
  restyle(layer) {
    layer.version += 1;
    for (const record of this.records) this.mark(record);
  },

  /** The squares that are in view, with their place in pixels of the whole map. */
  inView() {
    const map = this._map;
    if (!map) return [];
    const zoom = map.getZoom();
    const { min, max } = map.getPixelBounds();
    return [...this.records].filter(({ coords: { x, y, z } }) => z === zoom
      && (x + 1) * SIDE > min.x && x * SIDE < max.x && (y + 1) * SIDE > min.y && y * SIDE < max.y);
  },

  /** The features of a layer at a point of the map, as far as tiles tell. */
  featuresAt(latlng, id) {
    const point = this._map.project(latlng);
    for (const { coords, held } of this.inView()) {
      const [x, y] = [point.x - coords.x * SIDE, point.y - coords.y * SIDE];
      if (x < 0 || y < 0 || x >= SIDE || y >= SIDE) continue;
      const sheet = held.get(id);
      if (!sheet?.tile || !sheet.layer.on) return [];
      const { scale, left, top } = sheet.part;
      return sheet.tile.features.filter((feature) => feature.type === 3 && (!sheet.layer.filter || sheet.layer.filter(feature.props))
        && holds(feature, left + x / scale, top + y / scale));
    }
    return [];
  },
});

/** The layers of the register as one Leaflet layer. */
export const grid = (layers) => new Grid(layers);

/** Writes labels over the map, the largest land first, none over another. */
const Labels = L.Layer.extend({
  initialize(sheets) {
    this.grid = sheets;
  },

  onAdd(map) {
    this.canvas = L.DomUtil.create("canvas", "labels", map.getPane("labels"));
    map.on("moveend zoomend resize", this.later, this);
    map.on("zoomstart", this.hide, this);
    this.grid.on("painted", this.later, this);
  },

  hide() { this.canvas.style.opacity = 0; },

  later() {
    this.frame ??= requestAnimationFrame(() => { this.frame = null; this.draw(); });
  },

  draw() {
    const map = this._map;
    const margin = 160;
    const size = map.getSize().add([2 * margin, 2 * margin]);
    const start = map.containerPointToLayerPoint([-margin, -margin]);
    const ratio = Math.max(1, window.devicePixelRatio || 1);
    const { canvas } = this;
    if (canvas.width !== size.x * ratio || canvas.height !== size.y * ratio) {
      canvas.width = size.x * ratio;
      canvas.height = size.y * ratio;
      canvas.style.width = `${size.x}px`;
      canvas.style.height = `${size.y}px`;
    }
    L.DomUtil.setPosition(canvas, start);
    canvas.style.opacity = 1;
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, size.x, size.y);
    context.lineJoin = "round";
    context.textAlign = "center";
    context.textBaseline = "middle";
    const shift = map.getPixelOrigin().add(start);
    const taken = [];
    const written = new Set();
    for (const label of this.wanted(map.getZoom())) this.write(context, label, shift, taken, written);
  },

  /** What should be written, the most important first; a feature cut by tiles only once. */
  wanted(zoom) {
    const best = new Map();
    for (const { coords, held } of this.grid.inView()) {
      for (const [id, { tile, layer, part }] of held) {
        if (!tile || !layer.on || zoom < layer.style.label_zoom || (rank(layer) < 2 && zoom < layer.style.label_zoom + 2)) continue;
        for (const feature of tile.features) {
          const [left, top, right, bottom] = feature.box;
          const size = Math.max(right - left, bottom - top) * part.scale;
          if (feature.type !== 1 && size < 22) continue;
          if (layer.filter && !layer.filter(feature.props)) continue;
          const key = `${id}/${feature.id ?? Math.random()}`;
          const weight = Math.min(1e6, (right - left) * (bottom - top) * part.scale ** 2)
            * (feature.props.status === "superseded" ? 0.001 : 1) + (id === "parcels" ? 1e7 : 0);
          if ((best.get(key)?.weight ?? -1) >= weight) continue;
          best.set(key, { feature, layer, coords, part, weight, parcels: rank(layer) < 2 ? held.get("parcels") : null });
        }
      }
    }
    return [...best.values()].sort((a, b) => b.weight - a.weight).slice(0, 1500);
  },

  write(context, { feature, layer, coords, part, parcels }, shift, taken, written) {
    const { props } = feature;
    const text = labelOf(layer, props);
    if (text === undefined || (layer.id === "findings" && written.has(text))) return;
    const flag = layer.style.schematic_field;
    const schematic = flag ? Boolean(props[flag]) : layer.schematic === "all";
    const [ax, ay] = feature.anchor ??= anchor(feature);
    // What lies below a parcel is not written on the parcel.
    if (parcels?.tile && parcels.layer.on && parcels.part.scale === part.scale && parcels.tile.features.some((one) => holds(one, ax, ay))) return;
    const x = coords.x * SIDE + (ax - part.left) * part.scale - shift.x;
    const y = coords.y * SIDE + (ay - part.top) * part.scale - shift.y + (feature.type === 1 ? 14 : 0);
    const main = layer.id === "parcels" && props.status !== "superseded";
    context.font = `${main ? 600 : 400} ${main ? 12.5 : 11.5}px ${FONT}`;
    const width = context.measureText(text).width;
    const box = [x - width / 2 - 3, y - 8, x + width / 2 + 3, y + (schematic ? 20 : 8)];
    if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return;
    taken.push(box);
    written.add(text);
    halo(context, String(text), x, y, main ? "#1d2a2c" : "#4a5456");
    if (!schematic) return;
    context.font = `400 10px ${FONT}`;
    halo(context, say("schematic_short"), x, y + 13, "#5b5346");
  },
});

const FONT = "\"Noto Sans CJK SC\", \"PingFang SC\", \"Microsoft YaHei\", sans-serif";

/** What is written on a feature: the first field of the style that has a value, else what names it. */
function labelOf({ style }, props) {
  const named = Object.keys(props).find((key) => /名称$/.test(key)) ?? Object.keys(props).find((key) => /MC$/.test(key)) ?? "label";
  return [...(style.labels ?? []), named].map((field) => props[field]).find((value) => value !== undefined && value !== "");
}

/** The labels of the layers in a grid. */
export const labels = (sheets) => new Labels(sheets);

function halo(context, text, x, y, colour) {
  context.lineWidth = 3.2;
  context.strokeStyle = "rgba(255, 254, 249, 0.92)";
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
