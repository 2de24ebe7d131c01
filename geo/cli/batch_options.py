"""What may be typed after `python -m geo batch`."""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError, BooleanOptionalAction
from pathlib import Path

_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9}
_SIZE = re.compile(r"(\d{1,12})([KMG]?)B?", re.IGNORECASE)


def add_batch(parser: ArgumentParser) -> None:
    """Add the options of the command."""
    parser.epilog = (
        "Exit codes: 0 done; 2 the input or output is at fault; 3 done, but some stories could not "
        "be read (see the table quarantine); 130 stopped: the same command goes on."
    )
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="files or folders: .jsonl and .csv (also .gz, .zst), .parquet, .warc; every other "
        "file is one story",
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FOLDER", help="folder for the tables"
    )
    parser.add_argument(
        "--reader",
        choices=("fast", "careful"),
        default="careful",
        help="fast reads without grammar and finds no journeys (default: %(default)s)",
    )
    parser.add_argument(
        "--workers", type=_count, metavar="N", help="processes (default: one a processor core)"
    )
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="work on the Dask cluster with this scheduler, as in tcp://head:8786 (default: on "
        "this machine)",
    )
    parser.add_argument(
        "--memory",
        type=_size,
        default=0,
        metavar="SIZE",
        help="most that all workers together may take for stories, as in 4G (default: no limit)",
    )
    parser.add_argument(
        "--limit", type=_count, metavar="N", help="read the first N stories (default: all)"
    )
    parser.add_argument(
        "--sample",
        type=_share,
        default=1.0,
        metavar="SHARE",
        help="analyse this share of the stories, the same ones each time, as in 0.01",
    )
    parser.add_argument(
        "--shard",
        type=_size,
        default=1_000_000,
        metavar="SIZE",
        help="how much of the input is worked on and kept at a time; with another size all is done "
        "anew (default: 1M)",
    )
    parser.add_argument(
        "--resume",
        action=BooleanOptionalAction,
        default=True,
        help="keep what an earlier run into the folder has done (default), or do all anew",
    )


def _count(text: str) -> int:
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise ArgumentTypeError(f"{text!r} is no number; give a whole number from 1 on")


def _size(text: str) -> int:
    found = _SIZE.fullmatch(text)
    if found is None:
        raise ArgumentTypeError(f"{text!r} is no size; write it as 500M or 4G")
    return int(found[1]) * _UNITS[found[2].upper()]


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = 0.0
    if 0 < share <= 1:
        return share
    raise ArgumentTypeError(f"{text!r} is no share; give a number above 0, up to 1")
