"""What is in vector tiles: by a strict reader, by two decoders of others, and against the features.

Sources: Mapbox Vector Tile 2.1; the shapes of tiles are held against those of /items.
"""

from __future__ import annotations

import collections
import unittest

import mapbox_vector_tile
import shapely
import shapely.affinity
from osgeo import gdal, ogr
from shapely.geometry.base import BaseGeometry

from shapes import bounds, shape
from stand import ServiceTest, setUpModule, tearDownModule
from vectortile import Layer, address, box, decoded

_ = setUpModule, tearDownModule
gdal.UseExceptions()
MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857"
Tile = tuple[int, int, int]


class Contents(ServiceTest):
    """The features of tiles."""

    def tile(self, collection: str, tile: Tile, **query: str) -> tuple[bytes, Layer | None]:
        """The bytes of a tile, and its one layer."""
        zoom, column, row = tile
        answer = self.get(f"/tiles/{collection}/{zoom}/{column}/{row}.mvt", query)
        self.assertIn(answer.status, (200, 204), str(answer))
        layers = decoded(answer.body)
        self.assertEqual([layer.name for layer in layers], [collection] * len(layers))
        return answer.body, layers[0] if layers else None

    def tiles(self, collection: str, zoom: int, count: int) -> list[Tile]:
        """Some tiles with something in them."""
        found = {}
        for item in self.items(collection):
            if item["geometry"]:
                point = shape(item).representative_point()
                found[(zoom, *address(point.x, point.y, zoom))] = None
        return list(found)[:: max(1, len(found) // count)]

    def mercator(self, collection: str, **query: str) -> dict[int, tuple[dict, BaseGeometry]]:
        """Features with shapes in metres of Web Mercator by the number that a tile has for them."""
        page = self.json(
            f"/collections/{collection}/items", {"crs": MERCATOR, "limit": 10000, **query}
        )
        return {
            number if collection == "findings" else item["id"]: (item, shape(item))
            for number, item in enumerate(page["features"], 1)
            if item["geometry"]
        }

    def test_features_are_those_of_the_box(self) -> None:
        """At zoom 16 a tile has the features in its box, none left out but what is too small."""
        for one in self.shaped():
            whole = self.mercator(one["id"])
            for tile in self.tiles(one["id"], 16, 12):
                with self.subTest(one["id"], tile=tile):
                    west, south, east, north = box(*tile)
                    unit = (east - west) / 4096
                    inner = shapely.box(west + unit, south + unit, east - unit, north - unit)
                    outer = shapely.box(
                        west - 66 * unit, south - 66 * unit, east + 66 * unit, north + 66 * unit
                    )
                    layer = self.tile(one["id"], tile)[1]
                    found = {feature.id for feature in layer.features} if layer else set()
                    least = {id for id, (_, it) in whole.items() if shapely.intersects(it, inner)}
                    most = {id for id, (_, it) in whole.items() if shapely.intersects(it, outer)}
                    self.assertLessEqual(found, most)
                    loss = self.json("/tiles/{}/{}/{}/{}.json".format(one["id"], *tile))
                    self.assertLessEqual(len(least - found), loss["too_small"])
                    for id in least - found:  # smaller than a few units
                        self.assertLess(whole[id][1].area, 8 * unit * unit)

    def test_shapes_are_those_of_the_box(self) -> None:
        """At zoom 16 shapes are those of the features, cut with the tile, to a unit of 4096."""
        for one in self.shaped():
            whole = self.mercator(one["id"])
            for tile in self.tiles(one["id"], 16, 6):
                west, south, east, north = box(*tile)
                unit = (east - west) / 4096
                inner = shapely.box(west, south, east, north)
                layer = self.tile(one["id"], tile)[1]
                self.assertIsNotNone(layer)
                self.assertEqual(layer.extent, 4096)
                for feature in layer.features:
                    own = whole[feature.id][1]
                    metres = shapely.affinity.affine_transform(
                        feature.shape, [unit, 0, 0, -unit, west, north]
                    )
                    with self.subTest(one["id"], tile=tile, id=feature.id):
                        a, b = own.intersection(inner), metres.intersection(inner)
                        if own.area:
                            self.assertLessEqual(
                                a.symmetric_difference(b).area,
                                unit * (a.length + b.length) + unit * unit,
                            )
                        elif not a.is_empty:
                            self.assertLessEqual(shapely.hausdorff_distance(a, b), 1.5 * unit)

    def test_attributes(self) -> None:
        """A feature has attributes that /items has for it, or fewer, beside those for drawing."""
        for one in self.shaped():
            whole = self.mercator(one["id"])
            for tile in self.tiles(one["id"], 16, 4):
                layer = self.tile(one["id"], tile)[1]
                for feature in layer.features if layer else []:
                    item = whole[feature.id][0]
                    own = set(feature.properties) & set(item["properties"])
                    self.assertTrue(own)
                    for name in own:
                        value = feature.properties[name]
                        self.assertEqual(value, item["properties"][name], f"{feature.id} {name}")
                        self.assertIs(
                            isinstance(value, bool), isinstance(item["properties"][name], bool)
                        )

    def test_valid(self) -> None:
        """At every zoom polygons are valid, and their rings turn as they must (the reader holds)."""
        seen = 0
        for one in self.shaped():
            for zoom in range(6, 19):
                for tile in self.tiles(one["id"], zoom, 3):
                    layer = self.tile(one["id"], tile)[1]
                    for feature in layer.features if layer else []:
                        seen += 1
                        with self.subTest(one["id"], tile=tile, id=feature.id):
                            self.assertTrue(
                                feature.shape.is_valid, shapely.is_valid_reason(feature.shape)
                            )
                            low, high = -80, 4096 + 80  # the margin
                            x0, y0, x1, y1 = feature.shape.bounds
                            self.assertTrue(low <= x0 and low <= y0 and x1 <= high and y1 <= high)
        self.assertGreater(seen, 500)

    def test_decoders(self) -> None:
        """mapbox-vector-tile and GDAL read the same features from it."""
        for one in self.shaped():
            for tile in self.tiles(one["id"], 10, 1) + self.tiles(one["id"], 14, 3):
                data, layer = self.tile(one["id"], tile)
                own = collections.Counter(feature.id for feature in layer.features)
                theirs = mapbox_vector_tile.decode(data)[one["id"]]
                self.assertEqual((theirs["extent"], theirs["version"]), (4096, 2))
                self.assertEqual(collections.Counter(it["id"] for it in theirs["features"]), own)
                for it in theirs["features"]:
                    self.assertTrue(shapely.geometry.shape(it["geometry"]).is_valid)
                self.assertEqual(self.by_gdal(data, tile, one["id"]), len(layer.features))

    def by_gdal(self, data: bytes, tile: Tile, collection: str) -> int:
        """How many features GDAL reads, all of them valid."""
        zoom, column, row = tile
        name = f"/vsimem/{collection}.mvt"
        gdal.FileFromMemBuffer(name, data)
        dataset = gdal.OpenEx(
            name,
            gdal.OF_VECTOR,
            allowed_drivers=["MVT"],
            open_options=[f"X={column}", f"Y={row}", f"Z={zoom}", "CLIP=NO", "METADATA_FILE="],
        )
        layer = dataset.GetLayerByName(collection)
        count = 0
        for feature in layer:
            count += 1
            own = shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb()))
            self.assertTrue(own.is_valid)
        self.assertIn(
            ogr.GT_Flatten(layer.GetGeomType()),
            (ogr.wkbUnknown, ogr.wkbPoint, ogr.wkbMultiPoint, ogr.wkbMultiPolygon, ogr.wkbPolygon),
        )
        del layer, dataset
        gdal.Unlink(name)
        return count

    def test_as_of(self) -> None:
        """Tiles of another day have the parcels of that day."""
        west, south, east, north = bounds(self.items("parcels"))
        for day in ("2022-01-01", "2023-12-31", "2025-03-15", "2030-01-01"):
            now = self.mercator("parcels", datetime=day)
            found = set()
            first, last = address(west, north, 12), address(east, south, 12)
            for column in range(first[0], last[0] + 1):
                for row in range(first[1], last[1] + 1):
                    loss = self.json(f"/tiles/parcels/12/{column}/{row}.json", {"as-of": day})
                    layer = self.tile("parcels", (12, column, row), **{"as-of": day})[1]
                    self.assertEqual(loss["features"], len(layer.features) if layer else 0)
                    found |= (
                        {it.id for it in layer.features if not it.properties.get("gathered")}
                        if layer
                        else set()
                    )
            self.assertLessEqual(found, set(now), day)
            self.assertEqual(bool(found), bool(now), day)

    def test_loss(self) -> None:
        """Beside each tile stands what it does not show, and its header says the same."""
        for one in self.shaped():
            for zoom in (6, 9, 12, 14, 16):
                for tile in self.tiles(one["id"], zoom, 2):
                    address = "/tiles/{}/{}/{}/{}".format(one["id"], *tile)
                    loss = self.json(address + ".json")
                    data, layer = self.tile(one["id"], tile)
                    self.assertEqual(loss["bytes"], len(data))
                    self.assertEqual(loss["features"], len(layer.features) if layer else 0)
                    told = dict(
                        part.split("=")
                        for part in self.get(address + ".mvt").headers["Yulin-Tile"].split(", ")
                    )
                    self.assertEqual(
                        {name.replace("-", "_"): int(value) for name, value in told.items()},
                        {name.replace("-", "_"): loss[name.replace("-", "_")] for name in told},
                    )
                    if zoom >= 14:
                        self.assertEqual((loss["gathered"], loss["over_limit"]), (0, 0))

    def test_nothing_is_lost_silently(self) -> None:
        """In the tile of the world each feature is shown, gathered, or counted as left out."""
        for one in self.shaped():
            loss = self.json(f"/tiles/{one['id']}/0/0/0.json")
            layer = self.tile(one["id"], (0, 0, 0))[1]
            squares = (
                sum(bool(it.properties.get("gathered")) for it in layer.features) if layer else 0
            )
            shown = (len(layer.features) if layer else 0) - squares
            self.assertEqual(
                shown
                + loss["gathered"]
                + loss["too_small"]
                + loss["over_limit"]
                + loss["not_finite"],
                len(self.mercator(one["id"])),
                one["id"],
            )


if __name__ == "__main__":
    unittest.main()
