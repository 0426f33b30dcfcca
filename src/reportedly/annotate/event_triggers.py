"""Which words of a sentence tell a happening: main verbs, clauses that stand by themselves, dated nouns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from reportedly.annotate.tense import AUXILIARIES, VERBAL, is_modal, is_negated, tense_of_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

FRAMES = frozenset(
    """say tell add note report write explain state comment suggest argue think believe describe insist
indicate quote ask continue know feel hope understand suppose assume wonder agree stress emphasize emphasise
remark recall reply respond cite opine concede maintain contend observe guess expect doubt fear reckon estimate read
put show mean predict forecast foresee anticipate project suspect speculate worry imagine""".split()
)
"""Verbs that only hand on words or thoughts; the event is what they hand on."""
BELIEFS = frozenset(
    """believe think suspect speculate hope fear doubt assume suppose guess reckon predict forecast foresee anticipate
expect imagine worry wonder""".split()
)
"""Frame verbs whose clause is held to be so or looked forward to: possible, not told as having happened."""
_PLANS = frozenset({"set", "schedule", "slate", "expect", "poise", "plan", "intend", "prepare"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_REFUSALS = frozenset({"decline", "refuse"})
_SPEAKING = frozenset("comment say answer respond discuss elaborate speak talk specify reply confirm deny".split())
STATIVE = frozenset(
    """be have seem appear remain consist contain belong own want need like love hate prefer resemble depend
deserve involve include lack matter owe possess suit tend live stay concern constitute comprise exist
equal cost weigh fit stand sit lie look sound keep let
rest hinge underline reflect represent total span feature""".split()
)
"""Verbs of states: an event only where a date stands with them."""
_OPEN_MODALS, _UNREAL_MODALS = frozenset({"can", "ca", "may", "must", "should"}), frozenset({"could", "might"})
_HEARERS = frozenset("court jury judge committee commission inquiry tribunal hearing panel parliament senate".split())
_PERHAPS = frozenset({"perhaps", "maybe", "possibly", "presumably", "probably"})
_ENDS = frozenset({".", "!", "”", '"'})
_COMING_TO_LIGHT = frozenset({"emerge", "transpire", "turn", "come"})
_DATING = frozenset({"date", "backdate"})
"""What says of what time a thing is tells no happening ("files dated between 2011 and 2016")."""
EVENT_NOUNS = frozenset(
    """arrest explosion blast attack bombing shooting raid strike resignation death killing murder vote
