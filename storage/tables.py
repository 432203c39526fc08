"""The tables. Rows never leave `storage`; what leaves are the values of `records`.

Bodies, captures, versions, changes, flags and reviews are only ever added to. The
exceptions say what became of a row later: which version a capture shows, when the bytes
of a quiet one were let go, when a problem was closed, whether an alert was delivered.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

from domain.alert import AlertKind
from domain.capture import CaptureOrigin
from domain.change import Significance
from domain.editor import MAIL
from domain.problem import ProblemKind
from storage.columns import UtcDateTime, WebText, named
from storage.records import Decision, Ended

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Row(SQLModel):
    """What all tables share: their own metadata, apart from SQLModel's global one."""

    metadata = metadata


class BodyRow(Row, table=True):
    """The bytes of a capture once, however many captures brought them.

    `frame` was compressed against `base_hash` and what that rests on, `joined` bodies of
    the chain in all; alone when `base_hash` is null. It is empty when the bytes were let
    go, at a time and under the rule that so many days are kept.
    """

    __tablename__ = "body"

    hash: str = Field(primary_key=True)
    size: int
    frame: bytes = Field(sa_type=LargeBinary)
    base_hash: str | None = Field(default=None, foreign_key="body.hash", index=True)
    joined: int = 0
    let_go_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    let_go_days: int | None = None


