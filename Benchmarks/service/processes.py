"""Starts and stops servers, and tells how much memory they had."""
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from load import Failed


def free_ports(first: int, count: int) -> list[int]:
    """The next ports from a number on that nobody listens at."""
    found, port = [], first
    while len(found) < count:
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind(("127.0.0.1", port))
                found.append(port)
            except OSError:
                if port >= first + 100:
                    raise
        port += 1
    return found


class Server:
    """A program that listens, with all the processes it starts."""

    def __init__(self, name: str, command: list[object], log: pathlib.Path, address: str,
                 environment: dict[str, str] | None = None, patience: float = 60) -> None:
        self.name, self.log = name, log
        self.started = time.monotonic()
        with open(log, "wb") as file:
            self.process = subprocess.Popen(
                [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=file,
                stderr=file, env={**os.environ, **(environment or {})}, start_new_session=True)
        try:
            self.wait_for(address, patience)
        except BaseException:
            self.stop()
            raise
        self.listening = time.monotonic() - self.started

    def wait_for(self, address: str, patience: float) -> None:
        while True:
            if self.process.poll() is not None:
                raise Failed(f"{self.name} ended with {self.process.returncode}: {self.last()}")
            try:
                with urllib.request.urlopen(address, timeout=10) as answer:
                    answer.read()
                return
            except (OSError, urllib.error.URLError) as problem:
                if time.monotonic() - self.started > patience:
                    raise Failed(f"{self.name} does not answer at {address}: {problem}; "
                                 f"{self.last()}") from problem
                time.sleep(0.2)

    def has_said(self, words: str, patience: float) -> float | None:
        """Waits until the log has the words; seconds since the start, or nothing in vain."""
        while time.monotonic() - self.started < patience and self.process.poll() is None:
            if words in self.log.read_text(errors="replace"):
                return time.monotonic() - self.started
            time.sleep(0.2)
        return None

    def last(self) -> str:
        lines = self.log.read_text(errors="replace").strip().splitlines()
        return lines[-1][-300:] if lines else "it said nothing"

    def stop(self) -> None:
        if self.process.poll() is not None:
            return
        # The session is ours alone: no process of anybody else is in the group.
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, number)
                self.process.wait(10)
                return
            except ProcessLookupError:
                return
            except subprocess.TimeoutExpired:
                continue

    @property
    def family(self) -> list[int]:
        return family(self.process.pid)


def family(root: int) -> list[int]:
    """A process and all that come of it."""
    children: dict[int, list[int]] = {}
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text()
            except OSError:
                continue
            children.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(
                int(folder.name))
    found, rest = [], [root]
    while rest:
        process = rest.pop()
        found.append(process)
        rest += children.get(process, [])
    return found


def kilobytes(process: int, file: str, key: str) -> int:
    try:
        text = pathlib.Path(f"/proc/{process}/{file}").read_text()
    except OSError:
        return 0
    for line in text.splitlines():
        if line.startswith(key + ":"):
            return int(line.split()[1])
    return 0


def peak(processes: list[int]) -> float:
    """The highest resident memory of each process, added up, in megabytes."""
    return sum(kilobytes(process, "status", "VmHWM") for process in processes) / 1024


def share(processes: list[int]) -> float:
    """Resident memory now, in megabytes; what processes have together is counted once."""
    return sum(kilobytes(process, "smaps_rollup", "Pss") for process in processes) / 1024
