"""Rows of signs with the right answers go in; what each sign speaks for or against comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_ROUNDS = 30


def regress(
    rows: Sequence[Collection[str]], truth: Sequence[float], ridge: float
) -> tuple[float, dict[str, float]]:
    """Fit a logistic regression with a ridge penalty by Newton's method.

    ``truth`` is how far each row is right, from 0 to 1. Returned are the weight to begin with and
    that of each sign.
    """
    signs = sorted({sign for row in rows for sign in row})
    column = {sign: index for index, sign in enumerate(signs)}
    seen = np.zeros((len(rows), len(signs) + 1))
    seen[:, -1] = 1.0
    for number, row in enumerate(rows):
        seen[number, [column[sign] for sign in row]] = 1.0
    pull = np.full(len(signs) + 1, ridge)
    pull[-1] = 1e-9
    weights = np.zeros(len(signs) + 1)
    for _ in range(_ROUNDS):
        chance = 1.0 / (1.0 + np.exp(-seen @ weights))
        slope = seen.T @ (chance - np.asarray(truth)) + pull * weights
        bend = (seen.T * (chance * (1.0 - chance))) @ seen + np.diag(pull)
        weights -= np.linalg.solve(bend, slope)
    return float(weights[-1]), dict(zip(signs, map(float, weights[:-1]), strict=True))
