from __future__ import annotations

import pytest

from reportedly.annotate.found import PieceIndex
from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.annotate.rule_attributions import RuleAttributions
from reportedly.annotate.sentences import ParsedSentences
from reportedly.records.annotation import Attribution, AttributionKind, CueClass
from reportedly.records.span import joined
from tests.factory import article

PIPELINE = EnglishPipeline([ParsedSentences(), RuleAttributions()])


def attributions(text: str, title: str | None = None) -> tuple[Attribution, ...]:
    return PIPELINE.annotate_one(article(text, title=title)).attributions


def parts(found: Attribution) -> tuple[str, str, str]:
    return joined(found.source), joined(found.cue), joined(found.content)


@pytest.mark.parametrize(("text", "expected"), [
    ("Orla Finch said the dam was safe.", ("Orla Finch", "said", "the dam was safe")),
    ("The dam was safe, Orla Finch said.", ("Orla Finch", "said", "The dam was safe")),
    ("The dam, she said, was safe.", ("she", "said", "The dam … was safe")),
    ("According to the harbour board, the ferry sank.", ("the harbour board", "According to", "the ferry sank")),
    ("The ferry sank, according to two officials.", ("two officials", "according to", "The ferry sank")),
    ("“The dam is safe,” said Orla Finch, the mayor of Brill.",
     ("Orla Finch, the mayor of Brill", "said", "“The dam is safe,”")),
    ("'The dam is safe,' Orla Finch said.", ("Orla Finch", "said", "'The dam is safe,'")),
    ("Orla Finch later added that the dam was safe.", ("Orla Finch", "later added", "that the dam was safe")),
    ("The board vowed to rebuild the pier.", ("The board", "vowed", "to rebuild the pier")),
    ("The union urged the mayor to resign.", ("The union", "urged", "the mayor to resign")),
    ("Finch called the report “a sham”.", ("Finch", "called", "the report “a sham”")),
    ("Finch called it “a sham in every way”, and Moss left.", ("Finch", "called", "it “a sham in every way”")),
    ("Finch described the plan as reckless.", ("Finch", "described", "the plan as reckless")),
    ("The company denied the allegation.", ("The company", "denied", "the allegation")),
    ("The company apologised for the delay.", ("The company", "apologised for", "the delay")),
    ("Rivals accused him of fraud.", ("Rivals", "accused", "him of fraud")),
    ("Moss warned of a new flood.", ("Moss", "warned of", "a new flood")),
    ("Moss was quoted as saying that the ferry sank.", ("Moss", "was quoted as saying", "that the ferry sank")),
    ("The union suggested closing the pier.", ("The union", "suggested", "closing the pier")),
    ("Moss rejected Finch's claim that the dam was safe.", ("Finch", "'s claim", "that the dam was safe")),
])
def test_source_cue_and_content_are_found(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in [parts(found) for found in attributions(text)]


def test_impersonal_passive_has_no_source() -> None:
    [found] = attributions("It is reported that the ferry sank near Brill.")
    assert parts(found) == ("", "is reported", "that the ferry sank near Brill")


def test_participle_belongs_to_the_speaker_of_the_main_clause() -> None:
    found = attributions("Finch said the dam was safe, adding that repairs would follow.")
    assert [parts(item) for item in found] == [
        ("Finch", "said", "the dam was safe"), ("Finch", "adding", "that repairs would follow")]


def test_quotation_keeps_nested_source() -> None:
    outer, inner = attributions("The Gannet reports that Finch said the dam was safe.")
    assert outer.parent is None
    assert inner.parent == outer.id
    assert parts(inner) == ("Finch", "said", "the dam was safe")


@pytest.mark.parametrize(("text", "kind"), [
    ("“The dam is quite safe,” said Finch.", AttributionKind.DIRECT),
    ("Finch said the dam was “quite safe today” and open.", AttributionKind.MIXED),
    ("Finch said the dam was safe.", AttributionKind.INDIRECT),
])
def test_kind_goes_by_the_share_of_quoted_words(text: str, kind: AttributionKind) -> None:
    assert attributions(text)[0].kind is kind


@pytest.mark.parametrize(("text", "cue_class"), [
    ("Finch said the dam was safe.", CueClass.ASSERT),
    ("Finch denied that the dam was leaking.", CueClass.DENY),
    ("Finch doubts that the dam will hold.", CueClass.DOUBT),
    ("Finch alleged that the board knew.", CueClass.ALLEGE),
    ("Finch predicted that the dam would break.", CueClass.PREDICT),
    ("Finch demanded that the board resign.", CueClass.DEMAND),
    ("Finch believes that the dam will hold.", CueClass.KNOW),
    ("Finch asked whether the dam would hold.", CueClass.ASK),
    ("Finch asked Moss to leave the board.", CueClass.DEMAND),
    ("Finch regretted that the dam broke.", CueClass.FEEL),
    ("Finch declined to comment on the report.", CueClass.DECLINE),
    ("Finch did not respond to a request for comment.", CueClass.DECLINE),
])
def test_cue_class(text: str, cue_class: CueClass) -> None:
    assert [found.cue_class for found in attributions(text)] == [cue_class]


def test_negated_cue_is_marked() -> None:
    [found] = attributions("Finch did not say that the dam was safe.")
    assert found.negated
    assert joined(found.cue) == "did not say"


def test_claimed_keeps_its_distance() -> None:
    [found] = attributions("Finch claimed that the dam was safe.")
    assert found.distance == "distanced"


def test_second_quotation_joins_the_first() -> None:
    [found] = attributions("“The dam is safe,” said Orla Finch. “We checked it twice.”")
    assert joined(found.content) == "“The dam is safe,” … “We checked it twice.”"


def test_quoted_paragraph_continues_the_speaker_before() -> None:
    first, second = attributions("“The dam is safe,” said Orla Finch.\n“We checked it twice and nobody found a leak.”")
    assert joined(second.source) == "Orla Finch"
    assert second.cue == ()
    assert joined(second.content) == "“We checked it twice and nobody found a leak.”"
    assert first.content != second.content


def test_open_quotation_runs_over_paragraphs() -> None:
    found = attributions("“The dam is safe,” said Orla Finch. “We checked it twice.\n“Nobody found a leak in it.”")
    assert [joined(item.source) for item in found] == ["Orla Finch", "Orla Finch"]
    assert joined(found[1].content) == "“Nobody found a leak in it.”"


def test_unbalanced_mark_does_not_swallow_the_next_paragraph() -> None:
    found = attributions("“The dam is safe, said Orla Finch.\nThe ferry sank, Tam Moss said.")
    assert ("Tam Moss", "said", "The ferry sank") in [parts(item) for item in found]
    assert all("\n" not in span.exact for item in found for span in item.content)


@pytest.mark.parametrize(("title", "expected"), [
    ("Police: ferry sank in the storm", ("Police", ":", "ferry sank in the storm")),
    ("Ferry sank in the worst storm of the year: police",
     ("police", ":", "Ferry sank in the worst storm of the year")),
])
def test_headline_label_names_the_speaker(title: str, expected: tuple[str, str, str]) -> None:
    assert expected in [parts(found) for found in attributions("The ferry lies deep.", title)]


@pytest.mark.parametrize("text", [
    "The ferry sank near Brill on Tuesday.",
    "Learn how your comment data is processed.",
    "She read “A History of Small Harbours” on deck.",
    "The Finches' boat isn't in the harbour.",
])
def test_plain_sentences_are_no_attributions(text: str) -> None:
    assert attributions(text) == ()


def test_the_name_of_a_programme_is_not_speech() -> None:
    found = attributions("“The dam is safe,” Finch said on “Morning in Brill”.")
    assert [joined(item.content) for item in found] == ["“The dam is safe,”"]


@pytest.mark.parametrize("text", [
    "“““ ’’’ \" said ” said ‘ :", "said said said", ":", "“”", "â€œThe dam is safe,â€ said Finch.",
    "\u200f“The dam is safe,” said Finch 😀.", "said " * 3000,
])
def test_odd_text_never_raises_and_spans_are_exact(text: str) -> None:
    read = article(text)
    for found in PIPELINE.annotate_one(read).attributions:
        for span in (*found.source, *found.cue, *found.content):
            assert read.text[span.start:span.end] == span.exact


def test_the_same_text_gives_the_same_ids() -> None:
    text = "Finch said the dam was safe. “We checked it,” Moss said."
    assert attributions(text) == attributions(text)


@pytest.mark.parametrize(("title", "count"), [
    ("Police: ferry sank in the storm", 1), ("Evening with Jane Porter: the dam", 0),
    ("The harbour papers: what we know so far", 0),
])
def test_the_second_half_of_a_title_is_said_only_where_it_is_a_clause(title: str, count: int) -> None:
    assert len(attributions("The ferry lies deep.", title)) == count


def test_words_between_cue_and_that_belong_to_the_cue() -> None:
    [found] = attributions("The port knew “in early March” that the “tide gate” was broken.")
    assert joined(found.content) == "that the “tide gate” was broken"


def test_paragraphs_packed_with_quotations_are_not_compared_each_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the quotations may cost four times the look-ups of neighbours, not sixteen times."""
    sentence = "“The dam held all night,” said Orla Finch. "
    few, many = (_work(monkeypatch, sentence * count) for count in (20, 80))
    assert many <= 6 * few


def _work(monkeypatch: pytest.MonkeyPatch, text: str) -> int:
    """Pieces looked at while the attributions of one paragraph are found."""
    seen = 0
    plain = PieceIndex.touching

    def counted(index: PieceIndex, start: int, end: int) -> list[int]:
        nonlocal seen
        numbers = plain(index, start, end)
        seen += 1 + len(numbers)
        return numbers

    monkeypatch.setattr(PieceIndex, "touching", counted)
    assert len(attributions(text)) > 10
    monkeypatch.setattr(PieceIndex, "touching", plain)
    return seen
