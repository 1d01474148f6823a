"""The fonts that lines are drawn with: Debian packages, listed in README.md.

None of them is a font of the project's test split (`scripts/licenses/splits.ts`).
"""

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
    "AnonymousPro UbuntuMono OpenSans Lato FreeMono FreeSans Go-Mono OCRB ocrb Terminus"
).split()
UNFIT = ("Italic", "Oblique", "Thin", "ExtraLight", "Hairline", "Black", "Condensed")
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
    """A glyph that a font has not is drawn as its box for missing ones."""
    font = face.at(30)
    return bytes(font.getmask(character)) not in (bytes(font.getmask("\U0010fff0")), b"")


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
    """What one printer prints with."""

    latin: Face
    chinese: Face
    em: int
    spacing: float
    stroked_zero: bool

    def face_of(self, character: str):
        own = self.latin if ord(character) < 0x2E80 else self.chinese
        return own.at(self.em)


class Fonts:
    def __init__(self, rng: random.Random):
        self.rng = rng
        self.chinese = chinese_faces()
        self.latin = latin_faces()

    def hand(self, em: int, text: str = "") -> Hand:
        chinese = self.rng.choice([face for face in self.chinese if face.has(text)])
        same = self.rng.random() < 0.4 and _has_all(chinese, "0OI18×")
        latin = chinese if same else self.rng.choice(self.latin)
        spacing = self.rng.uniform(0.02, 0.14) if self.rng.random() < 0.3 else 0.0
        return Hand(latin, chinese, em, spacing * em, self.rng.random() < 0.25)
