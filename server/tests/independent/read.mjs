// Reads feeds with ical.js, what Thunderbird reads calendars with, and prints what it understood: like read.py, a line for each entry.
//
//     node read.mjs FOLDER
//
// A warning is an error.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const loaded = createRequire(new URL("../../../end2end/", import.meta.url))("ical.js");
const ICAL = loaded.default ?? loaded;
for (const name of ["warn", "error"]) {
  console[name] = (...said) => {
    throw new Error(said.join(" "));
  };
}
process.on("warning", (said) => {
  throw said;
});

const moment = (time) => {
  if (time.isDate) return time.toICALString();
  if (time.zone === ICAL.Timezone.localTimezone) throw new Error("a moment without a zone");
  return time.convertToZone(ICAL.Timezone.utcTimezone).toICALString();
};

const folder = process.argv[2];
for (const file of readdirSync(folder).sort()) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(`${folder}/${file}`, "utf8")));
  for (const it of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(it);
    const fields = [file, event.uid, moment(event.startDate), moment(event.endDate), event.sequence, it.getFirstPropertyValue("status"), event.summary];
    console.log(fields.map((field) => String(field).replaceAll("\n", "\\n")).join("\t"));
  }
}
