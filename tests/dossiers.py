"""A hand-made dossier: every record by hand, no pipeline, so that pages and exports are tested by themselves."""

from __future__ import annotations

from dataclasses import replace

from reportedly.dossier.records import Change, Counts, Dossier, KeyPoint, ReportRow, StatementRow
from reportedly.records.annotation import (
    AnnotatedArticle,
    AttributionKind,
    ChainLink,
    CueClass,
    EntityKind,
    Hedge,
    Layer,
    LocalEntity,
    Statement,
    TimeRange,
    UnnamedSource,
)
from reportedly.records.article import Article, DateReading, Notice, Outlet, Unread, Zone, ZoneKind
from reportedly.records.ids import ArticleId, MemberId, content_id
from reportedly.records.judgement import Provenance, Ruling, judgement
from reportedly.records.linked import Claim, Entity, Event, Origin, OriginEdge
from reportedly.records.span import SourceSpan, joined
from reportedly.records.weighed import Dispute, Evidence, Forecast, KnowledgeRow, Position, SourceSummary, Theory

HAND = Provenance(component="test.hand.v1", rule="written by hand")
HOSTILE = '<script>alert("x")</script>'
"""A title that no page may run."""

GANNET = "\n".join((
    "Lock gate fails at Osmarra, barges adrift", "By Ilsa Verrin", "Share this story",
    "A lock gate on the Osmarra canal gave way early on Tuesday, sending eleven barges downstream.",
    "Harbour master Teodor Kalvik said the gate had been inspected in March and found sound.",
    "“At least nine people are missing,” said fire chief Runa Ostby 🚒. “We will search until dark.”",
    "The canal is likely to stay closed until the end of May, Kalvik said.",
    "See also: Ten quiet walks along the Osmarra"))
COURIER = "\n".join((
    "Twelve missing after canal gate collapse",
    "Twelve people are missing after a gate on the Osmarra canal collapsed on Tuesday, two rescue officials said.",
    "The Bargemen's Union blamed the collapse on years of neglected maintenance.",
    "“Nobody neglected anything,” Kalvik said. He denied that any warning had been received."))
WIRE_COPY = "\n".join((
    f"Gate failure {HOSTILE} strands barges",
    "A lock gate on the Osmarra canal gave way early on Tuesday, sending eleven barges downstream.",
    "Harbour master Teodor Kalvik said the gate had been inspected in March and found sound."))
HERALD = "\n".join((
    "Canal reopens a week early",
    "The Osmarra canal reopened on 23 May, a week earlier than forecast.",
    "An inquiry will ask whether a barge struck the gate, as engineers from Luthen College suspect."))


def article(text: str, outlet: str, published: str | None, *, url: str | None = None, language: str = "en") -> Article:
    """An article: title line first, then body; a byline, a share bar and a `See also` line are typed as such."""
    zones, start = [], 0
    for number, line in enumerate(text.split("\n")):
        kind, detail = ZoneKind.BODY, None
        if number == 0:
            kind = ZoneKind.TITLE
        elif line.startswith("By "):
            kind = ZoneKind.BYLINE
        elif line.startswith(("Share", "See also")):
            kind, detail = ZoneKind.FURNITURE, "share" if line.startswith("Share") else "see-also"
        zones.append(Zone(kind=kind, start=start, end=start + len(line), rule="by hand", detail=detail))
        start += len(line) + 1
    reading = DateReading(value=published, precision="day", evidence="by hand", raw=published) if published else None
    return Article(id=ArticleId(content_id("r", outlet, published, text)), source="ab" * 32,
                   name=f"{outlet}.txt".lower(), url=url,
                   outlet=Outlet(name=outlet, domain=None), title=text.split("\n")[0], byline=(),
                   published=reading, modified=None, retrieved=None, language=language, text=text, zones=tuple(zones),
                   findings=(), notices=() if published else (Notice(code="no-date", message="no date was found"),),
                   made_by=HAND)


def span(report: Article, words: str) -> SourceSpan:
    """The first place of these words in the report."""
    start = report.text.index(words)
    return report.span(start, start + len(words))


def event(report: Article, words: str, earliest: str | None, latest: str | None = None, *, precision: str = "day",
          also: tuple[SourceSpan, ...] = (), origins: int = 1, status: str = "happened", weight: float = 1.0) -> Event:
    """A timeline entry with one member per span."""
    chosen = span(report, words)
    when = TimeRange(earliest=earliest, latest=latest or earliest, precision=precision, rule="by hand", because=())
    reports = (report.id, *(other.article_id for other in also))
    return Event(id=MemberId(content_id("e", report.id, words)), text=words, chosen=chosen, when=when, times=(),
                 status=status, members=(MemberId(content_id("e", report.id, words)),), spans=(chosen, *also),
                 reports=reports, origins=reports[:origins], first_reported=earliest, weight=weight)


