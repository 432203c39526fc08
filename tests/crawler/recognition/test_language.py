"""Which language a text is in, and which of its languages count."""

from __future__ import annotations

import pytest

from crawler.recognition import problem_of_document
from crawler.recognition.language import languages_of
from domain.problem import ProblemKind
from domain.watchlist import Source
from tests.crawler.recognition.texts import POLICY, document

SENTENCES = {
    "en": "We collect personal data when you use our services and process it under the law.",
    "de": "Wir erheben personenbezogene Daten, wenn Sie unsere Dienste nutzen und besuchen.",
    "fr": "Nous recueillons des données personnelles lorsque vous utilisez nos services.",
    "es": "Nosotros recopilamos datos personales cuando usted utiliza nuestros servicios.",
    "it": "Raccogliamo i dati personali quando utilizzi i nostri servizi e li trattiamo.",
    "nl": "Wij verzamelen persoonsgegevens wanneer u onze diensten gebruikt en verwerken deze.",
    "pt": "Nós coletamos os dados pessoais quando você usa os nossos serviços na rede.",
    "sv": "Vi samlar in personuppgifter när du använder våra tjänster och behandlar dem.",
    "zh": "我们在您使用我们的服务时收集个人数据,并依法处理。",
    "ja": "当社は、お客様がサービスを利用する際に個人データを収集します。",
    "ru": "Мы собираем персональные данные, когда вы пользуетесь нашими услугами.",
}
GERMAN = (SENTENCES["de"], "Die Daten werden nach dreißig Tagen gelöscht und nicht weitergegeben.")
NAMES = ("Alder Cloud LLC", "Birch S.A. de C.V.", "Cedar Oy", "Dogwood A/S", "Elm Sp. z o.o.")


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_tells_its_language(language: str) -> None:
    """One sentence is enough, in any of the languages that are known."""
    assert languages_of(document(SENTENCES[language])).most_common(1)[0][0] == language


def test_names_tell_no_language() -> None:
    """A list of companies is in no language, whatever their legal forms look like."""
    assert not languages_of(document(*NAMES))


def test_addresses_tell_no_language() -> None:
    """The parts of an address look like words of this language or that one."""
    pages = ("www.larkspur.com", "https://docs.larkspur.com/de/as-is", "info@em.larkspur.com.br")
    assert not languages_of(document(*pages, *pages))
    spanish = languages_of(
        document(*pages, "Política de privacidad", "Aviso de la empresa", *pages)
    )
    assert set(spanish) <= {"es"}


def test_other_language_than_the_source_is_a_problem() -> None:
    """The watchlist may say which language the page must be in."""
    source = Source(id="page", url="https://acme.com/privacy", language="en")
    found = problem_of_document(document(*GERMAN), None, source, None)
    assert found is not None
    assert found.kind is ProblemKind.OTHER_LANGUAGE
    assert problem_of_document(document(*GERMAN, *POLICY), None, source, None) is None


def test_a_language_without_function_words_is_told_by_the_extraction() -> None:
    """The extraction knows more languages; its word counts where no other does."""
    finnish = (
        "Keräämme henkilötietoja käyttäessäsi palveluitamme sovellettavan lainsäädännön mukaisesti "
        "sekä säilytämme niitä enintään kolmekymmentä päivää."
    )
    page = document(*(f"{finnish} Kohta {number}." for number in range(6)), language="fi")
    found = problem_of_document(page, None, None, document(*POLICY))
    assert found is not None
    assert found.kind is ProblemKind.OTHER_LANGUAGE


def test_no_problem_where_the_witnesses_disagree() -> None:
    """Function words against the extraction: in doubt it is the document."""
    source = Source(id="page", url="https://acme.com/privacy", language="en")
    assert problem_of_document(document(*GERMAN, language="en"), None, source, None) is None
