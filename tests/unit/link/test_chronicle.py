"""The chronicle: which days matter, and which sentences tell them. All names and events are invented."""

from __future__ import annotations

import random

import pytest

from reportedly.link.chronicle import KEPT_A_DAY, Account, Chronicle, ChronicleDay, NamedTime, Telling

SUNK = "2031-05-04"


def day(when: str) -> tuple[NamedTime, ...]:
    return (NamedTime(earliest=when, latest=when, precision="day"),)


def account(
    name: str, published: str | None, *told: tuple[str, tuple[NamedTime, ...]], origin: str | None = None
) -> Account:
    sentences, start = [], 0
    for text, times in told:
        sentences.append(Telling(start=start, end=start + len(text), text=text, times=times))
        start += len(text) + 1
    return Account(id=name, origin=origin, published=published, sentences=sentences)


def chronicle(*reports: Account) -> Chronicle:
    made = Chronicle()
    for report in reports:
        made.add(report)
    return made


def test_a_day_still_named_later_comes_before_one_named_as_often_at_once() -> None:
    fresh = [account(f"f{at}", "2031-05-20", (f"The harbour office in ward {at} was closed on Tuesday by guards.",
                                              day("2031-05-20"))) for at in range(3)]
    lasting = [account(f"l{at}", published, (f"Since the Gannet sank off cape {at} on 4 May the pier has stood empty.",
                                             day(SUNK)))
               for at, published in enumerate(("2031-05-05", "2031-06-21", "2031-07-01"))]
    found = chronicle(*fresh, *lasting).days()
    assert [(one.day, one.reports, one.origins, one.lasting) for one in found] == [
        (SUNK, 3, 3, 2), ("2031-05-20", 3, 3, 0)]
    assert found[0].score > found[1].score


def test_copies_of_one_origin_count_once() -> None:
    told = ("The ferry Gannet sank off Wexmouth on Sunday with forty people aboard.", day(SUNK))
    known = chronicle(*(account(f"r{at}", "2031-05-05", told, origin="wire") for at in range(4))).days()
    assert [(one.reports, one.origins, len(one.sentences)) for one in known] == [(4, 1, 1)]
    apart = chronicle(*(account(f"r{at}", "2031-05-05", told) for at in range(4))).days()
    assert [(one.reports, one.origins) for one in apart] == [(4, 4)]  # one shared sentence is no reprint


def test_reprints_are_told_from_their_sentences_where_no_origin_is_known() -> None:
    story = [(f"The {what} was closed by the harbour master on Sunday after the ferry sank.", day(SUNK))
             for what in ("north pier", "old market", "customs hall", "upper lock")]
    own = ("Our correspondent saw divers carry lamps to the wreck at noon.", ())
    found = chronicle(account("a", "2031-05-05", *story), account("b", "2031-05-06", own, *story)).days(first=SUNK)
    assert [(one.day, one.reports, one.origins) for one in found if one.reports] == [(SUNK, 2, 1)]
    assert {sentence.report for sentence in found[0].sentences} == {"a"}


def test_every_sentence_opens_its_exact_words() -> None:
    texts = ["Nothing much was seen in the harbour for a long while that week.",
             "The ferry Gannet sank off Wexmouth on Sunday with forty people aboard."]
    report = account("r", "2031-05-05", (texts[0], ()), (texts[1], day(SUNK)))
    whole = " ".join(texts)
    for one in chronicle(report).days():
        for shown in one.sentences:
            assert whole[shown.start : shown.end] == shown.text
            assert shown.named == (one.day == SUNK)


def test_what_is_only_announced_is_no_day_of_the_chronicle() -> None:
    report = account("r", "2031-05-05", ("The inquiry into the sinking will open on Friday in the town hall.",
                                         day("2031-05-09")))
    assert [one.day for one in chronicle(report).days()] == ["2031-05-05"]


@pytest.mark.parametrize("time", [
    NamedTime(earliest="2031-05-01", latest="2031-05-31", precision="month"),
    NamedTime(earliest="-0043-03-15", latest="-0043-03-15", precision="day")])
def test_longer_times_and_days_before_christ_name_no_day(time: NamedTime) -> None:
    assert time.day is None


def test_a_report_without_a_date_tells_only_the_days_it_names() -> None:
    report = account("r", None, ("The harbour of Wexmouth was full of lamps and small boats.", ()),
                     ("The ferry Gannet sank off Wexmouth on Sunday with forty people aboard.", day(SUNK)))
    assert [(one.day, one.origins, one.published) for one in chronicle(report).days()] == [(SUNK, 1, 0)]


def test_no_two_sentences_of_a_day_say_the_same() -> None:
    told = "The ferry Gannet sank off Wexmouth on Sunday with forty people aboard"
    reports = [account(f"r{at}", "2031-05-05", (told + mark, day(SUNK))) for at, mark in enumerate((".", "!"))]
    assert len(chronicle(*reports).days(sentences=3)[0].sentences) == 1


def test_bounds_and_counts_are_kept() -> None:
    reports = [account(f"r{at}", f"2031-05-{at:02d}", (f"On that morning guard number {at} walked along the old pier.",
                                                        day(f"2031-05-{at:02d}"))) for at in range(1, 10)]
    found = chronicle(*reports).days(count=3, first="2031-05-03", last="2031-05-08", sentences=1)
    assert [one.day for one in found] == ["2031-05-03", "2031-05-04", "2031-05-05"]
    assert chronicle().days() == ()


def many(number: int) -> list[Account]:
    places = ("pier", "lock", "market", "tower")
    return [account(f"r{at:04d}", f"2031-05-{5 + at % 20:02d}",
                    (f"Boat {at} left the {places[at % 4]} on Sunday while {places[at % 3]} guards {at % 7} slept on.",
                     day(SUNK))) for at in range(number)]


def test_the_order_of_reports_does_not_matter() -> None:
    reports = many(KEPT_A_DAY + 60)
    shuffled = list(reports)
    random.Random(4).shuffle(shuffled)
    answers: list[tuple[ChronicleDay, ...]] = [chronicle(*some).days(sentences=4) for some in (reports, shuffled)]
    assert answers[0] == answers[1]
    assert answers[0][0].reports == KEPT_A_DAY + 60


def test_reports_of_a_day_that_do_not_name_it_count_by_half() -> None:
    undated = [account(f"u{at}", "2031-05-09", (f"The court of ward {at} freed all sailors of the Gannet at noon.", ()))
               for at in range(3)]
    named = account("n", "2031-05-10", ("The ferry Gannet sank off Wexmouth on Sunday with forty aboard.", day(SUNK)))
    found = chronicle(*undated, named).days()
    assert [(one.day, one.reports, one.published) for one in found] == [
        ("2031-05-09", 0, 3), (SUNK, 1, 0)]
