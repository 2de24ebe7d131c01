"""How many metres and seconds the units of articles have."""

from __future__ import annotations

M_PER_KM = 1_000.0
# International mile of 1959 (exact) and nautical mile of 1929 (exact).
M_PER_MILE = 1_609.344
M_PER_NAUTICAL_MILE = 1_852.0
S_PER_HOUR = 3_600.0
S_PER_DAY = 86_400.0
