"""Links nominals ("the commission", "parliament", "the general") to the entity whose name or role they repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportedly.annotate.descriptions import sort_beside
from reportedly.annotate.media_names import is_media_name
from reportedly.annotate.mention_context import Scene
from reportedly.annotate.name_merging import Cluster
from reportedly.annotate.name_words import CORPORATE_SUFFIXES, HONORIFICS, OF_HEADS, TITLE_NOUNS
from reportedly.annotate.parse import Block
from reportedly.records.annotation import EntityKind
from reportedly.text.gazetteer import CITY, is_country, places_called
from reportedly.text.normalise import fold
from reportedly.text.organisation_names import FIRM_HEADS, ORG_HEADS, organisation_tokens
from reportedly.text.regions import region_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEFINITE = frozenset({"the", "this", "that"})
_BARE = frozenset("parliament congress".split())
_LEGISLATURES = frozenset("parliament assembly legislature congress senate knesset duma bundestag diet".split())
_LEGISLATURE_WORDS = frozenset("parliament legislature assembly".split())
_BUSINESS_WORDS = frozenset("""company firm business corporation conglomerate retailer manufacturer maker giant startup
carrier airline automaker insurer lender bank bureau operator developer supplier provider""".split())
_CITY_WORDS = frozenset({"city", "town"})
_BODY_WORDS = frozenset("organization organisation group body association agency institution alliance".split())
_POSTS = frozenset({"office", "press", "post"})
"""Heads of names that by themselves mean something else: the office somebody holds, all that is printed."""
_BUILT = frozenset("""memorial mosque church cathedral temple synagogue hall park tower bridge airport station stadium
arena square centre center museum hospital school university college hotel prison jail port harbour harbor palace
castle theatre theater library plant base camp pier dam lighthouse river lake island valley bay canal""".split())
"""Last words of the names of what is built or lies somewhere, by which they are meant again."""
_OWN = frozenset({"our", "my", "this"})
_COUNTRY_WORDS = frozenset({"country", "nation"})
_PUBLIC_HEADS = ORG_HEADS - CORPORATE_SUFFIXES - FIRM_HEADS - frozenset("""group services bank media laboratories
networks publishing productions entertainment records resources utilities healthcare equity""".split())
_OTHERS = frozenset("""other another former first second third new next previous last
old future rival own whole entire""".split())
_ROLE_ENDS = frozenset("of for at in to and who with from on".split())
_QUALIFIED_HEADS = frozenset("vice deputy former acting interim assistant".split())
_FORM_OF_STATE = re.compile(r"^(?:The |the )?(?:Republic|Kingdom|State) of (?:the )?")
_FEWEST_OF_OWN = 3
"""How often a report names its own country at least."""
_REACH = 3
"""Sentences back in which one of several fitting entities may be the one meant."""


def link_nominals(scene: Scene) -> Iterator[tuple[int, int, Cluster]]:
    """(start, end, cluster) of each nominal that fits exactly one entity, or the one of several named just before."""
    heads = [entity_heads(cluster) for cluster in scene.clusters]
    for block, token in scene.tokens("NOUN", "PROPN"):
        first = nominal_start(token)
        if first is None or any(scene.is_taken(block, part) for part in token.doc[first.i:token.i + 1]):
            continue
        found = referent_of(scene, heads, block, token)
        if found is not None:
            yield scene.link(found, block, first, token)


def nominal_start(token: Token) -> Token | None:
    """First token of a singular definite noun phrase that can repeat a name; None for all other tokens."""
    if token.pos_ not in ("NOUN", "PROPN") or token.tag_ in ("NNS", "NNPS") or token.dep_ in ("compound", "nmod"):
        return None
    left = [child for child in token.lefts if child.dep_ in ("det", "amod", "compound", "poss", "nummod", "nmod")]
    owner = next((child for child in left if child.dep_ == "poss"), None)
    if owner is not None and owner.lower_ in _OWN and token.lower_ in _COUNTRY_WORDS | _CITY_WORDS and len(left) == 1:
        return owner
    if owner is not None and owner.lower_ == "our" and fold(token.text) in TITLE_NOUNS and len(left) == 1:
        return owner
    if any(child.lower_ in _OTHERS or child.dep_ in ("poss", "nummod") for child in left):
        return None
    if any(_says_which(child, token) for child in token.rights):
        return None
    address = next((child for child in token.lefts if child.lower_.rstrip(".") in HONORIFICS), None)
    if address is not None and fold(token.text) in TITLE_NOUNS:
        return address  # `Madam Speaker`
    determiner = next((child for child in left if child.dep_ == "det"), None)
    if determiner is not None and determiner.lower_ in _DEFINITE:
        return determiner
    return token if not left and token.lower_ in _BARE else None


def _says_which(child: Token, token: Token) -> bool:
    """What follows tells which of several is meant: "the firm that won", "the mayor of Merrow"; after a comma it only
    tells more of one that is known already."""
    if child.dep_ in ("relcl", "acl"):
        return token.doc[token.i + 1].text != ","
    return child.dep_ == "prep" and child.lower_ == "of"


def entity_heads(cluster: Cluster) -> dict[str, frozenset[str]]:
    """Head nouns of the entity's name and roles, each with the modifiers that stand before it."""
    out: dict[str, frozenset[str]] = {}
    for role in cluster.roles:
        words = fold(role).replace("-", " ").split()
        stop = next((at for at, word in enumerate(words) if word in _ROLE_ENDS), len(words))
        if stop:
            out.setdefault(words[stop - 1], frozenset(words))
    if cluster.kind in (EntityKind.ORGANIZATION, EntityKind.GROUP):
        for form in cluster.forms:
            words = list(organisation_tokens(form))
            of = words.index("of") if "of" in words[1:] else 0
            if of and words[of - 1] in OF_HEADS | ORG_HEADS:
                out.setdefault(words[of - 1], frozenset(words))
            elif words[-1] in ORG_HEADS:
                out.setdefault(words[-1], frozenset(words))
    if cluster.kind in (EntityKind.ORGANIZATION, EntityKind.PLACE):
        for form in cluster.forms:
            built = fold(form).split()
            if len(built) > 1 and built[-1] in _BUILT:
                out.setdefault(built[-1], frozenset(built))
    for name in cluster.names:
        noun = sort_beside(name.block.doc[name.last_token], cluster.kind)
        if noun is not None:
            out.setdefault(fold(noun.text), frozenset({fold(noun.text)}))
    return out


