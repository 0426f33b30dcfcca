"""Theories: rivals over one effect, evidence against first, trivial causes last."""

from __future__ import annotations

from reportedly.weigh.theories import theories
from tests.factory import annotated
from tests.unit.weigh.story import linked

SMUGGLERS = annotated(
    "The ferry Alcyon sank on Monday. The ferry sank because smugglers had loosened the ballast, Captain "
    "Ivo Brandt said.",
    outlet="The Gannet",
)
ALARM = annotated(
    "The ferry Alcyon sank on Monday. The ferry sank because the crew ignored the alarm, engineer Tilda Moss said.",
    outlet="The Heron",
)
DENIAL = annotated("The ferry Alcyon sank. Police denied that smugglers had loosened the ballast.", outlet="The Tern")
ADVICE = annotated("The ferry Alcyon sank. You can wear boots because your feet get wet.", outlet="The Plover")


def test_two_causes_of_one_effect_are_rivals() -> None:
    found = theories(linked(SMUGGLERS, ALARM))
    assert len(found) == 2
    assert found[0].rivals == (found[1].id,) and found[1].rivals == (found[0].id,)


def test_proponents_are_those_who_say_it() -> None:
    names = " ".join(name for theory in theories(linked(SMUGGLERS, ALARM)) for name in theory.proponents)
    assert "Brandt" in names and "Moss" in names


def test_a_denial_is_evidence_against() -> None:
    theory = next(one for one in theories(linked(SMUGGLERS, ALARM, DENIAL)) if "ballast" in one.text)
    assert {row.rating for row in theory.evidence} & {"I", "II"}
    assert all(row.provenance.rule for row in theory.evidence)


def test_advice_to_the_reader_ranks_last_or_is_left_out() -> None:
    texts = [one.text for one in theories(linked(SMUGGLERS, ALARM, ADVICE))]
    assert "boots" not in texts[0]
    assert all("boots" not in text for text in texts[:2])


def test_a_story_without_explanations_has_no_theories() -> None:
    assert theories(linked(annotated("The council met on Monday."))) == ()


def test_the_order_of_reports_does_not_matter() -> None:
    assert theories(linked(SMUGGLERS, ALARM, DENIAL)) == theories(linked(DENIAL, ALARM, SMUGGLERS))


def test_every_span_is_in_its_report() -> None:
    texts = {report.article.id: report.article.text for report in (SMUGGLERS, ALARM, DENIAL)}
    for theory in theories(linked(SMUGGLERS, ALARM, DENIAL)):
        for span in (*theory.spans, *(row.span for row in theory.evidence)):
            assert texts[span.article_id][span.start : span.end] == span.exact
