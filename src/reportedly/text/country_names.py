"""One name for countries and unions that the world calls by several."""

from __future__ import annotations

from reportedly.text.normalise import fold

COUNTRY_ALIASES = {"us": "united states", "u.s": "united states", "u.s.": "united states", "usa": "united states",
                   "u.s.a.": "united states", "america": "united states", "united states of america": "united states",
                   "uk": "united kingdom", "u.k.": "united kingdom", "britain": "united kingdom",
                   "great britain": "united kingdom", "eu": "european union", "e.u.": "european union",
                   "un": "united nations", "u.n.": "united nations", "uae": "united arab emirates",
                   "republic of korea": "south korea", "korea republic": "south korea", "rok": "south korea",
                   "dprk": "north korea",
                   "prc": "china", "people's republic of china": "china", "russian federation": "russia",
                   "d.c.": "washington", "washington d.c.": "washington", "washington, d.c.": "washington"}
"""Names that the world uses for one country or union."""


def common_name(name: str) -> str:
    """The folded name without article, or the one that stands for all names of the same country."""
    folded = fold(name).removeprefix("the ")
    return COUNTRY_ALIASES.get(folded, folded)
