"""Passages that give a cause, a motive, a culprit or a hidden purpose of what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportedly.annotate.explanation_cues import Cue, cues
from reportedly.annotate.explanation_words import NAMELESS, WANTED, WORTH_A_LOOK
from reportedly.annotate.firm_explanations import is_firm
from reportedly.annotate.parse import Block, Parse
from reportedly.annotate.passages import Voices, is_notice, passage, subject_of, teller_of, trimmed
from reportedly.annotate.terms import terms_of
from reportedly.records.annotation import AnnotatedArticle, CueClass, Explanation, Layer, Sentence, Statement
from reportedly.records.article import ZoneKind
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.span import SourceSpan

if TYPE_CHECKING:
    from spacy.tokens import Token

EXPLAINING_ZONES = frozenset({ZoneKind.BODY, ZoneKind.QUOTE_BLOCK, ZoneKind.SUBTITLE})
_AGAINST = re.compile(
    r"\bno (?:evidence|proof|indications?|signs?|traces?|hints?|links?)\b|"
    r"\bunfounded\b|\bgroundless\b|\bbaseless\b|\bdebunked\b|"
    r"\bruled? out\b|"
    r"\bunrelated\b|\b(?:not|n['’]t) (?:\w+ )?(?:related|linked|connected|responsible|behind|involved|"
    r"caused|motivated)\b|"
    r"\bden(?:y|ies|ied|ying)\b|\brefut(?:e[sd]?|ing)\b|\breject(?:s|ed|ing)?\b|\bdisput(?:e[sd]?|ing)\b|\bdelusion\w*\b|"
    r"\bfalse(?:ly)? (?:claim|accus|rumou?r)\w*",
    re.IGNORECASE,
)
"""Words that speak against an explanation named in the same passage."""


@dataclass(frozen=True, slots=True)
class _Found:
    cue: Cue
    clause: SourceSpan
    tokens: list[Token]
    proponent: str
    statement: Statement | None
    strength: float
    is_firm: bool


class RuleExplanations:
    """Adds the explanations layer."""

    name = "reportedly.rule-explanations.v2"
    needs = frozenset({Layer.SENTENCES, Layer.STATEMENTS})
    adds = frozenset({Layer.EXPLANATIONS})

    def annotate(self, article: AnnotatedArticle, parse: Parse) -> AnnotatedArticle:
        """The article with its explaining passages in reading order, one for each passage."""
        voices = Voices(article, parse)
        found: list[Explanation] = []
        for sentence in article.sentences:
            words = sentence.span.exact
            if sentence.zone in EXPLAINING_ZONES and WORTH_A_LOOK.search(words) and not _is_aside(words):
                found += self._in_sentence(sentence, parse, voices)
        return replace(
            article, explanations=tuple(found), layers=article.layers | self.adds, made_by=(*article.made_by, self.name)
        )

    def _in_sentence(self, sentence: Sentence, parse: Parse, voices: Voices) -> Iterator[Explanation]:
        block, tokens = parse.block_at(sentence.span.start), parse.tokens_in(sentence.span)
        if block is None or not tokens or tokens[-1].text == "?":
            return
        found = [one for cue in cues(tokens) if (one := _place(cue, tokens, block, parse, voices)) and _may_stand(one)]
        for one in _strongest(found, voices.outlet):
            yield self._explanation(one, block, parse)

    def _explanation(self, found: _Found, block: Block, parse: Parse) -> Explanation:
        cue, clause = found.cue, found.clause
        return Explanation(
            id=MemberId(content_id("x", clause.article_id, clause.start, clause.end, found.proponent)),
            clause=clause,
            cue=parse.span(block, cue.tokens),
            cause=_part(cue.cause, clause, block, parse),
            effect=_part(cue.effect, clause, block, parse),
            proponent=found.proponent,
            statement=found.statement.id if found.statement else None,
            stance=_stance(found),
            terms=terms_of(found.tokens),
            provenance=Provenance(component=self.name, rule=cue.rule, score=round(found.strength, 3)),
            is_firm=found.is_firm,
        )


def _is_aside(words: str) -> bool:
    """True for captions, notices and why a source is not named: they explain the report, not what happened."""
    return is_notice(words) or bool(NAMELESS.search(words))


def _place(cue: Cue, tokens: Sequence[Token], block: Block, parse: Parse, voices: Voices) -> _Found:
    subject = subject_of(cue.head) if cue.head is not None else None
    keep = (*cue.tokens, *cue.cause[:8], *(one for one in (cue.head, subject, cue.by) if one is not None))
    run = passage(tokens, cue.tokens[0], keep)
    clause = parse.span(block, run)
    who, statement = _proponent(cue, block, parse, voices)
    strength = cue.strength * _standing(cue, tokens, statement)
    return _Found(cue, clause, run, who, statement, strength, is_firm(cue))


def _may_stand(found: _Found) -> bool:
    """What others wanted is an explanation where somebody says so, and says it of others."""
    return found.cue.rule != WANTED or found.statement is not None


def _proponent(cue: Cue, block: Block, parse: Parse, voices: Voices) -> tuple[str, Statement | None]:
    """Who explains: the subject of the suspecting or blaming verb, the speaker around it, or the outlet."""
    at = parse.span(block, cue.tokens)
    around, own = voices.inside(at), voices.cued_by(at)
    if cue.by is not None and own is not None and own.speaker_kind != "none":
        return voices.meant_by(own.speaker, at), own
    if cue.by is not None and cue.by.pos_ != "PRON":
        return voices.name(cue.by), around
    if around is not None:
        return voices.meant_by(around.speaker, at), around
    teller = teller_of(cue.tokens[0])
    return (voices.name(teller) if teller is not None else voices.outlet), None


def _standing(cue: Cue, tokens: Sequence[Token], statement: Statement | None) -> float:
    """More for a named proponent; less for advice to the reader, and for an effect that only another sentence names."""
    factor = 1.15 if statement is not None and statement.speaker_kind in {"person", "organization", "group"} else 1.0
    if statement is None and cue.rule == "infinitive of purpose":
        factor *= 0.6  # the outlet's own narrative
    if any(token.lower_ in {"you", "your"} for token in tokens) and not any(token.is_quote for token in tokens):
        factor *= 0.4
    if cue.effect and not any(token.pos_ in {"NOUN", "PROPN"} for token in cue.effect):
        factor *= 0.75
    return factor if cue.timeless or cue.head is None else factor * _pastness(cue.head)


def _pastness(head: Token) -> float:
    """Full weight for what happened; less for what always holds, less again for what may be."""
    helpers = [child for child in head.children if child.dep_ in {"aux", "auxpass"}]
    if any(child.tag_ == "MD" and child.lower_ not in {"could", "may", "might"} for child in helpers):
        return 0.5
    if head.tag_ == "VBD" or any(child.tag_ == "VBD" or child.lemma_ in {"have", "'ve", "’ve"} for child in helpers):
        return 1.0
    return 0.9 if head.tag_ in {"VBN", "VBG"} and not helpers else 0.55


def _strongest(found: Sequence[_Found], outlet: str) -> list[_Found]:
    """One for each passage; several cues in one passage make it a little stronger, and a named proponent stays."""
    best: dict[int, _Found] = {}
    for one in found:
        other = best.get(one.clause.start)
        if other is None:
            best[one.clause.start] = one
            continue
        strong, weak = (one, other) if one.strength > other.strength else (other, one)
        if strong.proponent == outlet and weak.proponent != outlet:
            strong = replace(strong, proponent=weak.proponent, statement=weak.statement)
        best[one.clause.start] = replace(strong, strength=min(strong.strength + 0.2 * weak.strength, 1.5),
                                         is_firm=strong.is_firm or weak.is_firm)
    return [best[start] for start in sorted(best)]


def _part(tokens: Sequence[Token], clause: SourceSpan, block: Block, parse: Parse) -> SourceSpan | None:
    """The span of a part as far as it lies in the passage; None for an empty part."""
    inside = [
        token
        for token in tokens
        if block.zone.start + token.idx >= clause.start and block.zone.start + token.idx < clause.end
    ]
    return parse.span(block, trimmed(inside)) if inside else None


def _stance(found: _Found) -> str:
    statement = found.statement
    suspects = found.cue.rule.startswith("suspecting verb")
    if statement is not None and (
        statement.denies
        or statement.cue_class is CueClass.DENY
        or (statement.cue_class is CueClass.DOUBT and not suspects)
    ):
        return "against"
    return "against" if _AGAINST.search(found.clause.exact) else "for"
