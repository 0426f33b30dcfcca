#!/usr/bin/env python3
"""The reports that hold the labelled sentences: python bench/sets/sentences/rows.py BENCH -o ROWS.jsonl"""
from __future__ import annotations

import argparse
import json
from pathlib import Path

from draw import articles


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("bench", type=Path)
    reader.add_argument("-o", "--output", type=Path, required=True)
    options = reader.parse_args()
    folder = Path(__file__).parent
    wanted = {json.loads(line)["id"] for name in ("sentences", "check")
              for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()}
    with options.output.open("w", encoding="utf-8") as out:
        for part in (0, 1):
            for source, name, published, text in articles(options.bench, part):
                if name in wanted and (part == 0 or source == "timeline/t17"):
                    wanted.discard(name)
                    out.write(json.dumps({"id": name, "published": published, "text": text}) + "\n")


if __name__ == "__main__":
    main()
