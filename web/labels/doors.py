"""Signing in and out, and what is answered instead of a page."""

from __future__ import annotations

from domain.sentence import Sentence

LABELS: dict[str, Sentence] = {
    "sign_in": Sentence("Sign in", "Anmelden"),
    "sign_out": Sentence("Sign out", "Abmelden"),
    "signed_out": Sentence("You are signed out.", "Sie sind abgemeldet."),
    "sign_in_as_another": Sentence("Sign in as somebody else", "Als jemand anderes anmelden"),
    "no_sign_in": Sentence(
        "This server has no sign-in configured.",
        "Für diesen Server ist keine Anmeldung eingerichtet.",
    ),
    "no_sign_in_hint": Sentence(
        "Whoever sits at its machine can read without one. To decide as well, start it with a "
        "name:",
        "Wer an seinem Rechner sitzt, kann ohne Anmeldung lesen. Um auch zu entscheiden, starten "
        "Sie ihn mit einem Namen:",
    ),
    "no_sign_in_others": Sentence(
        "To let others in, configure a sign-in under [web] in clausewatch.toml.",
        "Um andere einzulassen, richten Sie unter [web] in clausewatch.toml eine Anmeldung ein.",
    ),
    "sign_in_by_proxy": Sentence(
        "This server does not sign people in itself.",
        "Dieser Server meldet niemanden selbst an.",
    ),
    "sign_in_by_proxy_hint": Sentence(
        "The proxy in front of it does, and tells it who you are. If you are not let in, ask "
        "whoever runs it.",
        "Das tut der Proxy davor, der ihm sagt, wer Sie sind. Wenn Sie nicht eingelassen werden, "
        "wenden Sie sich an die Stelle, die ihn betreibt.",
    ),
    "sign_in_failed": Sentence(
        "The sign-in did not succeed. Try again.",
        "Die Anmeldung ist nicht gelungen. Versuchen Sie es erneut.",
    ),
    "sign_in_unnamed": Sentence(
        "The sign-in service vouches for no name of yours, and for no verified mail address.",
        "Der Anmeldedienst verbürgt keinen Namen und keine bestätigte Mailadresse von Ihnen.",
    ),
    "provider_failed": Sentence(
        "The sign-in service cannot be reached.", "Der Anmeldedienst ist nicht erreichbar."
    ),
    "code": Sentence("Error {code}", "Fehler {code}"),
    "refused_hint": Sentence("From here:", "Von hier:"),
    "not_found": Sentence("This is not in the store.", "Das gibt es im Bestand nicht."),
    "let_go_away": Sentence(
        "The bytes of this capture were let go; its page says when and where the same wording is.",
        "Die Rohdaten dieses Abrufs wurden gelöscht; seine Seite sagt, wann, und wo derselbe "
        "Wortlaut steht.",
    ),
    "refused_form": Sentence(
        "The form was too old. Load the page again.",
        "Das Formular war zu alt. Laden Sie die Seite neu.",
    ),
    "refused_role": Sentence("Your role does not allow this.", "Ihre Rolle erlaubt das nicht."),
    "refused_person": Sentence(
        "You are not among those who may look here.",
        "Sie gehören nicht zu denen, die hier lesen dürfen.",
    ),
    "refused_nobody": Sentence("Nobody is signed in.", "Niemand ist angemeldet."),
    "refused_known": Sentence(
        "You are signed in as {who}. Whoever runs this server can add that name to its readers.",
        "Sie sind als {who} angemeldet. Wer diesen Server betreibt, kann den Namen unter die "
        "Lesenden aufnehmen.",
    ),
    "refused_often": Sentence(
        "Too many requests. Wait a minute.", "Zu viele Anfragen. Warten Sie eine Minute."
    ),
    "refused_method": Sentence("This address takes no such request.", "So geht es hier nicht."),
    "refused_values": Sentence(
        "The address or the form holds a value that is not allowed.",
        "Die Adresse oder das Formular enthält einen unzulässigen Wert.",
    ),
    "store_failed": Sentence("The store cannot be read now.", "Der Bestand ist nicht lesbar."),
}
