"""bench/results.json -> the page bench/RESULTS.md: figures beside the peers', what they were measured on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FLOORS = {"korea-2024": {"timeline": 0.75, "statements": 0.55, "entities": 0.85, "disputes": 0.4, "theories": 0.33,
                         "forecasts": 0.4},
          "equifax-2017": {"timeline": 0.75, "statements": 0.5, "entities": 0.8, "disputes": 0.3, "theories": 0.3,
                           "forecasts": 0.3}}
"""Least recall a release must reach (issue 2)."""
Figures = Mapping[str, Any]


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> list[str]:
    """A Markdown table."""
    names = list(head)
    return ["| " + " | ".join(names) + " |", "|" + " --- |" * len(names),
            *("| " + " | ".join(str(cell) for cell in row) + " |" for row in rows), ""]


def percent(value: float) -> str:
    """A share as percent with one decimal."""
    return f"{100 * value:.1f}"


def story(figures: Figures) -> list[str]:
    lines = []
    for pack, sections in figures.items():
        lines += [f"### {pack}", ""]
        rows = []
        for name, row in sections.items():
            traps = ", ".join(f"{key} {row[key]}" for key in ("misdated", "misattributed") if key in row)
            grounded = row.get("grounded")
            spans = "–" if grounded is None else f"{grounded:.2f}"
            rows.append((name, row["gold"], row["items"], row["found"], f"{row['recall']:.3f}",
                         FLOORS.get(pack, {}).get(name, ""), traps or "–", spans))
        lines += table(("section", "gold", "items", "found", "recall", "floor", "traps", "grounded"), rows)
    return lines


def attribution(figures: Figures) -> list[str]:
    rows: list[tuple[object, ...]] = []
    for part, found in figures.items():
        whole, kinds = found["attribution"], found["by kind"]
        rows.append((f"**reportedly** ({part})", percent(whole["content+source"]["f1"]),
                     percent(whole["content only"]["f1"]), percent(found["alpha"]),
                     " / ".join(percent(found["strict"][role]["f1"]) for role in ("source", "cue", "content")),
                     " / ".join(percent(kinds[kind]["r"]) for kind in ("direct", "mixed", "indirect"))))
    rows += [("textacy 0.13 (dev)", 17.3, 20.8, 4.1, "17 / 20 / 8", "41 / 16 / 0"),
             ("Gender Gap Tracker (dev)", 38.3, 46.9, 40.5, "49 / 46 / 19", "47 / 42 / 22"),
             ("BBC citron, its models (dev)", 41.8, 48.8, 33.4, "48 / 47 / 30", "45 / 46 / 24"),
             ("BBC citron, retrained here (dev)", 53.0, 58.5, 48.3, "64 / 54 / 39", "62 / 56 / 36"),
             ("two humans (15 train articles)", 75.4, 79.7, 76.4, "77 / 71 / 67", "98 / 89 / 67")]
    return table(("PolNeAR", "attribution F1", "content only", "alpha", "strict source / cue / content",
                  "recall direct / mixed / indirect"), rows)


def sets(figures: Figures) -> list[str]:
    rows = []
    for name, row in figures.items():
        rest = ", ".join(f"{key} {value:.2f}" if isinstance(value, float) else f"{key} {' of '.join(map(str, value))}"
                         for key, value in row.items() if isinstance(value, float | list) and key != "score")
        rows.append((name, row["passages"], f"{row['score']:.3f}", "0.8", rest))
    return ["Passages written for this project, with gold spans, for what PolNeAR lacks "
            "(`tests/quality/attribution_sets`). Score: edges, F1 with exact content; paragraph quotes, labels and "
            "seed report, F1; statements, chains and unnamed, share with every listed value right.", "",
            *table(("set", "passages", "score", "floor", "also"), rows)]


def timex(figures: Figures) -> list[str]:
    rows: list[tuple[object, ...]] = [
        (f"**reportedly** ({label})", *(found[key]["f1"] for key in ("strict", "relaxed", "type", "value", "day")))
        for name, whole in figures.items()
        for label, found in ((name, whole), (f"{name}, the part kept aside", whole["aside"]))]
    rows += [("HeidelTime + TreeTagger (tbaq)", 84.1, 92.1, 88.0, 77.4, 86.4),
             ("HeidelTime + TreeTagger (wikiwars-train)", 86.3, 93.2, 91.2, 86.1, 91.9)]
    kinds = sorted({kind for found in figures.values() for kind in found["errors"]},
                   key=lambda kind: (-sum(found["errors"].get(kind, 0) for found in figures.values()), kind))
    errors = [(kind, *(found["errors"].get(kind, 0) for found in figures.values())) for kind in kinds]
    sizes = ", ".join(f"{name} {found['counts']['gold']}" for name, found in figures.items())
    return [*table(("F1", "strict", "relaxed", "type", "value", "day"), rows),
            f"Errors by kind (expressions in the gold: {sizes}):", "", *table(("kind", *figures), errors),
            "Best tool that installs with pip alone, on TempEval-3 Platinum (kept apart): value F1 61.1 "
            "(parsedatetime with an adapter).", ""]


def nli(figures: Figures) -> list[str]:
    """The inference model."""
    floors = {"lingnli": (0.66, 0.75), "snli (kept half)": (0.78, 0.85), "fever": (0.80, 0.90),
              "fever-symmetric": (0.60, 0.75)}
    rows = [f"| {name} | {row['n']} | {row['accuracy']:.3f} | {floors[name][0]:.2f} | {floors[name][1]:.2f} |"
            for name, row in figures.items()]
    return ["| dev | pairs | accuracy | floor | aim |", "| --- | --- | --- | --- | --- |", *rows]


def copies(figures: Figures) -> list[str]:
    """Recall by kind of alteration."""
    floors = {"15 % of words changed": 0.80, "25 % excerpt": 0.85, "paraphrase": 0.5}
    rows = [f"| {kind} | {value:.3f} | {floors.get(kind, 0.9):.2f} |" for kind, value in figures["recall"].items()]
    return ["| kind of copy | recall | floor |", "| --- | --- | --- |", *rows, "",
            f"Precision {figures['precision']:.4f} of {figures['pairs']} pairs (floor 0.99); 2,370 texts in "
            f"{figures['seconds']} s, start-up included.", ""]


def claims(figures: Figures) -> list[str]:
    """Pairs of passages under one claim (`bench/sets/claims`)."""
    heads = list(figures)
    return ["| " + " | ".join(heads) + " |", "| " + " | ".join("---" for _ in heads) + " |",
            "| " + " | ".join(str(figures[head]) for head in heads) + " |", "",
            "Floor: F1 0.75. Likeness was fitted on other pairs of these stories; how members are grouped was chosen",
            "with these labels in view.", ""]


def disputes(figures: Figures) -> list[str]:
    """Disputes against the project's labelled list (`bench/sets/disputes`)."""
    heads = list(figures)
    return ["| " + " | ".join(heads) + " |", "| " + " | ".join("---" for _ in heads) + " |",
            "| " + " | ".join(str(figures[head]) for head in heads) + " |", "",
            "Floors: precision 0.75, recall 0.60 on a reader's list. This list is a pool of what was found; rules were",
            "chosen with the labels in view; recall is of that pool alone."]


