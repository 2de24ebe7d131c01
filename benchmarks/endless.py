"""Time texts without a full stop, eight times as long each: `python -m benchmarks.endless`.

Whoever pastes such a text must not wait for minutes. Where the time grows with the length alone the
last column says about 8; where every word is held against every other, 64. Exits with 1 above
`MOST`: the machine should have nothing else to do.
"""

from __future__ import annotations

import statistics
import sys
import time

from geo import wiring
from geo.contracts import Source
from geo.pipeline import Services, analyse

LONGER = 8
MOST = 24.0
RUNS = 3
CHARACTERS = 4_000
PARTS = (
    "one and one and ",
    "a a a ",
    "1,111,",
    "8 km from ",
    "8 km north of Kyiv and ",
    "takes 8 hours from Lviv to Kyiv at 8 km/h ",
    "Ana flew to Lima on Monday, and the ship that left Cairo for Paris, ",
    "Paris, ",
    "the border ",
)


def seconds_for(part: str, characters: int, services: Services) -> float:
    """Time the whole analysis of a text made of one part, the median of some runs."""
    text = "From Lviv to Kyiv: " + part * (characters // len(part)) + "."
    spent = []
    for _ in range(RUNS):
        start = time.process_time()
        analyse(Source(text=text), services)
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def main() -> None:
    """Print a line for each part; fail where one takes too long."""
    services = wiring.services()
    seconds_for(PARTS[0], CHARACTERS, services)
    slow = False
    print(f"{'text':50}{'short s':>9}{'long s':>9}{'times':>7}")
    for part in PARTS:
        short = seconds_for(part, CHARACTERS, services)
        long = seconds_for(part, LONGER * CHARACTERS, services)
        slow = slow or long > MOST * short
        print(f"{part[:48]:50}{short:>9.3f}{long:>9.3f}{long / short:>7.1f}")
    sys.exit(slow)


if __name__ == "__main__":
    main()
