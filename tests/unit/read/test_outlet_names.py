"""Names of well-known outlets by host."""

from __future__ import annotations

import json

import pytest

from reportedly.read.outlet_names import name_of_host
from reportedly.read.reader import read_report
from reportedly.records.article import RawReport


@pytest.mark.parametrize(("host", "name"), [
    ("bbc.co.uk", "BBC"), ("news.bbc.co.uk", "BBC"), ("gannet.example", None), ("notbbc.co.uk", None), ("uk", None),
])
def test_a_host_or_one_below_it_has_the_name(host: str, name: str | None) -> None:
    assert name_of_host(host) == name


@pytest.mark.parametrize(("outlet", "name"), [
    (None, "NPR"), ("www.npr.org", "NPR"), ("Harbour Radio", "Harbour Radio"), ("harbour.example", "harbour.example"),
])
def test_a_name_given_wins_over_the_host(outlet: str | None, name: str) -> None:
    row = {"url": "https://www.npr.org/f", "outlet": outlet, "text": "The ferry burned for two days. It was old."}
    article = read_report(RawReport(data=json.dumps(row).encode(), media="json", where="w:1", name="w:1"))
    assert article.outlet.name == name and article.outlet.domain == "npr.org"
