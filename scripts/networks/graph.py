"""An ONNX graph as a trainable PyTorch module, with the operators that PP-OCRv4 and v5 need."""

import torch
from torch import nn
from torch.nn import functional as F

from network import Network, attributes

#: ONNX's numbers of data types.
TYPES = {1: torch.float32, 6: torch.int32, 7: torch.int64, 9: torch.bool}


def _conv(x, weight, bias=None, *, strides, pads, group=1, dilations=(1, 1), **_):
    assert pads[0] == pads[2] and pads[1] == pads[3]
    return F.conv2d(x, weight, bias, tuple(strides), (pads[0], pads[1]), tuple(dilations), group)


def _average(x, *, kernel_shape, strides, pads=(0, 0, 0, 0), **_):
    assert not any(pads)
    return F.avg_pool2d(x, tuple(kernel_shape), tuple(strides))


def _norm(x, scale, bias, mean, variance, *, epsilon=1e-5, **_):
    return F.batch_norm(x, mean, variance, scale, bias, training=False, eps=epsilon)


def _slice(x, *given, axes=None, starts=None, ends=None, **_):
    """Newer opsets pass the ranges as inputs; their steps are all 1."""
    if given:
        starts, ends, axes = (one.tolist() for one in given[:3])
    for axis, start, end in zip(axes, starts, ends):
        size = x.shape[axis]
        start, end = (max(0, value + size if value < 0 else min(value, size)) for value in (start, end))
        x = x.narrow(axis, start, end - start)
    return x


def _reshape(x, shape, **_):
    return x.reshape([x.shape[i] if size == 0 else size for i, size in enumerate(shape.tolist())])


def _squeeze(x, *, axes, **_):
    for axis in sorted((axis % x.dim() for axis in axes), reverse=True):
        x = x.squeeze(axis)
    return x


OPERATIONS = {
    "Add": lambda a, b, **_: a + b,
    "Sub": lambda a, b, **_: a - b,
    "Mul": lambda a, b, **_: a * b,
    "Div": lambda a, b, **_: a / b if a.is_floating_point() else a // b,
    "Pow": lambda a, b, **_: a**b,
    "Sqrt": lambda a, **_: a.sqrt(),
    "Relu": lambda a, **_: a.relu(),
    "Sigmoid": lambda a, **_: a.sigmoid(),
    "HardSigmoid": lambda a, *, alpha=0.2, beta=0.5, **_: (a * alpha + beta).clamp(0, 1),
    "Clip": lambda a, *, min, max, **_: a.clamp(min, max),
    "MatMul": lambda a, b, **_: a @ b,
    "Softmax": lambda a, *, axis=-1, **_: a.softmax(axis),
    "ReduceMean": lambda a, *, axes, keepdims=1, **_: a.mean(list(axes), keepdim=bool(keepdims)),
    "GlobalAveragePool": lambda a, **_: a.mean((2, 3), keepdim=True),
    "Concat": lambda *all, axis, **_: torch.cat([one.reshape(-1) if one.dim() == 0 else one for one in all], axis),
    "Transpose": lambda a, *, perm, **_: a.permute(*perm),
    "Shape": lambda a, **_: torch.tensor(a.shape),
    "Cast": lambda a, *, to, **_: a.to(TYPES[to]),
    "Gather": lambda a, at, *, axis=0, **_: a.index_select(axis, at.reshape(-1)).reshape(()) if at.dim() == 0 else a.index_select(axis, at),
    "Identity": lambda a, **_: a,
    "Conv": _conv,
    "AveragePool": _average,
    "BatchNormalization": _norm,
    "Slice": _slice,
    "Reshape": _reshape,
    "Squeeze": _squeeze,
    "Unsqueeze": lambda a, *, axes, **_: a.unsqueeze(axes[0]),
}

#: Smaller constants are parameters of an operator (exponent, clip bounds), not weights.
MIN_WEIGHTS = 2


class Graph(nn.Module):
    """`frozen`: number of convolutions, from the input, that are not trained."""

    def __init__(self, path: str, frozen: int = 0):
        super().__init__()
        self.network = Network(path)
        self.weights = nn.ParameterDict()
        self.constants: dict[str, torch.Tensor] = {}
        self.nodes = [(one.op_type, list(one.input), one.output[0], attributes(one)) for one in self.network.nodes]
        fixed = {name for operation, inputs, _, _ in self.nodes if operation == "BatchNormalization" for name in inputs[3:]}
        used = {name for _, inputs, _, _ in self.nodes for name in inputs}
        for name in used & self.network.constants.keys():
            value = torch.from_numpy(self.network.constants[name].copy())
            if value.is_floating_point() and value.numel() >= MIN_WEIGHTS and name not in fixed:
                self.weights[self._key(name)] = nn.Parameter(value)
            else:
                self.constants[name] = value
        for operation, inputs, *_ in self.nodes:
            if frozen == 0:
                break
            self._freeze(inputs)
            frozen -= operation == "Conv"

    def _freeze(self, names: list[str]) -> None:
        for name in names:
            if self._key(name) in self.weights:
                self.weights[self._key(name)].requires_grad_(False)

    def freeze_head(self) -> None:
        """Freezes the last three operators: a recognizer's classification layer."""
        for _, inputs, *_ in self.nodes[-3:]:
            self._freeze(inputs)

    @staticmethod
    def _key(name: str) -> str:
        return name.replace(".", "|")

    def forward(self, x: torch.Tensor, logits: bool = False) -> torch.Tensor:
        """With `logits`, the input of a final softmax."""
        values: dict[str, torch.Tensor] = {self.network.input: x}

        def value(name: str):
            if name in values:
                return values[name]
            return self.constants[name] if name in self.constants else self.weights[self._key(name)]

        for operation, inputs, output, options in self.nodes:
            given = [value(name) if name else None for name in inputs]
            if logits and output == self.network.output and operation == "Softmax":
                return given[0]
            values[output] = OPERATIONS[operation](*given, **options)
        return values[self.network.output]

    def save(self, path: str) -> None:
        for name in self.network.constants.keys():
            if self._key(name) in self.weights:
                self.network.constants[name] = self.weights[self._key(name)].detach().numpy()
        self.network.save(path)
