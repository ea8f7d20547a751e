"""Reads vector tiles strictly: whatever Mapbox Vector Tile 2.1 forbids is an error.

The messages are read by mapbox-vector-tile's own classes, the geometry here, so that no decoder
mends what it reads.
"""

from __future__ import annotations

import dataclasses
import math
from typing import Any

import shapely
from mapbox_vector_tile.Mapbox import vector_tile_pb2 as messages
from shapely.geometry.base import BaseGeometry

Ring = list[tuple[int, int]]
MOVE, LINE, CLOSE = 1, 2, 7
HALF = 20037508.342789244


@dataclasses.dataclass(frozen=True)
class Feature:
    """A feature of a tile, its shape in the units of the tile, y down."""

    id: int
    properties: dict[str, Any]
    shape: BaseGeometry


@dataclasses.dataclass(frozen=True)
class Layer:
    """A layer of a tile."""

    name: str
    extent: int
    features: list[Feature]


class TileError(AssertionError):
    """What the specification forbids."""


def decoded(data: bytes) -> list[Layer]:
    """The layers of a tile."""
    tile = messages.tile()
    tile.ParseFromString(data)
    names = [layer.name for layer in tile.layers]
    hold(len(set(names)) == len(names), "two layers have one name (4.1)")
    return [layer_of(message) for message in tile.layers]


def hold(condition: bool, what: str) -> None:
    if not condition:
        raise TileError(what)


def layer_of(message: Any) -> Layer:
    hold(message.version == 2, "version (4.1)")
    hold(bool(message.name), "a layer has no name (4.1)")
    hold(len(message.features) > 0, "a layer has no features (4.1)")
    hold(len(set(message.keys)) == len(message.keys), "a key stands twice (4.4)")
    values = [value_of(value) for value in message.values]
    hold(len({(type(one), one) for one in values}) == len(values), "a value stands twice (4.4)")
    ids = [one.id for one in message.features if one.HasField("id")]
    hold(len(set(ids)) == len(ids), "an id stands twice (4.2)")
    features = []
    used_keys: set[int] = set()
    used_values: set[int] = set()
    for one in message.features:
        tags = list(one.tags)
        hold(len(tags) % 2 == 0, "tags are no pairs (4.4)")
        hold(len(set(tags[::2])) == len(tags) // 2, "a feature has a key twice (4.4)")
        used_keys |= set(tags[::2])
        used_values |= set(tags[1::2])
        properties = {message.keys[key]: values[value] for key, value in zip(tags[::2], tags[1::2])}
        features.append(Feature(one.id, properties, shape_of(one.type, list(one.geometry))))
    hold(len(used_keys) == len(message.keys), "a key is never used")
    hold(len(used_values) == len(values), "a value is never used")
    return Layer(message.name, message.extent, features)


def value_of(value: Any) -> Any:
    fields = value.ListFields()
    hold(len(fields) == 1, "a value has not one kind (4.1)")
    return fields[0][1]


def commands(geometry: list[int]) -> list[tuple[int, list[tuple[int, int]]]]:
    """The commands of a geometry, with positions that are whole (4.3)."""
    found, place, x, y = [], 0, 0, 0
    while place < len(geometry):
        command, count = geometry[place] & 7, geometry[place] >> 3
        place += 1
        hold(command in (MOVE, LINE, CLOSE) and count > 0, "no such command (4.3.1)")
        positions = []
        if command == CLOSE:
            hold(count == 1, "ClosePath stands alone (4.3.3.3)")
        else:
            hold(place + 2 * count <= len(geometry), "parameters are missing (4.3.2)")
            for _ in range(count):
                dx, dy = (-(one & 1) ^ (one >> 1) for one in geometry[place : place + 2])
                hold(command == MOVE or (dx, dy) != (0, 0), "a line of no length (4.3.3.2)")
                x, y, place = x + dx, y + dy, place + 2
                positions.append((x, y))
        found.append((command, positions))
    return found


def shape_of(kind: int, geometry: list[int]) -> BaseGeometry:
    """The shape of a feature."""
    steps = commands(geometry)
    if kind == messages.tile.Point:
        hold([command for command, _ in steps] == [MOVE], "a point is one MoveTo (4.3.4.2)")
        return shapely.MultiPoint(steps[0][1])
    if kind == messages.tile.LineString:
        hold(len(steps) % 2 == 0, "a line is MoveTo and LineTo (4.3.4.3)")
        lines = []
        for (move, start), (line, rest) in zip(steps[::2], steps[1::2]):
            hold(
                (move, line, len(start)) == (MOVE, LINE, 1), "a line is MoveTo and LineTo (4.3.4.3)"
            )
            lines.append(start + rest)
        return shapely.MultiLineString(lines)
    hold(kind == messages.tile.Polygon, "a shape of no kind (4.3.4.1)")
    hold(len(steps) % 3 == 0 and len(steps) > 0, "a ring is MoveTo, LineTo, ClosePath (4.3.4.4)")
    polygons: list[tuple[Ring, list[Ring]]] = []
    for (move, start), (line, rest), (close, _) in zip(steps[::3], steps[1::3], steps[2::3]):
        hold(
            (move, line, close) == (MOVE, LINE, CLOSE),
            "a ring is MoveTo, LineTo, ClosePath (4.3.4.4)",
        )
        hold(len(start) == 1 and len(rest) > 1, "a ring has three positions (4.3.4.4)")
        hold(rest[-1] != start[0], "a ring closes itself (4.3.4.4)")
        ring = start + rest
        area = turn(ring)
        hold(area != 0, "a ring has no area (4.3.4.4)")
        if area > 0:
            polygons.append((ring, []))
        else:
            hold(bool(polygons), "the first ring turns the wrong way (4.3.4.4)")
            polygons[-1][1].append(ring)
    return shapely.MultiPolygon(polygons)


def turn(ring: Ring) -> int:
    """Twice the area by the surveyor's formula; positive of an exterior ring, y down."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))


def address(longitude: float, latitude: float, zoom: int) -> tuple[int, int]:
    """The column and the row of the tile that a place lies in."""
    count = 1 << zoom
    north = math.asinh(math.tan(math.radians(latitude))) / math.pi
    return math.floor((longitude + 180) / 360 * count), math.floor((1 - north) / 2 * count)


def box(zoom: int, column: int, row: int) -> tuple[float, float, float, float]:
    """The box of a tile in metres of Web Mercator."""
    side = 2 * HALF / (1 << zoom)
    west, north = -HALF + column * side, HALF - row * side
    return west, north - side, west + side, north
