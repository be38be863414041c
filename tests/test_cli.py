"""What a person types and sees: answers, tables, errors in one sentence, exit codes."""

import json
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import copyfile
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from agenda_scraper.store import open_store
from loopback import Loopback, Reply
from samples import EVENTS, SEEN, at, event, when
from store_world import FROM_AFAR, ON_THE_SPOT, crawl_each_way
from stored import put
from typed import ROOT, agenda, started

pytestmark = pytest.mark.slow

NOW = "2026-11-23T12:00:00+01:00"


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """The options of a store in which the recorded pages were crawled."""
    folder = tmp_path_factory.mktemp("crawled")
    options = ("--database", f"sqlite:///{folder / 'deep' / 'agenda.db'}", "--public", str(folder / "public"))
    done = agenda(*options, "crawl", "--replay", "fixtures", "--now", NOW)
    assert done.returncode == 0, done.stdout + done.stderr
    return options, done


def test_the_crawl_ends_with_a_table_and_the_paths_of_the_feeds(crawled):
    (_, _, _, public), done = crawled
    assert "source" in done.stdout and "irev" in done.stdout
    assert f"{public}/feeds/all.ics" in done.stdout
    assert "\x1b[" not in done.stdout, "no colours in a pipe"
    assert max(map(len, done.stdout.partition("total")[0].splitlines())) <= 110


def test_a_second_crawl_says_unchanged_for_every_source(crawled):
    options, _ = crawled
    done = agenda(*options, "crawl", "--replay", "fixtures", "--now", NOW, "--json")
    report = json.loads(done.stdout)
    assert {source["outcome"] for source in report["sources"]} == {"unchanged"}
    rows = json.loads(agenda(*options, "sources", "--json").stdout)
    stamps = {row["last_crawled"] for row in rows if row["last_crawled"]}
    assert report["started_at"] == "2026-11-23T11:00:00+00:00" and report["started_at"] in stamps


def test_events_answer_questions(crawled):
    options, _ = crawled
    every = json.loads(agenda(*options, "events", "--format", "json", "--now", NOW).stdout)
    north = json.loads(
        agenda(*options, "events", "--region", "Hauts-de-France", "--format", "json", "--now", NOW).stdout
    )
    assert 0 < len(north) < len(every)
    assert {event["place"]["region"] for event in north} == {"Hauts-de-France"}
    assert "Amiens" in agenda(*options, "events", "--now", NOW).stdout
    begins = {
        "ics": "BEGIN:VCALENDAR",
        "rss": "<?xml",
        "atom": "<?xml",
        "jsonfeed": '{"version": "https://jsonfeed.org',
    }
    for name, first in begins.items():
        assert agenda(*options, "events", "--format", name, "--now", NOW).stdout.startswith(first)
    assert agenda(*options, "events", "--format", "csv", "--now", NOW).stdout.count("\n") >= len(every)
    assert "No event" in agenda(*options, "events", "--city", "Nulle-Part", "--now", NOW).stdout


def test_events_around_a_place_or_of_a_country(crawled):
    options, _ = crawled

    def found(*asked):
        told = agenda(*options, "events", *asked, "--format", "json", "--now", NOW)
        return {event["place"]["country"] for event in json.loads(told.stdout)} if told.stdout else told.stderr

    assert found("--country", "Belgique") == found("--country", "be") == {"BE"}
    assert found("--region", "alta francia") == found("--region", "Hauts-de-France") == {"FR"}
    assert found("--near", "Lille", "--within", "60") >= {"FR"}
    assert "near: no town is known as" in found("--near", "Nulle-Part-sur-Rien")
    assert "within: asks nothing without near" in found("--within", "10")


ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize(
    "words",
    [("events", "--now", NOW), ("explain", "conseils citoyens des Hauts"), ("check", "irev", "--replay", "fixtures")],
)
def test_a_machine_without_a_language_shows_events_all_the_same(crawled, words):
    options, _ = crawled
    done = agenda(*options, *words, **ASCII)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == agenda(*options, *words).stdout


