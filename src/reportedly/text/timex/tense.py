"""The tense around a time expression, guessed from the words alone: for texts that nobody has parsed."""

from __future__ import annotations

import re

_PAST_FORMS = """said was were had did told took came went made began became fell rose won lost met held left found got
gave saw shot spoke broke struck hit led put sent set wrote ran brought bought sold paid kept stood sat drew grew knew
threw flew drove fought taught thought caught sought felt dealt built spent cut shut hurt quit shook stole swore wore
woke chose hid ate drank sang sank swam rang shrank blew bore tore fled bled fed sped read laid lay understood withdrew
overthrew undertook arose forgot froze spread split burst cast bet shed dug hung stuck swept slept wept kept crept bent
lent heard meant dreamt leapt since ago"""
_CUE = re.compile(
    rf"""
    (?P<future>\b(?:will|won['’]t|shall|'ll|’ll|going\ to|due|scheduled|expected|expects?|plans?|planning|planned|
        set\ to|slated|intends?|hopes?|would|deadline|begins?|opens?|takes\ place|upcoming|coming|next(?!\ to\b)|
        payable|effective|polls\ (?:open|close)|expires|resumes|takes\ effect|
        (?:is|are)\ to(?=\ [a-z])|as\ (?:early|soon|late)\ as|between\ now\ and|must|should|could|(?-i:may)|might)\b)
  | (?P<limit>\b(?:until|till|by)\b)
  | (?P<past>\b(?:{"|".join(_PAST_FORMS.split())}|after|killed|(?-i:[a-z]{{2,}}ed))\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|would|to|must|should|could|may|might|can)\s+(?:[a-z]+\s+){0,2}(?:be|being|have been)\s+"
    r"(?:[a-z]+ly\s+)?$|\b(?:will|shall|would|must|should|could|may|might|to)\s+(?:[a-z]+ly\s+)?$",
    re.IGNORECASE,
)
"""What stands before a participle that lies ahead: "would be held", "to be formally sworn in"."""
_REACH = 200


def tense_around(sentence: str, start: int, end: int) -> str | None:
    """`future` or `past` by the nearest cue on the left within the sentence, else on the right; None without a cue."""
    left = max(start - _REACH, 0)
    cues = list(_CUE.finditer(sentence, left, start))
    if not cues:
        cue = _CUE.search(sentence, end, end + _REACH)
        return _side(sentence, cue) if cue else None
    if cues[-1].lastgroup != "limit":
        return _side(sentence, cues[-1])
    if len(cues) > 1:  # "had filed by Wednesday" is over, "must file by Wednesday" and "postponed until Tuesday" not
        return "future" if _PUT_OFF.search(sentence, left, start) else _side(sentence, cues[-2])
    cue = _CUE.search(sentence, end, end + _REACH)
    return "past" if cue and cue.lastgroup == "past" and _AT_ONCE.match(sentence, end) else "future"


_AT_ONCE = re.compile(r",?\s+(?:[\w'’]+\s+){0,3}(?:had|was|were|did)\b")


_PUT_OFF = re.compile(
    r"\b(?:postponed?|delayed?|extend(?:ed)?|adjourned?|suspended?|remanded?|deferred|prolonged|"
    r"(?:put|pushed) (?:off|back))(?:[^.;,]{0,60})\b(?:until|till|by)\s+(?:the\s+|early\s+|late\s+)?$|"
    r"\b(?:has|have|had|gave|given) (?:[a-z]+ ){0,2}(?:until|till)\s+(?:the\s+|early\s+|late\s+)?$",
    re.IGNORECASE,
)


def _side(sentence: str, cue: re.Match[str]) -> str:
    """A participle after "will be" or "to be" lies ahead."""
    if cue.lastgroup == "past":
        return "future" if _AHEAD.search(sentence, max(cue.start() - 40, 0), cue.start()) else "past"
    return "past" if _HAD_BEEN.search(sentence, max(cue.start() - 12, 0), cue.start()) else "future"


_HAD_BEEN = re.compile(r"\bhad\s+been\s+$", re.IGNORECASE)
"""Before "due" or "scheduled": what was to come before publication."""


_WILL = re.compile(r"[^.;]{0,60}?\b(?:will|would|shall|is\s+(?:expected|scheduled|due)|next)\b", re.IGNORECASE)


def tense_of_possessive(sentence: str, end: int) -> str:
    """`past` for "Tuesday's ruling", unless what follows at once tells that it lies ahead ("Tuesday's vote will …")."""
    return "future" if _WILL.match(sentence, end) else "past"
