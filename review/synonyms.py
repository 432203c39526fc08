"""Phrases that say the same, in English, German and French, in lower case."""

from __future__ import annotations

# Read in order; the words on the left are taken for those on the right.
ALIKE: dict[str, str] = {
    phrase: meaning
    for meaning, phrases in {
        "to": "in order to|um",
        "start": "initiate|begin|commence|initiates|begins|starts|commences",
        "end": "conclude|concludes|ends|finish|finishes",
        "through": "via|by means of",
        "use": "utilise|utilize|make use of|utilises|utilizes|uses",
        "help": "assist|helps|assists|aid",
        "happen": "occurs|occur|happens|take place|takes place",
        "before": "prior to|ahead of",
        "after": "subsequent to|following",
        "about": "regarding|concerning|with respect to|in respect of|relating to|with regard to",
        "because": "since|as a result of|due to",
        "under": "pursuant to|in accordance with|according to",
        "including": "such as|for example|e.g|for instance",
        "get": "obtain|obtains|receive|gets|receives",
        "give": "provide|provides|gives|supply",
        "ask": "request|requests|asks",
        "buy": "purchase|purchases",
        "show": "display|displays|shows",
        "tell": "inform|notify|informs|notifies",
        "contact": "reach out to|get in touch with",
        "information": "info",
        "app": "application",
        "apps": "applications",
        "nutzen": "verwenden|benutzen",
        "nutzung": "verwendung|benutzung",
        "gemäß": "nach maßgabe|entsprechend|im einklang mit",
        "über": "mittels|mithilfe",
        "utiliser": "employer|se servir de",
        "conformément à": "en vertu de|selon",
        "afin de": "pour",
    }.items()
    for phrase in phrases.split("|")
}
"""Phrases that say the same. Longer ones stand for themselves; none of them is a term."""
