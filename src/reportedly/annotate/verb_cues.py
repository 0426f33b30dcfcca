"""Verbs of saying, thinking, asking, promising and blaming, with what they take as their content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.annotate.cues import CLAUSE, COMPLEMENT, INFINITIVE, OBJECT, UNTRUE, Cue, cue_for, is_cue
from reportedly.annotate.found import Found, Piece, merged, piece, runs, touches
from reportedly.annotate.parse import text_of
from reportedly.annotate.sources import described_by, is_passive, own_subject, phrase_of, subject_of
from reportedly.records.annotation import CueClass

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERBAL = frozenset({"VERB", "AUX"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
_CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})
NEEDS_COMPLEMENT = frozenset({"call", "see", "view", "regard", "brand", "dub", "deem", "label", "term", "paint",
                               "consider"})
"""With an object alone these are no cues: "called the office", "viewed the film"."""
_NEEDS_NO_COMPLEMENT = frozenset({"describe", "characterize", "characterise", "portray", "depict"})
_ACTED_ON = frozenset("""lawsuit case suit appeal petition bid offer bill motion amendment request ballot
candidate""".split())
"""Who rejects or dismisses these decides; he does not deny that something is true."""
_TAKES_BOTH = frozenset({"accuse", "blame"})
"""`accused him of fraud`: object and preposition are one content."""
_OBJECT_TAILS = frozenset({"for", "as", "over", "of", "with"})
_REFUSING = frozenset({"decline", "refuse"})
_CARRIERS = frozenset("statement interview email e-mail tweet letter report speech memo post".split())
_SUBJECT_OR_AUXILIARY = frozenset({"nsubj", "nsubjpass", "expl", "aux", "auxpass"})
_UNREAL = frozenset({"to", "could", "would", "may", "might", "should", "must", "can"})
_STARTING = frozenset("continue begin start go decline refuse try seek have use appear seem".split())
"""`went on to blame`, `declined to criticise`: the cue is the whole of it."""
_ANSWERING = frozenset({"respond", "reply", "return", "reach", "answer"})
_ASKED_FOR = frozenset("comment request inquiry enquiry question call message email e-mail".split())
_RELATIVE_WORDS = frozenset({"that", "which", "who", "whom", "whose", "where", "when", "in", "of", "about"})
_LONGEST_CHAIN = 6
"""Tokens from the first verb of a cue to the last: "went on to say"; more is another clause."""


_SET_PHRASES = frozenset({("so", "called"), ("in", "writing")})
"""Word before and word that look like a cue and are none: `so called`, `was warned in writing that`."""


def verb_cues(doc: Doc) -> Iterator[Found]:
    """One attribution for each verb cue that has content, in reading order."""
    for token in doc:
        if token.pos_ in VERBAL and (is_cue(token.lemma_.lower()) or token.lemma_ in _ANSWERING):
            found = _attribution(token)
            if found is not None:
                yield found


def _attribution(verb: Token) -> Found | None:
    if silence := _no_answer(verb):
        return silence
    frame, content = _content(verb)
    if verb.i > 0 and (verb.doc[verb.i - 1].lower_, verb.lower_) in _SET_PHRASES:
        return None
    if frame is None or _is_imperative(verb) or _is_hypothetical(verb):
        return None
    cue = cue_for(verb.lemma_.lower(), frame)
    assert cue is not None  # _content asks the lexicon for every frame it returns
    return found_for(verb, cue, content, f"cue verb, {FRAME_NAMES.get(frame, 'preposition')}")


def _is_imperative(verb: Token) -> bool:
    """`Learn how …`, `Note that …`: addressed to the reader."""
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and not any(child.dep_ in _SUBJECT_OR_AUXILIARY
                                                                 for child in verb.children)


def _is_hypothetical(verb: Token) -> bool:
    """`could blame`, `to defend`: nobody has said it."""
    return verb.tag_ == "VB" and any(child.dep_ == "aux" and child.lower_ in _UNREAL for child in verb.children) \
        and not (verb.dep_ == "xcomp" and verb.head.lemma_ in _STARTING)


def _no_answer(verb: Token) -> Found | None:
    """`did not respond to a request for comment`, `could not be reached for comment`."""
    if verb.lemma_ not in _ANSWERING or not any(child.dep_ == "neg" for child in verb.children):
        return None
    asked = [child for child in verb.children if child.i > verb.i and child.dep_ in {"prep", "dobj"}
             and any(word.lemma_.lower() in _ASKED_FOR for word in child.subtree)]
    subject = own_subject(verb) or next((child for child in verb.children if child.dep_ == "nsubjpass"), None) \
        or subject_of(verb)
    if not asked or subject is None:
        return None
    first, last = cue_reach(verb)
    return Found(source=phrase_of(subject, verb), cue=(piece(verb.doc, first, last),),
                 content=runs(verb.doc, [token for part in asked for token in part.subtree]),
                 cue_class=CueClass.DECLINE, lemma=verb.lemma_, negated=True, distance="neutral",
                 rule="refusal or silence", head=verb.i)


FRAME_NAMES = {CLAUSE: "clause", INFINITIVE: "infinitive", OBJECT: "object", COMPLEMENT: "object and complement"}


def found_for(verb: Token, cue: Cue, content: tuple[Piece, ...], rule: str) -> Found:
    """The attribution of a verb whose content is known: its source, the whole cue and what it does."""
    subject = subject_of(verb)
    first, last = cue_reach(verb)
    if content and last + 1 < len(verb.doc) and verb.doc[last + 1].dep_ == "prep" and "preposition" in rule \
            and verb.doc[last + 1].head.i == verb.i and content[0][0] == verb.doc[last + 2].idx:
        last += 1
    source = phrase_of(subject, verb) if subject is not None else ()
    words = piece(verb.doc, first, last)
    if touches(source, *words):  # a parse that runs over itself: keep the head of the source only
        source = runs(verb.doc, [subject]) if subject is not None and not first <= subject.i <= last else ()
    return Found(source=source, cue=(words,), content=content,
                 cue_class=_class_of(verb, cue, first), lemma=cue.lemma, negated=is_negated(verb, first),
                 distance=cue.distance, rule=rule, head=verb.i)


def _class_of(verb: Token, cue: Cue, first: int) -> CueClass:
    for token in verb.doc[first:verb.i]:
        if token.lemma_.lower() in _REFUSING:
            return CueClass.DECLINE
    if cue.lemma == "comment" and is_negated(verb, first):
        return CueClass.DECLINE
    if cue.cue_class is CueClass.DENY and any(child.dep_ == "dobj" and child.lemma_.lower() in _ACTED_ON
                                              for child in verb.children):
        return CueClass.ASSERT
    if cue.cue_class is CueClass.DECLINE and cue.lemma == "refuse":
        return CueClass.ASSERT  # refusing to act is not refusing to comment
    return cue.cue_class


def cue_reach(verb: Token) -> tuple[int, int]:
    """First and last token index of the cue: auxiliaries, negation, adverbs between them, particle, carrier phrase."""
    head = verb
    while _continues(head, verb):
        head = head.head
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in {"quote", "cite"}:
        head = verb.head.head
    first = min([head.i, *(child.i for child in head.children if child.dep_ in _CUE_PARTS and child.i < head.i)])
    while first > 0 and verb.doc[first - 1].dep_ == "advmod" and verb.doc[first - 1].head.i == head.i \
            and verb.doc[first - 1].tag_ == "RB":
        first -= 1
    last = max([verb.i, *(child.i for child in verb.children if child.dep_ == "prt")])
    return first, _with_carrier(verb, last)


def _continues(head: Token, verb: Token) -> bool:
    """True when the verb above is one act with this one: `went on to say`, `declined to comment`."""
    above = head.head
    return (head.dep_ == "xcomp" and above.pos_ in VERBAL and 0 < verb.i - above.i <= _LONGEST_CHAIN
            and not any(child.dep_ in {"dobj", "nsubj"} and above.i < child.i < verb.i for child in above.children)
            and not _is_own_cue(above))


def _is_own_cue(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return cue_for(lemma, INFINITIVE) is not None and lemma not in _REFUSING


def _with_carrier(verb: Token, last: int) -> int:
    """`said in a statement`: the phrase belongs to the cue when it follows at once."""
    for child in verb.children:
        if child.dep_ == "prep" and child.i == last + 1 and child.lower_ == "in":
            noun = next((word for word in child.children if word.dep_ == "pobj"), None)
            if noun is not None and noun.lemma_.lower() in _CARRIERS and noun.i - child.i <= 3:
                return int(noun.i)
    return last


def is_negated(verb: Token, first: int) -> bool:
    """True for `did not say`, `never said`; refusals have their own class."""
    return any(token.lower_ in _NEGATIONS for token in verb.doc[first:verb.i])


def _content(verb: Token) -> tuple[str | None, tuple[Piece, ...]]:
    """The frame that fits and its content; (None, ()) where the verb is no cue here."""
    lemma = verb.lemma_.lower()
    by_dep: dict[str, list[Token]] = {}
    for child in verb.children:
        by_dep.setdefault(child.dep_, []).append(child)
    if cue_for(lemma, COMPLEMENT) and (content := _object_and_complement(verb, lemma, by_dep)):
        return COMPLEMENT, content
    if cue_for(lemma, CLAUSE) and (content := _clause(verb, by_dep)):
        return _frame_of_clause(lemma, by_dep), content
    if cue_for(lemma, CLAUSE) and (content := _gerund(verb, by_dep)):
        return CLAUSE, content
    if cue_for(lemma, INFINITIVE) and (content := _infinitive(verb, by_dep)):
        return INFINITIVE, content
    object_first = cue_for(lemma, OBJECT) is not None and lemma in _TAKES_BOTH
    if not object_first and (prepositional := _prepositional(verb, lemma)):
        return prepositional
    if cue_for(lemma, OBJECT) and (content := _object(verb, by_dep)):
        return OBJECT, content
    if object_first and (prepositional := _prepositional(verb, lemma)):
        return prepositional
    if cue_for(lemma, CLAUSE) and (content := _parenthetical(verb)):
        return CLAUSE, content
    return None, ()


def _frame_of_clause(lemma: str, by_dep: dict[str, list[Token]]) -> str:
    """`asked him to leave` is an infinitive, though the parser makes one clause of it."""
    infinitive = any(child.tag_ == "VB" and any(word.lower_ == "to" and word.dep_ == "aux" for word in child.children)
                     for child in by_dep.get("ccomp", ()))
    return INFINITIVE if infinitive and cue_for(lemma, INFINITIVE) else CLAUSE


def _clause(verb: Token, by_dep: dict[str, list[Token]]) -> tuple[Piece, ...]:
    clauses = [child for child in by_dep.get("ccomp", ()) if not _is_small(child)] or _clause_on_hearer(by_dep)
    if not clauses and is_passive(verb) and (stated := by_dep.get("nsubjpass")) and by_dep.get("xcomp"):
        clauses = [*stated, *by_dep["xcomp"]]
    if not clauses:
        return ()
    taken = {token.i for clause in clauses for token in clause.subtree} - {verb.i}
    taken -= _leading_date(verb, min((i for i in taken if i > verb.i), default=None))
    taken -= _before_that(verb, clauses[0])
    return _without_sentence_before(verb, runs(verb.doc, [verb.doc[i] for i in sorted(taken)]))


def _before_that(verb: Token, clause: Token) -> set[int]:
    """Tokens of an adverbial between cue and `that`, which belongs to the cue: `knew in March that the dam …`."""
    mark = next((child for child in clause.children if child.dep_ == "mark" and child.lower_ == "that"), None)
    return set(range(verb.i + 1, mark.i)) if mark is not None and verb.i < mark.i < clause.i else set()


def _leading_date(verb: Token, first: int | None) -> set[int]:
    """Tokens of a date before a clause without `that`: in `said on Monday the dam …` Monday dates the saying."""
    if first is None:
        return set()
    at, doc = first, verb.doc
    if doc[at].lower_ in {"on", "in", "late", "early"}:
        at += 1
    end = at
    while end < len(doc) and doc[end].ent_type_ == "DATE" and end - at < 3:
        end += 1
    return set(range(first, end)) if end > at and end < len(doc) and not doc[end].is_punct \
        and doc[end].dep_ in {"det", "nsubj", "poss", "compound", "mark", "amod", "nsubjpass"} else set()


def _without_sentence_before(verb: Token, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Drop words before the speaker that no comma, dash or mark parts from him: a sentence the parser ran on."""
    subject = own_subject(verb)
    if subject is None or subject.i > verb.i or subject.left_edge.i == 0:
        return pieces
    before = verb.doc[subject.left_edge.i - 1]
    after = tuple(item for item in pieces if item[0] > subject.idx)
    if before.text in {";", ":"}:
        return after
    return pieces if before.is_punct and before.text not in {".", "!", "?"} else after or pieces


