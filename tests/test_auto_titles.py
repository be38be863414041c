"""What a record of a page without rules is called, and what is no record: columns, headings, grids, layouts."""

import json

from agenda_scraper.extract.auto import read
from pages_of import page, source


def notices_of(body, **kwargs):
    return read(page(f"<html><body><main>{body}</main></body></html>", **kwargs), source("auto")).notices


def titles(body):
    return [notice.text("title") for notice in notices_of(body)]


def table(heads, *rows):
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def test_the_column_that_names_is_the_title_and_those_of_place_and_papers_are_none():
    link = '<a href="/m/{}">Meeting details</a>'
    body = table(
        ("Name", "Meeting Date", "Meeting Time", "Meeting Location", "Meeting Details"),
        ("Parks Board", "3/8/2027", "10:00 AM", "Room 400, City Hall", link.format(1)),
        ("Rules Panel", "3/9/2027", "1:00 PM", "Old Mill Museum", link.format(2)),
    )
    assert titles(body) == ["Parks Board", "Rules Panel"]
    assert [notice.text("url") for notice in notices_of(body)] == ["https://a.example/m/1", "https://a.example/m/2"]
    where = table(("Date", "Lieu"), ("3 mars 2027", "Salle Molière"), ("7 avril 2027", "Halle aux grains"))
    assert titles(f"<h2>Conseil de quartier des Lilas</h2>{where}") == ["Conseil de quartier des Lilas"] * 2


def test_a_month_that_heads_a_column_is_that_of_the_number_below_it():
    body = table(("Utvalg", "Januar", "Februar"), ("Miljø", "12", ""), ("Formannskapet", "", "3"))
    dated = [notice.text("when") for notice in notices_of(f"<h2>Møteplan 2027</h2>{body}")]
    assert dated == ["12 Januar 2027", "3 Februar 2027"]


def test_a_row_that_lays_out_a_page_is_no_record():
    event = "<div><span>{} MARS 2027</span><br>11 h 30<br><table><tr><td><a href='/c/{}'>Conférence {}</a></td></tr></table></div>"
    inner = "".join(event.format(day, day, name) for day, name in ((12, "un"), (19, "deux")))
    assert titles(f"<table><tr><td>Menu</td><td>{inner}</td></tr></table>") == ["Conférence un", "Conférence deux"]


def test_cards_of_one_day_are_a_list_when_each_has_a_title():
    card = "<div class=event><div class=dates>{}</div><div class=hours>{}</div><span>{}</span></div>"
    days = ("Vendredi 12 mars 2027", "Vendredi 12 mars 2027", "Samedi 13 mars 2027")
    names = ("Journée pédagogique", "Tournoi de hockey", "Course du parc")
    hours = ("Journée entière", "14 h", "Journée entière")
    assert titles("".join(map(card.format, days, hours, names))) == list(names)


def test_a_heading_that_each_record_has_for_itself_is_its_title():
    cards = (
        f"<a href='/p/{day}'><h3>{name}</h3><div class=content><p>Une levée de fonds | {day} septembre 2027</p></div></a>"
        for day, name in ((17, "Course de canards"), (18, "Grande randonnée"), (21, "Circuit bleu"))
    )
    assert titles("".join(cards)) == ["Course de canards", "Grande randonnée", "Circuit bleu"]


def test_a_heading_of_the_same_level_right_below_a_day_names_it():
    parts = "".join(
        f"<h3>Mardi {day} août 2027 - 19h30</h3><h3>{name}</h3><p>Entrée libre</p>"
        for day, name in ((3, "Concert de chambre"), (10, "Nuit des étoiles"), (17, "Soirée jeux"))
    )
    assert titles(f"<h2>Programme</h2>{parts}") == ["Concert de chambre", "Nuit des étoiles", "Soirée jeux"]


def test_a_sentence_tells_and_its_heading_names():
    body = (
        "<h2>Nettoyage de printemps</h2><p>Rejoignez-nous nombreux avec vos gants et votre bonne humeur le samedi 24 avril"
        " 2027 sur la place.</p><h2>Pique-nique citoyen</h2><p>Vous pouvez également réserver dès maintenant votre journée"
        " du dimanche 4 juillet 2027.</p><p>Plus d’informations seront communiquées ultérieurement.</p>"
    )
    assert titles(body) == ["Nettoyage de printemps", "Pique-nique citoyen"]


