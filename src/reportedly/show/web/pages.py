"""Dossier -> the files of its pages. A pure function: the same dossier gives the same bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from reportedly.dossier.records import Dossier, StatementRow
from reportedly.dossier.timeline import brief
from reportedly.options import default
from reportedly.records.article import Article
from reportedly.records.ids import ArticleId
from reportedly.records.judgement import Provenance
from reportedly.records.linked import Entity, Event
from reportedly.records.span import SourceSpan
from reportedly.show import chronology, when
from reportedly.show.calibration import chart_of
from reportedly.show.citations import cited_spans, first_mentions
from reportedly.show.explaining import Explained, members_of
from reportedly.show.unnamed import parts
from reportedly.show.web import context, drawings, highlight
from reportedly.weigh.corroboration import RULES
from reportedly.weigh.scores import calibration, score

if TYPE_CHECKING:
    from reportedly.store.search import Hit

STATIC = ("style.css", "page.js")
LANGUAGE_NAMES = {"ar": "Arabic", "de": "German", "es": "Spanish", "fr": "French", "it": "Italian", "ko": "Korean",
                  "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish",
                  "uk": "Ukrainian", "zh": "Chinese", "ja": "Japanese", "und": "a language that could not be told"}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of each list stands on the first page; the rest is on the list's own page."""

    timeline: int = 40
    brief: int = int(default("brief-entries") or 0)
    """Entries of the timeline that are not folded away."""
    background: int = 10
    statements: int = 20
    disputes: int = 10
    theories: int = 8
    forecasts: int = 12
    reports: int = 60
    people: int = 30
    places: int = 20
    changes: int = 5
    cites: int = 4
    """Links beneath one entry."""
    columns: int = 8
    """Items that theories are weighed by, those that separate them best."""


FIRST_PAGE = Limits()
ALL = Limits(**{field.name: 1_000_000 for field in fields(Limits)})
LIST_PAGES = ("timeline", "statements", "disputes", "theories", "forecasts", "knowledge", "sources", "people")
"""Pages that hold one section with everything in it."""
KINDS = {"timeline": "Happening", "statements": "Statement", "claims": "Claim", "disputes": "Dispute",
         "theories": "Theory", "forecasts": "Forecast", "knowledge": "What somebody knew", "people": "Person or group",
         "places": "Place", "events": "Happening", "entities": "Name in a report", "report": "Report"}
"""What an item is called on its own page, by its section or layer."""
PLACED = {"places": "people", "claims": ""}
"""Sections of the front page that go by another name there; empty for those it does not have."""


def scored_forecasts(dossier: Dossier) -> dict[str, object] | None:
    """The calibration chart and the scores by speaker; None while nothing is settled and due."""
    rows = [row for row in score(dossier.forecasts, dossier.as_of, "speaker") if row.scored]
    return {"chart": chart_of(calibration(dossier.forecasts, dossier.as_of)), "rows": rows} if rows else None


def static(name: str) -> bytes:
    """The style sheet or the script, by a name of `STATIC`."""
    return files("reportedly.show.web").joinpath("static", name).read_bytes()


class Pages:
    """The pages of one dossier, each made when it is asked for. Nothing in them is loaded from elsewhere."""

    def __init__(self, dossier: Dossier, *, served: bool = False) -> None:
        """`served`: a server answers, so that there is a search form; a folder on disk has none."""
        self.dossier = context.grounded(dossier)
        self._links = context.Links(self.dossier)
        self._environment = _environment(self.dossier, self._links, served=served)
        self._spans = cited_spans(self.dossier)
        self._articles = {self._links.report(item.article.id): item for item in self.dossier.articles}

    @property
    def names(self) -> tuple[str, ...]:
        """Path of every page and of the style sheet and script they use.

        `index.html` is the dossier, `reports/ID.html` a stored report with every cited span as a target,
        `timeline.html` and its like one section in full, `method.html` what made it and how to check it.
        """
        lists = (f"{name}.html" for name in LIST_PAGES)
        return tuple(sorted(("index.html", "method.html", *lists, *self._articles, *STATIC)))

    def page(self, name: str, also: Iterable[SourceSpan] = ()) -> str | bytes:
        """The content of a page; `also`: spans of a report that are targets too. Raises KeyError for an unknown one."""
        if name in self._articles:
            return self._report(name, also)
        if name == "index.html":
            return _page(self._environment, "index.j2", limits=FIRST_PAGE, root="")
        if name == "method.html":
            return _page(self._environment, "method.j2", limits=ALL, root="", made=made_by(self.dossier))
        if name in STATIC:
            return static(name)
        if (section := name.removesuffix(".html")) in LIST_PAGES and section != name:
            return _page(self._environment, "section.j2", limits=ALL, root="", section=section)
        raise KeyError(name)

    def article(self, name: str) -> Article | None:
        """The report whose page this is; None where it is another page."""
        item = self._articles.get(name)
        return item.article if item else None

    def found(self, words: str, hits: Sequence[Hit], most: int) -> str:
        """The page of what a search found: the first `most` sentences, the words in them marked."""
        shown = [(self._links.hit(hit), self._homes[hit.article_id], context.marked_hit(hit)) for hit in hits
                 if hit.article_id in self._homes]
        return _page(self._environment, "search.j2", limits=ALL, root="", words=words, hits=shown[:most],
                     is_cut=len(shown) > most)

    def item(self, item: Explained) -> str:
        """The page of one item, under the id of any of its members: its words, where it stands, and why."""
        sections = [name for name, _, _ in item.part_of]
        entity = _entity_of(self.dossier, item.id)
        return _page(self._environment, "item.j2", limits=ALL, root="../", item=item, homes=self._homes,
                     original=context.original, citation=context.citation,
                     kind=KINDS.get(sections[0] if sections else item.kind, item.kind),
                     section=next((PLACED.get(name, name) for name in sections if PLACED.get(name, name)), ""),
                     entity=entity, says=_said_by(self.dossier, entity))

    def missing(self, path: str) -> str:
        """The page for an address that is none of this dossier's."""
        return _page(self._environment, "missing.j2", limits=ALL, root="../" * path.count("/"), path=path)

    @cached_property
    def _homes(self) -> dict[ArticleId, Article]:
        return {item.article.id: item.article for item in self._articles.values()}

    def _report(self, name: str, also: Iterable[SourceSpan]) -> str:
        item = self._articles[name]
        spans = (*self._spans.get(item.article.id, ()), *also)
        return _page(self._environment, "report.j2", limits=ALL, root="../", item=item, article=item.article,
                     report=highlight.marked_report(item.article, spans))


