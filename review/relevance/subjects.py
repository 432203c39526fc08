"""What a changed passage is about by its structure, whatever its words."""

from __future__ import annotations

import re

from domain.change import Finding, FindingKind, Passage, PassageKind
from review.relevance.passage_words import Reading
from review.words.folding import folded_words, is_character
from review.words.vendor_words import ENTRY, RECEIVERS, VENDORS, heads_receivers

_REGIONS = frozenset({FindingKind.REGION_ADDED, FindingKind.REGION_REMOVED})
_PARTIES = frozenset({FindingKind.PARTY_ADDED, FindingKind.PARTY_REMOVED})
_NAMED = _REGIONS | _PARTIES
# Documents that name a place because something runs or lies there.
_OF_PLACES = frozenset({"docs", "help", "subprocessors"})
# Those that name places in lists of vendors, and elsewhere for many other reasons.
_OF_VENDORS = _OF_PLACES | {"dpa"}
_CELL = " | "
_CLOUD_REGION = re.compile(r"[a-z]+-[a-z-]+-?\d")
# Places of courts, laws, taxes and letters, and those of people rather than of data.
_OTHER_PLACES = re.compile(
    r"\b(?:laws?|courts?|jurisdiction|venue|arbitrat\w+|tax\w*|vat|residents?|citizens?|holidays?"
    r"|time ?zones?|(?:business|opening|office|support) hours"
    r"|languages?(?! models?)|phones?|offices?|founded|customers? (?:from|based)"
    r"|geschäftszeiten|öffnungszeiten|recht|gericht\w*|steuer\w*|feiertag\w*|sprachen?|büros?"
    r"|droit|tribuna\w*|loi|lois|taxes?|langues?|bureaux?|jours fériés|idiomas?|impuestos?|lingue"
    r"|imposte|talen|belasting\w*)\b",
    re.IGNORECASE,
)
# Places of prices and of those who call; in a row of vendors these are what a vendor does.
_OF_BUYERS = re.compile(
    r"\b(?:prices?|pricing|currenc\w+|francs|hotlines?|helplines?|customers? in|public holiday\w*"
    r"|preise?n?|währung\w*|franken|kund\w+ in|prix|monnaies?|clients en|precios?|prezzi|prijzen"
    r"|preços?|weltweit eindeutig\w*|(?:globally|worldwide) unique)\b",
    re.IGNORECASE,
)
_LETTERS_TO = re.compile(
    r"\b(?:street|road|drive|avenue|suite|floor|\w*stra(?:ß|ss)e|rue|\d{5})\b", re.IGNORECASE
)
# Stems of what such a document is about: data, those they are of, and what is done to them.
_DATA = (
    *("data", "daten", "donnee", "inform", "person", "process", "verarbeit", "traite", "trait"),
    *("collect", "erheb", "erhob", "sammel", "share", "sharing", "teil", "partag", "disclos"),
    *("retain", "retention", "aufbewahr", "conserv", "stor", "speicher", "stock", "keep", "kept"),
    *("delet", "losch", "supprim", "effac", "eras", "cookie", "track", "tracking", "profil"),
    *("consent", "einwillig", "right", "recht", "droit", "access", "auskunft"),
    *(
        "subprocess",
        "subunternehm",
        "subdienst",
        "subcontra",
        "subencarg",
        "unterauftrag",
        "sous",
        "vendor",
        "supplier",
        "dienstleister",
        "provider",
    ),
    *("control", "verantwortlich", "responsab", "breach", "verletz", "violation", "incident"),
    *("audit", "kontroll", "inspect", "pruf", "secur", "sicher", "encrypt", "schutz", "protect"),
    *(
        "transfer",
        "ubermitt",
        "instruct",
        "weisung",
        "train",
        "chat",
        "prompt",
        "content",
        "inhalt",
    ),
    *("subject", "betroffen", "child", "kind", "enfant", "minor", "account", "konto", "compte"),
    *("email", "address", "name", "phone", "location", "device", "ip", "log", "record", "certif"),
    *("iso", "soc", "gdpr", "dsgvo", "rgpd", "liab", "haft", "customer", "auftrag", "client"),
    *("advert", "market", "werb", "publicit", "newsletter", "analy", "purpose", "zweck", "user"),
    *("legal", "law", "gesetz", "interest", "interess", "contract", "vertrag", "representative"),
    *("object", "oppos", "widerspr", "widerruf", "kund", "notif", "benachrichtig"),
    *("partner", "third", "dritt", "tiers", "recipient", "empfanger", "destinataire", "servi"),
)
_SHORT = 5  # words of an entry in a list, which needs no verb to say what it is


