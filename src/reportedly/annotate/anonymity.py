"""Why a source is not named: the reason a report gives beside the words that promise no name.

What promises no name comes in many wordings (`on condition of anonymity`, `asked not to be named`, `gave only a first
name`), what gives the reason in few (`because`, `for fear of`, `citing`, `given`, `so as not to`). A want of leave to
speak is a reason by itself: `who was not authorised to speak`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

Piece = tuple[int, int]
"""Start and end in the text given."""
_PASSIVE = r"(?:publicly\s+|further\s+)?(?:named|identified|quoted|cited)"
_NAMES = r"(?:real\s+|full\s+)?(?:names?|surnames?|identit(?:y|ies))"
PROMISE = re.compile(
    rf"anonym(?:ity|ous(?:ly)?)\b|\bnot\s+(?:to\s+)?be(?:ing)?\s+{_PASSIVE}|\b(?:declined|refused|unwilling|reluctant|"
    rf"did\s+not\s+(?:want|wish)|asked\s+not|afraid)\s+to\s+be\s+{_PASSIVE}|\bunnamed\b|"
    rf"\b(?:declin|refus)\w+\s+to\s+(?:give|provide|reveal|state|say)\s+(?:his|her|their|its|a)\s+{_NAMES}|"
    rf"\b{_NAMES}\s+(?:(?:should|must|could|is|are|was|were)\s+)?(?:not\s+)?(?:to\s+)?(?:be\s+|being\s+)?(?:withheld|"
    rf"used|published|printed|disclosed|revealed|given|changed|mentioned|concealed|kept\s+out)|"
    rf"\bwith(?:hold|held|holding)\s+(?:his|her|their)\s+{_NAMES}|"
    rf"\b(?:only|just)\s+(?:by\s+)?(?:his|her|their|a|the)\s+(?:first|given|last|middle|family)\s+names?|"
    rf"\b(?:his|her|their|a)\s+(?:first|given|middle)\s+names?\s+only|\boff\s+the\s+record\b|\bon\s+background\b",
    re.IGNORECASE)
"""Words that say no name is given."""
_NO_LEAVE = re.compile(
    r"\b(?:who\s+)?(?:(?:is|are|was|were)\s+not|(?:is|are|was|were)n[’']t|not|lacked|lack|had\s+no|has\s+no|have\s+no|"
    r"without)\s+(?:been\s+)?(?:yet\s+)?(?:authori[sz]ed|authori[sz]ation|authority|permission|permitted|allowed|"
    r"cleared|at\s+liberty|free|supposed)\s+to\s+(?:speak|comment|talk|discuss|be\s+quoted|address|brief|give|disclose|"
    r"share|release|make)\b", re.IGNORECASE)
"""A want of leave to speak."""
_REASON = re.compile(
    r"\b(?:because|for\s+fear|out\s+of\s+(?:fear|concern)|in\s+fear|citing|given\s+(?=\w)(?!\w+\s+names?)|due\s+to|"
    r"owing\s+to|on\s+account\s+of|so\s+as\s+(?:not\s+)?to|in\s+order\s+(?:not\s+)?to|so\s+that|fearing|"
    r"afraid\s+(?:of|that)|saying\s+(?:that\s+)?(?:he|she|they)|lest|in\s+view\s+of|to\s+(?:avoid|protect|prevent))\b",
    re.IGNORECASE)
"""What begins a reason wherever it stands after the promise."""
_AT_ONCE = re.compile(
    r"[,\s]*(?:(?:to\s+(?:discuss|describe|speak|talk|share|disclose|comment|reveal|relate|recount|be)|discussing|"
    r"describing|as\s+(?!an?\s|of\b|well\b)|since|while\s+discussing|when\s+discussing)\b)", re.IGNORECASE)
"""What begins one right after the promise only; elsewhere these words do other work."""
_END = re.compile(r"[,;:()“”\"]|\s[—–-]\s|[.!?](?:\s|$)|\s(?:and|but)\s+(?=who\b)")
_FIRST = re.compile(r"(?:because|citing|fearing|for\s+fear|given|afraid)\b", re.IGNORECASE)
_LEAST = 2
"""Words of a reason: the word that begins it and one more."""


def promises_no_name(text: str) -> bool:
    """True where some words say that no name is given, or that the source may not speak."""
    return PROMISE.search(text) is not None or _NO_LEAVE.search(text) is not None


def reason_in(text: str, closed: Iterable[Piece] = ()) -> Piece | None:
    """Where the reason for giving no name stands in a sentence; `closed` stretches (what was said) are not looked into.

    None where no name is promised or no reason given.
    """
    masked = _masked(text, closed)
    for promise in PROMISE.finditer(masked):
        for found in (_AT_ONCE.match(masked, promise.end()), _REASON.search(masked, promise.end())):
            if found is not None and (piece := _to_end(masked, found)) is not None:
                return piece
        if (opening := _FIRST.match(masked.lstrip())) is not None:
            return _to_end(masked, opening, len(masked) - len(masked.lstrip()))
    leave = _NO_LEAVE.search(masked)
    if leave is None:
        return None
    because = re.search(r"\b(?:because|as|since)\s+(?:he|she|they|it)\s+$", masked[:leave.start()], re.IGNORECASE)
    return _trimmed(masked, because.start() if because else leave.start(), _end_after(masked, leave.end()))


def _masked(text: str, closed: Iterable[Piece]) -> str:
    """The text with the closed stretches blotted out by marks that end a reason."""
    for start, end in closed:
        text = text[:start] + "“" * (end - start) + text[end:]
    return text


def _to_end(text: str, found: re.Match[str], shift: int = 0) -> Piece | None:
    start = found.start() + shift
    while start < len(text) and text[start] in ", \n":
        start += 1
    return _trimmed(text, start, _end_after(text, found.end() + shift))


def _end_after(text: str, start: int) -> int:
    end = _END.search(text, start)
    return end.start() if end is not None else len(text)


def _trimmed(text: str, start: int, end: int) -> Piece | None:
    while end > start and text[end - 1] in " \n.,":
        end -= 1
    return (start, end) if len(text[start:end].split()) >= _LEAST else None
