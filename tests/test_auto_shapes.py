"""Lists as the sites of towns and boards write them: tags, tables, calendars, menus, papers beside each day."""

from datetime import date

import pytest

from agenda_scraper.extract.auto import read
from agenda_scraper.extract.auto.settings import setting_in
from agenda_scraper.extract.days import clock_at, day_in
from agenda_scraper.model import Context, Status
from agenda_scraper.when import read_when
from pages_of import page, source

DAYS = ("Tuesday, March 9, 2027", "Tuesday, April 6, 2027", "Tuesday, May 4, 2027")


def notices_of(body, head="<title>Harbor Board</title>"):
    return read(page(f"<html><head>{head}</head><body>{body}</body></html>"), source("auto")).notices


def told(body, *names):
    return [tuple(notice.text(name) for name in names) for notice in notices_of(body)]


def titles(body):
    return [notice.text("title") for notice in notices_of(body)]


def status_of(notice):
    return read_when(notice.text("when"), Context("en", date(2027, 1, 1), "America/New_York")).status


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>{}<td>7:00 PM<td>Harbor Board<td>Cancelled",
        "<tr><td>{}<td>7:00 PM<td><a href=/a>Harbor Board</a> <b>CANCELED</b><td>Town Hall",
        "<tr><td>{}<td>7:00 PM<td>Harbor Board<td>Room 4<br><em>Meeting cancelled</em>",
    ],
)
def test_a_word_of_its_own_says_that_a_meeting_is_off(row):
    body = "<table>" + "".join(row.format(day) for day in DAYS[:1])
    body += "".join(f"<tr><td>{day}<td>7:00 PM<td>Harbor Board<td>Town Hall" for day in DAYS[1:])
    assert [status_of(notice) for notice in notices_of(body + "</table>")] == [Status.CANCELLED, None, None]


def test_a_fee_that_does_not_apply_calls_nothing_off():
    body = "<table><tr><th>Datum<th>Kurs<th>Gebühr"
    body += "".join(f"<tr><td>{day}. März 2027<td>Kurs {day}<td>entfällt" for day in (3, 9, 12))
    assert not any("entfällt" in when for (when,) in told(body + "</table>", "when"))


def test_the_empty_cells_of_a_calendar_are_no_events():
    held = {6: "Finance Committee", 12: "Harbor Board"}
    cells = [
        f"<td><span>{day}</span>" + (f"<p>{held[day]}</p><p>6:30 pm</p>" if day in held else "") for day in range(1, 32)
    ]
    rows = "".join("<tr>" + "".join(cells[week : week + 7]) for week in range(0, 31, 7))
    assert titles(f"<h2>January 2027</h2><table>{rows}</table>") == list(held.values())


def test_a_card_that_tells_itself_in_short_and_at_length_is_one_event():
    card = """<article><div class="short"><h3>{0}</h3><p>{1}, 9 a.m.</p></div>
      <div class="long"><h4>{0} in full</h4><p>{1}, 9 a.m.</p><p>Bring a chair.</p></div></article>"""
    names = ["Harbor walk", "Paper day", "Open boats"]
    body = "".join(card.format(name, day) for name, day in zip(names, DAYS, strict=True))
    assert titles(f"<main>{body}</main>") == names


def test_cards_in_the_block_of_their_day_are_events_of_their_own():
    card = '<div class="gig"><p>{} March 2027</p><h2>{}</h2></div>'
    days = [(3, "Low Tide"), (4, "Red Kites"), (5, "The Oars"), (5, "Night Ferry")]
    alone = "".join(f"<div class=day>{card.format(*each)}</div>" for each in days[:2])
    shared = f"<div class=day>{card.format(*days[2])}{card.format(*days[3])}</div>"
    assert titles(f"<main><h1>Gigs</h1>{alone}{shared}</main>") == [name for _, name in days]


def test_the_dates_listed_in_one_cell_are_events_of_their_own():
    papers = "<td><a href=a.pdf>Agenda</a>, <a href=m.pdf>Minutes</a>"
    body = f"<table><tr><td>March 9, 2027, Regular session{papers}<tr><td>April 6, 2027, Budget session{papers}"
    body += f"<tr><td>May 4, 2027, Regular session<br>June 1, 2027, Retreat of the board{papers}</table>"
    assert titles(body) == ["Regular session", "Budget session", "Regular session", "Retreat of the board"]


