"""Reads and writes an ONNX file: operators, and constants by name; weights are stored in half precision."""

import numpy as np
import onnx
from onnx import helper, numpy_helper

#: Suffix of half-precision weights, which are cast to full precision on loading.
HALF = "/half"


def attributes(node: onnx.NodeProto) -> dict:
    return {one.name: helper.get_attribute_value(one) for one in node.attribute}


class Network:
    def __init__(self, path: str):
        self.model = onnx.load(path)
        self.constants = {one.name: numpy_helper.to_array(one) for one in self.model.graph.initializer}
        self.nodes: list[onnx.NodeProto] = []
        for node in self.model.graph.node:
            if node.op_type == "Constant":
                self.constants[node.output[0]] = numpy_helper.to_array(attributes(node)["value"])
            elif node.op_type == "Cast" and node.input[0].endswith(HALF):
                self.constants[node.output[0]] = self.constants.pop(node.input[0]).astype(np.float32)
            else:
                self.nodes.append(node)

    @property
    def input(self) -> str:
        return self.model.graph.input[0].name

    @property
    def output(self) -> str:
        return self.model.graph.output[0].name

    def save(self, path: str) -> None:
        """Stores biases in full precision: they are small and matter more."""
        casts, initializers = [], []
        used = {name for node in self.nodes for name in node.input}
        for name in sorted(used & self.constants.keys()):
            value = np.asarray(self.constants[name])
            if value.dtype == np.float32 and value.ndim > 1:
                casts.append(helper.make_node("Cast", [name + HALF], [name], to=onnx.TensorProto.FLOAT))
                initializers.append(numpy_helper.from_array(value.astype(np.float16), name + HALF))
            else:
                initializers.append(numpy_helper.from_array(value, name))
        saved = onnx.ModelProto()
        saved.CopyFrom(self.model)
        # No feature of a newer file format is used.
        saved.ir_version = min(saved.ir_version, onnx.IR_VERSION)
        del saved.graph.initializer[:], saved.graph.node[:], saved.graph.value_info[:]
        saved.graph.initializer.extend(initializers)
        saved.graph.node.extend(casts + self.nodes)
        onnx.checker.check_model(saved)
        onnx.save(saved, path)
