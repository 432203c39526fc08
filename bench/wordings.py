"""Changes of wording in our own words: what each has to raise, and what must stay silent.

`must` are the criteria that have to be flagged, `silent` those that must not be; the
others may go either way. The sentences are those that policies, agreements and
documentation of software as a service use; none is taken from a page. They stand beside
the labelled changes when weights are fitted: few of those speak of hosting or hybrids,
and none is in French.
"""

# ruff: noqa: E501 - a sentence stays whole, to be read and searched

from __future__ import annotations

from dataclasses import dataclass

from domain.document import Block, BlockKind, Document


@dataclass(frozen=True)
class Wording:
    """One changed paragraph ("" where it did not exist) and what it has to raise."""

    name: str
    kind: str
    before: str
    after: str
    must: frozenset[str]
    silent: frozenset[str]
    heading: str = ""

    def document(self, text: str) -> Document:
        """Return a page with a paragraph (or row of a table) among others that stay."""
        heading = Block(BlockKind.HEADING, self.heading or "Details", level=2)
        first = Block(BlockKind.PARAGRAPH, "This page describes the service and how it works.")
        last = Block(BlockKind.PARAGRAPH, "Write to us if anything on this page is unclear.")
        cells = tuple(text.split(" | ")) if " | " in text else ()
        kind = BlockKind.TABLE_ROW if cells else BlockKind.PARAGRAPH
        changed = (Block(kind, text, cells=cells),) if text else ()
        return Document((heading, first, *changed, last))


ALL = frozenset(
    {
        "on_prem",
        "private_cloud",
        "eu_saas",
        "hybrid",
        "dpa",
        "no_training",
        "open_source",
        "gdpr",
    }
)


def wording(  # noqa: PLR0913, PLR0917 - the columns of the tables below
    name: str,
    kind: str,
    before: str,
    after: str,
    must: str = "",
    silent: str = "",
    heading: str = "",
) -> Wording:
    """Return a wording whose sets of criteria are written as words; "all" names every one."""
    quiet = ALL if silent == "all" else frozenset(silent.split())
    return Wording(name, kind, before, after, frozenset(must.split()), quiet, heading)


