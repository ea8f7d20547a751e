"""The results: as a table for a terminal, and as the part of Documentation/Performance.md that is
measured."""
import dataclasses
import pathlib
import unicodedata

START, END = "<!-- results -->", "<!-- /results -->"


@dataclasses.dataclass
class Row:
    """One job, ours and theirs."""
    job: str
    title: str
    unit: str
    ours: float | None
    # Medians by name, the best first.
    peers: list[tuple[str, float]] = dataclasses.field(default_factory=list)
    # What is held against the target; for most jobs how many times as fast as the best peer.
    ratio: float | None = None
    target: str = ""
    met: bool | None = None
    # Whether results are those of the peers; nothing where they cannot be compared.
    agrees: bool | None = None
    # Whether a side could not do it at all.
    failed: bool = False
    notes: list[str] = dataclasses.field(default_factory=list)

    @property
    def agreement(self) -> str:
        return {True: "yes", False: "NO", None: "–"}[self.agrees]


def amount(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    if unit == "MB":
        return f"{value:.0f} MB"
    if unit == "times":
        return f"{value:.2f} ×"
    decimals = 3 if value < 0.1 else 2 if value < 10 else 1
    return f"{value:.{decimals}f} s"


def ratio(row: Row) -> str:
    return "" if row.ratio is None else f"{row.ratio:.1f} ×"


def judged(row: Row) -> str:
    if not row.target:
        return "–"
    return row.target + {True: ", met", False: ", missed", None: ""}[row.met]


def peers(row: Row) -> list[str]:
    return [f"{name} {amount(value, row.unit)}" for name, value in row.peers]


def width(text: str) -> int:
    """Columns on a terminal: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def table(rows: list[Row]) -> str:
    """For a terminal: the best peer beside ours, the others below it."""
    lines = [["job", "yulin", "peers", "ratio", "target", "agrees"]]
    for row in rows:
        others = peers(row) or ["–"]
        lines.append([row.job, amount(row.ours, row.unit), others[0], ratio(row), judged(row),
                      row.agreement])
        lines += [["", "", other, "", "", ""] for other in others[1:]]
    widths = [max(width(line[column]) for line in lines) for column in range(6)]
    text = ["  ".join(
        cell + " " * (wide - width(cell)) for cell, wide in zip(line, widths)).rstrip()
        for line in lines]
    notes = [f"{row.job}: {note}" for row in rows for note in row.notes]
    return "\n".join(text + ([""] + notes if notes else []))


def markdown(rows: list[Row], about: dict[str, str]) -> str:
    lines = [
        f"Measured {about['date']} on {about['machine']}.",
        "",
        f"{about['county']}. {about['runs']}",
        "",
        f"- Yulin: {about['yulin']}",
        f"- peers: {about['peers']}",
        "",
        "| job | Yulin | peers, the best first | ratio | target | results agree |",
        "| --- | ---: | --- | ---: | --- | --- |",
    ]
    for row in rows:
        ours = amount(row.ours, row.unit)
        lines.append(
            f"| {row.title} | **{ours}** | {', '.join(peers(row)) or '–'} | {ratio(row) or '–'} | "
            f"{judged(row)} | {row.agreement} |")
    notes = [f"- {row.title}: {note}" for row in rows for note in row.notes]
    return "\n".join(lines + ([""] + notes if notes else []))


def record(page: pathlib.Path, rows: list[Row], about: dict[str, str]) -> None:
    """Writes what was measured between the markers of a page; makes the page if need be."""
    text = page.read_text(encoding="utf-8") if page.exists() else f"{START}\n{END}\n"
    before, found, rest = text.partition(START)
    _, closed, after = rest.partition(END)
    if not found or not closed:
        raise ValueError(f"{page}: {START} and {END} are not there")
    page.write_text(f"{before}{START}\n{markdown(rows, about)}\n{END}{after}", encoding="utf-8")
