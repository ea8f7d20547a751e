"""OGC API – Features, part 1: landing page, definition, conformance, collections, errors.

The abstract tests A.2.1 to A.2.6 and those of wrong parameters (A.2.7, tests 20 and 21) of
OGC 17-069r4; a test has the name of its requirement.
"""

from __future__ import annotations

import unittest
import urllib.parse

from pages import Page
from shapes import bounds
from stand import CRS84, GEOJSON, ServiceTest, related, setUpModule, tearDownModule

_ = setUpModule, tearDownModule
CLASSES = "http://www.opengis.net/spec/"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"


class Pages(ServiceTest):
    """The pages above the features."""

    def resources(self) -> list[str]:
        """An address of every kind."""
        return [
            "/",
            "/api",
            "/conformance",
            "/collections",
            "/tileMatrixSets",
            "/tileMatrixSets/WebMercatorQuad",
            "/health",
            "/metrics",
            "/map.json",
            *(
                f"/collections/{one}{rest}"
                for one in self.ids()
                for rest in ("", "/queryables", "/items")
            ),
        ]

    def check_links(self, record: dict, what: str) -> None:
        """Every link has an address of this service, a relation and a type, and leads there."""
        for link in record["links"]:
            with self.subTest(what, link=link):
                self.assertTrue(link["href"] and link["rel"])
                if link.get("templated"):
                    continue
                self.assertTrue(link["type"])
                answer = self.ok(link["href"], Accept=link["type"])
                self.assertEqual(answer.type, link["type"].split(";")[0])

    def test_http(self) -> None:
        """A.2.1.1: HTTP/1.1; HEAD is GET without the body; a method that is not there is 405."""
        for path in self.resources():
            with self.subTest(path):
                answer = self.ok(path)
                self.assertEqual(answer.version, 11)
                self.assertEqual(int(answer.headers["Content-Length"]), len(answer.body))
                self.assertTrue(answer.headers["Date"])
                head = self.client.ask("HEAD", path)
                self.assertEqual((head.status, head.body), (200, b""))
                self.assertEqual(head.headers["Content-Type"], answer.headers["Content-Type"])
                for method in ("PUT", "DELETE", "PATCH", "POST"):
                    other = self.client.ask(method, path)
                    self.assertEqual(other.status, 405, str(other))
                    self.assertIn("GET", other.headers.get("Allow", ""))
        self.refused(404, "/nothing")

    def test_root_op(self) -> None:
        """Test 3: the landing page is at the root, in both formats."""
        self.assertEqual(self.ok("/").type, "application/json")
        self.assertEqual(self.ok("/", Accept="application/json").type, "application/json")
        self.assertEqual(self.ok("/", Accept="text/html").type, "text/html")
        self.assertEqual(self.ok("/", {"f": "html"}).type, "text/html")

    def test_root_success(self) -> None:
        """Test 4: it has the links to the definition, the conformance and the collections."""
        landing = self.json("/", {"f": "json"})
        self.assertIsInstance(landing["title"], str)
        self.assertIsInstance(landing["description"], str)
        self.assertTrue(related(landing, "service-desc") or related(landing, "service-doc"))
        for relation in ("self", "alternate", "service-desc", "service-doc", "conformance", "data"):
            self.assertTrue(related(landing, relation), relation)
        self.check_links(landing, "landing page")

    def test_api_definition_op(self) -> None:
        """Test 5: every link to the definition or its description leads there."""
        landing = self.json("/")
        for link in related(landing, "service-desc") + related(landing, "service-doc"):
            answer = self.ok(link["href"], Accept=link["type"])
            self.assertEqual(answer.headers["Content-Type"].split("; charset")[0], link["type"])

    def test_api_definition_success(self) -> None:
        """Test 6: it is OpenAPI 3.0, and every operation it has is there."""
        definition = self.interface()
        self.assertRegex(definition["openapi"], r"^3\.0\.\d+$")
        self.assertEqual(self.get("/api").headers["Content-Type"], OPENAPI)
        operations = [
            (path, item["get"]) for path, item in definition["paths"].items() if "get" in item
        ]
        self.assertGreater(len(operations), 20)
        for path, operation in operations:
            if "{" in path or any(one.get("required") for one in self.parameters(path).values()):
                continue
            with self.subTest(path):
                answer = self.ok(path)
                self.assertIn(
                    answer.type,
                    [type.split(";")[0] for type in operation["responses"]["200"]["content"]],
                )
        for one in self.ids():
            self.assertIn(f"/collections/{one}/items/{{featureId}}", definition["paths"])

    def test_conformance_op(self) -> None:
        """Test 7: the conformance declaration is where the landing page says."""
        for link in related(self.json("/"), "conformance"):
            self.assertEqual(self.ok(link["href"]).json, self.json("/conformance"))

    def test_conformance_success(self) -> None:
        """Test 8: it names the classes that these tests hold."""
        classes = self.json("/conformance")["conformsTo"]
        self.assertEqual(len(set(classes)), len(classes))
        for one in ("core", "oas30", "html", "geojson"):
            self.assertIn(f"{CLASSES}ogcapi-features-1/1.0/conf/{one}", classes)
        self.assertIn(f"{CLASSES}ogcapi-features-2/1.0/conf/crs", classes)
        for one in classes:
            self.assertRegex(one, f"^{CLASSES}[a-z0-9-]+/[0-9.]+/conf/[a-z0-9-]+$")

    def test_fc_md_op(self) -> None:
        """Test 9: the collections are where the landing page says."""
        for link in related(self.json("/"), "data"):
            self.assertEqual(self.ok(link["href"]).json, self.json("/collections"))

    def test_fc_md_success(self) -> None:
        """Test 10: the list has its links, and each collection what it must have."""
        record = self.json("/collections")
        self.assertEqual(len(related(record, "self")), 1)
        self.assertTrue(related(record, "alternate"))
        self.check_links(record, "collections")
        ids = [one["id"] for one in record["collections"]]
        self.assertEqual(len(set(ids)), len(ids))
        self.assertLessEqual({"parcels", "sites", "findings"}, set(ids))
        self.assertEqual(sum(one.startswith("layer_") for one in ids), 5)
        for one in record["collections"]:
            self.assertEqual(one.get("itemType", "feature"), "feature")
            self.assertIsInstance(one["title"], str)
            self.check_links(one, one["id"])

    def test_fc_md_items_links(self) -> None:
        """Test 10: each collection has a link to its features in every format."""
        for one in self.collections():
            found = {link["type"]: link["href"] for link in related(one, "items")}
            self.assertEqual(set(found), {GEOJSON, "text/html"}, one["id"])
            self.assertTrue(
                found[GEOJSON].startswith(f"{self.client.base}/collections/{one['id']}/items")
            )

    def test_fc_md_extent(self) -> None:
        """Test 10: an extent holds all its features, in longitude and latitude."""
        for one in self.collections():
            with self.subTest(one["id"]):
                shapes = [item for item in self.items(one["id"]) if item["geometry"]]
                if "spatial" not in one.get("extent", {}):
                    self.assertFalse(shapes, "features with shapes, and no extent")
                    continue
                spatial = one["extent"]["spatial"]
                self.assertEqual(spatial.get("crs", CRS84), CRS84)
                west, south, east, north = spatial["bbox"][0]
                box = bounds(shapes)
                self.assertLessEqual(west, box[0] + 1e-9)
                self.assertLessEqual(south, box[1] + 1e-9)
                self.assertGreaterEqual(east, box[2] - 1e-9)
                self.assertGreaterEqual(north, box[3] - 1e-9)
                self.assertLess(east - west, box[2] - box[0] + 0.01, "much too wide")
                self.assertLess(north - south, box[3] - box[1] + 0.01, "much too high")

    def test_fc_md_extent_temporal(self) -> None:
        """Test 10: intervals of time are pairs of instants or null, in the Gregorian calendar."""
        for one in self.collections():
            temporal = one.get("extent", {}).get("temporal")
            if not temporal:
                continue
            self.assertIn("Gregorian", temporal.get("trs", "Gregorian"))
            for start, end in temporal["interval"]:
                for instant in (start, end):
                    if instant is not None:
                        self.assertRegex(
                            instant, r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"
                        )
        parcels = self.json("/collections/parcels")["extent"]["temporal"]["interval"][0]
        days = [
            item["properties"]["last_date"]
            for item in self.items("parcels")
            if item["properties"].get("last_date")
        ]
        self.assertLessEqual(parcels[0][:10], min(days))

    def test_sfc_md_op(self) -> None:
        """Test 11: each collection has an address; a collection that is not there has none."""
        for one in self.ids():
            self.ok(f"/collections/{one}")
            self.assertEqual(self.ok(f"/collections/{one}", Accept="text/html").type, "text/html")
        for path in ("", "/items", "/items/1", "/queryables", "/tiles"):
            problem = self.refused(404, f"/collections/nothing{path}")
            self.assertIn("nothing", problem["detail"])

    def test_sfc_md_success(self) -> None:
        """Test 12: what stands there is what the list has of it."""
        for one in self.collections():
            self.assertEqual(self.json(f"/collections/{one['id']}"), one)

    def test_html(self) -> None:
        """The class html: every page is well formed, in both languages, and its links lead on."""
        paths = ["/", "/api", "/conformance", "/collections"]
        paths += [f"/collections/{one}{rest}" for one in self.ids() for rest in ("", "/items")]
        paths += [f"/collections/{one}/items/{self.items(one)[0]['id']}" for one in self.ids()]
        seen: set[str] = set()
        for path in paths:
            for language, code in (("zh", "zh-CN"), ("en", "en")):
                with self.subTest(path, language=language):
                    text = self.ok(path, {"f": "html", "lang": language}).text
                    page = Page(text)
                    self.assertEqual(page.faults, [])
                    self.assertEqual(page.language, code)
                    self.assertTrue(page.title)
                    seen |= {self.followed(path, link) for link in page.links + page.sources}
        for address in sorted(seen):
            if "items/" not in address:
                with self.subTest(link=address):
                    self.ok(address)

    def followed(self, path: str, link: str) -> str:
        """The path that a link of a page leads to, without its fragment."""
        whole = urllib.parse.urljoin(self.client.base + path, link)
        return self.client.target(urllib.parse.urldefrag(whole)[0])


