"""Tries whether the tests notice when a line that decides is changed.

    python -m tools.mutants                       # every module of tools/mutants.toml
    python -m tools.mutants geo/checks/verdict.py # one

Each changed module is loaded in a forked child, in the place of the real one, and the tests nearest
to it run there: no file is written, and what does not rest on the module is imported only once. A
change that no test notices is printed. The command fails where fewer than nine in ten of a module's
are noticed, or where a line explained in tools/mutants.toml is no longer to be found.
"""

from __future__ import annotations

import argparse
import importlib.abc
import importlib.machinery
import importlib.metadata
import importlib.util
import os
import signal
import sys
import tempfile
import time
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import grimp

from tools.mutate import Mutant, mutants

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import CodeType, ModuleType

_ROOT = Path(__file__).resolve().parent.parent
_TABLE = _ROOT / "tools" / "mutants.toml"
_SCRATCH = Path(tempfile.mkdtemp(prefix="mutants-"))
_LOG = _SCRATCH / "tests.log"
_LOADED = _SCRATCH / "loaded.txt"
_TARGET = 0.9
_LONGEST_S = 3_600.0
# A child that takes so much longer than the tests without a change goes round in circles.
_PATIENCE, _LEAST_S = 6.0, 30.0
_LIBRARIES = ("numpy", "pandas", "geopandas", "shapely", "pyproj", "msgspec", "hypothesis")
_PYTEST = ("-x", "-q", "--tb=short", "-p", "no:cacheprovider", "-p", "no:pytest_cov")
# hypothesis is imported before pytest could rewrite its assertions, which is no fault here.
_QUIET = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
_HYPOTHESIS = ("--hypothesis-seed=0", "--hypothesis-profile=mutants")
_FAILED, _PASSED = 1, 0


class Result(NamedTuple):
    """What became of a module's mutants."""

    module: str
    made: int
    survivors: list[Mutant]
    explained: int
    stale: list[str]

    @property
    def share(self) -> float:
        """Share of the mutants that were noticed; the explained ones do not count."""
        counted = self.made - self.explained
        return 1.0 - len(self.survivors) / counted if counted else 1.0


class _Mutated(importlib.machinery.SourceFileLoader):
    """Loads a module from a changed source."""

    def __init__(self, name: str, path: str, source: str) -> None:
        super().__init__(name, path)
        self._source = source

    def get_code(self, fullname: str) -> CodeType:
        """Compile the changed source."""
        del fullname
        return compile(self._source, self.path, "exec", dont_inherit=True)


class _Finder(importlib.abc.MetaPathFinder):
    """Puts the changed module in the place of the real one."""

    def __init__(self, path: Path, source: str) -> None:
        self._name = _name(path)
        self._path = path
        self._source = source

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Answer for one module only."""
        del path, target
        if fullname != self._name:
            return None
        loader = _Mutated(fullname, str(self._path), self._source)
        return importlib.util.spec_from_file_location(fullname, self._path, loader=loader)


def try_module(module: str, tests: Sequence[str], explained: dict[str, str]) -> Result:
    """Run the tests of a module over each of its mutants."""
    path = _ROOT / module
    source = path.read_text("utf-8")
    started = time.monotonic()
    if _outcome(path, source, tests, _LONGEST_S) != _PASSED:
        print(_LOG.read_text("utf-8", "replace"))
        sys.exit(f"{module}: its tests fail without any change; mend that first.")
    limit_s = max(_LEAST_S, _PATIENCE * (time.monotonic() - started))
    _import_what_stays(path)
    made, survivors, found = 0, [], set()
    for mutant in mutants(source):
        made += 1
        key = f"{mutant.before} -> {mutant.after}"
        if key in explained:
            found.add(key)
        elif _outcome(path, mutant.source, tests, limit_s) == _PASSED:
            survivors.append(mutant)
            print(f"{module}:{mutant.line}\n  - {mutant.before}\n  + {mutant.after}", flush=True)
    return Result(module, made, survivors, len(found), sorted(set(explained) - found))


def _outcome(path: Path, source: str, tests: Sequence[str], limit_s: float) -> int:
    """Run the tests in a child where the module has this source; 0 where they pass."""
    child = os.fork()
    if child == 0:
        _run_tests(path, source, tests)
    deadline = time.monotonic() + limit_s
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return _FAILED


def _run_tests(path: Path, source: str, tests: Sequence[str]) -> None:
    """Be the child; never comes back."""
    code = _FAILED
    try:
        os.setpgid(0, 0)
        log = os.open(_LOG, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(log, 1)
        os.dup2(log, 2)
        for name in _resting_on(path):
            sys.modules.pop(name, None)
            package, _, last = name.rpartition(".")
            vars(sys.modules.get(package, sys)).pop(last, None)  # or "from geo import …" finds it
        sys.meta_path.insert(0, _Finder(path, source))
        import pytest  # noqa: PLC0415 - here its set-up is that of the child

        code = int(pytest.main([*_PYTEST, *_QUIET, *_HYPOTHESIS, *tests]))
        _LOADED.write_text("\n".join(name for name in sys.modules if name.startswith("geo.")))
    finally:
        os._exit(code)


def _name(path: Path) -> str:
    return ".".join(path.relative_to(_ROOT).with_suffix("").parts)


@cache
def _resting_on(path: Path) -> frozenset[str]:
    """List the modules that import one, however far round, itself, and their packages."""
    name = _name(path)
    found = {name, *grimp.build_graph("geo").find_downstream_modules(name)}
    return frozenset({*found, *(one.rpartition(".")[0] for one in found)} - {"geo"})


def _import_what_stays(path: Path) -> None:
    """Import what the tests of a module loaded, so that no child has to."""
    for name in _LOADED.read_text().splitlines():
        if name not in _resting_on(path):
            importlib.import_module(name)


def _get_ready() -> None:
    """Import the libraries and what pytest rests on."""
    os.chdir(_ROOT)
    os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(_SCRATCH / "hypothesis")
    for name in _LIBRARIES:
        importlib.import_module(name)
    for plugin in importlib.metadata.entry_points(group="pytest11"):
        plugin.load()
    import hypothesis  # noqa: PLC0415 - only now is its folder set

    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile("mutants", deadline=None, phases=phases)


def _report(results: Sequence[Result]) -> Iterator[str]:
    yield f"{'module':<42}{'mutants':>8}{'killed':>8}{'explained':>11}{'share':>8}"
    for one in results:
        killed = one.made - one.explained - len(one.survivors)
        yield f"{one.module:<42}{one.made:>8}{killed:>8}{one.explained:>11}{one.share:>8.1%}"
    for one in results:
        yield from (f"{one.module}: explained, but not made any more: {key}" for key in one.stale)


def main() -> None:
    """Read the command line, run, and say what survived."""
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="default: all of the table")
    wanted = parser.parse_args().modules or list(table["modules"])
    _get_ready()
    explained = table.get("explained", {})
    results = [try_module(name, table["modules"][name], explained.get(name, {})) for name in wanted]
    print("\n".join(_report(results)))
    sys.exit(any(one.share < _TARGET or one.stale for one in results))


if __name__ == "__main__":
    main()
