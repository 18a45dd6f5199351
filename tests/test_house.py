"""What the house asks of every module: one grammar, one language, no circle, numbers with reasons, no overgrown part.

A room that does not keep a rule yet is listed as pending under it; once its modules keep the rule it has to leave the
list.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import quotex

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "src" / "quotex"
MODULES = sorted(HOUSE.rglob("*.py"))
STAGES = frozenset(["text", "quotes", "naming", "speakers", "quantities", "times", "claims"])

PENDING_GRAMMAR: frozenset[str] = frozenset()
"""Rooms that read the parser's labels still."""
PENDING_ENGLISH: frozenset[str] = frozenset()
"""Rooms that hold words of English still."""
PENDING_SIZE: frozenset[str] = frozenset()
"""Rooms that hold too much of the code still."""

LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
LARGEST_ROOM = 0.13
HALL = {"__init__.py", "__main__.py", "errors.py", "spacy_component.py"}

Offence = tuple[int, str]
"""The line, and what is wrong there."""


def room_of(module: Path) -> str:
    """Name the folder that a module stands in, "" for the hall."""
    inside = module.relative_to(HOUSE).parts
    return inside[0] if len(inside) > 1 else ""


def name_of(module: Path) -> str:
    return str(module.relative_to(ROOT))


@cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def judge(module: Path, offences: Iterable[Offence], pending: frozenset[str] = frozenset()) -> None:
    """Fail with file and line of each offence; where the room is pending, as expected."""
    found = [f"{name_of(module)}:{line}: {what}" for line, what in sorted(offences)]
    if found and room_of(module) in pending:
        pytest.xfail(f"{len(found)} in a pending room")
    assert not found, "\n" + "\n".join(found)


per_module = pytest.mark.parametrize("module", MODULES, ids=name_of)


# One grammar ---------------------------------------------------------------------------------------------------------

# fmt: off
OF_SPACY = frozenset([
    "dep_", "tag_", "pos_", "lemma_", "ent_type_", "ent_iob_", "lefts", "rights", "left_edge", "right_edge", "subtree",
    "ancestors", "conjuncts", "morph", "is_sent_start", "is_sent_end", "sents", "ents", "noun_chunks", "n_lefts",
    "n_rights",
])
# fmt: on
OF_SPACY_WHERE_IT_IS = frozenset(["dep", "tag", "pos", "lemma", "ent_type", "ent_iob", "head", "children", "sent"])
"""Others have attributes of these names too: they count where a module has to do with tokens."""


def has_tokens(tree: ast.Module) -> bool:
    """Whether a module imports anything of spaCy or of the parse."""
    return any(name.startswith(("spacy", "quotex.parse")) for _, name in imports(tree))


def labels_read(tree: ast.Module) -> Iterator[Offence]:
    """Find where a parser's attributes are read; what is called is none, for a token's are values."""
    names = OF_SPACY | OF_SPACY_WHERE_IT_IS if has_tokens(tree) else OF_SPACY
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in names and id(node) not in called:
            yield node.lineno, f"reads .{node.attr}; ask quotex.parse.grammar"


@per_module
def test_only_the_grammar_reads_the_parser(module: Path) -> None:
    if room_of(module) != "parse":
        judge(module, labels_read(tree_of(module)), PENDING_GRAMMAR)


# One language --------------------------------------------------------------------------------------------------------

WORD = re.compile(r"[^\W\d_]{2,}")
PATTERN = re.compile(
    r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|N\{[^}]*\}|.)"  # escapes
    r"|\[\^?\]?(?:\\.|[^\]\\])*\]"  # classes of characters
    r"|\(\?P[<=]\w+[>)]?"  # names of groups
    r"|\(\?[aiLmsux-]+[:)]"  # flags
    r"|\{\d*,?\d*\}",
    re.DOTALL,
)
"""What a regular expression is made of beside the words it matches."""
# fmt: off
FOR_MACHINES = frozenset([
    "load", "loader", "files", "joinpath", "read_text", "open", "file_digest", "getattr", "group", "span", "start",
    "end", "run", "encode", "decode", "TypeVar", "NewType", "ConfigDict", "Field", "Rule", "warn", "field_validator",
    "model_validator", "model_dump",
])
# fmt: on
"""Calls whose strings never meet a text: names of files, fields, groups and types, and what developers read."""
OF_STANDARDS = frozenset(["NFD", "NFKC", "NFKD", "Mn", "Sk", "So", "XXXX", "XX", "CPUExecutionProvider"])
"""Names that standards and libraries give: Unicode's, EDTF's, ONNX Runtime's."""


