"""The small words that carry meaning, as tables in English, German and French.

Everything here is compared in lower case. A table holds words of all languages
together: a change is compared within one language, and a word that means something
else in another language would have to stand in a changed place to do harm.
"""

# ruff: noqa: SIM905 - a table of words reads better as text than as a list of literals

from __future__ import annotations

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "January Jan Januar Jänner janvier janv enero gennaio januari janeiro",
            "February Feb Februar février févr febrero febbraio februari fevereiro",
            "March Mar März mars marzo maart março",
            "April Apr avril avr abril aprile",
            "May Mai mayo maggio mei maio",
            "June Jun Juni juin junio giugno junho",
            "July Jul Juli juillet juil julio luglio julho",
            "August Aug août agosto augustus",
            "September Sep Sept septembre septiembre settembre setembro",
            "October Oct Oktober Okt octobre octubre ottobre outubro",
            "November Nov novembre noviembre novembro",
            "December Dec Dezember Dez décembre déc diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}

TIME_UNITS: dict[str, str] = {
    form: unit
    for unit, forms in {
        "second": "second seconds sec Sekunde Sekunden seconde secondes 秒",
        "minute": "minute minutes min Minute Minuten 分钟 分鐘",
        "hour": "hour hours hrs Stunde Stunden heure heures"
        " hora horas ora ore uur uren 小时 小時 時間",
        "day": "day days Tag Tage Tagen Tages Kalendertage Werktage Werktagen jour jours"
        " día días dia dias giorno giorni dag dagen 天 日",
        "week": "week weeks Woche Wochen semaine semaines"
        " semana semanas settimana settimane weken 周 週間",
        "month": "month months Monat Monate Monaten Monats mois"
        " mes meses mês mese mesi maand maanden 个月 個月 か月",
        "year": "year years Jahr Jahre Jahren Jahres an ans année années"
        " año años ano anos anno anni jaar jaren 年",
    }.items()
    for form in forms.split()
}
BEFORE_DAYS = ("business", "calendar", "working", "consecutive")
UNITS: dict[str, str] = (
    TIME_UNITS
    | {f"{kind} {form}": "day" for kind in BEFORE_DAYS for form in ("day", "days")}
    | {unit: unit for unit in "KB MB GB TB KiB MiB GiB TiB percent Prozent USD EUR GBP CHF".split()}
)

NUMBER_WORDS: dict[str, int] = {
    word: number
    for number, forms in {
        1: "one einen einem",
        2: "two zwei deux twice zweimal dos due dois duas twee",
        3: "three drei trois tres tre três drie",
        4: "four vier quatre cuatro quattro quatro",
        5: "five fünf cinq cinco cinque vijf",
        6: "six sechs seis sei zes",
        7: "seven sieben sept siete sette sete zeven",
        8: "eight acht huit ocho otto oito",
        9: "nine neun neuf nueve nove negen",
        10: "ten zehn dix diez dieci dez tien",
        12: "twelve zwölf douze doce dodici doze twaalf",
        13: "thirteen dreizehn treize trece tredici treze dertien",
        14: "fourteen vierzehn quatorze catorce quattordici veertien",
        15: "fifteen fünfzehn quinze quince quindici vijftien",
        16: "sixteen sechzehn seize dieciséis sedici dezesseis zestien",
        18: "eighteen achtzehn dix-huit dieciocho diciotto dezoito achttien",
        20: "twenty zwanzig vingt veinte venti vinte twintig",
        24: "twenty-four vierundzwanzig vingt-quatre veinticuatro ventiquattro vierentwintig",
        30: "thirty dreißig dreissig trente treinta trenta trinta dertig",
        36: "thirty-six sechsunddreißig trente-six",
        40: "forty vierzig quarante cuarenta quaranta quarenta veertig",
        45: "forty-five fünfundvierzig quarante-cinq",
        48: "forty-eight achtundvierzig quarante-huit",
        50: "fifty fünfzig cinquante cincuenta cinquanta vijftig",
        60: "sixty sechzig soixante sesenta sessanta sessenta zestig",
        72: "seventy-two zweiundsiebzig soixante-douze",
        90: "ninety neunzig quatre-vingt-dix noventa novanta negentig",
        100: "hundred hundert cent cien cento cem honderd",
        180: "einhundertachtzig",
    }.items()
    for word in forms.split()
}
ONE = frozenset("a an one ein eine eines einer un une uno una um uma een".split())
"""Articles that count as well, in front of a unit of time: "a year"."""

