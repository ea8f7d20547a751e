"""The questions of the command line over HTTP: /lookup, /history. (/check is in test_check.py.)

The answers must be those of `yulin` to the same question: one code answers both.
"""

from __future__ import annotations

import unittest
import urllib.parse
from typing import Any

import county
from stand import GEOJSON, ServiceTest, setUpModule, tearDownModule

_ = setUpModule, tearDownModule
TIMES = {"known_at"}
# What names the register's path, or says how long it took.
PATHS = {"command", "store", "elapsed", "seconds", "milliseconds"}


def bare(value: Any, without: set[str] = TIMES | PATHS) -> Any:
    """An answer without the time it was asked at and the path of the register."""
    if isinstance(value, dict):
        return {key: bare(it, without) for key, it in value.items() if key not in without}
    if isinstance(value, list):
        return [bare(it, without) for it in value]
    return value


class Questions(ServiceTest):
    """Asks both."""

    def yulin(self, *words: str) -> Any:
        return bare(
            county.yulin_json(
                words[0],
                *words[1:2] if words[0] == "check" else [],
                "-f",
                "json",
                *words[2 if words[0] == "check" else 1 :],
                store=county.register(),
            )
        )

    def service(self, path: str, query: Any = ()) -> Any:
        return bare(self.json(path, query))


