#!/usr/bin/env python3
"""The peer of the extraction bench: trafilatura with its defaults, nothing of ours.

    python bench/trafilatura_alone.py FOLDER -o PRED.json
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path
from typing import Any

import trafilatura


def page(data: bytes) -> dict[str, Any]:
    """Text, title, date and authors of one page as trafilatura gives them."""
    found = trafilatura.bare_extraction(data, with_metadata=True)
    if found is None or isinstance(found, dict):
        return {}
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    return {"text": found.text or "", "title": found.title or "", "date": found.date or "", "authors": authors}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    pages = {path.name.removesuffix(".html.gz"): page(gzip.decompress(path.read_bytes()))
             for path in sorted(given.folder.glob("*.html.gz"))}
    given.output.write_text(json.dumps(pages), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
