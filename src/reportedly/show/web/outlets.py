"""The page of one outlet: what stands behind its reports, and what it passes on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.dossier.records import Dossier, ReportRow, StatementRow
from reportedly.records.ids import content_id
from reportedly.records.linked import OriginEdge
from reportedly.records.weighed import Position, SourceSummary

_UNSAFE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class OutletView:
    """An outlet with everything of the dossier that goes back to it."""

    source: SourceSummary
    reports: tuple[ReportRow, ...]
    statements: tuple[StatementRow, ...]
    """Statements whose words shown are from one of its reports."""
    sides: tuple[tuple[str, str, Position], ...]
    """(id of the dispute, its words, the side that its reports give)."""
    cited_by: tuple[OriginEdge, ...]
    """Who copies, credits or cites it."""
    goes_back: tuple[OriginEdge, ...]
    """What its own reports go back to."""


def addresses(dossier: Dossier) -> dict[str, str]:
    """Outlet -> path of its page: its name in plain letters, with a piece of its hash where two would be one."""
    plain = {item.outlet: _UNSAFE.sub("-", item.outlet.casefold()).strip("-")[:60] for item in dossier.sources}
    taken = list(plain.values())
    return {outlet: f"sources/{slug if slug and taken.count(slug) == 1 else _told_apart(slug, outlet)}.html"
            for outlet, slug in plain.items()}


def _told_apart(slug: str, outlet: str) -> str:
    return "-".join(filter(None, (slug, content_id("o", outlet).partition("-")[2][:8])))


def outlet_view(dossier: Dossier, source: SourceSummary) -> OutletView:
    """Everything that goes back to one outlet."""
    own = frozenset(source.reports)
    outlet_of: Mapping[str, str] = {row.id: row.outlet for row in dossier.reports}
    edges = dossier.origin_edges
    return OutletView(
        source, tuple(row for row in dossier.reports if row.id in own),
        tuple(row for row in dossier.statements if row.spans[0].article_id in own),
        tuple((item.id, item.text, side) for item in dossier.disputes for side in item.positions
              if any(span.article_id in own for span in side.spans)),
        tuple(edge for edge in edges if edge.later not in own
              and (edge.earlier in own or outlet_of.get(edge.earlier or "") == source.outlet)),
        tuple(edge for edge in edges if edge.later in own))
