"""Atom feeds (RFC 4287) of flags: for those who would rather look than be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from alerts.letter import criterion_label
from alerts.links import Links
from alerts.plain import harmless, one_line, short
from domain.flag import Flag
from domain.names import STATUSES
from domain.watchlist import Criterion, Tool, Watchlist

_ATOM = "http://www.w3.org/2005/Atom"
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_NO_XML = {code: None for code in (*range(0x20), 0xFFFE, 0xFFFF) if code not in {0x9, 0xA, 0xD}}


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry: plain text throughout; `id` is a URI that never changes."""

    id: str
    title: str
    summary: str
    at: datetime
    link: str = ""
    categories: tuple[str, ...] = ()


def atom(
    entries: Sequence[FeedEntry], *, feed_id: str, title: str, link: str = "", language: str = "en"
) -> bytes:
    """Return a feed as an XML document, entries in the order given.

    The same entries give the same bytes: the feed was updated when its newest entry was.
    """
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    _add(feed, "id", feed_id)
    _add(feed, "title", title)
    _add(feed, "updated", _time(max((entry.at for entry in entries), default=_NEVER)))
    author = SubElement(feed, "author")
    _add(author, "name", "Clausewatch")
    if link:
        SubElement(feed, "link", {"rel": "self", "href": link})
    for entry in entries:
        _entry(feed, entry)
    indent(feed)
    document: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return document


def flag_entry(  # noqa: PLR0913 - all are keywords
    *,
    flag_id: int,
    flag: Flag,
    at: datetime,
    source_id: str,
    watchlist: Watchlist,
    links: Links,
    language: str = "en",
) -> FeedEntry:
    """Return the entry of a flag: what to re-review, and why."""
    criteria: Mapping[str, Criterion] = {one.key: one for one in watchlist.criteria}
    tool = watchlist.tool(flag.tool_id)
    rating = tool.rating(flag.criterion) if tool else None
    status = f" ({STATUSES[rating.status].in_language(language)})" if rating else ""
    name = tool.name if tool else flag.tool_id
    reasons = [one_line(reason.in_language(language)) for reason in flag.reasons]
    said = dict.fromkeys([one_line(flag.summary.in_language(language)), *reasons, source_id])
    number = sha256(f"{source_id}/{flag.tool_id}/{flag.criterion}/{at.isoformat()}".encode())
    return FeedEntry(
        id=f"urn:sha256:{number.hexdigest()}",
        title=f"{name}: {criterion_label(flag.criterion, criteria, language)}{status}",
        summary="\n".join(said),
        at=at,
        link=links.review(flag_id),
        categories=(flag.tool_id, flag.criterion),
    )


def feed_id(links: Links, name: str, base: str = "") -> str:
    """Return the id of a feed (RFC 4151); `base` tells installations apart that have no address."""
    return f"tag:{links.id_domain},2026:{links.public_url or base}/{name}"


def title_of(tool: Tool | None = None, criterion: str = "") -> str:
    """Return what a feed is called."""
    about = tool.name if tool else criterion
    return f"Clausewatch: {about or 'all flags'}"


def _entry(feed: Element, entry: FeedEntry) -> None:
    element = SubElement(feed, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", short(entry.title, 200))
    _add(element, "updated", _time(entry.at))
    if entry.link:
        SubElement(element, "link", {"rel": "alternate", "href": entry.link})
    for category in entry.categories:
        SubElement(element, "category", {"term": category})
    _add(element, "summary", entry.summary)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = harmless(text).translate(_NO_XML)


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
