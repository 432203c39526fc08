"""`clausewatch serve`: the history and the reviews in a browser."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from typing import Annotated

import typer
import uvicorn

from clausewatch.cli.new_store import say_if_new
from clausewatch.cli.options import StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import console
from clausewatch.serving import web_deps
from domain.errors import ConfigurationError
from web.app import create_app, make_ready


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("serve")(serve_command)


def serve_command(
    *,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8321,
    as_name: Annotated[
        str,
        typer.Option("--as", help="Decide flags from this machine under this name."),
    ] = "",
    watchlist: WatchlistOption = None,
    store: StoreOption = None,
) -> None:
    """Browse the history and decide flags in a browser.

    By default it listens on this machine alone, and nothing can be changed. --as NAME
    lets whoever sits here decide. To let others in, configure a sign-in under [web] in
    clausewatch.toml: a proxy that names its users, or an OpenID Connect provider.
    """
    settings = load_settings(watchlist, store)
    deps = web_deps(settings, host=host, local_name=as_name)
    say_if_new(deps.store, settings)
    app = create_app(deps)
    make_ready(app)
    with listening(host, port) as opened:
        console.print(f"http://{host}:{opened.getsockname()[1]}  (Ctrl-C ends it)", markup=False)
        config = uvicorn.Config(
            app,
            log_level="warning",
            # Which peer is a proxy to be believed is for us to decide, from the settings.
            proxy_headers=False,
            server_header=False,
        )
        with suppress(KeyboardInterrupt):  # uvicorn has ended in peace, and then repeats it
            uvicorn.Server(config).run(sockets=[opened])
    console.print("stopped")


def listening(host: str, port: int) -> socket.socket:
    """Open what browsers connect to; port 0 is any that is free.

    Raises:
        ConfigurationError: somebody else listens there, or the address is not of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        # A name that is not found has a number below zero, which is none of the system's.
        number = error.errno or 0
        why = os.strerror(number) if number > 0 else error.strerror
        raise ConfigurationError(
            f"cannot listen on {host}:{port} ({why}); choose another with --host or --port"
        ) from error
