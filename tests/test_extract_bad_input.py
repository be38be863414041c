"""Pages made to hurt, or merely broken: bounded time, and the right reading or a reason."""

import json
import tracemalloc
from dataclasses import replace

import pytest

from agenda_scraper.errors import ExtractError
from agenda_scraper.extract import extract
from agenda_scraper.extract.nesting import flattened
from pace import paced
from pages_of import html_source, page, source

pytestmark = pytest.mark.slow

CARD = "<li class=e><h3><a href=/e/{n}>Débat &amp;amp; n° {n} &lt;b&gt;</a></h3><p class=d>12 mai</p><p>{text}</p></li>"
RULES = {"items": "li.e", "title": "h3 > a", "url": "h3 > a @href", "when": "p.d"}


def timed(body, told, **how):
    return paced(lambda: extract(page(body, **how), told))


def test_a_page_of_600_kilobytes_is_read_at_once_and_in_little_memory():
    body = "<ul>" + "".join(CARD.format(n=n, text="mot " * 300) for n in range(480)) + "</ul>"
    assert len(body) > 600_000
    tracemalloc.start()
    extraction, taken = timed(body, html_source(**RULES))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (len(extraction.notices), taken < 2, peak < 20_000_000) == (480, True, True)


def test_a_selector_that_fits_ten_thousand_nodes_gives_as_many_as_the_source_takes():
    body = "<div>" + "<p class=d>12 mai</p>" * 10_000 + "</div>"
    source_of_all = html_source("p", when="p.d")
    extraction, taken = timed(body, source_of_all)
    assert (len(extraction.notices), taken < 2) == (500, True)
    one = replace(source_of_all, list=replace(html_source("div", when="p.d").list))
    extraction, taken = timed(body, one)
    assert (len(extraction.notices[0].fields["when"]), taken < 2) == (10_000, True)


def test_ten_thousand_headings_and_items_are_paired_in_one_pass():
    body = "<h2>2027</h2><p>3 mai</p>" * 10_000
    rules = html_source("p", title="p").list
    fields = {"when": replace(rules.fields["title"], before=("h2",))}
    extraction, taken = timed(body, replace(html_source("p"), list=replace(rules, fields=fields), max_items=10_000))
    assert (len(extraction.notices), taken < 4) == (10_000, True)
    assert extraction.notices[-1].text("when") == "3 mai 2027"


def test_unclosed_tags_end_where_a_browser_ends_them():
    body = "<ul><li class=e><h3><a href=/1>Un<p class=d>12 mai<li class=e><h3><a href=/2>Deux</h3><p class=d>13 mai"
    extraction = extract(page(body), html_source(**RULES))
    assert [notice.text("when") for notice in extraction.notices] == ["12 mai", "13 mai"]


def test_the_first_base_with_an_address_counts_and_none_leads_out_of_the_web():
    card = CARD.format(n=1, text="")
    two = extract(page(f"<base target=_top><base href=/un/><base href=/deux/><a class=e>{card}"), html_source(**RULES))
    assert two.notices[0].text("url") == "https://a.example/e/1"
    body = f"<base href='un/'><base href='deux/'>{card.replace('/e/1', 'e1')}"
    assert extract(page(body), html_source(**RULES)).notices[0].text("url") == "https://a.example/un/e1"
    body = f"<base href='javascript:alert(1)'>{card}"
    assert extract(page(body), html_source(**RULES)).notices[0].text("url") == "https://a.example/e/1"


def test_entities_in_a_title_are_read_once_by_the_page_and_what_is_hidden_is_not_read():
    body = "<li class=e><h3><a>Caf&eacute; &#8211; d&#233;bat<span hidden> (test)</span></a></h3>"
    body += "<p class=d>12\u200b mai<span style='display : none'>1999</span><template>13 mai</template>"
    notice = extract(page(body), html_source(**RULES)).notices[0]
    assert (notice.text("title"), notice.text("when")) == ("Café – débat", "12 mai")


