"""Event mentions: what tells a happening, when it happened, and what is shown. Published on Wednesday 2031-12-10."""

from __future__ import annotations

import pytest

from reportedly.annotate.event_clauses import LONGEST
from reportedly.records.annotation import EventMention
from tests.factory import annotated


def events(text: str, published: str | None = "2031-12-10", title: str | None = None) -> dict[str, EventMention]:
    """Event mentions by lemma."""
    return {item.lemma: item for item in annotated(text, published=published, title=title).events}


@pytest.mark.parametrize(
    ("text", "lemma", "day"),
    [
        ("Orlan declared martial law at 10:27 p.m. on Dec. 3.", "declare", "2031-12-03"),
        ("Mira Vale resigned on Friday.", "resign", "2031-12-05"),
        ("The fire killed 12 people on Monday, the deadliest since 1998.", "kill", "2031-12-08"),
        ("Two officials said on Tuesday that police raided the bank on Saturday.", "raid", "2031-12-06"),
        ("On Monday, troops surrounded the port and blocked the road.", "surround", "2031-12-08"),
        ("On Monday guards closed the bridge to all traffic.", "close", "2031-12-08"),
        ("Parliament voted to remove him on Tuesday.", "vote", "2031-12-09"),
        ("There was an explosion at the mill on Sunday.", "explosion", "2031-12-07"),
        ("The gate opened without warning at 2:40 a.m. on Sunday.", "open", "2031-12-07"),
    ],
)
def test_event_has_the_day_that_its_own_clause_tells(text: str, lemma: str, day: str) -> None:
    assert events(text)[lemma].time.day == day


def test_day_of_saying_is_not_the_day_of_what_is_said() -> None:
    assert events("A clerk said on Tuesday that the envoy had fled the city.")["flee"].time.earliest is None


def test_joined_verb_goes_on_at_the_time_of_the_first() -> None:
    found = events("On Monday police raided the bank, and prosecutors of the region charged two men.")
    assert found["charge"].time.day == "2031-12-08"


def test_following_sentence_goes_on_from_the_sentence_before() -> None:
    found = events("Police raided the bank on Saturday. Officers seized nine boxes of documents.")
    assert (found["seize"].time.day, found["seize"].time.rule) == ("2031-12-06", "sentence before")


def test_undated_event_is_dated_by_publication() -> None:
    when = events("The court freed the two sailors.")["free"].time
    assert (when.day, when.rule, when.because) == ("2031-12-10", "by publication", ())


def test_past_perfect_is_before_publication() -> None:
    when = events("Vale had vowed to fight the ruling.")["vow"].time
    assert (when.earliest, when.latest) == (None, "2031-12-10")


def test_without_publication_no_day_is_invented() -> None:
    when = events("The court freed the two sailors.", None)["free"].time
    assert (when.earliest, when.latest, when.precision) == (None, None, "unknown")


@pytest.mark.parametrize(
    ("text", "lemma", "status"),
    [
        ("Vale will resign on Friday.", "resign", "future"),
        ("Vale did not resign on Friday.", "resign", "negated"),
        ("The court may have freed the sailors.", "free", "possible"),
        ("The court freed the sailors.", "free", "happened"),
        ("The mill burned down in 1998.", "burn", "background"),
    ],
)
def test_status(text: str, lemma: str, status: str) -> None:
    assert events(text)[lemma].status == status


def test_frames_of_saying_are_no_events_but_acts_of_speech_are() -> None:
    assert "say" not in events("Vale said the bridge fell on Monday.")
    assert "announce" in events("Vale announced a new budget on Monday.")


def test_questions_tell_nothing() -> None:
    assert not events("Why did the envoy leave the city?")


def test_headline_in_the_present_has_happened() -> None:
    found = events("The envoy spoke.", title="Assembly removes Governor Vale")
    assert found["remove"].is_title
    assert found["remove"].status == "happened"


def test_long_sentence_is_cut_to_the_clause_that_tells_the_event() -> None:
    text = (
        "Police arrested the harbour master of Brell on Monday after a long inquiry into missing crates of copper, "
        "while the mayor, who had promised for years to clean up the docks and their many small firms, praised the "
        "officers, and several traders asked for their money back before the week was over."
    )
    clause = events(text)["arrest"].clause
    assert len(clause) <= LONGEST
    assert clause.exact.startswith("Police arrested")
    assert "on Monday" in clause.exact


def test_subject_comes_first_among_the_participants() -> None:
    document = annotated("In Brell, Mira Vale dismissed Bo Tarn on Monday.", published="2031-12-10")
    names = {entity.id: entity.name for entity in document.entities}
    assert names[document.events[0].participants[0]] == "Mira Vale"


