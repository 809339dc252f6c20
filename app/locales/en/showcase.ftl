# The Showcase: the event, what departments file for it, where it fits, and what the scheduler decides.

nav-showcase = Showcase

## For everybody

showcase-title = Showcase
showcase-lead = Departments show the public what they do for the community: visits, talks, demonstrations, performances and advice in all parts of Hong Kong.
showcase-none = No event has been set up
showcase-none-why = When the next Showcase has its days, they stand here.
showcase-no-event = No event has been set up yet. The Showcase scheduler sets it up.
showcase-programme-later = The programme, with all places and times, appears here when it is published.
showcase-departments = Departments (aim: { $of })
showcase-activities = Activities accepted (aim: { $of })
showcase-sessions = Sessions
showcase-closes-at = Departments may file until { $moment }

## The event

showcase-set-up = Set up the event
showcase-set-up-lead = The names, the days, and until when departments may file.
showcase-code = Code
showcase-code-hint = Two to eight letters or figures. It stands before the codes of all activities.
showcase-name-en = Name, in English
showcase-name-zh = Name, in Chinese
showcase-closes = Departments may file until
showcase-target-departments = Departments aimed at
showcase-target-activities = Activities aimed at
showcase-event-code = Use two to eight letters or figures, without spaces.
showcase-ends-first = The event ends before it begins. Give a last day that is not before the first.
showcase-too-many-days = An event has no more than { $most } days.
showcase-closes-late = Departments must have filed before the event begins. Give an earlier time.

## What a department has filed

showcase-mine = Our activities
showcase-mine-lead = What your department files for the Showcase, and how far each activity has come.
showcase-mine-none = Your department has filed nothing yet
showcase-mine-none-why = File activities one by one with the form, or many at once as a table.
showcase-together = What all departments have filed
showcase-what = Activity
showcase-board-others = Also here: { $names }
showcase-say-changed-by = Changed by { $name }.
showcase-too-many-bookings = { $n } bookings were made from here within the last hour. Wait an hour, or call the department.
showcase-venues = Where it fits
showcase-department = Department
showcase-at-once = At once
showcase-new = New activity
showcase-edit = Change it
showcase-edit-of = Change { $code }
showcase-history = What has happened

## The form

showcase-form-lead = Say what you show, what it needs and what you would like. Below the facilities you see at once how many venues fit.
showcase-form-title-en = Title, in English
showcase-form-title-zh = Title, in Chinese
showcase-form-line-en = One line for the programme, in English (if you wish)
showcase-form-line-zh = One line for the programme, in Chinese (if you wish)
showcase-form-kind = Kind
showcase-form-place = Place
showcase-pool = A venue found by the scheduler
showcase-own-of = Our own premises: { $venue } ({ $n ->
    [one] 1 person
   *[other] { $n } people
})
showcase-form-minutes = Length of a session, in minutes
showcase-form-sessions = Number of sessions
showcase-form-setup = Time to set up, in minutes
showcase-form-teardown = Time to clear, in minutes
showcase-form-crowd = How people come
showcase-form-expected = People expected at a session
showcase-form-peak = People at the same time
showcase-form-peak-hint = If you leave this empty: all who are expected, or a quarter of those who come and go.
showcase-form-features = Facilities it needs
showcase-form-districts = Districts you would like
showcase-form-districts-hint = Tick none if any district will do.
showcase-form-days = Days you would like
showcase-form-time = Time of day you would like
showcase-form-languages = Languages
showcase-form-wet = When it rains
showcase-form-wet-hint = An activity in the open air needs a plan for rain.
showcase-form-booking = Visitors book a place
showcase-file = File it
showcase-save-draft = Save as a draft
showcase-any = Any
showcase-length = Sessions
showcase-length-of = { $n ->
    [one] 1 session
   *[other] { $n } sessions
} of { $minutes } minutes
showcase-around = Before and after
showcase-around-of = { $setup } minutes to set up, { $teardown } minutes to clear
showcase-people = People
showcase-people-of = { $expected } expected, { $peak } at the same time, { $crowd }
showcase-wishes = Wishes
showcase-booking = Booking
showcase-booking-yes = Visitors book a place
showcase-booking-no = No booking

## Where it fits

