"""What counts as wording: one line of plain text without the marks that renderers add."""

from __future__ import annotations

import re
import unicodedata

# Invisible characters that no reader sees: soft hyphen, zero-width space, word joiner,
# byte order mark, and the marks that only steer the direction of writing. The zero-width
# joiner and non-joiner stay: Persian and the scripts of India spell with them.
_INVISIBLE = dict.fromkeys(
    (
        *(0x00AD, 0x034F, 0x061C, 0x115F, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF),
        *range(0x202A, 0x202F),
        *range(0x2061, 0x2065),
        *range(0x2066, 0x206A),
        *range(0xE000, 0xF900),  # private use: icon fonts
    )
)
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_TRANSLATION: dict[int, str | None] = {**_INVISIBLE, **_LIGATURES}

# What screen readers are told about a link, in the languages that policies are written in.
_LINK_MARK = re.compile(
    r"""\s?[(\[（](?:
        (?:link\s)?(?:will\s)?opens?\s(?:up\s)?in\s(?:a\s)?(?:new|another|separate)\s(?:browser\s)?(?:window|tab)(?:\sor\stab)?
      | (?:external|outbound)\slink(?:[,;]?\sopens\sin\s(?:a\s)?new\s(?:window|tab))?
      | new\s(?:window|tab)
      | (?:link\s)?(?:wird\sin|öffnet(?:\ssich)?\sin)\s(?:einem|einer)?\s?neue[mnr]?\s(?:browser-?)?(?:fenster|tab|registerkarte)(?:\sgeöffnet)?
      | (?:lien\s)?(?:s['’]ouvre|ouverture)\sdans\s(?:une\s|un\s)?nouve(?:lle|l)\s(?:fenêtre|onglet)
      | nouvelle\sfenêtre
      | (?:se\s)?abre\sen\s(?:una\s|un\s)?(?:nueva\s(?:ventana|pestaña)|ventana\snueva)
      | (?:si\s)?apre\sin\s(?:una\s)?(?:nuova\s(?:finestra|scheda)|un'altra\sfinestra)
      | (?:abre\s(?:em|numa|num)\s)(?:uma\s|um\s)?(?:nova\s(?:janela|guia|aba)|novo\sseparador)
      | (?:wordt\sgeopend|opent)\sin\s(?:een\s)?nieuw\s(?:venster|tabblad)
      | otwiera\ssię\sw\snowym\s(?:oknie|karcie)
      | 新しい(?:ウィンドウ|ウインドウ|タブ)で開(?:く|きます)
      | 在新(?:窗口|視窗|标签页|分頁)中?(?:打开|開啟)
    )[)\]）]""",  # noqa: E501, RUF001 - a pattern a line reads best; full-width brackets are meant
    re.IGNORECASE | re.VERBOSE,
)


def plain(text: str) -> str:
    """Return `text` as one line of wording: composed, visible, single-spaced."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_TRANSLATION)
    text = " ".join(text.split())
    if any(bracket in text for bracket in _OPENERS):
        text = _LINK_MARK.sub("", text).strip()
    return text


_OPENERS = ("(", "[", "（")  # noqa: RUF001 - the full-width bracket is meant

# A mark that links a heading to itself: "¶", "#", "§" alone, or the words of a copy button.
_ANCHOR_MARK = re.compile(
    r"(?:^[#¶🔗]\s+|\s*[¶🔗]$|\s+#$"
    r"|\s*(?:copy (?:a )?link(?: to (?:this )?(?:section|heading|clipboard))?|direct link to .*"
    r"|permalink(?: to this (?:headline|heading|section))?|link to (?:this )?(?:section|heading)"
    r"|anchor link(?: to)?|section titled .*|link kopieren|copier le lien)$)",
    re.IGNORECASE,
)


def plain_heading(text: str) -> str:
    """Return the wording of a heading, without the marks that link to it."""
    text = plain(text)
    stripped = _ANCHOR_MARK.sub("", text).strip()
    return stripped or text
