"""Annotated articles -> words with gold parts -> padded batches of windows.

Articles come as the attribution bench has them: JSONL of `{id, text, title?, published?, attributions: [{source, cue,
content}]}`, each role a list of `[start, end]` in code points. They are read, zoned and parsed by the product itself,
so that training sees exactly the words and features that annotation will.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from reportedly.annotate.attribution_words import FEATURES, Words, words_of
from reportedly.annotate.model_attributions import windows
from reportedly.annotate.pipeline import parse_article
from reportedly.evaluate.attribution import article_of
from reportedly.models.attribution import word_pieces
from reportedly.models.wordpiece import WordPieces

IGNORED = -100
"""Target of what has no say in a loss."""
ROLE_OF = {"source": 1, "cue": 3, "content": 4}
CUE_BEGIN = 2


@dataclass(frozen=True)
class Gold:
    """One attribution in words of its article, ascending."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


@dataclass(frozen=True)
class Example:
    """One article."""

    id: str
    text: str
    words: Words
    pieces: tuple[tuple[int, ...], ...]
    """Word-piece ids of each word."""
    gold: tuple[Gold, ...]
    attributions: list[dict[str, Any]]
    """As in the file, for the scorer."""


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_examples(path: Path, cache: Path | None = None) -> list[Example]:
    """The articles of a JSONL file, parsed. `cache`: folder where the parsed words are kept between runs."""
    kept = cache / f"{digest(path)[:16]}.pickle" if cache else None
    if kept and kept.exists():
        found: list[Example] = pickle.loads(kept.read_bytes())
        return found
    pieces = word_pieces()
    with path.open(encoding="utf-8") as lines:
        examples = [example for line in lines if line.strip() and (example := _example(json.loads(line), pieces))]
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(examples))
    return examples


def _example(row: dict[str, Any], pieces: WordPieces) -> Example | None:
    article = article_of(row)
    if article is None:
        return None
    words = words_of(parse_article(article))
    gold = [Gold(*(_covered(words, item.get(role, ())) for role in ("source", "cue", "content")))
            for item in row["attributions"]]
    return Example(str(row["id"]), article.text, words, tuple(pieces.of(word) for word in words.texts),
                   tuple(item for item in gold if item.cue), row["attributions"])


