"""The set-off speech of a text whose lines are paragraphs, as rows of words."""

from __future__ import annotations

from reportedly.annotate.attribution_records import spans_of
from reportedly.annotate.parse import text_of
from reportedly.annotate.pipeline import parse_article
from reportedly.annotate.quotes import quotations
from reportedly.annotate.set_off_speech import SetOffSpeech
from reportedly.records.span import joined
from tests.factory import article


def set_off(text: str, title: str | None = None) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, pieces parted by ` … `, in reading order."""
    parse = parse_article(article(text, title=title))
    marks = {place: quotations(text_of(block.doc)) for place, block in enumerate(parse.blocks)}
    speech = SetOffSpeech(parse, marks)
    return [tuple(joined(spans_of(parse.article, block, part))  # type: ignore[misc]
                  for part in (found.source, found.cue, found.content))
            for place, block in enumerate(parse.blocks) for found in speech.at(place)]