class Lookup(Questions):
    """/lookup with words and points."""

    def test_words(self) -> None:
        """A parcel, a document, a place, a party: whatever is asked, and what is not there."""
        for what in (
            "NX-03",
            "nx 03",
            "LP-02",
            "D-08-01",
            "中政函〔2025〕62号",
            "中政函2025 62",
            "粮站",
            "张家庄粮站",
            "宁乡镇",
            "03-05",
            "no such thing",
            "'",
            "%",
            "\\",
            "a\nb",
            "＃",
            "   x  ",
        ):
            with self.subTest(what):
                self.assertEqual(
                    self.service("/lookup", {"q": what}), self.yulin("lookup", "--", what)
                )

    def test_points(self) -> None:
        """A point, asked once and again (an answer is kept), in degrees and in a grid."""
        for what in (
            "111.1925,37.3744",
            "111.1885,37.3512",
            "111.12,37.3",
            "37517050.377,4138079.706",
            "517050.377,4138079.706",
            "111.1925, 37.3744",
        ):
            for _ in range(2):
                with self.subTest(what):
                    self.assertEqual(
                        self.service("/lookup", {"q": what}), self.yulin("lookup", what)
                    )

    def test_far_points(self) -> None:
        """A point that lies too far away for the register is refused by its name."""
        for what in ("100,30", "0,0", "-70,-40"):
            for language in ("zh", "en"):
                with self.subTest(what, language=language):
                    problem = self.refused(422, "/lookup", {"q": what, "lang": language})
                    self.assertIn(what, problem["detail"])

    def test_options(self) -> None:
        """Each option of the command line is a parameter."""
        for what, options in (
            ("NX-03", {"within": "50m"}),
            ("NX-03", {"nearest": "3"}),
            ("NX-03", {"relation": "touches"}),
            ("NX-03", {"relation": "intersects", "limit": "2"}),
            ("111.19,37.36", {"within": "200m"}),
            ("111.19,37.36", {"nearest": "2"}),
            ("111.1925,37.3744", {"layer": "城镇开发边界"}),
            ("NX-03", {"zones": "城镇开发边界"}),
            ("111.1925,37.3744", {"crs": "EPSG:4326"}),
            ("LP-02", {"as-of": "2024-12-31"}),
            ("NX-03", {"as-of": "2020-01-01"}),
            ("NX-03", {"known-at": "2020-01-01"}),
            ("111.1925,37.3744", {"as-of": "2024-12-31"}),
            ("37517050.377,4138079.706", {"crs": "EPSG:4525"}),
        ):
            words = [word for name, value in options.items() for word in (f"--{name}", value)]
            with self.subTest(what, **options):
                self.assertEqual(
                    self.service("/lookup", {"q": what, **options}),
                    self.yulin("lookup", what, *words),
                )

    def test_layers(self) -> None:
        """A layer may stand several times."""
        layers = ["永久基本农田", "城镇开发边界"]
        words = [word for layer in layers for word in ("--layer", layer)]
        self.assertEqual(
            self.service("/lookup", [("q", "111.1925,37.3744")] + [("layer", it) for it in layers]),
            self.yulin("lookup", "111.1925,37.3744", *words),
        )

    def test_explain(self) -> None:
        """An explained answer has the same layers and steps."""
        found = self.service("/lookup", {"q": "111.1925,37.3744", "explain": "true"})
        own = self.yulin("lookup", "111.1925,37.3744", "--explain")
        own["explanation"]["register"] = county.register().name
        self.assertEqual(found, own)
        text = self.ok("/lookup", {"q": "111.1925,37.3744", "explain": "true"}).text
        self.assertNotIn(str(county.register()), text, "the path of the register is told")

    def test_other_formats(self) -> None:
        """GeoJSON, CSV and a page say the same as on the command line."""
        for what in ("NX-03", "111.1925,37.3744"):
            for format, type in (("geojson", GEOJSON), ("csv", "text/csv"), ("html", "text/html")):
                answer = self.ok("/lookup", {"q": what, "f": format})
                self.assertEqual(answer.type, type)
                if format == "csv":
                    own = county.yulin("lookup", "-f", "csv", what, store=county.register())
                    self.assertEqual(
                        answer.text.lstrip("\ufeff").splitlines(), own.lstrip("\ufeff").splitlines()
                    )
        point = self.json("/lookup", {"q": "111.1925,37.3744", "f": "geojson"})
        own = county.yulin_json(
            "lookup", "111.1925,37.3744", "-f", "geojson", store=county.register()
        )
        self.assertEqual(bare(point), bare(own))

    def test_wrong(self) -> None:
        """What is no question is 400, in words of the language asked for."""
        for query in (
            {},
            {"q": ""},
            {"q": "  "},
            {"q": "NX-03", "within": "far"},
            {"q": "NX-03", "nearest": "0"},
            {"q": "NX-03", "nearest": "x"},
            {"q": "NX-03", "relation": "near"},
            {"q": "NX-03", "crs": "EPSG:4525"},
            {"q": "111.19,37.36", "crs": "EPSG:1"},
            {"q": "NX-03", "as-of": "soon"},
            {"q": "111.19,37.36", "layer": "no such layer"},
            {"q": "NX-03", "explain": "yes"},
            {"q": "NX-03", "limit": "-1"},
            {"q": "NX-03", "what": "x"},
            {"q": "NX-03", "f": "xml"},
        ):
            with self.subTest(query):
                zh = self.refused(400, "/lookup", {**query, "lang": "zh"})["detail"]
                en = self.refused(400, "/lookup", {**query, "lang": "en"})["detail"]
                self.assertTrue(any("\u4e00" <= sign <= "\u9fff" for sign in zh), zh)
                if "layer" not in query:  # whose names are Chinese
                    self.assertFalse(any("\u4e00" <= sign <= "\u9fff" for sign in en), en)
                self.assertNotIn("--", en)

    def test_language_of_the_client(self) -> None:
        """Without lang the header Accept-Language decides."""
        zh = self.refused(400, "/lookup", Accept_Language="zh-CN,zh;q=0.9,en;q=0.8")["detail"]
        en = self.refused(400, "/lookup", Accept_Language="en-GB,en;q=0.9")["detail"]
        self.assertEqual(zh, self.refused(400, "/lookup", {"lang": "zh"})["detail"])
        self.assertEqual(en, self.refused(400, "/lookup", {"lang": "en"})["detail"])


class History(Questions):
    """/history/{parcel}."""

    def test_history(self) -> None:
        for parcel in ("LP-02", "NX-03", "D-08-01", "张家庄粮站", "no such parcel", "lp-01"):
            with self.subTest(parcel):
                self.assertEqual(
                    self.service(f"/history/{county_path(parcel)}"), self.yulin("history", parcel)
                )
        for options in ({"as-of": "2024-12-31"}, {"known-at": "2020-01-01"}):
            words = [word for name, value in options.items() for word in (f"--{name}", value)]
            self.assertEqual(
                self.service("/history/LP-02", options), self.yulin("history", "LP-02", *words)
            )

    def test_wrong(self) -> None:
        self.refused(400, "/history/LP-02", {"as-of": "then"})
        self.refused(400, "/history/LP-02", {"q": "x"})
        self.refused(404, "/history/")


def county_path(name: str) -> str:
    """A name as a part of a path."""
    return urllib.parse.quote(name, safe="")


if __name__ == "__main__":
    unittest.main()
