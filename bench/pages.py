#!/usr/bin/env python3
"""Weight and time of the first page of built stories, asked for as a browser does, without the network between.

    python bench/pages.py STORY...

A large story is built from open articles first, e.g. the 1,000 first of a topic of the timeline data:

    zcat t17-articles.jsonl.gz | grep '"topic": "bp-oil-spill"' | head -1000 > articles.jsonl
    reportedly build articles.jsonl -o STORY
"""

from __future__ import annotations

import asyncio
import gzip
import json
import resource
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import httpx

import reportedly
from reportedly.show.web.pages import STATIC, static
from reportedly.show.web.server import application, named

ASKED = 50


def measure(folder: Path) -> dict[str, Any]:
    """Bytes of the first page and of style and script, compressed; seconds to compose, to answer first, and after."""
    story = reportedly.open(folder)
    served = named([story])
    start = time.perf_counter()
    [(name, one)] = served.items()
    reports = one.pages.dossier.counts.reports
    composed = time.perf_counter() - start
    size, seconds = asyncio.run(_asked(served, f"/{name}/index.html"))
    return {"reports": reports, "html": size, "static_gzip": sum(len(gzip.compress(static(part))) for part in STATIC),
            "compose_s": composed, "first_s": seconds[0], "median_s": statistics.median(seconds),
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


async def _asked(served: Any, path: str) -> tuple[int, list[float]]:
    transport = httpx.ASGITransport(application(served, ["localhost"]))
    seconds, size = [], 0
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        for _ in range(ASKED):
            start = time.perf_counter()
            answer = await client.get(path)
            seconds.append(time.perf_counter() - start)
            answer.raise_for_status()
            size = len(answer.content)
    return size, seconds


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        print(json.dumps({Path(argument).name: measure(Path(argument))}))
