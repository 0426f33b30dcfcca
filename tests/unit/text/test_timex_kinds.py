"""Kinds of expressions, each by invented sentences. Published on Wednesday 2031-12-10."""

from __future__ import annotations

import pytest

from reportedly.text.timex import find_times

PUBLISHED = "2031-12-10"


def found(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    """Words and value of every expression."""
    return [(item.text, item.value) for item in find_times(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the third quarter it lost 2 million, up from 1 million a year earlier.",
         [("the third quarter", "2031-Q3"), ("a year earlier", "2030-Q3")]),
        ("Profit was 3 million in the first quarter of 2031. In the year-ago quarter it was one.",
         [("the first quarter of 2031", "2031-Q1"), ("the year-ago quarter", "2030-Q1")]),
        ("It lost money in the quarter ended Sept. 30.", [("the quarter", "2031-Q3"), ("Sept. 30", "2031-09-30")]),
        ("For the nine months it lost 4 million, against 2 million a year earlier.",
         [("the nine months", "P9M"), ("a year earlier", "2030")]),
        ("Sales in fiscal 2030 fell.", [("fiscal 2030", "2030")]),
        ("Orders rose in the current quarter.", [("the current quarter", "2031-Q4")]),
        ("It expects to report third-quarter income soon.", [("third-quarter", "2031-Q3")]),
        ("The sale closes by year-end.", [("year-end", "2031-12")]),
    ],
)
def test_periods_of_business_reports(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It takes 12 or 18 months.", [("12", "P12M"), ("18 months", "P18M")]),
        ("It takes between 60 and 90 days.", [("60", "P60D"), ("90 days", "P90D")]),
        ("It takes 12 to 18 months.", [("12 to 18 months", "PXM")]),
        ("He died within weeks or months.", [("weeks or months", "PXW")]),
        ("They waited 5 1/2 hours.", [("5 1/2 hours", "PT5H30M")]),
        ("Only six months remain.", [("six months", "P6M")]),
        ("It ran for about two weeks.", [("two weeks", "P2W")]),
        ("It ran for a three-year period.", [("a three-year period", "P3Y")]),
        ("A year-long trial followed.", [("year-long", "P1Y")]),
        ("Ms Roe, 52 years old, left.", []),
        ("Three quarters of the halls and three-quarters of the food went.", []),
        ("He spoke on “60 Minutes”.", []),
    ],
)
def test_lengths(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It began in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("It ends by the year two thousand.", "the year two thousand", "2000"),
        ("The feast is on March eighth.", "March eighth", "2032-03-08"),
        ("He came at 4 in the morning on May 2.", "4 in the morning on May 2", "2031-05-02T04:00"),
        ("The day before yesterday it rained.", "The day before yesterday", "2031-12-08"),
        ("It was heard the week of March 6.", "the week of March 6", "2031-W10"),
        ("It rose in the last week of March.", "the last week of March", "2031-W13"),
        ("It fell on July 25 of that year.", "July 25 of that year", "2031-07-25"),
        ("Prices fell in the latter half of 2008.", "the latter half of 2008", "2008-H2"),
        ("It was signed this summer.", "this summer", "2031-SU"),
        ("He ruled in the 470s BC.", "the 470s BC", "BC047"),
        ("They met in the spring of 480 BC.", "the spring of 480 BC", "BC0480-SP"),
    ],
)
def test_dates(text: str, words: str, value: str) -> None:
    assert (words, value) in found(text)


@pytest.mark.parametrize(
    ("text", "words", "value", "zone"),
    [
        ("It was launched at 18:00 UTC on Dec. 9.", "18:00 UTC on Dec. 9", "2031-12-09T18:00Z", "Z"),
        ("The blast of Monday came at 0735 GMT.", "0735 GMT", "2031-12-08T07:35Z", "Z"),
        ("Polls close at 9 p.m. EST Thursday.", "9 p.m. EST Thursday", "2031-12-11T21:00", "-05:00"),
        ("Polls close at 9 p.m. IST Thursday.", "9 p.m. IST Thursday", "2031-12-11T21:00", "IST"),
        ("Polls close at 9 p.m. Thursday.", "9 p.m. Thursday", "2031-12-11T21:00", None),
    ],
)
def test_zone_is_kept_where_it_is_given(text: str, words: str, value: str, zone: str | None) -> None:
    (item,) = (item for item in find_times(text, PUBLISHED) if item.text == words)
    assert (item.value, item.zone) == (value, zone)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister answered Monday's ruling.", "2031-12-08"),
        ("Monday's vote will decide it.", "2031-12-15"),
        ("A summit would be held on Monday.", "2031-12-15"),
        ("It could come as early as Monday.", "2031-12-15"),
        ("The hearing was postponed until Monday.", "2031-12-15"),
        ("All members had filed by Monday.", "2031-12-08"),
        ("The offer had been due to expire on Monday.", "2031-12-08"),
        ("In a house next to the mill two died on Monday.", "2031-12-08"),
        ("She may resign on Monday.", "2031-12-15"),
    ],
)
def test_tense_decides_the_side_of_a_weekday(text: str, value: str) -> None:
    (item,) = find_times(text, PUBLISHED)
    assert item.value == value


