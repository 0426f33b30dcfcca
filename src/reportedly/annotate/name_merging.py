"""Merges the names of one report into entities: fullest forms first, then short forms to the one they fit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reportedly.annotate.kind_votes import majority, settle_kinds
from reportedly.annotate.name_genders import given_gender, title_gender
from reportedly.annotate.name_words import DEMONYMS, GIVEN_FEMALE, GIVEN_MALE, OF_HEADS
from reportedly.annotate.names import Name
from reportedly.records.annotation import EntityKind
from reportedly.text.country_names import COUNTRY_ALIASES
from reportedly.text.normalise import fold
from reportedly.text.organisation_names import CORPORATE, ORG_HEADS, compare_organisations, organisation_tokens
from reportedly.text.person_names import compare_people, name_tokens
from reportedly.text.regions import region_of

_SAME = 0.8
"""Least score of two full names of one report to be one: one slip of the pen, a middle name, an initial."""
_WHOLE_BUT_PURPOSE = 0.85
_HEAD_ALONE = 0.65
"""Score of the head of a fuller name that stands alone; of several fuller ones it means the one named last."""
_RARE_FORM = 20
"""A form this many times rarer than the usual one is a slip of the parser, not the fuller name."""
_SIDES_OF_SOMETHING = frozenset({"north", "south"})
_HALVES = frozenset("north south east west".split())
_OF_BELIEVERS = frozenset("church order party movement".split())
_FORM_OF_STATE = re.compile(
    r"^(?:republic|kingdom|commonwealth|state|province|city|town|county|principality) of (?:the )?")
_ORGANISED = frozenset({EntityKind.ORGANIZATION, EntityKind.GROUP, EntityKind.OTHER})


@dataclass(slots=True)
class Cluster:
    """The names of one entity while they are being gathered."""

    kind: EntityKind
    names: list[Name] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    gender: str | None = None
    """`m`, `f` or None if the report does not show it."""
    forms: dict[str, None] = field(default_factory=dict)
    """Different spellings, without titles, in order of appearance."""

    def add(self, name: Name) -> None:
        """Take in one more occurrence."""
        self.names.append(name)
        self.forms.setdefault(name.text)
        if name.title:
            self.roles.append(name.title)

    @property
    def name(self) -> str:
        """The fullest form: most words, then most frequent, then longest, then first."""
        counts = Counter(name.text for name in self.names)
        order = list(self.forms)
        if self.kind is EntityKind.PERSON:
            return max(order, key=lambda form: (len(name_tokens(form)), not form.isupper(), counts[form],
                                                len(form), -order.index(form)))
        usual = max(counts.values())
        return max(order, key=lambda form: (counts[form] * _RARE_FORM > usual, not form.isupper() or len(order) == 1,
                                            len(organisation_tokens(form)), counts[form], len(form),
                                            -order.index(form)))


def merge_names(names: Sequence[Name]) -> list[Cluster]:
    """One cluster per entity, in order of first appearance."""
    settled = settle_kinds(names)
    settled = _without_belongings(settled)
    people = [name for name in settled if name.kind is EntityKind.PERSON]
    clusters = merge_people(people)
    clusters += merge_organisations([name for name in settled if name.kind in _ORGANISED])
    clusters += _merge_places([name for name in settled if name.kind is EntityKind.PLACE])
    for cluster in clusters:
        cluster.names.sort(key=lambda name: name.start)
        cluster.gender = gender_of(cluster) if cluster.kind is EntityKind.PERSON else None
    return sorted(clusters, key=lambda cluster: cluster.names[0].start)


def _without_belongings(names: Sequence[Name]) -> list[Name]:
    """`Roe Papers` beside `Jane Roe` is no second person but what is Roe's: such names are of no counted kind."""
    full = Counter(tuple(name_tokens(name.text)) for name in names if name.kind is EntityKind.PERSON)
    last = Counter[str]()
    for tokens, count in full.items():
        if len(tokens) > 1:
            last[tokens[-1]] += count
    alone = {tokens[0] for tokens in full if len(tokens) == 1}

    def belongs(tokens: tuple[str, ...]) -> bool:
        return len(tokens) == 2 and last[tokens[0]] > full[tokens] and tokens[0] not in GIVEN_MALE | GIVEN_FEMALE \
            and tokens[0] in alone and last[tokens[1]] == full[tokens]
    return [replace(name, kind=EntityKind.OTHER) if name.kind is EntityKind.PERSON and not name.title
            and belongs(tuple(name_tokens(name.text))) else name for name in names]


# ---------------------------------------------------------------- people
def merge_people(names: Sequence[Name]) -> list[Cluster]:
    """Full names by spelling; then single words to the person they fit, the nearest named before if several do."""
    clusters: list[Cluster] = []
    full = [name for name in names if len(name_tokens(name.text)) > 1]
    for name in sorted(full, key=lambda name: (-len(name_tokens(name.text)), name.start)):
        home = _best_full(name, clusters)
        if home is None:
            home = Cluster(EntityKind.PERSON)
            clusters.append(home)
        home.add(name)
    singles: list[Cluster] = []
    for name in names:
        if len(name_tokens(name.text)) == 1:
            home = _home_of_single(name, clusters, singles)
            if home is None:
                home = Cluster(EntityKind.PERSON)
                singles.append(home)
            home.add(name)
    return clusters + singles


def _best_full(name: Name, clusters: Iterable[Cluster]) -> Cluster | None:
    best, found = _SAME, None
    for cluster in clusters:
        results = [compare_people(name.text, form) for form in cluster.forms]
        scores = [result[0] for result in results if result]
        if scores and min(scores) >= 0 and max(scores) >= best:
            best, found = max(scores), cluster
    return found


