"""People, groups and places over all reports: one entity for every name that means the same.

A node is a name form, not a mention: a thousand reports that write one name share one node. Which forms name one
entity is scored on the two names alone; which of several namesakes a lone family name means is decided when clusters
are solved, by what the reports say.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reportedly.link.solve import clusters
from reportedly.records.annotation import AnnotatedArticle, EntityKind, LocalEntity
from reportedly.records.ids import ArticleId, MemberId, content_id
from reportedly.records.judgement import Judgement
from reportedly.records.linked import Entity, Node, Pair, RoleUse
from reportedly.text.country_names import common_name
from reportedly.text.normalise import fold
from reportedly.text.organisation_names import FIRM_HEADS, compare_organisations, organisation_tokens
from reportedly.text.person_names import compare_people, name_tokens
from reportedly.text.similarity import acronym_of, letters, skeleton

SAME_NAME = 0.72
"""Least score of two forms that name one entity by themselves: other spellings, acronyms, a middle name more."""
SHORT_FORM = 0.5
"""Least score of a short form that may stand for a fuller one (`Roe` for `Jane Roe`)."""
DOMINANCE = 4
"""How many times more reports must name one of several namesakes for a lone family name to mean it."""
_PAST = re.compile(r"(?:the\s+)?(?:former|then|ex|late|past|onetime|ousted|deposed)\b", re.IGNORECASE)
_GROUPS = {EntityKind.PERSON: "person", EntityKind.PLACE: "place"}


class NameLinker:
    """Scores names of people, organisations and places."""

    kind = "entity"
    name = "reportedly.name-linker.v1"

    def nodes(self, article: AnnotatedArticle) -> Iterable[Node]:
        """One node for each different name of the report."""
        seen: dict[str, Node] = {}
        for entity in article.entities:
            node = Node(id=node_id(entity), kind=self.kind, article_id=article.article.id, keys=blocking_keys(entity),
                        terms=tuple(sorted(set(_tokens(entity.kind, entity.name)))), label=entity.name,
                        group=kind_group(entity.kind))
            seen.setdefault(node.id, node)
        return seen.values()

    def score(self, a: Node, b: Node) -> Pair | None:
        """How sure it is that two names mean one; negative for one family name with contradictory given names."""
        first, second = (a, b) if a.id < b.id else (b, a)
        found = compare_names(first.group, first.label, second.group, second.label)
        return found and Pair(kind=self.kind, a=first.id, b=second.id, score=round(found[0], 4), reason=found[1])

    def scores(self, node: Node, others: Sequence[Node]) -> list[Pair | None]:
        """The same for many at once."""
        return [self.score(node, other) for other in others]


def kind_group(kind: EntityKind) -> str:
    """`person`, `place`, or `org` for organisations, groups and the rest, which reports do not keep apart."""
    return _GROUPS.get(kind, "org")


def node_id(entity: LocalEntity) -> str:
    """Id of the node of a local entity: the same wherever a report uses this name for this kind of thing."""
    return content_id("en", kind_group(entity.kind), folded_name(entity.kind, entity.name))


def folded_name(kind: EntityKind, name: str) -> str:
    """The name as compared: folded words in order."""
    return " ".join(_tokens(kind, name)) or fold(name)


def _tokens(kind: EntityKind, name: str) -> tuple[str, ...]:
    if kind is EntityKind.PERSON:
        return name_tokens(name)
    common = common_name(name)
    return (common,) if common != fold(name).removeprefix("the ") else organisation_tokens(name)


def blocking_keys(entity: LocalEntity) -> tuple[str, ...]:
    """The whole name's letters, and each word by its consonants; initials of longer names."""
    tokens = _tokens(entity.kind, entity.name)
    keys = {f"is:{letters(''.join(tokens))}"} | {f"sk:{skeleton(token)}" for token in tokens if len(token) > 1}
    if entity.kind is EntityKind.PERSON:
        keys.add(f"sk:{skeleton(''.join(tokens[1:]))}")
    else:
        keys |= {f"ac:{initials.lower()}" for initials in acronym_of(entity.name.split())}
        keys |= {f"ac:{token}" for token in tokens if len(tokens) == 1 and len(token) < 8}
    return tuple(sorted(keys - {"sk:"}))


def compare_names(group: str, name: str, other_group: str, other: str) -> tuple[float, str] | None:
    """Score and reason for two names with their kinds; None when they have nothing to do with each other."""
    if group != other_group:
        return _compare_kinds(group, name, other_group, other)
    if group == "person":
        return compare_people(name, other)
    if _common(name) == _common(other):
        return 1.0, "same name"
    if group == "place":
        return None
    return compare_organisations(name, other)


_common = lru_cache(maxsize=65_536)(common_name)


