"""Every span of every item is listed once."""

from reportedly.show.citations import citations, cited_spans, first_mentions
from tests.dossiers import canal


def test_every_citation_holds_its_own_words() -> None:
    dossier = canal()
    texts = {item.article.id: item.article.text for item in dossier.articles}
    found = citations(dossier)
    assert found
    assert all(texts[item.span.article_id][item.span.start:item.span.end] == item.span.exact for item in found)


def test_every_kind_of_item_is_cited() -> None:
    assert {item.kind for item in citations(canal())} == {
        "lead", "event", "statement", "claim", "dispute", "theory", "evidence", "forecast", "resolution", "hedge",
        "knowledge", "origin", "person", "place"}


def test_spans_of_a_report_are_unique_and_in_reading_order() -> None:
    for spans in cited_spans(canal()).values():
        places = [(span.start, span.end) for span in spans]
        assert places == sorted(set(places))


def test_a_person_is_cited_once_a_report() -> None:
    dossier = canal()
    spans = first_mentions(dossier)[dossier.people[0].id]
    assert [span.exact for span in spans].count("Teodor Kalvik") == 1
    assert len({span.article_id for span in spans}) == len(spans) == 2
