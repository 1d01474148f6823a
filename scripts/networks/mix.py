"""Averages the weights of models, which reduces overfitting.

    mix.py --out recognizer.onnx 0.5 ch_PP-OCRv4_rec_infer.onnx 0.25 a.onnx 0.25 b.onnx
"""

import argparse

import torch

from graph import Graph


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", default="recognizer.onnx")
    options.add_argument("parts", nargs="+", help="a share and a file for each model; the shares sum to 1")
    given = options.parse_args()
    shares = [float(share) for share in given.parts[::2]]
    graphs = [Graph(path) for path in given.parts[1::2]]
    if len(shares) != len(graphs) or abs(sum(shares) - 1) > 1e-6:
        options.error("each file needs a share, and the shares must sum to 1")
    mixed = graphs[0]
    with torch.no_grad():
        for name, weight in mixed.weights.items():
            weight.copy_(sum(share * graph.weights[name] for share, graph in zip(shares, graphs)))
    mixed.save(given.out)


if __name__ == "__main__":
    main()
