"""Reads pages for people: whether their tags are closed, where their links lead."""

from __future__ import annotations

import html.parser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Page(html.parser.HTMLParser):
    """A page, strictly: every tag that opens is closed in turn."""

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.links: list[str] = []
        self.sources: list[str] = []
        self.tags: list[str] = []
        self.language: str | None = None
        self.title = ""
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        if not text.lower().startswith("<!doctype html>"):
            self.faults.append("no doctype")
        if self._open:
            self.faults.append(f"never closed: {self._open}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        if len(given) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag == "html":
            self.language = given.get("lang")
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        if tag in ("script", "link", "img") and (given.get("src") or given.get("href")):
            self.sources.append(given.get("src") or given.get("href") or "")
        if tag == "script" and not given.get("src") or tag == "style" or "style" in given:
            self.faults.append(f"<{tag}> has script or style of its own, which the policy forbids")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self._open[-1:] or 'nothing'}")
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["title"]:
            self.title += data
        if data.strip():
            self.words.append(data.strip())
