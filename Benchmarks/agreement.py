"""Whether our results are those of a peer: of every pair, of every row, of a sample of shapes.

    agreement.py pairs OURS PEER       records of parcel, zone and area
    agreement.py rows OURS PEER        the same as CSV, with the names of parcels and zones
    agreement.py shapes OURS PEER      GeoJSON

Prints one line: what was compared, and “ok” or “differs” before it. A process of its own, so that
the driver stays small: a program's peak memory begins with that of the one that starts it.
"""
import csv
import json
import sys

import numpy

# Areas may differ by so much, absolutely or relatively; and a pair so close to the least area may
# be in one result only.
ABSOLUTE, RELATIVE, THRESHOLD = 1e-6, 1e-9, 1e-4
LEAST_AREA = 1.0
# Ours has seven decimals. GDAL 3.6 prints some numbers as if they had six, 111.3 for 111.2999993:
# that is rare, and a shape in the wrong place would differ at every vertex.
DEGREES, ROUNDED_DEGREES, ROUNDED_SHARE = 2e-7, 1.1e-6, 0.001
SAMPLE = 2000

RECORD = numpy.dtype([("parcel", "<i4"), ("zone", "<i4"), ("area", "<f8")])


def areas(ours: dict, peer: dict) -> tuple[bool, str]:
    """Compares areas by pair."""
    large = [{pair for pair, area in side.items() if area > LEAST_AREA} for side in (ours, peer)]
    alone = [(ours if pair in large[0] else peer)[pair] for pair in large[0] ^ large[1]]
    wrong = [area for area in alone if area > LEAST_AREA + THRESHOLD]
    if wrong:
        return False, f"{len(wrong)} pairs are in one result only, up to {max(wrong):.6g} m²"
    worst, failed = 0.0, 0
    for pair in large[0] & large[1]:
        difference = abs(ours[pair] - peer[pair])
        worst = max(worst, difference)
        failed += not difference <= max(ABSOLUTE, RELATIVE * peer[pair])
    if failed:
        return False, f"{failed} pairs differ by more than allowed, up to {worst:.3g} m²"
    return True, f"{len(large[0])} pairs, each within {worst:.1e} m²"


def records(path: str) -> dict[tuple[int, int], float]:
    read = numpy.fromfile(path, RECORD)
    return dict(zip(zip(read["parcel"].tolist(), read["zone"].tolist()), read["area"].tolist()))


def rows(path: str) -> dict[tuple[str, str], float]:
    with open(path, newline="", encoding="utf-8-sig") as file:
        return {(row["a_id"], row["b_id"]): float(row["area_m2"]) for row in csv.DictReader(file)}


def is_feature(line: bytes) -> bool:
    return line[:40].replace(b" ", b"").startswith(b'{"type":"Feature",')


def feature_count(path: str) -> int:
    with open(path, "rb") as file:
        return sum(map(is_feature, file))


def sample(path: str, step: int) -> dict[str, list[numpy.ndarray]]:
    """The rings of every so manieth feature, by the parcel's number. A line is a feature."""
    found, index = {}, 0
    with open(path, "rb") as file:
        for line in file:
            if not is_feature(line):
                continue
            if index % step == 0:
                feature = json.loads(line.rstrip().rstrip(b","))
                shape = feature["geometry"]
                parts = shape["coordinates"]
                parts = [parts] if shape["type"] == "Polygon" else parts
                found[feature["properties"]["parcel_id"]] = [
                    numpy.array(ring)[:-1, :2] for part in parts for ring in part]
            index += 1
    return found


def distance(ours: numpy.ndarray, peer: numpy.ndarray) -> numpy.ndarray:
    """How far apart vertices of two rings are, wherever they start, whichever way they go."""
    best = numpy.array([numpy.inf])
    for turned in (peer, peer[::-1]):
        start = numpy.abs(turned - ours[0]).max(axis=1).argmin()
        apart = numpy.abs(numpy.roll(turned, -start, axis=0) - ours).max(axis=1)
        best = min(best, apart, key=numpy.max)
    return best


def shapes(our_path: str, peer_path: str) -> tuple[bool, str]:
    counts = feature_count(our_path), feature_count(peer_path)
    if counts[0] != counts[1]:
        return False, f"{counts[0]} features, the peer has {counts[1]}"
    step = max(1, counts[0] // SAMPLE)
    ours, peer = sample(our_path, step), sample(peer_path, step)
    apart = []
    for name in ours.keys() & peer.keys():
        if [len(ring) for ring in ours[name]] != [len(ring) for ring in peer[name]]:
            return False, f"{name} has other rings"
        apart += [distance(*rings) for rings in zip(ours[name], peer[name])]
    if ours.keys() != peer.keys() or not apart:
        return False, "the features stand in another order, or have other names"
    apart = numpy.concatenate(apart)
    rounded = int((apart > DEGREES).sum())
    if apart.max() > ROUNDED_DEGREES or rounded > ROUNDED_SHARE * len(apart):
        return False, f"{rounded} of {len(apart)} vertices differ, up to {apart.max():.3g}°"
    return True, (f"{counts[0]} features; of {len(ours)} all {len(apart)} vertices within "
                  f"{DEGREES:g}°" + (f" but {rounded} that GDAL rounds" if rounded else ""))


def main() -> None:
    kind, ours, peer = sys.argv[1:]
    if kind == "pairs":
        agrees, says = areas(records(ours), records(peer))
    elif kind == "rows":
        agrees, says = areas(rows(ours), rows(peer))
    else:
        agrees, says = shapes(ours, peer)
    print("ok" if agrees else "differs", says)


if __name__ == "__main__":
    main()
