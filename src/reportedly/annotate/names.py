"""Names in running text: spaCy's guesses, mended by what capitals, titles and heads of organisations say.

The small model splits `Woo Won Shik`, joins a name with the title before it, takes `However` for a person and misses
acronyms. So runs of capitalised words are cut into names first, and the model's labels only vote on their kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.annotate.describing_words import is_person_of_people, is_title_word
from reportedly.annotate.glued_names import spellings, unglued
from reportedly.annotate.name_parts import Word, is_hyphen_given, words_of
from reportedly.annotate.name_words import (
    AGENCIES,
    AGENCY_NAMES,
    BARE_ADJECTIVES,
    CALENDAR,
    COMMON_SURNAMES_FIRST,
    DEDICATED,
    DEMONYMS,
    GIVEN_FEMALE,
    GIVEN_MALE,
    HONORIFICS,
    HYPHEN_TAILS,
    NEVER_NAMES,
    OF_HEADS,
    OFFICE_OWNERS,
    OFFICE_TAILS,
    PARTICLES,
    PLACE_HEADS,
    TITLE_MODIFIERS,
    TITLE_NOUNS,
)
from reportedly.annotate.own_kinds import QUARTERS, kind_of
from reportedly.annotate.parse import Block, Parse, text_of
from reportedly.annotate.quotes import quotations
from reportedly.records.annotation import EntityKind
from reportedly.records.article import ZoneKind
from reportedly.text.normalise import fold
from reportedly.text.organisation_names import ORG_HEADS
from reportedly.text.regions import region_of

if TYPE_CHECKING:
    from spacy.tokens import Token

HEADLINE_ZONES = frozenset({ZoneKind.TITLE, ZoneKind.SUBTITLE, ZoneKind.HEADING})
_FEWEST_OF_TITLE = 5
_CONNECTORS = frozenset("of for and the on & in to".split())
_INSIDE_NAMES = _CONNECTORS | PARTICLES | frozenset("st jr sr ii iii iv".split())
_CALENDAR_GIVEN_NAMES = frozenset("april june may august".split())
_LONG_NAME_HEADS = ORG_HEADS | frozenset("act bill law code treaty amendment convention directive".split())
_HONOURED = frozenset("nation country republic homeland motherland fatherland".split())
_OF_EVERYBODY = frozenset({("social", "security"), ("national", "insurance")})
_GIVEN_TO_ALL = frozenset("number card benefit payment check cheque contribution".split())
_LANDS = frozenset("nation country".split())
_OWNERS = frozenset("our my your this a every".split())
_POSSESSIVE = frozenset({"'s", "'"})


@dataclass(frozen=True, slots=True)
class Name:
    """One proper name where it stands."""

    block: Block
    start: int
    """Offset in the article's text."""
    end: int
    text: str
    title: str
    """The title before it, as written; `` if none."""
    title_start: int
    """Where the title begins; equals `start` when there is none."""
    kind: EntityKind
    sure: bool
    """The kind rests on a title, a head word or an acronym, not on the model alone."""
    weak: bool
    """No evidence but a capital letter: kept only if something else in the report supports it."""
    first_token: int
    last_token: int


def name_of_tokens(block: Block, first: int, last: int, kind: EntityKind) -> Name:
    """The name that these tokens of a block make, without a title, its kind told by what stands around it."""
    span = block.doc[first:last + 1]
    start, end = block.zone.start + span.start_char, block.zone.start + span.end_char
    return Name(block=block, start=start, end=end, text=span.text, title="", title_start=start, kind=kind, sure=True,
                weak=False, first_token=first, last_token=last)


def find_names(parse: Parse) -> list[Name]:
    """All names of an article in reading order."""
    found: list[Name] = []
    lower_words = _lower_case_words(parse)
    lines = [(block, words_of(block.doc)) for block in parse.blocks]
    headlines = [_is_title_case(words) or (block.zone.kind in HEADLINE_ZONES and not _is_sentence_case(words))
                 for block, words in lines]
    acronyms = frozenset(word.text for (_, words), shouting in zip(lines, headlines, strict=True) if not shouting
                         for word in words if word.text.isupper())
    shouted: list[Name] = []
    pieces = [[piece for run in capital_runs(words) for piece in cut(run)] for _, words in lines]
    alone = spellings(piece for line in pieces for piece in line)
    for (block, words), is_headline, line in zip(lines, headlines, pieces, strict=True):
        cried, titles = _cried(words), _quoted_titles(block, words)
        for piece in unglued(line, alone):
            shouting = is_headline or piece[0].first in titles
            if (shouting and _is_shouted(piece, acronyms)) or (len(piece) == 1 and piece[0].first in cried) \
                    or _is_honoured(block, piece):
                continue
            name = _name_of(block, piece)
            if name is not None and not (shouting and _is_headline_word(name, piece, lower_words)):
                (shouted if shouting else found).append(name)
    return sorted([*found, *_supported(shouted, found)], key=lambda name: name.start)


