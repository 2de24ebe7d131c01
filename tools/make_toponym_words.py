"""Three packages go in; the recogniser's lists of words and people's names come out.

    python -m tools.make_toponym_words FOLDER

FOLDER holds, unpacked: Debian's ``wamerican`` (``usr/share/dict/american-english``), and from PyPI
``names`` 0.3.0 (``names/dist.*``) and ``faker`` (``faker/providers/person``). First names and
surnames of the US Census of 1990 come with how common they are, first names with the pronoun of
those who bear them; Faker adds those of other countries
as far as they are written in Latin letters.
"""

from __future__ import annotations

import ast
import re
import sys
import unicodedata
from pathlib import Path

from geo.settings import Settings

TO = Settings().data / "lexicon" / "en"

_COMMONEST_SURNAMES = 12_000
_LATIN_NAME = re.compile(r"[a-z]{2,}")
_FIRST, _LAST = re.compile(r"first.*names|first_names.*"), re.compile(r"last.*names.*")

_LISTED = 1.0  # percent that a name of another country's list counts for
_SHORT = 3  # letters: names of China and Korea, of men and women alike
_MOSTLY = 20  # times as many of one sex: a name that tells which

# A first name that is a word of the dictionary too must be borne by so many of 100,000 people.
_LEAST_SHARE = 4


def main() -> None:
    """Write ``dictionary.tsv``, ``first_names.tsv`` and ``surnames.tsv``."""
    folder = Path(sys.argv[1])
    (dictionary,) = folder.rglob("american-english")
    listed = dictionary.read_text("utf-8").split()
    words = {word for word in listed if word.isalpha() and word.islower()}
    share = _census_first(folder)
    names = {*share, *_faker(folder, _FIRST)}
    first = {
        name for name in names
        if len(name) > 2 and (name not in words or share.get(name, 0) >= _LEAST_SHARE)  # noqa: PLR2004
    }  # fmt: skip
    surnames = {*_census_last(folder), *_faker(folder, _LAST)}
    _write("dictionary", sorted(words))
    sex = _sex(folder)
    rows = ((name, str(share.get(name, 0)), sex.get(name, "")) for name in sorted(first))
    _write("first_names", ["\t".join(row) for row in rows])
    _write("surnames", sorted(surnames))


def _census_first(folder: Path) -> dict[str, int]:
    share: dict[str, float] = {}
    for sex in ("male", "female"):
        (path,) = folder.rglob(f"dist.{sex}.first")
        for line in path.read_text("ascii").splitlines():
            name, percent = line.split()[:2]
            share[name.lower()] = share.get(name.lower(), 0.0) + float(percent)
    return {name: round(percent * 1000) for name, percent in share.items()}


def _sex(folder: Path) -> dict[str, str]:
    """Tell "he" from "she" by a name, where hardly anybody else bears it."""
    borne: dict[str, dict[str, float]] = {"he": {}, "she": {}}
    for sex, word in (("male", "he"), ("female", "she")):
        for name in _faker(folder, re.compile(rf"first_names_{sex}")):
            borne[word][name] = _LISTED if len(name) > _SHORT else 0.0
        (path,) = folder.rglob(f"dist.{sex}.first")
        for line in path.read_text("ascii").splitlines():
            name, percent = line.split()[:2]
            borne[word][name.lower()] = borne[word].get(name.lower(), 0.0) + float(percent)
    return {
        name: word
        for word, other in (("he", "she"), ("she", "he"))
        for name, share in borne[word].items()
        if share >= _MOSTLY * borne[other].get(name, 0.0)
    }


def _census_last(folder: Path) -> set[str]:
    (path,) = folder.rglob("dist.all.last")
    rows = [line.split() for line in path.read_text("ascii").splitlines()]
    return {row[0].lower() for row in rows if int(row[3]) <= _COMMONEST_SURNAMES}


def _faker(folder: Path, wanted: re.Pattern[str]) -> set[str]:
    """Read the lists of names out of Faker's modules without running them."""
    found: set[str] = set()
    for path in folder.rglob("faker/providers/person/*/__init__.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            if wanted.fullmatch(node.targets[0].id):
                found.update(_plain(each) for each in _strings(node.value))
    return {name for name in found if _LATIN_NAME.fullmatch(name)}


def _strings(node: ast.AST) -> list[str]:
    return [
        each.value
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(each for each in letters if not unicodedata.combining(each)).lower()


def _write(name: str, lines: list[str]) -> None:
    (TO / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
