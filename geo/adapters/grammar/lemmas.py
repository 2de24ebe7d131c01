"""A word, its tag and the lemma that the model makes of it go in; a lemma that is a word comes out.

The model cuts an ending off and puts another, and sees only pieces of words: of one that it has
seldom met it makes "flo" ("flown") or "companie". What the lexicon knows of such a form decides.
"""

from __future__ import annotations

from geo.lexicon.inflection import Form, bases, inflected
from geo.lexicon.names import dictionary

_FORMS = {
    "VBZ": Form.THIRD,
    "VBD": Form.PAST,
    "VBN": Form.PAST,
    "VBG": Form.ING,
    "NNS": Form.PLURAL,
    "JJR": Form.COMPARATIVE,
    "JJS": Form.SUPERLATIVE,
    "RBR": Form.COMPARATIVE_ADVERB,
    "RBS": Form.SUPERLATIVE_ADVERB,
}
_VERB = "verb"


def mended(word: str, fine: str, lemma: str) -> str:
    """Give the lemma of a word in small letters; ``fine`` is the treebanks' own tag."""
    form = _FORMS.get(fine)
    if form is None:
        return lemma
    before, hyphen, last = word.rpartition("-")
    if not last or not lemma.startswith(before + hyphen):
        return lemma
    return before + hyphen + _of_one(last, form, lemma.removeprefix(before + hyphen))


def _of_one(word: str, form: Form, lemma: str) -> str:
    possible = bases(word, form)
    # "Species", "further" and "troops" are their own lemmas, and the treebanks say so of each.
    if lemma in possible or (lemma == word and form.sort != _VERB):
        return lemma
    if possible:
        return possible[0]
    # A word that no dictionary has may still be inflected by rule ("trekkers"), and one that is
    # never inflected ("hit", "sheep") has lost letters all the same.
    is_cut = word.startswith(lemma) and word not in inflected(lemma, form)
    return word if is_cut and word in dictionary() else lemma
