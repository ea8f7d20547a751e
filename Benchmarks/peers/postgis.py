"""PostGIS on the cluster that libpq's variables name: parallel plans, unlogged tables, GiST.

Settings of the cluster and of the tables let the planner begin with the zones and share them out
to all workers: a zone is then fetched once, and its prepared form serves for all parcels in it.
That is twice as fast as what the planner does by itself.
"""
import os
import subprocess

import numpy

from peer import Stopwatch, arguments, report

LAYERS = ("parcels", "zones")
AREA = """case when st_covers(z.geom, p.geom) then st_area(p.geom)
               else st_area(st_intersection(p.geom, z.geom)) end"""


def overlay_query(columns: str, prefix: str = "") -> str:
    return f"""select {columns}, {AREA} as area
               from {prefix}parcels p join {prefix}zones z on st_intersects(p.geom, z.geom)"""


def query(text: str, standard_input: str | None = None) -> str:
    return subprocess.run(
        ["psql", "-qXAt", "-v", "ON_ERROR_STOP=1", "-c", text], check=True, input=standard_input,
        stdout=subprocess.PIPE, text=True).stdout.strip()


def copy_in(folder, prefix: str) -> None:
    """Both layers into tables without indexes, at the same time: there are two cores."""
    environment = {**os.environ, "PG_USE_COPY": "YES"}
    loading = [subprocess.Popen(
        ["ogr2ogr", "-f", "PostgreSQL", "PG:", str(folder / f"{name}.gpkg"), name,
         "-nln", prefix + name, "-overwrite", "-lco", "GEOMETRY_NAME=geom", "-lco", "UNLOGGED=ON",
         "-lco", "SPATIAL_INDEX=NONE"], stderr=subprocess.DEVNULL, env=environment)
        for name in LAYERS]
    for process in loading:
        if process.wait() != 0:
            raise SystemExit(f"postgis: ogr2ogr ended with {process.returncode}")


def index(prefix: str) -> None:
    for name in LAYERS:
        query(f"create index on {prefix}{name} using gist (geom)")
    # Most of a table lies out of line, so its pages say too little of the work there is.
    query("; ".join(f"alter table {prefix}{name} set (parallel_workers = 2); "
                    f"analyze {prefix}{name}" for name in LAYERS))


def load(asked) -> None:
    """Once before the jobs: generous, because the index of the others is in their time."""
    clock = Stopwatch()
    copy_in(asked.folder, "")
    loading = clock.read()
    index("")
    seconds = clock.read()
    features = sum(int(query(f"select count(*) from {name}")) for name in LAYERS)
    if asked.points_file:
        places = numpy.fromfile(asked.points_file, "<f8").reshape(-1, 2)
        query("create unlogged table places (x float8, y float8)")
        query("copy places from stdin", "".join(f"{x}\t{y}\n" for x, y in places.tolist()))
        query("""create unlogged table points as
                 select st_setsrid(st_point(x, y), 4525) as geom from places""")
        query("alter table points set (parallel_workers = 2); analyze points")
    report(asked.job, "PostGIS", loading, seconds, features, 0)


def overlay(asked) -> None:
    clock = Stopwatch()
    query("set client_min_messages = warning; drop table if exists pairs")
    loading = clock.read()
    query("create unlogged table pairs as "
          + overlay_query("p.fid as parcel, z.fid as zone"))
    count, total = query("select count(*), sum(area) from pairs where area > 1").split("|")
    report(asked.job, "PostGIS", loading, clock.read(), int(count), float(total))


def overlay_file(asked) -> None:
    clock = Stopwatch()
    copy_in(asked.folder, "file_")
    index("file_")
    loading = clock.read()
    pairs = overlay_query("p.parcel_id as a_id, z.zone_id as b_id", "file_")
    # The offset keeps the planner from computing each area twice.
    with open(asked.output, "w") as output:
        subprocess.run(
            ["psql", "-qX", "-v", "ON_ERROR_STOP=1", "-c",
             f"""copy (select a_id, b_id, area as area_m2 from ({pairs} offset 0) pairs
                 where area > 1) to stdout with (format csv, header)"""],
            check=True, stdout=output)
    report(asked.job, "PostGIS", loading, clock.read(), 0, 0)


def points(asked) -> None:
    clock = Stopwatch()
    count, total = query("""
        select count(*), sum(p.fid - 1)
        from points q join parcels p on st_intersects(p.geom, q.geom)""").split("|")
    report(asked.job, "PostGIS", 0, clock.read(), int(count), float(total))


if __name__ == "__main__":
    WORK = {"load": load, "overlay": overlay, "overlay-file": overlay_file, "points": points}
    ASKED = arguments(*WORK)
    WORK[ASKED.job](ASKED)
