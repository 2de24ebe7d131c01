"""Makes the mutants of a module: its source with one thing changed that may decide.

Comparisons, sums, logic and branches are changed by mutmut's own operators. Numbers are moved by
half, which is what a wrong tolerance or weight looks like, and a colour has its red and blue
swapped, which is how KML and the web differ. Wording is left alone, and so are types and imports.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation import mutators

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# A whole number up to this counts something: one more or one less is the mistake to be feared.
_FEW = 4
_COLOUR = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", re.IGNORECASE)
_LEFT_ALONE = (cst.Annotation, cst.Decorator, cst.Import, cst.ImportFrom)


class Mutant(NamedTuple):
    """A changed module: where, the line before and after, and the whole source."""

    line: int
    before: str
    after: str
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """Make every mutant of a module, in the order of its lines."""
    wrapper = MetadataWrapper(cst.parse_module(source), unsafe_skip_copy=True)
    where = wrapper.resolve(PositionProvider)
    lines, seen = source.splitlines(), set()
    for node in _nodes(wrapper.module):
        for changed in _changes(node):
            code = _with(wrapper.module, node, changed)
            if code in seen or code == source:
                continue
            seen.add(code)
            at = _first_difference(lines, code.splitlines(), where[node].start.line)
            yield Mutant(at + 1, lines[at].strip(), code.splitlines()[at].strip(), code)


def _with(module: cst.Module, node: cst.CSTNode, changed: cst.CSTNode) -> str:
    replaced = module.deep_replace(node, changed)
    if not isinstance(replaced, cst.Module):
        msg = "a module stays a module"
        raise TypeError(msg)
    return replaced.code


def _first_difference(before: list[str], after: list[str], default: int) -> int:
    pairs = enumerate(zip(before, after, strict=False))
    return next((index for index, (one, other) in pairs if one != other), default - 1)


def _nodes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Walk what decides: no types, imports or decorators."""
    if isinstance(node, _LEFT_ALONE) or _is_for_types(node):
        return
    yield node
    for child in node.children:
        yield from _nodes(child)


def _is_for_types(node: cst.CSTNode) -> bool:
    return (
        isinstance(node, cst.If)
        and isinstance(node.test, cst.Name)
        and node.test.value == "TYPE_CHECKING"
    )


def _changes(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    for kind, operator in _OPERATORS:
        if isinstance(node, kind):
            yield from operator(node)


def _number(node: cst.BaseNumber) -> Iterator[cst.BaseNumber]:
    """Move a number: few by one, else by half as much again and by a third less."""
    if not isinstance(node, cst.Integer | cst.Float):
        return
    value = node.evaluated_value
    if isinstance(value, int) and value <= _FEW:
        moved: tuple[float, ...] = (value + 1, value - 1) if value > 1 else (value + 1,)
    elif value == 0:
        moved = (0.5,)
    else:
        kind = type(value)
        moved = (kind(value * 1.5), kind(value / 1.5))
    yield from (node.with_changes(value=repr(number)) for number in moved)


def _colour(node: cst.SimpleString) -> Iterator[cst.SimpleString]:
    """Swap red and blue in a colour."""
    swapped = _COLOUR.sub(r"#\3\2\1", node.value)
    if swapped != node.value:
        yield node.with_changes(value=swapped)


def _condition(node: cst.If) -> Iterator[cst.If]:
    """Turn a condition round."""
    test = node.test.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
    yield node.with_changes(test=cst.UnaryOperation(operator=cst.Not(), expression=test))


_OPERATORS: tuple[tuple[type[cst.CSTNode], Callable[[Any], Iterable[cst.CSTNode]]], ...] = (
    (cst.BaseNumber, _number),
    (cst.SimpleString, _colour),
    (cst.If, _condition),
    (cst.Name, mutators.operator_name),
    (cst.UnaryOperation, mutators.operator_remove_unary_ops),
    (cst.AugAssign, mutators.operator_augmented_assignment),
    (cst.CSTNode, mutators.operator_keywords),
    (cst.CSTNode, mutators.operator_swap_op),
    (cst.IfExp, mutators.operator_if_exp),
)