def _clause_on_hearer(by_dep: dict[str, list[Token]]) -> list[Token]:
    """`told a committee that he knew`: the parser hangs the clause on the hearer as if `that` were a pronoun."""
    on_hearer = [child for hearer in (*by_dep.get("dobj", ()), *by_dep.get("dative", ())) for child in hearer.children
                 if child.dep_ in {"relcl", "acl"} and next(iter(child.subtree)).lower_ == "that"
                 and sum(word.dep_ in {"nsubj", "nsubjpass"} and word.lower_ != "that" for word in child.children) == 1]
    return on_hearer or [child for noun in _carriers(by_dep) for child in noun.children
                         if child.dep_ == "relcl" and next(iter(child.subtree)).lower_ not in _RELATIVE_WORDS
                         and any(word.dep_ in {"nsubj", "nsubjpass"} for word in child.children)]


def _carriers(by_dep: dict[str, list[Token]]) -> list[Token]:
    """`in a statement`: the noun on which the parser may hang what was said."""
    return [word for prep in by_dep.get("prep", ()) for word in prep.children
            if word.dep_ == "pobj" and word.lemma_.lower() in _CARRIERS]


def _is_small(clause: Token) -> bool:
    """A lone word that the parser took for a clause."""
    return clause.pos_ in {"PUNCT", "SPACE", "SYM"}


