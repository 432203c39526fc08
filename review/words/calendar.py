"""Months, units of time and numbers in words, compared in lower case or as they stand."""

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

ONE = frozenset("a an one ein eine eines einer un une uno una um uma een".split())
"""Articles that count as well, in front of a unit of time: "a year"."""
