"""Rewrites a PP-OCR network to compute the same with fewer operators.

    simplify.py ch_PP-OCRv4_det_infer.onnx detector.onnx

The published networks spend more time on elementwise operators, which are memory-bound, than on convolutions. Nearly
all of them can be folded into the weights of an adjacent convolution.
"""

import sys

import numpy as np
import onnx
from onnx import helper

from network import Network, attributes

Node = onnx.NodeProto

POINT = {"kernel_shape": [1, 1], "strides": [1, 1], "pads": [0, 0, 0, 0], "dilations": [1, 1], "group": 1}


class Editor:
    """Edits a network; computes weights in double precision."""

    def __init__(self, network: Network):
        self.network = network
        self.made = 0

    def all(self, operation: str) -> list[Node]:
        return [node for node in self.network.nodes if node.op_type == operation]

    def maker(self, name: str) -> Node | None:
        return next((node for node in self.network.nodes if name in node.output), None)

    def users(self, name: str) -> list[Node]:
        return [node for node in self.network.nodes if name in node.input]

    def only_user(self, node: Node | None) -> Node | None:
        """The consumer of a node's output, if there is only one."""
        users = self.users(node.output[0]) if node else []
        return users[0] if len(users) == 1 and node.output[0] != self.network.output else None

    def constant(self, name: str) -> np.ndarray:
        return self.network.constants[name].astype(np.float64)

    def number(self, name: str) -> float | None:
        value = self.network.constants.get(name)
        return float(value.reshape(-1)[0]) if value is not None and value.size == 1 else None

    def keep(self, value) -> str:
        self.made += 1
        name = f"simple/{self.made}"
        self.network.constants[name] = np.asarray(value, np.float32)
        return name

    def new(self, operation: str, inputs: list[str], output: str | None = None, **attributes) -> Node:
        self.made += 1
        return helper.make_node(operation, inputs, [output or f"simple/{self.made}"], **attributes)

    def replace(self, old: list[Node], new: list[Node]) -> None:
        """Inserts the new nodes at the last of the old ones."""
        nodes = self.network.nodes
        at = max(nodes.index(node) for node in old)
        nodes[at : at + 1] = new
        self.network.nodes = [node for node in nodes if node not in old]

    def weights(self, conv: Node) -> tuple[np.ndarray, np.ndarray]:
        weight = self.constant(conv.input[1])
        return weight, self.constant(conv.input[2]) if len(conv.input) > 2 else np.zeros(len(weight))

    def weigh(self, conv: Node, weight: np.ndarray, bias: np.ndarray) -> None:
        inputs = [conv.input[0], self.keep(weight), self.keep(bias)]
        del conv.input[:]
        conv.input.extend(inputs)

    def swallow(self, conv: Node, user: Node) -> None:
        """Replaces a convolution's only user: the convolution takes over its output."""
        output = user.output[0]
        self.network.nodes.remove(user)
        conv.output[0] = output

    def line(self, node: Node | None, given: str) -> tuple[float, float] | None:
        """Factor and summand of an elementwise node."""
        if node is None or node.op_type not in ("Mul", "Add", "Div") or len(node.input) != 2:
            return None
        if node.op_type == "Div" and node.input[0] != given:
            return None
        value = self.number(node.input[1 if node.input[0] == given else 0])
        if value is None:
            return None
        if node.op_type == "Add":
            return 1.0, value
        return (value if node.op_type == "Mul" else 1 / value), 0.0


def channels(factor: np.ndarray) -> np.ndarray:
    """A factor per output channel."""
    return factor[:, None, None, None]


def norm_line(edit: Editor, norm: Node) -> tuple[np.ndarray, np.ndarray]:
    """Factor and summand of a batch norm, per channel."""
    scale, shift, mean, variance = (edit.constant(name) for name in norm.input[1:])
    factor = scale / np.sqrt(variance + attributes(norm)["epsilon"])
    return factor, shift - mean * factor


def fold_norms(edit: Editor) -> None:
    """norm(conv(x))"""
    for norm in edit.all("BatchNormalization"):
        conv = edit.maker(norm.input[0])
        if conv is None or conv.op_type != "Conv" or edit.only_user(conv) is not norm:
            continue
        factor, shift = norm_line(edit, norm)
        weight, bias = edit.weights(conv)
        edit.weigh(conv, weight * channels(factor), bias * factor + shift)
        edit.swallow(conv, norm)


