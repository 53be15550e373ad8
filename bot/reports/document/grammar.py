"""What a template may say: fields, `if`, and `for` over lists; nothing that computes or calls.

A commune brings its own template, so whatever can be written is looked at before it is filled in:
without calls, filters, sums and assignments nothing is reached but the fields, and as a list is
only gone through at the top or inside of its own row, the text is at most the template times the
rows that there are.
"""

from collections.abc import Iterator, Mapping

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from bot.domain.text import Phrase, _
from bot.reports.document.fields import Leaf, Rows, Shape

_LOOP: Shape = {"index": Leaf.WORDS, "first": Leaf.FLAG, "last": Leaf.FLAG}
_ENVIRONMENT = SandboxedEnvironment()
Scope = Mapping[str, Shape]


def faults(source: str, known: Scope) -> tuple[Phrase, ...]:
    """Return what is wrong with a text that has fields in it; one thing may be wrong twice."""
    try:
        tree = _ENVIRONMENT.parse(source)
        return tuple(_block(tree.body, known, known))
    except TemplateSyntaxError as wrong:
        return (_("This cannot be read: {why}", why=wrong.message or ""),)
    except RecursionError:
        return (_("There are too many brackets in each other."),)


def _block(body: list[nodes.Node], scope: Scope, top: Scope) -> Iterator[Phrase]:
    for node in body:
        match node:
            case nodes.Output():
                for part in node.nodes:
                    yield from _written(part, scope)
            case nodes.If():
                yield from _condition(node.test, scope)
                yield from _block([*node.body, *node.elif_, *node.else_], scope, top)
            case nodes.For():
                yield from _loop(node, scope, top)
            case _:
                yield _unknown(node)


def _loop(node: nodes.For, scope: Scope, top: Scope) -> Iterator[Phrase]:
    """Check a loop: over a list of fields, and inside of another one only over its row's own."""
    inside = scope is not top
    found = _shape(node.iter, scope)
    if isinstance(found, Phrase):
        yield found
        return
    path = _path(node.iter)
    if not isinstance(found, Rows) or not isinstance(node.target, nodes.Name):
        yield _("“{field}” is no list: leave out “for”.", field=path)
        return
    if node.recursive or node.test or (inside and path.split(".")[0] in top):
        yield _("“{field}”: a list cannot be gone through inside of another one.", field=path)
        return
    if node.target.name in top:
        yield _("“{field}” is the name of a field: call the row otherwise.", field=node.target.name)
        return
    inner = {**scope, node.target.name: found.of, "loop": _LOOP}
    yield from _block(node.body, inner, top)
    yield from _block(node.else_, scope, top)


def _written(node: nodes.Node, scope: Scope) -> Iterator[Phrase]:
    if isinstance(node, nodes.TemplateData):
        return
    found = _shape(node, scope)
    if isinstance(found, Phrase):
        yield found
    elif found is not Leaf.WORDS:
        yield _(
            "“{field}” cannot be written as it is: it has fields of its own.", field=_path(node)
        )


def _condition(node: nodes.Node, scope: Scope) -> Iterator[Phrase]:
    match node:
        case nodes.And() | nodes.Or():
            yield from _condition(node.left, scope)
            yield from _condition(node.right, scope)
        case nodes.Not():
            yield from _condition(node.node, scope)
        case nodes.Compare() if all(one.op in {"eq", "ne"} for one in node.ops):
            for side in (node.expr, *(one.expr for one in node.ops)):
                if not isinstance(side, nodes.Const):
                    yield from _condition(side, scope)
        case _:
            found = _shape(node, scope)
            if isinstance(found, Phrase):
                yield found


def _shape(node: nodes.Node, scope: Scope) -> "Shape | Phrase":
    """Return what a field is, or why it is none."""
    match node:
        case nodes.Name() if node.name in scope:
            return scope[node.name]
        case nodes.Getattr():
            of = _shape(node.node, scope)
            if isinstance(of, Mapping) and node.attr in of:
                return of[node.attr]
            return of if isinstance(of, Phrase) else _no_field(_path(node))
        case nodes.Name():
            return _no_field(node.name)
        case _:
            return _unknown(node)


def _path(node: nodes.Node) -> str:
    """Return a field as it is written, as in "viec.dvc_huong_dan.chu"."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_path(node.node)}.{node.attr}"
        case _:
            return "…"


def _no_field(path: str) -> Phrase:
    return _("There is no field “{field}”; docs/templates.md lists them all.", field=path)


def _unknown(node: nodes.Node) -> Phrase:
    return _(
        "Only fields, “if” and “for” can stand in braces, and “{what}” is none of them.",
        what=type(node).__name__,
    )
