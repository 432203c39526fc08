"""What exactly changed is told as typed findings, in English, German and French."""

from __future__ import annotations

import pytest

from domain.change import FindingKind, Significance
from review.comparison import compare
from tests.review.comparison.pages import found_kinds, page

K = FindingKind

CHANGED_SENTENCES: list[tuple[FindingKind, str, str]] = [
    (
        K.NEGATION_ADDED,
        "We share recordings with advertisers.",
        "We do not share recordings with advertisers.",
    ),
    (
        K.NEGATION_ADDED,
        "Wir nutzen Ihre Eingaben für das Training.",
        "Wir nutzen Ihre Eingaben nicht für das Training.",
    ),
    (K.NEGATION_ADDED, "Nous vendons vos données.", "Nous ne vendons pas vos données."),
    (K.NEGATION_ADDED, "我们会使用您的数据训练模型。", "我们不会使用您的数据训练模型。"),
    (
        K.NEGATION_REMOVED,
        "Transcripts are never read by our staff.",
        "Transcripts are read by our staff.",
    ),
    (
        K.NEGATION_REMOVED,
        "Es werden keine Protokolle gespeichert.",
        "Es werden Protokolle gespeichert.",
    ),
    (
        K.NEGATION_REMOVED,
        "Aucun enregistrement n'est conservé.",
        "Chaque enregistrement est conservé.",
    ),
    (K.NEGATION_REMOVED, "We won't keep your voice notes.", "We keep your voice notes."),
    (K.MODAL_STRENGTHENED, "The vendor may delete the files.", "The vendor must delete the files."),
    (
        K.MODAL_STRENGTHENED,
        "Der Anbieter kann die Dateien löschen.",
        "Der Anbieter muss die Dateien löschen.",
    ),
    (
        K.MODAL_STRENGTHENED,
        "Le fournisseur peut supprimer les fichiers.",
        "Le fournisseur doit supprimer les fichiers.",
    ),
    (K.MODAL_WEAKENED, "We will notify you of a breach.", "We may notify you of a breach."),
    (K.REGION_ADDED, "Files lie in Frankfurt.", "Files lie in Frankfurt and Dublin."),
    (K.REGION_REMOVED, "Dateien liegen in Zürich und München.", "Dateien liegen in Zürich."),
    (K.MODAL_WEAKENED, "Wir müssen Sie vorab unterrichten.", "Wir können Sie vorab unterrichten."),
    (
        K.MODAL_WEAKENED,
        "Nous devons vous prévenir.",
        "Nous pouvons vous prévenir.",
    ),
    (K.MODAL_CHANGED, "The service stores drafts.", "The service may store drafts."),
    (K.QUANTIFIER_CHANGED, "All uploads are encrypted.", "Some uploads are encrypted."),
    (
        K.QUANTIFIER_CHANGED,
        "Alle Dateien werden verschlüsselt.",
        "Einige Dateien werden verschlüsselt.",
    ),
    (K.QUANTIFIER_CHANGED, "Tous les fichiers sont chiffrés.", "Certains fichiers sont chiffrés."),
    (
        K.DEFAULT_CHANGED,
        "Sharing is opt-in for every workspace.",
        "Sharing is opt-out for every workspace.",
    ),
    (
        K.DEFAULT_CHANGED,
        "Die Auswertung ist für Sie aus.",
        "Die Auswertung ist für Sie standardmäßig an.",
    ),
    (K.DEFAULT_CHANGED, "L'analyse est possible.", "L'analyse est possible par défaut."),
    (K.NUMBER_CHANGED, "The plan includes 500 credits.", "The plan includes 200 credits."),
    (K.NUMBER_CHANGED, "Uploads are limited to 20 MB.", "Uploads are limited to 10 MB."),
    (K.PERIOD_CHANGED, "Logs are kept for 30 days.", "Logs are kept for 90 days."),
    (
        K.PERIOD_CHANGED,
        "Backups are kept for thirty (30) days.",
        "Backups are kept for sixty (60) days.",
    ),
    (
        K.PERIOD_CHANGED,
        "Protokolle werden 30 Tage aufbewahrt.",
        "Protokolle werden 12 Monate aufbewahrt.",
    ),
    (
        K.PERIOD_CHANGED,
        "Les journaux sont conservés 30 jours.",
        "Les journaux sont conservés 6 mois.",
    ),
    (K.PERIOD_CHANGED, "日志保留30天。", "日志保留90天。"),
    (K.EFFECTIVE_DATE_CHANGED, "Effective 3 March 2024", "Effective 1 May 2025"),
    (K.EFFECTIVE_DATE_CHANGED, "Stand: 3. März 2024", "Stand: 1. Mai 2025"),
    (
        K.EFFECTIVE_DATE_CHANGED,
        "Dernière mise à jour : 3 mars 2024",
        "Dernière mise à jour : 1er mai 2025",
    ),
    (
        K.REGION_ADDED,
        "Files are stored in Ireland.",
        "Files are stored in Ireland and the United States.",
    ),
    (K.REGION_ADDED, "Daten liegen in Deutschland.", "Daten liegen in Deutschland und den USA."),
    (K.REGION_ADDED, "Hébergement en France.", "Hébergement en France et en Allemagne."),
    (K.REGION_ADDED, "Requests run in eu-west-1.", "Requests run in eu-west-1 and us-east-1."),
    (K.REGION_REMOVED, "We process data in the EEA and Japan.", "We process data in the EEA."),
    (K.REGION_REMOVED, "Speicherung in der Schweiz und in Irland.", "Speicherung in Irland."),
    (
        K.PARTY_ADDED,
        "We use Northwind GmbH for mail.",
        "We use Northwind GmbH and Fabrikam Inc. for mail.",
    ),
    (
        K.PARTY_REMOVED,
        "Your contract is with Contoso Limited or Contoso LLC.",
        "Your contract is with Contoso Limited.",
    ),
    (K.EXCEPTION_ADDED, "We delete all copies.", "We delete all copies, except backups."),
    (
        K.EXCEPTION_ADDED,
        "Wir löschen die Kopien.",
        "Wir löschen die Kopien, ausgenommen Sicherungen.",
    ),
    (
        K.EXCEPTION_ADDED,
        "Nous supprimons les copies.",
        "Nous supprimons les copies, sauf les sauvegardes.",
    ),
    (K.EXCEPTION_REMOVED, "We never read notes unless you ask us to.", "We never read notes."),
    (
        K.SCOPE_CHANGED,
        "Audit logs are part of the Team plan.",
        "Audit logs are part of the Enterprise plan.",
    ),
    (K.SCOPE_CHANGED, "This right belongs to employees.", "This right belongs to contractors."),
    (K.SCOPE_CHANGED, "Das gilt für Verbraucher.", "Das gilt für Mitarbeiter."),
    (K.SENTENCE_ADDED, "We keep logs.", "We keep logs. Our staff listens to calls."),
    (K.SENTENCE_REMOVED, "We keep logs. You can ask for a copy.", "We keep logs."),
    (
        K.SENTENCE_REMOVED,
        "Wir führen Protokolle. Sie können Auskunft verlangen.",
        "Wir führen Protokolle.",
    ),
]


