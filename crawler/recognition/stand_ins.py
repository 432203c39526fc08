"""Pages that stand in for the document: no text, a shell, a stub, an error, a login.

They are short, and they speak of themselves ("this page has moved") instead of a subject.
A document that mentions the same words speaks of more besides, so each check asks how
much of the text the telling words make up.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from crawler.recognition.case import NOTHING, Case, headings_of, is_heading
from crawler.recognition.sentences import of_documents, of_responses
from crawler.recognition.trouble import problem
from crawler.recognition.vocabulary import challenges, errors, login, redirects, shells
from crawler.recognition.wording import PhraseTable, words_of
from domain.capture import CaptureOrigin
from domain.document import Block, BlockKind
from domain.problem import Problem

_SHELL_WORDS = 25  # a name, a menu and "loading"
_FEW_WORDS = 40
_STUB_WORDS = 60
_BARE_STUB_WORDS = 20
_STUB_SHARE = 0.25  # of the words of a block that say so
_CHALLENGE_WORDS = 200
_BARE_CHALLENGE_WORDS = 50
_LOGIN_WORDS = 150
_ERROR_WORDS = 40  # so short that a headline alone makes it an error page
_ERROR_PAGE_WORDS = 300
_LEADING_BLOCKS = 12
_OPENING_BLOCKS = 4
_SENTENCE_WORDS = 8
_PHRASE_SHARE = 0.2  # of a sentence that says no more than its phrase
_BESIDE_OWN_NAME = 80  # words on a page that calls itself an error
_LOST_WORDS = 30
_PLAIN = 0.8  # weight of a headline that needs no second one
_NEAR = 3  # blocks between an error's headline and its apology
_APOLOGY_WORDS = 30  # longer blocks explain errors instead of apologising for one
_HEADLINE_SHARE = 0.4  # of the words of a block that a headline makes up
_BARE_HEADLINE_SHARE = 0.6
_PLAIN_APOLOGY = 1.5

_CHALLENGES = PhraseTable(challenges.PHRASES)
_HEADLINES = PhraseTable(errors.HEADLINES)
_APOLOGIES = PhraseTable(errors.APOLOGIES)
_LOGINS = PhraseTable(login.PHRASES)
_REDIRECTS = PhraseTable(redirects.PHRASES)
_SHELLS = PhraseTable(shells.PHRASES)


def empty(case: Case) -> Problem | None:
    """No text at all, or none that the extraction could tell from the page's furniture."""
    if case.word_count > NOTHING:
        return None
    trouble = of_documents.EMPTY if case.spoken_word_count <= NOTHING else of_documents.NOTHING_KEPT
    return problem(trouble, words=case.spoken_word_count)


def shell(case: Case) -> Problem | None:
    """Scripts, and hardly a word beside them but that the reader shall wait."""
    if case.word_count > _SHELL_WORDS:
        return None
    waits = case.spoken_word_count <= _FEW_WORDS and _SHELLS.weight_in(case.spoken.text) >= 1
    if not waits and not _is_bare(case):
        return None
    in_browser = (case.source and case.source.render == "browser") or (
        case.capture and case.capture.origin is CaptureOrigin.BROWSER
    )
    trouble = of_documents.SHELL_IN_BROWSER if in_browser else of_documents.SHELL
    return problem(trouble, words=case.word_count)


def _is_bare(case: Case) -> bool:
    """No text was kept, and the page has scripts and hardly a word."""
    page = case.page
    has_scripts = page is not None and page.script_count > 0
    return has_scripts and case.word_count <= NOTHING and case.spoken_word_count <= _FEW_WORDS


def redirect_stub(case: Case) -> Problem | None:
    """A few words that say where the page went."""
    if case.spoken_word_count > _STUB_WORDS:
        return None
    if _words_beside(case, _REDIRECTS) > _BARE_STUB_WORDS:
        return None
    for block in case.spoken.blocks:
        tells = case.spoken_word_count <= _BARE_STUB_WORDS or (
            _REDIRECTS.coverage_of(block.text) >= _STUB_SHARE
        )
        if tells and _REDIRECTS.weight_in(block.text) >= 1:
            return problem(of_documents.SAYS_IT_MOVED, text=block.text)
    return None


def challenge(case: Case) -> Problem | None:
    """A bot defence that speaks to its robot."""
    if case.spoken_word_count > _CHALLENGE_WORDS:
        return None
    needed = 1.0 if case.spoken_word_count <= _BARE_CHALLENGE_WORDS else 2.0
    opening = islice(_beginning(case), _OPENING_BLOCKS)
    leads = any(_CHALLENGES.coverage_of(text) >= _HEADLINE_SHARE for text in opening)
    weight = _CHALLENGES.weight_in(f"{case.spoken.title}\n{case.spoken.text}")
    return problem(of_responses.CHALLENGE_PAGE) if leads and weight >= needed else None