def test_a_menu_of_linked_days_is_as_many_events():
    links = "".join(f'<a href="/d/{day}.pdf">January {day}</a>' for day in (14, 21, 28))
    body = f"<h1>Harbor review 2027</h1><h2>Pier committee</h2><div class=dropdown-menu>{links}</div>"
    assert [title for title, _ in told(body, "title", "when")] == ["Pier committee"] * 3


def test_links_to_the_day_before_and_after_are_no_events():
    body = "<h1>Tide</h1><p><a href=/1>‹ January 14, 2027</a> <a href=/3>January 16, 2027 ›</a></p>"
    assert len(notices_of(body)) < 2


def test_a_bare_day_above_its_hours_is_no_event():
    day = "<p><b>{} de marzo</b></p><p>11:00 h. Visita al puerto</p><p>18:00 h. Concierto de la banda</p>"
    found = titles("<h1>Fiestas 2027</h1>" + "".join(day.format(number) for number in (5, 6, 7)))
    assert len(found) == 6


@pytest.mark.parametrize(
    "paper", ["Meeting minutes", "May board packet", "Printed minutes", "Agenda frontsheet", "Flyer (PDF, 2 MB)"]
)
def test_a_paper_of_the_meeting_does_not_name_it(paper):
    body = "<h1>Harbor Board</h1><ul>" + "".join(f"<li>{day} <a href=/p.pdf>{paper}</a>" for day in DAYS)
    assert titles(body + "</ul>") == ["Harbor Board"] * 3


def test_a_heading_of_every_page_names_no_list():
    body = "<h1>Browse meetings</h1><ul>" + "".join(f"<li>{day}" for day in DAYS) + "</ul>"
    assert titles(body) == ["Harbor Board"] * 3


def test_a_stamp_behind_the_day_names_nothing():
    row = "<tr><td><h3>{} — Posted Feb 2, 2027 4:21 PM</h3><p><a href=/v/{}>Pier Commission</a></p>"
    body = "<table><tr><th>Agenda" + "".join(row.format(day, at) for at, day in enumerate(DAYS)) + "</table>"
    assert titles(body) == ["Pier Commission"] * 3


def test_the_link_of_the_day_is_the_page_of_the_notice():
    row = "<li><a href=/m/{0}>{1}</a> Pier Commission <a href=/f/{0}.pdf>Minutes</a>"
    body = "<ul>" + "".join(row.format(at, day) for at, day in enumerate(DAYS)) + "</ul>"
    assert [url for (url,) in told(body, "url")] == [f"https://a.example/m/{at}" for at in range(3)]


def test_a_page_in_one_form_is_read():
    body = "<form><h1>Harbor Board</h1><p>The board meets on March 9, 2027 at 7:00 pm in the hall.</p></form>"
    assert "March 9, 2027" in notices_of(body)[0].text("text")


def test_a_time_element_tells_the_year_and_the_hour_that_its_words_leave_out():
    row = '<tr><td><time datetime="2027-0{0}-04T19:30">{0}/4</time><td><a href=/{0}>Pier walk {0}</a>'
    row = row.replace("{0}/4", "4 {1}")
    body = "".join(row.format(*each) for each in ((3, "March"), (4, "April"), (5, "May")))
    assert all("2027" in when and "19:30" in when for (when,) in told(f"<table>{body}</table>", "when"))


def test_the_day_a_term_ends_is_no_event():
    body = "<table><tr><th>Member<th>Term ends"
    body += "".join(f"<tr><td>Member {at}<td>{day}" for at, day in enumerate(DAYS))
    assert not [when for (when,) in told(body + "</table>", "when") if "2027" in when and when in DAYS]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("All meetings are held at Tide Hall, 4 Quay Street.", "at Tide Hall, 4 Quay Street"),
        ("Meetings begin at 9:00 a.m. and take place at 13 Quay Street, unless otherwise noted.", "13 Quay Street"),
        ("The Pier Commission meets at 9am in Room 5, Tide Hall", "in Room 5, Tide Hall"),
        ("Les séances se tiennent à 20h à la mairie.", "à la mairie"),
        ("Die Sitzungen finden um 19.30 Uhr im Rathaus, Markt 1, statt.", "im Rathaus, Markt 1"),
        (
            "All meetings are held at the Lamp Bar (45 Quay Street), unless otherwise noted.",
            "at the Lamp Bar (45 Quay Street)",
        ),
        ("All meetings are held at Tide Hall (the old one).", "at Tide Hall"),
        ("Meetings have been streamed in 1996.", ""),
        ("The office is located at 4 Quay Street.", ""),
        ("The meeting of March 9, 2027 is held at Tide Hall.", ""),
    ],
)
def test_a_sentence_says_where_meetings_are_held(said, place):
    assert setting_in(said) == place


