"""Whether all sides answer the same, asked before anything is timed."""
import dataclasses

from load import Client, Failed
from sides import Side

SAMPLE, TILES = 50, 150
LIMIT = 100


@dataclasses.dataclass
class Verdict:
    """What a comparison came to: nothing where there is nobody to compare with."""
    agrees: bool | None
    words: str = ""


def answers(side: Side, job: str, questions: list) -> list[set[str]]:
    client = Client(side.port)
    try:
        return [side.readers[job](client.get(side.paths[job](question))) for question in questions]
    finally:
        client.close()


def only_parcels(names: set[str]) -> set[str]:
    return {name for name in names if name.startswith("P")}


def compared(job: str, sides: list[Side], questions: list) -> dict[str, Verdict]:
    """Each side held against the first one by numbers of parcels (and zones); a side that fails is
    told in words that begin with “failed”."""
    found: dict[str, list[set[str]]] = {}
    verdicts: dict[str, Verdict] = {}
    for side in sides:
        try:
            found[side.name] = answers(side, job, questions)
        except (Failed, KeyError, ValueError, TypeError) as problem:
            verdicts[side.name] = Verdict(False, f"failed: {problem!r}"[:300])
    return verdicts | judged(job, [side for side in sides if side.name in found], found)


def judged(job: str, sides: list[Side], found: dict[str, list[set[str]]]) -> dict[str, Verdict]:
    verdicts: dict[str, Verdict] = {}
    if not sides:
        return verdicts
    first = found[sides[0].name]
    empty = sum(not names for names in first)
    if job != "tiles" and empty == len(first):
        verdicts[sides[0].name] = Verdict(False, "found nothing anywhere")
        return verdicts
    verdicts[sides[0].name] = Verdict(True if len(sides) > 1 else None)
    for side in sides[1:]:
        apart = [number for number, (ours, theirs) in enumerate(zip(first, found[side.name]))
                 if not same(job, ours, theirs, side.half or sides[0].half)]
        total = sum(len(first[number] ^ found[side.name][number]) for number in apart)
        words = f"{len(apart)} of {len(first)} answers differ, by {total} names" if apart else ""
        verdicts[side.name] = Verdict(not apart, words)
    return verdicts


def same(job: str, ours: set[str], theirs: set[str], half: bool) -> bool:
    if half:
        ours, theirs = only_parcels(ours), only_parcels(theirs)
    if job == "items" and len(ours) == LIMIT:
        # Which of the parcels come first is for each side to say.
        return len(theirs) == LIMIT
    return ours == theirs
