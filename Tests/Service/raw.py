"""Sends bytes as they are, for requests that no library would send."""

from __future__ import annotations

import socket
import time


def exchanged(host: str, port: int, data: bytes, seconds: float = 5) -> bytes:
    """What comes back for some bytes, until the server closes or has said nothing for a while."""
    got = b""
    end = time.monotonic() + seconds
    with socket.create_connection((host, port), timeout=seconds) as connection:
        try:
            connection.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass  # refused before all was sent; what it said may still be read
        while (left := end - time.monotonic()) > 0:
            connection.settimeout(0.3 if got else left)
            try:
                part = connection.recv(65536)
            except (TimeoutError, ConnectionResetError):
                break
            if not part:
                break
            got += part
    return got


def status(answer: bytes) -> int:
    """The status of an answer; 0 where there is none."""
    parts = answer.split(b" ", 2)
    return int(parts[1]) if len(parts) > 1 and answer.startswith(b"HTTP/1.") else 0
