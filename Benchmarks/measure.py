"""Runs a program and tells how long it took and how much memory it had."""
import dataclasses
import json
import os
import pathlib
import subprocess
import tempfile
import time


class Failed(Exception):
    """A program ended as it should not have."""


@dataclasses.dataclass
class Run:
    """One run of one side of a job."""
    seconds: float
    peak_megabytes: float
    # What a side printed of its work; empty for programs that are timed from outside.
    report: dict = dataclasses.field(default_factory=dict)

    @property
    def count(self) -> int | None:
        return self.report.get("count")

    @property
    def sum(self) -> float | None:
        return self.report.get("sum")


def ended(process: subprocess.Popen) -> int:
    """Waits for a process and tells its peak memory in kilobytes."""
    try:
        # wait4 tells the memory of this process alone; RUSAGE_CHILDREN is of all there ever were.
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        # Who is told to stop leaves nobody at work.
        process.kill()
        process.wait()
        raise
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss


def whole(command: list[object], repeat: int = 1, accepted: tuple[int, ...] = (0,)) -> Run:
    """The time of whole processes, from start to end, as someone who waits for them sees it."""
    words = [str(word) for word in command]
    peak = 0
    with tempfile.TemporaryFile("w+") as errors:
        start = time.perf_counter()
        for _ in range(repeat):
            process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=errors)
            peak = max(peak, ended(process))
            if process.returncode not in accepted:
                errors.seek(0)
                raise Failed(failure(words, process.returncode, errors.read()))
        seconds = time.perf_counter() - start
    return Run(seconds, peak / 1024)


def told(command: list[object]) -> Run:
    """A program that times the work itself, without loading, and prints it as a line of JSON."""
    words = [str(word) for word in command]
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(words, stdout=output, stderr=errors)
        peak = ended(process)
        output.seek(0)
        errors.seek(0)
        if process.returncode != 0:
            raise Failed(failure(words, process.returncode, errors.read()))
        lines = [line for line in output.read().splitlines() if line.startswith("{")]
    if not lines:
        raise Failed(f"{pathlib.Path(words[0]).name} printed no result")
    report = json.loads(lines[-1])
    return Run(report["seconds"], peak / 1024, report)


def failure(words: list[str], status: int, errors: str) -> str:
    name = " ".join(pathlib.Path(word).name for word in words[:3])
    lines = [line for line in errors.strip().splitlines() if line.strip()]
    return f"{name} ended with {status}" + (f": {lines[-1]}" if lines else "")
