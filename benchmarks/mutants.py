"""How many small changes to the stages the tests notice.

    python benchmarks/mutants.py [--number 55] [--seed 1] [--rooms speakers,claims] [--tests tests/speakers ...]

Each mutant is the package with one change in one line of a stage: a comparison turned, ``and`` for ``or``, a ``not``
left out, a branch never taken, a number one more, a truth value turned, a returned value None. The tests of its room
run against it until one fails, and those of our own sentences and layouts that are of it, of ``naming`` those of
``speakers`` too, of ``parse`` those of all stages. Prints each mutant that survives, and how many did. Takes some
seconds a mutant; not part of the test run.
After DeMillo, Lipton and Sayward, "Hints on test data selection" (1978).
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("text", "english", "parse", "quotes", "naming", "speakers", "quantities", "times", "claims", "pipeline")
SENTENCES, LAYOUTS = "tests/test_own_sentences.py", "tests/test_own_layouts.py"
BESIDE = {
    "text": LAYOUTS,
    "english": SENTENCES,
    "quotes": LAYOUTS,
    "naming": "tests/speakers",
    "quantities": SENTENCES,
    "times": SENTENCES,
    "claims": SENTENCES,
    "pipeline": LAYOUTS,
}
_NOTHING = ("False", "None", "[]", "()", "''")
"""None returned instead is the same to nearly all who ask."""
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the module, where, and the module's text with it."""

    module: Path
    line: int
    change: str
    text: str


def mutants(module: Path) -> Iterator[Mutant]:
    """Yield every mutant of a module."""
    source = module.read_text(encoding="utf-8")
    plain = ast.unparse(ast.parse(source)).splitlines()
    for number in range(sum(1 for _ in _places(ast.parse(source)))):
        tree = ast.parse(source)
        node, change = list(_places(tree))[number]
        _apply(node)
        text = ast.unparse(tree)
        if changed := [new for old, new in zip(plain, text.splitlines(), strict=False) if old != new]:
            yield Mutant(module, getattr(node, "lineno", 0), f"{change}: {changed[0].strip()}", text)


def _places(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    plain = [d for node in ast.walk(tree) for d in getattr(node, "decorator_list", ())]
    plain += [n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func) in ("ConfigDict", "field")]
    left_out = {id(node) for each in plain for node in ast.walk(each)}  # they decide on nothing
    for node in ast.walk(tree):
        if id(node) in left_out:
            continue
        match node:
            case ast.Compare(ops=[op]) if type(op) in _TURNED:
                yield node, f"{type(op).__name__} turned"
            case ast.BoolOp():
                yield node, "and for or"
            case ast.UnaryOp(op=ast.Not()):
                yield node, "not left out"
            case ast.Constant(value=bool()):
                yield node, "truth turned"
            case ast.Constant(value=int() | float()):
                yield node, "one more"
            case ast.Return(value=ast.expr() as value) if ast.unparse(value) not in _NOTHING:
                yield node, "None returned"
            case ast.If() if ast.unparse(node.test) != "TYPE_CHECKING":
                yield node, "branch never taken"


def _apply(node: ast.AST) -> None:
    match node:
        case ast.Compare():
            node.ops = [_TURNED[type(node.ops[0])]()]
        case ast.BoolOp():
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.UnaryOp():
            node.op = ast.UAdd()
            node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
            ast.fix_missing_locations(node)
        case ast.Constant(value=bool(value)):
            node.value = not value
        case ast.Constant(value=int(number) | float(number)):
            node.value = number + 1
        case ast.Return():
            node.value = ast.Constant(None)
            ast.fix_missing_locations(node)
        case ast.If():
            node.test = ast.Constant(False)
            ast.fix_missing_locations(node)


def survives(mutant: Mutant, tree: Path, tests: list[str]) -> bool:
    """Run the tests against a copy of the package that has the change."""
    place = tree / mutant.module.relative_to(ROOT)
    kept = place.read_text(encoding="utf-8")
    place.write_text(mutant.text, encoding="utf-8")
    try:
        return _passes(tree, tests)
    finally:
        place.write_text(kept, encoding="utf-8")


def _passes(tree: Path, tests: list[str]) -> bool:
    line = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    path = os.pathsep.join([str(tree / "src"), os.environ.get("PYTHONPATH", "")])
    try:
        done = subprocess.run(
            line, cwd=tree, env={**os.environ, "PYTHONPATH": path}, capture_output=True, timeout=600, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _tests_of(rooms: Sequence[str]) -> list[str]:
    own = dict.fromkeys(BESIDE[room] for room in rooms if room in BESIDE)
    return [*(f"tests/{room}" for room in rooms), *own]


def main() -> None:
    """Draw mutants, try each, tell which survive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=55)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rooms", default=",".join(ROOMS))
    parser.add_argument("--tests", nargs="*", help="instead of those of the room")
    options = parser.parse_args()
    drawn = random.Random(options.seed)
    modules = [m for room in options.rooms.split(",") for m in sorted((ROOT / "src/quotex" / room).glob("*.py"))]
    sizes = [len(module.read_text(encoding="utf-8")) for module in modules]
    lived = 0
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "quotex"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".git", ".venv", "*cache*", ".hypothesis"))
        if not _passes(tree, options.tests or _tests_of(ROOMS)):
            sys.exit("the tests fail with nothing changed; mend them first")
        for number in range(options.number):
            while not (some := list(mutants(*drawn.choices(modules, sizes)))):
                pass  # a module that decides on nothing
            mutant = drawn.choice(some)
            room = mutant.module.parent.name
            if survives(mutant, tree, options.tests or _tests_of(ROOMS if room == "parse" else (room,))):
                lived += 1
                print(f"{mutant.module.relative_to(ROOT)}:{mutant.line}: {mutant.change}", flush=True)
            print(f"{number + 1} tried, {lived} survive", file=sys.stderr, flush=True)
    print(f"{lived} of {options.number} survive")


if __name__ == "__main__":
    main()
