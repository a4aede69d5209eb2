"""The house rules that a program can check: who may import whom, what is loaded when, how long things are."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline

PACKAGE = Path(pipeline.__file__).parent
ROOMS = ("fetch", "extract", "nlp", "encode", "cluster", "publish")
HEAVY = {
    "spacy": {
        f"nlp/claims/{package}/{name}.py"
        for package, names in {
            "words": ("parsers", "parsed", "tree"),
            "rules": ("syntax",),
            "polarity": ("negated", "scope_tree"),
            "attitudes": ("attitudes", "around", "thoughts", "trailing", "whole"),
        }.items()
        for name in names
    },
    "torch": {"encode/transformer.py"},
    "sentence_transformers": {"encode/encoder.py", "encode/transformer.py"},
    "onnxruntime": {"encode/session.py"},
    "httpx": {"fetch/client.py", "fetch/network.py"},
    "trafilatura": {"extract/page.py"},
}
MAX_LINES = 300


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imports(path: Path) -> list[tuple[str, bool]]:
    """Return (dotted name, whether it is imported at module level and at run time) of every import."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    lazy = {node for scope in ast.walk(tree) if is_lazy(scope) for node in ast.walk(scope)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node not in lazy) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [(f"{node.module}.{alias.name}", node not in lazy) for alias in node.names]
    return found


def is_lazy(node: ast.AST) -> bool:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return True
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def allowed(room: str) -> tuple[str, ...]:
    shared = ("pipeline.records", "pipeline.errors", "pipeline.packaged", "pipeline.lifeline", f"pipeline.{room}")
    # The published form has rooms of its own that only know records.
    return (*shared, "pipeline.wire", "pipeline.schema", "pipeline.verify") if room == "publish" else shared


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_records_errors_and_itself(room):
    wrong = [
        f"{name_of(path)}: {name}"
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for name, _ in imports(path)
        if name.startswith("pipeline") and not name.startswith(allowed(room)) and name != "pipeline.__version__"
    ]
    assert wrong == []


CLAIMS = (
    ("words",),
    ("rejection",),
    ("polarity",),
    ("rules",),
    ("fusion",),
    ("replies", "reports", "attitudes", "holders", "corpora", "claimhood"),
)
"""The packages of the claims reader, each above those that it may import."""


@pytest.mark.parametrize("level", range(len(CLAIMS)))
def test_the_claims_reader_is_built_in_layers(level):
    above = {other for layer in CLAIMS[level:] for other in layer}
    wrong = [
        f"{name_of(path)}: {name}"
        for package in CLAIMS[level]
        for path in sorted((PACKAGE / "nlp" / "claims" / package).glob("*.py"))
        for name, _ in imports(path)
        if name.startswith("pipeline.nlp.claims.") and name.split(".")[3] in above - {package}
    ]
    assert wrong == []


def test_every_package_of_the_claims_reader_has_its_layer():
    found = {path.parent.name for path in (PACKAGE / "nlp" / "claims").glob("*/__init__.py")}
    assert found == {package for layer in CLAIMS for package in layer}


def test_records_and_errors_import_nobody():
    outside = ("pipeline.",)
    for path in [PACKAGE / "errors.py", PACKAGE / "lifeline.py", *sorted((PACKAGE / "records").glob("*.py"))]:
        found = [name for name, _ in imports(path) if name.startswith(outside)]
        assert [name for name in found if not name.startswith("pipeline.records.")] == []


def test_only_the_run_and_the_command_touch_the_store():
    wrong = [
        name_of(path)
        for path in modules()
        if not name_of(path).startswith(("run/", "store/"))
        and any(name.startswith("pipeline.store") for name, _ in imports(path))
    ]
    assert wrong == []


@pytest.mark.parametrize("library", sorted(HEAVY))
def test_a_heavy_library_is_imported_lazily_in_its_file(library):
    users = {name_of(path): eager for path in modules() for name, eager in imports(path) if is_of(name, library)}
    assert set(users) <= HEAVY[library]


def is_of(name: str, library: str) -> bool:
    return name == library or name.startswith(library + ".")


def loaded_by(code: str) -> set[str]:
    program = f"{code}\nimport sys\nprint(' '.join(sorted({{name.split('.')[0] for name in sys.modules}})))"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


@pytest.mark.parametrize("room", ROOMS)
def test_a_door_is_cheap_to_open(room):
    assert not loaded_by(f"import pipeline.{room}") & {"torch", "spacy", "sentence_transformers", "onnxruntime"}


def test_help_loads_nothing_heavy():
    loaded = loaded_by("import pipeline.cli")
    assert not loaded & {*HEAVY, "numpy", "pydantic", "lxml", "rich"}


def test_every_room_says_what_goes_in_and_out():
    for room in (*ROOMS, "store", "run", "run/executors"):
        docstring = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8"))) or ""
        assert all(word in docstring for word in ("In:", "Out:", "Raises:", "Invariants:", "How to add")), room


def test_files_are_short():
    long = {name_of(path): lines for path in modules() if (lines := len(path.read_text().splitlines())) > MAX_LINES}
    assert long == {}
