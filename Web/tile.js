// One vector tile: reads Mapbox Vector Tile 2.1 into flat arrays, and paints them on a canvas.

export const SIDE = 512; // pixels of a tile on the map
const FINE = 0.25; // pixels that a vertex must lie from the last one to be kept
const MILLIMETRE = 3.78; // css pixels of a millimetre on the map

/** A tile that is decoded when its features are first asked for: in a frame that has time for it. */
export class Tile {
  constructor(buffer, name) {
    Object.assign(this, { buffer, name, version: -1, groups: null, decoded: null });
  }

  get features() {
    if (this.decoded === null) {
      this.decoded = decode(this.buffer, this.name);
      this.buffer = null;
    }
    return this.decoded;
  }
}

/** Reads one layer of a tile: its features `{ id, type, props, rings, box }`, in tile pixels. */
export function decode(buffer, name) {
  const layers = [];
  read(new Uint8Array(buffer), (field, reader) => { if (field === 3) layers.push(reader.bytes()); });
  const features = [];
  for (const bytes of layers) {
    const layer = { name: "", extent: 4096, keys: [], values: [], features: [] };
    read(bytes, (field, reader) => {
      if (field === 1) layer.name = reader.text();
      else if (field === 2) layer.features.push(reader.bytes());
      else if (field === 3) layer.keys.push(reader.text());
      else if (field === 4) layer.values.push(value(reader.bytes()));
      else if (field === 5) layer.extent = reader.varint();
    });
    if (layers.length > 1 && layer.name !== name) continue;
    for (const feature of layer.features) features.push(decodeFeature(feature, layer));
  }
  return features;
}

/** Reads a message of protocol buffers field by field; fields that nobody reads are skipped. */
function read(bytes, take) {
  const reader = new Reader(bytes);
  while (reader.at < bytes.length) {
    const tag = reader.varint();
    const start = reader.at;
    take(tag >>> 3, reader, tag & 7);
    if (reader.at === start) reader.skip(tag & 7);
  }
}

class Reader {
  constructor(bytes) {
    this.data = bytes;
    this.at = 0;
  }

  varint() {
    let result = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.data[this.at++];
      result += (byte & 127) * factor;
      if (byte < 128 || byte === undefined) return result;
    }
  }

  bytes() {
    const size = this.varint();
    this.at += size;
    return this.data.subarray(this.at - size, this.at);
  }

  text() { return UTF8.decode(this.bytes()); }

  skip(wire) {
    if (wire === 0) this.varint();
    else if (wire === 1) this.at += 8;
    else if (wire === 2) this.bytes();
    else this.at += 4;
  }
}

const UTF8 = new TextDecoder();

function value(bytes) {
  let result = null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  read(bytes, (field, reader) => {
    if (field === 1) result = reader.text();
    else if (field === 2) result = view.getFloat32((reader.at += 4) - 4, true);
    else if (field === 3) result = view.getFloat64((reader.at += 8) - 8, true);
    else if (field === 4 || field === 5) result = reader.varint();
    else if (field === 6) { const number = reader.varint(); result = number % 2 ? -(number + 1) / 2 : number / 2; }
    else if (field === 7) result = reader.varint() === 1;
  });
  return result;
}

function decodeFeature(bytes, layer) {
  const feature = { id: null, type: 0, props: {}, rings: [], box: [Infinity, Infinity, -Infinity, -Infinity], anchor: null };
  read(bytes, (field, reader) => {
    if (field === 1) feature.id = reader.varint();
    else if (field === 3) feature.type = reader.varint();
    else if (field === 2) {
      const tags = new Reader(reader.bytes());
      while (tags.at < tags.data.length) feature.props[layer.keys[tags.varint()]] = layer.values[tags.varint()];
    } else if (field === 4) shape(feature, reader.bytes(), SIDE / layer.extent);
  });
  return feature;
}

let scratch = new Float32Array(8192); // the ring that is being read

