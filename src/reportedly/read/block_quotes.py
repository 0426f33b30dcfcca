"""Lost block quotes: paragraphs in another outlet's words whose marks were lost on the way.

A page sets such a paragraph apart; its plain text does not. What is left is the lead-in: a sentence of the narrator
that breaks off without an end mark (or with an ellipsis or a colon), and after it a paragraph that speaks of others
only. When unsure, a paragraph stays body: a missed quote costs less than the narrator's words in another's mouth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.read.lines import Line
from reportedly.read.quoted_source import named_source
from reportedly.records.article import Zone, ZoneKind

_QUOTED = re.compile(r"[“\"„«][^“”\"„«»]{0,2000}(?:[”\"»]|$)|(?<!\w)[‘'](?=\S)[^\n]{3,800}?(?<=\S)[’'](?!\w)")
_FIRST_PERSON = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|me|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|us|[Oo]urs?|[Oo]urselves|"
    r"[Ll]et['’]s)\b")
_SECOND_PERSON = re.compile(r"\b(?:you|you['’](?:re|ve|d|ll)|your|yours)\b", re.IGNORECASE)
_NARRATOR_OPENS = re.compile(
    r"(?:and|but|so|yet|or|of course|needless to say|in fact|indeed|in other words|well|now|here|sadly|"
    r"unfortunately|fortunately|clearly|obviously|hopefully|perhaps|maybe|this|that|these|those|what a|what an|"
    r"how|why|if|let|just|still|even|meanwhile|on the other (?:side|hand)|for (?:example|instance)|others|some|sure|"
    r"yes|no|not|needless|anyway|to be (?:sure|fair|clear)|in (?:the end|short|summary|any case|conclusion|my)|"
    r"as (?:for|you|always|usual|it)|once again|at (?:this|the end)|when asked|it (?:is|seems|appears|looks|"
    r"remains)|there (?:is|are)|one (?:thing|can|might)|nobody|everyone|everybody|ultimately|finally|next|then|also|"
    r"additionally|moreover|furthermore|however|therefore|thus|hence)\b", re.IGNORECASE)
"""How a commentator goes on in his own voice."""
_RELAYS = re.compile(
    r"\b(?:report(?:s|ed|ing)?|according to|writes?|wrote|explain(?:s|ed)|not(?:es|ed)|told|tell(?:s|ing)|said|"
    r"says?|saying|claim(?:s|ed|ing)?|stat(?:es|ed)|warn(?:s|ed|ing)|pledg(?:ed|ing)|announc(?:ed|es)|confirm(?:ed|"
    r"s)|declar(?:ed|es)|publish(?:ed|es)|describ(?:ed|es)|summari[sz](?:ed|es)|put it|quot(?:ed|es)|via|from the|"
    r"suggest(?:s|ed|ing)?|argu(?:es|ed)|reveal(?:s|ed)|tweet(?:ed|s)|post(?:ed|s))\b",
    re.IGNORECASE)
_STATEMENT_COLON = re.compile(
    r"\b(?:statement|post|tweet|letter|message|memo|email|e-mail|article|report|said|says|wrote|writes|posted|"
    r"tweeted|added|read|reads|reported|reports|states|stated|announced|explained)\b[^.!?]{0,60}:$", re.IGNORECASE)
_NEWS_VOICE = re.compile(
    r"\b(?:said|says|told|according to|spokes(?:man|woman|person)|officials?|announced|confirmed|reported|added|"
    r"claimed|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|percent|per cent|million|billion)\b|\d{3,}")
_THIRD_PERSON_PAST = re.compile(
    r"(?:He|She|They|It|His|Her|Their)\b.{0,60}?\b(?:\w{2,}ed|said|told|was|were|had|did|took|went|came|made|gave|"
    r"rode|ran|met|left|held|kept|began|saw|sent|spoke|stood|fell|rose|won|lost|wrote|found|thought|knew|brought|"
    r"built|fled|drove|flew|put|set|led|let|hit|shot|fought|sought)\b")
_SETS_A_TIME = re.compile(
    r"(?:(?:on|by|until|since|before|after|during|within|at|in|earlier|later|last|yesterday|today|tonight)\b(?! this\b)"
    r"(?: [\w'’-]+){1,4},?|(?:just|only|shortly|hours|days|weeks|minutes) (?:\w+ ){0,2}(?:after|before|ago)) "
    r"[\w“\"'‘’-]+ ", re.IGNORECASE)
"""How a narrator takes up his tale: `On Saturday the yard …`. The picture agencies' `In this photo …` is left out."""
_SIGNED_POST = re.compile(r"@\w+\)?[^@]{0,40}$")
"""How an embedded post ends: account and date, without an end mark."""
_SIGNED_WORDS = re.compile(r"[”\"'’.!?)]\s?[―—–-]{1,2}\s?(?:[A-Z][\w.'’-]*,? ?){1,5}$")
"""How a quoted reader's words end: `… ” — Jane Roe`."""
_MOST_POSTS = 1
"""Embedded posts, often without any mark at their end, with which a text may still be a commentary with lead-ins."""
_OUTLETS_WE = re.compile(r"\b[Ww]e(?:['’]ve| have)? (?:also )?(?:contacted|approached|asked|reached out|understand|"
                         r"reported|spoke|put|sent)\b")
