"""The service while the register is written to, while many ask, and while it is told to stop."""

from __future__ import annotations

import concurrent.futures
import json
import pathlib
import socket
import subprocess
import threading
import time
import unittest

import county
from client import Answer
from server import Server

DOCUMENT = """练习县人民政府
关于{place}片区控制性详细规划的批复

练政函〔2024〕{number}号

县自然资源局：

一、原则同意《练习县{place}片区控制性详细规划》。

二、规划共3个地块：

{place}-01地块用地性质为二类城镇住宅用地（070102），用地面积3.2500公顷，容积率≤2.2。

{place}-02地块用地性质为二类城镇住宅用地（070102），用地面积1.8000公顷，容积率≤2.0。

{place}-03地块用地性质为公园绿地（1401），用地面积0.6400公顷。

练习县人民政府
2024年5月10日
"""


def imported(number: int, store: pathlib.Path) -> None:
    """Imports a document of three parcels, which no other document names."""
    file = county.room() / f"plan-{number}.txt"
    file.write_text(DOCUMENT.format(place=f"QX{number}", number=100 + number), encoding="utf-8")
    county.yulin("import", "--quiet", str(file), store=store)


class Writing(unittest.TestCase):
    """Imports go on while others read."""

    def test_each_answer_is_of_one_state(self) -> None:
        """A page and its numbers are of one state: of each import all three parcels or none."""
        store = county.copy("written.gpkg")
        server = Server(store)
        stop = threading.Event()
        done: list[int] = []

        def write() -> None:
            while not stop.is_set() and len(done) < 60:
                imported(len(done), store)
                done.append(len(done))

        base = self.page(server.client.get("/collections/parcels/items", {"limit": 10000}))
        writer = threading.Thread(target=write)
        writer.start()
        seen: set[int] = set()
        try:
            end = time.monotonic() + 8
            with concurrent.futures.ThreadPoolExecutor(4) as threads:

                def read(number: int) -> None:
                    while time.monotonic() < end:
                        self.read(server, number, base, seen)

                for result in [threads.submit(read, number) for number in range(4)]:
                    result.result()
        finally:
            stop.set()
            writer.join()
            self.addCleanup(server.stop)
        last = base + 3 * len(done)
        time.sleep(0.4)  # a change is seen within a fifth of a second
        self.assertEqual(
            self.page(server.client.get("/collections/parcels/items", {"limit": 10000})), last
        )
        report = server.client.get("/check", {"f": "json"}).json
        self.assertEqual(report["counts"]["parcels"], last)
        self.assertGreater(len(done), 5)
        self.assertGreater(len(seen), 3, "the reader saw no change")
        self.assertEqual(server.stop(), 0)
        self.assertEqual(server.failures(), [])

    def test_a_change_is_seen(self) -> None:
        """After many have read at once an import is seen, and all that are read at once see it."""
        store = county.copy("changed.gpkg")
        server = Server(store)
        items = "/collections/parcels/items?limit=10000"
        base = self.page(server.client.get(items))
        with concurrent.futures.ThreadPoolExecutor(6) as threads:
            for number in range(1, 4):
                for answer in threads.map(server.client.get, [items, "/check?f=csv"] * 6):
                    self.assertEqual(answer.status, 200, str(answer))
                imported(900 + number, store)
                time.sleep(0.4)  # a change is seen within a fifth of a second
                for answer in threads.map(server.client.get, [items] * 6):
                    self.assertEqual(self.page(answer), base + 3 * number)
        self.assertEqual(server.stop(), 0)

    def page(self, answer: Answer) -> int:
        """The number of features of a page that has all."""
        self.assertEqual(answer.status, 200, str(answer))
        page = answer.json
        self.assertEqual(page["numberMatched"], len(page["features"]))
        self.assertEqual(page["numberReturned"], len(page["features"]))
        return page["numberMatched"]

    def read(self, server: Server, kind: int, base: int, seen: set[int]) -> None:
        """One question; its answer must hold in itself."""
        items, client = "/collections/parcels/items", server.client
        if kind == 0:
            answer = client.get(items, {"limit": 10000})
            count = self.page(answer)
            seen.add(count)
            self.assertEqual((count - base) % 3, 0)
            names = [it["properties"].get("parcel_id") or "" for it in answer.json["features"]]
            for name in names:
                if name.startswith("QX") and name.endswith("-01"):
                    self.assertIn(name[:-1] + "2", names)
                    self.assertIn(name[:-1] + "3", names)
            self.assertEqual(len({it["id"] for it in answer.json["features"]}), count)
        elif kind == 1:
            text = {"filter": "parcel_id LIKE 'QX%'", "limit": 10000}
            self.assertEqual(self.page(client.get(items, text)) % 3, 0)
            day = {"datetime": "2024-05-10", "limit": 10000, "parcel_id": "QX0-01"}
            self.assertIn(self.page(client.get(items, day)), (0, 1))
        elif kind == 2:
            page = client.get(items, {"limit": 10}).json
            self.assertEqual((page["numberMatched"] - base) % 3, 0)
            answer = client.get("/lookup", {"q": "QX0-02"})
            self.assertEqual(answer.status, 200, str(answer))
            self.assertIn(answer.json["answer"], ("found", "none"))
        else:
            for path in (
                "/collections",
                "/collections/findings/items?limit=10000",
                "/map.json",
                "/tiles/parcels/10/828/397.mvt",
                "/collections/layer_1/items?limit=1",
                "/lookup?q=111.1925,37.3744",
                "/history/QX1-01",
            ):
                answer = client.get(path)
                self.assertEqual(answer.status, 200, str(answer))


