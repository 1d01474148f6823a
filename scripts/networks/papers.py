"""Draws paper: plain, a gradient from blue to pink, checkered, or under a laminate mesh; or a screen."""

import math
import random
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

#: Pairs of colors at the left and right ends of the current form.
GRADED = (((191, 226, 242), (241, 214, 234)), ((169, 211, 234), (220, 198, 228)), ((207, 232, 245), (238, 223, 240)), ((225, 238, 246), (240, 232, 240)))
CHECKERED = ((217, 236, 216), (207, 227, 203), (225, 238, 220))
WEB = (2200, 220)


@dataclass
class Sheet:
    """`ink`: color of the print on a screen."""

    paper: np.ndarray
    ink: np.ndarray | None = None
    is_screen: bool = False


class Papers:
    def __init__(self, rng: random.Random):
        self.rng = rng
        self.webs = [self._guilloche() for _ in range(40)]

    def _chance(self, share: float) -> bool:
        return self.rng.random() < share

    def color(self, low: int, high: int) -> np.ndarray:
        return np.array([self.rng.randint(low, high) for _ in range(3)], np.float32)

    def _guilloche(self) -> np.ndarray:
        """Mask of fine lines, 0..1, larger than any line of text."""
        width, height = WEB
        picture = Image.new("L", WEB, 0)
        draw = ImageDraw.Draw(picture)
        for _ in range(2):
            high, long, pitch = self.rng.uniform(5, 40), self.rng.uniform(60, 400), self.rng.uniform(6, 20)
            slope = self.rng.uniform(-1.5, 1.5)
            for row in range(int(-3500 / pitch), int(3700 / pitch)):
                points = [(x, row * pitch + slope * x + high * math.sin(x / long * 6.28 + row * 0.2)) for x in range(0, width + 1, 20)]
                if any(-20 < y < height + 20 for _, y in points):
                    draw.line(points, fill=self.rng.randint(60, 255), width=self.rng.choice([1, 1, 2]))
        return np.asarray(picture, np.float32) / 255

    def _web(self, height: int, width: int) -> np.ndarray:
        """A random crop of a guilloche."""
        pick = self.rng.choice(self.webs)
        x, y = self.rng.randint(0, max(0, WEB[0] - width)), self.rng.randint(0, max(0, WEB[1] - height))
        lines = pick[y : y + height, x : x + width]
        return np.pad(lines, ((0, height - lines.shape[0]), (0, width - lines.shape[1])))

    def _graded(self, height: int, width: int) -> np.ndarray:
        ends = self.rng.choice(GRADED)
        ends = ends if self._chance(0.5) else ends[::-1]
        start, end = sorted((self.rng.random(), self.rng.random()))
        share = np.linspace(start, end, width, dtype=np.float32)[None, :, None]
        paper = np.array(ends[0], np.float32) * (1 - share) + np.array(ends[1], np.float32) * share
        return np.repeat(paper, height, axis=0)

    def _threads(self, paper: np.ndarray, pitch: float, color: tuple[int, int, int], share: float, aside: int = 0) -> None:
        """Thin vertical and horizontal lines."""
        for axis in (0, 1):
            at = np.arange(self.rng.random() * pitch + aside, paper.shape[axis] - 1, pitch).astype(int)
            part = paper[at] if axis == 0 else paper[:, at]
            mixed = part * (1 - share) + np.array(color, np.float32) * share
            if axis == 0:
                paper[at] = mixed
            else:
                paper[:, at] = mixed

    def _screen(self, height: int, width: int) -> Sheet:
        paper = np.ones((height, width, 3), np.float32)
        if self._chance(0.3):
            blue = np.array([self.rng.randint(20, 90), self.rng.randint(90, 150), self.rng.randint(190, 250)], np.float32)
            return Sheet(paper * blue, self.color(235, 255), True)
        return Sheet(paper * self.color(240, 255), np.ones(3, np.float32) * self.rng.randint(20, 150), True)

    def sheet(self, height: int, width: int) -> Sheet:
        kind = self.rng.random()
        if kind < 0.06:
            return self._screen(height, width)
        if kind < 0.5:
            paper = self._graded(height, width)
        elif kind < 0.6:
            paper = np.ones((height, width, 3), np.float32) * np.array(self.rng.choice(CHECKERED), np.float32)
            self._threads(paper, self.rng.uniform(11, 20), (60, 130, 80), self.rng.uniform(0.15, 0.4))
        else:
            paper = np.ones((height, width, 3), np.float32) * (self.color(-8, 3) + 245)
        paper += (self._web(height, width) * self.rng.uniform(0, 0.6))[..., None] * (self.color(130, 230) - 245)
        if self._chance(0.5):
            pitch, share = self.rng.uniform(3, 6), self.rng.uniform(0.07, 0.35)
            self._threads(paper, pitch, (40, 80, 120), share)
            self._threads(paper, pitch, (255, 255, 255), share, 1)
        return Sheet(paper)
