"""Verbs that newsrooms use for one another, in general classes (`text/verb_classes.tsv`)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _classes() -> dict[str, frozenset[str]]:
    table = files("reportedly.text").joinpath("verb_classes.tsv").read_text(encoding="utf-8")
    classes: dict[str, set[str]] = {}
    for line in table.splitlines():
        name, _, lemmas = line.partition("\t")
        for lemma in lemmas.split():
            classes.setdefault(lemma, set()).add(name)
    return {lemma: frozenset(names) for lemma, names in classes.items()}


def verb_classes(lemma: str) -> frozenset[str]:
    """Names of the classes a lemma stands in; empty for a verb of no class."""
    return _classes().get(lemma, frozenset())


def are_kin(lemma: str, other: str) -> bool:
    """True for one verb or two verbs of one class."""
    return lemma == other or bool(verb_classes(lemma) & verb_classes(other))
