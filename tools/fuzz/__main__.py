"""Sends texts by lot down the line from text to exports; what breaks it lies in build/fuzz.

    python -m tools.fuzz --count 200000

An input breaks the line if an error is raised that is not ours, if what comes out cannot be right
(`tools.fuzz.line`), or if it takes longer than it may. Exits with 1 if any did.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import hashlib
import random
import resource
import sys
import time
import traceback
from contextlib import suppress
from functools import partial
from pathlib import Path

from geo.export.formats import FORMATS
from geo.settings import REPOSITORY, Reader, Settings
from geo.wiring import kept_services
from tools.fuzz.edits import edits_by_lot
from tools.fuzz.line import follow
from tools.fuzz.texts import by_lot

FOUND = REPOSITORY / "build" / "fuzz"
# Two seconds for 100 kB; a second for any text, and a few for its page, on a busy machine.
SECONDS_A_CHARACTER, LEAST_SECONDS, PAGE_SECONDS = 2 / 100_000, 1.0, 5.0
# All is analysed and checked; what takes longer than that is tried of these shares.
_CAREFUL, _SAVED, _PAGES, _CORRECTED = 0.05, 0.25, 0.002, 0.3
_EXPORTS = (*[""] * 19 * len(FORMATS), *FORMATS)
_TOLD = 1_000
_WARM = 500
# Words that decide something: of all that there are some in each text.
_LEXICON, _RARE = sorted((REPOSITORY / "data" / "lexicon" / "en").glob("*.tsv")), 30


def main() -> int:
    """Try, and tell what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    FOUND.mkdir(parents=True, exist_ok=True)
    return _lots(arguments.count, arguments.seed)


def _lots(count: int, seed: int) -> int:
    careful, fast = kept_services(Settings()), kept_services(Settings(reader=Reader.FAST))
    lot = random.Random(seed)  # noqa: S311 - no secret
    rows = (row for path in _LEXICON for row in path.read_text(encoding="utf-8").splitlines())
    words = sorted({row.split("\t")[0] for row in rows})
    broken, begun, memory = 0, time.monotonic(), 0
    for number in range(1, count + 1):
        text = by_lot(lot, lot.sample(words, _RARE))
        chosen = careful if lot.random() < _CAREFUL else fast
        export = "page" if lot.random() < _PAGES else lot.choice(_EXPORTS)
        start = time.process_time()
        try:
            follow(
                text,
                chosen,
                export=export,
                is_saved=lot.random() < _SAVED,
                correct=partial(edits_by_lot, lot) if lot.random() < _CORRECTED else None,
            )
        # The very thing that is looked for.
        except Exception:  # noqa: BLE001 - as above
            broken += 1
            _keep(text, traceback.format_exc())
        spent = time.process_time() - start
        least = PAGE_SECONDS if export == "page" else LEAST_SECONDS
        if number > _WARM and spent > max(least, SECONDS_A_CHARACTER * len(text)):
            broken += 1
            _keep(text, f"took {spent:.1f} s, written as {export or 'nothing'}")
        memory = _megabytes() if number == _WARM else memory
        if not number % _TOLD or number == count:
            rate = number / (time.monotonic() - begun)
            print(
                f"{number:,} texts, {broken} broken, {rate:.0f} a second, "
                f"{memory} MB after {_WARM} texts and {_megabytes()} MB now",
                flush=True,
            )
    return int(broken > 0)


def _keep(text: str, what: str) -> None:
    name = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:12]
    (FOUND / f"{name}.txt").write_text(text, encoding="utf-8", errors="surrogatepass")
    (FOUND / f"{name}.why").write_text(what, encoding="utf-8")
    print(f"{name}: {what.strip().splitlines()[-1]}", file=sys.stderr)


def _megabytes() -> int:
    """Memory of the program's own in use now; the most that ever was where none is told.

    What was freed and only kept for later by the C library is given back first: it grows by itself.
    Pages of mapped files do not count: the system keeps and drops them as it likes.
    """
    gc.collect()
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
    status = Path("/proc/self/status")
    if status.is_file():
        for line in status.read_text().splitlines():
            if line.startswith("RssAnon:"):
                return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main())
