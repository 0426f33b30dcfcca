"""The chronicle of a story, from Python and from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import reportedly
from reportedly.errors import InputError
from reportedly.show.api import Story
from reportedly.show.cli.chronicle import lines

REPORTS = [
    ("gull", "2031-05-06", "The old north gate of Brell fell on 4 May 2031 after a night of rain. Nobody was hurt."),
    ("tern", "2031-05-07", "On 4 May 2031 the north gate of the old town fell after rain. "
                           "The council of Brell met on 6 May 2031 and voted for new walls."),
    ("rook", "2031-06-30", "Brell rebuilds the north gate that fell on 4 May 2031 in the great rain of that spring."),
]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = tmp_path_factory.mktemp("chronicle")
    rows = [{"url": f"https://{outlet}.example/a", "outlet": outlet, "published": day, "title": None, "text": text}
            for outlet, day, text in REPORTS]
    (folder / "reports.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return reportedly.build(folder / "reports.jsonl", folder / "story", now="2031-07-01")


def test_days_come_in_order_of_time_with_words_that_open(story: Story) -> None:
    days = story.chronicle()
    assert [day.day for day in days] == sorted(day.day for day in days)
    texts = {str(report.article.id): report.article.text for report in story.state.reports}
    for day in days:
        for sentence in day.sentences:
            assert " ".join(texts[sentence.report][sentence.start : sentence.end].split()) == sentence.text


def test_the_day_that_most_origins_name_is_the_first_to_be_kept(story: Story) -> None:
    (day,) = story.chronicle(1)
    assert (day.day, day.origins) == ("2031-05-04", 3)


def test_days_can_be_bounded(story: Story) -> None:
    days = story.chronicle(since="2031-05-05", until="2031-05-31")
    assert days and all("2031-05-05" <= day.day <= "2031-05-31" for day in days)


def test_a_chronicle_of_no_days_is_refused(story: Story) -> None:
    with pytest.raises(InputError, match="give 1 or more"):
        story.chronicle(0)


def test_lines_name_day_origins_and_outlet(story: Story) -> None:
    outlets = {str(report.article.id): report.article.outlet.name for report in story.state.reports}
    head, words, place = list(lines(story.chronicle(1), outlets))
    assert head == "4 May 2031  3 independent origins"
    assert "gate" in words and place.strip().split(",")[0] in ("gull", "tern", "rook")


def test_command_prints_json(story: Story, capsys: pytest.CaptureFixture[str]) -> None:
    from reportedly.show.cli.chronicle import chronicle

    chronicle(Path(story.path), days=1, as_json=True)
    assert json.loads(capsys.readouterr().out)[0]["day"] == "2031-05-04"
