"""Text that a page keeps in declarative shadow trees, put where a browser shows it.

HTML Living Standard, section 4.12.3: a `template` with `shadowrootmode` is shown in the
place of what its host holds, and that stands where the template has a `slot` for it.
"""

from __future__ import annotations

from lxml.html import HtmlElement

_MODES = frozenset({"open", "closed"})


def open_shadows(root: HtmlElement) -> None:
    """Turn the shadow trees of a page into parts of it.

    What a host holds and no slot asks for is not shown by a browser; here it stays behind
    the shadow tree, because a script may well move it.
    """
    hosts: set[HtmlElement] = set()
    # The outer ones first: what their slots take may be asked for by a slot further in.
    for template in list(root.iter("template")):
        host = template.getparent()
        is_shadow = template.get("shadowrootmode", "").strip().lower() in _MODES
        if host is not None and is_shadow and host not in hosts:
            hosts.add(host)
            _fill_slots(template, host)
            template.tag = "div"


def _fill_slots(template: HtmlElement, host: HtmlElement) -> None:
    held: dict[str, list[HtmlElement]] = {}
    for child in host:
        if child is not template and isinstance(child.tag, str):
            held.setdefault(child.get("slot", ""), []).append(child)
    slots: dict[str, HtmlElement] = {}
    for slot in template.iter("slot"):
        if next(slot.iterancestors("template")) is template:
            slots.setdefault(slot.get("name", ""), slot)
    for name, slot in slots.items():
        loose = "" if name else f"{host.text or ''}{template.tail or ''}"
        # What a slot holds itself is shown only where nothing comes into it.
        if name in held or loose.strip():
            del slot[:]
            slot.text = loose
            slot.extend(held.get(name, ()))
            if not name:
                host.text = template.tail = None
