"""GeoPandas as most people use it."""
import geopandas
import numpy
import shapely

from peer import Stopwatch, arguments, report


def overlay(asked) -> None:
    clock = Stopwatch()
    parcels = geopandas.read_file(asked.folder / "parcels.gpkg")[["parcel_id", "geometry"]]
    zones = geopandas.read_file(asked.folder / "zones.gpkg")[["zone_id", "geometry"]]
    loading = clock.read()
    areas = geopandas.overlay(parcels, zones, how="intersection").area
    areas = areas[areas > 1]
    report(asked.job, "GeoPandas", loading, clock.read(), len(areas), areas.sum())


def points(asked) -> None:
    clock = Stopwatch()
    parcels = geopandas.read_file(asked.folder / "parcels.gpkg")
    places = shapely.points(numpy.fromfile(asked.points_file, "<f8").reshape(-1, 2))
    frame = geopandas.GeoDataFrame(geometry=places, crs=parcels.crs)
    loading = clock.read()
    joined = geopandas.sjoin(frame, parcels)
    seconds = clock.read()
    report(asked.job, "GeoPandas", loading, seconds, len(joined), joined.index_right.sum())


def read(asked) -> None:
    clock = Stopwatch()
    layers = [geopandas.read_file(asked.folder / f"{name}.gpkg") for name in ("parcels", "zones")]
    seconds = clock.read()
    report(asked.job, "GeoPandas", 0, seconds, sum(map(len, layers)),
           sum(shapely.get_num_coordinates(layer.geometry.values).sum() for layer in layers))


if __name__ == "__main__":
    WORK = {"overlay": overlay, "points": points, "read": read}
    ASKED = arguments(*WORK)
    WORK[ASKED.job](ASKED)