class Many(unittest.TestCase):
    """Many ask at once."""

    def test_answers_do_not_mix(self) -> None:
        """Eight ask for different things at once; each gets what he would get alone."""
        server = Server(county.register())
        paths = [
            f"/collections/{one}/items?limit=50&{query}"
            for one in ("parcels", "layer_4", "findings")
            for query in ("", "bbox=111.17,37.33,111.2,37.36", "crs=EPSG:3857", "f=html")
        ]
        paths += [
            "/lookup?q=NX-03",
            "/lookup?q=111.1925,37.3744",
            "/history/LP-02",
            "/check?f=csv",
            "/tiles/parcels/12/3313/1588.mvt",
            "/tiles/layer_4/12/3313/1588.mvt",
            "/collections",
        ]
        alone = {path: whole(server.client.get(path)) for path in paths}
        with concurrent.futures.ThreadPoolExecutor(8) as threads:
            found = list(
                threads.map(lambda path: (path, whole(server.client.get(path))), paths * 5)
            )
        for path, answer in found:
            self.assertEqual(answer, alone[path], path)
        self.assertEqual(server.stop(), 0)
        self.assertEqual(server.failures(), [])


def whole(answer: Answer) -> tuple:
    """An answer without its time."""
    if answer.status == 200 and "json" in answer.type:
        value = answer.json
        if isinstance(value, dict):
            value.pop("timeStamp", None)
            value.pop("known_at", None)
        return answer.status, value
    return answer.status, answer.body


class Stopping(unittest.TestCase):
    """The service is told to stop (SIGTERM)."""

    def test_requests_under_way_are_answered(self) -> None:
        """Requests that have begun are answered whole; then it ends with 0."""
        server = Server(county.register())
        server.client.get("/collections/findings/items")
        outcomes: list[str] = []
        lock = threading.Lock()
        stopping = threading.Event()

        def ask(number: int) -> None:
            while True:
                begun_before = not stopping.is_set()
                try:
                    answer = server.client.get(
                        "/collections/layer_4/items",
                        {"limit": 10000, "filter": f"BSM <> '{number}'"},
                    )
                    outcome = (
                        "whole"
                        if answer.status == 200 and len(answer.json["features"]) == 357
                        else str(answer)
                    )
                except ConnectionRefusedError:
                    return
                except (OSError, ValueError) as error:
                    outcome = f"{type(error).__name__}"
                except Exception as error:  # a half answer, by the HTTP library
                    outcome = f"{type(error).__name__}"
                with lock:
                    if begun_before or outcome == "whole":
                        outcomes.append(outcome)
                if outcome != "whole":
                    return

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        time.sleep(1.0)
        stopping.set()
        self.assertEqual(server.stop(), 0, server.told()[-500:])
        for thread in threads:
            thread.join(20)
            self.assertFalse(thread.is_alive())
        broken = [outcome for outcome in outcomes if outcome != "whole"]
        self.assertEqual(broken, [], f"of {len(outcomes)} answers")
        self.assertGreater(len(outcomes), 6)

    def test_at_once(self) -> None:
        """It ends well too where it has only just begun and still prepares what it will need."""
        for number in range(14):
            server = Server(county.register())
            if number % 2:
                server.client.get("/collections")
            self.assertEqual(server.stop(), 0, server.told()[-1500:])

    def test_idle_connections_do_not_hold_it_up(self) -> None:
        """A client that keeps a connection open and says nothing does not keep it from ending."""
        server = Server(county.register())
        with socket.create_connection((server.client.host, server.client.port)) as idle:
            idle.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            self.assertTrue(idle.recv(4096))
            with socket.create_connection((server.client.host, server.client.port)) as half:
                half.sendall(b"GET /hea")
                start = time.monotonic()
                self.assertEqual(server.stop(), 0)
                self.assertLess(time.monotonic() - start, 12)

    def test_bad_starts(self) -> None:
        """Settings or registers that are none end it at once, with the status of `yulin`."""
        text = county.room() / "no register.gpkg"
        text.write_text("hello", encoding="utf-8")
        for arguments, expected in (
            ([], (2,)),
            (["{"], (2,)),
            (['{"store":"x","unknown":1}'], (2,)),
            ([json.dumps({"store": str(county.room() / "absent.gpkg")})], (3,)),
            ([json.dumps({"store": str(text)})], (3,)),
        ):
            done = subprocess.run(
                [county.programs() / "yulin-server", *arguments],
                capture_output=True,
                text=True,
                timeout=20,
            )
            self.assertIn(done.returncode, expected, f"{arguments} {done.stderr}")
            self.assertTrue(done.stderr.startswith("yulin-server: "), done.stderr)


if __name__ == "__main__":
    unittest.main()