ENGLISH = (
    wording(
        "self-hosting offered",
        "docs",
        "",
        "Enterprise customers can install the platform on their own servers, behind their firewall.",
        "on_prem",
        "dpa gdpr no_training",
    ),
    wording(
        "self-hosting withdrawn",
        "docs",
        "The model can be self-hosted on a single machine with two graphics cards.",
        "The model is available through our API only.",
        "on_prem",
        "dpa gdpr",
    ),
    wording(
        "air-gapped operation",
        "docs",
        "Deployments need an internet connection.",
        "Air-gapped deployments are supported with an offline licence key.",
        "on_prem",
    ),
    wording(
        "licence to run in production",
        "docs",
        "Running the weights in production is free of charge.",
        "Running the weights in production on your own hardware needs a commercial licence.",
        "on_prem",
    ),
    wording(
        "single tenancy",
        "docs",
        "All customers share one environment.",
        "Enterprise customers may choose a single-tenant environment with its own database.",
        "private_cloud",
    ),
    wording(
        "hyperscaler",
        "docs",
        "The model is offered on Amazon Bedrock and on Azure.",
        "The model is offered on Amazon Bedrock only.",
        "private_cloud",
        "no_training gdpr dpa",
    ),
    wording(
        "customer cloud account",
        "docs",
        "",
        "You can deploy the service into your own AWS account; data stays inside your VPC.",
        "private_cloud",
    ),
    wording(
        "dedicated capacity",
        "docs",
        "Dedicated instances are available in all plans.",
        "Dedicated instances are available in the Enterprise plan.",
        "private_cloud",
    ),
    wording(
        "storage moved to the US",
        "privacy_policy",
        "We store customer content in data centres in Frankfurt, Germany.",
        "We store customer content in data centres in Virginia, United States.",
        "eu_saas",
    ),
    wording(
        "residency withdrawn",
        "help",
        "You can choose the EU as the region in which data is kept.",
        "The region in which data is kept cannot be chosen.",
        "eu_saas",
    ),
    wording(
        "global routing",
        "docs",
        "Requests are handled in the region of the endpoint.",
        "Requests may be routed to other regions when capacity is short.",
        "eu_saas",
        "no_training open_source",
    ),
    wording(
        "transfer mechanism",
        "privacy_policy",
        "Transfers to the United States rest on Standard Contractual Clauses.",
        "Transfers to the United States rest on the EU-U.S. Data Privacy Framework.",
        "eu_saas",
    ),
    wording(
        "contracting company",
        "terms",
        "If you live in the European Economic Area, your contract is with Example Ireland Limited.",
        "If you live in the European Economic Area, your contract is with Example Inc., a "
        "Delaware corporation.",
        "eu_saas",
    ),
    wording(
        "subprocessor with country",
        "subprocessors",
        "",
        "Cloudbase Inc. | Hosting of customer content | United States",
        "dpa eu_saas",
        "on_prem open_source",
    ),
    wording(
        "subprocessor without country",
        "subprocessors",
        "",
        "Mailhop Ltd | Sending of e-mail",
        "dpa",
    ),
    wording(
        "local gateway",
        "docs",
        "The connector runs in our cloud.",
        "The connector can run as an agent inside your network and only sends embeddings to our "
        "cloud.",
        "hybrid",
    ),
    wording(
        "on-device",
        "docs",
        "Speech is recognised on your device.",
        "Speech is recognised in our cloud.",
        "hybrid",
    ),
    wording(
        "hybrid withdrawn",
        "docs",
        "In the hybrid deployment, the data plane runs on your premises.",
        "",
        "hybrid",
    ),
    wording(
        "audit once a year",
        "dpa",
        "Customer may audit Provider at any time.",
        "Customer may audit Provider once a year.",
        "dpa",
        "open_source no_training",
    ),
    wording(
        "breach notice",
        "dpa",
        "Provider notifies Customer of a personal data breach within 24 hours.",
        "Provider notifies Customer of a personal data breach without undue delay.",
        "dpa",
    ),
    wording(
        "objection period",
        "dpa",
        "Customer may object to a new sub-processor within 30 days.",
        "Customer may object to a new sub-processor within 10 days.",
        "dpa",
    ),
    wording(
        "plans covered by the agreement",
        "help",
        "A data processing agreement is available for all paid plans.",
        "A data processing agreement is available for the Enterprise plan.",
        "dpa",
    ),
    wording(
        "processor becomes controller",
        "terms",
        "We process your content as a processor on your behalf.",
        "We process your content as an independent controller.",
        "dpa",
    ),
    wording(
        "deletion at the end",
        "dpa",
        "On termination Provider returns or deletes all personal data.",
        "On termination Provider deletes all personal data within 180 days.",
        "dpa",
    ),
    wording(
        "training by default",
        "privacy_policy",
        "We do not use your conversations to train our models.",
        "We use your conversations to train our models unless you turn this off in settings.",
        "no_training",
    ),
    wording(
        "training promise limited to business plans",
        "help",
        "Your inputs and outputs are never used for training.",
        "Inputs and outputs of business accounts are never used for training.",
        "no_training",
    ),
    wording(
        "feedback used",
        "terms",
        "",
        "If you send feedback, we may use it and the related conversation to improve our models.",
        "no_training",
    ),
    wording(
        "licence to content",
        "terms",
        "You grant us a licence to host your content in order to provide the service.",
        "You grant us a licence to host and analyse your content in order to provide and improve "
        "the service.",
        "no_training",
    ),
    wording(
        "human reviewers",
        "privacy_policy",
        "Conversations are not read by people.",
        "Trained reviewers may read a sample of conversations to improve quality.",
        "no_training gdpr",
    ),
    wording(
        "aggregated data",
        "terms",
        "",
        "We may create de-identified data from your use and apply it to develop new products.",
        "no_training",
    ),
    wording(
        "open licence",
        "docs",
        "The weights are published under the Apache 2.0 licence.",
        "The weights are published under a licence for research only.",
        "open_source",
        "gdpr dpa eu_saas",
    ),
    wording(
        "source published",
        "docs",
        "",
        "The source code of the client is on GitHub under the MIT licence.",
        "open_source",
    ),
    wording(
        "export withdrawn",
        "help",
        "You can export all your data as JSON at any time, to move it to another provider.",
        "Exports of data are no longer available.",
        "open_source",
    ),
    wording(
        "training data disclosed",
        "docs",
        "",
        "A summary of the data that the model was trained on is published.",
        "open_source",
    ),
    wording(
        "retention longer",
        "privacy_policy",
        "We keep logs for 30 days.",
        "We keep logs for 90 days.",
        "gdpr",
        "on_prem hybrid open_source",
    ),
    wording(
        "zero retention withdrawn",
        "docs",
        "Zero data retention can be turned on for every endpoint.",
        "Zero data retention is available on request for eligible customers.",
        "gdpr",
    ),
    wording(
        "legal basis",
        "privacy_policy",
        "We rely on your consent to send you newsletters.",
        "We rely on our legitimate interests to send you newsletters.",
        "gdpr",
    ),
    wording(
        "new data",
        "privacy_policy",
        "We collect your name and e-mail address.",
        "We collect your name, e-mail address, phone number and precise location.",
        "gdpr",
    ),
    wording(
        "sharing with advertisers",
        "privacy_policy",
        "We do not share personal data with advertisers.",
        "We share identifiers with advertising partners.",
        "gdpr",
    ),
    wording(
        "age",
        "terms",
        "You must be at least 18 years old to use the service.",
        "You must be at least 13 years old; minors need the consent of a parent.",
        "gdpr",
    ),
    wording(
        "data protection officer",
        "privacy_policy",
        "Our data protection officer can be reached by e-mail.",
        "",
        "gdpr",
    ),
    wording(
        "certification",
        "docs",
        "We are certified under ISO 27001 and SOC 2 Type II.",
        "We are certified under SOC 2 Type II.",
        "gdpr",
        "no_training",
    ),
    wording(
        "cookie",
        "cookies",
        "",
        "visitor_key | Analytics | 13 months | Example Analytics",
        "gdpr",
        "open_source on_prem no_training",
    ),
    wording(
        "tracking without consent",
        "cookies",
        "Analytics cookies are set after you agree.",
        "Analytics cookies are set when you visit the site.",
        "gdpr",
    ),
    wording(
        "right to object",
        "privacy_policy",
        "You may object to this processing at any time.",
        "You may object to this processing by letter.",
        "gdpr",
    ),
    wording(
        "automated decisions",
        "privacy_policy",
        "",
        "We use profiling to decide whether to offer you a trial.",
        "gdpr",
    ),
)