def test_a_letter_that_a_terminal_does_not_have_stops_nothing(crawled):
    options, _ = crawled
    done = agenda(*options, "events", "--now", NOW, PYTHONIOENCODING="latin-1:strict")
    assert done.returncode == 0


def test_what_is_exported_is_utf8_wherever_it_is(crawled):
    options, _ = crawled
    done = agenda(*options, "export", PYTHONIOENCODING="ascii")
    assert done.returncode == 0 and done.stdout == agenda(*options, "export").stdout


def test_explain_shows_where_each_value_was_read(crawled):
    options, _ = crawled
    shown = agenda(*options, "explain", "conseils citoyens des Hauts")
    assert shown.returncode == 0, shown.stderr
    assert ".field-name-field-dates" in shown.stdout.replace("\n", "") or "field-dates" in shown.stdout
    uid = next(word for word in shown.stdout.split() if "@agenda.example.org" in word)
    told = json.loads(agenda(*options, "explain", uid, "--json").stdout)
    assert {"when", "place", "title"} <= {each["field"] for each in told["evidence"]}
    assert agenda(*options, "explain", "nothing like it").returncode == 1
    assert "several do" in agenda(*options, "explain", "atelier").stderr


def test_sources_are_told_by_their_names_where_the_file_has_them(crawled, tmp_path):
    options, _ = crawled
    uid, name = "conseils citoyens des Hauts", "IREV, centre de ressources politique de la ville Hauts-de-France"
    for command in ("explain", "history"):
        assert f"irev ({name})" in agenda(*options, command, uid).stdout
        assert "irev (" not in agenda("--sources", str(tmp_path / "none"), *options, command, uid).stdout
    assert json.loads(agenda(*options, "explain", uid, "--json").stdout)["sources"][0]["name"] == name
    assert json.loads(agenda(*options, "history", uid, "--json").stdout)[0]["source_name"] == name


def test_sources_tell_which_were_never_tried(crawled):
    options, _ = crawled
    done = agenda(*options, "sources")
    assert "never" in done.stdout
    assert "check ID" in done.stderr
    rows = json.loads(agenda(*options, "sources", "--json").stdout)
    assert len(rows) >= 15
    assert {row["verified"] for row in rows} == {None}


def test_check_tries_a_source_and_stores_nothing(crawled):
    options, _ = crawled
    done = agenda(*options, "check", "irev", "--replay", "fixtures")
    assert (done.returncode, "irev ok" in done.stdout) == (0, True)
    assert agenda(*options, "check", "paris-decidim", "--replay", "fixtures").returncode == 1


def test_record_writes_what_is_expected(crawled, tmp_path):
    done = agenda("record", "oidp", "--replay", "fixtures", "--fixtures", str(tmp_path))
    assert done.returncode == 0, done.stderr
    written = json.loads((tmp_path / "oidp" / "expected.json").read_text("utf-8"))
    assert written == json.loads((ROOT / "fixtures/oidp/expected.json").read_text("utf-8"))


def test_when_answers_in_json_and_line_by_line():
    told = json.loads(agenda("when", "les 18 et 19 novembre 2014", "--reference", "2014-10-01", "--trace").stdout)
    assert (told["start"], told["end"], told["all_day"]) == ("2014-11-18", "2014-11-19", True)
    assert told["trace"]
    rows = '{"id": 1, "text": "3 May 2027", "lang": "en", "reference_date": "2027-01-01", "tz": "Europe/London"}\n\n{"id": 2, "text": "rien"}\n'
    answers = [json.loads(line) for line in agenda("when", "--jsonl", stdin=rows).stdout.splitlines()]
    assert [(each["id"], each["read"]["start"]) for each in answers] == [(1, "2027-05-03"), (2, None)]


