"""The API keeps what its OpenAPI document promises, page by page, and says what is unchanged."""

from __future__ import annotations

from typing import Any

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.web import site

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
OPERATIONS = 12


def test_answers_are_as_promised(client: TestClient) -> None:
    """Whatever is asked, each answer has a status and a shape that the document names."""
    schema = schemathesis.openapi.from_dict(client.get("/api/v1/openapi.json").json())
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) == OPERATIONS
    for operation in operations:

        @settings(
            max_examples=20,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
        @given(operation.as_strategy())
        def ask(case: Any) -> None:
            request = case.as_transport_kwargs(base_url="http://localhost")
            sent = {key: request.get(key) for key in ("params", "headers")}
            answer = client.request(request["method"], request["url"], **sent)
            case.validate_response(answer, checks=CHECKS)

        ask()


def test_a_list_goes_on_to_its_end(client: TestClient) -> None:
    """Following `next` gives every item once."""
    for path, total in (
        ("/api/v1/sources/terms/captures?limit=20", 63),
        ("/api/v1/flags?limit=2", 3),
    ):
        seen, following = [], path
        while following:
            page = client.get(following).json()
            seen += [item["id"] for item in page["items"]]
            following = page["next"]
        assert len(seen) == len(set(seen)) == total


def test_what_is_unchanged_is_not_sent_again(client: TestClient) -> None:
    """The tag of an answer, given back, brings 304 and no body."""
    first = client.get("/api/v1/changes/1")
    again = client.get("/api/v1/changes/1", headers={"if-none-match": f"W/{first.headers['etag']}"})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/api/v1/changes/2", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200


def test_the_same_data_as_on_the_pages(client: TestClient) -> None:
    """A change with its passages, a version with its wording, a phrase with its dates."""
    change = client.get("/api/v1/changes/1").json()
    assert [passage["number"] for passage in change["passages"]] == [1, 2, 3]
    version = client.get("/api/v1/sources/terms/versions/1").json()
    assert site.EVIDENCE in " ".join(block["text"] for block in version["blocks"])
    (found,) = client.get('/api/v1/search?q="30 days"').json()["items"]
    assert found["stood"][0]["gone_version"] == 2


def test_who_is_told_is_not_told_to_others(client: TestClient) -> None:
    """The addresses of editors stay in the watchlist."""
    assert "anna@example.org" not in client.get("/api/v1/tools").text
