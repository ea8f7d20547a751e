"""Pyogrio, which GeoPandas reads through; with `--variant arrow` by way of Arrow."""
import pyogrio
import shapely

from peer import Stopwatch, arguments, report


def read(asked) -> None:
    clock = Stopwatch()
    arrow = asked.variant == "arrow"
    layers = [pyogrio.read_dataframe(asked.folder / f"{name}.gpkg", use_arrow=arrow)
              for name in ("parcels", "zones")]
    seconds = clock.read()
    report(asked.job, "pyogrio by Arrow" if arrow else "pyogrio", 0, seconds,
           sum(map(len, layers)),
           sum(shapely.get_num_coordinates(layer.geometry.values).sum() for layer in layers))


if __name__ == "__main__":
    ASKED = arguments("read")
    read(ASKED)
