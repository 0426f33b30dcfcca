"""The half of SNLI's dev that is never trained on, as a file to predict and score.

    python -m training.inference.kept_half BENCH-FOLDER -o KEPT.jsonl
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from training.inference.corpus import dev_pairs
from training.inference.pairs import KEPT_HALF


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, help="the folder with the NLI sets")
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    with given.output.open("w", encoding="utf-8") as out:
        for pair in dev_pairs(given.bench):
            if pair.part == KEPT_HALF:
                print(json.dumps({"premise": pair.first, "hypothesis": pair.second, "label": pair.label}), file=out)


if __name__ == "__main__":
    main()
