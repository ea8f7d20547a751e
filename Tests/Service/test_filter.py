"""OGC API – Features, part 3: filters in CQL2 text.

Every filter is put to the service and, by brute force, to all features here.
Sources: OGC 19-079r2, OGC 21-065r2.
"""

from __future__ import annotations

import random
import unittest

import shapely

from conditions import (
    Condition,
    among,
    between,
    both,
    compare,
    compare_day,
    compare_fields,
    either,
    equal_in_any_case,
    inside,
    is_null,
    like,
    like_in_any_case,
    negated,
    spatial,
)
from shapes import bounds, positions
from stand import ServiceTest, setUpModule, tearDownModule

_ = setUpModule, tearDownModule
BOX = (111.17, 37.33, 111.2, 37.36)
SQUARE = shapely.Polygon([(111.17, 37.33), (111.2, 37.335), (111.195, 37.36), (111.175, 37.355)])
HOLED = shapely.box(111.15, 37.31, 111.22, 37.38).difference(shapely.box(*BOX))


class FilterTest(ServiceTest):
    """Puts conditions to the service."""

    def found(self, collection: str, query: dict) -> list:
        page = self.json(f"/collections/{collection}/items", {"limit": 10000, **query})
        self.assertEqual(page["numberMatched"], len(page["features"]))
        return [item["id"] for item in page["features"]]

    def expected(self, collection: str, condition: Condition) -> list:
        return [item["id"] for item in self.items(collection) if condition.holds(item) is True]

    def check(self, collection: str, condition: Condition, is_found: bool | None = None) -> None:
        """The service finds what the condition holds for; something, where that is said."""
        with self.subTest(collection, filter=condition.text):
            expected = self.expected(collection, condition)
            self.assertEqual(self.found(collection, {"filter": condition.text}), expected)
            if is_found is not None:
                self.assertEqual(bool(expected), is_found)


