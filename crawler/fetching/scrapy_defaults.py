"""Scrapy's settings where its own defaults would be impolite or unsafe.

A module of upper-case names because that is how Scrapy reads settings: scrapy.cfg names
it, so that `scrapy shell ADDRESS` in a checkout behaves as the product does. What
depends on `FetchSettings` is put over it by `scrapy_settings`.
"""

from __future__ import annotations

from crawler.fetching.settings import ROBOT_NAME, FetchSettings

_DEFAULTS = FetchSettings()

BOT_NAME = "clausewatch"
USER_AGENT = _DEFAULTS.user_agent
# scrapy-playwright needs the reactor; TWISTED_REACTOR names the only one it runs on.
TWISTED_REACTOR_ENABLED = True
TWISTED_REACTOR = "twisted.internet.asyncioreactor.AsyncioSelectorReactor"
TWISTED_DNS_RESOLVER = "crawler.fetching.resolver.PublicResolver"

# Polite.
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = ROBOT_NAME  # robots.txt names robots, not versions (RFC 9309, 2.2.1)
CONCURRENT_REQUESTS = 1
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = _DEFAULTS.delay
DOWNLOAD_DELAY_JITTER = 0.0  # the delay is a promise, and there is nobody to hide from
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = _DEFAULTS.delay
AUTOTHROTTLE_MAX_DELAY = 60.0
REFERRER_POLICY = "scrapy.spidermiddlewares.referer.NoReferrerPolicy"
RETRY_GIVE_UP_LOG_LEVEL = "INFO"  # what was given up on is reported as a problem

# Bounded.
DOWNLOAD_TIMEOUT = _DEFAULTS.timeout
DOWNLOAD_MAXSIZE = _DEFAULTS.max_bytes
DOWNLOAD_WARNSIZE = 0
RETRY_TIMES = _DEFAULTS.retries
REDIRECT_MAX_TIMES = _DEFAULTS.max_redirects

# Safe.
DOWNLOAD_VERIFY_CERTIFICATES = True
DOWNLOAD_HANDLERS = {"data": None, "file": None, "ftp": None, "s3": None}
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
# A proxy of the environment would resolve names for us and so undo the address rule.
HTTPPROXY_ENABLED = False
HTTPCACHE_ENABLED = False
MEMUSAGE_ENABLED = False
LOG_INSTALL_ROOT_HANDLER = False  # where logs go is the application's to say
LOGSTATS_INTERVAL = 0.0
STATS_DUMP = False

# A page that refreshes itself to elsewhere is evidence; recognition names it.
METAREFRESH_ENABLED = False

DOWNLOADER_MIDDLEWARES = {
    "crawler.fetching.middlewares.AddressMiddleware": 60,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.fetching.robots.RobotsMiddleware": 100,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "crawler.fetching.patience.PatienceMiddleware": 550,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "crawler.fetching.middlewares.DecompressionMiddleware": 590,
    "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
    "crawler.fetching.middlewares.RedirectMiddleware": 600,
    "crawler.fetching.turns.TurnMiddleware": 950,  # the last before the delay
}

# Our own, read by the middlewares above.
CLAUSEWATCH_ALLOW_PRIVATE = _DEFAULTS.allow_private
CLAUSEWATCH_BACKOFF = _DEFAULTS.backoff
