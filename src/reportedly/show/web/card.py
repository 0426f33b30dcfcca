"""The picture of a dossier for shared links: 1200 by 630 pixels (Open Graph), drawn, with nothing fetched."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image, ImageDraw, ImageFont

from reportedly.dossier.records import Dossier
from reportedly.text.counted import counted

WIDTH, HEIGHT, EDGE = 1200, 630, 70
PAPER, INK, SOFT = "#fbfaf6", "#1c1a17", "#5b564d"
COLOURS = {"agreed": "#1d6b63", "disputed": "#b03a1c", "single": "#7b7567"}
TITLE_SIZE, SMALL_SIZE = 62, 34
MOST_LINES = 4


def card(dossier: Dossier) -> bytes:
    """The picture as PNG: title, counts, and how far the accounts agree. The same dossier gives the same bytes."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    title, small = ImageFont.load_default(TITLE_SIZE), ImageFont.load_default(SMALL_SIZE)
    draw.text((EDGE, 48), "reportedly", fill=SOFT, font=small)
    for number, line in enumerate(_lines(dossier.title, draw, title)):
        draw.text((EDGE, 120 + number * 78), line, fill=INK, font=title)
    counts = dossier.counts
    told = (counted(counts.reports, "report"), counted(counts.outlets, "outlet"),
            counted(counts.origins, "independent origin"))
    draw.text((EDGE, HEIGHT - 150), " · ".join(told), fill=INK, font=small)
    _bar(draw, dossier)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _bar(draw: ImageDraw.ImageDraw, dossier: Dossier) -> None:
    parts = {"agreed": dossier.counts.agreed, "disputed": dossier.counts.disputed, "single": dossier.counts.single}
    total, at = sum(parts.values()), float(EDGE)
    for name, number in parts.items():
        wide = (WIDTH - 2 * EDGE) * number / total if total else 0
        if wide >= 1:
            draw.rectangle((round(at), HEIGHT - 80, round(at + wide) - 1, HEIGHT - 56), fill=COLOURS[name])
        at += wide


def _lines(text: str, draw: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> Iterator[str]:
    """The words in lines that fit; the last one ends in an ellipsis where words are left."""
    words = text.split()
    for number in range(MOST_LINES):
        line = words[:1]
        words = words[1:]
        while words and draw.textlength(" ".join([*line, words[0]]), font=font) <= WIDTH - 2 * EDGE:
            line.append(words.pop(0))
        if line:
            yield " ".join(line)[:60] + (" …" if words and number == MOST_LINES - 1 else "")