def fold_lines(edit: Editor) -> None:
    """conv(x) * a + b"""
    for conv in edit.all("Conv"):
        while line := edit.line(user := edit.only_user(conv), conv.output[0]):
            weight, bias = edit.weights(conv)
            edit.weigh(conv, weight * line[0], bias * line[0] + line[1])
            edit.swallow(conv, user)


def drop_identities(edit: Editor) -> None:
    """Converters leave many of them."""
    for node in edit.all("Identity"):
        old, new = node.output[0], node.input[0]
        edit.network.nodes.remove(node)
        if new in edit.network.constants:
            edit.network.constants[old] = edit.network.constants[new]
            continue
        for user in edit.users(old):
            for i, name in enumerate(user.input):
                if name == old:
                    user.input[i] = new


def drop_nothings(edit: Editor) -> None:
    """squeeze(unsqueeze(x) + 0)"""
    for first in edit.all("Unsqueeze"):
        chain = following(edit, first, ["Add", "Squeeze"])
        if chain is None or edit.line(chain[1], first.output[0]) != (1.0, 0.0):
            continue
        for user in edit.users(chain[-1].output[0]):
            user.input[list(user.input).index(chain[-1].output[0])] = first.input[0]
        edit.network.nodes = [node for node in edit.network.nodes if node not in chain]


def fold_biases(edit: Editor) -> None:
    """conv(x) + a constant per channel"""
    for conv in edit.all("Conv"):
        add = edit.only_user(conv)
        if add is None or add.op_type != "Add":
            continue
        value = edit.network.constants.get(next(name for name in add.input if name != conv.output[0]))
        if value is None or value.shape not in ((1, value.size, 1, 1), (value.size, 1, 1)):
            continue
        weight, bias = edit.weights(conv)
        if value.size == len(weight):
            edit.weigh(conv, weight, bias + value.reshape(-1))
            edit.swallow(conv, add)


def bounds(edit: Editor, clip: Node) -> tuple[float | None, float | None]:
    given = attributes(clip)
    return (given["min"], given["max"]) if "min" in given else (edit.number(clip.input[1]), edit.number(clip.input[2]))


def is_padded(conv: Node) -> bool:
    return any(attributes(conv).get("pads", ()))


def swishes(edit: Editor):
    """x * clip(x + 3, 0, 6) and x * hard_sigmoid(x): nodes, x, and the factor to x * hard_sigmoid(x)."""
    for clip in edit.all("Clip"):
        add, mul = edit.maker(clip.input[0]), edit.only_user(clip)
        x = add.input[0] if add else ""
        is_swish = mul is not None and mul.op_type == "Mul" and x in mul.input and edit.line(add, x) == (1.0, 3.0)
        if is_swish and bounds(edit, clip) == (0.0, 6.0):
            yield [add, clip, mul], x, 6.0
    for gate in edit.all("HardSigmoid"):
        x, mul = gate.input[0], edit.only_user(gate)
        if mul is not None and mul.op_type == "Mul" and x in mul.input:
            yield [gate, mul], x, 1.0


def fold_swishes(edit: Editor) -> None:
    """
    Rewrites x * clip(x + 3, 0, 6) * a + b as x * hard_sigmoid(x) * 6a + b: the runtime fuses the hard swish into the
    convolution before it. Factor and summand go into the convolutions after it. A summand before zero padding stays,
    as a batch norm, which the runtime computes in any memory layout.
    """
    for old, x, factor in list(swishes(edit)):
        summand = 0.0
        while line := edit.line(user := edit.only_user(old[-1]), old[-1].output[0]):
            factor, summand = factor * line[0], summand * line[0] + line[1]
            old.append(user)
        output = old[-1].output[0]
        gate = edit.new("HardSigmoid", [x], alpha=1 / 6, beta=0.5)
        users = edit.users(output)
        if all(user.op_type == "Conv" for user in users):
            padded = any(is_padded(user) for user in users)
            for conv in users:
                weight, bias = edit.weights(conv)
                edit.weigh(conv, weight * factor, bias + (0 if padded else summand * weight.sum((1, 2, 3))))
            factor, summand = 1.0, summand / factor if padded else 0.0
        if summand == 0 and factor == 1:
            edit.replace(old, [gate, edit.new("Mul", [x, gate.output[0]], output)])
            continue
        product = edit.new("Mul", [x, gate.output[0]])
        count = len(edit.weights(edit.maker(x))[0])
        line = [edit.keep(np.full(count, value)) for value in (factor, summand, 0, 1)]
        norm = edit.new("BatchNormalization", [product.output[0], *line], output, epsilon=0.0)
        edit.replace(old, [gate, product, norm])