showcase-fit-begin = As you fill in the form, this line says how many venues fit.
showcase-fit = { $n ->
    [one] 1 venue fits.
   *[other] { $n } venues fit.
}
showcase-fit-wanted = { $n ->
    [one] 1 of them is in a district you would like.
   *[other] { $n } of them are in districts you would like.
}
showcase-fit-elsewhere = None of them is in { $districts }.
showcase-fit-own = Your own premises offer all it needs.
showcase-fit-own-small = Your own premises take { $capacity } people; { $peak } would be there at the same time. Ask for fewer at once, or for a venue found by the scheduler.
showcase-fit-none = No venue offers all of this.
showcase-fit-without = { $n ->
    [one] Without “{ $need }” 1 venue would fit.
   *[other] Without “{ $need }” { $n } venues would fit.
}
showcase-fit-no-single = Leaving out any single need is not enough: ask for less.
showcase-need-room = room for { $n } at once
showcase-need-hours = { $n } minutes open on one day
showcase-chip-fits = { $n ->
    [one] 1 venue fits
   *[other] { $n } venues fit
}
showcase-chip-elsewhere = Only elsewhere: { $n }
showcase-chip-own = Own premises
showcase-chip-none = No venue fits
showcase-chip-small = Own premises too small

## A table of many

showcase-import = Send many at once
showcase-import-file = Table of activities (CSV)
showcase-import-hint = Paste the table here with its first line. Every line is filed, or none is: what is wrong is said line by line.
showcase-import-send = File all of them
showcase-import-sample = A table to begin with

## What the scheduler decides

showcase-proposals = Proposals
showcase-proposals-lead = What departments have filed: accept what fits, send back what is not clear. Drafts appear here only if no venue fits.
showcase-proposals-none = Nothing here
showcase-proposals-none-why = No activity answers to what you asked for.
showcase-count = { $n ->
    [one] 1 activity
   *[other] { $n } activities
}
showcase-list = This list as a table (CSV)
showcase-accept = Accept it
showcase-accept-fitting = { $n ->
    [one] Accept the 1 that waits and fits
   *[other] Accept all { $n } that wait and fit
}
showcase-return-title = Send it back
showcase-return = Send it back
showcase-comment-en = What is to be put right, in English
showcase-comment-zh = What is to be put right, in Chinese
showcase-cancel-title = Cancel this activity
showcase-cancel-loss = It will not be shown, and cannot be filed again under this code. Everybody concerned reads the reason.
showcase-cancel = Cancel it
showcase-reason-en = Reason, in English
showcase-reason-zh = Reason, in Chinese

## The board

showcase-board = Timetable board
showcase-board-lead = Every session of what was accepted, in its venue and at its time.
showcase-board-none = There is no plan yet
showcase-board-none-why = Let all sessions be placed, then move by hand what should be elsewhere.
showcase-auto-first = Place all sessions
showcase-auto-rest = { $n ->
    [one] Place the 1 that has no good place
   *[other] Place the { $n } that have no good place
}
showcase-auto-all = Make another plan
showcase-undo = Undo
showcase-redo = Do it again
showcase-lock-day = Lock this day
showcase-unlock-day = Unlock this day
showcase-plans = All plans
showcase-making = Plan { $plan } is being made: { $percent } % done, { $n ->
    [0] everything has a place so far
    [one] 1 session waits so far
   *[other] { $n } sessions wait so far
}.
showcase-stop = Stop, and keep the best so far
showcase-look-again = Look again
showcase-days = Days of the event
showcase-board-venues = Venues
showcase-venues-in-use = All in use on this day
showcase-venue-about = { $district } · { $n } people · { $pitches ->
    [one] 1 pitch
   *[other] { $pitches } pitches
}
showcase-board-of = Timetable of { $day }
showcase-board-keys = Take a session up by dragging it, or with the space bar; move it with the arrow keys, put it down with Enter, or put it back with Escape. Press Enter on a session to open it.
showcase-locked = Locked
showcase-wrong = Conflict
showcase-waits = Waits for a place
showcase-day-none = Nothing on this day
showcase-day-none-why = No session is placed on this day. Choose a district to see its venues, or another day.
showcase-plan-n = Plan { $plan }, made { $moment }
showcase-tally-placed = Placed, of { $of }
showcase-tally-conflicts = Conflicts to decide
showcase-tally-elsewhere = In another district than wished
showcase-tally-other-day = On another kind of day
showcase-tally-other-time = At another time of day
showcase-tally-locked = Locked
showcase-waiting = Waiting for a place: { $n }
showcase-and-more = { $n ->
    [one] And 1 more.
   *[other] And { $n } more.
}
showcase-conflicts = Conflicts to decide: { $n }
showcase-nowhere-free = There is room for it; it has not been placed yet.
showcase-nowhere = { $n ->
    [0] No venue offers all it needs.
    [one] 1 venue offers all it needs, but it is taken or closed at every hour it could be there.
   *[other] { $n } venues offer all it needs, but they are taken or closed at every hour it could be there.
}
showcase-release-none = No single change would place it: something else has to move first.
showcase-release-feature = Without “{ $feature }” there would be { $n ->
    [one] 1 place.
   *[other] { $n } places.
}
showcase-release-hours = With longer hours of a venue there would be { $n ->
    [one] 1 place.
   *[other] { $n } places.
}
showcase-release-pitch = With one more pitch in a venue there would be { $n ->
    [one] 1 place.
   *[other] { $n } places.
}
showcase-release-room = With fewer people at once there would be { $n ->
    [one] 1 place.
   *[other] { $n } places.
}
showcase-release-premises = In venues that are not open to it there would be { $n ->
    [one] 1 place.
   *[other] { $n } places.
}
showcase-release-team = With one more team of the department there would be { $n ->
    [one] 1 place.
   *[other] { $n } places.
}
showcase-release-noise = Beside what is loud, or what needs quiet, there would be { $n ->
    [one] 1 place.
   *[other] { $n } places.
}
showcase-release-other = If one other rule gave way there would be { $n ->
    [one] 1 place.
   *[other] { $n } places.
}

