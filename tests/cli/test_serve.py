"""`clausewatch serve`: where it listens, and what it says when it cannot."""

from __future__ import annotations

import socket
from contextlib import closing

import pytest

from clausewatch.cli.serve import listening
from domain.errors import ConfigurationError
from tests.cli.conftest import Cli


def test_a_port_in_use_is_told_with_what_to_do(cli: Cli) -> None:
    """No address is printed that another program answers at."""
    cli("init")
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        ended = cli("serve", "--port", str(port))
    assert ended.code == 2
    assert f"cannot listen on 127.0.0.1:{port} (Address already in use)" in ended.err
    assert "--port" in ended.err
    assert ended.out == ""


def test_any_free_port_can_be_asked_for() -> None:
    """The one that was found is the one that is told."""
    with closing(listening("127.0.0.1", 0)) as opened:
        assert opened.getsockname()[1] > 0


def test_an_address_of_another_machine_is_refused() -> None:
    """192.0.2.1 is nobody's (RFC 5737)."""
    with pytest.raises(ConfigurationError, match="cannot listen on 192"):
        listening("192.0.2.1", 0)
