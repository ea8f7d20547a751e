"""OGC API – Features, part 1: which features are handed out: bbox, limit, datetime.

The abstract tests 13 to 19 of A.2.7 of OGC 17-069r4, on every collection, against brute force over
all features and against the command line; a test has the name of its requirement.
"""

from __future__ import annotations

import csv
import random
import unittest

import shapely

import county
from shapes import bounds, meeting, rings, shape
from stand import ServiceTest, setUpModule, some, tearDownModule

_ = setUpModule, tearDownModule


class Definitions(ServiceTest):
    """How the parameters are defined."""

    def definition(self, collection: str, name: str) -> dict:
        one = self.parameters(f"/collections/{collection}/items")[name]
        self.assertEqual((one["in"], one.get("required", False)), ("query", False))
        self.assertEqual(
            (one.get("style", "form"), one.get("explode", True)), ("form", False), name
        )
        return one

    def test_fc_bbox_definition(self) -> None:
        """Test 13: bbox is a list of four to six numbers with commas between."""
        for one in self.ids():
            schema = self.definition(one, "bbox")["schema"]
            self.assertEqual((schema["type"], schema["items"]["type"]), ("array", "number"))
            self.assertEqual((schema.get("minItems"), schema.get("maxItems")), (4, 6))

    def test_fc_limit_definition(self) -> None:
        """Test 16: limit is a whole number with a least, a greatest and a usual value."""
        for one in self.ids():
            schema = self.definition(one, "limit")["schema"]
            self.assertEqual((schema["type"], schema["minimum"]), ("integer", 1))
            self.assertTrue(1 <= schema["default"] <= schema["maximum"])

    def test_fc_time_definition(self) -> None:
        """Test 18: datetime is a text."""
        for one in self.ids():
            self.assertEqual(self.definition(one, "datetime")["schema"]["type"], "string")


