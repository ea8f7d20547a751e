"""The settings of pygeoapi: one collection, the table of the parcels, nothing else to do.

No storage_crs is told: with EPSG:4326 a box is found five times as fast, because the code of the
usual CRS84 is not searched for each time, but then longitude and latitude change places.
"""
import json
import pathlib


def settings(port: int, environment: dict[str, str], box: list[float]) -> dict:
    words = {"title": "Parcels", "description": "Parcels", "keywords": ["parcels"]}
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": port}, "url": f"http://127.0.0.1:{port}",
            "mimetype": "application/json; charset=UTF-8", "encoding": "utf-8", "gzip": False,
            "languages": ["en-US"], "cors": False, "pretty_print": False,
            "limits": {"default_items": 100, "max_items": 10_000},
            "map": {"url": "http://127.0.0.1/{z}/{x}/{y}.png", "attribution": "none"},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {**words, "keywords_type": "theme", "terms_of_service": "none",
                               "url": "http://127.0.0.1/"},
            "license": {"name": "none", "url": "http://127.0.0.1/"},
            "provider": {"name": "none", "url": "http://127.0.0.1/"},
            "contact": {"name": "none", "email": "nobody@example.org"},
        },
        "resources": {"parcels": {
            "type": "collection", **words, "links": [],
            "extents": {"spatial": {
                "bbox": box, "crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}},
            "providers": [{
                "type": "feature", "name": "PostgreSQL", "id_field": "fid", "table": "parcels",
                "geom_field": "geom",
                "data": {"host": environment["PGHOST"], "port": int(environment["PGPORT"]),
                         "dbname": environment["PGDATABASE"], "user": environment["PGUSER"],
                         "password": "none", "search_path": ["public"]},
            }],
        }},
    }


def write(file: pathlib.Path, port: int, environment: dict[str, str], box: list[float]) -> None:
    # JSON is YAML, too.
    file.write_text(json.dumps(settings(port, environment, box), indent=1))
