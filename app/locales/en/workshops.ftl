# Workshops as the public, those who register, and their departments' training co-ordinators read of them.

## The catalogue

workshops-title = Workshops
workshops-lead = Workshops, seminars and briefings for departments. Find one, see the places left and register.
workshops-count = { $n ->
        [one] 1 workshop
       *[other] { $n } workshops
    }
workshops-none = No workshops to show
workshops-none-why = Nothing fits what you have chosen. Widen your search, or see all workshops, past ones too.
workshops-show-all = Show all workshops
workshops-closes-in = closes { $distance }
workshops-opens-on = Registration opens { $moment }
filter-month = Month
filter-series = Series
filter-language = Language
filter-kind = Team or alone
filter-team = Teams
filter-single = Alone
filter-which = Which
filter-coming = To come
filter-open = Open for registration
filter-past = Past
language-yue = Cantonese
language-eng = English
language-cmn = Putonghua

## Where a workshop stands

phase-draft = Draft
phase-upcoming = Not open yet
phase-open = Open for registration
phase-waiting = Full, waiting list open
phase-closed = Registration closed
phase-confirmed = Will be held
phase-running = In progress
phase-over = Ended
phase-completed = Completed
phase-cancelled = Cancelled
cancel-too-few = Too few people registered
cancel-speaker = The speaker is not available
cancel-weather = Bad weather
cancel-venue = The venue is not available
cancel-carried-forward = Carried forward
cancel-merged = Merged with another workshop

## A workshop

workshops-is-draft = This is a draft. Only organisers can see it.
workshops-cancelled = This workshop will not be held. Reason: { $reason }.
workshops-cancelled-to = This workshop will not be held. Reason: { $reason }. It goes on as { $to }.
workshops-audience = Who it is for
workshops-teams-of = teams of { $least } to { $most }
workshops-alone = each person registers alone
workshops-language = Language
workshops-organiser = Organiser
workshops-co-organiser = Co-organiser
workshops-code = Code
workshops-own-quota = Your department has taken { $used } of its { $quota } places; { $left } more can be confirmed now.
workshops-you-clash = You already have “{ $title }” at that time ({ $starts }).
workshops-closes-at = Registration closes { $moment }
workshops-opens-at = Registration opens { $moment }
workshops-add-calendar = Add to calendar
workshops-next = Next of this series open for registration:
workshops-your-registration = Your registration
workshops-register-team = Register my team
workshops-register-me = Register me
workshops-how = How to get in
step-team = Name your team
step-self = Register
step-endorse = Your department endorses
step-place = The place is confirmed
step-attend = Attend
step-record = Evaluate, and keep your record
how-quota = Each department may have up to { $quota } places, counted in people.
how-change = You may exchange a member or give up the registration until { $until }.
how-waiting = When it is full you join the waiting list, which closes { $until }. Places that become free are offered in turn, for up to two working days.

## Registering

register-title = Register
register-lead-team = Name { $least } to { $most } people of your department, yourself included if you take part.
register-lead-me = Check your e-mail address and register.
register-member = Member { $n }
register-you = Participant
register-email-hint = An official address of the department, not a private one. { $domains }
register-name-hint = Needed, with the post, only for colleagues who are new to Accolade.
consent-title = Personal Information Collection Statement
consent-tick = I have read the collection statement, and everyone I name agrees to it
consent-workshop = The Efficiency Unit and the co-organiser, if there is one, use what you give here to handle the registration, to keep attendance and to improve the workshops. We need each person’s name, post and e-mail address; without them no place can be given. Your department’s training co-ordinator and the organiser can see the registration. You may see your data at “My registrations” and ask for a copy or a correction by writing to the data protection officer of the Efficiency Unit. Personal data are erased three years after the workshop. Please do not enter identity card numbers.

## Where a registration stands

status-awaiting-endorsement = Awaiting endorsement
status-waitlisted = On the waiting list
status-offered = Place offered
status-confirmed = Confirmed
status-declined = Not endorsed
status-withdrawn = Withdrawn
status-cancelled = Cancelled
status-attended = Attended
status-no-show = No-show
status-position = number { $n }
attendance-attended = Present
attendance-part = Present for part
attendance-absent = Absent

## My registrations

mine-title = My registrations
mine-lead = Workshops you have registered for or take part in, and your attendance records.
mine-coming = To come
mine-past = Past and ended
mine-records = Attendance records
mine-workshop = Workshop
mine-attendance = Attendance
mine-record = Record
mine-none = No workshop to come
mine-none-why = You are not registered for any workshop to come. See which ones are open for registration.
mine-find = Find a workshop

## One registration

registration-kicker = Registration
registration-reference = Reference
registration-people = People
registration-people-n = { $n ->
        [one] 1 person
       *[other] { $n } people
    }
