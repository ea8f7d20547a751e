"""The sample county: the built programs, and a register that is made once for all tests."""

from __future__ import annotations

import atexit
import functools
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parents[2]
COUNTY = pathlib.Path("Data/zhongyang")
LAYERS = {
    "permanent-basic-farmland": "永久基本农田",
    "ecological-redline": "生态保护红线",
    "growth-boundary": "城镇开发边界",
    "existing-land-use": "土地利用现状",
    "hazard-sites": "地质灾害隐患点",
}


@functools.cache
def programs() -> pathlib.Path:
    """The folder of the built programs: YULIN_BIN, else where `swift build` puts them."""
    folder = os.environ.get("YULIN_BIN")
    if not folder:
        folder = subprocess.run(
            ["swift", "build", "--show-bin-path"],
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
    for name in ("yulin", "yulin-server"):
        if not os.access(pathlib.Path(folder, name), os.X_OK):
            raise SystemExit(f"there is no {name} in {folder}: build it, or set YULIN_BIN")
    return pathlib.Path(folder)


def yulin(*words: str, store: pathlib.Path, text: str | None = None) -> str:
    """What `yulin` prints. A status of 1 is an answer too: findings, or nothing found."""
    done = subprocess.run(
        [programs() / "yulin", words[0], "--store", store, *words[1:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        input=text,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    if done.returncode > 1:
        raise AssertionError(f"yulin {' '.join(words)}: {done.returncode}: {done.stderr}")
    return done.stdout


def yulin_json(*words: str, store: pathlib.Path, text: str | None = None) -> Any:
    """The JSON that `yulin` prints."""
    return json.loads(yulin(*words, store=store, text=text))


def files(pattern: str) -> list[str]:
    """Files below the repository's root, as they are named on the command line."""
    found = sorted(file.relative_to(ROOT) for file in ROOT.glob(pattern) if file.is_file())
    if not found:
        raise SystemExit(f"no files {pattern}")
    return [str(file) for file in found]


def imports() -> list[list[str]]:
    """What is read into the register, in the order of Scripts/demo."""
    bounds = COUNTY / "boundaries"
    return [
        files(f"{COUNTY}/*.*"),
        files(f"{bounds}/2023*")
        + files(f"{bounds}/2025*")
        + files(f"{bounds}/supply-and-reserve.txt"),
        [str(bounds / "2024-090-grain-station.txt"), "--crs", "EPSG:4490"],
        *(
            [str(COUNTY / "layers" / f"{file}.geojson"), "--as", "layer", name]
            for file, name in LAYERS.items()
        ),
        files("Data/exercise/[124567]-*.txt"),
    ]


@functools.cache
def room() -> pathlib.Path:
    """A folder for everything the tests write; it is removed at the end."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="yulin-service-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@functools.cache
def register() -> pathlib.Path:
    """The register of the sample county. Tests that write take a copy."""
    store = room() / "land.gpkg"
    for words in imports():
        yulin("import", "--quiet", *words, store=store)
    return store


def copy(name: str) -> pathlib.Path:
    """A copy of the register that may be written to."""
    store = room() / name
    shutil.copyfile(register(), store)
    return store