NEGATIONS = frozenset(
    """
    not no never none neither nor without cannot can't don't doesn't didn't won't
    wouldn't shouldn't isn't aren't wasn't weren't haven't hasn't mustn't nothing
    nicht kein keine keinen keinem keiner keines nie niemals weder noch ohne nichts
    keinesfalls keinerlei
    no nunca ningún ninguna sin ni nessun nessuna senza niet geen nooit não sem
    ne n' pas jamais aucun aucune ni sans non
    不 未 无 没 非 勿 ません ない なかった
    """.split()
)
"""Words that turn a statement round. Contractions count as the negation inside them."""

NEGATING_VERBS = frozenset(
    """
    refrain refrains prohibit prohibits prohibited forbid forbids forbidden
    untersagt verboten interdit interdite interdits interdites
    """.split()
)

# The stronger the word, the less is left to the one it speaks of.
MODALS: dict[str, int] = {
    word: strength
    for strength, forms in {
        1: "may might can could kann kannst können könnt könnte könnten darf darfst dürfen dürft"
        " dürfte dürften peut peuvent peux pouvons pouvez pourrait pourraient pourrons pourrez"
        " puede pueden può possono kan kunnen 可 可以 可能",
        2: "should ought sollte sollten soll sollen devrait devraient devrions devriez debería",
        3: "will would shall wird werden würde würden",
        4: "must muss musst müssen müsst doit doivent dois devons devez required requires"
        " verpflichtet obligé obligée obligés tenu tenus debe deben deve devono moet"
        " moeten 必须 应",
    }.items()
    for word in forms.split()
}

ONLY = frozenset(
    """
    only solely exclusively nur ausschließlich lediglich seulement uniquement exclusivement
    solo solamente únicamente soltanto esclusivamente alleen uitsluitend apenas somente
    """.split()
)
"""Words that shut out what is not named."""

QUANTIFIERS = frozenset(
    """
    all any some every each only solely exclusively most many certain limited unlimited
    always sometimes generally typically usually primarily mainly partly fully entire
    entirely minimum maximum least more less few several both either unless whenever
    alle allen aller jede jeder jedes einige manche nur ausschließlich lediglich meist
    immer manchmal grundsätzlich gewöhnlich teilweise vollständig mindestens höchstens
    bestimmte begrenzt
    tout toute tous toutes chaque certains certaines seulement uniquement exclusivement
    toujours parfois généralement principalement entièrement partiellement plusieurs
    """.split()
)

DEFAULTS = frozenset(
    """
    opt in opt out opts in opts out opted in opted out opting in opting out default
    enabled disabled automatically toggle
    standardmäßig voreingestellt aktiviert deaktiviert automatisch widerspruch
    défaut activé désactivé activée désactivée automatiquement
    """.split()
) - {"in", "out", "opt"} | frozenset(
    f"{form} {way}" for form in ("opt", "opts", "opted", "opting") for way in ("in", "out")
)

EXCEPTIONS = frozenset(
    """
    except excepting exception exceptions excluding excludes exclude excluded unless
    notwithstanding
    ausgenommen ausnahme ausnahmen außer ausgeschlossen sofern
    sauf excepté exception hormis exclusion excluant exclu exclus
    """.split()
)
EXCEPTION_PHRASES = (
    "other than",
    "apart from",
    "with the exception",
    "subject to",
    "does not apply to",
    "mit ausnahme",
    "es sei denn",
    "abgesehen von",
    "à l'exception",
    "à moins que",
    "sous réserve",
)

PLANS = frozenset(
    """
    free paid pro plus team teams enterprise business edu education max ultra premium
    basic starter standard advanced api consumer consumers commercial trial beta preview
    kostenlos kostenlose kostenlosen bezahlt kostenpflichtig unternehmen gratuit gratuite
    payant payante entreprise entreprises
    """.split()
)
"""Words that name a plan when they stand in a changed place with a capital or a noun."""

PERSONS = frozenset(
    """
    customer customers user users consumer consumers individual individuals employee
    employees child children minor minors parent parents student students teacher
    teachers administrator administrators admin admins developer developers contractor
    contractors affiliate affiliates partner partners vendor vendors
    kunden kunde nutzer nutzende nutzenden nutzerinnen kundinnen verbraucher verbraucherinnen
    mitarbeiter mitarbeitende mitarbeitenden mitarbeiterinnen kinder minderjährige eltern
    administratoren entwickler partner dienstleister
    client clients utilisateur utilisateurs consommateur consommateurs employés enfants
    mineurs parents administrateurs développeurs partenaires prestataires
    """.split()
)