registration-asked = Registered
registration-members = Who takes part
registration-history = What has happened
registration-next = What will happen by itself
registration-reason = Reason given: { $reason }
offer-title = A place is offered
offer-words = { $n ->
        [one] 1 place is
       *[other] { $n } places are
    } kept for this registration. If you do not accept in time, the offer passes to the next on the waiting list and this registration goes to its end.
offer-until = Accept by { $moment }
offer-accept = Accept the offer
waiting-title = Number { $n } on the waiting list
waiting-why = Why is there no offer yet?
waiting-rule = Places that become free are offered in the order of the list to the first registration they fit. The list closes { $until }.
why-quota = Your department has { $left ->
        [0] no places
        [one] 1 place
       *[other] { $left } places
    } left in its quota, and this registration is for { $people ->
        [one] 1 person
       *[other] { $people } people
    }.
why-places = There { $free ->
        [0] are no free places
        [one] is 1 free place
       *[other] are { $free } free places
    }, and this registration is for { $people ->
        [one] 1 person
       *[other] { $people } people
    }.
door-code = Door code
substitute-title = Exchange this member
substitute-send = Exchange the member
leave-title = Give up this registration
leave-loss-place = { $n ->
        [one] The place goes
       *[other] The { $n } places go
    } to others, and you cannot take { $n ->
        [one] it
       *[other] them
    } back.
leave-loss-offer = The offer passes to the next on the waiting list, and this registration ends.
leave-loss-wait = This registration ends. If you register again, you start at the end of the line.
leave-reason = Reason (if you wish to give one)
leave-send = Give it up
auto-not-endorsed = Registration closes; if not endorsed by then, this registration ends
auto-offer-lapses = The offer lapses if it has not been accepted
auto-list-closes = The waiting list closes
auto-changes-close = Last moment to exchange a member or give up the place
auto-starts = The workshop begins
auto-evaluation = The workshop ends and the evaluation opens
auto-opens = Registration opens
auto-closes = Registration closes
auto-list-ends = The waiting list closes and no more offers are made
auto-held = The workshop begins

## What has happened to a registration

history-asked-awaiting-endorsement = Registered; sent to the department for endorsement
history-asked-confirmed = Registered and confirmed
history-asked-waitlisted = Registered; put on the waiting list
history-asked-offered = Registered in place of a cancelled workshop; place offered
history-offered = Place offered
history-accepted = Offer accepted; place confirmed
history-gave-up = Given up
history-endorsed = Endorsed by the department
history-declined = Not endorsed by the department
history-lapsed = Offer lapsed; moved to the end of the waiting list
history-not-endorsed = Ended: not endorsed before registration closed
history-substituted = Member exchanged
history-workshop-cancelled = Workshop cancelled
history-jumped = Moved to the front of the waiting list
history-closed = Attendance closed
history-list-closed = Waiting list ended without a place

## At the door and after

attend-as = You are signing in as { $name }, registration { $reference }.
attend-here = I am here
attend-present = You are signed in
attend-then = The workshop ends at { $ends }. After that you can evaluate it and have your attendance record.
record-title = Attendance record
record-genuine = This record is genuine. It was issued by the Efficiency Unit.
record-words = { $name }, { $organisation }, attended “{ $title }” on { $date }.
record-words-part = { $name }, { $organisation }, attended part of “{ $title }” on { $date }.
record-paper = Print my record

## The department's desk

department-title = My department
department-lead = Endorse your colleagues’ registrations, enrol a group, and see who goes where.
department-coming = To come
department-past = Past and ended
department-none = Nobody registered for a workshop to come
department-none-why = Registrations of your department that are endorsed, or need no endorsement, are listed here.
endorse-title = { $n ->
        [one] 1 registration
       *[other] { $n } registrations
    } to endorse
endorse-none = Nothing to endorse
endorse-none-why = No registration of your department awaits endorsement. New ones appear here by themselves.
endorse-until = Endorse by { $moment }
endorse-send = Endorse
decline-title = Do not endorse
decline-reason = Reason
decline-hint = Everyone in the registration will read it.
decline-send = Decline this registration
rank-title = Set the order of preference
rank-label = Order among your department’s registrations (1 comes first)
enrol-title = Enrol a group
enrol-lead = Enrol colleagues from a list, for one workshop or several. Either everyone is enrolled or nobody, and then you see what is wrong in which line.
enrol-file = The list, as CSV
enrol-hint = Paste it with its heading. Lines of one workshop with the same team letter register together; leave the letter empty for people who register alone.
enrol-example = See an example
enrol-send = Enrol everyone on the list
list-xlsx = Download the list (Excel)
list-csv = Download the list (CSV)
list-calendar = Download the calendar