## A session

showcase-session = Session
showcase-session-n = Session { $n }
showcase-session-of = Session { $n } of { $of }
showcase-at = { $venue }, { $day }, { $span }
showcase-venue = Venue
showcase-begins = Begins at
showcase-place = Place
showcase-take = Take it
showcase-move = Move it
showcase-place-it = Place it
showcase-move-to = Move it to…
showcase-take-off = Take it off the board
showcase-lock = Lock it here
showcase-unlock = Unlock it
showcase-offers = Free places
showcase-swaps = If others went elsewhere
showcase-swap-to = Session { $n } would go to { $place }
showcase-swap-stuck = Session { $n } would have no place
showcase-swap-make = Make way and place it
showcase-siblings = Other sessions of this activity
showcase-filed-as = What the department filed
showcase-why-here = Why here?
showcase-next-best = The best other free place is { $place }: { $wishes }.
showcase-wish-none = nothing particular was wished
showcase-wish-district-met = a district that was wished
showcase-wish-district-not = not a district that was wished
showcase-wish-day-met = a kind of day that was wished
showcase-wish-day-not = not the kind of day that was wished
showcase-wish-time-met = a time of day that was wished
showcase-wish-time-not = not the time of day that was wished

## What is in the way of a place

showcase-no-time = Give a time, such as 14:30.
showcase-why-outside = That is not a day of the event.
showcase-why-past = That day is over.
showcase-why-off-beat = Sessions begin on a quarter of an hour: 14:00, 14:15, 14:30 or 14:45.
showcase-why-locked = This session is locked. Unlock it to move it.
showcase-why-closed = { $venue } is closed then. Set-up and clearing may reach one hour beyond its hours, the session itself may not.
showcase-why-held = { $venue } is not free from { $from } to { $to }: { $by }.
showcase-why-taken = All pitches of { $venue } are taken: “{ $title }” is there ({ $from }).
showcase-why-small = { $venue } takes { $capacity } people; { $need } would be there at once.
showcase-why-crowded = Together with “{ $title }” ({ $from }) { $together } people or more would be in { $venue } at once; it takes { $capacity }.
showcase-why-lacks = { $venue } does not have: { $feature }.
showcase-why-not-own = { $venue } is not open to this activity: own premises are for the department’s own activities, and those stay there.
showcase-why-busy = { $organisation } runs { $teams } sessions at once already; “{ $title }” is one of them ({ $from }).
showcase-why-twice = Session { $session } of the same activity is at that time ({ $from }).
showcase-why-noise = “{ $title }” ({ $from }) is in { $venue } then, and one of the two is loud while the other needs quiet.

## Plans

