"""Finds fonts whose letters draw a text, the same on every machine.

Latin, Greek and Cyrillic are set in Inter, Arabic in IBM Plex Sans Arabic, Hebrew in Heebo: each
a package of fonts under the Open Font License. Chinese, Japanese and Korean fonts take 50 MB, so
they are used when the package justmytype-intl-cjk is there. A letter that none of these has is
looked for in the fonts of the machine; one that is nowhere is told, never drawn as a silent box.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from geo.errors import DataMissing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_INTER, _ARABIC, _HEBREW = "fontpkg-inter", "fontpkg-ibm-plex-sans-arabic", "fontpkg-heebo"
_EAST, _ADVICE = "justmytype-intl-cjk", "pip install justmytype-intl-cjk"
# Which of the eastern fonts comes first: that of the language which has such letters alone.
_ORDERS = {
    "HANGUL": ("kr", "sc", "jp", "tc"),
    "HIRAGANA": ("jp", "tc", "sc", "kr"),
    "KATAKANA": ("jp", "tc", "sc", "kr"),
    "CJK": ("sc", "tc", "jp", "kr"),
}
_NAMED = {"Regular": 400, "SemiBold": 600, "Bold": 700}
REGULAR = 400
_UNDRAWN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
# The machine of a designer has thousands of fonts; to look into one takes some milliseconds.
_MOST_LOOKED_INTO = 1_500


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A font file; ``weight`` is 0 when it varies and can be cut at any."""

    path: str
    index: int = 0
    weight: int = REGULAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Lender:
    """A font, in one or several files, that has letters which Inter lacks."""

    faces: tuple[Face, ...]
    ours: bool

    def face(self, weight: int) -> Face:
        """Choose the file nearest to a weight."""
        return min(self.faces, key=lambda face: abs((face.weight or weight) - weight))


# Lists fonts that may have some letters, the best first.
Lenders: TypeAlias = "Callable[[str], Iterable[Lender]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """What a text is drawn with besides Inter: letters that others lend, and that none has."""

    lent: tuple[tuple[Lender, str], ...] = ()
    missing: str = ""

    @property
    def note(self) -> str:
        """Say what does not look the same everywhere, or not at all; "" when all is well."""
        told = []
        if strange := "".join(letters for lender, letters in self.lent if not lender.ours):
            told.append(
                f"The letters {strange} are drawn with fonts of this machine, so they may look "
                f"different elsewhere"
            )
        if self.missing:
            told.append(
                f"No font here has the letters {self.missing}, so each is drawn as □. Install a "
                "font that has them"
            )
        if told:
            told.append(f"Fonts for Chinese, Japanese and Korean: {_ADVICE}")
        return ". ".join(told)


def lettering(text: str, lenders: Lenders | None = None) -> Lettering:
    """Find out which fonts have the letters of a text.

    ``lenders`` says which fonts besides Inter may be used; all that are here unless it is given.

    Raises
    ------
    DataMissing
        If a package of fonts that belongs to the program is not installed.
    """
    left = foreign(text)
    lent = []
    for lender in (lenders or all_lenders)(left) if left else ():
        if not left:
            break
        has = letters_of(lender.faces[0].path, lender.faces[0].index)
        if found := "".join(letter for letter in left if ord(letter) in has):
            lent.append((lender, found))
            left = "".join(letter for letter in left if letter not in found)
    return Lettering(lent=tuple(lent), missing=left)


def foreign(text: str) -> str:
    """Give the letters of a text that Inter lacks, each once."""
    inter = _inter_letters()
    return "".join(
        sorted(
            letter
            for letter in set(text)
            if ord(letter) not in inter and unicodedata.category(letter) not in _UNDRAWN
        )
    )


@cache
def inter_files() -> tuple[Path, ...]:
    """Files of Inter: upright and italic, both of every weight.

    Raises
    ------
    DataMissing
        If the package is not installed.
    """
    return _own_files(_INTER)


def upright() -> str:
    """Path of upright Inter."""
    return next(str(path) for path in inter_files() if "Italic" not in path.name)


@lru_cache(maxsize=2_000)
def letters_of(path: str, index: int = 0) -> frozenset[int]:
    """Code points that a font has a shape for; none if it cannot be read."""
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 - only stills need it

    try:
        with TTFont(path, fontNumber=index, lazy=True) as font:
            return frozenset(font.getBestCmap() or ())
    except (TTLibError, OSError, KeyError, AssertionError):
        return frozenset()  # a damaged font of the machine lends nothing


@cache
def _inter_letters() -> frozenset[int]:
    # Italic Inter has a few letters less.
    return frozenset.intersection(*(letters_of(str(path)) for path in inter_files()))


@cache
def _own_files(package: str) -> tuple[Path, ...]:
    folder = _folder(package)
    files = sorted((folder / "files").glob("*.ttf")) if folder else []
    if not files:
        raise DataMissing(
            f"The fonts of the package {package} are missing; install the packages of "
            "requirements.txt again."
        )
    return tuple(files)


def _folder(package: str) -> Path | None:
    spec = find_spec(package.replace("-", "_"))
    return Path(spec.origin).parent if spec and spec.origin else None


def all_lenders(letters: str) -> Iterator[Lender]:
    """Fonts that may have letters which Inter lacks: those of packages, then of the machine."""
    yield from program_lenders(letters)
    yield from _of_east(letters)
    yield from _of_machine()


def program_lenders(_letters: str) -> Iterator[Lender]:
    """Fonts that every installation of the program has besides Inter."""
    named = (
        Face(path=str(path), weight=weight)
        for name, weight in _NAMED.items()
        for path in _own_files(_ARABIC)
        if path.stem.endswith(f"-{name}")
    )
    yield Lender(faces=tuple(named), ours=True)
    yield Lender(faces=(Face(path=str(_own_files(_HEBREW)[0]), weight=0),), ours=True)


def _of_east(letters: str) -> Iterator[Lender]:
    if folder := _folder(_EAST):
        for name in _order(letters):
            for path in sorted((folder / "fonts" / "ofl" / f"notosans{name}").glob("*.ttf")):
                yield Lender(faces=(Face(path=str(path), weight=0),), ours=True)


def _order(letters: str) -> tuple[str, ...]:
    kinds = {unicodedata.name(letter, "").split(" ")[0] for letter in letters}
    return next((order for kind, order in _ORDERS.items() if kind in kinds), _ORDERS["CJK"])


@cache
def _of_machine() -> tuple[Lender, ...]:
    """List the upright fonts of the machine by family, each with its weights."""
    from typst import Fonts  # noqa: PLC0415 - it knows where each system keeps its fonts

    families: dict[str, list[Face]] = {}
    for font in Fonts(include_system_fonts=True, include_embedded_fonts=False).fonts():
        if font.path and font.style == "normal":
            face = Face(path=str(font.path), index=font.index, weight=font.weight)
            families.setdefault(font.family, []).append(face)
    lenders = []
    for _, faces in sorted(families.items())[:_MOST_LOOKED_INTO]:
        faces.sort(key=lambda face: (abs(face.weight - REGULAR), face.path))
        lenders.append(Lender(faces=tuple(faces), ours=False))
    return tuple(lenders)