def _home_of_single(name: Name, clusters: Sequence[Cluster], singles: Sequence[Cluster]) -> Cluster | None:
    """The cluster this one word is short for."""
    fits = []
    for cluster in clusters:
        result = compare_people(name.text, cluster.name)
        if result and result[0] > 0 and not _gender_clash(name, cluster):
            fits.append((result[0], cluster))
    if fits:
        top = max(score for score, _ in fits)
        return _nearest(name, [cluster for score, cluster in fits if score >= top - 0.02])
    for cluster in singles:
        result = compare_people(name.text, cluster.name)
        if result and result[0] > 0 and not _gender_clash(name, cluster):
            return cluster
    return None


def _nearest(name: Name, fits: Sequence[Cluster]) -> Cluster:
    """The fitting person with the same title, else the one named last before this place, else the first in the text."""
    if name.title:
        same_title = [cluster for cluster in fits if fold(name.title) in {fold(role) for role in cluster.roles}]
        fits = same_title or fits

    def distance(cluster: Cluster) -> tuple[bool, int]:
        before = [other.start for other in cluster.names if other.start < name.start]
        return (not before, name.start - max(before) if before else min(other.start for other in cluster.names))
    return min(fits, key=distance)


def _gender_clash(name: Name, cluster: Cluster) -> bool:
    mine, theirs = title_gender(name.title), gender_of(cluster)
    return mine is not None and theirs is not None and mine != theirs


def gender_of(cluster: Cluster) -> str | None:
    """`m` or `f` by title or role, else by given name; None where neither tells."""
    titles = (*(name.title for name in cluster.names), *cluster.roles)
    return next(filter(None, map(title_gender, titles)), None) or given_gender(cluster.forms)


# ---------------------------------------------------------------- organisations and places
def merge_organisations(names: Sequence[Name]) -> list[Cluster]:
    """Same words, corporate suffixes aside; acronyms; the end of one fuller name (`Assembly`)."""
    clusters: list[Cluster] = []
    for name in sorted(names, key=lambda name: (-len(organisation_tokens(name.text)), name.start)):
        scored = [(max(_organisation_score(name.text, form) for form in cluster.forms), cluster)
                  for cluster in clusters]
        fits = [(score, cluster) for score, cluster in scored if score > 0.5]
        top = max((score for score, _ in fits), default=0.0)
        best = [cluster for score, cluster in fits if score >= top - 0.02]
        if len(best) == 1 or (best and top >= _SAME):
            best[0].add(name)
        elif best and _HEAD_ALONE <= top < _SAME:
            _nearest(name, best).add(name)
        else:
            cluster = Cluster(name.kind)
            cluster.add(name)
            clusters.append(cluster)
    for cluster in clusters:
        cluster.kind = _kind_of(cluster.names)
    return clusters


def _kind_of(names: Sequence[Name]) -> EntityKind:
    """What most names are, acronyms left out where a full form is sure: `ROS` is what `Reactive Oxygen Species` are."""
    full = [name for name in names if name.sure and not name.text.isupper()]
    told = [name.kind for name in full or names if name.kind is not EntityKind.OTHER or name.sure]
    return majority(Counter(told)) if told else EntityKind.OTHER


def _organisation_score(a: str, b: str) -> float:
    x, y = COUNTRY_ALIASES.get(fold(a)), COUNTRY_ALIASES.get(fold(b))
    if (x or fold(a)) == (y or fold(b)):
        return 1.0
    result = compare_organisations(a, b)
    return max(result[0] if result else 0.0, _headless(a, b))


def _headless(a: str, b: str) -> float:
    """The beginning of a name with a corporate suffix: `Gannet` of `Gannet Shipping Ltd`."""
    shorter, longer = sorted((fold(a), fold(b)), key=len)
    words = longer.replace(".", "").split()
    if " " in shorter and shorter.split()[-1] in ORG_HEADS \
            and longer.startswith((f"{shorter} for ", f"{shorter} of the ")):
        return _WHOLE_BUT_PURPOSE  # `Tern Foundation` of `Tern Foundation for the Arts`
    if longer in {f"{head} of {shorter}" for head in _OF_BELIEVERS} and not region_of(shorter):
        return _HEAD_ALONE  # `Tidology` of `Church of Tidology`
    if longer.startswith(f"{shorter} of ") and shorter in OF_HEADS | ORG_HEADS:
        return _HEAD_ALONE  # `House` of `House of Deputies`, before `White House`
    if longer.endswith(f" {shorter}") and shorter in ORG_HEADS and (region_of(words[0]) or words[0] in DEMONYMS):
        return _HEAD_ALONE
    return 0.6 if len(words) > 2 and words[-1] in CORPORATE and longer.startswith(shorter + " ") else 0.0


def _merge_places(names: Sequence[Name]) -> list[Cluster]:
    clusters: dict[str, Cluster] = {}
    bare_names = {fold(name.text) for name in names}
    for name in names:
        folded = fold(name.text).removeprefix("the ")
        folded = COUNTRY_ALIASES.get(folded, folded)
        key = COUNTRY_ALIASES.get(bare := _FORM_OF_STATE.sub("", folded), bare)
        halves = {other for other in bare_names if other.startswith(f"{key} ")} if key in _HALVES else set()
        key = halves.pop() if len(halves) == 1 else key  # `the North` beside `North Aldra`
        if key in _SIDES_OF_SOMETHING:
            continue  # of what, the report does not tell
        key = key.removesuffix(" city") if key.removesuffix(" city") in bare_names else key
        clusters.setdefault(key, Cluster(EntityKind.PLACE)).add(name)
    return list(clusters.values())
