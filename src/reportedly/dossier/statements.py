"""The ledger: who said what, one row for each thing one speaker says, with every report that prints it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reportedly.dossier.records import StatementRow
from reportedly.link.solve import clusters
from reportedly.records.annotation import AttributionKind, EntityKind, Statement
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.linked import LinkedStory, Pair
from reportedly.records.weighed import Dispute
from reportedly.text.weights import rarest, similarity
from reportedly.weigh.corroboration import independent
from reportedly.weigh.sides import shown

NAMED = frozenset({"person", "organization"})
_NAMED_KINDS = {EntityKind.PERSON: "person", EntityKind.ORGANIZATION: "organization"}
SAME_WORDS = 0.55
"""Likeness from which two statements of one speaker are one row."""


def statement_rows(linked: LinkedStory, disputes: Iterable[Dispute]) -> tuple[StatementRow, ...]:
    """Rows by weight, heaviest first. Statements of one claim by one speaker are one row."""
    denied_by = deniers(linked, disputes)
    outlets = linked.outlets
    kinds = kinds_of_names(linked)
    rows = [row(group, linked, denied_by, outlets, kinds) for group in same_said(linked)]
    return tuple(sorted(rows, key=lambda item: (-item.weight, item.id)))


def same_said(linked: LinkedStory) -> list[list[Statement]]:
    """Statements grouped by speaker, side and what is said; each group in id order."""
    claim_of = {member: claim.id for claim in linked.claims for member in (*claim.asserted, *claim.denied)}
    groups: dict[tuple[str, bool], list[Statement]] = defaultdict(list)
    for statement in linked.statements.values():
        if statement.content:
            groups[linked.speaker(statement), statement.denies].append(statement)
    by_id = linked.statements
    return [[by_id[MemberId(member)] for member in group] for _, said in sorted(groups.items())
            for group in clusters([item.id for item in said], _repeats(said, claim_of), SAME_WORDS)]


def _repeats(said: Iterable[Statement], claim_of: Mapping[MemberId, MemberId]) -> Iterator[Pair]:
    """Pairs of one speaker's statements that stand in one claim or say nearly the same in few words ("never give up").

    Only statements that share one of their rarest terms are compared.
    """
    held: dict[str, list[Statement]] = defaultdict(list)
    for item in said:
        claim = claim_of.get(item.id)
        near = {other.id: other for key in (claim, *rarest(item.terms, 2)) if key for other in held[key]}
        for other in near.values():
            same = claim is not None and claim == claim_of.get(other.id)
            yield Pair(kind="claim", a=min(item.id, other.id), b=max(item.id, other.id), reason="of one speaker",
                       score=1.0 if same else similarity(item.terms, other.terms))
        for key in (claim, *rarest(item.terms, 2)):
            if key:
                held[key].append(item)


def deniers(linked: LinkedStory, disputes: Iterable[Dispute]) -> dict[MemberId, tuple[str, ...]]:
    """For each statement that somebody else denies: who does.

    Read off the denials alone: claims gather by likeness, which is too loose to say that one voice contests another.
    """
    out: dict[MemberId, set[str]] = defaultdict(set)
    for dispute in disputes:
        if dispute.kind == "denial":
            note_denial(dispute, linked, out)
    return {member: tuple(sorted(who)) for member, who in out.items() if who}


def note_denial(dispute: Dispute, linked: LinkedStory, out: dict[MemberId, set[str]]) -> None:
    """Add to `out` who, by a denial dispute, denies each asserting statement in it."""
    denying = {position.who for position in dispute.positions
               if any(member in linked.statements and linked.statements[member].denies for member in position.members)}
    for position in dispute.positions:
        for member in position.members:
            statement = linked.statements.get(member)
            if statement and not statement.denies:
                out[member] |= denying - {position.who}


def row(group: list[Statement], linked: LinkedStory, denied_by: dict[MemberId, tuple[str, ...]],
        outlets: Mapping[ArticleId, str], kinds: Mapping[str, str]) -> StatementRow:
    """The row of one group: its fullest wording, with all its reports."""
    best = max(group, key=fullness)
    reports: tuple[ArticleId, ...] = tuple(sorted({item.sentence.article_id for item in group}))
    origins = independent(reports, linked)
    speaker, named = linked.speaker(best), best.speaker_kind in NAMED
    denied = tuple(sorted({who for item in group for who in denied_by.get(item.id, ())}))
    return StatementRow(
        id=group[0].id, speaker=speaker, cue=best.cue, cue_class=best.cue_class.value, denies=best.denies,
        speaker_kind=kinds.get(speaker, best.speaker_kind) if named else best.speaker_kind,
        kind=best.kind.value, distance=best.distance,
        text=shown(best.text, best.sentence.exact), said=best.said.earliest if best.said else None,
        outlet=outlets[best.sentence.article_id],
        via=tuple(link for link in best.chain if link.role == "relay"), sentence=best.sentence, spans=best.content,
        statement=best, variants=tuple(item.id for item in group if item.id != best.id), reports=reports,
        origins=origins, denied_by=denied, is_metonym=_is_place(best, linked),
        weight=len(origins) + (1.0 if named else 0.0) + (0.5 if best.kind is not AttributionKind.INDIRECT else 0.0)
        + (1.0 if denied or best.denies else 0.0))


def kinds_of_names(linked: LinkedStory) -> dict[str, str]:
    """The kind of each person or body over all reports, by name; a report may take a name in a headline for a firm's.
    Names that a person and a body share are left out."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for entity in linked.entities:
        kinds[entity.name].add(_NAMED_KINDS.get(entity.kind, ""))
    return {name: kind for name, found in kinds.items() for kind in found if len(found) == 1 and kind}


def _is_place(statement: Statement, linked: LinkedStory) -> bool:
    """A place speaks: its name stands for those who govern it."""
    entity = linked.entity_of.get(statement.entity) if statement.entity else None
    return entity is not None and entity.kind is EntityKind.PLACE


def fullness(statement: Statement) -> tuple[bool, int, str]:
    """For choosing the wording shown: direct words first, then the longest of readable length."""
    length = len(statement.text)
    return statement.kind is not AttributionKind.INDIRECT, length if length <= 300 else -length, statement.id
