"""Who said what, by rules over the parse and the quotation marks (PARC 3, Pareti 2016; PolNeAR, Newell et al. 2018)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reportedly.annotate.found import Found, Piece, PieceIndex, touches
from reportedly.annotate.labels import TRANSCRIPT_RULE, headline_labels, is_transcript, transcript_label
from reportedly.annotate.noun_cues import noun_cues
from reportedly.annotate.parse import Block, Parse, text_of
from reportedly.annotate.quoted_speech import cued_quotation, is_speech, quoted_name, widened
from reportedly.annotate.quotes import Quotation, last_character, marks_near, quotations
from reportedly.annotate.untangling import one_a_cue, with_later_cues_freed, without_each_other
from reportedly.annotate.verb_cues import verb_cues
from reportedly.records.annotation import AnnotatedArticle, Attribution, AttributionKind, CueClass, Layer
from reportedly.records.article import Article, ZoneKind
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.span import SourceSpan

NAME = "reportedly.rule-attributions.v1"
DIRECT_FROM = 0.9
"""Share of the content's words inside quotation marks from which it counts as direct; below it mixed (as PolNeAR's
authors and our scorer count)."""
_NARRATED = 0.1
"""Most of a paragraph that may stand outside its marks while it still counts as nothing but quotation."""
_HEADLINES = frozenset({ZoneKind.TITLE, ZoneKind.SUBTITLE, ZoneKind.HEADING})
_ANONYMITY = re.compile(r"(?:that )?(?:not (?:to )?be|to (?:not be|remain)|anonymity|their names not|"
                        r"(?:his|her) name not)\b.{0,60}$|anonymity\b", re.IGNORECASE)
_TOLD = frozenset({CueClass.ASSERT, CueClass.ALLEGE, CueClass.DENY})
_FIRST_AND_SECOND = frozenset({"i", "we", "you", "us", "me"})


@dataclass(frozen=True, slots=True)
class _Placed:
    """A found attribution with the paragraph it stands in. `source` may lie in an earlier paragraph."""

    block: Block
    found: Found
    quotations: tuple[Quotation, ...]
    source: tuple[SourceSpan, ...]


class RuleAttributions:
    """Adds the attributions layer: direct, indirect and mixed, nested ones with their parent."""

    name = NAME
    needs = frozenset({Layer.SENTENCES})
    adds = frozenset({Layer.ATTRIBUTIONS})

    def annotate(self, article: AnnotatedArticle, parse: Parse) -> AnnotatedArticle:
        """The article with its attributions, in order of their first character."""
        placed: list[_Placed] = []
        in_transcript = is_transcript(block.doc for block in parse.blocks if block.zone.kind not in _HEADLINES)
        for block in parse.blocks:
            placed.extend(_in_block(parse.article, block, placed, in_transcript))
        records = _records(parse.article, placed)
        return replace(article, attributions=tuple(records), layers=article.layers | self.adds,
                       made_by=(*article.made_by, self.name))


def _in_block(article: Article, block: Block, before: Sequence[_Placed], in_transcript: bool) -> list[_Placed]:
    marks = tuple(quotations(text_of(block.doc)))
    found = paragraph_attributions(block, marks, in_transcript=in_transcript)
    found, orphans = _with_uncued(text_of(block.doc), found, marks)
    placed = [_Placed(block, item, marks, _spans(article, block, item.source)) for item in found]
    speaker = _speaker_before(block, before)
    if orphans and speaker is not None and not placed and _is_all_quoted(text_of(block.doc), orphans):
        placed.append(_continuation(block, orphans, marks, speaker))
    return placed


def paragraph_attributions(block: Block, marks: Sequence[Quotation], *, in_transcript: bool = False) -> list[Found]:
    """What cues and labels give in one paragraph, each cue once, content widened to whole quotations."""
    doc, text = block.doc, text_of(block.doc)
    speech = [mark for mark in marks if is_speech(mark, text)]
    found: list[Found] = []
    label = headline_labels(doc) if block.zone.kind in _HEADLINES else \
        transcript_label(doc, in_transcript=in_transcript)
    if label is not None:
        found.append(label)
    cues = {item.cue for item in found}
    for narrow in (*verb_cues(doc), *noun_cues(doc)):
        item = widened(narrow, marks, text)
        said = item.content and not _is_anonymity(item, text) and not _is_chatter(item, speech, text)
        if said and item.cue not in cues:
            cues.add(item.cue)
            found.append(item)
    for mark in _unclaimed(marks, found):
        cued = (cued_quotation(doc, mark) if is_speech(mark, text) else None) or quoted_name(doc, mark)
        if cued is not None:
            found.append(cued)
    found = with_later_cues_freed(doc, found)
    found = without_each_other(found, text)
    return sorted(one_a_cue(found), key=lambda item: (item.start, item.cue))


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


def _with_uncued(text: str, found: list[Found], marks: Sequence[Quotation]) -> tuple[list[Found], list[Quotation]]:
    """Quotations without a cue join the quoting attribution before them; those with none before are left over."""
    out, left = list(found), []
    quoting = sorted((item.start, max(end for _, end in (*item.content, *item.cue)), at)
                     for at, item in enumerate(found) if _is_quoting(item, text))
    seen, last = 0, (-1, -1)
    for mark in _unclaimed([mark for mark in marks if is_speech(mark, text)], found):
        while seen < len(quoting) and quoting[seen][0] < mark.start:
            last = max(last, quoting[seen][1:])
            seen += 1
        at = last[1]
        if at < 0 or not _is_own_sentence(text, mark):
            left.append(mark)
        else:
            out[at] = out[at].with_content((*out[at].content, (mark.start, mark.end)))
            last = max(last, (mark.end, at))
    return out, left


def _unclaimed(marks: Iterable[Quotation], found: Sequence[Found]) -> list[Quotation]:
    """The quotations that no attribution from outside them has as content."""
    index = PieceIndex(item.content for item in found)
    return [mark for mark in marks if not any(
        not any(mark.start <= start < mark.end for start, _ in found[at].cue)
        for at in index.touching(mark.inner_start, mark.inner_end))]


def _is_quoting(item: Found, text: str) -> bool:
    return bool(item.content and item.source) and any(text[start:start + 1] in "“\"'‘«`" for start, _ in item.content)


def _is_own_sentence(text: str, mark: Quotation) -> bool:
    """True when nothing but other quotations shares the quotation's sentence."""
    before = last_character(text, 0, mark.start)
    inner = last_character(text, mark.inner_start, mark.inner_end)
    after = text[mark.end:mark.end + 1]
    return (not before or before in ".!?…”\"'’»") and (inner in tuple(".!?…") or after in tuple(".!?"))


