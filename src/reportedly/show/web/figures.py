"""Drawings that stand alone: one SVG text each, with its colours inside, for a notebook, a report or a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from textwrap import wrap

from markupsafe import Markup, escape

from reportedly.dossier.records import Dossier
from reportedly.errors import InputError
from reportedly.show.chronology import standing
from reportedly.show.web.drawings import agreement_bar, time_band
from reportedly.show.web.lanes import actor_lanes
from reportedly.show.web.maps import SHAPES, place_map
from reportedly.show.web.origin_drawing import origin_graph
from reportedly.show.web.pages import static

WIDTH, EDGE, LINE, LETTERS = 900, 8, 18, 125
"""Pixels: of the drawing, around it, of a line of words beneath it, and letters of such a line."""
_STANDINGS = "Green: agreed by two or more origins. Red: disputed. Grey: one origin. Soft edges: the date is uncertain."
_DRAWN_RULE = re.compile(r"^\.(?:fill|stops|band|map|graph)\b[^{}]*\{[^{}]*\}$", re.MULTILINE)
_TOKEN = re.compile(r"--([\w-]+): ([^;]+);")
_OPENING = re.compile(r'<svg class="([\w -]+)" width="100%"(?: height="(\d+)")?')

Figure = tuple[Callable[[Dossier], Markup], Callable[[Dossier], str], str]
FIGURES: Mapping[str, Figure] = {
    "timeline": (lambda dossier: time_band(dossier.timeline, standing(dossier)), lambda _: _STANDINGS,
                 "No two entries of the timeline have a date."),
    "lanes": (lambda dossier: actor_lanes(dossier, standing(dossier)),
              lambda _: "Filled: when it happened. Open: when first reported, where that was later. " + _STANDINGS,
              "Nobody has a part in two dated entries of the timeline."),
    "map": (lambda dossier: place_map(dossier.places),
            lambda _: "Outlines: Natural Earth, as that source draws borders. Places: GeoNames, CC BY 4.0.",
            "No place of the story is known on the map."),
    "origins": (origin_graph, lambda _: "Filled: words of its own. Open: a copy, joined to the report it goes back to. "
                "Square: cited or credited, not among the reports.",
                "No report was found to copy, cite or credit another."),
    "agreement": (lambda dossier: agreement_bar(dossier.counts), lambda dossier: _counted(dossier),
                  "The timeline has no entry."),
}
"""Name -> what draws it, the words beneath it, and what it says where there is nothing to draw."""


def figure(dossier: Dossier, name: str) -> str:
    """One drawing as SVG text with its style inside, in light colours; it says so in words where nothing can be drawn.

    Raises InputError, which lists the names, for another one.
    """
    if name not in FIGURES:
        raise InputError(f"there is no figure called {name!r}; there are {', '.join(FIGURES)}")
    draw, caption, nothing = FIGURES[name]
    drawn = draw(dossier)
    return _alone(drawn, caption(dossier)) if drawn else _framed(0, "", nothing)


def _counted(dossier: Dossier) -> str:
    counts = dossier.counts
    return (f"{counts.agreed} agreed by two or more origins (green), {counts.disputed} disputed (red), "
            f"{counts.single} from one origin (grey)")


def _alone(drawn: Markup, caption: str) -> str:
    """The drawing at a size of its own on a light ground, its words beneath it."""
    opening = _OPENING.match(drawn)
    if opening is None:
        raise ValueError(f"a drawing begins otherwise than expected: {drawn[:60]!r}")
    shape, tall = opening.group(1), opening.group(2)
    height = int(tall) if tall else round(WIDTH / dict(SHAPES)[shape])
    inner = f'<svg class="{shape}" x="{EDGE}" y="{EDGE}" width="{WIDTH}" height="{height}"{drawn[opening.end():]}'
    return _framed(height, inner, caption)


def _framed(height: int, inner: str, words: str) -> str:
    lines = wrap(words, LETTERS)
    wide, tall = WIDTH + 2 * EDGE, height + 2 * EDGE + LINE * len(lines) + 6
    inner += "".join(f'<text class="caption" x="{EDGE}" y="{height + EDGE + LINE * number}">{escape(line)}</text>'
                     for number, line in enumerate(lines, start=1))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" class="reportedly-figure" width="{wide}" height="{tall}" '
            f'viewBox="0 0 {wide} {tall}"><style>{_style()}</style>'
            f'<rect class="ground" width="{wide}" height="{tall}"/>{inner}</svg>')


def _style() -> str:
    """The rules that drawings need, in the light colours, and of no effect outside a figure."""
    sheet = static("style.css").decode("utf-8")
    tokens = dict(_TOKEN.findall(sheet[:sheet.index("}")]))
    rules = [rule for rule in _DRAWN_RULE.findall(sheet)
             if not any(word in rule for word in (":hover", ":focus", "aspect-ratio", "overflow", "cursor"))]
    rules += [".ground { fill: var(--paper); }", ".caption { fill: var(--soft); font: 12px var(--sans); }"]
    scoped = (", ".join(f".reportedly-figure {part.strip()}" for part in rule.split("{")[0].split(","))
              + " {" + rule.split("{")[1] for rule in rules)
    return re.sub(r"var\(--([\w-]+)\)", lambda found: tokens[found.group(1)], "".join(scoped))