def _is_honoured(block: Block, piece: Sequence[Word]) -> bool:
    """`our Nation`, `this Country`: a common noun that speeches print with a capital."""
    first = piece[0].first
    if len(piece) > 1 or piece[0].low not in _HONOURED or not first:
        return False
    return block.doc[first - 1].lower_ in _OWNERS or (block.doc[first - 1].text == "the" and piece[0].low in _LANDS)


def _quoted_titles(block: Block, words: Sequence[Word]) -> frozenset[int]:
    """First tokens of the words of quoted titles, `“Why Did Nobody Close The Gate?”`, where capitals mean nothing."""
    out: set[int] = set()
    for quotation in quotations(text_of(block.doc)):
        inside = [word for word in words if quotation.inner_start <= word.start < quotation.inner_end]
        if len(inside) >= _FEWEST_OF_TITLE and _is_title_case(inside) and any(
                word.capital and word.low in NEVER_NAMES for word in inside[1:]):
            out.update(word.first for word in inside)
    return frozenset(out)


def _cried(words: Sequence[Word]) -> frozenset[int]:
    """First tokens of words in capitals beside a small word in capitals: a slogan, no acronym."""
    small = [len(word.text) > 1 and word.text.isupper() and word.low in NEVER_NAMES - {"us", "who", "it"}
             for word in words]
    return frozenset(word.first for number, word in enumerate(words) if word.text.isupper()
                     and any(small[max(0, number - 1):number + 2]))


def _supported(shouted: Iterable[Name], found: Iterable[Name]) -> Iterator[Name]:
    """Names of headlines in capitals that the running text has too, whole or as part of a longer one.

    Where every word has a capital a name ends nowhere; what only such a line has is no name but for a sure one of
    several words.
    """
    known = {f" {fold(name.text)} " for name in found}
    for name in shouted:
        words = f" {fold(name.text)} "
        if any(words in other for other in known) or _stands_alone(name):
            yield name


def _stands_alone(name: Name) -> bool:
    """A sure name of several words; after a title, only where the line is no headline: `Senator Roe, Judge Tern`."""
    if name.title:
        return name.block.zone.kind not in HEADLINE_ZONES
    return name.sure and " " in name.text


def _lower_case_words(parse: Parse) -> frozenset[str]:
    """Words that the report writes without a capital somewhere: in a headline their capital means nothing."""
    return frozenset(word for block in parse.blocks
                     for word in re.findall(r"(?<![\w.])[a-z][a-z'’-]+", text_of(block.doc)))


