"""What is told of an unnamed source: fixed phrases around the report's words, the same on pages and in exports."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.records.annotation import UnnamedSource
from reportedly.records.span import SourceSpan

BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the line: a fixed phrase, the report's words after it, or both."""

    phrase: str
    """`at least 2`, `reason given:`; `` where the words stand alone."""
    span: SourceSpan | None
    """The report's words; None where the phrase stands alone."""

    @property
    def text(self) -> str:
        """The part as plain words on one line."""
        return " ".join(filter(None, (self.phrase, " ".join(self.span.exact.split()) if self.span else "")))


def parts(source: UnnamedSource | None) -> tuple[Part, ...]:
    """How many, what they are, how they know, why they are not named; what is not told is left out."""
    if source is None:
        return ()
    told = (("", source.role), ("", source.access), ("reason given:", source.reason))
    return (Part(how_many(source), None), *(Part(phrase, span) for phrase, span in told if span is not None))


def in_words(source: UnnamedSource | None) -> str:
    """`at least 2 · defence officials · familiar with the talks · reason given: for fear of reprisals`; `` for none."""
    return BETWEEN.join(part.text for part in parts(source))


def how_many(source: UnnamedSource) -> str:
    """`1`, `at least 2`, `10 to 15`."""
    if source.most is None:
        return f"at least {source.least}"
    return str(source.least) if source.least == source.most else f"{source.least} to {source.most}"


def spans(source: UnnamedSource | None) -> tuple[SourceSpan, ...]:
    """The spans the line opens."""
    return tuple(part.span for part in parts(source) if part.span is not None)
