"""Asks for known faults of the packages, and says of how many nobody could be asked.

    python -m tools.audit requirements-dev.lock      (make audit)

Exits with 1 where there are faults, with 2 where something could not be asked: that nothing was
found then says nothing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from typing import Any

_FAULTS, _UNASKED = 1, 2
_NAMED = 8
_COMMAND = ("-m", "pip_audit", "--no-deps", "--disable-pip", "--progress-spinner", "off")


def main() -> int:
    """Ask, and tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("lock", help="file with the packages and their exact versions")
    lock = parser.parse_args().lock
    asked = subprocess.run(  # noqa: S603 - a program of this environment
        [sys.executable, *_COMMAND, "--format", "json", "--requirement", lock],
        check=False,
        capture_output=True,
        text=True,
    )
    try:
        report = json.loads(asked.stdout)
    except json.JSONDecodeError:
        last = (asked.stderr.strip().splitlines() or ["pip-audit said nothing"])[-1]
        print(f"Nothing could be asked: {last}")
        return _UNASKED
    lines, code = told(report)
    print("\n".join(lines))
    return code


def told(report: dict[str, Any]) -> tuple[list[str], int]:
    """Put the report of pip-audit into words; give the exit code too."""
    packages = report["dependencies"]
    unasked = [one for one in packages if "skip_reason" in one]
    faulty = [one for one in packages if one.get("vulns")]
    lines = [
        f"{one['name']} {one['version']}: {fault['id']}"
        f"{' '.join(['', 'mended in', *fault['fix_versions']]) if fault['fix_versions'] else ''}"
        for one in faulty
        for fault in one["vulns"]
    ]
    asked = len(packages) - len(unasked)
    lines.append(
        f"{asked} of {len(packages)} packages were asked about: "
        f"{len(faulty) or 'none'} of them with known faults."
    )
    if unasked:
        named = ", ".join(one["name"] for one in unasked[:_NAMED])
        more = f" and {len(unasked) - _NAMED} more" if len(unasked) > _NAMED else ""
        lines += [
            f"NOT ASKED: {len(unasked)} ({named}{more}). Of these nothing is known.",
            f"The reason given for the first: {unasked[0]['skip_reason']}.",
        ]
        if not asked:
            lines.append(
                "Most likely pypi.org, which knows the faults, cannot be reached from here."
            )
    return lines, _FAULTS if faulty else _UNASKED if unasked else 0


if __name__ == "__main__":
    sys.exit(main())