def test_a_calendar_of_bare_numbers_is_no_list():
    grid = "<h2>Avril 2027</h2><table>" + "".join(f"<tr><td>{day}</td></tr>" for day in range(1, 31)) + "</table>"
    rows = "<ul><li>Forum ouvert, 3 mai 2027 à 18h</li><li>Atelier carto, 9 mai 2027 à 10h</li></ul>"
    assert titles(rows + grid) == ["Forum ouvert", "Atelier carto"]


def test_the_year_stands_in_the_address_beside_the_same_day():
    rows = "".join(
        f"<tr><td>{day}</td><td><a href='/agenda?title={slug}'>Click here</a></td><td>Home Rule</td></tr>"
        for day, slug in (("October 21", "home-rule-october-21-2022"), ("March 4", "2022-03-04-home-rule"))
    )
    dated = [notice.text("when") for notice in notices_of(f"<table>{rows}</table>")]
    assert dated == ["October 21 2022", "March 4 2022"]
    other = "".join(
        f"<li>{day} : <a href='/2022/11/article-{n}'>Forum {n}</a></li>" for n, day in enumerate(("3 mai", "9 mai"))
    )
    assert not any("2022" in notice.text("when") for notice in notices_of(f"<ul>{other}</ul>")), (
        "the day it was written"
    )


def test_a_heading_with_the_year_stands_above_the_one_that_follows_it_whatever_their_tags():
    dates = "<h3>{0}</h3><p>January {1} at 11:00 am</p><p>February {1} at 11:00 am</p>"
    body = (
        "<h4>2026 Meetings</h4>"
        + dates.format("Board", 8)
        + dates.format("Audit", 21)
        + "<h4>2027 Meetings</h4>"
        + dates.format("Board", 8)
    )
    years = [notice.text("when")[-20:] for notice in notices_of(body)]
    assert ["2026" in year for year in years] == [True] * 4 + [False] * 2
    assert ["2027" in year for year in years] == [False] * 4 + [True] * 2


def test_the_main_part_of_a_page_is_not_beside_it_for_being_called_a_widget_or_news():
    rows = "<p>Jan. 14, 2027, 8:30 am</p><p>Feb. 11, 2027, 8:30 am</p><p>Mar. 11, 2027, 8:30 am</p>"
    minutes = "".join(f"<p>Minutes of March {day}, 2026, signed by all who took part in it</p>" for day in range(2, 9))
    assert len(titles(f"<ul><li class=cms-widget><h2>Commission</h2>{rows}</li></ul><div>{minutes}</div>")) == 10
    news = f"<section class=single-news-section><h1>Board of the town</h1>{rows}</section><div>{minutes}</div>"
    assert len(titles(news)) == 10


def test_sentences_that_each_name_a_day_are_as_many_events():
    body = (
        "<h1>Le maire dans les quartiers</h1><p>Les assemblées se tiennent de 19h à 21h.</p><p>Le Mas, mercredi 17 mars 2027, salle"
        " Hugo. La Côte, jeudi 15 avril 2027, mairie annexe. Centre, jeudi 29 avril 2027, école Zola.</p>"
    )
    assert (
        titles(body) == ["Le Mas – salle Hugo", "La Côte – mairie annexe", "Centre – école Zola"]
        or len(titles(body)) == 3
    )
    story = "<h1>Forum</h1><p>Le forum aura lieu le 3 mars 2027. Les inscriptions ferment le 1er mars 2027 au soir.</p>"
    assert len(titles(story)) == 1


def test_an_item_that_holds_a_whole_table_is_read_row_by_row():
    row = "<tr><td><a itemprop=url href='/e/{0}'><span itemprop=name>Conseil {0}</span></a></td><td>{0} mars 2027 <time itemprop=startDate datetime='2027-03-0{0}T17:00+00:00'></time></td></tr>"
    body = f"<table itemscope itemtype='https://schema.org/Event'>{''.join(row.format(n) for n in (2, 4, 9))}</table>"
    assert titles(body) == ["Conseil 2", "Conseil 4", "Conseil 9"]