def test_what_a_page_says_of_all_is_told_of_each():
    days = "<ul>" + "".join(f"<li>{day}" for day in DAYS) + "</ul>"
    said = "<p>Meetings are held at Tide Hall, 4 Quay Street.</p>"
    assert told(f"<h2>Board</h2>{said}{days}", "setting") == [("at Tide Hall, 4 Quay Street",)] * 3
    other = f"<h2>Board</h2>{days}{said}<ul><li>June 1, 2027<li>July 6, 2027</ul>"
    assert [bool(setting) for (setting,) in told(other, "setting")] == [False] * 3 + [True] * 2


def test_a_link_without_words_over_a_card_is_its_page():
    card = '<div class=card><a href="/gig/{0}"></a><div><h2>{1}</h2><p>{2}</p><span>See more</span></div></div>'
    names = ("Low Tide", "Red Kites", "The Oars")
    body = "".join(card.format(at, name, day) for at, (name, day) in enumerate(zip(names, DAYS, strict=True)))
    assert told(f"<main>{body}</main>", "title", "url") == [
        (name, f"https://a.example/gig/{at}") for at, name in enumerate(names)
    ]


def test_a_link_to_the_details_goes_before_the_body_s_own_page():
    row = "<tr><td><a href=/body/4>Pier Commission</a><td>{}<td><a href=/m/{}>Meeting details</a>"
    body = "<table>" + "".join(row.format(day, at) for at, day in enumerate(DAYS)) + "</table>"
    assert told(body, "title", "url") == [("Pier Commission", f"https://a.example/m/{at}") for at in range(3)]


def test_where_it_was_before_is_no_part_of_a_name():
    line = "<li>{} - <b>Rescheduled (was previously scheduled for</b> January {}) Committee of Piers and Harbor Basins"
    body = "<h2>2027 Meetings</h2><ul>" + "".join(line.format(day, at) for at, day in enumerate(DAYS, 3)) + "</ul>"
    assert titles(body) == ["Committee of Piers and Harbor Basins"] * 3


@pytest.mark.parametrize("hour", ["19.30 Uhr", "20.00 uur", "kl. 19", "kl. 19.30", "20 uur"])
def test_an_hour_is_known_as_each_language_writes_it(hour):
    assert clock_at(hour) == 0 and clock_at(f"Musikabend, {hour}") == 12


def test_what_a_body_has_written_is_dated_and_no_event():
    listed = "<ul>" + "".join(f"<li><a href=/n/{at}.pdf>{day}</a>" for at, day in enumerate(DAYS)) + "</ul>"
    body = f'<h1>Harbor Board</h1><div class="h2">Notices</div>{listed}<div class="h2">Bylaws</div>'
    assert len(notices_of(body + "<ul><li><a href=/b.pdf>May 9, 2025</a></ul>")) == 3


def test_a_label_above_a_heading_does_not_name_the_card():
    card = "<article><span class=date>{} mai 2027</span><div><span class=kind>Balade</span><h3>{}</h3></div></article>"
    names = ["Le tour du lac", "Les vieux ponts", "La pointe nord"]
    body = "".join(card.format(day, name) for day, name in zip((4, 11, 18), names, strict=True))
    assert titles(f"<main><h1>Sorties</h1>{body}</main>") == names


def test_terms_that_name_what_their_definition_dates():
    names = ["Veillée des contes", "Foire aux bulbes", "Nuit des phares"]
    body = "".join(
        f"<dt><a href=/{at}>{name}</a></dt><dd>{day} avril 2027, 19h Grange du Port</dd>"
        for at, (name, day) in enumerate(zip(names, (9, 17, 24), strict=True))
    )
    expected = [(name, f"https://a.example/{at}") for at, name in enumerate(names)]
    assert told(f"<h1>Chez nous</h1><dl>{body}</dl>", "title", "url") == expected