COMPANY_FORMS = frozenset(
    """
    inc incorporated llc l.l.c ltd limited gmbh ag kg se sas sarl s.a.s s.a s.a.r.l bv b.v
    nv ab aps a/s as oy corp corporation co company pbc plc pty pte s.l s.r.l srl spa
    s.p.a publ opco kk k.k ug haftungsbeschränkt mbh ohg kgaa gbr sasu eurl sca sl
    """.split()
)

STOP_WORDS = frozenset(
    """
    a an the and or of to in on at by for from with as is are was were be been being this
    that these those it its our your their his her we you they us them which who whom whose
    also such then than so if when where while there here into onto upon about above below
    under over between through during before after how what has have had having do does did
    i me my mine he she other others same own up out via per etc e.g i.e well please
    further furthermore however therefore additionally accordingly thus hereby herein
    thereof therein thereto respective respectively
    der die das den dem des ein eine einen einem einer eines und oder von vom zu zum zur
    im am an auf aus bei beim mit nach über unter für durch als ist sind war waren sein
    wird diese dieser dieses diesen diesem jene sich wir sie ihr ihre ihren ihrem ihrer uns
    unser unsere unseren unserer es er dass wenn wie was welche welcher welches auch hier
    dort so dabei damit dazu sowie bzw ggf haben hat hatte
    le la les l' un une des de du d' et ou à au aux en dans sur sous par pour avec ce cet
    cette ces il elle ils elles nous vous notre nos votre vos leur leurs que qui quoi dont
    où est sont être été se sa son ses y comme ainsi aussi si lorsque lors afin plus
    的 了 和 与 或 在 是 及 等 您 我 们 其 该
    """.split()
)

REFERENCES = frozenset(
    """
    section sections article articles clause clauses paragraph paragraphs appendix annex
    exhibit schedule addendum attachment part chapter page step item point figure table
    abschnitt abschnitte abschnitten artikel ziffer ziffern absatz anhang anlage nummer
    kapitel punkt
    clause annexe paragraphe alinéa chapitre rubrique
    """.split()
)
"""What a text calls its own parts: a changed number behind one is a cross-reference."""

PRONOUNS = frozenset(
    """
    i me my we us our ours you your yours he him his she her they them their theirs
    ich wir uns unser unsere unseren unserer sie ihr ihre ihren ihrer ihnen
    je nous notre nos vous votre vos ils elles leur leurs
    """.split()
)
"""Who does something to whom: never a small word."""

LIGHT = frozenset(
    """
    a an the of to in on at for as is are was were be been being this that these those it its
    such which who whom also then thus however here there please further furthermore
    therefore additionally accordingly hereby herein how what when where why so
    der die das den dem des ein eine eines einer ist sind war dieser diese dieses diesem
    diesen auch hier dabei sowie welche welcher welches
    le la les l' un une des de du d' est sont ce cet cette ces que qui ainsi aussi
    """.split()
)
"""Small words whose coming or going changes no meaning; pronouns of persons are not."""

PAST = frozenset("did had was were war waren hatte hatten wurde wurden était étaient".split())
"""What was so need not be so any more."""

VERSION_MARKS = frozenset(
    """
    updated update effective dated modified revised revision amended
    stand aktualisiert aktualisierung gültig geändert fassung wirksam
    jour vigueur modifiée modification
    actualización actualizado vigente aggiornamento aggiornato vigore atualização atualizado
    bijgewerkt 更新 生效
    """.split()
)
"""A date close behind one of these is the date of the document itself."""

VERSION_LABELS = LIGHT | frozenset(
    """
    updated update effective date dated modified revised revision version published last v
    posted from since as release released on amended previous prior current
    stand aktualisiert aktualisierung gültig ab letzte letzten zuletzt geändert fassung vom
    datum veröffentlicht wirksam im bisherige vorherige frühere
    última actualización actualizado vigente desde fecha ultimo aggiornamento aggiornato
    vigore última atualização atualizado laatst bijgewerkt laatste
    mise à jour dernière date en vigueur depuis modifiée modification publiée version
    更新 生效 日期 版本
    """.split()
)
"""What stands around the date of the document itself."""

LOOK_ALIKE = frozenset(
    """
    contact contract contacts contracts county country adopted adapted adoption adaption
    premises promises interstate intrastate personal personnel access assess assure insure
    ensure principal principle prescribe proscribe complement compliment casual causal
    trail trial form from statue statute mortgagor mortgagee lessor lessee affect effect
    allowed alloyed exercise exorcise conserve converse presence preference
    verkaufen verlaufen erheben erleben werden wenden nutzen nützen fördern fordern
    """.split()
)
"""Words that differ by a letter and are both meant: one for the other is no misspelling."""