def _is_title_case(words: Sequence[Word]) -> bool:
    """Most long words of the block have capitals, as in a headline, or all its letters are capitals."""
    letters = [word.text for word in words if word.text[0].isalpha()]
    if letters and all(text.isupper() for text in letters):
        return True
    long = [word for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    return len(long) > 4 and words[-1].text != "." and sum(word.capital for word in long) > 0.75 * len(long)


def _is_sentence_case(words: Sequence[Word]) -> bool:
    """Most long words of the line have no capital, so the capitals in it mean something, as in running text."""
    long = [word for word in words[1:] if len(word.text) > 3 and word.text[0].isalpha()]
    return len(long) > 2 and sum(word.capital for word in long) <= 0.5 * len(long)


def _is_headline_word(name: Name, piece: Sequence[Word], lower_words: frozenset[str]) -> bool:
    """In a line of capitals: every word is a common one, or nobody but the capital speaks for it."""
    common = [word.low in lower_words for word in piece]
    return all(common) or (not name.sure and any(common)) or name.weak


def _is_shouted(piece: Sequence[Word], acronyms: frozenset[str]) -> bool:
    """A single word in capitals of a headline that no sentence of the report writes so."""
    text = piece[0].text
    return (len(piece) == 1 and len(text) > 2 and text.isupper() and text not in acronyms
            and piece[0].low not in AGENCIES)


# ---------------------------------------------------------------- runs of capitals
def capital_runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Neighbouring capitalised words with the small words that tie them: `Ministry of Defence`, `Rui da Costa`."""
    run: list[Word] = []
    for number, word in enumerate(words):
        if run and word.low in _POSSESSIVE and _owns_office(run, words, number):
            run.append(word)
            continue
        if run and (not word.glued or (word.text == "The" and run[-1].text.endswith("."))):
            yield run  # `in the U.S. The President said`
            run = []
        if word.capital or (run and (_is_number_of_name(run, word) or _ties(run, words, number))):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_number_of_name(run: Sequence[Word], word: Word) -> bool:
    """A number inside one of the model's names: `Highway 61`."""
    return word.text[0].isdigit() and word.entity >= 0 and word.entity == run[-1].entity


def _owns_office(run: Sequence[Word], words: Sequence[Word], number: int) -> bool:
    """`Auditor General's Office`: the possessive belongs to the name of an institution."""
    after = words[number + 1] if number + 1 < len(words) else None
    if after is None or not (after.glued and after.capital) or run[-1].end != words[number].start:
        return False
    return (after.low in ORG_HEADS | {"republic"} and run[-1].low in OFFICE_OWNERS) or (
        after.low in DEDICATED and any(word.low in ("st", "saint") for word in run)) or (
        after.low in DEDICATED and run[-1].entity == after.entity >= 0)


def _ties(run: Sequence[Word], words: Sequence[Word], number: int) -> bool:
    """A small word at this place belongs to the name around it."""
    word = words[number]
    after = words[number + 1] if number + 1 < len(words) and words[number + 1].glued else None
    if word.low in PARTICLES and (after is not None and (after.capital or after.low in PARTICLES)):
        return run[-1].low not in TITLE_NOUNS
    if word.low not in _CONNECTORS and word.low != "at":
        return False
    if after is not None and not after.capital and after.low == "the" and word.low in ("of", "for"):
        following = words[number + 2] if number + 2 < len(words) else None
        return following is not None and following.capital and run[-1].low in OF_HEADS
    if after is None or not after.capital or after.text == "I":
        return False
    if word.low == "at" and run[0].low == "university" and len(run) > 2:
        return True  # `University of Marl at Brill`
    if (word.low in ("of", "for") and run[-1].low in OF_HEADS) or (word.low == "the" and run[-1].low in ("of", "for")):
        return True
    if word.low == "and" and ((run[-1].low in ORG_HEADS and len(run) > 1) or run[-1].low in QUARTERS):
        return False
    if after.low in GIVEN_MALE | GIVEN_FEMALE:
        return False
    return word.entity >= 0 and word.entity == after.entity == run[-1].entity and word.label != "PERSON" \
        and (word.low != "the" or run[0].opens) \
        and run[-1].low not in TITLE_NOUNS


# ---------------------------------------------------------------- cutting
def cut(run: Sequence[Word]) -> Iterator[list[Word]]:
    """The names inside a run: without dates and function words, parted where titles or the model's labels part."""
    part: list[Word] = []
    for number, word in enumerate(run):
        if _is_saint(run, number) or (part and _is_in_long_name(run, number)):
            part.append(word)
        elif (word.low in CALENDAR and word.low not in _CALENDAR_GIVEN_NAMES) or _is_no_name(word, part):
            if part:
                yield from _parted(part)
            part = []
        else:
            part.append(word)
    if part:
        yield from _parted(part)


def _is_in_long_name(run: Sequence[Word], number: int) -> bool:
    """Between capitals, up to the head of a law or body: `Credit` of `Fair Credit Reporting Act`."""
    if not run[number - 1].capital:
        return False
    for word in run[number:]:
        if not word.capital:
            return False
        if word.low in _LONG_NAME_HEADS and word is not run[number]:
            return True
    return False


def _is_saint(run: Sequence[Word], number: int) -> bool:
    """`St` and `Saint` begin a name when one follows: `St Petroc`, `St Petroc's Hospital`."""
    return run[number].low in ("st", "saint") and number + 1 < len(run) and run[number + 1].capital


def _is_no_name(word: Word, part: Sequence[Word]) -> bool:
    if word.low in HONORIFICS or word.low in _POSSESSIVE or (part and word.low in _INSIDE_NAMES):
        return False
    if word.low in CALENDAR and word.label in ("DATE", "TIME"):
        return True
    if word.low in ("us", "who", "it") and word.text.isupper():
        return word.low == "it"
    return word.low in NEVER_NAMES or (word.opens and word.entity < 0 and not part
                                       and word.pos not in ("PROPN", "NOUN", "ADJ", "X"))


def _parted(part: list[Word]) -> Iterator[list[Word]]:
    """Cut where one of the model's names ends and another begins, unless both are pieces of one person's name."""
    while part and part[-1].low in _CONNECTORS | PARTICLES:
        part = part[:-1]
    while part and not part[0].capital:
        part = part[1:]
    start = 0
    for at in range(1, len(part)):
        if _breaks(part, start, at):
            yield part[start:at]
            start = at
    if part[start:]:
        yield part[start:]


def _breaks(part: Sequence[Word], start: int, at: int) -> bool:
    before, word = part[at - 1], part[at]
    if before.text[:1].isdigit() and word.capital:
        return word.low not in ORG_HEADS | PLACE_HEADS
    if not word.capital or not before.capital:
        return False
    if before.low == word.low or _changes_case(before, word) or _is_credit(before, word):
        return True
    if word.low in HONORIFICS and before.low not in TITLE_NOUNS:
        return True
    if before.entity < 0 or word.entity < 0 or before.entity == word.entity:
        return before.low in DEMONYMS and before.label == "NORP" and word.label != "NORP" and word.entity >= 0 \
            and word.entity != before.entity
    if before.low in TITLE_NOUNS | OFFICE_TAILS or word.low in TITLE_NOUNS | TITLE_MODIFIERS:
        return False
    if _is_given_after_surname(before, word, at - start) or before.label == word.label == "PERSON":
        return False
    return not (before.label == word.label == "ORG")


def _is_credit(before: Word, word: Word) -> bool:
    """An agency glued to what follows: `AP Jane Roe`, `Reuters Gannet`, but `AP News`, `Fox Business`."""
    agency = before.low in AGENCY_NAMES or (before.low in AGENCIES and before.text.isupper())
    return agency and word.low in GIVEN_MALE | GIVEN_FEMALE


def _changes_case(before: Word, word: Word) -> bool:
    """Capitals throughout meet an ordinary word of another name: `STORM WARNING Jane Roe`, `Jane Roe MISSING`."""
    if before.text.isupper() == word.text.isupper() or min(len(before.low), len(word.low)) < 2:
        return False
    upper = before if before.text.isupper() else word
    return upper.low not in TITLE_NOUNS | TITLE_MODIFIERS and len(upper.text.replace(".", "")) > 2 \
        and (before.entity != word.entity or before.entity < 0 or len(upper.text) > 5)


def _is_given_after_surname(before: Word, word: Word, size: int) -> bool:
    """`Han Duck-soo`, taken for a people and a person."""
    return size == 1 and before.low in COMMON_SURNAMES_FIRST and (is_hyphen_given(word.text) or len(word.text) < 8)


# ---------------------------------------------------------------- one name
def _name_of(block: Block, piece: Sequence[Word]) -> Name | None:
    """Title and name of one piece; None for a title without a name, an adjective of a people, a bare common word."""
    title, core = split_title(piece)
    if core and _tail_of(core[-1]) in HYPHEN_TAILS and len(core) == 1:
        core = []
    if not core or (len(core) == 1 and (_is_adjective(block, core[0]) or core[0].low in BARE_ADJECTIVES)) \
            or _is_numbered_office(core) or _is_part_of_term(block, core):
        return None
    kind, sure, weak = kind_of(core, [word.low for word in title], block)
    weak = weak or (not sure and len(core) == 1 and _qualifies_at_head(block.doc[core[0].last], core[0]))
    start, end = core[0].start, _core_end(core)
    if end - start < 2:
        return None
    offset = block.zone.start
    title_start = offset + (title[0].start if title else start)
    return Name(block=block, start=offset + start, end=offset + end, text=text_of(block.doc)[start:end],
                title=text_of(block.doc)[title[0].start:title[-1].end] if title else "", title_start=title_start,
                kind=kind, sure=sure, weak=weak, first_token=core[0].first, last_token=core[-1].last)


def _is_part_of_term(block: Block, core: Sequence[Word]) -> bool:
    """`Social Security numbers`: what everybody has, not the body that gives it."""
    after = core[-1].last + 1
    return tuple(word.low for word in core) in _OF_EVERYBODY and after < len(block.doc) \
        and block.doc[after].lemma_.lower() in _GIVEN_TO_ALL


def _is_numbered_office(core: Sequence[Word]) -> bool:
    """`46th President`."""
    return len(core) > 1 and core[0].text[0].isdigit() and core[-1].low in TITLE_NOUNS


def _core_end(core: Sequence[Word]) -> int:
    """End of the name without a possessive or a stray mark; a full stop stays in `Inc.` and `Jr.`."""
    text, end = core[-1].text, core[-1].end
    trimmed = re.sub(r"(?:['’]s|['’\"”»,;:!?…]+)$", "", text)
    return end - (len(text) - len(trimmed))


def _tail_of(word: Word) -> str:
    return word.low.rpartition("-")[2] if "-" in word.low else ""


def split_title(piece: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Word]]:
    """`Defense Minister | Kim Tae-ri`. The whole is the name when no title noun has a name after it."""
    if any(word.low in _POSSESSIVE for word in piece):
        return piece[:0], piece
    last = _end_of_title(piece)
    after = piece[last + 1:]
    if last >= 0 and not after:
        return piece, after
    if last >= 0 and after[0].capital and after[0].low not in _CONNECTORS and not _is_institution(after):
        return piece[:last + 1], after
    return piece[:0], piece


