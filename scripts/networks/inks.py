"""Simulates ink: dot matrix, worn ribbon, rough edges. Masks of 0..1."""

import random

import numpy as np
from PIL import Image


class Inks:
    def __init__(self, rng: random.Random, noise: np.random.Generator):
        self.rng = rng
        self.noise = noise

    def _dots(self, mask: np.ndarray) -> np.ndarray:
        """Dot matrix print, some of it with faint rows."""
        pitch = self.rng.uniform(3, 5)
        gaps = self.rng.uniform(0.3, 0.9)
        y, x = np.mgrid[0 : mask.shape[0], 0 : mask.shape[1]]
        far = np.hypot((x % pitch) - pitch / 2, (y % pitch) - pitch / 2) / (pitch / 2)
        dotted = mask * (1 - gaps * np.clip((far - 0.6) / 0.4, 0, 1))
        if self.rng.random() < 0.3:
            dotted[(y + self.rng.randint(0, 60)) % self.rng.randint(30, 60) < pitch] *= 0.25
        return dotted

    def _faded(self, mask: np.ndarray) -> np.ndarray:
        minimum = self.rng.uniform(0.3, 0.9)
        wave = np.sin(np.arange(mask.shape[1]) / self.rng.uniform(40, 300) + self.rng.uniform(0, 6))
        return mask * (minimum + (1 - minimum) * (wave + 1) / 2)

    def _rough(self, mask: np.ndarray) -> np.ndarray:
        """Ink that bleeds in places and is missing in others."""
        grain = self.rng.uniform(2, 5)
        small = self.noise.normal(0, 1, (max(2, int(mask.shape[0] / grain)), max(2, int(mask.shape[1] / grain)))).astype(np.float32)
        spots = np.asarray(Image.fromarray(small).resize(mask.shape[::-1], Image.Resampling.BILINEAR))
        return mask * np.clip(1 + spots * self.rng.uniform(0.15, 0.5), 0.1, 1)

    def of(self, mask: np.ndarray) -> np.ndarray:
        for share, change in ((0.25, self._dots), (0.15, self._faded), (0.25, self._rough)):
            if self.rng.random() < share:
                mask = change(mask)
        return mask
