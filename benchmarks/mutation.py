"""A random sample of small faults in a room's functions: does any test of the room notice each of them?

    python benchmarks/mutation.py audit tests/audit [--mutants 60] [--seed 1]

The tests are collected once; each fault then gets a process of its own, forked from there, in which one function has
its faulty code. Faults outside functions (patterns, tables) are not made. A fault is noticed where a test fails or the
tests take three times as long as without it. Survivors are listed with their line, to be read. POSIX only (fork).
"""

from __future__ import annotations

import argparse
import ast
import copy
import gc
import os
import random
import select
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[1] / "src" / "gampgen"
_COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COUNTED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add}
_QUIETLY = ("-o", "addopts=--import-mode=importlib", "-p", "no:terminal", "-p", "no:cacheprovider")
_FACTOR, _LEAST_SECONDS = 3, 20.0


@dataclass(frozen=True)
class Fault:
    """One change of one node of one function."""

    path: Path
    line: int
    what: str
    tree: ast.Module
    function: ast.FunctionDef


def changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:  # noqa: C901 - a case for each kind of fault
    """What can be wrong with a node, each as words and as the node in its place."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in _COMPARED:
            yield "comparison", ast.Compare(node.left, [_COMPARED[type(op)]()], node.comparators)
        case ast.BoolOp(op=op):
            yield "and/or", ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), node.values)
        case ast.UnaryOp(op=ast.Not()):
            yield "not left out", node.operand
        case ast.BinOp(op=op) if type(op) in _COUNTED:
            yield "operator", ast.BinOp(node.left, _COUNTED[type(op)](), node.right)
        case ast.Constant(value=bool(value)):
            yield "truth value", ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield "number", ast.Constant(value + 1)
        case ast.Constant(value=str(value)) if value:
            yield "text", ast.Constant(value + "XX")
        case ast.If(test=test):
            yield "condition", ast.If(ast.UnaryOp(ast.Not(), test), node.body, node.orelse)
        case ast.IfExp(test=test):
            yield "choice", ast.IfExp(test, node.orelse, node.body)
        case ast.Return(value=value) if not (
            value is None or (isinstance(value, ast.Constant) and value.value is None)
        ):
            yield "result", ast.Return(ast.Constant(None))
        case ast.Expr(value=ast.Call()):
            yield "call left out", ast.Pass()


class _Replacing(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new, self.kept = old, new, 0

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.old:
            return ast.copy_location(self.new, node)
        return super().visit(node)


def places(path: Path) -> Iterator[tuple[int, str, int, int]]:
    """Line, words, number of the node in the tree's order, number of the change: every fault that a module can have."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)
    }
    inside = {
        id(node)
        for function in ast.walk(tree) if isinstance(function, ast.FunctionDef)
        for statement in function.body for node in ast.walk(statement)
    }  # fmt: skip
    formatted = {id(part) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for part in ast.walk(one)}
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in inside and id(node) not in told | formatted:
            for turn, (what, _) in enumerate(changes(node)):
                yield getattr(node, "lineno", 0), what, number, turn


def made(path: Path, number: int, turn: int) -> Fault:
    """The module with one fault."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    node = list(ast.walk(tree))[number]
    functions = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef) and node in ast.walk(one)]
    outer = min(functions, key=lambda one: one.lineno)
    what, new = list(changes(node))[turn]
    changed = ast.fix_missing_locations(_Replacing(node, copy.copy(new)).visit(tree))
    return Fault(path, getattr(node, "lineno", 0), what, changed, outer)


def apply(fault: Fault) -> bool:
    """Give the live function its faulty code; False where nothing was found to change."""
    wanted = (fault.function.name, _first_line(fault.function))
    codes = [one for one in _codes(compile(fault.tree, str(fault.path), "exec")) if _named(one) == wanted]
    live = [
        one for one in gc.get_objects()
        if isinstance(one, FunctionType)
        and one.__code__.co_filename == str(fault.path)
        and _named(one.__code__) == wanted
        and codes and len(codes[0].co_freevars) == len(one.__code__.co_freevars)
    ]  # fmt: skip
    for function in live:
        function.__code__ = codes[0]
    return bool(live)


def _named(code: CodeType) -> tuple[str, int]:
    return code.co_name, code.co_firstlineno


def _first_line(function: ast.FunctionDef) -> int:
    return min([function.lineno, *(one.lineno for one in function.decorator_list)])


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield from _codes(part)


class Judge:
    """A pytest plugin: after the collection it runs the tests once as they are, and once for each fault."""

    def __init__(self, faults: list[tuple[Path, int, str, int, int]]) -> None:
        self.faults = faults
        self.survivors: list[tuple[Path, int, str]] = []
        self.noticed = self.skipped = 0

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        begun = time.monotonic()
        if self._ends(session, None, 10_000.0) != 0:
            sys.exit("the tests do not pass without a fault")
        limit = max(_LEAST_SECONDS, _FACTOR * (time.monotonic() - begun))
        for path, line, what, number, turn in self.faults:
            status = self._ends(session, made(path, number, turn), limit)
            if status == 2:
                self.skipped += 1
            elif status == 0:
                self.survivors.append((path, line, what))
                words = path.read_text(encoding="utf-8").splitlines()[line - 1].strip()
                print(f"survived: {path.relative_to(SOURCE)}:{line} {what}: {words}", flush=True)
            else:
                self.noticed += 1
        return True

    def _ends(self, session: pytest.Session, fault: Fault | None, limit: float) -> int:
        """0: every test passed; 1: one failed or it took too long; 2: the fault could not be put in."""
        child = os.fork()
        if not child:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(1, 2)
            os._exit(self._run(session, fault))
        handle = os.pidfd_open(child)
        ready, _, _ = select.select([handle], [], [], limit)
        os.close(handle)
        if not ready:
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(status) if ready else 1

    def _run(self, session: pytest.Session, fault: Fault | None) -> int:
        if fault is not None and not apply(fault):
            return 2
        following = [*session.items[1:], None]
        for item, nextitem in zip(session.items, following, strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=nextitem)
            if session.testsfailed:
                return 1
        return 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room", help="a folder or module below src/gampgen")
    parser.add_argument("tests", nargs="+")
    parser.add_argument("--mutants", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    room = SOURCE / options.room
    modules = sorted(room.rglob("*.py")) if room.is_dir() else [room]
    every = [(path, *place) for path in modules for place in places(path)]
    chosen = random.Random(options.seed).sample(every, min(options.mutants, len(every)))  # noqa: S311 - a fixed sample
    judge = Judge(chosen)
    pytest.main([*_QUIETLY, "--hypothesis-seed=0", *options.tests], plugins=[judge])
    tried = judge.noticed + len(judge.survivors)
    print(f"{options.room}: {judge.noticed} of {tried} faults noticed ({100 * judge.noticed / max(1, tried):.0f} %); "
          f"{judge.skipped} could not be put in; {len(every)} possible, seed {options.seed}")  # fmt: skip


if __name__ == "__main__":
    main()
