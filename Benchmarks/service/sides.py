"""Yulin and its peers: how each is started, asked, and understood."""
import dataclasses
import json
import pathlib
import subprocess
import sys
import urllib.parse
from collections.abc import Callable

import processes
import pygeoapi_settings
import vectortile
from load import Failed

HERE = pathlib.Path(__file__).resolve().parent
PREPARED = "points prepared"
WORKERS = "2"


def parcel(feature: dict) -> str | None:
    return feature["properties"].get("parcel_id")


def of_collection(body: bytes) -> set[str]:
    """Numbers of the parcels, and of the zones where there are any."""
    found = (feature["properties"] for feature in json.loads(body)["features"])
    return {name for each in found for key in ("parcel_id", "zone_id") if (name := each.get(key))}


def of_feature(body: bytes) -> set[str]:
    return {json.loads(body)["properties"]["parcel_id"]}


def of_lookup(body: bytes) -> set[str]:
    """Numbers in Yulin's own answer."""
    answer = json.loads(body)
    found = {each["parcel_id"] for each in answer["parcels"]}
    for layer in answer["layers"]:
        found |= {each["attributes"]["zone_id"] for each in layer.get("features", [])}
    return found


def of_tile(body: bytes) -> set[str]:
    return vectortile.parcels(body)


@dataclasses.dataclass
class Side:
    """One way to ask one server."""
    server: str
    name: str
    port: int
    # The path for what is asked, by job; a job that is not there is not this side's.
    paths: dict[str, Callable[..., str]]
    readers: dict[str, Callable[[bytes], set[str]]]
    # Whether a lookup tells only the parcel, not what the layers say.
    half: bool = False


def joined(numbers: tuple) -> str:
    return ",".join(f"{number:.7f}" for number in numbers)


def speck(point: tuple) -> str:
    """A box around a point, a millimetre or so wide; smaller than its coordinates tell apart."""
    longitude, latitude = point
    return (f"{longitude - 1e-9:.9f},{latitude - 1e-9:.9f},"
            f"{longitude + 1e-9:.9f},{latitude + 1e-9:.9f}")


def yulin(port: int) -> list[Side]:
    return [Side("yulin", "Yulin", port, {
        "lookup": lambda point: f"/lookup?q={joined(point)}",
        "items": lambda box: f"/collections/parcels/items?bbox={joined(box)}&limit=100",
        "item": lambda number: f"/collections/parcels/items/{number}",
        "tiles": lambda tile: "/tiles/parcels/{}/{}/{}.mvt".format(*tile),
    }, {"lookup": of_lookup, "items": of_collection, "item": of_feature, "tiles": of_tile})]


def postgis(port: int) -> list[Side]:
    collections = {"lookup": of_collection, "items": of_collection, "item": of_feature,
                   "tiles": of_tile}
    return [
        Side("postgis", "PostGIS", port, {
            "lookup": lambda point: f"/lookup?q={joined(point)}",
            "items": lambda box: f"/items?bbox={joined(box)}&limit=100",
            "item": lambda number: f"/items/{number}",
            "tiles": lambda tile: "/tiles/{}/{}/{}.mvt".format(*tile),
        }, collections),
        # Attributes and boxes alone, as Yulin's answer has them.
        Side("postgis", "PostGIS, no shapes", port, {
            "lookup": lambda point: f"/lookup?q={joined(point)}&shapes=no",
        }, collections),
    ]


def tipg(port: int) -> list[Side]:
    items = "/collections/public.parcels/items"
    return [Side("tipg", "tipg", port, {
        "lookup": lambda point: f"{items}?bbox={speck(point)}&limit=10&f=geojson",
        "items": lambda box: f"{items}?bbox={joined(box)}&limit=100&f=geojson",
        "item": lambda number: f"{items}/{number}?f=geojson",
        "tiles": lambda tile: "/collections/public.parcels_mercator/tiles/WebMercatorQuad/"
                              "{}/{}/{}".format(*tile),
    }, {"lookup": of_collection, "items": of_collection, "item": of_feature, "tiles": of_tile},
        half=True)]


