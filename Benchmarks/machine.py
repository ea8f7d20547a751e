"""What the results were measured on, and with which versions."""
import datetime
import importlib.metadata
import os
import re
import subprocess
import sys


def first_line(*command: str) -> str:
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    except FileNotFoundError:
        return ""
    return done.stdout.strip().partition("\n")[0]


def processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            for line in file:
                if line.startswith("model name"):
                    return " ".join(line.partition(":")[2].split())
    except FileNotFoundError:
        pass
    return "unknown processor"


def memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"


def version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "–"


def postgis(environment: dict[str, str] | None) -> str:
    if environment is None:
        return ""
    done = subprocess.run(
        ["psql", "-qXAt", "-c", "select current_setting('server_version'), postgis_lib_version(), "
         "postgis_geos_version()"], env={**os.environ, **environment}, text=True,
        stdout=subprocess.PIPE, check=True)
    server, extension, geos = done.stdout.strip().split("|")
    return f"PostGIS {extension} (PostgreSQL {server.split()[0]}, GEOS {geos.split('-')[0]})"


def shapely_geos() -> str:
    """Asked of another process: the driver itself loads no libraries."""
    return first_line(sys.executable, "-c", "import shapely; print(shapely.geos_version_string)")


def pyogrio_gdal() -> str:
    return first_line(
        sys.executable, "-c", "import pyogrio; print(pyogrio.__gdal_version_string__)")


def described(environment: dict[str, str] | None) -> dict[str, str]:
    """Machine, date and versions, in the order in which they are told."""
    swift = re.search(r"Swift version ([\d.]+)", first_line("swift", "--version"))
    gdal = re.search(r"GDAL ([\d.]+)", first_line("ogr2ogr", "--version"))
    geos = first_line("geos-config", "--version") or "–"
    peers = [
        f"Shapely {version('shapely')} (GEOS {shapely_geos()})",
        f"GeoPandas {version('geopandas')}",
        f"pyogrio {version('pyogrio')} (GDAL {pyogrio_gdal()})",
        f"DuckDB {version('duckdb')} with spatial",
        f"SedonaDB {version('sedonadb')}",
        f"ogr2ogr of GDAL {gdal[1] if gdal else '–'}",
    ]
    if environment is not None:
        peers.insert(0, postgis(environment))
    return {
        "machine": f"{processor()}, {len(os.sched_getaffinity(0))} cores, {memory()}",
        "date": datetime.date.today().isoformat(),
        "yulin": f"Swift {swift[1] if swift else '–'}, GEOS {geos}",
        "peers": ", ".join(peers),
    }