@pytest.mark.parametrize(
    "text",
    [
        "Photos: Night fire at the mill Crews carry hoses along the quay.",
        "A nurse leaves the Calder clinic after the flood (Getty Images)",
        "They spoke on condition of anonymity because the inquiry has begun.",
        "An earlier version of this article misspelled the name of the harbour master.",
        "HARBOUR BRIDGE CLOSED LANES OLD QUAY seen by the fire brigade from the air.",
        "Asked about the leak, Ms Vale declined to comment.",
        "You lost the receipt of your ferry ticket.",
    ],
)
def test_captions_credits_notes_and_refusals_tell_no_happening(text: str) -> None:
    assert not events(text)


def test_headline_of_nouns_tells_no_happening_unless_a_noun_names_one() -> None:
    assert not annotated("The mill burned.", title="Two stories about one bridge").events[0].is_title
    assert annotated("The mill burned.", title="Explosion at the Calder mill").events[0].is_title


@pytest.mark.parametrize(
    ("text", "lemma", "status"),
    [
        ("Mayor Vale could be gone before the council votes on Dec. 12, a colleague predicted.", "vote", "possible"),
        ("He still suspects that the guild opened the sluice.", "open", "possible"),
        ("Orlan takes the title if Brell loses on Friday.", "take", "possible"),
        ("The rocket is set to lift the probe from the Calder coast.", "set", "future"),
    ],
)
def test_what_is_believed_conditional_or_planned_has_not_happened(text: str, lemma: str, status: str) -> None:
    found = events(text)
    assert lemma not in found or found[lemma].status == status


def test_day_at_the_end_of_a_row_of_verbs_holds_for_all() -> None:
    found = events("Two guards were killed and nine clerks of the bank were injured on Sunday.")
    assert {item.time.day for item in found.values()} == {"2031-12-07"}


def test_simple_present_of_the_body_is_marked() -> None:
    assert events("Crews carry hoses along the quay of Brell.")["carry"].provenance.rule.endswith("present tense")


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The mill once supplied the whole valley with paper.", "supply"),
        ("Before the offer, the shares had been trading at nine crowns.", "trade"),
        ("The second vote passed. The first vote failed as half the council left.", "fail"),
        ("Just before the ruling, two directors sold their boats.", "sell"),
        ("Vale had said that troops guarded the bridge.", "guard"),
        ("It has emerged that three clerks burned the ledgers.", "burn"),
    ],
)
def test_what_looks_back_is_not_dated_by_publication(text: str, lemma: str) -> None:
    when = events(text)[lemma].time
    assert (when.earliest, when.latest, when.rule) == (None, "2031-12-10", "before publication")


def test_day_of_saying_is_told_as_such() -> None:
    when = events("Three boats sank off Brell, the coast guard said on Tuesday.")["sink"].time
    assert (when.day, when.rule, [span.exact for span in when.because]) == ("2031-12-09", "day of telling", ["Tuesday"])


def test_date_of_what_is_spoken_of_is_not_the_date_of_speaking() -> None:
    found = events("The party spoke of Vale's retreat in February and a snap poll in June.")
    assert found["speak"].time.rule == "by publication"


def test_clause_after_a_semicolon_goes_on_at_the_time_of_the_one_before() -> None:
    found = events("The court on Monday upheld the verdict; it found that the mayor lied.")
    assert found["find"].time.day == "2031-12-08"


def test_clause_of_what_happened_meanwhile_gives_its_time() -> None:
    assert events("Guards slept when the dam broke on Monday.")["sleep"].time.day == "2031-12-08"


def test_years_that_files_are_dated_to_are_no_happening() -> None:
    assert "date" not in events("Thieves copied files, dated between 2011 and 2016, on Monday.")


@pytest.mark.parametrize(
    ("text", "lemma", "first", "last"),
    [
        ("The bell rang shortly after 10 p.m. on Monday.", "ring", "2031-12-08T22:00", "2031-12-08T22:00"),
        ("A dam broke at 3 a.m. on Monday. Divers found two cars.", "find", "2031-12-08", "2031-12-08"),
        ("The bank was hit by a virus reported last year.", "hit", "2030-01-01", "2030-12-31"),
        ("Thieves broke in on Monday.\nThe thieves then sold the crates.", "sell", "2031-12-08", "2031-12-10"),
        ("The mill burned on Monday. It may be rebuilt. Vale opened a museum.", "open", "2031-12-10", "2031-12-10"),
        ("For instance, a tailor secured the old mill.", "secure", None, "2031-12-10"),
        ("The clerk left the bank several years ago.", "leave", None, "2031-12-10"),
    ],
)
def test_time_from_the_words_around(text: str, lemma: str, first: str | None, last: str | None) -> None:
    when = events(text)[lemma].time
    assert (when.earliest, when.latest) == (first, last)


