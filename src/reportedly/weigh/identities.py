"""Identity: one office or part, filled by two names that are not forms of one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.records.annotation import AnnotatedArticle, EntityKind, LocalEntity
from reportedly.records.ids import ArticleId, MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.linked import Entity, LinkedStory
from reportedly.records.span import SourceSpan
from reportedly.records.weighed import Dispute, Position
from reportedly.text.normalise import fold, squeeze
from reportedly.weigh.corroboration import independent

COMPONENT = "reportedly.identities.v3"
PAST = frozenset("former ex late then previous outgoing past onetime ousted incoming next future".split())
SINGLE_OFFICE = re.compile(r"\b(?:president|prime minister|premier|chancellor|king|queen|chief executive|ceo|chairman|"
                           r"chairwoman|chair|speaker|secretary general|director general|governor|mayor|pope)\b")
"""Offices of which there is one at a time."""
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody called by a role in one report."""

    entity: Entity | None
    name: str
    outlet: str
    local: LocalEntity
    sentence: SourceSpan
    article_id: ArticleId


def identities(linked: LinkedStory) -> Iterator[Dispute]:
    """One dispute for each office that reports give to people whose names share a part but do not merge.

    Names with nothing in common are left out: they are mostly holders one after the other.
    """
    by_role: dict[str, list[Holder]] = {}
    for report in linked.state.reports:
        for role, holder in _holders(report, linked.entity_of):
            by_role.setdefault(role, []).append(holder)
    for role in sorted(by_role):
        groups = _by_name(by_role[role])
        if len(groups) > 1 and _look_alike([group[0].name for group in groups]) and not _stand_together(groups):
            yield _dispute(role, groups, linked)


def _holders(report: AnnotatedArticle, entity_of: Mapping[MemberId, Entity]) -> Iterator[tuple[str, Holder]]:
    for local in report.entities:
        if local.kind is not EntityKind.PERSON or not local.mentions:
            continue
        first = local.mentions[0]
        sentence = next((item.span for item in report.sentences if item.span.covers(first)), first)
        for role in local.roles:
            plain = office(role)
            if plain and not _is_of_a_kin(role, sentence.exact):
                entity = entity_of.get(local.id)
                yield plain, Holder(entity, entity.name if entity else local.name, report.article.outlet.label, local,
                                    sentence, report.article.id)


def _is_of_a_kin(role: str, sentence: str) -> bool:
    """`The president's daughter`: the office is another's."""
    return re.search(rf"\b{re.escape(role)}['’]s\s+\w+", sentence, re.IGNORECASE) is not None


def office(role: str) -> str | None:
    """The role as a key when one person holds it at a time; None for others and for past holders."""
    words = _WORD.findall(fold(role))
    if not words or PAST & set(words) or not SINGLE_OFFICE.search(" ".join(words)):
        return None
    return " ".join(sorted(set(words) - {"the", "a", "an", "of"}))


def _by_name(holders: Sequence[Holder]) -> list[list[Holder]]:
    table: dict[str, list[Holder]] = {}
    for holder in holders:
        table.setdefault(holder.entity.id if holder.entity else fold(holder.name), []).append(holder)
    return sorted(table.values(), key=lambda group: (-len(group), group[0].name))


def _look_alike(names: Sequence[str]) -> bool:
    """True when all names begin or all end with one word, as two versions of one name do, and none is a part of
    another: a given name that happens to be another's middle name makes no likeness."""
    parts = [_WORD.findall(fold(name)) for name in names]
    if any(not part for part in parts) or any(set(a) < set(b) for a in parts for b in parts):
        return False
    return any(len({part[edge] for part in parts}) == 1 for edge in (0, -1))


def _stand_together(groups: Sequence[Sequence[Holder]]) -> bool:
    """Some report names two of them: then they are two people, not two versions of one name."""
    reports = [set(group[0].entity.reports) if group[0].entity else {item.article_id for item in group}
               for group in groups]
    return any(a & b for number, a in enumerate(reports) for b in reports[number + 1:])


def _dispute(role: str, groups: Sequence[Sequence[Holder]], linked: LinkedStory) -> Dispute:
    positions = tuple(_position(group, linked) for group in groups)
    origins = {origin for side in positions for origin in side.origins}
    return Dispute(id=MemberId(content_id("d", "identity", role, *(group[0].local.id for group in groups))),
                   kind="identity", text=squeeze(groups[-1][0].sentence.exact), positions=positions,
                   weight=round(0.5 + 0.2 * len(origins), 4),
                   provenance=Provenance(component=COMPONENT, rule=f"different names for: {role}"))


def _position(group: Sequence[Holder], linked: LinkedStory) -> Position:
    outlets = sorted({holder.outlet for holder in group})
    return Position(who=", ".join(outlets[:3]), text=squeeze(group[0].sentence.exact), value=group[0].name,
                    spans=tuple(dict.fromkeys(holder.sentence for holder in group)),
                    members=tuple(sorted(holder.local.id for holder in group)),
                    origins=independent((holder.article_id for holder in group), linked))
