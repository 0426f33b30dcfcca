"""Names that show by their words that they are an agency's, a newspaper's or a broadcaster's."""

from __future__ import annotations

from reportedly.annotate.name_words import AGENCIES, AGENCY_NAMES
from reportedly.text.normalise import fold

_LAST_WORDS = frozenset("""news times post herald tribune guardian telegraph mail gazette journal chronicle observer
daily weekly magazine newspaper television tv radio broadcasting press media independent mirror network""".split())
_FIRST_WORDS = frozenset("daily weekly radio".split())


def is_media_name(name: str) -> bool:
    """True for `AFP`, `Reuters`, `The Brill Herald`, `Daily Heron`; False where the words do not tell."""
    words = fold(name).replace(".", "").removeprefix("the ").split()
    return bool(words) and (words[0] in AGENCIES | AGENCY_NAMES or words[-1] in _LAST_WORDS
                            or (len(words) > 1 and words[0] in _FIRST_WORDS))
