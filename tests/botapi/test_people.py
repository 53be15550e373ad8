"""What people can touch, and what they cannot."""

import pytest
from telegram import (
    Bot,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.error import (
    BadRequest,
)

from .people import NotOnScreen, Person
from .scene import rows


async def test_people_press_what_is_on_their_screen(bot: Bot, mai: Person) -> None:
    old = await bot.send_message(mai.id, "một", reply_markup=rows("Có", "Thôi"))
    new = await bot.send_message(mai.id, "hai", reply_markup=rows("Có"))
    mai.press("Có")
    mai.press("Có", message=old.message_id)
    mai.press((0, 1))
    mai.press(data="thôi")
    pressed = [update.callback_query for update in await bot.get_updates()]
    assert [(one.message.message_id, one.data) for one in pressed if one and one.message] == [
        (new.message_id, "có"),
        (old.message_id, "có"),
        (old.message_id, "thôi"),
        (old.message_id, "thôi"),
    ]
    with pytest.raises(NotOnScreen, match=r"'Xong' is not.*'Có', 'Thôi'"):
        mai.press("Xong")


async def test_a_stale_phone_presses_what_is_gone(bot: Bot, mai: Person) -> None:
    one = await bot.send_message(mai.id, "một", reply_markup=rows("Có"))
    two = await bot.send_message(mai.id, "hai", reply_markup=rows("Xoá"))
    await bot.edit_message_reply_markup(mai.id, one.message_id)
    await bot.delete_message(mai.id, two.message_id)
    for label in ("Có", "Xoá"):
        with pytest.raises(NotOnScreen):
            mai.press(label)
        mai.press(label, stale=True)
    kept, gone = [update.callback_query for update in await bot.get_updates()]
    assert kept is not None
    assert isinstance(kept.message, Message)
    assert (kept.data, kept.message.reply_markup) == ("có", None)
    assert gone is not None
    assert gone.message is not None
    assert (gone.data, gone.message.is_accessible) == ("xoá", False)


async def test_a_reply_keyboard_is_tapped(bot: Bot, mai: Person) -> None:
    menu = ReplyKeyboardMarkup([["Ghi việc", KeyboardButton("Sổ")], ["Trợ giúp"]])
    shown = await bot.send_message(mai.id, "Chào", reply_markup=menu)
    assert mai.keyboard == (("Ghi việc", "Sổ"), ("Trợ giúp",))
    tapped = mai.tap("Sổ")
    assert [update.message and update.message.text for update in await bot.get_updates()] == ["Sổ"]
    with pytest.raises(NotOnScreen):
        mai.tap("Thoát")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("Chào lại", mai.id, shown.message_id)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("Không phải của tôi", mai.id, tapped.message_id)


async def test_a_reply_keyboard_is_removed(bot: Bot, mai: Person) -> None:
    await bot.send_message(mai.id, "Chào", reply_markup=ReplyKeyboardMarkup([["Sổ"]]))
    await bot.send_message(mai.id, "Thôi", reply_markup=ReplyKeyboardRemove())
    assert mai.keyboard == ()


async def test_a_reply_keyboard_for_one_time_is_gone_after_a_tap(bot: Bot, mai: Person) -> None:
    once = ReplyKeyboardMarkup([["Sổ"]], one_time_keyboard=True)
    await bot.send_message(mai.id, "Chào", reply_markup=once)
    mai.tap("Sổ")
    assert mai.keyboard == ()


async def test_a_reply_keyboard_goes_with_its_message(bot: Bot, mai: Person) -> None:
    shown = await bot.send_message(mai.id, "Chào", reply_markup=ReplyKeyboardMarkup([["Sổ"]]))
    await bot.delete_message(mai.id, shown.message_id)
    assert mai.keyboard == ()