def test_read_understands_a_notice_and_is_silent_on_what_is_none(tmp_path):
    notice = (
        "Réunion publique sur le plan de quartier\nJeudi 14 janvier 2027 à 18h30, salle des fêtes, Lille. Entrée libre."
    )
    told = json.loads(agenda("read", "--reference", "2026-12-01", stdin=notice).stdout)
    assert (told["start"], told["place"]["city"], told["free"]) == ("2027-01-14T18:30+01:00", "Lille", True)
    file = tmp_path / "notice.txt"
    file.write_bytes(notice.encode("cp1252"))
    assert json.loads(agenda("read", str(file), "--reference", "2026-12-01").stdout)["title"] == told["title"]
    assert json.loads(agenda("read", stdin="Bonjour.").stdout) is None


def test_read_explains_what_it_read_and_why_a_notice_is_no_event():
    notice = "Réunion publique sur le plan de quartier\nJeudi 14 janvier 2027 à 18h30, salle des fêtes, Lille."
    told = json.loads(agenda("read", "--reference", "2026-12-01", "--explain", stdin=notice).stdout)
    read = {each["field"]: each for each in told["evidence"]}
    assert "14 janvier 2027" in read["when"]["raw"]
    assert "‘reunion* publique*’ in the title" in read["relevance"]["rule"]
    assert (told["url"], told["sources"]) == (None, [{"source": "text", "url": None}])
    none = agenda("read", "--explain", stdin="Bonjour.")
    assert (json.loads(none.stdout), none.stderr.startswith("no event: no date")) == (None, True)
    job = "Offre d'emploi : chargé de participation citoyenne\nCandidatures avant le 14 janvier 2027, CDI à Lille."
    assert agenda("read", "--reference", "2026-12-01", "--explain", stdin=job).stderr.startswith("no event: ")


def test_extract_reads_a_file_with_and_without_rules(tmp_path):
    page = tmp_path / "p.html"
    page.write_text("<h1>Forum ouvert</h1><p>Le 3 mai 2027 à Lyon.</p><ul><li>A <i>4 mai 2027</i></li></ul>", "utf-8")
    (event,) = json.loads(agenda("extract", str(page), "--url", "https://a.example/1", "--now", NOW).stdout)
    assert len(json.loads(agenda("extract", str(page), "--now", "none").stdout)) == 1, "none: the time of the clock"
    assert (event["title"], event["start"], event["url"]) == ("Forum ouvert", "2027-05-03", "https://a.example/1")
    rules = tmp_path / "s.yaml"
    rules.write_text("list: {items: li, title: {match: '^(\\w)'}, when: i}\n", "utf-8")
    done = agenda("extract", str(page), "--now", NOW, "--source", str(rules), "--explain")
    (event,) = json.loads(done.stdout)
    assert (event["title"], event["start"]) == ("A", "2027-05-04")
    assert event["evidence"]


def test_schema_is_json():
    assert json.loads(agenda("schema").stdout)["$schema"].startswith("https://json-schema.org/draft/2020-12")


# ── errors ────────────────────────────────────────────────────────────────────────────────────────


def sources(folder: Path, text: str) -> str:
    path = folder / "sources.yaml"
    path.write_text(text, "utf-8")
    return str(path)


HEAD = "schema: 1\nsite: {title: T, url: https://t.example, contact: a@t.example}\nsources:\n"


def test_a_wrong_file_tells_all_its_problems_and_exits_2(tmp_path):
    text = (
        HEAD
        + "  a: {name: A, url: https://a.example, kind: icla}\n  b:\n    name: B\n    url: https://b.example\n    list: {itms: li}\n"
    )
    done = agenda("--sources", sources(tmp_path, text), "crawl", cwd=tmp_path)
    assert done.returncode == 2
    assert "ical" in done.stderr and "items" in done.stderr
    assert "sources.yaml:4" in done.stderr and "sources.yaml:8" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "agenda.db").exists(), "nothing was done"


def test_an_unknown_source_is_named_with_the_nearest(tmp_path):
    done = agenda("crawl", "irve", "--replay", "fixtures")
    assert (done.returncode, "did you mean irev" in done.stderr) == (2, True)