class Filters(FilterTest):
    """Expressions, one kind at a time."""

    def test_comparison(self) -> None:
        for sign in ("=", "<>", "<", ">", "<=", ">="):
            self.check("parcels", compare("area_m2", sign, 9356.0), True)
            self.check("parcels", compare("floor_area_ratio_max", sign, 2))
            self.check("parcels", compare("status", sign, "planned"))
            self.check("layer_5", compare("威胁人数", sign, 10))
            self.check("sites", compare("people", sign, 23))
        self.check("parcels", compare("name", "=", "O'Brien"), False)

    def test_dates(self) -> None:
        for sign in ("=", "<>", "<", ">", "<=", ">="):
            self.check("parcels", compare_day("last_date", sign, "2025-06-30"), True)
        self.check(
            "parcels",
            both(
                compare_day("last_date", ">=", "2024-01-01"),
                compare_day("last_date", "<", "2025-01-01"),
            ),
        )

    def test_booleans(self) -> None:
        for value in (True, False):
            self.check("parcels", compare("keeps_current_use", "=", value), True)
            self.check("findings", compare("sliver", "=", value), True)
            self.check("findings", compare("schematic", "<>", value), True)

    def test_like(self) -> None:
        for pattern in ("%路%", "城%", "%用地", "____", "", "%", "_%_", "100\\%%", "%（%）"):
            self.check("parcels", like("name", pattern))
            self.check("findings", like("message", pattern))
        self.check("parcels", like("parcel_id", "NX-%"), True)
        self.check("parcels", like("parcel_id", "nx-%"), False)
        self.check("parcels", negated(like("plan", "%城北%")), True)

    def test_case(self) -> None:
        self.check("parcels", equal_in_any_case("parcel_id", "nx-03"), True)
        self.check("parcels", like_in_any_case("parcel_id", "nX-%"), True)
        self.check("parcels", equal_in_any_case("status", "PLANNED"), True)
        self.check("sites", like_in_any_case("field_number", "zy-00%"), True)

    def test_between(self) -> None:
        self.check("parcels", between("area_m2", 5000, 20000), True)
        self.check("parcels", between("area_m2", 20000, 5000), False)
        self.check("parcels", negated(between("floor_area_ratio_max", 1, 2)), True)
        self.assertEqual(
            self.found("parcels", {"filter": "area_m2 NOT BETWEEN 5000 AND 20000"}),
            self.expected("parcels", negated(between("area_m2", 5000, 20000))),
        )

    def test_in(self) -> None:
        self.check("parcels", among("land_use_code", ["13", "12", "R2"]), True)
        self.check("parcels", among("line_start", [1, 12, 48]), True)
        self.check("parcels", negated(among("parcel_id", ["NX-03", "LP-01"])), True)
        self.assertEqual(
            self.found("parcels", {"filter": "status NOT IN ('planned', 'mapped')"}),
            self.expected("parcels", negated(among("status", ["planned", "mapped"]))),
        )

    def test_null(self) -> None:
        for field in ("plan", "parcel_id", "floor_area_ratio_max", "boundary_quality"):
            self.check("parcels", is_null(field), True)
            self.assertEqual(
                self.found("parcels", {"filter": f"{field} IS NOT NULL"}),
                self.expected("parcels", negated(is_null(field))),
            )
        without = [item["id"] for item in self.items("parcels") if not item["geometry"]]
        self.assertTrue(without)
        self.assertEqual(self.found("parcels", {"filter": "geometry IS NULL"}), without)

    def test_unknown(self) -> None:
        """A value that is missing makes neither a comparison nor its negation true."""
        low = compare("floor_area_ratio_max", "<", 1.5)
        planned = compare("status", "=", "planned")
        for one in (
            low,
            negated(low),
            both(low, planned),
            negated(both(low, planned)),
            either(low, planned),
            negated(either(low, negated(planned))),
            negated(inside(*BOX)),
            negated(like("plan", "%")),
            either(low, negated(low)),
        ):
            self.check("parcels", one)

    def test_property_property(self) -> None:
        self.check("parcels", compare_fields("floor_area_ratio_min", "<", "floor_area_ratio_max"))
        self.check("parcels", compare_fields("line_start", "=", "line_end"), True)
        self.check("parcels", compare_fields("area_m2", "<=", "plane_area_m2"), True)
        self.check("findings", compare_fields("subject_kind", "<>", "severity"), True)

    def test_intersects(self) -> None:
        point = shapely.Point(111.1925, 37.3744)
        for one in self.shaped():
            for place in (
                SQUARE,
                HOLED,
                point,
                shapely.LineString([(111.1, 37.3), (111.25, 37.4)]),
                shapely.MultiPolygon([shapely.box(*BOX), shapely.box(111.1, 37.3, 111.12, 37.4)]),
                shapely.MultiPoint([(111.1925, 37.3744), (111.18, 37.35)]),
            ):
                self.check(one["id"], spatial("S_INTERSECTS", place))
            self.check(one["id"], inside(*BOX))
            self.check(one["id"], negated(inside(*BOX)))

    def test_spatial_functions(self) -> None:
        for one in self.shaped():
            for function in ("S_DISJOINT", "S_WITHIN", "S_OVERLAPS"):
                self.check(one["id"], spatial(function, SQUARE))
                self.check(one["id"], spatial(function, HOLED))
            self.check(one["id"], spatial("S_CONTAINS", shapely.Point(111.1925, 37.3744)))
            if one["id"] != "layer_5":
                line = shapely.LineString([(111.18, 37.33), (111.19, 37.36)])
                self.check(one["id"], spatial("S_CROSSES", line))
            for function in ("S_TOUCHES", "S_EQUALS"):
                self.check(one["id"], spatial(function, SQUARE), False)
        corner = shapely.Point(*positions(self.items("layer_4")[0]["geometry"])[0])
        self.assertLess(
            len(self.found("layer_4", {"filter": f"S_TOUCHES(geometry, {corner.wkt})"})), 7
        )

    def test_long_edges(self) -> None:
        """The edge of a shape is straight in the shape's own system, however long it is."""
        line = shapely.LineString([(110.8, 37.05), (111.55, 37.65)])
        wide = shapely.Polygon([(109.0, 36.0), (114.0, 36.5), (111.19, 37.3744), (109.0, 38.5)])
        for one in self.shaped():
            for place in (line, wide):
                self.check(one["id"], spatial("S_INTERSECTS", place))

    def test_far_shapes(self) -> None:
        """A shape on the other side of the Earth, or as large as it, is a shape like any other."""
        far = shapely.box(0.0, 0.0, 1.0, 1.0)
        for one in ("parcels", "layer_5"):
            for function in ("S_INTERSECTS", "S_WITHIN", "S_TOUCHES", "S_EQUALS", "S_OVERLAPS"):
                self.check(one, spatial(function, far), False)
            self.check(one, spatial("S_DISJOINT", far), True)
            self.check(one, spatial("S_INTERSECTS", shapely.Point(-70, -40)), False)
            for text in (
                "BBOX(-180, -90, 180, 90)",
                "BBOX(60, 0, 150, 60)",
                "POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))",
            ):
                place = shapely.box(60, 0, 150, 60)
                self.check(one, spatial("S_INTERSECTS", place, text), True)

    def test_spelling(self) -> None:
        """Keywords in any case, names in quotes, brackets, spaces and lines mean the same."""
        expected = self.expected(
            "parcels", both(compare("status", "=", "planned"), compare("area_m2", ">", 9000))
        )
        for text in (
            "status='planned' and area_m2>9000",
            '"status" = \'planned\' AND "area_m2" > 9e3',
            "((status = 'planned') AND (area_m2 > 9000))",
            "area_m2 > +9000.0 AND status='planned'",
            "status = 'planned'\n AND\t(area_m2 > 9000)",
            "9000 < area_m2 AND 'planned' = status",
            "NOT (NOT (status = 'planned' AND area_m2 > 9000))",
            "status = 'planned' AND NOT area_m2 <= 9000",
        ):
            with self.subTest(text):
                self.assertEqual(self.found("parcels", {"filter": text}), expected)

    def test_precedence(self) -> None:
        """NOT binds before AND, AND before OR."""
        a, b, c = (
            compare("status", "=", "planned"),
            compare("area_m2", ">", 20000),
            compare("land_use_code", "=", "13"),
        )
        self.assertEqual(
            self.found("parcels", {"filter": f"{c} OR {a} AND {b}"}),
            self.expected("parcels", either(c, both(a, b))),
        )
        self.assertEqual(
            self.found("parcels", {"filter": f"NOT {c} AND {b}"}),
            self.expected("parcels", both(negated(c), b)),
        )

    def test_many_at_random(self) -> None:
        """Conditions put together at random find what brute force finds."""
        chance = random.Random(21065)
        for one in ("parcels", "findings", "layer_4", "layer_5"):
            for _ in range(20):
                self.check(one, self.at_random(chance, one, 3))

    def at_random(self, chance: random.Random, collection: str, depth: int) -> Condition:
        if depth and chance.random() < 0.8:
            parts = [self.at_random(chance, collection, depth - 1) for _ in range(2)]
            return chance.choice([both, either, lambda a, b: negated(both(a, b))])(*parts)
        items = self.items(collection)
        if chance.random() < 0.2:
            west, south, east, north = bounds(items)
            x = sorted(round(chance.uniform(west, east), 4) for _ in range(2))
            y = sorted(round(chance.uniform(south, north), 4) for _ in range(2))
            return inside(x[0], y[0], x[1] + 0.001, y[1] + 0.001)
        known = {k: v for k, v in chance.choice(items)["properties"].items() if v is not None}
        field, value = chance.choice(list(known.items()))
        if chance.random() < 0.2:
            return is_null(field)
        if field in ("last_date", "date") and collection == "parcels":
            return compare_day(field, chance.choice(["<", "=", ">="]), value)
        if isinstance(value, bool):
            return compare(field, chance.choice(["=", "<>"]), value)
        if isinstance(value, str) and chance.random() < 0.5:
            part = value[len(value) // 3 : len(value) // 2 + 1]
            return like(
                field,
                "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%",
            )
        return compare(field, chance.choice(["=", "<>", "<", ">", "<=", ">="]), value)


if __name__ == "__main__":
    unittest.main()
