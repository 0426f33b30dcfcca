"""Dossier -> the files of its pages. A pure function: the same dossier gives the same bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property, partial
from importlib.resources import files
from typing import Any

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
from reportedly.show.changed import Changes
from reportedly.show.citations import cited_spans, first_mentions
from reportedly.show.explaining import Explained, Explainer, members_of
from reportedly.show.unknown import LABELS, unknowns
from reportedly.show.unnamed import parts
from reportedly.show.web import context, drawings, highlight, outlets
from reportedly.show.web.card import card
from reportedly.show.web.drawn import Drawn
from reportedly.show.web.feeds import atom, json_feed
from reportedly.show.web.head import json_ld
from reportedly.show.web.layers import SWITCHES, layers
from reportedly.show.web.lists import LIST_PAGES, Lists, facets, file_name, narrowed
from reportedly.show.web.outlets import OutletView
from reportedly.show.web.related import Related
from reportedly.show.web.searching import FOUND, Search
from reportedly.show.web.sharing import excerpted
from reportedly.text.counted import counted
from reportedly.weigh.competing import ranks_without
from reportedly.weigh.corroboration import RULES
from reportedly.weigh.scores import calibration, score

STATIC = ("style.css", "page.js")
FEEDS = {"feed.atom": atom, "feed.json": json_feed}
CARD = "card.png"
"""The picture that stands for the dossier where somebody shares its address."""
LANGUAGE_NAMES = {"ar": "Arabic", "de": "German", "es": "Spanish", "fr": "French", "it": "Italian", "ko": "Korean",
                  "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish",
                  "uk": "Ukrainian", "zh": "Chinese", "ja": "Japanese", "und": "a language that could not be told"}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of each list stands on the first page; the rest is on the list's own page."""

    timeline: int = 24
    brief: int = int(default("brief-entries") or 0)
    """Entries of the timeline that are not folded away."""
    background: int = 6
    statements: int = 12
    disputes: int = 7
    theories: int = 3
    forecasts: int = 10
    claims: int = 20
    reports: int = 16
    people: int = 14
    places: int = 8
    changes: int = 5
    unknown: int = 4
    evidence: int = 2
    """Items for and against one theory."""
    words: int = 160
    """Code points of one item for or against a theory."""
    sides: int = 4
    """Positions of one dispute."""
    citing: int = 12
    """Outlets and agencies that reports cite."""
    shared: int = 0
    """Pairs of reports whose shared passages are quoted."""
    cited: int = 3
    """Links beneath an entry that has a page of its own, where all of them stand."""
    cites: int = 3
    """Links beneath one entry."""
    columns: int = 5
    """Items that theories are weighed by, those that separate them best."""


NOTE_WORDS = 70
"""Code points of the cited words in the first page's printed notes, which must stay light; lists give more."""
FIRST_PAGE = Limits()
ALL = replace(Limits(**{field.name: 1_000_000 for field in fields(Limits)}), cited=12, shared=150)
KINDS = {"timeline": "Happening", "statements": "Statement", "claims": "Claim", "disputes": "Dispute",
         "theories": "Theory", "forecasts": "Forecast", "knowledge": "What somebody knew", "people": "Person or group",
         "places": "Place", "events": "Happening", "entities": "Name in a report", "report": "Report"}
"""What an item is called on its own page, by its section or layer."""
PLACED = {"places": "people", "claims": "statements"}
"""Sections of the front page that hold what has another name on item pages."""
CARDS = ("disputes", "theories", "forecasts", "statements", "knowledge", "timeline")
"""Sections whose entry tells an item in full; of several that hold it the first of `explaining.SECTIONS` does."""
ITEM_SECTIONS = ("claims", "disputes", "theories", "forecasts", "people", "places")
"""Sections whose items have pages of their own in a folder too; a server makes one of every item and member."""


def scored_forecasts(dossier: Dossier) -> dict[str, object] | None:
    """The calibration chart and the scores by speaker; None while nothing is settled and due."""
    rows = [row for row in score(dossier.forecasts, dossier.as_of, "speaker") if row.scored]
    return {"chart": chart_of(calibration(dossier.forecasts, dossier.as_of)), "rows": rows} if rows else None


