# The house: the frame around every page, the front page, the desk, the papers of the service, and what is said everywhere.

## The frame

brand = Accolade
description = Workshops for bureaux and departments: find one, register alone or as a team, and keep a record of attendance.
skip = Skip to the main content
nav-label = Main menu
nav-workshops = Workshops
nav-awards = Award schemes
nav-registrations = My registrations
nav-department = My department
nav-organise = Organise
nav-outbox = Outbox
nav-audit = Audit trail
nav-venues = Venues
nav-desk = My desk
nav-sign-in = Sign in
nav-sign-out = Sign out
lang-label = Language
crumbs = Where you are
demo-bar = This is a demonstration. The time here is { $now }.
demo-clock = Set the clock
foot-owner = A workspace for the Efficiency Unit. All times are Hong Kong time.

## Words used everywhere

date = Date
time = Time
place = Place
status = Status
save = Save
none = None
choose = Choose one
filter-all = All
filter-show = Show
search-label = Words to look for
search-button = Search
steps = Steps
step-done = (done)
line-n = Line { $n }:
kept-saving = Saving …
kept-offline = No connection. Your words are kept in this browser and sent as soon as there is one.
kept-restored = Words you had not sent are back in the form.
kept-saved = Saved at { $at }.
form-problem = There is a problem

## How far off

distance-days = { $n ->
    [one] in 1 day
   *[other] in { $n } days
}
distance-hours = { $n ->
    [one] in 1 hour
   *[other] in { $n } hours
}
distance-minutes = { $n ->
    [one] in 1 minute
   *[other] in { $n } minutes
}
distance-now = just now
distance-hours-ago = { $n ->
    [one] 1 hour ago
   *[other] { $n } hours ago
}
distance-days-ago = { $n ->
    [one] 1 day ago
   *[other] { $n } days ago
}

## Places in a workshop: “5 free of 30 places · 3 offered · 2 waiting”

seats-free = { $n } free
seats-full = None free
seats-of = { $n ->
    [one] of 1 place
   *[other] of { $n } places
}
seats-offered = { $n } offered
seats-waiting = { $n } waiting

## The front page

front-name = Workshops for better public service
front-kicker = Serving the Community programme · { $month }
front-title = Better public service is learned together.
front-lead = Find a workshop, register alone or as a team, and keep a record of what you attended.
front-find = Find a workshop
front-desk = Go to my desk
front-meter = performance measurement workshops held
front-workshops = workshops in the programme
front-organisations = bureaux, departments and agencies
front-people = places taken up in workshops held
front-venues = venues
front-schemes = Award schemes
front-next = Next workshops
front-all = { $n ->
    [one] See the only workshop
   *[other] All { $n } workshops
}
front-none-why = All the workshops announced so far have been held. New ones appear here as soon as they are published.

## The desk

desk-hello = Welcome, { $name }
desk-of = { $post }, { $organisation }
desk-needs = What needs you
desk-nothing = Nothing needs you now
desk-nothing-why = When something needs you, such as an offer to accept or a request to decide, it appears here with its deadline.
desk-coming = What is coming
desk-past = What happened
desk-records = My attendance records ({ $n })
task-offer = { $n ->
    [one] Accept the place offered to you
   *[other] Accept the { $n } places offered to your team
}
task-evaluate = Evaluate the workshop you attended
task-endorse = { $n ->
    [one] Endorse or decline a registration of 1 person
   *[other] Endorse or decline a registration of { $n } people
}
task-stand-behind = Endorse an entry of your department
task-agree = Say whether your department takes part in an entry
task-confirm-entry = Confirm the material of your entry
task-entry-returned = Change an entry that was returned
task-finish-entry = Finish and submit an entry
task-check-entries = { $n ->
    [one] Check 1 entry
   *[other] Check { $n } entries
}
task-until = Open until { $moment }

## What has just been done

