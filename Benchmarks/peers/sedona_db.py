"""SedonaDB, tables in memory."""
import geopandas
import numpy
import pyogrio
import sedonadb
import shapely

from peer import Stopwatch, arguments, report


def load(database, folder, name: str) -> str:
    """Makes a table of a layer and gives its coordinate system."""
    layer = pyogrio.read_dataframe(folder / f"{name}.gpkg", columns=[])
    layer["id"] = numpy.arange(len(layer))
    database.create_data_frame(layer[["id", "geometry"]]).to_memtable().to_view(name)
    return layer.crs


def overlay(asked) -> None:
    clock = Stopwatch()
    database = sedonadb.connect()
    load(database, asked.folder, "parcels")
    load(database, asked.folder, "zones")
    loading = clock.read()
    # The areas as a column, filtered outside: a filter in SQL would compute each twice. A test of
    # containment before, as the other peers have it, makes it slower here.
    areas = database.sql("""
        select ST_Area(ST_Intersection(p.geometry, z.geometry)) as area
        from parcels p join zones z on ST_Intersects(p.geometry, z.geometry)
        """).to_arrow_table()["area"].to_numpy()
    areas = areas[areas > 1]
    report(asked.job, "SedonaDB", loading, clock.read(), len(areas), areas.sum())


def points(asked) -> None:
    clock = Stopwatch()
    database = sedonadb.connect()
    system = load(database, asked.folder, "parcels")
    places = shapely.points(numpy.fromfile(asked.points_file, "<f8").reshape(-1, 2))
    frame = geopandas.GeoDataFrame(geometry=places, crs=system)
    database.create_data_frame(frame).to_memtable().to_view("points")
    loading = clock.read()
    found = database.sql("""
        select count(*) as count, sum(p.id) as total
        from points q join parcels p on ST_Intersects(p.geometry, q.geometry)""").to_pandas()
    report(asked.job, "SedonaDB", loading, clock.read(), found["count"][0], found["total"][0])


if __name__ == "__main__":
    WORK = {"overlay": overlay, "points": points}
    ASKED = arguments(*WORK)
    WORK[ASKED.job](ASKED)
