"""Runs the jobs and tells the results. Scripts/benchmark-service prepares everything and calls
this."""
import contextlib
import dataclasses
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

# The cluster and the machine are those of the other benchmark; our own names come first.
sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))

import about
import agreement
import database
import land
import load
import options
import processes
import questions
import sides
import tables
from agreement import Verdict
from land import progress
from load import Failed
from sides import Side
from tables import Row

LOADS = ("lookup", "items", "item", "tiles-again")
LOW_ZOOMS = range(8, 14)
# How long Yulin may take to prepare its points, in seconds.
PATIENCE = 180


class Bench:
    """Everything that runs, and what it had."""

    def __init__(self, asked, scratch: pathlib.Path) -> None:
        self.asked, self.scratch = asked, scratch
        self.rows: list[Row] = []
        self.servers: dict[str, processes.Server] = {}
        self.shares: dict[str, float] = {}
        self.sides: list[Side] = []
        self.postmaster: int | None = None
        self.start: dict[str, float | None] = {}
        self.county: questions.Land | None = None
        self.ports = dict(zip(options.PEERS,
                              processes.free_ports(asked.port, len(options.PEERS))))
        # Verdicts on all tiles, which count for the same tiles again, too.
        self.tiles: dict[str, Verdict] = {}

    # Starting

    def serve_yulin(self, stack: contextlib.ExitStack, register: pathlib.Path) -> None:
        progress("starting Yulin")
        server = sides.start_yulin(self.asked.server, register, self.ports["yulin"], self.scratch)
        stack.callback(server.stop)
        self.servers["yulin"] = server
        self.sides += sides.yulin(self.ports["yulin"])
        self.start["yulin listens after"] = server.listening

    def await_yulin(self) -> None:
        server = self.servers["yulin"]
        ready = server.has_said(sides.PREPARED, PATIENCE)
        self.start["yulin is prepared after"] = ready
        progress("Yulin never said that its points are prepared" if ready is None else
                 f"Yulin was prepared after {ready:.1f} s")

    def serve_peers(self, stack: contextlib.ExitStack, register: pathlib.Path) -> dict[str, str]:
        progress("starting a PostgreSQL of our own")
        environment = stack.enter_context(database.running())
        os.environ.update(environment)
        self.postmaster = database.postmaster(environment)
        database.load(register)
        west, south, east, north, count = json.loads(database.query(
            "select json_build_array(st_xmin(e), st_ymin(e), st_xmax(e), st_ymax(e), n) from "
            "(select st_extent(geom) as e, count(*) as n from parcels) extent"))
        self.county = questions.Land(west, south, east, north, count)
        for name in self.asked.peers:
            if name not in sides.STARTS:
                continue
            if name in self.asked.missing.split(","):
                self.rows.append(Row("–", name, failure="could not be installed"))
                continue
            progress(f"starting {name}")
            try:
                server = sides.STARTS[name](self.ports[name], environment, self.scratch,
                                            [west, south, east, north])
            except Failed as problem:
                progress(f"{name}: {problem}")
                self.rows.append(Row("–", name, failure=f"could not be started: {problem}"))
                continue
            stack.callback(server.stop)
            self.servers[name] = server
            self.sides += sides.SIDES[name](self.ports[name])
        return environment

    # Asking

    def questions(self, job: str) -> list:
        made = {"lookup": questions.points, "items": questions.boxes, "item": questions.ids}
        if job in made:
            return made[job](self.county, self.asked.seed)
        return questions.tiles(self.county, questions.ZOOM, self.asked.seed)

    def under_load(self, job: str) -> None:
        """Many questions at a time, each side in turn."""
        kind = "tiles" if job == "tiles-again" else job
        able = [side for side in self.sides if kind in side.paths]
        asked = self.questions(kind)
        verdicts = self.tiles if kind == "tiles" and self.tiles else agreement.compared(
            kind, able, asked[:agreement.SAMPLE])
        for side in able:
            row = Row(job, side.name, verdict=verdicts[side.name])
            self.rows.append(row)
            paths = self.scratch / "paths.txt"
            paths.write_text("".join(side.paths[kind](each) + "\n" for each in asked))
            try:
                if row.verdict.words.startswith("failed"):
                    raise Failed(row.verdict.words)
                # Warmed with other questions than those of the measured time.
                for start, seconds in ((0, self.asked.warm), (0.5, self.asked.seconds)):
                    if seconds > 0:
                        row.load = load.wrk(side.port, paths, start, seconds,
                                            self.asked.connections)
                progress(f"{job}: {side.name} {row.load.rate:,.0f} requests/s, p99 "
                         f"{row.load.p99:.1f} ms, {row.load.errors} errors")
            except Failed as problem:
                row.load, row.failure = None, str(problem)
                progress(f"{job}: {side.name} failed: {problem}")
            self.weigh(side.server)

    def cold_tiles(self) -> None:
        """All tiles once, one after the other; then what each side showed is compared."""
        asked = self.questions("tiles")
        found: dict[str, list[set[str]]] = {}
        able = [side for side in self.sides if "tiles" in side.paths]
        rows = {side.name: Row("tiles", side.name) for side in able}
        for side in able:
            row = rows[side.name]
            self.rows.append(row)
            try:
                row.course, bodies = load.one_by_one(
                    side.port, [side.paths["tiles"](each) for each in asked])
                # They come in an order by chance, so the first ones are any.
                found[side.name] = [side.readers["tiles"](body)
                                    for body in bodies[:agreement.TILES]]
                progress(f"tiles: {side.name} {row.course.mean:.1f} ms on average, "
                         f"{row.course.max:.1f} ms at most")
            except Failed as problem:
                row.failure = str(problem)
                progress(f"tiles: {side.name} failed: {problem}")
            self.weigh(side.server)
        self.tiles = agreement.judged(
            "tiles", [side for side in able if side.name in found], found)
        for name, row in rows.items():
            row.verdict = self.tiles.setdefault(
                name, Verdict(False, f"failed: {row.failure}"))

    def low_zooms(self) -> None:
        for side in self.sides:
            if side.server != "yulin":
                continue
            for zoom in LOW_ZOOMS:
                row = Row(f"low-zooms {zoom}", side.name)
                self.rows.append(row)
                asked = questions.tiles(self.county, zoom, self.asked.seed)
                try:
                    row.course, _ = load.one_by_one(
                        side.port, [side.paths["tiles"](each) for each in asked])
                    progress(f"zoom {zoom}: {row.course.count} tiles, {row.course.mean:.1f} ms on "
                             f"average, {row.course.max:.1f} ms at most")
                except Failed as problem:
                    row.failure = str(problem)
                    progress(f"zoom {zoom} failed: {problem}")
            self.weigh(side.server)

    def do(self, job: str) -> None:
        if job in LOADS:
            self.under_load(job)
        elif job == "tiles":
            self.cold_tiles()
        else:
            self.low_zooms()

    # Memory

    def weigh(self, name: str) -> None:
        weighed = {name: self.servers[name].family}
        if self.postmaster is not None and name != "yulin":
            weighed["PostgreSQL"] = processes.family(self.postmaster)
        for each, family in weighed.items():
            self.shares[each] = max(self.shares.get(each, 0), processes.share(family))

    def memory(self) -> dict[str, dict]:
        families = {name: server.family for name, server in self.servers.items()}
        if self.postmaster is not None:
            families["PostgreSQL"] = processes.family(self.postmaster)
        told = {name: {"processes": len(family), "peak": processes.peak(family),
                       "share": self.shares.get(name, 0.0)} for name, family in families.items()}
        if "PostgreSQL" in told:
            # Its processes share most of their memory, which the sum of peaks counts many times.
            told["PostgreSQL"] |= {"peak": None, "note": "serves all peers; shared_buffers 1 GB"}
        return told


