"""Small words that stand around what is said, and the words of a text about itself.

Compared in lower case, all languages together, as in `turning_words`.
"""

# ruff: noqa: SIM905 - a table of words reads better as text than as a list of literals

from __future__ import annotations

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

PRONOUNS = frozenset(
    """
    i me my we us our ours you your yours he him his she her they them their theirs
    ich wir uns unser unsere unseren unserer sie ihr ihre ihren ihrer ihnen
    je nous notre nos vous votre vos ils elles leur leurs
    """.split()
)
"""Who does something to whom: never a small word."""

POINTING_BACK = frozenset(
    """
    it its them they es dies davon dafür dazu daran hiervon hierfür ihnen
    cela ceci ça celui celle ceux celles elle elles ils esto eso ello ellos ellas ciò essi
    hiervan daarvan isso isto disso eles elas
    """.split()
)
"""They stand for what the sentence before has named."""

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

COMPANY_FORMS = frozenset(
    """
    inc incorporated llc l.l.c ltd limited gmbh ag kg se sas sarl s.a.s s.a s.a.r.l bv b.v
    nv ab aps a/s as oy corp corporation co company pbc plc pty pte s.l s.r.l srl spa
    s.p.a publ opco kk k.k ug haftungsbeschränkt mbh ohg kgaa gbr sasu eurl sca sl
    comm.v vof bvba cvba e.k ggmbh llp lp pllc s.r.o d.o.o kft zrt eood ood uab oyj asa
    ltda lda slu snc scop sdn bhd jsc
    """.split()
)

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
    has been was this document page list history revisions
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