"""How an outlet speaks of itself after a statement that it prints: `We have contacted the ministry.`"""
_LEAST_LEAD_WORDS = 6
_LEAST_QUOTE_WORDS = 8
_LEAST_FOLLOWING_WORDS = 5
"""Also for the first paragraph of a quote, when it sounds like news."""
_MOST_QUOTED = 4
"""Paragraphs taken after one lead-in at most: longer runs were never sure to be the quote any more."""
_FIRST_PERSON_PARAGRAPHS = 2
"""Paragraphs with an I or we outside quote marks that make a commentator of the writer."""
_FIRST_PERSON_SHARE = 0.08
"""And their share of all: a long report with one aside is no commentary."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One body zone, with what its words outside quote marks show."""

    number: int
    zone: Zone
    line: Line
    own: str
    """Its words without those in quote marks."""

    @property
    def first_person(self) -> bool:
        return bool(_FIRST_PERSON.search(self.own))

    @property
    def ends(self) -> bool:
        return self.line.ends

    @property
    def colon(self) -> bool:
        return self.line.text.endswith(":")


def with_block_quotes(text: str, zones: Sequence[Zone]) -> tuple[Zone, ...]:
    """The zones, those paragraphs that a lead-in introduces as another's words typed `quote-block`.

    Quote blocks that markup sets apart get their lead-in and the name it gives, too.
    """
    kept = list(zones)
    paragraphs = [_paragraph(text, number, zone) for number, zone in enumerate(zones)
                  if zone.kind in (ZoneKind.BODY, ZoneKind.QUOTE_BLOCK, ZoneKind.HEADING)]
    is_commentary = _is_commentary(paragraphs)
    at = 0
    while at + 1 < len(paragraphs):
        quoted = _quoted_after(paragraphs, at, is_commentary)
        for paragraph in quoted:
            kept[paragraph.number] = _quote_zone(text, paragraphs[at], paragraph, quoted)
        at += max(1, len(quoted))
    return tuple(kept)


def _is_commentary(paragraphs: Sequence[_Paragraph]) -> bool:
    """True when the writer speaks as I or we, again and again, and does not set the posts of others between."""
    bodies = [paragraph for paragraph in paragraphs if paragraph.zone.kind is ZoneKind.BODY]
    if sum(bool(_SIGNED_POST.search(paragraph.line.text[-120:])) for paragraph in bodies) > _MOST_POSTS:
        return False
    # Posts and captions often lack their end mark; a commentator finishes his sentences.
    personal = sum(paragraph.first_person and paragraph.ends for paragraph in bodies)
    return personal >= max(_FIRST_PERSON_PARAGRAPHS, _FIRST_PERSON_SHARE * len(bodies))


