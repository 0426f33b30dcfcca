"""Copies and origins."""

from __future__ import annotations

import pytest

from reportedly.link.copies import CopyLinker, fold_origins
from reportedly.link.credits import wire_credit
from reportedly.link.pairing import all_pairs
from reportedly.records.annotation import AnnotatedArticle
from tests.factory import article

STORY = " ".join(f"The {word} ferry number {number} left the {word} harbour before the storm warning was raised ." for
                 number, word in enumerate("grey blue red green white black brown pink amber violet".split()))
OTHER = " ".join(f"A {word} buyer paid {number} crowns for a basket of {word} apples at the fair in the square ." for
                 number, word in enumerate("tall short loud quiet merry gloomy early late rich poor".split()))


def report(text: str, published: str | None = "2031-05-04", outlet: str = "The Gannet") -> AnnotatedArticle:
    return AnnotatedArticle(article=article(text, published=published, outlet=outlet))


def origins(*reports: AnnotatedArticle) -> list[int]:
    return sorted(len(origin.reports) for origin in fold_origins(reports, all_pairs((CopyLinker(),), reports)))


def test_copy_with_another_head_goes_back_to_the_earliest() -> None:
    first = report(STORY, "2031-05-03")
    copy = report("Our own opening line is here. " + STORY, "2031-05-04", "The Tern")
    found = fold_origins((copy, first), all_pairs((CopyLinker(),), (copy, first)))
    assert [(origin.id, len(origin.reports)) for origin in found] == [(first.article.id, 2)]
    assert found[0].basis.startswith("shares ") and found[0].basis.endswith("% of its passages")


def test_excerpt_of_a_long_report_is_a_copy() -> None:
    assert origins(report(STORY + " " + OTHER), report(STORY[:len(STORY) // 2], "2031-05-05")) == [2]


def test_other_words_are_another_origin() -> None:
    assert origins(report(STORY), report(OTHER)) == [1, 1]


def test_late_round_up_does_not_join_its_two_stories() -> None:
    assert origins(report(STORY, "2031-05-01"), report(OTHER, "2031-05-02"),
                   report(STORY + " " + OTHER, "2031-05-09")) == [1, 2]


def test_short_digests_do_not_collapse_for_a_common_phrase() -> None:
    phrase = "the governor of the outer islands said on Tuesday that no ferry would sail before the end of the week"
    assert origins(report(f"In Wexmouth {phrase}, while traders in the old town counted losses and waited for news."),
                   report(f"Asked by fishermen, {phrase}; unions called it late and promised to strike.")) == [1, 1]



@pytest.mark.parametrize(("text", "agency"), [
    ("WEXMOUTH (AP) — The ferry sank.", "AP"), ("WEXMOUTH, May 4 (Reuters) - The ferry sank.", "Reuters"),
    ("The ferry sank on Monday. — AFP", "AFP"), ("The ferry sank.\n(Xinhua)", "Xinhua"),
    ("The ferry sank, according to AFP.", None), ("A reporter of Reuters saw the ferry sink.", None)])
def test_credit_is_told_from_a_citation(text: str, agency: str | None) -> None:
    assert wire_credit(article(text)) == agency


def test_one_word_in_twelve_may_differ() -> None:
    words = (STORY + " " + OTHER).split()
    altered = " ".join("other" if number % 12 == 3 else word for number, word in enumerate(words))
    assert origins(report(" ".join(words)), report(altered, "2031-05-05")) == [2]


def test_of_one_day_the_report_that_credits_an_agency_is_the_later() -> None:
    credited = report(f"WEXMOUTH (AP) — {STORY}", "2031-05-04", "The Auk")
    plain = report(STORY, "2031-05-04", "The Zephyr")
    found = fold_origins((credited, plain), all_pairs((CopyLinker(),), (credited, plain)))
    assert [origin.id for origin in found] == [plain.article.id]


def test_a_report_told_again_in_other_words_is_no_origin_of_its_own() -> None:
    from tests.unit.link.test_alike import AGAIN, FIRST, OTHER
    first, again, other = report(FIRST, "2031-05-03"), report(AGAIN, "2031-05-04"), report(OTHER, "2031-05-05")
    found = fold_origins((again, other, first), all_pairs((CopyLinker(),), (again, other, first)))
    assert sorted((origin.id, len(origin.reports)) for origin in found) == sorted(
        [(first.article.id, 2), (other.article.id, 1)])
    assert any("in other words" in origin.basis for origin in found)
