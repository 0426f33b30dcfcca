"""Pairs of news sentences, labelled by what was done to them, and the headlines of Emergent.

The other sets hold no news, and in none of them do two texts tell of two things that look alike, which is what most
pairs of a story's sentences do. From each sentence of a report: a shorter one that follows from it, what denies it
(negated, another number, another day, the opposite verb), and what looks like it and leaves it open (another name,
with another number too; what may be; what it adds; the sentence of its report that is most like it).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.models.spacy_pipeline import english
from reportedly.text.timex.texts import rough_sentences
from training.inference.pairs import Pair, lines_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

NEWS, UNRELATED = "news.train", "unrelated.train"
HEADLINES, HEADLINES_DEV = "emergent.train", "emergent.dev"
STANCES = {"for": "entailment", "against": "contradiction", "observing": "neutral"}
LONGEST, SHORTEST = 60, 8
"""Words of a sentence that is used."""
_LOOSE = frozenset({"advcl", "relcl", "acl", "appos", "npadvmod", "prep", "advmod", "parataxis"})
_KEPT_ADVERBS = frozenset("not never no hardly barely only almost nearly about least most".split())
_CONDITIONS = frozenset({"if", "unless", "until", "whether"})
_SAYING = frozenset("say tell add announce report claim note state explain argue insist declare".split())
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_OPPOSITES = tuple(tuple(pair.split()) for pair in (
    "accept reject", "accepted rejected", "rose fell", "rise fall", "won lost", "win lose", "confirmed denied",
    "opened closed", "alive dead", "guilty innocent", "supports opposes", "supported opposed", "support oppose",
    "increased decreased", "increase decrease", "approved rejected", "arrested released", "before after",
    "lifted imposed", "allowed barred", "passed failed", "true false", "safe unsafe", "legal illegal", "began ended",
    "start stop", "started stopped", "joined left", "more fewer", "higher lower", "up down", "resumed halted",
    "found missing", "knew doubted", "aware unaware", "cleared charged", "agreed refused", "signed vetoed"))
_OTHER_SIDE = {one: other for pair in _OPPOSITES for one, other in (pair, pair[::-1])}
_NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?![\w])|(?<![\w.,$-])\d{1,4}(?![\w,.]*\d)(?!th|st|nd|rd)")
_HEDGES = ("may have", "might have", "could have", "allegedly", "reportedly")
Made = tuple[str, str, str]


def news_pairs(bench: Path, seed: int, every: int = 1) -> list[Pair]:
    """Pairs made of the training reports of the attribution bench, in a fixed order."""
    rng, made = random.Random(seed), []
    texts = [row["text"] for row in lines_of(bench / "attribution" / "train.jsonl")][::every]
    names: list[str] = []
    for doc in english().pipe(texts, batch_size=8):
        sentences = [span for span in doc.sents if _is_plain(span)]
        names = [*names, *(name.text for name in doc.ents if name.label_ in {"PERSON", "ORG", "GPE"})][-400:]
        for span in sentences:
            made += [Pair(first, second, label, NEWS, span.text) for first, second, label in _made(span, names, rng)]
        made += [Pair(one.text, other.text, "neutral", NEWS, one.text) for one, other in _alike(sentences)]
    return made


def unrelated_pairs(bench: Path, seed: int, count: int = 12_000) -> list[Pair]:
    """Sentences of two reports drawn at random, which leave each other open: no other set has such pairs."""
    rng = random.Random(seed)
    texts = [row["text"] for row in lines_of(bench / "attribution" / "train.jsonl")]
    plain = [[sentence for start, end in rough_sentences(text)
              if SHORTEST <= len((sentence := " ".join(text[start:end].split())).split()) <= LONGEST] for text in texts]
    plain = [sentences for sentences in plain if sentences]
    made = []
    for _ in range(count):
        one, other = rng.sample(plain, 2)
        first = rng.choice(one)
        made.append(Pair(first, rng.choice(other), "neutral", UNRELATED, first))
    return made


def headline_pairs(bench: Path, part: str) -> list[Pair]:
    """Emergent: a headline, and the claim that it is for, against or only observes (Ferreira & Vlachos 2016)."""
    rows = lines_of(bench / "stance" / f"{part}.jsonl")
    return [Pair(row["headline"], row["claim"], STANCES[row["stance"]], part, row["claim_id"]) for row in rows]


def _is_plain(span: Span) -> bool:
    words = [token for token in span if token.is_alpha]
    root = span.root
    return (SHORTEST <= len(words) <= LONGEST and "\n" not in span.text.strip() and root.pos_ in {"VERB", "AUX"}
            and any(child.dep_ in {"nsubj", "nsubjpass"} for child in root.children) and "?" not in span.text
            and span.text.count("“") == span.text.count("”") and span.text.count('"') % 2 == 0)


def _made(span: Span, names: Sequence[str], rng: random.Random) -> Iterator[Made]:
    """What one sentence gives: a few of each label."""
    whole = span.text.strip()
    told = _told(span)
    core = _shortened(span, rng)
    claims = [text for text in (told, core) if text and text != whole]
    for text in claims:
        yield whole, text, "entailment"
    if core and len(core.split()) < 0.7 * len(whole.split()):
        yield core, whole, "neutral"
    base = rng.choice([*claims, whole])
    yield from _denied(whole, base, rng)
    yield from _left_open(whole, base, names, rng)


def _denied(whole: str, base: str, rng: random.Random) -> Iterator[Made]:
    for change in (_negated, _other_number, _other_day, _opposite):
        other = change(base, rng)
        if other:
            yield (whole, other, "contradiction") if rng.random() < 0.7 else (other, base, "contradiction")


def _left_open(whole: str, base: str, names: Sequence[str], rng: random.Random) -> Iterator[Made]:
    renamed = _other_name(base, names, rng)
    if renamed:
        yield whole, renamed, "neutral"
        numbered = _other_number(renamed, rng)
        if numbered:
            yield numbered, whole, "neutral"
    hedged = _hedged(base, rng)
    if hedged:
        yield hedged, base, "neutral"


def _told(span: Span) -> str:
    """What somebody says in the sentence, without who says it."""
    root = span.root
    if root.lemma_ not in _SAYING or any(child.dep_ == "neg" for child in root.children):
        return ""
    clause = next((child for child in root.children if child.dep_ == "ccomp"
                   and any(word.dep_ in {"nsubj", "nsubjpass"} for word in child.children)), None)
    return _sentence([word for word in clause.subtree if not (word.dep_ == "mark" and word.head == clause)]) \
        if clause is not None else ""


def _shortened(span: Span, rng: random.Random) -> str:
    """The sentence without some of what hangs loosely in it."""
    loose = [word for word in span if word.dep_ in _LOOSE and word.lower_ not in _KEPT_ADVERBS
             and not any(child.dep_ == "neg" or child.lower_ in _CONDITIONS for child in word.children)
             and (word.dep_ != "prep" or word.head.pos_ == "NOUN" or word.lower_ in {"in", "on", "at", "during"})]
    gone: set[int] = set()
    for word in loose:
        if rng.random() < 0.6:
            gone.update(part.i for part in word.subtree)
    kept = [word for word in span if word.i not in gone]
    return _sentence(kept) if gone and span.root.i not in gone and len(kept) >= SHORTEST - 3 else ""


def _sentence(words: Sequence[Token]) -> str:
    """The words as a sentence, without marks left standing alone."""
    text = "".join(word.text_with_ws or word.text for word in words)
    text = re.sub(r"[\s,;:–—-]+([,.;])", r"\1", re.sub(r"\s+", " ", text))
    text = re.sub(r"^[\s,;.“”\"'–—-]+|[\s,;“”\"'–—-]+$", "", text)
    return text[:1].upper() + text[1:].rstrip(".") + "." if len(text.split()) > 3 else ""


def _negated(text: str, _: random.Random) -> str:
    """`was` -> `was not`, `had not` -> `had`, `said` -> `did not say`, at the sentence's own verb."""
    doc = english()(text)
    root = next(iter(doc.sents)).root
    if root.lemma_ in _SAYING:  # whoever did not say it leaves it open
        return ""
    nots = [child for child in root.children if child.dep_ == "neg"]
    if nots:
        return _without(doc, nots[0])
    helper = next((child for child in root.children if child.dep_ in {"aux", "auxpass"}), None)
    anchor = root if root.pos_ == "AUX" else helper
    if anchor is not None and anchor.lower_ not in {"to", "'s", "’s"}:
        end = anchor.idx + len(anchor)
        return f"{text[:end]} not{text[end:]}"
    if root.tag_ in {"VBD", "VBZ"}:
        done = "did" if root.tag_ == "VBD" else "does"
        return f"{text[:root.idx]}{done} not {root.lemma_}{text[root.idx + len(root):]}"
    return ""