showcase-plan = Plan
showcase-plans-lead = Each plan places every session once. One of them is on the board; compare another with it before you change over.
showcase-plan-number = Plan { $plan }
showcase-plan-made = Made
showcase-plan-how = How
showcase-plan-keeps-placed = Plan { $plan } with its gaps filled and its conflicts resolved
showcase-plan-keeps-locked = { $plan ->
    [0] All sessions placed
   *[other] All placed anew but what was locked in plan { $plan }
}
showcase-plan-unplaced = Waiting
showcase-plan-do = What to do
showcase-plan-on-board = On the board
showcase-plan-ready = Ready
showcase-plan-making = Being made
showcase-plan-failed = Not finished
showcase-choose-plan = Put it on the board
showcase-compare = Compare
showcase-differences = { $n ->
    [0] No session is elsewhere.
    [one] 1 session is elsewhere.
   *[other] { $n } sessions are elsewhere.
}
showcase-cannot-plan = Nothing can be planned with what is recorded of { $code }. Put its hours, days or lengths right first.
showcase-already-making = A plan is being made already. Wait for it, or stop it.
showcase-plan-not-ready = This plan is not ready. Choose another one.
showcase-nothing-to-undo = There is no change of yours here that could be undone or done again.
showcase-nothing-changes = It is so already.

## What the board says aloud

showcase-say-taken = Taken up. Move it with the arrow keys, put it down with Enter, put it back with Escape.
showcase-say-fits = fits here
showcase-say-put = Placed:
showcase-say-back = Put back.
showcase-say-looking = looking where it fits
showcase-say-changed = The board has changed.
showcase-say-offline = The server cannot be reached. Nothing was changed.

## Confirmed by departments, and published

showcase-enquiries = Enquiries
showcase-enquiries-number = Give a telephone number, or nothing.
showcase-publish = Publish
showcase-publish-lead = What the public would read next. Only what departments have confirmed is published.
showcase-ask = { $n ->
    [one] Ask departments to confirm 1 activity
   *[other] Ask departments to confirm { $n } activities
}
showcase-unconfirmed = { $n ->
    [one] 1 activity has places that its department has not confirmed. It stays out of this version.
   *[other] { $n } activities have places that their departments have not confirmed. They stay out of this version.
}
showcase-publish-conflicts = { $n ->
    [one] 1 session is in conflict, so nothing can be published. Put it right on the board first.
   *[other] { $n } sessions are in conflict, so nothing can be published. Put them right on the board first.
}
showcase-publish-conflict = “{ $title }”, session { $session }:
showcase-publish-nothing = Nothing to publish
showcase-publish-nothing-why = The public reads already what stands on the board and is confirmed.
showcase-nothing-to-publish = There is nothing to publish: the public reads already what stands on the board and is confirmed.
showcase-publish-changes = { $n ->
    [one] 1 session changes
   *[other] { $n } sessions change
}
showcase-publish-reason-en = What has changed and why, in English
showcase-publish-reason-zh = What has changed and why, in Chinese
showcase-publish-told = Who will be told: { $n ->
    [one] 1 department
   *[other] { $n } departments
}, { $bookings ->
    [one] 1 booking
   *[other] { $bookings } bookings
}, { $followers ->
    [one] 1 address that follows
   *[other] { $followers } addresses that follow
}. Each gets one letter, when nothing more has been published for a quarter of an hour.
showcase-follow = Tell me when it changes
showcase-follow-lead = You get a letter when something of this is added, moved or cancelled, once for however many changes.
showcase-follow-address = Your e-mail address
showcase-follow-consent = We use this address for these letters alone, keep it until you have enough or the Showcase is over, and give it to nobody. First we send a link to it, so that nobody can ask in your place.
showcase-follow-send = Send me the link
showcase-follow-email = Give an e-mail address, such as name@example.com.
showcase-follow-calendar = A calendar can follow too, without an address of yours:
showcase-follow-subscribe = subscribe to the calendar
showcase-follow-ask = Somebody, probably you, wants letters to this address when this changes.
showcase-follow-yes = Yes, write to me
showcase-follow-no = No, forget this address
showcase-follow-on = You follow this. A letter comes when it changes.
showcase-follow-stop = I have had enough
showcase-publish-n = Publish version { $version }
showcase-version-of = Version { $version }, { $moment }
showcase-first-version = The programme was published for the first time.
showcase-version-read = Read this version
showcase-turn-added = New
showcase-turn-moved = Moved
showcase-turn-cancelled = Cancelled
showcase-turn-was = Before
showcase-turn-now = Now
showcase-to-confirm = To be confirmed
showcase-to-confirm-lead = The scheduler has found places and times. Say whether your department can keep them.
showcase-confirm = We can keep this
showcase-confirm-all = { $n ->
    [one] We can keep this one
   *[other] We can keep all { $n }
}
showcase-object-title = We cannot keep this
showcase-object = Send it back to the scheduler
showcase-sessions-at = Places and times