def said(report: Article, speaker: str, cue: str, words: str, *, kind: AttributionKind = AttributionKind.INDIRECT,
         denies: bool = False, speaker_kind: str = "person", via: str | None = None,
         denied_by: tuple[str, ...] = (), unnamed: UnnamedSource | None = None) -> StatementRow:
    """A row of the ledger."""
    content = span(report, words)
    chain = (ChainLink(role="outlet", name=report.outlet.name, span=None),
             *((ChainLink(role="relay", name=via, span=None),) if via else ()),
             ChainLink(role="speaker", name=speaker, span=None))
    cue_class = CueClass.DENY if denies else CueClass.ASSERT
    statement = Statement(
        id=MemberId(content_id("s", report.id, words)), attribution=MemberId(content_id("a", report.id, words)),
        speaker=speaker, speaker_kind=speaker_kind, entity=None, chain=chain, cue=cue, cue_class=cue_class,
        denies=denies, kind=kind, distance="neutral", content=(content,), text=words, sentence=content, said=None,
        terms=(), provenance=HAND, unnamed=unnamed)
    return StatementRow(
        id=statement.id, speaker=speaker, speaker_kind=speaker_kind, cue=cue, cue_class=cue_class.value, denies=denies,
        kind=kind.value, distance="neutral", text=words, said=report.published_day, outlet=report.outlet.name,
        via=chain, sentence=content, spans=(content,), statement=statement, variants=(), reports=(report.id,),
        origins=(report.id,), denied_by=denied_by, weight=1.0)


def position(who: str, report: Article, words: str, value: str | None) -> Position:
    """One side of a dispute."""
    return Position(who=who, text=words, value=value, spans=(span(report, words),),
                    members=(MemberId(content_id("s", report.id, words)),), origins=(report.id,))


def row(report: Article, origin: Article | None = None, basis: str = "own report") -> ReportRow:
    """The row of a report."""
    return ReportRow(id=report.id, outlet=report.outlet.name, title=report.title or "", url=report.url,
                     published=report.published.value if report.published else None, language=report.language,
                     origin=(origin or report).id, origin_basis=basis, annotated=report.language == "en",
                     notices=report.notices, source=report.source, name=report.name)


def source(item: ReportRow) -> SourceSummary:
    """The summary of an outlet with this one report."""
    own = item.origin == item.id
    return SourceSummary(outlet=item.outlet, domain=None, reports=(item.id,), original=int(own),
                         copied_from=() if own else ("The Gannet",), named=3, unnamed=1,
                         corrections=int(item.outlet == "Luthen Courier"))


def entity(kind: EntityKind, name: str, *mentions: SourceSpan, aliases: tuple[str, ...] = (),
           roles: tuple[str, ...] = ()) -> tuple[Entity, list[tuple[ArticleId, LocalEntity]]]:
    """An entity and its local entities with the reports they stand in."""
    local = [(mention.article_id, LocalEntity(
        id=MemberId(content_id("n", mention.article_id, name)), kind=kind, name=name, aliases=(), roles=(),
        mentions=(mention,), provenance=HAND)) for mention in mentions]
    members = tuple(sorted(item.id for _, item in local))
    return Entity(id=members[0], kind=kind, name=name, aliases=aliases, roles=roles, members=members,
                  reports=tuple(mention.article_id for mention in mentions), mentions=len(mentions)), local


