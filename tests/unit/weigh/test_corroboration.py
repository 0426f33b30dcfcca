"""Corroboration counts independent origins, not reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.records.linked import Origin
from reportedly.weigh.corroboration import RULES, _grade, distance_of, independent, of_claim
from tests.unit.weigh.story_of import story_of

TEXTS = (("The Gannet", "2031-05-04", "Captain Jane Roe said that the ferry Petrel hit a rock."),
         ("Harbour Post", "2031-05-05", "Captain Jane Roe said that the ferry Petrel hit a rock."))


def test_copies_are_one_origin() -> None:
    story = story_of(*TEXTS)
    reports = tuple(report.article.id for report in story.state.reports)
    shared = Origin(id=reports[0], reports=reports, basis="test", credit=None)
    copied = replace(story, origin_of=dict.fromkeys(reports, shared))
    assert independent(reports, copied) == (reports[0],)


def test_claim_of_one_origin_that_is_denied_has_grade_four() -> None:
    story = story_of(("The Gannet", "2031-05-04", "Captain Jane Roe said that the ferry Petrel hit a rock."),
                     ("Harbour Post", "2031-05-05", "Admiral John Doe denied that the ferry Petrel hit a rock."))
    [claim] = story.claims
    assert of_claim(claim, story).grade == 4


def test_the_distance_of_tellers() -> None:
    story = story_of(("The Gannet", "2031-05-04", "“I saw the ferry hit the rock,” Jane Roe said. Two officials said "
                      "that the ferry was old. Peter Tern said that the ferry had been inspected in March."))
    found = {statement.speaker: distance_of(statement, (), story) for statement in story.statements.values()}
    assert (found["Jane Roe"], found["Peter Tern"]) == ("witness", "named")
    assert "unnamed" in found.values()


@pytest.mark.parametrize(("supporting", "denied", "near", "denied_first_hand", "grade"), [
    (2, False, False, False, 1), (1, False, True, False, 2), (1, False, False, False, 3), (3, True, True, False, 4),
    (1, True, False, True, 5), (0, True, False, False, 4), (0, False, False, False, 6)])
def test_one_rule_for_each_grade(
        supporting: int, denied: bool, near: bool, denied_first_hand: bool, grade: int) -> None:
    assert _grade(supporting, denied, near, denied_first_hand) == grade
    assert grade in dict(RULES)
