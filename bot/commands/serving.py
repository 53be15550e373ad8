"""`toso run`, `toso chat`, `toso demo`: conversations, over channels or in the terminal."""

import sys
from argparse import Namespace
from datetime import UTC, datetime

import handlers
from bot.app import App, telegram
from bot.channels.terminal import Terminal, typed
from bot.commands import demo
from bot.commands.context import Context
from bot.dialogue.flows import discover
from bot.domain.chat import Address
from bot.domain.clock import VIET_NAM, FixedClock
from bot.domain.errors import Refused
from bot.domain.text import _
from bot.store import chats
from bot.store.db import Database


async def run(context: Context, args: Namespace) -> int:
    """Serve every configured channel; with none, open the demo chat."""
    if not context.config.telegram_token:
        context.warn(
            _(
                "No channel is set up yet (TOSO_TELEGRAM_TOKEN), so this is a try-out in the demo "
                "commune; you are a member. Ctrl-D ends it."
            )
        )
        args.role, args.now = "member", None
        return await chat(context, args)
    flows = discover(handlers)
    channel = telegram(
        context.config.telegram_token,
        context.config.telegram_api,
        context.clock,
        flows,
        context.voices,
    )
    async with context.database(args.db) as database:
        app = App(
            database,
            [channel],
            clock=context.clock,
            content=context.content,
            overlay=context.overlay,
            flows=flows,
            voices=context.voices,
            schedule=context.config.schedule,
            nudging=context.config.nudging,
        )
        context.warn(_("toso is running. Ctrl-C ends it."))
        await app.run([channel])
    return 0


async def chat(context: Context, args: Namespace) -> int:
    """Talk in the terminal; lines come from standard input, and its end ends the chat."""
    clock = FixedClock(_instant(args.now)) if args.now else context.clock
    async with context.database(args.db) as database:
        await demo.make(database, context.content, clock)
        address = Address("terminal", args.role)
        await _known(database, address)
        terminal = Terminal(_show, only=args.role)
        app = App(
            database,
            [terminal],
            clock=clock,
            content=context.content,
            voices=context.voices,
            overlay=context.overlay,
        )
        # The real clock, whatever --now pretends: a line of another run is another message.
        app_lines = int(context.clock.now().timestamp() * 1_000_000)
        # Nothing was said yet: the present question is shown, or the menu.
        await _say(app, address, "", app_lines)
        while line := _line():
            app_lines += 1
            await _say(app, address, line.rstrip("\r\n"), app_lines)
    return 0


async def make_demo(context: Context, args: Namespace) -> int:
    """Make the demo commune."""
    async with context.database(args.db) as database:
        if await demo.make(database, context.content, context.clock):
            context.say(_("The demo commune is ready. Talk in it: toso chat --as member"))
            return 0
        async with database.read() as tx:
            known = await chats.opened(tx, Address("terminal", demo.ROLES[0]))
    if known:
        context.say(_("The demo commune was there already; nothing was changed."))
        return 0
    raise Refused("TS-42", _("This database holds real communes; the demo needs one of its own."))


async def _say(app: App, address: Address, line: str, nth: int) -> None:
    await app.desk.receive([typed(address, line, nth=nth, at=app.clock.now())])
    await app.settle()


async def _known(database: Database, address: Address) -> None:
    """Refuse to play a demo person in a database of real communes."""
    if address.chat == "stranger":
        return
    async with database.read() as tx:
        if not await chats.opened(tx, address):
            raise Refused(
                "TS-42", _("This database holds real communes; the demo needs one of its own.")
            )


def _instant(written: str) -> datetime:
    """Read an instant; without a zone it is Viet Nam's."""
    try:
        at = datetime.fromisoformat(written)
        return (at if at.tzinfo else at.replace(tzinfo=VIET_NAM)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Refused("TS-43", _("--now takes an instant such as 2026-11-21T09:00.")) from None


def _show(_chat: str, text: str) -> None:
    print(f"{text}\n", flush=True)


def _line() -> str:
    """Read a line. Waiting here holds up nothing: all is answered before the next is read."""
    if sys.stdin is None:
        # Closed from the start (`<&-`): nobody will ever say anything.
        return ""
    if sys.stdin.isatty():
        print("> ", end="", flush=True)
    return sys.stdin.readline()