def is_for_machines(node: ast.AST) -> bool:
    """Whether the strings under a node never meet a text."""
    match node:
        case ast.Raise() | ast.Assert() | ast.Import() | ast.ImportFrom():
            return True
        case ast.Expr(value=ast.Constant()):
            return True  # docstrings
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in FOR_MACHINES or name.endswith(("Error", "Warning"))
        case ast.Assign(targets=[ast.Name(id="__all__")]) | ast.BinOp(op=ast.Div()):  # paths are divided by names
            return True
        case ast.ClassDef(bases=bases):
            return any("Enum" in ast.unparse(base) for base in bases)
    return False


def strings_that_meet_a_text(node: ast.AST) -> Iterator[ast.Constant]:
    """Yield the string constants under a node but for those meant for machines: docstrings, messages, names."""
    if is_for_machines(node):
        return
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node
        return
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "slice") or (field, type(node)) == ("keys", ast.Dict):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from strings_that_meet_a_text(child)


def english_in(tree: ast.Module) -> Iterator[Offence]:
    for node in strings_that_meet_a_text(tree):
        words = [word for word in WORD.findall(PATTERN.sub(" ", str(node.value))) if word not in OF_STANDARDS]
        if words:
            yield node.lineno, f"{words[0]!r} is a word; it belongs in quotex.english"


@per_module
def test_words_of_the_language_stand_in_its_folder(module: Path) -> None:
    if room_of(module) in STAGES:
        judge(module, english_in(tree_of(module)), PENDING_ENGLISH)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('"""Docstring."""\n__all__ = ["name"]\ndef f(x: "Token") -> "Doc":\n    """Another."""', []),
        ('if token.lower_ == "said": ...', ["said"]),
        ('x = re.compile(r"\\bsaid\\b")', ["said"]),
        ('x = re.compile(r"(?P<label>[A-Z]\\w+)\\s(?i:x)[“”\\]abc]{1,40}\\u200b")', []),
        ('x = f"{y}\'ll"', ["ll"]),
        ('raise ValueError("no good")', []),
        ('match["label"], match.span("label"), lexicons.load("cues", Cues)', []),
        ('class Side(StrEnum):\n    OPENS = "opens"', []),
        ('{"few_words": 1}', []),
        ('{"said", "told"}', ["said", "told"]),
    ],
)
def test_a_word_is_seen_where_it_meets_a_text(source: str, found: list[str]) -> None:
    assert [what.split("'")[1] for _, what in english_in(ast.parse(source))] == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("token.dep_", [".dep_"]),
        ("element.tag", []),
        ("from spacy.tokens import Token\ntoken.head", [".head"]),
        ("from quotex.parse.grammar import lemma\nlemma(token), tagger.tag(x)", []),
        ("import quotex.parse.tokens\ntoken.children", [".children"]),
    ],
)
def test_a_label_is_seen_where_it_is_read(source: str, found: list[str]) -> None:
    assert [what.split(" ")[1].rstrip(";") for _, what in labels_read(ast.parse(source))] == found


@pytest.mark.parametrize(
    ("pending", "check"), [(PENDING_GRAMMAR, labels_read), (PENDING_ENGLISH, english_in)], ids=["grammar", "english"]
)
def test_a_room_that_keeps_a_rule_is_pending_no_more(
    pending: frozenset[str], check: Callable[[ast.Module], Iterator[Offence]]
) -> None:
    offending = {room_of(module) for module in MODULES if any(check(tree_of(module)))}
    assert pending <= offending, f"take off the list: {sorted(pending - offending)}"


# No circles ----------------------------------------------------------------------------------------------------------


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and name of all that a module imports, of a package each name that is taken from it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def dotted(module: Path) -> str:
    return ".".join(module.relative_to(HOUSE.parent).with_suffix("").parts).removesuffix(".__init__")


