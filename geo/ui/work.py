"""Analyses a source and makes its map; kept by content, so that none is made twice."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

import msgspec

from geo import pipeline, wiring
from geo.contracts import Source
from geo.edits import length_at
from geo.lexicon.kept import keep
from geo.maps.build.article_map import make_spec
from geo.maps.build.second_map import detail_map
from geo.settings import Settings
from geo.ui.jobs import Job
from geo.ui.reader import reading_matter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from geo.contracts import Analysis, Edit, Quantity, Span
    from geo.maps.spec.model import Bounds, MapSpec

# An analysis takes well under a megabyte; this many articles are one desk's day.
_KEPT = 32
# What is chosen on a card is worked out while its button is looked for; most is never asked for.
_PREPARED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the page shows: the analysis, its map, and both as plain values for the browser.

    ``source`` is what it was made of; ``drawing`` is the map; ``matter`` is what lies below it.
    """

    source: Source
    analysis: Analysis
    spec: MapSpec
    drawing: dict[str, Any]
    matter: dict[str, Any]


class Desk:
    """The services and the latest results, shared by all who have the app open."""

    def __init__(self, *, kept: int = _KEPT) -> None:
        self._kept = kept
        self._lock = Lock()
        self._services: pipeline.Services | None = None
        self._results: OrderedDict[Source, Result] = OrderedDict()
        self._jobs: dict[Source, Job[Result]] = {}
        self._readings: OrderedDict[Source, pipeline.Reading] = OrderedDict()
        self._prepared: OrderedDict[tuple[Source, tuple[Edit, ...]], Job[Result]] = OrderedDict()

    def open(self, progress: Callable[[float, str], None]) -> pipeline.Services:
        """Open the services; who comes while another compiles the gazetteer waits for it."""
        with self._lock:
            if self._services is None:
                settings = Settings()
                # The ones that were opened before the server was, if they were.
                is_set_up = wiring.is_set_up(settings)
                self._services = (
                    wiring.kept_services(settings)
                    if is_set_up
                    else wiring.services(settings, progress=progress)
                )
            return self._services

    def work(self, source: Source, progress: Callable[[pipeline.Step], None]) -> Result:
        """Analyse a source and draw its map, or take both from the shelf."""
        with self._lock:
            if source in self._results:
                self._results.move_to_end(source)
                return self._results[source]
        result = self._make(source, progress)
        keep()
        with self._lock:
            self._results[source] = result
            while len(self._results) > self._kept:
                self._results.popitem(last=False)
        return result

    def start(self, source: Source) -> Job[Result]:
        """Begin to work at a source, or join who does so already."""
        with self._lock:
            running = self._jobs.get(source)
            if running is not None and not running.is_cancelled and not running.wait(0):
                return running
            job: Job[Result] = Job(lambda step: self.work(source, step))
            self._jobs = {key: one for key, one in self._jobs.items() if not one.wait(0)}
            self._jobs[source] = job
        job.start()
        return job

    def reopen(self, analysis: Analysis) -> Result:
        """Draw the map of an analysis that was made before."""
        article = analysis.article
        source = Source(
            text=article.text,
            title=article.title,
            published=article.published,
            url=article.url,
            blocks=article.blocks,
        )
        return self._drawn(source, analysis, self.open(lambda _share, _words: None))

    def prepare(self, result: Result, edits: Sequence[Edit]) -> None:
        """Begin to carry out corrections that are likely to be asked for next."""
        key = (result.source, tuple(edits))
        with self._lock:
            if key in self._prepared:
                return
            job: Job[Result] = Job(lambda _step: self._corrected(result, edits))
            self._prepared[key] = job
            while len(self._prepared) > _PREPARED:
                self._prepared.popitem(last=False)
        job.start()

    def correct(self, result: Result, edits: Sequence[Edit]) -> Result:
        """Carry out corrections on a story; its text is not read anew."""
        with self._lock:
            job = self._prepared.pop((result.source, tuple(edits)), None)
        if job is None:
            return self._corrected(result, edits)
        job.wait(None)
        return job.result()

    def _corrected(self, result: Result, edits: Sequence[Edit]) -> Result:
        services = self.open(lambda _share, _words: None)
        reading = self._reading(result.source, services, None)
        analysis = pipeline.understand(reading, services, edits=edits)
        return self._drawn(result.source, analysis, services)

    def length_at(self, result: Result, span: Span) -> Quantity | None:
        """Find the length that stands in some words of a story, read or not."""
        services = self.open(lambda _share, _words: None)
        return length_at(self._reading(result.source, services, None).document, span)

    def detail(self, result: Result) -> MapSpec | None:
        """Make the second map of a story of two scales; None where it has one."""
        gazetteer = self.open(lambda _share, _words: None).gazetteer
        return detail_map(result.analysis, wiring.basemap(), gazetteer)

    def framed(self, result: Result, frame: Bounds) -> MapSpec:
        """Make the map of a story anew for another frame, as fine as that asks for."""
        gazetteer = self.open(lambda _share, _words: None).gazetteer
        return make_spec(result.analysis, wiring.basemap(), gazetteer, frame=frame)

    def _make(self, source: Source, progress: Callable[[pipeline.Step], None]) -> Result:
        services = self.open(lambda _share, _words: None)
        reading = self._reading(source, services, progress)
        analysis = pipeline.understand(reading, services, progress=progress)
        return self._drawn(source, analysis, services)

    def _reading(
        self,
        source: Source,
        services: pipeline.Services,
        progress: Callable[[pipeline.Step], None] | None,
    ) -> pipeline.Reading:
        with self._lock:
            reading = self._readings.get(source)
        if reading is None:
            reading = pipeline.read(source, services, progress)
        with self._lock:
            self._readings[source] = reading
            self._readings.move_to_end(source)
            while len(self._readings) > self._kept:
                self._readings.popitem(last=False)
        return reading

    def _drawn(self, source: Source, analysis: Analysis, services: pipeline.Services) -> Result:
        spec = make_spec(analysis, wiring.basemap(), services.gazetteer)
        return Result(
            source=source,
            analysis=analysis,
            spec=spec,
            drawing=msgspec.to_builtins(spec),
            matter=reading_matter(analysis, spec, services.gazetteer),
        )


@cache
def desk() -> Desk:
    """Return the one desk of this server."""
    return Desk()


def lay_out(texts: Iterable[str]) -> None:
    """Have texts that are likely to be asked for on the desk before the first visitor is there.

    Raises
    ------
    DataMissing, GazetteerError
        As `geo.wiring.services`.
    """
    for text in texts:
        desk().work(Source(text=text), lambda _step: None)
