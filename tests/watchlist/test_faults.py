"""All that is wrong with a watchlist is named, with its line, its place and words."""

from __future__ import annotations

from tests.watchlist.conftest import Faults


def test_all_faults_are_named_in_the_order_of_the_file(faults: Faults) -> None:
    """One wrong value hides no other: syntax apart, the whole file is checked."""
    found = faults(
        """
        tools:
          - id: t
            name: T
            sources: [b]
            ratings:
              - {criterion: dpo, status: ja}
        sources:
          - id: a
            url: gopher://example.org
            every: soon
            knd: dpa
        """
    )
    assert [(fault.line, fault.where) for fault in found] == [
        (5, "tools[0].sources[0]"),
        (7, "tools[0].ratings[0].criterion"),
        (7, "tools[0].ratings[0].status"),
        (10, "sources[0].url"),
        (11, "sources[0].every"),
        (12, "sources[0].knd"),
    ]


def test_the_message_has_one_line_a_fault_with_file_line_place_and_help(faults: Faults) -> None:
    """What the command line prints is what an editor can click on and act upon."""
    (fault,) = faults("sources:\n  - {id: a, urll: x, url: 'https://example.org/'}\n")
    assert str(fault).endswith(
        'watchlist.yaml:2: sources[0].urll: unknown key "urll"; did you mean "url"?'
    )
    assert fault.suggestion == "url"


def test_a_value_cannot_write_to_the_terminal(faults: Faults) -> None:
    """Control characters of a value are written out, and a long value is cut."""
    (fault,) = faults('tools:\n  - {id: "\\e[31m\\x9b\\n%s", name: T}\n' % ("x" * 500))
    assert str(fault).isprintable()
    assert len(str(fault)) < 400
