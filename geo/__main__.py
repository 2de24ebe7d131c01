"""`python -m geo`: the command line."""

import gc
import os
import sys

# NumPy's library of linear algebra starts a thread for each core as it loads; we use none of it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from geo.cli import main

if __name__ == "__main__":
    code = main()
    gc.freeze()  # the process ends: nothing is left to be looked through for garbage
    sys.exit(code)
