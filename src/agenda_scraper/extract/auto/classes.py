"""What the class or id of an element says it is: what stands around a page, a publication date, a place, an end."""

from __future__ import annotations

import re

AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|(?<!dropdown-)menu|(?<!card-)(?<!panel-)(?<!event-)footer|breadcrumbs?|cookies?|pagination|pager|comments?|commentlist"
    r"|archives?|skip-link|modal|mini-?cal(?:endar)?|ui-datepicker|share|social)(?:$|[\s_-])",
    re.I,
)
BESIDE = re.compile(
    r"(?:^|[\s_-])(?:sidebar|(?:left|right)[_-]?(?:side|rail)|widget|related|recent|news|actualit\w*|aside)(?:$|[\s_-])",
    re.I,
)
WIDGET = re.compile(r"(?:^|(?<=[\s_-]))widgets?(?=$|[\s_-])", re.I)
PLACE = re.compile(r"(?:^|[\s_-])(lieu|luogo|lloc|lugar|ort|location|locatie|venue|plaats|local)(?=$|\s)", re.I)
PUBLISHED = re.compile(
    r"(?:^|[\s_-])(?:published|pubdate|posted|posted-on|post-date|entry-date|byline|submitted)(?:$|[\s_-])", re.I
)
# The second of two times that only elements part.
END = re.compile(r"(?:^|[\s_-])(?:dt)?(?:end|fin|ende|einde|fine)(?:$|[\s_-]|date|time)", re.I)
