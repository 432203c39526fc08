"""Lists of which pressing shows the next part, and folded text: all of it is kept."""

from __future__ import annotations

import pytest

from domain.capture import Fetched
from tests.crawler.fetching.crawled import results, wanted
from tests.crawler.fetching.rendered import PATIENT, needs_browser, text_of, words_of
from tests.crawler.fetching.site import Page, page, serving

pytestmark = needs_browser


REPLACING = b"""<!doctype html>
<table><thead><tr><th>Name</th></tr></thead><tbody id="rows"></tbody></table>
<button id="next" onclick="shown += 3; show()">Next</button>
<script>let shown = 0;
function show() {
  rows.innerHTML = [0, 1, 2].map(n => `<tr><td>Company ${shown + n}</td></tr>`).join('');
  next.disabled = shown >= 6;
}
show()</script>"""


# What a page of a site made of plain blocks has around its list, and within its cards.
CARDS = b"""<!doctype html><div><div>Our partners</div><div>
<div><div>Sorted by name</div><div id="cards"></div></div>
<div><div>Page <span id="number"></span> of 3</div><button id="next">Next</button></div></div>
<div><p>We choose them with care.</p><p>We tell you of new ones.</p></div></div>
<script>let shown = 0;
function show() {
  cards.innerHTML = [0, 1].map(n => `<div class="card">
    <p>Company ${shown + n}</p><p>Country ${(shown + n) % 2}</p><p>Storage</p></div>`).join('');
  number.textContent = shown / 2 + 1;
  next.disabled = shown >= 4;
}
next.onclick = () => { shown += 2; show(); };
show()</script>"""


# Two lists side by side whose items are swapped in place, the last page being short.
ITEMS = b"""<!doctype html><main><h2>Left</h2><ul id="left"></ul><h2>Right</h2><ul id="right"></ul>
<button id="next">Next</button></main>
<script>let at = 0;
const pages = [['A', 'B', 'C'], ['D', 'E', 'F'], ['G']];
function show() {
  for (const list of [left, right]) {
    while (list.children.length > pages[at].length) list.lastChild.remove();
    pages[at].forEach((name, n) => {
      if (!list.children[n]) list.append(document.createElement('li'));
      list.children[n].textContent = list.id + ' ' + name;
    });
  }
  next.disabled = at === 2;
}
next.onclick = () => { at++; show(); };
show()</script>"""


# A grid without rows, as style sheets make them of one cell after the other; and terms.
GRID = b"""<!doctype html><div id="grid"></div><dl id="terms"></dl><button id="next">Next</button>
<script>let at = 0;
function show() {
  grid.innerHTML = [0, 1].map(n =>
    `<span>Company ${at + n}</span><span>Storage</span><span>Germany</span>`).join('');
  terms.innerHTML = [0, 1].map(n => `<dt>Term ${at + n}</dt><dd>Meaning ${at + n}</dd>`).join('');
  next.disabled = at >= 2;
}
next.onclick = () => { at += 2; show(); };
show()</script>"""


GROWING = b"""<!doctype html><ul id="list"><li>Entry 0</li></ul><button id="more">More</button>
<script>let count = 1;
more.onclick = () => {
  list.insertAdjacentHTML('beforeend', `<li>Entry ${count++}</li>`);
  if (count === 4) more.remove();
}</script>"""


FOLDED = b"""<!doctype html>
<h2><button class="fold">One</button></h2><h2><button class="fold">Two</button></h2>
<script>document.querySelectorAll('.fold').forEach(button => button.onclick = () => {
  const heading = button.parentElement, open = heading.nextElementSibling;
  if (open && open.tagName === 'P') open.remove();
  else heading.insertAdjacentHTML('afterend', `<p>Answer ${button.textContent}</p>`);
})</script>"""


FOLDED_ARIA = b"""<!doctype html><button aria-expanded="false" onclick="
  const open = this.getAttribute('aria-expanded') === 'false';
  this.setAttribute('aria-expanded', open);
  answer.hidden = !open">Question</button><p id="answer" hidden>Answer</p>"""


PAGES: dict[str, Page] = {
    "/replacing": page(REPLACING),
    "/growing": page(GROWING),
    "/cards": page(CARDS),
    "/items": page(ITEMS),
    "/grid": page(GRID),
    "/folded": page(FOLDED),
    "/folded-aria": page(FOLDED_ARIA),
}


EXPAND = {
    **dict.fromkeys(("/replacing", "/cards", "/items", "/grid"), ("#next",)),
    "/growing": ("#more",),
    "/folded": (".fold",),
    "/folded-aria": ("[aria-expanded]",),
}


@pytest.fixture(scope="module")
def fetched() -> dict[str, Fetched]:
    """Render every page once, pressing what is to be pressed."""
    with serving(dict(PAGES)) as site:
        requests = [
            wanted(site.url + path, path.strip("/"), render="browser", expand=EXPAND[path])
            for path in PAGES
        ]
        return results(requests, PATIENT)


def test_rows_that_pressing_replaces_are_all_kept(fetched: dict[str, Fetched]) -> None:
    """A table of three pages becomes one table with every row in its order."""
    text = text_of(fetched["replacing"])
    table = text.partition("</table>")[0]
    rows = [part.partition("<")[0] for part in table.split("<td>")[1:]]
    assert rows == [f"Company {number}" for number in range(9)]


def test_cards_that_pressing_replaces_are_kept_whole(fetched: dict[str, Fetched]) -> None:
    """Each with all that stands in it, in its order; what is around them stands once."""
    shown = words_of(fetched["cards"])
    assert shown.partition("Page")[0] == "Our partners Sorted by name " + "".join(
        f"Company {n} Country {n % 2} Storage " for n in range(6)
    )
    assert shown.endswith("We choose them with care. We tell you of new ones.")


def test_items_that_are_swapped_in_place_are_all_kept(fetched: dict[str, Fetched]) -> None:
    """In each list its own; also where the last page has a single one."""
    left, right = (" ".join(f"{side} {name}" for name in "ABCDEFG") for side in ("left", "right"))
    assert words_of(fetched["items"]) == f"Left {left} Right {right} Next"


def test_cells_of_a_grid_and_terms_stay_beside_each_other(fetched: dict[str, Fetched]) -> None:
    """A cell that says the same in every row is lost in none."""
    cells = " ".join(f"Company {n} Storage Germany" for n in range(4))
    terms = " ".join(f"Term {n} Meaning {n}" for n in range(4))
    assert words_of(fetched["grid"]) == f"{cells} {terms} Next"


def test_a_button_is_pressed_until_it_is_gone(fetched: dict[str, Fetched]) -> None:
    """What pressing appends stays as it is."""
    text = text_of(fetched["growing"])
    assert [text.count(f"<li>Entry {number}</li>") for number in range(5)] == [1, 1, 1, 1, 0]


def test_what_is_folded_is_unfolded_and_left_open(fetched: dict[str, Fetched]) -> None:
    """A second press would close it again; it is noticed and undone."""
    text = text_of(fetched["folded"])
    assert "<p>Answer One</p>" in text
    assert "<p>Answer Two</p>" in text


def test_what_says_that_it_is_open_is_not_pressed_again(fetched: dict[str, Fetched]) -> None:
    """aria-expanded tells without a second press."""
    assert '<p id="answer">Answer</p>' in text_of(fetched["folded-aria"])
