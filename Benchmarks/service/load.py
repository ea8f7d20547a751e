"""Asks a server, many questions at a time by wrk, or one after the other by ourselves."""
import dataclasses
import http.client
import json
import pathlib
import subprocess
import time

SCRIPT = pathlib.Path(__file__).with_name("load.lua")


class Failed(Exception):
    """A server did not answer as it should have."""


@dataclasses.dataclass
class Load:
    """What many connections at a time had of a server; times in milliseconds."""
    rate: float
    p50: float
    p99: float
    max: float
    errors: int
    bytes_each: float


@dataclasses.dataclass
class Course:
    """What one connection had that asked one question after the other; in milliseconds."""
    count: int
    mean: float
    p50: float
    p99: float
    max: float
    bytes: int
    largest: int


def wrk(port: int, paths: pathlib.Path, start: float, seconds: int, connections: int) -> Load:
    words = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency",
             "--timeout", "30s", "-s", str(SCRIPT), f"http://127.0.0.1:{port}", "--", str(paths),
             str(start)]
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if done.returncode != 0 or not lines:
        raise Failed(f"wrk ended with {done.returncode}: {done.stdout.strip()[-200:]}")
    told = json.loads(lines[-1])
    if not told["requests"]:
        raise Failed("wrk had no answer")
    return Load(told["requests"] / told["seconds"], told["p50"], told["p99"], told["max"],
                told["errors"], told["bytes"] / told["requests"])


class Client:
    """A connection that is kept."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    def get(self, path: str) -> bytes:
        try:
            self.connection.request("GET", path)
            answer = self.connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException) as problem:
            raise Failed(f"{path}: {problem}") from problem
        # A tile that shows nothing may be told so.
        if answer.status != 200 and not (answer.status == 204 and "/tiles/" in path):
            raise Failed(f"{path}: status {answer.status}: {body[:200]!r}")
        return body

    def close(self) -> None:
        self.connection.close()


def one_by_one(port: int, paths: list[str]) -> tuple[Course, list[bytes]]:
    """Each path once; what was answered comes back, to be compared outside of the time."""
    client = Client(port)
    times, bodies = [], []
    try:
        for path in paths:
            start = time.perf_counter()
            body = client.get(path)
            times.append((time.perf_counter() - start) * 1e3)
            bodies.append(body)
    finally:
        client.close()
    return course(times, [len(body) for body in bodies]), bodies


def course(times: list[float], sizes: list[int]) -> Course:
    ordered = sorted(times)

    def rank(share: float) -> float:
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
    return Course(len(ordered), sum(ordered) / len(ordered), rank(0.5), rank(0.99), ordered[-1],
                  sum(sizes), max(sizes))
