"""What holds for time expressions of any text."""

from __future__ import annotations

import ast
import json
import os
import re
import string
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reportedly
from reportedly.text.calendar import bounds_of, moment_key
from reportedly.text.timex import find_times
from reportedly.text.timex.words import LEXICON

_WORDS = st.one_of(
    st.sampled_from(sorted(LEXICON)),
    st.sampled_from(sorted(word.title() for word in LEXICON)),
    st.integers(0, 10**12).map(str),
    st.sampled_from(
        ["p.m.", "10:27", "24:59", "1/2", "1990s", "'80s", "31st", "Dec.", "2031-02-30", "7/8/07", "B.C.", "o'clock",
         "(0735", "GMT)", "“", "”", '"', ",", "-", "nineteen", "ninety-six", "\n\n", "470s BC", "1926-1928:"]
    ),
    st.text(string.punctuation + "\u200f\u00a0é🙂\n", min_size=1, max_size=3),
)
_TEXTS = st.one_of(st.lists(_WORDS, max_size=25).map(" ".join), st.text(max_size=80))
_DAYS = st.one_of(st.none(), st.dates().map(lambda day: day.isoformat()))

_CLOCK = r"T(?:\d\d(?::\d\d){0,2}|MO|MI|AF|EV|NI|DT|PM)Z?"
_PART = r"(?:\d\d|XX)(?:-(?:\d\d|XX))?|W(?:\d\d|XX)(?:-[1-7]|-WE)?|(?:SP|SU|FA|WI)|Q[1-4X]|H[12]"
_DATE = rf"(?:BC)?[\dX]{{2,4}}(?:-(?:{_PART}))?(?:{_CLOCK})?"
_VALUES = {
    "DATE": re.compile(rf"{_DATE}|(?:PAST|PRESENT|FUTURE)_REF"),
    "TIME": re.compile(_DATE),
    "DURATION": re.compile(r"P(?:X|[\d.]+)[DWMYQECL]|PT(?:X|[\d.]+)[HMS](?:30[MS])?"),
}
_VALUES["SET"] = re.compile(f"{_VALUES['DURATION'].pattern}|{_DATE}")


@given(_TEXTS, _DAYS)
def test_spans_lie_in_the_text_in_order_and_apart(text: str, published: str | None) -> None:
    found = find_times(text, published)
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(item.text == text[item.start : item.end] for item in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(_TEXTS, _DAYS)
def test_values_are_timex3(text: str, published: str | None) -> None:
    for item in find_times(text, published):
        assert _VALUES[item.type].fullmatch(item.value), item


@given(_TEXTS, _DAYS)
def test_range_is_whole_and_in_order(text: str, published: str | None) -> None:
    for item in find_times(text, published):
        assert (item.earliest is None) == (item.latest is None) == (item.edtf is None)
        if item.earliest and item.latest:
            assert moment_key(item.earliest) <= moment_key(item.latest)


@given(_TEXTS, _DAYS)
def test_range_lies_within_what_the_value_means(text: str, published: str | None) -> None:
    for item in find_times(text, published):
        meant = bounds_of(item.value) if item.type in ("DATE", "TIME") else None
        if meant and item.earliest and item.latest and item.text.lower() != "overnight":
            assert moment_key(meant.earliest[:10]) <= moment_key(item.earliest[:10])
            assert moment_key(item.latest[:10]) <= moment_key(meant.latest[:10])


@given(_TEXTS, _DAYS)
def test_same_text_gives_the_same_times(text: str, published: str | None) -> None:
    assert find_times(text, published) == find_times(text, published)


@given(st.sampled_from(["yesterday", "Tuesday", "last week", "two years ago", "this morning", "Dec. 3", "overnight"]))
def test_relative_expression_without_anchor_names_no_day(words: str) -> None:
    assert all(item.earliest is None for item in find_times(f"It fell {words}.", None))


_TOLD = st.sampled_from(
    """The gate fell on Tuesday.|She left two weeks ago.|They will vote at 9 p.m. on May 4.|It cost a year's pay.
He ruled from 490 to 480 BC.|The fair runs June 23-26.|It lasted 12 or 18 months.|Early Saturday it rained.""".replace(
        "\n", "|"
    ).split("|")
)
_DATELESS = st.sampled_from(
    ["Nobody was hurt.", "“We know nothing of it,” an aide told Brell Radio.", "Orlan has 204 seats of 385.", "Why?"]
)


@given(_TOLD, st.lists(_DATELESS, max_size=3), st.lists(_DATELESS, max_size=3), st.dates().map(str))
def test_sentences_without_dates_around_it_change_nothing(
    told: str, before: list[str], after: list[str], published: str
) -> None:
    lead = "".join(sentence + " " for sentence in before)
    alone = [(item.start, item.end, item.value, item.earliest) for item in find_times(told, published)]
    around = find_times(" ".join([*before, told, *after]), published)
    moved = [(item.start - len(lead), item.end - len(lead), item.value, item.earliest) for item in around]
    assert moved == alone


@given(_TOLD, st.lists(_TOLD, max_size=3), st.dates().map(str))
def test_what_is_told_later_changes_nothing_before(told: str, after: list[str], published: str) -> None:
    alone = find_times(told, published)
    assert find_times(" ".join([told, *after]), published)[: len(alone)] == alone


_SAMPLE = "He left on Tuesday at 9 p.m. Two days later, last March and in the 1990s it rained. It ends next week."
_PROBE = (
    "import json, locale, sys, reportedly\n"
    "try: locale.setlocale(locale.LC_ALL, '')\n"
    "except locale.Error: pass\n"
    "times = reportedly.times(sys.argv[1], '2031-05-04')\n"
    "loaded = [name for name in ('spacy', 'sqlalchemy', 'onnxruntime', 'numpy') if name in sys.modules]\n"
    "print(json.dumps([[item.value, item.earliest, item.latest] for item in times] + [loaded]))"
)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Adak"])
@pytest.mark.parametrize("locale", ["C", "de_DE.UTF-8", "tr_TR.UTF-8"])
def test_times_do_not_depend_on_zone_or_locale_of_the_machine(zone: str, locale: str) -> None:
    environment = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1"}
    run = subprocess.run([sys.executable, "-c", _PROBE, _SAMPLE], env=environment, capture_output=True, check=True)
    here = [[item.value, item.earliest, item.latest] for item in reportedly.times(_SAMPLE, "2031-05-04")]
    assert json.loads(run.stdout) == [*here, []], "or a heavy library was loaded"


class _Asked(dict[str, set[str]]):
    """Zones that the caller names: only the door itself may count a given moment in them."""

    def __missing__(self, key: str) -> set[str]:
        return set()


_ASKED = _Asked({"__init__": {"astimezone"}})
_CLOCKS = {"today", "now", "utcnow", "localtime", "gmtime", "time_ns", "tzset", "astimezone"}
_MODULES = sorted(Path(reportedly.__file__).parent.joinpath("text").rglob("*.py"))


@pytest.mark.parametrize("path", _MODULES, ids=lambda path: path.stem)
def test_nothing_reads_the_clock(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not (called & _CLOCKS) - _ASKED[path.stem]
