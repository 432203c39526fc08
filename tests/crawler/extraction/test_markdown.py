"""Markdown from converters and from documentation sources: only its wording is read."""

from __future__ import annotations

import time

import pytest

from crawler.extraction import read_markdown, read_text
from crawler.extraction.markdown_source import wording_of_source
from domain.document import Block, BlockKind


def wording(text: str) -> list[str]:
    """Return the texts of the blocks of a Markdown text."""
    return [block.text for block in read_markdown(text).blocks]


def test_headings_of_both_styles_keep_their_level() -> None:
    """Underlined and hashed headings are the same headings."""
    document = read_markdown("Our terms\n=========\n\nScope\n-----\n\n### Fees {#fees}\n")
    assert document.blocks == (
        Block(BlockKind.HEADING, "Our terms", level=1),
        Block(BlockKind.HEADING, "Scope", level=2),
        Block(BlockKind.HEADING, "Fees", level=3),
    )
    assert document.title == "Our terms"


def test_list_items_keep_their_depth() -> None:
    """Items of any mark are list items; their depth is counted from one."""
    document = read_markdown("* one\n    * two\n\n1. first\n2. second\n")
    assert [(b.kind, b.text, b.level) for b in document.blocks] == [
        (BlockKind.LIST_ITEM, "one", 1),
        (BlockKind.LIST_ITEM, "two", 2),
        (BlockKind.LIST_ITEM, "first", 1),
        (BlockKind.LIST_ITEM, "second", 1),
    ]


def test_tables_keep_rows_and_cells() -> None:
    """Lists that a converter put into cells with line breaks survive as plain wording."""
    document = read_markdown(
        "| Name | Purpose |\n| --- | --- |\n| Acme | * Hosting<br>* Backups, **daily** |\n"
    )
    assert document.blocks == (
        Block(BlockKind.TABLE_ROW, "Name | Purpose", cells=("Name", "Purpose"), header=True),
        Block(
            BlockKind.TABLE_ROW,
            "Acme | Hosting Backups, daily",
            cells=("Acme", "Hosting Backups, daily"),
        ),
    )


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("See [our policy](https://a.example/p) today", "See our policy today"),
        ("What is sent? {#faq-whatissent?}", "What is sent?"),
        ("See [[how to leave => leaving]] first.", "See how to leave first."),
        ("h3. What we keep", "What we keep"),
        ("Write `[[a => b]]` for a link.", "Write [[a => b]] for a link."),
        ("We keep it.\n\n<%= include('./nav', {\n next: [\"GDPR home\"]\n}) %>", "We keep it."),
        ("See [our policy(opens in a new window)](/p).", "See our policy."),
        ("**bold**, _emphasis_ and __underline__", "bold, emphasis and underline"),
        ("the **“****Services****”** apply", "the “Services” apply"),
        ("1\\. Scope \\[optional\\]", "1. Scope [optional]"),
        ("one<br>two", "one two"),
        ("a <span class='x'>remnant</span> &amp; more", "a remnant & more"),
        ("soft\u00adly\u200b joined\u00a0words", "softly joined words"),
        ("see [Backups][backups] there", "see Backups there"),
        ("the [](/docs/link) tag", "the tag"),
        ("[!INCLUDE [notice](notice.md)]\nNodes run locally.", "Nodes run locally."),
        ("> [!NOTE]\n> Nodes run locally.", "Nodes run locally."),
        ("mail (help@a.example](mailto:help@a.example)", "mail (help@a.example"),
    ],
)
def test_marks_are_not_wording(marked: str, plain: str) -> None:
    """Links, emphasis, escapes and invisible characters leave only what is read."""
    assert wording(marked) == [plain]


def test_what_builds_a_documentation_page_is_left_out() -> None:
    """Front matter, imports, components, directives and comments go; their text stays."""
    document = read_markdown(
        "---\ntitle: Deploying\nid: x\n---\nimport Tabs from '@theme/Tabs';\n\n"
        '<Tabs>\n<TabItem value="a">\nRun **one** node.\n</TabItem>\n</Tabs>\n\n'
        ":::note[Mind]\nPaid plans only.\n:::\n\n{/* draft */}\n\n```bash\nimport x\n# keep\n```\n"
    )
    assert document.title == "Deploying"
    assert [(b.kind, b.text) for b in document.blocks] == [
        (BlockKind.PARAGRAPH, "Run one node."),
        (BlockKind.PARAGRAPH, "Mind"),
        (BlockKind.PARAGRAPH, "Paid plans only."),
        (BlockKind.CODE, "import x # keep"),
    ]


def test_front_matter_of_either_form_names_the_document() -> None:
    """YAML between dashes, TOML between pluses."""
    for text in ("---\ntitle: Vendors\n---\nOurs.", "+++\ntitle = 'Vendors'\n+++\nOurs."):
        document = read_markdown(text)
        assert (document.title, document.text) == ("Vendors", "Ours.")


def test_indented_clauses_are_not_code() -> None:
    """Converters indent clauses of a contract; they stay wording with their emphasis read."""
    assert wording("    The **Provider** may not.") == ["The Provider may not."]


@pytest.mark.parametrize("text", ["", "\n\n", "---\n", "|", "<", "***", "\x00", "[](", "- \n- "])
def test_no_text_is_too_odd(text: str) -> None:
    """Reading never raises; what holds no words has no blocks."""
    assert read_markdown(text).blocks == ()


