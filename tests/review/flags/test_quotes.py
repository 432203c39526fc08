"""What is quoted in a flag is what the page said, with the words that matter in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.change import Edit, Finding, FindingKind, Passage, PassageKind, Segment
from domain.flag import EvidenceState, EvidenceStatus
from review.comparison import compare
from review.evidence import Versions
from review.explaining.counterparts import counterpart
from review.explaining.evidence import what_became
from review.explaining.passages import what_happened
from review.explaining.quotes import Token, elided, quoted, shortened
from tests.review.comparison.pages import page
from tests.review.flags.documents import document
from tests.review.flags.test_explanations import told

NOTICE = "We write to you at least 14 days before a change."
SHOP = ("# Bicycles", "We sell bicycles and spare parts in all towns of the country.")


def said_of(phrase: str, before: str, after: str) -> tuple[str, str]:
    """Return what is said of a phrase of evidence, in both languages."""
    old, new = page(before), page(after)
    state = Versions(old, new).state(phrase)
    where = next(
        (one for one in compare(old, new).passages if one.before and one.before in state.before),
        None,
    )
    what = what_became(state, where)
    return what.en, what.de


def test_what_is_gone_is_what_stood_there_last() -> None:
    """Not the words of a rating that the version before had already changed."""
    en, de = said_of("at least 30 days before a change", NOTICE, "\n".join(SHOP))
    assert en == (
        "The sentence “We write to you at least 14 days before a change” was deleted "
        "(the rating quotes “at least 30 days before a change”; "
        "the source already read differently before)"
    )
    assert de == (
        "Der Satz „We write to you at least 14 days before a change“ wurde gestrichen "
        "(die Bewertung zitiert „at least 30 days before a change“; "
        "die Quelle lautete schon vorher anders)"
    )


def test_words_without_their_sentence_are_no_sentence() -> None:
    """A phrase that is gone while its place cannot be told, and one in a short line."""
    gone = EvidenceState("at least 30 days", EvidenceStatus.GONE, "At least 30 days of notice")
    assert what_became(gone).en == "“at least 30 days” no longer stands in the source"
    (passage,) = compare(page("Hello.\nAt least 30 days of notice"), page("Hello.")).passages
    assert passage.kind is PassageKind.REMOVED
    what = what_became(gone, passage)
    assert what.en == "“At least 30 days of notice” was deleted"
    assert what.de == "„At least 30 days of notice“ wurde gestrichen"


def test_a_sentence_that_another_passage_lost_is_not_said_to_be_deleted() -> None:
    """The passage that is told has to be the one that the words stood in."""
    gone = EvidenceState("at least 14 days", EvidenceStatus.GONE, NOTICE)
    (other,) = compare(page("Hello.\nWe sell shoes."), page("Hello.")).passages
    assert what_became(gone, other).en == "“at least 14 days” no longer stands in the source"


@pytest.mark.parametrize("exception", ["", " unless the law wants it sooner"])
def test_misquoted_evidence_is_watched_with_its_sentence(exception: str) -> None:
    """What is put to it counts, what changes in another sentence does not."""
    old = document(f"{NOTICE} You may object.")
    changed = NOTICE.replace("change.", f"change{exception}.")
    new = document(f"{changed} You may object to it.")
    state = Versions(old, new).state("at least 30 days before a change")
    expected = EvidenceStatus.REWORDED if exception else EvidenceStatus.INTACT
    assert state.status is expected


def test_what_came_close_behind_a_phrase_is_quoted_with_it() -> None:
    """A town that left the phrase, and the land that came a word further on."""
    en, de = said_of(
        "servers in Frankfurt",
        "Your files are on servers in Frankfurt, Germany.",
        "Your files are on servers in Germany and Ireland.",
    )
    assert en == (
        "The places named changed: "
        "“servers in Frankfurt, Germany” became “servers in Germany and Ireland”"
    )
    assert de == (
        "Die genannten Orte änderten sich: "
        "aus „servers in Frankfurt, Germany“ wurde „servers in Germany and Ireland“"
    )


def test_what_tells_most_is_quoted_wherever_it_came_in_the_sentence() -> None:
    """The words between are left out."""
    before = "Files are kept on servers in Frankfurt for all who pay for our service by the year."
    after = (
        "Files are kept on servers in vaults for all who pay for our service by the year, "
        "and in Ireland."
    )
    found = counterpart("servers in Frankfurt", before, after, ["Ireland"])
    assert found is not None
    assert quoted(found.after, "en").endswith("and in Ireland”")
    without = counterpart("servers in Frankfurt", before, after)
    assert without is not None
    assert without.after == "servers in vaults"


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


def test_a_company_tells_more_than_a_condition_that_came_with_it() -> None:
    """The word "enabled" beside a name is no default that changed."""
    before = "We share invoices with Fabrikam and Tailspin for billing."
    after = (
        "We share invoices with Fabrikam, Tailspin and Northwind Inc. (where enabled) for billing."
    )
    (passage,) = compare(page(before), page(after)).passages
    company = Finding(FindingKind.PARTY_ADDED, "", "Northwind")
    default = Finding(FindingKind.DEFAULT_CHANGED, "", "enabled")
    what = what_happened(replace(passage, findings=(default, company)))
    assert what.en.startswith("A company was added: ")
    assert "Northwind Inc" in what.de


def test_what_stayed_is_quoted_as_its_version_prints_it() -> None:
    """The older one never said "30)"."""
    before, after = "Texts are deleted after 30 days.", "Texts are deleted after thirty (30) days."
    assert told(before, after)[0] == (
        "“Texts are deleted after 30 days” became “Texts are deleted after thirty (30) days”"
    )
    assert told(after, before)[1] == (
        "aus „Texts are deleted after thirty (30) days“ wurde „Texts are deleted after 30 days“"
    )


@pytest.mark.parametrize(
    ("before", "after", "en", "de"),
    [
        (
            "twelve months",
            "six months",
            "The period of 12 months became 6 months: “Logs are kept for six months”",
            "Die Frist von 12 Monaten beträgt jetzt 6 Monate: „Logs are kept for six months“",
        ),
        (
            "thirty (30) days",
            "two years",
            "The period of 30 days became 2 years: “Logs are kept for two years”",
            "Die Frist von 30 Tagen beträgt jetzt 2 Jahre: „Logs are kept for two years“",
        ),
    ],
)
def test_a_period_in_words_is_told_as_one(before: str, after: str, en: str, de: str) -> None:
    """Its unit may have stayed."""
    assert told(f"Logs are kept for {before}.", f"Logs are kept for {after}.") == (en, de)


def test_a_quote_leaves_no_bracket_open() -> None:
    """Edits begin and end where brackets do not."""
    assert quoted("which includes old chats)", "en") == "“which includes old chats”"
    assert quoted("(the old ones) of the shop (", "de") == "„(the old ones) of the shop“"
    assert quoted("welcomes you ('", "en") == "“welcomes you”"


def test_a_place_that_took_the_place_of_another_is_told_so() -> None:
    """Neither was only added; both are in the line."""
    en, de = told("Files are kept in Norway only.", "Files are kept in Japan only.")
    assert en == (
        "The places named changed: “Files are kept in Norway only” "
        "became “Files are kept in Japan only”"
    )
    assert de.startswith("Die genannten Orte änderten sich: aus „Files are kept in Norway")


def test_a_statement_that_came_is_no_negation_that_was_added() -> None:
    """It turned no statement; it is a new one."""
    before = "We keep your files on our servers for you."
    en, _ = told(before, f"{before[:-1]} and we do not sell them to any company of this world.")
    assert en.startswith("“and we do not sell them to any company")
    assert "was added to “We keep your files" in en


def test_small_words_that_gave_way_to_a_sentence_went_nowhere() -> None:
    """Words such as "of the" did not become a statement about staff."""
    came = Segment(Edit.INSERT, "Our staff of this shop reads some of the letters.")
    passage = Passage(
        PassageKind.REWORDED, "Of the", came.text, (Segment(Edit.DELETE, "Of the"), came)
    )
    crumb = replace(
        passage, before="Pursuant to", segments=(Segment(Edit.DELETE, "Pursuant to"), came)
    )
    assert what_happened(crumb) == (what := what_happened(passage))
    place = Finding(FindingKind.REGION_ADDED, "", "shop")
    assert what_happened(replace(crumb, findings=(place,))) == what
    assert what.en == "A sentence was added: “Our staff of this shop reads some of the letters”"
    assert what.de.startswith("Ein Satz kam hinzu: „Our staff")


def test_two_sentences_that_changed_where_they_meet_are_told_apart() -> None:
    """The end of the one and the beginning of the next came and went together."""
    before = "Letters are deleted after 30 days. We will tell you of a breach."
    after = "Letters are deleted after 180 days. We may tell you of a breach."
    assert told(before, after, "letters")[0] == (
        "The period of 30 days became 180 days: “Letters are deleted after 180 days”"
    )
    assert told(before, after, "breach")[1] == (
        "Die Aussage wurde unverbindlicher: aus „We will tell you of a breach“ "
        "wurde „We may tell you of a breach“"
    )


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


def test_a_phrase_is_quoted_with_its_brackets_and_without_new_spaces() -> None:
    """As the page prints it."""
    before = "Our shop (the old one) at Harbour Road 704/36, Oslo, keeps parcels (for a year)."
    found = counterpart("the old one", before, before.replace("the old", "the new"))
    assert found is not None
    assert (found.before, found.after) == ("(the old one)", "(the new one)")
    found = counterpart("at Harbour Road 704/36", before, before.replace("Harbour", "Valley"))
    assert found is not None
    assert found.after.startswith("at Valley Road 704/36")


def test_a_short_phrase_that_is_gone_tells_what_its_passage_says_now() -> None:
    """Too little of it stayed to be found anywhere, but its sentence is known."""
    before, after = "Fabrikam does not sell letters.", "We do not sell letters."
    (passage,) = compare(page(before), page(after)).passages
    gone = EvidenceState("Fabrikam does not sell", EvidenceStatus.GONE, before)
    assert what_became(gone).en == "“Fabrikam does not sell” no longer stands in the source"
    assert what_became(gone, passage).en.endswith(
        "“Fabrikam does not sell” became “We do not sell”"
    )
    assert what_became(gone, passage).de.endswith("wurde „We do not sell“")
