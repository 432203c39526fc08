"""Where alerts go."""

from alerts.channels.folder import FolderChannel
from alerts.channels.smtp import SmtpChannel

__all__ = ["FolderChannel", "SmtpChannel"]