class Selection(ServiceTest):
    """Which features are handed out."""

    def path(self, collection: str) -> str:
        return f"/collections/{collection}/items"

    def test_fc_bbox_response(self) -> None:
        """Tests 14 and 15: a box finds the features that have a point in it, and no others."""
        chance = random.Random(20260627)
        for one in self.ids():
            items = self.items(one)
            shaped = [item for item in items if item["geometry"]]
            if not shaped:
                for box in ("-180,-90,180,90", "111,37,112,38"):
                    self.assertEqual(self.found(one, {"bbox": box}), [])
                continue
            west, south, east, north = bounds(shaped)
            boxes = [(west - 1, south - 1, east + 1, north + 1), (0.0, 0.0, 1.0, 1.0)]
            for _ in range(8):
                x = sorted(chance.uniform(west, east) for _ in range(2))
                y = sorted(chance.uniform(south, north) for _ in range(2))
                boxes.append((x[0], y[0], x[1], y[1]))
            for item in chance.sample(shaped, min(4, len(shaped))):
                # Around a point of it, and in a corner of its box, often outside the shape.
                x, y = shape(item).representative_point().coords[0]
                boxes.append((x - 1e-7, y - 1e-7, x + 1e-7, y + 1e-7))
                x, y = shape(item).bounds[:2]
                boxes.append((x + 1e-8, y + 1e-8, x + 2e-6, y + 2e-6))
            for box in boxes:
                with self.subTest(one, box=box):
                    expected = meeting(items, shapely.box(*box))
                    self.assertEqual(self.found(one, {"bbox": ",".join(map(repr, box))}), expected)
            high = (west, south, -100.0, (west + east) / 2, north, 9000.0)
            flat = shapely.box(west, south, (west + east) / 2, north)
            self.assertEqual(
                self.found(one, {"bbox": ",".join(map(repr, high))}), meeting(items, flat)
            )

    def test_fc_bbox_response_point(self) -> None:
        """Test 15: a box may be a point or a line, as a client asks that was clicked on."""
        for one in self.ids():
            items = self.items(one)
            for item in some([item for item in items if rings(item["geometry"])], 4):
                x, y = shape(item).representative_point().coords[0]
                for box in ((x, y, x, y), (x, y, x, y + 0.01), (x, y, x + 0.01, y)):
                    with self.subTest(one, box=box):
                        self.assertEqual(
                            self.found(one, {"bbox": ",".join(map(repr, box))}),
                            meeting(items, shapely.LineString([box[:2], box[2:]])),
                        )

    def test_fc_bbox_response_antimeridian(self) -> None:
        """Test 15: a box whose west is greater than its east reaches over 180 degrees."""
        for one in self.ids():
            items = self.items(one)
            middle = 111.19
            expected = meeting(items, shapely.box(middle, 37.0, 180.0, 38.0))
            self.assertEqual(self.found(one, {"bbox": f"{middle},37,-170,38"}), expected)
            expected = meeting(items, shapely.box(-180.0, 37.0, middle, 38.0))
            self.assertEqual(self.found(one, {"bbox": f"170,37,{middle},38"}), expected)

    def test_fc_limit_response(self) -> None:
        """Test 17: no more than limit are handed out; a greater one than the greatest is that."""
        for one in self.ids():
            schema = self.parameters(f"/collections/{one}/items")["limit"]["schema"]
            count = len(self.items(one))
            for limit in (1, 7, 100, schema["maximum"] + 1, 2**40, None):
                page = self.json(self.path(one), {} if limit is None else {"limit": limit})
                most = min(limit or schema["default"], schema["maximum"])
                self.assertEqual(len(page["features"]), min(most, count), f"{one} {limit}")

    def found(self, collection: str, query: dict) -> list:
        return [
            item["id"]
            for item in self.json(self.path(collection), {"limit": 10000, **query})["features"]
        ]

    def in_force(self, day: str) -> list[tuple]:
        """The parcels of a day by the command line."""
        text = county.yulin(
            "export",
            "parcels",
            "--all",
            "--no-geometry",
            "-f",
            "csv",
            "-o",
            "-",
            "--as-of",
            day,
            store=county.register(),
        )
        return sorted(key(row) for row in csv.DictReader(text.splitlines()))

    def test_fc_time_response(self) -> None:
        """Test 19: an instant or an interval finds the parcels that are in force then."""
        days = ["2022-01-11", "2023-04-10", "2023-04-11", "2024-12-31", "2025-03-15", "2030-01-01"]
        for day in days:
            expected = self.in_force(day)
            for text in (
                day,
                f"{day}T12:00:00+08:00",
                f"{day}T04:00:00Z",
                f"../{day}",
                f"/{day}",
                f"2020-01-01/{day}",
                f"2020-01-01T00:00:00Z/{day}T15:59:59Z",
            ):
                with self.subTest(text):
                    page = self.json(self.path("parcels"), {"datetime": text, "limit": 10000})
                    self.assertEqual(
                        sorted(key(item["properties"]) for item in page["features"]), expected
                    )
                    self.assertEqual(page["numberMatched"], len(page["features"]))
        for text in ("2024-01-01/..", "2024-01-01/", "2024-01-01T00:00:00Z/.."):
            self.assertEqual(
                self.json(self.path("parcels"), {"datetime": text, "limit": 10000})["features"],
                self.items("parcels"),
            )

    def test_fc_time_response_findings(self) -> None:
        """Test 19: findings are those of the check of that day, by the command line too."""
        for day in ("2024-12-31", "2030-01-01"):
            report = county.yulin_json(
                "check", "all", "-f", "json", "--as-of", day, store=county.register()
            )
            page = self.json(self.path("findings"), {"datetime": day, "limit": 10000})
            self.assertEqual(
                sorted((item["id"], item["properties"]["code"]) for item in page["features"]),
                sorted((finding["id"], finding["code"]) for finding in report["findings"]),
            )


def key(properties: dict) -> tuple:
    """What tells a parcel and its state, as texts."""
    return tuple(
        str(properties.get(name) or "")
        for name in (
            "county",
            "plan",
            "parcel_id",
            "name",
            "land_use_code",
            "status",
            "last_document",
        )
    )


if __name__ == "__main__":
    unittest.main()