def test_what_stands_above_a_text_is_about_it():
    text = '+++\ntitle = "Le conseil se réunit"\ndate = "2027-03-01"\n[sidebar]\n  align = "right"\n+++\n\nLe conseil aura lieu jeudi.\n'
    toml = read(page(text, media_type="text/plain"), source("auto")).notices
    assert [(each.text("title"), each.text("published")) for each in toml] == [("Le conseil se réunit", "2027-03-01")]
    bare = (
        "Title: Nuit des débats\nDate: 2027-03-01\nEvent-start: 2027-03-10 18:00\nLocation: Pont neuf, Lyon\n\nVenez.\n"
    )
    (told,) = read(page(bare, media_type="text/plain"), source("auto")).notices
    assert (told.text("title"), told.text("start"), told.text("place")) == (
        "Nuit des débats",
        "2027-03-10 18:00",
        "Pont neuf, Lyon",
    )


def test_a_list_of_numbers_and_colons_below_a_month():
    text = "# Eventos\n## 2027\n### Janeiro\n- 05: Encontro um\n- 12: Encontro dois\n### Março\n- 14: Encontro três\n"
    told = read(page(text, media_type="text/plain"), source("auto")).notices
    assert [(each.text("title"), each.text("when")[:2]) for each in told] == [
        ("Encontro um", "05"),
        ("Encontro dois", "12"),
        ("Encontro três", "14"),
    ]
    assert all("2027" in each.text("when") for each in told)


def test_a_schedule_begins_on_the_first_of_its_weekdays():
    plan = {
        "@type": "Schedule",
        "startDate": "2027-01-01",
        "startTime": "19:00:00",
        "repeatFrequency": "P1W",
        "byDay": "https://schema.org/Wednesday",
    }
    told = json.dumps({"@type": "Event", "name": "Tai-chi", "eventSchedule": plan})
    assert [each.text("start") for each in notices_of(f'<script type="application/ld+json">{told}</script>')] == [
        "2027-01-06T19:00:00"
    ]


def test_hours_below_a_day_are_as_many_events():
    days = "".join(
        f"<p>Tuesday, March {day}, 2027<br>9 a.m. to 11 a.m. - Review of the {name}<br>2 p.m. to 4 p.m. - Hearing on the {name}</p>"
        for day, name in ((9, "budget"), (16, "harbour"), (23, "forest"))
    )
    told = notices_of(f"<h1>Schedule</h1>{days}")
    assert [notice.text("title") for notice in told][:2] == ["Review of the budget", "Hearing on the budget"]
    assert len(told) == 6
    whens = [notice.text("when") for notice in told]
    assert "March 16" in whens[3] and "2 p.m. to 4 p.m." in whens[3]


def test_the_programme_of_one_day_or_two_is_one_notice():
    hours = "<p>Samedi {} mars 2027</p><p>14h : accueil du public</p><p>15h : débat sur la ville</p>"
    assert len(titles(f"<h1>Forum</h1>{hours.format(6)}")) == 1
    assert len(titles(f"<h1>Forum</h1>{hours.format(6)}{hours.format(7)}")) == 1


def test_a_month_that_spans_rows_dates_them_and_names_none():
    rows = "<tr><td rowspan=2><b>Avril</b><td>Sam 10<td>Régate<td>Le Port<tr><td>Dim 25<td>Bal des voiles<td>La Halle"
    found = notices_of(f"<h1>Saison 2027</h1><table>{rows}<tr><td><b>Mai</b><td>Sam 8<td>Joutes<td>Le Bassin</table>")
    assert [notice.text("title") for notice in found] == ["Régate", "Bal des voiles", "Joutes"]
    assert [notice.text("when") for notice in found] == ["Sam 10 Avril 2027", "Dim 25 Avril 2027", "Sam 8 Mai 2027"]


def test_the_first_sentence_behind_a_bold_day_is_the_title():
    line = "<p><strong>Jueves {} de mayo, 18:00.</strong> {}. Salida desde el muelle.</p>"
    names = ["Paseo por las salinas", "Ruta de los faros del sur", "Limpieza de la playa"]
    body = "".join(line.format(day, name) for day, name in zip((6, 13, 20), names, strict=True))
    assert titles(f"<h1>Actividades</h1>{body}") == names
