"""What was measured, on what, and with which versions."""
import datetime
import os
import re
import urllib.request

import machine


def yulin(port: int) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/health") as answer:
        return answer.headers.get("Server", "yulin, of a version it does not tell")


def described(environment: dict[str, str] | None, port: int | None) -> dict[str, str]:
    """Machine, date and versions."""
    wrk = re.search(r"wrk \S*?([\d.]+)", machine.first_line("wrk", "-v"))
    about = {
        "machine": f"{machine.processor()}, {machine.memory()}",
        "cores": str(len(os.sched_getaffinity(0))),
        "load before": " ".join(f"{load:.1f}" for load in os.getloadavg()),
        "date": datetime.datetime.now(datetime.UTC).isoformat(timespec="minutes"),
        "wrk": wrk[1] if wrk else "–",
    }
    if port is not None:
        about["yulin"] = yulin(port)
    if environment is not None:
        about["postgis"] = machine.postgis(environment)
        for package in ("tipg", "pygeoapi", "asyncpg", "uvicorn", "uvloop", "httptools", "orjson",
                        "gunicorn", "sqlalchemy"):
            if (version := machine.version(package)) != "–":
                about[package] = version
    return about