def _end_of_title(piece: Sequence[Word]) -> int:
    """Index of the last word of the title, its `of State` included; -1 if there is no title."""
    last = -1
    for at, word in enumerate(piece):
        if not word.capital and word.low not in ("of", "the", "and", "for"):
            break
        if is_title_word(word.low) and not _inside_person(piece, at):
            if at + 1 < len(piece) or all(_is_of_title(part) for part in piece):
                last = at
        elif word.low in OFFICE_TAILS and at > 1 and piece[at - 1].low == "of" and last == at - 2:
            last = at
    return last


def _is_of_title(word: Word) -> bool:
    return word.low in _TITLE_WORDS or word.label in ("GPE", "NORP") or region_of(word.text) is not None


_TITLE_WORDS = TITLE_MODIFIERS | TITLE_NOUNS | DEMONYMS | OFFICE_TAILS | {"of", "the", "and", "for"}


def _is_institution(after: Sequence[Word]) -> bool:
    """What follows the title noun is no person: `General Assembly`, `Justice Department`, `King Street`."""
    return after[0].low in TITLE_MODIFIERS or after[0].low in ("league", "series") or after[-1].low in ORG_HEADS or (
        after[-1].low in PLACE_HEADS and len(after) == 1 and after[-1].label != "PERSON")


