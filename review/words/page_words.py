"""Words of the page around a document: navigation, widgets, icons, consent dialogs.

Compared in lower case. English, German and French stand together, as in `turning_words`.
"""

# ruff: noqa: SIM905 - a table of words reads better as text than as a list of literals

from __future__ import annotations

import re

NAVIGATION = frozenset(
    """
    home | start | startseite | accueil | about | about us | über uns | à propos | team | careers
    | jobs | karriere | carrières | press | presse | news | newsroom | aktuelles | actualités
    | blog | pricing | preise | tarifs | plans | product | products | produkt | produkte
    | produits | platform | solutions | lösungen | features | funktionen | fonctionnalités
    | integrations | integrationen | intégrations | connectors | customers | kunden | clients
    | case studies | testimonials | reviews | partners | partner | partenaires | affiliates
    | resources | ressourcen | ressources | docs | documentation | dokumentation | guides
    | guide | tutorials | learn | academy | videos | webinars | events | templates | vorlagen
    | modèles | changelog | release notes | roadmap | status | system status | api | api reference
    | developers | entwickler | développeurs | community | forum | discord | github | twitter | x
    | linkedin | youtube | instagram | facebook | tiktok | reddit | slack | mastodon | bluesky
    | support | help | hilfe | aide | help center | help centre | hilfebereich | faq | faqs
    | contact | contact us | contact sales | kontakt | nous contacter | legal | rechtliches
    | mentions légales | impressum | imprint | privacy | privacy policy | datenschutz
    | datenschutzerklärung | politique de confidentialité | confidentialité | terms
    | terms of service | terms of use | agb | nutzungsbedingungen | cgu | conditions générales
    | cookies | cookie policy | cookie settings | cookie-einstellungen | gestion des cookies
    | security | sicherheit | sécurité | trust center | trust | report abuse | accessibility
    | barrierefreiheit | accessibilité | sitemap | download | downloads | get started | sign in
    | sign up | log in | login | logout | anmelden | registrieren | se connecter | s'inscrire
    | search | suche | suchen | rechercher | menu | menü | company | unternehmen | entreprise
    | enterprise | business | startups | investors | brand | newsletter | subscribe | overview
    | inicio | precios | empresa | productos | ayuda | contacto | aviso legal
    | política de privacidad | términos | prezzi | azienda | prodotti | contatti | termini
    | aiuto | prijzen | over ons | vacatures | voorwaarden | início | preços | contato
    | getting started | quickstart | next | previous | weiter | zurück | suivant | précédent
    | iniciar sesión | regístrate | registrarse | carrito | recursos | blog | noticias | accedi
    | registrati | carrello | risorse | inloggen | aanmelden | winkelwagen | hulp | prijs | nieuws
    | iniciar sessão | entrar | cadastre-se | recursos | notícias | cennik | pomoc | zaloguj się
    | warenkorb | shop | boutique | panier | demo | démo | log out | abmelden | déconnexion
    | accueil | connexion | presse | emplois | recrutement | clients | essai gratuit
    | essayer gratuitement | kostenlos testen | try for free | start free trial | book a demo
    """.replace("\n", " ").split("|")
)
NAVIGATION = frozenset(" ".join(entry.split()) for entry in NAVIGATION)
"""Entries of menus and footers, whole."""

NAMES_IN_MENUS = frozenset(
    """
    discord github twitter x linkedin youtube instagram facebook tiktok reddit slack mastodon
    bluesky api enterprise business team startups customers kunden clients partners partner
    partenaires affiliates developers entwickler développeurs investors
    """.split()
)
"""Those of them that name a company, a plan or people: a list of these alone may be a term."""