def _is_all_quoted(text: str, marks: Iterable[Quotation]) -> bool:
    """True when hardly a word of the paragraph stands outside the quotations."""
    outside = len(text.strip()) - sum(mark.end - mark.start for mark in marks)
    return outside <= _NARRATED * len(text)


def _speaker_before(block: Block, before: Sequence[_Placed]) -> _Placed | None:
    """The last quoted or quoting attribution of the paragraph just before this one."""
    for item in reversed(before):
        if item.block.number < block.number - 1:
            return None
        if item.source and item.block.number == block.number - 1:
            return item
    return None


def _continuation(block: Block, orphans: Sequence[Quotation], marks: tuple[Quotation, ...],
                  speaker: _Placed) -> _Placed:
    found = Found(source=(), cue=(), content=tuple((mark.start, mark.end) for mark in orphans),
                  cue_class=CueClass.ASSERT, lemma="", negated=False, distance="neutral",
                  rule="quotation that goes on from the paragraph before")
    return _Placed(block, found, marks, speaker.source)


def _spans(article: Article, block: Block, pieces: Iterable[Piece]) -> tuple[SourceSpan, ...]:
    return tuple(article.span(block.zone.start + start, block.zone.start + end) for start, end in pieces if start < end)


def _records(article: Article, placed: Sequence[_Placed]) -> list[Attribution]:
    seen: dict[MemberId, Attribution] = {}
    for _, group in groupby(placed, key=lambda item: item.block.zone.start):
        together = list(group)
        ids = [_id_of(article, item) for item in together]
        index = PieceIndex(item.found.content for item in together)
        for item, own in zip(together, ids, strict=True):
            parent = _parent(together, ids, item, index)
            seen.setdefault(own, _record(article, item, own, parent if parent != own else None))
    return list(seen.values())


def _id_of(article: Article, item: _Placed) -> MemberId:
    offset = item.block.zone.start
    parts = [(span.start, span.end) for span in item.source]
    parts += [(start + offset, end + offset) for start, end in (*item.found.cue, *item.found.content)]
    return MemberId(content_id("a", article.id, *(number for part in parts for number in part)))


def _parent(placed: Sequence[_Placed], ids: Sequence[MemberId], item: _Placed, index: PieceIndex) -> MemberId | None:
    """Id of the smallest attribution of the paragraph whose content holds this one's cue and content."""
    best: tuple[int, MemberId] | None = None
    inner = (*item.found.cue, *item.found.content)
    for at in index.touching(*item.found.cue[0]) if item.found.cue else ():
        other, own = placed[at], ids[at]
        if other is item:
            continue
        for start, end in other.found.content:
            if all(start <= first and last <= end for first, last in inner) and (best is None or end - start < best[0]):
                best = (end - start, own)
    return best[1] if best else None


def _record(article: Article, item: _Placed, own: MemberId, parent: MemberId | None) -> Attribution:
    found = item.found
    kind = AttributionKind.DIRECT if found.rule == TRANSCRIPT_RULE else kind_of(
        found.content, item.quotations, text_of(item.block.doc))
    return Attribution(
        id=own, source=item.source, cue=_spans(article, item.block, found.cue),
        content=_spans(article, item.block, found.content), kind=kind, cue_class=found.cue_class,
        cue_lemma=found.lemma, negated=found.negated, distance=_distance(item, kind), parent=parent,
        provenance=Provenance(component=NAME, rule=found.rule))


def kind_of(content: Iterable[Piece], marks: Sequence[Quotation], text: str) -> AttributionKind:
    """Direct when at least nine words in ten stand inside quotation marks, indirect when none does."""
    words = quoted = 0
    for start, end in content:
        near = marks_near(marks, start, end)
        at = start
        for word in text[start:end].split():
            at = text.index(word, at)
            words += 1
            quoted += any(mark.start <= at < mark.end for mark in near)
            at += len(word)
    if not quoted:
        return AttributionKind.INDIRECT
    return AttributionKind.DIRECT if quoted >= DIRECT_FROM * words else AttributionKind.MIXED


def _distance(item: _Placed, kind: AttributionKind) -> str:
    if item.found.distance != "neutral":
        return item.found.distance
    text = text_of(item.block.doc)
    if kind is AttributionKind.MIXED and all(
            not is_speech(mark, text)
            for mark in marks_near(item.quotations, item.found.content[0][0], item.found.content[-1][1])
            if touches(item.found.content, mark.start, mark.end)):
        return "scare-quoted"
    if any("so-called" in text[start:end].casefold() for start, end in item.found.content):
        return "distanced"
    return "neutral"