done-endorsement-asked = The officer has been asked to endorse the entry.
done-submitted = The entry has been submitted. The receipt is on this page.
done-confirmed-entry = The material is confirmed. Thank you.
done-withdrawn = The entry has been withdrawn.
done-appealed = Your appeal has been received.
done-enrolled-departments = The departments have been entered and told.
done-reminded = The reminders have been sent.
done-given-back = The entry has been returned to its department.
done-reopened = The entry has a deadline of its own now.
done-checked = Your check has been recorded.
done-shortlisted = The shortlist is made. Look it over, then seal it.
done-sealed = The shortlist is sealed and on show.
done-copied = A draft of the new edition has been made.
done-registered = Your registration has been received. This page shows where it stands and what happens next.
done-accepted = You have accepted the offer. Your place is confirmed.
done-given-up = You have withdrawn. Nobody in this registration will take part.
done-substituted = The participant has been replaced.
done-endorsed = You have endorsed the registration. The registrant has been told.
done-declined = You have declined the registration. The registrant has been told why.
done-saved = Your changes have been saved.
done-enrolled = Everybody in the file has been registered.
done-published = The workshop has been published.
done-confirmed = You have decided that the workshop goes ahead. Everybody registered has been told.
done-cancelled = The workshop has been cancelled. Everybody registered has been told.
done-jumped = The place has been offered out of turn. Your reason is in the audit trail.
done-here = Your attendance has been recorded. Please take a seat.
done-closed = The attendance is closed and the workshop is completed. Those who attended have been asked for their evaluation.
done-signed-out = You have been signed out on all other devices.
done-password = Your password has been changed, and you have been signed out on all other devices.
done-link = If there is an account with this address, we have sent it a link to choose a new password. The link works for one hour.
done-chosen = Your password has been set. You can now sign in with it.
done-clock = The clock has been moved forward. Whatever would have happened by then has happened.

## What went wrong: headings

problem-400-title = We could not read that
problem-401-title = Please sign in
problem-403-title = This is not open to you
problem-404-title = There is no such page
problem-409-title = It clashes with something
problem-410-title = It is too late for that
problem-413-title = The file is too large
problem-422-title = That cannot be done
problem-429-title = Too many attempts
problem-500-title = Something failed on our side
problem-503-title = Please try again in a moment

## What went wrong: sentences

problem-form = Something in the form is missing or could not be read. Go back, check it and send it again.
problem-sign-in = You need to sign in to see this page or to do this.
problem-forbidden = Your post does not give you access to this. If you need it for your work, ask the Efficiency Unit.
problem-unknown = Check the address, or search the workshops below. The page may also be one that you are not permitted to see.
problem-broken = Nothing has been lost that was saved before. Try again later; if it fails again, tell the Efficiency Unit this number: { $incident }.
problem-busy = Many people are using the service at this moment. Wait a few seconds and try again.
problem-day = Enter a date in full.
problem-moment = Enter a date and a time in full.
problem-number = Enter a whole number in figures.
problem-too-long = Use no more than { $limit } characters.
problem-identity-card = Do not enter identity card numbers. Take the number out and send the form again.
problem-to-workshops = See the workshops
problem-to-front = Go to the front page

## Files that are read

sheet-empty = The file has no lines to read. Choose a file with a header and at least one line below it.
sheet-wrong-header = Line { $line }: the header is not the one expected. It should read: { $expected }
sheet-bad-utf8 = Line { $line }: some characters cannot be read. Save the file as “CSV UTF-8” and try again.
sheet-open-quote = Line { $line }: a quotation mark is opened and never closed. Close it or take it out.
sheet-wrong-cells = Line { $line }: it has { $found } columns and should have { $expected }. Check the commas.
sheet-lost-character = Line { $line }: a character has been lost. Type the text again.
sheet-duplicate = Line { $line }: it is the same as line { $first }. Take one of them out.

## Calendars

calendar-cancelled = Cancelled: { $title }
calendar-department = Workshops of { $name }

## The outbox

outbox-title = Outbox
outbox-lead = Every e-mail written by the service, and whether it has gone. The latest 200 are shown.
outbox-count = { $n ->
    [one] 1 letter
   *[other] { $n } letters
}
outbox-none = There are no letters
outbox-none-why = No letter is in this state. Letters appear here when something happens that people must be told.
outbox-subject = Subject
outbox-to = To
outbox-when = Written
outbox-tries = Attempts
outbox-error = Last error
outbox-calendar = Calendar file
letter-state-queued = Waiting to go
letter-state-sending = Being sent
letter-state-sent = Sent
letter-state-failed = Not delivered
letter-state-gathered = Waits for the morning
letter-state-digested = Sent with others
letter-state-kept-back = Kept back: the address does not exist
letter-state-unwanted = Not wanted
letter-state-overtaken = Overtaken by a later letter

## The audit trail

audit-title = Audit trail
audit-lead = Who did what, when and why. Each entry carries a fingerprint of the one before it, so that a later change shows. The latest 200 are shown.
audit-whole = { $n ->
    [0] The trail is empty.
    [one] The trail is intact: its only entry has been checked.
   *[other] The trail is intact: all { $n } entries have been checked.
}
audit-broken = The trail is broken at entry { $at }: it was changed after it was written. Keep a copy of the database and tell the administrator at once.
audit-no = No.
audit-when = When
audit-who = Who
audit-what = What was done
audit-object = To what
audit-reason = Reason
audit-hash = Fingerprint

## The clock of the demonstration