def speaks_of_data(reading: Reading, passage: Passage) -> bool:
    """Tell whether a changed sentence speaks of data, of persons or of what is done to them."""
    if any(finding.kind in _NAMED for finding in passage.findings):
        return True
    if _is_entry(f"{passage.before} {passage.after}"):
        heading = folded_words(passage.heading)  # says what an entry is about
        if any(word.startswith(_DATA) for word in heading):
            return True
    # A single character begins too many words to tell what it is about.
    return any(word.startswith(_DATA) or is_character(word) for word in reading.touched_words)


def places_data(passage: Passage, kind: str) -> bool:
    """Tell whether a place came or went where places say where something runs or lies.

    The region of a cloud always does; a country or city does in documentation and in
    lists of vendors, unless the passage is about courts, taxes, letters or people.
    """
    places = [finding for finding in passage.findings if finding.kind in _REGIONS]
    if not places:
        return False
    if any(_CLOUD_REGION.fullmatch(finding.before or finding.after) for finding in places):
        return True
    text = f"{passage.before} {passage.after}"
    if kind == "dpa" and not (_is_entry(text) or _has_party(passage.findings)):
        return False
    in_a_list = _CELL in text or _names_receiver(passage)
    if kind == "cookies" or not (kind in _OF_VENDORS or in_a_list):
        return False
    if _CELL not in text and _OF_BUYERS.search(text):
        return False
    return not (_OTHER_PLACES.search(text) or (kind != "dpa" and _LETTERS_TO.search(text)))


def times_the_contract(reading: Reading) -> bool:
    """Tell whether a period is one of notices, payments or an end, not of what is kept."""
    words = tuple(reading.touched_words)
    return any(word.startswith(_CONTRACT) for word in words) and not any(
        word.startswith(_KEPT) for word in words
    )


_CONTRACT = (
    *("notice", "notif", "object", "terminat", "renew", "payment", "invoic", "refund", "cancel"),
    *(
        "withdraw",
        "kundig",
        "widersprech",
        "widerspruch",
        "mitteil",
        "ankundig",
        "zahl",
        "rechnung",
    ),
    *(
        "preavis",
        "resili",
        "oppos",
        "paiement",
        "factur",
        "avis",
        "preaviso",
        "disdetta",
        "recesso",
    ),
)
_KEPT = (
    *("retain", "retention", "stor", "kept", "keep", "delet", "eras", "breach", "incident", "log"),
    *("backup", "aufbewahr", "speicher", "gespeichert", "losch", "gelosch", "verletz", "vorfall"),
    *("conserv", "supprim", "effac", "violation", "elimin", "cancell", "bewaar", "verwijder"),
)


def hosts_itself(passage: Passage, kind: str) -> bool:
    """Tell whether a provider speaks of what it hosts itself: fonts, a mail server.

    What a customer hosts is told by what is hosted, or by who may do it.
    """
    text = f"{passage.before} {passage.after}"
    return kind in _OF_ITSELF and bool(_SELF_HOSTED.search(text)) and not _TO_HOST.search(text)