def test_the_table_of_events_names_the_next_day_of_what_goes_on(tmp_path):
    weekly = event(3, "Permanence", when(at(6, 18), at(6, 20), rrule="FREQ=WEEKLY;BYDAY=TU"))
    once = event(4, "Forum", when(date(2026, 11, 23)))
    database = f"sqlite:///{tmp_path / 'agenda.db'}"
    with open_store(database) as store:
        put(store, weekly, once, now=SEEN)
    shown = agenda("--database", database, "events", "--now", NOW).stdout
    days = [line.split("  ")[0].strip() for line in shown.splitlines()[1:]]
    assert days == ["2026-11-23", "2026-11-24 18:00–20:00"]
    shown = agenda("--database", database, "events", "--now", NOW, "--from", "2027-01-01").stdout
    assert "2027-01-05 18:00–20:00" in shown


def test_events_of_a_source_that_is_not_there_are_no_empty_answer(crawled, tmp_path):
    options, _ = crawled
    done = agenda(*options, "events", "--source", "irve", "--now", NOW)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no such source (did you mean irev?)" in done.stderr
    # crawled once, or only in the file: both are sources
    assert agenda("--sources", str(tmp_path / "none"), *options, "events", "--source", "irev").returncode == 0
    assert "No event" in agenda(*options, "events", "--source", "paris-decidim", "--now", NOW).stdout
    assert "did you mean irev?" in agenda(*options, "forget", "irve").stderr


def test_a_broken_source_exits_1_and_a_lost_store_3(tmp_path):
    path = sources(tmp_path, HEAD + "  a: {name: A, url: 'http://127.0.0.1:9/a.ics', kind: ical, verified: never}\n")
    done = agenda("--sources", path, "crawl", cwd=tmp_path)
    assert (done.returncode, "broken" in done.stdout) == (1, True)
    assert "127.0.0.1" in done.stdout
    quiet = agenda("-q", "--sources", path, "crawl", "--all", cwd=tmp_path)
    assert (quiet.returncode, quiet.stdout) == (1, "")
    assert quiet.stderr.startswith("a: broken: ") and "127.0.0.1" in quiet.stderr, "cron mails what is said"
    done = agenda("--sources", path, "--database", f"sqlite:///{path}/agenda.db", "crawl", cwd=tmp_path)
    assert (done.returncode, "Traceback" in done.stderr) == (3, False)


def test_an_output_that_cannot_be_written_exits_4(tmp_path):
    (tmp_path / "public").write_text("a file where a folder should be", "utf-8")
    done = agenda(
        "--sources", sources(tmp_path, HEAD + "  a: {name: A, url: https://a.example/a.ics}\n"), "publish", cwd=tmp_path
    )
    assert (done.returncode, "Traceback" in done.stderr) == (4, False)


@pytest.mark.parametrize(
    "words",
    [
        ("when", "demain", "--tz", "Europe/Pris"),
        ("when", "demain", "--reference", "hier"),
        ("events", "--now", "tomorrow"),
        ("when", "demain", "--lang", "klingon"),
        ("extract", "/no/such/file.html"),
    ],
)
def test_a_wrong_word_is_told_in_a_sentence(words):
    done = agenda(*words)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 3


def test_it_speaks_french_where_the_reader_does(crawled):
    options, _ = crawled
    assert "résultat" in agenda(*options, "sources", LANG="fr_FR.UTF-8").stdout


