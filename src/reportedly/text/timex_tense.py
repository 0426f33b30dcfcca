"""The tense around a time expression, guessed from the words alone: for texts that nobody has parsed."""

from __future__ import annotations

import re

_CUE = re.compile(
    r"""
    (?P<future>\b(?:will|won['’]t|shall|'ll|’ll|going\ to|due|scheduled|expected|plans?|planning|planned|set\ to|slated|
        intends?|hopes?|would|until|by|deadline|begins?|opens?|takes\ place|upcoming|coming|next|ahead)\b)
  | (?P<past>\b(?:said|was|were|had|did|told|took|came|went|made|began|became|fell|rose|won|lost|met|held|left|found|
        got|gave|saw|shot|spoke|broke|struck|hit|led|put|sent|set|wrote|ran|killed|after|since|ago|\w{2,}ed)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def tense_around(sentence: str, start: int, end: int) -> str | None:
    """`future` or `past` by the nearest cue on the left within the sentence, else on the right; None without a cue."""
    left = max(start - 200, 0)
    cues = list(_CUE.finditer(sentence, left, start))
    cue = cues[-1] if cues else _CUE.search(sentence, end, end + 200)
    return cue.lastgroup if cue else None
