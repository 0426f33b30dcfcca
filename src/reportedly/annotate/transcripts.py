"""Turns of a conversation set out with the speakers' labels: transcripts, interviews, what the papers say.

`JOHN ARDEN, ANALYST: …`, `Q: …`, `Holt (by phone): …`, `The Brill Courier: …`. A label alone proves nothing: recipes
(`Method: …`), press releases (`WHERE: …`) and lists of results look the same. So a report is read as a conversation
only where labels fit for speakers stand close together and their words are spoken: somebody says I, we or you, or asks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from reportedly.annotate.found import Found
from reportedly.annotate.labels import LONGEST_LABEL, TRANSCRIPT_RULE, class_of, label_of
from reportedly.annotate.parse import Block, text_of
from reportedly.annotate.speaker_words import head_word, is_paper, is_rubric, is_speaker_noun, is_turn_head
from reportedly.records.annotation import CueClass
from reportedly.records.article import ZoneKind
from reportedly.text.normalise import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TURN = re.compile(r"[“\"]?(?P<who>[^\W\d_](?:[^:;!?\n“”\"]{0,70}[^\s:;!?\n“”\"])?)(?P<colon>\s?:)\s+(?P<what>\S.*)",
                   re.DOTALL)
_LETTER = re.compile(r"(?P<who>[QA])(?P<colon>\.)\s+(?P<what>\S.*)", re.DOTALL)
"""`Q. Were you there?`"""
_STAGE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
"""`(on tape)`, `[through interpreter]`."""
_SPOKEN = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|me|my|we|we['’](?:re|ve|d|ll)|us|our|you|you['’](?:re|ve|d|ll)|"
                     r"your)\b|\?[”\"’']?(?:\s|$)", re.IGNORECASE)
_INITIALS = re.compile(r"\b(?:US|U\.S\.)")
_ENDED = re.compile(r"[.?!…—–-][”\"’')\]]*$")
_ASIDE = re.compile(r"[(\[].*[)\]]$", re.DOTALL)
"""A paragraph that is no turn: `(COMMERCIAL BREAK)`, `[Applause]`."""
_NOT_SPEAKERS = frozenset("""what where when who why how which whom cost price venue date time place address tickets
ticket rating height width weight age born method ingredients serves makes pros cons buy sell good bad best worst myth
fact answer answers monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december aries taurus gemini cancer leo virgo libra scorpio sagittarius capricorn
aquarius pisces""".split()) - {"answer"}
"""Words that alone before a colon head a row of a list."""
_QUESTIONING = frozenset({"q", "question"})
_ANSWERING = frozenset({"a", "answer"})
_GAP = 2
"""Paragraphs from one turn to the next, at most, within one conversation; also turns of several paragraphs."""
_LONGEST_TURN = 5
"""Paragraphs of one turn."""
_HEADLINES = frozenset({ZoneKind.TITLE, ZoneKind.SUBTITLE, ZoneKind.HEADING})


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph that begins with what may be a speaker's label."""

    place: int
    """Index in the blocks."""
    match: re.Match[str]
    key: str
    """Last word of the name, by which a speaker is known again."""
    sure: bool
    """The label names a speaker by its words alone."""
    person: bool
    """The label is taken for a person's name."""
    spoken: bool
    """It holds an I, we or you, or a question."""

    @property
    def in_capitals(self) -> bool:
        return _STAGE.sub("", self.match["who"]).isupper()


def transcript_turns(blocks: Sequence[Block]) -> dict[int, Found]:
    """The turns of conversations, by place of their paragraph in `blocks`."""
    candidates = [turn for place, block in enumerate(blocks) if (turn := _turn_of(place, block)) is not None]
    taken: list[_Turn] = []
    for run in _runs(candidates):
        taken += _conversation(run)
    if all(blocks[turn.place].zone.kind in _HEADLINES for turn in taken):
        return {}
    found = {turn.place: _found(turn) for turn in taken}
    return {**found, **_with_further_paragraphs(blocks, found)}


def _turn_of(place: int, block: Block) -> _Turn | None:
    text = text_of(block.doc).rstrip()
    match = _TURN.fullmatch(text) or _LETTER.fullmatch(text)
    if match is None:
        return None
    plain = _STAGE.sub("", match["who"]).strip()
    words = re.findall(r"[^\W_][\w’'.-]*", plain)
    if not 0 < len(words) <= LONGEST_LABEL or is_rubric(plain) or fold(plain) in _NOT_SPEAKERS:
        return None
    head = _head(plain)
    role = plain.partition(",")[2]
    sure = is_turn_head(head) or is_paper(plain) or (bool(role) and is_speaker_noun(head_word(role)))
    if not sure and (not _looks_like_name(words) or (block.zone.kind in _HEADLINES and not plain.isupper())):
        return None  # a name before a colon in a headline says the headline
    spoken = _SPOKEN.search(_INITIALS.sub("", match["what"])) is not None
    return _Turn(place, match, _key(plain.partition(",")[0]), sure, _is_person(block.doc, plain), spoken)


def _key(name: str) -> str:
    """The surname; the whole where the last word alone tells nobody from others: `Witness B`, `Speaker 2`, `Q`."""
    last = name.split()[-1]
    return fold(name if len(last) == 1 or last.isdigit() else last)


