"""What annotators add to an article: stand-off layers over code points of `Article.text`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from reportedly.records.article import Article, ZoneKind
from reportedly.records.ids import MemberId
from reportedly.records.judgement import Provenance
from reportedly.records.span import SourceSpan


class Layer(StrEnum):
    """The layers an annotator may need or add; the names are the fields of `AnnotatedArticle`."""

    SENTENCES = "sentences"
    TIMES = "times"
    MENTIONS = "mentions"
    ENTITIES = "entities"
    ATTRIBUTIONS = "attributions"
    STATEMENTS = "statements"
    EVENTS = "events"
    FIGURES = "figures"
    EXPLANATIONS = "explanations"
    FORECASTS = "forecasts"
    KNOWING = "knowing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a readable zone."""

    span: SourceSpan
    zone: ZoneKind
    paragraph: int
    """Number of the zone it stands in, counted over `Article.zones`."""


class EntityKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    """Nationalities, religious or political groups, and unnamed groups such as `officials`."""
    PLACE = "place"
    OTHER = "other"
    """Works, laws, products, named events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that refer to a person, a group or a place."""

    id: MemberId
    span: SourceSpan
    form: str
    """`name`, `nominal` ("the general"), `pronoun`, or `nested`: a name inside a longer one ("Marl" in "Marl Bank")."""
    entity: MemberId | None
    """The `LocalEntity` it refers to; None where it could not be told."""
    phrase: SourceSpan | None = None
    """Of a name with words before it that say what it is, all of them: "the harbour master Jane Roe"; else None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalEntity:
    """One entity as one report names it: all its mentions in that report, merged."""

    id: MemberId
    kind: EntityKind
    name: str
    """The fullest name the report uses, without titles: `Jane Roe`."""
    aliases: tuple[str, ...]
    """Other surface forms of names in the report, as written, sorted; titles kept: `President Roe`, `Roe`."""
    roles: tuple[str, ...]
    """Descriptions the report gives by apposition or title: `leader of the Harbour Party`."""
    mentions: tuple[SourceSpan, ...]
    """Every mention, names first in reading order, then nominals and pronouns."""
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A date, time, duration or set, with its TIMEX3 value and the days it can mean."""

    id: MemberId
    span: SourceSpan
    type: str
    """`DATE`, `TIME`, `DURATION` or `SET` (TIMEX3)."""
    value: str
    """TIMEX3 value: `2031-05-04`, `2031-05-04T10:27`, `P2W`, `XXXX-WXX-6`, `2031-W18`, `PAST_REF`."""
    mod: str | None
    """TIMEX3 mod: `BEFORE`, `AFTER`, `APPROX`, `START`, `MID`, `END`, `LESS_THAN`, …; None if none."""
    earliest: str | None
    """First day or minute it can mean, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, in the report's zone; None if unknown."""
    latest: str | None
    precision: str
    """`minute`, `hour`, `part-of-day`, `day`, `week`, `month`, `season`, `quarter`, `year`, `decade`, `century`
    or `unknown`."""
    edtf: str | None
    """Extended Date/Time Format (ISO 8601-2) of the same range; None where `earliest` is None."""
    anchor: str | None
    """What a relative expression was counted from: `published 2031-05-04` or the words of an earlier date; None
    for absolute expressions and for those that found no anchor."""
    provenance: Provenance
    zone: str | None = None
    """Offset from UTC that the words name (`Z`, `-05:00`) or an abbreviation of several zones (`IST`); None where they
    name none: the clock is the report's or the event's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRange:
    """When something happened or was said, as far as known."""

    earliest: str | None
    """`YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; None if open."""
    latest: str | None
    precision: str
    rule: str
    """How it was found: `expression in the clause`, `sentence before`, `by publication`."""
    because: tuple[SourceSpan, ...]
    """The time expressions it rests on; empty when it rests on the date of publication alone."""

    @property
    def day(self) -> str | None:
        """`YYYY-MM-DD` when the range is one day or less; else None, also for days before year 1."""
        if not self.earliest or not self.latest or self.earliest.startswith("-") or len(self.earliest) < 10:
            return None
        return self.earliest[:10] if self.earliest[:10] == self.latest[:10] else None


class AttributionKind(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class CueClass(StrEnum):
    """What the cue does with the content."""

    ASSERT = "assert"
    DENY = "deny"
    DOUBT = "doubt"
    ALLEGE = "allege"
    PREDICT = "predict"
    DEMAND = "demand"
    KNOW = "know"
    ASK = "ask"
    FEEL = "feel"
    DECLINE = "decline"
    """Refused to comment: not an assertion of anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Source, cue and content of one attribution (PARC 3, Pareti 2016; PolNeAR, Newell et al. 2018)."""

    id: MemberId
    source: tuple[SourceSpan, ...]
    """Empty when the text names no source ("it is reported that")."""
    cue: tuple[SourceSpan, ...]
    """Empty for a quotation without a cue word (a colon, a quote block)."""
    content: tuple[SourceSpan, ...]
    kind: AttributionKind
    cue_class: CueClass
    cue_lemma: str
    """Lemma of the head of the cue, `say`; `` if there is no cue."""
    negated: bool
    """The cue is negated: "did not say"."""
    distance: str
    """How far the outlet stands back: `neutral`, `distanced` (claimed, so-called), `scare-quoted`."""
    parent: MemberId | None
    """The attribution in whose content this one stands ("A reports that B said …"); None for the outermost."""
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """One step between the outlet and the words: who relays."""

    role: str
    """`outlet`, `relay` (an outlet, platform or person that passes the words on), `speaker` or `cited` (whom the
    speaker cites, after the speaker)."""
    name: str
    span: SourceSpan | None
    """None for the publishing outlet itself, which its own text does not name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnnamedSource:
    """What a report tells of people it does not name; spans are the report's words."""

    least: int
    """How many there are at least: 2 for a plural without a number."""
    most: int | None
    """How many at most; None where the words leave it open ("officials", "several", "at least four")."""
    role: SourceSpan | None
    """What they are, without article and number: `senior defence officials`; None for `some`, `others`."""
    access: SourceSpan | None
    """How they know: `familiar with the briefings`, `who attended the meeting`; None where it is not said."""
    reason: SourceSpan | None
    """Why they are not named: `because she was not authorised to speak`; None where it is not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An attribution with its speaker resolved."""

    id: MemberId
    attribution: MemberId
    speaker: str
    """Name of the speaker: the report's fullest name for a named one, the source's words for an unnamed one
    ("two officials"), `unattributed` where the text names nobody."""
    speaker_kind: str
    """`person`, `organization`, `group`, `unnamed`, `unresolved` (a pronoun without a name) or `none`."""
    entity: MemberId | None
    """The `LocalEntity` that speaks; None for the unnamed."""
    chain: tuple[ChainLink, ...]
    """From the publishing outlet to the speaker, in order; after the speaker whom he or she cites."""
    cue: str
    """The words of the cue; `` if none."""
    cue_class: CueClass
    denies: bool
    """True when the content as worded is denied or rejected by the speaker (a deny cue, not negated)."""
    kind: AttributionKind
    distance: str
    content: tuple[SourceSpan, ...]
    text: str
    """The content's words, pieces joined by ` … `."""
    sentence: SourceSpan
    """The sentence (or sentences) around it: what a reader is shown as context."""
    said: TimeRange | None
    """When it was said; None if the report does not let it be told."""
    terms: tuple[str, ...]
    """Folded content lemmas and numbers of the content, for comparing; sorted, unique."""
    provenance: Provenance
    unnamed: UnnamedSource | None = None
    """What is told of a speaker without a name; None for named ones, bodies and documents."""
    negated: bool = False
    """The cue is negated: "did not say that", "did not deny that"."""

    @property
    def is_silent(self) -> bool:
        """True where the speaker commits to nothing: a refusal, or a negated cue that is no disbelief."""
        return self.cue_class is CueClass.DECLINE or (self.negated and self.cue_class is not CueClass.DOUBT)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One happening as one report tells it."""

    id: MemberId
    trigger: SourceSpan
    """The word that names the event, usually a verb."""
    clause: SourceSpan
    """What is shown: the clause or sentence that tells it."""
    lemma: str
    """Lemma of the trigger."""
    participants: tuple[MemberId, ...]
    """Local entities in the clause, subject first."""
    places: tuple[MemberId, ...]
    time: TimeRange
    status: str
    """`happened`, `future`, `negated`, `possible` (hypothetical, wished, ordered) or `background` (long before)."""
    statement: MemberId | None
    """The statement inside whose content it is told; None when the outlet tells it in its own voice."""
    is_title: bool
    terms: tuple[str, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of something, as a value that can be compared."""

    id: MemberId
    span: SourceSpan
    clause: SourceSpan
    low: float
    """Least value meant; `at least 12` is 12 to infinity, `fewer than 400` is 0 to 400."""
    high: float
    approximate: bool
    unit: str
    """Folded lemma of what is counted: `troop`, `death`, `usd`, `percent`."""
    terms: tuple[str, ...]
    statement: MemberId | None
    speaker: str | None
    """Who gives it; None when the outlet does in its own voice."""
    time: TimeRange
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """A word of probability and the range people and standards give it, in percent."""

    span: SourceSpan
    word: str
    low: int | None
    high: int | None
    """None where the word has no agreed range ("expected")."""
    table: str
    """Which table the range is from: `PHIA`, `ICD-203`, `surveys`, `none`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A passage that gives a cause, motive or culprit for what happened."""

    id: MemberId
    clause: SourceSpan
    """The sentence or clause shown."""
    cue: SourceSpan
    """The words that make it an explanation: `because`, `in order to`, `motivated by`, `suspects`."""
    cause: SourceSpan | None
    """The explaining part where it can be told apart."""
    effect: SourceSpan | None
    """The explained part where it can be told apart."""
    proponent: str
    """Who offers it: speaker name, or the outlet."""
    statement: MemberId | None
    stance: str
    """`for` or `against` (denied, called unfounded)."""
    terms: tuple[str, ...]
    provenance: Provenance
    is_firm: bool = True
    """The words say outright why or through whom; False where they only may: a purpose, a suspicion of no cause."""


LEANING = ("the rest of the time named", "the day of publication")
"""Rules of horizons that lean on the day of publication: `this year`, `tonight`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastMention:
    """A prediction as one report tells it."""

    id: MemberId
    clause: SourceSpan
    hedge: Hedge | None
    who: str
    """Who predicts: speaker name, or the outlet for its own sentences."""
    statement: MemberId | None
    horizon: TimeRange | None
    """When it should have come true; None where the text gives none."""
    condition: SourceSpan | None
    """The `if` clause it depends on; None if unconditional."""
    negated: bool
    terms: tuple[str, ...]
    """Of the predicted clause where it can be told apart, else of the whole passage."""
    provenance: Provenance
    predicate: str = ""
    """Folded lemma of what is predicted: `resign` in "the mayor may resign"; `` where it could not be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowing:
    """Somebody knew, learned, was told or did not know something, as a report tells it."""

    id: MemberId
    span: SourceSpan
    """The word of knowing or telling."""
    clause: SourceSpan
    """The sentence around it."""
    kind: str
    """`knew`, `learned`, `told`, `warned`, `did not know`, `was not told`, or what somebody denies: `denied knowing`,
    `denied being told`."""
    actor: str
    """Who knows: the report's fullest name, or the words of a noun (`officials`)."""
    entity: MemberId | None
    """The `LocalEntity` that knows; None for the unnamed."""
    informant: str | None
    """Who told or warned; None where nobody is said to have."""
    informant_entity: MemberId | None
    matter: SourceSpan
    """What is known."""
    time: TimeRange
    """When it was known, not when it was reported."""
    statement: MemberId | None
    """The statement in which it is told; None where the outlet tells it."""
    terms: tuple[str, ...]
    """Of the matter."""
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedArticle:
    """An article with its layers. A layer that was not run is empty and absent from `layers`."""

    article: Article
    layers: frozenset[Layer] = frozenset()
    sentences: tuple[Sentence, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entities: tuple[LocalEntity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    forecasts: tuple[ForecastMention, ...] = ()
    knowing: tuple[Knowing, ...] = ()
    made_by: tuple[str, ...] = field(default=())
    """Versioned names of the annotators that ran, in order."""