def referent_of(scene: Scene, heads: list[dict[str, frozenset[str]]], block: Block, token: Token) -> int | None:
    """Index of the entity a nominal means; None when none or several fit."""
    head = fold(token.text)
    if head in _POSTS:
        return None
    modifiers = {fold(child.text) for child in token.lefts if child.dep_ in ("amod", "compound")}
    offset = block.zone.start + token.idx
    fits = [number for number, known in enumerate(heads) if head in known and _agree(modifiers, known[head])]
    if not fits and head in _LEGISLATURE_WORDS:
        fits = [number for number, known in enumerate(heads) if _LEGISLATURES & set(known)]
    if not modifiers and (head in _BUSINESS_WORDS or not fits):
        return _of_sort(scene, head, offset, fits, is_own=any(child.lower_ in _OWN for child in token.lefts))
    if len(fits) == 1:
        return fits[0] if _named_before(scene, fits[0], offset) else None
    return _nearest(scene, fits, offset) if fits else None


def _of_sort(scene: Scene, head: str, offset: int, called: Sequence[int], *, is_own: bool) -> int | None:
    """What a bare noun for a sort of thing means: `the country`, `this city`, `the company`, `the organisation`.

    Of businesses some are called so in so many words ("Mandel, a security firm"), which says that they are businesses.
    """
    if head in _COUNTRY_WORDS:
        return _own(scene, _countries(scene)) if is_own else _country(scene, offset)
    if head in _CITY_WORDS:
        return _city(scene, offset, is_own=is_own)
    if head in _BUSINESS_WORDS:
        return _business(scene, offset, called)
    return _body(scene, offset) if head in _BODY_WORDS else None


