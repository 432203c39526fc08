"""By which way an alert goes, and the form that the way takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.editor import MAIL, Editor


class Form(StrEnum):
    """What a channel takes: a mail, a few lines for a chat, or values for a program."""

    MAIL = "mail"
    CHAT = "chat"
    WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True)
class Via:
    """A channel by its name, and its form."""

    channel: str = MAIL
    form: Form = Form.MAIL

    def recipient(self, editor: Editor) -> str:
        """Return whom the alert goes to: a chat is one recipient, however many read it."""
        return editor.email if self.form is Form.MAIL else self.channel


BY_MAIL = Via()
