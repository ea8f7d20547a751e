"""Shapely as an expert writes it: prepared shapes, the tree on the side with many, and an overlay
only of what straddles a boundary."""
import numpy
import pyogrio
import shapely

from peer import Stopwatch, arguments, report

RECORD = numpy.dtype([("parcel", "<i4"), ("zone", "<i4"), ("area", "<f8")])


def shapes(folder, name: str, limit: int | None = None) -> numpy.ndarray:
    return numpy.asarray(
        pyogrio.read_dataframe(folder / f"{name}.gpkg", columns=[], max_features=limit).geometry)


def pairs(parcels: numpy.ndarray, zones: numpy.ndarray) -> tuple:
    """Parcel, zone and area in common of every pair with more than a square metre."""
    shapely.prepare(zones)
    zone, parcel = shapely.STRtree(parcels).query(zones, predicate="intersects")
    inside = shapely.contains_properly(zones[zone], parcels[parcel])
    areas = numpy.where(inside, shapely.area(parcels)[parcel], 0.0)
    straddling = ~inside
    areas[straddling] = shapely.area(
        shapely.intersection(parcels[parcel[straddling]], zones[zone[straddling]]))
    large = areas > 1
    return parcel[large], zone[large], areas[large]


def overlay(asked) -> None:
    clock = Stopwatch()
    parcels, zones = shapes(asked.folder, "parcels"), shapes(asked.folder, "zones")
    loading = clock.read()
    parcel, zone, areas = pairs(parcels, zones)
    seconds = clock.read()
    if asked.pairs_file:
        records = numpy.empty(len(areas), RECORD)
        records["parcel"], records["zone"], records["area"] = parcel, zone, areas
        records.tofile(asked.pairs_file)
    report(asked.job, "Shapely", loading, seconds, len(areas), areas.sum())


def overlay_file(asked) -> None:
    import pandas

    clock = Stopwatch()
    parcels = pyogrio.read_dataframe(asked.folder / "parcels.gpkg", columns=["parcel_id"])
    zones = pyogrio.read_dataframe(asked.folder / "zones.gpkg", columns=["zone_id"])
    loading = clock.read()
    parcel, zone, areas = pairs(numpy.asarray(parcels.geometry), numpy.asarray(zones.geometry))
    pandas.DataFrame({
        "a_id": parcels.parcel_id.to_numpy()[parcel], "b_id": zones.zone_id.to_numpy()[zone],
        "area_m2": areas}).to_csv(asked.output, index=False)
    report(asked.job, "Shapely", loading, clock.read(), len(areas), areas.sum())


def points(asked) -> None:
    clock = Stopwatch()
    parcels = shapes(asked.folder, "parcels")
    places = shapely.points(numpy.fromfile(asked.points_file, "<f8").reshape(-1, 2))
    loading = clock.read()
    shapely.prepare(parcels)
    parcel, _ = shapely.STRtree(places).query(parcels, predicate="intersects")
    report(asked.job, "Shapely", loading, clock.read(), len(parcel), parcel.sum())


def polygon(asked) -> None:
    clock = Stopwatch()
    parcels = shapes(asked.folder, "parcels", limit=100_000)
    large = shapes(asked.folder, "polygon")[0]
    loading = clock.read()
    shapely.prepare(large)
    parcels = parcels[shapely.intersects(large, parcels)]
    inside = shapely.contains_properly(large, parcels)
    areas = numpy.where(inside, shapely.area(parcels), 0.0)
    areas[~inside] = shapely.area(shapely.intersection(parcels[~inside], large))
    areas = areas[areas > 1]
    report(asked.job, "Shapely", loading, clock.read(), len(areas), areas.sum(),
           straddling=int((~inside).sum()))


def coverage(asked) -> None:
    clock = Stopwatch()
    parcels = shapes(asked.folder, "parcels")
    loading = clock.read()
    faults = shapely.coverage_invalid_edges(parcels)
    seconds = clock.read()
    report(asked.job, "Shapely", loading, seconds,
           (~(shapely.is_missing(faults) | shapely.is_empty(faults))).sum(), 0)


def validity(asked) -> None:
    clock = Stopwatch()
    parcels = shapes(asked.folder, "parcels")
    loading = clock.read()
    invalid = ~shapely.is_valid(parcels)
    report(asked.job, "Shapely", loading, clock.read(), invalid.sum(), 0)


if __name__ == "__main__":
    WORK = {"overlay": overlay, "overlay-file": overlay_file, "points": points,
            "polygon": polygon, "coverage": coverage, "validity": validity}
    ASKED = arguments(*WORK)
    WORK[ASKED.job](ASKED)
