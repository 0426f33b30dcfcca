"""The project's own sets for who said what: what PolNeAR lacks, marked up by hand, and how far the product agrees.

A set is a text file. Lines that begin with `#` before the first passage say what the set is about. Then:

    ## edges-001
    [s1|Mara Holt, the harbour master,] [c1|said] [t1|the gate had been shut since noon].
    : 1 class=assert negated=no

`s`, `c` and `t` mark source, cue and content; the number ties the parts of one attribution together, `[s1+2|He]`
belongs to two, marks may nest and a part may have several pieces. `[x|…]` marks words that are nobody's content. A
plain `[` … `]` stays text; a line that begins with `# ` is a remark. A passage may begin with `@title`: its first line
is then a headline. Lines after `:` give a number and the values expected of that statement; a value runs to the next
`name=`. `chain=A | B > C` has two links, the first written either way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from reportedly.annotate.pipeline import EnglishPipeline
from reportedly.read.reader import read_report
from reportedly.records.annotation import AnnotatedArticle, Attribution, Statement
from reportedly.records.article import Article, RawReport
from reportedly.records.span import SourceSpan

SETS = ("edges", "paragraph_quotes", "labels", "statements", "chains", "unnamed")
VALUES = ("class", "negated", "distance", "kind", "denies")
DESCRIPTION = ("unnamed", "least", "most", "role", "access", "reason")
KNOWN = ("parent", *VALUES, "chain", *DESCRIPTION)
HIT = 0.8
"""Least token Jaccard of the contents of a hit."""
LOOSE = 0.8
"""Least word Jaccard of `access` and `reason`, whose edges are a matter of taste."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_MARK = re.compile(r"\[(?:([sct])(\d+(?:\+\d+)*)|(x))\|")
_VALUE = re.compile(rf"\b({'|'.join(KNOWN)})=")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_ROLES = {"s": "source", "c": "cue", "t": "content"}

Piece = tuple[int, int]


class BadSetError(ValueError):
    """A set file that cannot be understood; the message names the file, the passage and what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Source, cue and content as pieces of a passage's text, each `(start, end)`."""

    source: tuple[Piece, ...] = ()
    cue: tuple[Piece, ...] = ()
    content: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold(Parts):
    """An attribution as it should be found."""

    number: int
    expected: Mapping[str, str] = field(default_factory=dict)
    """Values of its statement, by the names in `KNOWN`; only those that the set is about."""

    @property
    def parent(self) -> int | None:
        """Number of the attribution in whose content this one stands."""
        return int(self.expected["parent"]) if self.expected.get("parent") else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Parts):
    """An attribution as it was found, with its statement's values."""

    values: Mapping[str, str] = field(default_factory=dict)
    """`VALUES`, and `DESCRIPTION` where the statement has one."""
    chain: tuple[tuple[str, ...], ...] = ()
    """For each link after the outlet the ways it is written: name, words of its span."""
    nested: bool = False
    """It stands inside the content of another; where gold marks none there, that is no error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A short text with all its attributions."""

    id: str
    text: str
    titled: bool = False
    """The first line is a headline."""
    gold: tuple[Gold, ...] = ()
    silent: tuple[Piece, ...] = ()
    """Words that are nobody's content, marked `[x|…]`."""

    def words(self, pieces: Iterable[Piece]) -> str:
        """The words of the pieces, joined by ` … `."""
        return " … ".join(self.text[start:end] for start, end in pieces)

    def tokens(self, pieces: Iterable[Piece]) -> frozenset[int]:
        """Starts of the tokens that the pieces touch."""
        return frozenset(match.start() for match in _TOKEN.finditer(self.text)
                         for start, end in pieces if match.start() < end and start < match.end())


# --- reading the files ---------------------------------------------------------------------------------------------


def read_set(path: Path) -> tuple[Passage, ...]:
    """The passages of a set file, in order. Raises BadSetError that says where and what is wrong."""
    passages: list[Passage] = []
    for name, lines in _blocks(path):
        try:
            passages.append(_passage(name, lines))
        except ValueError as error:
            raise BadSetError(f"{path.name}, passage {name}: {error}") from error
        if any(one.id == name for one in passages[:-1]):
            raise BadSetError(f"{path.name}, passage {name}: occurs twice")
    if not passages:
        raise BadSetError(f"{path.name}: holds no passage; one begins with `## NAME`")
    return tuple(passages)


