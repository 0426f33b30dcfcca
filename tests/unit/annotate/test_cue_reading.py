"""What cues do, whatever words they are made of. Rows are `source|cue|content`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.annotate import cue_classes
from reportedly.annotate.cue_reading import CueReading, read_cue
from reportedly.models.spacy_pipeline import english
from reportedly.records.annotation import CueClass

if TYPE_CHECKING:
    from spacy.tokens import Token


def read(row: str) -> CueReading:
    """The reading of a sentence cut into source, cue and content; a cue of `'s …` or a mark follows without space."""
    source, cue, content = row.split("|")
    joint = "" if cue.startswith(("'s", "’s", ":")) else " "
    start = len(source) + len(joint)
    doc = english()(f"{source}{joint}{cue} {content}.")

    def tokens(first: int, last: int) -> list[Token]:
        span = doc.char_span(first, last, alignment_mode="expand") if last > first else None
        return list(span) if span is not None else []

    end = start + len(cue)
    return read_cue(tokens(start, end), tokens(end + 1, end + 1 + len(content)), tokens(0, len(source)))


@pytest.mark.parametrize(("row", "cue_class"), [
    ("Porter|has denied|that the dam leaked", "deny"),
    ("Porter|pushed back against|the charge", "deny"),
    ("Porter|rejected|the charge", "deny"),
    ("Porter|dismissed|the charge", "deny"),
    ("Porter|ruled out|a new dam", "deny"),
    ("Porter|disagreed that|the dam was safe", "deny"),
    ("Porter|does not agree|that the dam is safe", "deny"),
    ("Porter|refused to say|whether the dam leaked", "decline"),
    ("Porter|declined to comment|on the report", "decline"),
    ("Porter|declined|to comment on the report", "decline"),
    ("Porter|would not say|when the dam would reopen", "decline"),
    ("The board|did not respond|to a request for comment", "decline"),
    ("The board|did not immediately respond to a request for comment|", "decline"),
    ("Porter|could not be reached|for comment", "decline"),
    ("Porter|has yet to comment|on the charge", "decline"),
    ("Porter|would neither confirm nor deny|the report", "decline"),
    ("Porter|gave no details of|the leak", "decline"),
    ("Porter|made it clear|that the dam would stay shut", "assert"),
    ("Porter|said|he would resign", "assert"),
    ("Porter|warned|that the dam had burst", "assert"),
    ("Porter|called|the claim absurd", "assert"),
    ("Porter|allegedly told|friends that the dam leaked", "assert"),
    ("The dam leaked,|according to|Porter", "assert"),
    ("Porter|'s message:|the dam is safe", "assert"),
    ("Porter|went on to say|that the dam leaked", "assert"),
    ("Porter|took to Twitter to say|the dam was safe", "assert"),
    ("Porter|refused|to leave the office", "assert"),
    ("Porter|rejected|the bill", "assert"),
    ("Porter|not only said|the dam leaked", "assert"),
    ("Porter|pointed out|that the dam leaked", "assert"),
    ("Porter|flummoxed|the dam is safe", "assert"),
    ("Porter|is said|to have left", "assert"),
    ("Porter|reportedly said|she had left", "assert"),
    ("Porter|was quoted as saying|the dam leaked", "assert"),
    ("Porter|is convinced|that the dam leaks", "know"),
    ("Porter|was of the view|that the dam leaks", "know"),
    ("Porter|has no doubt|that the dam is safe", "know"),
    ("Porter|knew|that the dam leaked", "know"),
    ("Porter|is adamant|that the dam is safe", "know"),
    ("Porter|thinks|the dam is safe", "know"),
    ("Porter|learned|that the dam leaked", "know"),
    ("Engineers|raised doubts|about the dam", "doubt"),
    ("Engineers|cast doubt on|the finding", "doubt"),
    ("Engineers|questioned whether|the dam was safe", "doubt"),
    ("It|is unclear|whether the dam leaks", "doubt"),
    ("Porter|tore into|the dam board", "feel"),
    ("Porter|blasted|the dam board", "feel"),
    ("Porter|hopes|the dam will hold", "feel"),
    ("Porter|is worried|that the dam will burst", "feel"),
    ("Porter|wants|to leave", "feel"),
    ("Porter|voiced concern|about the dam", "feel"),
    ("Porter|is hopeful|the dam will hold", "feel"),
    ("Porter|praised|the crew", "feel"),
    ("Porter|lashed out at|the board", "feel"),
    ("Porter|asked that|the gate be shut", "demand"),
    ("Porter|asked|him to shut the gate", "demand"),
    ("Porter|called for|an inquiry", "demand"),
    ("Porter|urged|the board to act", "demand"),
    ("Porter|warned|residents to leave", "demand"),
    ("Porter|wants|the board to act", "demand"),
    ("Porter|was told|to leave", "demand"),
    ("Porter|insisted on|a new dam", "demand"),
    ("Porter|wondered|who had shut the gate", "ask"),
    ("Porter|wondered|whether the dam was safe", "doubt"),
    ("Porter|suspects|that the dam leaks", "know"),
    ("Porter|told|residents to leave", "demand"),
    ("Porter|demanded|the board resign", "demand"),
    ("Porter|asked whether|the gate was shut", "ask"),
    ("Porter|asked about|the gate", "ask"),
    ("Porter|asked|if the gate was shut", "ask"),
    ("Porter|expects|the dam to burst", "predict"),
    ("Porter|predicted|a flood", "predict"),
    ("Porter|warned|that the dam could burst", "predict"),
    ("Porter|vowed|to rebuild the dam", "predict"),
    ("Porter|promised|to rebuild the dam", "predict"),
    ("Porter|sounded the alarm over|the dam", "predict"),
    ("Porter|had warned of|a flood", "predict"),
    ("Porter|plans|to leave", "predict"),
    ("Porter|claimed|the dam was safe", "allege"),
    ("Porter|maintained|that the dam was safe", "allege"),
    ("Porter|'s insistence|that the dam is safe", "allege"),
    ("Porter|accused|the board of negligence", "allege"),
])
def test_class_of_a_cue(row: str, cue_class: str) -> None:
    found = read(row)
    assert found.cue_class.value == cue_class
    assert found.cue_class is CueClass.DECLINE or not found.negated


@pytest.mark.parametrize(("row", "cue_class"), [
    ("Porter|did not deny|that the dam leaked", "deny"),
    ("Porter|never said|the dam was safe", "assert"),
    ("Porter|failed to mention|the leak", "assert"),
    ("Porter|made no mention of|the leak", "assert"),
    ("No official|said|the dam leaked", "assert"),
    ("Porter|did not know|that the dam leaked", "know"),
    ("Porter|refused to condemn|the board", "feel"),
    ("Porter|is not convinced|that the dam leaks", "doubt"),
    ("Engineers|are not sure|the dam is safe", "doubt"),
    ("Porter|no longer believes|the dam is safe", "doubt"),
    ("Porter|doesn't think|the dam is safe", "doubt"),
    ("Porter|did not say|when the dam would reopen", "assert"),
    ("Neither the mayor nor the board|said|the dam leaked", "assert"),
    ("Porter|stopped short of calling|the dam unsafe", "assert"),
])
def test_what_was_not_said_is_negated(row: str, cue_class: str) -> None:
    found = read(row)
    assert (found.cue_class.value, found.negated) == (cue_class, True), found


@pytest.mark.parametrize(("row", "distance"), [
    ("Porter|claimed|the dam was safe", "distanced"),
    ("Porter|insisted|the dam was safe", "distanced"),
    ("Porter|maintained|that the dam was safe", "distanced"),
    ("Porter|allegedly told|friends that the dam leaked", "distanced"),
    ("Porter|'s supposed admission|that the dam leaked", "distanced"),
    ("Porter|said|the dam was safe", "neutral"),
    ("Porter|insisted on|a new dam", "neutral"),
    ("Porter|made it clear|that the dam was safe", "neutral"),
])
def test_distance_is_in_the_word(row: str, distance: str) -> None:
    assert read(row).distance == distance


@pytest.mark.parametrize(("row", "lemma"), [
    ("Porter|has denied|that the dam leaked", "deny"),
    ("Porter|made it very clear|that the dam leaked", "clear"),
    ("Engineers|cast doubt on|the finding", "doubt"),
    ("Porter|issued a denial of|the charge", "denial"),
    ("Porter|refused to say|whether the dam leaked", "say"),
    ("Porter|'s message:|the dam is safe", "message"),
    ("The dam leaked,|according to|Porter", "accord"),
    ("Porter|:|the dam is safe", ""),
])
def test_lemma_is_that_of_the_word_that_carries_the_meaning(row: str, lemma: str) -> None:
    assert read(row).lemma in {lemma, "according" if lemma == "accord" else lemma}


@pytest.mark.parametrize(("row", "is_complement"), [
    ("Porter|called|the claim groundless", True),
    ("Porter|described|the claim as nonsense", True),
    ("Porter|called for|a claim of her own", False),
])
def test_the_rule_tells_what_something_is_called(row: str, is_complement: bool) -> None:
    assert ("complement" in read(row).rule) == is_complement


def test_a_word_of_no_table_is_saying_and_the_rule_says_so() -> None:
    found = read("Porter|flummoxed|that the dam was safe")
    assert (found.cue_class, found.rule) == (CueClass.ASSERT, "word of no table, read as saying")


def test_no_comment_is_a_refusal_whatever_the_cue() -> None:
    assert read("Porter|said:|“No comment”").cue_class is CueClass.DECLINE


def test_a_mark_alone_asserts_and_a_question_after_it_asks() -> None:
    doc = english()("Porter: who broke the dam?")
    assert read_cue(list(doc[1:2]), list(doc[2:]), list(doc[:1])).cue_class is CueClass.ASK
    assert read_cue((), ()).cue_class is CueClass.ASSERT


def test_each_word_has_one_row_for_a_frame() -> None:
    for (word, pos), rows in cue_classes._rows().items():
        frames = [frame for row in rows for frame in row.frames]
        assert len(set(frames)) == len(frames), (word, pos)
