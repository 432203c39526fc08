"""What is quoted of a change is what the page said, with the words that matter in it."""

from __future__ import annotations

from review.explaining.counterparts import counterpart
from review.explaining.quotes import Token, elided, quoted, sentences, shortened
from tests.review.flags.passages import told


def test_nothing_has_no_sentences() -> None:
    """A text that is gone is asked for them like any other."""
    assert sentences("") == []
    assert sentences("Notes are kept. Maps are not") == ["Notes are kept.", "Maps are not"]


def test_a_quote_does_not_end_in_a_word_that_leads_on() -> None:
    """Words such as "of the" say nothing with nothing behind them."""
    found = counterpart(
        "kept on servers for",
        "Files are kept on servers for the shops in Oslo.",
        "Files are stored in vaults for the shops in Oslo.",
    )
    assert found is not None
    assert (found.before, found.after) == (
        "kept on servers for the shops",
        "stored in vaults for the shops",
    )
    text = f"You may write to us about {'the large and the small things of ' * 5}shoes"
    assert shortened(text).endswith("the small things of the large …")


def test_each_run_of_changed_words_leaves_something_in_the_quote() -> None:
    """A long one does not crowd out the others; the telling words are always there."""
    words = [Token(f"new{n}", changed=True) for n in range(30)]
    still = [Token(f"old{n}") for n in range(20)]
    last = [Token("six", changed=True), Token("months", changed=True)]
    quote = elided([*words, *still, *last])
    assert quote.startswith("new0 new1 new2")
    assert quote.endswith("six months")
    assert "new25" in elided([*words, *still, *last], ["new25"])
    assert elided([*still, *words[:15]]).endswith("new14")


def test_the_verb_beside_what_changed_is_quoted() -> None:
    """Words that stayed never take its room: they are left out first, from the far end."""
    new = (
        "+Letters and drawings of the paying guests +are +used to +amuse our parrots +unless +a "
        "+keeper +objects +at +the +desk +by +the +door +of +the +house"
    )
    assert "… are used to amuse our parrots unless a keeper" in elided(tokens(new), ["letters"])
    new = "Of the letters and drawings that guests leave in their rooms we show birds +at +noon"
    assert elided(tokens(new)).endswith("we show birds at noon")


def tokens(text: str) -> list[Token]:
    """Return words, those with a plus as changed."""
    return [Token(word.removeprefix("+"), changed=word[0] == "+") for word in text.split()]


def test_the_words_of_the_criterion_are_quoted_of_a_long_change() -> None:
    """Those of another run of words give way to them."""
    before = f"Letters {'of the old kind ' * 3}are read by staff and files stay on disks here."
    after = f"Letters {'in a small box ' * 3}are read by staff and files stay on tapes here."
    assert "on tapes here" in told(before, after, "tapes")[0]


def test_what_stayed_is_quoted_as_its_version_prints_it() -> None:
    """The older one never said "30)"."""
    before, after = "Texts are deleted after 30 days.", "Texts are deleted after thirty (30) days."
    assert told(before, after)[0] == (
        "“Texts are deleted after 30 days” became “Texts are deleted after thirty (30) days”"
    )
    assert told(after, before)[1] == (
        "aus „Texts are deleted after thirty (30) days“ wurde „Texts are deleted after 30 days“"
    )


def test_a_quote_leaves_no_bracket_open() -> None:
    """Edits begin and end where brackets do not."""
    assert quoted("which includes old chats)", "en") == "“which includes old chats”"
    assert quoted("(the old ones) of the shop (", "de") == "„(the old ones) of the shop“"
    assert quoted("welcomes you ('", "en") == "“welcomes you”"


def test_both_sides_of_a_long_change_quote_the_same_place() -> None:
    """What became what can be seen; the rest of the sentence is left out."""
    before = (
        "The old shop in the small town by the sea sells boats and nets and ropes to all, "
        "and keeps the letters of its guests in a chest for a year in the cellar of the house."
    )
    after = (
        "The new store near a big city on the river rents bikes and tents and maps to all, "
        "and keeps the letters of its guests on a shelf for a month in the attic of the barn."
    )
    en, _ = told(before, after, "shelf")
    old, new = en.split(" became ")
    assert "chest" in old
    assert "shelf" in new
    assert "shop" not in old
    assert "store" not in new


def test_what_is_said_without_a_word_that_went_is_quoted() -> None:
    """What an editor has to see is "is stored"."""
    en, _ = told(
        "Your parcels are never opened by the staff of the shop that you send them to.",
        "Your parcels are opened by the staff of the shop that you send them to on Mondays.",
    )
    assert "“Your parcels are opened by" in en


def test_a_long_change_quotes_what_went_and_what_came() -> None:
    """Neither side is a single word that stayed."""
    before = "Guests have the right age, and you may not give your room away to others under them."
    after = (
        "Guests have the right age, and you shall not pass your room on to others, be it by "
        "gift, by sale, by will, by law, by barter, by lot, by any deed of any other kind, in "
        "whole or in part, at any hour of the day or of the night, or otherwise under them."
    )
    old, new = told(before, after)[0].split(" became ")
    assert "give" in old
    assert "pass" in new
    assert not old.endswith("under”")
