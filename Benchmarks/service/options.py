"""What Scripts/benchmark-service is asked for."""
import argparse
import pathlib

JOBS = {
    "lookup": "a point anywhere in the county: its parcel with its record, and what lies there",
    "items": "the parcels in a box of 300 m, at most 100 of them",
    "item": "one parcel by its id",
    "tiles": "all vector tiles of zoom 14, each for the first time, one after the other",
    "tiles-again": "the same tiles again, many at a time",
    "low-zooms": "Yulin's tiles of zooms 8 to 13, each for the first time",
}
PEERS = {
    "yulin": "Yulin",
    "postgis": "PostGIS behind a small server written for it",
    "tipg": "tipg on the same PostGIS",
    "pygeoapi": "pygeoapi on the same PostGIS",
}


def listed(known: dict[str, str]):
    """A reader of words with commas between them, all of which must be known."""
    def read(text: str) -> list[str]:
        words = [word for word in text.split(",") if word]
        for word in words:
            if word not in known:
                raise argparse.ArgumentTypeError(f"there is no “{word}”; there are "
                                                 f"{', '.join(known)}")
        return [word for word in known if word in words]
    return read


def file(text: str) -> pathlib.Path:
    path = pathlib.Path(text).resolve()
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"{text} is no file")
    return path


def parser() -> argparse.ArgumentParser:
    listing = [f"  {name:<12} {what}" for name, what in JOBS.items()]
    peers = [f"  {name:<12} {what}" for name, what in PEERS.items()]
    made = argparse.ArgumentParser(
        prog="Scripts/benchmark-service", allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Times Yulin's service beside its peers on the same county, over loopback, by\n"
                    "wrk, and checks that they answer the same. The table (Markdown) goes to\n"
                    "standard output, everything measured into results.json in the folder.",
        epilog="\n".join(["jobs:", *listing, "", "peers:", *peers, "",
                          "exit status: 0 answers agree, 1 they do not or a side failed, 2 wrong",
                          "use, 3 something is missing"]))
    made.add_argument("--register", type=file, metavar="FILE",
                      help="a register of a county as make_county.py makes it, with its zones as "
                           "the first layer; made where none is given")
    made.add_argument("--seconds", type=int, default=10, metavar="N",
                      help="how long each side is asked in each job (10)")
    made.add_argument("--warm", type=int, default=3, metavar="N",
                      help="how long it is asked before that (3); 0 leaves it out")
    made.add_argument("--server", type=file, metavar="BINARY",
                      help="yulin-server; built for release where none is given")
    made.add_argument("--yulin", type=file, metavar="BINARY",
                      help="yulin, which makes the register; by default the one beside the server")
    made.add_argument("--jobs", type=listed(JOBS), default=list(JOBS), metavar="JOB,…",
                      help="what to time; everything by default")
    made.add_argument("--peers", type=listed(PEERS), default=list(PEERS), metavar="NAME,…",
                      help="whom to time; everybody by default")
    made.add_argument("--connections", type=int, default=16, metavar="N",
                      help="how many ask at a time (16)")
    made.add_argument("--port", type=int, default=8780, metavar="N",
                      help="the servers take the first free ports from this one on (8780)")
    made.add_argument("--parcels", type=int, default=200_000, help="parcels of the county made")
    made.add_argument("--zones", type=int, default=8_000, help="zones of the county made")
    made.add_argument("--seed", type=int, default=7, help="seed of the county and the questions")
    made.add_argument("--folder", default=".build/benchmark-service", type=pathlib.Path,
                      help="where county, virtual environment and results are kept")
    # What Scripts/benchmark-service has found; not for people.
    made.add_argument("--maker", type=pathlib.Path, help=argparse.SUPPRESS)
    made.add_argument("--missing", default="", help=argparse.SUPPRESS)
    return made


def parsed(words: list[str] | None = None) -> argparse.Namespace:
    """The arguments; ends the process with 2 where they make no sense."""
    made = parser()
    arguments = made.parse_args(words)
    for name in ("seconds", "connections", "parcels", "zones"):
        if getattr(arguments, name) <= 0:
            made.error(f"--{name} must be more than 0")
    if arguments.warm < 0:
        made.error("--warm must not be less than 0")
    return arguments


if __name__ == "__main__":
    # For the script: the folder, whether a county must be made, whether Yulin must be built, and
    # the peers.
    asked = parsed()
    print(asked.folder.resolve())
    print("made" if asked.register is None else "given")
    needed = "yulin" in asked.peers or asked.register is None
    print("built" if needed and asked.server is None else "given")
    print(*asked.peers)