def _compare_kinds(group: str, name: str, other_group: str, other: str) -> tuple[float, str] | None:
    """Equal names that reports take for different kinds; a lone family name taken for something else."""
    x, y = organisation_tokens(name), organisation_tokens(other)
    if x == y:
        if {group, other_group} == {"person", "place"}:
            return 0.55, "same name, taken for a person and a place"
        return (0.85 if len(x) > 1 else 0.75), "same name, taken for another kind"
    shorter, longer = (x, y) if len(x) <= len(y) else (y, x)
    if len(shorter) != 1:
        return None
    if longer[:-1] == shorter and longer[-1] in FIRM_HEADS:
        return 0.5, "the firm's name without what it makes, taken for another kind"
    person, single = (x, y) if group == "person" else (y, x)
    ends = (person[0], person[-1]) if len(person) > 1 and "person" in (group, other_group) else ()
    if len(single) == 1 and single[0] in ends:
        return 0.5, "one word of the fuller name, taken for another kind"
    return None


# ---------------------------------------------------------------- solving
@dataclass(frozen=True, slots=True)
class _Local:
    """A local entity with its node and report."""

    entity: LocalEntity
    node: str
    report: ArticleId


def fold_entities(reports: Sequence[AnnotatedArticle], pairs: Sequence[Pair],
                  judgements: Sequence[Judgement] = ()) -> tuple[Entity, ...]:
    """Entities over all reports, most reported first; a pure function of the reports and pairs in view."""
    locals_ = [_Local(entity, node_id(entity), report.article.id) for report in reports for entity in report.entities]
    by_node: defaultdict[str, list[_Local]] = defaultdict(list)
    for item in locals_:
        by_node[item.node].append(item)
    groups = _attach_short_forms(_grouped_nodes(by_node, pairs), by_node, pairs)
    members = [[item for node in group for item in by_node[node]] for group in groups]
    days = {report.article.id: report.article.published_day for report in reports}
    folded = [_entity(group, days) for group in _judged(members, judgements)]
    named = _renamed(folded, judgements)
    return tuple(sorted(named, key=lambda entity: (-len(entity.reports), -entity.mentions, entity.name, entity.id)))


def _grouped_nodes(by_node: dict[str, list[_Local]], pairs: Sequence[Pair]) -> list[list[str]]:
    """Nodes that name one entity by themselves. Lone words of people wait for `_attach_short_forms`."""
    return [list(group) for group in clusters(by_node, pairs, SAME_NAME)]


def _attach_short_forms(groups: list[list[str]], by_node: dict[str, list[_Local]],
                        pairs: Sequence[Pair]) -> list[list[str]]:
    """Join a group of short forms to the one fuller group it fits; where several fit, only to a dominant one."""
    home = {node: number for number, group in enumerate(groups) for node in group}
    sizes = [_size(group, by_node) for group in groups]
    inside = [pair for pair in pairs if pair.a in home and pair.b in home]
    apart = {frozenset((home[pair.a], home[pair.b])) for pair in inside if pair.score < 0}
    fits: defaultdict[int, set[int]] = defaultdict(set)
    for pair in inside:
        if SHORT_FORM <= pair.score < SAME_NAME:
            short, full = sorted((home[pair.a], home[pair.b]), key=lambda number: (sizes[number], number))
            if sizes[short] < sizes[full] and frozenset((short, full)) not in apart \
                    and _may_attach(groups[short], groups[full], by_node):
                fits[short].add(full)
    target: dict[int, int] = {}
    for short in sorted(fits):
        chosen = _chosen(short, sorted(fits[short]), groups, by_node)
        if chosen is not None:
            target[short] = chosen
    return _followed(groups, target)


def _may_attach(short: Sequence[str], full: Sequence[str], by_node: dict[str, list[_Local]]) -> bool:
    """Of one kind; or taken for another kind by the parser alone, while the full name is known far better.

    A place is not a person because they share a word, unless reports call the person by that word alone.
    """
    kinds = {_GROUPS.get(by_node[node][0].entity.kind, "org") for node in short}
    if len({_GROUPS.get(by_node[node][0].entity.kind, "org") for node in full} & kinds):
        return True
    if _reports(short, by_node) * 2 > _reports(full, by_node):
        return False
    words = {form.casefold() for node in short for item in by_node[node] for form in (item.entity.name,)}
    called = {form.casefold() for node in full for item in by_node[node] for form in item.entity.aliases}
    return "place" not in kinds or words <= called


def _reports(group: Iterable[str], by_node: dict[str, list[_Local]]) -> int:
    return len({item.report for node in group for item in by_node[node]})


def _followed(groups: list[list[str]], target: dict[int, int]) -> list[list[str]]:
    out: defaultdict[int, list[str]] = defaultdict(list)
    for number, group in enumerate(groups):
        at = number
        while at in target:  # targets are always fuller, so this ends
            at = target[at]
        out[at].extend(group)
    return [sorted(out[number]) for number in sorted(out)]


def _size(group: Iterable[str], by_node: dict[str, list[_Local]]) -> int:
    """Words of the fullest name of the group."""
    return max(len(_tokens(by_node[node][0].entity.kind, by_node[node][0].entity.name)) for node in group)


