from __future__ import annotations

import numpy as np

from geo.maps.layout.geometry import rings_px
from geo.maps.layout.projection import make_view
from geo.maps.spec.model import Bounds, Grid
from geo.maps.spec.polyline import encode


def test_a_land_whose_one_ring_has_a_spur_is_still_drawn() -> None:
    box = Bounds(west=10.0, south=40.0, east=30.0, north=50.0)
    grid = Grid(lon_0=10.0, lat_0=40.0, step=0.01)
    # On the grid the ring goes out along a line and back on the same.
    ring = np.array([(15, 43), (20, 43), (22, 43), (20, 43), (20, 47), (15, 47), (15, 43)], float)
    view = make_view(box, box, 800, None)
    rings = rings_px([encode(ring, grid)], grid, view)
    assert len(rings) == 1
    assert len(rings[0]) >= 5
