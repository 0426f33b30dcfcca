from __future__ import annotations

import pytest

from tests.unit.annotate.set_off import set_off

SAID = "“You cannot eat a view.”"


@pytest.mark.parametrize(("text", "expected"), [
    (f"{SAID} — Nadia Roe, hotel cleaner", ("Nadia Roe, hotel cleaner", "—", SAID)),
    (f"{SAID} -- Judge Orla Finch, in her ruling on Monday", ("Judge Orla Finch", "--", SAID)),
    (f"{SAID}\n— Nadia Roe, hotel cleaner", ("Nadia Roe, hotel cleaner", "—", SAID)),
    (f"{SAID}\n– A resident of Brill", ("A resident of Brill", "–", SAID)),
    (f"{SAID} — @nadiaroe", ("@nadiaroe", "—", SAID)),
    (f"Quote of the week: {SAID} – Nadia Roe", ("Nadia Roe", "–", SAID)),
    ("“One day I will go back,\n“and sit by the river.”\n— Leyla Moss, refugee",
     ("Leyla Moss, refugee", "—", "“One day I will go back, “and sit by the river.”")),
    ("The gate is open. Drive slowly. — Brill Police (@brillpolice) May 3, 2031",
     ("Brill Police (@brillpolice)", "—", "The gate is open. Drive slowly.")),
    ("The gate is open. Drive slowly.\n— Brill Police (@brillpolice) 3 May 2031",
     ("Brill Police (@brillpolice)", "—", "The gate is open. Drive slowly.")),
])
def test_words_before_a_dash_and_a_name_are_that_speakers(text: str, expected: tuple[str, str, str]) -> None:
    assert set_off(text) == [expected]


def test_a_surname_alone_signs_where_the_report_names_its_bearer() -> None:
    found = set_off(f"Peter Sands spoke on Monday. Later Mr Sands left the town.\n{SAID}\n- Sands.")
    assert found == [("Sands", "-", SAID)]


@pytest.mark.parametrize("text", [
    "“You cannot eat a view” – a phrase he liked – was on every poster.",
    "“You cannot eat a view,” she said – and then the lights went out.",
    "“The Long Thaw” — Nadia Roe",
    "The mayor resigned on Monday.\n— Reuters",
    "The mayor resigned on Monday.\n— Nadia Roe, staff writer",
    f"{SAID}\n— With reporting by Tom Reed",
    f"{SAID}\n— Reuters",
    "Bring with you:\n- Nadia's map\n- Tom Reed's rope",
    "BRILL (Heron) — The mayor said he would go.",
    f"{SAID} — as people say in Brill",
])
def test_other_dashes_sign_nothing(text: str) -> None:
    assert set_off(text) == []
