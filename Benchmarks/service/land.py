"""The register that is served; made where none is given."""
import pathlib
import subprocess
import sys

from load import Failed

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent


def progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def made(asked) -> pathlib.Path:
    """A register of the synthetic county of that size, kept in the folder for the next time."""
    name = f"county-{asked.parcels}-{asked.zones}-{asked.seed}"
    county = asked.folder / name
    # The other benchmark makes the same one.
    other = asked.folder.parent / "benchmark" / name
    if not (county / "zones.gpkg").exists() and (other / "zones.gpkg").exists():
        county = other
    if not (county / "zones.gpkg").exists():
        if asked.maker is None or not asked.maker.exists():
            raise FileNotFoundError("../shared/bench/make_county.py, which makes the county; "
                                    "--register may name a register instead")
        progress(f"making a county of {asked.parcels} parcels and {asked.zones} zones")
        subprocess.run([sys.executable, BENCHMARKS / "county.py", county, "--maker", asked.maker,
                        "--sizes", str(asked.parcels), str(asked.zones), str(asked.seed)],
                       check=True)
    register = asked.folder / f"{name}.gpkg"
    if not register.exists():
        yulin = asked.yulin or (asked.server and asked.server.with_name("yulin"))
        if yulin is None or not yulin.is_file():
            raise FileNotFoundError("yulin, which makes the register; --yulin may name it")
        progress("importing it into a register")
        unfinished = register.with_suffix(".unfinished.gpkg")
        for ending in ("", "-wal", "-shm"):
            pathlib.Path(f"{unfinished}{ending}").unlink(missing_ok=True)
        for words in (["parcels.gpkg", "--as", "boundary"],
                      ["zones.gpkg", "--as", "layer", "详细规划"]):
            imported(yulin, words, county, unfinished)
        unfinished.rename(register)
    return register


def imported(yulin: pathlib.Path, words: list[str], county: pathlib.Path,
             register: pathlib.Path) -> None:
    done = subprocess.run([yulin, "import", *words, "--quiet", "--store", register], cwd=county,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise Failed(f"yulin import {words[0]} ended with {done.returncode}: "
                     f"{done.stdout.strip()[-300:]}")