def _without(doc: Doc, word: Token) -> str:
    if word.lower_ not in {"not", "never"}:
        return ""
    return doc.text[:word.idx] + doc.text[word.idx + len(word.text_with_ws):]


def _other_number(text: str, rng: random.Random) -> str:
    """One of its numbers by a good deal more or less; years stay near."""
    found = [match for match in _NUMBER.finditer(text) if match.group() not in {"0", "1"}]
    if not found:
        return ""
    match = rng.choice(found)
    old = int(match.group().replace(",", ""))
    year = 1900 <= old <= 2100 and "," not in match.group()
    new = old + rng.choice((-3, -2, -1, 1, 2)) if year else max(2, round(old * rng.choice((0.2, 0.5, 0.7, 1.5, 3, 10))))
    if new == old:
        return ""
    written = f"{new:,}" if "," in match.group() else str(new)
    return text[:match.start()] + written + text[match.end():]


def _other_day(text: str, rng: random.Random) -> str:
    days = [day for day in _DAYS if re.search(rf"\b{day}\b", text)]
    return text.replace(days[0], rng.choice([day for day in _DAYS if day not in days])) if days else ""


def _opposite(text: str, _: random.Random) -> str:
    for match in re.finditer(r"\b[a-z]+\b", text):
        if match.group() in _OTHER_SIDE:
            return text[:match.start()] + _OTHER_SIDE[match.group()] + text[match.end():]
    return ""


