"""How bot defences show: header fields, marks in the page, and what they say.

Marks in a page prove little alone: documents may quote them, and some scripts ride along
on every page that a defence lets through. They count where there is next to no text.
"""

from __future__ import annotations

from crawler.recognition.vocabulary import Phrases

# Header field -> values that stand for a challenge or a block, whatever the body says.
# Cloudflare documents cf-mitigated, AWS WAF its challenge and captcha actions.
HEADERS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("cf-mitigated", ("challenge", "block"), "Cloudflare"),
    ("x-amzn-waf-action", ("challenge", "captcha"), "AWS WAF"),
)

# Marks of the challenge or block page itself, in lower case -> whose they are.
BODY_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"_cf_chl_opt", "Cloudflare"),
    (b"cf-error-details", "Cloudflare"),
    (b"gokuprops", "AWS WAF"),
    (b"errors.edgesuite.net", "Akamai"),
    (b"/_sec/cp_challenge", "Akamai"),
    (b"incapsula incident id", "Imperva"),
    (b'src="/_incapsula_resource?swudnsai', "Imperva"),
    (b"captcha-delivery.com/c.js", "DataDome"),
    (b"captcha-delivery.com/i.js", "DataDome"),
    (b"geo.captcha-delivery.com", "DataDome"),
    (b"px-captcha", "HUMAN"),
)

# Marks that ride along on pages which the defence lets through: they only say who it was
# that refused us, where the status says that we were refused.
COMPANION_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"/cdn-cgi/challenge-platform", "Cloudflare"),
    (b"challenges.cloudflare.com", "Cloudflare"),
    (b"awswaf.com", "AWS WAF"),
    (b"awswafcookiedomainlist", "AWS WAF"),
    (b"_incapsula_resource", "Imperva"),
    (b"captcha-delivery.com", "DataDome"),
    (b"perimeterx", "HUMAN"),
    (b"g-recaptcha", "reCAPTCHA"),
    (b"hcaptcha.com", "hCaptcha"),
)

PHRASES: Phrases = {
    "en": {
        "human verification": 1.0,
        "security verification": 0.8,
        "just a moment": 0.8,
        "checking your browser": 1.2,
        "checking if the site connection is secure": 1.2,
        "verify you are human": 1.2,
        "verify that you are human": 1.2,
        "verifying you are human": 1.2,
        "confirm you are human": 1.2,
        "you are not a robot": 1.0,
        "you're not a robot": 1.0,
        "are you a robot": 1.0,
        "needs to review the security of your connection": 1.2,
        "enable javascript and cookies to continue": 1.2,
        "please complete the security check": 1.2,
        "performing security verification": 1.2,
        "unusual traffic": 0.9,
        "automated requests": 0.7,
        "pardon our interruption": 1.2,
        "request unsuccessful": 0.8,
        "incapsula incident id": 1.2,
        "access denied": 0.8,
        "access to this page has been denied": 1.2,
        "you don't have permission to access": 0.9,
        "you have been blocked": 1.0,
        "you are unable to access": 0.8,
        "your request has been blocked": 1.2,
        "request blocked": 0.9,
        "too many requests": 0.8,
        "rate limited": 0.6,
        "ray id": 0.5,
        "403 forbidden": 1.0,
        "forbidden": 0.5,
        "attention required": 0.8,
        "ddos protection by": 1.0,
        "security service to protect itself": 1.2,
    },
    "de": {
        "zugriff verweigert": 0.9,
        "bestätigen sie dass sie ein mensch sind": 1.2,
        "überprüfung ihres browsers": 1.2,
        "ich bin kein roboter": 1.0,
        "ungewöhnlichen datenverkehr": 0.9,
        "nur einen moment": 0.8,
    },
    "fr": {
        "accès refusé": 0.9,
        "vérifiez que vous êtes humain": 1.2,
        "vous êtes un humain": 1.0,
        "je ne suis pas un robot": 1.0,
        "un instant": 0.6,
    },
    "es": {
        "acceso denegado": 0.9,
        "verifica que eres un ser humano": 1.2,
        "verifique que usted es un ser humano": 1.2,
        "no soy un robot": 1.0,
        "un momento": 0.5,
    },
    "it": {
        "accesso negato": 0.9,
        "verifica di essere un essere umano": 1.2,
        "non sono un robot": 1.0,
    },
    "nl": {
        "toegang geweigerd": 0.9,
        "bevestig dat u een mens bent": 1.2,
        "ik ben geen robot": 1.0,
    },
    "pt": {
        "acesso negado": 0.9,
        "confirme que você é humano": 1.2,
        "verifique se você é humano": 1.2,
        "não sou um robô": 1.0,
    },
}
