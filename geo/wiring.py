"""The only place where real services are built, from the settings."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from geo.adapters.basemap.world import StoredBasemap, open_basemap
from geo.adapters.facts.tables import open_facts
from geo.adapters.gazetteer.lookup import is_compiled, open_gazetteer
from geo.adapters.grammar.model import GrammarModel, open_grammar
from geo.adapters.routers import open_own, open_routers
from geo.contracts import Source
from geo.lexicon.kept import keep
from geo.pipeline import Services, analyse
from geo.read import read_file
from geo.settings import Reader, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from geo.contracts import Analysis, Mode
    from geo.ports import LabelNames, Router


# Figures that do not hold: the networks are asked only before one is refused.
_WARM = Source(
    text="The train left Paris for Rome. Paris lies 9,000 km from Rome by road. "
    "Paris lies 9,000 km from Rome by rail. Lisbon lies 90 km from Genoa by sea."
)


def basemap(settings: Settings | None = None) -> StoredBasemap:
    """Open the basemap, which also knows the countries' borders."""
    return _basemap(settings or Settings())


@lru_cache(maxsize=4)
def _basemap(settings: Settings) -> StoredBasemap:
    # Kept by the settings as they are: it is one and the same, whoever asks for it and how.
    return open_basemap(settings)


@lru_cache(maxsize=4)
def label_names(language: str) -> LabelNames:
    """Open the names of one language for the labels of maps."""
    from geo.adapters.label_names import StoredLabelNames  # noqa: PLC0415 - few maps need it

    return StoredLabelNames(Settings().data / "basemap" / "label_names.tsv", language)


@lru_cache(maxsize=4)
def annotator(settings: Settings | None = None) -> GrammarModel | None:
    """Name the grammar model; its files are opened when the first sentence comes.

    None where the settings ask for the fast reader.
    """
    settings = settings or Settings()
    return open_grammar(settings) if settings.reader is Reader.CAREFUL else None


@lru_cache(maxsize=4)
def kept_services(settings: Settings) -> Services:
    """Build what the stages need once a process, for whoever calls again and again.

    Raises
    ------
    DataMissing, GazetteerError
        As `services`.
    """
    return services(settings)


@lru_cache(maxsize=4)
def routers(settings: Settings | None = None) -> Mapping[Mode, Router]:
    """Name the networks by mode; each is read when the first leg of its mode comes."""
    return open_routers(settings or Settings())


def warm_up(settings: Settings) -> Analysis:
    """Have all that is opened when it is first needed opened now; gives a story that needed it.

    What had to be worked out of words for it is kept for the processes to come.

    Raises
    ------
    DataMissing, GazetteerError
        As `services`.
    """
    story = analyse(_WARM, kept_services(settings))
    keep()
    return story


def examples(settings: Settings) -> Iterator[Analysis]:
    """Analyse our own examples, which need most of what other stories do.

    Raises
    ------
    DataMissing, GazetteerError
        As `services`.
    """
    for text in example_texts(settings).values():
        yield analyse(Source(text=text), kept_services(settings))
    keep()


@cache
def example_texts(settings: Settings) -> dict[str, str]:
    """Read our own example articles, by file name without its ending."""
    folder = settings.data / "examples"
    return {path.stem: read_file(path, settings) for path in sorted(folder.glob("*.txt"))}


def is_set_up(settings: Settings) -> bool:
    """Whether the gazetteer is compiled, so that nothing takes minutes."""
    return is_compiled(settings)


def own_router(path: Path, mode: Mode) -> Router:
    """Give the router of a user's own lines: a GeoPackage, or an extract of OpenStreetMap."""
    return open_own(path, mode)


def online_router(named: str, mode: Mode) -> Router:
    """Give the router of a server that the user named, such as "osrm=http://localhost:5000"."""
    from geo.adapters.online.router import open_online  # noqa: PLC0415 - brings a network client

    return open_online(named, mode)


def services(
    settings: Settings | None = None,
    *,
    progress: Callable[[float, str], None] | None = None,
) -> Services:
    """Build what the stages need; everything is on this machine.

    ``progress`` is called with a share (0 to 1) and words while the gazetteer is compiled, which
    happens once.

    Raises
    ------
    DataMissing
        If a data file of the program is not there.
    GazetteerError
        If the gazetteer can be neither opened nor compiled.
    """
    settings = settings or Settings()
    return Services(
        gazetteer=open_gazetteer(settings, progress=progress),
        boundaries=basemap(settings),
        facts=open_facts(settings),
        routers=routers(settings),
        settings=settings,
        annotator=annotator(settings),
    )