/** Reads the commands of a geometry into rings of tile pixels, without vertices that nobody could see. */
function shape(feature, bytes, factor) {
  const reader = new Reader(bytes);
  const box = feature.box;
  let x = 0;
  let y = 0;
  let size = 0;
  const end = () => { if (size) feature.rings.push(scratch.slice(0, size)); size = 0; };
  const delta = (number) => (number % 2 ? -(number + 1) / 2 : number / 2);
  while (reader.at < bytes.length) {
    const command = reader.varint();
    const kind = command & 7;
    if (kind === 7) continue;
    for (let count = command >>> 3; count > 0; count -= 1) {
      if (kind === 1) end();
      x += delta(reader.varint());
      y += delta(reader.varint());
      const px = x * factor;
      const py = y * factor;
      if (kind === 2 && count > 1 && Math.abs(px - scratch[size - 2]) < FINE && Math.abs(py - scratch[size - 1]) < FINE) continue;
      if (size + 2 > scratch.length) scratch = Float32Array.from({ length: 2 * size }, (_, at) => scratch[at] ?? 0);
      scratch[size++] = px;
      scratch[size++] = py;
      if (px < box[0]) box[0] = px;
      if (py < box[1]) box[1] = py;
      if (px > box[2]) box[2] = px;
      if (py > box[3]) box[3] = py;
    }
  }
  end();
}

/** Whether a point of the tile lies in a polygon, by counting crossings of all its rings. */
export function holds(feature, x, y) {
  const [left, top, right, bottom] = feature.box;
  if (x < left || x > right || y < top || y > bottom) return false;
  let inside = false;
  for (const ring of feature.rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      if ((ring[i + 1] > y) !== (ring[j + 1] > y)
        && x < ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]) inside = !inside;
    }
  }
  return inside;
}

/** Where a label stands: the middle of the largest ring, moved into the land where it is outside. */
export function anchor(feature) {
  const [left, top, right, bottom] = feature.box.map((edge) => Math.min(SIDE, Math.max(0, edge)));
  const middle = [(left + right) / 2, (top + bottom) / 2];
  if (feature.type !== 3 || holds(feature, ...middle)) return middle;
  let best = [0, ...middle];
  for (const share of [0.5, 0.35, 0.65, 0.2, 0.8]) {
    const y = top + (bottom - top) * share;
    let start = null;
    for (let step = 0; step <= 48; step += 1) {
      const x = left + ((right - left) * step) / 48;
      const inside = step < 48 && holds(feature, x, y);
      if (inside && start === null) start = x;
      if (inside || start === null) continue;
      if (x - start > best[0]) best = [x - start, (start + x) / 2, y];
      start = null;
    }
  }
  return best.slice(1);
}

/** Which symbol a feature has in a style. */
export function symbolOf(style, props) {
  const { exception, field } = style;
  if (exception && String(props[exception.field]) === exception.value) return [-1, exception.symbol];
  if (field) {
    style.index ??= new Map(style.categories.map((category, index) => [category.value, index]));
    const index = style.index.get(String(props[field] ?? ""));
    if (index !== undefined) return [index, style.categories[index].symbol];
  }
  return [-2, style.other.symbol];
}

/** The features of a tile joined by symbol, one path each; kept until the layer's look changes. */
function groups(tile, layer) {
  if (tile.version === layer.version) return tile.groups;
  const found = new Map();
  for (const feature of tile.features) {
    if (layer.filter && !layer.filter(feature.props)) continue;
    const [index, symbol] = symbolOf(layer.style, feature.props);
    const flag = layer.style.schematic_field;
    const dashed = flag ? Boolean(feature.props[flag]) : layer.schematic === "all";
    const key = `${index}/${dashed}/${feature.type}`;
    let group = found.get(key);
    if (!group) found.set(key, group = { index, symbol, dashed, type: feature.type, path: new Path2D(), points: [] });
    if (feature.type === 1) group.points.push(...feature.rings);
    else trace(group.path, feature);
  }
  // Exceptions, as land that was divided, lie below; the rest as the legend lists them.
  tile.groups = [...found.values()].sort((a, b) => (a.index === -1 ? -99 : a.index) - (b.index === -1 ? -99 : b.index));
  tile.version = layer.version;
  return tile.groups;
}

function trace(path, feature) {
  for (const ring of feature.rings) {
    path.moveTo(ring[0], ring[1]);
    for (let i = 2; i < ring.length; i += 2) path.lineTo(ring[i], ring[i + 1]);
    if (feature.type === 3) path.closePath();
  }
}

