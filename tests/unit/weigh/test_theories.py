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


SLUICE = "The sluice of Selm opened in the night. The sluice of Selm flooded the mill. "
MEANT = annotated(
    SLUICE + "Inspector Ada Holm believes that hackers of Free Sluice opened the sluice of Selm. "
    "Free Sluice denies this.",
    outlet="The Gannet",
)
ERROR = annotated(
    SLUICE + "The opening of the sluice of Selm was caused by an error in the sluice table, Judge Mara Quist said.",
    outlet="The Heron",
)
NO_SIGN = annotated(SLUICE + "Police chief Olaf Tern said that there was no sign of sabotage.", outlet="The Tern")


def test_a_name_does_not_merge_with_the_common_words_it_is_made_of() -> None:
    found = theories(linked(MEANT, ERROR))
    holders = [" ".join(theory.proponents) for theory in found]
    assert not any("Holm" in names and "Quist" in names for names in holders)


def test_explanations_of_the_main_happening_are_rivals() -> None:
    found = theories(linked(MEANT, ERROR))
    meant = next(one for one in found if "hackers" in one.text)
    error = next(one for one in found if "error" in one.text)
    assert error.id in meant.rivals and meant.id in error.rivals


def test_a_denial_right_after_and_a_finding_of_no_sign_oppose() -> None:
    meant = next(one for one in theories(linked(MEANT, ERROR, NO_SIGN)) if "hackers" in one.text)
    opponents = " ".join(meant.opponents)
    assert "Free Sluice" in opponents and "Tern" in opponents
    assert {"a denial right after the theory", "found no sign of such a cause"} <= {
        row.provenance.rule for row in meant.evidence
    }


def test_the_passage_that_names_its_cause_is_shown() -> None:
    again = annotated(
        SLUICE + "Ada Holm was asked again. She suspects that hackers of Free Sluice opened the sluice of Selm.",
        outlet="The Heron",
    )
    meant = next(one for one in theories(linked(MEANT, again)) if "hackers" in one.text)
    assert meant.text.startswith("Inspector Ada Holm")


def test_a_story_without_explanations_has_no_theories() -> None:
    assert theories(linked(annotated("The council met on Monday."))) == ()


def test_the_order_of_reports_does_not_matter() -> None:
    assert theories(linked(SMUGGLERS, ALARM, DENIAL)) == theories(linked(DENIAL, ALARM, SMUGGLERS))


def test_every_span_is_in_its_report() -> None:
    texts = {report.article.id: report.article.text for report in (SMUGGLERS, ALARM, DENIAL)}
    for theory in theories(linked(SMUGGLERS, ALARM, DENIAL)):
        for span in (*theory.spans, *(row.span for row in theory.evidence)):
            assert texts[span.article_id][span.start : span.end] == span.exact
