"""Writes the TypeScript types of a map's spec: ``python -m tools.make_spec_types``.

They come from the JSON Schema of `MapSpec`, so that the page's scripts are checked against what
Python writes. A spec that was written has all its fields, so none is optional here.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from geo.maps.spec.model import spec_schema

TYPES = Path("geo/maps/page/assets/types/spec.d.ts")
_HEAD = (
    "// The types of a spec, made from its JSON Schema: python -m tools.make_spec_types. "
    "Do not edit.\n"
)
_SIMPLE = {
    "string": "string",
    "number": "number",
    "integer": "number",
    "boolean": "boolean",
    "null": "null",
}


def spec_types() -> str:
    """Write all types, in the order of their names."""
    named = sorted(spec_schema()["$defs"].items())
    return _HEAD + "".join(f"\n{_declared(name, schema)}" for name, schema in named)


def _declared(name: str, schema: dict[str, Any]) -> str:
    about = _comment(schema.get("description", ""))
    if "properties" not in schema:
        return f"{about}export type {name} = {_type(schema)};\n"
    fields = (f"  {key}: {_type(field)};\n" for key, field in schema["properties"].items())
    return f"{about}export interface {name} {{\n{''.join(fields)}}}\n"


def _comment(words: str) -> str:
    """Give the first sentence of a description as a comment."""
    first = words.partition("\n\n")[0].replace("*/", "* /")
    return f"/** {' '.join(first.split())} */\n" if first else ""


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "enum" in schema:
        return " | ".join(json.dumps(one, ensure_ascii=False) for one in schema["enum"])
    if "anyOf" in schema:
        return " | ".join(_type(one) for one in schema["anyOf"])
    if schema.get("type") == "array":
        inside = _type(schema["items"])
        return f"({inside})[]" if "|" in inside else f"{inside}[]"
    try:
        return _SIMPLE[schema["type"]]
    except KeyError:
        raise ValueError(f"The schema has a part that this tool does not know: {schema}.") from None


def main() -> None:
    """Write the file."""
    TYPES.write_text(spec_types(), encoding="utf-8")


if __name__ == "__main__":
    main()