def _agree(modifiers: set[str], known: frozenset[str]) -> bool:
    """What qualifies the nominal is part of the role; a bare nominal does not mean a deputy or a former holder."""
    return modifiers <= known and not (known & _QUALIFIED_HEADS) - modifiers


def _named_before(scene: Scene, number: int, offset: int) -> bool:
    return scene.clusters[number].names[0].start < offset


def _nearest(scene: Scene, fits: list[int], offset: int) -> int | None:
    near = [item for item in scene.before(offset, _REACH) if item.referent in fits]
    return near[-1].referent if near else None


def _countries(scene: Scene) -> frozenset[int]:
    return frozenset(number for number, cluster in enumerate(scene.clusters)
                     if any(map(_is_country, cluster.forms)))


def _is_country(form: str) -> bool:
    return region_of(form) is not None or is_country(_FORM_OF_STATE.sub("", form))


def _cities(scene: Scene) -> frozenset[int]:
    return frozenset(number for number, cluster in enumerate(scene.clusters) if cluster.kind is EntityKind.PLACE
                     and any(_is_city(form) for form in cluster.forms))


def _is_city(form: str) -> bool:
    """Called one, or known as nothing greater."""
    known = places_called(form)
    return fold(form).split()[-1] in _CITY_WORDS or (bool(known) and known[0].kind == CITY)


def _country(scene: Scene, offset: int) -> int | None:
    """The one country named in this sentence or the one before, else the one the report is about."""
    countries = _countries(scene)
    near = {item.referent for item in scene.before(offset, 1) if item.referent in countries}
    own = _own(scene, countries)
    return near.pop() if len(near) == 1 else own if own in near or not near else None


def _city(scene: Scene, offset: int, *, is_own: bool) -> int | None:
    """The city that the report is about, or the one named last, not far back."""
    cities = _cities(scene)
    near = [item.referent for item in scene.before(offset, _REACH) if item.referent in cities]
    own = _own(scene, cities)
    return own if is_own and own is not None else near[-1] if len(set(near)) == 1 else own


def _own(scene: Scene, some: frozenset[int]) -> int | None:
    """Of these the one that the report names far more often than any other."""
    counts = sorted(((len(scene.clusters[number].names), -number) for number in some), reverse=True)
    if not counts or counts[0][0] < _FEWEST_OF_OWN or (len(counts) > 1 and counts[0][0] < 2 * counts[1][0]):
        return None
    return -counts[0][1]


def _body(scene: Scene, offset: int) -> int | None:
    """The one body named in the last sentences."""
    near = {item.referent for item in scene.before(offset, 1)
            if scene.clusters[item.referent].kind is EntityKind.ORGANIZATION
            and not any(map(is_media_name, scene.clusters[item.referent].forms))}
    return near.pop() if len(near) == 1 else None


def _business(scene: Scene, offset: int, called: Sequence[int]) -> int | None:
    """The one business of the report, the one that was the subject just before, the only one named there, or the one
    that the report is about."""
    businesses = [number for number, cluster in enumerate(scene.clusters)
                  if _named_before(scene, number, offset) and (number in called or _is_business(cluster))]
    frequent = [number for number in businesses if len(scene.clusters[number].names) > 2] or businesses
    if len(frequent) == 1:
        return frequent[0]
    near = [item for item in scene.before(offset, 2) if item.referent in businesses]
    subjects = [item.referent for item in near if item.role == "subject"]
    if subjects:
        return subjects[-1]
    named = {item.referent for item in near}
    return named.pop() if len(named) == 1 else _own(scene, frozenset(businesses))


def _is_business(cluster: Cluster) -> bool:
    if cluster.kind is not EntityKind.ORGANIZATION or any(map(is_media_name, cluster.forms)):
        return False
    return not any(organisation_tokens(form)[-1] in _PUBLIC_HEADS or "of" in organisation_tokens(form)
                   for form in cluster.forms)
