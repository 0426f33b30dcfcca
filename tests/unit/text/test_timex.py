"""Time expressions: what is found, its value, and what is no time at all. Published on Wednesday 2031-12-10."""

from __future__ import annotations

import pytest

from reportedly.text.timex import find_times
from reportedly.text.timex.reader import Timex
from reportedly.text.timex.texts import is_narrative, rough_sentences

PUBLISHED = "2031-12-10"


def found(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str]]:
    """Words, type and value of every expression."""
    return [(text[item.start : item.end], item.type, item.value) for item in find_times(text, published)]


def only(text: str, published: str | None = PUBLISHED) -> Timex:
    """The one expression of a text."""
    (item,) = find_times(text, published)
    return item


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Orlan declared an emergency on Dec. 3.", "Dec. 3", "2031-12-03"),
        ("She was born on 4 March 1998 in Brell.", "4 March 1998", "1998-03-04"),
        ("The hall opened on Tuesday, December 2, 2031.", "Tuesday, December 2, 2031", "2031-12-02"),
        ("The dam broke on Monday.", "Monday", "2031-12-08"),
        ("The council met on Wednesday.", "Wednesday", "2031-12-10"),
        ("The council will meet on Friday.", "Friday", "2031-12-12"),
        ("He fled last Tuesday.", "last Tuesday", "2031-12-09"),
        ("The vote is next Wednesday.", "next Wednesday", "2031-12-17"),
        ("Police came yesterday.", "yesterday", "2031-12-09"),
        ("He protested on the 4th about the plan.", "the 4th", "2031-12-04"),
        ("Output rose last year.", "last year", "2030"),
        ("It closed three months ago.", "three months ago", "2031-09"),
        ("They met two weeks ago.", "two weeks ago", "2031-W48"),
        ("The plan was drawn up in mid-June.", "mid-June", "2031-06"),
        ("It began in late January 2016.", "late January 2016", "2016-01"),
        ("Prices fell in the third quarter of 2030.", "the third quarter of 2030", "2030-Q3"),
        ("The law dates from the 1970s.", "the 1970s", "197"),
        ("The fort was taken in 490 BC.", "490 BC", "BC0490"),
        ("She resigned last winter.", "last winter", "2031-WI"),
        ("It stood there in the 19th century.", "the 19th century", "18"),
        ("The report of 2031-11-30 was withdrawn.", "2031-11-30", "2031-11-30"),
        ("They marched on Christmas Eve.", "Christmas Eve", "2031-12-24"),
    ],
)
def test_date_has_its_full_extent_and_value(text: str, words: str, value: str) -> None:
    assert (words, "DATE", value) in found(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Orlan declared it at 10:27 p.m. on Dec. 3.", "10:27 p.m. on Dec. 3", "2031-12-03T22:27"),
        ("The talks will end at noon Thursday.", "noon Thursday", "2031-12-11T12:00"),
        ("The shot was heard Monday night.", "Monday night", "2031-12-08TNI"),
        ("The gate was shut on Monday. It opened at 9 a.m.", "9 a.m.", "2031-12-08T09:00"),
        ("The gate was shut at 9 a.m.", "9 a.m.", "XXXX-XX-XXT09:00"),
        ("They left this morning.", "this morning", "2031-12-10TMO"),
    ],
)
def test_time_of_day_is_joined_to_its_day(text: str, words: str, value: str) -> None:
    assert (words, "TIME", value) in found(text)


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("It lasted more than 40 days.", "more than 40 days", "DURATION", "P40D"),
        ("A two-week truce holds.", "two-week", "DURATION", "P2W"),
        ("Over the past 48 hours it rained.", "the past 48 hours", "DURATION", "PT48H"),
        ("They waited half an hour.", "half an hour", "DURATION", "PT30M"),
        ("It took two and a half years.", "two and a half years", "DURATION", "P2.5Y"),
        ("The board meets every two weeks.", "every two weeks", "SET", "P2W"),
        ("It is shut on Sundays.", "Sundays", "SET", "XXXX-WXX-7"),
        ("Ferries run twice a day.", "a day", "SET", "P1D"),
    ],
)
def test_durations_and_sets(text: str, words: str, kind: str, value: str) -> None:
    assert (words, kind, value) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "They may go, and the march passed a second bridge.",
        "The motion passed by 204-85, a vote of 190 to 0.",
        "He took Flight 1990 and Highway 2000.",
        "Ms May said that she would fall in line.",
        "It raised $1999 and 1,984 people came.",
        "The choir sang in a quarter of the halls.",
        "He reads USA Today.",
        "She lost a £73-a-week grant.",
    ],
)
def test_words_and_numbers_that_are_no_time(text: str) -> None:
    assert found(text) == []


