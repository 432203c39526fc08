"""Single lines that are no wording: how old a text is, how often it was read, skip links."""

from __future__ import annotations

import re

from crawler.extraction.chrome import Dropped
from crawler.extraction.chrome_names import Reason
from domain.document import Block, BlockKind

_UNIT = (
    r"(?:second|minute|hour|day|week|month|year)s?"
    r"|(?:sekunden?|minuten?|stunden?|tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?)"
    r"|(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?)"
    r"|(?:segundos?|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?|anos?|mês)"
    r"|(?:secondi|minut[io]|or[ae]|giorn[io]|settiman[ae]|mes[ei]|ann[io])"
    r"|(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar|uur)"
)
_AGO = (
    rf"(?:(?:over|about|almost|more than|less than)\s+)?(?:\d+|an?|one|few)\s+(?:{_UNIT})\s+ago"
    rf"|yesterday|today|just now|this week|last (?:week|month|year)"
    rf"|vor\s+(?:mehr als\s+|über\s+|etwa\s+)?(?:\d+|eine[rmn]?|einigen|wenigen)\s+(?:{_UNIT})"
    rf"|gestern|heute"
    rf"|il y a\s+(?:plus d['’]|environ\s+)?(?:\d+|une?|quelques)\s*(?:{_UNIT})"
    rf"|hace\s+(?:más de\s+)?(?:\d+|una?)\s+(?:{_UNIT})|ayer"
    rf"|há\s+(?:mais de\s+)?(?:\d+|uma?)\s+(?:{_UNIT})|ontem"
    rf"|(?:più di\s+)?(?:\d+|una?)\s+(?:{_UNIT})\s+fa|ieri"
    rf"|(?:meer dan\s+)?(?:\d+|een)\s+(?:{_UNIT})\s+geleden|gisteren"
)
_FRESHNESS_WORDS = 14
_LEAD = 12  # blocks in which a title is looked for
_LABEL_WORDS = 4
_FRESHNESS = re.compile(
    rf"(?:updated|edited|modified|written|published|posted|reviewed|changed|aktualisiert"
    rf"|bearbeitet|geändert|veröffentlicht|mis? à jour|modifié|publié|actualizad|modificad"
    rf"|publicad|atualizad|aggiornat|bijgewerkt)\w*\b.{{0,30}}?(?:{_AGO})"
    rf"|(?:{_AGO}).{{0,12}}(?:updated|aktualisiert|bearbeitet|mis à jour|bijgewerkt)"
    rf"|^(?:{_AGO})[.!]?$",
    re.IGNORECASE,
)
_PATTERNS: tuple[tuple[Reason, int, re.Pattern[str]], ...] = (
    (
        Reason.NAVIGATION,
        8,
        re.compile(
            r"^(?:skip|jump|go) (?:to|over) (?:the )?(?:main |primary )?(?:content|navigation|footer"
            r"|search|text)$|^(?:zum (?:haupt)?inhalt(?: springen)?|aller au contenu(?: principal)?"
            r"|(?:ir|saltar) al contenido(?: principal)?|vai al contenuto(?: principale)?"
            r"|(?:back|return) to (?:the )?top|nach oben|haut de page|on this page|in this article"
            r"|table of contents|auf dieser seite|sur cette page|(?:previous|next)(?: page| article)?"
            r"|all collections|edit (?:this page|on github)|view (?:as|in) markdown|copy page"
            r"|print(?: this page)?|download (?:as )?pdf)$",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.CONSENT,
        8,
        re.compile(
            r"^(?:(?:manage|change|your|edit|open|update) )?(?:cookies?|privacy|consent)"
            r"(?: consent)? (?:settings|preferences|choices|options)$|^manage cookies$"
            r"|^(?:accept|reject|allow|decline|deny|refuse)(?: (?:all|optional|non-essential"
            r"|essential|necessary|only essential|only necessary))?(?: cookies)?$"
            r"|^cookie-?einstellungen(?: (?:ändern|verwalten|öffnen))?$|^alle (?:cookies )?"
            r"(?:akzeptieren|ablehnen|zulassen)$|^(?:tout accepter|tout refuser|gérer (?:les|mes) "
            r"cookies|paramètres des cookies|aceptar (?:todo|todas)|rechazar (?:todo|todas)"
            r"|accetta tutti|rifiuta tutti|alles accepteren)$",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.SHARE,
        8,
        re.compile(
            r"^(?:copy|copied!?|share|copy (?:link|to clipboard|url|code)|link copied!?"
            r"|share (?:this|on|via|to)\b.*|teilen|link kopieren|partager|compartir|opens? in (?:a )?"
            r"new (?:window|tab))$",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.FEEDBACK,
        16,
        re.compile(
            r"^(?:was this (?:page|article|doc(?:ument)?|information|answer|section|content|topic)? ?"
            r"(?:helpful|useful)\b.*|did (?:this|we|you find).{0,40}(?:answer|helpful|help you)\b.*"
            r"|\d+ (?:out )?of \d+ (?:people |users )?found this (?:helpful|useful)\b.*"
            r"|how (?:helpful|useful) was this.*|(?:rate|give feedback (?:on|about)) this .*"
            r"|thanks? (?:you )?for your feedback\b.*|war (?:dieser|diese|das|dies)\b.{0,30}hilfreich\b.*"
            r"|cet? (?:article|page).{0,30}(?:utile|aid)\b.*|¿(?:te|le|fue|ha sido).{0,40}(?:útil|ayud).*"
            r"|have more questions\? submit a request|(?:😞\s*)?(?:😐\s*)?(?:😃\s*)?yes no)$",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.CHAT,
        10,
        re.compile(
            r"^(?:please )?(?:verify|check|double-check) (?:the |all |ai |its )?(?:answers?|responses?"
            r"|info(?:rmation)?)(?: for (?:accuracy|mistakes|errors))?\.?$"
            r"|^(?:ai(?:-generated)?|this) (?:answers?|responses?"
            r"|assistants?|chat)?\s*(?:can|may|might|could) (?:make mistakes|be (?:wrong|inaccurate"
            r"|incorrect))\b|^(?:ask (?:ai|a question|our (?:bot|assistant)|the (?:bot|assistant))"
            r"|chat with us|hi there!?|how can (?:we|i) help(?: you)?(?: today)?\??"
            r"|what can (?:we|i) help(?: you)? with(?: today)?\??|start a (?:chat|conversation))$",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.WIDGET,
        8,
        re.compile(
            r"^(?:\d+ ?(?:-| )?(?:min(?:ute)?s?|minuten)(?: ?|-)(?:read|lesezeit|de lecture)"
            r"|(?:reading time|lesezeit|temps de lecture):? ?\d+ ?min\w*\.?"
            r"|[\d.,]+ ?[kKmM]? (?:views?|reads?|shares?|likes?|comments?|followers?|aufrufe)"
            r"|loading(?:\.{3}|…)?|search(?:\.{3}|…)?|no results found\.?|show (?:more|less|all)"
            r"|read (?:more|less)|expand all|collapse all|sign (?:in|up)|log ?in|subscribe)$",
            re.IGNORECASE,
        ),
    ),
    (
        Reason.NAVIGATION,
        14,
        re.compile(
            r"^(?:[\w.,]+ ){0,4}(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:[\w.,]+ ){0,4}\d{4}(?:\b|$)",
            re.IGNORECASE,
        ),
    ),
)


def without_noise(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks that are wording, and the lines that were left out."""
    title = next((i for i, b in enumerate(blocks[:_LEAD]) if b.level == 1 and _is_heading(b)), 0)
    kept: list[Block] = []
    dropped: list[Dropped] = []
    for index, block in enumerate(blocks):
        reason = reason_of_line(block)
        if reason is None and index < title and _is_label(block):
            reason = Reason.NAVIGATION
        if reason is None:
            kept.append(block)
        else:
            dropped.append(Dropped(block.text, reason))
    return tuple(kept), tuple(dropped)


def _is_heading(block: Block) -> bool:
    return block.kind is BlockKind.HEADING


def _is_label(block: Block) -> bool:
    """Short lines above the title name the site or lead elsewhere; dates have digits."""
    return len(block.text.split()) <= _LABEL_WORDS and not any(c.isdigit() for c in block.text)


def reason_of_line(block: Block) -> Reason | None:
    """Return why a block is no wording of the document, None when it is."""
    if block.kind in {BlockKind.TABLE_ROW, BlockKind.CODE}:
        return None
    words = len(block.text.split())
    if words <= _FRESHNESS_WORDS and _FRESHNESS.search(block.text):
        return Reason.FRESHNESS
    return next(
        (
            reason
            for reason, most_words, pattern in _PATTERNS
            if words <= most_words and pattern.search(block.text)
        ),
        None,
    )
