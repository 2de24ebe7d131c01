"""A word of a sentence with what the grammar says of it, as Universal Dependencies has it.

https://universaldependencies.org/en/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from geo.contracts.text import Span

# The head of the word that a sentence hangs on, and of every word without grammar.
ROOT = -1


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A word or sign of a sentence; "don't" is two ("do", "n't"), so is "Odesa's".

    Attributes
    ----------
    span : where it stands in the article.
    lower : its text in small letters, typographic apostrophes made plain.
    lemma : its dictionary form; ``lower`` where no grammar was told.
    tag : universal part of speech ("NOUN", "PROPN", "VERB", "AUX", ...); empty without grammar.
    fine : the English treebanks' own tag ("NNS", "VBD", ...); empty without grammar.
    form : its features, "Number=Plur" or "Mood=Ind|Tense=Past|VerbForm=Fin"; empty if none.
    head : index in the sentence of the word that it hangs on; `ROOT` if none.
    relation : how it hangs there ("nsubj", "obl", "case", ...); "root" at the root, empty
        without grammar.
    """

    span: Span
    lower: str
    lemma: str
    tag: str = ""
    fine: str = ""
    form: str = ""
    head: int = ROOT
    relation: str = ""

    def has(self, feature: str) -> bool:
        """Whether a feature is among its ``form``: ``token.has("Tense=Past")``."""
        return feature in self.form.split("|")
