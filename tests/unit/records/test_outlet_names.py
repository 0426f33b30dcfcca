"""The names that outlets go by."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import reportedly
from reportedly.records.article import Outlet
from reportedly.records.outlet_names import outlet_name


@pytest.mark.parametrize(("host", "name"), [
    ("bbc.co.uk", "BBC News"), ("www.bbc.co.uk", "BBC News"), ("news.bbc.co.uk", "BBC News"), ("co.uk", None),
    ("heron.example", None), ("The Heron", None)])
def test_the_name_of_a_host(host: str, name: str | None) -> None:
    assert outlet_name(host) == name


@pytest.mark.parametrize(("name", "label"), [
    ("theguardian.com", "The Guardian"), ("The Heron", "The Heron"), ("heron.example", "heron.example")])
def test_an_outlet_is_shown_by_its_name_and_kept_as_it_was_given(name: str, label: str) -> None:
    outlet = Outlet(name=name, domain="theguardian.com")
    assert (outlet.label, outlet.name) == (label, name)


def test_a_grade_given_to_a_host_counts_for_its_outlet(tmp_path: Path) -> None:
    report = {"url": "https://www.bbc.com/x", "published": "2031-06-01", "title": "Gate",
              "text": "The gate of the lock is shut, Mary Roe said on Monday."}
    (tmp_path / "report.jsonl").write_text(json.dumps(report) + "\n")
    (tmp_path / "grades.csv").write_text("outlet,grade\nbbc.com,B\n")
    story = reportedly.build(tmp_path / "report.jsonl", story=tmp_path / "story", now="2031-06-02")
    assert [row.outlet for row in story.sources] == ["BBC News"]
    assert len(story.judge("Ana", now="2031-06-02").grades(tmp_path / "grades.csv")) == 1
    assert [row.grade for row in story.sources] == ["B"]
