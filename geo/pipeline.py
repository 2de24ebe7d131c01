"""The whole flow on one page: a text goes in, an `Analysis` comes out.

read → text → toponyms → resolve → journeys → routes → claims → checks. (maps and export go on from
the analysis; `geo.cli` and `geo.ui` call them.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.checks import Ground, check_claims
from geo.claims import find_claims
from geo.contracts import Analysis, Mode, Problem, Source
from geo.journeys import find_journeys
from geo.read import read_text
from geo.resolve import resolve
from geo.routes import draw_routes
from geo.text import make_document
from geo.toponyms import find_toponyms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from geo.ports import Annotator, Boundaries, Facts, Gazetteer, Router
    from geo.settings import Settings

STAGES = ("read", "text", "toponyms", "resolve", "journeys", "routes", "claims", "checks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What the stages are given from outside; built in `geo.wiring`."""

    gazetteer: Gazetteer
    boundaries: Boundaries
    facts: Facts
    routers: Mapping[Mode, Router]
    settings: Settings
    annotator: Annotator | None = None  # without it words have no grammar


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A stage that has just ended: its name, its place among `STAGES`, and what it found."""

    stage: str
    number: int
    found: str


def analyse(
    source: Source, services: Services, *, progress: Callable[[Step], None] | None = None
) -> Analysis:
    """Read a text, place its names, follow its journeys and check its figures.

    Raises
    ------
    ArticleError
        If there is no text to read, or it is too long.
    """
    problems: list[Problem] = []

    def ended(stage: str, found: str, new: tuple[Problem, ...] = ()) -> None:
        problems.extend(new)
        if progress is not None:
            progress(Step(stage=stage, number=STAGES.index(stage) + 1, found=found))

    article, new = read_text(source, services.settings)
    ended("read", _count(len(article.sentences), "sentence"), new)

    document, new = make_document(article, services.annotator)
    ended("text", _count(sum(len(one.tokens) for one in document.sentences), "word"), new)

    toponyms = find_toponyms(article, document, services.gazetteer)
    ended("toponyms", _count(len(toponyms), "name"))

    geocodes, new = resolve(article, toponyms, services.gazetteer, services.boundaries)
    ended("resolve", _count(len({g.place.feature_id for g in geocodes if g.place}), "place"), new)

    itineraries, new = find_journeys(article, document, toponyms, geocodes)
    ended("journeys", _count(len(itineraries), "journey"), new)

    routes, new = draw_routes(itineraries, services.routers)
    ended("routes", _count(len(routes), "route"), new)

    claims, new = find_claims(article, document, toponyms, geocodes, itineraries)
    ended("claims", _count(len(claims), "claim"), new)

    ground = Ground(
        geocodes={geocode.toponym_id: geocode for geocode in geocodes},
        gazetteer=services.gazetteer,
        boundaries=services.boundaries,
        facts=services.facts,
        published=article.published,
    )
    checks = check_claims(
        claims,
        geocodes,
        itineraries,
        routes,
        services.boundaries,
        ground=ground,
        routers=services.routers,
    )
    ended("checks", _count(len(checks), "check"))

    return Analysis(
        article=article,
        toponyms=toponyms,
        geocodes=geocodes,
        itineraries=itineraries,
        routes=routes,
        claims=claims,
        checks=checks,
        problems=tuple(problems),
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