def fold_gates(edit: Editor) -> None:
    """x + x * gate = x * (1 + gate), for a gate per channel"""
    for add in edit.all("Add"):
        for x, product in (add.input, reversed(add.input)):
            mul = edit.maker(product)
            if mul is None or mul.op_type != "Mul" or x not in mul.input or edit.only_user(mul) is not add:
                continue
            gate = edit.maker(next((name for name in mul.input if name != x), ""))
            if gate is not None and gate.op_type == "HardSigmoid":
                more = edit.new("Add", [gate.output[0], edit.keep(1)])
                edit.replace([mul, add], [more, edit.new("Mul", [x, more.output[0]], add.output[0])])
                break


def is_point(conv: Node, weight: np.ndarray) -> bool:
    return weight.shape[2:] == (1, 1) and attributes(conv).get("group", 1) == 1


def fold_chains(edit: Editor) -> None:
    """conv(conv(x)) of 1 × 1 convolutions, if one is less work than two"""
    for second in edit.all("Conv"):
        first = edit.maker(second.input[0])
        if first is None or first.op_type != "Conv" or edit.only_user(first) is not second:
            continue
        (a, before), (b, behind) = edit.weights(first), edit.weights(second)
        if not is_point(first, a) or not is_point(second, b) or len(b) * a.shape[1] > a.size + b.size:
            continue
        second.input[0] = first.input[0]
        a, b = a[:, :, 0, 0], b[:, :, 0, 0]
        edit.weigh(second, (b @ a)[:, :, None, None], b @ before + behind)
        edit.network.nodes.remove(first)


def following(edit: Editor, node: Node, operations: list[str]) -> list[Node] | None:
    """A chain of nodes, each the only user of the one before."""
    found = [node]
    for operation in operations:
        user = edit.only_user(found[-1])
        if user is None or user.op_type != operation:
            return None
        found.append(user)
    return found


def fold_enlargement(edit: Editor) -> None:
    """
    The detector ends with two 2 x 2 upsamplings. All 16 outputs of a point are computed at the low resolution, and
    rearranged last.
    """
    for first in edit.all("ConvTranspose"):
        chain = following(edit, first, ["Add", "BatchNormalization", "Relu", "ConvTranspose", "Add", "Sigmoid"])
        if chain is None:
            continue
        _, plus, norm, _, second, end, last = chain
        assert all(attributes(one)["kernel_shape"] == attributes(one)["strides"] == [2, 2] for one in (first, second))
        factor, shift = norm_line(edit, norm)
        up = edit.constant(first.input[1]) * factor[:, None, None]
        bias = edit.constant(plus.input[1]).reshape(-1) * factor + shift
        inputs, middle = up.shape[:2]
        to_four = up.transpose(2, 3, 1, 0).reshape(4 * middle, inputs)
        # From (row, column) to (row, row within it, column, column within it).
        to_all = np.zeros((2, 2, 2, 2, 2, 2, middle))
        for row, column in np.ndindex(2, 2):
            to_all[row, :, column, :, row, column] = edit.constant(second.input[1])[:, 0].transpose(1, 2, 0)
        to_all = to_all.reshape(16, 4 * middle)

        def point(given: str, weight: np.ndarray, bias: np.ndarray) -> Node:
            return edit.new("Conv", [given, edit.keep(weight[:, :, None, None]), edit.keep(bias)], **POINT)

        four = point(first.input[0], to_four, np.tile(bias, 4))
        positive = edit.new("Relu", [four.output[0]])
        sixteen = point(positive.output[0], to_all, np.full(16, edit.number(end.input[1])))
        sure = edit.new("Sigmoid", [sixteen.output[0]])
        placed = edit.new("DepthToSpace", [sure.output[0]], last.output[0], blocksize=4)
        edit.replace(chain, [four, positive, sixteen, sure, placed])


def main() -> None:
    source, target = sys.argv[1:]
    network = Network(source)
    edit = Editor(network)
    drops = (drop_identities, drop_nothings)
    for fold in (*drops, fold_norms, fold_biases, fold_lines, fold_swishes, fold_gates, fold_chains, fold_enlargement):
        fold(edit)
    network.save(target)


if __name__ == "__main__":
    main()
