"""Who knew what when, folded over reports."""

from __future__ import annotations

from itertools import permutations

from reportedly.records.weighed import KnowledgeRow
from reportedly.weigh.knowledge import knowledge
from tests.unit.weigh.story_of import story_of

GANNET = ("The Gannet", "2031-05-04", "Peter Tern warned Jane Roe on May 2 that the northern lock gate was cracked.")
POST = ("Harbour Post", "2031-05-05", "Jane Roe had been warned by Peter Tern that the northern lock gate was cracked, "
        "the port said. Jane Roe told Runa Ostby that the northern lock gate was cracked.")


def rows(*reports: tuple[str, str, str]) -> tuple[KnowledgeRow, ...]:
    return knowledge(story_of(*reports))


def test_one_row_for_one_matter_with_every_report() -> None:
    warned = next(row for row in rows(GANNET, POST) if row.kind == "warned")
    assert (warned.actor, warned.informants, len(warned.reports)) == ("Jane Roe", ("Peter Tern",), 2)
    assert warned.when.earliest == "2031-05-02"


def test_the_chain_goes_back_to_the_first_informant() -> None:
    told = next(row for row in rows(GANNET, POST) if row.actor == "Runa Ostby")
    assert told.chain == ("Peter Tern", "Jane Roe", "Runa Ostby")


def test_any_order_gives_the_same_rows() -> None:
    assert len({rows(*order) for order in permutations((GANNET, POST))}) == 1
