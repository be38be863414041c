"""The site in a real browser: without script, by keyboard alone, on a phone, in the dark, and read by axe-core."""

import os
import shutil
from dataclasses import replace
from itertools import product

import html5lib
import pytest

from agenda_scraper.history import Biography
from agenda_scraper.model import Evidence
from agenda_scraper.publication import publish
from agenda_scraper.report import Outcome, SourceState
from agenda_scraper.serve import Application
from agenda_scraper.site.eventpage import render_event
from agenda_scraper.site.frame import Frame, style
from agenda_scraper.site.pages import render_sources, render_subscribe
from agenda_scraper.site.words import words
from agenda_scraper.store import open_store
from loopback import served
from samples import AGENDA, NOW
from stored import put
from test_publication import NUMBERED

pytestmark = pytest.mark.slow

EVENT = f"event/{NUMBERED[0].uid[:16]}.html"
PAGES = (
    *("index.html", "month/2026-10.html", "explore.html", "news.html", "sources.html", "subscribe.html", "about.html"),
    *("region/bretagne.html", EVENT, "search.html?region=bretagne&text=budget", "widget/all.html", "nowhere.html"),
)
WIDTHS = (390, 1280)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A served site, and its address."""
    folder = tmp_path_factory.mktemp("browser")
    with open_store(f"sqlite:///{folder / 'agenda.db'}") as store:
        put(store, *NUMBERED, now=NOW)
        application = Application(AGENDA, store, clock=lambda: NOW)
        with served(application) as port:
            yield f"http://127.0.0.1:{port}/"


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    own = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with playwright.sync_playwright() as running:
        try:
            opened = running.chromium.launch(executable_path=own, args=["--no-sandbox"])
        except playwright.Error as error:
            pytest.skip(f"no browser here; `playwright install chromium` brings one: {str(error)[:80]}")
        yield opened
        opened.close()


def opened(browser, width=1280, **context):
    return browser.new_context(viewport={"width": width, "height": 900}, **context).new_page()


@pytest.fixture(scope="module")
def unguarded(browser):
    """A page that lets in what is no part of it: axe is a script, which the pages themselves refuse to run."""
    page = opened(browser, bypass_csp=True)
    yield page
    page.context.close()


@pytest.fixture(scope="module")
def kept_phone(browser):
    """A phone for all pages: to open one costs more than to look at it. It keeps nothing: each visit is the first."""
    page = opened(browser, 390)
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield page
    page.context.close()


@pytest.fixture
def phone(kept_phone):
    kept_phone.set_viewport_size({"width": 390, "height": 900})
    return kept_phone


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_to_mend(site, unguarded, path):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    unguarded.goto(site + path)
    unguarded.evaluate(axe.axe_script)
    # no page has a script of its own: widened and darkened it is what it would be if it were loaded so
    for width, scheme in product(WIDTHS, ("light", "dark")):
        unguarded.set_viewport_size({"width": width, "height": 900})
        unguarded.emulate_media(color_scheme=scheme)
        found = unguarded.evaluate("axe.run({resultTypes: ['violations']}).then(found => found.violations)")
        told = [(each["id"], each["nodes"][0]["html"][:200]) for each in found]
        assert not told, (width, scheme, told)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_valid_light_and_as_wide_as_the_phone(site, phone, path):
    answers = []

    def hear(answer):
        answers.append(answer)

    phone.on("response", hear)
    phone.goto(site + path)
    phone.remove_listener("response", hear)
    assert phone.evaluate("document.scrollingElement.scrollWidth") <= 390
    assert len(answers) <= 10 and sum(len(each.body()) for each in answers) < 100_000
    assert all(each.url.startswith(site) for each in answers), "a page asks nobody else for anything"
    html5lib.HTMLParser(strict=True).parse(answers[0].body())


def test_a_filter_becomes_a_subscription_without_any_script(site, browser):
    page = opened(browser, java_script_enabled=False)
    page.goto(site)
    page.get_by_text("Plus de critères").click()
    page.get_by_label("Région", exact=True).select_option("Bretagne")
    page.get_by_role("button", name="Chercher").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Bretagne"
    shown = page.locator("article h3").all_inner_texts()
    assert shown and len(shown) < len(NUMBERED)
    address = page.get_by_role("link", name="Ajouter à mon agenda").get_attribute("href")
    assert address == "webcal://agenda.example.org/feeds/all.ics?region=bretagne"
    feed = page.request.get(site + page.get_by_role("link", name="Flux RSS").get_attribute("href"))
    assert feed.text().count("<item>") == len(shown)
    page.context.close()


def test_the_keyboard_alone_goes_everywhere(site, browser):
    page = opened(browser)
    page.goto(site)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller aux événements"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    page.goto(site)
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('article') !== null"):
            break
    # where one is can be seen
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/event/*.html")
    page.context.close()


def test_a_month_is_a_sheet_on_a_desk_and_a_list_on_a_phone(site, browser, phone):
    wide = opened(browser)
    for page in (wide, phone):
        page.goto(f"{site}month/2026-10.html")
    assert wide.locator("table.month thead").is_visible() and not phone.locator("table.month thead").is_visible()
    assert wide.locator("td.none").count() and not phone.locator("td.none").first.is_visible()
    phone.locator("table.month a").first.click()
    phone.wait_for_url("**/event/*.html")
    wide.context.close()


def test_the_dark_is_dark_and_print_leaves_the_doors_out(site, browser):
    page = opened(browser, color_scheme="dark")
    page.goto(site)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sum(int(part) for part in paper.strip("rgb()").split(",")) < 150
    page.emulate_media(media="print", color_scheme="light")
    assert not page.locator("aside").is_visible() and page.locator("article").first.is_visible()
    page.context.close()


def test_a_published_folder_needs_no_server(browser, tmp_path):
    with open_store("sqlite://") as store:
        put(store, *NUMBERED, now=NOW)
        publish(AGENDA, store, public=tmp_path, now=NOW)
    page = opened(browser)
    page.goto((tmp_path / "index.html").as_uri())
    page.locator("article a").first.click()
    page.wait_for_url("**/event/*.html")
    page.get_by_role("link", name="Explorer").click()
    page.locator(".facets a").first.click()
    assert page.locator("article").count() >= 1
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("system-ui")
    page.context.close()


@pytest.mark.parametrize("language", ["ca", "de", "en", "es", "it", "nl", "pt"])
def test_every_language_fits_on_a_phone(phone, tmp_path, language):
    with open_store("sqlite://") as store:
        put(store, *NUMBERED, now=NOW)
        publish(replace(AGENDA, site=replace(AGENDA.site, language=language)), store, public=tmp_path, now=NOW)
    for path in ("index.html", "explore.html", "sources.html", "subscribe.html", EVENT):
        phone.goto((tmp_path / path).as_uri())
        assert phone.locator("html").get_attribute("lang") == language
        assert phone.evaluate("document.scrollingElement.scrollWidth") <= 390, path


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", ["index.html", "month.html", "explore.html", "news.html", "subscribe.html"])
def test_the_bar_is_one_line_on_a_phone(phone, tmp_path, language, path):
    (tmp_path / "style.css").write_bytes(style())
    frame = Frame(replace(AGENDA.site, language=language), (), words(language), NOW.date(), path)
    (tmp_path / path).write_bytes(render_subscribe([], frame))
    phone.set_viewport_size({"width": 360, "height": 900})
    phone.goto((tmp_path / path).as_uri())
    doors = [each.bounding_box() for each in phone.locator(".bar nav a").all()]
    assert len({box["y"] for box in doors}) == 1
    assert all(min(box["width"], box["height"]) >= 24 for box in doors)


def test_the_table_of_sources_is_no_wider_than_a_phone(phone, tmp_path):
    (tmp_path / "style.css").write_bytes(style())
    named = ("exemple", "Centre de ressources d’un exemple de région", "https://exemple.example.org/")
    state = SourceState("exemple", Outcome.OK, NOW, NOW, found=3)
    frame = Frame(AGENDA.site, (), words("fr"), NOW.date(), "sources.html")
    (tmp_path / "sources.html").write_bytes(render_sources([named], {"exemple": state}, {"exemple": 3}, frame))
    phone.goto((tmp_path / "sources.html").as_uri())
    assert phone.evaluate("(each => each.scrollWidth - each.clientWidth)(document.querySelector('.scroll'))") <= 0
    assert phone.locator("td[data-name]").last.is_visible()


LINES = """
    Array.from(document.querySelectorAll("th")).filter(each => {
        const text = document.createRange()
        text.selectNodeContents(each)
        return new Set(Array.from(text.getClientRects()).map(box => box.top)).size > each.innerText.split(/\\s/).length
    }).map(each => each.innerText)
"""


def test_no_table_breaks_its_words_on_a_phone(site, phone, tmp_path):
    (tmp_path / "event").mkdir()
    (tmp_path / "style.css").write_bytes(style())
    evidence = [Evidence(name, "source-au-nom-long", "h1", "mot " * 30, "") for name in ("organisers", "audience")]
    frame = Frame(AGENDA.site, (), words("fr"), NOW.date(), "event/1.html")
    told = replace(NUMBERED[0], evidence=(*evidence, Evidence("summary", "exemple", "p" * 90, "x" * 150, "")))
    (tmp_path / "event" / "1.html").write_bytes(render_event(Biography(told), frame))
    for address in ((tmp_path / "event" / "1.html").as_uri(), f"{site}sources.html"):
        phone.goto(address)
        phone.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        assert phone.locator("th").count()
        assert phone.evaluate(LINES) == []
        assert phone.evaluate("document.scrollingElement.scrollWidth") <= 390
