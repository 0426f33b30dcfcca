"""Figures: numbers of something, as values that accounts can be compared by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.annotate.parse import Parse
from reportedly.annotate.places import PlaceIndex
from reportedly.annotate.terms import terms_of
from reportedly.records.annotation import AnnotatedArticle, Figure, Layer, Sentence, Statement, TimeRange
from reportedly.records.article import Article
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.span import SourceSpan
from reportedly.text.normalise import fold, squeeze
from reportedly.text.numbers import CURRENCIES, Quantity, quantities
from reportedly.text.tolls import FATES, GIVING, is_elided, toll_unit

if TYPE_CHECKING:
    from spacy.tokens import Token

PEOPLE = frozenset("people person man woman child civilian resident passenger other victim soul individual".split())
SAME_UNIT = {"fatality": "death", "victim": "person", "people": "person", "soldier": "troop", "serviceman": "troop",
             "lawmaker": "legislator", "mp": "legislator", "parliamentarian": "legislator", "deputy": "legislator",
             "client": "customer", "arrests": "arrest", "casualty": "casualty", "injuries": "injury"}
CALENDAR = frozenset("""january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec""".split())
CLOCK = frozenset("a.m. p.m. am pm a.m p.m o'clock gmt utc est edt noon midnight".split())
NOT_COUNTS = frozenset("no no. number article section chapter page room flight route channel table highway".split())
AGE = re.compile(r"(?:\s|-)years?(?:\s|-)olds?\b", re.IGNORECASE)
STREET = re.compile(r"\s+(?:[A-Z][\w'.]+\s+){1,2}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Boulevard|Way)\b")
MODEL = re.compile(r"\S\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]+\s+$")
"""A name before the number: `the Heron 9 rocket` names a model."""
NEXT_KEY = re.compile(r"\s+[A-Z]\w*:")
"""`Boosters: 2 Engines: 27`: what follows is the key of the next number."""
BEFORE_NOUN = frozenset({"ADJ", "DET", "PRON", "NUM"})
DURATION_UNITS = frozenset("second minute hour day week month year decade century".split())
NUMBER_NOUNS = frozenset("number toll count total figure tally damage cost loss price share rate".split())
"""Subjects that are numbers themselves: `the toll increased to 12`."""
_VOTE = re.compile(r"(?<![\w.,:/-])(?P<yes>\d{1,4})\s*(?:-|–|\bto\b|votes?\s+to)\s*(?P<no>\d{1,4})(?![\w:/-]|[.,]\d)")
_ABOUT_VOTES = re.compile(r"\b(?:vot\w+|ballot\w*|impeach\w*|motion|resolution|bill|decision|ruling|verdict|margin|"
                          r"tally|parliament|senate|assembly|council|referendum|passed|approved|adopted)\b",
                          re.IGNORECASE)


class _Surroundings:
    """What stands around a number in one article: statements and time expressions, by place."""

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self.article = annotated.article
        self.times = PlaceIndex((time.span, time) for time in annotated.times)
        self._statements = PlaceIndex((piece, (len(piece), statement.id, statement))
                                      for statement in annotated.statements for piece in statement.content)

    def statement_of(self, span: SourceSpan) -> Statement | None:
        """The innermost statement whose content holds the number."""
        holding = self._statements.covering(span)
        return min(holding, key=lambda held: held[:2])[2] if holding else None

    def time_of(self, sentence: Sentence) -> TimeRange:
        """The first dated expression of the sentence, or the day of publication."""
        for time in self.times.overlapping(sentence.span):
            if time.earliest and time.type in ("DATE", "TIME"):
                return TimeRange(earliest=time.earliest, latest=time.latest, precision=time.precision,
                                 rule="expression in the clause", because=(time.span,))
        return by_publication(self.article)


class RuleFigures:
    """Adds the figures layer."""

    name = "reportedly.rule-figures.v1"
    needs = frozenset({Layer.SENTENCES, Layer.STATEMENTS})
    adds = frozenset({Layer.FIGURES})

    def annotate(self, article: AnnotatedArticle, parse: Parse) -> AnnotatedArticle:
        """The article with a figure for each number that counts something; dates, ages and codes are none."""
        figures: list[Figure] = []
        around = _Surroundings(article)
        paragraph, unit = None, None
        for sentence in article.sentences:
            unit = unit if sentence.paragraph == paragraph else None
            paragraph = sentence.paragraph
            for figure in self._in_sentence(around, parse, sentence, unit):
                figures.append(figure)
                unit = figure.unit
        return replace(article, figures=tuple(figures), layers=article.layers | self.adds,
                       made_by=(*article.made_by, self.name))

    def _in_sentence(self, around: _Surroundings, parse: Parse, sentence: Sentence,
                     last_unit: str | None) -> Iterator[Figure]:
        """`last_unit` is what the figure before counts: `it had first spoken of 14` counts the same."""
        words, base = sentence.span.exact, sentence.span.start
        terms = terms_of(parse.tokens_in(sentence.span))
        votes = list(_votes(words))
        for start, end, value, unit in votes:
            yield self._figure(around, parse, sentence, Quantity(start, end, value, value, False, unit, True), unit,
                               terms)
        taken = [(base + start, base + end) for start, end, _, _ in votes]
        taken += [(time.span.start, time.span.end) for time in around.times.overlapping(sentence.span)
                  if time.type != "DURATION"]
        for quantity in quantities(words):
            toll = toll_unit(words, quantity.start, quantity.end)
            if toll is None and (_is_taken(taken, base, quantity) or _is_no_count(words, quantity)):
                continue
            inside = parse.tokens_in(around.article.span(base + quantity.start, base + quantity.end))
            elided = last_unit if is_elided(words, quantity.start, quantity.end) else None
            counted = toll or quantity.unit or elided or _unit(inside)
            if counted is not None:
                last_unit = counted
                yield self._figure(around, parse, sentence, quantity, counted, terms)

    def _figure(self, around: _Surroundings, parse: Parse, sentence: Sentence, quantity: Quantity, unit: str,
                terms: tuple[str, ...]) -> Figure:
        base = sentence.span.start
        span = around.article.span(base + quantity.start, base + quantity.end)
        statement = around.statement_of(span)
        speaker = statement.speaker if statement else giver(parse.tokens_in(span))
        number = MemberId(content_id("q", span.article_id, span.start, span.end))
        return Figure(id=number, span=span, clause=sentence.span, low=quantity.low, high=quantity.high,
                      approximate=quantity.approximate, unit=unit, terms=terms,
                      statement=statement.id if statement else None, speaker=speaker,
                      time=around.time_of(sentence),
                      provenance=Provenance(component=self.name, rule=f"number of {unit}"))


def _is_taken(taken: Sequence[tuple[int, int]], base: int, quantity: Quantity) -> bool:
    """True for a number inside a vote or a date that was read already."""
    return any(base + quantity.start < end and start < base + quantity.end for start, end in taken)


def _votes(words: str) -> Iterator[tuple[int, int, float, str]]:
    """`204-85` in a sentence about a vote: votes for and votes against."""
    if not _ABOUT_VOTES.search(words):
        return
    for match in _VOTE.finditer(words):
        yield match.start("yes"), match.end("yes"), float(match["yes"]), "vote for"
        yield match.start("no"), match.end("no"), float(match["no"]), "vote against"


def _is_no_count(words: str, quantity: Quantity) -> bool:
    """Dates, clock times, ages, addresses, years and numbers that only name something."""
    before = words[:quantity.start].split()[-1:]
    after = words[quantity.end:].split()[:1]
    previous, following = (part[0].strip("(),;").lower() if part else "" for part in (before, after))
    if previous.rstrip(".") in CALENDAR or following.rstrip(".") in CALENDAR or following in CLOCK:
        return True
    if previous in NOT_COUNTS or previous == "aged" or AGE.match(words, quantity.end):
        return True
    if STREET.match(words, quantity.end) or NEXT_KEY.match(words, quantity.end):
        return True
    if quantity.digits and quantity.unit is None and MODEL.search(words[:quantity.start]) and \
            words[quantity.start:quantity.end].isdigit():
        return True
    plain_age = words[:quantity.start].endswith(", ") and words[quantity.end:quantity.end + 1] == ","
    is_year = quantity.digits and quantity.low == quantity.high and 1500 <= quantity.low <= 2199 and \
        words[quantity.start:quantity.end].isdigit()
    return (quantity.unit is None and plain_age and quantity.high < 120) or (quantity.unit is None and is_year)


def _unit(tokens: Sequence[Token]) -> str | None:
    """Folded lemma of what the number counts, or the fate that people met; None when nothing is counted."""
    if not tokens:
        return None
    noun = _counted_noun(tokens)
    fate = _fate(tokens, noun)
    if noun is None:
        return fate
    lemma = fold(noun.lemma_)
    if noun.lower_ in CURRENCIES or lemma in CURRENCIES:
        return CURRENCIES.get(lemma) or CURRENCIES[noun.lower_]
    if lemma in DURATION_UNITS or not lemma.isalpha():
        return None
    if fate is not None and (lemma in PEOPLE or noun.ent_type_ == "NORP"):
        return fate
    return SAME_UNIT.get(lemma, lemma)


def _counted_noun(tokens: Sequence[Token]) -> Token | None:
    last = tokens[-1]
    heads = [token.head for token in tokens if token.dep_ in ("nummod", "quantmod", "compound")]
    for head in heads:
        if head.pos_ in ("NOUN", "PROPN") and 0 < head.i - last.i <= 5:
            return head
    return _next_noun(last)


def _next_noun(last: Token) -> Token | None:
    """Last noun of the run of adjectives and nouns that follows, also after `of the`."""
    found = None
    for token in last.doc[last.i + 1:last.i + 8]:
        if token.pos_ in ("NOUN", "PROPN"):
            found = token
        elif found is not None or (token.pos_ not in BEFORE_NOUN and token.lower_ not in ("of", "more", "'s")):
            break
    return found


def _fate(tokens: Sequence[Token], noun: Token | None) -> str | None:
    """What happened to the people counted, told by the verb they are subject or object of, or the word after."""
    center = noun if noun is not None else tokens[-1]
    following = list(center.doc[center.i + 1:center.i + 2])
    for token in [center.head, *following, *center.children]:
        lemma = fold(token.lemma_)
        if lemma in FATES and token.i != center.i:
            return FATES[lemma]
    return FATES.get(fold(center.lemma_)) if noun is None else None


def giver(tokens: Sequence[Token]) -> str | None:
    """Words of the subject that gives the number, without an article: `the brigade raised the toll to 31`; None when
    no verb of giving governs it, or its subject is a pronoun."""
    token = tokens[-1] if tokens else None
    while token is not None and token.head.i != token.i:
        token = token.head
        if token.pos_ == "VERB" and token.lemma_ in GIVING:
            subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
            if subject is None or subject.pos_ not in ("NOUN", "PROPN") or subject.lemma_ in NUMBER_NOUNS:
                return None
            words = [word for word in subject.subtree if word.i <= subject.i]
            return squeeze(subject.doc[words[0].i:subject.i + 1].text)
    return None


def by_publication(article: Article) -> TimeRange:
    """The day of publication as a range that rests on nothing else; open when there is none."""
    day = article.published_day
    return TimeRange(earliest=day, latest=day, precision="day" if day else "unknown", rule="by publication", because=())