clock-lead = It is now { $now } here. Move the clock forward, and whatever would have happened in between happens by itself.
clock-to = Move the clock to
clock-send = Move the clock
clock-back = The clock can only be moved forward. Choose a later time.

## Roles

role-pu = Member of the public
role-cs = Civil servant
role-dc = Departmental training co-ordinator
role-wo = Workshop organiser
role-as = Award secretary
role-xo = Exhibition officer
role-ju = Judge
role-ch = Panel chair
role-sh = Showcase scheduler
role-ed = Editor
role-po = Progress officer
role-eq = Enquiry officer
role-au = Auditor and data protection officer
role-ad = Administrator

## The papers of the service

about-revised = Last revised: 23 November 2026

about-notices = Important notices
about-notices-text =
    Accolade is the workspace of the Efficiency Unit. Through it bureaux and departments register for workshops, organisers run them, and those who attend receive a record.

    The names and emblems of departments, and the facts taken from government publications, belong to the Government of the Hong Kong Special Administrative Region or to their other owners. The software, with the words written for it, is offered under the MIT licence. You may read, print and download these pages for your own use; for the names, emblems and government publications, please ask their owners before you publish them elsewhere.

    The English and the Traditional Chinese are both written texts, and neither is the translation. The Simplified Chinese is converted from the Traditional by machine; where the two differ, please follow the Traditional.

    This service leads to no pages but its own. We try to keep what it says correct, but cannot promise that it is free of mistakes; please tell us of any that you find.

about-notices-demo = This is a demonstration. The people, registrations, letters and attendance shown here are made up. Departments and venues bear their usual names so that the examples are true to life; this does not mean that an event shown here was or will be held there. Do not rely on any date or figure here for official business.

about-privacy = Privacy policy
about-privacy-text =
    The Efficiency Unit collects only the personal data that a workshop needs, and handles them under the six data protection principles of the Personal Data (Privacy) Ordinance (Cap. 486).

    What we hold: your name, post, department and office e-mail address; the language in which we write to you; your registrations, places on the waiting list and attendance; the letters we have sent you; and, while you are signed in, the kind of device and when it was last used. Your password is kept only in a form that cannot be read back. We never ask for, keep or accept identity card numbers.

    What we use them for: to handle registrations, to tell you about them, to keep attendance and to improve the workshops. They are not used for appraisal, and there is no other use without your consent.

    Who sees them: the Efficiency Unit, the co-organiser of the workshop, and the training co-ordinator of your own department. The co-ordinator of one department cannot see the people of another.

    Evaluations are anonymous. We note that you have answered, so that nobody answers twice, but your answers are kept apart from your name, and results are shown only when at least five people have answered.

    How long we keep them: registrations and attendance until three years after the workshop, after which only counts remain; audit entries for seven years, without free personal text. You are signed out after 8 hours without use, and after 14 days in any case. Failed attempts to sign in count for 15 minutes.

    Cookies: we set one when you sign in, so that you stay signed in, and remove it when you sign out. Readers who do not sign in receive none. We do not follow anybody from page to page.

    Your rights: you may see your data at “My registrations” and “My account”, and have wrong data corrected there or by us. You may also make a data access request or a data correction request in writing to the Data Protection Officer, Efficiency Unit. We answer within 40 days.

about-accessibility = Accessibility
about-accessibility-text =
    We want everybody to be able to use this service, and build it to level AA of the Web Content Accessibility Guidelines (WCAG) 2.1.

    You can use every page with a keyboard alone, enlarge it to 200 per cent without losing anything, and read it with a screen reader. Every form works without script. States are told in words as well as in colour, mistakes in a form are listed at its top and beside each field, and pages follow your choice of a light or dark screen and of less motion.

    The door list, which counts people as they arrive, does more with script than without; the printed attendance sheet serves the same purpose.

    If something here is hard for you to use, or you need a document in another form, please tell us which page it was and what you used to read it. “Contact” says whom to ask. We will help you with what you wanted to do, and put the page right.

about-contact = Contact
about-contact-text =
    About one workshop: please ask its organiser, who is named on the page of the workshop.

    About your registration, endorsement or departmental quota: please ask the training co-ordinator of your department.

    About this service, a mistake in it or its accessibility: please write to the Efficiency Unit. Say which page it was and, if an incident number was shown, what it was.

    About your personal data: please write to the Data Protection Officer, Efficiency Unit.

    We answer in the language in which you write.

about-contact-demo = This is a demonstration: the e-mail addresses in it are examples, and it has no telephone line of its own.

## The demo's story, for whoever writes it

demo-deed = In the demo's story, at { $at }, by { $who }.
demo-data = The demo's table { $table } cannot be read in line { $line }, column { $column }.
