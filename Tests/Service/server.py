"""Starts the built server over a register, and stops it as a system would."""

from __future__ import annotations

import atexit
import json
import os
import pathlib
import re
import signal
import subprocess
import time
from typing import Any

from client import Client
from county import ROOT, programs, room

ADDRESS = re.compile(r"address=http://([^\s:/]+):(\d+)/")


class Server:
    """`yulin-server` on a free port; its log is kept."""

    def __init__(self, store: pathlib.Path, **settings: Any):
        self.log = room() / f"server-{time.monotonic_ns()}.log"
        given = {"store": str(store), "port": 0, "language": "en", **settings}
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [programs() / "yulin-server", json.dumps(given)],
                cwd=ROOT,
                stdout=log,
                stderr=log,
                env={**os.environ, "LC_ALL": "C.UTF-8"},
            )
        atexit.register(self.process.kill)  # of no effect where it has ended
        self.client = self.wait()

    def told(self) -> str:
        """The log so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def wait(self) -> Client:
        """Waits until the server says where it listens, and that it is well."""
        end = time.monotonic() + 20
        while time.monotonic() < end and self.process.poll() is None:
            if found := ADDRESS.search(self.told()):
                client = Client(found[1], int(found[2]))
                if client.get("/health").status == 200:
                    return client
            time.sleep(0.02)
        self.process.kill()
        raise AssertionError(f"the server did not start:\n{self.told()}")

    def stop(self) -> int:
        """Tells it to stop (SIGTERM); its status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return -signal.SIGKILL

    def failures(self) -> list[str]:
        """What the log has of errors that nobody foresaw."""
        return [line for line in self.told().splitlines() if " error " in line]