def static(name: str) -> bytes:
    """The style sheet or the script, by a name of `STATIC`."""
    return files("reportedly.show.web").joinpath("static", name).read_bytes()


class Pages:
    """The pages of one dossier, each made when it is asked for. Nothing in them is loaded from elsewhere."""

    def __init__(self, dossier: Dossier, *, served: bool = False, shared: bool = False, base: str = "",
                 see_also: Callable[[], Sequence[Related]] = tuple, changes: Changes | None = None) -> None:
        """`served`: a server answers, so that there are a search form, facets and pages of every item; a folder on
        disk has none. `shared`: report pages show only the cited words with at most 40 around them. `base`: the
        address under which the folder will stand, ending in a slash; `` where it is not known. `see_also`: gives the
        related stories when the first page is made. `changes`: what a folder tells of the revision before."""
        self.dossier = context.grounded(dossier)
        self.lists = Lists(self.dossier)
        self._served = served
        self._shared = shared
        self._see_also = see_also
        self._changes = changes
        self._base = base
        self._links = context.Links(self.dossier)
        self._articles = {self._links.report(item.article.id): item for item in self.dossier.articles}
        addresses = outlets.addresses(self.dossier)
        self._outlets = {addresses[source.outlet]: source for source in self.dossier.sources}
        self._made: dict[str, str | bytes] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Path of every page and of the style sheet and script they use.

        `index.html` is the dossier, `reports/ID.html` a stored report with every cited span as a target,
        `sources/OUTLET.html` an outlet, `items/ID.html` a claim, dispute, theory, forecast, person or place,
        `timeline.html`, `timeline-2.html` and their like one section in full, `method.html` what made it and how to
        check it.
        """
        return tuple(sorted(("index.html", "method.html", *self.lists.names, *self._articles, *self._outlets,
                             *self._items, *STATIC, *FEEDS, CARD,
                             *(["changed.html"] if self._changes else ()))))

    def page(self, name: str, also: Iterable[SourceSpan] = (), **more: object) -> str | bytes:
        """The content of a page; `also`: spans of a report that are targets too; `more`: what its template is filled
        with besides. Raises KeyError for an unknown one."""
        spans = tuple(also)
        if spans:
            return self._report(name, spans)
        if more:
            return self._make(name, **more)
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name: str, **more: object) -> str | bytes:
        if name in self._articles:
            return self._report(name, ())
        if name == "index.html":
            return self._page("index.j2", limits=FIRST_PAGE, newest=_newest(self.dossier),
                              unknowns=unknowns(self.dossier), ld=json_ld(self.dossier),
                              see_also=self._see_also(), has_changed=self._changes is not None)
        if name == "method.html":
            return self._page("method.j2", made=made_by(self.dossier))
        if name == "changed.html" and self._changes:
            return self.changed(self._changes, (), "")
        if name in STATIC:
            return static(name)
        if name in FEEDS:
            return FEEDS[name](self.dossier, partial(_address, self.lists, served=self._served), self._base)
        if name == CARD:
            return card(self.dossier)
        if name in self.lists.names:
            return self._list(*self.lists.names[name])
        if name in self._outlets:
            return self._page("outlet.j2", root="../", view=outlets.outlet_view(self.dossier, self._outlets[name]),
                              **more)
        if name in self._items:
            return self.item(self._explainer.explain(*self._items[name]))
        raise KeyError(name)

    def article(self, name: str) -> Article | None:
        """The report whose page this is; None where it is another page."""
        item = self._articles.get(name)
        return item.article if item else None

    def outlet(self, name: str) -> OutletView | None:
        """What the page of an outlet is made of; None where it is another page."""
        source = self._outlets.get(name)
        return outlets.outlet_view(self.dossier, source) if source else None

    def narrowed(self, chosen: Mapping[str, str], number: int) -> str:
        """A page of the statements that have every chosen value of a facet. Raises KeyError past the last page."""
        rows = narrowed(self.dossier.statements, chosen)
        if number > self.lists.pages("statements", rows):
            raise KeyError(number)
        return self._list("statements", number, chosen)

    def found(self, search: Search) -> str:
        """The page of what a search found."""
        return self._page("search.j2", search=search, homes=self._homes)

    def item(self, item: Explained, **more: object) -> str:
        """The page of one item, under the id of any of its members: its words, where it stands, and why."""
        sections = [name for name, _, _ in item.part_of]
        entity = _entity_of(self.dossier, item.id)
        told_in, view = self._card(item)
        return self._page("item.j2", root="../", card=told_in, dossier=view, band="", item=item, homes=self._homes,
                          kind=KINDS.get(sections[0] if sections else item.kind, item.kind),
                          section=next((PLACED.get(name, name) for name in sections), ""),
                          entity=entity, says=_said_by(self.dossier, entity),
                          claim=next((one for one in self.dossier.claims
                                      if item.id in {one.id, *members_of(one)}), None), **more)

    def judgements(self, sheet: object) -> str:
        """The page of what people decided, with what can be taken back."""
        return self._page("judgements.j2", sheet=sheet)

    def _card(self, item: Explained) -> tuple[str | None, Dossier]:
        """The section whose card tells the item in full, and the dossier with it alone in it; None for others."""
        for name, home, _ in item.part_of:
            if name in CARDS:
                shown = tuple(one for one in getattr(self.dossier, name) if one.id == home)
                return name, replace(self.dossier, competing=None, **{name: shown})  # type: ignore[arg-type]  # of `CARDS`
        return None, self.dossier

    def missing(self, path: str) -> str:
        """The page for an address that is none of this dossier's."""
        return self._page("missing.j2", root="../" * path.count("/"), path=path)

    def changed(self, changes: Changes | None, revisions: Sequence[tuple[int, str]], since: str,
                problem: str = "") -> str:
        """The page of what changed since a day or a revision; None where there is nothing to compare with."""
        return self._page("changed.j2", changes=changes, revisions=revisions, since=since, problem=problem)

    def _page(self, template: str, **values: object) -> str:
        longest = NOTE_WORDS if template == "index.j2" else 4 * NOTE_WORDS
        return _page(self._environment, template, notes=context.Notes(longest), base=self._base, shared=self._shared,
                     **{"limits": ALL, "root": "", "name": "index.html", **values})

    @cached_property
    def _environment(self) -> Environment:
        return environment_of(self.dossier, self._links, self.lists, served=self._served, shared=self._shared)

    @cached_property
    def _explainer(self) -> Explainer:
        return Explainer(self.dossier)

    @cached_property
    def _spans(self) -> dict[ArticleId, tuple[SourceSpan, ...]]:
        return cited_spans(self.dossier)

    @cached_property
    def _items(self) -> dict[str, tuple[str, Any]]:
        return {f"items/{item.id}.html": (name, item) for name in ITEM_SECTIONS for item in getattr(self.dossier, name)}

    @cached_property
    def _homes(self) -> dict[ArticleId, Article]:
        return {item.article.id: item.article for item in self._articles.values()}

    @cached_property
    def _resting(self) -> context.Resting:
        return context.resting(self.dossier)

    def _list(self, section: str, number: int, chosen: Mapping[str, str] | None = None) -> str:
        rows = narrowed(self.dossier.statements, chosen) if chosen else None
        return self._page("section.j2", section=section, number=number, chosen=chosen or {},
                          dossier=self.lists.view(section, number, rows), pages=self.lists.pages(section, rows),
                          total=self.lists.total(section) if rows is None else len(rows),
                          facets=facets(self.dossier.statements, chosen or {})
                          if self._served and section == "statements" else ())

    def _report(self, name: str, also: Iterable[SourceSpan]) -> str:
        item = self._articles[name]
        spans = self._spans.get(item.article.id, ())
        article, kept = excerpted(item.article, spans) if self._shared else (item.article, (*spans, *also))
        marked = highlight.marked_report(article, kept, layers(item), gaps=not self._shared)
        return self._page("report.j2", root="../", item=item, article=item.article, spans=spans, switches=SWITCHES,
                          resting=self._resting, name=name, report=marked,
                          left_out=frozenset(spans) - frozenset(kept) if self._shared else frozenset())