def test_no_import_goes_in_a_circle() -> None:
    known = {dotted(module) for module in MODULES}
    graph: dict[str, set[str]] = {}
    for module in MODULES:
        names = {name for _, name in imports(tree_of(module))}
        graph[dotted(module)] = {name if name in known else name.rpartition(".")[0] for name in names} & known
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_a_stage_knows_only_the_stages_before_it() -> None:
    pytest.importorskip("importlinter", reason="import-linter is not installed")
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_quotex_loads_no_model() -> None:
    heavy = "import sys, quotex; print([m for m in ('spacy', 'onnxruntime', 'numpy', 'pydantic') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# Rules with names ----------------------------------------------------------------------------------------------------


@per_module
def test_a_rule_that_is_named_is_asked(module: Path) -> None:
    named = {
        target.id
        for node in tree_of(module).body
        if isinstance(node, ast.Assign) and "Rule" in ast.unparse(node.value).partition("(")[0].split()
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    used = {
        node.id for node in ast.walk(tree_of(module)) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    assert named <= used


# Thresholds with reasons ---------------------------------------------------------------------------------------------


def is_number(node: ast.expr | None) -> bool:
    match node:
        case ast.UnaryOp(operand=value):
            return is_number(value)
        case ast.Tuple(elts=values):
            return bool(values) and all(map(is_number, values))
        case ast.Constant(value=value):
            return type(value) in (int, float)
    return False


def bare_numbers(source: str) -> Iterator[Offence]:
    """Find numbers with a name and no word of why: beside them, below, or above them and those they stand among."""
    body, rows = ast.parse(source).body, source.splitlines()
    told_to = -1  # the last line of those that stand together below a comment
    for node, below in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.Assign | ast.AnnAssign) and is_number(node.value):
            i = node.lineno - 1
            if rows[i - 1].startswith("#") or told_to == i:
                told_to = node.lineno
            documented = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
            if not (told_to == node.lineno or "#" in rows[i] or documented):
                yield node.lineno, f"{ast.unparse(node)}: of what, and why so much?"


@per_module
def test_a_number_with_a_name_says_why(module: Path) -> None:
    judge(module, bare_numbers(module.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("_FEWEST = 3", [1]),
        ("_FEWEST = 3  # turns", []),
        ("# turns\n_FEWEST = 3\n_MOST = 9\n\n_FAR = 2", [5]),
        ('_FEWEST = 3\n"""Turns."""', []),
        ("_LOW, _HIGH = -1, 2.5\n_WORDS = ()", [1]),
        ("def f():\n    few = 3", []),
    ],
)
def test_a_number_without_a_reason_is_seen(source: str, found: list[int]) -> None:
    assert [line for line, _ in bare_numbers(source)] == found


# Sizes ---------------------------------------------------------------------------------------------------------------


def lines(module: Path) -> int:
    return len(module.read_text(encoding="utf-8").splitlines())


@per_module
def test_a_module_can_be_held_in_mind(module: Path) -> None:
    assert lines(module) <= LONGEST_MODULE


@per_module
def test_a_function_fits_a_screen(module: Path) -> None:
    """What a function takes and what it says of itself are not counted."""
    for f in ast.walk(tree_of(module)):
        if isinstance(f, ast.FunctionDef | ast.AsyncFunctionDef):
            body = f.body[1:] if ast.get_docstring(f) is not None else f.body
            length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
            assert length <= LONGEST_FUNCTION, f"{name_of(module)}:{f.lineno}: {f.name} has {length} lines"


def test_no_room_outgrows_the_others() -> None:
    sizes: dict[str, int] = {}
    for module in MODULES:
        sizes[room_of(module)] = sizes.get(room_of(module), 0) + lines(module)
    whole = sum(sizes.values())
    assert {room for room, n in sizes.items() if n >= LARGEST_ROOM * whole} == PENDING_SIZE


def test_the_hall_is_empty_but_for_the_doors() -> None:
    assert {module.name for module in MODULES if not room_of(module)} == HALL


def test_no_public_name_is_that_of_a_room() -> None:
    """Python would put the room in its place as soon as it is imported."""
    assert {room_of(module) for module in MODULES}.isdisjoint(quotex.__all__)