GERMAN = (
    wording(
        "Betrieb im eigenen Rechenzentrum",
        "docs",
        "",
        "Die Plattform kann im eigenen Rechenzentrum des Kunden betrieben werden.",
        "on_prem",
    ),
    wording(
        "lokale Installation entfällt",
        "docs",
        "Eine lokale Installation ist möglich.",
        "Der Dienst steht ausschließlich in unserer Cloud bereit.",
        "on_prem",
    ),
    wording(
        "dedizierte Umgebung",
        "docs",
        "Alle Kunden teilen sich eine Umgebung.",
        "Auf Wunsch erhalten Kunden eine dedizierte Umgebung in einer Private Cloud.",
        "private_cloud",
    ),
    wording(
        "Speicherort",
        "privacy_policy",
        "Ihre Daten werden auf Servern in Deutschland gespeichert.",
        "Ihre Daten werden auf Servern in Deutschland und in den USA gespeichert.",
        "eu_saas",
    ),
    wording(
        "Drittland",
        "privacy_policy",
        "Eine Übermittlung in Drittländer findet nicht statt.",
        "Eine Übermittlung in Drittländer ist auf Grundlage von Standardvertragsklauseln möglich.",
        "eu_saas",
    ),
    wording(
        "Vertragspartner",
        "terms",
        "Ihr Vertragspartner ist die Beispiel GmbH mit Sitz in Köln.",
        "Ihr Vertragspartner ist die Beispiel Inc. mit Sitz in Delaware.",
        "eu_saas",
    ),
    wording(
        "Konnektor vor Ort",
        "docs",
        "Der Konnektor läuft in unserer Cloud.",
        "Der Konnektor läuft als lokaler Agent im Netz des Kunden.",
        "hybrid",
    ),
    wording(
        "Unterauftragsverarbeiter",
        "dpa",
        "Der Auftragnehmer informiert 30 Tage vor dem Einsatz neuer Unterauftragsverarbeiter.",
        "Der Auftragnehmer informiert 14 Tage vor dem Einsatz neuer Unterauftragsverarbeiter.",
        "dpa",
    ),
    wording(
        "Weisungen",
        "dpa",
        "Der Auftragnehmer verarbeitet Daten nur auf dokumentierte Weisung.",
        "Der Auftragnehmer verarbeitet Daten auf Weisung und zu eigenen Zwecken.",
        "dpa",
    ),
    wording(
        "AVV nur für Unternehmen",
        "help",
        "Wir schließen mit allen Kunden einen AV-Vertrag.",
        "Wir schließen mit Unternehmenskunden einen AV-Vertrag.",
        "dpa",
    ),
    wording(
        "Training",
        "privacy_policy",
        "Wir verwenden Ihre Eingaben nicht zum Training von Modellen.",
        "Wir verwenden Ihre Eingaben zum Training von Modellen, sofern Sie nicht widersprechen.",
        "no_training",
    ),
    wording(
        "Verbesserung der Dienste",
        "terms",
        "",
        "Wir dürfen Inhalte der Nutzer auswerten, um unsere Dienste zu verbessern.",
        "no_training",
    ),
    wording(
        "Lizenz der Gewichte",
        "docs",
        "Die Modellgewichte stehen unter der Lizenz Apache 2.0.",
        "Die Modellgewichte stehen unter einer Forschungslizenz.",
        "open_source",
    ),
    wording(
        "Datenexport",
        "help",
        "Sie können Ihre Daten jederzeit exportieren.",
        "Ein Export der Daten ist nicht vorgesehen.",
        "open_source",
    ),
    wording(
        "Speicherdauer",
        "privacy_policy",
        "Protokolle löschen wir nach sieben Tagen.",
        "Protokolle löschen wir nach 12 Monaten.",
        "gdpr",
    ),
    wording(
        "Rechtsgrundlage",
        "privacy_policy",
        "Rechtsgrundlage ist Ihre Einwilligung.",
        "Rechtsgrundlage ist unser berechtigtes Interesse.",
        "gdpr",
    ),
    wording(
        "Minderjährige",
        "terms",
        "Die Nutzung ist ab 18 Jahren erlaubt.",
        "Die Nutzung ist ab 16 Jahren erlaubt; Minderjährige brauchen die Zustimmung der Eltern.",
        "gdpr",
    ),
    wording(
        "Weitergabe",
        "privacy_policy",
        "Wir geben keine Daten an Dritte weiter.",
        "Wir geben Daten an Werbepartner weiter.",
        "gdpr",
    ),
)

