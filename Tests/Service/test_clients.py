"""Programs of others read the service: GDAL, OWSLib, a validator of OpenAPI.

What GDAL reads through the service is held against what GDAL reads from the register's file.
"""

from __future__ import annotations

import json
import re
import subprocess
import unittest

import pyproj
from openapi_spec_validator import OpenAPIV30SpecValidator
from osgeo import gdal, ogr
from owslib.ogcapi.features import Features

import county
from shapes import differences, moved, runs
from stand import ServiceTest, setUpModule, tearDownModule

_ = setUpModule, tearDownModule
gdal.UseExceptions()


def geometry(feature: ogr.Feature) -> dict | None:
    """The shape of a feature of GDAL as GeoJSON, with all its digits."""
    own = feature.GetGeometryRef()
    return None if own is None else json.loads(own.ExportToJson(["COORDINATE_PRECISION=17"]))


class GDAL(ServiceTest):
    """GDAL's own client of OGC API – Features."""

    @property
    def address(self) -> str:
        return f"OAPIF:{self.client.base}/"

    def opened(self, **options: str) -> gdal.Dataset:
        return gdal.OpenEx(
            self.address,
            gdal.OF_VECTOR,
            allowed_drivers=["OAPIF"],
            open_options=[f"{name}={value}" for name, value in options.items()],
        )

    def test_ogrinfo(self) -> None:
        """`ogrinfo` lists every collection with its count and complains of nothing."""
        done = subprocess.run(
            ["ogrinfo", "-ro", "-al", "-so", self.address], capture_output=True, text=True
        )
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        names = re.findall(r"^Layer name: (.+)$", done.stdout, re.M)
        counts = re.findall(r"^Feature Count: (\d+)$", done.stdout, re.M)
        self.assertEqual(
            dict(zip(names, map(int, counts), strict=True)),
            {one: len(self.items(one)) for one in self.ids()},
        )

    def test_features(self) -> None:
        """Every collection has the same features, ids, shapes and attributes."""
        dataset = self.opened(PAGE_SIZE="1000")
        for one in self.ids():
            layer = dataset.GetLayerByName(one)
            for feature, item in zip(layer, self.items(one), strict=True):
                if isinstance(item["id"], int):
                    self.assertEqual(feature.GetFID(), item["id"])
                else:
                    self.assertEqual(feature["id"], item["id"])
                self.assertEqual(
                    differences(runs(item["geometry"]), runs(geometry(feature)), 1e-12), []
                )
                for name, value in item["properties"].items():
                    if isinstance(value, str):
                        self.assertEqual(feature[name].replace("/", "-"), value.replace("/", "-"))
                    elif isinstance(value, (int, float)):
                        self.assertAlmostEqual(float(feature[name]), float(value), places=9)

    def test_pages(self) -> None:
        """GDAL's pages of ten lead through all features."""
        dataset = self.opened()
        for one in self.ids():
            layer = dataset.GetLayerByName(one)
            self.assertEqual(layer.GetFeatureCount(), len(self.items(one)))
            found = [feature["id"] if one == "findings" else feature.GetFID() for feature in layer]
            self.assertEqual(found, [item["id"] for item in self.items(one)])

    def test_attributes(self) -> None:
        """GDAL takes the attributes from the first ten features: none may be missing there."""
        dataset = self.opened()
        for one in self.ids():
            definition = dataset.GetLayerByName(one).GetLayerDefn()
            found = {
                definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())
            }
            used = {name for item in self.items(one) for name in item["properties"]}
            with self.subTest(one):
                self.assertEqual(sorted(used - found), [])

    def test_shapes_are_those_of_the_register(self) -> None:
        """Shapes are those that GDAL reads from the file, within 1e-8 degrees (a millimetre)."""
        file = gdal.OpenEx(str(county.register()), gdal.OF_VECTOR | gdal.OF_READONLY)
        dataset = self.opened(PAGE_SIZE="1000")
        degrees = pyproj.Transformer.from_crs("EPSG:4525", "EPSG:4490", always_xy=True)
        for one in self.ids():
            if one in ("sites", "findings"):
                continue
            own = {feature.GetFID(): geometry(feature) for feature in file.GetLayerByName(one)}
            found = {feature.GetFID(): geometry(feature) for feature in dataset.GetLayerByName(one)}
            self.assertEqual(set(found), set(own), one)
            for id, shape in own.items():
                self.assertEqual(
                    differences(moved(runs(shape), degrees), runs(found[id]), 1e-8),
                    [],
                    f"{one} {id}",
                )

    def test_shapes_in_the_register_system(self) -> None:
        """Asked for in the register's own system, numbers are the file's, to a tenth of a
        millimetre."""
        file = gdal.OpenEx(str(county.register()), gdal.OF_VECTOR | gdal.OF_READONLY)
        for one in self.shaped():
            if one["id"] == "findings":
                continue
            page = self.json(
                f"/collections/{one['id']}/items", {"crs": one["storageCrs"], "limit": 10000}
            )
            own = {
                feature.GetFID(): geometry(feature) for feature in file.GetLayerByName(one["id"])
            }
            for item in page["features"]:
                turned = [[[y, x] for x, y in run] for run in runs(own[item["id"]])]
                self.assertEqual(
                    differences(turned, runs(item["geometry"]), 1e-4),
                    [],
                    f"{one['id']} {item['id']}",
                )

    def test_filters(self) -> None:
        """GDAL's filters by place and by attribute find what they find in a copy in memory."""
        dataset = self.opened(PAGE_SIZE="1000")
        for one, where in (
            ("parcels", "status = 'supply_approved'"),
            ("parcels", "area_m2 > 20000"),
            ("parcels", "land_use_name = '公用设施用地' AND area_m2 < 8000"),
            ("parcels", "plan IS NULL"),
            ("parcels", "name LIKE '%粮库%'"),
            ("layer_1", "KCXS = 0"),
            ("findings", "severity = 'error'"),
        ):
            layer = dataset.GetLayerByName(one)
            room = ogr.GetDriverByName("Memory").CreateDataSource(
                ""
            )  # the copy lives as long as it
            memory = room.CopyLayer(layer, "copy")
            for box in (None, (111.15, 37.33, 111.2, 37.38)):
                for each in (layer, memory):
                    each.SetAttributeFilter(where)
                    each.SetSpatialFilterRect(*box) if box else each.SetSpatialFilter(None)
                with self.subTest(one, where=where, box=box):
                    self.assertEqual(
                        *(
                            sorted(
                                feature["id"] if one == "findings" else feature.GetFID()
                                for feature in each
                            )
                            for each in (layer, memory)
                        )
                    )
            layer.SetAttributeFilter(None)
            layer.SetSpatialFilter(None)

    def test_ogr2ogr(self) -> None:
        """`ogr2ogr` makes a GeoPackage that has every feature."""
        target = county.room() / "copied.gpkg"
        done = subprocess.run(
            ["ogr2ogr", "-f", "GPKG", target, self.address, "-oo", "PAGE_SIZE=1000"],
            capture_output=True,
            text=True,
        )
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("ERROR", done.stderr)
        copied = gdal.OpenEx(str(target), gdal.OF_VECTOR | gdal.OF_READONLY)
        for one in self.ids():
            self.assertEqual(copied.GetLayerByName(one).GetFeatureCount(), len(self.items(one)))