def sentences(figures: Figures) -> list[str]:
    """Forecasts and explanations by sentence (`bench/sets/sentences`)."""
    floors = {"forecast": 0.75, "explanation": 0.65}
    rows: list[tuple[object, ...]] = [
        (f"{what}s, {part}", found["sentences"], found[what]["labelled"], found[what]["precision"],
         found[what]["recall"], found[what]["f1"], floors[what])
        for part, found in figures.items() for what in floors]
    exact = "; ".join(f"{part} {found['window']['exact']:.2f} of {found['window']['scored']}, where the words name one "
                      f"{found['window']['exact of named']:.2f} of {found['window']['named']}"
                      for part, found in figures.items())
    return [*table(("", "sentences", "labelled", "precision", "recall", "F1", "floor"), rows),
            f"Last day of a forecast exact (floor 0.70): {exact}.", ""]


def hedges(figures: Figures) -> list[str]:
    """Error of each table of words of probability."""
    rows = [(name, found["error"], found["answers"]) for name, found in figures.items()]
    return [*table(("table", "mean error in points", "answers"), rows),
            "Five folds over respondents; floor 8.6 for the surveys' own medians, which dossiers can print.", ""]


def linking(figures: Figures) -> list[str]:
    """Linking and weighing beside spaCy: the lines that `bench/linking.py measure` prints, under `rows`; those of
    `bench/adding.py` under `adding`."""
    found, shipped = figures["rows"], figures["rows"][0]["linkers"]
    rows = [(row["linkers"], row["reports"], f"{row['words']:,}", f"{row['spacy_s']:.0f} s", f"{row['link_s']:.0f} s",
             f"{row['weigh_s']:.0f} s", f"{row['ratio']:.2f}", f"{row['peak_mb']:,.0f} MB") for row in found]
    grew = [row for row in found if row["linkers"] == shipped]
    first, cost = grew[0], {row["reports"]: row["link_s"] + row["weigh_s"] for row in grew}
    grown = ", ".join(f"{first['reports']} to {count}: {value / cost[first['reports']]:.1f} times"
                      for count, value in cost.items() if count != first["reports"])
    added = [(row["length"], row["words"], f"{row['one_s']:.1f} s", f"{row['many_s']:.1f} s", f"{row['above_s']:.1f} s")
             for row in figures["adding"]]
    return [*table(("linkers", "reports", "words", "spaCy alone", "linking", "weighing", "ratio", "peak"), rows),
            f"Cost as reports grow ({shipped}): {grown}. Floors: "
            "ratio 1 and 2 GB at 1,000 reports; 2.6 times for 700 to 1,400, "
            "5.5 for 700 to 2,800. Processor seconds of one core, the annotated reports in memory. Each ratio is of "
            "one run, on a processor without VNNI, where the network takes 1.2 times as long as it did with signed "
            "weights.", "",
            *table(("one report more", "words", "story of one", "of 1,000", "above"), added),
            "Wall seconds of `reportedly add`, the least of three; the story of one shows start-up and annotating. "
            "Floor: 2 s above.", ""]


