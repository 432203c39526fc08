"""Where alerts go."""

from alerts.channels.chat import ChatChannel
from alerts.channels.folder import FolderChannel
from alerts.channels.smtp import SmtpChannel
from alerts.channels.webhook import WebhookChannel

__all__ = ["ChatChannel", "FolderChannel", "SmtpChannel", "WebhookChannel"]
