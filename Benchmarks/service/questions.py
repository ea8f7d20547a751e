"""What is asked: places, boxes, ids and tiles by chance, but the same in every run."""
import dataclasses
import json
import math
import random
import urllib.request

# Points and ids are many, so that hardly any is asked twice and no side answers from memory.
POINTS, BOXES, IDS = 200_000, 60_000, 200_000
SIDE = 300.0
METRES_OF_A_DEGREE = 111_320.0
ZOOM = 14
# The county is a square in its plane, a little turned in degrees: this share of its width is left
# out on each side, so that no point lies outside.
RIM = 0.006


@dataclasses.dataclass
class Land:
    """The county as Yulin tells it: bounds in degrees, and how many parcels there are."""
    west: float
    south: float
    east: float
    north: float
    parcels: int


def land(base: str) -> Land:
    """Asks the running server."""
    with urllib.request.urlopen(f"{base}/tiles/parcels.json") as answer:
        bounds = json.load(answer)["bounds"]
    with urllib.request.urlopen(f"{base}/collections/parcels/items?limit=1") as answer:
        return Land(*bounds, json.load(answer)["numberMatched"])


def points(county: Land, seed: int) -> list[tuple[float, float]]:
    chance = random.Random(seed)
    wide, high = RIM * (county.east - county.west), RIM * (county.north - county.south)
    return [(round(chance.uniform(county.west + wide, county.east - wide), 7),
             round(chance.uniform(county.south + high, county.north - high), 7))
            for _ in range(POINTS)]


def boxes(county: Land, seed: int) -> list[tuple[float, float, float, float]]:
    made = []
    for longitude, latitude in points(county, seed + 1)[:BOXES]:
        high = SIDE / METRES_OF_A_DEGREE
        wide = high / math.cos(math.radians(latitude))
        made.append((longitude, latitude, round(longitude + wide, 7), round(latitude + high, 7)))
    return made


def ids(county: Land, seed: int) -> list[int]:
    chance = random.Random(seed + 2)
    return [chance.randint(1, county.parcels) for _ in range(IDS)]


def column(longitude: float, zoom: int) -> int:
    return int((longitude + 180) / 360 * 2**zoom)


def row(latitude: float, zoom: int) -> int:
    sine = math.asinh(math.tan(math.radians(latitude)))
    return int((1 - sine / math.pi) / 2 * 2**zoom)


def tiles(county: Land, zoom: int, seed: int) -> list[tuple[int, int, int]]:
    """All tiles of the county, each once, in an order by chance."""
    made = [(zoom, x, y)
            for x in range(column(county.west, zoom), column(county.east, zoom) + 1)
            for y in range(row(county.north, zoom), row(county.south, zoom) + 1)]
    random.Random(seed + 3).shuffle(made)
    return made
