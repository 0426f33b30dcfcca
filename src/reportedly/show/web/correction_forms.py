"""The forms by which a story is corrected from its pages: which ones fit an item, and what each says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.dossier.judging import GRADES
from reportedly.dossier.records import Dossier
from reportedly.records.article import Article
from reportedly.records.judgement import (
    DATE,
    DIFFERENT,
    GRADE,
    NAME,
    NOTE,
    RATE,
    REJECT,
    RESOLVE,
    SAME,
    SPEAKER,
    STATEMENT,
    UNDO,
    Judgement,
    Ruling,
)
from reportedly.records.linked import Entity
from reportedly.records.weighed import OUTCOMES, RATINGS, Theory
from reportedly.show.explaining import Explained
from reportedly.show.judge import Judge
from reportedly.show.when import moment_in_words
from reportedly.text.normalise import fold

HOMES = {"entities": ("people", "places"), "events": ("timeline",), "statements": ("statements",),
         "explanations": ("theories",), "forecasts": ("forecasts",), "knowing": ("knowledge",)}
"""Sections that hold the members of a layer."""
GRADE_WORDS = ("completely reliable", "usually reliable", "fairly reliable", "not usually reliable", "unreliable",
               "not graded")
RATING_WORDS = ("strongly for it", "for it", "neither", "against it", "strongly against it")
OUTCOME_WORDS = {"came-true": "came true", "did-not": "did not come true", "partly": "partly came true",
                 "unclear": "cannot be told", "void": "void: its condition did not hold", "open": "open again"}
DECIDED = {SAME: "taken for one", DIFFERENT: "kept apart", NAME: "named", GRADE: "graded", REJECT: "rejected",
           SPEAKER: "given the speaker", DATE: "given the day", STATEMENT: "added as a statement of", NOTE: "noted",
           UNDO: "taken back", RESOLVE: "forecast settled as", RATE: "rated"}
"""What a judgement decided, by its kind."""
DAY_HINT = "2031-05-04, 2031-05, 2031 or 2031-05-04T10:30"
_SHOWN = 60
"""Characters of the words of an item, where several stand in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that a form asks."""

    name: str
    label: str
    kind: str = "text"
    """`text`, `date`, `area`, or `choice` of `options`."""
    hint: str = ""
    required: bool = True
    options: tuple[tuple[str, str], ...] = ()
    """(value, words) to choose from."""
    known: tuple[str, ...] = ()
    """Words that the browser may offer for a `text`; others are taken too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One correction that a person can make on a page."""

    key: str
    """What sets it apart from the other forms of its page."""
    title: str
    hint: str
    button: str
    fields: tuple[Field, ...]
    """Besides who and why, which every form asks."""
    say: Callable[[Judge, Mapping[str, str]], Judgement]
    """Writes it from what was typed. Raises as `Judge` does."""


def item_forms(dossier: Dossier, item: Explained) -> tuple[Form, ...]:
    """The forms that fit an item, by where it stands; none for what was rejected and stands nowhere."""
    section, target = standing(item)
    entity = next((one for one in (*dossier.people, *dossier.places) if target in one.members), None)
    theory = next((one for one in dossier.theories if one.id == target), None)
    made: list[Form] = []
    if entity:
        made += _name_forms(dossier, entity)
    if section == "forecasts":
        made.append(_resolve(target))
    if section == "statements":
        made.append(_speaker(dossier, target))
    if section in ("statements", "timeline"):
        made.append(_date(target))
    if theory and (rate := _rate(dossier, theory)):
        made.append(rate)
    if section or item.kind == "report":
        made.append(_note(target))
    if section:
        made.append(_reject(target))
    return tuple(made)


def standing(item: Explained) -> tuple[str, str]:
    """Section and id that a correction of the item goes to: what holds it in the section of its own kind, before what
    else holds it; `` and its own id where nothing does."""
    held = {section: name for section, name, _ in reversed(item.part_of)}
    own = next((section for section in HOMES.get(item.kind, (item.kind,)) if section in held), None)
    section = own or next((section for section, _, _ in item.part_of), "")
    return section, held.get(section, item.id)


def _name_forms(dossier: Dossier, entity: Entity) -> Iterator[Form]:
    """Merging, splitting and renaming of a person, group or place."""
    others = dossier.places if entity in dossier.places else dossier.people
    known = tuple(sorted({one.name for one in others if one.id != entity.id}))
    yield Form(key="merge", title="Another name for the same", button="Take them for one",
               hint="Both names then stand as one, here and after every rebuild.",
               fields=(Field(name="other", label="The other name, or its id", known=known),),
               say=lambda judge, typed: judge.merge(entity.id, typed["other"]))
    local = _local_names(dossier, entity)
    if parts := _parts(entity, local):
        yield Form(key="split", title="Split a name off", button="Keep them apart",
                   hint=f"Somebody or something else than {entity.name}, though it was taken for the same.",
                   fields=(Field(name="part", label="Which name", kind="choice", options=parts),),
                   say=lambda judge, typed: _split(judge, local, typed["part"]))
    yield Form(key="name", title="A better name", button="Give this name",
               hint="What it is called in this dossier. The words of reports stay as they are.",
               fields=(Field(name="name", label="Name"),),
               say=lambda judge, typed: judge.name(entity.id, typed["name"]))


def _local_names(dossier: Dossier, entity: Entity) -> dict[str, tuple[str, Article]]:
    """Id -> name and report of everything that an entity was put together from."""
    own = set(entity.members)
    return {str(record.id): (record.name, item.article)
            for item in dossier.articles for record in item.entities if record.id in own}


def _parts(entity: Entity, local: Mapping[str, tuple[str, Article]]) -> tuple[tuple[str, str], ...]:
    """(name or id, words) of what can be split off: its other names, then each name as one report has it."""
    if len(local) < 2:
        return ()
    names = {fold(name): name for name, _ in local.values()}
    names.pop(fold(entity.name), None)
    return (*((name, f"{name}, wherever it stands") for name in sorted(names.values())),
            *((one, f"{name} in {article.outlet.label}" + (
                f", {moment_in_words(article.published_day)}" if article.published_day else ""))
              for one, (name, article) in local.items()))


def _split(judge: Judge, local: Mapping[str, tuple[str, Article]], part: str) -> Judgement:
    """What stays is told by one of its names in a report: the same name elsewhere, so that nothing but the one report's
    goes, or another name, so that all that are written like the part go with it."""
    own = fold(local[part][0]) if part in local else None
    others = [one for one in local if one != part]
    stays = [one for one in others if (fold(local[one][0]) == own if own else fold(local[one][0]) != fold(part))]
    return judge.split((stays or others)[0], part)


def _resolve(target: str) -> Form:
    options = tuple((name, OUTCOME_WORDS[name]) for name in (*OUTCOMES, "open"))
    return Form(key="resolve", title="What came of it", button="Settle it",
                hint="It stands over what later reports propose.",
                fields=(Field(name="outcome", label="Outcome", kind="choice", options=options),
                        Field(name="day", label="Day on which that was known", kind="date", required=False,
                              hint="2031-05-04; may be left empty")),
                say=lambda judge, typed: judge.resolve(target, typed["outcome"], typed["day"] or None))


def _speaker(dossier: Dossier, target: str) -> Form:
    known = tuple(sorted({one.name for one in dossier.people}))
    return Form(key="speaker", title="Somebody else said it", button="Give this speaker", hint="",
                fields=(Field(name="speaker", label="Speaker", known=known),),
                say=lambda judge, typed: judge.speaker(target, typed["speaker"]))


def _date(target: str) -> Form:
    return Form(key="date", title="Another day", button="Give this day", hint="When it happened, or was said.",
                fields=(Field(name="day", label="Day", hint=DAY_HINT),),
                say=lambda judge, typed: judge.date(target, typed["day"]))


def _rate(dossier: Dossier, theory: Theory) -> Form | None:
    """Rating one item against the theory; None where nothing bears on it or on its rivals."""
    words = {str(evidence.member): evidence.text for evidence in theory.evidence}
    if dossier.competing:
        words |= {str(column.member): column.text for column in dossier.competing.items}
    if not words:
        return None
    return Form(key="rate", title="Rate what bears on it", button="Give this rating",
                hint="It stands over the rule's rating.",
                fields=(Field(name="evidence", label="What bears on it", kind="choice",
                              options=tuple((member, text[:_SHOWN * 2]) for member, text in words.items())),
                        Field(name="rating", label="How", kind="choice",
                              options=tuple(zip(RATINGS, RATING_WORDS, strict=True)))),
                say=lambda judge, typed: judge.rate(theory.id, typed["evidence"], typed["rating"]))


def _note(target: str) -> Form:
    return Form(key="note", title="A remark", button="Put it beside", hint="It stands beside the item, as yours.",
                fields=(Field(name="words", label="Remark", kind="area"),),
                say=lambda judge, typed: judge.note(target, typed["words"]))


def _reject(target: str) -> Form:
    return Form(key="reject", title="This is no such thing", button="Reject it", fields=(),
                hint="It goes from every list, and is counted. It can be taken back under what people judged.",
                say=lambda judge, typed: judge.reject(target))


def grade_form(outlet: str) -> Form:
    """How reliable an outlet is."""
    options = tuple((grade, f"{grade}: {words}") for grade, words in zip(GRADES, GRADE_WORDS, strict=True))
    return Form(key="grade", title="How reliable it is", button="Give this grade",
                hint="Admiralty code. Grades come from people alone.",
                fields=(Field(name="grade", label="Grade", kind="choice", options=options),),
                say=lambda judge, typed: judge.grade(outlet, typed["grade"]))


def undo_form(ruling: Ruling) -> Form | None:
    """Taking a judgement back, or an undoing; None for what was taken back already."""
    if (ruling.because or "").startswith("undone"):
        return None
    said = ruling.judgement
    words = ("Make it stand again",) * 2 if said.kind == UNDO else ("Undo", "Undo it")
    return Form(key=f"undo-{said.id}", title=words[0], button=words[1], hint="", fields=(),
                say=lambda judge, typed: judge.undo(said.id))


def in_words(said: Judgement, every: Mapping[str, Any]) -> str:
    """`taken for one: “Teodor Kalvik”, “Teodor Kalwik”`; `every`: the judgements by id, for what was taken back."""
    if said.kind == UNDO and said.members[0] in every:
        return f"{DECIDED[UNDO]}: {in_words(every[said.members[0]].judgement, every)}"
    value = f" “{said.value}”" if said.value else ""
    on = [f"“{_short(span.exact)}”" for span in said.spans] or list(said.members)
    more = f" and {len(on) - 4} more" if len(on) > 4 else ""
    return f"{DECIDED.get(said.kind, said.kind)}{value}: {', '.join(on[:4])}{more}"


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN].rsplit(' ', 1)[0]} …"
