"""Reads as much of a Mapbox Vector Tile as tells which parcels it shows."""
from collections.abc import Iterator

LAYERS, NAME, FEATURES, KEYS, VALUES = 3, 1, 2, 3, 4
TAGS, GEOMETRY, STRING = 2, 4, 1
MOVE, CLOSE = 1, 7
# The inside of a tile, less two units on each side.
LOW, HIGH = 2, 4094


def number(data: bytes, place: int) -> tuple[int, int]:
    """A variable-length number, and the place after it."""
    result = shift = 0
    while True:
        byte = data[place]
        place += 1
        result |= (byte & 0x7F) << shift
        if byte < 0x80:
            return result, place
        shift += 7


def fields(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The fields that are stretches of bytes, with their numbers; others are passed over."""
    place = 0
    while place < len(data):
        key, place = number(data, place)
        kind = key & 7
        if kind == 0:
            _, place = number(data, place)
        elif kind == 2:
            length, place = number(data, place)
            yield key >> 3, data[place:place + length]
            place += length
        else:
            place += 8 if kind == 1 else 4


def packed(data: bytes) -> list[int]:
    numbers, place = [], 0
    while place < len(data):
        value, place = number(data, place)
        numbers.append(value)
    return numbers


def rings(geometry: bytes) -> list[list[tuple[int, int]]]:
    """The rings of an area, not closed."""
    numbers, made = iter(packed(geometry)), []
    x = y = 0
    for command in numbers:
        kind = command & 7
        if kind == MOVE:
            made.append([])
        if kind == CLOSE:
            continue
        for _ in range(command >> 3):
            dx, dy = next(numbers), next(numbers)
            x += (dx >> 1) ^ -(dx & 1)
            y += (dy >> 1) ^ -(dy & 1)
            made[-1].append((x, y))
    return made


def crosses(start: tuple[int, int], end: tuple[int, int]) -> bool:
    """Whether a line meets the inside of the tile (after Liang and Barsky)."""
    first, last = 0.0, 1.0
    for place, way in zip(start, (end[0] - start[0], end[1] - start[1])):
        if way == 0:
            if not LOW < place < HIGH:
                return False
            continue
        near, far = sorted(((LOW - place) / way, (HIGH - place) / way))
        first, last = max(first, near), min(last, far)
    return first < last


def within(geometry: bytes) -> bool:
    """Whether an area reaches into the tile, beyond its margin and by more than rounding does."""
    area = rings(geometry)
    xs = [x for ring in area for x, _ in ring]
    ys = [y for ring in area for _, y in ring]
    if not xs or max(xs) <= LOW or min(xs) >= HIGH or max(ys) <= LOW or min(ys) >= HIGH:
        return False
    if min(xs) > LOW and max(xs) < HIGH and min(ys) > LOW and max(ys) < HIGH:
        return True
    inside = False
    for ring in area:
        for start, end in zip(ring, ring[1:] + ring[:1]):
            if crosses(start, end):
                return True
            # Whether the first corner of the tile lies inside: no line meets the tile, so it is
            # as good as any other place in it.
            if (start[1] > LOW) != (end[1] > LOW):
                share = (LOW - start[1]) / (end[1] - start[1])
                inside ^= start[0] + share * (end[0] - start[0]) > LOW
    return inside


def parcels(tile: bytes) -> set[str]:
    """The numbers of the parcels of which a tile shows something beyond its margin: how far beyond
    its edges a tile reaches is for each server to say."""
    found = set()
    for field, layer in fields(tile):
        if field != LAYERS:
            continue
        features, keys, values = [], [], []
        for part, body in fields(layer):
            if part == FEATURES:
                features.append(body)
            elif part == KEYS:
                keys.append(body.decode())
            elif part == VALUES:
                values.append(next((text.decode() for kind, text in fields(body)
                                    if kind == STRING), None))
        for feature in features:
            parts = dict(fields(feature))
            if not within(parts.get(GEOMETRY, b"")):
                continue
            tags = packed(parts.get(TAGS, b""))
            for key, value in zip(tags[::2], tags[1::2]):
                if keys[key] == "parcel_id" and values[value] is not None:
                    found.add(values[value])
    return found
