"""Processes that share a store ask a host no faster than one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from storage.store import Store
from tests.crawler.fetching.site import Asked, Page, in_turn, page, redirect, serving
from tests.test_main_job import PATIENCE, clausewatch

DELAY = 1.0
NAMES = ("a", "b")
WORDS = b"<html lang=en><title>Terms</title><main><h1>Terms</h1><p>%s</p></main></html>" % (
    b"You may use the service as long as you keep to these terms. " * 5
)


def test_two_crawls_at_once_keep_the_distance_of_one(tmp_path: Path) -> None:
    """Each is told to fetch another page of the host; who comes second waits or is put off."""
    with serving({f"/{name}": page(WORDS) for name in NAMES}) as site:
        (tmp_path / "watchlist.yaml").write_text(
            "sources:\n"
            + "".join(f'  - {{id: {name}, url: "{site.url}/{name}"}}\n' for name in NAMES)
            + "tools:\n  - {id: tool, name: Tool, sources: [a, b]}\n"
        )
        settings = {"fetch_allow_private": "true", "fetch_delay": str(DELAY)}
        clausewatch("migrate", folder=tmp_path, **settings).communicate(timeout=PATIENCE)
        checked: set[str] = set()
        while checked != set(NAMES):
            crawls = {
                name: clausewatch("run", "--source", name, folder=tmp_path, **settings)
                for name in NAMES
                if name not in checked
            }
            said = {name: crawl.communicate(timeout=PATIENCE)[0] for name, crawl in crawls.items()}
            before = len(checked)
            checked |= {asked.path.strip("/") for asked in site.asked} & set(NAMES)
            assert len(checked) > before, said
    times = [asked.at for asked in site.asked]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert len(gaps) >= 3  # robots.txt and a page, twice
    assert min(gaps) > 0.75 * DELAY, gaps  # a busy machine notices a request late
    with Store(f"sqlite:///{tmp_path / 'clausewatch.sqlite3'}").read() as history:
        assert {state.source_id for state in history.states() if state.last_good_at} == set(NAMES)


def meeting(pages: dict[str, Page], folder: Path) -> list[Asked]:
    """Return what a host is asked that two processes are sent to, each from one of its own."""
    settings = {"fetch_allow_private": "true", "fetch_delay": str(DELAY)}
    with serving(pages, host="127.0.0.2") as third:
        moved = {f"/{name}": redirect(f"{third.url}/{name}") for name in NAMES}
        with serving(moved) as site:
            other_name = site.url.replace("127.0.0.1", "localhost")
            (folder / "watchlist.yaml").write_text(
                f'sources:\n  - {{id: a, url: "{site.url}/a"}}\n'
                f'  - {{id: b, url: "{other_name}/b"}}\n'
                "tools:\n  - {id: tool, name: Tool, sources: [a, b]}\n"
            )
            clausewatch("run", folder=folder, **settings).communicate(timeout=PATIENCE)
    return third.asked


def test_a_host_that_two_others_redirect_to_is_asked_no_faster(tmp_path: Path) -> None:
    """Two processes fetch at once, and meet."""
    asked = meeting({f"/{name}": page(WORDS) for name in NAMES}, tmp_path)
    assert sorted(one.path for one in asked) == ["/a", "/b", "/robots.txt", "/robots.txt"]
    gaps = [later.at - earlier.at for earlier, later in pairwise(asked)]
    assert min(gaps) > 0.75 * DELAY, gaps


def test_a_pause_that_a_host_asks_one_process_for_is_kept_by_all(tmp_path: Path) -> None:
    """Whichever page is asked for first: the other process waits with its own."""
    busy = in_turn(page(status=429, headers={"Retry-After": "6"}), page(WORDS))
    asked = meeting(dict.fromkeys(("/a", "/b"), busy), tmp_path)
    first = next(place for place, one in enumerate(asked) if one.path != "/robots.txt")
    assert {one.path for one in asked[first + 1 :]} >= {"/a", "/b"}, asked
    assert asked[first + 1].at - asked[first].at > 0.75 * 6
