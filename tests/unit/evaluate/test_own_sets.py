"""The bench tasks `copies` and `disputes`, their sets and scorers."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType

from reportedly.evaluate import claims, copies, disputes
from tests.unit.link.test_copies import OTHER, STORY

SETS = Path(__file__).parents[3] / "bench" / "sets"


def loaded(name: str, file: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"bench_sets_{name}_{file}", SETS / name / f"{file}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_copies_are_named_by_their_rows() -> None:
    rows = [{"id": "a", "text": STORY}, {"id": "b", "text": f"A new line. {STORY}"}, {"id": "c", "text": OTHER}]
    [pair] = copies.predict(rows)
    assert {pair["a"], pair["b"]} == {"a", "b"} and pair["share"] > 0.9


def test_every_alteration_keeps_some_of_the_text() -> None:
    text = " ".join(f"Sentence number {number} tells of the grey ferry of Osmarra." for number in range(40))
    make = loaded("copies", "make")
    for kind, change in make.KINDS.items():
        altered = change(text, OTHER, random.Random(1))
        assert altered != text and "grey ferry" in altered, kind


def test_copies_score_counts_recall_by_kind_and_precision() -> None:
    gold = [{"id": f"v{at}", "of": f"o{at}", "kind": "half", "with": None} for at in range(2)]
    found = loaded("copies", "score").evaluate(gold, [{"a": "o0", "b": "v0"}, {"a": "o0", "b": "v1"}])
    assert found == {"recall": {"half": 0.5}, "pairs": 2, "precision": 0.5}


def test_disputes_are_told_by_the_places_of_their_sides() -> None:
    texts = ("Captain Jane Roe said that the ferry Petrel hit a rock off Skerry Island.",
             "Admiral John Doe denied that the ferry Petrel hit a rock off Skerry Island.", "Eels were sold in Marl.")
    rows = [{"story": "petrel", "id": f"r{at}", "url": None, "outlet": f"Outlet {at}", "published": "2031-05-04",
             "title": None, "text": text} for at, text in enumerate(texts)]
    found = list(disputes.predict(rows))
    assert [item["kind"] for item in found] == ["denial"]
    assert {span[0] for side in found[0]["positions"] for span in side["spans"]} == {"r0", "r1"}


def test_disputes_score_tells_right_wrong_and_unknown() -> None:
    evaluate = loaded("disputes", "score").evaluate
    label = {"story": "s", "kind": "denial", "right": True, "positions": [[["a", 0, 9]], [["b", 0, 9]]]}
    same = {"story": "s", "kind": "denial", "positions": [{"spans": [["a", 5, 20]]}, {"spans": [["b", 1, 3]]}]}
    other = {"story": "s", "kind": "denial", "positions": [{"spans": [["a", 50, 60]]}, {"spans": [["b", 1, 3]]}]}
    found = evaluate([label], [same, other])
    assert (found["right"], found["wrong"], found["not in the list"], found["precision"]) == (1, 0, 1, 1.0)


def test_the_labels_hold_places_and_no_words() -> None:
    labels = [json.loads(line) for line in (SETS / "disputes" / "labels.jsonl").read_text().splitlines()]
    assert len(labels) == 90 and sum(label["right"] for label in labels) == 36
    assert all(len(span) == 3 for label in labels for side in label["positions"] for span in side)


def test_claims_are_told_by_the_places_of_their_members() -> None:
    texts = ("Captain Jane Roe said that the ferry Petrel hit a rock off Skerry Island.",
             "The ferry Petrel hit a rock off Skerry Island on Sunday.")
    rows = [{"story": "petrel", "id": f"r{at}", "url": None, "outlet": f"Outlet {at}", "published": "2031-05-04",
             "title": None, "text": text} for at, text in enumerate(texts)]
    found = list(claims.predict(rows))
    pair = {"pair": 1, "story": "petrel", "a": ["r0", 22, 73, "said"], "b": ["r1", 0, 56, "own"]}
    scored = loaded("claims", "score").evaluate([pair], [{"pair": 1, "label": "same"}], found)
    assert (scored["precision"], scored["recall"], scored["wrong"]) == (1.0, 1.0, [])
    scored = loaded("claims", "score").evaluate([pair], [{"pair": 1, "label": "different"}], found)
    assert scored["wrong"] == [(1, "false")]
