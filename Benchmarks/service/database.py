"""PostGIS as a service would have it: tables in the systems that are handed out, in the order of
the land, nothing to be unpacked, and plans for questions that take a millisecond."""
import os
import pathlib
import sqlite3
import subprocess

import cluster

# In place of what the other benchmark asks for, where a question works for seconds on all cores.
SETTINGS = {
    "shared_buffers": "1GB",
    "effective_cache_size": "4GB",
    "work_mem": "32MB",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "parallel_setup_cost": "1000",
    "parallel_tuple_cost": "0.1",
    "min_parallel_table_scan_size": "8MB",
}
COLUMNS = "fid, parcel_id, land_use_code, status, plane_area_m2"


def query(text: str) -> str:
    return subprocess.run(
        ["psql", "-qXAt", "-v", "ON_ERROR_STOP=1", "-c", text], check=True,
        stdout=subprocess.PIPE, text=True).stdout.strip()


def together(*texts: str) -> None:
    """Each in a connection of its own, at the same time."""
    running = [subprocess.Popen(["psql", "-qX", "-v", "ON_ERROR_STOP=1", "-c", text])
               for text in texts]
    if any([process.wait() for process in running]):
        raise subprocess.CalledProcessError(1, "psql")


def layer(register: pathlib.Path) -> str:
    """The first reference layer of a register."""
    with sqlite3.connect(f"{register.as_uri()}?mode=ro", uri=True) as tables:
        found = tables.execute("select table_name from gpkg_contents where data_type = 'features' "
                               "and table_name glob 'layer_*' order by length(table_name), "
                               "table_name").fetchone()
    if found is None:
        raise FileNotFoundError(f"a layer in {register.name}")
    return found[0]


def copy_in(register: pathlib.Path) -> None:
    """Both layers as they lie in the register; rows keep their numbers."""
    wanted = {"parcels_given": f"select {COLUMNS}, geom from parcels where geom is not null",
              "zones_given": f"select fid, zone_id, land_code, geom from {layer(register)}"}
    running = [subprocess.Popen(
        ["ogr2ogr", "-f", "PostgreSQL", "PG:", str(register), "-sql", text, "-nln", name,
         "-preserve_fid", "-lco", "FID=fid", "-lco", "GEOMETRY_NAME=geom", "-lco", "UNLOGGED=ON",
         "-lco", "SPATIAL_INDEX=NONE"], stderr=subprocess.DEVNULL,
        env={**os.environ, "PG_USE_COPY": "YES"}) for name, text in wanted.items()]
    if any([process.wait() for process in running]):
        raise subprocess.CalledProcessError(1, "ogr2ogr")


def table(name: str, given: str, columns: str, kinds: str, system: int) -> str:
    """A table whose shapes lie in the system they are handed out in, along a curve through the
    land, not compressed: none of that is then to be done for each question."""
    return f"""
        create unlogged table {name} (fid integer, {kinds}, geom geometry(Geometry, {system}));
        alter table {name} alter column geom set storage external;
        insert into {name} select {columns}, st_transform(geom, {system}) as geom
        from {given} order by 1;
        alter table {name} add primary key (fid);
        create index {name}_geom on {name} using gist (geom);
        cluster {name} using {name}_geom"""


def load(register: pathlib.Path) -> None:
    copy_in(register)
    kinds = "parcel_id text, land_use_code text, status text, plane_area_m2 float8"
    together(
        table("parcels", "parcels_given", COLUMNS, kinds, 4326)
        + ";" + table("zones", "zones_given", "fid, zone_id, land_code",
                      "zone_id text, land_code text", 4326),
        table("parcels_mercator", "parcels_given", COLUMNS, kinds, 3857))
    query("drop table parcels_given, zones_given")
    for name in ("parcels", "zones", "parcels_mercator"):
        query(f"vacuum analyze {name}")


def running():
    """The cluster, with settings of our own."""
    cluster.SETTINGS.update(SETTINGS)
    return cluster.running()


def postmaster(environment: dict[str, str]) -> int:
    return int((pathlib.Path(environment["PGHOST"]) / "data" / "postmaster.pid").read_text()
               .split()[0])
