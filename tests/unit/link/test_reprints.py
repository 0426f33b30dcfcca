"""Reports that are one account, told from the sentences they share."""

from __future__ import annotations

from reportedly.link.reprints import MOST_HOLDERS, Reprints, signature


def roots(*reports: tuple[str, str | None, str | None, list[int]]) -> tuple[str, ...]:
    made = Reprints()
    for report in reports:
        made.add(*report)
    return made.roots()


def test_a_reprint_goes_back_to_the_earliest_report() -> None:
    assert roots(("late", None, "2031-05-06", [1, 2, 3, 4]), ("first", None, "2031-05-05", [1, 2, 3, 9])) == (
        "first", "first")


def test_few_shared_sentences_make_no_reprint() -> None:
    assert roots(("a", None, "2031-05-05", [1, 2]), ("b", None, "2031-05-06", [1, 2])) == ("a", "b")
    assert roots(("a", None, "2031-05-05", list(range(9))), ("b", None, "2031-05-06", [0, 1, 2, *range(20, 26)])) == (
        "a", "b")


def test_a_round_up_joins_one_of_its_stories_only() -> None:
    assert roots(("a", None, "2031-05-01", [1, 2, 3]), ("b", None, "2031-05-02", [5, 6, 7, 8]),
                 ("both", None, "2031-05-09", [1, 2, 3, 5, 6, 7, 8])) == ("a", "b", "a")


def test_an_origin_that_is_known_is_taken_as_it_is() -> None:
    assert roots(("a", "wire", "2031-05-05", [1, 2, 3]), ("b", "own", "2031-05-06", [1, 2, 3]),
                 ("c", None, "2031-05-07", [1, 2, 3])) == ("wire", "own", "wire")


def test_undated_reports_come_last_and_boilerplate_joins_nobody() -> None:
    assert roots(("a", None, None, [1, 2, 3]), ("b", None, "2031-05-05", [1, 2, 3])) == ("b", "b")
    many = [(f"r{at:03d}", None, "2031-05-05", [1, 2, 3]) for at in range(MOST_HOLDERS + 1)]
    assert len(set(roots(*many))) == len(many)
    assert roots() == ()


def test_the_same_words_have_the_same_number_in_every_run() -> None:
    assert signature(["ferry", "sank"]) == 3392502771566946200
    assert signature(["ferry", "sank"]) != signature(["sank", "ferry"])
