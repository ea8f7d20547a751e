"""Shapes that are sent: POST /lookup is `yulin lookup @FILE`."""

from __future__ import annotations

import concurrent.futures
import json
import pathlib
import unittest
from typing import Any

import county
from client import Answer
from stand import GEOJSON, PROBLEM, ServiceTest, setUpModule, tearDownModule
from test_questions import bare

_ = setUpModule, tearDownModule
NAMES = {"file", "label", "asked_for", "query"}
BOUNDS = county.ROOT / county.COUNTY / "boundaries"


class SentShapes(ServiceTest):
    """What lies in a shape."""

    def sent(self, body: str | bytes, type: str, query: str = "") -> Answer:
        data = body.encode() if isinstance(body, str) else body
        return self.client.ask("POST", "/lookup" + query, headers={"Content-Type": type}, body=data)

    def yulin(self, file: pathlib.Path, *words: str) -> Any:
        return county.yulin_json(
            "lookup", f"@{file}", *words, "-f", "json", store=county.register()
        )

    def same(self, answer: Answer, own: Any) -> None:
        """The answer is that of the command line; how the file is called is left out."""
        self.assertEqual(answer.status, 200, str(answer))
        self.assertEqual(nameless(answer.json), nameless(own))

    def square(self, west: float, south: float, side: float) -> dict:
        ring = [
            [west, south],
            [west + side, south],
            [west + side, south + side],
            [west, south + side],
            [west, south],
        ]
        return {"type": "Polygon", "coordinates": [ring]}

    def test_geojson(self) -> None:
        """Geometries, features and collections in GeoJSON."""
        square = self.square(111.18, 37.35, 0.01)
        feature = {"type": "Feature", "properties": {}, "geometry": square}
        small = {**feature, "geometry": self.square(111.19, 37.34, 0.002)}
        point = {**feature, "geometry": {"type": "Point", "coordinates": [111.1925, 37.3744]}}
        line = {
            **feature,
            "geometry": {"type": "LineString", "coordinates": [[111.17, 37.34], [111.2, 37.36]]},
        }
        for number, shape in enumerate(
            (
                square,
                feature,
                {"type": "FeatureCollection", "features": [feature]},
                {"type": "FeatureCollection", "features": [feature, small]},
                point,
                line,
            )
        ):
            file = county.room() / f"shape{number}.geojson"
            file.write_text(json.dumps(shape), encoding="utf-8")
            for type in (GEOJSON, "application/json", GEOJSON + "; charset=utf-8"):
                with self.subTest(number, type=type):
                    self.same(self.sent(json.dumps(shape), type), self.yulin(file))

    def test_coordinate_text(self) -> None:
        """Coordinate text of the ministry, in degrees and in the grid."""
        for name, system in (
            ("2024-090-grain-station.txt", "EPSG:4490"),
            ("2023-037-substation.txt", None),
            ("2025-062-ningxiang.txt", "EPSG:4525"),
        ):
            file = BOUNDS / name
            words = ["--crs", system] if system else []
            query = f"?crs={system}" if system else ""
            with self.subTest(name):
                self.same(
                    self.sent(file.read_bytes(), "text/plain", query), self.yulin(file, *words)
                )

    def test_encodings(self) -> None:
        """Coordinate text is read in GBK, as the ministry's programs write it, and in UTF-8."""
        text = (BOUNDS / "2023-037-substation.txt").read_bytes().decode("gbk")
        for encoding in ("gbk", "utf-8", "utf-8-sig"):
            file = county.room() / f"{encoding}.txt"
            file.write_bytes(text.encode(encoding))
            with self.subTest(encoding):
                self.same(self.sent(file.read_bytes(), "text/plain"), self.yulin(file))

    def test_options(self) -> None:
        """The options of a lookup hold for shapes too."""
        file = county.room() / "square.geojson"
        file.write_text(json.dumps(self.square(111.18, 37.35, 0.01)), encoding="utf-8")
        for query, words in (
            ("?relation=within", ["--relation", "within"]),
            ("?within=50m", ["--within", "50m"]),
            ("?as-of=2024-12-31", ["--as-of", "2024-12-31"]),
            ("?nearest=2", ["--nearest", "2"]),
            ("?limit=1", ["--limit", "1"]),
        ):
            with self.subTest(query):
                self.same(self.sent(file.read_bytes(), GEOJSON, query), self.yulin(file, *words))
        answer = self.sent(file.read_bytes(), GEOJSON, "?f=geojson")
        self.assertEqual((answer.status, answer.type), (200, GEOJSON))

    def test_wrong(self) -> None:
        """What is no shape is refused, with the line and without the path of a file of ours."""
        text = (BOUNDS / "2023-037-substation.txt").read_bytes().decode("gbk")
        for body, type in (
            ("", GEOJSON),
            ("{", GEOJSON),
            ("[]", GEOJSON),
            ("null", GEOJSON),
            ("{}", GEOJSON),
            ('{"type":"Polygon","coordinates":[[[0,0],[1,1]]]}', GEOJSON),
            ('{"type":"Polygon","coordinates":"x"}', GEOJSON),
            ("\xff\xfe", GEOJSON),
            ('{"type":"Topology"}', GEOJSON),
            ("hello", "text/plain"),
            ("", "text/plain"),
            (text.replace("37", "abc"), "text/plain"),
            ("[" * 100_000, GEOJSON),
            ('{"type":"FeatureCollection","features":[]}', GEOJSON),
        ):
            for language in ("zh", "en"):
                with self.subTest(body[:40], type=type, language=language):
                    answer = self.sent(body, type, f"?lang={language}")
                    self.assertIn(answer.status, (400, 422), str(answer))
                    self.assertEqual(answer.type, PROBLEM)
                    self.assertTrue(answer.json["detail"])
                    self.assertNotIn("/tmp", answer.text)

    def test_wrong_parameters(self) -> None:
        shape = json.dumps(self.square(111.18, 37.35, 0.01))
        for query in ("?q=NX-03", "?crs=EPSG:1", "?relation=near", "?unknown=1", "?within=far"):
            with self.subTest(query):
                self.assertEqual(self.sent(shape, GEOJSON, query).status, 400)

    def test_other_types(self) -> None:
        """A body of another type is 415, or read as what it is; never an error of ours."""
        for type in ("application/xml", "image/png", "multipart/form-data"):
            self.assertIn(self.sent(b"\x00\x01\x02", type).status, (400, 415, 422))

    def test_many_at_once(self) -> None:
        """Shapes that are sent at the same time do not get in each other's way."""
        sides = [0.001 * number for number in range(1, 13)]
        bodies = [json.dumps(self.square(111.18, 37.35, side)) for side in sides]
        alone = [nameless(self.sent(body, GEOJSON).json) for body in bodies]
        with concurrent.futures.ThreadPoolExecutor(8) as threads:
            found = list(threads.map(lambda body: self.sent(body, GEOJSON), bodies * 4))
        self.assertEqual([answer.status for answer in found], [200] * len(found))
        self.assertEqual([nameless(answer.json) for answer in found], alone * 4)


def nameless(value: Any) -> Any:
    """An answer without the time, and without how the sent file was called."""
    without = bare(value)
    for one in without if isinstance(without, list) else [without]:
        if isinstance(one, dict):
            asked = one.get("asked")
            for part in asked if isinstance(asked, list) else [asked]:
                if isinstance(part, dict):
                    for name in NAMES & set(part):
                        del part[name]
            for name in NAMES & set(one):
                del one[name]
    return without


if __name__ == "__main__":
    unittest.main()
