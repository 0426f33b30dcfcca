"""Figures: what is counted, by whom, and what is no figure."""

from __future__ import annotations

from math import inf

import pytest

from reportedly.annotate.figures import RuleFigures
from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.annotate.sentences import ParsedSentences
from reportedly.records.annotation import AnnotatedArticle, Layer
from tests.factory import annotated, article


class NoStatements:
    """Declares the layer that figures need without filling it."""

    name = "test.no-statements"
    needs: frozenset[Layer] = frozenset()
    adds = frozenset({Layer.STATEMENTS})

    def annotate(self, article: AnnotatedArticle, parse: object) -> AnnotatedArticle:
        return article


def figures(text: str) -> list[tuple[float, float, str]]:
    pipeline = EnglishPipeline([ParsedSentences(), NoStatements(), RuleFigures()])
    return [(item.low, item.high, item.unit) for item in pipeline.annotate_one(article(text)).figures]


@pytest.mark.parametrize(("text", "expected"), [
    ("The harbour sent 297 soldiers to the quay.", [(297, 297, "troop")]),
    ("At least 12 people were killed in the fire.", [(12, inf, "death")]),
    ("The wave killed 40 people.", [(40, 40, "death")]),
    ("The council backed the dam by 204-85 votes.", [(204, 204, "vote for"), (85, 85, "vote against")]),
    ("The vote was 190 to 0.", [(190, 190, "vote for"), (0, 0, "vote against")]),
    ("The firm lost 30 million euros.", [(30e6, 30e6, "eur")]),
    ("Turnout was 61 per cent.", [(61, 61, "percent")]),
    ("The hospital treated 20 people.", [(20, 20, "injury")]),
    ("The brigade raised the number of injured to 31. It had first spoken of 14.",
     [(31, 31, "injury"), (14, 14, "injury")]),
    ("The fire cost 40 million euros; the city speaks of 25 million.", [(40e6, 40e6, "eur"), (25e6, 25e6, "eur")]),
    ("The breach hit up to 44million customers.", [(0, 44e6, "customer")]),
])
def test_figure_counts_its_noun(text: str, expected: list[tuple[float, float, str]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize("text", [
    "Jane Roe, 42, spoke first.", "The 42-year-old captain spoke.", "It began on 4 May 2031.",
    "She lives at 12 Gull Lane Road.",
    "They met at 7 p.m. in the hall.",
    "They fired the Heron 9 rockets.", "He read Article 12 aloud.", "It took 3 weeks.",
])
def test_dates_ages_addresses_and_durations_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_speaker_of_the_statement_gives_the_figure() -> None:
    report = annotated("Harbour chief Jane Roe said that 14 boats were lost.")
    assert [(item.unit, item.speaker) for item in report.figures] == [("boat", "Jane Roe")]


def test_subject_of_a_verb_of_giving_gives_the_figure() -> None:
    report = annotated("The fire brigade raised the number of injured to 31 on Tuesday.")
    assert [(item.unit, item.speaker) for item in report.figures] == [("injury", "The fire brigade")]
