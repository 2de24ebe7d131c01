"""WordNet goes in; the irregular forms of verbs, nouns, adjectives and adverbs come out.

    python -m tools.make_irregular_forms FOLDER

FOLDER holds Debian's ``wordnet-base``, unpacked (``usr/share/wordnet``). Of WordNet's lists of
exceptions those stay that no rule of `geo.lexicon.inflection` makes, of words that an English
dictionary writes small.
"""

from __future__ import annotations

import sys
from pathlib import Path

from geo.lexicon.inflection import Form, inflected
from geo.lexicon.names import dictionary
from geo.settings import Settings

TO = Settings().data / "lexicon" / "en" / "irregular_forms.tsv"
_FILES = (("verb", "verb"), ("noun", "noun"), ("adj", "adjective"), ("adv", "adverb"))


def main() -> None:
    """Write ``irregular_forms.tsv``."""
    (folder,) = (path.parent for path in Path(sys.argv[1]).rglob("verb.exc"))
    small = dictionary()
    found: dict[tuple[str, str], str] = {}
    for file, sort in _FILES:
        for line in (folder / f"{file}.exc").read_text("utf-8").splitlines():
            form, base, *_ = line.split()
            is_known = form in small and base in small
            if is_known and form not in _by_rule(base, sort):
                found.setdefault((form, sort), base)
    table = sorted(f"{form}\t{sort}\t{base}" for (form, sort), base in found.items())
    TO.write_text("\n".join(["form\tsort\tbase", *table]) + "\n", "utf-8")


def _by_rule(base: str, sort: str) -> set[str]:
    return {base}.union(*(inflected(base, form) for form in Form if form.sort == sort))


if __name__ == "__main__":
    main()