@contextmanager
def serving(*options):
    """A running `serve` and its address."""
    server = subprocess.Popen(started(*options, "serve", "--port", "0"), stderr=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        yield server, next(word for word in server.stderr.readline().split() if word.startswith("http"))
    finally:
        server.terminate()
        server.wait(10)


def test_serve_serves_what_was_published(crawled):
    options, _ = crawled
    with serving(*options) as (_, address), urlopen(f"{address}feeds/all.ics", timeout=10) as answer:
        assert answer.read(15) == b"BEGIN:VCALENDAR"


def test_serve_says_why_it_has_nothing_to_give(crawled, tmp_path):
    (_, database, *public), _ = crawled
    copied = tmp_path / "agenda.db"
    copyfile(database.removeprefix("sqlite:///"), copied)
    with serving("--database", f"sqlite:///{copied}", *public) as (server, address):
        for journal in tmp_path.glob("agenda.db-*"):
            journal.unlink()
        copied.write_bytes(b"no database any more" * 1000)
        with pytest.raises(HTTPError, match="503"):
            urlopen(address, timeout=10)
        server.terminate()
        told = server.stderr.read()
    assert "the store does not answer" in told and "agenda.db" in told


@pytest.mark.parametrize(("zone", "found"), [("Europe/Paris", True), ("Pacific/Auckland", False)])
def test_a_day_that_is_asked_for_is_one_of_the_agendas_zone(tmp_path, zone, found):
    late, database = EVENTS[1].facts.when.start, f"sqlite:///{tmp_path / 'agenda.db'}"
    with open_store(database) as store:
        put(store, EVENTS[1], now=SEEN)
    site = f"{{title: A, url: https://a.example, contact: a@a.example, timezone: {zone}}}"
    (tmp_path / "sources.yaml").write_text(f"schema: 1\nsite: {site}\nsources: {{}}\n")
    words = ("--sources", str(tmp_path / "sources.yaml"), "--database", database, "events", "--format", "json")
    told = agenda(*words, "--now", "2026-09-14T08:00:00Z", "--until", late.date().isoformat())
    assert (EVENTS[1].uid in told.stdout) is found, told.stderr


@pytest.mark.parametrize(("asked", "found"), [("--online", FROM_AFAR), ("--offline", ON_THE_SPOT)])
def test_events_to_follow_from_afar_or_to_go_to(tmp_path, asked, found):
    database = f"sqlite:///{tmp_path / 'agenda.db'}"
    with open_store(database) as store:
        crawl_each_way(store)
    words = ("--sources", str(tmp_path / "none"), "--database", database, "events", "--format", "json")
    told = agenda(*words, "--now", "2026-11-02T12:00:00+01:00", asked)
    assert {each["title"] for each in json.loads(told.stdout)} == found, told.stderr


@pytest.mark.parametrize(("language", "told"), [("fi", "in 'en'"), ("fr", ""), ("de", "")])
def test_who_publishes_in_a_language_without_a_translation_is_told(tmp_path, language, told):
    site = f"{{title: A, url: https://a.example, contact: a@a.example, language: {language}}}"
    (tmp_path / "sources.yaml").write_text(f"schema: 1\nsite: {site}\nsources: {{}}\n")
    said = agenda("publish", cwd=tmp_path).stderr
    assert told in said and ("site.language" in said) is bool(told)


def test_an_option_behind_the_command_is_told_where_it_stands():
    done = agenda("crawl", "-q")
    assert (done.returncode, "agenda-scraper -q" in done.stderr) == (2, True)
    assert "agenda-scraper" not in agenda("crawl", "--nothing").stderr.partition("Error")[2]


def test_serve_says_when_somebody_listens_there(crawled):
    options, _ = crawled
    with Loopback({}) as taken:
        done = agenda(*options, "serve", "--port", str(taken.http.server_port))
    assert done.returncode == 1
    assert "choose another --port" in done.stderr and "Traceback" not in done.stderr


def test_a_backup_that_cannot_be_written_is_told(crawled, tmp_path):
    options, _ = crawled
    (tmp_path / "file").write_text("no folder", "utf-8")
    done = agenda(*options, "backup", str(tmp_path / "file" / "backup.jsonl"))
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to write to is a device of Linux")
@pytest.mark.parametrize("words", [("export",), ("events", "--all"), ("sources", "--json")])
def test_a_full_disk_behind_standard_output_is_told(crawled, words):
    options, _ = crawled
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            started(*options, *words),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("the output: No space left") and "Traceback" not in done.stderr


def test_a_recording_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("no folder", "utf-8")
    done = agenda("record", "irev", "--replay", "fixtures", "--fixtures", str(tmp_path / "file"))
    assert (done.returncode, "Traceback" in done.stderr, "--fixtures" in done.stderr) == (1, False, True)


KEYED = HEAD + "  k: {name: K, url: '%s?token=${KEY}', timezone: Europe/Paris, kind: ical}\n"
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:Réunion publique
DTSTART:20270114T183000Z
URL:%s?token=s3cretkey
END:VEVENT
END:VCALENDAR
"""


def test_a_recording_holds_secrets_by_their_names(tmp_path):
    with Loopback({}) as web:
        address = web.url("/a.ics")
        web.pages["/a.ics"] = web.pages["/a.ics?token=s3cretkey"] = Reply(
            CALENDAR % address, headers={"Content-Type": "text/calendar"}
        )
        options = ("--sources", sources(tmp_path, KEYED % address), "--database", f"sqlite:///{tmp_path / 'a.db'}")
        known = {"KEY": "s3cretkey", "AGENDA_ALLOW_NETWORKS": "127.0.0.0/8"}
        fixtures = str(tmp_path / "fixtures")
        done = agenda(*options, "record", "k", "--fixtures", fixtures, **known)
        assert done.returncode == 0, done.stderr
    kept = "".join(each.read_text("utf-8") for each in Path(fixtures).rglob("*") if each.is_file())
    assert "${KEY}" in kept and "s3cretkey" not in kept
    # and the recording answers in place of the site, whatever the key is now
    done = agenda(*options, "check", "k", "--replay", fixtures, "--now", NOW, **(known | {"KEY": "another"}))
    assert done.returncode == 0 and "Réunion publique" in done.stdout, done.stdout + done.stderr


def test_a_host_that_asked_a_crawl_to_be_left_alone_is_by_whoever_tries_a_source(tmp_path):
    with Loopback({"/a.ics": Reply("later", 429, {"Retry-After": "3600"})}) as web:
        written = HEAD + f"  k: {{name: K, url: '{web.url('/a.ics')}', kind: ical, timezone: Europe/Paris}}\n"
        options = ("--sources", sources(tmp_path, written), "--database", f"sqlite:///{tmp_path / 'a.db'}")
        known = {"AGENDA_ALLOW_NETWORKS": "127.0.0.0/8"}
        # what stores nothing makes no store
        done = agenda(*options, "check", "k", **known)
        assert "429" in done.stdout and not (tmp_path / "a.db").exists()
        agenda(*options, "--public", str(tmp_path / "public"), "crawl", **known)
        asked = len(web.asked)
        for words in (("check", "k"), ("record", "k", "--fixtures", str(tmp_path)), ("extract", web.url("/a.ics"))):
            done = agenda(*options, *words, **known)
            assert done.returncode == 1 and "left alone (it may be asked again in" in done.stdout + done.stderr
        assert len(web.asked) == asked


def test_a_password_in_an_address_is_refused_and_not_shown(tmp_path):
    written = HEAD + "  k: {name: K, url: 'https://bob:hunter2@asso.example/a.ics', timezone: Europe/Paris}\n"
    done = agenda("--sources", sources(tmp_path, written), "check", "k")
    assert done.returncode == 2 and "user name or a password" in done.stderr
    assert "hunter2" not in done.stdout + done.stderr


LISTED = "  %s: {name: A, url: '%s', timezone: Europe/Paris, pause: 0, list: {items: li, title: a, url: a, when: b}}\n"


def test_a_source_that_was_renamed_is_told_and_can_be_forgotten(tmp_path):
    def listing(day):
        line = f'<li><a href="/n/1">Réunion publique</a> <b>{day} janvier 2027, 18h30</b></li>'
        return Reply(f"<meta charset=utf-8><ul>{line}</ul>", headers={"Content-Type": "text/html; charset=utf-8"})

    with Loopback({"/": listing(14)}) as web:

        def run(source_id, *words):
            file = sources(tmp_path, HEAD + LISTED % (source_id, web.url("/")))
            options = (
                "--sources",
                file,
                "--database",
                f"sqlite:///{tmp_path / 'a.db'}",
                "--public",
                str(tmp_path / "p"),
            )
            return agenda(*options, *words, AGENDA_ALLOW_NETWORKS="127.0.0.0/8")

        def days():
            told = json.loads(run("new", "events", "--format", "json", "--now", NOW).stdout)
            return [each["start"][:10] for each in told], [each["uid"] for each in told]

        assert run("old", "crawl", "--all", "--now", NOW).returncode == 0
        _, (uid,) = days()
        assert "forget" not in run("old", "sources").stderr
        refused = run("old", "forget", "old")
        assert refused.returncode == 1 and "take it out of the file first" in refused.stderr
        assert "`agenda-scraper forget old`" in run("new", "crawl", "--all", "--now", NOW).stderr
        # what the old name said stands above what the new one says
        web.pages["/"] = listing(15)
        run("new", "crawl", "--all", "--now", NOW)
        assert days() == (["2027-01-14"], [uid])
        forgotten = run("new", "forget", "old", "--now", NOW)
        assert forgotten.returncode == 0 and forgotten.stderr.startswith("1 notices of old let go")
        assert days() == (["2027-01-15"], [uid])
        assert "forget" not in run("new", "sources").stderr


def test_what_a_source_lists_no_more_is_named(tmp_path):
    rows = [f'<li><a href="/n/{n}">Atelier {n}</a> <b>{n} janvier 2027, 18h30</b></li>' for n in (14, 15)]
    page = "<meta charset=utf-8><ul>%s</ul>"
    with Loopback({"/": Reply(page % "".join(rows), headers={"Content-Type": "text/html"})}) as web:
        file = sources(tmp_path, HEAD + LISTED % ("a", web.url("/")))
        options = ("--sources", file, "--database", f"sqlite:///{tmp_path / 'a.db'}", "--public", str(tmp_path / "p"))
        known = {"AGENDA_ALLOW_NETWORKS": "127.0.0.0/8"}
        assert "listed no more" not in agenda(*options, "crawl", "--now", NOW, **known).stdout
        web.pages["/"] = Reply(page % rows[0], headers={"Content-Type": "text/html"})
        done = agenda(*options, "crawl", "--all", "--now", NOW, **known)
    assert f"a: listed no more: Atelier 15 {web.url('/n/15')}" in done.stdout
    shown = agenda(*options, "events", "--all", "--now", NOW).stdout
    assert "listed no more Atelier 15" in shown and "listed no more Atelier 14" not in shown


def test_a_second_crawl_of_a_store_asks_nothing_while_the_first_is_at_work(tmp_path):
    reached, enough = threading.Event(), threading.Event()

    def slow(handler):
        reached.set()
        enough.wait(60)
        return Reply("<ul><li><a href=/1>Forum</a> <b>14 janvier 2027</b></li></ul>")

    with Loopback({"/": slow}) as web:
        file = sources(tmp_path, HEAD + LISTED % ("a", web.url("/")))
        options = ("--sources", file, "--database", f"sqlite:///{tmp_path / 'a.db'}", "--public", str(tmp_path / "p"))
        with ThreadPoolExecutor(1) as pool:
            known = {"AGENDA_ALLOW_NETWORKS": "127.0.0.0/8"}
            first = pool.submit(agenda, *options, "crawl", **known)
            assert reached.wait(60)
            second = agenda(*options, "crawl", "--all", **known)
            enough.set()
            assert first.result().returncode == 0, first.result().stderr
        assert (second.returncode, web.paths) == (3, ["/"])
    assert "another crawl is at work on it" in second.stderr and "Traceback" not in second.stderr
