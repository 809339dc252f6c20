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

## On the desk

task-proposals = { $n ->
    [one] Look at 1 proposal
   *[other] Look at { $n } proposals
}
task-put-right = Put right an activity that was sent back
task-finish-activity = Finish an activity and file it