_OF_ITSELF = frozenset({"privacy_policy", "cookies", "subprocessors"})
_SELF_HOSTED = re.compile(
    r"\b(?:self[- ]?host(?:ed)?|selbst[- ]?gehoste\w+|auto[- ]?hébergée?s?|zelf[- ]?gehoste?"
    r"|auto(?:al)?ojad[oa]s?|auto-?hospedad[oa]s?)\b",
    re.IGNORECASE,
)
_TO_HOST = re.compile(
    r"\b(?:self-?\s?host(?:ing|ers?)"
    r"|self-?\s?hosted (?:versions?|editions?|instances?|deployments?|options?|plans?|software"
    r"|install\w*|customers?|users?|machines?|gateways?|runners?|models?|products?)"
    r"|(?:you|customers?|controller|users?|can|may|to) (?:\w+ ){0,2}self-?\s?host"
    r"|(?:or|be|run|install) self-?\s?hosted|licen[sc]\w*|private cloud|varianten?"
    r"|(?:your|customer'?s?|ihre[mnr]?|kunden|votre|vos)\b.{0,30}?\b(?:data cent|servers?"
    r"|infrastru|network|netz|rechenzentr|serveurs|cloud|centre)\w*"
    r"|(?:your|customer'?s|their) own|on-?\s?premises?|self-?\s?managed"
    r"|selbst-?\s?gehostete\w* (?:version|instanz|edition|installation)\w*|selbst hosten"
    r"|ihre[nr]? eigene\w*|(?:version|instance|édition)s? auto-?\s?hébergée?s?|vos propres)\b",
    re.IGNORECASE,
)


def _names_receiver(passage: Passage) -> bool:
    """Tell whether a line stands in a list of those who receive data: "PostHog (EU)"."""
    lines = [text for text in (passage.before, passage.after) if text]
    return heads_receivers(passage.heading) and all(
        len(line.split()) <= _LINE and ENTRY.match(line) for line in lines
    )


_LINE = 24  # words


def names_vendor(passage: Passage) -> bool:
    """Tell whether a company came or went where the vendors are named that receive data."""
    return _has_party(passage.findings) and bool(
        VENDORS.search(f"{passage.heading} {passage.before} {passage.after}")
        or RECEIVERS.search(passage.heading)
    )


def names_operator(passage: Passage, reading: Reading) -> float:
    """Return how surely who runs the service changed: less when no place came with it."""
    text = f"{passage.before} {passage.after}"
    if not _has_party(passage.findings):
        return 0.0
    if _CELL in text:  # other rows name those who work for them
        return float(folded_words(text)[0].startswith(_CONTROLS))
    if _is_letterhead(passage) or _ITSELF.search(text):
        return 1.0
    places = any(finding.kind in _REGIONS for finding in passage.findings)
    named = any(word.startswith(_OPERATES) for word in reading.touched_words)
    return (1.0 if places else _WITHOUT_A_PLACE) * named


def _is_letterhead(passage: Passage) -> bool:
    """Tell whether a block is a company with its address and nothing else: a party to it all."""
    text = f"{passage.before} {passage.after}".strip()
    alone = passage.kind in (PassageKind.ADDED, PassageKind.REMOVED)
    return (
        alone
        and _CELL not in text
        and len(text.split()) <= _LETTERHEAD
        and bool(_LETTERS_TO.search(text))
        and not VENDORS.search(passage.heading)
    )


_LETTERHEAD = 24  # words
# How a contract says who speaks in it: 'Northwind Maps Ltd ("we", "us")'.
_ITSELF = re.compile(
    r"\((?:hereinafter|hereafter|im folgenden|nachfolgend|ci-après|en adelante|di seguito|hierna"
    r"|doravante)\W{1,3}[\w\"“„«']+|[\"“„«'](?:we|us|wir|uns|nous)[\"”“»']"
    r"|^\W{0,3}(?:the\s)?(?:[Pp]rovider|[Ss]upplier|[Ll]icensor|[Cc]ompany|Anbieter|Betreiber"
    r"|Lizenzgeber|[Pp]restataire|[Éé]diteur|[Ff]ournisseur|[Pp]roveedor|[Ff]ornitore)[\"”“»']?"
    r"\s?:?\s(?:means|refers to|is|bezeichnet|meint|ist|désigne|significa)"
    r"\s(?:the company\s|die firma\s|la société\s)?[A-ZÀ-Ž]\w"
)
_WITHOUT_A_PLACE = 0.5
_CONTROLS = ("controller", "verantwortlich", "responsable")
_OPERATES = (
    *("controller", "verantwortlich", "responsable", "operat", "betreib", "betrieben", "exploit"),
    *("run", "provided", "contracting", "vertragspartner", "anbieter", "cocontractant", "edite"),
)


def _has_party(findings: tuple[Finding, ...]) -> bool:
    return any(finding.kind in _PARTIES for finding in findings)


def _is_entry(text: str) -> bool:
    return _CELL in text or len(text.split()) <= _SHORT
