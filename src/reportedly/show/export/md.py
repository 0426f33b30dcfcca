"""The dossier as Markdown with a footnote for every span."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportedly.dossier.records import Dossier
from reportedly.records.annotation import Hedge
from reportedly.records.article import Article
from reportedly.records.linked import Event
from reportedly.records.span import SourceSpan
from reportedly.show.chronology import in_time, lag_in_words, times_in_words
from reportedly.show.chronology import when_in_words as event_in_words
from reportedly.show.plain import write
from reportedly.show.unnamed import in_words
from reportedly.show.when import moment_in_words, when_in_words

MOST_NOTES = 5
"""Footnotes after one line; each report gives one."""
LONGEST_QUOTE = 240
PASSING = {"relay": "via", "cited": "citing"}
"""The words before a link of a statement's chain."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!&~$^])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def export(dossier: Dossier, folder: Path) -> list[Path]:
    """Write `dossier.md`."""
    return [write(folder, "dossier.md", Writer(dossier).text())]


def plain_words(words: str) -> str:
    """Words on one line with everything escaped that Markdown or HTML would read as markup."""
    line = _SPECIAL.sub(r"\\\1", " ".join(words.split()))
    return _LINE_START.sub(lambda found: f"{found[1]}\\{found[2]}" if not found[2].isdigit() else found[0], line)