def _paragraph(text: str, number: int, zone: Zone) -> _Paragraph:
    line = Line(zone.start, zone.end, text[zone.start:zone.end])
    return _Paragraph(number, zone, line, _QUOTED.sub(" ", line.text[:20_000]))


def _quoted_after(paragraphs: Sequence[_Paragraph], at: int, is_commentary: bool) -> list[_Paragraph]:
    """The paragraphs after this one that it leads in; empty when it is no lead-in or they are no quote."""
    lead = paragraphs[at]
    if lead.zone.kind is not ZoneKind.BODY:
        return []
    if paragraphs[at + 1].zone.kind is ZoneKind.QUOTE_BLOCK:
        return _marked_run(paragraphs, at + 1) if _is_lead_in(lead) or lead.colon else []
    if lead.colon:
        return _after_colon(paragraphs, at)
    if not _is_lead_in(lead) or not ((is_commentary and _is_narrated(lead)) or _relays_and_trails_off(lead)):
        return []
    if not _begins_quote(lead, paragraphs[at + 1]):
        return []
    taken = [paragraphs[at + 1]]
    while len(taken) < _MOST_QUOTED and at + 1 + len(taken) < len(paragraphs):
        follower = paragraphs[at + 1 + len(taken)]
        if not _goes_on(follower):
            break
        taken.append(follower)
    return taken


def _marked_run(paragraphs: Sequence[_Paragraph], start: int) -> list[_Paragraph]:
    end = start
    while end < len(paragraphs) and paragraphs[end].zone.kind is ZoneKind.QUOTE_BLOCK:
        end += 1
    return list(paragraphs[start:end])


def _is_lead_in(paragraph: _Paragraph) -> bool:
    """A sentence, not a heading or caption credit, that breaks off: no end mark, or an ellipsis."""
    text = paragraph.line.text
    if paragraph.ends or text.endswith((",", ";", "-", "–", "—", ")", "]")) or paragraph.line.words < _LEAST_LEAD_WORDS:
        return False
    if _SIGNED_POST.search(text) or _SIGNED_WORDS.search(text):
        return False
    words = re.findall(r"[^\W\d_]+", text)
    lower = [word for word in words if word[0].islower()]
    return len(lower) * 2 > len(words)


def _is_narrated(lead: _Paragraph) -> bool:
    """The lead-in is the narrator's: it connects, sets a time, speaks as I or we, or trails off.

    A caption, which has no end mark either, does none of these.
    """
    return _is_surely_narrated(lead) or bool(_SETS_A_TIME.match(_last_words(lead)))


def _is_surely_narrated(lead: _Paragraph) -> bool:
    return bool(lead.line.trails_off or lead.first_person or _NARRATOR_OPENS.match(_last_words(lead)))


def _last_words(lead: _Paragraph) -> str:
    start, end = _last_sentence(lead.line)
    return lead.line.text[start - lead.line.start:end - lead.line.start]


def _begins_quote(lead: _Paragraph, paragraph: _Paragraph) -> bool:
    """The paragraph is of others only; after a lead-in that only sets a time it must sound like news, too."""
    sounds_like_news = bool(_NEWS_VOICE.search(paragraph.own))
    if not _is_anothers(paragraph, _LEAST_FOLLOWING_WORDS if sounds_like_news else _LEAST_QUOTE_WORDS):
        return False
    if _SIGNED_WORDS.search(paragraph.line.text.rstrip(".")):
        return False
    return sounds_like_news or _is_surely_narrated(lead)


def _relays_and_trails_off(lead: _Paragraph) -> bool:
    is_plain = lead.line.text.endswith(("…", "...")) and not lead.line.text.endswith("....")
    return is_plain and lead.line.text[:1].isupper() and _RELAYS.search(lead.own) is not None


