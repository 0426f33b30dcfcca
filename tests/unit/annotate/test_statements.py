from __future__ import annotations

import pytest

from reportedly.annotate.coreference import LocalEntities
from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.annotate.rule_attributions import RuleAttributions
from reportedly.annotate.sentences import ParsedSentences
from reportedly.annotate.statements import ResolvedStatements
from reportedly.annotate.times import RuleTimes
from reportedly.records.annotation import CueClass, Statement
from tests.factory import article

PIPELINE = EnglishPipeline([ParsedSentences(), RuleTimes(), LocalEntities(), RuleAttributions(), ResolvedStatements()])


def statements(text: str, published: str | None = "2031-05-04") -> tuple[Statement, ...]:
    return PIPELINE.annotate_one(article(text, published=published)).statements


@pytest.mark.parametrize(("text", "speaker", "kind"), [
    ("Mayor Jane Porter said the dam was safe.", "Jane Porter", "person"),
    ("Two officials said the dam was safe.", "Two officials", "unnamed"),
    ("An official who asked not to be named said the dam was safe.", "An official", "unnamed"),
    ("It is reported that the ferry sank.", "unattributed", "none"),
    ("Others said the dam was safe.", "Others", "unnamed"),
    ("A spokeswoman, Jane Porter, said the dam was safe.", "Jane Porter", "person"),
    ("A spokeswoman for Ms Finch, Jane Porter, said the dam was safe.", "Jane Porter", "person"),
    ("Jane Porter’s primary objective has been denying that the dam leaks.", "Jane Porter", "person"),
    ("Jane Porter’s office said the dam was safe.", "Jane Porter’s office", "unnamed"),
    ("Jane Porter went home. Her office said the dam was safe.", "Jane Porter's office", "unnamed"),
    ("Mayor Jane Porter went home. The mayor said the dam was safe.", "Jane Porter", "person"),
    ("Company founder Jane Porter said the dam was safe. The company said it was sorry.", "The company", "unnamed"),
    ("Company founder Jane Porter said the dam was safe. The founder said she was sorry.", "Jane Porter", "person"),
    ("Kim Yong-bin of the harbour office said he does not know why the gate opened.", "Kim Yong-bin", "person"),
])
def test_speaker_is_a_name_or_the_words_of_an_unnamed_source(text: str, speaker: str, kind: str) -> None:
    found = statements(text)[-1]
    assert (found.speaker, found.speaker_kind) == (speaker, kind)


def test_pronoun_speaks_for_the_person_before() -> None:
    first, second = statements("Jane Porter said the dam was safe. She said the board had checked it.")
    assert second.speaker == first.speaker == "Jane Porter"
    assert second.entity == first.entity is not None


def test_relative_pronoun_speaks_for_its_noun() -> None:
    [found] = statements("The crowd cheered Jane Porter, who said that the dam was safe.")
    assert found.speaker == "Jane Porter"


@pytest.mark.parametrize(("text", "denies"), [
    ("Jane Porter denied that the dam was leaking.", True),
    ("Jane Porter rejected the allegation.", True),
    ("Jane Porter called the allegation groundless.", True),
    ("Jane Porter did not deny that the dam was leaking.", False),
    ("Jane Porter called the allegation serious.", False),
    ("Jane Porter rejected the bill.", False),
    ("Jane Porter said the dam was not leaking.", False),
])
def test_denial(text: str, denies: bool) -> None:
    assert [found.denies for found in statements(text)] == [denies]


def test_refusal_to_comment_is_kept_with_its_class() -> None:
    [found] = statements("Jane Porter declined to comment on the report.")
    assert found.cue_class is CueClass.DECLINE
    assert not found.denies


def test_chain_leads_from_the_outlet_over_the_relay_to_the_speaker() -> None:
    [inner] = statements("The Daily Heron reports that Jane Porter said the dam was safe.")
    assert [(link.role, link.name) for link in inner.chain] == [
        ("outlet", "The Gannet"), ("relay", "Daily Heron"), ("speaker", "Jane Porter")]
    assert inner.chain[0].span is None
    assert inner.chain[-1].span is not None and inner.chain[-1].span.exact == "Jane Porter"


def test_date_of_the_cue_is_when_it_was_said() -> None:
    [found] = statements("Jane Porter said on Tuesday that the dam broke in 2019.")
    assert found.said is not None
    assert (found.said.rule, found.said.because[0].exact.removeprefix("on ")) == ("expression in the clause", "Tuesday")


def test_without_a_date_it_was_said_by_the_day_of_publication() -> None:
    [found] = statements("Jane Porter said the dam was safe.")
    assert found.said is not None
    assert (found.said.day, found.said.rule, found.said.because) == ("2031-05-04", "by publication", ())


def test_the_past_perfect_puts_it_before_publication() -> None:
    [found] = statements("Jane Porter had said that the dam was safe.")
    assert found.said is not None
    assert (found.said.earliest, found.said.latest, found.said.rule) == (None, "2031-05-04", "before publication")


def test_a_month_after_publication_is_not_when_it_was_said() -> None:
    [found] = statements("Jane Porter told the court in December that the dam was safe.", "2031-11-14")
    assert found.said is None


def test_what_is_called_so_is_not_what_somebody_said() -> None:
    assert not statements("That includes 700 residents who had so called \"sensitive\" papers stolen.")


def test_an_undated_report_does_not_say_when() -> None:
    [found] = statements("Jane Porter said the dam was safe.", published=None)
    assert found.said is None


def test_terms_are_those_of_the_content_alone() -> None:
    [found] = statements("Jane Porter said the dam was leaking.")
    assert found.terms == ("dam", "leak")
    assert found.text == "the dam was leaking"
    assert found.sentence.exact == "Jane Porter said the dam was leaking."


def test_long_words_of_an_unnamed_source_are_shortened() -> None:
    [found] = statements("Three retired engineers from the northern and southern and western harbour boards of the "
                         "old river district said the dam was safe.")
    assert len(found.speaker) <= 80
    assert found.speaker_kind == "unnamed"


def test_an_outlet_that_only_relays_stands_in_the_chain_and_not_in_the_ledger() -> None:
    found = statements("Harbour News Agency reported that Orla Finch said that the dam was safe.")
    assert [item.speaker for item in found] == ["Orla Finch"]
    assert "Harbour News Agency" in [link.name for link in found[0].chain]


def test_an_outlet_that_adds_words_of_its_own_stays() -> None:
    found = statements("Harbour News Agency reported that the dam was cracked and that Orla Finch said it was safe.")
    assert "Harbour News Agency" in [item.speaker for item in found]