FRENCH = (
    wording(
        "sur site",
        "docs",
        "",
        "La plateforme peut être installée sur site, sur vos propres serveurs.",
        "on_prem",
    ),
    wording(
        "environnement dédié",
        "docs",
        "Tous les clients partagent un environnement.",
        "Les clients Entreprise disposent d'un environnement dédié dans un cloud privé.",
        "private_cloud",
    ),
    wording(
        "hébergement",
        "privacy_policy",
        "Vos données sont hébergées en France.",
        "Vos données sont hébergées en France et aux États-Unis.",
        "eu_saas",
    ),
    wording(
        "hors de l'Union",
        "privacy_policy",
        "Aucune donnée n'est transférée hors de l'Union européenne.",
        "Des données peuvent être transférées hors de l'Union européenne.",
        "eu_saas",
    ),
    wording(
        "agent local",
        "docs",
        "Le connecteur fonctionne dans notre cloud.",
        "Le connecteur fonctionne comme agent local dans votre réseau interne.",
        "hybrid",
    ),
    wording(
        "sous-traitants ultérieurs",
        "dpa",
        "Le Client peut s'opposer à un nouveau sous-traitant ultérieur sous trente jours.",
        "Le Client peut s'opposer à un nouveau sous-traitant ultérieur sous dix jours.",
        "dpa",
    ),
    wording(
        "instructions",
        "dpa",
        "Le Prestataire traite les données selon les instructions du Client.",
        "Le Prestataire traite les données pour ses propres finalités.",
        "dpa",
    ),
    wording(
        "entraînement",
        "privacy_policy",
        "Nous n'utilisons pas vos conversations pour entraîner nos modèles.",
        "Nous utilisons vos conversations pour entraîner nos modèles.",
        "no_training",
    ),
    wording(
        "amélioration",
        "terms",
        "",
        "Nous pouvons utiliser vos contenus afin d'améliorer nos modèles.",
        "no_training",
    ),
    wording(
        "licence",
        "docs",
        "Les poids du modèle sont publiés sous licence Apache 2.0.",
        "Les poids du modèle sont publiés sous une licence non commerciale.",
        "open_source",
    ),
    wording(
        "portabilité",
        "help",
        "Vous pouvez exporter vos données à tout moment.",
        "Les données ne peuvent pas être exportées.",
        "open_source",
    ),
    wording(
        "conservation",
        "privacy_policy",
        "Les journaux sont conservés pendant 30 jours.",
        "Les journaux sont conservés pendant un an.",
        "gdpr",
    ),
    wording(
        "base légale",
        "privacy_policy",
        "Ce traitement repose sur votre consentement.",
        "Ce traitement repose sur notre intérêt légitime.",
        "gdpr",
    ),
    wording(
        "partage",
        "privacy_policy",
        "Nous ne vendons pas vos données.",
        "Nous partageons vos données avec des partenaires publicitaires.",
        "gdpr",
    ),
)

