"""Why a timeline entry stands where it does."""

from __future__ import annotations

from dataclasses import replace

from reportedly.records.linked import Event
from reportedly.show.cli.explained import explained_lines
from reportedly.show.explaining import Explainer, weighed
from tests.dossiers import canal

DOSSIER = canal()
FIRST, SECOND = DOSSIER.timeline[:2]


def said(event: Event) -> list[str]:
    return list(weighed(replace(DOSSIER, timeline=(FIRST, event, *DOSSIER.timeline[2:])), event))


def test_weight_is_told_by_its_parts() -> None:
    lines = said(replace(SECOND, centrality=0.25, novelty=0.6, repeats=FIRST.id))
    assert lines[0].startswith("place 2 of 5 by weight 6.00: ")
    assert lines[1] == "independent origins: 1 (Luthen Courier)"
    assert lines[2].startswith("centrality: 0.25 of 1")
    assert lines[3].startswith(f"novelty: 0.60 of 1, after {FIRST.id}") and FIRST.text in lines[3]


def test_what_repeats_nothing_is_all_new() -> None:
    assert said(SECOND)[3] == "novelty: 1.00 of 1, no heavier entry tells the same"


def test_time_is_told_with_who_gives_it_and_the_delay() -> None:
    times = (("2031-05-06T04:00", "Gannet"), ("2031-05-06T04:30", "Tern"))
    lines = said(replace(SECOND, times=times, edtf="2031-05-06", first_report=DOSSIER.reports[0].id, lag_days=1,
                         lag_hours=20, is_background=True))
    assert "when: 6 May 2031, 04:00–04:30 (by hand); EDTF 2031-05-06" in lines
    assert lines[5:7] == ["time given: 04:00 (Gannet)", "time given: 04:30 (Tern)"]
    assert lines[7] == "first reported: 2031-05-06 by The Gannet; 1 day after it happened, about 20 h"
    assert lines[8].startswith("background: ")
    assert any("on the day itself" in line for line in
               said(replace(SECOND, first_report=DOSSIER.reports[0].id, lag_days=0)))


def test_only_what_stands_on_the_timeline_is_weighed() -> None:
    entry = Explainer(DOSSIER).explain("timeline", FIRST)
    assert entry.weighed and "On the timeline" in "\n".join(explained_lines(entry, 80))
    assert not Explainer(DOSSIER).explain("statements", DOSSIER.statements[2].statement).weighed
