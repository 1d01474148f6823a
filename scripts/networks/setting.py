"""Typesets a line in the style of one printer; masks of ink, 0..1."""

from itertools import groupby

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from fonts import Hand, is_wide
from texts import GAP

#: px: maximum character size.
EM = 44
#: Baseline of a mask 3 em high.
BASE = 2 * EM


def _narrowed(ink: Image.Image, hand: Hand) -> Image.Image:
    """Scales, shears and thins letters; baseline and left edge stay."""
    if hand.thin:
        # Blended, as full erosion would erase thin fonts.
        ink = Image.blend(ink, ink.filter(ImageFilter.MinFilter(3)), 0.6)
    a, b = 1 / hand.narrow, hand.slant / hand.narrow
    # Inverse transform, around one em from the left and the baseline.
    shift = EM - a * EM - b * BASE
    return ink.transform(ink.size, Image.Transform.AFFINE, (a, b, shift, 0, 1 / hand.tall, BASE - BASE / hand.tall), Image.Resampling.BILINEAR)


def _stroke(draw: ImageDraw.ImageDraw, box: tuple[float, float, float, float], hand: Hand) -> None:
    """Draws the slash of a zero."""
    left, top, right, bottom = box
    inset, middle = (right - left) * 0.2, (top + bottom) / 2
    up = (bottom - top) * hand.zero / 2
    draw.line((left + inset, middle + up, right - inset, middle - up), fill=255, width=max(2, hand.em // 15))


def _run(text: str, hand: Hand) -> tuple[np.ndarray, float]:
    """Mask of characters of one script, one em from the left, and their width."""
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
    """Mask 3 em high, 0..1, and the left and right ends of its ink."""
    runs = [_run("".join(run), hand) for _, run in groupby(text, is_wide)]
    mask = np.zeros((3 * EM, int(sum(width for _, width in runs)) + 4 * EM), np.float32)
    x = 2.0 * EM
    for ink, width in runs:
        part = mask[:, int(x) - EM : int(x) - EM + ink.shape[1]]
        np.maximum(part, ink[:, : part.shape[1]], out=part)
        x += width
    return mask, 2 * EM, int(x - hand.spacing)
