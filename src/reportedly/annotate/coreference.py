"""Who is who in one report: names merged to entities, then nominals and pronouns linked to them.

Sieves from the surest to the least sure, after Lee et al. 2013 (Stanford's multi-pass sieve): equal names, acronyms and
parts of names, roles and heads of names, pronouns by gender, number and salience. What no sieve settles stays open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.annotate.descriptions import link_descriptions
from reportedly.annotate.honoured import introduce_honoured
from reportedly.annotate.mention_context import Scene
from reportedly.annotate.name_merging import Cluster, merge_names
from reportedly.annotate.names import Name, find_names
from reportedly.annotate.nominals import link_nominals
from reportedly.annotate.noun_phrases import NounPhrases, nested_names
from reportedly.annotate.open_mentions import open_mentions
from reportedly.annotate.parse import Parse
from reportedly.annotate.pronouns import link_pronouns
from reportedly.annotate.roles import add_roles
from reportedly.records.annotation import AnnotatedArticle, EntityKind, Layer, LocalEntity, Mention
from reportedly.records.ids import MemberId, content_id
from reportedly.records.judgement import Provenance
from reportedly.records.span import SourceSpan
from reportedly.text.normalise import fold, squeeze


@dataclass(frozen=True, slots=True)
class Link:
    """A nominal or pronoun and the cluster it was linked to; None where none fitted."""

    start: int
    end: int
    form: str
    cluster: Cluster | None


def _links(scene: Scene) -> Iterator[Link]:
    """What the sieves link after the names, in this order: descriptions once more, of whom the pronouns mean."""
    yield from (Link(*found[:2], "nominal", found[2]) for found in link_descriptions(scene))
    yield from (Link(*found[:2], "nominal", found[2]) for found in link_nominals(scene))
    introduce_honoured(scene)
    yield from (Link(*found[:2], "pronoun", found[2]) for found in link_pronouns(scene))
    yield from (Link(*found[:2], "nominal", found[2]) for found in link_descriptions(scene))
    yield from (Link(start, end, "nominal", None) for start, end in open_mentions(scene))


class LocalEntities:
    """Adds the mentions and entities layers."""

    name = "reportedly.local-entities.v3"
    needs = frozenset({Layer.SENTENCES})
    adds = frozenset({Layer.MENTIONS, Layer.ENTITIES})

    def annotate(self, article: AnnotatedArticle, parse: Parse) -> AnnotatedArticle:
        """The article with its entities in order of first mention, and all mentions in reading order."""
        clusters = merge_names(find_names(parse))
        add_roles(parse, clusters)
        scene = Scene(parse, clusters)
        phrases = NounPhrases(parse)
        links = list(_links(scene))
        entities, ids = self._entities(article, scene.clusters, links)
        links += [Link(start, end, "nested", cluster) for _, start, end, cluster in nested_names(clusters)]
        mentions = self._mentions(article, scene.clusters, links, ids, phrases)
        return replace(article, mentions=mentions, entities=entities, layers=article.layers | self.adds,
                       made_by=(*article.made_by, self.name))

    def _entities(self, annotated: AnnotatedArticle, clusters: Sequence[Cluster],
                  links: list[Link]) -> tuple[tuple[LocalEntity, ...], dict[int, MemberId]]:
        article, out, ids = annotated.article, [], {}
        linked: dict[int, list[Link]] = defaultdict(list)
        for link in sorted(links, key=lambda link: link.start):
            linked[id(link.cluster)].append(link)
        for cluster in clusters:
            first = cluster.names[0]
            ids[id(cluster)] = MemberId(content_id("n", article.id, cluster.kind, first.start, first.end))
            spans = [article.span(name.start, name.end) for name in cluster.names]
            spans += [article.span(link.start, link.end) for link in linked[id(cluster)]]
            out.append(LocalEntity(id=ids[id(cluster)], kind=cluster.kind, name=squeeze(cluster.name),
                                   aliases=_aliases(cluster), roles=_roles(cluster), mentions=tuple(spans),
                                   provenance=Provenance(component=self.name, rule=_rule(cluster),
                                                         score=_sureness(cluster))))
        return tuple(out), ids

    def _mentions(self, annotated: AnnotatedArticle, clusters: Sequence[Cluster], links: list[Link],
                  ids: dict[int, MemberId], phrases: NounPhrases) -> tuple[Mention, ...]:
        article, out = annotated.article, []

        def mention(span: SourceSpan, form: str, cluster: Cluster | None, start: int | None = None) -> Mention:
            return Mention(id=MemberId(content_id("m", article.id, span.start, span.end)), span=span, form=form,
                           entity=ids[id(cluster)] if cluster is not None else None,
                           phrase=article.span(start, span.end) if start is not None else None)
        for cluster in clusters:
            out += [mention(article.span(name.start, name.end), "name", cluster, phrases.start_of(name))
                    for name in cluster.names]
        out += [mention(article.span(link.start, link.end), link.form, link.cluster) for link in links]
        return tuple(sorted(out, key=lambda item: (item.span.start, item.span.end)))


def _aliases(cluster: Cluster) -> tuple[str, ...]:
    """Other spellings in the report, each also with its title."""
    forms = {squeeze(name.text) for name in cluster.names} | {_titled(name) for name in cluster.names if name.title}
    return tuple(sorted(forms - {squeeze(cluster.name)}))


def _titled(name: Name) -> str:
    return squeeze(f"{name.title} {name.text}")


def _roles(cluster: Cluster) -> tuple[str, ...]:
    """Roles in order of appearance, honorifics left out, each once."""
    seen: dict[str, str] = {}
    for role in cluster.roles:
        words = squeeze(role)
        if fold(words).rstrip(".") not in _BARE_HONORIFICS:
            seen.setdefault(fold(words), words)
    return tuple(seen.values())


_BARE_HONORIFICS = frozenset("mr mrs ms miss madam sir dame dr prof".split())


def _sureness(cluster: Cluster) -> float:
    """How much of the evidence for the kind is more than the parser's label: 1 when every name has some."""
    sure = sum(name.sure for name in cluster.names)
    return round(0.25 + 0.75 * sure / len(cluster.names), 2)


def _rule(cluster: Cluster) -> str:
    sure = any(name.sure for name in cluster.names)
    forms = "one spelling" if len(cluster.forms) == 1 else f"{len(cluster.forms)} spellings merged"
    kind = "title, head word or known form" if sure else "named by the parser"
    if cluster.kind is EntityKind.OTHER:
        return f"capitalised name; {forms}"
    return f"{cluster.kind} by {kind}; {forms}"