/**
 * Paints a layer's tile; the context stands in tile pixels, each `scale` pixels of the map wide.
 * `origin` is where the tile begins on the whole map, so that hatches meet across tiles; `zoom` is the map's.
 */
export function paint(context, tile, layer, { scale, origin, zoom }) {
  const all = groups(tile, layer);
  const thin = Math.min(1, Math.max(0.4, (zoom - 9) / 6)); // far away lines are thinner, points smaller
  for (const group of all) if (group.type === 3) fill(context, group, scale, origin);
  for (const group of all) if (group.type !== 1) stroke(context, group, scale, thin);
  for (const group of all) for (const points of group.points) dots(context, points, group, scale, thin);
}

function fill(context, { symbol, path }, scale, origin = [0, 0]) {
  if (symbol.fill) {
    context.globalAlpha = symbol.opacity ?? 1;
    context.fillStyle = symbol.fill;
    context.fill(path);
    context.globalAlpha = 1;
  }
  if (symbol.hatch) {
    const pattern = hatch(context, symbol.hatch);
    const [left, top] = origin.map((start) => -(start % pattern.size) / scale);
    pattern.setTransform(new DOMMatrix().translate(left, top).scale(1 / (scale * HATCH_SCALE)));
    context.fillStyle = pattern;
    context.fill(path);
  }
}

function stroke(context, { symbol, path, dashed, type }, scale, thin = 1) {
  if (!symbol.outline) return;
  const width = Math.max(thin, (symbol.width ?? 0.2) * MILLIMETRE * thin);
  context.lineWidth = width / scale;
  context.strokeStyle = symbol.outline;
  context.lineJoin = "round";
  context.setLineDash(dashed && type !== 1 ? [5 + width, 3 + width].map((part) => (part * thin) / scale) : []);
  context.stroke(path);
  context.setLineDash([]);
}

function dots(context, points, { symbol, dashed }, scale, thin = 1) {
  const radius = (4.5 * thin) / scale;
  for (let i = 0; i < points.length; i += 2) {
    context.beginPath();
    context.arc(points[i], points[i + 1], radius, 0, 2 * Math.PI);
    context.fillStyle = "#fff";
    context.fill();
    context.fillStyle = symbol.fill ?? symbol.outline;
    context.fill();
    context.lineWidth = (1.5 * thin) / scale;
    context.strokeStyle = symbol.outline;
    context.setLineDash(dashed && thin === 1 ? [3 / scale, 2 / scale] : []);
    context.stroke();
    context.setLineDash([]);
  }
}

const HATCH_SCALE = 2; // hatches are drawn twice as large, to be sharp on fine screens
const hatches = new Map();

/** A pattern of slanted lines, made once for each colour, angle and distance. */
function hatch(context, { colour, angle, distance }) {
  const key = `${colour}/${angle}/${distance}`;
  if (!hatches.has(key)) {
    const size = Math.round(distance * MILLIMETRE * Math.SQRT2 * HATCH_SCALE);
    const square = document.createElement("canvas");
    square.width = square.height = size;
    const pen = square.getContext("2d");
    pen.strokeStyle = colour;
    pen.lineWidth = 0.9 * HATCH_SCALE;
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift - 2, angle === 45 ? size + 2 : -2);
      pen.lineTo(shift + size + 2, angle === 45 ? -2 : size + 2);
    }
    pen.stroke();
    const pattern = context.createPattern(square, "repeat");
    pattern.size = size / HATCH_SCALE;
    hatches.set(key, pattern);
  }
  return hatches.get(key);
}

/** Draws a symbol as a sample of the legend. */
export function sample(canvas, symbol, { type = 3, dashed = false } = {}) {
  const [width, height] = [26, 16];
  const ratio = Math.max(1, window.devicePixelRatio || 1);
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  const path = new Path2D();
  if (type === 3) path.rect(1.5, 1.5, width - 3, height - 3);
  else { path.moveTo(1, height / 2); path.lineTo(width - 1, height / 2); }
  const group = { symbol, path, dashed, type };
  if (type === 1) return dots(context, [width / 2, height / 2], group, 1);
  if (type === 3) fill(context, group, 1);
  stroke(context, group, 1);
}
