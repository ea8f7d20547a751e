"""DuckDB with its spatial extension, tables in memory."""
import importlib.resources

import duckdb
import numpy
import pandas
import pyogrio
import shapely

from peer import Stopwatch, arguments, report


def connection() -> duckdb.DuckDBPyConnection:
    """A database in memory with the extension that its Python package carries."""
    made = duckdb.connect()
    extension = importlib.resources.files("duckdb_extension_spatial").joinpath(
        "extensions", f"v{duckdb.__version__}", "spatial.duckdb_extension")
    made.load_extension(str(extension))
    return made


def load(database: duckdb.DuckDBPyConnection, folder, name: str) -> None:
    layer = pyogrio.read_dataframe(folder / f"{name}.gpkg", columns=[])
    # A query finds a frame by the name of the variable.
    frame = pandas.DataFrame({  # noqa: F841
        "id": numpy.arange(len(layer)), "shape": shapely.to_wkb(numpy.asarray(layer.geometry))})
    database.execute(f"create table {name} as select id, st_geomfromwkb(shape) as geom from frame")


def overlay(asked) -> None:
    clock = Stopwatch()
    database = connection()
    load(database, asked.folder, "parcels")
    load(database, asked.folder, "zones")
    loading = clock.read()
    # As a table first: a filter on the area would compute it twice.
    database.execute("""
        create table pairs as
        select case when st_contains(z.geom, p.geom) then st_area(p.geom)
                    else st_area(st_intersection(p.geom, z.geom)) end as area
        from parcels p join zones z on st_intersects(p.geom, z.geom)""")
    count, total = database.execute(
        "select count(*), sum(area) from pairs where area > 1").fetchone()
    report(asked.job, "DuckDB", loading, clock.read(), count, total)


def points(asked) -> None:
    clock = Stopwatch()
    database = connection()
    load(database, asked.folder, "parcels")
    places = numpy.fromfile(asked.points_file, "<f8").reshape(-1, 2)
    frame = pandas.DataFrame({"x": places[:, 0], "y": places[:, 1]})  # noqa: F841
    database.execute("create table points as select st_point(x, y) as geom from frame")
    loading = clock.read()
    count, total = database.execute("""
        select count(*), sum(p.id)
        from points q join parcels p on st_intersects(p.geom, q.geom)""").fetchone()
    report(asked.job, "DuckDB", loading, clock.read(), count, total)


if __name__ == "__main__":
    WORK = {"overlay": overlay, "points": points}
    ASKED = arguments(*WORK)
    WORK[ASKED.job](ASKED)
