"""Draws lines of print as photos of licenses show them, the way the recognizer is given them: 48 px high, squeezed."""

import random
from dataclasses import dataclass

import numpy as np
from PIL import Image

from camera import HEIGHT, MAX_WIDTH, SQUEEZE, Camera
from fonts import Fonts, Hand
from inks import Inks
from marks import Marks
from papers import Papers
from setting import BASE, EM, mask_of
from texts import GAP, Texts, is_chinese, is_one_way

#: px: of values, and of labels. Few: an opened font of Chinese takes a lot of memory.
EMS, SMALL_EM = (38, 44), 30
#: Share of upside-down lines, which must read as empty.
UPSIDE_DOWN = 0.1
#: px: minimum line height in the photo, for easy text and for Chinese values.
SMALLEST, SMALLEST_CHINESE = 9, 16


@dataclass
class Printed:
    """A text, masks of its value and label (0..1), and its left and right ends (px)."""

    text: str
    value: np.ndarray
    label: np.ndarray
    left: int
    right: int
    label_color: np.ndarray
    #: Legible at any size.
    is_easy: bool = False
    is_seal: bool = False
    is_stamp: bool = False


class Lines:
    def __init__(self, seed: int, known: set[str]):
        self.rng = random.Random(seed)
        self.noise = np.random.default_rng(seed)
        self.fonts = Fonts(self.rng)
        self.known = {character for character in known if not is_chinese(character) or self.fonts.can_print(character)}
        self.texts = Texts(self.rng, self.known)
        self.inks = Inks(self.rng, self.noise)
        self.marks = Marks(self.rng)
        self.papers = Papers(self.rng)
        self.camera = Camera(self.rng, self.noise)
        self.seals = [self.marks.seal(self.rng.choice(self.fonts.chinese), [self.texts.prose(3) for _ in range(3)]) for _ in range(40)]

    def _chance(self, share: float) -> bool:
        return self.rng.random() < share

    def _condensed(self, printed: tuple[np.ndarray, int, int], min_scale: float) -> tuple[np.ndarray, int, int]:
        """Squeezed, as overlong text is printed."""
        mask, left, right = printed
        share = self.rng.uniform(min_scale, 1)
        width = round(mask.shape[1] * share)
        small = Image.fromarray(mask).resize((width, mask.shape[0]), Image.Resampling.BILINEAR)
        return np.clip(np.asarray(small), 0, 1), int(left * share), int(right * share)

    def _red(self) -> np.ndarray:
        return np.array([self.rng.randint(180, 225), self.rng.randint(30, 90), self.rng.randint(40, 90)], np.float32)

    def _label(self) -> tuple[str, tuple[np.ndarray, int, int]]:
        text = self.texts.label()
        mask = mask_of(text, self.fonts.label_hand(SMALL_EM, text))
        return text, self._condensed(mask, 0.65) if self._chance(0.25) else mask

    def _only_label(self) -> Printed:
        if self._chance(0.3):
            text = self.texts.english()
            mask, left, right = mask_of(text, self.fonts.hand(self.rng.choice(EMS)))
        else:
            text, (mask, left, right) = self._label()
        return Printed(text, mask * 0, mask, left, right, self.papers.color(25, 130), is_easy=True)

    def _seal_row(self) -> Printed:
        text = self.texts.seal()
        latin = self.rng.choice(self.fonts.latin)
        chinese = self.rng.choice([face for face in self.fonts.chinese if face.has(text)])
        hand = Hand(latin, chinese, EM, EM * self.rng.uniform(0, 0.5))
        mask, left, right = mask_of(text, hand)
        return Printed(text, mask * 0, mask, left, right, self._red(), is_seal=True)

    def _value(self) -> tuple[str, tuple[np.ndarray, int, int]]:
        text = self.texts.value()
        while not self.fonts.can_print(text):
            text = self.texts.value()
        mask = mask_of(text, self.fonts.hand(self.rng.choice(EMS), text))
        mask = self._condensed(mask, 0.6) if self._chance(0.2) else mask
        return text, (self.inks.of(mask[0]), *mask[1:])

    def _labeled(self, text: str, value: tuple[np.ndarray, int, int]) -> Printed:
        """A label and a value so close that the detector takes both for one line."""
        mask, left, right = value
        label, (before, start, end) = self._label()
        gap = self.rng.randint(0, 60)
        width = end + gap + mask.shape[1] - left
        both = np.zeros((2, mask.shape[0], width), np.float32)
        both[0, :, : min(width, before.shape[1])] += before[:, :width]
        both[1, :, end + gap :] += mask[:, left:]
        return Printed(label + text, both[1], both[0], start, end + gap + right - left, self.papers.color(25, 130))

    def _printed(self) -> Printed:
        dice = self.rng.random()
        if dice < 0.11:
            return self._only_label()
        if dice < 0.18:
            return self._seal_row()
        text, (mask, left, right) = self._value()
        if dice > 0.92:
            return self._labeled(text, (mask, left, right))
        printed = Printed(text, mask, np.zeros_like(mask), left, right, self.papers.color(25, 130))
        printed.is_easy = not any(map(is_chinese, text[1:-1]))
        printed.is_stamp = "检验有效期" in text
        return printed

    def _crop(self, ink: np.ndarray, left: int, right: int) -> tuple[float, float, float, float]:
        """A box as the detector may find it."""
        rows = np.flatnonzero(ink.max(axis=1) > 0.3 * ink.max())
        top, bottom = min(rows[0], int(1.35 * EM)), max(rows[-1], BASE) + 1
        high = bottom - top
        return (
            left - self.rng.uniform(-0.03, 0.4) * high,
            top - self.rng.uniform(0, 0.32) * high,
            right + self.rng.uniform(-0.03, 0.4) * high,
            bottom + self.rng.uniform(0, 0.32) * high,
        )

    def _around(self, ink: np.ndarray, left: int, right: int) -> np.ndarray:
        """Ink of the lines above and below that reaches into the box."""
        more = np.zeros_like(ink)
        for move in (-self.rng.uniform(1.15, 1.5), self.rng.uniform(1.15, 1.5)):
            if self._chance(0.5):
                text = self.texts.english() if move > 0 and self._chance(0.5) else self.texts.prose(8)
                other, start, _ = mask_of(text, self.fonts.label_hand(SMALL_EM, text))
                down = int(move * EM)
                moved = np.roll(other, down, axis=0)
                moved[: max(0, down)] = 0
                width = min(ink.shape[1] - left, other.shape[1] - start)
                more[:, left : left + width] += moved[:, start : start + width]
        return np.clip(more, 0, 1)

    def _mark_under(self, painted: np.ndarray, printed: Printed, red: np.ndarray) -> None:
        """Draws what the form has under the print."""
        is_word = len(printed.text) > 2 and any(character not in "-—kg" for character in printed.text)
        if not printed.is_seal and self._chance(0.4):
            self.marks.rule(painted, BASE, EM, is_word and self._chance(0.55))
        left, top = printed.left - self.rng.randint(6, 30), BASE - int(EM * self.rng.uniform(0.95, 1.5))
        box = (left, top, printed.right + self.rng.randint(6, 30), BASE + int(EM * self.rng.uniform(0.2, 0.6)))
        if printed.is_stamp and self._chance(0.6):
            self.marks.frame(painted, box, self.papers.color(40, 95), self.rng.choice([2, 3]))
        if printed.is_seal and self._chance(0.4):
            self.marks.frame(painted, box, red, self.rng.choice([2, 3, 4]))

    def _mark_over(self, painted: np.ndarray, printed: Printed, red: np.ndarray) -> None:
        """Draws what lies over the print."""
        if not printed.is_seal and self._chance(0.12):
            self.marks.under_seal(painted, self.rng.choice(self.seals), red)
        is_form = printed.is_seal or printed.label.any()
        if self._chance(0.2 if is_form else 0.06):
            self.marks.strip(painted, printed.left, printed.right, BASE, EM, 0.5 if is_form else 0.25)

    def _paint(self, printed: Printed) -> np.ndarray:
        value, label = printed.value, printed.label
        sheet = self.papers.sheet(*value.shape)
        painted, red = sheet.paper, self._red()
        if not sheet.is_screen:
            self._mark_under(painted, printed, red)
        for mask, color in ((label, printed.label_color), (value, self.papers.color(12, 60))):
            if mask.any():
                shade = mask[..., None] * self.rng.uniform(0.6, 1)
                painted = painted * (1 - shade) + (color if sheet.ink is None else sheet.ink) * shade
        if not sheet.is_screen:
            self._mark_over(painted, printed, red)
        elif self._chance(0.5):
            painted = self.camera.moire(painted)
        return np.clip(painted, 0, 255)

    def draw(self) -> tuple[np.ndarray, str]:
        """A picture, 3 × 48 × W, and its text, which is empty if the line is upside down."""
        while True:
            printed = self._printed()
            text = printed.text.replace(GAP, "")
            if not set(text) <= self.known:
                continue
            ink = np.maximum(printed.value, printed.label)
            box = self._crop(ink, printed.left, printed.right)
            if (box[2] - box[0]) / (box[3] - box[1]) * HEIGHT * SQUEEZE > MAX_WIDTH:
                continue
            if self._chance(0.2):
                printed.value = np.maximum(printed.value, self._around(ink, printed.left, printed.right))
            picture = self.camera.shoot(self.camera.light(self._paint(printed)), box, SMALLEST if printed.is_easy else SMALLEST_CHINESE)
            if self._chance(UPSIDE_DOWN) and is_one_way(text):
                return picture[:, ::-1, ::-1], ""
            return picture, text
