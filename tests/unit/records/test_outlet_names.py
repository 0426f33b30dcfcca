"""The names that outlets go by."""

from __future__ import annotations

import pytest

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
