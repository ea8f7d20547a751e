"""The jobs: who takes part, what is asked of whom, and whether the results agree."""
import csv
import json
import pathlib
import sqlite3
import subprocess
import sys
from collections.abc import Callable

from measure import Failed
from results import Row
from sides import OURS, Measured, Side, progress

HERE = pathlib.Path(__file__).resolve().parent
ZONES = "详细规划"
POINT = (37_520_000.5, 4_130_000.5)


class Jobs:
    """Runs jobs on a county. What several need, the register or a measurement, is made once."""

    def __init__(self, arguments, county: pathlib.Path, points: pathlib.Path, scratch: pathlib.Path,
                 has_postgis: bool, large_county: pathlib.Path | None) -> None:
        self.arguments = arguments
        self.county, self.points_file, self.scratch = county, points, scratch
        self.has_postgis, self.large_county = has_postgis, large_county
        self.loading_note: str | None = None
        self._register: pathlib.Path | None = None
        self._file_overlay: Measured | None = None

    def row(self, job: str) -> Row:
        progress(f"== {job}")
        work: Callable[[], Row] = getattr(self, "job_" + job.replace("-", "_"))
        try:
            return work()
        except Failed as failure:
            progress(f"{job}: {failure}")
            return Row(job, job, "s", None, failed=True, notes=[str(failure)])

    # Sides

    def ours(self, job: str, *words: object, county: pathlib.Path | None = None,
             name: str = OURS) -> Side:
        return Side(name, [self.arguments.layer_benchmark, job, county or self.county, *words])

    def peer(self, name: str, script: str, job: str, *words: object, **more) -> Side:
        command = [sys.executable, HERE / "peers" / f"{script}.py", job, self.county, *words]
        return Side(name, command, **more)

    def program(self, *words: object, **more) -> Side:
        return Side(OURS, [self.arguments.yulin, *words], tells=False, **more)

    def postgis(self, job: str, *words: object, **more) -> list[Side]:
        return [self.peer("PostGIS", "postgis", job, *words, **more)] if self.has_postgis else []

    def measured(self, job: str, *sides: Side) -> Measured:
        return Measured(job, list(sides), self.arguments.runs)

    def load_postgis(self) -> None:
        """Loads the tables that `overlay` and `points` find already there."""
        if not self.has_postgis:
            return
        points = ("--points-file", self.points_file) if self.points_file.exists() else ()
        loaded = self.peer("PostGIS", "postgis", "load", *points).run()
        self.loading_note = (
            f"PostGIS has its tables loaded ({loaded.report['load_seconds']:.1f} s) and indexed "
            f"({loaded.seconds:.1f} s) before; the index of all others is in their time")

    def register(self) -> pathlib.Path:
        """A register with parcels and zones."""
        if self._register is None:
            store = self.scratch / "county.gpkg"
            for file, words in (("parcels.gpkg", ["boundary"]), ("zones.gpkg", ["layer", ZONES])):
                progress(f"importing {file} into a register")
                self.program("import", self.county / file, "--as", *words, "--store", store).run()
            self._register = store
        return self._register

    # Rows

    def compared(self, job: str, title: str, measured: Measured, at_least: float | None = None,
                 at_most: float | None = None) -> Row:
        """A row of times; the target is to be `at_least` so many times as fast as the best peer, or
        to take `at_most` so many seconds."""
        ours, ranking = measured.seconds(OURS), measured.ranking
        row = Row(job, title, "s", ours, ranking)
        row.failed = bool(measured.failures)
        row.notes = [f"{name} failed: {why}" for name, why in measured.failures.items()]
        if ours and ranking:
            row.ratio = ranking[0][1] / ours
        if at_least is not None:
            row.target = f"≥ {at_least:g} ×"
            row.met = None if row.ratio is None else row.ratio >= at_least
        if at_most is not None:
            row.target = f"≤ {at_most:g} s"
            row.met = None if ours is None else ours <= at_most
        return row

    def agree(self, row: Row, agrees: bool, says: str) -> None:
        row.agrees = agrees and row.agrees is not False
        row.notes.append(says if agrees else f"DISAGREEMENT: {says}")

    def agree_in_sum(self, row: Row, measured: Measured, relative: float = 0) -> None:
        """Every peer has found as many as we, and the same in sum."""
        if measured.ours is None:
            return
        count, total = measured.ours.count, measured.ours.sum
        for name, run in measured.peers.items():
            if run.count != count:
                self.agree(row, False, f"{count} found, {name} has {run.count}")
            elif not abs(run.sum - total) <= relative * abs(total):
                self.agree(row, False, f"the sum is {total}, that of {name} {run.sum}")
        if measured.peers and row.agrees is None:
            names = ", ".join(measured.peers)
            self.agree(row, True, f"count ({count}) and sum are those of {names}")

    def agree_in_detail(self, row: Row, kind: str, ours: pathlib.Path, peer: pathlib.Path,
                        name: str) -> None:
        if not ours.exists() or not peer.exists():
            return
        done = subprocess.run([sys.executable, HERE / "agreement.py", kind, ours, peer],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
            self.agree(row, False, f"the results could not be compared with {name}: {reason}")
            return
        verdict, _, says = done.stdout.strip().partition(" ")
        self.agree(row, verdict == "ok", f"against {name}: {says}")

    # Jobs in memory

    def job_overlay(self) -> Row:
        pairs = {name: self.scratch / f"{name}.pairs" for name in ("ours", "shapely")}
        measured = self.measured(
            "overlay", self.ours("overlay", "--pairs-file", pairs["ours"]),
            *self.postgis("overlay"),
            self.peer("Shapely", "shapely_expert", "overlay", "--pairs-file", pairs["shapely"]),
            self.peer("DuckDB", "duckdb_spatial", "overlay"),
            self.peer("SedonaDB", "sedona_db", "overlay"),
            self.peer("GeoPandas", "geopandas_frames", "overlay"))
        row = self.compared("overlay", "overlay areas, in memory", measured, at_least=30)
        self.agree_in_sum(row, measured, relative=1e-6)
        self.agree_in_detail(row, "pairs", pairs["ours"], pairs["shapely"], "Shapely")
        if measured.ours:
            row.notes.append(f"{measured.ours.report.get('fallbacks', 0)} pairs left to GEOS")
        if self.loading_note:
            row.notes.append(self.loading_note)
        return row

    def job_points(self) -> Row:
        words = ("--points-file", self.points_file)
        measured = self.measured(
            "points", self.ours("points", *words),
            self.peer("SedonaDB", "sedona_db", "points", *words),
            self.peer("Shapely", "shapely_expert", "points", *words),
            self.peer("DuckDB", "duckdb_spatial", "points", *words),
            self.peer("GeoPandas", "geopandas_frames", "points", *words),
            *self.postgis("points"))
        row = self.compared("points", f"{self.arguments.points:,} points", measured, at_least=6)
        self.agree_in_sum(row, measured)
        return row

    def job_read(self) -> Row:
        measured = self.measured(
            "read", self.ours("read"), self.peer("pyogrio", "pyogrio_reader", "read"),
            self.peer("pyogrio by Arrow", "pyogrio_reader", "read", "--variant", "arrow"),
            self.peer("GeoPandas", "geopandas_frames", "read"))
        row = self.compared("read", "reading both layers with attributes", measured, at_least=5)
        self.agree_in_sum(row, measured)
        return row

    def job_coverage(self) -> Row:
        measured = self.measured("coverage", self.ours("coverage"),
                                 self.peer("Shapely", "shapely_expert", "coverage"))
        row = self.compared("coverage", "coverage check", measured, at_least=10)
        if measured.ours and "Shapely" in measured.peers:
            ours, peer = measured.ours.count, measured.peers["Shapely"].count
            self.agree(row, (ours > 0) == (peer > 0),
                       f"{ours} faults, each told; Shapely marks edges of {peer} parcels")
        return row

    def job_validity(self) -> Row:
        measured = self.measured("validity", self.ours("validity"),
                                 self.peer("Shapely", "shapely_expert", "validity"))
        row = self.compared("validity", "validity of the parcels", measured)
        if measured.ours and "Shapely" in measured.peers:
            ours, peer = measured.ours.count, measured.peers["Shapely"].count
            self.agree(row, ours == peer, f"{ours} are not valid, {peer} by Shapely")
        return row

    def job_polygon(self) -> Row:
        measured = self.measured("polygon", self.ours("polygon"),
                                 self.peer("Shapely", "shapely_expert", "polygon"))
        row = self.compared("polygon", "a polygon of 1,000,000 vertices against 100,000 parcels",
                            measured, at_most=2)
        self.agree_in_sum(row, measured, relative=1e-6)
        return row

    def job_growth(self) -> Row:
        large = self.large_county
        times = Measured("growth", [
            self.ours("overlay"), self.ours("overlay", county=large, name="Yulin, large county")],
            self.arguments.runs)
        small, grown = times.seconds(OURS), times.seconds("Yulin, large county")
        row = Row("growth", "overlay of a county five times as large", "s", grown, target="≤ 5.5 ×")
        row.failed = bool(times.failures)
        row.notes = [f"{name} failed: {why}" for name, why in times.failures.items()]
        if small and grown:
            row.ratio = grown / small
            row.met = row.ratio <= 5.5
            row.notes.append(f"{small:.2f} s on the small county: the ratio is of the two times")
        return row

    # Jobs from file to file

    def file_overlay(self) -> Measured:
        if self._file_overlay is None:
            ours, shapely, postgis = (
                self.scratch / f"{name}.csv" for name in ("ours", "shapely", "postgis"))
            self._file_overlay = self.measured(
                "overlay-file",
                self.program("overlay", "parcels", ZONES, "-f", "csv", "-o", ours, "--store",
                             self.register(), outputs=[ours]),
                *self.postgis("overlay-file", "--output", postgis, tells=False, outputs=[postgis]),
                self.peer("Shapely", "shapely_expert", "overlay-file", "--output", shapely,
                          tells=False, outputs=[shapely]))
        return self._file_overlay

    def job_overlay_file(self) -> Row:
        row = self.compared("overlay-file", "overlay areas, from file to CSV", self.file_overlay(),
                            at_least=12)
        row.notes.append("Yulin starts from a register that has the layers, peers from their files")
        for file, name in (("shapely", "Shapely"), ("postgis", "PostGIS")):
            self.agree_in_detail(row, "rows", self.scratch / "ours.csv",
                                 self.scratch / f"{file}.csv", name)
        return row

    def job_memory(self) -> Row:
        measured = self.file_overlay()
        ours, peer = measured.peak(OURS), measured.peak("Shapely")
        row = Row("memory", "peak memory of the overlay from file to CSV", "MB", ours,
                  [("Shapely", peer)] if peer else [], target="< 450 MB",
                  met=None if ours is None else ours < 450)
        row.ratio = peer / ours if ours and peer else None
        return row

    def job_export(self) -> Row:
        ours, peer = self.scratch / "ours.geojson", self.scratch / "peer.geojson"
        measured = self.measured(
            "export",
            self.program("export", "parcels", "-o", ours, "--store", self.register(),
                         outputs=[ours]),
            Side("ogr2ogr", ["ogr2ogr", "-f", "GeoJSON", "-t_srs", "EPSG:4490", peer,
                             self.county / "parcels.gpkg", "parcels"], tells=False, outputs=[peer]))
        row = self.compared("export", "parcels to GeoJSON on EPSG:4490", measured, at_least=34)
        self.agree_in_detail(row, "shapes", ours, peer, "ogr2ogr")
        for file in (ours, peer):
            file.unlink(missing_ok=True)
        return row

    def job_import(self) -> Row:
        parcels = self.county / "parcels.gpkg"
        store, copy = self.scratch / "new.gpkg", self.scratch / "copy.gpkg"
        measured = self.measured(
            "import",
            self.program("import", parcels, "--as", "boundary", "--store", store, outputs=[store]),
            Side("ogr2ogr", ["ogr2ogr", "-f", "GPKG", copy, parcels, "parcels"], tells=False,
                 outputs=[copy]))
        row = self.compared("import", "parcels into a register", measured, at_least=2)
        if measured.ours:
            said = subprocess.run(
                [self.arguments.yulin, "info", "-f", "json", "--store", store],
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
            held, wanted = json.loads(said.stdout)["boundaries"], self.parcel_count()
            self.agree(row, held == wanted, f"{held} of {wanted} parcels are in the register")
        for file in (store, copy):
            file.unlink(missing_ok=True)
        return row

    def parcel_count(self) -> int:
        with sqlite3.connect(f"file:{self.county / 'parcels.gpkg'}?mode=ro", uri=True) as file:
            return file.execute("select count(*) from parcels").fetchone()[0]

    def job_lookup(self) -> Row:
        x, y = POINT
        measured = self.measured(
            "lookup",
            self.program("lookup", f"{x},{y}", "--crs", "EPSG:4525", "-f", "json", "--store",
                         self.register(), repeat=20),
            Side("ogrinfo", ["ogrinfo", "-q", "-spat", x, y, x, y, self.county / "parcels.gpkg",
                             "parcels"], tells=False, repeat=20))
        row = self.compared("lookup", "20 questions about a point, each a process", measured)
        row.notes.append("ogrinfo -spat looks into boxes of parcels only")
        return row

    def job_check(self) -> Row:
        findings = self.scratch / "findings.csv"
        # 1 says that there are findings.
        measured = self.measured("check", self.program(
            "check", "all", "-f", "csv", "-o", findings, "--store", self.register(),
            outputs=[findings], accepted=(0, 1)))
        row = self.compared("check", "all rules of the standard profile", measured)
        if findings.exists():
            with open(findings, newline="", encoding="utf-8-sig") as file:
                row.notes.append(f"{sum(1 for _ in csv.reader(file)) - 1} findings, "
                                 f"{measured.peak(OURS):.0f} MB; nobody else answers it")
        return row
