"""Finds sentences by words, behind one function, so that another index can take the place of SQLite's FTS5."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from reportedly.records.ids import ArticleId
from reportedly.records.span import SourceSpan
from reportedly.store.connection import STORY_ID, reading_engine, store_errors

_OPEN, _CLOSE = "\x02", "\x03"
_QUERY = text(
    "SELECT s.report, s.start, s.\"end\" AS stop, s.text, highlight(sentence_fts, 0, :open, :close) AS marked, "
    "bm25(sentence_fts) AS rank FROM sentence_fts JOIN sentence s ON s.id = sentence_fts.rowid "
    "WHERE sentence_fts MATCH :words AND s.story = :story ORDER BY rank, s.report, s.start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One sentence that holds the words."""

    article_id: ArticleId
    span: SourceSpan
    """The sentence."""
    matches: tuple[SourceSpan, ...]
    """The words found, in reading order; empty where the sentence holds control characters."""


def search(folder: Path, words: str, *, reports: Collection[ArticleId] | None = None,
           limit: int | None = None) -> tuple[Hit, ...]:
    """Sentences that hold all the words, best first; words inside double quotes must follow each other.

    Case and accents make no difference. `reports` narrows the search to some of them. No words, no hits.
    """
    query = quoted(words)
    if not query:
        return ()
    with store_errors(folder), reading_engine(folder).connect() as connection:
        rows = connection.execute(_QUERY, {"open": _OPEN, "close": _CLOSE, "words": query, "story": STORY_ID})
        hits: list[Hit] = []
        for row in rows:
            if reports is None or row.report in reports:
                hits.append(_hit(ArticleId(row.report), row.start, row.text, row.marked))
            if len(hits) == limit:
                break
        return tuple(hits)


def quoted(words: str) -> str:
    """The user's words as an FTS5 expression: every word or phrase a string, so that nothing in them is syntax."""
    straight = re.sub("[“”„]", '"', words)
    pieces = [phrase or word for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', straight)]
    return " AND ".join(f'"{piece}"' for piece in pieces if any(map(str.isalnum, piece)))


def _hit(article_id: ArticleId, start: int, sentence: str, marked: str) -> Hit:
    return Hit(article_id=article_id, matches=_matches(article_id, start, sentence, marked),
               span=SourceSpan(article_id=article_id, start=start, end=start + len(sentence), exact=sentence))


def _matches(article_id: ArticleId, start: int, sentence: str, marked: str) -> tuple[SourceSpan, ...]:
    if marked.replace(_OPEN, "").replace(_CLOSE, "") != sentence:
        return ()
    spans, place = [], 0
    for piece in re.split(f"({_OPEN}[^{_CLOSE}]*{_CLOSE})", marked):
        words = piece.strip(_OPEN + _CLOSE) if piece.startswith(_OPEN) else ""
        if words:
            spans.append(SourceSpan(article_id=article_id, start=start + place, end=start + place + len(words),
                                    exact=words))
        place += len(words or piece)
    return tuple(spans)