class OWSLib(ServiceTest):
    """OWSLib's client of OGC API – Features."""

    def test_collections(self) -> None:
        """It lists conformance and collections."""
        service = Features(self.client.base + "/")
        self.assertEqual(service.conformance(), self.json("/conformance"))
        self.assertEqual(service.feature_collections(), self.ids())
        for one in self.collections():
            self.assertEqual(service.collection(one["id"]), one)
            self.assertTrue(service.collection_queryables(one["id"])["properties"])

    def test_items(self) -> None:
        """It reads features, by box, filter and id."""
        service = Features(self.client.base + "/")
        for one in self.ids():
            page = service.collection_items(one, limit=10000)
            self.assertEqual(page["features"], self.items(one))
            item = self.items(one)[0]
            self.assertEqual(
                service.collection_item(one, str(item["id"]))["geometry"], item["geometry"]
            )
        page = service.collection_items("parcels", bbox=[111.1, 37.3, 111.2, 37.4], limit=1)
        self.assertGreater(page["numberMatched"], 1)
        page = service.collection_items("parcels", filter="status = 'planned'", limit=10000)
        self.assertEqual(
            [item["id"] for item in page["features"]],
            [
                item["id"]
                for item in self.items("parcels")
                if item["properties"]["status"] == "planned"
            ],
        )

    def test_interface(self) -> None:
        """It finds the definition of the interface."""
        self.assertEqual(Features(self.client.base + "/").api(), self.interface())


class OpenAPI(ServiceTest):
    """The definition of the interface."""

    def test_valid(self) -> None:
        """A validator of OpenAPI 3.0 finds nothing wrong with it."""
        faults = OpenAPIV30SpecValidator(self.interface()).iter_errors()
        self.assertEqual([str(fault)[:300] for fault in faults], [])

    def test_operations(self) -> None:
        """Every operation has a name of its own, an answer and refusals."""
        seen: set[str] = set()
        for path, item in self.interface()["paths"].items():
            for method, operation in item.items():
                self.assertNotIn(operation["operationId"], seen)
                seen.add(operation["operationId"])
                self.assertIn("200", operation["responses"], f"{method} {path}")
                self.assertIn("400", operation["responses"], f"{method} {path}")
                self.assertEqual(
                    set(re.findall(r"{(\w+)}", path)),
                    {
                        name
                        for name, one in self.parameters(path, method).items()
                        if one["in"] == "path"
                    },
                    f"{method} {path}",
                )
        self.assertEqual(self.interface()["servers"][0]["url"], self.client.base)

    def test_formats(self) -> None:
        """Each operation says which values of f it takes, and takes them."""
        for path, item in self.interface()["paths"].items():
            given = self.parameters(path).get("f")
            if given is None or "{" in path:
                continue
            with self.subTest(path):
                self.assertTrue(given["schema"].get("enum"))
                if not any(one.get("required") for one in self.parameters(path).values()):
                    for name in given["schema"]["enum"]:
                        self.ok(path, {"f": name})

    def test_statuses(self) -> None:
        """Every status that an operation answers with is told: empty tiles, shapes refused."""
        for path, item in self.interface()["paths"].items():
            if "{tileMatrix}" in path:
                self.assertIn("204", item["get"]["responses"], path)
        lookup = self.interface()["paths"]["/lookup"]
        for status in ("413", "422"):
            self.assertIn(status, lookup["post"]["responses"])


if __name__ == "__main__":
    unittest.main()
