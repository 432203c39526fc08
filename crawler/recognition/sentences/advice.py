"""What an editor may do, where several troubles call for the same."""

from domain.sentence import Sentence

FIND_NEW_ADDRESS = Sentence(
    "Look for the document on the provider's site and put its new address into the watchlist.",
    "Suchen Sie das Dokument auf der Website des Anbieters und tragen Sie die neue Adresse in "
    "die Watchlist ein.",
)
WAIT = Sentence(
    "Usually this passes by itself; if it stays, open the page in a browser and check the "
    "address in the watchlist.",
    "Meist vergeht das von selbst; bleibt es so, öffnen Sie die Seite im Browser und prüfen "
    "Sie die Adresse in der Watchlist.",
)
BY_HAND = Sentence(
    "Try `render: browser` for this source; if the site still refuses, save the page by hand "
    "and store it with `clausewatch capture`.",
    "Versuchen Sie `render: browser` für diese Quelle; weist die Website sie weiter ab, "
    "speichern Sie die Seite von Hand und legen Sie sie mit `clausewatch capture` ab.",
)
COMPARE_BY_EYE = Sentence(
    "Open the page in a browser. If it is the document, take its latest capture as the new "
    "version with `clausewatch accept SOURCE`; if not, correct the address or the selectors in "
    "the watchlist.",
    "Öffnen Sie die Seite im Browser. Ist sie das Dokument, übernehmen Sie den letzten Abruf mit "
    "`clausewatch accept QUELLE` als neue Version; wenn nicht, berichtigen Sie Adresse oder "
    "Selektoren in der Watchlist.",
)
CHECK_EXTRACTION = Sentence(
    "Run `clausewatch extract` on the source to see what was kept and dropped, and set "
    "`select` or `remove` in the watchlist.",
    "Sehen Sie mit `clausewatch extract` nach, was behalten und was weggelassen wurde, und "
    "setzen Sie `select` oder `remove` in der Watchlist.",
)
