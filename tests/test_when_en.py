"""English dates as pages write them, British ones and American ones."""

import pytest

from when_tables import read_line

ROWS = [
    ("Saturday, 16 May 2026\n4:00 PM16:00 6:00 PM18:00", "2026-05-16T16:00/2026-05-16T18:00"),
    ("September 28-30, 2026 (3 half-days)", "2026-09-28/2026-09-30"),
    ("14 April 2026", "2026-04-14"),
    ("April 14, 2026", "2026-04-14"),
    ("Tuesday, April 14, 2026 at 6:00PM at 3 Quay Square", "2026-04-14T18:00"),
    ("Tuesday, April 14th, 2026", "2026-04-14"),
    ("the 14th of April 2026", "2026-04-14"),
    ("Tue 14 Apr 2026 @ 7.30pm", "2026-04-14T19:30"),
    ("Tuesday 14 April at quarter past seven in the evening", "2026-04-14T19:15"),
    ("14-16 April 2026", "2026-04-14/2026-04-16"),
    ("April 14–16, 2026", "2026-04-14/2026-04-16"),
    ("April 28 - May 2, 2026", "2026-04-28/2026-05-02"),
    ("from 14 to 16 April 2026", "2026-04-14/2026-04-16"),
    ("between 14 and 16 April 2026", "2026-04-14/2026-04-16"),
    ("14 April until 16 April 2026", "2026-04-14/2026-04-16"),
    ("14 & 15 April 2026", "2026-04-14/2026-04-15"),
    ("14, 15 and 16 April 2026", "2026-04-14/2026-04-16"),
    ("14 April and 12 May 2026", "2026-04-14 2026-05-12"),
    ("14 April 2026, 10am–4pm", "2026-04-14T10:00/2026-04-14T16:00"),
    ("14 April 2026, 9 - 10:30am", "2026-04-14T09:00/2026-04-14T10:30"),
    ("14 April 2026, 11–1pm", "2026-04-14T11:00/2026-04-14T13:00"),
    ("14 April 2026, 12-1pm", "2026-04-14T12:00/2026-04-14T13:00"),
    ("14 April 2026, 7 p.m.", "2026-04-14T19:00"),
    ("14 April 2026 at noon", "2026-04-14T12:00"),
    ("14 April 2026, 8pm to midnight", "2026-04-14T20:00/2026-04-15T00:00"),
    ("14 April 2026, 18:00 BST", "2026-04-14T18:00"),
    ("14 April 2026, doors 6.30pm, starts 7pm", "2026-04-14T19:00"),
    ("7pm on 14 April & 6pm on 15 April 2026", "2026-04-14T19:00 2026-04-15T18:00"),
    ("Every Thursday at 6pm until 26 February 2026", "2026-02-12T18:00 2026-02-19T18:00 2026-02-26T18:00"),
    ("Thursdays, 6-7pm", "2026-02-12T18:00/2026-02-12T19:00"),
    ("the first Monday of every month at 7pm", "2026-03-02T19:00"),
    ("tonight at 7pm", "2026-02-10T19:00"),
    ("next Friday at 10am", "2026-02-13T10:00"),
    ("Saturday 14 March", "2026-03-14"),
    ("4 January", "2027-01-04"),
    ("Monday 14 April 2026", "2026-04-14 ≠"),
    ("04/03/2026", "2026-03-04"),
    ("2026-04-14 19:30", "2026-04-14T19:30"),
    ("Register by 7 April 2026", "-"),
    ("Posted on 3 February 2026", "-"),
    ("Conference 14 April 2026; registration closes 7 April", "2026-04-14"),
    ("The consultation closes the following day, on April 14.", "-"),
    ("CANCELLED: town hall, 14 April 2026", "cancelled: 2026-04-14"),
    ("Postponed from 14 April to 12 May 2026", "rescheduled 2026-04-14: 2026-05-12"),
    ("rescheduled to 12 May 2026 at 7pm", "rescheduled: 2026-05-12T19:00"),
    ("The Localism Act of 15 November 2011", "-"),
    ("late spring 2026", "-"),
    ("31 April 2026", "-"),
    ("open Monday to Friday, 9am-5pm", "-"),
    (
        "A parish must meet on some day between March 1st and June 1st, after 6 pm.\nThis year the meeting will be held on the 17th April 2026 at 7.30pm",
        "2026-04-17T19:30",
    ),
    (
        "one open house on November 18th and one (1) public meeting on December 2nd\nNotice of the draft plan 2026-02-02",
        "2026-11-18 2026-12-02",
    ),
    ("October, 6-8, 2026 | Denver, Colorado", "2026-10-06/2026-10-08"),
    (
        "Tuesday, April 14, 2026 (Northport, NS) – Residents are invited to a workshop on Thursday, April 23 at 6 p.m.",
        "2026-04-23T18:00",
    ),
    (
        "Workshops: 4 May 2026, 6pm; 6 May 2026, 6pm; 11 May 2026, 6pm. The exhibition runs from 1 to 15 May 2026.",
        "2026-05-04T18:00 2026-05-06T18:00 2026-05-11T18:00",
    ),
    ("Sunday 14 June 2026 at 2pm, weather permitting, on the green.", "2026-06-14T14:00"),
    ("The panel evening has moved online. It still starts at 6pm on Tuesday 12 May 2026.", "2026-05-12T18:00"),
    ("The inspector will open the inquiry at 10.00am on Tuesday 12 May 2026.", "2026-05-12T10:00"),
]

AMERICAN = [
    ("04/03/2026", "2026-04-03"),
    ("4/14/2026 6:00 PM", "2026-04-14T18:00"),
    ("Tuesday, April 14, 2026, 6:00 PM – 8:00 PM PDT", "2026-04-14T18:00/2026-04-14T20:00"),
    ("Apr 14 @ 6:00 pm - 8:00 pm", "2026-04-14T18:00/2026-04-14T20:00"),
    ("Tuesday 14 Apr 26 6:00 pm - 8:00 pm", "2026-04-14T18:00/2026-04-14T20:00"),
    ("next Saturday (21) from 10am until noon", "2026-02-21T10:00/2026-02-21T12:00"),
    ("14 April, 7pm. It should take place between 1 March and 1 June each year", "2026-04-14T19:00"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_english(row):
    assert read_line(row, "en", "Europe/London", "2026-02-10") == row[1]


@pytest.mark.parametrize("row", AMERICAN, ids=lambda row: row[0][:60])
def test_american(row):
    assert read_line(row, "en", "America/Los_Angeles", "2026-02-10") == row[1]
