"""Who said what, by rules over the parse and the quotation marks: labels, cue verbs and nouns, quotations.

The trained model finds most attributions (`attributions.py`); these rules give what it does not know: labels of
headlines and transcripts, attributions inside the content of others, and quotations that it left unclaimed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.annotate.attribution_records import Placed, records_of, spans_of
from reportedly.annotate.found import Found, Piece
from reportedly.annotate.held_opinions import held_opinions
from reportedly.annotate.noun_cues import noun_cues
from reportedly.annotate.parse import Block, Parse, text_of
from reportedly.annotate.quoted_speech import cued_quotation, is_speech, quoted_name, widened
from reportedly.annotate.quotes import Quotation, marks_near, quotations
from reportedly.annotate.set_off_speech import SetOffSpeech, is_same
from reportedly.annotate.uncued_quotes import continued, unclaimed, with_uncued
from reportedly.annotate.untangling import one_a_cue, with_later_cues_freed, without_each_other
from reportedly.annotate.verb_cues import verb_cues
from reportedly.records.annotation import AnnotatedArticle, CueClass, Layer
from reportedly.records.article import Article

NAME = "reportedly.rule-attributions.v1"
_ANONYMITY = re.compile(r"(?:that )?(?:not (?:to )?be|to (?:not be|remain)|anonymity|their names not|"
                        r"(?:his|her) name not)\b.{0,60}$|anonymity\b", re.IGNORECASE)
_TOLD = frozenset({CueClass.ASSERT, CueClass.ALLEGE, CueClass.DENY})
_FIRST_AND_SECOND = frozenset({"i", "we", "you", "us", "me"})


class RuleAttributions:
    """Adds the attributions layer: direct, indirect and mixed, nested ones with their parent."""

    name = NAME
    needs = frozenset({Layer.SENTENCES})
    adds = frozenset({Layer.ATTRIBUTIONS})

    def annotate(self, article: AnnotatedArticle, parse: Parse) -> AnnotatedArticle:
        """The article with its attributions, in order of their first character."""
        marks = {place: tuple(quotations(text_of(block.doc))) for place, block in enumerate(parse.blocks)}
        set_off = SetOffSpeech(parse, marks)
        placed: list[Placed] = []
        for place, block in enumerate(parse.blocks):
            placed.extend(_in_block(parse.article, block, marks[place], set_off, set_off.at(place), placed))
        return replace(article, attributions=tuple(records_of(parse.article, placed, NAME)),
                       layers=article.layers | self.adds, made_by=(*article.made_by, self.name))


def _in_block(article: Article, block: Block, marks: tuple[Quotation, ...], set_off: SetOffSpeech,
              labels: Sequence[Found], before: Sequence[Placed]) -> list[Placed]:
    found = paragraph_attributions(block, marks, labels)
    found, orphans = with_uncued(text_of(block.doc), found, set_off.untold(block, marks))
    placed = [Placed(block, item, marks, spans_of(article, block, item.source)) for item in found]
    return [*placed, *continued(block, orphans, marks, before, placed)]


def paragraph_attributions(block: Block, marks: Sequence[Quotation], labels: Sequence[Found] = ()) -> list[Found]:
    """What cues give in one paragraph, each cue once, content widened to whole quotations; and its labels."""
    doc, text = block.doc, text_of(block.doc)
    speech = [mark for mark in marks if is_speech(mark, text)]
    found: list[Found] = []
    cues: set[tuple[Piece, ...]] = set()
    for narrow in (*verb_cues(doc), *noun_cues(doc), *held_opinions(doc)):
        item = widened(narrow, marks, text)
        said = item.content and not _is_anonymity(item, text) and not _is_chatter(item, speech, text)
        if said and item.cue not in cues and not any(is_same(item, label) for label in labels):
            cues.add(item.cue)
            found.append(item)
    for mark in unclaimed(marks, [*found, *labels]):
        cued = (cued_quotation(doc, mark) if is_speech(mark, text) else None) or quoted_name(doc, mark)
        if cued is not None:
            found.append(cued)
    found = with_later_cues_freed(doc, found)
    found = without_each_other(found, text)
    return sorted([*labels, *one_a_cue(found)], key=lambda item: (item.start, item.cue))


def _is_anonymity(item: Found, text: str) -> bool:
    """`who asked not to be named`: says something about the source, nothing about what happened."""
    return _ANONYMITY.match(text[item.content[0][0]:item.content[-1][1]]) is not None


def _is_chatter(item: Found, speech: Sequence[Quotation], text: str) -> bool:
    """True for cues inside a quotation that relay nobody else's words: "I think", "you know"."""
    if not item.cue or not any(mark.inner_start <= item.cue[0][0] < mark.inner_end
                               for mark in marks_near(speech, *item.cue[0])):
        return False
    if any(not any(mark.start <= start and end <= mark.end for mark in marks_near(speech, start, end))
           for start, end in item.content):
        return True  # a parse that runs across the mark
    words = {text[start:end].casefold() for start, end in item.source}
    return not words or bool(words & _FIRST_AND_SECOND) or item.cue_class not in _TOLD or "clause" not in item.rule
