"""The results as tables in Markdown."""
import dataclasses

from agreement import Verdict
from load import Course, Load
from options import JOBS

NOTES = """\
- `tipg` and `pygeoapi` are asked for the parcel alone in a lookup, not for what the layers say:
  half of the answer, one question of two.
- `PostGIS` is a small server written for this: asyncpg, uvicorn, two processes, prepared
  statements. Its lookup answers with the shapes as GeoJSON; with `no shapes` it has attributes and
  boxes, as Yulin's answer does.
- The peers' tables lie in the systems that are handed out (EPSG:4326 and 3857), in memory as a
  whole, with four attributes; Yulin transforms from the register's system.
- Yulin keeps tiles in memory, where the same tiles are found again; the peers make them anew.
- pygeoapi spends most of a box's time on the EPSG code of its own system, which it searches for
  each time; it cannot be told the code without longitude and latitude changing places.
- Yulin, tipg and pygeoapi count all parcels of a box beside the 100; PostGIS does not.
- Tiles are compared by the parcels that reach into them; how far a tile shows what lies around it
  is for each server to say (tipg fetches nothing for it).
- wrk shares the cores with the servers. An error is a status of 400 or more, or no answer."""


@dataclasses.dataclass
class Row:
    """One side of one job; what it had, or why it had nothing."""
    job: str
    side: str
    load: Load | None = None
    course: Course | None = None
    verdict: Verdict = dataclasses.field(default_factory=lambda: Verdict(None))
    failure: str = ""

    @property
    def agreement(self) -> str:
        word = {True: "yes", False: "**no**", None: "–"}[self.verdict.agrees]
        return f"{word}: {self.verdict.words}" if self.verdict.words else word


def time(milliseconds: float) -> str:
    decimals = 2 if milliseconds < 10 else 1 if milliseconds < 100 else 0
    return f"{milliseconds:,.{decimals}f}"


def rate(value: float) -> str:
    return f"{value:,.1f}" if value < 100 else f"{value:,.0f}"


def size(count: float) -> str:
    return f"{count / 1000:,.1f}" if count < 1e6 else f"{count / 1000:,.0f}"


def line(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def grid(head: list[str], left: int, lines: list[list[str]]) -> list[str]:
    """A table whose first columns are text, the others numbers; the last one is text again."""
    rule = ["---"] * left + ["---:"] * (len(head) - left - 1) + ["---"]
    return [line(head), line(rule), *map(line, lines)]


def loads(rows: list[Row]) -> list[str]:
    lines = []
    for row in rows:
        numbers = [f"failed: {row.failure}", "", "", "", "", ""]
        if row.load:
            numbers = [rate(row.load.rate), time(row.load.p50), time(row.load.p99),
                       time(row.load.max), size(row.load.bytes_each), str(row.load.errors)]
        lines.append([row.job, row.side, *numbers, row.agreement])
    return grid(["job", "side", "requests/s", "p50 ms", "p99 ms", "max ms", "kB each", "errors",
                 "same answers"], 2, lines)


def courses(rows: list[Row]) -> list[str]:
    lines = []
    for row in rows:
        numbers = [f"failed: {row.failure}", "", "", "", "", "", ""]
        if row.course:
            course = row.course
            numbers = [str(course.count), time(course.mean), time(course.p50), time(course.p99),
                       time(course.max), size(course.bytes), size(course.largest)]
        lines.append([row.job, row.side, *numbers, row.agreement])
    return grid(["job", "side", "tiles", "mean ms", "p50 ms", "p99 ms", "max ms", "kB together",
                 "largest kB", "same answers"], 2, lines)


def memories(memory: dict[str, dict]) -> list[str]:
    lines = [[name, str(held["processes"]), 
              "–" if held["peak"] is None else f"{held['peak']:,.0f}", f"{held['share']:,.0f}",
              held.get("note", "")] for name, held in memory.items()]
    return grid(["server", "processes", "peak RSS MB, added up", "MB after a job, at most",
                 "note"], 1, lines)


def document(about: dict[str, str], rows: list[Row], memory: dict[str, dict]) -> str:
    text = [", ".join(f"{name} {value}" for name, value in about.items()) + ".", ""]
    for name, what in JOBS.items():
        if any(row.job.split(" ")[0] == name for row in rows):
            text.append(f"- {name}: {what}.")
    for kind, drawn in ((loads, [row for row in rows if row.load or row.failure]),
                        (courses, [row for row in rows if row.course])):
        if drawn:
            text += ["", *kind(drawn)]
    if memory:
        text += ["", *memories(memory)]
    return "\n".join([*text, "", NOTES])