def _chosen(short: int, fits: list[int], groups: list[list[str]], by_node: dict[str, list[_Local]]) -> int | None:
    """The only fitting group; else the one that shares a role or that far more reports name."""
    if len(fits) == 1:
        return fits[0]
    roles = _role_words(groups[short], by_node)
    sharing = [number for number in fits if roles & _role_words(groups[number], by_node)]
    if len(sharing) == 1:
        return sharing[0]
    counts = sorted(((_reports(groups[number], by_node), -number) for number in fits), reverse=True)
    return -counts[0][1] if counts[0][0] >= DOMINANCE * counts[1][0] else None


def _role_words(group: Iterable[str], by_node: dict[str, list[_Local]]) -> set[str]:
    return {fold(role) for node in group for item in by_node[node] for role in item.entity.roles}


# ---------------------------------------------------------------- judgements and names
def _judged(groups: list[list[_Local]], judgements: Sequence[Judgement]) -> list[list[_Local]]:
    """The groups after people's `same` and `different`, in the order in which they were said."""
    for judgement in judgements:
        if judgement.kind == "same":
            touched = [group for group in groups if any(item.entity.id in judgement.members for item in group)]
            if len(touched) > 1:
                merged = [item for group in touched for item in group]
                groups = [*(group for group in groups if group not in touched), merged]
        elif judgement.kind == "different":
            groups = [part for group in groups for part in _split(group, judgement.members)]
    return groups


def _split(group: list[_Local], members: Sequence[str]) -> list[list[_Local]]:
    """The group without the later of the members that are judged different, each taken out with its name."""
    named = [item for member in members for item in group if item.entity.id == member]
    if len(named) < 2:
        return [group]
    parts = []
    for member in named[1:]:
        same_name = member.node != named[0].node
        out = [item for item in group if item.entity.id == member.entity.id or (same_name and item.node == member.node)]
        group = [item for item in group if item not in out]
        if out:
            parts.append(out)
    return [group, *parts]


def _renamed(entities: Iterable[Entity], judgements: Sequence[Judgement]) -> Iterator[Entity]:
    """Entities under the names that people gave them; the old name stays as an alias."""
    names = {member: judgement.value for judgement in judgements
             if judgement.kind == "name" and judgement.value for member in judgement.members}
    for entity in entities:
        name = next((names[member] for member in reversed(entity.members) if member in names), None)
        if name and name != entity.name:
            aliases = (entity.name, *(alias for alias in entity.aliases if alias != name))
            entity = replace(entity, name=name, aliases=aliases)
        yield entity


def _entity(group: Sequence[_Local], days: Mapping[ArticleId, str | None]) -> Entity:
    kind = _best_kind(group)
    name = _best_name(kind, group)
    forms: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    for item in group:
        forms.update({item.entity.name, *item.entity.aliases})
        roles.update(set(item.entity.roles))
    members = tuple(sorted(item.entity.id for item in group))
    return Entity(id=MemberId(members[0]), kind=kind, name=name, aliases=_by_count(forms, but=name),
                  roles=_by_count(roles), members=members, reports=tuple(sorted({item.report for item in group})),
                  mentions=sum(len(item.entity.mentions) for item in group),
                  role_uses=tuple(_role_use(role, group, days) for role in _by_count(roles)))


def _role_use(role: str, group: Sequence[_Local], days: Mapping[ArticleId, str | None]) -> RoleUse:
    """When reports give somebody this role."""
    given = sorted(day for item in group if role in item.entity.roles and (day := days.get(item.report)))
    return RoleUse(role=role, first=given[0] if given else None, last=given[-1] if given else None,
                   is_past=bool(_PAST.match(role)))


def _best_kind(group: Sequence[_Local]) -> EntityKind:
    """The kind for which most reports have good evidence; `other` only where no report knows better."""
    votes: Counter[EntityKind] = Counter()
    for item in group:
        score = item.entity.provenance.score
        votes[item.entity.kind] += 100 if score is None else round(100 * score)
    known = +Counter({kind: count for kind, count in votes.items() if kind is not EntityKind.OTHER})
    if not known or votes[EntityKind.OTHER] > 2 * known.total():
        return EntityKind.OTHER
    return max(sorted(known), key=lambda kind: known[kind])


def _by_count(counts: Counter[str], but: str = "") -> tuple[str, ...]:
    return tuple(form for form in sorted(counts, key=lambda form: (-counts[form], form)) if form != but)


def _best_name(kind: EntityKind, group: Sequence[_Local]) -> str:
    """The name most reports use in full: of two words at least where there is one, not in capitals, else most used."""
    counts = Counter(item.entity.name for item in group)

    def rank(name: str) -> tuple[bool, bool, bool, int, int, str]:
        usual = kind is EntityKind.PERSON or counts[name] * DOMINANCE >= max(counts.values())
        full = len(_tokens(kind, name)) > 1 or kind is EntityKind.PLACE
        return usual, full, not (name.isupper() and " " in name), counts[name], len(name), name
    return max(counts, key=rank)