## Registering: what can be wrong

workshops-not-open = Registration is not open yet. It opens on { $opens }; please come back then.
workshops-closed = Registration closed on { $since }.
workshops-is-cancelled = This workshop is cancelled. Please see the list of workshops for another one.
workshops-team-size = Name between { $least } and { $most } people; you named { $people }.
workshops-member-twice = { $email } is named twice. Name each person once.
workshops-other-department = { $email } belongs to another department. Name people of your own department only.
workshops-other-domain = { $email } is not an address of your department. Use one ending in { $domains }.
workshops-newcomer-name = This colleague is new to Accolade. Give both name and post.
workshops-no-consent = Read the collection statement and tick the box to accept it.
workshops-already-in = { $email } is already registered for this workshop ({ $reference }). Leave this person out, or use that registration.
workshops-overlaps = { $email } is registered for “{ $title }” on { $starts }, which overlaps. Give that one up first, or name somebody else.
workshops-lost-character = A character was lost in this text. Type it again.
workshops-too-late = Changes were possible until { $until }. If somebody cannot come, please tell the organiser.
workshops-offer-lapsed = This offer is no longer open; it ended on { $since }. The registration is on the waiting list again, and we will write when places are offered.
workshops-not-offered = No place is offered to this registration now. Its page shows where it stands.
workshops-not-awaiting = This registration is no longer awaiting endorsement. Its page shows where it stands.
workshops-not-live = This cannot be done with the registration as it now stands. Its page shows what has happened.
workshops-reason-missing = Give a reason.
workshops-rank-bad = Enter a whole number from 1 to 99.

## The day itself: what can be wrong

workshops-door-day = This code works only on { $day }. On another day, please speak to the officer at the door.
workshops-no-place-here = You have no confirmed place in this workshop. Please speak to the officer at the door.
workshops-not-begun = The workshop begins on { $starts }. Attendance can be marked from one hour before.
workshops-attendance-closed = Attendance is closed. Marks can no longer be changed.
workshops-not-ended = The workshop ends on { $ends }. Please come back after that.
workshops-not-attended = Only those recorded as present can evaluate this workshop. If your mark is wrong, please tell the organiser.

## Organising: what can be wrong

workshops-code-bad = Enter a code of up to 20 letters, digits and hyphens, such as PM-2002-9.
workshops-code-taken = There is already a workshop with this code. Choose another.
workshops-changed-meanwhile = Somebody else has changed this workshop meanwhile. Open the form again and repeat your changes.
workshops-venue-unknown = Choose a venue from the list.
workshops-english-missing = Write this in English too.
workshops-chinese-missing = Write this in Chinese too.
workshops-ends-first = The end must come after the beginning.
workshops-one-day = A workshop must begin and end on the same day.
workshops-closes-first = Registration must close after it opens.
workshops-starts-first = Registration must close before the workshop begins.
workshops-capacity-none = Enter at least 1 place.
workshops-minimum-bad = Enter a minimum from 1 to { $capacity }, the number of places.
workshops-team-bad = Enter a team size of at least 1 and at most { $quota }, the quota of a department, with the smaller number first.
workshops-quota-none = Enter a quota of at least 1 person.
workshops-holiday = That day is a general holiday: { $holiday_en } ({ $holiday_zh }). The next working day is { $next }.
workshops-sunday = That day is a Sunday. The next working day is { $next }.
workshops-saturday = That is a Saturday afternoon. The next working day is { $next }.
workshops-room-small = The venue holds { $room } people and the workshop has { $people } places. Choose a larger venue or fewer places. Large enough and open then: { $fitting }
workshops-room-shut = { $venue } is not open at that time. Choose another time or venue.
workshops-below-taken = { $taken ->
        [one] 1 place is
       *[other] { $taken } places are
    } already taken. Enter at least as many.
workshops-is-published = This workshop is published already.
workshops-is-over = This workshop is completed or cancelled and cannot be changed.
workshops-is-decided = This workshop cannot be confirmed at this stage, or it has been already. Its page shows where it stands.
workshops-not-closed = Registration closes on { $closes }. Decide after that, or let it close earlier.
workshops-below-minimum = { $people ->
        [one] 1 person is
       *[other] { $people } people are
    } registered, fewer than the minimum of { $minimum }. To hold it all the same, give a reason.
workshops-carried-to-missing = Enter the workshop or initiative it is carried forward to, such as PM-2002-4 or F3.1.
workshops-carried-to-unknown = There is no such workshop or initiative. Check the code; it looks like PM-2002-4 or F3.1.
workshops-replacement-missing = Enter the code of the workshop it is merged with.
workshops-replacement-over = The waiting list of that workshop has closed, so places in it cannot be offered. Choose another workshop.
