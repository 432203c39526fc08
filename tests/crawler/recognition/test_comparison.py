"""Two texts of which neither is known to be good."""

from __future__ import annotations

import pytest

from crawler.recognition import defect_between
from crawler.recognition.wording import likeness
from domain.document import Block, BlockKind, Document
from domain.problem import ProblemKind
from tests.crawler.recognition.texts import POLICY, document, outline, table

ROWS = [
    (
        f"cookie-{number}",
        "Service",
        f"one{number}.example two{number}.example three{number}.example",
    )
    for number in range(8)
]


def test_two_good_texts_have_no_defect() -> None:
    """A reworded sentence, an added one and a removed one are what comparing is for."""
    new = document("Something else stands at the beginning of it now.", *POLICY[1:])
    assert defect_between(document(*POLICY), new) is None
    assert defect_between(document(*POLICY), document(*POLICY[:-2])) is None


def test_an_error_page_on_either_side() -> None:
    """Neither an error page that came nor one that went is a change."""
    error = document("This page isn't available right now", "Please try reloading this page.")
    for old, new in ((error, document(*POLICY)), (document(*POLICY), error)):
        defect = defect_between(old, new)
        assert defect is not None
        assert defect.kind is ProblemKind.ERROR_PAGE


def test_a_text_that_stood_twice() -> None:
    """Twice and once again differ by no word of the provider."""
    twice, once = document(*POLICY, *POLICY), document(*POLICY)
    assert defect_between(twice, once) is not None
    assert defect_between(once, twice) is not None
    assert defect_between(twice, twice) is None


def test_every_second_item_of_many_rows_vanished() -> None:
    """A pattern that no provider follows: the tables were read wrongly."""
    thinned = [(*row[:2], " ".join(row[2].split()[::2])) for row in ROWS]
    for old, new in ((ROWS, thinned), (thinned, ROWS)):
        defect = defect_between(table(old), table(new))
        assert defect is not None
        assert defect.kind is ProblemKind.COLLAPSED


def test_items_that_vanished_without_a_pattern_are_a_change() -> None:
    """A provider that drops a domain here and there means it."""
    changed = [(*row[:2], row[2].split()[0]) if n % 3 == 0 else row for n, row in enumerate(ROWS)]
    assert defect_between(table(ROWS), table(changed)) is None


MENU = (
    "Skip to main content",
    "Products",
    "Desks and chairs",
    "Lamps",
    "Customers",
    "Find a workshop",
    "Book a repair",
    "Track a delivery",
    "Company",
    "Find a workshop",
    "Jobs",
    "Newsroom",
)
SCRIPT = (
    "window.menu = function (entry) { var open = entry.next; if (open !== null && open.shown) "
    "{ open.hide(); } }; (function () { var tag = document.createElement('div'); "
    "document.body.append(tag); }());"
)


def test_the_menus_of_the_page_on_one_side() -> None:
    """A capture of the whole page and one of the document alone differ by no word of it."""
    alone, page = document(*POLICY), document(*MENU, *POLICY)
    for old, new in ((alone, page), (page, alone)):
        defect = defect_between(old, new)
        assert defect is not None
        assert defect.kind is ProblemKind.EXPLODED


def test_the_scripts_of_the_page_on_one_side() -> None:
    """Whether they stand in a block of their own or run into the text."""
    alone = document(" ".join(POLICY))
    for page in (document(SCRIPT, *POLICY), document(f"{SCRIPT} Home Prices {' '.join(POLICY)}")):
        assert defect_between(page, alone) is not None
        assert defect_between(alone, page) is not None


@pytest.mark.parametrize(
    "term",
    [
        "From 1 May on we sell your data to whoever asks for it",
        "Prompts are read by people of our choice.",
        "Daten von Kunden werden nicht mehr gelöscht.",
    ],
)
def test_a_term_that_came_with_the_menus_is_a_change(term: str) -> None:
    """Wherever among the menus it stands, also where it runs into the text."""
    alone = document(*POLICY)
    pages = (
        document(*MENU, term, *POLICY),
        document(MENU[0], term, *MENU[1:], *POLICY),
        document(SCRIPT, f"{term}. {POLICY[0]}", *POLICY[1:]),
        document(f"{SCRIPT} {term}. {' '.join(POLICY)}"),
    )
    for page in pages:
        assert defect_between(alone, page) is None
        assert defect_between(page, alone) is None


def test_what_is_put_before_a_text_is_a_change() -> None:
    """A list of names and an example of code look like menus and scripts, and are wording."""
    names = [name for name in MENU if "content" not in name]
    assert defect_between(document(*POLICY), document(*names, *POLICY)) is None
    code = Document((Block(BlockKind.CODE, SCRIPT), *document(*POLICY).blocks))
    assert defect_between(document(*POLICY), code) is None


def test_a_page_with_menus_whose_text_changed_is_compared() -> None:
    """Rather a passage too many than a change that nobody sees."""
    assert defect_between(document(*MENU, *POLICY), document(*POLICY[:-1], "No transfers.")) is None


def test_a_page_that_asks_to_sign_in_on_both_sides() -> None:
    """Accepted once by mistake, it is still no document."""
    page = outline(
        "# Sign in",
        "to go on to Larkspur Studio",
        "Email or phone",
        "Forgot email?",
        "Not your computer? Open a private window.",
        "Create account",
        "- Help",
        "- Terms",
    )
    defect = defect_between(page, page)
    assert defect is not None
    assert defect.kind is ProblemKind.LOGIN


def test_two_long_texts_are_compared_however_little_they_share() -> None:
    """Who hands over two texts means them to be compared."""
    rewritten = document(
        *(
            "Start the small model on the laptop and point the editor at its port.",
            "A graphics card with eight gigabytes holds it, with sixteen it answers faster.",
            "Leave the second field empty when the server runs on the same machine.",
        )
        * 3
    )
    assert likeness(document(*POLICY), rewritten) < 0.3
    assert defect_between(document(*POLICY), rewritten) is None


def test_a_page_of_another_title_is_no_change_of_a_text() -> None:
    """However long it is."""
    shop = document(*("Lamps and candles for the balcony, and baskets.",) * 14, title="Garden shop")
    defect = defect_between(document(*POLICY, title="Privacy policy"), shop)
    assert defect is not None
    assert defect.kind is ProblemKind.OTHER_DOCUMENT


def test_a_menu_in_the_place_of_a_text_is_no_change_of_it() -> None:
    """What stands in for a document is shorter than it."""
    menu = document("Garden chairs for balconies", "Lamps and candles", "Baskets, rugs and throws")
    defect = defect_between(document(*POLICY), menu)
    assert defect is not None


END = "Nothing else does that for anybody."


def test_a_text_cut_down_in_other_words_is_a_change() -> None:
    """What broke off has no words of its own."""
    whole = document(*POLICY)
    broken = document(*POLICY[:2])
    cut = document(POLICY[0], "Prompts of our customers keep the service secure.", END)
    assert max(broken.word_count, cut.word_count) < 0.3 * whole.word_count
    assert defect_between(whole, broken) is not None
    assert defect_between(whole, cut) is None
