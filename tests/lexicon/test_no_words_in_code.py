"""Words that decide stand in tables: the stages hold next to none, and no more creep in."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import geo
from geo.lexicon.names import dictionary

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(geo.__file__).parent
STAGES = (
    "read",
    "toponyms",
    "resolve",
    "journeys/sentence",
    "journeys/story",
    "journeys",
    "routes",
    "claims",
    "checks",
)

# What holds a pattern together; a name for it would say less.
STRUCTURE = {
    *("a", "an", "the", "and", "or", "but", "of", "to", "in", "on", "at", "by", "for", "from"),
    *("with", "that", "as", "not", "than", "between", "off"),
}
# Terms of the grammar and of the contracts, names of properties that are handed on, symbols of
# the units that results are told in, and words of our own sentences.
TERMS = {
    *("base", "third", "past", "participle", "noun", "passive", "perfect", "adjective", "planned"),
    *("person", "any", "both", "traveller", "destination", "departed", "arrived", "before"),
    *("after", "duration", "length", "speed"),
    *("chains", "denial", "denied", "conditional", "hypothetical", "imperial", "nautical"),
    *("one", "scale", "fraction", "vague", "article"),
    *("km", "mi", "border", "start", "end", "straight", "much"),
}
# Relations between words, as Universal Dependencies name them. A group of strings that are all such
# is a question about the tree and not about words.
RELATIONS = {
    *("acl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "ccomp", "compound"),
    *("compound:prt", "conj", "cop", "csubj", "dep", "det", "discourse", "expl", "fixed", "flat"),
    *("goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nsubj", "nsubj:pass"),
    *("nummod", "obj", "obl", "obl:unmarked", "orphan", "parataxis", "punct", "root", "vocative"),
    "xcomp",
}
METHODS = frozenset({"startswith", "endswith", "removesuffix", "removeprefix", "index", "split"})


def words_that_decide(source: str) -> Iterator[tuple[int, str]]:
    """Yield words in sets, comparisons and regular expressions, with their lines."""
    tree = ast.parse(source)
    tree.body = [node for node in tree.body if not _is_export(node)]
    for node in ast.walk(tree):
        for constant in _strings(node):
            text = constant.value
            if re.fullmatch(r"[’'a-z-]+", text) and not isinstance(node, ast.JoinedStr):
                found = [text]
            elif re.search(r"\(\?|\\s|\\b|\[\^", text):
                found = re.findall(r"(?<![\\<a-zA-Z{[])[a-z]{2,}(?![>}\]])", text)
            else:
                continue
            for word in found:
                if len(word) > 1 and word in dictionary() and word not in STRUCTURE | TERMS:
                    yield constant.lineno, word


def _is_export(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"


def _strings(node: ast.AST) -> Iterator[ast.Constant]:
    """Yield the strings of a node that is a choice: a set, a comparison, a pattern, an affix."""
    parts: list[ast.expr] = []
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        parts = node.elts
    elif isinstance(node, ast.Dict):
        parts = [key for key in node.keys if key is not None]
    elif isinstance(node, ast.Compare):
        parts = [node.left, *node.comparators]
    elif isinstance(node, ast.JoinedStr):
        parts = node.values
    elif isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        is_pattern = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "re"
        parts = node.args if is_pattern or name in METHODS else []
    found = [
        part for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]
    if not all(part.value in RELATIONS for part in found):
        yield from found


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_holds_words_that_decide(stage: str) -> None:
    found = [
        f"{path.relative_to(ROOT.parent)}:{line}: {word}"
        for path in sorted((ROOT / stage).glob("*.py"))
        for line, word in words_that_decide(path.read_text("utf-8"))
    ]
    assert found == [], "move them to data/lexicon/en, as properties of their rows"


def test_the_search_sees_words_of_every_kind() -> None:
    source = (
        'A = frozenset({"ship", "and"})\nif word == "train": pass\n'
        'B = re.compile(r"(?:lies|stood)\\s")\nC = {"sailed": 1}\n'
        'D = low.endswith(("coast", "ly"))\nE = {"case", "bridge"}\nF = {"case", "flat"}\n'
    )
    assert sorted(word for _, word in words_that_decide(source)) == [
        "bridge",
        "case",
        "coast",
        "lies",
        "sailed",
        "ship",
        "stood",
        "train",
    ]
