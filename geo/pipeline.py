"""The whole flow on one page: a text goes in, an `Analysis` comes out.

read → text → toponyms → resolve → journeys → routes → claims → checks. (maps and export go on from
the analysis; `geo.cli` and `geo.ui` call them.) A person's corrections are carried out between the
stages, so that all that comes after a name, a journey or a figure follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.checks import Ground, check_claims
from geo.claims import find_claims
from geo.contracts import Analysis, Mode, Problem, Source
from geo.edits import Places, edit_claims, edit_journeys, edit_toponyms, lost_edits, still_open
from geo.journeys import as_said, find_journeys, routes_as_said
from geo.read import read_text
from geo.resolve import resolve
from geo.routes import draw_courses, draw_routes
from geo.text import make_document, with_referents
from geo.toponyms import find_toponyms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from geo.contracts import Article, Document, Edit, Toponym
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is known of a text before any name is placed; corrections leave it as it is."""

    article: Article
    document: Document
    toponyms: tuple[Toponym, ...]
    problems: tuple[Problem, ...]


def analyse(
    source: Source,
    services: Services,
    *,
    edits: Sequence[Edit] = (),
    progress: Callable[[Step], None] | None = None,
) -> Analysis:
    """Read a text, place its names, follow its journeys and check its figures.

    ``edits`` are a person's corrections, carried out on top of what is found.

    Raises
    ------
    ArticleError
        If there is no text to read, or it is too long.
    """
    return understand(read(source, services, progress), services, edits=edits, progress=progress)


def read(
    source: Source, services: Services, progress: Callable[[Step], None] | None = None
) -> Reading:
    """Read a text and find its names: the longer half of the work, done once a text.

    Raises
    ------
    ArticleError
        If there is no text to read, or it is too long.
    """
    told = _Told(progress)

    article, new = read_text(source, services.settings)
    told.ended("read", _count(len(article.sentences), "sentence"), new)

    document, new = make_document(article, services.annotator, services.gazetteer)
    told.ended("text", _count(sum(len(one.tokens) for one in document.sentences), "word"), new)

    toponyms = find_toponyms(article, document, services.gazetteer)
    told.ended("toponyms", _count(len(toponyms), "name"))

    return Reading(
        article=article, document=document, toponyms=toponyms, problems=tuple(told.problems)
    )


def understand(
    reading: Reading,
    services: Services,
    *,
    edits: Sequence[Edit] = (),
    progress: Callable[[Step], None] | None = None,
) -> Analysis:
    """Go on from what was read: done anew at every correction."""
    article, document = reading.article, reading.document
    told = _Told(progress)

    toponyms, chosen = edit_toponyms(article.text, reading.toponyms, edits)
    geocodes, new = resolve(
        article,
        toponyms,
        services.gazetteer,
        services.boundaries,
        facts=services.facts,
        chosen=chosen,
    )
    told.ended(
        "resolve", _count(len({g.place.feature_id for g in geocodes if g.place}), "place"), new
    )

    document = with_referents(article, document, toponyms, geocodes)
    itineraries, new = find_journeys(article, document, toponyms, geocodes)
    ends = Places(article.text, toponyms, geocodes)
    itineraries, lost_legs = edit_journeys(article.text, itineraries, ends, edits)
    told.ended("journeys", _count(len(itineraries), "journey"), new)

    routes, new = draw_routes(itineraries, services.routers, geocodes)
    courses = draw_courses(itineraries, services.routers, geocodes)
    told.ended("routes", _count(len(routes), "route"), new)

    said = as_said(itineraries)
    claims, new = find_claims(article, document, toponyms, geocodes, said)
    claims, lost_figures = edit_claims(article, document, claims, toponyms, edits)
    told.ended("claims", _count(len(claims), "claim"), still_open(new, claims))

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
        said,
        routes_as_said(routes, itineraries),
        services.boundaries,
        ground=ground,
        routers=services.routers,
    )
    told.ended("checks", _count(len(checks), "check"))

    lost = lost_edits(edits, (*lost_legs, *lost_figures), ends)
    return Analysis(
        article=article,
        toponyms=toponyms,
        geocodes=geocodes,
        itineraries=itineraries,
        routes=routes,
        courses=courses,
        claims=claims,
        checks=checks,
        problems=(*reading.problems, *told.problems, *lost),
        edits=tuple(edits),
    )


class _Told:
    """Keeps the problems of stages, and says when one has ended."""

    def __init__(self, progress: Callable[[Step], None] | None) -> None:
        self.problems: list[Problem] = []
        self._progress = progress

    def ended(self, stage: str, found: str, new: tuple[Problem, ...] = ()) -> None:
        self.problems.extend(new)
        if self._progress is not None:
            self._progress(Step(stage=stage, number=STAGES.index(stage) + 1, found=found))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
