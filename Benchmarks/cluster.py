"""A PostgreSQL of our own with PostGIS, set up as an expert would; thrown away at the end."""
import contextlib
import os
import pathlib
import pwd
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator

# Data is thrown away, so nothing need survive a crash. Costs of parallel plans are set low, so that
# the planner never refuses them.
SETTINGS = {
    "listen_addresses": "''",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
    "shared_buffers": "1GB",
    "work_mem": "512MB",
    "maintenance_work_mem": "512MB",
    "max_parallel_workers_per_gather": "2",
    "max_parallel_workers": "2",
    "max_parallel_maintenance_workers": "2",
    "parallel_setup_cost": "0",
    "parallel_tuple_cost": "0",
    "min_parallel_table_scan_size": "0",
    "autovacuum": "off",
    "jit": "off",
}
DATABASE = "county"


def programs() -> pathlib.Path | None:
    """The folder of the newest initdb; Debian keeps it off the PATH."""
    def version(folder: pathlib.Path) -> list[int]:
        return [int(number) for number in re.findall(r"\d+", str(folder))]
    folders = [path.parent for path in pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if folders:
        return max(folders, key=version)
    found = shutil.which("initdb")
    return pathlib.Path(found).parent if found else None


@contextlib.contextmanager
def running() -> Iterator[dict[str, str]]:
    """Starts a cluster and gives the environment by which libpq finds it; stops and removes it."""
    binaries = programs()
    if binaries is None:
        raise FileNotFoundError("initdb (postgresql)")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="yulin-postgres-"))
    prefix: list[str] = []
    if os.geteuid() == 0:
        # PostgreSQL refuses to run as root.
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        prefix = ["runuser", "-u", "postgres", "--"]

    def run(name: str, *words: str) -> None:
        with open(os.devnull) as nothing, open(folder / "driver.log", "a") as log:
            subprocess.run([*prefix, str(binaries / name), *words], check=True, cwd="/",
                           stdin=nothing, stdout=log, stderr=log)

    # The port only names the socket, which lies in our folder: no other cluster is in the way.
    options = [f"-c {name}={value}" for name, value in SETTINGS.items()]
    options += [f"-c unix_socket_directories={folder}", "-c port=5432"]
    data = str(folder / "data")
    started = False
    try:
        run("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-N")
        started = True
        run("pg_ctl", "-D", data, "-w", "-l", str(folder / "server.log"), "-o", " ".join(options),
            "start")
        place = {"PGHOST": str(folder), "PGPORT": "5432", "PGUSER": "postgres"}
        environment = {**os.environ, **place, "PGDATABASE": DATABASE}
        for name in ("PGPASSWORD", "PGSERVICE", "PGOPTIONS", "PGHOSTADDR"):
            environment.pop(name, None)
        subprocess.run(["psql", "-qX", "-d", "postgres", "-c", f"create database {DATABASE}"],
                       check=True, env=environment)
        subprocess.run(["psql", "-qX", "-c", "create extension postgis"], check=True,
                       env=environment)
        yield {**place, "PGDATABASE": DATABASE}
    finally:
        if started:
            with contextlib.suppress(subprocess.CalledProcessError):
                run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)