election referendum protest demonstration march rally riot crash collision collapse earthquake quake flood storm
hurricane fire eruption outbreak invasion coup trial hearing verdict ruling sentence conviction indictment
impeachment inauguration ceremony summit meeting talks ceasefire truce agreement deal treaty launch landing derailment
sinking spill leak breach hack outage hijacking kidnapping abduction ambush assassination evacuation rescue
announcement declaration speech address statement interview visit departure arrival release closure merger
acquisition bankruptcy strike walkout lockdown curfew debate session match final disaster massacre accident robbery
theft landslide avalanche tsunami tornado blaze stampede siege takeover disappearance escape burial funeral""".split()
)
"""Nouns that name a happening."""
_CLAUSES = frozenset({"advcl", "relcl", "acl", "ccomp", "conj", "parataxis", "xcomp", "pcomp", "dep", "csubj", "appos"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def triggers_of(tokens: Sequence[Token], is_dated: Callable[[Token], bool], *, is_title: bool) -> Iterator[Token]:
    """The words of one sentence that tell happenings, in reading order.

    `is_dated` says whether a time expression stands with a word by dependency.
    """
    verbs, is_verbal = 0, False
    for token in tokens:
        if token.pos_ in VERBAL and (role := token.dep_) not in AUXILIARIES:
            is_verbal = is_verbal or role == "ROOT"
            if _tells(token, is_dated(token), is_title):
                verbs += 1
                yield _named(token)
        elif token.lemma_ in EVENT_NOUNS and token.pos_ == "NOUN" and is_dated(token):
            yield token
    if not is_verbal and not is_title and (hidden := hidden_verb(tokens)) is not None:
        yield hidden
    if is_title and not verbs:
        yield from [token for token in tokens if token.dep_ == "ROOT" and token.lemma_.lower() in EVENT_NOUNS]


def hidden_verb(tokens: Sequence[Token]) -> Token | None:
    """The verb of "Last week Brell Bank seized control …", which the parser may take for a noun with what describes it:
    a past form between a name and the noun that the whole sentence seems to be."""
    root = tokens[0].sent.root
    if root.pos_ != "NOUN" or tokens[-1].text not in _ENDS:
        return None
    for token in root.children:
        if token.dep_ == "amod" and token.tag_ in ("VBN", "VBD") and token.i > tokens[0].i:
            before = token.nbor(-1)
            if before.pos_ == "PROPN" and before.head == root:
                return token
    return None


def _named(verb: Token) -> Token:
    """ "There was an explosion" is named by its noun."""
    if verb.lemma_ == "be" and any(child.dep_ == "expl" for child in verb.children):
        return next(
            (child for child in verb.children if child.dep_ in ("attr", "nsubj") and child.pos_ == "NOUN"), verb
        )
    return verb


def _addresses_reader(verb: Token) -> bool:
    """ "You can sign up", "we pay for stories": advice and promotion; in reports of what happened such clauses carry a
    date."""
    subject = subject_of(verb)
    return subject is not None and subject.lower_ in ("you", "we", "i")


def _comes_to_light(verb: Token) -> bool:
    """ "It emerged that …": the happening is what emerged."""
    if verb.lemma_ not in _COMING_TO_LIGHT:
        return False
    kinds = {child.dep_: child for child in verb.children}
    subject = kinds.get("nsubj")
    return "ccomp" in kinds and subject is not None and subject.lower_ == "it"


def _is_of_any_time(verb: Token) -> bool:
    """ "When a ferry sinks, the owner pays": both clauses in the present, neither of one day."""
    if not tells_in_present(verb):
        return False
    return any(
        clause.dep_ == "advcl" and tells_in_present(clause)
        and any(child.lower_ in ("when", "whenever", "once") for child in clause.children)
        for clause in (verb, *verb.children)
    )


def _is_of_writer(verb: Token) -> bool:
    """ "the letter I sent on Monday": how the writer worked."""
    subject = subject_of(verb)
    own = next((child for child in verb.children if child.dep_ == "nsubj"), subject)
    return own is not None and own.lower_ in ("i", "we")


def _calls_upon_reader(verb: Token) -> bool:
    """ "Sign up by Monday", "you voted on Monday": nothing that a report tells of others."""
    subject = subject_of(verb)
    if subject is not None:
        return subject.lower_ in ("you", "yourself")
    return verb.dep_ == "ROOT" and verb.tag_ == "VB"


def _refuses_to_speak(verb: Token) -> bool:
    """ "declined to comment": it belongs to the statements."""
    return verb.lemma_ in _REFUSALS and any(
        child.dep_ in ("xcomp", "ccomp") and child.lemma_ in _SPEAKING for child in verb.children
    )


def _names_no_happening(verb: Token) -> bool:
    """ "There were many reasons": the noun is none that happens."""
    return (
        verb.lemma_ == "be"
        and any(child.dep_ == "expl" for child in verb.children)
        and (_named(verb).lemma_ not in EVENT_NOUNS)
    )


def _tells(verb: Token, dated: bool, is_title: bool) -> bool:
    if verb.dep_ != "ROOT" and not (verb.dep_ in _CLAUSES and _stands_alone(verb, dated)):
        return False
    lemma = verb.lemma_.lower()
    if _names_no_happening(verb) or _refuses_to_speak(verb) or (not dated and _addresses_reader(verb)):
        return False
    if not is_title and _calls_upon_reader(verb):
        return False
    if (lemma in FRAMES and not _has_object(verb) and not testifies(verb)) or lemma in _DATING or _comes_to_light(verb):
        return False
    if (verb.dep_ == "relcl" and _is_of_writer(verb)) or (not dated and _is_of_any_time(verb)):
        return False
    if lemma in ("happen", "occur") and not dated and _is_of_pronoun(verb):
        return False
    if lemma == "do" and not any(child.dep_ == "dobj" for child in verb.children):
        return False  # "the guard did so", "nobody did": told by another verb
    if lemma in STATIVE and not dated and not any(child.dep_ == "expl" for child in verb.children):
        return False
    return verb.dep_ != "ROOT" or dated or is_title or has_subject(verb)


def _has_object(verb: Token) -> bool:
    """A frame verb with a thing for an object is an act ("wrote a letter"), unless it hands on a clause."""
    kinds = {child.dep_ for child in verb.children}
    pronouns = any(child.dep_ == "dobj" and child.lower_ in ("it", "this", "that", "so") for child in verb.children)
    return (
        "dobj" in kinds
        and not pronouns
        and not kinds & {"ccomp", "xcomp", "parataxis"}
        and verb.lemma_ not in ("say", "tell", "think", "know")
    )


def _is_of_pronoun(verb: Token) -> bool:
    """ "That happened at once": what happened, another sentence tells."""
    subject = subject_of(verb)
    return subject is not None and subject.lower_ in ("it", "this", "that", "which")


def testifies(verb: Token) -> bool:
    """ "told the court that …": an act of its own, as testifying is."""
    return verb.lemma_ == "tell" and any(
        child.dep_ in ("dobj", "dative") and child.lemma_.lower() in _HEARERS for child in verb.children)


def _stands_alone(verb: Token, dated: bool) -> bool:
    """A clause inside another tells an event when it has a date, or a subject of its own and a finite verb."""
    if verb.dep_ == "xcomp" or verb.dep_ == "pcomp":
        return False
    if verb.dep_ == "relcl" or verb.dep_ == "acl":
        return dated and tense_of_verb(verb) == "past"
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return dated or has_own_subject(verb)
    return has_own_subject(verb) and is_finite(verb)


def has_own_subject(verb: Token) -> bool:
    """A subject stands with this verb itself."""
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def has_subject(verb: Token) -> bool:
    """A subject stands with this verb or with the one it is joined to."""
    return subject_of(verb) is not None


def subject_of(verb: Token) -> Token | None:
    """The subject, also of the first of several joined verbs; for a relative clause the noun it describes."""
    node = verb
    while True:
        for child in node.children:
            if child.dep_ in _SUBJECTS:
                return node.head if child.tag_ in ("WDT", "WP") and node.dep_ == "relcl" else child
        if node.dep_ not in ("conj", "xcomp") or node.head == node:
            return node.head if node.dep_ in ("acl", "relcl") else None
        node = node.head


def is_finite(verb: Token) -> bool:
    """The verb or one of its auxiliaries carries tense."""
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        child.dep_ in AUXILIARIES and child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in verb.children
    )


def status_of(trigger: Token, *, is_title: bool) -> str:
    """`happened`, `future`, `negated` or `possible`, from the verb; a headline's present tense tells what happened."""
    verb = (
        trigger if trigger.pos_ in VERBAL else next((node for node in trigger.ancestors if node.pos_ in VERBAL), None)
    )
    if verb is None:
        return "happened"
    if is_negated(verb):
        return "negated"
    if is_modal(verb) or _is_conditional(verb) or any(child.lower_ in _PERHAPS for child in verb.children):
        return "possible"
    if tense_of_verb(verb) == "future" or _is_planned(verb):
        return "future"
    if _hangs_on_possible(verb):
        return "possible"
    if is_title and verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.children):
        return "future"
    return "happened"