def _entity_of(dossier: Dossier, item: str) -> Entity | None:
    """The person, group or place with this member; None for other items."""
    return next((entity for entity in (*dossier.people, *dossier.places) if item in entity.members), None)


def _said_by(dossier: Dossier, entity: Entity | None) -> tuple[StatementRow, ...]:
    """What a person, group or place says; empty for None."""
    return tuple(row for row in dossier.statements if entity and row.statement.entity in entity.members)


def render(dossier: Dossier, *, shared: bool = False, base: str = "",
           changes: Changes | None = None) -> dict[str, str | bytes]:
    """Path -> content of every page and of the style sheet and script they use. `shared`, `base`,
    `changes`: as `Pages` has them."""
    pages = Pages(dossier, shared=shared, base=base, changes=changes)
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


def environment_of(dossier: Dossier, links: context.Links, lists: Lists, *, served: bool,
                   shared: bool) -> Environment:
    """The templates with what every page of this dossier may ask for. All that is put into them is escaped."""
    environment = Environment(loader=PackageLoader("reportedly.show.web"), autoescape=True, undefined=StrictUndefined,
                              trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    environment.filters.update(when=when.when_in_words, moment=when.moment_in_words, hour=chronology.clock,
                               event_when=chronology.when_in_words, doubt=chronology.doubt_in_words,
                               lag=chronology.lag_in_words, times=chronology.times_in_words,
                               address=context.web_address, language=_language,
                               shortened=partial(context.shortened, most=context.SHARED_WORDS if shared else None),
                               members=members_of, evidence=context.evidence_split, said=context.said_spans,
                               unnamed=parts, counted=counted, thousands=lambda number: f"{number:,}")
    standing = chronology.standing(dossier)
    at = partial(_address, lists, served=served)
    environment.globals.update({
        "dossier": dossier, "links": links, "standing": standing, "served": served, "sheet": None,
        "days": chronology.days, "hours": chronology.hours, "stretches": chronology.stretches, "brief": brief,
        "statuses": chronology.STATUSES,
        "mentions": first_mentions(dossier), "rows": {row.id: row for row in dossier.reports},
        "superseded": {change.older: change for change in dossier.changes},
        "later": {change.newer: change for change in dossier.changes},
        "band": drawings.time_band(dossier.timeline, standing), "agreement": drawings.agreement_bar(dossier.counts),
        "share_bar": drawings.share_bar, "origin_chain": drawings.origin_chain, "marked_sides": context.marked_sides,
        "totals": {name: lists.total(name) for name in LIST_PAGES}, "grade_rules": RULES,
        "texts": {theory.id: theory.text for theory in dossier.theories},
        "scored": scored_forecasts(dossier),
        "drawn": Drawn(dossier, links.report, at), "at": at, "outlet_pages": outlets.addresses(dossier),
        "list_page": file_name, "silent": context.silent_outlets, "versions": context.Versions(dossier),
        "without": ranks_without, "unknown_labels": LABELS, "found_labels": FOUND,
        "original": context.original, "citation": context.citation,
        "unannotated": [row for row in dossier.reports if not row.annotated],
    })
    return environment


def _address(lists: Lists, section: str, item: str, *, served: bool) -> str:
    """Where an item opens: its own page where there is one, else its place in the list of its section."""
    return f"items/{item}.html" if served or section in ITEM_SECTIONS else lists.address(section, item)


def _newest(dossier: Dossier) -> list[Event]:
    """The heaviest timeline entries that were first reported on the last day in view."""
    return [event for event in dossier.timeline if event.first_reported and dossier.as_of
            and event.first_reported[:10] == dossier.as_of[:10]][:4]


def _language(code: str) -> str:
    return LANGUAGE_NAMES.get(code, code)

