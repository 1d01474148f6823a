"""Draws lines of print as photos of licenses show them, the way the recognizer is given them: 48 px high, squeezed."""

import io
import math
import random
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from fonts import Fonts, Hand
from texts import Texts, is_one_way

#: px: of values, and of labels. Few: an opened font of Chinese takes a lot of memory.
EM, EMS, SMALL_EM = 44, (38, 44), 30
SEAL_EM = 112
HEIGHT = 48
#: As in `ocr/recognize.ts`.
SQUEEZE = 0.85
MAX_WIDTH = 640
#: Share of lines that stand on their heads: the engine tells by them which way up a picture is.
UPSIDE_DOWN = 0.1
#: As in `pixels/sample.ts`.
INK, PAPER, MAX_GAIN, DARKEST, LIGHTEST = -0.8, 0.85, 5, 0.02, 0.9


def brighten(line: np.ndarray) -> np.ndarray:
    """As `brighten` in `pixels/sample.ts`: -1..1."""
    mean = line.mean(axis=0)
    dark, light = np.quantile(mean, [DARKEST, LIGHTEST])
    gain = min(MAX_GAIN, (PAPER - INK) / max(0.01, light - dark))
    return line if gain <= 1 else np.clip(PAPER - (light - line) * gain, -1, 1)


@dataclass
class Printed:
    """A text, the ink of its value and of its label (0..1), and from where to where they go."""

    text: str
    value: np.ndarray
    label: np.ndarray
    left: int
    right: int
    label_color: np.ndarray


