"""Published maps of lanes, tracks and roads go in; the files of ``data/networks/`` come out.

Run ``python -m tools.make_networks [sea] [rail] [road]``; the same packages give the same bytes.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np

from geo.adapters.basemap.world import open_basemap
from geo.adapters.gazetteer.rows import read_places
from geo.adapters.network.store import write_network
from geo.settings import Settings
from tools.network_countries import Countries
from tools.network_sea import sea
from tools.network_shores import Shores
from tools.network_tracks import Known, rail, road

DATA = Settings().data
_MAKERS = {
    "sea": lambda folder: sea(folder, Shores(DATA / "basemap")),
    "rail": lambda folder: rail(folder, known()),
    "road": lambda folder: road(folder, known()),
}


def known() -> Known:
    """Gather what is known besides the sources."""
    return Known(
        countries=Countries(Settings(), open_basemap(Settings())),
        curated=DATA / "rail",
        links=DATA / "networks" / "links.tsv",
        crossings=_crossings(),
    )


def _crossings() -> np.ndarray:
    """List the known crossings of borders, array (n, 2) of lon, lat in degrees."""
    places = read_places(DATA / "gazetteer" / "crossings.tsv")
    found = [(place.lon, place.lat) for place in places if place.feature == "S.BDRX"]
    return np.array(found, dtype=float)


def main() -> None:
    """Make the networks that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modes", nargs="*", choices=[*_MAKERS, []], help="default: all")
    parser.add_argument("--work", type=Path, help="folder to keep what is downloaded in")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = arguments.work or Path(folder)
        for mode in arguments.modes or _MAKERS:
            path = DATA / "networks" / f"{mode}.npz"
            write_network(path, _MAKERS[mode](work))
            print(f"{mode}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