def _inside_person(piece: Sequence[Word], at: int) -> bool:
    """A given name stands before the noun: `Stephen King Jr`."""
    return at > 0 and piece[at - 1].low in GIVEN_MALE | GIVEN_FEMALE and piece[at].low not in HONORIFICS


def _is_adjective(block: Block, word: Word) -> bool:
    """A people's adjective that names no group here: `the Ruritanian president`."""
    token = block.doc[word.last]
    if token.tag_ in ("NNS", "NNPS") and word.low not in DEMONYMS:
        return False
    if is_person_of_people(word.low) or _opens_phrase(token, word):
        return True
    return (word.label in ("NORP", "LANGUAGE", "") and (token.pos_ == "ADJ" or word.low in DEMONYMS)
            and (word.low in DEMONYMS or word.label == "NORP"))


def _opens_phrase(token: Token, word: Word) -> bool:
    """A common word with the capital of its sentence before a noun in lower case: `Radical fishers`."""
    return _qualifies_at_head(token, word) and token.pos_ in ("NOUN", "ADJ", "VERB", "ADV") \
        and token.nbor(1).pos_ in ("NOUN", "ADJ")


def _qualifies_at_head(token: Token, word: Word) -> bool:
    """A word at the head of its sentence that qualifies what follows: a name only if the report has it elsewhere."""
    return word.opens and word.label not in ("PERSON", "GPE", "LOC") and token.dep_ in ("compound", "amod", "nmod") \
        and token.i + 1 < len(token.doc) and token.nbor(1).text.islower()