def _other_name(text: str, names: Sequence[str], rng: random.Random) -> str:
    """A name of the sentence in place of which another of the same number of words stands: who else did it is open."""
    own = [name.text for name in english()(text).ents if name.label_ in {"PERSON", "ORG", "GPE"}]
    if not own:
        return ""
    old = rng.choice(own)
    others = [name for name in names if len(name.split()) == len(old.split()) and name not in text]
    return text.replace(old, rng.choice(others)) if others else ""


def _hedged(text: str, rng: random.Random) -> str:
    """What happened told as what may have happened."""
    doc = english()(text)
    root = next(iter(doc.sents)).root
    if root.tag_ != "VBD" or root.pos_ != "VERB" or any(child.dep_ in {"aux", "neg"} for child in root.children):
        return ""
    hedge = rng.choice(_HEDGES)
    return f"{text[:root.idx]}{hedge} {root.text}{text[root.idx + len(root):]}"


def _alike(sentences: Sequence[Span]) -> Iterable[tuple[Span, Span]]:
    """For each sentence the later one of its report that shares most words with it, where it shares some, not most."""
    bags = [{word.lemma_.lower() for word in span if word.is_alpha and not word.is_stop} for span in sentences]
    for at, bag in enumerate(bags):
        shares = [(len(bag & other) / max(1, min(len(bag), len(other))), place)
                  for place, other in enumerate(bags[at + 1:], at + 1)]
        best = max(shares, default=(0.0, 0))
        if 0.2 <= best[0] <= 0.5:
            yield sentences[at], sentences[best[1]]


__all__ = ["HEADLINES", "HEADLINES_DEV", "NEWS", "UNRELATED", "headline_pairs", "news_pairs", "unrelated_pairs"]