def _gerund(verb: Token, by_dep: dict[str, list[Token]]) -> tuple[Piece, ...]:
    """`suggested closing the bridge`."""
    wanted = [child for child in by_dep.get("xcomp", ()) if child.tag_ == "VBG" and child.i > verb.i]
    return runs(verb.doc, wanted[0].subtree) if wanted else ()


def _infinitive(verb: Token, by_dep: dict[str, list[Token]]) -> tuple[Piece, ...]:
    wanted = [child for child in (*by_dep.get("xcomp", ()), *by_dep.get("ccomp", ())) if child.i > verb.i
              and any(word.lower_ == "to" and word.dep_ == "aux" for word in child.children)]
    if not wanted:
        return ()
    if verb.lemma_.lower() in _REFUSING and is_cue(wanted[0].lemma_.lower()) and _content(wanted[0])[0]:
        return ()  # "declined to say when": the inner verb is the cue
    objects = [*by_dep.get("dobj", ()), *by_dep.get("nsubjpass", ())]
    if not objects and (noun := described_by(verb)) is not None:
        before = [noun.doc[i] for i in range(noun.left_edge.i, noun.i + 1)]
        return runs(verb.doc, [*before, *wanted[0].subtree])
    return runs(verb.doc, [token for part in (*objects, wanted[0]) for token in part.subtree])