@pytest.mark.parametrize("depth", [100, 900, 100_000])
def test_json_however_deep_is_read_or_refused(depth):
    deep = '{"a":' * depth + '[{"name":"Forum"}]' + "}" * depth
    told = source("json", items="$" + ".a" * min(depth, 100), fields={"title": "name"})
    if depth == 100:
        assert extract(page(deep, media_type="application/json"), told).notices[0].text("title") == "Forum"
        return
    with pytest.raises(ExtractError):
        extract(page(deep, media_type="application/json"), replace(told, options={**told.options, "items": "$.b"}))


def test_a_page_full_of_json_ld_marks_is_no_labyrinth():
    event = json.dumps({"@type": "Event", "name": "Forum", "startDate": "2027-01-14"})
    body = f"<script type='application/ld+json'>{event}</script>" * 2_000
    extraction, taken = timed(body, source("jsonld"))
    assert (len(extraction.notices), taken < 2) == (500, True)
    with pytest.raises(ExtractError, match="no schema"):
        timed("<!-- ld+json " * 20_000, source("jsonld"))


@pytest.mark.parametrize("match", [r"(\d+) mai", r"^(?:mot )+12"])
def test_a_pattern_is_tried_on_the_text_it_was_written_for(match):
    fields = html_source("p", when="p").list.fields
    rules = replace(
        html_source("p").list or html_source("p", when="p").list, fields={"when": replace(fields["when"], match=match)}
    )
    body = "<p>" + "mot " * 50_000 + "12 mai</p>"
    extraction, taken = timed(body, replace(html_source("p", when="p"), list=rules))
    assert (len(extraction.notices), taken < 2) == (1, True)


@pytest.mark.parametrize("tag", ["div", "span", "b"])
def test_markup_nested_a_hundred_thousand_deep_is_read_in_a_moment(tag):
    text = "<ul><li class=e><h3><a href=/e>Débat</a></h3><p class=d>12 mai</ul>"
    extraction, taken = timed(f"<{tag}>" * 100_000 + text + f"</{tag}>" * 100_000, html_source(**RULES))
    assert ([notice.text("when") for notice in extraction.notices], taken < 2) == (["12 mai"], True)


def test_what_stands_behind_nesting_too_deep_is_read_where_it_stands():
    deep = "<div>" * 20_000 + "</div>" * 20_000
    extraction, _ = timed(deep + "<ul>" + CARD.format(n=1, text="") + "</ul>", html_source(**RULES))
    assert [notice.text("when") for notice in extraction.notices] == ["12 mai"]


def test_a_long_list_whose_elements_are_never_closed_is_not_taken_for_nesting():
    body = "<ul>" + "<li class=e><h3><a href=/e>Débat</a></h3><p class=d>12 mai" * 9_000
    extraction, _ = timed(body, replace(html_source(**RULES), max_items=9_000))
    assert {notice.text("when") for notice in extraction.notices} == {"12 mai"}
    assert len(extraction.notices) == 9_000


def test_thousands_of_items_that_refer_to_others_are_read_in_one_pass():
    body = "".join(
        f'<div itemscope itemtype="https://schema.org/Event" itemref="a{n}"><b itemprop=name>R</b></div>'
        f"<time id=a{n} itemprop=startDate datetime=2027-05-03></time>"
        for n in range(4_000)
    )
    extraction, taken = timed(body, replace(source("microdata"), max_items=4_000))
    assert (len(extraction.notices), taken < 2) == (4_000, True)


def test_short_lines_under_months_are_dated_in_bounded_time():
    body = "<h2>Mai 2027</h2><p>3 Réunion publique</p>" * 14_000
    assert timed(body, source("auto"))[1] < 3


def test_choices_by_the_thousand_are_not_parsed():
    """The parser looks at every choice of a menu again for each further one: 40,000 of them take it 17 seconds."""
    menu = f"<select>{'<option>3 mars 2027</option>' * 5000}</select>"
    whole = f"<html><body><main>{menu}<h1>Forum</h1><p>Le 14 mars 2027 à 18h</p></main></body></html>"
    assert "<option" not in flattened(whole) and "<h1>Forum</h1>" in flattened(whole)
    (notice,) = extract(page(whole), source("auto")).notices
    assert (notice.text("title"), "14 mars 2027" in notice.text("text")) == ("Forum", True)
    few = f"<select>{'<option>3 mars 2027</option>' * 50}</select>"
    assert flattened(few) == few
