"""The sides of a job, run in turn so that a slow spell of the machine meets all of them."""
import dataclasses
import os
import pathlib
import statistics
import sys

import measure
from measure import Failed, Run

OURS = "Yulin"
# A peer that takes longer than this, in seconds, is run once.
SLOW = 15


@dataclasses.dataclass
class Side:
    """A program that does a job."""
    name: str
    command: list[object]
    # Whether the program times itself and tells; else it is timed from start to end.
    tells: bool = True
    outputs: list[pathlib.Path] = dataclasses.field(default_factory=list)
    repeat: int = 1
    accepted: tuple[int, ...] = (0,)

    def run(self) -> Run:
        for output in self.outputs:
            for ending in ("", "-wal", "-shm", "-journal"):
                pathlib.Path(f"{output}{ending}").unlink(missing_ok=True)
        # What the one before has written is not to be paid for by this one.
        os.sync()
        if self.tells:
            return measure.told(self.command)
        return measure.whole(self.command, self.repeat, self.accepted)


def progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


class Measured:
    """All runs of all sides of a job."""

    def __init__(self, job: str, sides: list[Side], rounds: int) -> None:
        self.runs: dict[str, list[Run]] = {side.name: [] for side in sides}
        self.failures: dict[str, str] = {}
        for number in range(rounds):
            for side in sides:
                done = self.runs[side.name]
                if side.name in self.failures:
                    continue
                if done and side.name != OURS and done[0].seconds > SLOW:
                    continue
                try:
                    run = side.run()
                except Failed as failure:
                    self.failures[side.name] = str(failure)
                    progress(f"{job}: {side.name} failed: {failure}")
                    continue
                done.append(run)
                progress(f"{job}, run {number + 1} of {rounds}: {side.name} {run.seconds:.3f} s")

    def seconds(self, name: str) -> float | None:
        runs = self.runs.get(name)
        return statistics.median(run.seconds for run in runs) if runs else None

    def peak(self, name: str) -> float | None:
        runs = self.runs.get(name)
        return statistics.median(run.peak_megabytes for run in runs) if runs else None

    @property
    def ours(self) -> Run | None:
        return (self.runs.get(OURS) or [None])[-1]

    @property
    def peers(self) -> dict[str, Run]:
        """The last run of each peer that did its job."""
        return {name: runs[-1] for name, runs in self.runs.items() if runs and name != OURS}

    @property
    def ranking(self) -> list[tuple[str, float]]:
        """Medians of the peers, the fastest first."""
        return sorted(((name, self.seconds(name)) for name in self.peers),
                      key=lambda pair: pair[1])
