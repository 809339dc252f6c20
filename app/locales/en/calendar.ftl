### Calendars: the page, and subscribing to them.

calendar-title = Calendar
calendar-lead = Workshops, exhibitions, the Showcase, and the dates of award schemes.
calendar-layout = Shown as
calendar-layout-list = List
calendar-layout-day = Day
calendar-layout-week = Week
calendar-layout-month = Month
calendar-happens = What
calendar-before = Earlier
calendar-after = Later
calendar-today = Today
calendar-jump = From
calendar-none = Nothing happens in these days
calendar-none-why = Look at other days, or show everything.
calendar-count = { $n ->
    [one] 1 entry
   *[other] { $n } entries
}
calendar-more = and { $n } more
calendar-off = Cancelled
calendar-unsure = Not confirmed
calendar-whole-day = all day
calendar-to-subscribe = Subscribe
calendar-day = Write a day as 2002-01-31.
calendar-range = A calendar goes over { $most } days at most, and ends after it begins.

calendar-in-none = This is no calendar file: its first line must be BEGIN:VCALENDAR.
calendar-in-large = The file is too large.
calendar-in-many = Line { $line }: the file has too many entries.
calendar-in-line = Line { $line } cannot be read.
calendar-in-letters = Line { $line }: its letters are not Unicode (UTF-8). Save the file as UTF-8.
calendar-in-nested = Line { $line }: an entry begins inside another.
calendar-in-end = Line { $line }: what ends here did not begin, or the file ends too early.
calendar-in-start = Line { $line }: the entry that begins here does not say when it starts.
calendar-in-ends = Line { $line }: the entry that begins here ends before it starts.
calendar-in-time = Line { $line }: this time cannot be read.
calendar-in-zone = Line { $line }: this time zone is not known. Use Asia/Hong_Kong.
calendar-in-repeats = Line { $line }: this way of repeating is not read. Write each of its times as an entry.

happens-workshop = Workshops
happens-deadline = Last days
happens-exhibition = Exhibitions
happens-judging = Judging
happens-activity = Showcase
happens-announcement = Announcements
happens-presentation = Prize presentations
happens-hold = Venues

calendar-subscribe = Calendars to subscribe to
calendar-subscribe-lead = Your calendar program asks for these by itself. What moves, moves there; what is cancelled says so for thirty days.
calendar-slow = Programs ask in their own time: Apple about once an hour, Outlook on the web about every three hours, Google once or twice a day. Late changes are also shown on the pages here, and people with a booking or a place get a letter.
calendar-feed-all = Everything
calendar-feed-districts = By district
calendar-feed-departments = By department
calendar-feed-series = Workshops by series
calendar-feed-event = The Showcase
calendar-feed-tours = Exhibition tours
calendar-feed-schemes = Dates of award schemes
calendar-feed-one = One workshop, stop or activity
calendar-feed-one-how = On its own page, or at this address with its code instead of CODE:
calendar-open = Subscribe
calendar-address = Address
calendar-copy = Copy the address
calendar-copied = Copied.
calendar-qr = Square code for { $name }
calendar-show-qr = For a phone
calendar-own = Private calendars
calendar-own-lead = Whoever has the address can read it. If it has become known to others, make another: the one before is unknown from then on.
calendar-own-mine = My workshops
calendar-own-department = Workshops of my department
calendar-own-judge = What I have to judge
calendar-own-holds = Venues of the event
calendar-own-make = Make an address
calendar-own-again = Make another address
calendar-own-revoke = Take it back
calendar-own-made = Made { $made }
calendar-own-fetched = last asked for { $fetched }
calendar-own-never = not asked for yet
calendar-own-once = This address is shown now and not again. Put it into your calendar program.
calendar-own-sign-in = Sign in for a calendar of your own workshops.
calendar-how = How to subscribe
calendar-how-apple = iPhone, iPad, Mac: open the link “Subscribe”, then “Subscribe” again.
calendar-how-google = Google Calendar: on a computer, “Other calendars”, “From URL”, put in the address.
calendar-how-outlook = Outlook: “Add calendar”, “Subscribe from web”, put in the address.
calendar-how-others = Thunderbird and others: “New calendar”, “On the network”, put in the address.
nav-calendar = Calendar
