# Venues: the list of places, one place with its opening hours, and what keeps a place from being free.

## The list

venues-title = Venues
venues-lead = Where workshops are held: how many people each venue holds, when it is open and when it is taken.
venues-count = { $n ->
    [one] 1 venue
   *[other] { $n } venues
}
venues-name = Venue
venues-district = District
venues-capacity = Capacity

## One venue

venues-people = { $n ->
    [one] 1 person
   *[other] { $n } people
}
venues-weekday = Monday to Friday
venues-saturday = Saturday
venues-holiday = Sunday and general holidays
venues-shut = Closed
venues-features = Facilities
venues-stepfree = Step-free access
venues-taken-caption = Taken in the next 180 days
venues-taken-by = Taken for
venues-free = Nothing is booked here in the next 180 days.

## What is in the way

venues-taken = { $venue } is not free from { $from } ({ $by }). Choose another venue or another time.
venues-ends-first = The closure ends before it begins. Give an end that is later than the start.
venues-reason-both = Give the reason for the closure in both English and Chinese.
venues-close = Close this venue for a while
venues-external = somebody outside the government
venues-pitches = Activities at once
venues-import = Closures from a calendar file
venues-import-file = The file (.ics)
venues-import-hint = Open the file in a text editor, and put all of it here. What is over or known already is left out.
venues-import-looked = I have looked at what would be closed
venues-import-look = { $n ->
    [one] One closure would be added. Look at it, tick the box and send again.
   *[other] { $n } closures would be added. Look at them, tick the box and send again.
}
venues-import-one = { $label }: { $from } to { $to }{ $n ->
    [0] .
    [one] , over 1 confirmed booking.
   *[other] , over { $n } confirmed bookings.
}
venues-import-nothing = There is nothing in it that is to come and not known already.
venues-way-there = How to get there
venues-way = { $venue } is in { $district }.
venues-step-free = There is a way in without steps.
venues-steps = We know of no way in without steps; ask before you come.
venues-map = Map (another site)
venues-reason-en = Reason, in English
venues-reason-zh = Reason, in Chinese
venues-close-decided = Whatever is confirmed there in this time goes elsewhere; I have decided that
venues-close-confirmed = { $n ->
    [one] 1 confirmed booking lies in this time. Decide
   *[other] { $n } confirmed bookings lie in this time. Decide
} that it goes elsewhere by ticking the box; then place it anew on the board.
venues-close-one = “{ $label }”, { $from }

venues-holidays = General holidays from calendar files
venues-holidays-lead = The government gives out the general holidays as a file in each language. Put both here; what is known already is left out.
venues-holidays-en = The English file (.ics)
venues-holidays-zh = The Chinese file (.ics)
venues-holidays-looked = I have looked at the days
venues-holidays-take = Take the holidays
venues-holidays-look = { $n ->
    [one] One day would be added. Look at it, tick the box, and send it again.
   *[other] { $n } days would be added. Look at them, tick the box, and send it again.
}
venues-holiday-line = { $day }: { $name }
venues-holiday-one = { $day } is missing in this file, and is in the other.