def test_the_days_of_a_month_stand_below_it_though_each_is_a_heading():
    body = (
        "<h1>Calendrier des marées 2027</h1><h2>Mai</h2><dl><dt>Samedi 15</dt><dd>Pêche à pied</dd><dt>Dimanche 23</dt>"
    )
    body += "<dd>Régate des écoles</dd></dl><h2>Juin</h2><dl><dt>Samedi 5</dt><dd>Bal des matelots</dd></dl>"
    assert titles(body) == ["Pêche à pied", "Régate des écoles", "Bal des matelots"]
    assert ["Mai 2027" in when or "Juin 2027" in when for (when,) in told(body, "when")] == [True] * 3


def test_the_day_and_the_hour_of_a_card_are_two_words():
    card = "<div class=play><a href=/{2}><span>mar. {0}</span><span>{1}h30</span><h3>{2}</h3></a></div>"
    body = "<h2>Mars 2027</h2>" + "".join(
        card.format(day, hour, name) for day, hour, name in ((2, 20, "Dunes"), (9, 19, "Ressacs"), (16, 21, "Embruns"))
    )
    assert [when for (when,) in told(body, "when")] == [
        f"{day} Mars 2027  {hour}h30" for day, hour in ((2, 20), (9, 19), (16, 21))
    ]


def test_days_in_figures_make_a_list():
    lines = (
        "Venerdì 5/03 ore 21.00 – Banda del porto",
        "Sabato 13/03 ore 20.30 – Coro alpino",
        "Giovedì 18/03 ore 18.00 – Letture",
    )
    body = "<h1>Programma 2027</h1><ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
    assert titles(body) == ["Banda del porto", "Coro alpino", "Letture"]


def test_the_week_above_its_days_is_no_event():
    day = "<h2>{} février</h2><ul><li>9h30 : Visite du port</li><li>15h00 : Conseil des quais</li></ul>"
    body = "<h1>Agenda</h1><p>Semaine du 1er au 5 février 2027</p>" + "".join(
        day.format(each) for each in ("Lundi 1er", "Mardi 2", "Jeudi 4")
    )
    assert titles(body) == ["Visite du port", "Conseil des quais"] * 3


def test_a_list_of_news_has_no_event_but_beside_it():
    card = "<article><p>{} mars 2027</p><h3>{}</h3><p>La digue rouvre.</p></article>"
    news = (
        "<main><h1>Actualités</h1>" + "".join(card.format(*each) for each in ((3, "Digue"), (8, "Phare"))) + "</main>"
    )
    beside = "<aside><h3>Agenda</h3><ul><li>06/04 Carnaval</li><li>19/04 Grande marée</li></ul></aside>"
    assert notices_of(news) == ()
    assert titles(news + beside) == ["Carnaval", "Grande marée"]


def test_a_line_below_its_day_is_called_by_its_first_sentence():
    lines = (
        "<p>20:00 h. Pregón a cargo de la cofradía. Balcón del puerto.</p><p>23:00 h. Baile de los faros. Lonja.</p>"
    )
    body = f"<h1>Fiestas 2027</h1><h3>Viernes 6 de agosto</h3>{lines}<h3>Sábado 7 de agosto</h3>{lines}<h3>Domingo 8 de agosto</h3>{lines}"
    assert titles(body) == ["Pregón a cargo de la cofradía", "Baile de los faros"] * 3


def test_what_a_class_or_a_column_calls_a_place_is_the_place():
    card = '<article><p>{}</p><h3>Marée {}</h3><p class="lieu">Le Sémaphore</p></article>'
    body = "".join(card.format(day, at) for at, day in enumerate(DAYS))
    assert told(f"<main>{body}</main>", "place") == [("Le Sémaphore",)] * 3
    row = "<tr><td>{}<td>Commissie Haven {}<td>Kamer 2.07"
    table = "<table><tr><th>Wanneer<th>Wat<th>Waar" + "".join(row.format(day, at) for at, day in enumerate(DAYS))
    assert told(f"{table}</table>", "place") == [("Kamer 2.07",)] * 3


def test_what_has_been_so_since_a_day_is_no_event():
    body = "<ul><li>9 mars 2027 : Grande marée<li>Depuis le 12 janvier 2027, le phare est éteint<li>6 avril 2027 : Régate</ul>"
    assert titles(body) == ["Grande marée", "Régate"]


@pytest.mark.parametrize("room", ["Zimmer 3.04", "Kamer 1.12", "Nummer 4/5"])
def test_the_number_of_a_room_is_no_day(room):
    assert day_in(room) is None


