"""Claims held against the earth, the ways and each other: a verdict for each."""

from geo.checks.check import check_claims

__all__ = ["check_claims"]
