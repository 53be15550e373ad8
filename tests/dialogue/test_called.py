"""Every word by which a flow can be asked for leads to it, for somebody: none is in vain."""

import handlers
from bot.dialogue.flows import discover
from bot.voices import Voices
from tests.house import CONTENT


def test_no_word_of_a_flow_is_taken_by_another_one_for_everybody() -> None:
    flows, spoken = discover(handlers), Voices(CONTENT / "words").spoken
    in_vain = [
        (word, flow.name)
        for flow in flows
        if flow.command
        for word in (*flow.called, flow.command, *spoken(flow.title))
        if all(flows.called(word, role, spoken) is not flow for role in flow.roles)
    ]
    assert in_vain == []