LANGUAGE_NAMES = frozenset(
    """
    english deutsch deutsche englisch englische französisch français française anglais
    anglaise allemand allemande francais french german spanish español italiano italian
    italienisch português portuguese nederlands dutch polski polish svenska dansk suomi
    norsk čeština türkçe русский українська ελληνικά magyar română 日本語 한국어 中文 简体中文
    繁體中文 العربية עברית हिन्दी
    """.split()
)
LANGUAGES = LANGUAGE_NAMES | frozenset(
    """
    en de fr es it pt nl pl ja ko zh us gb uk language languages sprache sprachen langue
    langues taal talen idioma idiomas lingua língua version select choose wählen auswählen choisir
    united kingdom states
    """.split()
)
"""Words of a language selector: a block of nothing else is one, if it names a language."""
LANGUAGE_MARKS = LANGUAGE_NAMES | {
    *("en", "language", "languages", "sprache", "sprachen", "langue", "langues")
}

ICONS = frozenset(
    """
    close menu search share expand_more expand_less chevron_right chevron_left arrow_forward
    arrow_back arrow_right arrow_drop_down keyboard_arrow_down keyboard_arrow_up
    keyboard_arrow_right open_in_new launch link content_copy copy print more_vert more_horiz
    check done info help home language account_circle person settings download file_download
    play_arrow pause volume_up volume_off fullscreen thumb_up thumb_down add remove star
    schließen teilen kopieren drucken fermer partager copier imprimer copied kopiert copié
    cerrar aceptar rechazar compartir copiar imprimir chiudi accetta rifiuta condividi stampa
    sluiten accepteren weigeren delen fechar aceitar rejeitar compartilhar partilhar
    cart basket warenkorb panier carrello carrito winkelwagen ⌘k ctrl+k
    """.split()
)
"""Names of icons and labels of buttons that stand alone in a block."""