def _is_planned(verb: Token) -> bool:
    """ "is set to land", "plans to sell": it lies ahead of the report."""
    return (
        verb.lemma_ in _PLANS
        and tells_in_present(verb)
        and any(child.dep_ == "xcomp" or (child.dep_ == "prep" and child.lower_ == "for") for child in verb.children)
    )


def _is_conditional(verb: Token) -> bool:
    """ "if he wins", and what then follows in the present: "he takes the title if he wins"."""
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in verb.children):
        return True
    return verb.tag_ in ("VBZ", "VBP", "VB") and any(
        child.dep_ == "advcl" and any(node.lower_ in ("if", "unless") for node in child.children)
        for child in verb.children
    )


def is_open(trigger: Token) -> bool:
    """True for what may, can or should be done, for a condition, and for what is not yet ("until both sides have
    seen it"): told as neither done nor left undone. What "may have" happened is another thing, and what one "could not"
    do was not done."""
    if trigger.pos_ not in VERBAL:
        return False
    words = {child.lower_ for child in trigger.children if child.dep_ in AUXILIARIES}
    if words & _OPEN_MODALS and "have" not in words:
        return True
    if words & _UNREAL_MODALS and "have" not in words and not is_negated(trigger):
        return True
    marks = {child.lower_ for child in trigger.children if child.dep_ in ("mark", "advmod")}
    if marks & {"if", "unless"}:
        return tense_of_verb(trigger) is None
    return bool(marks & {"until", "till", "before"}) and bool(words & {"have", "has"})


def _hangs_on_possible(verb: Token) -> bool:
    """Believed rather than told ("suspects that …"), or in the present inside what may or will be ("could be gone
    before the council votes")."""
    above = verb.head
    if verb.dep_ == "ccomp" and above.lemma_ in BELIEFS and above != verb:
        return True
    if verb.dep_ not in ("advcl", "relcl", "ccomp", "conj") or above == verb or above.pos_ not in VERBAL:
        return False
    is_open = is_modal(above) or tense_of_verb(above) == "future" or above.lemma_ in BELIEFS
    return is_open and verb.tag_ in ("VBZ", "VBP", "VB", "VBG")


def tells_in_present(verb: Token) -> bool:
    """The simple or progressive present, also of the passive ("is controlled by"): a state, a habit or a caption."""
    finite = [child for child in verb.children if child.dep_ in AUXILIARIES and child.tag_ in _FINITE]
    word = finite[0] if finite else verb
    return word.tag_ in ("VBZ", "VBP") and not (finite and word.lemma_ == "have")
