"""OGC API – Features, part 2: coordinate systems.

The abstract tests A.1, A.2.1 and A.2.2 of OGC 18-058r1; a test has the name of its requirement.
What the service hands out is held against PROJ, in the order of axes of each authority.
"""

from __future__ import annotations

import functools
import random
import unittest

import pyproj
import shapely

from client import Client
from shapes import differences, moved, positions, runs, shape
from stand import CRS84, ServiceTest, setUpModule, tearDownModule

_ = setUpModule, tearDownModule
EPSG = "http://www.opengis.net/def/crs/EPSG/0/"


@functools.cache
def system(uri: str) -> pyproj.CRS:
    """The system of a URI, by PROJ."""
    return pyproj.CRS("OGC:CRS84" if uri == CRS84 else f"EPSG:{uri.removeprefix(EPSG)}")


@functools.cache
def everything(client: Client, collection: str, uri: str) -> list[dict]:
    """All features of a collection in a system."""
    path = f"/collections/{collection}/items"
    return client.get(path, {"crs": uri, "limit": 10000}).json["features"]


def is_degrees(uri: str) -> bool:
    return system(uri).is_geographic


class Discovery(ServiceTest):
    """Which systems there are (A.1)."""

    def test_crs_uri(self) -> None:
        """Test 1: a system is named by a URI of OGC, which PROJ knows too."""
        for one in self.collections():
            for uri in one["crs"]:
                self.assertTrue(uri == CRS84 or uri.startswith(EPSG), uri)
                self.assertTrue(system(uri).name)

    def test_fc_md_crs_list(self) -> None:
        """Test 2: each collection lists its systems, CRS84 among them, each once."""
        for one in self.collections():
            self.assertEqual(one["crs"][0], CRS84)
            self.assertEqual(len(set(one["crs"])), len(one["crs"]))
            if one["id"] != "sites":
                self.assertLessEqual({EPSG + "4490", EPSG + "4326", EPSG + "3857"}, set(one["crs"]))

    def test_fc_md_crs_list_global(self) -> None:
        """Test 2: the list of all collections names all systems that they have."""
        record = self.json("/collections")
        named = {uri for one in record["collections"] for uri in one["crs"]}
        self.assertEqual(set(record["crs"]), named - {"#/crs"})

    def test_fc_md_storage_crs(self) -> None:
        """Test 3: the system a collection is kept in is one of its list."""
        for one in self.collections():
            self.assertIn(one["storageCrs"], one["crs"])
            if one in self.shaped():
                self.assertNotEqual(one["storageCrs"], CRS84)

    def test_fc_md_storage_crs_valid_value(self) -> None:
        """Test 3: it is that of the register: the grid whose zone the county lies in."""
        parcels = self.json("/collections/parcels")
        self.assertEqual(parcels["storageCrs"], EPSG + "4525")


