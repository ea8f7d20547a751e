"""What every answer says to browsers, and by which names the service may be asked for."""

from __future__ import annotations

import http.client
import unittest

from client import Answer
from raw import exchanged, status
from stand import GEOJSON, PROBLEM, ServiceTest, setUpModule, tearDownModule

_ = setUpModule, tearDownModule
FOREIGN = "http://evil.example"


class Headers(ServiceTest):
    """Headers of every kind of answer."""

    def answers(self) -> dict[str, Answer]:
        """One of each kind."""
        tag = self.get("/assets/app.js").headers["ETag"]
        item = self.items("parcels")[0]["id"]
        shape = b'{"type":"Point","coordinates":[111.1925,37.3744]}'
        found = {
            "landing": self.get("/"),
            "map": self.get("/", Accept="text/html"),
            "interface": self.get("/api"),
            "page": self.get("/collections", {"f": "html"}),
            "items": self.get("/collections/parcels/items"),
            "item": self.get(f"/collections/parcels/items/{item}"),
            "tile": self.get("/tiles/parcels/10/828/397.mvt"),
            "empty tile": self.get("/tiles/parcels/10/0/0.mvt"),
            "script": self.get("/assets/app.js"),
            "library": self.get("/leaflet/leaflet.js"),
            "not modified": self.get("/assets/app.js", If_None_Match=tag),
            "lookup": self.get("/lookup", {"q": "NX-03"}),
            "history": self.get("/history/NX-03"),
            "report": self.get("/check", {"f": "html"}),
            "health": self.get("/health"),
            "metrics": self.get("/metrics"),
            "head": self.client.ask("HEAD", "/collections"),
            "no such page": self.get("/nothing"),
            "no such file": self.get("/assets/nothing.js"),
            "bad parameter": self.get("/collections", {"x": "1"}),
            "other method": self.client.ask("PUT", "/collections"),
            "foreign": self.get("/", Host="evil.example"),
            "shape": self.client.ask(
                "POST", "/lookup", headers={"Content-Type": GEOJSON}, body=shape
            ),
        }
        return found

    def test_security_headers(self) -> None:
        """Each answer, refusals too, tells browsers what they may not do with it."""
        for kind, answer in self.answers().items():
            with self.subTest(kind, status=answer.status):
                headers = answer.headers
                self.assertEqual(headers.get_all("X-Content-Type-Options"), ["nosniff"])
                self.assertEqual(headers.get_all("Referrer-Policy"), ["no-referrer"])
                self.assertEqual(headers["X-Frame-Options"], "DENY")
                self.assertEqual(headers["Cross-Origin-Resource-Policy"], "same-origin")
                policies = headers.get_all("Content-Security-Policy") or []
                self.assertEqual(len(policies), 1)
                for rule in ("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"):
                    self.assertIn(rule, policies[0])
                for word in ("unsafe-eval", "*", "http:"):
                    self.assertNotIn(word, policies[0])
                if "script-src" in policies[0]:
                    self.assertNotIn(
                        "unsafe-inline", policies[0].split("script-src")[1].split(";")[0]
                    )
                if answer.body:
                    self.assertTrue(headers["Content-Type"])
                self.assertNotIn("Set-Cookie", headers)

    def test_no_other_origin(self) -> None:
        """No answer lets a page of another origin read it, nor promise it may send anything."""
        for method in ("GET", "HEAD", "OPTIONS", "POST"):
            for path in ("/", "/collections", "/collections/parcels/items", "/lookup?q=NX-03"):
                answer = self.client.ask(
                    method,
                    path,
                    headers={"Origin": FOREIGN, "Access-Control-Request-Method": "POST"},
                )
                self.assertEqual(
                    [name for name in answer.headers if name.lower().startswith("access-control")],
                    [],
                )

    def test_errors_are_problems(self) -> None:
        """Refusals are problem+json, are kept by no cache, and name no path of this computer."""
        for kind, answer in self.answers().items():
            if answer.status >= 400:
                with self.subTest(kind):
                    self.assertEqual(answer.type, PROBLEM)
                    self.assertEqual(answer.headers["Cache-Control"], "no-store")
                    self.assertNotIn("/tmp", answer.text)
                    self.assertNotIn("/home", answer.text)

    def test_head(self) -> None:
        """HEAD has the headers of GET and no body, for whatever there is."""
        for path in (
            "/",
            "/api",
            "/collections/parcels/items?limit=3",
            "/tiles/parcels/10/828/397.mvt",
            "/assets/app.js",
            "/lookup?q=NX-03",
            "/check?f=json",
            "/nothing",
            "/collections?x=1",
        ):
            with self.subTest(path):
                get, head = self.client.ask("GET", path), self.client.ask("HEAD", path)
                self.assertEqual((head.status, head.body), (get.status, b""))
                self.assertEqual(head.headers["Content-Type"], get.headers["Content-Type"])


class Hosts(ServiceTest):
    """The names the service goes by."""

    def asked(self, *lines: str, target: str = "/collections") -> int:
        head = "\r\n".join([f"GET {target} HTTP/1.1", *lines, "Connection: close", "", ""])
        return status(exchanged(self.client.host, self.client.port, head.encode("latin-1")))

    def test_own(self) -> None:
        port = self.client.port
        for host in (
            f"127.0.0.1:{port}",
            "127.0.0.1",
            "localhost",
            f"LOCALHOST:{port}",
            f"[::1]:{port}",
        ):
            self.assertEqual(self.asked(f"Host: {host}"), 200, host)

    def test_foreign(self) -> None:
        """A name that is not the service's is 421: nobody can point his own name at it."""
        for host in (
            "evil.example",
            f"evil.example:{self.client.port}",
            "127.0.0.1.evil.example",
            "evil.example#127.0.0.1",
            "0.0.0.0",
            "localhost.",
            "127.1",
            "[::1",
            "[::2]",
            "localhost.evil.example",
            "evil.example:127.0.0.1",
        ):
            with self.subTest(host):
                self.assertIn(self.asked(f"Host: {host}"), (400, 421))
        for path in ("/", "/lookup?q=NX-03", "/assets/app.js", "/tiles/parcels/10/828/397.mvt"):
            self.assertEqual(self.asked("Host: evil.example", target=path), 421)

    def test_no_name_in_links_but_an_own(self) -> None:
        """What stands in links is a name and a port, whatever was sent as one."""
        for host in (
            "127.0.0.1:80@evil.example",
            "localhost:x",
            "localhost:80/evil",
            'localhost:"><b>',
        ):
            with self.subTest(host):
                self.assertIn(self.asked(f"Host: {host}"), (400, 421))

    def test_whole_target(self) -> None:
        """A whole address as the target may name another host, but no link does."""
        connection = http.client.HTTPConnection("127.0.0.1", self.client.port)
        connection.request("GET", "http://evil.example/collections")
        answer = connection.getresponse()
        self.assertNotIn(b"evil.example", answer.read())
        self.assertIn(answer.status, (200, 400, 404, 421))
        connection.close()

    def test_host_is_needed_once(self) -> None:
        """RFC 9112, 3.2: without Host, or with two, a request is 400."""
        self.assertIn(self.asked(), (400, 421))
        self.assertIn(self.asked("Host: localhost", "Host: localhost"), (400, 421))
        self.assertIn(self.asked("Host: localhost", "Host: evil.example"), (400, 421))


if __name__ == "__main__":
    unittest.main()