def _head(label: str) -> str:
    """The noun, also of `Witness B` and `Speaker 2`."""
    head = head_word(label)
    words = label.split()
    return words[-2] if len(words) > 1 and words[-1] == head and (head.isdigit() or len(head) == 1) else head


def _is_person(doc: Doc, label: str) -> bool:
    """True where the tagger takes the label, up to a comma, for a person's name."""
    length = len(label.partition(",")[0])
    return all(token.ent_type_ == "PERSON" for token in doc if token.is_alpha and token.idx < length)


def _looks_like_name(words: Sequence[str]) -> bool:
    """Each word begins with a capital or is a particle; a single letter is no name."""
    return all(word[:1].isupper() or word in {"de", "da", "van", "von", "der", "bin", "al", "el", "of", "the"}
               for word in words) and words[0][:1].isupper() and len("".join(words)) > 1


def _runs(turns: Sequence[_Turn]) -> list[list[_Turn]]:
    """Candidates parted where more than a paragraph stands between."""
    runs: list[list[_Turn]] = []
    for turn in turns:
        if runs and turn.place - runs[-1][-1].place <= _GAP:
            runs[-1].append(turn)
        else:
            runs.append([turn])
    return _joined_by_speaker(runs)


def _joined_by_speaker(runs: list[list[_Turn]]) -> list[list[_Turn]]:
    """Neighbouring runs whose speakers are the same are one conversation with longer turns."""
    joined: list[list[_Turn]] = []
    for run in runs:
        keys = {turn.key for turn in run}
        if joined and keys & {turn.key for turn in joined[-1]} and run[0].place - joined[-1][-1].place <= _LONGEST_TURN:
            joined[-1] += run
        else:
            joined.append(run)
    return joined


def _conversation(run: Sequence[_Turn]) -> list[_Turn]:
    """The turns of a run that is a conversation or a review of the papers; empty where it is a list of other things."""
    if papers := _paper_review(run):
        return papers
    lettered = [turn for turn in run if turn.match["colon"] == "."]
    if lettered and lettered[0].key != "q":
        return []  # `A. Roe signed the deed.`
    keys = Counter(turn.key for turn in run)
    if any(turn.key in _QUESTIONING for turn in run) != any(turn.key in _ANSWERING for turn in run) and len(keys) < 2:
        return []
    sure = [_is_turn(turn, keys) for turn in run]
    taken = [turn for at, turn in enumerate(run) if sure[at] or _answers(run, sure, at)]
    spoken = sum(turn.spoken for turn in taken)
    return taken if len(taken) > 1 and spoken and spoken * 4 >= len(taken) else []


def _is_turn(turn: _Turn, keys: Mapping[str, int]) -> bool:
    """A speaker by its label, or a name that speaks again, or that is heard speaking."""
    if not _ENDED.search(turn.match["what"]) and keys[turn.key] < 2:
        return False
    staged = _STAGE.search(turn.match["who"]) is not None
    return turn.sure or staged or (keys[turn.key] > 1 and (turn.in_capitals or len(keys) > 1)) \
        or ((turn.in_capitals or turn.person) and turn.spoken)


def _answers(run: Sequence[_Turn], sure: Sequence[bool], at: int) -> bool:
    """A name whose words answer a question, or that is heard between two turns or after one."""
    turn = run[at]
    if at == 0 or not sure[at - 1] or not _ENDED.search(turn.match["what"]):
        return False
    asked = class_of(run[at - 1].match["what"]) is CueClass.ASK
    return asked or (turn.spoken and at + 1 < len(run) and sure[at + 1])


def _paper_review(run: Sequence[_Turn]) -> list[_Turn]:
    """What the papers say: sentences after names of which at least one is surely a paper's, none a person's noun."""
    ended = all(turn.match["what"].endswith((".", "!", "?", "”", "\"")) for turn in run)
    names = [turn.match["who"] for turn in run]
    return list(run) if len(run) > 1 and ended and any(map(is_paper, names)) and not any(
        is_turn_head(head_word(name)) for name in names) else []


def _found(turn: _Turn) -> Found:
    found = label_of(turn.match, "colon", TRANSCRIPT_RULE, stop=True)
    return replace(found, cue_class=class_of(turn.match["what"]))


def _with_further_paragraphs(blocks: Sequence[Block], found: Mapping[int, Found]) -> dict[int, Found]:
    """Turns with the paragraphs without a label up to the next turn, where most paragraphs have a label."""
    places = sorted(found)
    longer: dict[int, Found] = {}
    if len(places) < 2 or 2 * len(places) < places[-1] - places[0] + 1:
        return longer
    for place, following in pairwise(places):
        between = [block for block in blocks[place + 1:following]
                   if not _ASIDE.fullmatch(text_of(block.doc).strip()) and block.zone.kind not in _HEADLINES]
        if 0 < following - place - 1 < _LONGEST_TURN and between:
            start = blocks[place].zone.start
            pieces = [(block.zone.start - start, block.zone.end - start) for block in between]
            longer[place] = found[place].with_content((*found[place].content, *pieces))
    return longer
