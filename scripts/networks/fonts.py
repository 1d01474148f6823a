"""The fonts of the training lines, from the Debian packages in README.md.

None is used in the test split (`scripts/licenses/splits.ts`).
"""

import math
import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path("/usr/share/fonts")
CHINESE = (
    "opentype/noto/NotoSansCJK-*.ttc opentype/noto/NotoSerifCJK-*.ttc truetype/wqy/wqy-zenhei.ttc "
    "truetype/wqy/wqy-microhei.ttc truetype/arphic/*.ttc truetype/arphic-*/*.ttf truetype/droid/DroidSansFallbackFull.ttf"
).split()
LATIN = "truetype/**/*.ttf opentype/**/*.otf".split()
FAMILIES = (
    "DejaVuSansMono DejaVuSans DejaVuSerif LiberationMono LiberationSans LiberationSerif Inconsolata Hack FiraCode FiraMono "
    "RobotoMono Roboto SourceCodePro IBMPlexMono Cousine JetBrainsMono mononoki CascadiaMono B612Mono NotoMono "
    "AnonymousPro UbuntuMono OpenSans Lato FreeMono FreeSans Go-Mono OCRB ocrb osifont routed-gothic 3270 OCRA"
).split()
#: Technical lettering of uniform stroke width, the most similar to the narrow print of licenses.
LETTERING = ("osifont", "routed-gothic")
UNFIT = ("Italic", "italic", "Oblique", "Thin", "ExtraLight", "Hairline", "Black", "Condensed")
SIMPLIFIED = {"NotoSansCJK": 2, "NotoSerifCJK": 2}


@dataclass(frozen=True)
class Face:
    path: Path
    index: int = 0

    def at(self, em: int) -> ImageFont.FreeTypeFont:
        return _open(self, em)

    def has(self, text: str) -> bool:
        return all(_has(self, character) for character in text if ord(character) >= 0x2E80)


@cache
def _open(face: Face, em: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(face.path), em, index=face.index)


@cache
def _has(face: Face, character: str) -> bool:
    """Missing glyphs are drawn as the font's .notdef box."""
    font = face.at(30)
    return bytes(font.getmask(character)) not in (_missing(face), b"")


@cache
def _missing(face: Face) -> bytes:
    return bytes(face.at(30).getmask("\U0010fff0"))


def _has_all(face: Face, characters: str) -> bool:
    return all(_has(face, character) for character in characters)


def _find(patterns: list[str]) -> list[Path]:
    found = {path for pattern in patterns for path in FONTS.glob(pattern)}
    return sorted(path for path in found if not any(word in path.name for word in UNFIT))


def chinese_faces() -> list[Face]:
    faces = [Face(path, SIMPLIFIED.get(path.name.split("-")[0], 0)) for path in _find(CHINESE)]
    return [face for face in faces if face.has("样例号牌")]


def latin_faces() -> list[Face]:
    faces = [Face(path) for path in _find(LATIN) if path.name.startswith(tuple(FAMILIES))]
    return [face for face in faces if _has_all(face, "0OI18×")]


@dataclass(frozen=True)
class Hand:
    """The style of one printer."""

    latin: Face
    chinese: Face
    em: int
    spacing: float = 0.0
    #: Rise of the slash in a zero as a share of its height; None: no slash.
    zero: float | None = None
    #: Horizontal scale, vertical scale and shear of letters and digits.
    narrow: float = 1.0
    tall: float = 1.0
    slant: float = 0.0
    thin: bool = False

    def face_of(self, character: str):
        own = self.chinese if is_wide(character) else self.latin
        return own.at(self.em)

    @property
    def is_plain(self) -> bool:
        return self.narrow == self.tall == 1 and self.slant == 0 and not self.thin


def is_wide(character: str) -> bool:
    return ord(character) >= 0x2E80


class Fonts:
    def __init__(self, rng: random.Random):
        self.rng = rng
        self.chinese = chinese_faces()
        self.latin = latin_faces()
        self.lettering = [face for face in self.latin if face.path.name.startswith(LETTERING)]

    def can_print(self, text: str) -> bool:
        return any(face.has(text) for face in self.chinese)

    def _latin(self, chinese: Face) -> Face:
        if self.rng.random() < 0.35 and _has_all(chinese, "0OI18×"):
            return chinese
        return self.rng.choice(self.latin)

    def _shape(self) -> dict:
        """Half of the styles have narrow, tall, slanted letters."""
        if self.rng.random() < 0.5:
            return {}
        slant = math.tan(math.radians(self.rng.uniform(4, 15))) if self.rng.random() < 0.7 else 0.0
        narrow, tall = self.rng.uniform(0.55, 0.85), self.rng.uniform(1, 1.3)
        return {"narrow": narrow, "tall": tall, "slant": slant, "thin": self.rng.random() < 0.35}

    def hand(self, em: int, text: str = "") -> Hand:
        """The style of a value."""
        chinese = self.rng.choice([face for face in self.chinese if face.has(text)])
        shape = self._shape()
        # Narrow styles use the few lettering fonts more often, as they look like licenses.
        latin = self.rng.choice(self.lettering) if shape and self.rng.random() < 0.35 else self._latin(chinese)
        spacing = self.rng.uniform(0.02, 0.2) if self.rng.random() < 0.35 else 0.0
        zero = self.rng.choice([0.05, 0.25, 0.5, 0.75]) + self.rng.uniform(-0.05, 0.1) if self.rng.random() < 0.45 else None
        return Hand(latin, chinese, em, spacing * em, zero, **shape)

    def label_hand(self, em: int, text: str) -> Hand:
        """The style of a label; labels of few characters are spread to the width of their column."""
        chinese = self.rng.choice([face for face in self.chinese if face.has(text)])
        far = self.rng.uniform(0.2, 2.2 if len(text) == 2 else 0.8) if len(text) < 5 and self.rng.random() < 0.4 else 0.0
        return Hand(self._latin(chinese), chinese, em, far * em)
