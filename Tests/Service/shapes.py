"""Shapes of features as shapely has them, and questions about them by brute force."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import shapely
import shapely.geometry
from shapely.geometry.base import BaseGeometry


def shape(feature: dict) -> BaseGeometry | None:
    """The shape of a feature; None where it has none."""
    return shapely.geometry.shape(feature["geometry"]) if feature["geometry"] else None


def bounds(features: Iterable[dict]) -> tuple[float, float, float, float]:
    """The box around features."""
    shapes = [one for one in map(shape, features) if one is not None]
    return tuple(float(value) for value in shapely.total_bounds(shapes))  # type: ignore


def meeting(features: Iterable[dict], place: BaseGeometry) -> list[Any]:
    """The ids of features with a point in a place."""
    return matching(features, lambda shape: shapely.intersects(shape, place))


def matching(features: Iterable[dict], holds: Callable[[BaseGeometry], bool]) -> list[Any]:
    """The ids of features whose shape has a property; those without shape have none."""
    return [one["id"] for one in features if one["geometry"] and holds(shape(one))]


def positions(geometry: dict | None) -> list[list[float]]:
    """All positions of a GeoJSON geometry, in order."""
    return [position for run in runs(geometry) for position in run]


def rings(geometry: dict | None) -> list[list[list[list[float]]]]:
    """The polygons of a geometry, each a list of rings, the outer first."""
    if geometry is None:
        return []
    if geometry["type"] == "Polygon":
        return [geometry["coordinates"]]
    if geometry["type"] == "MultiPolygon":
        return geometry["coordinates"]
    if geometry["type"] == "GeometryCollection":
        return [one for part in geometry["geometries"] for one in rings(part)]
    return []


def signed_area(ring: list[list[float]]) -> float:
    """Twice the area of a ring; positive where it turns to the left."""
    x, y = ring[0][:2]  # near the origin, or the differences drown
    return sum((a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y) for a, b in zip(ring, ring[1:]))


def runs(geometry: dict | None) -> list[list[list[float]]]:
    """The positions of each ring, line or point of a geometry, in order."""
    if geometry is None:
        return []
    if geometry["type"] == "GeometryCollection":
        return [one for part in geometry["geometries"] for one in runs(part)]
    found: list[list[list[float]]] = []

    def walk(value: list) -> None:
        if isinstance(value[0], (int, float)):
            found.append([value])
        elif isinstance(value[0][0], (int, float)):
            found.append(value)
        else:
            for part in value:
                walk(part)

    if geometry["coordinates"]:
        walk(geometry["coordinates"])
    return found


def differences(
    expected: list[list[list[float]]], found: list[list[list[float]]], tolerance: float
) -> list[str]:
    """Where runs of two shapes differ by more than a tolerance; a ring may turn the other way."""
    if [len(run) for run in expected] != [len(run) for run in found]:
        return [f"{[len(run) for run in expected]} positions, found {[len(run) for run in found]}"]

    def near(a: list[list[float]], b: list[list[float]]) -> bool:
        return all(
            abs(p[0] - q[0]) <= tolerance and abs(p[1] - q[1]) <= tolerance for p, q in zip(a, b)
        )

    return [
        f"{a[:3]} …, found {b[:3]} …"
        for a, b in zip(expected, found)
        if not near(a, b) and not near(a[::-1], b)
    ]


def moved(runs: list[list[list[float]]], change: Any) -> list[list[list[float]]]:
    """Runs of positions in another system, by a transformer of pyproj."""
    counts = [len(run) for run in runs]
    if not counts:
        return []
    xs, ys = change.transform(*zip(*(position[:2] for run in runs for position in run)))
    flat = [list(pair) for pair in zip(xs, ys)]
    result = []
    for count in counts:
        result.append(flat[:count])
        flat = flat[count:]
    return result