## The programme

showcase-programme = Programme
showcase-no-programme = The programme has not been published yet. It appears here when all places and times are settled.
showcase-no-programme-title = No programme yet
showcase-programme-all = The whole programme
showcase-programme-empty = Nothing found
showcase-programme-empty-why = No activity answers to all that you asked for. Ask for less.
showcase-programme-count = { $n ->
    [one] 1 activity
   *[other] { $n } activities
}, { $sessions ->
    [one] 1 session
   *[other] { $sessions } sessions
}
showcase-sessions-n = { $n ->
    [one] 1 session
   *[other] { $n } sessions
}
showcase-sessions-more = { $n ->
    [one] and 1 more session
   *[other] and { $n } more sessions
}
showcase-search = Words
showcase-step-free = Step-free
showcase-indoor = Indoors
showcase-bookable = With booking
showcase-over = Also what is over
showcase-print = For printing, by district
showcase-changes = What has changed
showcase-changes-lead = Every version of the programme, and what is different in it.
showcase-pages = Pages
showcase-page-before = Before
showcase-page-after = Next
showcase-page-of = Page { $n } of { $of }
showcase-earlier-version = This is version { $version } ({ $moment }). The present version is { $last }.
showcase-present-version = Read the present version
showcase-when-where = When and where
showcase-access = Access
showcase-access-not = Not known to be step-free
showcase-session-cancelled = Cancelled: { $when }.
showcase-activity-off = Activity { $code } does not take place

## Booking

showcase-book = Book places
showcase-book-over = All sessions have begun: nothing can be booked any more.
showcase-book-name = Name to call
showcase-book-contact = E-mail address or telephone number
showcase-book-contact-hint = One is enough. We use it only to tell you of this booking.
showcase-book-people = How many people
showcase-book-access = What you need to take part, such as a place for a wheelchair (if you wish)
showcase-book-waits = If there is no room, put us on the waiting list
showcase-book-consent = The department that holds this activity uses what you give here to expect you and to tell you of changes. Without a name and a contact nothing can be booked. Everything that says who you are is erased { $days } days after the session. Please do not enter identity card numbers.
showcase-book-send = Book
showcase-places-left = { $n ->
    [0] no places left of { $of }
    [one] 1 place left of { $of }
   *[other] { $n } places left of { $of }
}
showcase-places-waiting = ({ $n ->
    [one] 1 person waits
   *[other] { $n } people wait
})
showcase-booking-name = Give a name to call, of at most 80 characters.
showcase-booking-contact = Give an e-mail address, or a telephone number of at least eight figures.
showcase-booking-access-long = Say it in at most 300 characters.
showcase-booking-session = Choose a session.
showcase-session-began = This session began at { $since }. Choose another one.
showcase-group-too-large = Each session has { $places ->
    [one] 1 place
   *[other] { $places } places
}. Book for fewer people, or divide your group.
showcase-no-room = { $left ->
    [0] There are no places left in this session.
    [one] There is 1 place left in this session.
   *[other] There are { $left } places left in this session.
} Choose another session, book for fewer people, or tick the box to wait.
showcase-booked-already = There is a booking with this contact for this session already. Change it with the link that you were given.
showcase-booking-mine = Your booking
showcase-booking-reference = Reference
showcase-booking-held = { $n ->
    [one] Your place is booked.
   *[other] Your { $n } places are booked.
}
showcase-booking-waits = { $n ->
    [one] You are on the waiting list for 1 place
   *[other] You are on the waiting list for { $n } places
}; { $ahead ->
    [0] nobody is before you.
    [one] 1 booking is before yours.
   *[other] { $ahead } bookings are before yours.
} You move up by yourself when places are given back.
showcase-booking-off = This session does not take place any more.
showcase-booking-cancelled = This booking has been cancelled.
showcase-booking-link = Keep the address of this page: only it opens your booking.
showcase-booking-give-back = Cancel this booking
showcase-booking-loss = { $n ->
    [one] Your place goes to whoever is next. This cannot be undone.
   *[other] Your { $n } places go to whoever is next. This cannot be undone.
}
showcase-booking-activity = About the activity
showcase-visitors = Who comes
showcase-visitors-none = Nobody has booked yet.
showcase-booking-is-held = Booked
showcase-booking-is-waiting = Waiting

## My plan