class Writer:
    """Writes one dossier, numbering its footnotes in the order of the text."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._articles: dict[str, Article] = {item.article.id: item.article for item in dossier.articles}
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._notes: list[str] = []

    def text(self) -> str:
        """The whole document."""
        parts = [*self._brief(), *self._timeline(), *self._statements(), *self._disputes(), *self._theories(),
                 *self._forecasts(), *self._sources(), *self._people(), *self._unread()]
        return "\n".join([*parts, "", *self._notes]) + "\n"

    def cite(self, spans: Iterable[SourceSpan]) -> str:
        """Footnote marks, one a report."""
        first: dict[str, SourceSpan] = {}
        for span in spans:
            if span.article_id in self._articles:
                first.setdefault(span.article_id, span)
        return "".join(f"[^{self._number(span)}]" for span in list(first.values())[:MOST_NOTES])

    def _number(self, span: SourceSpan) -> int:
        key = (span.article_id, span.start, span.end)
        if key not in self._numbers:
            self._numbers[key] = len(self._numbers) + 1
            article = self._articles[span.article_id]
            quote = span.exact if len(span.exact) <= LONGEST_QUOTE else span.exact[:LONGEST_QUOTE] + " …"
            day = moment_in_words(article.published_day) if article.published_day else "no date"
            self._notes.append(f"[^{self._numbers[key]}]: {plain_words(article.outlet.label)}, {day}: "
                               f"“{plain_words(quote)}” ({article.id}, {span.start}–{span.end})")
        return self._numbers[key]

    def _brief(self) -> Iterator[str]:
        dossier, counts = self.dossier, self.dossier.counts
        yield f"# {plain_words(dossier.title)}"
        if dossier.note:
            yield f"\n*{plain_words(dossier.note)}*"
        if dossier.lead:
            yield f"\n{plain_words(dossier.lead.exact)}{self.cite([dossier.lead])}"
        as_of = f"As of {moment_in_words(dossier.as_of)}: " if dossier.as_of else ""
        yield (f"\n{as_of}{counts.reports} reports, {counts.outlets} outlets, **{counts.origins} independent origins**."
               f" Timeline entries: {counts.agreed} agreed, {counts.disputed} disputed, "
               f"{counts.single} from one origin.")
        yield "\n## Key points\n"
        for point in dossier.key_points:
            mark = " **(disputed)**" if point.disputed else ""
            event = point.event
            yield f"- {event_in_words(event)}: {plain_words(event.text)}{mark}{self.cite(event.spans)}"

    def _timeline(self) -> Iterator[str]:
        yield "\n## What happened\n"
        events = in_time(self.dossier.timeline)
        yield from (self._entry(item) for item in events if not item.is_background)
        if background := [self._entry(item) for item in events if item.is_background]:
            yield "\n### Background, from long before\n"
            yield from background

    def _entry(self, item: Event) -> str:
        status = "" if item.status == "happened" else f" *({item.status})*"
        given, lag = times_in_words(item), lag_in_words(item)
        differing = f"; accounts differ: {plain_words(', '.join(given))}" if given else ""
        return (f"- **{event_in_words(item)}**: {plain_words(item.text)}{status} — {_origins(len(item.origins))}"
                f"{differing}{f'; {lag}' if lag else ''}{self.cite([item.chosen, *item.spans])}")

    def _statements(self) -> Iterator[str]:
        yield "\n## Who said what\n"
        for row in self.dossier.statements:
            relays = "".join(f", {PASSING[link.role]} {plain_words(link.name)}" for link in row.statement.chain
                             if link.role in PASSING)
            denial = " *(denies)*" if row.denies else ""
            contested = f"; contested by {plain_words(', '.join(row.denied_by))}" if row.denied_by else ""
            told = in_words(row.statement.unnamed)
            unnamed = f"; unnamed: {plain_words(told)}" if told else ""
            yield (f"- **{plain_words(row.speaker)}** {plain_words(row.cue)}: {plain_words(row.text)}{denial} — "
                   f"{row.kind}{relays}{unnamed}{contested}{self.cite(row.spans)}")

    def _disputes(self) -> Iterator[str]:
        yield "\n## Where accounts conflict\n"
        for item in self.dossier.disputes:
            yield f"### {item.kind.capitalize()}: {plain_words(item.text)}\n"
            for side in item.positions:
                value = f" **{plain_words(side.value)}**{f' ({side.day})' if side.day else ''}" if side.value else ""
                yield (f"- {plain_words(side.who)}:{value} {plain_words(side.text)} — "
                       f"{_origins(len(side.origins))}{self.cite(side.spans)}")
            yield ""

    def _theories(self) -> Iterator[str]:
        yield "\n## Theories\n"
        for item in self.dossier.theories:
            yield f"### {plain_words(item.text)}\n"
            proponents = plain_words(", ".join(item.proponents)) or "nobody named"
            yield f"- Put forward by: {proponents}{self.cite(item.spans)}"
            if item.opponents:
                yield f"- Disputed by: {plain_words(', '.join(item.opponents))}"
            for evidence in item.evidence:
                yield f"- {evidence.rating}: {plain_words(evidence.text)}{self.cite([evidence.span])}"
            yield ""

    def _forecasts(self) -> Iterator[str]:
        yield "\n## Forecasts\n"
        for item in self.dossier.forecasts:
            hedge = _hedge(item.hedge) if item.hedge else ""
            horizon = f", by {when_in_words(item.horizon)}" if item.horizon else ""
            yield (f"- {plain_words(item.who)}: {plain_words(item.text)}{hedge}{horizon}; {item.state}"
                   f"{self.cite([item.chosen, *item.spans])}{self.cite(item.resolution)}")

    def _sources(self) -> Iterator[str]:
        yield "\n## Sources\n"
        yield "| outlet | reports | own | copied from | named | unnamed | corrected |"
        yield "|---|---|---|---|---|---|---|"
        for item in self.dossier.sources:
            yield (f"| {plain_words(item.outlet)} | {len(item.reports)} | {item.original} | "
                   f"{plain_words(', '.join(item.copied_from))} | {item.named} | {item.unnamed} | {item.corrections} |")

    def _people(self) -> Iterator[str]:
        for title, found in (("People and groups", self.dossier.people), ("Places", self.dossier.places)):
            yield f"\n## {title}\n"
            for item in found:
                also = f", also {plain_words(', '.join(item.aliases))}" if item.aliases else ""
                roles = f" — {plain_words('; '.join(item.roles))}" if item.roles else ""
                counts = f"{item.mentions} mentions, {len(item.reports)} reports"
                yield f"- **{plain_words(item.name)}**{also}{roles} ({counts})"

    def _unread(self) -> Iterator[str]:
        missed = [f"- {plain_words(item.where)}: {plain_words(item.reason)}" for item in self.dossier.unread]
        missed += [f"- {plain_words(row.title)} ({plain_words(row.outlet)}): read, not annotated ({row.language})"
                   for row in self.dossier.reports if not row.annotated]
        if missed:
            yield "\n## Not read, not annotated\n"
            yield from missed


def _hedge(hedge: Hedge) -> str:
    known = hedge.low is not None and hedge.high is not None
    return f" — {plain_words(hedge.word)}" + (f" [{hedge.low}–{hedge.high} %]" if known else "")


def _origins(number: int) -> str:
    return f"{number} origin{'s' if number != 1 else ''}"