def login_page(case: Case) -> Problem | None:
    """A login form, told by its password field or by words that only forms have."""
    if case.spoken_word_count > _LOGIN_WORDS:
        return None
    weight = _LOGINS.weight_in(case.spoken.text)
    has_form = case.page is not None and case.page.asks_password
    on_buttons = sum(
        _LOGINS.coverage_of(block.text) >= _HEADLINE_SHARE for block in case.spoken.blocks
    )
    if on_buttons >= (1 if has_form else 2) and weight >= (1 if has_form else 2):
        return problem(of_responses.LOGIN_PAGE)
    return None


def error_page(case: Case) -> Problem | None:
    """A page that is about its own failure and nothing else."""
    headline = next((line for line in _beginning(case) if _is_headline(line)), "")
    prose = "\n".join([case.spoken.title, *(block.text for block in _prose(case))])
    apologises = _APOLOGIES.weight_in(prose) >= 1
    if case.spoken_word_count <= _ERROR_WORDS:
        says = headline or prose
        return problem(of_documents.ERROR_PAGE, text=says) if headline or apologises else None
    if case.spoken_word_count > _ERROR_PAGE_WORDS or not headline or not apologises:
        return None
    # Templates hide messages like this in sound pages: then there is other text besides.
    most = _BESIDE_OWN_NAME if headline in _names(case) else _ERROR_WORDS
    if _words_beside(case, _HEADLINES, _APOLOGIES) <= most:
        return problem(of_documents.ERROR_PAGE, text=headline)
    return None


def error_inside(case: Case) -> Problem | None:
    """An error message where a part of the document was, the rest being there.

    It has a headline, an apology in a block of its own close by, and wording of the last
    good version is lost with it. At a first capture only one that opens the page counts,
    since templates hide such messages further down.
    """
    if case.base and case.lost_words < _LOST_WORDS:
        return None
    leading = case.document.blocks[: _LEADING_BLOCKS if case.base else _OPENING_BLOCKS]
    for index, block in enumerate(leading):
        headed = _is_headline(block.text) and _apology_after(case, index)
        if _stands_out(case, block) and (headed or _speaks_for_the_page(case, block)):
            return problem(of_documents.ERROR_INSIDE, text=block.text)
    return None


def _stands_out(case: Case, block: Block) -> bool:
    if case.base:
        return case.is_new(block)
    return is_heading(block) and _HEADLINES.coverage_of(block.text) >= _BARE_HEADLINE_SHARE


def _speaks_for_the_page(case: Case, block: Block) -> bool:
    """Tell whether a block that opens the page is an apology which lost its headline."""
    opens = case.base is not None and block in case.document.blocks[:_NEAR]
    is_short = len(words_of(block.text)) <= _APOLOGY_WORDS
    return opens and is_short and _APOLOGIES.weight_in(block.text) >= _PLAIN_APOLOGY


def _names(case: Case) -> tuple[str, ...]:
    """Return what a page calls itself: its title and headings."""
    return (_page_title(case), *headings_of(case.spoken))


def _words_beside(case: Case, *tables: PhraseTable) -> int:
    """Count the words of sentences that say more than the phrases of the tables."""
    return sum(
        len(words_of(block.text))
        for block in case.spoken.blocks
        if len(words_of(block.text)) >= _SENTENCE_WORDS
        and not any(table.coverage_of(block.text) >= _PHRASE_SHARE for table in tables)
    )


def _is_headline(text: str) -> bool:
    return _HEADLINES.weight_in(text) >= _PLAIN and _HEADLINES.coverage_of(text) >= _HEADLINE_SHARE


def _apology_after(case: Case, index: int) -> Block | None:
    near = case.document.blocks[index + 1 : index + 1 + _NEAR]
    short = (block for block in near if len(words_of(block.text)) <= _APOLOGY_WORDS)
    return next((block for block in short if _APOLOGIES.weight_in(block.text) >= 1), None)


def _beginning(case: Case) -> Iterator[str]:
    """Yield the title and the first blocks: what a page is about stands there."""
    yield _page_title(case)
    yield from (block.text for block in islice(_prose(case), _LEADING_BLOCKS))


def _prose(case: Case) -> Iterator[Block]:
    """Yield the blocks that speak: tables and code list errors without having one."""
    silent = {BlockKind.TABLE_ROW, BlockKind.CODE}
    return (block for block in case.spoken.blocks if block.kind not in silent)


def _page_title(case: Case) -> str:
    """Return the title without the name of the site."""
    return case.spoken.title.split(" | ")[0]
