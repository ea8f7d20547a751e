"""OGC API – Tiles, tile matrix sets and TileJSON: how tiles are described and handed out.

Sources: OGC 20-057, OGC 17-083r4 (annex D.1), TileJSON 3.0.0. What is in a tile is tested in
test_tile_contents.py.
"""

from __future__ import annotations

import unittest

from shapes import bounds
from stand import CRS84, ServiceTest, related, setUpModule, tearDownModule
from vectortile import HALF, address, decoded

_ = setUpModule, tearDownModule
MATRIX_SET = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"
MVT = "application/vnd.mapbox-vector-tile"
CENTRE = (111.19, 37.345)


class Descriptions(ServiceTest):
    """Tile matrix set, tile sets, TileJSON."""

    def test_tile_matrix_sets(self) -> None:
        """The one tile matrix set is listed, with a link to it."""
        (listed,) = self.json("/tileMatrixSets")["tileMatrixSets"]
        self.assertEqual((listed["id"], listed["uri"]), ("WebMercatorQuad", MATRIX_SET))
        (link,) = related(listed, "self")
        self.assertEqual(self.json(link["href"])["id"], "WebMercatorQuad")
        self.refused(404, "/tileMatrixSets/WorldCRS84Quad")

    def test_tile_matrix_set(self) -> None:
        """Its numbers are those of OGC 17-083r4, annex D.1."""
        record = self.json("/tileMatrixSets/WebMercatorQuad")
        self.assertEqual(record["crs"], "http://www.opengis.net/def/crs/EPSG/0/3857")
        self.assertEqual(record["uri"], MATRIX_SET)
        for zoom, matrix in enumerate(record["tileMatrices"]):
            self.assertEqual(matrix["id"], str(zoom))
            self.assertAlmostEqual(
                matrix["scaleDenominator"] * 2**zoom / 559082264.028717, 1, places=12
            )
            self.assertAlmostEqual(matrix["cellSize"] * 2**zoom / 156543.033928041, 1, places=12)
            self.assertEqual((matrix["tileWidth"], matrix["tileHeight"]), (256, 256))
            self.assertEqual((matrix["matrixWidth"], matrix["matrixHeight"]), (2**zoom, 2**zoom))
            for found, expected in zip(matrix["pointOfOrigin"], (-HALF, HALF), strict=True):
                self.assertAlmostEqual(found, expected, places=3)
            self.assertEqual(matrix.get("cornerOfOrigin", "topLeft"), "topLeft")

    def test_tilesets_list(self) -> None:
        """Each collection with shapes has a list of tile sets, linked from it; others have none."""
        for one in self.collections():
            links = related(one, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector")
            if one not in self.shaped():
                self.assertEqual(links, [])
                self.refused(404, f"/collections/{one['id']}/tiles")
                self.refused(404, f"/tiles/{one['id']}.json")
                self.refused(404, f"/collections/{one['id']}/tiles/WebMercatorQuad/0/0/0")
                continue
            (listed,) = self.json(links[0]["href"])["tilesets"]
            self.assertEqual(listed["dataType"], "vector")
            self.assertEqual(listed["crs"], "http://www.opengis.net/def/crs/EPSG/0/3857")
            self.assertEqual(listed["tileMatrixSetURI"], MATRIX_SET)
            (link,) = related(listed, "self")
            self.assertEqual(self.json(link["href"])["title"], listed["title"])

    def test_tileset(self) -> None:
        """A tile set says where its tiles are, and which there are."""
        for one in self.shaped():
            record = self.json(f"/collections/{one['id']}/tiles/WebMercatorQuad")
            (scheme,) = related(record, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme")
            self.ok(scheme["href"])
            (template,) = related(record, "item")
            self.assertEqual((template["templated"], template["type"]), (True, MVT))
            column, row = address(*CENTRE, 12)
            filled = (
                template["href"]
                .replace("{tileMatrix}", "12")
                .replace("{tileRow}", str(row))
                .replace("{tileCol}", str(column))
            )
            self.assertIn(self.get(filled).status, (200, 204))
            self.assertEqual([layer["id"] for layer in record["layers"]], [one["id"]])
            west, south, east, north = bounds(self.items(one["id"]))
            box = record["boundingBox"]
            self.assertEqual(box.get("crs", CRS84), CRS84)
            self.assertTrue(
                box["lowerLeft"][0] <= west + 1e-9 and box["lowerLeft"][1] <= south + 1e-9
            )
            self.assertTrue(
                box["upperRight"][0] >= east - 1e-9 and box["upperRight"][1] >= north - 1e-9
            )
            self.assertEqual(len(record["tileMatrixSetLimits"]), 19)
            for limits in record["tileMatrixSetLimits"]:
                zoom = int(limits["tileMatrix"])
                first, last = address(west, north, zoom), address(east, south, zoom)
                self.assertLessEqual(limits["minTileCol"], first[0])
                self.assertLessEqual(limits["minTileRow"], first[1])
                self.assertGreaterEqual(limits["maxTileCol"], last[0])
                self.assertGreaterEqual(limits["maxTileRow"], last[1])

    def test_tilejson(self) -> None:
        """TileJSON 3.0.0: addresses, zooms, bounds, and each attribute that tiles have."""
        for one in self.shaped():
            record = self.json(f"/tiles/{one['id']}.json")
            self.assertEqual((record["tilejson"], record["scheme"]), ("3.0.0", "xyz"))
            self.assertRegex(record["version"], r"^\d+\.\d+\.\d+$")
            self.assertEqual((record["minzoom"], record["maxzoom"]), (0, 18))
            west, south, east, north = record["bounds"]
            longitude, latitude, zoom = record["center"]
            self.assertTrue(west <= longitude <= east and south <= latitude <= north)
            self.assertTrue(0 <= zoom <= 18)
            (layer,) = record["vector_layers"]
            self.assertEqual(layer["id"], one["id"])
            self.assertTrue(all(isinstance(about, str) for about in layer["fields"].values()))
            for zoom in (8, 11, 13, 16):
                column, row = address((west + east) / 2, (south + north) / 2, zoom)
                (template,) = record["tiles"]
                answer = self.get(template.format(z=zoom, x=column, y=row))
                for found in decoded(answer.body):
                    used = {name for feature in found.features for name in feature.properties}
                    with self.subTest(one["id"], zoom=zoom):
                        self.assertEqual(sorted(used - set(layer["fields"])), [])

    def test_linked_from_landing(self) -> None:
        """The landing page leads to the tile matrix sets."""
        (link,) = related(self.json("/"), "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes")
        self.assertEqual(self.json(link["href"]), self.json("/tileMatrixSets"))


class Delivery(ServiceTest):
    """Addresses, tags, and what is not there."""

    def addresses(self, collection: str, zoom: int) -> tuple[str, str]:
        column, row = address(*CENTRE, zoom)
        return (
            f"/collections/{collection}/tiles/WebMercatorQuad/{zoom}/{row}/{column}",
            f"/tiles/{collection}/{zoom}/{column}/{row}.mvt",
        )

    def test_two_addresses(self) -> None:
        """OGC's address (row before column) and that of web maps have the same tile."""
        for one in self.shaped():
            for zoom in (0, 5, 9, 12, 14, 16, 18):
                first, second = (self.get(path) for path in self.addresses(one["id"], zoom))
                self.assertEqual((first.status, first.body), (second.status, second.body))
                self.assertEqual(first.status, 200 if first.body else 204)
                if first.body:
                    self.assertEqual((first.type, second.type), (MVT, MVT))
                self.assertEqual(first.headers["ETag"], second.headers["ETag"])

    def test_same_again(self) -> None:
        """A tile that is asked for again is the same to the byte."""
        for one in self.shaped():
            path = self.addresses(one["id"], 12)[1]
            self.assertEqual(len({self.ok(path).body for _ in range(3)}), 1)

    def test_tag(self) -> None:
        """A tile has a tag; who has it already is told so (304), without a body."""
        for one in self.shaped():
            for path in self.addresses(one["id"], 12):
                tag = self.ok(path).headers["ETag"]
                self.assertRegex(tag, r'^(W/)?"[!#-~]+"$')
                for known in (tag, f'"other", {tag}', f"W/{tag}", "*"):
                    answer = self.get(path, If_None_Match=known)
                    self.assertEqual((answer.status, answer.body), (304, b""), known)
                    self.assertEqual(answer.headers["ETag"], tag)
                self.assertEqual(self.get(path, If_None_Match='"other"').status, 200)

    def test_empty(self) -> None:
        """Where nothing lies there is no content, which is no error."""
        for one in self.shaped():
            for path in (
                f"/collections/{one['id']}/tiles/WebMercatorQuad/10/0/0",
                f"/tiles/{one['id']}/10/0/0.mvt",
                f"/tiles/{one['id']}/18/262143/262143.mvt",
            ):
                answer = self.get(path)
                self.assertEqual((answer.status, answer.body), (204, b""))
                self.assertNotIn("Content-Length", answer.headers)

    def test_outside(self) -> None:
        """A tile that the matrix has not is 404, and so is one of no number."""
        for place in (
            "19/0/0",
            "0/1/0",
            "0/0/1",
            "5/32/0",
            "5/0/32",
            "-1/0/0",
            "5/-1/0",
            "a/0/0",
            "5/a/0",
            "5/0/a",
            "5/1.5/0",
            "99999999999999999999/0/0",
            "5/99999999999999999999/0",
        ):
            with self.subTest(place):
                self.refused(404, f"/collections/parcels/tiles/WebMercatorQuad/{place}")
                self.refused(404, f"/tiles/parcels/{place}.mvt")
                self.refused(404, f"/tiles/parcels/{place}.json")
        self.refused(404, "/collections/parcels/tiles/WorldCRS84Quad/0/0/0")
        for path in (
            "nothing/0/0/0.mvt",
            "parcels/0/0/0",
            "parcels/0/0/0.png",
            "parcels/0/0/.mvt",
            "nothing.json",
            "parcels.xml",
            "parcels/0/0/0.mvt.mvt",
        ):
            self.refused(404, f"/tiles/{path}")

    def test_wrong_parameters(self) -> None:
        """Parameters that a tile has not are 400, moments that are none too."""
        for path in self.addresses("parcels", 12):
            self.refused(400, path, {"bbox": "1,1,2,2"})
            self.refused(400, path, {"as-of": "soon"})
            self.refused(400, path, {"known-at": "2025-13-01"})


if __name__ == "__main__":
    unittest.main()
