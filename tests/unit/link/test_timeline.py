"""The order of entries: heavy and new ones first."""

from __future__ import annotations

from dataclasses import replace

from reportedly.link.timeline import rank, shown_terms
from reportedly.records.linked import Event
from tests.dossiers import article, event

TEXT = ("Ferry sinks\nThe ferry Marigold sank off Port Sorrel on Sunday, killing 12 people.\n"
        "Twelve people died when the ferry Marigold went down off Port Sorrel.\n"
        "Mayor Jane Roe closed the harbour museum.\nShe spoke at noon, Roe said.")
GANNET = article(TEXT, "The Gannet", "2031-05-05")
SANK, DIED = TEXT.split("\n")[1], TEXT.split("\n")[2]
CLOSED = "Mayor Jane Roe closed the harbour museum."


def entry(words: str, day: str | None = "2031-05-04", weight: float = 1.0) -> Event:
    return event(GANNET, words, day, weight=weight)


def test_heaviest_first_and_what_is_new_keeps_its_weight() -> None:
    ranked = rank([entry(CLOSED, weight=1.0), entry(SANK, weight=2.0)])
    assert [(item.text, item.weight, item.novelty, item.repeats) for item in ranked] == [
        (SANK, 2.0, 1.0, None), (CLOSED, 1.0, 1.0, None)]


def test_the_same_moment_in_other_words_gives_way_to_something_else() -> None:
    ranked = rank([entry(SANK, weight=3.0), entry(DIED, weight=1.6), entry(CLOSED, weight=1.0)])
    assert [item.text for item in ranked] == [SANK, CLOSED, DIED]
    assert ranked[2].repeats == ranked[0].id
    assert ranked[2].novelty < 0.6
    assert ranked[2].weight == round(1.6 * ranked[2].novelty, 6)


def test_what_other_accounts_of_a_heavier_entry_tell_is_not_new() -> None:
    twelve = entry(DIED, weight=1.0)
    alone = entry("The ferry Marigold sank off Port Sorrel", weight=3.0)
    both = replace(alone, spans=(*alone.spans, twelve.chosen))
    assert rank([both, twelve])[1].novelty < rank([alone, twelve])[1].novelty


def test_like_words_of_another_day_are_another_happening() -> None:
    ranked = rank([entry(SANK, weight=3.0), entry(DIED, "2031-05-09", weight=1.6)])
    assert ranked[1].novelty == 1.0


def test_very_words_that_stand_in_the_list_are_nearly_worthless() -> None:
    same = replace(entry(SANK, weight=2.0), id=entry(CLOSED).id)
    other_day = replace(entry(SANK, "2031-05-09", weight=2.0), id=entry(DIED).id)
    assert rank([entry(SANK, weight=3.0), same])[1].novelty < 0.2
    assert rank([entry(SANK, weight=3.0), other_day])[1].novelty < 0.6


def test_an_undated_entry_is_half_as_like() -> None:
    dated, undated = (rank([entry(SANK, weight=3.0), entry(DIED, day)])[1] for day in ("2031-05-04", None))
    assert dated.novelty < undated.novelty < 1.0


def test_word_forms_and_words_of_one_kind_of_happening_are_one_term() -> None:
    shot, shooting = (shown_terms(replace(entry(CLOSED), text=words))
                      for words in ("The gunman shot two guards", "A deadly shooting of a guard"))
    assert {"shoot", "guard"} <= shot & shooting


def test_order_is_the_same_whatever_comes_in_first() -> None:
    events = [entry(SANK, weight=3.0), entry(DIED, weight=1.6), entry(CLOSED, weight=1.6)]
    assert rank(events) == rank(reversed(events))


def test_nothing_is_ranked_to_nothing() -> None:
    assert rank([]) == ()
