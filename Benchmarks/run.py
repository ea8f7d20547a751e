"""Runs the jobs and tells the results. Scripts/benchmark prepares everything and calls this."""
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

import arguments
import chart
import cluster
import machine
import results
from jobs import HERE, Jobs
from measure import Failed
from sides import progress

ROOT = HERE.parent
NEEDS_POSTGIS = {"overlay", "overlay-file", "points", "memory"}


class Missing(Exception):
    """Something that is needed is not there."""


def make(*words: object) -> None:
    subprocess.run([sys.executable, HERE / "county.py", *map(str, words)], check=True)


def county_of(folder: pathlib.Path, maker: pathlib.Path | None, parcels: int, zones: int,
              seed: int) -> pathlib.Path:
    """A county of that size; made where it is not there yet."""
    county = folder / f"county-{parcels}-{zones}-{seed}"
    if not (county / "zones.gpkg").exists():
        if maker is None or not maker.exists():
            raise Missing("the county is made by ../shared/bench/make_county.py, which is not "
                          "there; YULIN_COUNTY may name a folder with parcels.gpkg and zones.gpkg")
        progress(f"making a county of {parcels} parcels and {zones} zones")
        make(county, "--maker", maker, "--sizes", parcels, zones, seed)
    return county


def given_county() -> pathlib.Path | None:
    name = os.environ.get("YULIN_COUNTY")
    if not name:
        return None
    county = pathlib.Path(name).resolve()
    for file in ("parcels.gpkg", "zones.gpkg"):
        if not (county / file).exists():
            raise Missing(f"YULIN_COUNTY: {county} has no {file}")
    return county


def summary(asked, county: pathlib.Path, environment: dict[str, str] | None) -> dict[str, str]:
    """What the results were measured on, with and how."""
    about = machine.described(environment)
    counts = []
    for name in ("parcels", "zones"):
        information = subprocess.run(
            [sys.executable, "-c", "import pyogrio, shapely, sys\n"
             "layer = pyogrio.read_dataframe(sys.argv[1], columns=[])\n"
             "print(f'{len(layer):,} ' + sys.argv[2] + ' with '"
             " f'{shapely.get_num_coordinates(layer.geometry.values).sum():,} vertices')",
             county / f"{name}.gpkg", name], stdout=subprocess.PIPE, text=True, check=True)
        counts.append(information.stdout.strip())
    about["county"] = " and ".join(counts)
    about["runs"] = (f"Medians of {asked.runs} runs, all sides in turn; a peer that takes over "
                     "15 s runs once")
    if asked.runs == 1:
        about["runs"] = "One run of each side"
    about["runs"] += "."
    return about


def run(asked, folder: pathlib.Path) -> int:
    county = given_county() or county_of(
        folder, asked.maker, asked.parcels, asked.zones, asked.seed)
    large = None
    if "growth" in asked.jobs:
        large = county_of(folder, asked.maker, 5 * asked.parcels, 5 * asked.zones, asked.seed)
    points = folder / f"points-{county.name}-{asked.points}.bin"
    if not points.exists() and "points" in asked.jobs:
        make(county, "--points", asked.points, "--points-file", points)
    if not (county / "polygon.gpkg").exists() and "polygon" in asked.jobs:
        make(county, "--polygon")

    with contextlib.ExitStack() as stack:
        scratch = pathlib.Path(tempfile.mkdtemp(prefix="scratch-", dir=folder))
        stack.callback(shutil.rmtree, scratch, ignore_errors=True)
        environment = None
        if not asked.no_postgis and NEEDS_POSTGIS & set(asked.jobs):
            progress("starting a PostgreSQL of our own")
            environment = stack.enter_context(cluster.running())
            os.environ.update(environment)
        jobs = Jobs(asked, county, points, scratch, environment is not None, large)
        if {"overlay", "points"} & set(asked.jobs):
            jobs.load_postgis()
        rows = [jobs.row(job) for job in asked.jobs]
        about = summary(asked, county, environment)

    print(results.table(rows))
    kept = {"about": about, "rows": [dataclasses.asdict(row) for row in rows]}
    (folder / "results.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n")
    if asked.record:
        results.record(ROOT / "Documentation" / "Performance.md", rows, about)
        picture = ROOT / "Documentation" / "performance.svg"
        picture.write_text(chart.drawn(rows, about), encoding="utf-8")
        progress("recorded in Documentation/Performance.md and performance.svg")
    apart = [row.job for row in rows if row.agrees is False]
    failed = [row.job for row in rows if row.failed]
    if apart:
        progress(f"benchmark: results do not agree: {', '.join(apart)}")
    if failed:
        progress(f"benchmark: not everybody could do: {', '.join(failed)}")
    return 1 if apart or failed else 0


def main() -> int:
    asked = arguments.parsed()
    # A plain end runs what the stack holds: the cluster is stopped and scratch files are removed.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, _: sys.exit(128 + received))
    folder = pathlib.Path(asked.folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return run(asked, folder)
    except (Missing, Failed, FileNotFoundError, subprocess.CalledProcessError) as problem:
        progress(f"benchmark: {problem}")
        return 3
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
