"""What the tests stand on: one server over the sample county for each module, and its data."""

from __future__ import annotations

import unittest
from typing import Any

import county
from client import Answer, Client, Query
from server import Server

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
GEOJSON = "application/geo+json"
PROBLEM = "application/problem+json"

_servers: list[Server] = []
_kept: dict[str, Any] = {}


def setUpModule() -> None:
    """Starts the server of a module; each module imports this name."""
    _servers.append(Server(county.register()))


def tearDownModule() -> None:
    """Stops it, and holds that it ends well and had no error of its own."""
    server = _servers.pop()
    _kept.clear()
    status = server.stop()
    if status != 0:
        raise AssertionError(f"the server ended with {status}:\n{server.told()[-2000:]}")
    if server.failures():
        raise AssertionError("the server's log has errors:\n" + "\n".join(server.failures()))


class ServiceTest(unittest.TestCase):
    """A test of the module's server."""

    maxDiff = 4000

    @property
    def client(self) -> Client:
        return _servers[-1].client

    def get(self, address: str, query: Query = (), **headers: str) -> Answer:
        """An answer of whatever status."""
        return self.client.get(address, query, **headers)

    def ok(self, address: str, query: Query = (), **headers: str) -> Answer:
        """An answer that must be one."""
        answer = self.get(address, query, **headers)
        self.assertEqual(answer.status, 200, str(answer))
        return answer

    def json(self, address: str, query: Query = (), **headers: str) -> Any:
        """The JSON of an answer that must be one."""
        return self.ok(address, query, **headers).json

    def refused(self, status: int, address: str, query: Query = (), **headers: str) -> dict:
        """The problem of a request that must be refused with a status."""
        answer = self.get(address, query, **headers)
        self.assertEqual(answer.status, status, str(answer))
        self.assertEqual(answer.type, PROBLEM, str(answer))
        problem = answer.json
        self.assertEqual(problem["status"], status)
        self.assertTrue(problem["title"] and problem["detail"] and problem["code"], str(answer))
        return problem

    def collections(self) -> list[dict]:
        """The collections as the service lists them."""
        if "collections" not in _kept:
            _kept["collections"] = self.json("/collections", {"f": "json"})["collections"]
        return _kept["collections"]

    def ids(self) -> list[str]:
        return [collection["id"] for collection in self.collections()]

    def shaped(self) -> list[dict]:
        """The collections that have shapes."""
        return [one for one in self.collections() if len(one["crs"]) > 1]

    def items(self, collection: str) -> list[dict]:
        """All features of a collection, as one page has them."""
        key = f"items {collection}"
        if key not in _kept:
            page = self.json(f"/collections/{collection}/items", {"limit": 10000})
            self.assertEqual(page["numberMatched"], len(page["features"]))
            _kept[key] = page["features"]
        return _kept[key]

    def pages(self, address: str, query: Query = ()) -> list[dict]:
        """All pages from one on, by their next links."""
        pages = [self.json(address, query)]
        while links := related(pages[-1], "next"):
            self.assertEqual(len(links), 1)
            self.assertLess(len(pages), 2000, "next links without end")
            pages.append(self.json(links[0]["href"]))
        return pages

    def interface(self) -> dict:
        """The definition of the interface."""
        if "interface" not in _kept:
            _kept["interface"] = self.json("/api", {"f": "json"})
        return _kept["interface"]

    def parameters(self, path: str, method: str = "get") -> dict[str, dict]:
        """The parameters of an operation by name, as the definition has them."""
        found = {}
        for given in self.interface()["paths"][path][method]["parameters"]:
            one = given
            if "$ref" in given:
                one = self.interface()["components"]["parameters"][given["$ref"].rpartition("/")[2]]
            self.assertNotIn(one["name"], found, f"{path}: twice")
            found[one["name"]] = one
        return found


def related(record: dict, relation: str) -> list[dict]:
    """The links of a record with a relation."""
    return [link for link in record["links"] if link["rel"] == relation]


def some(features: list[dict], count: int) -> list[dict]:
    """A few of the features, from the first to the last."""
    return features[:: max(1, len(features) // count)]
