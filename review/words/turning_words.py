"""Small words that turn a statement: who may, must or may not do what, and for whom.

Compared in lower case. A table holds words of all languages together: a change is
compared within one language, and a word that means something else in another language
would have to stand in a changed place to do harm.
"""

# ruff: noqa: SIM905 - a table of words reads better as text than as a list of literals

from __future__ import annotations

NEGATIONS = frozenset(
    """
    not no never none neither nor without cannot can't don't doesn't didn't won't
    wouldn't shouldn't isn't aren't wasn't weren't haven't hasn't mustn't nothing
    nicht kein keine keinen keinem keiner keines nie niemals weder noch ohne nichts
    keinesfalls keinerlei
    no nunca ningún ninguna sin ni nessun nessuna senza niet geen nooit não sem
    ne n' pas jamais aucun aucune ni sans non
    不 未 无 無 没 沒 非 勿 ません ない なかった 않 없 ✗
    nem nenhum nenhuma noch nergens nie nigdy żaden żadna żadne ani bez не ни нет никогда
    """.split()
)
"""Words that turn a statement round. Contractions count as the negation inside them."""

NEGATING_VERBS = frozenset(
    """
    refrain refrains prohibit prohibits prohibited forbid forbids forbidden
    untersagt verboten interdit interdite interdits interdites
    prohibido prohibida prohibidos prohibidas vietato vietata vietati vietate
    proibido proibida proibidos proibidas
    """.split()
)

# The stronger the word, the less is left to the one it speaks of.
MODALS: dict[str, int] = {
    word: strength
    for strength, forms in {
        1: "may might can could kann kannst können könnt könnte könnten darf darfst dürfen dürft"
        " dürfte dürften peut peuvent peux pouvons pouvez pourrait pourraient pourrons pourrez"
        " puede pueden podrá podrán podemos podría podrían può possono possiamo potrebbe potrebbero"
        " kan kunnen mag mogen pode podem podemos poderá poderão poderia 可 可以 可能",
        2: "should ought sollte sollten soll sollen devrait devraient devrions devriez"
        " debería deberían dovrebbe dovrebbero deveria deveriam",
        3: "will would shall wird werden würde würden",
        4: "must muss musst müssen müsst doit doivent dois devons devez required requires"
        " verpflichtet obligé obligée obligés tenu tenus debe deben deberá deberán deve devono"
        " dovrà dovranno devem deverá deverão moet moeten 必须 应",
    }.items()
    for word in forms.split()
}

FUTURE = frozenset({"will", "shall", "wird", "werden"})
"""What is promised for the future is promised by the present, too."""

SAID_OF_ANYTHING = frozenset(
    "api advanced basic standard plus max team teams beta preview trial business commercial".split()
)
"""Names of plans that are said of many other things."""

ONLY = frozenset(
    """
    only solely exclusively nur ausschließlich lediglich seulement uniquement exclusivement
    solo solamente únicamente soltanto esclusivamente alleen uitsluitend apenas somente
    """.split()
)
"""Words that shut out what is not named."""

QUANTIFIERS = ONLY | frozenset(
    """
    all any some every each most many certain limited unlimited
    always sometimes generally typically usually primarily mainly partly fully entire
    entirely minimum maximum least more less few several both either unless whenever
    alle allen aller jede jeder jedes einige manche meist
    immer manchmal grundsätzlich gewöhnlich teilweise vollständig mindestens höchstens
    bestimmte begrenzt unbegrenzt sämtliche jegliche überwiegend beide mehrere
    tout toute tous toutes chaque certains certaines quelques limité illimité
    toujours parfois généralement principalement entièrement partiellement plusieurs
    todo toda todos todas algún alguna algunos algunas cada cualquier cualquiera ciertos
    ciertas siempre generalmente normalmente principalmente parcialmente totalmente varios
    varias ambos ambas
    tutto tutta tutti tutte ogni alcuni alcune qualsiasi qualunque certi certe sempre
    parzialmente interamente entrambi entrambe limitato illimitato
    elk elke ieder iedere sommige altijd soms meestal gedeeltelijk volledig bepaalde minstens
    maximaal minimaal beide
    algum alguma alguns algumas qualquer quaisquer certos certas geralmente vários várias
    """.split()
)

DEFAULTS = frozenset(
    """
    opt in opt out opts in opts out opted in opted out opting in opting out default
    enabled disabled automatically toggle
    standardmäßig voreingestellt aktiviert deaktiviert automatisch widerspruch
    défaut activé désactivé activée désactivée automatiquement
    predeterminado predeterminada activado activada desactivado desactivada habilitado
    deshabilitado automáticamente
    predefinito predefinita attivato attivata disattivato disattivata automaticamente
    standaardmatig ingeschakeld uitgeschakeld
    ativado ativada desativado desativada desabilitado
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
    salvo excepto excepción excepciones excluido excluidos excluidas
    tranne eccetto eccezione eccezioni escluso esclusa esclusi escluse
    tenzij behalve uitzondering uitzonderingen uitgezonderd uitgesloten
    exceto exceção exceções excluído excluídos excluídas
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
    "a menos que",
    "con excepción",
    "con la excepción",
    "a meno che",
    "ad eccezione",
    "met uitzondering",
    "com exceção",
    "à exceção",
)

PLANS = frozenset(
    """
    free paid pro plus team teams enterprise business edu education max ultra premium
    basic starter standard advanced api consumer consumers commercial trial beta preview
    kostenlos kostenlose kostenlosen bezahlt kostenpflichtig unternehmen gratuit gratuite
    payant payante entreprise entreprises
    gratuito gratuita empresa empresas aziende zakelijk zakelijke betaald betaalde
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
    cliente clientes usuario usuarios consumidor consumidores empleado empleados niños
    menores padres administradores desarrolladores socios proveedores
    clienti utente utenti consumatore consumatori dipendenti minori bambini genitori
    amministratori sviluppatori fornitori
    klant klanten gebruiker gebruikers consumenten werknemers medewerkers kinderen
    minderjarigen ouders beheerders ontwikkelaars leveranciers
    usuário usuários utilizador utilizadores funcionários crianças pais parceiros fornecedores
    """.split()
)
