"""Simulates a camera or scanner (light, moiré, blur, noise, JPEG), and crops the line as the engine does."""

import io
import math
import random

import numpy as np
from PIL import Image, ImageFilter

HEIGHT = 48
#: As in `ocr/recognize.ts`.
SQUEEZE = 0.85
MAX_WIDTH = 640
#: px: maximum line height in the photo.
LARGEST = 64
#: As in `pixels/sample-quad.ts`.
INK, PAPER, MAX_GAIN, DARKEST, LIGHTEST = -0.8, 0.85, 5, 0.02, 0.9


def stretch_contrast(line: np.ndarray) -> np.ndarray:
    """As `stretchContrast` in `pixels/sample-quad.ts`; -1..1."""
    mean = line.mean(axis=0)
    dark, light = np.quantile(mean, [DARKEST, LIGHTEST])
    gain = min(MAX_GAIN, (PAPER - INK) / max(0.01, light - dark))
    return line if gain <= 1 else np.clip(PAPER - (light - line) * gain, -1, 1)


class Camera:
    def __init__(self, rng: random.Random, noise: np.random.Generator):
        self.rng = rng
        self.noise = noise

    def _chance(self, share: float) -> bool:
        return self.rng.random() < share

    def moire(self, picture: np.ndarray) -> np.ndarray:
        """Interference of the pixels of a screen with those of the camera."""
        height, width, _ = picture.shape
        y, x = np.mgrid[0:height, 0:width].astype(np.float32)
        across, down = self.rng.uniform(-0.5, 0.5), self.rng.uniform(-0.5, 0.5)
        waves = [np.sin(x * across + y * down + phase) for phase in (0, self.rng.uniform(0, 2), self.rng.uniform(0, 4))]
        return picture * (1 + np.stack(waves, axis=-1) * self.rng.uniform(0.02, 0.14))

    def light(self, picture: np.ndarray) -> np.ndarray:
        height, width, _ = picture.shape
        x = np.linspace(0, 1, width, dtype=np.float32)
        brightness = self.rng.uniform(0.25, 1.05) if self._chance(0.5) else 1.0
        brightness = brightness * (1 + self.rng.uniform(-0.35, 0.35) * (x - 0.5))
        if self._chance(0.15):
            brightness = brightness * np.where(x < self.rng.random(), self.rng.uniform(0.55, 0.85), 1)
        lit = picture * brightness[None, :, None] * (1 + self.noise.uniform(-0.05, 0.05, 3))
        if self._chance(0.1):
            glare = np.exp(-(((x - self.rng.random()) / self.rng.uniform(0.05, 0.4)) ** 2)) * self.rng.uniform(0.2, 0.75)
            lit = lit + (255 - lit) * glare[None, :, None]
        return np.clip(lit, 0, 255)

    def _blurred(self, shot: Image.Image, high: int) -> Image.Image:
        """Lens and motion blur, sharpening, noise and compression."""
        if self._chance(0.6):
            shot = shot.filter(ImageFilter.GaussianBlur(self.rng.uniform(0, 0.05 if self._chance(0.85) else 0.075) * high))
        if self._chance(0.15):
            shot = shot.filter(ImageFilter.UnsharpMask(self.rng.uniform(1, 3), self.rng.randint(50, 200), 2))
        if self._chance(0.6):
            grain = self.noise.normal(0, self.rng.uniform(1, 11), (shot.height, shot.width, 3 if self._chance(0.5) else 1))
            shot = Image.fromarray(np.clip(np.asarray(shot, np.float32) + grain, 0, 255).astype(np.uint8))
        if self._chance(0.7):
            packed = io.BytesIO()
            shot.save(packed, "JPEG", quality=self.rng.randint(30, 95))
            shot = Image.open(packed).convert("RGB")
        return shot

    def _shear(self, height: int) -> tuple[float, ...]:
        turn, lean = self.rng.gauss(0, 0.008), self.rng.gauss(0, 0.06)
        return (1, lean, -lean * height / 2, turn, 1, 0)

    def shoot(self, picture: np.ndarray, box: tuple[float, float, float, float], smallest: int) -> np.ndarray:
        """Photographs the picture and crops the line: planes B, G, R, -1..1. `smallest`: px of the line height."""
        left, top, right, bottom = box
        high = bottom - top
        # Most lines are smaller in the photo than in the recognizer's input.
        scale = math.exp(self.rng.uniform(math.log(smallest), math.log(LARGEST))) / high
        margin = 0.3 * high
        whole = Image.fromarray(picture.astype(np.uint8)).crop((int(left - margin), int(top - margin), int(right + margin), int(bottom + margin)))
        size = (max(8, round(whole.width * scale)), max(8, round(whole.height * scale)))
        shot = whole.transform(whole.size, Image.Transform.AFFINE, self._shear(whole.height), Image.Resampling.BILINEAR, fillcolor=(230, 232, 230))
        shot = self._blurred(shot.resize(size, Image.Resampling.BOX if self._chance(0.5) else Image.Resampling.BILINEAR), size[1])
        share = size[1] / whole.height
        edge = (margin * share, margin * share, size[0] - margin * share, size[1] - margin * share)
        width = (edge[2] - edge[0]) / (edge[3] - edge[1]) * HEIGHT * SQUEEZE * self.rng.uniform(0.92, 1.08)
        line = shot.resize((min(MAX_WIDTH, max(24, round(width))), HEIGHT), Image.Resampling.BILINEAR, box=edge)
        values = np.asarray(line, np.float32)[..., ::-1].transpose(2, 0, 1) / 127.5 - 1
        return stretch_contrast(values)
