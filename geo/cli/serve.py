"""Serves the app, once all that the first story needs is loaded."""

from __future__ import annotations

import gc
import inspect
import os
from contextlib import suppress
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from geo.cli.port import free_port
from geo.errors import DataMissing, GeoError
from geo.settings import REPOSITORY, Settings

if TYPE_CHECKING:
    from argparse import Namespace

_DONE = 0
# What the page is made of; Streamlit would read it when the first visitor is there.
_MODULES = ("geo.ui.page", "geo.ui.card_place", "PIL.ImageFile", "pyproj", "dateparser.search")
_GARBAGE = (700, 10, 10)
# Whoever has a slow machine sees the page load rather than nothing at all.
_PATIENCE_S = 20.0


def run_app(arguments: Namespace) -> int:
    """Serve the app until Ctrl-C; Streamlit opens the browser where there is a display."""
    script = REPOSITORY / "app.py"
    if not script.is_file():
        raise DataMissing(f"There is no {str(script)!r}. Run the command from a full checkout.")
    port = free_port(arguments.port)
    # Streamlit reads .streamlit/config.toml in the folder that it is started from.
    os.chdir(REPOSITORY)
    loading = Thread(target=_load, daemon=True)
    loading.start()
    from streamlit import net_util  # noqa: PLC0415 - no other command needs it
    from streamlit.web.cli import main as streamlit  # noqa: PLC0415 - as above

    # Streamlit would ask another company's server for this machine's address, to print it and
    # whenever a page of another site knocks. No setting of its own says no to that.
    net_util.get_external_ip = _nobody

    # Loading beside the first visit would take as long, and the visitor would wait for it.
    loading.join(_PATIENCE_S)
    options = [f"--server.port={port}"]
    return int(streamlit(["run", str(script), *options], standalone_mode=False) or _DONE)


def _nobody() -> None:
    """Know no address."""


def _load() -> None:
    """Open what the first story needs, and have our own examples ready on the desk."""
    from geo import wiring  # noqa: PLC0415 - no other command needs it

    settings = Settings()
    # A fault is told to whoever opens the page; so is how far a first start is.
    with suppress(GeoError):
        if wiring.is_set_up(settings):
            wiring.warm_up(settings)
            # By its name: the command line and the page know nothing of each other.
            import_module("geo.ui.work").lay_out(wiring.example_texts(settings).values())
    for name in _MODULES:
        import_module(name)
    # Streamlit looks once whether it is run as it should be, for which Python reads where each
    # module comes from; it keeps that.
    inspect.stack()
    # All this stays: Streamlit looks for garbage after each run, and need not look here. What comes
    # after it goes again, for days, so that it is looked through as Python does by itself.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
