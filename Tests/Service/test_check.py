"""/check is `yulin check`; /lines shows the lines of a document that a fact comes from."""

from __future__ import annotations

import unittest

import county
from stand import GEOJSON, PROBLEM, ServiceTest, setUpModule, tearDownModule
from test_questions import Questions

_ = setUpModule, tearDownModule


class Check(Questions):
    """/check."""

    def test_all(self) -> None:
        """The whole check is that of `yulin check all`."""
        self.assertEqual(self.service("/check", {"f": "json"}), self.yulin("check", "all"))

    def test_some(self) -> None:
        """Scopes, rules, parcels, days: each option is a parameter."""
        for scope, options in (
            ("all", {"rule": "farmland_occupied"}),
            ("parcels", {}),
            ("plans", {}),
            ("supply", {}),
            ("layers", {}),
            ("all", {"as-of": "2024-12-31"}),
            ("all", {"family": "three_lines"}),
            ("all", {"severity": "error"}),
            ("all", {"parcel": "LP-02"}),
            ("parcels", {"layer": "永久基本农田"}),
            ("parcels", {"rule": "farmland_occupied"}),
        ):
            words = [word for name, value in options.items() for word in (f"--{name}", value)]
            query = {"f": "json", **({} if scope == "all" else {"scope": scope}), **options}
            with self.subTest(scope, **options):
                self.assertEqual(self.service("/check", query), self.yulin("check", scope, *words))

    def test_formats(self) -> None:
        """GeoJSON, CSV and the printed report are handed out too."""
        report = self.json("/check", {"f": "json"})
        geojson = self.ok("/check", {"f": "geojson"})
        self.assertEqual(geojson.type, GEOJSON)
        self.assertEqual(len(geojson.json["features"]), len(report["findings"]))
        self.assertEqual(self.ok("/check", {"f": "csv"}).type, "text/csv")
        self.assertEqual(self.ok("/check", {"f": "html"}).type, "text/html")

    def test_wrong(self) -> None:
        for query in (
            {"rule": "no_such_rule"},
            {"scope": "moon"},
            {"family": "x"},
            {"severity": "x"},
            {"layer": "no such layer"},
            {"f": "xml"},
            {"as-of": "x"},
            {"what": "x"},
        ):
            with self.subTest(query):
                for language in ("zh", "en"):
                    self.refused(400, "/check", {**query, "lang": language})


class Lines(ServiceTest):
    """/lines: the lines of a document that a fact comes from."""

    def test_lines(self) -> None:
        """The lines are those of the file, for each file that the register names."""
        name = "Data/zhongyang/2025-062-detailed-plans.txt"
        own = (county.ROOT / name).read_text(encoding="utf-8").splitlines()
        for start, end in ((22, 24), (1, 1), (5, 5)):
            found = self.json("/lines", {"file": name, "start": start, "end": end})
            self.assertEqual((found["file"], found["state"]), (name, found["state"]))
            self.assertEqual(
                found["lines"],
                [{"number": number, "text": own[number - 1]} for number in range(start, end + 1)],
            )

    def test_every_source(self) -> None:
        """Every parcel's source can be shown, at its lines."""
        for item in self.items("parcels"):
            own = item["properties"]
            if not own["file"].endswith(".txt"):
                continue
            found = self.json(
                "/lines", {"file": own["file"], "start": own["line_start"], "end": own["line_end"]}
            )
            self.assertEqual(
                [line["number"] for line in found["lines"]],
                list(range(own["line_start"], own["line_end"] + 1)),
            )

    def test_only_what_the_register_names(self) -> None:
        """No other file is read, whatever way leads to it."""
        for file in (
            "/etc/passwd",
            "../../etc/passwd",
            "Data/zhongyang/../../README.md",
            "README.md",
            "Data/exercise/3-draft-with-mistakes.txt",
            "",
            "Data",
            "/",
            "nothing.txt",
            "Data/zhongyang/2025-062-detailed-plans.txt/../../../README.md",
            "file:///etc/passwd",
            "Data/zhongyang/2025-062-detailed-plans.txt\x00.md",
        ):
            with self.subTest(file):
                answer = self.get("/lines", {"file": file, "start": 1, "end": 3})
                self.assertIn(answer.status, (400, 404), str(answer))
                self.assertEqual(answer.type, PROBLEM)
                self.assertNotIn("root:", answer.text)

    def test_wrong(self) -> None:
        file = "Data/zhongyang/2025-062-detailed-plans.txt"
        for query in (
            {},
            {"file": file},
            {"file": file, "start": "0"},
            {"file": file, "start": "x"},
            {"file": file, "start": "5", "end": "4"},
            {"start": "1"},
            {"file": file, "start": "1", "end": "100000000"},
        ):
            with self.subTest(query):
                self.refused(400, "/lines", query)


if __name__ == "__main__":
    unittest.main()
