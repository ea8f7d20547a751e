"""Makes what is worked on: the county by make_county.py, points, and a polygon of many vertices."""
import argparse
import pathlib
import subprocess
import sys

import geopandas
import numpy
import pyogrio
import shapely

VERTICES = 1_000_000


def star(box: tuple[float, float, float, float]) -> shapely.Polygon:
    """A star of a million vertices on most of a box: jagged like a shore, but never through itself,
    because the direction from its middle grows from vertex to vertex."""
    random = numpy.random.default_rng(11)
    angles = numpy.linspace(0, 2 * numpy.pi, VERTICES - 1, endpoint=False)
    lobes = 0.86 + 0.10 * numpy.sin(9 * angles) + 0.03 * numpy.sin(67 * angles)
    jagged = random.uniform(-1, 1, len(angles)) * 1e-5
    low_x, low_y, high_x, high_y = box
    radius = min(high_x - low_x, high_y - low_y) / 2 * (lobes + jagged)
    middle = numpy.array([(low_x + high_x) / 2, (low_y + high_y) / 2])
    around = numpy.column_stack([numpy.cos(angles), numpy.sin(angles)])
    return shapely.Polygon(middle + radius[:, None] * around)


def make_county(folder: pathlib.Path, maker: pathlib.Path, sizes: list[str]) -> None:
    unfinished = folder.with_name(folder.name + ".unfinished")
    subprocess.run([sys.executable, maker, unfinished, *sizes], check=True, stdout=sys.stderr)
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("parcels.gpkg", "zones.gpkg"):
        (unfinished / name).rename(folder / name)
    unfinished.rmdir()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--maker", type=pathlib.Path)
    parser.add_argument("--sizes", nargs=3, help="parcels, zones, seed")
    parser.add_argument("--points", type=int)
    parser.add_argument("--points-file", type=pathlib.Path)
    parser.add_argument("--polygon", action="store_true")
    arguments = parser.parse_args()
    if arguments.sizes:
        make_county(arguments.folder, arguments.maker, arguments.sizes)
    if not arguments.points and not arguments.polygon:
        return
    information = pyogrio.read_info(arguments.folder / "parcels.gpkg", force_total_bounds=True)
    box = tuple(information["total_bounds"])
    if arguments.points:
        random = numpy.random.default_rng(3)
        points = random.uniform(box[:2], box[2:], (arguments.points, 2))
        points.astype("<f8").tofile(arguments.points_file)
    if arguments.polygon:
        polygon = star(box)
        if not polygon.is_valid:
            sys.exit("county: the polygon is not valid")
        frame = geopandas.GeoDataFrame({"name": ["star"]}, geometry=[polygon], crs=4525)
        frame.to_file(arguments.folder / "polygon.gpkg", layer="polygon")


if __name__ == "__main__":
    main()
