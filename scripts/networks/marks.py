"""Draws rules under and through the print, the security strip, frames and seals."""

import random

import numpy as np
from PIL import Image, ImageDraw

SEAL_EM = 112
SEAL_SIDE = 420


class Marks:
    """Draws onto RGB pictures, 0..255. `base`: baseline, `em`: character height, px."""

    def __init__(self, rng: random.Random):
        self.rng = rng

    def rule(self, picture: np.ndarray, base: int, em: int, through: bool) -> None:
        """A dotted or solid rule below the characters or through their lower half."""
        height, width, _ = picture.shape
        row = base + int(em * (self.rng.uniform(-0.45, 0.12) if through else self.rng.uniform(0.08, 0.38)))
        thick = self.rng.choice([1, 2, 2, 3])
        x = np.arange(self.rng.randint(0, width // 3) if self.rng.random() < 0.4 else 0, width)
        if self.rng.random() < 0.75:
            pitch = self.rng.uniform(4, 9)
            x = x[x % pitch < pitch * self.rng.uniform(0.35, 0.6)]
        y = row + (x * self.rng.uniform(-0.01, 0.01)).astype(int)
        color, share = np.float32(self.rng.randint(25, 110)), self.rng.uniform(0.4, 0.95)
        for down in range(thick):
            at = np.clip(y + down, 0, height - 1)
            picture[at, x] = picture[at, x] * (1 - share) + color * share

    def strip(self, picture: np.ndarray, left: int, right: int, base: int, em: int, widest: float) -> None:
        """A dash of the security strip with microprint."""
        height, width, _ = picture.shape
        wide = max(4, int(em * self.rng.uniform(0.12, widest)))
        x = self.rng.randint(left, max(left, right - wide))
        band = picture[:, x : x + wide]
        band += (np.array((90, 170, 190), np.float32) - band) * 0.25
        top = base - int(em * self.rng.uniform(-0.3, 2.5))
        dash = band[max(0, top) : max(0, top + int(em * self.rng.uniform(0.6, 1.8)))]
        dash += (np.array((15, 52, 64), np.float32) - dash) * self.rng.uniform(0.6, 0.95)
        for y in range(0, dash.shape[0], 5):
            inset = self.rng.randint(1, 3)
            dash[y : y + 2, inset:-inset] = (79, 208, 187)

    def frame(self, picture: np.ndarray, box: tuple[int, int, int, int], color: np.ndarray, thick: int) -> None:
        left, top, right, bottom = box
        height, width, _ = picture.shape
        for y in (top, bottom):
            picture[max(0, y) : max(0, y + thick), max(0, left) : max(0, right)] = color
        for x in (left, right):
            picture[max(0, top) : max(0, bottom), max(0, x) : max(0, x + thick)] = color

    def seal(self, face, rows: list[str]) -> np.ndarray:
        """Mask of a part of a seal, 0..1."""
        picture = Image.new("L", (SEAL_SIDE, SEAL_SIDE), 0)
        draw = ImageDraw.Draw(picture)
        draw.rectangle((8, 8, SEAL_SIDE - 8, SEAL_SIDE - 8), outline=255, width=self.rng.randint(4, 9))
        for row, text in enumerate(rows):
            draw.text((30, 26 + row * 120), text, font=face.at(SEAL_EM), fill=255)
        return np.asarray(picture.rotate(self.rng.uniform(-6, 6)), np.float32) / 255

    def under_seal(self, picture: np.ndarray, seal: np.ndarray, red: np.ndarray) -> None:
        height, width, _ = picture.shape
        x, y = self.rng.randint(-300, width - 60), self.rng.randint(-300, height - 60)
        over = np.zeros((height, width), np.float32)
        into = over[max(0, y) : max(0, y + SEAL_SIDE), max(0, x) : max(0, x + SEAL_SIDE)]
        into[:] = seal[max(0, -y) :, max(0, -x) :][: into.shape[0], : into.shape[1]]
        picture *= 1 - (over * self.rng.uniform(0.4, 0.9))[..., None] * (1 - red / 255)
