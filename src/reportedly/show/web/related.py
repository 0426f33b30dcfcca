"""See also: other stories served beside this one that have to do with the same names or hold the same reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.dossier.records import Dossier
from reportedly.text.counted import counted
from reportedly.text.normalise import fold

LEAST_NAMES = 2
"""Names in common that make two stories related, where no report stands in both."""
MOST_NAMED, MOST_RELATED = 5, 6
LEAST_REPORTS = 2
"""Reports of a story that name somebody for the name to count: who is named once is no subject of it."""


@dataclass(frozen=True, slots=True)
class Related:
    """One other story and why it is related."""

    name: str
    title: str
    why: str


def related(dossier: Dossier, others: Iterable[tuple[str, Dossier]]) -> tuple[Related, ...]:
    """Stories related to this one, those with most in common first; the reason in words."""
    own, reports = _names(dossier), {row.id for row in dossier.reports}
    found = []
    for name, other in others:
        theirs = _names(other)
        shared = [own[key] for key in own if key in theirs]
        both = len(reports & {row.id for row in other.reports})
        if both or len(shared) >= LEAST_NAMES:
            found.append((both, len(shared), Related(name, other.title, _why(both, shared))))
    return tuple(item for _, _, item in sorted(found, key=lambda one: (-one[0], -one[1], one[2].name))[:MOST_RELATED])


def _names(dossier: Dossier) -> dict[str, str]:
    return {fold(entity.name): entity.name for entity in (*dossier.people, *dossier.places)
            if len(entity.reports) >= min(LEAST_REPORTS, len(dossier.reports))}


def _why(both: int, shared: list[str]) -> str:
    parts = [f"{counted(both, 'report')} in both"] if both else []
    if shared:
        more = f" and {len(shared) - MOST_NAMED} more" if len(shared) > MOST_NAMED else ""
        named = ", ".join(shared[:MOST_NAMED]) + more
        parts.append(f"{counted(len(shared), 'name')} in common: {named}")
    return "; ".join(parts)
