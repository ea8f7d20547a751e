"""Draws the results as a bar chart: a group for each job, on a logarithmic axis of seconds.

    chart.py RESULTS.json PICTURE.svg
"""
import json
import math
import pathlib
import sys
from xml.sax.saxutils import escape

from results import Row, amount

OURS = "#b5452c"
# The best peer is the darkest.
GREYS = ["#5f6670", "#838a93", "#a1a7ae", "#bcc1c6", "#d3d6da"]
INK, SOFT, GRID, PAPER = "#22262b", "#6b7280", "#e7e8ea", "#ffffff"
WIDTH, LEFT, RIGHT, TOP = 920, 170, 118, 96
BAR, STEP, HEAD, GAP = 14, 19, 26, 18
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Helvetica, Arial, sans-serif"


def text(x: float, y: float, words: str, size: int = 12, colour: str = INK, anchor: str = "start",
         weight: int = 400) -> str:
    # Letters have an edge of paper around them, so that they are read across the lines of the grid.
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}" '
            f'text-anchor="{anchor}" font-weight="{weight}" stroke="{PAPER}" stroke-width="4" '
            f'stroke-linejoin="round" paint-order="stroke">{escape(words)}</text>')


def tick(power: int) -> str:
    return f"{10 ** power} s" if power >= 0 else f"{10.0 ** power:.{-power}f} s"


def drawn(rows: list[Row], about: dict[str, str]) -> str:
    """The picture of all jobs that are timed and that somebody else can do too."""
    shown = [row for row in rows if row.unit == "s" and row.ours and row.peers]
    values = [value for row in shown for value in [row.ours, *(peer for _, peer in row.peers)]]
    # From the power of ten below the shortest bar, so that each has a length.
    low = math.floor(math.log10(min(values, default=1) * 0.9))
    high = max(low + 1, math.ceil(math.log10(max(values, default=10))))
    plot = WIDTH - LEFT - RIGHT

    def across(seconds: float) -> float:
        return LEFT + plot * (math.log10(seconds) - low) / (high - low)

    bars: list[str] = []
    y = TOP + 14
    for row in shown:
        bars.append(text(28, y + 13, row.title[:1].upper() + row.title[1:], 14, weight=600))
        if row.ratio:
            faster = row.ratio >= 1
            factor = row.ratio if faster else 1 / row.ratio
            digits = 0 if factor >= 10 else 1
            words = f"{factor:.{digits}f} × as {'fast' if faster else 'slow'} as {row.peers[0][0]}"
            bars.append(text(WIDTH - 28, y + 13, words, 13, OURS if faster else SOFT, "end", 600))
        y += HEAD
        sides = [("Yulin", row.ours, OURS)]
        sides += [(name, value, GREYS[min(place, len(GREYS) - 1)])
                  for place, (name, value) in enumerate(row.peers)]
        for name, value, colour in sides:
            ours = colour == OURS
            bars.append(text(LEFT - 10, y + BAR - 3, name, 12, OURS if ours else INK, "end",
                             600 if ours else 400))
            bars.append(f'<rect x="{LEFT}" y="{y}" width="{max(across(value) - LEFT, 1):.1f}" '
                        f'height="{BAR}" rx="2" fill="{colour}"/>')
            bars.append(text(across(value) + 7, y + BAR - 3, amount(value, "s"), 12,
                             OURS if ours else SOFT, weight=600 if ours else 400))
            y += STEP
        y += GAP
    bottom = y - GAP + 10
    height = bottom + 72

    grid: list[str] = []
    for power in range(low, high + 1):
        x = across(10 ** power)
        grid.append(f'<line x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{bottom}" stroke="{GRID}"/>')
        for height_of_label in (TOP - 8, bottom + 17):
            grid.append(text(x, height_of_label, tick(power), 11, SOFT, "middle"))
    title = "Yulin and its peers, in seconds: shorter is faster"
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" font-family="{FONT}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" rx="8" fill="{PAPER}"/>',
        text(28, 38, title, 20, weight=700),
        text(28, 60, f"{about['county']}; each step of the axis is ten times as long", 12, SOFT),
        *grid, *bars,
        text(28, height - 28, f"{about['machine']}; {about['date']}", 11, SOFT),
        text(28, height - 13, about["runs"], 11, SOFT),
        "</svg>", ""])


def main() -> None:
    kept = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    rows = [Row(**{**row, "peers": [tuple(peer) for peer in row["peers"]]}) for row in kept["rows"]]
    pathlib.Path(sys.argv[2]).write_text(drawn(rows, kept["about"]), encoding="utf-8")


if __name__ == "__main__":
    main()
