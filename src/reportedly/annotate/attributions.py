"""Who said what: source, cue and content of every attribution (PARC 3, Pareti 2016; PolNeAR, Newell et al. 2018).

A trained model finds them (`model_attributions.py`). Rules add what its corpus does not hold: the labels of headlines
and transcripts, attributions inside the content of others, quotations that run on over paragraphs or that nothing
claimed. How edges are cut: quotation marks and `that` belong to the content, the comma and full stop beside
unquoted content to nobody, apposition to the source, auxiliaries, negation and adverbs to the cue.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reportedly.annotate.agreement import with_agreeing_sources
from reportedly.annotate.attribution_records import Placed, records_of, spans_of
from reportedly.annotate.found import Found, touches
from reportedly.annotate.held_opinions import OPINION_RULE
from reportedly.annotate.labels import is_label
from reportedly.annotate.model_attributions import ModelFinder
from reportedly.annotate.parse import Block, Parse, text_of
from reportedly.annotate.quoted_speech import is_speech
from reportedly.annotate.quotes import Quotation, quotations
from reportedly.annotate.reconciling import reconciled
from reportedly.annotate.refining import is_bare, refined
from reportedly.annotate.rule_attributions import paragraph_attributions
from reportedly.annotate.set_off_speech import SetOffSpeech
from reportedly.annotate.uncued_quotes import continued, unclaimed, with_uncued
from reportedly.models.attribution import digest_of
from reportedly.models.manifest import PACKAGED
from reportedly.records.annotation import AnnotatedArticle, CueClass, Layer

NAME = "reportedly.model-attributions.v1"
_TOLD = frozenset({CueClass.ASSERT, CueClass.DENY, CueClass.ALLEGE})
_CLAUSE_RULES = frozenset({"cue verb, clause", OPINION_RULE})
_REACH = 8
"""Attributions looked back at for content that runs into the next paragraph."""


class ModelAttributions:
    """Adds the attributions layer: direct, indirect and mixed, nested ones with their parent."""

    name = NAME
    needs = frozenset({Layer.SENTENCES})
    adds = frozenset({Layer.ATTRIBUTIONS})

    def __init__(self, folder: Path | None = None) -> None:
        """`folder`: of a model that a user trained, whose digest then stands in the name; None for the shipped one."""
        self._finder = ModelFinder(folder or PACKAGED)
        if folder is not None:
            self.name = f"{NAME}+{digest_of(folder)}"

    def annotate(self, article: AnnotatedArticle, parse: Parse) -> AnnotatedArticle:
        """The article with its attributions, in reading order."""
        marks = {place: tuple(quotations(text_of(block.doc))) for place, block in enumerate(parse.blocks)}
        by_block = self._finder.found(parse, marks)
        set_off = SetOffSpeech(parse, marks)
        placed: list[Placed] = []
        for place, block in enumerate(parse.blocks):
            text = text_of(block.doc)
            found, labels = reconciled(by_block.get(place, []), place, parse.blocks, set_off)
            rules = paragraph_attributions(block, marks[place], labels)
            rules = [item for item in rules if not is_bare(block.doc, item)]
            found = completed(refined(block.doc, found, rules), rules, marks[place], text)
            found = with_agreeing_sources(block.doc, found)
            free = _not_told_before(set_off.untold(block, marks[place]), block, placed)
            found, orphans = with_uncued(text, found, free)
            new = [Placed(block, item, marks[place], spans_of(parse.article, block, item.source)) for item in found]
            placed += [*new, *continued(block, orphans, marks[place], placed, new)]
        return replace(article, attributions=tuple(records_of(parse.article, placed, self.name)),
                       layers=article.layers | self.adds, made_by=(*article.made_by, self.name))


def _not_told_before(marks: Sequence[Quotation], block: Block, placed: Sequence[Placed]) -> list[Quotation]:
    """The paragraph's quotations without those that content of the paragraph before it reaches into."""
    told = [(start + item.block.zone.start - block.zone.start, end + item.block.zone.start - block.zone.start)
            for item in placed[-_REACH:] for start, end in item.found.content]
    return [mark for mark in marks if not touches(told, mark.start, mark.end)]


def completed(found: Sequence[Found], rules: Sequence[Found], marks: Sequence[Quotation], text: str) -> list[Found]:
    """What the model found in one paragraph, and of what the rules found the labels, nested and unclaimed ones."""
    kept = [item for item in rules if is_label(item)]
    labels = len(kept)
    free = [mark for mark in unclaimed(marks, [*found, *kept]) if is_speech(mark, text)]
    for item in rules:
        if is_label(item) or any(touches(other.cue, start, end) for other in found for start, end in item.cue):
            continue
        if _is_inside(item, [*found, *kept[:labels]]) or _has_one_of(item, free) or _is_plain(item, found):
            kept.append(item)
    return sorted([*found, *kept], key=lambda item: (item.start, item.cue))


def _is_inside(item: Found, found: Sequence[Found]) -> bool:
    """True for an attribution whose cue and content stand in the content of another."""
    parts = (*item.cue, *item.content)
    return any(all(any(start <= first and last <= end for start, end in other.content) for first, last in parts)
               for other in found)


def _is_plain(item: Found, found: Sequence[Found]) -> bool:
    """True for a word of saying or an opinion with a source and a clause, where the model found nothing."""
    return item.rule in _CLAUSE_RULES and bool(item.source) and item.cue_class in _TOLD and not any(
        touches(other.content, start, end) for other in found for start, end in (*item.cue, *item.content))


def _has_one_of(item: Found, marks: Sequence[Quotation]) -> bool:
    return any(touches(item.content, mark.inner_start, mark.inner_end) for mark in marks)
