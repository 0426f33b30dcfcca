"""One kind for each spelling of a report: the words around all its mentions vote, the model's label votes least."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.annotate.describing_words import is_person_noun
from reportedly.annotate.kind_evidence import form_kind, kind_evidence
from reportedly.annotate.name_words import EVENT_HEADS, GIVEN_FEMALE, GIVEN_MALE, HEADLINE_LABELS
from reportedly.annotate.names import Name
from reportedly.records.annotation import EntityKind
from reportedly.text.normalise import fold
from reportedly.text.organisation_names import ORG_HEADS
from reportedly.text.regions import region_of

Votes = Mapping[str, Counter[EntityKind]]
_LABELS = 2.0
"""What all labels of the model together weigh: less than one description, more than one slight hint."""
_SHORT_FORM = 1.5
"""Weight of a short form of the name in the same report: the last word for people, the first for firms."""
_DESCRIBED = 3.0
"""Votes of one description beside the name, which by itself makes a body of it: `eGull founder`."""
_CERTAIN = 5.0
"""Votes from which the kind of a short form stands by itself."""
_TEACHINGS = ("ology", "ism", "istics", "phobia", "pathy")
"""Endings of what people believe or study, which is nobody."""
_OFTEN = 4
_MOST = 3
"""How many mentions of one spelling add their evidence: a name is not surer by being frequent."""


def settle_kinds(names: Sequence[Name]) -> list[Name]:
    """The names with one kind for each spelling; capitals that nothing supports are dropped."""
    votes = votes_of(names)
    surnames = _surnames(names, votes)
    frequent = Counter(name.text for name in names)
    mute = _mute(frequent, votes)
    kinds = {form: _kind(form, votes, surnames, mute) for form in votes}
    out = []
    things = _only_modifiers(names)
    for name in names:
        folded = fold(name.text)
        kind = EntityKind.OTHER if folded in things and kinds[folded] is not None else kinds[folded]
        if kind is None and not name.text.isupper() and folded not in HEADLINE_LABELS | ORG_HEADS \
                and frequent[name.text] > 2:
            kind = EntityKind.OTHER
        if kind is not None:
            sure = name.sure or votes[folded][kind] >= _CERTAIN
            out.append(replace(name, kind=kind, sure=sure))
    return out


def _only_modifiers(names: Sequence[Name]) -> frozenset[str]:
    """Single words that nothing but their place before a common noun shows: `Umbra` of `the Umbra camera`, where no
    place of the report has them alone; not those of longer names, titles and known places."""
    free, words = set(), set()
    for name in names:
        folded = fold(name.text)
        words |= set(folded.split()) if " " in folded else set()
        root = name.block.doc[name.first_token:name.last_token + 1].root
        if name.sure or name.title or root.dep_ not in ("compound", "amod", "nmod") or not root.head.text.islower() \
                or root.head.i <= name.last_token or is_person_noun(fold(root.head.lemma_)):
            free.add(folded)
    forms = {fold(name.text) for name in names}
    return frozenset(form for form in forms - free - words if " " not in form and not region_of(form))


def votes_of(names: Sequence[Name]) -> dict[str, Counter[EntityKind]]:
    """By folded spelling, the weighed votes for each kind; no entry is empty but for names without any support."""
    by_form: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        by_form[fold(name.text)].append(name)
    votes = {form: _votes_of_form(mentions) for form, mentions in by_form.items()}
    firsts = {form for form in by_form if " " not in form}
    for form, counts in votes.items():
        words = form.split()
        if len(words) == 2 and counts and words[-1] in firsts and words[0] not in firsts and words[-1] not in ORG_HEADS:
            counts[EntityKind.PERSON] += _SHORT_FORM  # type: ignore[assignment]
        elif len(words) == 2 and counts and words[0] in firsts and words[-1] not in firsts \
                and words[0] not in GIVEN_MALE | GIVEN_FEMALE:
            counts[EntityKind.ORGANIZATION] += _SHORT_FORM / 2  # type: ignore[assignment]
    for form in by_form:
        head, _, rest = form.partition(" ")
        if head in EVENT_HEADS and votes.get(rest):
            votes[rest][EntityKind.OTHER] += _CERTAIN  # type: ignore[assignment]
        make, _, number = form.rpartition(" ")
        if number.isdigit() and votes[form][EntityKind.OTHER] >= _CERTAIN and votes.get(make) \
                and majority(votes[make]) is not EntityKind.PLACE:  # `Aldra 2 – 1 Varr`
            votes[make][EntityKind.OTHER] += _CERTAIN  # type: ignore[assignment]
    return votes


def _votes_of_form(mentions: Sequence[Name]) -> Counter[EntityKind]:
    """Shares of the labels and the strongest evidence of a few mentions."""
    votes: Counter[EntityKind] = Counter()
    labels = Counter(name.kind for name in mentions if not name.weak and not name.sure)
    for kind, count in labels.items():
        votes[kind] += _LABELS * count / labels.total()  # type: ignore[assignment]
    evidence: defaultdict[EntityKind, list[float]] = defaultdict(list)
    for name in mentions:
        for kind, weight in kind_evidence(name).items():
            evidence[kind].append(weight)
    supported = bool(votes) or " " in mentions[0].text or any(name.sure for name in mentions)
    for kind, weights in evidence.items():
        if (supported and (votes or max(weights) > 1)) or (
                kind is EntityKind.ORGANIZATION and max(weights) >= _DESCRIBED):
            votes[kind] += sum(sorted(weights, reverse=True)[:_MOST])  # type: ignore[assignment]
    if (shape := form_kind(mentions[0].text)) is not None:
        votes[shape] += _CERTAIN  # type: ignore[assignment]
    text = mentions[0].text
    is_taught = " " not in text and text.casefold().endswith(_TEACHINGS)
    if (is_taught or region_of(text)) and votes[EntityKind.PERSON] < _CERTAIN:
        del votes[EntityKind.PERSON]
    return +votes


def majority(votes: Mapping[EntityKind, float]) -> EntityKind:
    """The kind with most votes; of equals the first by name."""
    return max(sorted(votes), key=lambda kind: votes[kind])


def _mute(frequent: Counter[str], votes: Votes) -> frozenset[str]:
    """Single words that the report has often and of which it never tells anything that people do."""
    return frozenset(form for text, count in frequent.items() if count >= _OFTEN and " " not in (form := fold(text))
                     and votes[form][EntityKind.PERSON] <= _LABELS and form not in GIVEN_MALE | GIVEN_FEMALE)


def _kind(folded: str, votes: Votes, surnames: frozenset[str], mute: frozenset[str]) -> EntityKind | None:
    counts = votes[folded]
    kind = majority(counts) if counts else None
    if kind is EntityKind.PERSON and folded in mute and folded not in surnames:
        return EntityKind.OTHER
    if folded in surnames and (kind is None or counts[kind] < _CERTAIN):
        return EntityKind.PERSON
    if kind is EntityKind.PERSON and counts[kind] < _CERTAIN and _begins_a_firm(folded, votes):
        return EntityKind.ORGANIZATION
    return kind or _by_tail(folded, votes)


def _surnames(names: Sequence[Name], votes: Votes) -> frozenset[str]:
    """Last (or, before a hyphenated given name, first) words of the people named in full."""
    out = set()
    for name in names:
        counts = votes[fold(name.text)]
        if " " in name.text and counts and majority(counts) is EntityKind.PERSON:
            words = fold(name.text).split()
            out.add(words[-1])
            if name.text[0].isupper() and ("-" in words[-1] or len(words) == 3):
                out.add(words[0])
    return frozenset(out)


def _begins_a_firm(folded: str, votes: Votes) -> bool:
    """The word alone is the beginning of a name surely an organisation's: `Gannet`, `Gannet Shipping`."""
    return " " not in folded and any(
        form.startswith(folded + " ") and counts[EntityKind.ORGANIZATION] >= _CERTAIN
        for form, counts in votes.items())


def _by_tail(folded: str, votes: Votes) -> EntityKind | None:
    """The kind of a longer name that ends with or begins with these words."""
    for other, counts in sorted(votes.items()):
        if counts and other != folded and (other.endswith(" " + folded) or other.startswith(folded + " ")):
            return majority(counts)
    return None
