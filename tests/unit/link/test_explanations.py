"""Explanations of different reports pair when they share a cause."""

from __future__ import annotations

from reportedly.link.explanations import ExplanationLinker, explaining_terms, fold_explanations
from reportedly.link.pairing import all_pairs
from tests.factory import annotated


def test_one_cause_in_two_reports_is_one_cluster() -> None:
    first = annotated("The ferry sank because smugglers had loosened the ballast.", outlet="The Gannet")
    second = annotated(
        "Smugglers loosened the ballast, and because of it: the ferry sank because smugglers loosened the ballast.",
        outlet="The Heron",
    )
    pairs = all_pairs([ExplanationLinker()], [first, second])
    ids = [item.id for report in (first, second) for item in report.explanations]
    assert any(len(group) > 1 for group in fold_explanations(ids, pairs))


def test_two_causes_of_one_thing_stay_apart() -> None:
    first = annotated("The ferry sank because smugglers had loosened the ballast.", outlet="The Gannet")
    second = annotated("The ferry sank because the captain slept through the alarm.", outlet="The Heron")
    pairs = all_pairs([ExplanationLinker()], [first, second])
    ids = [item.id for report in (first, second) for item in report.explanations]
    assert len(fold_explanations(ids, pairs)) == 2


def test_the_terms_are_those_of_the_cause() -> None:
    item = annotated("The ferry sank because smugglers had loosened the ballast.").explanations[0]
    assert "ballast" in explaining_terms(item) and "ferry" not in explaining_terms(item)
