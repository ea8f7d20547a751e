"""A small server of PostGIS, as pg_featureserv and pg_tileserv do it, but with nothing in between:
a question is one prepared statement on a kept connection, and its answer is put together by orjson.

    uvicorn minimal:application --workers 2      libpq's variables name the database
"""
import urllib.parse

import asyncpg
import orjson

# For each of the two processes.
CONNECTIONS = 8
# As Yulin has it, in units of 1/4096 of a tile.
MARGIN = 64

POINT = "st_setsrid(st_makepoint($1, $2), 4326)"
COLUMNS = "fid, parcel_id, land_use_code, status, plane_area_m2"
LOOKUP = f"""
    select {COLUMNS}, {{}} from parcels where st_intersects(geom, {POINT})
    union all
    select fid, null, land_code, zone_id, null, {{}} from zones
    where st_intersects(geom, {POINT})"""
SHAPES = LOOKUP.format(*["st_asgeojson(geom) as shape"] * 2)
NO_SHAPES = LOOKUP.format(
    *["array[st_xmin(geom), st_ymin(geom), st_xmax(geom), st_ymax(geom)] as box"] * 2)
ITEMS = f"""select {COLUMNS}, st_asgeojson(geom) as shape from parcels
            where st_intersects(geom, st_makeenvelope($1, $2, $3, $4, 4326)) limit $5"""
ITEM = f"select {COLUMNS}, st_asgeojson(geom) as shape from parcels where fid = $1"
TILE = f"""
    with cut as (
      select {COLUMNS}, st_asmvtgeom(geom, st_tileenvelope($1, $2, $3), 4096, {MARGIN}) as geom
      from parcels_mercator
      where geom && st_tileenvelope($1, $2, $3, margin => {MARGIN / 4096}))
    select st_asmvt(cut, 'parcels', 4096, 'geom', 'fid') from cut"""

JSON = b"application/geo+json"
pool: asyncpg.Pool


def feature(row: asyncpg.Record) -> dict:
    fid, parcel, code, state, area, shape = row
    if parcel is None:
        properties = {"zone_id": state, "land_code": code}
    else:
        properties = {"parcel_id": parcel, "land_use_code": code, "status": state,
                      "plane_area_m2": area}
    made = {"type": "Feature", "id": fid, "properties": properties}
    if isinstance(shape, str):
        # It is JSON already.
        made["geometry"] = orjson.Fragment(shape)
    else:
        made["geometry"], made["bbox"] = None, shape
    return made


def collection(rows: list[asyncpg.Record]) -> bytes:
    return orjson.dumps({"type": "FeatureCollection", "features": [feature(row) for row in rows]})


async def answer(path: str, asked: dict[str, str]) -> tuple[int, bytes, bytes]:
    """Status, kind and body."""
    words = path.strip("/").split("/")
    match words[0], len(words):
        case "lookup", 1:
            longitude, latitude = map(float, asked["q"].split(","))
            statement = NO_SHAPES if asked.get("shapes") == "no" else SHAPES
            return 200, JSON, collection(await pool.fetch(statement, longitude, latitude))
        case "items", 1:
            box = map(float, asked["bbox"].split(","))
            rows = await pool.fetch(ITEMS, *box, int(asked.get("limit", "100")))
            return 200, JSON, collection(rows)
        case "items", 2:
            row = await pool.fetchrow(ITEM, int(words[1]))
            return (404, JSON, b"{}") if row is None else (200, JSON, orjson.dumps(feature(row)))
        case "tiles", 4:
            zoom, column, line = int(words[1]), int(words[2]), int(words[3].removesuffix(".mvt"))
            body = await pool.fetchval(TILE, zoom, column, line)
            return 200, b"application/vnd.mapbox-vector-tile", body or b""
    return 404, JSON, b"{}"


async def live(receive, send) -> None:
    """The pool lives as long as the process. A statement is planned once: planning it anew for each
    question, as PostgreSQL would choose to, takes half as long again for a point."""
    global pool
    await receive()
    pool = await asyncpg.create_pool(min_size=CONNECTIONS, max_size=CONNECTIONS,
                                     max_inactive_connection_lifetime=0,
                                     server_settings={"plan_cache_mode": "force_generic_plan"})
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await pool.close()
    await send({"type": "lifespan.shutdown.complete"})


async def application(scope, receive, send) -> None:
    if scope["type"] == "lifespan":
        return await live(receive, send)
    asked = dict(urllib.parse.parse_qsl(scope["query_string"].decode()))
    status, kind, body = await answer(scope["path"], asked)
    await send({"type": "http.response.start", "status": status, "headers": [
        (b"content-type", kind), (b"content-length", str(len(body)).encode())]})
    await send({"type": "http.response.body", "body": body})
