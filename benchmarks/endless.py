"""Time texts that go on without end, eight times as long each: `python -m benchmarks.endless`.

Whoever pastes such a text must not wait for minutes. Where the time grows with the length alone the
last column says about 8; where every word is held against every other, 64. Exits with 1 above
`MOST`: the machine should have nothing else to do. `--characters 125000 --reader fast` goes up to a
million characters.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time

from geo import wiring
from geo.contracts import Source
from geo.pipeline import Services, analyse
from geo.settings import Reader, Settings

LONGER = 8
MOST = 24.0
RUNS = 3
CHARACTERS = 4_000
# Without a full stop first; then stories of which every sentence is like the others.
PARTS = (
    "one and one and ",
    "a a a ",
    "1,111,",
    "8 km from ",
    "8 km north of Kyiv and ",
    "takes 8 hours from Lviv to Kyiv at 8 km/h ",
    "Ana flew to Lima on Monday, and the ship that left Cairo for Paris, ",
    "Paris, ",
    "Lima, Cusco, Quito, Bogota, ",
    "He said that she met him. He was to fly to Lima. The trip was called off. ",
    "the border ",
    "It is 5 km from London to Paris. ",
    "5 hours. The Peruvian capital is near. ",
    "Ana Lund flew from Quito to Lima on Monday. Ben Kato called off a visit to Peru. ",
    "Lima is calm. It is 80 km from Ica. The capital is 90 km from Callao. It took 2 hours. ",
    "LIMA — The town lies 80 km away.\n\nQUITO — It is 20 km from the border.\n\n",
)


def seconds_for(part: str, characters: int, services: Services, runs: int = RUNS) -> float:
    """Time the whole analysis of a text made of one part, the median of some runs."""
    text = "From Lviv to Kyiv: " + part * (characters // len(part)) + "."
    spent = []
    for _ in range(runs):
        start = time.process_time()
        analyse(Source(text=text), services)
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def main() -> None:
    """Print a line for each part; fail where one takes too long."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--characters", type=int, default=CHARACTERS, help="of the shorter text")
    parser.add_argument("--reader", type=Reader, default=Reader.CAREFUL)
    parser.add_argument("--runs", type=int, default=RUNS)
    chosen = parser.parse_args()
    services = wiring.services(Settings(reader=chosen.reader))
    seconds_for(PARTS[0], CHARACTERS, services)
    slow = False
    print(f"{'text':50}{'short s':>9}{'long s':>9}{'times':>7}")
    for part in PARTS:
        short = seconds_for(part, chosen.characters, services, chosen.runs)
        long = seconds_for(part, LONGER * chosen.characters, services, chosen.runs)
        slow = slow or long > MOST * short
        print(
            f"{part[:48].replace(chr(10), ' '):50}{short:>9.3f}{long:>9.3f}{long / short:>7.1f}",
            flush=True,
        )
    sys.exit(slow)


if __name__ == "__main__":
    main()