def test_plain_text_is_read_by_paragraphs() -> None:
    """Wrapped lines are joined, items and empty lines part blocks."""
    document = read_text("Terms\n\nWe may change\nthem.\n- one\n- two\n")
    assert [(b.kind, b.text) for b in document.blocks] == [
        (BlockKind.PARAGRAPH, "Terms"),
        (BlockKind.PARAGRAPH, "We may change them."),
        (BlockKind.LIST_ITEM, "one"),
        (BlockKind.LIST_ITEM, "two"),
    ]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            'Ask for [the agreement]({{< relref "/legal/dpa.md#sign" >}}) first.',
            ["Ask for the agreement first."],
        ),
        ("{{% notice warning %}}\nKeys stay here.\n{{% /notice %}}", ["Keys stay here."]),
        ('{{< img src="/a.png" alt="" >}}\n\nOne cluster.', ["One cluster."]),
        ("{% if cloud %}\nHosted by us.\n{% endif %}", ["Hosted by us."]),
        ("See [terms]({% link terms.md %}).", ["See terms."]),
        ("Regions.\n\n!!!include(parts/footer.md)!!!", ["Regions."]),
        ('--8<-- "parts/notes.md"\n\nBackups.', ["Backups."]),
        ('!!! note "Who may see it"\n    Nobody but you.', ["Who may see it", "Nobody but you."]),
        ("!!! warning\n    Nobody but you.", ["Nobody but you."]),
        ('=== "Enterprise"\n    Logs stay for a year.', ["Enterprise", "Logs stay for a year."]),
        (
            '<Accordion title="Do you train on files?">\nNo.\n</Accordion>',
            ["Do you train on files?", "No."],
        ),
        ("<Card title={'In your cluster'} icon=\"x\" />", ["In your cluster"]),
    ],
)
def test_what_builds_a_page_is_no_wording(source: str, shown: list[str]) -> None:
    """Tags of generators and includes are left out; what a reader is shown of them stays."""
    assert wording(source) == shown


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            '{% include note.html content="We keep your data for 30 days." %}',
            ["We keep your data for 30 days."],
        ),
        (
            'Above.\n{{< callout "We train on your data unless you opt out." >}}\nBelow.',
            ["Above.", "We train on your data unless you opt out.", "Below."],
        ),
        ('{% hint title="Zero retention is on by default" %}', ["Zero retention is on by default"]),
        ('{% hint style="info" title="Encrypted" %}', ["Encrypted"]),
        ('Deleted after {{< var "30 days" >}}.', ["Deleted after 30 days."]),
        ("{{% note `We don't sell data` icon='a b' %}}", ["We don't sell data"]),
        ('{{< figure src="/a b.png" alt="A b" class="c d" >}}', []),
        ('{% if plan == "Free plan" %}\nShared.\n{% endif %}', ["Shared."]),
        ("Write `{% raw %}` or `{{< x >}}` first.", ["Write {% raw %} or {{< x >}} first."]),
    ],
)
def test_tags_of_generators_leave_the_wording_they_carry(source: str, shown: list[str]) -> None:
    """What a tag shows as text is read; its names, addresses and conditions are not."""
    assert wording(source) == shown


@pytest.mark.parametrize(
    "line",
    [
        "![[logo.png]] We sell your data to [[brokers]]",
        "{!a.md!} We train on your data. {!b.md!}",
        "!!!include(a.md)!!! We keep it. !!!include(b.md)!!!",
        "-8<- We keep your data",
        "[1](#2 and in the case of data sold to third parties)",
    ],
)
def test_a_line_that_says_more_than_an_include_is_read(line: str) -> None:
    """Only a line that is one include and nothing else says nothing."""
    assert wording(line) == [line]


def test_a_line_of_arrows_is_read() -> None:
    """Three arrows put a file here only where the path of one follows."""
    assert wording("<<< We keep data 30 days") == ["<<< We keep data 30 days"]


@pytest.mark.parametrize(
    "line",
    ["![[logo.png]]", "{!parts/a.md!}", "--8<-- 'a.md'", "--8<--", "<<< @/parts/a.ts#one{1,3}"],
)
def test_a_line_that_is_one_include_says_nothing(line: str) -> None:
    """The file that it names is no part of this text."""
    assert wording(f"Above.\n\n{line}\n\nBelow.") == ["Above.", "Below."]


def test_an_address_with_spaces_is_no_wording() -> None:
    """Sloppy converters leave the spaces of an address as they are."""
    assert wording("See [terms](https://a.example/our terms.pdf).") == ["See terms."]


@pytest.mark.parametrize(
    "text",
    [
        "{%" * 50_000,
        "{{<" * 33_000,
        "]({%" * 25_000,
        "{% a %}" * 15_000,
        "{%" + ' "' * 50_000,
        "<!--" * 25_000,
        "{/*" * 33_000,
        " " * 100_000 + "a",
        "[!NOTE " + "a" * 100_000,
        "<<< " + "/" * 100_000 + " a",
    ],
    ids=lambda text: text[:8],
)
def test_no_text_takes_long(text: str) -> None:
    """The time to clean a source grows with its length, not with the square of it."""
    since = time.process_time()
    wording_of_source(text)
    assert time.process_time() - since < 1.0


def test_what_markdown_strikes_out_is_withdrawn() -> None:
    """A negation between two tildes is no negation any more."""
    document = read_markdown("# Terms\n\nWe do ~~not~~ train on your prompts.\n")
    assert document.text == "Terms\nWe do train on your prompts."