def _after_colon(paragraphs: Sequence[_Paragraph], at: int) -> list[_Paragraph]:
    """The unmarked paragraph after "said in a statement:" and the like, and those that go on in an I or we.

    It may speak as we or I itself; those after it must, in a report that has no I or we before the lead-in.
    """
    if not _STATEMENT_COLON.search(paragraphs[at].line.text) or not _is_unmarked(paragraphs[at + 1]):
        return []
    end = at + 2
    if not any(paragraph.first_person for paragraph in paragraphs[:at + 1]):
        while end < min(len(paragraphs), at + 1 + _MOST_QUOTED) and _says_i_or_we(paragraphs[end]):
            end += 1
    return list(paragraphs[at + 1:end])


def _says_i_or_we(paragraph: _Paragraph) -> bool:
    """True for a paragraph without marks in which somebody other than the outlet speaks of himself."""
    return _is_unmarked(paragraph, _LEAST_FOLLOWING_WORDS) and paragraph.first_person \
        and not _OUTLETS_WE.search(paragraph.own)


def _is_unmarked(quote: _Paragraph, least_words: int = _LEAST_QUOTE_WORDS) -> bool:
    """A finished paragraph of running text that opens with no mark and is no point of a list."""
    return quote.ends and quote.line.words >= least_words and quote.zone.kind is ZoneKind.BODY \
        and quote.line.text[:1] not in "“\"‘'„«-•*–"


def _is_anothers(paragraph: _Paragraph, least_words: int = _LEAST_QUOTE_WORDS) -> bool:
    """Finished, long enough, of others only."""
    return (paragraph.zone.kind is ZoneKind.BODY and paragraph.ends and paragraph.line.words >= least_words
            and not paragraph.first_person and not _SECOND_PERSON.search(paragraph.own)
            and not _speaks_as_narrator(paragraph))


def _speaks_as_narrator(paragraph: _Paragraph) -> bool:
    opens = _NARRATOR_OPENS.match(paragraph.line.text)
    return (bool(opens) and not _NEWS_VOICE.search(paragraph.own)) or paragraph.line.text.endswith(("?", "!"))


def _goes_on(paragraph: _Paragraph) -> bool:
    """Signs that the quote continues: it opens with a quote mark, or tells of he, she or they, or sounds like news."""
    if not _is_anothers(paragraph, _LEAST_FOLLOWING_WORDS) or _NARRATOR_OPENS.match(paragraph.line.text):
        return False
    if paragraph.line.text[0] in "“\"" or _THIRD_PERSON_PAST.match(paragraph.line.text):
        return True
    return bool(_NEWS_VOICE.search(paragraph.own))


def _quote_zone(text: str, lead: _Paragraph, paragraph: _Paragraph, quoted: Sequence[_Paragraph]) -> Zone:
    sentence = _last_sentence(lead.line)
    block = " ".join(other.line.text for other in quoted)
    rule = paragraph.zone.rule if paragraph.zone.kind is ZoneKind.QUOTE_BLOCK else _rule(lead)
    return replace(paragraph.zone, kind=ZoneKind.QUOTE_BLOCK, rule=rule, lead_in=sentence,
                   detail=named_source(text[sentence[0]:sentence[1]], block))


def _rule(lead: _Paragraph) -> str:
    how = "a colon" if lead.colon else "an ellipsis" if lead.line.trails_off else "no end mark"
    return f"paragraph in another voice after a lead-in that closes with {how}"


def _last_sentence(line: Line) -> tuple[int, int]:
    """Offsets of the last sentence of the lead-in."""
    breaks = [match.end() for match in re.finditer(r"[a-z0-9][.!?][\"”’)]?\s+(?=[A-Z“\"‘])", line.text)]
    return line.start + (breaks[-1] if breaks else 0), line.end
