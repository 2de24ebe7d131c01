"""The words that decide, by concept, for every stage: tables of `data/lexicon/en`, loaded once."""

from geo.lexicon.words import any_of, either, endings, in_names, listed, numbered, pattern

__all__ = ["any_of", "either", "endings", "in_names", "listed", "numbered", "pattern"]