showcase-my-plan = My plan
showcase-my-plan-none = Your plan is empty
showcase-my-plan-none-why = Put sessions on it from the pages of activities. It is kept in this browser only.
showcase-my-plan-calendar = For my calendar (.ics)
showcase-my-plan-kept = Your plan is kept in this browser and in the address of this page; nobody else knows it.
showcase-pick = Put it on my plan
showcase-unpick = Take it off my plan
showcase-plan-take-off = Take it off
showcase-plan-overlaps = Overlaps with another
showcase-plan-rain = When it rains: { $wet }.

## Moving the event

showcase-move-title = Move or rename the event
showcase-move-lead = Ask first what other days or another name would mean. Nothing changes until you give the reason and confirm.
showcase-move-ask = What would that mean?
showcase-move-meaning = { $name }, { $days }
showcase-move-kept = Sessions keep their pattern
showcase-move-decide = Need a decision
showcase-move-dropped = Have no day any more
showcase-move-decide-n = Need a decision: { $n }
showcase-move-dropped-n = Have no day any more, and wait for another: { $n }
showcase-move-event = Change the event
showcase-blackout = On { $day } every venue is closed. Choose days on which some are open.
showcase-move-instead = The name and the days of an event are changed on the page “Move or rename the event”, with the reason that everybody reads. Nothing was saved.
showcase-formerly = Formerly: { $names }.
showcase-notice = Changed { $moment }; before that: { $name }, { $days }.
showcase-plan-keeps-moved = Plan { $plan }, moved with the event
done-event-moved = The event has been changed. What needs a decision stands below.

## How strict the event is

showcase-auto-day = Place this day anew
showcase-auto-activity = Place this activity anew
showcase-auto-department = Place all of { $name } anew
showcase-plan-keeps-rest = Plan { $plan } with what was chosen placed anew
showcase-bottlenecks = Where is it tight?
showcase-short-feature = Venues with: { $name }
showcase-short-teams = Teams of { $name }
showcase-short = { $needed } hours are needed; there are { $offered }.
showcase-event-venues = Venues of the event
showcase-venues-lead = Halls, parks and rooms of the pool that the board uses, and how far you have come with each. What is asked, held or confirmed is kept from others for the whole event.
showcase-venues-none = No venue is used yet
showcase-venues-all = { $n ->
    [one] The one venue on the board is confirmed.
   *[other] All { $n } venues on the board are confirmed.
}
showcase-venues-open = { $n ->
    [one] One venue on the board is not confirmed. It can be booked in the ordinary way until { $by }.
   *[other] { $n } venues on the board are not confirmed. They can be booked in the ordinary way until { $by }.
}
showcase-venues-late = { $n ->
    [one] One venue on the board is not confirmed, and the time to book it in the ordinary way ended on { $by }. Call whoever manages it.
   *[other] { $n } venues on the board are not confirmed, and the time to book them in the ordinary way ended on { $by }. Call whoever manages them.
}
showcase-book-by = To be booked by { $day }
showcase-managed-by = Managed by
showcase-days-there = Days
showcase-lead-time = Lead time
showcase-lead-months = Months before the event
showcase-lead-hint = Halls take ordinary bookings three to seven months ahead. You get a letter two weeks before.
showcase-hold-none = Not asked
showcase-hold-asked = Asked
showcase-hold-held = Held
showcase-hold-confirmed = Confirmed
showcase-hold-released = Released
showcase-hold-since = since { $since }
showcase-hold-since-until = since { $since }, until { $until }
showcase-hold-until = Held until
showcase-hold-until-hint = Only if it is held: you get a letter a week before.
showcase-hold-note = Note for colleagues
showcase-hold-note-hint = Whom to call, a reference number.
showcase-hold-change = How far you have come
showcase-held-until = Give the last day on which it is held, between { $from } and { $to }.
showcase-not-for-hire = These are a department’s own premises; they are not booked.
showcase-still-published = { $n ->
    [one] One published session is there. Move it and publish first.
   *[other] { $n } published sessions are there. Move them and publish first.
}
showcase-if-lost = If it is lost
showcase-loss-none = Nothing on the board is there.
showcase-loss = As the board stands, { $same } of its sessions could be elsewhere at the same time, { $other } elsewhere at another time, and for { $nowhere } others would have to move.
showcase-loss-instead = Instead: { $place }
showcase-loss-nowhere = No free place elsewhere as the board stands.
showcase-venue-page = Hours, facilities, and closing it
showcase-rules = Rules
showcase-rules-lead = How strict this event is with each rule when you work by hand. What is placed by itself always keeps the rules.
showcase-warnings = Only to be seen: { $n }
showcase-rule-hours = Hours of the venue
showcase-rule-held = Closures, and others who hold the venue
showcase-rule-room = Pitches, and how many people it takes
showcase-rule-features = Facilities that are needed
showcase-rule-premises = Own premises
showcase-rule-teams = What a department runs at once
showcase-rule-twice = Sessions of one activity at once
showcase-rule-noise = Quiet beside loud
showcase-rule-district = Districts that were wished
showcase-rule-day = Days that were wished
showcase-rule-time = Time of day that was wished
showcase-level-forbid = Forbid it
showcase-level-block = Publish nothing over it
showcase-level-warn = Only show it
showcase-level-ignore = Ignore it
showcase-why-wish-district = It is in another district than its department wished.
showcase-why-wish-day = It is on another kind of day than its department wished.
showcase-why-wish-time = It is at another time of day than its department wished.