class Lines:
    def __init__(self, seed: int, known: set[str]):
        self.rng = random.Random(seed)
        self.noise = np.random.default_rng(seed)
        self.texts = Texts(self.rng, known)
        self.fonts = Fonts(self.rng)
        self.known = known
        self.papers = [self._guilloche() for _ in range(40)]
        self.seals = [self._seal() for _ in range(40)]

    def _chance(self, share: float) -> bool:
        return self.rng.random() < share

    def _guilloche(self) -> np.ndarray:
        """0..1: where fine lines are printed; larger than any line."""
        picture = Image.new("L", (2200, 220), 0)
        draw = ImageDraw.Draw(picture)
        for _ in range(2):
            high, long, pitch = self.rng.uniform(5, 40), self.rng.uniform(60, 400), self.rng.uniform(6, 20)
            slope = self.rng.uniform(-1.5, 1.5)
            for row in range(int(-3500 / pitch), int(3700 / pitch)):
                points = [(x, row * pitch + slope * x + high * math.sin(x / long * 6.28 + row * 0.2)) for x in range(0, 2201, 20)]
                if any(-20 < y < 240 for _, y in points):
                    draw.line(points, fill=self.rng.randint(60, 255), width=self.rng.choice([1, 1, 2]))
        return np.asarray(picture, np.float32) / 255

    def _seal(self) -> np.ndarray:
        """0..1: the ink of a part of a seal."""
        side = 420
        picture = Image.new("L", (side, side), 0)
        draw = ImageDraw.Draw(picture)
        draw.rectangle((8, 8, side - 8, side - 8), outline=255, width=self.rng.randint(4, 9))
        font = self.rng.choice(self.fonts.chinese).at(SEAL_EM)
        for row in range(3):
            draw.text((30, 26 + row * 120), self.texts.han(3), font=font, fill=255)
        return np.asarray(picture.rotate(self.rng.uniform(-6, 6)), np.float32) / 255

    def _mask(self, text: str, hand: Hand) -> tuple[np.ndarray, int, int]:
        """0..1: ink, on 3 em of height; from where to where it goes."""
        widths = [hand.face_of(character).getlength(character) + hand.spacing for character in text]
        picture = Image.new("L", (int(sum(widths)) + 4 * EM, 3 * EM), 0)
        draw = ImageDraw.Draw(picture)
        x, base = 2.0 * EM, 2 * EM
        for character, width in zip(text, widths):
            font = hand.face_of(character)
            draw.text((x, base), character, font=font, fill=255, anchor="ls")
            if character == "0" and hand.stroked_zero:
                left, top, right, bottom = draw.textbbox((x, base), character, font=font, anchor="ls")
                inset = (right - left) * 0.28
                draw.line((left + inset, bottom - (bottom - top) * 0.1, right - inset, top + (bottom - top) * 0.1), fill=255, width=max(2, hand.em // 16))
            x += width
        mask = np.asarray(picture, np.float32) / 255
        return mask, 2 * EM, int(x - hand.spacing)

    def _dots(self, mask: np.ndarray) -> np.ndarray:
        """As pins print it."""
        pitch = self.rng.uniform(3, 5)
        gaps = self.rng.uniform(0.3, 0.9)
        y, x = np.mgrid[0 : mask.shape[0], 0 : mask.shape[1]]
        far = np.hypot((x % pitch) - pitch / 2, (y % pitch) - pitch / 2) / (pitch / 2)
        dotted = mask * (1 - gaps * np.clip((far - 0.6) / 0.4, 0, 1))
        if self._chance(0.3):
            dotted[(y + self.rng.randint(0, 60)) % self.rng.randint(30, 60) < pitch] *= 0.25
        return dotted

    def _faded(self, mask: np.ndarray) -> np.ndarray:
        least = self.rng.uniform(0.3, 0.9)
        wave = np.sin(np.arange(mask.shape[1]) / self.rng.uniform(40, 300) + self.rng.uniform(0, 6))
        return mask * (least + (1 - least) * (wave + 1) / 2)

    def _red(self) -> np.ndarray:
        return np.array([self.rng.randint(180, 225), self.rng.randint(30, 90), self.rng.randint(40, 90)], np.float32)

    def _printed(self) -> Printed:
        dice = self.rng.random()
        if dice < 0.1:
            text = self.texts.english() if dice < 0.03 else self.texts.label()
            mask, left, right = self._mask(text, self.fonts.hand(self.rng.choice(EMS)))
            return Printed(text, mask * 0, mask, left, right, self._color(25, 130))
        if dice < 0.16:
            text = self.texts.seal()
            mask, left, right = self._mask(text, self.fonts.hand(EM, text))
            return Printed(text, mask * 0, mask, left, right, self._red())
        text = self.texts.value()
        mask, left, right = self._mask(text, self.fonts.hand(self.rng.choice(EMS), text))
        if self._chance(0.2):
            mask = self._dots(mask)
        if self._chance(0.15):
            mask = self._faded(mask)
        if dice > 0.9:
            own = self.fonts.hand(SMALL_EM)
            label = self.texts.label()
            before, start, end = self._mask(label, own)
            gap = self.rng.randint(0, 60)
            width = end + gap + mask.shape[1] - left
            both = np.zeros((2, mask.shape[0], width), np.float32)
            both[0, :, : min(width, before.shape[1])] += before[:, :width]
            both[1, :, end + gap :] += mask[:, left:]
            return Printed(label + text, both[1], both[0], start, end + gap + right - left, self._color(25, 130))
        return Printed(text, mask, np.zeros_like(mask), left, right, self._color(25, 130))

    def _crop(self, ink: np.ndarray, left: int, right: int) -> tuple[float, float, float, float]:
        """The box that the detector may find around it."""
        rows = np.flatnonzero(ink.max(axis=1) > 0.3 * ink.max())
        top, bottom = min(rows[0], int(1.35 * EM)), max(rows[-1], 2 * EM) + 1
        high = bottom - top
        return (
            left - self.rng.uniform(-0.03, 0.4) * high,
            top - self.rng.uniform(0, 0.32) * high,
            right + self.rng.uniform(-0.03, 0.4) * high,
            bottom + self.rng.uniform(0, 0.32) * high,
        )

    def _around(self, ink: np.ndarray, left: int, right: int) -> np.ndarray:
        """Ink of the lines above and below, as far as it comes into the box."""
        hand = self.fonts.hand(SMALL_EM)
        more = np.zeros_like(ink)
        for move in (-self.rng.uniform(1.15, 1.5), self.rng.uniform(1.15, 1.5)):
            if self._chance(0.5):
                other, start, _ = self._mask(self.texts.value(), hand)
                down = int(move * EM)
                moved = np.roll(other, down, axis=0)
                moved[: max(0, down)] = 0
                width = min(ink.shape[1] - left, other.shape[1] - start)
                more[:, left : left + width] += moved[:, start : start + width]
        return np.clip(more, 0, 1)

    def _color(self, low: int, high: int) -> np.ndarray:
        return np.array([self.rng.randint(low, high) for _ in range(3)], np.float32)

    def _paint(self, printed: Printed) -> np.ndarray:
        value, label = printed.value, printed.label
        height, width = value.shape
        pick = self.rng.choice(self.papers)
        x, y = self.rng.randint(0, max(0, 2200 - width)), self.rng.randint(0, max(0, 220 - height))
        lines = pick[y : y + height, x : x + width]
        lines = np.pad(lines, ((0, height - lines.shape[0]), (0, width - lines.shape[1])))
        paper = np.ones((height, width, 3), np.float32) * (self._color(-8, 3) + 245)
        paper += (lines * self.rng.uniform(0, 0.6))[..., None] * (self._color(130, 230) - 245)
        shade = label[..., None] * self.rng.uniform(0.6, 1)
        painted = paper * (1 - shade) + printed.label_color * shade
        if self._chance(0.12):
            row = self.rng.randint(2 * EM + 6, 2 * EM + 16)
            painted[row : row + 2] = painted[row : row + 2] * 0.5 + self._color(30, 120) * 0.5
        shade = value[..., None] * self.rng.uniform(0.75, 1)
        painted = painted * (1 - shade) + self._color(12, 50) * shade
        if self._chance(0.2):
            seal = self.rng.choice(self.seals)
            x, y = self.rng.randint(-300, width - 60), self.rng.randint(-300, height - 60)
            over = np.zeros((height, width), np.float32)
            into = over[max(0, y) : max(0, y + 420), max(0, x) : max(0, x + 420)]
            into[:] = seal[max(0, -y) :, max(0, -x) :][: into.shape[0], : into.shape[1]]
            painted *= 1 - (over * self.rng.uniform(0.4, 0.9))[..., None] * (1 - self._red() / 255)
        return np.clip(painted, 0, 255)

    def _shine(self, picture: np.ndarray) -> np.ndarray:
        height, width, _ = picture.shape
        x = np.linspace(0, 1, width, dtype=np.float32)
        light = self.rng.uniform(0.25, 1.05) if self._chance(0.5) else 1.0
        light = light * (1 + self.rng.uniform(-0.35, 0.35) * (x - 0.5))
        if self._chance(0.15):
            light = light * np.where(x < self.rng.random(), self.rng.uniform(0.55, 0.85), 1)
        lit = picture * light[None, :, None] * (1 + self.noise.uniform(-0.05, 0.05, 3))
        if self._chance(0.1):
            glare = np.exp(-(((x - self.rng.random()) / self.rng.uniform(0.05, 0.4)) ** 2)) * self.rng.uniform(0.2, 0.75)
            lit = lit + (255 - lit) * glare[None, :, None]
        return np.clip(lit, 0, 255)

    def _shoot(self, picture: np.ndarray, box: tuple[float, float, float, float]) -> np.ndarray:
        """A camera's picture of it, and of that the line: planes B, G, R of -1..1."""
        left, top, right, bottom = box
        high = bottom - top
        # px of the line in the camera's picture; most are smaller than what the recognizer is given.
        scale = math.exp(self.rng.uniform(math.log(16), math.log(64))) / high
        margin = 0.3 * high
        whole = Image.fromarray(picture.astype(np.uint8)).crop((int(left - margin), int(top - margin), int(right + margin), int(bottom + margin)))
        size = (max(8, round(whole.width * scale)), max(8, round(whole.height * scale)))
        shot = whole.transform(whole.size, Image.Transform.AFFINE, self._shear(whole.height), Image.Resampling.BILINEAR, fillcolor=(230, 232, 230))
        shot = shot.resize(size, Image.Resampling.BOX if self._chance(0.5) else Image.Resampling.BILINEAR)
        if self._chance(0.6):
            shot = shot.filter(ImageFilter.GaussianBlur(self.rng.uniform(0, 0.05 if self._chance(0.85) else 0.075) * size[1]))
        if self._chance(0.6):
            grain = self.noise.normal(0, self.rng.uniform(1, 11), (size[1], size[0], 3 if self._chance(0.5) else 1))
            shot = Image.fromarray(np.clip(np.asarray(shot, np.float32) + grain, 0, 255).astype(np.uint8))
        if self._chance(0.7):
            packed = io.BytesIO()
            shot.save(packed, "JPEG", quality=self.rng.randint(35, 95))
            shot = Image.open(packed).convert("RGB")
        share = size[1] / whole.height
        edge = (margin * share, margin * share, size[0] - margin * share, size[1] - margin * share)
        width = (edge[2] - edge[0]) / (edge[3] - edge[1]) * HEIGHT * SQUEEZE * self.rng.uniform(0.92, 1.08)
        line = shot.resize((min(MAX_WIDTH, max(24, round(width))), HEIGHT), Image.Resampling.BILINEAR, box=edge)
        values = np.asarray(line, np.float32)[..., ::-1].transpose(2, 0, 1) / 127.5 - 1
        return brighten(values)

    def _shear(self, height: int) -> tuple[float, ...]:
        turn, lean = self.rng.gauss(0, 0.008), self.rng.gauss(0, 0.06)
        return (1, lean, -lean * height / 2, turn, 1, 0)

    def draw(self) -> tuple[np.ndarray, str]:
        """3 × 48 × W, and the text that stands there: none on a line that stands on its head."""
        while True:
            printed = self._printed()
            if not set(printed.text) <= self.known:
                continue
            ink = np.maximum(printed.value, printed.label)
            box = self._crop(ink, printed.left, printed.right)
            if (box[2] - box[0]) / (box[3] - box[1]) * HEIGHT * SQUEEZE > MAX_WIDTH:
                continue
            if self._chance(0.2):
                printed.value = np.maximum(printed.value, self._around(ink, printed.left, printed.right))
            picture = self._shoot(self._shine(self._paint(printed)), box)
            if self._chance(UPSIDE_DOWN) and is_one_way(printed.text):
                return picture[:, ::-1, ::-1], ""
            return picture, printed.text
