"""People and groups over all reports."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from reportedly.link.entities import NameLinker, fold_entities, node_id
from reportedly.link.pairing import all_pairs
from reportedly.records.annotation import AnnotatedArticle, EntityKind, LocalEntity
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Judgement, Provenance
from reportedly.records.linked import Entity
from tests.factory import annotated, article

PERSON, ORGANIZATION, PLACE = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE


def report(number: int, *names: tuple[EntityKind, str], role: str = "") -> AnnotatedArticle:
    text = f"{number}. " + ". ".join(name for _, name in names)
    source = article(text)
    entities = []
    for kind, name in names:
        start = text.index(name)
        entities.append(LocalEntity(
            id=MemberId(content_id("n", source.id, name)), kind=kind, name=name, aliases=(),
            roles=(role,) if role else (), mentions=(source.span(start, start + len(name)),),
            provenance=Provenance(component="test", rule="test")))
    return AnnotatedArticle(article=source, entities=tuple(entities))


def folded(*reports: AnnotatedArticle, judgements: tuple[Judgement, ...] = ()) -> tuple[Entity, ...]:
    return fold_entities(reports, all_pairs((NameLinker(),), reports), judgements)


def test_one_name_in_many_reports_is_one_node() -> None:
    first, second = report(1, (PERSON, "Jane Roe")), report(2, (PERSON, "JANE ROE"))
    assert node_id(first.entities[0]) == node_id(second.entities[0])


def test_other_spellings_merge_and_contradictions_do_not() -> None:
    found = folded(report(1, (PERSON, "Seo Tae-hoon")), report(2, (PERSON, "Seo Tae-hun")),
                   report(3, (PERSON, "Seo Duk-soo")))
    assert sorted(len(entity.members) for entity in found) == [1, 2]


def test_lone_family_name_joins_the_only_one_that_fits() -> None:
    assert len(folded(report(1, (PERSON, "Jane Roe")), report(2, (PERSON, "Roe")))) == 1


def test_lone_family_name_of_two_namesakes_stays_alone() -> None:
    found = folded(report(1, (PERSON, "Jane Roe")), report(2, (PERSON, "Peter Roe")), report(3, (PERSON, "Roe")))
    assert len(found) == 3


def test_role_decides_between_namesakes() -> None:
    found = folded(report(1, (PERSON, "Jane Roe"), role="mayor"), report(2, (PERSON, "Peter Roe")),
                   report(3, (PERSON, "Roe"), role="Mayor"))
    assert [entity.name for entity in found if len(entity.members) == 2] == ["Jane Roe"]


def test_name_taken_for_an_organisation_joins_the_person() -> None:
    found = folded(*(report(number, (PERSON, "Jane Roe")) for number in range(4)), report(9, (ORGANIZATION, "Roe")))
    assert [(entity.name, len(entity.reports)) for entity in found] == [("Jane Roe", 5)]


def test_place_is_no_person_of_the_same_name() -> None:
    assert len(folded(report(1, (PERSON, "Jane Hampton")), report(2, (PLACE, "Hampton")))) == 2


def test_acronym_and_full_name_are_one_organisation() -> None:
    found = folded(report(1, (ORGANIZATION, "NHC")), report(2, (ORGANIZATION, "National Harbour Commission")))
    assert [entity.name for entity in found] == ["National Harbour Commission"]
    assert found[0].aliases == ("NHC",)


def test_order_of_reports_is_of_no_matter() -> None:
    reports = [report(1, (PERSON, "Jane Roe")), report(2, (PERSON, "Roe")), report(3, (PERSON, "Jane F. Roe"))]
    assert len({folded(*order) for order in permutations(reports)}) == 1


def test_judgements_join_part_and_rename() -> None:
    one, two = report(1, (PERSON, "Jane Roe")), report(2, (PERSON, "Peter Tern"))
    members = (one.entities[0].id, two.entities[0].id)

    def judged(kind: str, value: str | None = None) -> Judgement:
        return Judgement(id=kind, kind=kind, members=members, value=value, who="reader", said_at="2031-05-04")
    assert len(folded(one, two, judgements=(judged("same"),))) == 1
    assert len(folded(one, two, judgements=(judged("same"), judged("different")))) == 2
    renamed = folded(one, two, judgements=(judged("same"), judged("name", "The pair")))
    assert [entity.name for entity in renamed] == ["The pair"]


def test_kind_of_most_evidence_wins_over_the_kind_of_most_reports() -> None:
    def sure(number: int, kind: EntityKind, score: float) -> AnnotatedArticle:
        source = report(number, (kind, "Doro Flinch"))
        told = replace(source.entities[0], provenance=Provenance(component="test", rule="test", score=score))
        return replace(source, entities=(told,))
    entity, = folded(sure(1, ORGANIZATION, 0.25), sure(2, ORGANIZATION, 0.25), sure(3, PERSON, 1.0))
    assert entity.kind is PERSON


def test_firm_without_its_trade_is_the_firm_even_where_the_parser_sees_a_person() -> None:
    full = [report(number, (ORGANIZATION, "Tamber Hydraulics")) for number in range(3)]
    entity, = folded(*full, report(9, (PERSON, "Tamber")))
    assert entity.kind is ORGANIZATION and entity.aliases == ("Tamber",)


def test_roles_have_their_time() -> None:
    one = annotated("Mayor Jane Roe opened the bridge. Jane Roe smiled.", published="2031-05-04")
    other = annotated("Mayor Jane Roe left. Former mayor Jane Roe was not there again.", published="2031-06-01",
                      outlet="The Tern")
    pairs = all_pairs((NameLinker(),), (one, other))
    roe = next(item for item in fold_entities((one, other), pairs) if item.name == "Jane Roe")
    uses = {use.role: (use.first, use.last) for use in roe.role_uses}
    assert uses["Mayor"] == ("2031-05-04", "2031-06-01")
    assert [use.role for use in roe.role_uses] == list(roe.roles)
