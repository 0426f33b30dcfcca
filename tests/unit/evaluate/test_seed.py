from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from reportedly.evaluate.seed import Marked, found_of, lines, main, read_gold, same_name, score, seed_score
from tests.factory import annotated

TEXT = "Mary Roe said that the dam would hold. It was feared that rain would come. He said no."


def marked(source: str, content: str, *names: str, optional: bool = False) -> Marked:
    """An attribution by its words in TEXT."""
    def offsets(words: str) -> list[list[int]]:
        return [[TEXT.index(words), TEXT.index(words) + len(words)]] if words else []
    return Marked(offsets(source), offsets("said"), offsets(content), "assert", names, optional)


GOLD = marked("Mary Roe", "that the dam would hold", "Mary Roe")


@pytest.mark.parametrize(("found", "right"), [
    (marked("Mary Roe", "that the dam would hold"), True),
    (marked("Roe", "the dam would hold"), True),
    (marked("", "that the dam would hold"), False),
    (marked("He", "that the dam would hold"), False),
    (marked("Mary Roe", "hold"), False),
])
def test_half_of_the_content_and_a_word_of_the_source_make_it_right(found: Marked, right: bool) -> None:
    result = score(TEXT, [GOLD], [found])
    assert (result.f1 == 1.0) is right and (len(result.misses), len(result.false)) == ((0, 0) if right else (1, 1))


def test_absent_sources_agree() -> None:
    assert score(TEXT, [marked("", "that rain would come")], [marked("", "that rain would come")]).f1 == 1.0


def test_optional_gold_is_neither_right_nor_wrong() -> None:
    unsure = marked("He", "no", optional=True)
    missed = score(TEXT, [GOLD, unsure], [GOLD])
    found = score(TEXT, [GOLD, unsure], [GOLD, marked("He", "no")])
    assert (missed.precision, missed.recall) == (found.precision, found.recall) == (1.0, 1.0)


def test_speakers_count_over_all_gold_with_a_name() -> None:
    gold = [GOLD, marked("He", "no", "Peter Tern")]
    result = score(TEXT, gold, [marked("Mary Roe", "that the dam would hold", "Roe")])
    assert result.speakers == (1, 2) and result.classes == (1, 1)
    assert "speakers 1/2" in list(lines(result, TEXT))


@pytest.mark.parametrize(("gold", "found", "same"), [
    (("Mary Roe",), ("Roe",), True), (("Roe",), ("Mary Roe",), True), (("Mary Roe",), ("Mari Roe", "Mary Roe"), True),
    (("Mary Roe",), ("Peter Tern",), False), (("Mary Roe",), (), False), (("the Gannet",), ("Gannet",), True)])
def test_names_agree_when_one_holds_the_other(gold: tuple[str, ...], found: tuple[str, ...], same: bool) -> None:
    assert same_name(marked("He", "no", *gold), marked("He", "no", *found)) is same


def test_the_product_s_attributions_come_with_their_speakers() -> None:
    [first, *_] = found_of(annotated("Mary Roe was calm. She said that the dam would hold."))
    assert "Mary Roe" in first.names


def test_gold_of_another_report_is_refused(tmp_path: Path) -> None:
    gold = tmp_path / "gold.json"
    gold.write_text(json.dumps({"sha256": sha256(b"another").hexdigest(), "attributions": []}), encoding="utf-8")
    with pytest.raises(ValueError, match="another report"):
        read_gold(gold, TEXT.encode())


def test_a_report_is_scored_from_its_bytes(tmp_path: Path) -> None:
    report = ("Mary Roe said that the dam would hold. " * 3).encode()
    row = {"source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 37]], "class": "assert", "speaker": [0, 8]}
    gold = tmp_path / "gold.json"
    gold.write_text(json.dumps({"sha256": sha256(report).hexdigest(), "attributions": [row]}), encoding="utf-8")
    result = seed_score(report, gold)
    assert result.recall == 1.0 and result.speakers == (1, 1)
    (tmp_path / "seed").mkdir()
    (tmp_path / "seed" / "report.txt").write_bytes(report)
    assert main([str(gold), str(tmp_path)]) == 0 and main([]) == 2