def _entity_of(dossier: Dossier, item: str) -> Entity | None:
    """The person, group or place with this member; None for other items."""
    return next((entity for entity in (*dossier.people, *dossier.places) if item in entity.members), None)


def _said_by(dossier: Dossier, entity: Entity | None) -> tuple[StatementRow, ...]:
    """What a person, group or place says; empty for None."""
    return tuple(row for row in dossier.statements if entity and row.statement.entity in entity.members)


def render(dossier: Dossier) -> dict[str, str | bytes]:
    """Path -> content of every page and of the style sheet and script they use."""
    pages = Pages(dossier)
    return {name: pages.page(name) for name in pages.names}


def made_by(dossier: Dossier) -> tuple[tuple[str, str, int], ...]:
    """(component, rule, items it made) over everything shown, most used first."""
    used = Counter((item.component, item.rule) for item in _provenances(dossier))
    rows = [(component, rule, number) for (component, rule), number in used.items()]
    return tuple(sorted(rows, key=lambda row: (row[0], -row[2], row[1])))


def _provenances(dossier: Dossier) -> list[Provenance]:
    return [*(item.provenance for item in dossier.disputes), *(item.provenance for item in dossier.theories),
            *(item.provenance for item in dossier.forecasts), *(row.statement.provenance for row in dossier.statements),
            *(evidence.provenance for theory in dossier.theories for evidence in theory.evidence)]


def _page(environment: Environment, template: str, **values: object) -> str:
    return environment.get_template(template).render(**values)


def _environment(dossier: Dossier, links: context.Links, *, served: bool) -> Environment:
    """The templates with what every page of this dossier may ask for. All that is put into them is escaped."""
    environment = Environment(loader=PackageLoader("reportedly.show.web"), autoescape=True, undefined=StrictUndefined,
                              trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    environment.filters.update(when=when.when_in_words, moment=when.moment_in_words, hour=chronology.clock,
                               event_when=chronology.when_in_words, doubt=chronology.doubt_in_words,
                               lag=chronology.lag_in_words, times=chronology.times_in_words,
                               address=context.web_address, language=_language, shortened=context.shortened,
                               members=members_of, evidence=context.evidence_split, said=context.said_spans,
                               unnamed=parts, thousands=lambda number: f"{number:,}")
    standing = chronology.standing(dossier)
    environment.globals.update({
        "dossier": dossier, "links": links, "standing": standing, "served": served,
        "days": chronology.days, "hours": chronology.hours, "stretches": chronology.stretches, "brief": brief,
        "statuses": chronology.STATUSES,
        "mentions": first_mentions(dossier), "rows": {row.id: row for row in dossier.reports},
        "superseded": {change.older: change for change in dossier.changes},
        "later": {change.newer: change for change in dossier.changes},
        "band": drawings.time_band(dossier.timeline, standing), "agreement": drawings.agreement_bar(dossier.counts),
        "share_bar": drawings.share_bar, "origin_chain": drawings.origin_chain, "marked_sides": context.marked_sides,
        "totals": _totals(dossier), "grade_rules": RULES,
        "texts": {theory.id: theory.text for theory in dossier.theories},
        "scored": scored_forecasts(dossier),
        "newest": _newest(dossier), "unannotated": [row for row in dossier.reports if not row.annotated],
    })
    return environment


def _totals(dossier: Dossier) -> dict[str, int]:
    """How many entries each list page holds."""
    return {"timeline": len(dossier.timeline), "statements": len(dossier.statements), "disputes": len(dossier.disputes),
            "theories": len(dossier.theories), "forecasts": len(dossier.forecasts), "knowledge": len(dossier.knowledge),
            "sources": len(dossier.sources),
            "people": len(dossier.people) + len(dossier.places)}


def _newest(dossier: Dossier) -> list[Event]:
    """The heaviest timeline entries that were first reported on the last day in view."""
    return [event for event in dossier.timeline if event.first_reported and dossier.as_of
            and event.first_reported[:10] == dossier.as_of[:10]][:4]


def _language(code: str) -> str:
    return LANGUAGE_NAMES.get(code, code)

