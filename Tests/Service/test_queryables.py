"""OGC API – Features, part 3: queryables, what a filter may ask for (OGC 19-079r2, 6)."""

from __future__ import annotations

import unittest

from conditions import is_null
from stand import related, setUpModule, tearDownModule
from test_filter import FilterTest

_ = setUpModule, tearDownModule


class Queryables(FilterTest):
    """What may be asked for."""

    def test_queryables(self) -> None:
        """They are a JSON schema of the collection's attributes and its shape."""
        for one in self.collections():
            address = f"/collections/{one['id']}/queryables"
            (link,) = related(one, "http://www.opengis.net/def/rel/ogc/1.0/queryables")
            self.assertEqual(link["href"], self.client.base + address)
            answer = self.ok(address)
            self.assertEqual(answer.type, "application/schema+json")
            schema = answer.json
            self.assertEqual(schema["$id"], self.client.base + address)
            self.assertTrue(schema["$schema"].startswith("https://json-schema.org/draft/20"))
            self.assertEqual(schema["type"], "object")
            for name, property in schema["properties"].items():
                if name == "geometry":
                    self.assertTrue(property["format"].startswith("geometry-"))
                else:
                    self.assertIn(property["type"], ("string", "number", "integer", "boolean"))
                    self.assertTrue(property["title"])
            self.assertEqual("geometry" in schema["properties"], one in self.shaped())

    def test_types(self) -> None:
        """Each attribute has values of the type that is told."""
        types = {"string": str, "number": (int, float), "integer": int, "boolean": bool}
        for one in self.ids():
            schema = self.json(f"/collections/{one}/queryables")["properties"]
            for item in self.items(one):
                for name, value in item["properties"].items():
                    if value is not None:
                        self.assertIsInstance(value, types[schema[name]["type"]], f"{one} {name}")

    def test_each_is_understood(self) -> None:
        """A filter may ask for each of them, by its name in quotes."""
        for one in self.ids():
            for name in self.json(f"/collections/{one}/queryables")["properties"]:
                if name == "geometry":
                    continue
                query = {"filter": f'"{name}" IS NULL', "limit": 1}
                with self.subTest(one, name=name):
                    self.assertEqual(
                        self.json(f"/collections/{one}/items", query)["numberMatched"],
                        len(self.expected(one, is_null(name))),
                    )


if __name__ == "__main__":
    unittest.main()
