"""What weighing gives. Nothing here says true or false: who says what, and from how many independent origins."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.records.annotation import Hedge, TimeRange
from reportedly.records.ids import ArticleId, MemberId
from reportedly.records.judgement import Provenance
from reportedly.records.span import SourceSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One side of a dispute."""

    who: str
    text: str
    """Its words."""
    value: str | None
    """The number, time, place or name given, when the dispute is about one; else None."""
    day: str | None = None
    """`YYYY-MM-DD` on which a value was given, where the sides differ in it; else None."""
    spans: tuple[SourceSpan, ...]
    members: tuple[MemberId, ...]
    origins: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A claim slot filled in incompatible ways."""

    id: MemberId
    kind: str
    """`denial`, `number`, `time`, `place`, `blame` or `identity`."""
    text: str
    """What it is about: words of a report."""
    positions: tuple[Position, ...]
    """At least two."""
    weight: float
    provenance: Provenance


RATINGS = ("CC", "C", "N", "I", "II")
"""Very consistent, consistent, neither, inconsistent, very inconsistent (Heuer's analysis of competing hypotheses)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A statement or event rated against a theory (CC, C, N, I, II after Heuer's ACH)."""

    rating: str
    member: MemberId
    text: str
    span: SourceSpan
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class TheoryVoice:
    """What somebody does with a theory, and since when."""

    name: str
    """Speaker over all reports, or the outlet."""
    stance: str
    """`proposes`, `repeats` (in a copy, through another, or after it was proposed by the same name) or `rejects`."""
    day: str | None
    """`YYYY-MM-DD` of the first time; None where no report with it is dated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theory:
    """An explanation that somebody offers for what happened."""

    id: MemberId
    text: str
    chosen: SourceSpan
    proponents: tuple[str, ...]
    opponents: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    members: tuple[MemberId, ...]
    spans: tuple[SourceSpan, ...]
    reports: tuple[ArticleId, ...]
    origins: tuple[ArticleId, ...]
    rivals: tuple[MemberId, ...]
    """Ids of theories that explain the same thing otherwise."""
    weight: float
    provenance: Provenance
    kind: str = ""
    """`meant`, `went wrong`, or `` where the words tell neither."""
    culprits: tuple[str, ...] = ()
    """Names of the people and groups that the cause names, sorted."""
    excludes: tuple[MemberId, ...] = ()
    """Theories that cannot hold with it: the other kind of cause, or another culprit, of the same thing."""
    includes: tuple[MemberId, ...] = ()
    """Theories whose cause is part of its own: told by fewer of the same words and culprits."""
    voices: tuple[TheoryVoice, ...] = ()
    """Who proposes, repeats and rejects it, in order of time, undated last."""

    @property
    def since(self) -> str | None:
        """The first dated day on which anybody proposed it."""
        return min((voice.day for voice in self.voices if voice.stance == "proposes" and voice.day), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How one item bears on one theory."""

    rating: str
    """One of `RATINGS`."""
    rule: str
    """Why, in words; a person's name and reason where a person rated it."""
    judged: bool = False
    """A person's rating, which stands over the rule's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedItem:
    """What is weighed against the theories: a column of the matrix."""

    member: MemberId
    text: str
    span: SourceSpan
    outlet: str
    origin: ArticleId
    credibility: float
    """By the grade that people gave its outlet: 1/sqrt 2, 1 (also where nobody graded it) or sqrt 2."""
    diagnosticity: float
    """Standard deviation of its ratings over the theories, II as -2 to CC as 2: 0 separates nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What changes when one source, origin or item is left out: theories that change places."""

    kind: str
    """`source`, `origin` or `item`."""
    name: str
    """Outlet, outlet of the origin, or words of the item."""
    swapped: tuple[tuple[MemberId, MemberId], ...]
    """Pairs of theories: the first stood before the second, and no longer does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Theories in rows, items in columns (analysis of competing hypotheses, Heuer 1999, chapter 8)."""

    theories: tuple[MemberId, ...]
    """Least inconsistent first."""
    items: tuple[WeighedItem, ...]
    """Those that separate the theories best first."""
    cells: tuple[tuple[Cell, ...], ...]
    """A row for each theory, a cell for each item."""
    inconsistency: tuple[float, ...]
    """Of each theory: the sum of 1 for each I and 2 for each II, by credibility. No chance, and no verdict."""
    left_out: tuple[LeftOut, ...]
    """Only what makes theories change places."""
    questions: tuple[SourceSpan, ...]
    """What somebody asks, or does not know, that would tell theories apart."""
    forecasts: tuple[tuple[MemberId, MemberId], ...]
    """Pairs of theory and forecast: what holders of one theory predict, and those of no other."""


PROPOSED = ("came-true?", "failed?")
"""States that later reports propose, until a person confirms."""
OUTCOMES = ("came-true", "did-not", "partly", "unclear", "void")
"""States that a person gives. `void`: its condition did not hold, or it asked for nothing that can be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """How likely a forecast says it is that it comes true as worded, in percent."""

    low: float
    point: float
    high: float
    table: str
    """The table of the word (`ICD-203`, `PHIA`, `Kent`, `surveys`), or `number` where the forecast gives one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """A predicted event with its hedge, its horizon and, later, its resolution."""

    id: MemberId
    text: str
    chosen: SourceSpan
    who: str
    hedge: Hedge | None
    horizon: TimeRange | None
    state: str
    """`open`, `due` (the horizon has passed unresolved), one of `PROPOSED` (found by rule, for a person to confirm) or
    of `OUTCOMES` (what a person said)."""
    resolution: tuple[SourceSpan, ...]
    """Passages of later reports that settle it; empty while none is found."""
    members: tuple[MemberId, ...]
    spans: tuple[SourceSpan, ...]
    reports: tuple[ArticleId, ...]
    origins: tuple[ArticleId, ...]
    weight: float
    provenance: Provenance
    role: str | None = None
    """What the one who predicts is called by the reports; None where they give no role."""
    outlet: str = ""
    """Whose report gives the words shown."""
    said: str | None = None
    """`YYYY-MM-DD` on which it was said, else published; None where neither is known."""
    condition: SourceSpan | None = None
    """What it depends on; None if unconditional."""
    negated: bool = False
    """It says that something will not happen, or is unlikely to."""
    window: str = "open-ended"
    """`stated` or `inferred` (`this year`, the day of publication): from `horizon.earliest` to `horizon.latest`."""
    criterion: str | None = None
    """By what it can be told whether it came true, in fixed words; None where nothing it names can be told."""
    likelihood: Likelihood | None = None
    """None for words without an agreed range, like a bare `will`."""
    settled: str | None = None
    """`YYYY-MM-DD` on which it was settled: of the later report, or as a person said."""
    settled_by: str | None = None
    """Who settled it, in words; None for a proposal of the program, and while nothing settles it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeRow:
    """Somebody knew something, did not, or was told, as one or more reports tell it."""

    id: MemberId
    actor: str
    kind: str
    """`knew`, `learned`, `told`, `warned`, `did not know`, `was not told`, `denied knowing` or `denied being told`."""
    matter: str
    """What is known: words of a report."""
    chosen: SourceSpan
    when: TimeRange
    """When it was known; only the day of publication as its latest where words do not tell."""
    informants: tuple[str, ...]
    chain: tuple[str, ...]
    """From the first informant told of to the actor; empty where nobody told."""
    said_by: tuple[str, ...]
    """Who says so: speakers, or the outlets in their own voice."""
    members: tuple[MemberId, ...]
    spans: tuple[SourceSpan, ...]
    reports: tuple[ArticleId, ...]
    origins: tuple[ArticleId, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSummary:
    """One outlet: what stands behind its reports."""

    outlet: str
    domain: str | None
    reports: tuple[ArticleId, ...]
    original: int
    """Reports that are origins of their own."""
    copied_from: tuple[str, ...]
    """Outlets or agencies its other reports go back to."""
    named: int
    """Statements with a named speaker."""
    unnamed: int
    corrections: int
    """Reports that came in a later version with changed text."""
    grade: str = "F"
    """Reliability of the source, A to F, as people judged it; F is not graded, which is not bad (Admiralty code)."""
    grade_rule: str = "not graded"
    """Who judged, when and why; `not graded`."""
