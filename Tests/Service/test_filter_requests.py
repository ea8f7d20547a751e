"""OGC API – Features, part 3: filters beside other parameters, and filters that are none."""

from __future__ import annotations

import unittest

from stand import CRS84, ServiceTest, setUpModule, tearDownModule

_ = setUpModule, tearDownModule
ITEMS = "/collections/parcels/items"


class Requests(ServiceTest):
    """The parameters filter, filter-lang, filter-crs, and one for each attribute."""

    def found(self, query: dict, path: str = ITEMS) -> list:
        return [item["id"] for item in self.json(path, {"limit": 10000, **query})["features"]]

    def test_filter_lang(self) -> None:
        text = {"filter": "status = 'planned'"}
        self.assertEqual(self.found({**text, "filter-lang": "cql2-text"}), self.found(text))

    def test_filter_crs(self) -> None:
        """Shapes in a filter are in CRS84, which may be said, whatever system is answered in."""
        text = {"filter": "S_INTERSECTS(geometry, BBOX(111.17, 37.33, 111.2, 37.36))"}
        expected = self.found({"bbox": "111.17,37.33,111.2,37.36"})
        self.assertTrue(expected)
        self.assertEqual(self.found(text), expected)
        self.assertEqual(self.found({**text, "filter-crs": CRS84}), expected)
        grid = "http://www.opengis.net/def/crs/EPSG/0/4525"
        self.assertEqual(self.found({**text, "crs": grid}), expected)

    def test_with_others(self) -> None:
        """All that is asked must hold: filter, box, time and attributes."""
        box, day = "111.15,37.3,111.2,37.4", "2024-12-31"
        one = set(self.found({"filter": "area_m2 > 5000", "datetime": day}))
        two = set(self.found({"bbox": box, "datetime": day}))
        three = set(self.found({"status": "planned", "datetime": day}))
        all = {"filter": "area_m2 > 5000", "bbox": box, "datetime": day, "status": "planned"}
        self.assertEqual(set(self.found(all)), one & two & three)
        self.assertTrue(one & two & three)
        either = {"filter": "area_m2 > 5000 OR area_m2 < 1000", "status": "planned"}
        self.assertEqual(
            set(self.found(either)),
            set(self.found({"filter": either["filter"]})) & set(self.found({"status": "planned"})),
        )

    def test_filter_is_kept_by_links(self) -> None:
        for query in (
            {"filter": "name LIKE '%路%' OR area_m2 > 9000"},
            {"status": "planned"},
            {"land_use_name": "公用设施用地"},
        ):
            pages = self.pages(ITEMS, {**query, "limit": 9})
            found = [item["id"] for page in pages for item in page["features"]]
            self.assertEqual(found, self.found(query))
            self.assertEqual({page["numberMatched"] for page in pages}, {len(found)})

    def test_property_parameters(self) -> None:
        """An attribute asked to have a value: the features that have it, on every collection."""
        for one in self.ids():
            path = f"/collections/{one}/items"
            schema = self.json(f"/collections/{one}/queryables")["properties"]
            defined = self.parameters(path)
            items = self.items(one)
            for name in schema:
                if name == "geometry":
                    continue
                with self.subTest(one, name=name):
                    self.assertIn(name, defined)
                    value = next(
                        (
                            item["properties"][name]
                            for item in items
                            if item["properties"].get(name) is not None
                        ),
                        None,
                    )
                    if value is None:
                        continue
                    text = str(value).lower() if isinstance(value, bool) else str(value)
                    expected = [it["id"] for it in items if it["properties"].get(name) == value]
                    page = self.json(path, {name: text, "limit": 20})
                    self.assertEqual(page["numberMatched"], len(expected))
                    self.assertEqual([it["id"] for it in page["features"]], expected[:20])

    def test_property_parameter_is_no_filter(self) -> None:
        """A value is only a value, whatever signs are in it."""
        for value in ("planned' OR '1'='1", "planned')", "%", "planned\x00", "'", "\\'", "\\"):
            with self.subTest(value):
                self.assertEqual(self.found({"status": value}), [])

    def test_properties(self) -> None:
        """Only the attributes that are asked for are handed out."""
        page = self.json(ITEMS, {"properties": "name,area_m2", "filter": "status = 'planned'"})
        for item in page["features"]:
            self.assertLessEqual(set(item["properties"]), {"name", "area_m2"})
            self.assertIn("geometry", item)
        self.assertTrue(page["features"][0]["properties"])


class Mistakes(ServiceTest):
    """Filters that are none are 400; the answer says what is wrong, and where."""

    WRONG = {
        "status = ": 9,
        "status == 'planned'": 8,
        "stat = 'planned'": 0,
        "area_m2 > 'much'": 10,
        "area_m2 + 1 > 3": 8,
        "T_AFTER(last_date, DATE('2024-01-01'))": 0,
        "ACCENTI(name) = 'x'": 0,
        "last_date > DATE('2024-02-31')": 12,
        "status = 'planned": 17,
        "status = plant": 9,
        "name LIKE 5": 10,
        "status IN ()": 11,
        "area_m2 BETWEEN 1": 17,
        "status = 'a' AND": 16,
        "S_INTERSECTS(geometry, POLYGON((0 0, 1 1)))": 31,
        "S_NEAR(geometry, POINT(0 0))": 0,
        "(status = 'planned'": 19,
        "status = 'planned')": 18,
        "name": 4,
        "1": 1,
        "😀 = 1": 0,
        "status='x') OR (status='planned'": 10,
        "name = 'x'; DROP TABLE parcels": 10,
    }

    def test_refused(self) -> None:
        """Each is refused, without an error of the service's own."""
        for text in self.WRONG:
            with self.subTest(text):
                self.assertEqual(self.refused(400, ITEMS, {"filter": text})["code"], "bad_filter")

    def test_place(self) -> None:
        """The answer names the character (counted from 1) of the filter as it was sent."""
        for text, offset in self.WRONG.items():
            with self.subTest(text):
                detail = self.refused(400, ITEMS, {"filter": text, "lang": "en"})["detail"]
                self.assertIn(f"character {offset + 1} ", detail)

    def test_words(self) -> None:
        """It speaks of the parameter filter, in the language that is asked for."""
        for language, word in (("zh", "字符"), ("en", "character")):
            for text in self.WRONG:
                with self.subTest(text, language=language):
                    detail = self.refused(400, ITEMS, {"filter": text, "lang": language})["detail"]
                    self.assertIn(word, detail)
                    self.assertIn("filter", detail)
                    self.assertNotIn("--", detail)

    def test_empty(self) -> None:
        self.refused(400, ITEMS, {"filter": ""})
        self.refused(400, ITEMS, {"filter": " "})

    def test_deep_and_long(self) -> None:
        """Brackets without end and very long lists are refused or answered, not died of."""
        for text in (
            "(" * 3000 + "status = 'planned'" + ")" * 3000,
            "NOT " * 3000 + "status = 'x'",
            "status IN (" + ",".join(["'x'"] * 3000) + ")",
        ):
            self.assertIn(self.get(ITEMS, {"filter": text}).status, (200, 400, 414, 431))
        self.ok("/health")

    def test_geometry_where_there_is_none(self) -> None:
        """A collection without shapes has no geometry to ask for."""
        text = "S_INTERSECTS(geometry, POINT(111 37))"
        self.refused(400, "/collections/sites/items", {"filter": text})


if __name__ == "__main__":
    unittest.main()
