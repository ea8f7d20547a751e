// Made by Scripts/generate-page from Web. Do not edit.
// swift-format-ignore-file

extension PageText {
  static let planeJs = ##"""
// Coordinates of the plane to longitude and latitude, only to draw what was asked with: the server measures.

const A = 6378137; // CGCS2000
const F = 1 / 298.257222101;

/** Longitude and latitude of a point of a Gauss-Krüger zone with its central meridian, by Krüger's series. */
export function inverse(northing, easting, meridian) {
  const n = F / (2 - F);
  const radius = (A / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
  const xi = northing / radius;
  const eta = (easting - 500000) / radius;
  const beta = [n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3, n ** 2 / 48 + n ** 3 / 15, (17 / 480) * n ** 3];
  let [x, y] = [xi, eta];
  beta.forEach((b, i) => {
    const k = 2 * (i + 1);
    x -= b * Math.sin(k * xi) * Math.cosh(k * eta);
    y -= b * Math.cos(k * xi) * Math.sinh(k * eta);
  });
  const chi = Math.asin(Math.sin(x) / Math.cosh(y));
  const delta = [2 * n - (2 / 3) * n ** 2 - 2 * n ** 3, (7 / 3) * n ** 2 - (8 / 5) * n ** 3, (56 / 15) * n ** 3];
  const lat = delta.reduce((sum, d, i) => sum + d * Math.sin(2 * (i + 1) * chi), chi);
  const lng = Math.atan2(Math.sinh(y), Math.cos(x));
  return [meridian + (lng * 180) / Math.PI, (lat * 180) / Math.PI];
}

/** Longitude and latitude of two numbers of a register's system, EPSG:4513 to 4554 or 4491 to 4512; else null. */
export function fromPlane(x, y, crs) {
  const code = Number(String(crs).replace(/^EPSG:/i, ""));
  const easting = x >= 1e6 ? x % 1e6 : x;
  let meridian = null;
  if (code >= 4513 && code <= 4533) meridian = (code - 4488) * 3;
  else if (code >= 4534 && code <= 4554) meridian = 75 + (code - 4534) * 3;
  else if (code >= 4491 && code <= 4501) meridian = (code - 4478) * 6 - 3;
  else if (code >= 4502 && code <= 4512) meridian = 75 + (code - 4502) * 6;
  return meridian === null ? null : inverse(y, easting, meridian);
}

/** The shapes of a text as GeoJSON, to be drawn; null where they cannot be told. */
export function shapesOfText(text, json) {
  try {
    if (json) {
      const value = JSON.parse(text);
      return JSON.stringify(value).includes("coordinates") ? value : null;
    }
    const shapes = coordinateText(text);
    return shapes.length ? { type: "FeatureCollection", features: shapes } : null;
  } catch {
    return null;
  }
}

/** Reads the ministry's coordinate text loosely: headings end in @, rows are points of rings. */
function coordinateText(text) {
  const head = (key) => Number(text.match(new RegExp(`${key}\\s*=\\s*(\\d+)`))?.[1]);
  const wide = head("几度分带") === 6;
  const shapes = [];
  let rings = null;
  let last = null;
  for (const row of text.split(/\r\n|\n|\r/)) {
    const fields = row.trim().replaceAll("，", ",").replace(/^[{｛]|[}｝]$/g, "").split(",").map((field) => field.trim());
    if (/@$/.test(fields.at(-1))) {
      const name = fields[2] || fields[3] || fields[0];
      shapes.push({ type: "Feature", properties: { name }, geometry: { type: "Polygon", coordinates: rings = [] } });
      last = null;
      continue;
    }
    if (!rings || fields.length < 3) continue;
    const small = Number(fields[1]) < 1000 && Number.isInteger(Number(fields[1])) && fields.length >= 4;
    const [a, b] = fields.slice(small ? 2 : 1, small ? 4 : 3).map(Number);
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue;
    const ring = small ? fields[1] : "1";
    if (ring !== last) rings.push([]);
    last = ring;
    const place = degrees(a, b, head("带号"), wide);
    if (place) rings.at(-1).push(place);
  }
  return shapes.filter(({ geometry }) => geometry.coordinates.some((ring) => ring.length > 2));
}

/** A point of two numbers, told apart by their size; null where the zone is not known. */
function degrees(a, b, stated, wide) {
  if (Math.abs(a) <= 180 && Math.abs(b) <= 180) return Math.abs(a) > 60 ? [a, b] : [b, a];
  const [northing, easting] = a > 1e7 || (a < 1e6 && b > 1e6 && b < 1e7) ? [b, a] : [a, b];
  const zone = easting >= 1e7 ? Math.floor(easting / 1e6) : stated;
  if (!zone) return null;
  return inverse(northing, easting % 1e6, wide || zone < 24 ? zone * 6 - 3 : zone * 3);
}

"""##
}
