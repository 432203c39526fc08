"""An SQLite file on a read-only disk or in somebody else's folder: read as it lies there.

A file with a write-ahead log needs two more beside it, which cannot be made there. While
there is no log nobody has the file open, and all of it is in the file.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Engine, NullPool, create_engine, event


def lies_still(file: Path) -> bool:
    """Tell whether a file can only be read, and nobody is writing to it."""
    return (
        file.exists()
        and not os.access(file.parent, os.W_OK)
        and not file.with_name(f"{file.name}-wal").exists()
    )


def engine_for_reading(url: URL, file: Path) -> Engine:
    """Return an engine that opens the file without locks and log; nothing can be written.

    It is opened anew each time: once somebody else writes to it, it is opened like any other.
    """

    def on_do_connect(dialect: Any, record: Any, arguments: Any, options: Any) -> Any:
        del dialect, record, arguments
        how = "immutable=1" if lies_still(file) else "mode=ro"
        return sqlite3.connect(f"file:{quote(str(file.absolute()))}?{how}", uri=True, **options)

    engine = create_engine(url, poolclass=NullPool)
    event.listen(engine, "do_connect", on_do_connect)
    return engine