WIDGETS = re.compile(
    r"""
    (?: (?:on\ this\ page|(?:table\ of\ )?contents|in\ this\ (?:article|section|page)
        |inhalt(?:sverzeichnis)?|auf\ dieser\ seite|in\ diesem\ artikel|sommaire
        |table\ des\ matières|sur\ cette\ page|dans\ cet\ article)
      | (?:was|is)\ this\ (?:page|article|answer|content)?\ ?helpful(?:\ yes)?(?:\ ?no)?
      | did\ this\ answer\ your\ question | yes\ ?no | ja\ ?nein | oui\ ?non
      | war\ (?:dies(?:er?|es)?)\ (?:seite|artikel|beitrag|antwort)?\ ?hilfreich.*
      | (?:cette\ page|cet\ article)\ (?:vous\ )?a-t-(?:elle|il)\ été\ utile.*
      | (?:\d+\ )?(?:out\ )?of\ \d+\ found\ this\ helpful | \d+\ von\ \d+\ fanden\ dies\ hilfreich
      | \d+\ (?:min(?:ute)?s?)(?:\ (?:read|lesezeit|de\ lecture))?
      | (?:reading\ time|lesezeit|temps\ de\ lecture)\b.{0,20}
      | (?:updated|last\ updated|edited|(?:zuletzt\ )?aktualisiert|mise?\ à\ jour)?\ ?
        (?:vor|il\ y\ a|over)?\ ?(?:(?:plus|moins)\ (?:de|d')\ ?|(?:mehr\ als|über)\ )?
        (?:\d+|a|an|one|einem|einer|un|une)\ (?:minute|hour|day|week|month|year|tag|woche|monat
        |jahr|stunde|jour|semaine|mois|an)\w*(?:\ ago)?
      | vor\ (?:mehr\ als\ |über\ )?\w+\ (?:minute|stunde|tag|woche|monat|jahr)\w*\ aktualisiert
      | (?:previous|next|zurück|weiter|vorherige|nächste|précédent|suivant|page|seite|[:·|«»\s])+
        :.{0,80}[·|«»].{0,80} | «.{0,60}»
      | (?:powered\ by|built\ with|made\ with|erstellt\ mit|bereitgestellt\ von|propulsé\ par).*
      | (?:compartir|compártelo|condividi|deel|delen|partilhar|compartilhar|udostępnij)
        (?:\ (?:esta?e?|questa?|deze|este)\ \w+)?\ ?(?:en|su|via|no|:)?:?
        (?:\ (?:whatsapp|facebook|x|twitter|linkedin|telegram|e-?mail|bluesky|mastodon|[·|]))+
      | (?!.*(?:compart|vend|cond[iy]v|partner|socios|datos|dati|dados|gegevens))
        (?:usamos|utilizamos|utilizziamo|usiamo|wij\ gebruiken|we\ gebruiken|używamy)\ [^.]{0,30}
        \bcookies?\b[^.]{0,60}\.(?:\ (?:más\ información|aceptar(?:\ tod[oa]s?)?|cerrar|rechazar
        |configurar|maggiori\ informazioni|accetta|chiudi|rifiuta|meer\ informatie|accepteren
        |sluiten|weigeren|saiba\ mais|aceitar|fechar|rejeitar|akceptuj|zamknij|[·|])){1,6}
      | (?!.*(?:train|shar|sell|sold|data|third))(?:discover|find|fetch|see|get)\b.{0,90}
        \bllms(?:-full)?\.txt\b.{0,60}
      | (?:you(?:'re|\ are)\ (?:viewing|reading|looking\ at)|this\ is)\ (?:the\ |an?\ )?
        (?:legacy|older|old|archived|outdated|previous|unreleased|latest)\ (?:docs|documentation
        |version\ of\ (?:the\ |this\ |our\ )?(?:docs|documentation|page)).{0,120}
      | help\ us\ improve\ (?:our|this|the)\ (?:documentation|docs|page|article|translation)
      | (?:esta|questa|deze|este)\ \w+\ (?:le|ti|te|foi|è|was)?\ ?(?:ha\ sido|stata)?\ ?
        (?:útil|utile|nuttig|ajudou).{0,20}
      | (?:suggest\ an\ edit|(?:edit|improve)\ this\ page)[^|]{0,20}
        (?:\ (?:provide|view|give)\W+(?:view\ )?feedback.{0,30})?
      | (?:edit\ )?(?:provide|give|send|leave)\ feedback | report\ an?\ (?:issue|problem|bug)
      | .{0,120}\bnewsletter\b[^.!?]{0,40}[.!?·|]\s.{0,40}\b(?:subscribe|sign\ up|abonnieren
        |anmelden|s'abonner|s'inscrire)
      | (?:e-?mail(?:-adresse|\ address)?|adresse\ e-?mail)\b.{0,30}[·|\s]+
        (?:subscribe|sign\ up|abonnieren|s'abonner|s'inscrire)
      | (?:edit|view)\ (?:this\ )?(?:page|source)(?:\ on\ \w+)? | suggest\ (?:an\ )?edits?
      | (?:edit|improve)\ page(?:\ report\ (?:an\ )?issue)?
      | (?:[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]+\ ?\d[\d.,]*\ ?)+
      | skip\ to\ (?:main\ )?content | zum\ (?:haupt)?inhalt(?:\ springen)? | aller\ au\ contenu.*
      | back\ to\ top | nach\ oben | haut\ de\ page | retour\ en\ haut
      | zurück\ nach\ oben | torna\ (?:su|all'inizio) | (?:volver|ir)\ arriba | voltar\ ao\ topo
      | (?:terug\ )?naar\ boven
      | (?:share|teilen|partager)
        (?:\ (?:this\ (?:page|article|post|story|guide|doc)|on|via|auf|sur|par\ (?:courriel
        |e-?mail))\b.{0,40})?
      | (?:share|teilen|partager)(?:\ (?:(?:on|auf|sur|via|by|per|par)\ (?:facebook|twitter|x
        |linkedin|bluesky|mastodon|threads|whatsapp|telegram|reddit|xing|pinterest|e-?mail|mail
        |courriel)|share|teilen|partager)){2,12}
      | (?:share|teilen|partager|compartir|condividi|delen|compartilhar):?
        (?:\ (?:copy\ link|link\ kopieren|copier\ le\ lien|facebook|twitter|x|linkedin|bluesky
        |mastodon|threads|whatsapp|telegram|reddit|xing|pinterest|e-?mail|mail|print)){2,12}
        (?:\ ·\ [\d.,]+\ (?:views|aufrufe|vues|visualizações|visualizaciones|visualizzazioni))?
      | (?:s'abonner|abonnieren|subscribe|suscribirse|iscriviti|abonneren|assinar)
      | (?:tweet|copy\ (?:link|page|code)|link\ kopieren|copier\ le\ lien|print|drucken|imprimer)
      | (?:previous|next|zurück|weiter|précédent|suivant)(?:\ page)?(?::.{0,60})?
      | (?:written|reviewed|posted)\ by\ .{0,40} | (?:verfasst|geschrieben)\ von\ .{0,40}
      | (?:écrit|rédigé)\ par\ .{0,40}
      | .{0,160}\bcookies\b.{0,120}[.!]\ (?:(?:accept|reject|allow|decline)(?:\ all)?(?:\ cookies)?
        |(?:alle\ )?(?:akzeptieren|ablehnen)|tout\ (?:accepter|refuser)|accepter|refuser|got\ it
        |ok|verstanden|settings|einstellungen|personnaliser|learn\ more|opt\ (?:in|out)
        |(?:privacy|cookie)\ settings|manage\ (?:cookies|preferences)|\s)+
      | (?:show|load|see|read)\ (?:more|less|all) | mehr\ anzeigen | weiterlesen | voir\ plus
      | (?:loading|wird\ geladen|chargement)\.* | \d{1,2}:\d\d(?:\ ?/\ ?\d{1,2}:\d\d)?
      | (?:©|\(c\)).* | copyright\b.* | all\ rights\ reserved.* | alle\ rechte\ vorbehalten.*
      | tous\ droits\ réservés.*
      | (?:accept|reject|allow|decline|customi[sz]e|manage)\ (?:all|cookies?|preferences?|settings?)
        (?:\ cookies?)?(?:\ (?:accept|reject)\ all)*
      | (?:(?:alle?s?\ )?(?:akzeptieren|ablehnen)|(?:nur\ )?notwendige(?:\ cookies)?
        |einstellungen|(?:accept|reject|allow)(?:\ all)?|(?:only\ )?necessary(?:\ only)?
        |settings|tout\ (?:accepter|refuser)|personnaliser|paramètres|[·|\s])+
      | alle\ (?:akzeptieren|ablehnen) | tout\ (?:accepter|refuser) | we\ value\ your\ privacy
      | cookie\ (?:preferences|settings|consent) | privacy\ preference\ cent(?:er|re)
      | always\ active | immer\ aktiv | toujours\ actif
      | (?:select|choose|change)\ (?:your\ )?(?:language|region|country)
      | sprache\ (?:aus)?wählen | choisir\ (?:la|une)\ langue
    )
    """,
    re.VERBOSE,
)
"""A whole block of this wording belongs to the page, not to the document."""

