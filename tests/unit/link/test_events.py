"""Event linking: what is one happening, which day it has, and in which order entries stand."""

from __future__ import annotations

from itertools import permutations

from reportedly.link.event_pairs import verb_agreement
from reportedly.link.events import EventLinker, blocking_keys
from reportedly.records.ids import ArticleId
from reportedly.records.linked import Event, Node
from tests.unit.weigh.story_of import story_of


def node(name: str, terms: str, *, day: str | None = "2031-05-04", group: str = "happened|sink|dated",
         names: str = "") -> Node:
    words = tuple(sorted(terms.split()))
    return Node(id=name, kind="event", article_id=ArticleId(f"r-{name}"), keys=blocking_keys(words), terms=words,
                label=terms, earliest=day, latest=day, group=f"{group}|{names}")


def score(a: Node, b: Node) -> float:
    pair = EventLinker().score(a, b)
    return pair.score if pair else 0.0


def test_same_thing_on_the_same_day_scores_high() -> None:
    assert score(node("a", "ferry petrel sink skerry"), node("b", "petrel ferry sink rock")) > 0.6


def test_same_words_on_other_dated_days_are_another_happening() -> None:
    assert score(node("a", "ferry petrel sink"), node("b", "ferry petrel sink", day="2031-05-05")) == 0


def test_day_of_publication_may_be_one_day_off() -> None:
    told = (("The Gannet", "2031-05-04", "The ferry Petrel sank off Skerry Island on 4 May 2031."),
            ("Harbour Post", "2031-05-05", "The ferry Petrel has sunk off Skerry Island, leaving two dead."))
    assert [len(event.reports) for event in story_of(*told).events] == [2]


def test_other_verb_makes_another_happening_of_the_same_names() -> None:
    declared = node("a", "mayor curfew harbour declare", group="happened|declare|dated")
    lifted = node("b", "mayor curfew harbour lift", group="happened|lift|dated")
    assert score(declared, lifted) < 0.45 < score(declared, node("c", "mayor curfew harbour impose",
                                                                group="happened|impose|dated"))


def test_taking_a_stand_is_another_act_than_what_it_is_about() -> None:
    sank, claim = ("ferry", "petrel", "sink"), ("ferry", "petrel", "claim", "sink")
    assert verb_agreement("sink", "claim", sank, claim) < verb_agreement("sink", "carry", sank, claim)
    assert verb_agreement("claim", "claim", claim, claim) == 1.0


def test_a_short_clause_is_shown_where_its_sentence_is_about_something_else() -> None:
    words = "Mayor Jane Roe resigned on 4 May 2031, as The Harbour Office raised the alarm."
    told = ("The Gannet", "2031-05-05", words)
    assert {event.text for event in story_of(told).events} == {words, "The Harbour Office raised the alarm"}


def test_other_names_make_another_happening_likelier() -> None:
    vell, brell = node("a", "case fever sink vell", names="vell"), node("b", "case fever sink brell", names="brell")
    unnamed = node("c", "case fever sink brell")
    assert score(vell, brell) < score(vell, unnamed)


def test_what_was_planned_is_not_what_happened() -> None:
    assert score(node("a", "ferry petrel sink"), node("b", "ferry petrel sink", group="negated|sink|dated")) == 0


REPORTS = (("The Gannet", "2031-05-04", "The ferry Petrel sank off Skerry Island on 4 May 2031."),
           ("Harbour Post", "2031-05-05", "On 4 May 2031 the ferry Petrel sank near Skerry Island, hitting rocks."),
           ("Tide Weekly", "2031-05-09", "Mayor Jane Roe closed the harbour museum on 8 May 2031."))


def events() -> tuple[Event, ...]:
    return story_of(*REPORTS).events


def test_accounts_of_one_happening_are_one_entry_and_the_heaviest() -> None:
    first = events()[0]
    assert (first.when.day, len(first.reports)) == ("2031-05-04", 2)
    assert "Petrel" in first.text


def test_order_of_reports_is_of_no_matter() -> None:
    stories = {story_of(*order).events for order in permutations(REPORTS)}
    assert len(stories) == 1


def test_entry_shows_words_of_a_report() -> None:
    assert all(event.chosen == event.spans[0] and event.text for event in events())


def told(*reports: tuple[str, str]) -> tuple[Event, ...]:
    """Events of reports given as day of publication and text, each of an outlet of its own."""
    return story_of(*((f"Outlet {number}", day, text) for number, (day, text) in enumerate(reports))).events


def test_other_words_for_one_kind_of_happening_are_one_entry() -> None:
    found = told(("2031-05-05", "A gunman killed nine people at a jazz festival in Port Calder on Sunday."),
                 ("2031-05-06", "A man opened fire on a jazz festival in Port Calder on May 4, a deadly shooting."))
    assert len(found[0].origins) == 2


def test_days_told_in_words_never_meet_in_one_entry() -> None:
    found = told(("2031-05-06", "The sluice gate of Calder opened during a test on 9 April."),
                 ("2031-05-04", "The sluice gate of Calder opened on 3 May and flooded the fish market."),
                 ("2031-05-04", "The sluice gate of Calder opened and flooded the fish market."))
    days = [{day for day in (event.when.day,) if day} for event in found if "opened" in event.text]
    assert [len(event.reports) for event in found] == [2, 1] and days == [{"2031-05-03"}, {"2031-04-09"}]


def test_declaring_and_revoking_are_two_entries() -> None:
    found = told(("2031-05-05", "Governor Vale declared a curfew in Calder late on Sunday."),
                 ("2031-05-05", "Governor Vale revoked the curfew in Calder early on Monday."))
    assert len(found) == 2