def pygeoapi(port: int) -> list[Side]:
    items = "/collections/parcels/items"
    return [Side("pygeoapi", "pygeoapi", port, {
        "lookup": lambda point: f"{items}?bbox={speck(point)}&limit=10&f=json",
        "items": lambda box: f"{items}?bbox={joined(box)}&limit=100&f=json",
        "item": lambda number: f"{items}/{number}?f=json",
    }, {"lookup": of_collection, "items": of_collection, "item": of_feature}, half=True)]


SIDES = {"yulin": yulin, "postgis": postgis, "tipg": tipg, "pygeoapi": pygeoapi}


def start_yulin(binary: pathlib.Path, register: pathlib.Path, port: int,
                scratch: pathlib.Path) -> processes.Server:
    settings = json.dumps({"store": str(register), "port": port})
    return processes.Server("yulin-server", [binary, settings], scratch / "yulin.log",
                            f"http://127.0.0.1:{port}/health")


def uvicorn(application: str, port: int) -> list[str]:
    return [sys.executable, "-m", "uvicorn", application, "--host", "127.0.0.1", "--port",
            str(port), "--workers", WORKERS, "--loop", "uvloop", "--http", "httptools",
            "--no-access-log", "--log-level", "warning"]


def start_postgis(port: int, environment: dict[str, str], scratch: pathlib.Path,
                  box: list[float]) -> processes.Server:
    return processes.Server(
        "the small server", [*uvicorn("minimal:application", port), "--app-dir", HERE],
        scratch / "postgis.log", f"http://127.0.0.1:{port}/items/1", environment)


def start_tipg(port: int, environment: dict[str, str], scratch: pathlib.Path,
               box: list[float]) -> processes.Server:
    # The host is the folder of the socket, which an address has with its slashes written out.
    folder = urllib.parse.quote(environment["PGHOST"], safe="")
    place = (f"postgresql://{environment['PGUSER']}@{folder}:{environment['PGPORT']}"
             f"/{environment['PGDATABASE']}")
    return processes.Server(
        "tipg", uvicorn("tipg.main:app", port), scratch / "tipg.log",
        f"http://127.0.0.1:{port}/collections/public.parcels/items/1",
        {**environment, "DATABASE_URL": place, "DB_MIN_CONN_SIZE": "8", "DB_MAX_CONN_SIZE": "8",
         "TIPG_TILE_BUFFER": "64", "TIPG_MAX_FEATURES_PER_TILE": "50000",
         "TIPG_CATALOG_TTL": "86400"})


def start_pygeoapi(port: int, environment: dict[str, str], scratch: pathlib.Path,
                   box: list[float]) -> processes.Server:
    settings, description = scratch / "pygeoapi.yml", scratch / "pygeoapi-openapi.yml"
    pygeoapi_settings.write(settings, port, environment, box)
    words = {**environment, "PYGEOAPI_CONFIG": str(settings), "PYGEOAPI_OPENAPI": str(description)}
    made = subprocess.run(
        [pathlib.Path(sys.executable).with_name("pygeoapi"), "openapi", "generate", str(settings),
         "--output-file", str(description)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        text=True, env={**processes.os.environ, **words})
    if made.returncode != 0:
        raise Failed(f"pygeoapi openapi generate: {made.stderr.strip()[-300:]}")
    command = [sys.executable, "-m", "gunicorn", "pygeoapi.flask_app:APP", "--workers", WORKERS,
               "--worker-class", "gthread", "--threads", "8", "--keep-alive", "60", "--bind",
               f"127.0.0.1:{port}", "--log-level", "warning"]
    return processes.Server("pygeoapi", command, scratch / "pygeoapi.log",
                            f"http://127.0.0.1:{port}/collections/parcels/items/1?f=json", words)


STARTS = {"postgis": start_postgis, "tipg": start_tipg, "pygeoapi": start_pygeoapi}
