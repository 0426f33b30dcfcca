"""The invented story of `examples/` against what a careful reader would want from it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.dossier.records import Dossier
from reportedly.records.article import ZoneKind

EXAMPLES = Path(__file__).parents[2] / "examples"
EXPECTED: dict[str, Any] = json.loads((EXAMPLES / "expected.json").read_text(encoding="utf-8"))
NOW = "2031-06-30T12:00:00+00:00"


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The example, built as a person would build it."""
    story = tmp_path_factory.mktemp("example") / "story"
    return reportedly.build([EXAMPLES / "reports"], story, now=NOW).dossier


def has(text: str, words: list[str]) -> bool:
    return all(word.casefold() in text.casefold() for word in words)


def test_counts_reports_outlets_and_independent_origins(dossier: Dossier) -> None:
    counts = dossier.counts
    assert {"reports": counts.reports, "outlets": counts.outlets, "origins": counts.origins} == EXPECTED["counts"]


def test_wire_copies_are_one_origin(dossier: Dossier) -> None:
    for outlets in EXPECTED["copies"]:
        sets = [{dossier.outlet_of(report) for report in origin.reports} for origin in dossier.origins]
        assert set(outlets) in sets


def test_broken_reports_are_listed_with_their_reason(dossier: Dossier) -> None:
    listed = [(item.where, item.reason) for item in dossier.unread]
    for want in EXPECTED["unread"]:
        assert any(where.endswith(want["where"]) and want["reason"] in reason for where, reason in listed), listed
    assert len(listed) == len(EXPECTED["unread"])


def test_another_language_is_kept_but_not_annotated(dossier: Dossier) -> None:
    found = [{"name": row.name, "language": row.language} for row in dossier.reports if not row.annotated]
    assert found == EXPECTED["not_annotated"]


def test_a_report_without_a_date_gets_none(dossier: Dossier) -> None:
    assert sorted(row.name for row in dossier.reports if row.published is None) == sorted(EXPECTED["undated"])


def test_a_correction_is_a_later_version_with_its_change(dossier: Dossier) -> None:
    for want in EXPECTED["changed"]:
        change = next(item for item in dossier.changes if item.outlet == want["outlet"])
        assert any(kind == "removed" and want["removed"] in words for kind, words in change.pieces)
        assert any(kind == "added" and want["added"] in words for kind, words in change.pieces)


@pytest.mark.parametrize("want", EXPECTED["furniture"], ids=lambda want: want["name"])
def test_furniture_is_typed(dossier: Dossier, want: dict[str, Any]) -> None:
    article = next(item.article for item in dossier.articles if item.article.name == want["name"])
    furniture = [article.text[zone.start:zone.end] for zone in article.zones if zone.kind is ZoneKind.FURNITURE]
    for words in want["words"]:
        assert any(words in line for line in furniture), furniture


@pytest.mark.parametrize("want", EXPECTED["quote_blocks"], ids=lambda want: want["name"])
def test_lost_block_quotes_are_found(dossier: Dossier, want: dict[str, Any]) -> None:
    article = next(item.article for item in dossier.articles if item.article.name == want["name"])
    blocks = [article.text[zone.start:zone.end] for zone in article.zones if zone.kind is ZoneKind.QUOTE_BLOCK]
    assert any(want["words"] in block for block in blocks), blocks


@pytest.mark.parametrize("want", EXPECTED["entities"], ids=lambda want: want["name"])
def test_names_are_merged(dossier: Dossier, want: dict[str, Any]) -> None:
    matching = [item for item in dossier.people if want["name"] == item.name or want["name"] in item.aliases]
    assert len(matching) == 1
    names = {matching[0].name, *matching[0].aliases}
    assert set(want.get("aliases", ())) <= names


@pytest.mark.parametrize("want", EXPECTED["timeline"], ids=lambda want: " ".join(want["words"]))
def test_happenings_stand_on_their_day(dossier: Dossier, want: dict[str, Any]) -> None:
    assert any(event.when.day == want["date"] and has(event.text, want["words"]) for event in dossier.timeline)


@pytest.mark.parametrize("want", EXPECTED["statements"], ids=lambda want: want["speaker"])
def test_words_stand_under_their_speaker(dossier: Dossier, want: dict[str, Any]) -> None:
    assert any(row.speaker == want["speaker"] and has(row.text, want["words"]) for row in dossier.statements)


@pytest.mark.parametrize("want", EXPECTED["disputes"], ids=lambda want: " ".join(want["words"]))
def test_disputes_are_found(dossier: Dossier, want: dict[str, Any]) -> None:
    def all_words(dispute: Any) -> str:
        return " ".join([dispute.text, *(f"{side.who} {side.text} {side.value}" for side in dispute.positions)])

    assert any(has(all_words(dispute), want["words"]) and set(want["who"]) <= {side.who for side in dispute.positions}
               for dispute in dossier.disputes)


@pytest.mark.parametrize("want", EXPECTED["theories"], ids=lambda want: " ".join(want["words"]))
def test_rival_theories_are_found(dossier: Dossier, want: dict[str, Any]) -> None:
    assert any(has(theory.text, want["words"]) for theory in dossier.theories)


@pytest.mark.parametrize("want", EXPECTED["forecasts"], ids=lambda want: " ".join(want["words"]))
def test_forecasts_are_kept_with_their_hedge(dossier: Dossier, want: dict[str, Any]) -> None:
    found = [item for item in dossier.forecasts if has(item.text, want["words"])]
    assert found
    if "who" in want:
        assert any(item.who == want["who"] for item in found)
    if "hedge" in want:
        assert any(item.hedge and item.hedge.word == want["hedge"] for item in found)


def test_everything_shown_is_in_its_report(dossier: Dossier) -> None:
    texts = {item.article.id: item.article.text for item in dossier.articles}
    spans = [span for event in dossier.timeline for span in event.spans]
    spans += [span for row in dossier.statements for span in row.spans]
    spans += [span for dispute in dossier.disputes for side in dispute.positions for span in side.spans]
    assert spans
    assert all(texts[span.article_id][span.start:span.end] == span.exact for span in spans)


BUILT = """
import sys, reportedly
from pathlib import Path
from reportedly.show.export.formats import export
story = reportedly.build([Path(sys.argv[1])], Path(sys.argv[2]) / "story", now=sys.argv[3])
export(story.dossier, "json", Path(sys.argv[2]) / "out")
"""


def test_the_order_in_which_sets_are_gone_through_does_not_show(tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        subprocess.run([sys.executable, "-c", BUILT, str(EXAMPLES / "reports"), str(folder), NOW], check=True,
                       env={**os.environ, "PYTHONHASHSEED": seed})
        written.append({path.name: path.read_bytes() for path in sorted((folder / "out").rglob("*.json"))})
    assert written[0] and written[0] == written[1]
