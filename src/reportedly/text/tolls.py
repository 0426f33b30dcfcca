"""Tolls: what a number counts when a phrase tells it (`the number of injured rose to 31`, `a death toll of 12`) or an
earlier figure does (`it had first spoken of 14`)."""

from __future__ import annotations

import re

FATES = {"kill": "death", "die": "death", "dead": "death", "drown": "death", "perish": "death", "slay": "death",
         "injure": "injury", "wound": "injury", "hurt": "injury", "injured": "injury", "wounded": "injury",
         "treat": "injury", "hospitalise": "injury", "hospitalize": "injury",
         "missing": "missing", "arrest": "arrest", "detain": "arrest"}
"""What is counted when people are: `12 people were killed`, `killed 12` and `12 dead` count deaths."""
TOLLS = frozenset(FATES.values())
_UNIT_OF = {"dead": "death", "death": "death", "deaths": "death", "killed": "death", "fatalities": "death",
            "injured": "injury", "wounded": "injury", "injuries": "injury", "hurt": "injury", "missing": "missing",
            "arrests": "arrest", "arrested": "arrest", "detained": "arrest"}
_FATE = "|".join(sorted(_UNIT_OF))
_REACH = (r"[^.;:!?\"“”\d]{0,30}?\b(?:to|at|of|was|is|as|from|reached|hit|stands|than|passed|exceeded)\s+"
          r"(?:[\d,]+\s+to\s+)?$")
_BEFORE = re.compile(rf"\b(?:(?:number|count|total|tally|toll)s?\s+of\s+(?:the\s+|those\s+|people\s+)*"
                     rf"(?P<fate>{_FATE})|(?P<toll>death|injury)\s+toll)\b{_REACH}", re.IGNORECASE)
_AFTER = re.compile(rf"\s+as\s+the\s+(?:number|count|total)\s+of\s+(?:the\s+|people\s+)?(?P<fate>{_FATE})\b",
                    re.IGNORECASE)
_ELIDED = re.compile(r"\b(?:sp(?:eak|eaks|oke|oken|eaking)\s+of|put(?:s|ting)?\s+(?:it|them|that|the\s+\w+)\s+at|"
                     r"(?:number|figure|total|count|estimate|tally)\s+(?:of|at|is|was)|estimate[sd]?|counted|"
                     r"(?:up|down|rais(?:ed|ing)|revised|lowered|corrected|instead|rather)\s+(?:from|of|than|to|it\s+to)|"
                     r"from)\s+$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:$|[.,;:!?)\"”]|(?:and|but|while|on|in|at|to|from|after|before|a|earlier|instead|of)\b)")
LOOK_BACK = 90
GIVING = frozenset("raise revise lower correct put estimate speak update give count increase reduce".split())
"""Lemmas of verbs whose subject gives the number: `the brigade raised the toll to 31`."""


def toll_unit(words: str, start: int, end: int) -> str | None:
    """What the number at `start:end` counts by the phrase around it: `death`, `injury`, …; None without one."""
    match = _BEFORE.search(words[max(0, start - LOOK_BACK):start]) or _AFTER.match(words, end)
    if match is None:
        return None
    groups = match.groupdict()
    return _UNIT_OF[(groups["fate"] or groups["toll"]).lower()] if groups["fate"] else groups["toll"].lower()


def is_elided(words: str, start: int, end: int) -> bool:
    """True for a number whose noun is left out because an earlier number told it: `raised it from 14`."""
    return bool(_ELIDED.search(words[max(0, start - LOOK_BACK):start]) and _ENDS.match(words, end))