@pytest.mark.parametrize(
    ("text", "value", "anchor"),
    [
        ("“We were hit yesterday,” the mayor said on Monday.", "2031-12-07", "Monday"),
        ("On Monday she told the council: “It ends tomorrow.”", "2031-12-09", "Monday"),
        ("“We were hit yesterday,” the mayor said.", "2031-12-09", "published 2031-12-10"),
        ("“We were hit yesterday,” she said, and the mill opens on Monday.", "2031-12-09", "published 2031-12-10"),
    ],
)
def test_quoted_words_count_from_the_day_of_speech(text: str, value: str, anchor: str) -> None:
    item = next(item for item in find_times(text, PUBLISHED) if item.text in ("yesterday", "tomorrow"))
    assert (item.value, item.anchor) == (value, anchor)


def test_a_quotation_that_goes_on_keeps_the_day_of_speech() -> None:
    text = "“We were hit,” the mayor said on Monday. “It began yesterday.” Rain fell yesterday."
    assert [value for words, value in found(text) if words == "yesterday"] == ["2031-12-07", "2031-12-09"]


def test_parts_of_a_chronology_count_from_their_date_lines() -> None:
    text = "How it went\n\nDecember 3\n\nHe had left the day before.\n\nDecember 5\n\nHe came back today.\n"
    assert [value for _, value in found(text)] == ["2031-12-03", "2031-12-02", "2031-12-05", "2031-12-05"]


def test_a_date_line_stands_in_for_publication() -> None:
    text = "Mill shut in Brell\nJune 04, 2031\nThe mill was shut on Monday.\n"
    assert found(text, None)[-1] == ("Monday", "2031-06-02")


HISTORY = "\n\n".join(
    ["", "1936", "The coup failed on 20 July.", "1937", "In March the north fell. By October all was over.", "1938"]
)


def test_headings_give_a_history_its_years() -> None:
    values = [value for _, value in found(HISTORY + "\n\nIn May 1936 he had warned them. In April they fled.")]
    assert [value for value in values if "-" in value] == ["1936-07-20", "1937-03", "1937-10", "1936-05", "1936-04"]


def test_a_history_outlives_the_years_of_a_heading() -> None:
    text = HISTORY + "\n\nIn August 1940 a convoy sailed. On September 7 it came back."
    assert found(text)[-1][1] == "1940-09-07"


def test_a_range_shares_the_year_of_its_end() -> None:
    assert [value for _, value in found("The siege (21 March - 21 June 1952) failed.")] == ["1952-03-21", "1952-06-21"]


def test_years_before_christ_go_on_counting_down() -> None:
    text = "In 490 BC the fleet landed. The following year it left. In September it was seen again."
    assert [value for _, value in found(text)] == ["BC0490", "BC0489", "BC0489-09"]


def test_the_last_day_of_an_event_is_no_day_before_publication() -> None:
    assert found("On the final day of the battle they fled.") == []


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        ("It opened more than two years ago.", "2029", "BEFORE"),
        ("It opened less than two years ago.", "2029", "AFTER"),
        ("It opened about two years ago.", "2029", "APPROX"),
        ("It lasted more than two years.", "P2Y", "MORE_THAN"),
        ("It lasted about two years.", "P2Y", "APPROX"),
    ],
)
def test_doubt_is_kept_as_a_mod(text: str, value: str, mod: str) -> None:
    (item,) = find_times(text, PUBLISHED)
    assert (item.value, item.mod) == (value, mod)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("It was the worst since September 11.", "2031-04-10", "2001-09-11"),
        ("It was the worst since 9/11.", "2031-04-10", "2001-09-11"),
        ("The Sept. 11 attacks changed it.", "2031-09-20", "2001-09-11"),
        ("The mill was shut on September 11.", "2031-09-20", "2031-09-11"),
        ("The mill was shut on September 11.", "1998-04-10", "1997-09-11"),
    ],
)
def test_a_day_that_stands_for_itself(text: str, published: str, value: str) -> None:
    assert [item.value for item in find_times(text, published)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It must be signed by midnight Tuesday.", [("midnight Tuesday", "2031-12-16T24:00")]),
        ("They met shortly after midnight on Tuesday.", [("midnight on Tuesday", "2031-12-09T00:00")]),
        ("He read Midnight in Brell.", []),
        ("The fall from the peaks was steep.", []),
        ("See https://brell.example/2031/05/04/gate and gate2017.com at once.", []),
        ("They swam in the Loop Current and the Florida Current.", []),
        ("He saw Back To The Future.", []),
        ("A strain of H1N1-2009 came.", []),
    ],
)
def test_midnight_titles_names_and_addresses(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_end_of_a_day_lies_on_that_day() -> None:
    (item,) = find_times("It must be signed by midnight Tuesday.", PUBLISHED)
    assert (item.earliest, item.edtf) == ("2031-12-16T23:59", "2031-12-16T23:59:00")