def run(asked, folder: pathlib.Path) -> int:
    if shutil.which("wrk") is None:
        raise FileNotFoundError("wrk")
    if asked.server is None and "yulin" in asked.peers:
        raise FileNotFoundError("yulin-server; --server may name it")
    register = asked.register or land.made(asked)
    with contextlib.ExitStack() as stack:
        scratch = pathlib.Path(tempfile.mkdtemp(prefix="scratch-", dir=folder))
        stack.callback(shutil.rmtree, scratch, ignore_errors=True)
        bench, environment = Bench(asked, scratch), None
        if "yulin" in asked.peers:
            bench.serve_yulin(stack, register)
        missing = asked.missing.split(",")
        if "postgresql" in missing:
            bench.rows += [Row("–", name, failure="PostgreSQL could not be installed")
                           for name in asked.peers if name in sides.STARTS]
        elif set(asked.peers) & set(sides.STARTS):
            environment = bench.serve_peers(stack, register)
        if "yulin" in bench.servers:
            bench.await_yulin()
            bench.county = bench.county or questions.land(
                f"http://127.0.0.1:{bench.ports['yulin']}")
        if bench.county is None:
            raise Failed("there is nobody to ask")
        described = about.described(
            environment, bench.ports["yulin"] if "yulin" in bench.servers else None)
        described["questions"] = (f"{asked.connections} at a time for {asked.seconds} s after "
                                  f"{asked.warm} s to warm, seed {asked.seed}")
        described["parcels"] = f"{bench.county.parcels:,}"
        for name, seconds in bench.start.items():
            described[name] = "–" if seconds is None else f"{seconds:.1f} s"
        for job in asked.jobs:
            bench.do(job)
        memory = bench.memory()

    print(tables.document(described, bench.rows, memory))
    kept = {"about": described, "rows": [dataclasses.asdict(row) for row in bench.rows],
            "memory": memory}
    (folder / "results.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
    return 1 if any(row.failure or row.verdict.agrees is False or (row.load and row.load.errors)
                    for row in bench.rows) else 0


def main() -> int:
    asked = options.parsed()
    # A plain end runs what the stack holds: servers are stopped and scratch files are removed.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, _: sys.exit(128 + received))
    folder = asked.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    asked.folder = folder
    try:
        return run(asked, folder)
    except (Failed, OSError, subprocess.CalledProcessError) as problem:
        progress(f"benchmark-service: {problem}")
        return 3
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
