"""Terms that changed by a word or two: a name, the text before and the text after."""

from __future__ import annotations

WORDS: list[tuple[str, str, str]] = [
    (
        "who does what in German",
        "Notizen löschen wir, Karten verkaufen Sie.",
        "Notizen löschen Sie, Karten verkaufen wir.",
    ),
    ("in active", "Kept in active accounts for good.", "Kept inactive accounts for good."),
    ("in direct", "We are in direct contact with banks.", "We are indirect contact with banks."),
    (
        "formal not in Japanese",
        "入力内容を学習に使用しないものとします。",
        "入力内容を学習に使用するものとします。",
    ),
    ("other verb to the same reader", "Sie dürfen Notizen teilen.", "Du musst Notizen teilen."),
    ("unlawful", "We refuse lawful requests.", "We refuse unlawful requests."),
    ("revocable", "You grant a revocable licence.", "You grant an irrevocable licence."),
    ("other verb", "We store your prompts.", "We train on your prompts."),
    ("other verb in German", "Wir speichern Ihre Eingaben.", "Wir verkaufen Ihre Eingaben."),
    ("other verb in French", "Nous conservons vos messages.", "Nous revendons vos messages."),
    (
        "choice",
        "Notes are shared when you choose to connect.",
        "Notes are shared when you connect.",
    ),
    (
        "reference gone",
        "Terms not defined in this Exhibit follow the law.",
        "Terms not defined in this follow the law.",
    ),
    ("may and must", "Updated notes may be kept.", "Updated notes must be kept."),
    ("may that goes", "We update notes and may keep them.", "We update notes and keep them."),
    ("opposite of a pair", "Chats are private by design.", "Chats are public by design."),
    ("after and before", "You are told after the transfer.", "You are told before the transfer."),
    (
        "consent that need not be express",
        "We share notes if you expressly agree.",
        "We share notes if you agree.",
    ),
    (
        "words of a pager in a sentence",
        "Chats of the previous month are not shared with the next.",
        "Chats of the previous month are shared with the next.",
    ),
    (
        "verb that ends like a pager",
        "Wir geben nichts zur\u00fcck und leiten es nicht an Partner weiter.",
        "Wir geben nichts zur\u00fcck und leiten es an Partner weiter.",
    ),
    ("clause behind a pointer", "See our page, as we keep maps.", "See our page, as we sell maps."),
    ("other first letter", "Nous vendons les cartes.", "Nous rendons les cartes."),
    ("a verb of pointers", "Our staff may see messages.", "Our staff may read messages."),
    ("letters and a negation", "We collect NDA.", "We collect no data anywhere."),
    ("what could be in a cloud", "It could be read.", "It cloud be read."),
    ("a negation that is another word", "It is now sold.", "It is not sold."),
    ("a shorter modal", "Notes must go to us.", "Notes may go to us."),
    ("the only maps", "We print only maps.", "We print maps."),
]