class WrongParameters(ServiceTest):
    """Parameters that are not there, and values that are none."""

    def test_query_param_unknown(self) -> None:
        """Test 21: a parameter that is not there is 400, on every resource."""
        for path in Pages.resources(self):  # type: ignore[arg-type]
            with self.subTest(path):
                problem = self.refused(400, path, {"unknown-parameter": "1"})
                self.assertIn("unknown-parameter", problem["detail"])
        for one in self.ids():
            item = self.items(one)[0]["id"]
            self.refused(400, f"/collections/{one}/items/{item}", {"limit": "1"})
        self.refused(400, "/collections/parcels/items", {"BBOX": "1,1,2,2"})

    def test_query_param_invalid(self) -> None:
        """Test 20: a value that is none of the parameter's is 400, and the answer says which."""
        wrong = {
            "limit": ["0", "-1", "1.5", "many", "", "1e2", "0x10", "99999999999999999999"],
            "bbox": [
                "",
                "1",
                "1,2,3",
                "1,2,3,4,5",
                "1,2,3,4,5,6,7",
                "a,b,c,d",
                "1,2,3,",
                "1;2;3;4",
                "nan,2,3,4",
                "1,2,inf,4",
                "1,9,2,3",
                "0x1,2,3,4",
                "1 1,2,3,4",
            ],
            "datetime": [
                "",
                "soon",
                "2025",
                "2025-13-01",
                "2025-02-30",
                "2025-06-30T25:00:00Z",
                "2025-06-30/2025-06-01",
                "..",
                "/",
                "2025-06-30/2025-07-01/2025-08-01",
            ],
            "f": ["xml", "JSON "],
            "lang": ["fr"],
            "after": ["x"],
            "crs": ["EPSG:2154", "x"],
            "bbox-crs": ["EPSG:2154", "x"],
            "filter-lang": ["cql", "cql2-json"],
            "filter-crs": ["x"],
            "known-at": ["then"],
            "properties": ["nothing"],
            "last_date": ["soon"],
            "area_m2": ["much"],
            "keeps_current_use": ["maybe"],
        }
        for name, values in wrong.items():
            for value in values:
                with self.subTest(name=name, value=value):
                    self.refused(400, "/collections/parcels/items", {name: value})

    def test_query_param_invalid_elsewhere(self) -> None:
        """Test 20: formats and languages that are not there are 400 on every resource."""
        for path in Pages.resources(self):  # type: ignore[arg-type]
            with self.subTest(path):
                self.refused(400, path, {"f": "xml"})
                self.refused(400, path, {"lang": "fr"})

    def test_query_param_repeated(self) -> None:
        """Test 20: a parameter that may stand once stands once."""
        self.refused(400, "/collections/parcels/items", [("limit", "1"), ("limit", "2")])
        self.refused(400, "/collections/parcels/items", [("f", "json"), ("f", "html")])


if __name__ == "__main__":
    unittest.main()
