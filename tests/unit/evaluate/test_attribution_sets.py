"""The project's own attribution sets: they parse, they are consistent, and their scorer counts what it should."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.evaluate.attribution_sets import (
    SETS,
    BadSetError,
    Found,
    Gold,
    Passage,
    annotate,
    article_of,
    found_in,
    links,
    read_set,
    score_set,
)
from reportedly.records.article import ZoneKind
from tests.factory import annotated

FOLDER = Path(__file__).parents[2] / "quality" / "attribution_sets"
EVERY = {name: read_set(FOLDER / f"{name}.txt") for name in SETS}


def read(folder: Path, text: str) -> tuple[Passage, ...]:
    path = folder / "own.txt"
    path.write_text(text, encoding="utf-8")
    return read_set(path)


def perfect(passage: Passage) -> list[Found]:
    """What a product without fault would answer."""
    return [Found(source=gold.source, cue=gold.cue, content=gold.content, values={"unnamed": "yes", **gold.expected},
                  chain=links(gold), nested=gold.parent is not None) for gold in passage.gold]


def answers(name: str) -> dict[str, list[Found]]:
    return {passage.id: perfect(passage) for passage in EVERY[name]}


# --- parsing


def test_marks_become_pieces_of_the_plain_text(tmp_path: Path) -> None:
    [passage] = read(tmp_path, "# what it is about\n\n"
                               "## one\n[t1|The gate], [s1|Holt] [c1|said], [t1|was shut [sic]].\n")
    assert passage.text == "The gate, Holt said, was shut [sic]."
    [gold] = passage.gold
    assert (passage.words(gold.source), passage.words(gold.cue)) == ("Holt", "said")
    assert passage.words(gold.content) == "The gate … was shut [sic]"


def test_one_source_may_belong_to_two_attributions(tmp_path: Path) -> None:
    [passage] = read(tmp_path, "## one\n[s1+2|He] [c1|said] [t1|yes] and [c2|added] [t2|no].")
    assert [passage.words(gold.source) for gold in passage.gold] == ["He", "He"]


def test_values_run_to_the_next_name(tmp_path: Path) -> None:
    [passage] = read(tmp_path, "## one\n[s1|Two men] [c1|told] the Post [t1|yes].\n"
                               ": 1 chain=the Post | Post > Two men class=assert most=\n")
    [gold] = passage.gold
    assert links(gold) == (("the Post", "Post"), ("Two men",))
    assert (gold.expected["class"], gold.expected["most"]) == ("assert", "")


def test_headline_paragraphs_and_silent_words_are_kept(tmp_path: Path) -> None:
    [passage] = read(tmp_path, "## one\n@title\n[s1|Police][c1|:] [t1|man held]\n\n[x|The quay burned.]\n# a remark\n")
    assert passage.titled
    assert passage.text == "Police: man held\n\nThe quay burned."
    assert passage.words(passage.silent) == "The quay burned."


@pytest.mark.parametrize(("text", "says"), [
    ("## one\n[s1|Holt] [c1|said] [t1|yes.", "not closed"),
    ("## one\n[s1|Holt] [c1|said] yes.", "no content"),
    ("## one\n[s1|Holt] [c1|said] [t1|yes].\n: 2 class=deny", "no mark has"),
    ("## one\n[s1|Holt] [c1|said] [t1|yes].\n: 1 colour=red", "unknown value"),
    ("## one\n[s1|Holt] [c1|said] [t1|yes].\n: 1 class=deny colour=red", "unknown value"),
    ("## one\n[s1|Holt] [c1|said] [t1|yes].\n: class=deny", "needs a number"),
    ("## one\n[s1|Holt] [c1|said] [t1|yes].\n: 1 role=officials", "not in the text"),
    ("## one\n[s1|Holt] [c1|said] [t1|yes].\n: 1 chain=the Post > Holt", "not in the text"),
    ("## one\n[s1|Holt] [c1|said] [t1|yes].\n: 1 parent=3", "does not exist"),
    ("## one\n[s1|A] [c1|said] [t1|yes]. [s2|B] [c2|said] [t2|no].\n: 2 parent=1", "does not stand inside"),
    ("## one\n\n## two\nText.", "has no text"),
    ("## one\nText.\n\n## one\nText.", "twice"),
    ("Text.", "before the first passage"),
    ("# nothing", "no passage"),
])
def test_an_error_names_file_passage_and_fault(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BadSetError, match=says) as error:
        read(tmp_path, text)
    assert "own.txt" in str(error.value)
    if "passage one:" not in str(error.value):
        assert says in {"before the first passage", "no passage"}


# --- the gold itself


def test_there_are_enough_passages_and_every_name_is_used_once() -> None:
    names = [passage.id for passages in EVERY.values() for passage in passages]
    assert len(names) == len(set(names))
    assert len(names) >= 150
    assert sum(not passage.gold for passages in EVERY.values() for passage in passages) >= 15


@pytest.mark.parametrize("passage", [one for passages in EVERY.values() for one in passages], ids=lambda one: one.id)
def test_gold_spans_are_consistent(passage: Passage) -> None:
    assert article_of(passage).text == passage.text
    for gold in passage.gold:
        pieces = (*gold.source, *gold.cue, *gold.content)
        assert all(passage.words([piece]) == passage.words([piece]).strip() for piece in pieces), passage.id
        assert not passage.tokens(gold.cue) & passage.tokens(gold.content)
        assert not passage.tokens(gold.source) & passage.tokens(gold.cue)
        assert not passage.tokens(passage.silent) & passage.tokens(pieces)


@pytest.mark.parametrize("name", SETS)
def test_each_set_gives_the_values_it_is_about(name: str) -> None:
    wanted = {"statements": {"class", "negated", "distance"}, "chains": {"chain"}, "unnamed": {"unnamed"}}.get(name)
    for passage in EVERY[name]:
        given = {key for gold in passage.gold for key in gold.expected}
        assert not passage.gold or wanted is None or given & wanted, passage.id


def test_a_given_headline_is_a_title() -> None:
    titled = [passage for passage in EVERY["labels"] if passage.titled]
    assert len(titled) >= 15
    assert all(article_of(one).zones[0].kind is ZoneKind.TITLE for one in titled)


# --- the scorer


@pytest.mark.parametrize("name", SETS)
def test_perfect_answers_score_one(name: str) -> None:
    result = score_set(name, EVERY[name], answers(name))
    assert result["score"] == result["f1"] == 1.0
    assert result["failing"] == []
    assert result["passages"] == len(EVERY[name])


@pytest.mark.parametrize("name", SETS)
def test_no_answers_score_little(name: str) -> None:
    result = score_set(name, EVERY[name], {})
    assert result["score"] < 0.2
    assert len(result["failing"]) == sum(bool(passage.gold) for passage in EVERY[name])


@pytest.mark.parametrize("name", SETS)
def test_a_missed_passage_costs_something(name: str) -> None:
    found = answers(name)
    missed = next(passage.id for passage in EVERY[name] if passage.gold)
    found[missed] = []
    result = score_set(name, EVERY[name], found)
    assert 0.8 < result["score"] < 1.0
    assert [row["passage"] for row in result["failing"]] == [missed]


@pytest.mark.parametrize("name", SETS)
def test_words_put_into_a_mouth_where_nobody_speaks_cost_something(name: str) -> None:
    found = answers(name)
    quiet = next(passage for passage in EVERY[name] if not passage.gold)
    found[quiet.id] = [Found(source=((0, 3),), content=((4, len(quiet.text)),))]
    assert score_set(name, EVERY[name], found)["score"] < 1.0


def one(text: str, expected: Mapping[str, str] | None = None) -> Passage:
    """A passage `SOURCE said CONTENT` with one gold attribution."""
    source, content = text.split(" said ")
    start = len(source) + 6
    gold = Gold(number=1, source=((0, len(source)),), cue=((len(source) + 1, start - 1),),
                content=((start, start + len(content)),), expected=expected or {})
    return Passage(id="one", text=text, gold=(gold,))


def test_nearly_the_same_content_is_a_hit_but_not_an_exact_one() -> None:
    passage = one("Mara Holt said that the outer gate had been shut since noon")
    [whole] = perfect(passage)
    [(start, end)] = whole.content
    result = score_set("edges", [passage], {"one": [replace(whole, content=((start + 5, end),))]})
    assert (result["f1"], result["score"], result["exact"]["source"]) == (1.0, 0.0, 1.0)
    assert result["failing"][0]["wrong"] == {1: ["content"]}


def test_another_source_is_no_hit_and_a_shared_word_is() -> None:
    passage = one("Mara Holt said the gate was shut")
    [whole] = perfect(passage)
    assert score_set("labels", [passage], {"one": [replace(whole, source=((5, 9),))]})["score"] == 1.0
    assert score_set("labels", [passage], {"one": [replace(whole, source=())]})["score"] == 0.0


def test_nested_ones_beyond_gold_are_no_error_and_others_are() -> None:
    passage = one("Mara Holt said he told me the gate was shut")
    [whole] = perfect(passage)
    more = Found(source=((15, 17),), content=((26, 43),), nested=True)
    assert score_set("labels", [passage], {"one": [whole, more]})["score"] == 1.0
    outer = replace(more, nested=False)
    assert score_set("labels", [passage], {"one": [whole, outer]})["score"] == pytest.approx(2 / 3)


def test_a_wrong_value_fails_the_statement() -> None:
    passage = one("Holt said no", {"class": "assert", "negated": "no"})
    [whole] = perfect(passage)
    result = score_set("statements", [passage], {"one": [replace(whole, values={"class": "deny", "negated": "no"})]})
    assert (result["score"], result["values"], result["by_value"]) == (0.0, 0.5, {"class": 0.0, "negated": 1.0})


@pytest.mark.parametrize(("chain", "score"), [
    ((("Harbour Post",), ("Two officials at sea",)), 1.0),
    ((("THE HARBOUR POST",), ("x", "two officials")), 1.0),
    ((("Two officials",), ("Harbour Post",)), 0.0),
    ((("Two officials",),), 0.0),
    ((), 0.0),
])
def test_a_chain_is_right_link_by_link(chain: tuple[tuple[str, ...], ...], score: float) -> None:
    passage = one("Two officials at sea said to the Harbour Post", {"chain": "the Harbour Post > Two officials"})
    [whole] = perfect(passage)
    assert score_set("chains", [passage], {"one": [replace(whole, chain=chain)]})["score"] == score


@pytest.mark.parametrize(("got", "score"), [
    ({"unnamed": "yes", "least": "2", "most": "", "role": "officials", "access": ""}, 1.0),
    ({"unnamed": "yes", "least": "2", "most": "2", "role": "officials", "access": ""}, 0.0),
    ({"unnamed": "yes", "least": "2", "most": "", "role": "the officials", "access": ""}, 0.0),
    ({"unnamed": "no"}, 0.0),
])
def test_an_unnamed_source_is_right_field_by_field(got: dict[str, str], score: float) -> None:
    passage = one("officials said no", {"unnamed": "yes", "least": "2", "most": "", "role": "officials", "access": ""})
    [whole] = perfect(passage)
    assert score_set("unnamed", [passage], {"one": [replace(whole, values=got)]})["score"] == score


def test_edges_of_reason_and_access_are_a_matter_of_taste() -> None:
    text = "A man familiar with the briefings of the ministry said no"
    passage = one(text, {"unnamed": "yes", "access": "familiar with the briefings of the ministry"})
    [whole] = perfect(passage)
    got = {"unnamed": "yes", "access": "with the briefings of the ministry"}
    assert score_set("unnamed", [passage], {"one": [replace(whole, values=got)]})["score"] == 1.0


# --- the product's answers


def test_later_paragraphs_of_a_quotation_are_joined_with_the_first() -> None:
    text = "“The dam is safe,” said Orla Finch.\n“We checked it twice and nobody found a leak.”\nThe ferry sank."
    [found] = found_in(annotated(text))
    assert [text[start:end] for start, end in found.content] == [
        "“The dam is safe,”", "“We checked it twice and nobody found a leak.”"]


def test_statement_and_chain_are_taken_over() -> None:
    passage = one("Orla Finch said the dam was safe")
    [found] = annotate(passage, EnglishPipeline())
    assert (found.values["class"], found.values["negated"]) == ("assert", "no")
    assert "Orla Finch" in found.chain[-1]