def _covered(words: Words, spans: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """Every word that a span touches."""
    found: set[int] = set()
    for start, end in spans:
        first = int(np.searchsorted(words.ends, start, side="right"))
        found.update(range(first, int(np.searchsorted(words.starts, end, side="left"))))
    return tuple(sorted(found))


@dataclass(frozen=True)
class Window:
    """A stretch of one article's words: first and one past the last."""

    example: Example
    start: int
    stop: int

    @property
    def length(self) -> int:
        """Word pieces, the two at the ends included."""
        return 2 + sum(len(ids) for ids in self.example.pieces[self.start:self.stop])


def training_windows(examples: Sequence[Example], longest: int, rng: random.Random) -> list[Window]:
    """Neighbouring windows without overlap; the first of each article ends anywhere, so edges move every epoch."""
    found: list[Window] = []
    for example in examples:
        counts = [len(ids) for ids in example.pieces]
        first = windows(counts, longest=rng.randint(longest // 3, longest), overlap=0)[0][1] if counts else 0
        cuts = [(0, first), *((start + first, stop + first)
                              for start, stop in windows(counts[first:], longest=longest, overlap=0))]
        found += [Window(example, start, stop) for start, stop in cuts if start < stop]
    return found


def batches(found: Sequence[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """The windows in batches of like length, both shuffled."""
    order = list(found)
    rng.shuffle(order)
    order.sort(key=lambda window: window.length // 64)
    made = [order[at:at + size] for at in range(0, len(order), size)]
    rng.shuffle(made)
    return made


@dataclass(frozen=True)
class Batch:
    """Windows as tensors, padded at the end. Shapes: (batch, pieces…) and (batch, words)."""

    pieces: Tensor
    features: Tensor
    mask: Tensor
    firsts: Tensor
    is_word: Tensor
    sentences: Tensor
    blocks: Tensor
    roles: Tensor
    cues: Tensor
    """(cues, 3): row, first and last word of each gold cue that stands wholly in a window."""
    parts: Tensor
    """(cues, words): 0 neither, 1 source, 2 content."""
    source_edges: Tensor
    """(cues, 2): first and last word of the source; the number of words where there is none; IGNORED if cut off."""
    content_edges: Tensor
    """(cues, words, 2): 1 where a piece of content begins or ends."""


def batch_of(found: Sequence[Window], begin: int = 101, end: int = 102) -> Batch:
    """The tensors of some windows."""
    rows, length = len(found), max(window.length for window in found)
    width = max(window.stop - window.start for window in found)
    pieces, mask = torch.zeros(rows, length, dtype=torch.long), torch.zeros(rows, length)
    features = torch.zeros(rows, length, len(FEATURES), dtype=torch.long)
    words = {name: torch.zeros(rows, width, dtype=torch.long) for name in ("firsts", "sentences", "blocks")}
    is_word = torch.zeros(rows, width)
    roles = torch.full((rows, width), IGNORED)
    targets: list[tuple[tuple[int, int, int], Tensor, tuple[int, int], Tensor]] = []
    for row, window in enumerate(found):
        example, start, stop = window.example, window.start, window.stop
        ids = [begin, *(piece for word in example.pieces[start:stop] for piece in word), end]
        counts = np.array([len(word) for word in example.pieces[start:stop]])
        pieces[row, :len(ids)] = torch.tensor(ids)
        mask[row, :len(ids)] = 1
        repeated = np.repeat(example.words.features[start:stop], counts, axis=0)
        features[row, 1:len(ids) - 1] = torch.from_numpy(repeated.astype(np.int64))
        held = stop - start
        words["firsts"][row, :held] = torch.from_numpy(1 + np.concatenate([[0], np.cumsum(counts)[:-1]]))
        words["sentences"][row, :held] = torch.from_numpy(example.words.sentences[start:stop].astype(np.int64))
        words["blocks"][row, :held] = torch.from_numpy(example.words.blocks[start:stop].astype(np.int64))
        is_word[row, :held] = 1
        roles[row, :held] = _roles(window)
        targets += [_target(window, gold, row, width) for gold in example.gold
                    if start <= gold.cue[0] and gold.cue[-1] < stop]
    cues, parts, sources, contents = zip(*targets, strict=True) if targets else ((), (), (), ())
    return Batch(pieces, features, mask, words["firsts"], is_word, words["sentences"], words["blocks"], roles,
                 torch.tensor(cues, dtype=torch.long).reshape(-1, 3),
                 torch.stack(parts) if parts else torch.zeros(0, width, dtype=torch.long),
                 torch.tensor(sources, dtype=torch.long).reshape(-1, 2),
                 torch.stack(contents) if contents else torch.zeros(0, width, 2))


def _roles(window: Window) -> Tensor:
    """The role of each word; where spans overlap a cue goes before a source, a source before content."""
    roles = torch.zeros(window.stop - window.start, dtype=torch.long)
    for role in ("content", "source", "cue"):
        for gold in window.example.gold:
            inside = [word - window.start for word in getattr(gold, role) if window.start <= word < window.stop]
            roles[inside] = ROLE_OF[role]
            if role == "cue" and window.start <= gold.cue[0] < window.stop:
                roles[gold.cue[0] - window.start] = CUE_BEGIN
    return roles


def _target(window: Window, gold: Gold, row: int, width: int) -> tuple[
        tuple[int, int, int], Tensor, tuple[int, int], Tensor]:
    start, stop = window.start, window.stop
    parts = torch.full((width,), IGNORED)
    parts[:stop - start] = 0
    edges = torch.zeros(width, 2)
    content = set(gold.content)
    for word in gold.content:
        if start <= word < stop:
            parts[word - start] = 2
            edges[word - start, 0] = float(word - 1 not in content)
            edges[word - start, 1] = float(word + 1 not in content)
    parts[[word - start for word in gold.source if start <= word < stop]] = 1
    return (row, gold.cue[0] - start, gold.cue[-1] - start), parts, _source_edges(gold, start, stop, width), edges


def _source_edges(gold: Gold, start: int, stop: int, width: int) -> tuple[int, int]:
    if not gold.source:
        return width, width
    if start <= gold.source[0] and gold.source[-1] < stop:
        return gold.source[0] - start, gold.source[-1] - start
    return IGNORED, IGNORED