def _blocks(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Name and lines of each passage."""
    name, lines = "", list[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            if name:
                yield name, lines
            name, lines = line.removeprefix("## ").strip(), []
        elif line == "#" or line.startswith("# "):
            continue
        elif name:
            lines.append(line)
        elif line.strip():
            raise BadSetError(f"{path.name}: text before the first passage: {line[:40]!r}")
    if name:
        yield name, lines


def _passage(name: str, lines: Sequence[str]) -> Passage:
    values = [line for line in lines if line.startswith(": ")]
    marked = "\n".join(line for line in lines if not line.startswith(": ")).strip("\n")
    titled = marked.startswith("@title\n")
    text, pieces, silent = _unmarked(marked.removeprefix("@title\n"))
    if not text.strip():
        raise ValueError("has no text")
    expected = dict(_expected(line) for line in values)
    numbers = {number for number, _ in pieces}
    if unknown := set(expected) - numbers:
        raise ValueError(f"gives values for {sorted(unknown)}, which no mark has")
    gold = tuple(_gold(number, pieces, expected.get(number, {})) for number in sorted(numbers))
    passage = Passage(id=name, text=text, titled=titled, gold=gold, silent=silent)
    _check(passage)
    return passage


def _unmarked(marked: str) -> tuple[str, dict[tuple[int, str], list[Piece]], tuple[Piece, ...]]:
    """Text without marks, pieces by number and role, and the silent pieces."""
    text, at = "", 0
    pieces: dict[tuple[int, str], list[Piece]] = {}
    silent: list[Piece] = []
    opened: list[tuple[re.Match[str] | None, int]] = []
    while at < len(marked):
        match = _MARK.match(marked, at)
        if match:
            opened.append((match, len(text)))
            at = match.end()
            continue
        mark, start = opened.pop() if marked[at] == "]" and opened else (None, -1)
        if mark is None:
            if marked[at] == "[":
                opened.append((None, len(text)))
            text += marked[at]
        elif mark[3]:
            silent.append((start, len(text)))
        else:
            for number in mark[2].split("+"):
                pieces.setdefault((int(number), _ROLES[mark[1]]), []).append((start, len(text)))
        at += 1
    if left := [mark[0] for mark, _ in opened if mark is not None]:
        raise ValueError(f"mark {left[0]!r} is not closed")
    return text, pieces, tuple(silent)


def _expected(line: str) -> tuple[int, dict[str, str]]:
    """Number and values of a `: 1 class=assert` line."""
    match = re.match(r":\s+(\d+)\s*(.*)$", line)
    if match is None:
        raise ValueError(f"a line of values needs a number: {line!r}")
    parts = _VALUE.split(match[2])
    if parts[0].strip():
        raise ValueError(f"unknown value {parts[0].strip()!r}; known: {', '.join(KNOWN)}")
    values = {name: value.strip() for name, value in zip(parts[1::2], parts[2::2], strict=True)}
    if odd := [value for value in values.values() if re.search(r"\b\w+=", value)]:
        raise ValueError(f"unknown value in {odd[0]!r}; known: {', '.join(KNOWN)}")
    return int(match[1]), values


def _gold(number: int, pieces: Mapping[tuple[int, str], list[Piece]], expected: Mapping[str, str]) -> Gold:
    source, cue, content = (tuple(sorted(pieces.get((number, role), ()))) for role in _ROLES.values())
    return Gold(number=number, source=source, cue=cue, content=content, expected=expected)


def _check(passage: Passage) -> None:
    """Raises ValueError where the marks and the values contradict each other."""
    by_number = {one.number: one for one in passage.gold}
    for one in passage.gold:
        if not one.content and one.expected.get("class") != "decline":
            raise ValueError(f"attribution {one.number} has no content and is not class=decline")
        if any(start == end for start, end in (*one.source, *one.cue, *one.content)):
            raise ValueError(f"attribution {one.number} has an empty mark")
        _check_parent(one, by_number)
        for name in ("role", "access", "reason"):
            if one.expected.get(name, "") not in passage.text:
                raise ValueError(f"{name} of {one.number} is not in the text: {one.expected[name]!r}")
        for link in (way for ways in links(one) for way in ways):
            if link not in passage.text:
                raise ValueError(f"link of {one.number} is not in the text: {link!r}")


def _check_parent(one: Gold, by_number: Mapping[int, Gold]) -> None:
    if one.parent is None:
        return
    outer = by_number.get(one.parent)
    if outer is None:
        raise ValueError(f"parent {one.parent} of {one.number} does not exist")
    if not all(any(start <= piece[0] and piece[1] <= end for start, end in outer.content)
               for piece in (*one.cue, *one.content)):
        raise ValueError(f"attribution {one.number} does not stand inside the content of {one.parent}")


def links(gold: Gold) -> tuple[tuple[str, ...], ...]:
    """The links of its chain after the outlet, outermost first, each in the ways it may be written."""
    parts = gold.expected.get("chain", "").split(" > ")
    return tuple(tuple(way.strip() for way in part.split(" | ")) for part in parts if part.strip())


# --- the product's answers -----------------------------------------------------------------------------------------


def annotate(passage: Passage, pipeline: EnglishPipeline) -> tuple[Found, ...]:
    """What the product finds in a passage that is read as a report of its own."""
    return found_in(pipeline.annotate_one(article_of(passage)))


def article_of(passage: Passage) -> Article:
    """The passage read as plain text, or as JSONL where its headline is given apart; English, however short it is."""
    media, data = "text", passage.text
    if passage.titled:
        media = "json"
        data = json.dumps({"text": passage.text, "title": passage.text.split("\n", 1)[0].strip()})
    raw = RawReport(data=data.encode(), media=media, where=passage.id, name=passage.id, outlet="The Gannet",
                    published="2031-05-04", charset="utf-8")
    article = replace(read_report(raw), language="en")
    if article.text != passage.text:
        raise BadSetError(f"passage {passage.id}: the reader changes its text")
    return article


def found_in(annotated: AnnotatedArticle) -> tuple[Found, ...]:
    """The attributions of an article; a quotation that goes on without a cue is joined with the one it continues."""
    statements = {one.attribution: one for one in annotated.statements}
    whole: list[Found] = []
    for attribution in annotated.attributions:
        found = _found(attribution, statements.get(attribution.id))
        at = next((at for at in reversed(range(len(whole))) if _goes_on(whole[at], found)), None)
        if at is None:
            whole.append(found)
        else:
            whole[at] = replace(whole[at], content=tuple(sorted({*whole[at].content, *found.content})))
    return tuple(whole)


def _goes_on(before: Found, found: Found) -> bool:
    """True for words without a cue of their own that continue a quotation of the same source."""
    same = bool(found.source) and before.source == found.source
    return same and not found.cue and before.values["kind"] != "indirect"


def _found(attribution: Attribution, statement: Statement | None) -> Found:
    said = statement if statement is not None else attribution
    values = {"class": said.cue_class.value, "negated": "yes" if attribution.negated else "no",
              "distance": said.distance, "kind": said.kind.value}
    chain: tuple[tuple[str, ...], ...] = ()
    if statement is not None:
        values["denies"] = "yes" if statement.denies else "no"
        values |= _description(getattr(statement, "unnamed", None))
        chain = tuple((link.name, link.span.exact if link.span else link.name) for link in statement.chain[1:])
    return Found(source=_pieces(attribution.source), cue=_pieces(attribution.cue), content=_pieces(attribution.content),
                 values=values, chain=chain, nested=attribution.parent is not None)


def _pieces(spans: Iterable[SourceSpan]) -> tuple[Piece, ...]:
    return tuple(sorted((span.start, span.end) for span in spans))


def _description(unnamed: Any) -> dict[str, str]:
    """The values of an `UnnamedSource`; `unnamed=no` for a named one."""
    if unnamed is None:
        return {"unnamed": "no"}
    spans = {name: getattr(unnamed, name) for name in ("role", "access", "reason")}
    return {"unnamed": "yes", "least": str(unnamed.least), "most": "" if unnamed.most is None else str(unnamed.most),
            **{name: span.exact if span is not None else "" for name, span in spans.items()}}


# --- comparing -----------------------------------------------------------------------------------------------------


def jaccard(one: frozenset[Any], other: frozenset[Any]) -> float:
    """Share of common members among all; 0 where both are empty."""
    return len(one & other) / len(one | other) if one or other else 0.0


def agreement(passage: Passage, gold: Gold, found: Parts) -> float:
    """How far the contents agree, 0 to 1, and 0 where that or the source is no hit.

    A refusal to comment may be cut either way ("declined" or "declined to comment"): its cue decides.
    """
    sources = passage.tokens(gold.source), passage.tokens(found.source)
    if not (sources[0] & sources[1] or not (gold.source or found.source)):
        return 0.0
    cues = passage.tokens(gold.cue), passage.tokens(found.cue)
    if gold.expected.get("class") == "decline":
        return max(jaccard(*cues), jaccard(passage.tokens(gold.content), passage.tokens(found.content)))
    share = jaccard(passage.tokens(gold.content), passage.tokens(found.content))
    return share if share >= HIT else 0.0


def paired(passage: Passage, found: Sequence[Found]) -> dict[int, Found]:
    """The found attribution of each gold number that has one; one to one, best first."""
    scored = [(-share, one.number, at) for one in passage.gold for at, other in enumerate(found)
              if (share := agreement(passage, one, other))]
    pairs: dict[int, Found] = {}
    used: set[int] = set()
    for _, number, at in sorted(scored):
        if number not in pairs and at not in used:
            pairs[number] = found[at]
            used.add(at)
    return pairs


def counted(pairs: Mapping[int, Found], found: Sequence[Found]) -> list[Found]:
    """The found attributions that count for precision: all but nested ones where gold has none."""
    return [one for one in found if not one.nested or any(one is hit for hit in pairs.values())]


def wrong_values(passage: Passage, gold: Gold, found: Found | None, names: Iterable[str]) -> list[str]:
    """Names of the expected values that were not found so."""
    return [name for name in names if name in gold.expected
            and (found is None or not _same_value(passage, gold, found, name))]


def _same_value(passage: Passage, gold: Gold, found: Found, name: str) -> bool:
    if name == "chain":
        return same_chain(passage, gold, found)
    if name in DESCRIPTION and name not in found.values:
        return False
    want, got = gold.expected[name], found.values.get(name, "")
    if name in {"access", "reason"} and want and got:
        return jaccard(frozenset(_words(want)), frozenset(_words(got))) >= LOOSE
    return _words(want) == _words(got)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text.casefold())


def same_chain(passage: Passage, gold: Gold, found: Found) -> bool:
    """True when every link is the expected one; a link may also be written as a whole source span that begins so."""
    wanted = links(gold)
    sources = [passage.words(one.source) for one in passage.gold if one.source]
    ways = [{_link(way) for way in link} | {_link(source) for source in sources for way in link
                                            if _link(source).startswith(_link(way))} for link in wanted]
    return len(wanted) == len(found.chain) and all(
        ways[at] & {_link(written) for written in link} for at, link in enumerate(found.chain))


def _link(words: str) -> str:
    return " ".join(_words(_ARTICLE.sub("", words.strip())))


# --- scores --------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Count:
    """Hits among what was found and what was wanted."""

    hits: int = 0
    found: int = 0
    wanted: int = 0

    def rates(self) -> dict[str, float]:
        """Precision, recall and F1."""
        total = self.found + self.wanted
        return {"precision": _share(self.hits, self.found), "recall": _share(self.hits, self.wanted),
                "f1": 2 * self.hits / total if total else 1.0}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def score_set(name: str, passages: Sequence[Passage], found: Mapping[str, Sequence[Found]]) -> dict[str, Any]:
    """Passages, headline score, further figures and failing passages of a set; `found` is by passage id."""
    pairs = {one.id: paired(one, found.get(one.id, ())) for one in passages}
    count = Count(hits=sum(len(one) for one in pairs.values()), wanted=sum(len(one.gold) for one in passages),
                  found=sum(len(counted(pairs[one.id], found.get(one.id, ()))) for one in passages))
    result: dict[str, Any] = {"passages": len(passages), "attributions": count.wanted, **count.rates()}
    if name == "edges":
        result["exact"] = {role: _exact(passages, pairs, count, role) for role in ("content", "source", "cue")}
        result["score"] = result["exact"]["content"]
    elif name in {"paragraph_quotes", "labels"}:
        result["score"] = result["f1"]
    else:
        result |= _value_scores(passages, pairs, found, names_of(name))
    result["failing"] = [row for one in passages if (row := _failure(name, one, pairs[one.id], found.get(one.id, ())))]
    return result


def names_of(name: str) -> tuple[str, ...]:
    """The values that a set is about."""
    return {"statements": VALUES, "chains": ("chain",), "unnamed": DESCRIPTION}.get(name, ())


def _exact(passages: Sequence[Passage], pairs: Mapping[str, Mapping[int, Found]], count: Count, role: str) -> float:
    """F1 of the hits whose part has exactly the gold tokens."""
    hits = sum(_same_part(one, gold, pairs[one.id][gold.number], role) for one in passages for gold in one.gold
               if gold.number in pairs[one.id])
    return replace(count, hits=hits).rates()["f1"]


def _same_part(passage: Passage, gold: Parts, found: Parts, role: str) -> bool:
    return passage.tokens(getattr(gold, role)) == passage.tokens(getattr(found, role))


def _value_scores(passages: Sequence[Passage], pairs: Mapping[str, Mapping[int, Found]],
                  found: Mapping[str, Sequence[Found]], names: Sequence[str]) -> dict[str, Any]:
    """Shares of values right, and as `score` that of items with all of them right.

    An item is a gold attribution with values, a stretch marked silent, or a passage without attributions.
    """
    rows = [(name, gold.number in pairs[one.id], not wrong_values(one, gold, pairs[one.id].get(gold.number), [name]))
            for one in passages for gold in one.gold for name in names if name in gold.expected]
    items = [not wrong_values(one, gold, pairs[one.id].get(gold.number), names)
             for one in passages for gold in one.gold if set(names) & set(gold.expected)]
    quiet = [right for one in passages for right in _silences(one, found.get(one.id, ()))]
    by_name = {name: [right for each, _, right in rows if each == name] for name in names}
    return {
        "score": _share(sum(items) + sum(quiet), len(items) + len(quiet)), "items": len(items) + len(quiet),
        "values": _share(sum(right for _, _, right in rows), len(rows)),
        "values_of_found": _share(sum(right for _, there, right in rows if there), sum(there for _, there, _ in rows)),
        "silences": _share(sum(quiet), len(quiet)),
        "by_value": {name: _share(sum(right), len(right)) for name, right in by_name.items() if right}}


def _silences(passage: Passage, found: Sequence[Found]) -> list[bool]:
    """For each stretch that is nobody's, and for a passage without attributions: was it left alone?"""
    spoken = passage.tokens(piece for one in found for piece in one.content)
    quiet = [not spoken & passage.tokens([piece]) for piece in passage.silent]
    return quiet if passage.gold else [*quiet, not found]


def _failure(name: str, passage: Passage, pairs: Mapping[int, Found], found: Sequence[Found]) -> dict[str, Any] | None:
    """What was expected and what was got, for a passage that is not wholly right."""
    names = names_of(name)
    wrong = {gold.number: wrong_values(passage, gold, pairs.get(gold.number), names) for gold in passage.gold}
    if name == "edges":
        for gold in passage.gold:
            wrong[gold.number] += [role for role in _ROLES.values() if gold.number in pairs
                                   and not _same_part(passage, gold, pairs[gold.number], role)]
    missed = [gold.number for gold in passage.gold if gold.number not in pairs]
    extra = len(counted(pairs, found)) > len(pairs) if not names else False
    if not (any(wrong.values()) or missed or extra or not all(_silences(passage, found))):
        return None
    return {"passage": passage.id, "missed": missed, "wrong": {key: value for key, value in wrong.items() if value},
            "expected": [described(passage, gold, gold.expected, ()) for gold in passage.gold],
            "got": [described(passage, one, {key: one.values.get(key, "") for key in names if key != "chain"},
                              one.chain if "chain" in names else ()) for one in found]}


def described(passage: Passage, parts: Parts, values: Mapping[str, str],
              chain: Sequence[Sequence[str]]) -> dict[str, Any]:
    """An attribution in words, for a developer to read."""
    rows: dict[str, Any] = {role: passage.words(getattr(parts, role)) for role in _ROLES.values()}
    rows |= values
    return rows | {"chain": " > ".join(link[0] for link in chain)} if chain else rows


def evaluate(folder: Path, names: Sequence[str] = SETS) -> dict[str, dict[str, Any]]:
    """The result of each set file in the folder, by the name of the set, with the product's default annotators."""
    pipeline = EnglishPipeline()
    results = {}
    for name in names:
        passages = read_set(folder / f"{name}.txt")
        results[name] = score_set(name, passages, {one.id: annotate(one, pipeline) for one in passages})
    return results
