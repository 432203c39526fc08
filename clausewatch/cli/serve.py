"""`clausewatch serve`: the history and the reviews in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from clausewatch.cli.options import StoreOption, WatchlistOption, load_settings
from clausewatch.cli.output import console


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
    # Only this command needs a web server, which takes a second to import.
    import uvicorn  # noqa: PLC0415

    from clausewatch.serving import web_deps  # noqa: PLC0415
    from web.app import create_app, spare_what_is_loaded  # noqa: PLC0415

    # The other commands start faster without a web server.

    deps = web_deps(load_settings(watchlist, store), host=host, local_name=as_name)
    console.print(f"http://{host}:{port}  (Ctrl-C ends it)", markup=False)
    app = create_app(deps)
    spare_what_is_loaded()
    uvicorn.run(
        app,
        host=host,
        port=port,
        log_level="warning",
        # Which peer is a proxy to be believed is for us to decide, from the settings.
        proxy_headers=False,
        server_header=False,
    )