PAGER = re.compile(
    r"(?P<back>previous|zurück|vorherige[rs]?|précédente?|anterior|precedente|vorige)\b.*"
    r"|(?P<on>next|weiter|nächste[rs]?|suivante?|siguiente|successivo|volgende|próximo)\b.*"
)
"""A link to the page before or behind this one: "Previous Support", beside "Next Security"."""

OTHER_PAGES = re.compile(
    r"(?:(?:related(?: (?:pages|articles|topics|links))?|see also|verwandt\w*"
    r"|siehe auch|à lire aussi|voir aussi|gerelateerd"
    r"|relacionad\w*|correlat\w*) ?: [^.!;?]{1,80}(?:[?·|][^.!;?]{0,80})+"
    r"|[^.!?;]{1,60} (?-i:Previous|Zurück|Précédent) [^.!?;]{1,60} (?-i:Next|Weiter|Suivant))",
    re.IGNORECASE,
)
"""Links to other pages on one line, unless it says what becomes of data."""

COLUMN_NAMES = frozenset(
    """
    name names company companies firm vendor vendors provider providers supplier suppliers
    subprocessor subprocessors recipient recipients entity address country location locations
    place region regions category categories description purpose purposes service services
    activity activities type kind website contact and of the sub processor processors firma
    feature features parameter parameters value field fields option options setting settings
    function funktion wert feld einstellung paramètre valeur champ parámetro valor parametro
    anbieter unternehmen dienstleister unterauftragnehmer empfänger adresse anschrift land ort
    standort standorte serverstandort serverstandorte kategorie kategorien beschreibung zweck
    zwecke leistung tätigkeit art dienst nom société entreprise prestataire sous traitant pays
    lieu catégorie catégories finalité finalités activité naam doel nombre país empresa
    finalidad nome paese finalità
    """.split()
)
"""Names of the columns of a list, which say what a cell is and nothing about it."""

