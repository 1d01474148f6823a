"""Compares recognizers: exact matches on new lines, by kind of text.

    measure.py --lines 400 a.onnx:a.txt b.onnx:b.txt
"""

import argparse
from collections import Counter
from pathlib import Path

import torch

from graph import Graph
from texts import is_chinese
from train import Batches, known_characters


def group_of(text: str) -> str:
    if text == "":
        return "upside down"
    count = sum(map(is_chinese, text))
    return "Chinese" if count == len(text) else "mixed" if count else "letters and digits"


@torch.no_grad()
def read(graph: Graph, pictures: torch.Tensor, characters: list[str]) -> list[str]:
    rows = (torch.unique_consecutive(row) for row in graph(pictures).argmax(2))
    return ["".join(characters[i - 1] for i in row.tolist() if i > 0) for row in rows]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--lines", type=int, default=400)
    options.add_argument("--seed", type=int, default=998)
    options.add_argument("recognizers", nargs="+", help="MODEL:CHARACTERS")
    given = options.parse_args()
    files = [one.rsplit(":", 1) for one in given.recognizers]
    lists = [known_characters(Path(path)) for _, path in files]
    shared = set.intersection(*map(set, lists))
    batches, count = [], 0
    for pictures, targets, lengths in Batches(given.seed, lists[0], shared):
        texts = ["".join(lists[0][i - 1] for i in row.tolist()) for row in targets.split(lengths.tolist())]
        batches.append((pictures, texts))
        count += len(texts)
        if count >= given.lines:
            break
    for (path, _), characters in zip(files, lists):
        graph = Graph(path)
        all_of, right = Counter(), Counter()
        for pictures, texts in batches:
            for text, own in zip(texts, read(graph, pictures, characters)):
                # Spaces look like other gaps, so they are ignored.
                right[group_of(text)] += text.replace(" ", "") == own.replace(" ", "")
                all_of[group_of(text)] += 1
        print(path, "  ".join(f"{group} {right[group]}/{all_of[group]}" for group in sorted(all_of)), flush=True)


if __name__ == "__main__":
    main()
