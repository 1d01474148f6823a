"""Reduces a recognizer to the characters that vehicle licenses may have: PP-OCRv5 also knows Japanese and traditional ones.

    keep.py --characters ppocrv5_dict.txt --also characters.txt ppocrv5_rec.onnx kept.onnx kept.txt

Keeps the Table of General Standard Chinese Characters (通用规范汉字表, required for names since 2013), a few others that
occur in names, and the list `--also`.
"""

import argparse
import bz2
import re
from pathlib import Path

import numpy as np

from network import Network
from train import known_characters

#: Of the Debian package unicode-data.
UNIHAN = Path("/usr/share/unicode")
#: In names of people and places, but not in the table.
OTHERS = "䶮㐂堃喆昇甯犇骉赑珺璟瑄"


def standard_characters() -> set[str]:
    lines = (line for path in UNIHAN.glob("Unihan_*.bz2") for line in bz2.open(path, "rt", encoding="utf8"))
    found = (re.match(r"U\+(\w+)\tkTGH\t", line) for line in lines)
    return {chr(int(match[1], 16)) for match in found if match}


def keep(network: Network, indexes: list[int]) -> None:
    """Selects the classes in the last MatMul and Add."""
    product, add = network.nodes[-3:-1]
    assert product.op_type == "MatMul" and add.op_type == "Add" and network.nodes[-1].op_type == "Softmax"
    for name in (product.input[1], add.input[1]):
        network.constants[name] = np.ascontiguousarray(network.constants[name][..., indexes])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--characters", type=Path, required=True, help="those that the recognizer knows")
    options.add_argument("--also", type=Path, required=True)
    options.add_argument("source")
    options.add_argument("target")
    options.add_argument("list")
    given = options.parse_args()
    wanted = standard_characters() | set(OTHERS) | set(known_characters(given.also))
    characters = known_characters(given.characters)
    kept = [i for i, character in enumerate(characters) if character in wanted]
    network = Network(given.source)
    keep(network, [0, *(i + 1 for i in kept)])
    network.save(given.target)
    # The last is the space, which no list names.
    Path(given.list).write_text("".join(characters[i] + "\n" for i in kept[:-1]), "utf8")


if __name__ == "__main__":
    main()