CALLOUTS = frozenset(
    """
    note notes tip tips info information important warning caution danger hint attention
    hinweis tipp wichtig achtung warnung remarque astuce attention important
    """.split()
)
"""The label that a box in a text carries, and that markup may or may not write out."""

BANNER = re.compile(
    r"(?:new|neu|nouveau|announcing|introducing)\b.{0,100}"
    r"(?:learn more|read more|mehr erfahren|en savoir plus|try (?:it )?now)\W*",
    re.IGNORECASE,
)
"""An advertisement on top of a page."""

COOKIE_NOTICE = re.compile(
    r"(?:this (?:site|website) uses|we (?:and our partners )?use) cookies\b"
    r"|(?:diese (?:web)?seite|wir) (?:verwende[nt]|nutz(?:t|en)|setz(?:t|en)) cookies\b"
    r"|(?:ce site|nous) utilis(?:e|ons) des cookies\b",
    re.IGNORECASE,
)
"""How a consent dialog begins that stands in front of the text."""

TREATS_DATA = re.compile(
    r"\b(?:share[sd]|we (?:\w+ )?share|sell\w*|sold|train(?:s|ed)?|training (?:data|off|on)"
    r"|no training|disclos\w+|advertis\w+|third[- ]part\w+|opt(?:ed)?[- ](?:in|out)"
    r"|weitergeb\w*|weitergegeben|geben \w+ an|verkauf\w*|dritte[nr]?|trainier\w*|werbung"
    r"|partag\w+|vend\w*|revend\w*|tiers|entraîn\w*|publicit\w+)\b",
    re.IGNORECASE,
)
"""What becomes of data: a line that says so states a term, wherever it stands."""

RELATED = re.compile(
    r"(?:related|recommended|similar|popular|recent|more|latest|further)"
    r"\s(?:articles?|posts?|content|stories|topics|pages|reading|questions)"
    r"|you (?:may|might) also (?:like|be interested in)|read next|what's new"
    r"|(?:verwandte|ähnliche|weitere|neueste|beliebte)\s(?:artikel|beiträge|themen|fragen)"
    r"|(?:articles?|contenus?|sujets?)\s(?:associés?|similaires|connexes|récents?|liés?)"
    r"|à lire (?:aussi|également)|artículos relacionados|articoli correlati"
    r"|gerelateerde (?:artikelen|pagina's|links)|artigos relacionados|powiązane artykuły"
    r"|(?:see|siehe|voir)\s(?:also|auch|aussi)",
    re.IGNORECASE,
)
"""A heading above a list of links to other pages."""

POINTERS = re.compile(
    r"(?:going further|next steps|further reading|learn more|resources|references"
    r"|useful links|nächste schritte|weiterführend\w*|ressourcen|pour aller plus loin"
    r"|prochaines étapes|ressources|en savoir plus)\W*",
    re.IGNORECASE,
)
"""A heading above pointers to what else there is to read."""

VENDOR_COUNT = re.compile(
    r"\b(?:partners?|vendors?|partnern?|anbietern?|drittanbieter|partenaires|fournisseurs"
    r"|tcf|providers?)\b",
    re.IGNORECASE,
)
CONSENT = re.compile(
    r"\b(?:cookies?|consent|tracking technolog\w+|third[- ]party vendors?|einwilligung"
    r"|zustimmung|consentement|traceurs)\b",
    re.IGNORECASE,
)
"""Both in one block: a counter of a consent dialog."""

HIDDEN_MAIL = re.compile(r"\[?\s*e-?mail\W{0,2}protected\s*\]?", re.IGNORECASE)
"""What a page shows in place of an address that it hides from robots."""
