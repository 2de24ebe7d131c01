"""Opens an ONNX model; what the library makes of it before it runs is kept in the cache folder."""

from __future__ import annotations

import hashlib
import os
import platform
from contextlib import suppress
from typing import TYPE_CHECKING

from geo.cache import beside, sweep

if TYPE_CHECKING:
    from pathlib import Path

    from onnxruntime import InferenceSession, SessionOptions

_TELLS_NOBODY = "ORT_DISABLE_TELEMETRY"
_NAME = "grammar"
_ON = ("CPUExecutionProvider",)


def open_session(path: Path, cache: Path | None) -> InferenceSession:
    """Open a model; without ``cache`` it is made ready each time, which takes five times as long.

    Raises
    ------
    OSError
        If the file is not there.
    Exception
        As the library has it, if it is no model: its errors have no base of their own.
    """
    # It tells its makers how it is used: from the moment of its import, unless this is set before.
    os.environ[_TELLS_NOBODY] = "1"
    # A large library: commands without grammar do without it.
    import onnxruntime  # noqa: PLC0415

    onnxruntime.disable_telemetry_events()
    if cache is None:
        return onnxruntime.InferenceSession(path, _options(), providers=_ON)
    kept = cache / f"{_NAME}-{_key(path, onnxruntime.__version__)}.onnx"
    if kept.is_file():
        ready = _options()
        ready.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        with suppress(Exception):  # cut short, or no such file: it is made anew
            return onnxruntime.InferenceSession(kept, ready, providers=_ON)
    # Where it cannot be kept, or is no model, the last line opens it or says why not.
    with suppress(Exception), beside(kept) as built:
        options = _options()
        options.optimized_model_filepath = str(built)
        session = onnxruntime.InferenceSession(path, options, providers=_ON)
        sweep(kept, _NAME)
        return session
    return onnxruntime.InferenceSession(path, _options(), providers=_ON)


def _options() -> SessionOptions:
    from onnxruntime import SessionOptions  # noqa: PLC0415 - as above

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options


def _key(path: Path, version: str) -> str:
    """Know a file as Python knows sources that it has compiled: by its size and when it changed.

    Copies that kept their time are one and the same, wherever they lie. What is made of it is made
    for one version of the library, on one kind of machine.
    """
    file = path.stat()
    told = (file.st_size, file.st_mtime_ns, version, platform.machine())
    return hashlib.blake2b(repr(told).encode(), digest_size=8).hexdigest()
