"""The bench task `timeline`: the days and sentences that a topic's reports agree on (Timeline17, Tran et al. 2013).

Only reading and writing rows stands here; `reportedly.link.chronicle` chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reportedly.link.chronicle import Account, Chronicle, NamedTime, Telling
from reportedly.text.datelines import headline_end, words_end, words_start
from reportedly.text.normalise import squeeze
from reportedly.text.timex.reader import reader_of
from reportedly.text.timex.texts import rough_sentences


def predict(articles: Iterable[Mapping[str, Any]], tasks: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """`{topic, published, text}` rows and `{id, topic, days, first, last, sentences_a_day}` tasks ->
    `{id, items: [{date, text}]}`, one for each task in order. Reports without a day of publication are left out."""
    wanted = list(tasks)
    topics = {task["topic"]: Chronicle() for task in wanted}
    for number, row in enumerate(articles):
        if row["topic"] in topics and row.get("published"):
            topics[row["topic"]].add(account(row.get("id") or f"{number:09d}", row["text"], row["published"][:10]))
    for task in wanted:
        yield {"id": task["id"], "items": _timeline(topics[task["topic"]], task)}


def account(name: str, text: str, published: str) -> Account:
    """A plain text as the chronicle takes it; what stands before its first words and readers' comments after its last
    are left out."""
    text = text[: words_end(text)]
    reader = reader_of(text, published)
    begin = words_start(text)
    sentences = []
    for start, end in rough_sentences(text):
        if end > begin:
            if start == begin == 0:
                begin = headline_end(text[:end])
            start = max(start, begin)
            told = text[start:end]
            times = [
                NamedTime(earliest=time.earliest, latest=time.latest, precision=time.precision)
                for time in reader.read(told)
                if time.earliest and time.latest
            ]
            sentences.append(Telling(start=start, end=end, text=squeeze(told), times=tuple(times)))
    return Account(id=name, origin=None, published=published, sentences=sentences)


def _timeline(chronicle: Chronicle, task: Mapping[str, Any]) -> list[dict[str, str]]:
    chosen = chronicle.days(
        count=task["days"], first=task["first"], last=task["last"], sentences=task["sentences_a_day"]
    )
    return [
        {"date": day.day, "text": " ".join(sentence.text for sentence in day.sentences)}
        for day in sorted(chosen, key=lambda day: day.day)
    ]
