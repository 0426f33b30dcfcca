"""Which language."""

from __future__ import annotations

import sys

import pytest

from reportedly.read.language import language_of


@pytest.mark.parametrize(("text", "language"), [
    ("The ferry burned for two days before the harbour was opened again to the boats.", "en"),
    ("Le traversier a brûlé pendant deux jours avant que le port ne soit rouvert aux bateaux de pêche.", "fr"),
    ("Die Fähre brannte zwei Tage lang, bevor der Hafen wieder für die Boote geöffnet wurde.", "de"),
    ("Паром горел два дня, прежде чем гавань снова открыли для рыбацких лодок.", "ru"),
    ("Ferry burns in harbour, nobody hurt", "en"),
    ("12 345 ...", "und"),
    ("", "und"),
])
def test_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


def test_plain_english_does_not_load_the_classifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)  # importing it now raises
    assert language_of("The ferry burned for two days before the harbour was opened again to the boats.") == "en"
