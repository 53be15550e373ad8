"""Finds, in the source, where sentences are said and where they become choices."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

_MARKS = frozenset({"_", "n_"})


def calls(*folders: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield every `_(…)` and `n_(…)` with its place."""
    for file in (path for folder in folders for path in sorted(folder.rglob("*.py"))):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if _marks(node):
                yield f"{file.name}:{node.lineno}", node


def messages(written: ast.AST) -> list[str]:
    """Return the sentences of an expression: what may be said of it."""
    match written:
        case ast.Constant(value=str() as words):
            return [words]
        case ast.IfExp(body=one, orelse=other):
            return messages(one) + messages(other)
        case _:
            return []


def labels(folder: Path) -> list[tuple[str, str]]:
    """Return the sentences of every choice, with their place.

    1. The label is the second argument of `Choice(…)`, or `label=`.
    2. Where it is a name (or a part of what a name stands for), whatever the enclosing function
       puts into that name is meant.
    """
    found = []
    for file in sorted(folder.glob("*.py")):
        for function in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                found += [
                    (f"{file.name}:{choice.lineno}", sentence)
                    for choice in ast.walk(function)
                    if _named(choice, "Choice")
                    for sentence in _sentences(_label(choice), function)
                ]
    return found


def _label(choice: ast.Call) -> ast.AST:
    named = [word.value for word in choice.keywords if word.arg == "label"]
    return named[0] if named else choice.args[1]


def _sentences(label: ast.AST, function: ast.AST) -> list[str]:
    found = [
        sentence for node in ast.walk(label) if _marks(node) for sentence in messages(node.args[0])
    ]
    names = {node.id for node in ast.walk(label) if isinstance(node, ast.Name)}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id in names for target in node.targets
        ):
            found += [
                sentence
                for inner in ast.walk(node.value)
                if _marks(inner)
                for sentence in messages(inner.args[0])
            ]
    return found


def _marks(node: ast.AST) -> TypeGuard[ast.Call]:
    return any(_named(node, mark) for mark in _MARKS)


def _named(node: ast.AST, name: str) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