## Kinds, people, wishes, rain, languages

showcase-kind-exhibit = Exhibition
showcase-kind-demonstration = Demonstration
showcase-kind-talk = Talk
showcase-kind-advice = Advice
showcase-kind-handson = Hands-on workshop
showcase-kind-visit = Visit
showcase-kind-performance = Performance
showcase-kind-game = Game
showcase-kind-open-day = Open day
showcase-kind-screening = Screening
showcase-kind-competition = Competition
showcase-crowd-seated = all stay for the session
showcase-crowd-drop-in = people come and go
showcase-days-any = any day
showcase-days-weekday = Monday to Friday
showcase-days-weekend = Saturdays, Sundays and general holidays
showcase-time-any = any time
showcase-time-am = morning
showcase-time-pm = afternoon
showcase-time-eve = evening
showcase-wet-not-affected = goes on as planned
showcase-wet-cancel = is cancelled
showcase-wet-move-indoors = moves indoors
showcase-language-yue = Cantonese
showcase-language-eng = English
showcase-language-cmn = Putonghua
showcase-fits-wanted = Fits where it is wanted
showcase-fits-elsewhere = Fits only elsewhere
showcase-fits-none = Fits nowhere

## How far it has come

showcase-state-draft = Draft
showcase-state-proposed = Filed
showcase-state-returned = Sent back
showcase-state-accepted = Accepted
showcase-state-scheduled = Has its times
showcase-state-confirmed = Confirmed
showcase-state-published = Published
showcase-state-held = Held
showcase-state-cancelled = Cancelled
showcase-step-drafted = Begun as a draft
showcase-step-changed = Changed
showcase-step-filed = Filed
showcase-step-returned = Sent back
showcase-step-accepted = Accepted
showcase-step-cancelled = Cancelled
showcase-step-scheduled = Given places and times; the department was asked
showcase-step-confirmed = Confirmed by the department
showcase-step-objected = The department cannot keep it
showcase-step-moved = Moved by the scheduler; to be confirmed again
showcase-step-held = Held
showcase-step-published = Published

## Why not

showcase-filing-closed = Departments could file until { $since }. Ask the Showcase scheduler if something must still be added.
showcase-activity-move = This cannot be done now: the activity has gone another way meanwhile. Look at it again.
showcase-activity-stays = This activity has been filed and cannot be changed now. Ask the scheduler to send it back.
showcase-own-too-small = { $peak } people would be there at the same time, and your own premises take { $capacity }. Ask for fewer at once, or for a venue found by the scheduler.
showcase-not-own-premises = Choose premises of your own department, or a venue found by the scheduler.
showcase-no-rain-plan = An activity in the open air needs a plan for rain: is it cancelled, or does it move indoors?
showcase-no-venue = No venue offers all that { $code } needs, so it cannot be accepted. Send it back and say which need is in the way.
showcase-changed = Somebody else has changed this meanwhile. Nothing of yours was saved: open the page again, look at the change and repeat yours.
showcase-number = Enter a whole number from { $least } to { $most }.
showcase-choose = Choose one of the list.
showcase-no-language = Tick at least one language.
showcase-unknown-code = “{ $code }” is not in the list.

## Done

