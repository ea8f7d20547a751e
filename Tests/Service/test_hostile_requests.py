"""Requests that want what they must not have, and bytes that are no requests."""

from __future__ import annotations

import pathlib
import unittest

from pages import Page
from raw import exchanged, status
from stand import GEOJSON, PROBLEM, ServiceTest, setUpModule, tearDownModule

_ = setUpModule, tearDownModule


class Requests(ServiceTest):
    """Requests that want what they must not have."""

    def alive(self) -> None:
        self.assertEqual(self.get("/health").status, 200)

    def test_other_methods(self) -> None:
        """Nothing can be written: methods but GET and HEAD are refused, and change nothing."""
        before = self.ok("/collections/parcels/items", {"limit": 5}).json["features"]
        item = f"/collections/parcels/items/{before[0]['id']}"
        for method in ("PUT", "DELETE", "PATCH", "TRACE", "MKCOL", "PROPFIND", "CONNECT"):
            for path in (
                "/",
                "/collections/parcels/items",
                item,
                "/lookup",
                "/assets/app.js",
                "/check",
            ):
                with self.subTest(method, path=path):
                    answer = self.client.ask(
                        method, path, headers={"X-Marked": "marked-7f"}, body=b"{}"
                    )
                    self.assertIn(answer.status, (405, 501), str(answer))
                    self.assertNotIn(b"marked-7f", answer.body)
        self.assertEqual(
            self.ok("/collections/parcels/items", {"limit": 5}).json["features"], before
        )

    def test_body_over_the_limit(self) -> None:
        """More than is taken is 413, whether its length is told or not."""
        big = b" " * ((8 << 20) + 1)
        for headers in ({"Content-Type": GEOJSON}, {"Content-Type": "text/plain"}):
            answer = self.client.ask("POST", "/lookup", headers=headers, body=big)
            self.assertEqual(answer.status, 413, str(answer))
            self.assertEqual(answer.type, PROBLEM)
        head = (
            b"POST /lookup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/geo+json\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        chunk = b"100000\r\n" + b" " * 0x100000 + b"\r\n"
        self.assertEqual(
            status(exchanged(self.client.host, self.client.port, head + chunk * 9 + b"0\r\n\r\n")),
            413,
        )
        self.alive()

    def test_traversal(self) -> None:
        """No way leads out of the folders of files."""
        up = ("..", "%2e%2e", ".%2e", "%2E%2E", "..%2f..", "..%5c..", "%252e%252e", "..;", "....//")
        for folder in ("assets", "leaflet", "leaflet/images"):
            for step in up:
                for depth in (1, 3, 8):
                    path = f"/{folder}/" + "/".join([step] * depth) + "/etc/passwd"
                    answer = self.client.ask("GET", path)
                    self.assertIn(answer.status, (400, 404), str(answer))
                    self.assertNotIn(b"root:", answer.body)
            for name in (
                "/etc/passwd",
                "//etc/passwd",
                "%2fetc%2fpasswd",
                ".",
                "",
                "images/",
                ".git",
                "%00",
                "leaflet.js%00.png",
                "a" * 5000,
                "\\..\\x",
                "~",
                "*",
            ):
                answer = self.client.ask("GET", f"/{folder}/{name}")
                self.assertIn(answer.status, (400, 404), str(answer))

    def test_page_files(self) -> None:
        """The files that the map page names are there, with their types."""
        page = Page(self.ok("/", Accept="text/html").text)
        self.assertEqual(page.faults, [])
        types = {
            ".js": "text/javascript",
            ".css": "text/css",
            ".png": "image/png",
            ".svg": "image/svg+xml",
        }
        sources = [source for source in page.sources if not source.startswith("data:")]
        self.assertTrue(sources)
        for source in sources:
            self.assertFalse(source.startswith(("http", "//")), source)
            answer = self.ok("/" + source.lstrip("/"))
            self.assertEqual(answer.type, types[pathlib.PurePosixPath(source).suffix])
            self.assertEqual(
                self.get("/" + source.lstrip("/"), If_None_Match=answer.headers["ETag"]).status, 304
            )

    def test_long(self) -> None:
        """Long targets, many parameters and large headers are refused or answered, not died of."""
        for path in (
            "/collections/parcels/items?filter=" + "a" * 8000,
            "/lookup?q=" + "%E7%B2%AE" * 2000,
            "/" + "a/" * 4000,
            "/collections/parcels/items?" + "&".join(f"p{i}=1" for i in range(1500)),
            "/tiles/" + "9" * 6000 + "/0/0/0.mvt",
            "/history/" + "x" * 7000,
        ):
            self.assertIn(self.client.ask("GET", path).status, (200, 400, 404, 414, 431))
        for head in (
            b"GET /?" + b"a" * 2_000_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 2_000_000 + b"\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 50_000 + b"\r\n",
        ):
            got = exchanged(self.client.host, self.client.port, head)
            self.assertIn(status(got), (0, 400, 413, 414, 431), head[:40])
            self.alive()

    def test_weird_bytes(self) -> None:
        """Bytes that are no request are refused; a broken escape is 400."""
        for query in ("q=%", "q=%zz", "q=%ff%fe", "q=%c0%af", "%=1", "q=%E7%B2", "q=\x7f%00"):
            answer = exchanged(
                self.client.host,
                self.client.port,
                f"GET /lookup?{query} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode(
                    "latin-1"
                ),
            )
            self.assertIn(status(answer), (200, 400), query)
        self.refused(400, "/lookup?q=%ff%fe")
        self.refused(400, "/collections/parcels/items?filter=%ff")
        for data in (
            b"\x00" * 100,
            b"\xff" * 100,
            b"GET\r\n\r\n",
            b"\r\n" * 50,
            b"GET / HTTP/9.9\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost: localhost\r\n bad\r\n\r\n",
            b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
            b"POST /lookup HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
            b"POST /lookup HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            b"POST /lookup HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        ):
            with self.subTest(data[:60]):
                got = exchanged(self.client.host, self.client.port, data, 2)
                self.assertIn(status(got), (0, 400, 405, 501, 505), got[:80])
                self.alive()

    def test_no_header_can_be_put_in(self) -> None:
        """Line ends in a parameter do not become headers or tags of an answer."""
        for path, name in (
            ("/collections/parcels/items", "name"),
            ("/collections", "x"),
            ("/lookup", "q"),
        ):
            answer = self.get(path, {name: "a\r\nX-Injected: 1\r\n\r\n<script>alert(1)</script>"})
            self.assertNotIn("X-Injected", answer.headers)
            page = self.get(path, {name: "<script>alert(1)</script>", "f": "html"})
            if page.type == "text/html":
                self.assertNotIn("<script>alert", page.text)


if __name__ == "__main__":
    unittest.main()
