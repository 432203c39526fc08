"""`clausewatch run` asks for second opinions when everything else is done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clausewatch.demonstration.site import Site
from storage.store import Store
from tests.opinions import endpoint_server
from tests.opinions.endpoint_server import GOOD, Reply, Server, saying
from tests.test_main_job import LOOPBACK, PATIENCE, clausewatch, site, watched

__all__ = ["site", "watched"]  # fixtures


def run(folder: Path, endpoint: Server) -> str:
    """Check everything now, with an endpoint configured, and return what was said."""
    ended = clausewatch(
        "run",
        "--force",
        folder=folder,
        **LOOPBACK,
        outbox="mails",
        opinion_base_url=endpoint.base_url,
        opinion_model="small-model",
    )
    said, _ = ended.communicate(timeout=PATIENCE)
    assert ended.returncode == 0, said
    return said


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (saying(GOOD), "1 second opinion from small-model"),
        (endpoint_server.failing(500), "no second opinion from small-model: the endpoint"),
    ],
)
def test_run_asks_after_the_mails_are_out(
    watched: Path, site: Site, reply: Reply, said: str
) -> None:
    """Flags, mails and exit code are the same whatever the endpoint does."""
    with endpoint_server.serving(reply) as endpoint:
        assert "opinion" not in run(watched, endpoint)  # nothing is flagged yet
        site.edition = "second"
        second = run(watched, endpoint)
        asked = endpoint.asked
    assert "1 alert sent" in second
    assert second.index("alert sent") < second.index(said)
    with Store(f"sqlite:///{watched / 'clausewatch.sqlite3'}").read() as history:
        (flag,) = history.flags()
        assert len(history.opinions([flag.id])) == (1 if said.startswith("1 ") else 0)
    material = json.loads(asked[0].body["messages"][1]["content"])
    assert material["rating"]["status"] == "partly"
    assert "paid API" in material["passages"][0]["before"]
