"""What all peers share: their arguments, and the line they print."""
import argparse
import json
import pathlib
import time


def arguments(*jobs: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("job", choices=jobs)
    parser.add_argument("folder", type=pathlib.Path, help="holds parcels.gpkg and zones.gpkg")
    parser.add_argument("--points-file", type=pathlib.Path, help="little-endian doubles, x and y")
    parser.add_argument("--pairs-file", type=pathlib.Path, help="where to write pairs as records")
    parser.add_argument("--output", type=pathlib.Path, help="the CSV to write")
    parser.add_argument("--variant", default="", help="another way to do the same")
    return parser.parse_args()


class Stopwatch:
    """Seconds since it was made or last read."""

    def __init__(self) -> None:
        self.start = time.perf_counter()

    def read(self) -> float:
        now = time.perf_counter()
        seconds, self.start = now - self.start, now
        return seconds


def report(job: str, name: str, loading: float, seconds: float, count: int, total: float,
           **more: object) -> None:
    print(json.dumps({"job": job, "peer": name, "seconds": seconds, "load_seconds": loading,
                      "count": int(count), "sum": float(total), **more}), flush=True)