def _object(verb: Token, by_dep: dict[str, list[Token]]) -> tuple[Piece, ...]:
    objects = by_dep.get("dobj") or (by_dep.get("nsubjpass") if is_passive(verb) else None)
    if not objects or objects[0].lower_ in {"himself", "herself", "themselves", "itself", "who", "whom"}:
        return ()
    tails = [child for child in by_dep.get("prep", ()) if child.i > objects[0].i and child.lower_ in _OBJECT_TAILS]
    return _joined(verb, [*objects[:1], *tails])


def _joined(verb: Token, parts: list[Token]) -> tuple[Piece, ...]:
    tokens = [token for part in parts for token in part.subtree if token.i != verb.i]
    return merged(runs(verb.doc, tokens), text_of(verb.doc))


def _object_and_complement(verb: Token, lemma: str, by_dep: dict[str, list[Token]]) -> tuple[Piece, ...]:
    objects = by_dep.get("dobj") or by_dep.get("nsubjpass") or []
    small = [child for child in by_dep.get("ccomp", ()) if lemma in NEEDS_COMPLEMENT and child.i > verb.i
             and child.pos_ not in VERBAL]
    if not small and objects and objects[0].lower_ in UNTRUE and objects[0].n_lefts > 1 and lemma in NEEDS_COMPLEMENT:
        small = [objects[0]]  # "called the allegation groundless", read as one noun phrase
    complements = [*by_dep.get("oprd", ()), *small,
                   *(child for child in by_dep.get("prep", ()) if child.lower_ == "as" and child.i > verb.i)]
    if not complements and (lemma not in _NEEDS_NO_COMPLEMENT or not objects):
        return ()
    return _joined(verb, [*objects[:1], *complements])


def _prepositional(verb: Token, lemma: str) -> tuple[str, tuple[Piece, ...]] | None:
    for child in verb.children:
        if child.dep_ != "prep" or child.i < verb.i or not cue_for(lemma, frame := f"p:{child.lower_}"):
            continue
        objects = [word for word in child.children if word.dep_ in {"pobj", "pcomp"}]
        if objects:
            asked = [word for word in verb.children if word.dep_ == "xcomp" and lemma == "call" and word.i > child.i]
            return frame, runs(verb.doc, [token for word in (*objects, *asked) for token in word.subtree])
    return None


def _parenthetical(verb: Token) -> tuple[Piece, ...]:
    """`The bridge, she said, was closed`: the content is the clause around the cue."""
    inside_as = verb.dep_ == "advcl" and any(child.lower_ == "as" for child in verb.children)
    if (verb.dep_ not in {"parataxis", "ccomp"} and not inside_as) or own_subject(verb) is None:
        return ()
    if not _between_commas(verb) or any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children):
        return ()
    clause, own = verb.head, {token.i for token in verb.subtree}
    return runs(verb.doc, [token for token in clause.subtree if token.i not in own])


def _between_commas(verb: Token) -> bool:
    own = [token.i for token in verb.subtree if not token.is_punct]
    before, after = min(own) - 1, max(own) + 1
    doc, marks = verb.doc, ",—–-\"”“''"
    return (before < 0 or doc[before].text in marks) and (after >= len(doc) or doc[after].is_punct)