class Answers(ServiceTest):
    """In which system features are handed out (A.2.1)."""

    def path(self, collection: str) -> str:
        return f"/collections/{collection}/items"

    def features(self, collection: str, uri: str) -> list[dict]:
        """All features in a system; asked for once."""
        return everything(self.client, collection, uri)

    def test_fc_crs_definition(self) -> None:
        """Test 4: crs is a URI, of features and of one feature."""
        for one in self.ids():
            for path in (self.path(one), self.path(one) + "/{featureId}"):
                crs = self.parameters(path)["crs"]
                self.assertEqual((crs["in"], crs.get("required", False)), ("query", False))
                self.assertEqual(
                    crs["schema"], {**crs["schema"], "type": "string", "format": "uri"}
                )
                self.assertFalse(crs.get("explode", True))

    def test_fc_crs_valid_value(self) -> None:
        """Test 5: a system that is not in the list is 400, and the answer says which are."""
        for one in self.collections():
            item = f"{self.path(one['id'])}/{self.items(one['id'])[0]['id']}"
            for path in (self.path(one["id"]), item):
                for wrong in (EPSG + "2154", EPSG, CRS84 + "h", ""):
                    with self.subTest(path, crs=wrong):
                        self.assertIn(CRS84, self.refused(400, path, {"crs": wrong})["detail"])
        for wrong in ("4490", CRS84 + "/", "EPSG:0", "][", EPSG + "4490 ", EPSG.upper() + "4490"):
            self.refused(400, self.path("parcels"), {"crs": wrong})

    def test_fc_crs_default_value(self) -> None:
        """Test 5: without crs the answer is in CRS84."""
        for one in self.ids():
            self.assertEqual(self.features(one, CRS84), self.items(one))

    def test_ogc_crs_header(self) -> None:
        """Test 6: each answer says which system its numbers are of."""
        for one in self.collections():
            item = f"{self.path(one['id'])}/{self.items(one['id'])[0]['id']}"
            for number, uri in enumerate(one["crs"]):
                for path in (self.path(one["id"]) + "?limit=1", item)[: 2 if number < 2 else 1]:
                    answer = self.ok(path, {"crs": uri})
                    self.assertEqual(answer.headers.get_all("Content-Crs"), [f"<{uri}>"])

    def test_geojson(self) -> None:
        """Test 7: numbers stand in the order of the authority: northing first where it says so."""
        for one in self.shaped():
            for uri in one["crs"]:
                axes = [axis.direction for axis in system(uri).axis_info]
                expected = 1 if axes[0] == "north" else 0
                item = next(item for item in self.features(one["id"], uri) if item["geometry"])
                first = positions(item["geometry"])[0]
                west = (
                    100 < first[expected] < 130
                    if is_degrees(uri)
                    else (
                        12e6 < first[0] < 13e6
                        if uri.endswith("3857")
                        else 36e6 < first[expected] < 38e6 or 4e5 < first[expected] < 6e5
                    )
                )
                self.assertTrue(west, f"{uri}: {first}")

    def test_crs_action(self) -> None:
        """Test 7: numbers are those that PROJ gets from the register's own, to a tenth of a
        millimetre. China's CGCS2000 stands in for WGS 84 in CRS84."""
        for one in self.shaped():
            own = self.features(one["id"], one["storageCrs"])
            for uri in one["crs"]:
                target = pyproj.CRS("EPSG:4490") if uri == CRS84 else system(uri)
                change = pyproj.Transformer.from_crs(
                    system(one["storageCrs"]), target, always_xy=False
                )
                tolerance = 2e-9 if is_degrees(uri) else 2e-4
                for mine, other in zip(own, self.features(one["id"], uri), strict=True):
                    self.assertEqual(
                        (mine["id"], mine["properties"]), (other["id"], other["properties"])
                    )
                    expected = moved(runs(mine["geometry"]), change)
                    if uri == CRS84:
                        expected = [[position[::-1] for position in run] for run in expected]
                    self.assertEqual(
                        differences(expected, runs(other["geometry"]), tolerance),
                        [],
                        f"{one['id']} {mine['id']} {uri}",
                    )

    def test_crs_action_feature(self) -> None:
        """Test 7: one feature has the numbers that the collection has."""
        for one in self.collections():
            for uri in one["crs"]:
                item = self.features(one["id"], uri)[-1]
                alone = self.json(f"{self.path(one['id'])}/{item['id']}", {"crs": uri})
                self.assertEqual(alone["geometry"], item["geometry"])

    def test_crs_kept_by_links(self) -> None:
        """Test 7: links to the same and to the next page keep the system."""
        for one in self.shaped():
            for uri in one["crs"][1:5:3]:
                count = len(self.items(one["id"]))
                pages = self.pages(self.path(one["id"]), {"crs": uri, "limit": count // 2 + 1})
                found = [item for page in pages for item in page["features"]]
                self.assertEqual(found, self.features(one["id"], uri))


class Boxes(ServiceTest):
    """In which system a box is given (A.2.2)."""

    def path(self, collection: str) -> str:
        return f"/collections/{collection}/items"

    def test_fc_bbox_crs_definition(self) -> None:
        """Test 8: bbox-crs is a URI."""
        for one in self.ids():
            crs = self.parameters(self.path(one))["bbox-crs"]
            self.assertEqual((crs["in"], crs.get("required", False)), ("query", False))
            self.assertEqual(crs["schema"], {**crs["schema"], "type": "string", "format": "uri"})
            self.assertFalse(crs.get("explode", True))

    def test_bbox_crs_action(self) -> None:
        """Test 9: a box in any system finds what has a point in it there."""
        chance = random.Random(18058)
        for one in self.shaped():
            for uri in one["crs"]:
                items = everything(self.client, one["id"], uri)
                shapes = [(item["id"], shape(item)) for item in items if item["geometry"]]
                whole = shapely.total_bounds([it for _, it in shapes])
                boxes = [(whole[0] - 1, whole[1] - 1, whole[2] + 1, whole[3] + 1)]
                for _ in range(2):
                    a = sorted(chance.uniform(whole[0], whole[2]) for _ in range(2))
                    b = sorted(chance.uniform(whole[1], whole[3]) for _ in range(2))
                    boxes.append((a[0], b[0], a[1], b[1]))
                for box in boxes:
                    place = shapely.box(*box)
                    with self.subTest(one["id"], crs=uri, box=box):
                        self.assertEqual(
                            self.found(one["id"], box, uri),
                            [id for id, it in shapes if shapely.intersects(it, place)],
                        )

    def found(self, collection: str, box: tuple, uri: str | None, **others: str) -> list:
        query = {"bbox": ",".join(map(repr, map(float, box))), "limit": 10000, **others}
        if uri:
            query["bbox-crs"] = uri
        return [item["id"] for item in self.json(self.path(collection), query)["features"]]

    def test_bbox_crs_with_crs(self) -> None:
        """Test 9: the systems of the box and of the answer are two things."""
        box = (111.17, 37.33, 111.2, 37.36)
        for one in self.shaped():
            expected = self.found(one["id"], box, None)
            for uri in one["crs"]:
                if uri in (EPSG + "3857", one["storageCrs"]):
                    self.assertEqual(self.found(one["id"], box, CRS84, crs=uri), expected)
            turned = (box[1], box[0], box[3], box[2])
            self.assertEqual(self.found(one["id"], turned, EPSG + "4490"), expected)

    def test_bbox_crs_parameter_invalid(self) -> None:
        """Test 10: a system that is not in the list is 400, with a box and without."""
        for one in self.ids():
            for wrong in (EPSG + "2154", "CRS84", EPSG + "x"):
                self.refused(400, self.path(one), {"bbox-crs": wrong, "bbox": "1,1,2,2"})
                self.refused(400, self.path(one), {"bbox-crs": wrong})

    def test_fc_bbox_crs_default_value(self) -> None:
        """Test 9: without bbox-crs a box is in CRS84."""
        for one in self.shaped():
            for box in ((111.18, 37.34, 111.19, 37.36), (111.1, 37.3, 111.2, 37.4)):
                self.assertEqual(
                    self.found(one["id"], box, None), self.found(one["id"], box, CRS84)
                )


if __name__ == "__main__":
    unittest.main()