def canal() -> Dossier:
    """Five reports of an invented event: a copy, a denial, two tolls, two theories, a settled forecast."""
    gannet = article(GANNET, "The Gannet", "2031-05-06", url="https://gannet.example/gate")
    courier = article(COURIER, "Luthen Courier", "2031-05-07", url="javascript:alert(1)")
    copy = article(WIRE_COPY, "Harbour Post", "2031-05-06")
    herald = article(HERALD, "Fenmark Herald", "2031-05-24")
    undated = article("Schleuse bricht\nEin Schleusentor ist gebrochen.", "Uferbote", None, language="de")
    older = article(COURIER.replace("Twelve", "Ten"), "Luthen Courier", "2031-05-06")
    gave_way = "A lock gate on the Osmarra canal gave way early on Tuesday, sending eleven barges downstream."
    events = (
        event(gannet, gave_way, "2031-05-06T04:00", "2031-05-06T07:00", precision="part-of-day", weight=9.0, origins=2,
              also=(span(copy, gave_way), span(courier, "a gate on the Osmarra canal collapsed on Tuesday"))),
        event(courier, "Twelve people are missing", "2031-05-06", weight=6.0),
        event(gannet, "the gate had been inspected in March", "2031-03-01", "2031-03-31", precision="month",
              weight=4.0),
        event(herald, "The Osmarra canal reopened on 23 May", "2031-05-23", weight=5.0),
        event(herald, "An inquiry will ask whether a barge struck the gate", None, status="future", weight=2.0),
    )
    statements: tuple[StatementRow, ...] = (
        said(gannet, "Runa Ostby", "said", "“At least nine people are missing,”", kind=AttributionKind.DIRECT),
        said(courier, "two rescue officials", "said",
             "Twelve people are missing after a gate on the Osmarra canal collapsed on Tuesday", speaker_kind="unnamed",
             via="Fenmark Radio", unnamed=UnnamedSource(
                 least=2, most=2, role=span(courier, "rescue officials"), access=None, reason=None)),
        said(courier, "Teodor Kalvik", "denied", "that any warning had been received", denies=True,
             denied_by=("Bargemen's Union",)),
        said(gannet, "Teodor Kalvik", "said", "the gate had been inspected in March and found sound"),
    )
    pieces = (span(gannet, "The canal is likely"), span(gannet, "until the end of May"))
    whole = said(gannet, "Teodor Kalvik", "said", "The canal is likely to stay closed until the end of May")
    in_pieces = replace(whole, spans=pieces, text=joined(pieces), kind="mixed")
    statements = (*statements, in_pieces)
    dispute = Dispute(id=statements[0].id, kind="number", text="people are missing", weight=3.0,
                      provenance=HAND, positions=(
        position("Runa Ostby", gannet, "At least nine people are missing", "≥ 9"),
        position("two rescue officials", courier, "Twelve people are missing", "12")))
    denial = Dispute(id=statements[2].id, kind="denial", text="years of neglected maintenance", weight=2.0,
                     provenance=HAND, positions=(
                         position("Bargemen's Union", courier, "years of neglected maintenance", None),
                         position("Teodor Kalvik", courier, "Nobody neglected anything", None)))
    theories = _theories(courier, herald)
    forecast = _forecast(gannet, herald)
    kalvik, in_kalvik = entity(EntityKind.PERSON, "Teodor Kalvik", span(gannet, "Teodor Kalvik"),
                               span(courier, "Kalvik"), aliases=("Kalvik",), roles=("harbour master",))
    osmarra, in_osmarra = entity(EntityKind.PLACE, "Osmarra", span(gannet, "Osmarra"), span(herald, "Osmarra"))
    reports = (row(gannet), row(copy, gannet, "shares 97 % of its passages"), row(courier), row(herald), row(undated))
    articles = tuple(AnnotatedArticle(
        article=item, layers=frozenset({Layer.SENTENCES}) if item.language == "en" else frozenset(),
        entities=tuple(entity for article_id, entity in (*in_kalvik, *in_osmarra) if article_id == item.id))
        for item in (gannet, copy, courier, herald, undated, older))
    return Dossier(
        title="The Osmarra lock gate", note="All names and events in this dossier are invented.", lead=events[0].chosen,
        as_of="2031-05-24", revision=3, known_at="2031-05-25T08:00:00+00:00",
        counts=Counts(reports=5, outlets=5, origins=4, agreed=1, disputed=1, single=3),
        key_points=(KeyPoint(event=events[0], disputed=False), KeyPoint(event=events[1], disputed=True),
                    KeyPoint(event=events[3], disputed=False)),
        timeline=events, statements=statements,
        claims=(Claim(id=statements[3].id, text=statements[3].text, chosen=statements[3].spans[0],
                      asserted=(statements[3].id,), denied=(), speakers=("Teodor Kalvik",), spans=statements[3].spans,
                      reports=(gannet.id,), origins=(gannet.id,)),),
        disputes=(dispute, denial), theories=theories, forecasts=(forecast,),
        sources=tuple(source(item) for item in reports),
        people=(kalvik,), places=(osmarra,), reports=reports,
        origins=(Origin(id=gannet.id, reports=(gannet.id, copy.id), basis="shares 97 % of its passages", credit=None),
                 *(Origin(id=item.id, reports=(item.id,), basis="own report", credit=None)
                   for item in (courier, herald, undated))),
        changes=(Change(older=older.id, newer=courier.id, outlet="Luthen Courier", title=COURIER.split("\n")[0],
                        pieces=(("removed", "Ten "), ("added", "Twelve "),
                                ("same", "people are missing after a gate"))),),
        unread=(Unread(where="photo.html", reason="looks like a PNG image, not HTML", hint="save the page as text"),),
        articles=articles, components=("reportedly.rule-times.v1", "test.hand.v1"),
        knowledge=(KnowledgeRow(
            id=MemberId("k-1"), actor="Teodor Kalvik", kind="did not know", matter="that any warning had been received",
            chosen=span(courier, "that any warning had been received"), informants=("Runa Ostby",),
            when=TimeRange(earliest=None, latest="2031-05-05", precision="unknown", rule="before publication",
                           because=()),
            chain=("Runa Ostby", "Teodor Kalvik"), said_by=("Teodor Kalvik",), members=(MemberId("k-1"),),
            spans=(span(courier, "He denied that any warning had been received"),), reports=(courier.id,),
            origins=(courier.id,), provenance=HAND),),
        origin_edges=(OriginEdge(kind="cites", later=courier.id, earlier=None, name=HOSTILE,
                                 reason="passes on 1 statement", passages=(),
                                 spans=(span(courier, "two rescue officials"),), count=1),),
        judgements=(Ruling(judgement=judgement("note", ("r-x",), who="Ana", said_at="2031-05-30", value=HOSTILE),
                           is_applied=False, because="no longer in view: r-x"),))


