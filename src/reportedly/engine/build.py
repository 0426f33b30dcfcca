"""Builds a story from reports and adds to it: receives, reads, annotates, links and writes.

Everything that must not be lost is on disk before the next thing starts: first the bytes of every new report, then
one transaction for each. A run that was killed is finished by running it again. New reports are worked on in the
order of their bytes' SHA-256, so the store does not depend on the order in which they were named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import chain
from pathlib import Path

from reportedly.engine.linking import StoryIndex, link_report
from reportedly.engine.progress import Progress, ProgressListener, silent
from reportedly.errors import NotFoundError, UnreadableReportError
from reportedly.options import default
from reportedly.records.annotation import AnnotatedArticle
from reportedly.records.article import Article, Notice, RawReport, Unread
from reportedly.records.ids import ArticleId, content_id, digest
from reportedly.records.linked import Linker
from reportedly.registry import Pipeline
from reportedly.store import sources
from reportedly.store.writer import StoryWriter

ReadReport = Callable[[RawReport], Article]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What a build works with."""

    read: ReadReport
    """Raises UnreadableReportError for what it cannot read."""
    pipeline: Pipeline
    linkers: Sequence[Linker]
    clock: Callable[[], str]
    """The time now, ISO 8601: the only clock of a build."""
    progress: ProgressListener = silent
    lock_wait_s: float = field(default_factory=lambda: float(default("lock-wait") or 0))

    @property
    def fingerprint(self) -> str:
        """Id of the components in their order; reports made by others are annotated anew."""
        return content_id("p", *self.pipeline.names, *(linker.name for linker in self.linkers))


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a run did."""

    story: Path
    revision: int
    """The newest revision; 0 when the story is empty."""
    new: tuple[ArticleId, ...]
    """Reports that came in, sorted."""
    known: int
    """Inputs that were known before, or that gave a report which was."""
    renewed: tuple[ArticleId, ...]
    """Reports annotated anew, because the components changed."""
    other_language: tuple[tuple[str, str], ...]
    """(name, language) of new reports kept without annotations."""
    unread: tuple[Unread, ...]
    """By name."""
    total: int
    """Reports in the story, older versions included."""


def build(inputs: Iterable[RawReport | Unread], story: Path, tools: Tools, *, title: str | None = None,
          note: str | None = None, command: str = "reportedly build") -> BuildReport:
    """Build a story in a folder, or finish and extend the one that is there.

    Raises NotFoundError when `inputs` is empty, StoreLockedError when another process holds the story for too long,
    StoreFullError when the disk is full (what was written before is whole), StoreError for a folder that holds
    something else.
    """
    iterator = iter(inputs)
    first = next(iterator, None)  # so that inputs which cannot be found leave no folder behind
    if first is None:
        raise NotFoundError("nothing to read was found")
    with StoryWriter(story, command=command, clock=tools.clock, lock_wait_s=tools.lock_wait_s) as writer:
        writer.describe(title=title, note=note)
        run = _Run(writer, tools)
        run.renew()
        run.take(run.receive(chain([first], iterator)))
        return run.finish(story)


class _Run:
    """One run over one story."""

    def __init__(self, writer: StoryWriter, tools: Tools) -> None:
        self._writer = writer
        self._tools = tools
        self._inputs = writer.known_inputs()
        self._fingerprints = writer.fingerprints()
        self._index = StoryIndex(writer.stored_nodes())
        self._new: list[ArticleId] = []
        self._renewed: list[ArticleId] = []
        self._other_language: list[tuple[str, str]] = []
        self._unread: list[Unread] = []
        self._known = 0

    def renew(self) -> None:
        """Annotate anew what other components worked on; nothing is read again."""
        stale = [name for name, made_by in self._fingerprints.items() if made_by != self._tools.fingerprint]
        if stale:  # what the old components linked must not form pairs with what the new ones will
            self._writer.unlink(stale)
            self._index = StoryIndex(self._writer.stored_nodes())
        for done, name in enumerate(stale, 1):
            article = self._writer.article(name).article
            self._write(self._annotate(article), ())
            self._renewed.append(name)
            self._tools.progress(Progress(stage="renew", done=done, total=len(stale), name=article.name))

    def receive(self, inputs: Iterable[RawReport | Unread]) -> list[_Received]:
        """Keep the bytes of what is new, and give it without its bytes, sorted."""
        new: dict[str, _Received] = {}
        for done, item in enumerate(inputs, 1):
            if isinstance(item, Unread):
                self._note_unread(item)
                continue
            key = input_id(item)
            if key in self._inputs:
                self._known += 1
            elif key not in new:
                new[key] = _Received(self._writer.keep_source(item.data), key, replace(item, data=b""))
            self._tools.progress(Progress(stage="receive", done=done, total=None, name=item.name))
        return sorted(new.values(), key=lambda received: (received.source, received.key))

    def take(self, received: Sequence[_Received]) -> None:
        """Read, annotate, link and write each; one bad report never stops the others."""
        for done, item in enumerate(received, 1):
            raw = replace(item.raw, data=sources.read(self._writer.folder, item.source))
            try:
                self._take(self._tools.read(raw), item)
            except UnreadableReportError as error:
                self._note_unread(Unread(where=error.where, reason=error.reason, hint=error.hint,
                                         source=item.source))
            self._tools.progress(Progress(stage="read", done=done, total=len(received), name=raw.name))

    def finish(self, story: Path) -> BuildReport:
        """Close the revision and say what was done."""
        return BuildReport(
            story=story, revision=self._writer.finish(), new=tuple(sorted(self._new)), known=self._known,
            renewed=tuple(sorted(self._renewed)), other_language=tuple(sorted(self._other_language)),
            unread=tuple(sorted(self._unread, key=lambda unread: (unread.where, unread.reason))),
            total=len(self._fingerprints))

    def _take(self, article: Article, item: _Received) -> None:
        inputs = [(item.key, item.source)]
        if article.id in self._fingerprints:
            self._known += 1
            self._writer.note_inputs(article.id, inputs)
            return
        annotated = self._annotate(article)
        if not annotated.layers:
            self._other_language.append((article.name, article.language))
        self._write(annotated, inputs)
        self._new.append(article.id)

    def _annotate(self, article: Article) -> AnnotatedArticle:
        annotated = next(iter(self._tools.pipeline.annotate([article])))
        return annotated if annotated.layers else _with_language_notice(annotated)

    def _write(self, annotated: AnnotatedArticle, inputs: Sequence[tuple[str, str]]) -> None:
        linked = link_report(annotated, self._tools.linkers, self._index)
        self._writer.write_report(annotated, linked, inputs=inputs, fingerprint=self._tools.fingerprint)
        self._fingerprints[annotated.article.id] = self._tools.fingerprint

    def _note_unread(self, unread: Unread) -> None:
        self._unread.append(unread)
        self._writer.write_unread(replace(unread, where=bare_name(unread.where)))


@dataclass(frozen=True, slots=True)
class _Received:
    """A new report whose bytes are kept."""

    source: str
    key: str
    raw: RawReport
    """Without its bytes."""


def input_id(raw: RawReport) -> str:
    """Id of an input: its bytes and everything given with them, but not where and when they were got."""
    given = [getattr(raw, part.name) for part in fields(raw) if part.name not in ("data", "where", "retrieved")]
    return content_id("i", digest(raw.data), *given)


def bare_name(where: str) -> str:
    """A file's name without folders, an address as it is: no path of a machine is stored."""
    return where if "://" in where else where.rstrip("/").rpartition("/")[2]


def _with_language_notice(annotated: AnnotatedArticle) -> AnnotatedArticle:
    article = annotated.article
    if any(notice.code == "not-annotated-language" for notice in article.notices):
        return annotated
    notice = Notice(code="not-annotated-language",
                    message=f"kept as a source, not annotated: its language is {article.language}, not English")
    return replace(annotated, article=replace(article, notices=(*article.notices, notice)))