done-activity-filed = The activity has been filed. The scheduler looks at it next.
done-activity-hopeless = The activity is kept as a draft: no venue offers all it needs. Change what stands in the way, then file it again.
done-activities-filed = All activities of the table have been filed.
done-activities-some-hopeless = The table has been taken. Activities for which there is no venue are kept as drafts: they are marked below.
done-activity-cancelled = The activity has been cancelled.
done-activity-returned = The activity has been sent back, and its department told.
done-activity-accepted = The activity has been accepted, and its department told.
done-activities-accepted = The activities have been accepted, and their departments told.
done-session-placed = The session has its place.
done-session-off = The session is off the board and waits for a place.
done-plan-chosen = This plan is on the board now.
done-undone = Your last change has been undone.
done-done-again = Your change has been done again.
done-departments-asked = The departments have been asked to confirm.
done-activities-confirmed = Confirmed. Thank you.
done-follow-asked = Look into your mail: a link has been sent to your address. Nothing comes before you have opened it.
done-follow-stopped = Done. Your address has been forgotten.
done-activity-objected = The activity is back with the scheduler, with your reason.
done-programme-published = Published. The public reads it now.

## Letters

letter-activity-returned-subject = Please look again: { $title }
letter-activity-returned-body =
    Your activity { $code }, “{ $title }”, has been sent back to you:

    { $comment }

    Please change it on its page and file it again. You can do so even after the time for filing has passed.

letter-activities-accepted-subject = Accepted for the Showcase: { $n ->
    [one] 1 activity
   *[other] { $n } activities
}
letter-activities-accepted-body =
    { $n ->
        [one] 1 activity of your department has
       *[other] { $n } activities of your department have
    } been accepted for the Showcase.

    Places and times come next. We will write again when they are to be confirmed; there is nothing for you to do now.

letter-activities-scheduled-subject = Please confirm places and times: { $n ->
    [one] 1 activity
   *[other] { $n } activities
}
letter-activities-scheduled-body =
    The scheduler of the Showcase has found places and times for { $n ->
        [one] 1 activity of your department.
       *[other] { $n } activities of your department.
    }

    Please look at them and say whether your department can keep them. Nothing is published before that.

letter-showcase-book-venues-subject = Book the venues of { $event } by { $by }
letter-showcase-book-venues-body =
    { $n ->
        [one] One venue on the board is not confirmed.
       *[other] { $n } venues on the board are not confirmed.
    } Venues can be booked in the ordinary way until { $by }.

    The page below lists them, those that need something first.

letter-showcase-hold-ends-subject = { $venue } is held until { $until } only
letter-showcase-hold-ends-body =
    { $venue } is held for { $event } until { $until }, and not confirmed. After that it is let go.

    The page below shows what is there, and where it could go.

letter-programme-published-subject = Showcase programme, version { $version }
letter-programme-published-body =
    Version { $version } of the Showcase programme has been published. Of the sessions of your department { $added } are new, { $moved } have moved and { $cancelled } are cancelled.

    { $reason }

    All changes are on this page:

letter-booking-held-subject = Booked: { $title }
letter-booking-held-body =
    { $n ->
        [one] 1 place is booked for you at
       *[other] { $n } places are booked for you at
    } “{ $title }”, { $starts }. Your reference is { $reference }.

    The page below shows your booking. If you cannot come, cancel it there so that somebody else can.

letter-booking-waiting-subject = On the waiting list: { $title }
letter-booking-waiting-body =
    You are on the waiting list of “{ $title }”, { $starts }, for { $n ->
        [one] 1 place
       *[other] { $n } places
    }. Your reference is { $reference }.

    We write as soon as there is room. The page below shows where you stand.

letter-booking-moved-subject = Changed: { $title }
letter-booking-moved-body =
    “{ $title }”, for which you have booking { $reference }, has another time or place. It now begins at { $starts }.

    { $reason }

    Your booking stands. If the new time does not suit you, cancel it on the page below.

letter-booking-off-subject = Cancelled: { $title }
letter-booking-off-body =
    “{ $title }” of { $starts }, for which you have booking { $reference }, does not take place.

    { $reason }

    Your booking has ended; there is nothing for you to do.

## On the desk

task-proposals = { $n ->
    [one] Look at 1 proposal
   *[other] Look at { $n } proposals
}
task-put-right = Put right an activity that was sent back
task-finish-activity = Finish an activity and file it
task-confirm-places = { $n ->
    [one] Confirm the places and times of 1 activity
   *[other] Confirm the places and times of { $n } activities
}
showcase-card = { $n } activities of { $departments } departments in { $districts } districts.
showcase-card-today = { $n ->
    [one] One session is today.
   *[other] { $n } sessions are today.
}
showcase-card-open = See what is on
