"""What pages call the parts around their text: ids, classes, test ids and their reasons.

The names are those of the consent platforms, chat widgets and site generators in wide
use, and of the conventions that hand-made pages follow.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Reason(StrEnum):
    """Why a part of a page is not its wording."""

    NAVIGATION = "navigation"
    CONSENT = "consent"
    WIDGET = "widget"
    CHAT = "chat"
    COMMENTS = "comments"
    SHARE = "share"
    RELATED = "related"
    PROMOTION = "promotion"
    FEEDBACK = "feedback"
    FRESHNESS = "freshness"
    HIDDEN = "hidden"
    FORM = "form"
    LINKS = "links"
    LABELS = "labels"
    COPY = "copy"
    REMOVED = "removed"
    OUTSIDE = "outside"
    STRUCK = "struck"


# Containers that consent platforms inject: never part of the document.
_CONSENT_PLATFORMS = re.compile(
    r"^(?:onetrust-(?:consent|banner|pc|style|group|button|close)|ot-(?:sdk-(?:container|row)|pc-)"
    r"|cybot-cookiebot-dialog|cookiebot-?(?:dialog|widget|banner)|usercentrics-(?:root|cmp|button)"
    r"|uc-(?:banner|overlay|central|privacy)|didomi-|truste-|trustarc-|consent-track|qc-cmp"
    r"|quantcast|sp-message|osano-|klaro|cc-(?:window|banner|revoke|overlay)|iubenda-cs|cookiefirst"
    r"|cmplz-(?:cookiebanner|manage|overlay)|borlabs-cookie(?:-|$)|brlbs|axeptio|tarteaucitron"
    r"|cky-|cookieyes|cookie-law-info|cli-modal|cookiescript|ketch-|transcend-|evidon-|cmpbox"
    r"|cmpwrapper|cmp-(?:container|modal|banner|root)|fc-(?:consent|dialog|message)|ccc-(?:module"
    r"|overlay|notify)|hs-(?:eu-cookie|banner|modal)|moove-gdpr|gdpr-cookie|shopify-pc|orejime"
    r"|cookie-?control|cookiehub|ch2-|termly-(?:consent|code)|sd-cmp|adsimple|ppms-cm|eu-cookie"
    r"|sliding-popup|lanyard|wcc-|cm-(?:wrapper|modal)|silktide|consent-o-matic|avia-cookie"
    r"|cookie-consent-element|pmc-pp-tou)"
)
# A name is told by its last word: "toc-wrapper" is a table of contents, "toc-visible" is
# what stands beside one. Only words for mere containers and hashes of builds may follow.
_HEAD = (
    r"(?:-(?:wrapper|wrap|container|section|area|block|box|list|items?|inner|outer|root|widget"
    r"|component|module|group|panel|holder|region|row|bar|nav|menu|links?|buttons?|content"
    r"|[a-z0-9]*\d[a-z0-9]*))*$"
)
_NAMES: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        Reason.CONSENT,
        re.compile(
            r"(?:^|-)(?:cookies?|consent|gdpr|ccpa|privacy|tracking)-?(?:consent|banner|notice|bar"
            r"|dialog|modal|popup|pop-up|overlay|wall|prompt|alert|message|toast|drawer|manager"
            r"|preferences|settings|choices|box|window|layer|popin|hint|disclaimer|warning)" + _HEAD
        ),
    ),
    (
        Reason.CHAT,
        re.compile(
            r"^(?:intercom-(?:container|lightweight|launcher|app|frame|messenger)|drift-|crisp-"
            r"|tawk|livechat|zendesk-|ze-?widget|hubspot-messages|hs-messages|olark|freshchat"
            r"|kapa-|inkeep|mendable|ada-(?:chat|embed)|gorgias-chat|helpscout-beacon|beacon-"
            r"|chatlio|userlike|tidio|smartsupp|chatwoot|botpress|voiceflow|landbot)"
            r"|(?:^|-)(?:chat-?bot|chat-?widget|live-?chat|chat-(?:window|launcher|bubble|panel|box"
            r"|button|container|popup|assistant)|ask-(?:ai|assistant|bot)|ai-(?:chat|assistant|summary|overview)"
            r"|assistant-(?:panel|widget|sheet|bar|button))" + _HEAD
        ),
    ),
    (
        Reason.NAVIGATION,
        re.compile(
            r"(?:^|-)(?:bread-?crumbs?|nav-?bar|navigation|site-?nav|top-?nav|side-?nav|sub-?nav"
            r"|main-?nav|global-?nav|mega-?menu|nav-?menu|nav-?links|main-?menu|mobile-?menu"
            r"|hamburger|off-?canvas|skip-?(?:link|nav|to-content|to-main)|skiplinks?|pagination"
            r"|pager|prev-next|pagination-nav|table-of-contents|toc|on-this-page|page-?toc"
            r"|in-page-nav|local-?nav|site-?header|global-?header|page-?header-nav|top-?bar"
            r"|site-?footer|global-?footer|page-?footer|footer-(?:nav|links|menu|wrapper|container)"
            r"|announcement-?bar|promo-?bar|lang(?:uage)?-?(?:switch(?:er)?|select(?:or)?|picker"
            r"|menu|list|dropdown)|locale-?(?:switch(?:er)?|select(?:or)?|picker|menu)"
            r"|country-?(?:select(?:or)?|picker)|region-?(?:select(?:or)?|picker)|back-to-top"
            r"|scroll-to-top|version-?(?:switcher|select(?:or)?|picker|badge)|theme-?(?:toggle|switch(?:er)?))"
            r"" + _HEAD
        ),
    ),
    (
        Reason.SHARE,
        re.compile(
            r"(?:^|-)(?:(?:article-|post-|page-)?share|share-?(?:buttons?|bar|links?|icons?|tools|widget|this)|social-?(?:share"
            r"|sharing|links|icons|media|buttons|bar)|addthis|addtoany|sharethis|shareaholic"
            r"|a2a-kit|copy-(?:link|button|page|code|to-clipboard|url)|print-(?:button|link|page)"
            r"|edit-(?:this-)?page|edit-on-github|clipboard-button|hash-link|header-?anchor"
            r"|anchor-?(?:link|icon|js-link)|heading-anchor|headerlink|permalink)" + _HEAD
        ),
    ),
    (
        Reason.RELATED,
        re.compile(
            r"(?:^|-)(?:related-?(?:articles?|posts?|content|pages?|links?|stories|topics|reading"
            r"|resources|news|items|docs)|recommended-?(?:articles?|posts?|content|reading)?"
            r"|recommendations|read-?(?:more|next)-?(?:section|list|posts)?|more-(?:articles|posts"
            r"|stories|from)|up-?next|you-may-(?:also-)?like|suggested-?(?:articles?|posts?|content)"
            r"|popular-?(?:articles?|posts?)|recent-?(?:articles?|posts?)|recently-viewed"
            r"|next-article|promoted-articles)" + _HEAD
        ),
    ),
    (
        Reason.PROMOTION,
        re.compile(
            r"(?:^|-)(?:testimonials?|customer-?quotes?|promo(?:tion)?s?-?(?:cards?|banner|strip|box"
            r"|tile)|product-recommendations)" + _HEAD
        ),
    ),
    (
        Reason.FEEDBACK,
        re.compile(
            r"(?:^|-)(?:feedback(?:-?(?:widget|form|section|buttons?|container|box|bar|prompt))?"
            r"|was-this-(?:page-)?helpful|helpful(?:ness)?-?(?:widget|vote|votes|buttons?|form)?"
            r"|article-?(?:votes?|rating|reactions?|feedback)|page-?(?:rating|feedback|helpful)"
            r"|reaction-?picker|did-this-answer|csat|nps|survey-?(?:widget|popup|banner)|rate-this"
            r"|star-rating|doc-rating|article-footer-votes|likes?-(?:summary|section|button|count(?:er)?))"
            + _HEAD
        ),
    ),
    (
        Reason.WIDGET,
        re.compile(
            r"(?:^|-)(?:modal|pop-?up|light-?box|newsletter(?:-?(?:signup|form|box|section|banner|popup|widget))?"
            r"|subscribe-?(?:form|box|banner|widget|popup)|popup-overlay"
            r"|toasts?|snackbar|search-?(?:box|bar|form|overlay|modal|widget|input"
            r"|results)|doc-?search|login-?(?:modal|popup|form)|paywall|advert(?:isement)?s?"
            r"|ad-?(?:slot|unit|banner|container|wrapper)|google-?auto-?placed|sponsor(?:ed|s)?-box"
            r"|author-(?:card|bio|box)|entry-footer|(?:tags?|cat|category)-links|post-(?:tags|categories)"
            r"|tag-?(?:cloud|list)|reading-?time|view-?count(?:er)?|last-?seen|cta-?(?:banner|section"
            r"|box|block)|app-?(?:banner|download)|smart-?banner|get-?started-?(?:banner|cta))"
            + _HEAD
        ),
    ),
    (
        Reason.COMMENTS,
        re.compile(
            r"(?:^|-)(?:comments?-?(?:area|section|list|form|respond)|disqus-?thread"
            r"|(?:article|post|entry|page)-comments)" + _HEAD
        ),
    ),
    (
        # What a generator takes from the system for versions, not the date of the text.
        Reason.FRESHNESS,
        re.compile(
            r"(?:^|-)(?:git-(?:revision|creation|commit)-date(?:-[a-z]+)*|md-source-(?:file|date)"
            r"|commit-(?:date|info|time))" + _HEAD
        ),
    ),
    (Reason.LABELS, re.compile(r"(?:^|-)labels?-(?:list|section)" + _HEAD)),
    (
        # Common words: believed only of what is little more than links.
        Reason.LINKS,
        re.compile(
            r"(?:^|-)(?:nav|menus?|header|footer|side-?bar|mast-?head|colophon|drawer|tabs?)"
            + _HEAD
        ),
    ),
    (
        Reason.HIDDEN,
        re.compile(
            r"^(?:sr-?only(?!-focusable$).*|visually-?hidden|visuallyhidden|screen-?reader.*"
            r"|u-visually-?hidden|a11y-?hidden|vh|is-visually-hidden|assistive-text|wp-block-hidden)$"
        ),
    ),
)
# Names above that a page may give to its text instead.
_CONTENT = re.compile(
    r"cookie-?declaration|cookie-?policy|ot-sdk-cookie-policy|privacy-?(?:policy|notice)"
    r"|^(?:has|with|no|is|not|without|hide|show|js|wp|theme(?!-doc-)|page|postid|template|single|logged)-"
)
_BANNER = re.compile(r"(?:^|-)(?:banner|announcements?|ribbon|hello-?bar)(?:-text)?" + _HEAD)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SEPARATORS = re.compile(r"[_\s.]+|-{2,}")
MAX_NAME_LENGTH = 80


def is_consent_platform(name: str) -> bool:
    """Tell whether an id or a class is that of a consent platform's own container."""
    return bool(_CONSENT_PLATFORMS.match(_hyphenated(name))) and not _CONTENT.search(
        _hyphenated(name)
    )


@lru_cache(maxsize=16384)
def reason_of_name(name: str) -> Reason | None:
    """Return what an id, a class or a test id says of its element, None for nothing."""
    if len(name) > MAX_NAME_LENGTH or ":" in name or "[" in name:
        return None
    hyphenated = _hyphenated(name)
    if _CONTENT.search(hyphenated):
        return None
    if _CONSENT_PLATFORMS.match(hyphenated):
        return Reason.CONSENT
    return next((reason for reason, names in _NAMES if names.search(hyphenated)), None)


@lru_cache(maxsize=16384)
def is_banner(name: str) -> bool:
    """Tell a name that sites give to a line of news, and to much else besides."""
    return len(name) <= MAX_NAME_LENGTH and bool(_BANNER.search(_hyphenated(name)))


def _hyphenated(name: str) -> str:
    return _SEPARATORS.sub("-", _CAMEL.sub("-", name)).strip("-").lower()
