"""What Scripts/benchmark is asked for."""
import argparse
import pathlib

JOBS = {
    "overlay": "areas of all pairs of parcels and zones, data in memory, indexes built in the time",
    "overlay-file": "the same from file to CSV, start of the process counted",
    "points": "which parcel holds each of many points",
    "read": "both layers with all attributes, from file to memory",
    "export": "parcels to GeoJSON on EPSG:4490",
    "coverage": "what is wrong with the parcels as a tiling of the land",
    "import": "parcels into a new register",
    "validity": "which parcels are not valid",
    "polygon": "one polygon of a million vertices against 100,000 parcels",
    "memory": "peak memory of overlay-file",
    "lookup": "twenty questions about a point, each a process of its own",
    "check": "all rules of the standard profile",
    "growth": "time of overlay on a county five times as large (only with --large)",
}


def parser() -> argparse.ArgumentParser:
    listing = "\n".join(f"  {name:<13} {what}" for name, what in JOBS.items())
    made = argparse.ArgumentParser(
        prog="Scripts/benchmark", allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Times Yulin against its peers in one run, on a county made for it, and\n"
                    "checks that their results agree. The table goes to standard output.",
        epilog=f"jobs:\n{listing}\n\nenvironment:\n"
               "  YULIN_BENCHMARK_VENV  a virtual environment that has the peers, instead of one\n"
               "                        in the folder\n"
               "  YULIN_COUNTY          a folder with parcels.gpkg and zones.gpkg to take instead\n"
               "                        of a county of that size; polygon.gpkg is added to it\n\n"
               "exit status: 0 results agree, 1 they do not or a side failed, 2 wrong use,\n"
               "3 something is missing")
    made.add_argument("jobs", nargs="*", metavar="JOB", help="what to time; everything by default")
    made.add_argument("--parcels", type=int, default=200_000, help="parcels of the county")
    made.add_argument("--zones", type=int, default=8_000, help="zones of the county")
    made.add_argument("--seed", type=int, default=7, help="seed of the county")
    made.add_argument("--points", type=int, default=500_000, help="points to look up")
    made.add_argument("--runs", type=int, default=3,
                      help="runs of each side, in turn; a peer over 15 s runs once")
    made.add_argument("--folder", default=".build/benchmark",
                      help="where county and virtual environment are kept")
    made.add_argument("--no-postgis", action="store_true", help="leave PostGIS out")
    made.add_argument("--large", action="store_true", help="the job growth, too")
    made.add_argument("--record", action="store_true",
                      help="write the table and the chart into Documentation")
    # What Scripts/benchmark has built and found; not for people.
    made.add_argument("--yulin", type=pathlib.Path, help=argparse.SUPPRESS)
    made.add_argument("--layer-benchmark", type=pathlib.Path, help=argparse.SUPPRESS)
    made.add_argument("--maker", type=pathlib.Path, help=argparse.SUPPRESS)
    return made


def parsed(words: list[str] | None = None) -> argparse.Namespace:
    """The arguments; ends the process with 2 where they make no sense."""
    made = parser()
    arguments = made.parse_intermixed_args(words)
    for job in arguments.jobs:
        if job not in JOBS:
            made.error(f"there is no job “{job}”; there are {', '.join(JOBS)}")
    for name in ("parcels", "zones", "points", "runs"):
        if getattr(arguments, name) < 1:
            made.error(f"--{name} must be at least 1")
    if "growth" in arguments.jobs:
        arguments.large = True
    if not arguments.jobs:
        arguments.jobs = [job for job in JOBS if job != "growth" or arguments.large]
    elif arguments.large and "growth" not in arguments.jobs:
        arguments.jobs.append("growth")
    return arguments


if __name__ == "__main__":
    print(parsed().folder)
