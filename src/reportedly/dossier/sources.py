"""Outlets, reports and what later versions changed."""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from reportedly.dossier.records import Change, ReportRow
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.article import READABLE, Article, ZoneKind
from reportedly.records.ids import ArticleId
from reportedly.records.judgement import Judgement, said_by
from reportedly.records.linked import LinkedStory, Origin, StoryState
from reportedly.records.weighed import SourceSummary
from reportedly.text.normalise import squeeze

FIRST_WORDS = 90
"""Code points of the body shown for a report without a title."""
UNNAMED = frozenset({"unnamed", "none", "unresolved"})


def report_rows(linked: LinkedStory) -> tuple[ReportRow, ...]:
    """One row a report in view, by date of publication, undated last."""
    return tuple(report_row(report, linked.origin_of[report.article.id]) for report in linked.state.reports)


def report_row(report: AnnotatedArticle, origin: Origin) -> ReportRow:
    """The row of one report."""
    article = report.article
    return ReportRow(
        id=article.id, outlet=article.outlet.label, title=headline(article), url=article.url,
        published=article.published.value if article.published else None, language=article.language, origin=origin.id,
        origin_basis=origin.basis, annotated=bool(report.layers), notices=article.notices, source=article.source,
        name=article.name)


def headline(article: Article) -> str:
    """The title, or the first words of the body where there is none."""
    if article.title:
        return squeeze(article.title)
    body = next((zone for zone in article.zones if zone.kind in READABLE and zone.kind is not ZoneKind.TITLE), None)
    if body is None:
        return squeeze(article.text[:FIRST_WORDS]) or article.name
    words = squeeze(article.text[body.start:body.end])
    return words if len(words) <= FIRST_WORDS else words[:FIRST_WORDS].rsplit(" ", 1)[0] + " …"


def source_summaries(linked: LinkedStory, grades: Mapping[str, Judgement] | None = None) -> tuple[SourceSummary, ...]:
    """One row an outlet, most reports first. `grades`: what people judged, by the outlet's folded name."""
    by_outlet: dict[tuple[str, str | None], list[AnnotatedArticle]] = defaultdict(list)
    for report in linked.state.reports:
        outlet = report.article.outlet
        by_outlet[outlet.label, outlet.domain].append(report)
    corrected = Counter(report.article.outlet.label for report in linked.state.older)
    rows = [summary(name, domain, reports, linked, corrected[name]) for (name, domain), reports in by_outlet.items()]
    rows = [graded(row, (grades or {}).get(row.outlet.casefold())) for row in rows]
    return tuple(sorted(rows, key=lambda row: (-len(row.reports), row.outlet)))


def graded(row: SourceSummary, judgement: Judgement | None) -> SourceSummary:
    """The outlet under the grade that a person gave it; nothing else grades a source."""
    if judgement is None or not judgement.value:
        return row
    return replace(row, grade=judgement.value, grade_rule=said_by(judgement))


def summary(name: str, domain: str | None, reports: list[AnnotatedArticle], linked: LinkedStory,
            corrections: int) -> SourceSummary:
    """What stands behind one outlet's reports."""
    outlets = linked.outlets
    kinds = Counter(statement.speaker_kind in UNNAMED for report in reports for statement in report.statements)
    origins = [linked.origin_of[report.article.id] for report in reports]
    copied = {origin.credit or outlets[origin.id] for origin, report in zip(origins, reports, strict=True)
              if origin.id != report.article.id or (origin.credit and origin.credit != name)}
    original = sum(origin.id == report.article.id for origin, report in zip(origins, reports, strict=True))
    return SourceSummary(outlet=name, domain=domain, reports=tuple(report.article.id for report in reports),
                         original=original, copied_from=tuple(sorted(copied - {name})), named=kinds[False],
                         unnamed=kinds[True], corrections=corrections)


def changes(state: StoryState) -> tuple[Change, ...]:
    """What each later version changed, by outlet."""
    articles = {report.article.id: report.article for report in (*state.reports, *state.older)}
    pairs: Mapping[ArticleId, ArticleId] = state.superseded
    return tuple(change(articles[old], articles[new]) for old, new in sorted(pairs.items())
                 if old in articles and new in articles)


def change(older: Article, newer: Article) -> Change:
    """The words removed and added, by the longest common subsequence of words."""
    before, after = re.findall(r"\S+\s*", older.text), re.findall(r"\S+\s*", newer.text)
    pieces: list[tuple[str, str]] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("same", "".join(before[a:b])))
            continue
        if b > a:
            pieces.append(("removed", "".join(before[a:b])))
        if d > c:
            pieces.append(("added", "".join(after[c:d])))
    return Change(older=older.id, newer=newer.id, outlet=newer.outlet.label, title=headline(newer),
                  pieces=tuple(pieces))
