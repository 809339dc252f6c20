"""Reads calendars with a Python library and prints what it understood, a line for each entry.

    read.py icalendar|vobject FOLDER

FOLDER has feeds (NAME.ics) and letters (NAME.eml). Of a feed's entry are printed: the file, UID, beginning and end (in UTC, or as a day),
number, state and title; of a letter's also the METHOD and the addresses of organiser and attendee, from each of its calendar parts.
A warning is an error.
"""

import datetime
import email
import email.policy
import logging
import pathlib
import sys
import warnings

library, folder = sys.argv[1:]


class Strict(logging.Handler):
    def emit(self, record):
        raise AssertionError(record.getMessage())


if library == "icalendar":
    import icalendar

    def problems(component):
        yield from component.errors
        for inner in component.subcomponents:
            yield from problems(inner)

    def entries(text):
        calendar = icalendar.Calendar.from_ical(text)
        assert not list(problems(calendar)), list(problems(calendar))
        for it in calendar.walk("VEVENT"):
            person = lambda name: str(it.get(name, "")).lower()
            yield (
                str(it["UID"]), it["DTSTART"].dt, it["DTEND"].dt, int(it["SEQUENCE"]), str(it["STATUS"]), str(it["SUMMARY"]),
                str(calendar.get("METHOD", "")), person("ORGANIZER"), person("ATTENDEE"),
            )

else:
    import vobject

    def entries(text):
        calendar, = vobject.readComponents(text)
        for it in calendar.contents.get("vevent", []):
            value = lambda at, name: getattr(at, name).value if hasattr(at, name) else ""
            yield (
                it.uid.value, it.dtstart.value, it.dtend.value, int(it.sequence.value), it.status.value, it.summary.value,
                value(calendar, "method"), value(it, "organizer").lower(), value(it, "attendee").lower(),
            )


def moment(it):
    if not isinstance(it, datetime.datetime):
        return it.strftime("%Y%m%d")
    assert it.tzinfo is not None, "a moment without a zone"
    return it.astimezone(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def calendars(file):
    if file.suffix == ".ics":
        return [file.read_bytes().decode()]
    mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
    assert not mail.defects, mail.defects
    parts = [part for part in mail.walk() if part.get_content_subtype() in ("calendar", "ics")]
    assert [part.get_content_type() for part in parts] == ["text/calendar", "application/ics"], [part.get_content_type() for part in parts]
    texts = [part.get_content() if part.get_content_maintype() == "text" else part.get_content().decode() for part in parts]
    said = parts[0].get_param("method")
    assert all("\nMETHOD:" + said in text for text in texts), "the part and its calendar have one method"
    return texts


warnings.simplefilter("error")
logging.getLogger().addHandler(Strict(logging.WARNING))
for file in sorted(pathlib.Path(folder).iterdir()):
    for text in calendars(file):
        for uid, starts, ends, sequence, status, summary, *letter in entries(text):
            fields = [file.name, uid, moment(starts), moment(ends), sequence, status, summary, *(letter if file.suffix == ".eml" else [])]
            print(*(str(it).replace("\n", "\\n") for it in fields), sep="\t")
