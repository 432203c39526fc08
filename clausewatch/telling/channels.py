"""The channels that the settings define, ready to send by."""

from __future__ import annotations

from alerts.channels.folder import FolderChannel
from alerts.channels.smtp import SmtpChannel
from alerts.delivery import Channel
from alerts.via import Form
from clausewatch.settings import Settings
from clausewatch.settings.channels import ChannelSetting
from domain.editor import MAIL


def build_channels(settings: Settings) -> dict[str, Channel]:
    """Return the channels by name; no mail while neither server nor folder is configured.

    Raises:
        ConfigurationError: an address is none that Apprise knows.
    """
    channels = {name: _other_than_mail(name, one) for name, one in settings.channels.items()}
    mail = build_mail(settings)
    return {**channels, MAIL: mail} if mail else channels


def _other_than_mail(name: str, channel: ChannelSetting) -> Channel:
    # Most have mail alone, and these libraries take a good part of a second to load.
    url = channel.url.get_secret_value()
    if channel.form is Form.WEBHOOK:
        from alerts.channels.webhook import WebhookChannel  # noqa: PLC0415

        return WebhookChannel(url, channel.secret.get_secret_value())
    from alerts.channels.chat import ChatChannel  # noqa: PLC0415

    return ChatChannel(url, name=name)


def build_mail(settings: Settings) -> Channel | None:
    """Return how mails go out; None when neither a server nor a folder is configured."""
    smtp = settings.smtp
    if smtp.host:
        return SmtpChannel(
            host=smtp.host,
            port=smtp.effective_port,
            security=smtp.security,
            username=smtp.username,
            password=smtp.password.get_secret_value(),
            sender=smtp.sender,
        )
    if settings.outbox is not None:
        return FolderChannel(settings.outbox, sender=smtp.sender)
    return None
