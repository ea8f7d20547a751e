"""Conditions in CQL2 text, each with the answer that a reader of the standard would give.

An answer is True, False or None (unknown): a value that is missing makes a comparison unknown, and
AND, OR and NOT go on with it as in SQL. A feature passes where the answer is True.
"""

from __future__ import annotations

import dataclasses
import operator
import re
from collections.abc import Callable, Sequence
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from shapes import shape

Truth = bool | None
SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}


@dataclasses.dataclass(frozen=True)
class Condition:
    """A condition: its text and its answer for one feature."""

    text: str
    holds: Callable[[dict], Truth]

    def __str__(self) -> str:
        return self.text


def name(field: str) -> str:
    """A property as it is written: in quotes where it is no plain word."""
    return field if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", field) else f'"{field}"'


def literal(value: Any) -> str:
    """A value as it is written."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return repr(value)


def known(field: str, answer: Callable[[Any], Truth]) -> Callable[[dict], Truth]:
    """An answer about a property; unknown where it is missing."""

    def holds(feature: dict) -> Truth:
        value = feature["properties"].get(field)
        return None if value is None else answer(value)

    return holds


def compare(field: str, sign: str, value: Any) -> Condition:
    """A property against a value."""
    return Condition(
        f"{name(field)} {sign} {literal(value)}", known(field, lambda own: SIGNS[sign](own, value))
    )


def compare_day(field: str, sign: str, day: str) -> Condition:
    """A property that is a day against a day."""
    return Condition(
        f"{name(field)} {sign} DATE('{day}')", known(field, lambda own: SIGNS[sign](own, day))
    )


def compare_fields(first: str, sign: str, second: str) -> Condition:
    """Two properties against each other."""
    return Condition(
        f"{name(first)} {sign} {name(second)}",
        lambda feature: known(first, lambda a: known(second, lambda b: SIGNS[sign](a, b))(feature))(
            feature
        ),
    )


def between(field: str, low: float, high: float) -> Condition:
    """A number between two, both included."""
    return Condition(
        f"{name(field)} BETWEEN {literal(low)} AND {literal(high)}",
        known(field, lambda own: low <= own <= high),
    )


def among(field: str, values: Sequence[Any]) -> Condition:
    """A property that is one of some values."""
    return Condition(
        f"{name(field)} IN ({', '.join(map(literal, values))})",
        known(field, lambda own: own in values),
    )


def matched(pattern: str, text: str) -> bool:
    """Whether a text is like a pattern of LIKE: % for any characters, _ for one."""
    parts = re.findall(r"\\.|.", pattern, re.DOTALL)
    rule = "".join(
        ".*" if part == "%" else "." if part == "_" else re.escape(part[-1]) for part in parts
    )
    return re.fullmatch(rule, text, re.DOTALL) is not None


def like(field: str, pattern: str) -> Condition:
    """A text and a pattern."""
    return Condition(
        f"{name(field)} LIKE {literal(pattern)}", known(field, lambda own: matched(pattern, own))
    )


def like_in_any_case(field: str, pattern: str) -> Condition:
    """A text and a pattern, whatever the case."""
    return Condition(
        f"CASEI({name(field)}) LIKE CASEI({literal(pattern)})",
        known(field, lambda own: matched(pattern.casefold(), own.casefold())),
    )


def equal_in_any_case(field: str, value: str) -> Condition:
    """A text and a text, whatever the case."""
    return Condition(
        f"CASEI({name(field)}) = CASEI({literal(value)})",
        known(field, lambda own: own.casefold() == value.casefold()),
    )


def is_null(field: str) -> Condition:
    """A property that is missing."""
    return Condition(
        f"{name(field)} IS NULL", lambda feature: feature["properties"].get(field) is None
    )


def spatial(function: str, place: BaseGeometry, text: str | None = None) -> Condition:
    """A question about the shape and a place; unknown of a feature without shape."""
    relation = getattr(shapely, function.removeprefix("S_").lower())

    def holds(feature: dict) -> Truth:
        own = shape(feature)
        return None if own is None else bool(relation(own, place))

    return Condition(f"{function}(geometry, {text or place.wkt})", holds)


def inside(west: float, south: float, east: float, north: float) -> Condition:
    """A shape with a point in a box."""
    box = shapely.box(west, south, east, north)
    return spatial("S_INTERSECTS", box, f"BBOX({west}, {south}, {east}, {north})")


def negated(one: Condition) -> Condition:
    """NOT."""

    def holds(feature: dict) -> Truth:
        truth = one.holds(feature)
        return None if truth is None else not truth

    return Condition(f"NOT ({one})", holds)


def both(*all: Condition) -> Condition:
    """AND."""

    def holds(feature: dict) -> Truth:
        truths = [one.holds(feature) for one in all]
        return False if False in truths else None if None in truths else True

    return Condition(" AND ".join(f"({one})" for one in all), holds)


def either(*all: Condition) -> Condition:
    """OR."""

    def holds(feature: dict) -> Truth:
        truths = [one.holds(feature) for one in all]
        return True if True in truths else None if None in truths else False

    return Condition(" OR ".join(f"({one})" for one in all), holds)