def entities(figures: Figures) -> list[str]:
    lines = ["Baseline (spaCy's medium pipeline, names merged by last word): B-cubed F1 62.0 on dev, 69.5 on train; it "
             "links no pronouns.", ""]
    for part, printed in figures.items():
        lines += [f"{part}:", "", "```", printed, "```", ""]
    return lines


def clusters(figures: Figures) -> list[str]:
    rows = [(name, percent(found["b_cubed"]["f1"]), percent(found["pairwise"]["f1"]), found["gold_stories"],
             found["found_stories"]) for name, found in figures.items()]
    return [*table(("set (dev)", "B-cubed F1", "pairwise F1", "stories", "found"), rows),
            "Floor: TF-IDF with average linkage, threshold chosen on dev: news-cluster test 93.2 / 79.6.", ""]


def extraction(figures: Figures) -> list[str]:
    rows = [(name, part, *(f"{row[key]:.3f}" if key in row else "–"
                           for key in ("precision", "recall", "f1", "title", "date", "authors")))
            for part in ("aeb", "fundus", "traf") for name, found in figures.items() for row in [found[part]]]
    return table(("", "set", "precision", "recall", "F1", "title", "date", "authors"), rows)


def timeline(figures: Figures) -> list[str]:
    rows = [(name, *(f"{found['macro'][key][2]:.3f}" for key in ("align+ m:1 R1", "align+ m:1 R2", "date")))
            for name, found in figures.items()]
    peers = [("naive: busiest days, first two sentences (all open)", ".070", ".016", ".507"),
             ("Martschat & Markert 2018 (all 19 of the set)", ".105", ".030", ".544"),
             ("DATEWISE, Ghalandari & Ifrim 2020 (all 19)", ".120", ".035", ".544"),
             ("SDF-TLS 2021, best dates (all 19)", ".112", ".029", ".533")]
    return [*table(("timelines", "AR1 (align+ m:1)", "AR2", "date F1"), [*rows, *peers]),
            "Told as by convention how many days, which span, how many sentences a day. `all`: the 11 open timelines "
            "of four topics; five other topics are kept apart.", ""]


def speed(figures: Figures) -> list[str]:
    rows = [("annotation alone, one core, no start-up", f"{figures['annotate_s']:.1f} s",
             f"spaCy's pipeline alone {figures['annotate_spacy_s']:.1f} s", f"{figures['annotate_ratio']:.2f}", "2.0"),
            ("of which attributions", f"{figures['attributions_s']:.1f} s", "the same",
             f"{figures['attributions_s'] / figures['annotate_spacy_s']:.2f}", "–"),
            ("build", f"{figures['build_s']:.1f} s", f"spaCy's pipeline alone {figures['spacy_s']:.1f} s",
             f"{figures['build_ratio']:.2f}", "3.0"),
            ("add one report", f"{figures['add_s']:.2f} s", f"import spaCy, load it {figures['spacy_load_s']:.2f} s",
             f"{figures['add_ratio']:.2f}", "1.7"),
            ("--help", f"{figures['help_s']:.2f} s", f"empty Typer app {figures['empty_help_s']:.2f} s",
             f"{figures['help_ratio']:.2f}", "2.0")]
    words = figures["plain_words"]
    pace = [("time expressions alone (`reportedly.times`)", f"{words / figures['times_s']:,.0f}", "20,000"),
            ("spaCy's pipeline alone, same texts, same run", f"{words / figures['annotate_spacy_s']:,.0f}", "–"),
            ("HeidelTime, SUTime (research notes, other runs)", "630-1,750", "–")]
    return [f"{figures['reports']} articles, {figures['words']:,} words; peak memory {figures['peak_mb']:.0f} MB, "
            f"store {figures['store_mb']:.0f} MB.", "", *table(("", "ours", "against", "ratio", "at most"), rows),
            *table(("words per second, one core", "", "at least"), pace)]