@pytest.mark.parametrize(("kind", "before", "after"), CHANGED_SENTENCES)
def test_a_changed_sentence_has_its_finding(kind: FindingKind, before: str, after: str) -> None:
    """The finding names what an editor would name first."""
    change = compare(page(f"# Data\n{before}"), page(f"# Data\n{after}"))
    (passage,) = change.passages
    assert kind in {finding.kind for finding in passage.findings}


@pytest.mark.parametrize(("kind", "before", "after"), CHANGED_SENTENCES)
def test_a_finding_other_than_a_date_makes_the_change_substantive(
    kind: FindingKind, before: str, after: str
) -> None:
    """Only the date of the document itself may change without a term changing."""
    change = compare(page(f"# Data\n{before}"), page(f"# Data\n{after}"))
    dated = kind is K.EFFECTIVE_DATE_CHANGED
    assert change.significance is (Significance.EDITORIAL if dated else Significance.SUBSTANTIVE)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("You will be told before we start.", "You are told before we start.", False),
        ("We will tell you first.", "We may tell you first.", True),
        ("We must tell you first.", "We tell you first.", True),
    ],
)
def test_the_future_promises_what_the_present_does(before: str, after: str, changed: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Only another modal in its place weakens it."""
    kinds = {kind for kind, _, _ in found_kinds(before, after)}
    assert bool(kinds & {K.MODAL_CHANGED, K.MODAL_WEAKENED, K.MODAL_STRENGTHENED}) is changed


def test_the_cells_of_a_row_are_no_sentences() -> None:
    """A name, a purpose and a place are told as a party and a region."""
    rows = "| Northwind Cloud | hosting | Ireland\n| Fabrikam | mail | France"
    found = found_kinds(rows, f"{rows}\n| Tailspin | Hosting at busy times | Norway")
    assert K.SENTENCE_ADDED not in {kind for kind, _, _ in found}


def test_a_sentence_in_a_table_is_a_sentence() -> None:
    """A policy set as a table says its promises in cells."""
    row = "| Prompts | We keep them for your history."
    found = found_kinds(f"{row} We never train our models on the prompts of customers.", row)
    assert K.SENTENCE_REMOVED in {kind for kind, _, _ in found}


def test_a_date_alone_is_no_sentence() -> None:
    """The day of the document is told as a date."""
    found = found_kinds("Privacy. June 4, 2025", "Privacy. July 9, 2026")
    assert not {kind for kind, _, _ in found} & {K.SENTENCE_ADDED, K.SENTENCE_REMOVED}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("The switch is off at first.", "The switch is on at first.", ("off", "on")),
        ("Der Schalter ist anfangs aus.", "Der Schalter ist anfangs an.", ("aus", "an")),
    ],
)
def test_a_switch_that_is_turned_is_another_default(
    before: str, after: str, told: tuple[str, str]
) -> None:
    """Two small words, and the whole promise."""
    assert found_kinds(before, after) == [(K.DEFAULT_CHANGED, *told)]


def test_an_article_and_a_preposition_are_no_switch() -> None:
    """The words "ein" and "aus" are that only where one stands in the place of the other."""
    found = found_kinds("Wir erhalten ein Protokoll.", "Wir erhalten Daten aus Protokollen.")
    assert K.DEFAULT_CHANGED not in {kind for kind, _, _ in found}
