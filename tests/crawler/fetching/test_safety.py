"""Whom a crawl never speaks to: private addresses, and certificates that nobody vouches for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from domain.problem import ProblemKind
from tests.crawler.fetching.crawled import FAST, capture, failure, results, wanted
from tests.crawler.fetching.site import page, serving

GUARDED = replace(FAST, allow_private=False)


def test_private_addresses_are_refused_unless_allowed() -> None:
    """Literal forms, and names once they are resolved; the server hears nothing."""
    with serving({"/": page()}) as site:
        port = site.url.rpartition(":")[2]
        hosts = ["127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"]
        fetched = results(
            [wanted(f"http://{host}:{port}/", f"host-{n}") for n, host in enumerate(hosts)],
            GUARDED,
        )
    for answer in fetched.values():
        problem = failure(answer).problem
        assert problem.kind is ProblemKind.REFUSED_ADDRESS
        assert problem.certain
    assert site.asked == []


def test_a_name_with_private_addresses_is_refused_without_robots_txt_too() -> None:
    """Whichever request is the first to resolve it."""
    request = wanted("http://localhost:1/", ignore_robots="to resolve it for the page")
    assert failure(results([request], GUARDED)["page"]).problem.kind is ProblemKind.REFUSED_ADDRESS


def test_a_self_signed_certificate_is_refused(tmp_path: Path) -> None:
    """Once and for good: a retry would not change the certificate."""
    with serving({"/": page()}, certificate=_self_signed(tmp_path)) as site:
        fetched = results([wanted(f"{site.url}/", ignore_robots="not what is tested here")])
    problem = failure(fetched["page"]).problem
    assert problem.kind is ProblemKind.UNREACHABLE
    assert "certificate" in problem.what.en
    assert site.asked == []


def test_a_trusted_certificate_is_accepted(tmp_path: Path) -> None:
    """The same certificate, named as a root: so it is the check that refuses the other."""
    certificate = _self_signed(tmp_path)
    with serving({"/": page(b"<p>Safe</p>")}, certificate=certificate) as site:
        local = site.url.replace("127.0.0.1", "localhost")
        fetched = results([wanted(f"{local}/")], environment={"SSL_CERT_FILE": str(certificate)})
    assert capture(fetched["page"]).body == b"<p>Safe</p>"


def _self_signed(folder: Path) -> Path:
    """Write a certificate for localhost that nobody vouches for, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "site.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    return path