def pages(figures: Figures) -> list[str]:
    rows = [(name, row["reports"], f"{row['html'] / 1000:.0f} kB", f"{row['static_gzip'] / 1000:.0f} kB",
             f"{row['compose_s']:.1f} s", f"{row['first_s'] * 1000:.0f} ms", f"{row['median_s'] * 1000:.1f} ms",
             f"{row['peak_mb']:.0f} MB") for name, row in figures.items()]
    return [*table(("story", "reports", "first page, HTML", "style and script, gzip", "composed", "first answer",
                    "median of 50", "peak memory"), rows),
            "Bars: 150 kB and 60 kB for korea-2024, 250 kB and 200 ms for 1,000 reports. The answer is kept until the "
            "story "
            "changes; `first answer` makes the page. By `python bench/pages.py STORY` over built stories.", ""]


def scale(figures: Figures) -> list[str]:
    rows = [(row["reports"], f"{row['words']:,}", f"{row['spacy_s']:.0f} s", f"{row['build_s']:.0f} s",
             f"{row['timeline_s']:.1f} s", f"{row['ratio']:.2f}", f"{row['build_peak_mb']:.0f} MB",
             f"{row['timeline_peak_mb']:.0f} MB", f"{row['store_mb']:.0f} MB") for row in figures["rows"]]
    powers = [f"{part.removesuffix('_s').removesuffix('_mb').replace('_', ' ')} {power:.2f}"
              for part, power in (figures["growth"][-1] if figures["growth"] else {}).items()]
    heads = ("reports", "words", "spaCy alone", "build", "timeline", "ratio", "peak of build", "of timeline", "store")
    return ["From articles to a ranked timeline, store included, in processor seconds of one core: `reportedly build`, "
            "then `reportedly timeline --json` in a process of its own (at most 3 times spaCy's pipeline alone, aim "
            "1.2).", "", *table(heads, rows),
            f"Growth with the number of words, as powers between the last two rows: {', '.join(powers)}.", "",
            *figures.get("notes", []), ""]


SECTIONS = {"story": ("Stories: gold facts found", story), "attribution": ("Attribution", attribution),
            "sets": ("Attribution: own sets", sets),
            "timex": ("Time expressions", timex), "entities": ("Entities (GUM)", entities),
            "nli": ("Inference model", nli), "copies": ("Copies: own set", copies),
            "claims": ("Claims: own labelled pairs", claims),
            "disputes": ("Disputes: own labelled list", disputes),
            "sentences": ("Forecasts and explanations: own labelled sentences", sentences),
            "hedges": ("Words of probability", hedges), "linking": ("Linking and weighing", linking),
            "clusters": ("Story clustering", clusters), "extraction": ("Extraction, public half", extraction),
            "timeline": ("Timeline17", timeline), "speed": ("Speed and memory", speed),
            "pages": ("Pages", pages), "scale": ("From articles to a timeline", scale)}


def page(found: Figures, digests: Mapping[str, str]) -> str:
    """The whole page."""
    lines = ["# Results", "", "Written by `make bench`; every figure goes through `bench/predict.py` and the scorer "
             "beside the data. Peers' figures are those of the research notes beside the data, same scorer.", ""]
    for name, (title, render) in SECTIONS.items():
        if name in found:
            run = found[name]
            lines += [f"## {title}", "", f"Commit {run['commit']}, {run['day']}, {run['machine']}.", "",
                      *render(run["figures"])]
    tried = HERE / "TRIED.md"
    if tried.exists():
        lines += [tried.read_text(encoding="utf-8").rstrip(), ""]
    lines += ["## Data", "", *table(("file", "SHA-256, first 12"), sorted(digests.items()))]
    return "\n".join(lines).rstrip() + "\n"