def test_stamp_and_dateline_date_no_event() -> None:
    found = events("BRELL | Mon Dec 8, 2031 9:15 pm EST BRELL (Reuters) - The dam broke on Sunday, drowning two.")
    assert found["break"].time.day == "2031-12-07"
    assert found["break"].clause.exact.startswith("The dam")


def test_date_to_which_a_thing_is_moved_is_not_when_it_was_moved() -> None:
    assert events("The port moved the launch to December 20 on Monday.")["move"].time.day == "2031-12-08"


def test_day_of_what_succeeded_is_the_day_of_success() -> None:
    assert events("The crew succeeded in raising the wreck on Monday.")["succeed"].time.day == "2031-12-08"


def test_digits_of_an_address_are_no_year() -> None:
    assert events("A tailor bought the domain millfire2029.org and sold it.")["buy"].time.rule == "by publication"


def test_news_of_a_lead_is_of_the_day_on_which_it_was_said() -> None:
    found = events("Brell Bank has admitted a leak of files.\nThe bank said yesterday that thieves copied lists.")
    assert (found["admit"].time.day, found["admit"].time.rule) == ("2031-12-09", "day of telling")


@pytest.mark.parametrize(
    "text",
    [
        "When a ferry is lost, the owner pays the fine.",
        "It has emerged that nobody checked the gate.",
        "Population records, dated between 2011 and 2016, filled the room.",
    ],
)
def test_rules_of_life_and_what_comes_to_light_are_no_events_themselves(text: str) -> None:
    assert not {"lose", "pay", "emerge", "date"} & events(text).keys()


def test_date_between_saying_and_what_is_said_is_of_the_saying() -> None:
    when = events("The guard told reporters on Tuesday the dam was opened by thieves.")["open"].time
    assert (when.day, when.rule) == ("2031-12-09", "day of telling")


def test_what_is_said_of_days_long_past_is_said_on_the_day_of_the_report() -> None:
    found = events("The statue fell into the pond on December 3. The farmer denied the theft.")
    assert found["deny"].time.rule == "by publication"


@pytest.mark.parametrize(
    ("text", "lemma"),
    [("In the second town nobody did, and that is worse.", "do"), ("That is how the clerk put it.", "put")],
)
def test_verbs_that_stand_for_others_are_no_events(text: str, lemma: str) -> None:
    assert lemma not in events(text)


def test_perhaps_makes_it_possible() -> None:
    assert events("Perhaps the clerk burned the wrong ledger.")["burn"].status == "possible"


def test_telling_a_court_is_testifying() -> None:
    assert "tell" in events("The guard told the committee that Vale called him twice.")
    assert "tell" not in events("The guard told his wife that Vale called him twice.")


def test_sentence_that_goes_back_is_not_of_the_day_of_the_report() -> None:
    found = events("The bank was robbed, but just before the raid, two clerks sold their shares.")
    assert [found[lemma].time.earliest for lemma in ("rob", "sell")] == [None, None]


def test_date_behind_a_name_is_no_part_of_it() -> None:
    found = events("Mira Vale testifies at a hearing before the Senate Harbour Committee November 8, 2031 in Brell.")
    assert found["testify"].time.day == "2031-11-08"


@pytest.mark.parametrize(
    "text", ["And that happened at once.", "The Gannet reached out to Brell Bank for comment about the raid."]
)
def test_what_points_elsewhere_and_how_the_report_was_made_are_no_events(text: str) -> None:
    assert not events(text)


def test_range_of_years_is_the_time_of_what_lasted() -> None:
    when = events("She worked as a pilot in Brell from 2024 to 2027.")["work"].time
    assert (when.earliest, when.latest) == ("2024-01-01", "2027-12-31")


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("In 2027 the town passed a law on ships. Its harbour drew many captains.", "draw"),
        ("Roe led the guild from 2020 to 2027 before he was ousted by rivals.", "oust"),
    ],
)
def test_years_are_not_the_time_of_what_is_told_beside_them(text: str, lemma: str) -> None:
    assert events(text)[lemma].time.rule in ("before publication", "by publication")


def test_time_of_an_aside_does_not_go_on() -> None:
    found = events("Vale thanked the crew, who raised the wreck on Saturday. The mayor closed the port.")
    assert found["close"].time.rule == "by publication"


def test_clause_too_short_to_be_shown_alone_keeps_its_own_words() -> None:
    found = events("Vale said he would lift the curfew after deputies refused it.")
    assert "curfew" not in found["refuse"].terms and "curfew" in found["lift"].terms


def test_what_answers_something_dated_is_of_about_that_time() -> None:
    found = events("The curfew was imposed by Vale in response to the riots on Monday.")
    assert found["impose"].time.day == "2031-12-08"
