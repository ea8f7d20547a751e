"""OGC API – Features, part 1: the features of a collection, and one feature.

The abstract tests A.2.7 (2, 13, 22 to 26) and A.2.8 of OGC 17-069r4, on every collection; a test
has the name of its requirement. Which features are selected is tested in test_selection.py.
"""

from __future__ import annotations

import datetime
import unittest

import shapely

from pages import Page
from shapes import positions, rings, shape, signed_area
from stand import CRS84, GEOJSON, ServiceTest, related, setUpModule, some, tearDownModule

_ = setUpModule, tearDownModule


class Items(ServiceTest):
    """Pages of features."""

    def path(self, collection: str) -> str:
        return f"/collections/{collection}/items"

    def test_fc_op(self) -> None:
        """Test 13: each collection hands out its features, for programs and for people."""
        for one in self.ids():
            self.assertEqual(self.ok(self.path(one)).type, GEOJSON)
            self.assertEqual(self.ok(self.path(one), Accept=GEOJSON).type, GEOJSON)
            self.assertEqual(self.ok(self.path(one), Accept="text/html").type, "text/html")

    def test_fc_response(self) -> None:
        """Test 22: the answer is a collection of features in GeoJSON."""
        for one in self.ids():
            page = self.json(self.path(one), {"limit": 10000})
            self.assertEqual(page["type"], "FeatureCollection")
            ids = [item["id"] for item in page["features"]]
            self.assertEqual(len(set(ids)), len(ids))
            for item in page["features"]:
                self.assertEqual(item["type"], "Feature")
                self.assertIsInstance(item["id"], (int, str))
                self.assertIsInstance(item["properties"], dict)
                self.assertIn("geometry", item)
            properties = self.json(f"/collections/{one}/queryables")["properties"]
            names = {name for item in page["features"] for name in item["properties"]}
            self.assertLessEqual(names, set(properties) - {"geometry"})

    def test_geojson(self) -> None:
        """The class geojson: rings are closed and turn as RFC 7946 has it; shapes are valid."""
        for one in self.ids():
            for item in self.items(one):
                for polygon in rings(item["geometry"]):
                    for number, ring in enumerate(polygon):
                        self.assertGreaterEqual(len(ring), 4)
                        self.assertEqual(ring[0], ring[-1])
                        turn = signed_area(ring)
                        self.assertTrue(
                            turn > 0 if number == 0 else turn < 0, f"{one} {item['id']}"
                        )
                with self.subTest(one, id=item["id"]):
                    faulty = not item["geometry"] or item["properties"].get("shape_fault")
                    self.assertTrue(faulty or shapely.is_valid(shape(item)))

    def test_crs84(self) -> None:
        """Test 2: nothing else asked, positions are longitude and latitude, in that order."""
        for one in self.ids():
            self.assertEqual(self.ok(self.path(one)).headers["Content-Crs"], f"<{CRS84}>")
            for item in self.items(one):
                for position in positions(item["geometry"]):
                    self.assertTrue(
                        110 < position[0] < 113 and 36 < position[1] < 39, str(position)
                    )

    def test_fc_links(self) -> None:
        """Test 23: a page links to itself and to its other formats, on later pages too."""
        for one in self.ids():
            for page in self.pages(self.path(one), {"limit": 40})[:3]:
                (self_link,), alternate = related(page, "self"), related(page, "alternate")
                again = self.json(self_link["href"])
                self.assertEqual(again["features"], page["features"])
                self.assertEqual([link["type"] for link in alternate], ["text/html"])
                words = " ".join(Page(self.ok(alternate[0]["href"]).text).words)
                for item in page["features"][:3] + page["features"][-1:]:
                    self.assertIn(str(item["id"]), words)

    def test_fc_rel_type(self) -> None:
        """Test 23: every link has a relation and a type."""
        for one in self.ids():
            for link in self.json(self.path(one), {"limit": 1})["links"]:
                self.assertTrue(link["href"].startswith(self.client.base + "/"))
                self.assertTrue(link["rel"] and link["type"])

    def test_fc_time_stamp(self) -> None:
        """Test 24: the time of the answer is now, in UTC."""
        for one in self.ids():
            told = self.json(self.path(one), {"limit": 1})["timeStamp"]
            self.assertRegex(told, r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")
            time = datetime.datetime.fromisoformat(told)
            now = datetime.datetime.now(datetime.timezone.utc)
            self.assertLess(abs((now - time).total_seconds()), 60)

    def test_fc_number_matched(self) -> None:
        """Test 25: what is found in all is counted, whatever the page."""
        for one in self.ids():
            count = len(self.items(one))
            for limit in (1, 10, 10000):
                self.assertEqual(
                    self.json(self.path(one), {"limit": limit})["numberMatched"], count
                )
            everywhere = self.json(self.path(one), {"bbox": "-180,-90,180,90", "limit": 1})
            shaped = sum(item["geometry"] is not None for item in self.items(one))
            self.assertEqual(everywhere["numberMatched"], shaped)

    def test_fc_number_returned(self) -> None:
        """Test 26: what is on the page is counted."""
        for one in self.ids():
            for limit in (1, 10, 10000):
                page = self.json(self.path(one), {"limit": limit})
                self.assertEqual(page["numberReturned"], len(page["features"]))

    def test_fc_response_paging(self) -> None:
        """Test 22: the next links lead through all features, each once, in one order."""
        queries: list[dict] = [
            {"limit": 37},
            {"limit": 3, "bbox": "111.188,37.352,111.19,37.354"},
            {"limit": 31, "crs": "http://www.opengis.net/def/crs/EPSG/0/3857"},
            {"limit": 19, "datetime": "../2024-06-30", "bbox": "111.1,37.3,111.3,37.4"},
        ]
        for one in self.ids():
            for query in queries:
                if "crs" in query and len(self.json(f"/collections/{one}")["crs"]) < 2:
                    continue
                if self.get(self.path(one), query).status == 404:
                    continue  # a layer that was not there yet
                with self.subTest(one, **query):
                    pages = self.pages(self.path(one), query)
                    found = [item for page in pages for item in page["features"]]
                    whole = self.json(self.path(one), {**query, "limit": 10000})["features"]
                    self.assertEqual(found, whole)
                    for page in pages:
                        self.assertEqual(page["numberMatched"], len(whole))
                    for page in pages[:-1]:
                        self.assertEqual(page["numberReturned"], query["limit"])

    def test_fc_response_last_page(self) -> None:
        """Test 22: a page that has all has no next one."""
        for one in self.ids():
            count = len(self.items(one))
            page = self.json(self.path(one), {"limit": count})
            self.assertEqual(related(page, "next"), [])
            self.assertEqual(
                len(related(self.json(self.path(one), {"limit": count - 1}), "next")), 1
            )

    def test_html_pages(self) -> None:
        """The class html: next links lead through all features for people too."""
        for one in self.ids():
            address, seen = f"{self.path(one)}?f=html&limit=50", 0
            for _ in range(20):
                page = Page(self.ok(address).text)
                seen += page.tags.count("tr") - 1
                following = [link for link in page.links if "after=" in link]
                if not following:
                    break
                address = following[0]
            self.assertEqual(seen, len(self.items(one)), one)


class Feature(ServiceTest):
    """One feature."""

    def test_f_op(self) -> None:
        """Test 27: each feature has an address, one that is not there has none."""
        for one in self.ids():
            for item in self.items(one)[:3]:
                address = f"/collections/{one}/items/{item['id']}"
                self.assertEqual(self.ok(address).type, GEOJSON)
            for absent in ("0", "-1", "99999999", "nothing", "1.0", "%2e%2e", "1%20"):
                with self.subTest(one, absent=absent):
                    self.refused(404, f"/collections/{one}/items/{absent}")

    def test_f_success(self) -> None:
        """Test 28: what stands there is what the collection has, with links."""
        for one in self.ids():
            for item in some(self.items(one), 12):
                alone = self.json(f"/collections/{one}/items/{item['id']}")
                alone.pop("links")
                quality = alone.pop("quality", None)
                self.assertIn(quality, (None, "schematic"))
                self.assertEqual(alone, item)

    def test_f_links(self) -> None:
        """Test 29: it links to itself, to its other formats and to its collection."""
        for one in self.ids():
            for item in some(self.items(one), 3):
                feature = self.json(f"/collections/{one}/items/{item['id']}")
                found = {link["rel"]: link for link in feature["links"]}
                self.assertLessEqual({"self", "alternate", "collection"}, set(found))
                self.assertEqual(self.json(found["self"]["href"])["id"], item["id"])
                self.assertEqual(self.json(found["collection"]["href"])["id"], one)
                self.assertEqual(self.ok(found["alternate"]["href"]).type, "text/html")
                for link in feature["links"]:
                    self.assertTrue(link["type"])

    def test_f_crs84(self) -> None:
        """Test 2: nothing else asked, its coordinate system is CRS84."""
        for one in self.ids():
            answer = self.ok(f"/collections/{one}/items/{self.items(one)[0]['id']}")
            self.assertEqual(answer.headers["Content-Crs"], f"<{CRS84}>")


if __name__ == "__main__":
    unittest.main()
