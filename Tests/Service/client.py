"""A small HTTP client that hands over what it got: status, headers, bytes."""

from __future__ import annotations

import dataclasses
import email.message
import http.client
import json
import urllib.parse
from collections.abc import Mapping, Sequence
from typing import Any

Query = Mapping[str, Any] | Sequence[tuple[str, Any]]


@dataclasses.dataclass(frozen=True)
class Answer:
    """An answer, and what was asked."""

    target: str
    status: int
    version: int
    headers: email.message.Message
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.text)

    @property
    def type(self) -> str:
        """The media type without its parameters."""
        return self.headers.get("Content-Type", "").split(";")[0].strip().lower()

    def __str__(self) -> str:
        return f"{self.target} → {self.status} {self.body[:300]!r}"


def encoded(query: Query) -> str:
    """A query as it stands behind the question mark."""
    return urllib.parse.urlencode(query, quote_via=urllib.parse.quote)


class Client:
    """Asks one server."""

    def __init__(self, host: str, port: int):
        self.host = host
        self.port = port

    @property
    def base(self) -> str:
        return f"http://{self.host}:{self.port}"

    def target(self, address: str) -> str:
        """The path and query of an address of this server; of a path, the path itself."""
        if address.startswith("/"):
            return address
        if not address.startswith(self.base + "/"):
            raise AssertionError(f"{address} is not an address of {self.base}")
        return address[len(self.base) :]

    def ask(
        self,
        method: str,
        address: str,
        query: Query = (),
        headers: Mapping[str, str] = {},
        body: bytes | None = None,
        timeout: float = 60,
    ) -> Answer:
        """One request on a connection of its own."""
        target = self.target(address)
        if query:
            target += ("&" if "?" in target else "?") + encoded(query)
        connection = http.client.HTTPConnection(self.host, self.port, timeout=timeout)
        try:
            connection.request(method, target, body=body, headers=dict(headers))
            response = connection.getresponse()
            return Answer(
                f"{method} {target}",
                response.status,
                response.version,
                response.headers,
                response.read(),
            )
        finally:
            connection.close()

    def get(self, address: str, query: Query = (), **headers: str) -> Answer:
        """Asks for a resource; `Accept="text/html"`, `If_None_Match=…` are headers."""
        return self.ask(
            "GET", address, query, {name.replace("_", "-"): it for name, it in headers.items()}
        )