def test_number_of_a_price_is_not_counted_in_days() -> None:
    assert found("The shares were sold for $2 million days before.") == [("days", "DURATION", "PXD")]


def test_day_range_gives_both_ends() -> None:
    assert [value for _, _, value in found("The fair ran from June 23-26.")] == ["2031-06-23", "2031-06-26"]


def test_next_day_is_counted_from_the_date_told_before() -> None:
    text = "Orlan fell ill on March 4, 2030. The next day he resigned. Two weeks later he died."
    assert [value for _, _, value in found(text)] == ["2030-03-04", "2030-03-05", "2030-W12"]


def test_small_hours_after_an_evening_belong_to_the_next_day() -> None:
    text = "She spoke at 11 p.m. on Dec. 3. The vote came at 1:04 a.m."
    assert found(text)[-1][2] == "2031-12-04T01:04"


def test_without_publication_no_day_is_invented() -> None:
    items = find_times("He resigned on Tuesday. Two days ago he fled. On Dec. 3 he spoke, and last year he ran.", None)
    assert [item.value for item in items if item.type == "DATE"] == ["XXXX-WXX-2", "XXXX-12-03", "XXXX"]
    assert all(item.earliest is None and item.latest is None and item.edtf is None for item in items)


def test_absolute_date_needs_no_publication() -> None:
    assert only("He spoke on May 4, 2031.", None).earliest == "2031-05-04"


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "edtf"),
    [
        ("It failed in early March 2031.", "2031-03-01", "2031-03-10", "2031-03-01/2031-03-10"),
        ("He spoke late on Tuesday.", "2031-12-09T18:00", "2031-12-09T23:59", "2031-12-09"),
        ("Rain fell overnight.", "2031-12-09T18:00", "2031-12-10T08:59", "2031-12-09/2031-12-10"),
        ("It rained during the past 48 hours.", "2031-12-08", "2031-12-10", "2031-12-08/2031-12-10"),
        ("The fort fell in 490 BC.", "-0489-01-01", "-0489-12-31", "-0489"),
        ("Sales fell earlier this year.", "2031-01-01", "2031-12-10", "2031-01-01/2031-12-10"),
    ],
)
def test_range_of_days_it_can_mean(text: str, earliest: str, latest: str, edtf: str) -> None:
    item = only(text)
    assert (item.earliest, item.latest, item.edtf) == (earliest, latest, edtf)


def test_given_tense_decides_the_side_of_publication() -> None:
    text = "the hearing Friday"
    assert find_times(text, PUBLISHED, lambda start, end: "past")[0].value == "2031-12-05"
    assert find_times(text, PUBLISHED, lambda start, end: "future")[0].value == "2031-12-12"


def test_history_goes_on_from_its_own_dates() -> None:
    years = " ".join(f"In {year} the league fought at Brell." for year in range(1801, 1810))
    text = f"{years} In March the league sued for peace."
    assert is_narrative(text)
    assert found(text)[-1][2] == "1809-03"


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = "Gen. Vale left on Dec. 3. He came back."
    pieces = [text[start:end].strip() for start, end in rough_sentences(text)]
    assert pieces == ["Gen. Vale left on Dec. 3.", "He came back."]


def test_pile_of_ambiguous_words_takes_time_in_proportion_to_its_length() -> None:
    assert found("may second last twenty " * 2000) == []


def test_small_hours_of_a_day_are_midnight_to_six() -> None:
    time = next(item for item in find_times("It burned in the early hours of Saturday.", PUBLISHED) if item.earliest)
    assert (time.earliest, time.latest) == ("2031-12-06T00:00", "2031-12-06T05:59")


@pytest.mark.parametrize(
    ("text", "is_time"),
    [
        ("The flood let the spring tide into the market.", False),
        ("The spring regatta was cancelled.", False),
        ("Children left the summer camp.", False),
        ("A fall in shares followed.", False),
        ("The mill opened in the spring.", True),
        ("This fall the mill closed.", True),
        ("The summer of 1994 was wet.", True),
    ],
)
def test_season_needs_words_that_make_it_a_time(text: str, is_time: bool) -> None:
    assert bool(find_times(text, PUBLISHED)) is is_time
