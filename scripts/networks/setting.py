"""Sets characters in a line, as one printer prints them: masks of ink, 0..1."""

from itertools import groupby

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from fonts import Hand, is_wide
from texts import GAP

#: px: the largest characters.
EM = 44
#: Where characters stand on a mask of 3 em.
BASE = 2 * EM


def _narrowed(ink: Image.Image, hand: Hand) -> Image.Image:
    """Letters as a printer of narrow, leaning ones prints them; they stand where they stood."""
    if hand.thin:
        # Not all of it: of some fonts nothing would be left.
        ink = Image.blend(ink, ink.filter(ImageFilter.MinFilter(3)), 0.6)
    a, b = 1 / hand.narrow, hand.slant / hand.narrow
    # Of a point of the result: where it was; x from the margin of one em, y from the base.
    shift = EM - a * EM - b * BASE
    return ink.transform(ink.size, Image.Transform.AFFINE, (a, b, shift, 0, 1 / hand.tall, BASE - BASE / hand.tall), Image.Resampling.BILINEAR)


def _stroke(draw: ImageDraw.ImageDraw, box: tuple[float, float, float, float], hand: Hand) -> None:
    """What makes a slashed zero of one."""
    left, top, right, bottom = box
    inset, middle = (right - left) * 0.2, (top + bottom) / 2
    up = (bottom - top) * hand.zero / 2
    draw.line((left + inset, middle + up, right - inset, middle - up), fill=255, width=max(2, hand.em // 15))


def _run(text: str, hand: Hand) -> tuple[np.ndarray, float]:
    """Ink of characters of one kind, one em from the left, and how far they go."""
    fonts = [hand.face_of(character) for character in text]
    widths = [font.getlength(character) + hand.spacing for character, font in zip(text, fonts)]
    picture = Image.new("L", (int(sum(widths)) + 2 * EM, 3 * EM), 0)
    draw = ImageDraw.Draw(picture)
    x = float(EM)
    for character, font, width in zip(text, fonts, widths):
        if character != GAP:
            draw.text((x, BASE), character, font=font, fill=255, anchor="ls")
        if character == "0" and hand.zero is not None:
            _stroke(draw, draw.textbbox((x, BASE), character, font=font, anchor="ls"), hand)
        x += width
    if is_wide(text[0]) or hand.is_plain:
        return np.asarray(picture, np.float32) / 255, x - EM
    return np.asarray(_narrowed(picture, hand), np.float32) / 255, (x - EM) * hand.narrow


def mask_of(text: str, hand: Hand) -> tuple[np.ndarray, int, int]:
    """0..1: ink, on 3 em of height; from where to where it goes."""
    runs = [_run("".join(run), hand) for _, run in groupby(text, is_wide)]
    mask = np.zeros((3 * EM, int(sum(width for _, width in runs)) + 4 * EM), np.float32)
    x = 2.0 * EM
    for ink, width in runs:
        part = mask[:, int(x) - EM : int(x) - EM + ink.shape[1]]
        np.maximum(part, ink[:, : part.shape[1]], out=part)
        x += width
    return mask, 2 * EM, int(x - hand.spacing)