SILENT = (
    wording(
        "liability cap",
        "terms",
        "Our liability is limited to 100 euros.",
        "Our liability is limited to the fees of the last twelve months.",
        silent="all",
    ),
    wording(
        "arbitration",
        "terms",
        "Disputes are heard by the courts of Paris.",
        "Disputes are settled by binding arbitration.",
        silent="all",
    ),
    wording(
        "price",
        "terms",
        "The Pro plan costs 20 dollars a month.",
        "The Pro plan costs 25 dollars a month.",
        silent="all",
    ),
    wording(
        "payment",
        "terms",
        "Invoices are due within 30 days.",
        "Invoices are due within 14 days.",
        silent="all",
    ),
    wording(
        "acceptable use",
        "terms",
        "You must not use the service to send spam.",
        "You must not use the service to send spam or to build weapons.",
        silent="all",
    ),
    wording(
        "ownership of outputs",
        "terms",
        "You own the output.",
        "As between you and us, and where the law allows, you own the output.",
        silent="all",
    ),
    wording(
        "competition",
        "terms",
        "",
        "You must not use the service to build a competing product.",
        silent="all",
    ),
    wording(
        "rate limit",
        "docs",
        "The limit is 60 requests a minute.",
        "The limit is 120 requests a minute.",
        silent="all",
    ),
    wording(
        "model only by API",
        "docs",
        "",
        "Atlas Large 3 has a context of 128k tokens and writes better code.",
        silent="all",
    ),
    wording(
        "governing law",
        "terms",
        "These terms are governed by the laws of California.",
        "These terms are governed by the laws of New York.",
        silent="on_prem private_cloud hybrid dpa no_training open_source gdpr",
    ),
    wording(
        "termination",
        "terms",
        "You may cancel your subscription at any time.",
        "You may cancel your subscription at the end of a month.",
        silent="all",
    ),
    wording(
        "trademarks",
        "terms",
        "",
        "You may not use our logo without written permission.",
        silent="all",
    ),
    wording(
        "warranty",
        "terms",
        "The service is provided as is.",
        "The service is provided as is and without any warranty of fitness for a purpose.",
        silent="all",
    ),
    wording(
        "Preis",
        "terms",
        "Das Abonnement kostet 20 Euro im Monat.",
        "Das Abonnement kostet 30 Euro im Monat.",
        silent="all",
    ),
    wording(
        "Haftung",
        "terms",
        "Wir haften für einfache Fahrlässigkeit.",
        "Wir haften nicht für einfache Fahrlässigkeit.",
        silent="all",
    ),
    wording(
        "Gerichtsstand",
        "terms",
        "Gerichtsstand ist Köln.",
        "Gerichtsstand ist Hamburg.",
        silent="on_prem private_cloud hybrid dpa no_training open_source gdpr",
    ),
    wording(
        "prix",
        "terms",
        "L'abonnement coûte 20 euros par mois.",
        "L'abonnement coûte 30 euros par mois.",
        silent="all",
    ),
    wording(
        "responsabilité",
        "terms",
        "Notre responsabilité est limitée à 100 euros.",
        "Notre responsabilité est limitée à 500 euros.",
        silent="all",
    ),
)

WORDINGS = (*ENGLISH, *GERMAN, *FRENCH, *SILENT)
