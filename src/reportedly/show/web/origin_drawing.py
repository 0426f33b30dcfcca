"""The origin graph: reports in order of time, copies joined to the report they go back to, dashed lines to whom they
cite or credit. The lists of copies and of those cited are its twin in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from reportedly.dossier.records import Dossier, ReportRow
from reportedly.records.ids import ArticleId
from reportedly.records.linked import OriginEdge
from reportedly.show.web.labels import NARROW, Label, Spot, placed, room_of
from reportedly.show.when import moment_in_words

MOST_NODES, MOST_NAMES, MOST_LABELS = 60, 8, 24
"""Marks of reports and of cited names; names written."""
LANE, TOP, FOOT = 24, 20, 30
"""Pixels of a lane, above the first and below the last."""
LEFT, RIGHT = 3.0, 97.0
Address = Callable[[ArticleId], str]


@dataclass(frozen=True, slots=True)
class Node:
    """A report, or a name that is cited and not among the reports."""

    key: str
    """Article id, or the name."""
    x: float
    """Percent of the width."""
    lane: int
    kind: str
    """`origin`, `copy` or `name`."""
    name: str
    title: str

    @property
    def y(self) -> int:
        """Pixels from the top."""
        return TOP + self.lane * LANE


def origin_graph(dossier: Dossier, address: Address | None = None, most: int = MOST_NODES) -> Markup:
    """Reports in order of time with what joins them; empty where no report copies, cites or credits another.

    At most `most` reports are drawn, joined ones first; the others are counted in the label. `address`: where
    the mark of a report leads to; None for a drawing without links.
    """
    edges = _edges(dossier)
    rows = sorted(dossier.reports, key=_in_time)
    if not edges:
        return Markup()
    shown = _chosen(rows, edges, most)
    nodes = _nodes(shown, edges)
    height = TOP + (max(node.lane for node in nodes.values()) + 1) * LANE + FOOT
    label = _in_words(nodes, len(rows))
    labelled = _labelled(nodes, edges)
    low, heads = height - FOOT, {row.origin for row in shown if row.origin != row.id}
    spots = [Spot(node.x, 100 * node.y / low, node.name if node in labelled else "", above=node.key in heads)
             for node in (*labelled, *(node for node in nodes.values() if node not in labelled))]
    names = dict(zip((node.key for node in labelled), placed(spots, None, low, MOST_LABELS), strict=False))
    return Markup(
        f'<svg class="graph" width="100%" height="{height}" role="group" aria-label="{escape(label)}">'
        f"<title>{escape(label)}</title>" + _days(shown, nodes, height)
        + "".join(_edge(edge, nodes) for edge in edges)
        + "".join(_draw(node, names.get(node.key), address) for node in nodes.values()) + "</svg>")


def _in_time(row: ReportRow) -> tuple[str, bool, str, str]:
    """By day, in it what is no copy first."""
    published = row.published or "9999"
    return published[:10], row.origin != row.id, published, row.id


def _edges(dossier: Dossier) -> list[OriginEdge]:
    """What joins the reports, copies first; each pair of ends once. A copy is joined to its origin alone."""
    copies = [OriginEdge(kind="copies", later=report, earlier=origin.id, name="", reason=origin.basis, passages=(),
                         spans=(), count=1) for origin in dossier.origins for report in origin.reports[1:]]
    listed = {row.id for row in dossier.reports}
    found: dict[tuple[str, str], OriginEdge] = {}
    for edge in (*copies, *dossier.origin_edges):
        if edge.later in listed and (edge.earlier is None or edge.earlier in listed) and edge.later != edge.earlier:
            found.setdefault((edge.later, edge.earlier or edge.name), edge)
    origin_of = {edge.later: edge.earlier for edge in copies}
    return [edge for edge in found.values()
            if edge.kind != "copies" or origin_of.get(edge.later, edge.earlier) == edge.earlier]


def _chosen(rows: Sequence[ReportRow], edges: Sequence[OriginEdge], most: int) -> list[ReportRow]:
    """The reports that are drawn, in order of time: joined ones first, then the earliest."""
    joined = {end for edge in edges for end in (edge.later, edge.earlier)}
    first = sorted(rows, key=lambda row: (row.id not in joined, _in_time(row)))[:most]
    return sorted(first, key=_in_time)


def _nodes(rows: Sequence[ReportRow], edges: Sequence[OriginEdge]) -> dict[str, Node]:
    """Every node by its key: cited names in the uppermost lanes, then origins with their copies, then the rest."""
    step = (RIGHT - LEFT) / max(len(rows) - 1, 1)
    x_of: dict[str, float] = {row.id: LEFT + step * number for number, row in enumerate(rows)}
    used = Counter(edge.name for edge in edges if edge.earlier is None and edge.later in x_of)
    most_used = sorted(used, key=lambda name: (-used[name], name))[:MOST_NAMES]
    at = {name: min(x_of[edge.later] for edge in edges if edge.name == name and edge.later in x_of)
          for name in most_used}
    name_lanes = _packed({name: (x, x + _width(name)) for name, x in at.items()})
    begin = 1 + max(name_lanes.values(), default=-1)
    nodes = {name: Node(name, min(x, RIGHT), name_lanes[name], "name", name, f"{name}, not among the reports")
             for name, x in sorted(at.items(), key=lambda pair: (pair[1], pair[0]))}
    lane_of, begin = _chain_lanes(rows, x_of, begin)
    for row in rows:
        kind = "origin" if row.origin == row.id else "copy"
        nodes[row.id] = Node(row.id, x_of[row.id], lane_of.get(row.id, begin), kind, row.outlet, _title(row))
    return nodes


def _chain_lanes(rows: Sequence[ReportRow], x_of: Mapping[str, float], begin: int) -> tuple[dict[str, int], int]:
    """The lane of each origin and its copies from a lane on, and the first lane that is free below them."""
    listed: dict[str, ReportRow] = {row.id: row for row in rows}
    chains: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.origin != row.id and row.origin in listed:
            chains[row.origin].append(row.id)
    lanes = _packed({head: (x_of[head], max(x_of[copy] for copy in copies) + _width(listed[head].outlet))
                     for head, copies in chains.items()})
    lane_of = {member: begin + lanes[head] for head, copies in chains.items() for member in (head, *copies)}
    return lane_of, begin + 1 + max(lanes.values(), default=-1)


def _width(words: str) -> float:
    """Percent of a narrow drawing that a mark with its name takes."""
    return 100 * (room_of(words) + 24) / NARROW[0]


def _packed(stretches: Mapping[str, tuple[float, float]]) -> dict[str, int]:
    """A lane for each stretch of the width, so that none lies on another."""
    ends: list[float] = []
    lanes = {}
    for key, (begin, end) in sorted(stretches.items(), key=lambda pair: (pair[1], pair[0])):
        lane = next((number for number, free in enumerate(ends) if free <= begin), len(ends))
        ends[lane:lane + 1] = [end]
        lanes[key] = lane
    return lanes


def _labelled(nodes: Mapping[str, Node], edges: Sequence[OriginEdge]) -> list[Node]:
    """The nodes whose names are tried, the most joined first; what nothing joins has its title alone."""
    joined = Counter(end for edge in edges for end in (edge.later, edge.earlier or edge.name) if end in nodes)
    order = ("name", "origin", "copy")
    return sorted((nodes[key] for key in joined),
                  key=lambda node: (order.index(node.kind), -joined[node.key], node.key))


def _title(row: ReportRow) -> str:
    day = moment_in_words(row.published[:10]) if row.published else "no date"
    title = row.title if len(row.title) <= 60 else row.title[:60] + " …"
    return f"{row.outlet}, {day}: {title}"


def _in_words(nodes: Mapping[str, Node], total: int) -> str:
    kinds = Counter(node.kind for node in nodes.values())
    drawn = kinds["origin"] + kinds["copy"]
    left = f", {total - drawn} more not drawn" if total > drawn else ""
    names = f", {kinds['name']} cited or credited from outside" if kinds["name"] else ""
    copies = f"{kinds['copy']} {'copy' if kinds['copy'] == 1 else 'copies'}"
    return f"{drawn} reports in order of time, {copies}{names}{left}; the lists below give the same in words"


def _edge(edge: OriginEdge, nodes: Mapping[str, Node]) -> str:
    later, earlier = nodes.get(edge.later), nodes.get(edge.earlier or edge.name)
    if later is None or earlier is None:
        return ""
    kind = {"copies": "copies", "holds part of": "part"}.get(edge.kind, "cites")
    return f'<line class="{kind}" x1="{earlier.x:.2f}%" y1="{earlier.y}" x2="{later.x:.2f}%" y2="{later.y}"/>'


def _draw(node: Node, label: Label | None, address: Address | None) -> str:
    inner = f"<title>{escape(node.title)}</title>"
    if node.kind == "name":
        inner += (f'<rect class="name" x="{node.x:.2f}%" y="{node.y - 4}" width="8" height="8" '
                  'transform="translate(-4)"/>')
    else:
        radius = 5 if node.kind == "origin" else 4
        inner += f'<circle class="{node.kind}" cx="{node.x:.2f}%" cy="{node.y}" r="{radius}"/>'
    if label is not None:
        minor = ' class="minor"' if label.only_wide else ""
        inner += (f'<text{minor} x="{node.x:.2f}%" y="{node.y}" dx="{label.dx:g}" dy="{label.dy:g}" '
                  f'text-anchor="{label.anchor}">{escape(label.name)}</text>')
    if node.kind == "name" or address is None:
        return f"<g>{inner}</g>"
    return f'<a href="{escape(address(ArticleId(node.key)))}">{inner}</a>'


def _days(rows: Sequence[ReportRow], nodes: Mapping[str, Node], height: int) -> str:
    """The axis: a tick where a day begins, and the day in words where there is room."""
    y, first = height - FOOT + 6, dict[str, Node]()
    for row in rows:
        first.setdefault(row.published[:10] if row.published else "", nodes[row.id])
    years = {day[:4] for day in first if day}
    words = [moment_in_words(day, year=len(years) > 1 or not number) if day else "no date"
             for number, day in enumerate(first)]
    labels = placed([Spot(node.x, 50, word, has_mark=False) for word, node in zip(words, first.values(), strict=True)],
                    None, 40, len(words))
    ticks = []
    for node, label in zip(first.values(), labels, strict=True):
        ticks.append(f'<line class="tick" x1="{node.x:.2f}%" x2="{node.x:.2f}%" y1="{y}" y2="{y + 5}"/>')
        if label is not None and label.dy == 4:
            minor = ' class="minor"' if label.only_wide else ""
            ticks.append(f'<text{minor} x="{node.x:.2f}%" y="{y + 18}" text-anchor="{label.anchor}">'
                         f"{escape(label.name)}</text>")
    return f'<line class="axis" x1="0" x2="100%" y1="{y}" y2="{y}"/>' + "".join(ticks)
