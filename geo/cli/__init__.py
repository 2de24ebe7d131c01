"""The command line: prints a table, writes a file or opens the app, with an exit code.

0: done. 1: analysed, but nothing could be placed. 2: the input or the output is at fault, or we
are; one sentence says which. 130: stopped with Ctrl-C. 141: the reader of the output went away.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from geo.cli.parser import make_parser
from geo.cli.terminal import say
from geo.errors import GeoError

if TYPE_CHECKING:
    from collections.abc import Sequence

FAULT = 2
INTERRUPTED = 130
READER_GONE = 141
_SELDOM = 100_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; no exception leaves, and no traceback."""
    # A command builds what it needs and ends: looking for garbage among what it has just loaded
    # took a tenth of its time. What is really left over is still collected, seldom.
    gc.set_threshold(_SELDOM, *gc.get_threshold()[1:])
    try:
        arguments = make_parser().parse_args(argv)
        code = arguments.run(arguments)
        sys.stdout.flush()
    except SystemExit as stop:  # argparse, after it has said what is wrong
        return stop.code if isinstance(stop.code, int) else FAULT
    except GeoError as error:
        say(str(error))
        return FAULT
    except KeyboardInterrupt:
        say("Stopped.")
        return INTERRUPTED
    except BrokenPipeError:
        # Whatever is left in the buffer would raise again when the interpreter closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    # Every fault that we foresee is a GeoError. What is left is a bug of ours, of a type that
    # nobody can list: it ends in exit code 2, like all faults, and a sentence to report it with.
    except Exception as error:  # noqa: BLE001 - as above
        say(_unexpected(error))
        return FAULT
    return int(code)


def _unexpected(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown"
    return (
        f"This is a fault in Dateline, not your text: {type(error).__name__}: {error} ({where}). "
        "Please report it with the command that you ran."
    )