def _theories(courier: Article, herald: Article) -> tuple[Theory, ...]:
    neglect, struck = "years of neglected maintenance", "whether a barge struck the gate"
    against = Evidence(rating="I", member=MemberId("s-0000000000000001"), text="Nobody neglected anything",
                       span=span(courier, "Nobody neglected anything"), provenance=HAND)
    first = Theory(id=MemberId("x-0000000000000001"), text=neglect, chosen=span(courier, neglect),
                   proponents=("Bargemen's Union",), opponents=("Teodor Kalvik",), evidence=(against,),
                   members=(MemberId("x-0000000000000001"),), spans=(span(courier, neglect),), reports=(courier.id,),
                   origins=(courier.id,), rivals=(MemberId("x-0000000000000002"),), weight=2.0, provenance=HAND)
    support = replace(against, rating="C", text=struck, span=span(herald, struck))
    second = replace(first, id=MemberId("x-0000000000000002"), text=struck, chosen=span(herald, struck),
                     proponents=("engineers from Luthen College",), opponents=(), evidence=(support,),
                     spans=(span(herald, struck),), reports=(herald.id,), origins=(herald.id,), rivals=(first.id,))
    return first, second


def _forecast(gannet: Article, herald: Article) -> Forecast:
    words = "The canal is likely to stay closed until the end of May"
    hedge = Hedge(span=span(gannet, "likely"), word="likely", low=55, high=80, table="PHIA")
    horizon = TimeRange(earliest="2031-05-31", latest="2031-05-31", precision="day", rule="by hand", because=())
    return Forecast(id=MemberId("f-0000000000000001"), text=words, chosen=span(gannet, words), who="Teodor Kalvik",
                    hedge=hedge, horizon=horizon, state="failed?",
                    resolution=(span(herald, "The Osmarra canal reopened on 23 May"),), members=(),
                    reports=(gannet.id,), spans=(span(gannet, words),), origins=(gannet.id,), weight=1.0,
                    provenance=HAND)


def crowded(reports: int = 50) -> Dossier:
    """The canal dossier with many reports and far more items than a first page shows."""
    base = canal()
    more = [article(f"Report {number} on the gate\n{COURIER}", f"Outlet {number}", "2031-05-08")
            for number in range(reports)]
    blamed = "The Bargemen's Union blamed the collapse on years of neglected maintenance."
    events = tuple(event(item, blamed, "2031-05-07", also=(span(item, "Kalvik said"),))
                   for item in more for _ in range(6))
    rows = tuple(said(item, f"Speaker {number % 40}", "said", "years of neglected maintenance")
                 for number, item in enumerate(more * 10))
    return replace(
        base, timeline=events, statements=rows, disputes=base.disputes * 30, theories=base.theories * 20,
        forecasts=base.forecasts * 40, reports=(*base.reports, *(row(item) for item in more)),
        origins=(*base.origins, *(Origin(id=item.id, reports=(item.id,), basis="own report", credit=None)
                                  for item in more)),
        articles=(*base.articles, *(AnnotatedArticle(article=item) for item in more)),
        people=base.people * 300, places=base.places * 200)
