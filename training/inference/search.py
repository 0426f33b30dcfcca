"""Many runs beside one another on one device, in stages: a search, or teachers and then students.

    python -m training.inference.search PLAN.json --corpus CORPUS.npz --bias BIAS.npy --begin WEIGHTS -o FOLDER

PLAN: `{"stages": [[RUN, …], …], "choose": ["PREFIX", …]}`. A run is the settings of `train.py` with a `kind`: `train`
(as without), `masked`, `average` (weights of the runs in `of`) or `teach` (what the runs in `of` say, each pair judged
only by those that did not see it). Runs of a stage share the workers; a stage begins when the one before has ended. Of
the runs whose name begins with a prefix of `choose` the one with the best mean over the four sets of the goal is kept,
packed, as `PREFIX.npz`.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from queue import Empty
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from training.inference.network import InferenceNetwork
from training.inference.packed import packed, read_parts, unpacked, write_parts
from training.inference.pairs import KEPT_HALF
from training.inference.train import Corpus, OutOfTimeError, Settings, figures, read_masked, said_of, train

GOALS = {"lingnli.dev": (0.66, 0.75), KEPT_HALF: (0.78, 0.85), "fever.dev": (0.80, 0.90),
         "fever-symmetric.dev": (0.60, 0.75)}
"""Floor and aim of accuracy."""
Run = dict[str, Any]
Line = dict[str, Any]


class Bench:
    """One worker: the corpus on its device, and the folder where runs leave what later ones need."""

    def __init__(self, given: argparse.Namespace) -> None:
        self.device, self.folder, self.deadline = given.device, given.scratch, given.deadline
        self.corpus = Corpus(given.corpus, given.bias, given.device)
        self.begin = unpacked(read_parts(given.begin.parent, given.begin.name))
        self.kinds: dict[str, Callable[[Run], Line]] = {
            "train": self.train, "masked": self.masked, "average": self.average, "teach": self.teach}

    def do(self, run: Run) -> Line:
        """What came of a run: its figures, or why there are none."""
        began = time.monotonic()
        try:
            line = self.kinds[run.get("kind", "train")](run)
        except OutOfTimeError:
            line = {"out of time": True}
        except Exception:  # one bad run must not end the others
            line = {"failed": traceback.format_exc()[-1500:]}
        return {"run": run["name"]} | line | {"seconds": round(time.monotonic() - began, 1), "settings": run}

    def network(self, begin: str) -> InferenceNetwork:
        network = InferenceNetwork()
        network.load_state_dict(torch.load(self._when_there(begin), weights_only=True) if begin else self.begin)
        return network.to(self.device)

    def _when_there(self, name: str) -> Path:
        """The weights another run leaves: it may still be at work."""
        path = self.folder / f"{name}.pt"
        while not path.exists():
            if time.monotonic() > self.deadline:
                raise OutOfTimeError(name)
            time.sleep(0.5)
        return path

    def save(self, network: InferenceNetwork, name: str) -> None:
        partial = self.folder / f"{name}.partial"
        torch.save(network.state_dict(), partial)
        partial.replace(self.folder / f"{name}.pt")

    def train(self, run: Run) -> Line:
        asked = _settings(run)
        network = self.network(asked.begin)
        taught = np.load(self.folder / f"{asked.teacher}.taught.npy").astype(np.float32) if asked.teacher else None
        epochs = list(train(network, self.corpus, asked, taught, self.deadline))
        if asked.save:
            self.save(network, asked.name)
        if asked.say_all:
            rows = self.corpus.unseen(asked.without_fold)
            said = np.zeros((len(self.corpus.labels), 3), dtype=np.float16)
            said[rows] = said_of(network, self.corpus, rows, asked.matched)
            np.save(self.folder / f"{asked.name}.{asked.without_fold}.unseen.npy", said)
        return {"figures": self.figures(network, asked.name, asked.matched), "epochs": epochs}

    def masked(self, run: Run) -> Line:
        asked = _settings(run)
        network = self.network(asked.begin)
        epochs = list(read_masked(network, self.corpus, asked, self.deadline))
        self.save(network, asked.name)
        return {"epochs": epochs}

    def average(self, run: Run) -> Line:
        found = [torch.load(self.folder / f"{name}.pt", weights_only=True)
                 for name in run["of"] if (self.folder / f"{name}.pt").exists()]
        mean = {name: torch.stack([weights[name].float() for weights in found]).mean(0) for name in found[0]}
        torch.save(mean, self.folder / f"{run['name']}.pt")
        return {"figures": self.figures(self.network(run["name"]), run["name"], True), "of": len(found)}

    def teach(self, run: Run) -> Line:
        """Mean probabilities; a labelled pair is judged by the runs that left its fold out, others by all."""
        total, count = np.zeros((len(self.corpus.labels), 3)), np.zeros((len(self.corpus.labels), 1))
        dev, of_dev = self.corpus.dev(), []
        for name in run["of"]:
            for path in self.folder.glob(f"{name}.*.unseen.npy"):
                rows = self.corpus.unseen(int(path.name.split(".")[-3]))
                total[rows] += _probabilities(np.load(path)[rows])
                count[rows] += 1
                of_dev.append(_probabilities(np.load(self.folder / f"{name}.dev.npy")))
        hard = np.eye(3)[np.maximum(self.corpus.labels, 0)]  # where no run was left to ask, the label itself
        taught = np.where(count > 0, total / np.maximum(count, 1), hard)
        np.save(self.folder / f"{run['name']}.taught.npy", taught.astype(np.float32))
        return {"figures": figures(self.corpus, dev, np.mean(of_dev, 0)), "of": len(of_dev)}

    def figures(self, network: InferenceNetwork, name: str, matched: bool) -> dict[str, float]:
        rows = self.corpus.dev()
        said = said_of(network, self.corpus, rows, matched)
        np.save(self.folder / f"{name}.dev.npy", said.astype(np.float16))
        return figures(self.corpus, rows, said)


def _settings(run: Run) -> Settings:
    return Settings(**{name: tuple(value) if isinstance(value, list) else value
                       for name, value in run.items() if name not in ("kind", "of")})


def _probabilities(said: NDArray[np.float32]) -> NDArray[np.float32]:
    said = said.astype(np.float32)
    powers = np.exp(said - said.max(1, keepdims=True))
    return np.asarray(powers / powers.sum(1, keepdims=True), dtype=np.float32)


def worker(given: argparse.Namespace, runs: Any, lines: Any) -> None:
    """Do runs until there are none."""
    if given.device == "cpu":
        torch.set_num_threads(1)
    torch.set_float32_matmul_precision("high")
    bench = Bench(given)
    while (run := runs.get()) is not None:
        lines.put(bench.do(run))


def mean_of(line: Line) -> float:
    """Mean accuracy over the four sets of the goal."""
    return sum(line["figures"].get(name, 0.0) for name in GOALS) / len(GOALS)


def short(line: Line) -> str:
    if "figures" not in line:
        return f"{line['run']:28} {line['seconds']:6.1f} s {line.get('failed') or line.get('epochs') or 'out of time'}"
    shown = " ".join(f"{100 * value:5.1f}" for value in line["figures"].values())
    return f"{line['run']:28} {line['seconds']:6.1f} s mean {100 * mean_of(line):5.2f} | {shown}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plan", type=Path)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--begin", type=Path, required=True, help="packed weights to begin with")
    parser.add_argument("--bias", type=Path, help="what the second texts alone say, for runs with a bias")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--scratch", type=Path, help="where runs leave what later ones need (default: OUTPUT/scratch)")
    parser.add_argument("--workers", type=int, default=5)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--seconds", type=float, default=1e9, help="no run goes on longer")
    given = parser.parse_args()
    given.deadline = time.monotonic() + given.seconds
    given.scratch = given.scratch or given.output / "scratch"
    given.scratch.mkdir(parents=True, exist_ok=True)
    given.output.mkdir(parents=True, exist_ok=True)
    plan = json.loads(given.plan.read_text())
    context = multiprocessing.get_context("fork")  # torch is loaded once; no worker has touched the device yet
    runs, lines = context.Queue(), context.Queue()
    workers = [context.Process(target=worker, args=(given, runs, lines)) for _ in range(given.workers)]
    for process in workers:
        process.start()
    done = all_stages(plan["stages"], runs, lines, workers, given.output / "log.jsonl")
    for _ in workers:
        runs.put(None)
    keep(done, plan.get("choose", []), given)


def all_stages(stages: list[list[Run]], runs: Any, lines: Any, workers: list[Any], path: Path) -> list[Line]:
    """Every stage in turn; a line in the log and on the screen as each run ends."""
    done: list[Line] = []
    with path.open("a", encoding="utf-8") as log:
        for stage in stages:
            for run in stage:
                runs.put(run)
            for _ in stage:
                while True:
                    try:
                        line = lines.get(timeout=5)
                        break
                    except Empty:
                        if not any(process.is_alive() for process in workers):
                            raise SystemExit("every worker has ended") from None
                done.append(line)
                print(json.dumps(line), file=log, flush=True)
                print(short(line), flush=True)
    return done


def keep(done: list[Line], prefixes: list[str], given: argparse.Namespace) -> None:
    """What every run says of dev in one file; of those to choose from, the best one's weights for each prefix.

    Where there is nothing to choose, what the runs say of pairs they did not see, to teach with later.
    """
    said = {path.name.removesuffix(".dev.npy"): np.load(path) for path in sorted(given.scratch.glob("*.dev.npy"))}
    np.savez_compressed(given.output / "said-of-dev.npz", **said)
    unseen = {path.name.removesuffix(".unseen.npy"): np.load(path) for path in given.scratch.glob("*.unseen.npy")}
    if unseen and not prefixes:
        np.savez_compressed(given.scratch / "unseen.npz", **unseen)
        write_parts((given.scratch / "unseen.npz").read_bytes(), given.output, "said-of-unseen.npz")
    for prefix in prefixes:
        able = [line for line in done if line["run"].startswith(prefix) and "figures" in line
                and (given.scratch / f"{line['run']}.pt").exists()]
        if able:
            best = max(able, key=mean_of)
            weights = torch.load(given.scratch / f"{best['run']}.pt", weights_only=True, map_location="cpu")
            write_parts(packed(weights), given.output, f"{prefix}.npz")
            print("kept", short(best), flush=True)


if __name__ == "__main__":
    main()
