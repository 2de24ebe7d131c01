"""`python -m geo`: the command line."""

import gc
import os
import sys

# NumPy's library of linear algebra starts a thread for each core as it loads; we use none of it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from geo.cli import main

if __name__ == "__main__":
    # Nearly all that a command loads and reads stays until it ends: to look it through for garbage
    # after every 700 things, as Python does, takes a tenth of its time.
    gc.set_threshold(50_000)
    code = main()
    gc.freeze()  # the process ends: nothing is left to be looked through for garbage
    sys.exit(code)
