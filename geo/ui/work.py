"""Analyses a source and makes its map; kept by content, so that none is made twice."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

import msgspec
import streamlit as st

from geo import pipeline, wiring
from geo.maps.build.article_map import make_spec
from geo.ui.jobs import Job
from geo.ui.reader import reading_matter

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.contracts import Analysis, Source
    from geo.maps.spec.model import MapSpec

# An analysis takes well under a megabyte; this many articles are one desk's day.
_KEPT = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the page shows: the analysis, its map, and both as plain values for the browser.

    ``drawing`` is the map; ``matter`` is what lies below it.
    """

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

    def open(self, progress: Callable[[float, str], None]) -> pipeline.Services:
        """Open the services; who comes while another compiles the gazetteer waits for it."""
        with self._lock:
            if self._services is None:
                self._services = wiring.services(progress=progress)
            return self._services

    def work(self, source: Source, progress: Callable[[pipeline.Step], None]) -> Result:
        """Analyse a source and draw its map, or take both from the shelf."""
        with self._lock:
            if source in self._results:
                self._results.move_to_end(source)
                return self._results[source]
        result = self._make(source, progress)
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
        return self._drawn(analysis, self.open(lambda _share, _words: None))

    def _make(self, source: Source, progress: Callable[[pipeline.Step], None]) -> Result:
        services = self.open(lambda _share, _words: None)
        return self._drawn(pipeline.analyse(source, services, progress=progress), services)

    def _drawn(self, analysis: Analysis, services: pipeline.Services) -> Result:
        spec = make_spec(analysis, wiring.basemap(), services.gazetteer)
        return Result(
            analysis=analysis,
            spec=spec,
            drawing=msgspec.to_builtins(spec),
            matter=reading_matter(analysis, spec, services.gazetteer),
        )


@st.cache_resource(show_spinner=False)
def desk() -> Desk:
    """Return the one desk of this server."""
    return Desk()