class CaptureRow(Row, table=True):
    """One fetch. `problem_kind` when it is not the document, `version_id` when it is."""

    __tablename__ = "capture"
    __table_args__ = (
        UniqueConstraint("source_id", "fetched_at"),
        # All that a picture of the captures needs: none of them is read whole for it.
        Index("ix_capture_ticks", "source_id", "fetched_at", "version_id", "problem_kind", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    source_id: str
    fetched_at: datetime = Field(sa_type=UtcDateTime)
    requested_url: str = Field(sa_type=WebText)
    final_url: str = Field(sa_type=WebText)
    redirects: list[Any] = Field(sa_type=JSON)
    status: int
    headers: list[Any] = Field(sa_type=JSON)
    origin: CaptureOrigin = Field(sa_type=named(CaptureOrigin))
    body_hash: str = Field(foreign_key="body.hash", index=True)
    problem_kind: ProblemKind | None = Field(default=None, sa_type=named(ProblemKind))
    # A version names the capture it was extracted from, so one of the two foreign keys
    # has to be added when both tables exist.
    version_id: int | None = Field(
        default=None, sa_column=Column(Integer, ForeignKey("version.id", use_alter=True))
    )


class VersionRow(Row, table=True):
    """The wording of a capture, as one extraction gave it.

    `replaces_id` is set when the capture was extracted again under another
    fingerprint: the wording did not change, so the number stays.
    """

    __tablename__ = "version"
    __table_args__ = (
        Index(
            "uq_version_source_id_number",
            "source_id",
            "number",
            unique=True,
            sqlite_where=text("replaces_id IS NULL"),
            postgresql_where=text("replaces_id IS NULL"),
        ),
        # The unique one is of use only to questions that ask for what replaces nothing.
        Index(None, "source_id", "number"),
    )

    id: int | None = Field(default=None, primary_key=True)
    source_id: str
    number: int
    capture_id: int = Field(foreign_key="capture.id", index=True)
    at: datetime = Field(sa_type=UtcDateTime)
    fingerprint: str
    recipe: str
    wording_hash: str
    title: str = Field(sa_type=WebText)
    language: str
    blocks: list[Any] = Field(sa_type=JSON)
    word_count: int
    replaces_id: int | None = Field(default=None, foreign_key="version.id", unique=True)


class ChangeRow(Row, table=True):
    """Two versions of a source compared."""

    __tablename__ = "change"
    __table_args__ = (
        UniqueConstraint("old_version_id", "new_version_id"),
        Index(None, "source_id", "at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    source_id: str
    old_version_id: int = Field(foreign_key="version.id")
    new_version_id: int = Field(foreign_key="version.id", index=True)
    at: datetime = Field(sa_type=UtcDateTime)
    significance: Significance = Field(sa_type=named(Significance))
    reason: str = Field(sa_type=WebText)
    passages: list[Any] = Field(sa_type=JSON)
    findings: list[Any] = Field(sa_type=JSON)


class FlagRow(Row, table=True):
    """A criterion of a tool to re-review because of a change."""

    __tablename__ = "flag"
    __table_args__ = (
        UniqueConstraint("change_id", "tool_id", "criterion"),
        Index(None, "tool_id", "criterion"),
    )

    id: int | None = Field(default=None, primary_key=True)
    change_id: int = Field(foreign_key="change.id")
    source_id: str = Field(index=True)
    tool_id: str
    criterion: str
    at: datetime = Field(sa_type=UtcDateTime)
    score: float
    priority: int
    summary: dict[str, Any] = Field(sa_type=JSON)
    reasons: list[Any] = Field(sa_type=JSON)
    passages: list[Any] = Field(sa_type=JSON)
    evidence: list[Any] = Field(sa_type=JSON)


class ReviewRow(Row, table=True):
    """One entry of what was decided about a flag; the latest one counts."""

    __tablename__ = "review"

    id: int | None = Field(default=None, primary_key=True)
    flag_id: int = Field(foreign_key="flag.id", index=True)
    decision: Decision = Field(sa_type=named(Decision))
    by: str = Field(sa_type=WebText)
    at: datetime = Field(sa_type=UtcDateTime)
    why: str = Field(sa_type=WebText)
    until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    details: dict[str, Any] = Field(sa_type=JSON)


class RatingReviewRow(Row, table=True):
    """One entry of what was decided about a rating that no flag had asked for."""

    __tablename__ = "rating_review"
    __table_args__ = (Index(None, "tool_id", "criterion"),)

    id: int | None = Field(default=None, primary_key=True)
    tool_id: str
    criterion: str
    decision: Decision = Field(sa_type=named(Decision))
    by: str = Field(sa_type=WebText)
    at: datetime = Field(sa_type=UtcDateTime)
    why: str = Field(sa_type=WebText)
    details: dict[str, Any] = Field(sa_type=JSON)


class OpinionRow(Row, table=True):
    """What a model said about a flag; `agrees` is null where it gave no answer of use."""

    __tablename__ = "opinion"

    id: int | None = Field(default=None, primary_key=True)
    flag_id: int = Field(foreign_key="flag.id", index=True)
    model: str
    at: datetime = Field(sa_type=UtcDateTime)
    agrees: bool | None = None
    summary: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    reason: str = Field(sa_type=WebText)


class ProblemRow(Row, table=True):
    """A time during which a source gave no usable document; one open per source."""

    __tablename__ = "problem"
    __table_args__ = (
        Index(
            "uq_problem_source_id_open",
            "source_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index(None, "source_id", "opened_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    source_id: str
    kind: ProblemKind = Field(sa_type=named(ProblemKind))
    what: dict[str, Any] = Field(sa_type=JSON)
    advice: dict[str, Any] = Field(sa_type=JSON)
    certain: bool
    opened_at: datetime = Field(sa_type=UtcDateTime)
    closed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    capture_id: int | None = Field(default=None, foreign_key="capture.id")
    ended: Ended | None = Field(default=None, sa_type=named(Ended))


class AlertRow(Row, table=True):
    """The outbox: a complete message, and what became of it."""

    __tablename__ = "alert"
    __table_args__ = (Index(None, "delivered_at", "given_up_at", "next_try_at"),)

    id: int | None = Field(default=None, primary_key=True)
    message_id: str = Field(unique=True)
    kind: AlertKind = Field(sa_type=named(AlertKind))
    recipient: str
    subject: str = Field(sa_type=WebText)
    text: str = Field(sa_type=WebText)
    html: str = Field(sa_type=WebText)
    headers: list[Any] = Field(sa_type=JSON)
    source_id: str
    thread: str
    channel: str = Field(default=MAIL, sa_column_kwargs={"server_default": MAIL})
    queued_at: datetime = Field(sa_type=UtcDateTime)
    next_try_at: datetime = Field(sa_type=UtcDateTime)
    tries: int = 0
    delivered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    given_up_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_error: str = Field(default="", sa_type=WebText)
    tried_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DigestItemRow(Row, table=True):
    """A flag that waits for the digest of one editor; `covered_at` is when one took it."""

    __tablename__ = "digest_item"
    __table_args__ = (
        UniqueConstraint("recipient", "flag_id"),
        Index(None, "covered_at", "due_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    recipient: str
    flag_id: int = Field(foreign_key="flag.id")
    due_at: datetime = Field(sa_type=UtcDateTime)
    covered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SourceStateRow(Row, table=True):
    """What is remembered of a source between two checks, and who is checking it now."""

    __tablename__ = "source_state"

    source_id: str = Field(primary_key=True)
    url: str = Field(default="", sa_type=WebText)
    next_due_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_checked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_good_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    etag: str = Field(default="", sa_type=WebText)
    last_modified: str = Field(default="", sa_type=WebText)
    validators_version_id: int | None = Field(default=None, foreign_key="version.id")
    body_hash: str = ""
    visible_hash: str = ""
    memory: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    lease_owner: str | None = None
    lease_until: datetime | None = Field(default=None, sa_type=UtcDateTime)


class HostRow(Row, table=True):
    """From when on a host may be asked, and who asks it now; nobody while it rests."""

    __tablename__ = "host"

    host: str = Field(primary_key=True)
    owner: str
    free_at: datetime = Field(sa_type=UtcDateTime)


class WordingRow(Row, table=True):
    """A passage of a source, once, in however many versions it stands.

    The index of its words is a table of its own (`wording_search`), which each
    database has in its own way and which is no business of the object mapper.
    """

    __tablename__ = "wording"
    __table_args__ = (UniqueConstraint("source_id", "hash"),)

    id: int | None = Field(default=None, primary_key=True)
    source_id: str
    hash: str
    text: str = Field(sa_type=WebText)


class StandingRow(Row, table=True):
    """From which version on a passage stood, and which one no longer had it."""

    __tablename__ = "standing"

    id: int | None = Field(default=None, primary_key=True)
    wording_id: int = Field(foreign_key="wording.id", index=True)
    since_number: int
    since_at: datetime = Field(sa_type=UtcDateTime)
    gone_number: int | None = None
    gone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
