# The organiser's words: programme, decisions, the form of a workshop, the list at the door.

## The programme

organise-title = Organise workshops
organise-lead = What needs a decision, what happens by itself, and every workshop of the programme.
organise-meter = Performance measurement workshops completed in 2002
organise-of = { $n } of { $of }
organise-published = Workshops published
organise-people = People with a place
organise-new = New workshop
organise-all = All workshops
organise-by-itself = What will happen by itself
organise-confirmed = Places taken
organise-waiting = Waiting
organise-awaiting = Awaiting endorsement

## What a workshop needs

need-go-no-go = Decide whether to hold it: { $n ->
        [one] 1 person
       *[other] { $n } people
    } registered, at least { $minimum } needed
need-confirm = Confirm that it will be held: registration closed with { $n ->
        [one] 1 person
       *[other] { $n } people
    }
need-close = Close attendance: the workshop is over
need-publish = Publish it: registration is to open on { $opens }

## One workshop

organise-registrations = { $n ->
        [one] 1 registration
       *[other] { $n } registrations
    }
organise-ended = Registrations that have ended
organise-minimum = Held with { $minimum } people or more; up to { $quota } from each department
organise-edit = Change the details
organise-public = See the public page
sheet-print = Print the sign-in sheet

## Deciding

publish-title = Publish this workshop
publish-lead = It will appear in the catalogue, and its venue will be held for it. Registration opens by itself.
publish-send = Publish the workshop
confirm-title = Confirm that it will be held
confirm-reason = Reason
confirm-hint = Needed only if fewer people are registered than the minimum. It is kept in the audit trail.
confirm-send = Confirm and tell everyone registered
extend-title = Change when registration closes
extend-send = Save the new closing time
close-title = Close attendance
close-lead = Whoever is not marked will be recorded as absent, the workshop becomes completed, and those present are invited to evaluate it. Marks cannot be changed afterwards.
close-send = Close attendance
no-go-title = Cancel this workshop
no-go-loss = Every registration will end and everyone registered will be told. The venue is released. This cannot be undone.
no-go-reason = Why it will not be held
no-go-words = Further words of explanation (kept with each registration)
no-go-carried = Carried forward to
no-go-carried-hint = Needed if it is carried forward: the code of a workshop or an initiative, such as PM-2002-4 or F3.1.
no-go-replacement = Offer places in another workshop
no-go-replacement-hint = The code of that workshop. Those registered here come before its waiting list. Needed if the workshops are merged.
no-go-send = Cancel the workshop and tell everyone
jump-title = Move a registration to the front of the waiting list
jump-lead = It will be offered the next places that fit it, ahead of the others. The reason is shown in its history and kept in the audit trail.
jump-reason = Reason
jump-send = Move to the front

## The form of a workshop

field-code-hint = Letters, digits and hyphens, up to 20 characters, such as PM-2002-9. It cannot be changed later.
field-kind = Kind
kind-workshop = Workshop
kind-seminar = Seminar
kind-briefing = Briefing
field-title-en = Title in English
field-title-zh = Title in Chinese
field-summary-en = Summary in English
field-summary-zh = Summary in Chinese
field-audience-en = Who it is for, in English
field-audience-zh = Who it is for, in Chinese
field-starts = Begins
field-ends = Ends
field-opens = Registration opens
field-closes = Registration closes
field-capacity = Places (people)
field-minimum = Fewest people to hold it
field-quota = Most people from one department
field-team-min = Fewest in a team
field-team-max = Most in a team
field-endorsed = Departments must endorse each registration
field-day-off = It may be held on a Saturday afternoon, a Sunday or a general holiday
draft-send = Save the draft
edit-send = Save the changes
edit-warning = This workshop is public. If its time or place changes, everyone registered is told at once; if places are added, they go to the waiting list at once.

## At the door

door-title = Door list
door-wall = Show the code for the door
door-wall-label = QR code that opens the sign-in page of this workshop
door-wall-words = Please scan with your phone, then press “I am here”.
door-not-yet = Attendance can be marked from { $opens }. The workshop begins at { $starts }.
door-scan = Scan or type the door code
door-ready = Ready for the next person
door-online = Connected; every mark has been sent
door-offline = No connection; marks waiting to be sent: { $n }
door-tally = Present: { $n } of { $of }
door-kept = Kept on this device; it will be sent when the connection is back
door-nobody = Nobody has a confirmed place
door-nobody-why = People appear here once their registrations are confirmed.
door-expected = { $n ->
        [one] 1 person has
       *[other] { $n } people have
    } a confirmed place.
door-ok-attended = Marked as present:
door-ok-part = Marked as present for part:
door-ok-absent = Marked as absent:
door-again = Already marked:
door-waiting = No confirmed place yet; waiting or not endorsed:
door-no-place = No place; the registration has ended:
door-elsewhere = This code is for another workshop
door-unknown = No such code; please check it and try again