def test_night_and_small_hours_are_one_night() -> None:
    found = told(("2031-05-05", "The Calder paper mill burned down on Saturday night."),
                 ("2031-05-05", "The Calder paper mill burned down in the early hours of Sunday."))
    assert len(found) == 1


def test_times_list_an_outlet_once() -> None:
    found = told(("2031-05-05", "The Calder mill burned down at 10 p.m. on Saturday. The Calder mill burned at 11 p.m. "
                                "on Saturday."),
                 ("2031-05-05", "The Calder mill burned down at 9 p.m. on Saturday."))
    outlets = [outlet for _, outlet in found[0].times]
    assert len(outlets) == len(set(outlets))


def test_day_told_ranks_before_a_day_of_publication() -> None:
    found = told(("2031-05-05", "The Calder mill burned down."), ("2031-05-05", "The Brell dam burst on Saturday."))
    assert [event.when.day for event in found] == ["2031-05-03", "2031-05-05"]


def test_account_without_a_date_may_look_back_on_a_day_told_elsewhere() -> None:
    found = told(("2031-05-04", "The Calder court removed Governor Vale from office on Sunday."),
                 ("2031-05-08", "Voters go to the polls in June. The Calder court removed Governor Vale from office."))
    assert [(event.when.day, len(event.reports)) for event in found] == [("2031-05-04", 2)]


def test_lead_without_a_date_is_the_news_of_its_day() -> None:
    found = told(("2031-05-04", "The Calder court removed Governor Vale from office on Sunday."),
                 ("2031-05-08", "The Calder court removed Governor Vale from office."))
    assert {event.when.day for event in found} == {"2031-05-04", "2031-05-08"}


def test_told_without_a_date_it_was_no_later_than_its_first_report() -> None:
    found = told(("2031-05-04", "The Calder mill burned down to the ground."),
                 ("2031-05-05", "The Calder mill burned down to the ground, leaving rubble."),
                 ("2031-05-05", "The Calder mill has burned down to the ground."))
    assert [event.when.day for event in found] == ["2031-05-04"]


def test_day_in_a_month_that_another_account_gives_is_the_day() -> None:
    found = told(("2031-06-05", "The Calder mill burned down to the ground in May, the owner said."),
                 ("2031-06-06", "The Calder mill burned down to the ground in May, the owner wrote."),
                 ("2031-06-06", "The Calder mill burned down to the ground on 4 May."))
    assert [event.when.day for event in found] == ["2031-05-04"]


def test_sentence_stands_once_for_one_day() -> None:
    found = told(("2031-05-05", "Governor Vale defended the curfew and vowed on Sunday to keep it."),)
    assert len({event.text for event in found}) == len(found) == 1


def test_clause_of_another_day_is_shown_without_its_sentence() -> None:
    found = told(("2031-06-06", "Traders, who lost their boats in May, marched on Thursday through the old harbour."),)
    shown = {event.when.earliest: event.text for event in found}
    assert "lost" not in shown.get("2031-05-01", "lost") or "marched" not in shown["2031-05-01"]


def test_what_is_so_as_a_rule_is_no_happening() -> None:
    found = told(("2031-05-05", "A ferry sank on Sunday. The law protects passengers of ferries."),)
    assert [event.text for event in found] == ["A ferry sank on Sunday."]


def test_leaving_office_in_other_words_is_one_happening_within_the_days_both_allow() -> None:
    found = told(("2031-06-02", "Jane Roe, who stepped down last week as head of the Calder port, will speak."),
                 ("2031-06-03", "Jane Roe, who announced her retirement last month, will speak."))
    assert [(event.when.earliest, event.when.latest) for event in found] == [("2031-05-26", "2031-05-31")]


def test_clause_and_the_sentence_around_it_tell_two_things() -> None:
    found = told(("2031-05-05", "The Calder mill burned down on Saturday after the Calder mill guard left on Friday."),)
    assert {event.when.day for event in found} == {"2031-05-02", "2031-05-03"}


def test_what_was_said_on_a_day_to_be_possible_outweighs_what_is_possible() -> None:
    said, = told(("2031-05-05", "The Calder mill may have lost 400 files, the owner said on Sunday."),)
    bare, = told(("2031-05-05", "The Calder mill may have lost 400 files."),)
    assert said.when.day == "2031-05-04" and said.weight > 2 * bare.weight


def test_told_as_past_on_its_first_day_it_was_before() -> None:
    found = told(("2031-05-05", "Voters are angry. Two Calder directors sold their boats at the old harbour."),
                 ("2031-05-05", "Voters are angry. Two Calder directors had sold their boats at the old harbour."))
    assert [(event.when.earliest, event.when.latest) for event in found] == [(None, "2031-05-05")]


def test_one_act_at_nearly_one_clock_time_is_one_happening_with_its_times() -> None:
    found = told(("2031-05-05", "All 190 members present voted against it at about 1 a.m. on Sunday."),
                 ("2031-05-05", "Deputies of the Calder assembly voted at 1:04 a.m. on Sunday to annul the decree."))
    assert [[time for time, _ in event.times] for event in found] == [["2031-05-04T01:00", "2031-05-04T01:04"]]


def test_aside_is_shown_without_the_sentence_it_stands_in() -> None:
    found = told(("2031-06-05", "Roe said he met his brother before the flood, which struck Vell in April."),)
    assert "met" not in next(event.text for event in found if event.when.earliest == "2031-04-01")
