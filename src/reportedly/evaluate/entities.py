"""The bench task `entities`: mentions of people, organisations and places, each under its entity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportedly.annotate.coreference import LocalEntities
from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.annotate.sentences import ParsedSentences
from reportedly.evaluate.plain_articles import plain_article
from reportedly.records.annotation import AnnotatedArticle, EntityKind, LocalEntity, Mention

_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_COUNTED = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.PLACE})


def predict(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """`{id, mentions: [{start, end, entity, name}]}` for each row; reads `id`, `published` and `text` only."""
    pipeline = EnglishPipeline((ParsedSentences(), LocalEntities()), forgiving=True)
    for row in rows:
        article = plain_article(str(row["text"]), published=row.get("published"))
        yield {"id": row["id"], "mentions": mentions_of(pipeline.annotate_one(article))}


def mentions_of(annotated: AnnotatedArticle) -> list[dict[str, Any]]:
    """Mentions of entities of the counted kinds, in reading order; those linked to nothing are left out.

    As GUM annotates: a name with the words before it that say what it is (`engineer Jane Roe`), members of a people as
    people (`Ruritanians`), and no relative pronouns.
    """
    entities = {entity.id: entity for entity in annotated.entities if entity.kind in _COUNTED or _is_of_people(entity)}
    return [_row(mention, entities.get(mention.entity) if mention.entity else None) for mention in annotated.mentions
            if (mention.entity in entities or _is_open(mention))
            and not _is_relative(mention) and not _is_small_name(mention)]


def _row(mention: Mention, entity: LocalEntity | None) -> dict[str, Any]:
    """A name with the words before it that say what it is. Who or what is no entity of the report goes by its words,
    without a name, for it is linked to none."""
    extent = mention.phrase if mention.phrase is not None else mention.span
    return {"start": extent.start, "end": extent.end, "entity": entity.id if entity else f"open {mention.span.exact}",
            "name": entity.name if entity else ""}


def _is_open(mention: Mention) -> bool:
    """Somebody or somewhere that is no entity of the report."""
    return mention.entity is None and mention.form in ("nominal", "nested")


def _is_of_people(entity: LocalEntity) -> bool:
    """`Ruritanians`; two who speak together, `Jane and I`."""
    return entity.kind is EntityKind.GROUP and entity.name.endswith(("s", " and I"))


def _is_relative(mention: Mention) -> bool:
    return mention.form == "pronoun" and mention.span.exact.casefold() in _RELATIVE


def _is_small_name(mention: Mention) -> bool:
    """`eBay`, which the scorer, going by first letters, would count as a common noun."""
    return mention.form == "name" and mention.span.exact[:1].islower()
