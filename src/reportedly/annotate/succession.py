"""Whether a pronoun or a noun can stand for a speaker named before it: by number, gender and what the noun says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.annotate.describing_words import is_person_noun
from reportedly.annotate.media_names import is_media_name
from reportedly.annotate.name_genders import given_gender, title_gender
from reportedly.annotate.speakers import Speaker
from reportedly.records.annotation import EntityKind, LocalEntity
from reportedly.text.normalise import fold
from reportedly.text.organisation_names import FIRM_HEADS

if TYPE_CHECKING:
    from spacy.tokens import Token

GENDERS = {"he": "m", "she": "f"}
_PRONOUN_GENDER = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_ONE_BODY = frozenset({"it"})
_SEVERAL = frozenset({"they"})
_NOUN_GENDER = {"actress": "f", "congresswoman": "f", "spokeswoman": "f", "chairwoman": "f", "businesswoman": "f",
                "congressman": "m", "spokesman": "m", "chairman": "m", "businessman": "m", "mother": "f", "father": "m",
                "sister": "f", "brother": "m", "wife": "f", "husband": "m", "woman": "f", "man": "m", "widow": "f"}
EPITHETS = frozenset("""academic activist actor actress analyst astrologer astronaut astronomer athlete banker
billionaire biologist businessman businesswoman campaigner chemist comedian columnist congressman congresswoman
conservative cosmologist critic democrat diplomat economist engineer entrepreneur epidemiologist ex-president expert
filmmaker footballer geologist historian lawmaker legislator liberal magnate mathematician meteorologist
millionaire mogul musician novelist oligarch philanthropist philosopher physicist politician professor psychologist
rapper republican researcher scholar scientist seismologist senator singer sociologist specialist spokesman
spokesperson spokeswoman statesman strategist striker sportsman sprinter star tycoon veteran virologist
whistleblower""".split())
"""What a person is at any time, said of somebody who is known already; `the pilot` and `the judge` of a scene are
somebody of their own."""
_MEDIA_NOUNS = frozenset("""newspaper paper magazine broadcaster network channel outlet website site publication tabloid
blog daily weekly journal""".split())
_FIRM_NOUNS = frozenset("""company firm business corporation conglomerate retailer manufacturer maker giant startup
start-up carrier airline automaker carmaker insurer lender bank operator developer supplier provider brand casino
multinational chain""".split())
_PUBLIC_NOUNS = frozenset("agency authority regulator watchdog bureau".split())
"""What an office of any name may be called; `the court` and `the ministry` are called so by their own names only."""
_ANY_BODY = frozenset("group organisation organization body nonprofit non-profit charity association union".split())
_PUBLIC_HEADS = frozenset("""agency ministry department commission committee council government authority court tribunal
bureau office police army navy parliament senate congress administration""".split())


def gender_of(entity: LocalEntity) -> str | None:
    """`m` or `f` by title, given name or the pronouns linked to the person; None where they do not tell."""
    told = next(filter(None, map(title_gender, (*entity.aliases, *entity.roles))), None) or given_gender([entity.name])
    if told is not None:
        return told
    shown = {_PRONOUN_GENDER[word] for span in entity.mentions if (word := span.exact.casefold()) in _PRONOUN_GENDER}
    return shown.pop() if len(shown) == 1 else None


def may_mean(pronoun: str, speaker: Speaker, said_by: Token, gender: str | None) -> bool:
    """The pronoun can stand for this speaker, whose source has `said_by` as its head."""
    plural = is_plural(said_by)
    if pronoun in GENDERS:
        if speaker.kind == "person":
            return gender in {None, GENDERS[pronoun]}
        shown = _NOUN_GENDER.get(said_by.lemma_.lower())
        return speaker.kind == "unnamed" and not plural and is_human(said_by) and shown in {None, GENDERS[pronoun]}
    if pronoun in _ONE_BODY:
        return speaker.kind == "organization" or (speaker.kind == "unnamed" and not plural and not is_human(said_by))
    return pronoun in _SEVERAL and (speaker.kind == "group" or (speaker.kind == "unnamed" and plural))


def is_plural(noun: Token) -> bool:
    """`officials`, `two of them`, `a man and a woman`."""
    return noun.tag_ in {"NNS", "NNPS"} or any(
        child.dep_ == "conj" or (child.dep_ == "nummod" and child.lower_ != "one") for child in noun.children)


def names_by_epithet(noun: Token, speaker: Speaker, entity: LocalEntity | None) -> bool:
    """`The economist` for the person who spoke just before, `the airline` for the firm that did."""
    lemma = noun.lemma_.lower()
    if speaker.kind == "person":
        gender = gender_of(entity) if entity is not None else None
        return lemma in EPITHETS and (gender is None or _NOUN_GENDER.get(lemma, gender) == gender)
    if speaker.kind != "organization" or (entity is not None and entity.kind is not EntityKind.ORGANIZATION):
        return False
    sort = _sort_of_name(speaker.name)
    if lemma in _ANY_BODY:
        return sort != "media"
    return lemma in {"media": _MEDIA_NOUNS, "public": _PUBLIC_NOUNS, "firm": _FIRM_NOUNS}[sort]


def _sort_of_name(name: str) -> str:
    """`media`, `public` or `firm`; a name that shows none of them is taken for a firm's."""
    words = fold(name).replace(".", "").split()
    if is_media_name(name):
        return "media"
    return "public" if set(words) & _PUBLIC_HEADS and words[-1] not in FIRM_HEADS else "firm"


def is_called(entity: LocalEntity, noun: Token) -> bool:
    """The report gives the person this title or role: `Sen. Roe` is a senator."""
    wanted = _TITLES_OF.get(noun.lemma_.lower(), frozenset()) | {noun.lemma_.lower()}
    words = {word for text in (*entity.aliases, *entity.roles) for word in fold(text).replace(".", "").split()}
    return bool(wanted & words)


_MEMBERS = frozenset({"rep", "representative", "congressman", "congresswoman"})
_TITLES_OF = {**dict.fromkeys(("congressman", "congresswoman"), _MEMBERS), "senator": frozenset({"sen"}),
              "governor": frozenset({"gov"}), "lawmaker": _MEMBERS | {"sen", "senator", "mp"},
              "general": frozenset({"gen"})}
"""How the holder of an office is titled before the name."""


def is_human(noun: Token) -> bool:
    """True for nouns that name a person by what he or she does."""
    lemma = noun.lemma_.lower()
    ends_so = lemma.endswith(("man", "woman", "person", "er", "or", "ist", "ian", "ent", "ant", "ial"))
    return lemma in _PEOPLE or (lemma not in _BODIES and (ends_so or is_person_noun(lemma)))


_BODIES = frozenset("""government department parliament center centre carrier insurer lender retailer maker
manufacturer operator developer provider supplier regulator newspaper paper report statement document letter
tribunal memorandum restaurant plant giant corporation broadcaster publisher builder""".split())
"""Bodies and things whose names end as those of people do."""
_PEOPLE = frozenset("""source witness aide chief head boss mayor neighbour lawyer friend victim coach nurse driver pilot
guest guard judge candidate mother father son daughter brother sister wife husband""".split())
