"""Where the words of a report begin."""

from __future__ import annotations

import pytest

from reportedly.text.datelines import headline_end, words_end, words_start

TOLD = "A ferry with forty people aboard sank off the coast."


@pytest.mark.parametrize("before", [
    "WEXMOUTH | Mon May 5, 2031 4:07 pm EDT WEXMOUTH (Reuters) - ", "WEXMOUTH, May 5 (Reuters) - ", "WEXMOUTH -- ",
    "Ferry sinks off Wexmouth Divers search the wreck Port Alder, Estmark (CNN) -- ", "Monday 5 May 2031 17.14 BST ",
    "5 May 2031 Last updated at 12:45 GMT Help ", "Monday, May 5, 2031; 3:17 PM PORT ALDER -- ", "ST. ALDER, Me. — ",
    "Jane Roe | 14:44 UK time, Monday, 5 May 2031 "])
def test_stamp_and_dateline_are_left_out(before: str) -> None:
    assert words_start(before + TOLD) == len(before)


@pytest.mark.parametrize("text", [
    TOLD, "The harbour line (AP) - which owns the ferry - said on Monday that it would pay for the search.",
    "On 5 May 2031 a ferry with forty people aboard sank off the coast.",
    "BP -- which owns the pier -- closed it on Monday.", "", "Monday 5 May 2031 17.14 BST",
    "The ferry sank at 4.07 pm on 5 May 2031, the harbour office said in Wexmouth."])
def test_sentences_keep_their_first_words(text: str) -> None:
    assert words_start(text) == 0


def test_a_dateline_far_down_is_none() -> None:
    assert words_start(TOLD * 20 + " WEXMOUTH (Reuters) - " + TOLD) == 0


@pytest.mark.parametrize("stamp", ["May 5, 2031 at 5:26 pm |", "At 2:32 pm on 05 May 2031, wharfside wrote:",
                                   "At 18:08 5th May 2031, roe says:"])
def test_comments_of_readers_are_no_words_of_the_report(stamp: str) -> None:
    page = f"{TOLD} {stamp} Who pays for this? {stamp} Not me."
    assert page[: words_end(page)] == f"{TOLD} "
    once = f"{TOLD} {stamp} The harbour office will pay."
    assert words_end(once) == len(once)
    assert words_end("") == 0


@pytest.mark.parametrize("headline", ["Ferry sinks off Wexmouth ", "Harbour master: 'We saw no lights' ",
                                      "Ferry sinks The Gannet lost all power in fog The wreck lies at 40 ft "])
def test_a_headline_run_into_the_first_sentence_is_told_from_it(headline: str) -> None:
    assert headline_end(headline + TOLD) == len(headline)


@pytest.mark.parametrize("sentence", [
    TOLD, "Divers of The Wexmouth harbour office searched the wreck through the night without a lamp.",
    "She said in “Ferries and Fog The long night of the Gannet that sank” that no lamp was lit.",
    "The master told The gannet watchers of the old pier that no lamp had been lit at all.", "",
    "Ferry sinks The end"])
def test_names_and_titles_end_no_headline(sentence: str) -> None:
    assert headline_end(sentence) == 0
