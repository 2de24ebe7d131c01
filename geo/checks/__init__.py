"""Claims held against the earth, the ways and each other: a verdict for each."""

from geo.checks.check import check_claims
from geo.checks.types.ground import Ground

__all__ = ["Ground", "check_claims"]
