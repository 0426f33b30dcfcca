"""Names that a caption, a credit or a headline glued together: `Gannet Jane Roe` where the report also has `Gannet`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from reportedly.annotate.describing_words import is_title_word
from reportedly.annotate.name_parts import Word
from reportedly.annotate.name_words import GIVEN_FEMALE, GIVEN_MALE, PARTICLES

_GIVEN = GIVEN_MALE | GIVEN_FEMALE
_LABELS = frozenset("""facebook twitter pinterest instagram whatsapp linkedin reddit telegram getty images epa reuters
afp ap pa rex shutterstock photo photograph press associated""".split())
"""Words that stand before a name without a mark when a page is turned into text."""
_FEWEST_WORDS = 3


def spellings(pieces: Iterable[Sequence[Word]]) -> frozenset[str]:
    """The folded words of every piece."""
    return frozenset(_folded(piece) for piece in pieces)


def unglued(pieces: Iterable[Sequence[Word]], alone: Set[str]) -> Iterator[Sequence[Word]]:
    """The pieces, each cut in two where it begins with a name the report has alone and a person's full name follows."""
    for piece in pieces:
        rest = _without_labels(piece, alone)
        at = _seam(rest, alone)
        if at:
            yield rest[:at]
            yield rest[at:]
        else:
            yield rest


def _without_labels(piece: Sequence[Word], alone: Set[str]) -> Sequence[Word]:
    """The piece without the labels of share buttons and picture credits beside it: `Facebook Twitter Jane Roe`."""
    if len(piece) > 1 and piece[-1].low in _LABELS and _folded(piece[:-1]) in alone:
        return piece[:-1]
    at = 0
    while at < len(piece) - 1 and piece[at].low in _LABELS:
        at += 1
    return piece[at:] if at > 1 or (
        at == 1 and (piece[1].low in _GIVEN or _folded(piece[1:]) in alone)) else piece


def _seam(piece: Sequence[Word], alone: Set[str]) -> int:
    """Where the second name begins; 0 for a name of one piece."""
    if len(piece) < _FEWEST_WORDS or piece[0].low in _GIVEN:
        return 0
    for at in range(1, len(piece) - 1):
        rest = piece[at:]
        if rest[0].low in _GIVEN and piece[at - 1].capital and _is_plain(rest) \
                and not is_title_word(piece[at - 1].low) and _folded(piece[:at]) in alone:
            return at
    return 0


def _is_plain(rest: Sequence[Word]) -> bool:
    """Two or three words with capitals, as people's names have."""
    return len(rest) < 5 and all(word.capital or word.low in PARTICLES for word in rest)


def _folded(piece: Sequence[Word]) -> str:
    return " ".join(word.low for word in piece)
