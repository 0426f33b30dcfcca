"""Seams between stages, and components chosen by versioned name.

The registry is an object that `engine` builds; importing a module registers nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from reportedly.errors import RegistryError
from reportedly.records.annotation import AnnotatedArticle, Layer
from reportedly.records.article import Article, RawReport

ParseT = TypeVar("ParseT", contravariant=True)


class Reader(Protocol):
    """RawReport -> Article. Raises UnreadableReportError with what was found and what to try."""

    name: str

    def read(self, raw: RawReport) -> Article:
        """The article with its typed zones and metadata."""


class Annotator(Protocol[ParseT]):
    """Adds layers to an article. A change of meaning is a new versioned name."""

    name: str
    """`reportedly.rule-attributions.v1`."""
    needs: frozenset[Layer]
    adds: frozenset[Layer]

    def annotate(self, article: AnnotatedArticle, parse: ParseT) -> AnnotatedArticle:
        """The same article with this annotator's layers filled; other layers untouched."""


class Pipeline(Protocol):
    """Article -> AnnotatedArticle, all annotators in order."""

    names: tuple[str, ...]

    def annotate(self, articles: Iterable[Article]) -> Iterator[AnnotatedArticle]:
        """One annotated article for each article, in order."""


class Exporter(Protocol):
    """Writes a dossier in one format into a folder."""

    name: str

    def export(self, dossier: Any, folder: Any) -> Sequence[str]:
        """Names of the files written, in the order a person would open them."""


@dataclass
class Registry:
    """Factories by kind and versioned name."""

    factories: dict[tuple[str, str], Callable[..., Any]] = field(default_factory=dict)

    def add(self, kind: str, name: str, factory: Callable[..., Any]) -> None:
        """Make a component known. Raises RegistryError when the name is taken."""
        if (kind, name) in self.factories:
            raise RegistryError(f"{kind} {name!r} is registered already; give the new one a new version")
        self.factories[kind, name] = factory

    def names(self, kind: str) -> tuple[str, ...]:
        """Known names of a kind, sorted."""
        return tuple(sorted(name for known, name in self.factories if known == kind))

    def make(self, kind: str, name: str, **settings: Any) -> Any:
        """A new component. Raises RegistryError that lists the known names."""
        try:
            factory = self.factories[kind, name]
        except KeyError:
            known = ", ".join(self.names(kind)) or "none"
            raise RegistryError(f"no {kind} is called {name!r}; known: {known}") from None
        return factory(**settings)


def check_order(annotators: Sequence[Annotator[Any]]) -> None:
    """Raise RegistryError when an annotator needs a layer that none before it adds."""
    have: set[Layer] = set()
    for annotator in annotators:
        missing = annotator.needs - have
        if missing:
            names = ", ".join(sorted(missing))
            raise RegistryError(f"{annotator.name} needs {names}, which no annotator before it adds")
        have |= annotator.adds