def test_a_day_above_one_hour_ends_the_day_above_it():
    body = """<p>Tuesday, March 9, 2027<br>9 a.m. to 11 a.m. - Budget Panel<br>11:30 a.m. to 1 p.m. - Full Board</p>
      <p>Thursday, March 18, 2027<br>9 a.m. to noon - Harbor Panel</p>
      <p>Friday, April 2, 2027<br>1 p.m. to 4 p.m. - Full Board</p>"""
    assert told(body, "title", "when") == [
        ("Budget Panel", "Tuesday, March 9, 2027, 9 a.m. to 11 a.m. - Budget Panel"),
        ("Full Board", "Tuesday, March 9, 2027, 11:30 a.m. to 1 p.m. - Full Board"),
        ("Harbor Panel", "Thursday, March 18, 2027, 9 a.m. to noon - Harbor Panel"),
        ("Full Board", "Friday, April 2, 2027, 1 p.m. to 4 p.m. - Full Board"),
    ]


def test_a_span_before_a_heading_of_its_rank_heads_no_days():
    body = """<h2>Ensemble</h2><h3>Du 9 au 13 mars 2027</h3><p><strong>Chantier du hangar</strong></p><p>Venez !</p>
      <h3>Samedi 20 mars 2027 - 14h</h3><p><strong>Café des outils</strong></p><p>Gratuit</p>
      <h3>Samedi 27 mars 2027 - 14h</h3><p><strong>Atelier vélo</strong></p><p>Gratuit</p>"""
    assert titles(body) == ["Chantier du hangar", "Café des outils", "Atelier vélo"]


def test_of_two_spans_none_heads_the_other_and_a_week_still_heads_its_days():
    spans = "<h3>Stage de voile</h3><p>du 5 au 9 juillet 2027</p><p>du 2 au 6 août 2027</p>"
    assert titles(spans) == ["Stage de voile"] * 2
    week = "<h2>Semaine du 5 au 9 juillet 2027</h2>" + "".join(
        f"<h3>{day} juillet 2027, 18h</h3><p>Veillée {day}</p>" for day in ("Mardi 6", "Jeudi 8")
    )
    assert titles(week) == ["Veillée Mardi 6", "Veillée Jeudi 8"]


def test_hours_in_bold_name_no_day_below_them():
    lines = ["<div>Tuesday, March 9, 2027</div><div><b>12:00pm - 1:00pm</b></div>"] + [
        f"<div><b>{day}</b></div><div><b>6:00pm - 7:00pm</b></div>" for day in DAYS[1:]
    ]
    whens = [when for (when,) in told(f"<h2>Harbor Board</h2>{''.join(lines)}", "when")]
    assert whens[0].endswith("12:00pm - 1:00pm") and len(whens) == 3


def test_a_name_above_several_days_in_one_cell_is_one_thing():
    cell = """<table><tr><td><p><span>Bourse aux plantes</span><br><strong>Le vendredi 16 et le samedi 17 avril 2027</strong>
      de 9 h à 17 h<br><strong>Le dimanche 18 avril 2027</strong> de 12 h à 17 h<br>Salle Verte</p></td></tr></table>"""
    other = "<table><tr><td><p><span>Le marché</span><br><strong>Le samedi 24 avril 2027</strong> de 10 h à 11 h</p>"
    assert titles(f"{cell}{other}</td></tr></table>") == ["Bourse aux plantes", "Le marché"]
    named = "<br>".join(
        f"{day}, 18 h : {name}" for day, name in (("9 avril 2027", "Chorale"), ("16 avril 2027", "Grand bal"))
    )
    assert titles(f"<table><tr><td><p>La Grange<br>{named}</p></td></tr></table>") == ["Chorale", "Grand bal"]


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("21 e 22: Oficina de Redes", "21 e 22 Fevereiro 2027 : Oficina de Redes"),
        ("05, 06 e 07: Oficina de Redes", "05, 06 e 07 Fevereiro 2027 : Oficina de Redes"),
        ("12 - 5 atores em cena", "12 Fevereiro 2027 - 5 atores em cena"),
        ("14 - 20 horas de oficina", "14 Fevereiro 2027 - 20 horas de oficina"),
    ],
)
def test_rising_numbers_below_a_month_are_its_days(line, when):
    lines = f"<li>02: Encontro do Bairro</li><li>{line}</li><li>27: Feira Livre</li>"
    assert told(f"<h2>2027</h2><h3>Fevereiro</h3><ul>{lines}</ul>", "when")[1] == (when,)
