# Exhibitions and the public vote: stops, the ballot on a phone, the desk of the officer on duty, the count, the public record, the recount.

## The list of stops

nav-exhibitions = Exhibitions
stops-title = Exhibitions
stops-lead = The panels travel from district to district. At a stop with voting, our staff give you a slip with which you can vote.
stops-count = { $n ->
        [0] No stops
        [one] 1 stop
       *[other] { $n } stops
    }
stops-none = No exhibition is coming up
stops-none-why = A stop appears here with its days and hours once it is confirmed.
stops-past = Earlier stops
stops-tour = Tour
stop-with-poll = With voting
stop-days = { $from } to { $to }
stop-shut = { $stop } is closed on { $day }. { $notice }
stop-phase-planned = Planned
stop-phase-coming = Coming
stop-phase-live = On now
stop-phase-over = Over
stop-phase-cancelled = Cancelled

## One stop

stop-where = Venue
stop-when = Days
stop-hours = Hours
stop-each-day = Day by day
stop-access = Step-free access
stop-access-default = Please ask the staff of the venue for the way in without steps.
stop-note = Please note
stop-roster = Officers on duty
stop-poll = Public vote
stop-vote-now = Voting is open now. Ask our staff at the stop for a slip.
stop-vote-then = Visitors vote here on the days and at the hours listed, with a slip from our staff.
stop-entries = See the entries on show
stop-calendar = Add to my calendar
stop-is-cancelled = This stop has been cancelled.
day-over = Over
day-planned = Not open yet
day-open = Open
day-paused = Paused
day-suspended = Shut for the day
day-closed = Closed, to be reconciled
day-reconciled = Reconciled
day-written-off = Written off

## What officers do with a stop

stop-office = For officers
stop-new = Plan a stop
stop-edit = Change the stop
stop-edit-of = Change stop { $code }
stop-confirm = Confirm the stop
stop-weather = Shut a day because of the weather
stop-notice-en = Notice to visitors, in English
stop-notice-zh = Notice to visitors, in Chinese
stop-suspend = Shut the day
stop-lift = Open again on { $day }
stop-extend-title = Stay longer
stop-extend-days = How many more days
stop-extend = Extend the stop
stop-cancel-title = Cancel the stop
stop-cancel-loss = The stop will not be held, and the venue is given up for all its days. This cannot be undone.
stop-cancel = Cancel the stop
stop-form-lead = A stop lies within the hours of its venue. Between two stops of one poll there is a clear day, so that the panels can be moved.
stop-code = Code
stop-code-hint = 3 to 24 letters, digits or hyphens, such as EX-BPP2-4. It cannot be changed later.
stop-name = Name
stop-name-en = Name, in English
stop-name-zh = Name, in Chinese
stop-scheme = Scheme that is voted on
stop-no-poll = No voting: panels only
stop-series = Tour
stop-series-hint = Only for a stop without voting, such as SHOWCASE. With voting, the tour is that of the scheme.
stop-first-day = First day
stop-last-day = Last day
stop-opens = Opens at
stop-closes = Closes at
stop-kiosks = Voting kiosks
stop-note-en = What visitors should know, in English
stop-note-zh = What visitors should know, in Chinese
stop-access-en = How to get there without steps, in English
stop-access-zh = How to get there without steps, in Chinese
stop-roster-hint = Who is on duty on which day. Only officers see this.
stop-save = Save the stop
reason-en = Reason, in English
reason-zh = Reason, in Chinese
problem-both-languages = Write this in both English and Chinese.

## Planning a stop: what can be wrong

exhibitions-code-bad = The code of a stop has 3 to 24 letters, digits or hyphens, such as EX-BPP2-4. Please change it.
exhibitions-code-taken = There is a stop with this code already. Choose another code.
exhibitions-day-bad = Enter a full date, with year, month and day.
exhibitions-days-bad = A stop can be extended by 1 to 14 days at a time. Enter a number from 1 to 14.
exhibitions-ends-first = The last day cannot be before the first, and a stop lasts no longer than 60 days. Change one of the two days.
exhibitions-hours-bad = Enter an opening time, and a closing time later on the same day.
exhibitions-kiosks-bad = Enter the number of voting kiosks, from 0 to 40.
exhibitions-scheme-unknown = There is no such scheme. Choose one from the list.
exhibitions-venue-unknown = There is no such venue. Choose one from the list.
exhibitions-venue-closed = The venue is closed on { $day }. Choose other days or another venue.
exhibitions-outside-hours = On { $day } the venue is open from { $opens } to { $closes }. Choose hours within these, or another venue.
exhibitions-too-near = “{ $other }” is held from { $from } to { $to }. The panels need a clear day to be moved between two stops. Choose other days.
exhibitions-changed-meanwhile = Somebody has changed this stop since you opened the form. Open it again and make your changes there.
exhibitions-has-begun = This stop has begun. It can no longer be moved, shortened or cancelled. You may still shut one of its days, or extend it.
exhibitions-is-cancelled = This stop has been cancelled. Plan a new one instead.
exhibitions-other-tour = A stop keeps its scheme and its tour. For another one, plan a new stop.
exhibitions-not-planned = Only a planned stop can be confirmed. This one is confirmed or cancelled already.
exhibitions-not-confirmed = This stop is not confirmed yet. Confirm it first, then open the poll.
awards-nothing-voted = Nothing in this scheme is decided by a public vote. Give an award a public part first, or plan the stop without voting.

## The ballot on a phone

vote-title = Vote
vote-lead = Type the code on your slip, or scan its square code with your phone. No name, telephone number or account is needed.
vote-open-at = Voting at { $stop } is open until { $closes }.
vote-closed-now = Voting is not open at any stop now. The days and hours are listed under “Exhibitions”.
vote-code = Code on your slip
vote-code-hint = Nine characters, such as 7QK4-MX2P-R. Capitals, spaces and hyphens make no difference.
vote-begin = Begin
vote-go-on = Go on with the ballot you began
vote-demo-slip = Take a slip of the demonstration
vote-promise-title = What your receipt shows, and what it does not
vote-promise = Your receipt lets you check that your ballot is in the published record and that the record has not changed since. It does not show whom you chose. Anyone can recount the published ballots. We cannot rule out that one person used two slips, or stop someone watching you vote.
vote-large-type = Large type
vote-usual-type = Usual type
vote-leave = Stop and clear
vote-step = { $scheme } · award { $n } of { $of }
vote-choose-one = { $award }: choose one
vote-choose-some = { $award }: choose up to { $most }
vote-order = The order is random and differs for each voter.
vote-skip = Skip this award
vote-next = Next
vote-back = Back
vote-review = Check your ballot
vote-review-lead = Nothing is cast until you press “Cast my ballot”.
vote-none = Left blank
vote-change = Change: { $award }
vote-send = Cast my ballot
vote-thanks = Thank you
vote-thanks-lead = Your ballot has been received.
vote-receipt = Your receipt. Write it down or take a picture.
vote-receipt-qr = Your receipt as a QR code
vote-receipt-by = In the record by the end of { $day }
vote-receipt-signed = The promise we have signed
vote-check = Check my receipt

## Voting: what can be wrong

voting-blank = A ballot cannot be blank for every award. Please choose an entry for at least one.
voting-too-many = Choose no more than { $most ->
        [one] 1 entry
       *[other] { $most } entries
    } for this award. Take one away first.
voting-twice = The same entry is chosen twice for this award. Please choose each entry once.
voting-not-on-ballot = “{ $code }” is not on this ballot. Please open the ballot again and choose from what is shown there.
voting-code-bad = One of the characters is not right. Please check the nine characters on your slip and type them again.
voting-code-unknown = We do not know this code. Please check it against your slip, or ask a member of staff at the stop.
voting-code-used = This slip has already been used. Each slip counts once. If you have not voted with it, please ask a member of staff.
voting-code-void = This slip has been made void. Please ask a member of staff at the stop.
voting-code-not-issued = This slip has not been given out for voting. Please ask a member of staff at the stop.
voting-other-stop = This slip is for { $stop }, from { $opens } to { $closes }. Please use it there.
voting-poll-closed = This slip is for { $stop }, from { $opens } to { $closes }, and voting there is not open now. Please come back within these hours; if they are running, ask a member of staff.
voting-too-many-tries = Too many wrong codes have been typed here. Please wait { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    }, check the code on your slip and try again.
voting-ballot-over = No ballot is open on this phone: it stays open for 30 minutes. Please type the code on your slip again; if you have not cast your ballot, the slip still counts.
voting-no-slips = No slip lies at the desk now. Please come back while a poll is open and its slips are given out.
voting-key-reused = A ballot has already been cast from here, and it cannot be changed. Its receipt still holds.
voting-key-bad = The key sent with this ballot has to be 16 to 64 letters, digits or hyphens. Please make a new key and send the ballot again.
voting-keys-erased = The keys of this poll were erased 90 days after its certification, so its codes no longer work. The published record can still be checked and recounted.

## The desk of the officer on duty

today-title = Poll desk
today-days = Poll days
today-slips = Slips given to this day
today-issued = Slips handed out
today-used = Slips voted with
today-paper = Paper ballots
today-spoilt = Spoilt ballots
today-unused = Slips given back or left lying
today-unused-hint = Slips that visitors returned, and those you found in the hall.
today-difference = Difference
today-balanced = The day balances: every slip that was handed out is accounted for.
today-missing = { $n ->
        [one] 1 slip that was handed out is
       *[other] { $n } slips that were handed out are
    } not accounted for.
today-over = There { $n ->
        [one] is 1 ballot or slip
       *[other] are { $n } ballots and slips
    } more than were handed out.
today-explained = Explanation:
today-explanation = Explanation of the difference
today-explanation-hint = Needed if the numbers do not balance. No names of visitors, please.
today-explain = Explain the difference
today-no-standings = How the votes stand is shown to nobody before the count, here or anywhere else.
today-open = Open the poll
today-pause = Pause the poll
today-pause-reason = Why it is paused
today-resume = Open the poll again
today-close-title = Close the day
today-close = Close the day
today-handed = Slips handed out of batch { $number } (nos. { $first } to { $last })
today-handed-hint = { $n ->
        [0] None has been voted with.
        [one] 1 has been voted with.
       *[other] { $n } have been voted with.
    }
today-reconcile = Reconcile the day
today-other-officer = You closed this day. Another officer has to reconcile it.
today-enter-paper = Enter paper ballots
today-paper-once = One officer has entered the paper ballots. Another has to enter them too, without looking at the first figures.
today-paper-agreed = Two officers have read the paper ballots alike, and they are counted.

## Slips

slips-title = Ballot slips
slips-number = Batch
slips-serials = Slip nos.
slips-day = Given to
slips-handed = Handed out
slips-do = Actions
slips-none = No slips have been printed yet
slips-none-why = Print a batch, and give it to a poll day on that day. Its codes count only then, while the poll is open.
slips-print = Print a batch
slips-size = How many slips
slips-size-hint = 3,000 at most. One A4 sheet has 24 slips.
slips-test = (test)
slips-test-tick = For test ballots, which staff cast to try the kiosks and which are never counted
slips-sheets = Sheets to print
slips-issue = Give to today
slips-take-back = Return to the office
slips-void = Make a slip void
slips-serial = Number on the slip
slips-void-reason = Why it is made void
batch-printed = In the office
batch-issued = Given out
batch-closed = Closed
batch-returned = Returned
batch-void = Void
part-am = morning
part-pm = afternoon
part-eve = evening

## Voting kiosks

kiosks-title = Voting kiosks
kiosks-none = No kiosk has been set up yet.
kiosks-n = Kiosk { $n }
kiosks-sent = { $n ->
        [0] No ballots sent
        [one] 1 ballot sent
       *[other] { $n } ballots sent
    }
kiosks-seen = last seen { $at }
kiosks-never = not seen yet
kiosks-set-up = Set up a kiosk
kiosks-set-up-lead = Open the kiosk’s page, by its link in this list, on the machine itself. If a number is set up again, the machine that had it can no longer send: first make sure that nothing is waiting there.
kiosks-number = Number of the kiosk

## Paper ballots

paper-title = Paper ballots
paper-lead = Read the paper on your own and enter what you find. Another officer does the same. What both read alike is counted; if they differ, both figures are put aside and the paper is read again.
paper-ballots = Valid ballots
paper-spoilt = Spoilt ballots
paper-send = Enter my figures

## A poll day: what can be wrong

voting-no-poll-here = There is no voting at this stop; only panels are shown. Choose a stop with voting.
voting-not-today = The poll of this stop cannot be held on { $day } now. A poll is opened, and slips are given out, on its own day and before it closes.
voting-day-move = The day cannot go on in this way from where it stands. Look at its state, and take one of the steps offered there.
voting-batch-move = This batch cannot be given out, returned or made void any more. Look at its state in the list and choose another batch.
voting-printed-already = This batch has left the office, so its sheets cannot be printed again. Print a new batch.
voting-size-bad = Enter how many slips to print, from 1 to { $most }.
voting-slip-not-void = Slip { $serial } cannot be made void: it is not one of this stop, or it is used or void already. Check the number on the slip.
voting-number-bad = Enter a whole number in digits, 0 or more.
voting-handed-bad = Enter a number from { $least } to { $most }: at least as many as were voted with, at most as many as are in the batch.
voting-paper-above-slips = Valid and spoilt ballots together cannot be more than { $slips ->
        [one] the 1 slip
       *[other] the { $slips } slips
    } there can be for them. Count the paper again.
voting-paper-votes = Award { $award }: these ballots carry { $most ->
        [one] 1 vote
       *[other] { $most } votes
    } at most, and no entry can have more votes than there are ballots. Check the figures.
tests-waiting = Test ballots cast: { $n }. They are compared with what was committed to once they are sealed.
tests-fine = Test ballots cast: { $n }. The record holds just what was committed to when their slips were printed.
tests-odd = The record does not hold what was committed to for the test ballots. Find out why before the day is reconciled.
tests-odd-line = { $award }, { $entry }: { $expected } expected, { $found } found
tests-blank = not used
voting-tests-waiting = { $n } of the test ballots are not sealed yet. Please try again in a minute.
voting-tests-odd = The test ballots did not come out as committed to. Another officer has to explain it first.
voting-paper-open = One officer alone has entered the paper ballots. Another has to enter them before the day can be reconciled.
voting-paper-agreed = The paper ballots of this day are counted already, as two officers read them alike. Nothing more has to be entered.
voting-same-officer = You have done your part of this. Somebody else has to do the other part.
voting-unexplained = The day does not balance; the difference is { $difference }. One officer has to explain it, and another can then reconcile the day.
voting-reason = Give a reason.
voting-reason-both = Write this in both English and Chinese; the public will read it.
voting-kiosk-number = { $most ->
        [0] No kiosks are planned for this stop. Change the stop first, then set the kiosk up.
       *[other] Enter a number of a kiosk, from 1 to { $most }. If there are more kiosks, change the stop first.
    }
voting-journal-gap = An entry of this kiosk’s journal is missing before this one. Keep the kiosk switched on and connected; it sends its entries in order.
voting-journal-unreadable = This entry of the kiosk’s journal cannot be opened. Leave the kiosk as it is and tell the administrator.

## The count

count-title = Count and certificate
count-lead = Votes are counted once every poll day is reconciled or written off: twice, by two programs that have to agree. A second officer then certifies the count.
count-days-open = { $n ->
        [one] 1 poll day has
       *[other] { $n } poll days have
    } still to be reconciled or written off before the votes can be counted.
count-urn = { $n ->
        [one] 1 ballot waits
       *[other] { $n } ballots wait
    } to be sealed. This happens by itself within a few minutes.
count-ready = Everything is ready. An award secretary or the panel chair can now count the votes.
count-count = Count the votes
count-certify = Certify the count
count-other = The votes are counted. Another officer has to certify the count.
count-done = The count is certified. The public sees the totals from the announcement on.
count-certificate = Certificate
count-by = Counted by
count-certified-by = Certified by
count-spoilt = Spoilt ballots
count-void = Slips made void
count-duplicates = Duplicates, not counted
count-batches = Sealed batches
count-hash = SHA-256 of the table of votes
count-totals = Votes by award
count-rank = Rank
count-share = Share
count-days = Poll days
count-decisions = Decisions of two officers
count-no-decisions = Nothing has been proposed.
count-decided = Proposed by { $first }, agreed by { $second }
count-proposed = Proposed by { $by }. Another officer has to agree.
count-agree = Agree
count-withdraw = Withdraw
count-classes = Sealed ballots by class
count-class = Class
decision-kind = What is decided
decision-object = Class, batch or day
decision-object-hint = A class such as EX-BPP2-4:2001-09-14:am:kiosk, a batch such as EX-BPP2-4:3, or a day such as EX-BPP2-4:2001-09-14.
decision-reason = Reason
decision-class = Do not count a class
decision-void-batch = Make a batch void
decision-write-off = Write a poll day off
decision-propose = Propose a decision

## The count: what can be wrong

voting-days-open = { $days ->
        [one] 1 poll day has
       *[other] { $days } poll days have
    } still to be reconciled or written off. Do this first, then count.
voting-urn-not-empty = { $ballots ->
        [one] 1 ballot waits
       *[other] { $ballots } ballots wait
    } to be sealed. Please try again in a few minutes.
voting-undecided = { $n ->
        [one] 1 proposal waits
       *[other] { $n } proposals wait
    } for a decision. Agree to it or withdraw it first, then count.
voting-poll-move = The count does not stand where this can be done. The page of the count says what comes next.
voting-counts-differ = The two counts do not agree, so the votes have not been counted. Please tell the administrator, who finds the cause in the system’s log.
voting-object-bad = There is nothing of that name. Write the class, batch or day as in the example, such as EX-BPP2-4:2001-09-14.
voting-proposed-already = This has been proposed already. Look for it in the list of decisions.
judging-round-first = There is no round of judging for this scheme yet. Set one up on the page of the panel, then certify the count.
judging-votes-by-ballot = The votes of this scheme are counted from ballots and cannot be entered by hand. They come in when the count is certified.

## The public record

# “record-title” is said on the attendance record; this is the title that the pages of the vote are to use.
public-record-title = Public record
record-lead = Every ballot goes, sealed and mixed with others, into a record that anyone can check.
record-is-open = The record is published. Anyone can recount the ballots.
record-collecting = The votes are not counted yet. The record grows as ballots are sealed, and the choices in it stay hidden until the results are announced.
record-counted = The votes are counted. The choices are opened with the results: { $at }.
record-recount = Recount the ballots
record-check = Check the record or a receipt
record-file = Download the record
record-feed = Checkpoints as data
record-turnout-title = Turnout
record-stop = Exhibition stop
record-bar = Compared
record-turnout = Ballots, rounded
record-about = { $n ->
        [0] fewer than 10
       *[other] about { $n }
    }
record-turnout-how = Ballots sealed at least 15 minutes ago, rounded down to tens, without test ballots. Whom they chose is shown to nobody while voting is open.
record-nobody = There is no turnout to show yet
record-nobody-why = It appears 15 minutes after the first ballots are sealed.
record-checkpoints = { $n ->
        [0] Checkpoints
        [one] 1 checkpoint
       *[other] { $n } checkpoints, the latest first
    }
record-batch = Batch
record-sealed = Sealed
record-checkpoint = Checkpoint
record-note = Signed note
record-none = Nothing has been sealed yet
record-none-why = The first checkpoint appears when 20 ballots have been cast, or at the end of the first poll day.
record-ballots = Ballots
record-key = Public key of this record
record-key-why = Receipts, checkpoints and the result are signed with one key (Ed25519), and this is its public half. With it anyone can check a signature. Compare it with a copy that you had earlier or from somebody else.
record-how = How the record works
record-how-words =
    Ballots are sealed in batches: while voting is open, 20 or more at a time and no more often than every 15 minutes; at the end of a poll day, all that are left. In a batch the receipts are written in one random order, and the choices for each award in another. Nothing in the record joins a receipt to a choice, or the choice for one award to that for another. It holds no name, slip, address or device, and no time finer than a part of the day.

    Each batch ends with a checkpoint: how long the record is, and one fingerprint of everything in it, signed and tied to the checkpoint before. Whoever keeps a checkpoint can tell later whether anything sealed by then has been changed, taken out or moved.

    Until the results are announced, choices appear only as fingerprints. Then they are opened, with the ballots of every stop and day in numbers, what officers decided and why, and the signed result. Anyone can recount them, on the recount page or with a program of their own; the format is written down for that purpose.

    Your receipt lets you check that your ballot is in the published record and that the record has not changed since. It does not show whom you chose. We cannot rule out that one person used two slips, or stop someone watching you vote.

## The recount, on the reader’s own machine: it fills in the values itself

recount-title = Recount
recount-lead = The record is checked and counted on your own machine, by the program that counts here too. Nothing that you open or type on this page is sent anywhere.
recount-no-script = The recount needs JavaScript. Without it, download the record and recount it with “accolade recount”, or with a program of your own.
recount-start = Check and recount the record
recount-file = Open a record you have kept
recount-drop = You may also drop the file on this page.
recount-loading = Fetching the record
recount-progress = { $n }% checked
recount-read = { $n } MB checked
recount-sound = The record is sound. Every signature, fingerprint and number fits, and the ballots give the signed result.
recount-incomplete = The record is sound as far as it goes, but the signed result is missing. These are the ballots in it, counted.
recount-hidden = The record is sound as far as it goes. The choices are opened when the results are announced; until then you can check a receipt, but not count.
recount-flawed = The record is not sound, so it has not been counted. What was found: { $s }. Keep this file, and tell the award secretary.
recount-failed = The record could not be read ({ $s }). Please try again, or open a file.
recount-witnessed = The earlier checkpoint is in it, unchanged.
recount-witness = Compare with a checkpoint you have kept
recount-witness-help = Paste the whole checkpoint, with its last line. If the past was changed since, the recount finds it. It is not sent anywhere.
recount-flaw-at = Line { $line }:{" "}
recount-flaw-at-batch = Line { $line }, batch { $batch }:{" "}
recount-flaw-empty = there is nothing to recount
recount-flaw-unreadable = this is not a line of a record
recount-flaw-long = the line is longer than any line of a record
recount-flaw-header = the first line does not describe a ballot
recount-flaw-order = this line may not stand here
recount-flaw-batch = the line is of batch { $said }, where batch { $due } is due
recount-flaw-award = there is no award “{ $it }” on the ballot
recount-flaw-choice = there is no entry “{ $choice }” on the ballot of award { $award }
recount-flaw-class = “{ $it }” is not a class of ballots
recount-flaw-quarter = the choice “{ $choice }” cannot have stood in quarter { $quarter } of the list
recount-flaw-digits = “{ $it }” is not a fingerprint of 64 digits
recount-flaw-signature = a checkpoint or the result is not signed by the key of this record, or is not of this scheme, or is not whole
recount-flaw-seq = this is checkpoint { $said }, where checkpoint { $due } is due
recount-flaw-chain = the checkpoint does not follow the one before it: one of the two was replaced
recount-flaw-awards = the checkpoint is not over the awards on the ballot
recount-flaw-size = the checkpoint says that { $log } has { $said } leaves, but there are { $found }
recount-flaw-root = the leaves of { $log } since line { $from } are not those that were sealed: one was altered, dropped, added or moved
recount-flaw-share = { $ballots } ballots with votes each: { $votes } have left { $leaves } leaves in { $award }
recount-flaw-unsealed = the record stops before the checkpoint of this batch, so nobody vouches for its lines
recount-flaw-twice = a receipt is in the record twice (SHA-256 { $it })
recount-flaw-hidden = there is a result, but some choices are not opened
recount-flaw-day-untold = there are ballots of { $stop } on { $day }, but no turnout
recount-flaw-day-twice = the turnout of { $stop } on { $day } is told twice
recount-flaw-turnout = the turnout of { $stop } on { $day } says { $column } { $said }, with votes each: { $votes }, but { $award } has { $leaves } such leaves
recount-flaw-object = “{ $it }” cannot be the object of a decision
recount-flaw-paper = the ballot in the first line is not the one over which the result was signed
recount-flaw-statements = the lines of turnout and decisions are not those over which the result was signed
recount-flaw-last = the result was not signed over the last checkpoint of this record
recount-flaw-total = the result gives { $entry } votes in { $award }: { $said }; the ballots give { $found }
recount-flaw-blank = votes not used in { $award }: the result has { $said }, the ballots have { $found }
recount-flaw-entries = the result does not list just the entries and awards on the ballot
recount-flaw-witness-key = the earlier checkpoint is not signed by the key of this record
recount-flaw-witness-gone = checkpoint { $it } was published earlier, and this record stops before it
recount-flaw-witness-other = checkpoint { $it } of this record is not the one that was published earlier: the past was changed
recount-ballots = Ballots: { $n }. Sealed batches: { $b }.
recount-key = Signed with the key { $s }
recount-last = Last checkpoint, { $d }: { $s }
recount-entry = Entry
recount-votes = Votes
recount-share = Share
recount-change = Change
recount-bar = Compared with the entry that has the most votes
recount-blank = Votes not used
recount-classes = Which ballots are counted
recount-classes-help = Switch groups of ballots off or on, and see in the tables what would change. The published result stays as it is.
recount-whole = All of { $s }
recount-class = { $d }, { $p }, { $c }
recount-count = ballots: { $n }
recount-tests = Test ballots, never counted: { $n }
recount-part-am = morning
recount-part-pm = afternoon
recount-part-eve = evening
recount-part-any = any time
recount-channel-kiosk = voting kiosk
recount-channel-phone = phone
recount-channel-paper = paper
recount-channel-any = any way of voting
recount-counted = counted
recount-off = switched off
recount-decided = left out by decision
recount-switched = Ballots counted: { $n } of { $m }
recount-reset = Back to the published result
recount-decisions = What officers decided
recount-decision = { $o }: { $s }
recount-receipt = Receipt
recount-receipt-check = Check the receipt
recount-receipt-local = The receipt is looked up on this machine and not sent.
recount-receipt-first = Open a record first, then check the receipt.
recount-receipt-bad = This is not a receipt. A receipt has sixteen characters, such as 7QK4-MX2P-9RTB-00AZ. Please check it and try again.
recount-receipt-out = This receipt is not in this record. If the time by which it should be is past, fetch the newest record and check again. If it is still missing, keep the receipt and tell the award secretary: that would be our mistake.
recount-receipt-in = The ballot of this receipt is in the record, in batch { $n }.

## What has just been done

done-stop-confirmed = The stop is confirmed and can be seen by the public.
done-printed = The batch is made. Its sheets are ready to print in the list.
done-issued = The batch has been given to today. Its slips count while the poll is open.
done-poll-open = The poll is open.
done-poll-paused = The poll is paused. No ballot is taken until you open it again.
done-poll-closed = The day is closed. Another officer has to reconcile it.
done-paper-once = Your figures have been entered. Another officer has to enter theirs now.
done-paper-agreed = Both officers read the same. The paper ballots are counted.
done-paper-differs = The figures of the two officers differ, and both have been put aside. Please read the paper again, each on your own.
done-reconciled = The day is reconciled.
done-proposed = The decision has been proposed. Another officer has to agree to it now.
done-counted = The votes are counted. Another officer has to certify the count now.
done-certified = The count is certified, and the panel has the votes.

## The front page, the schemes and the desk

front-vote-title = Vote today at { $stop }
front-vote-words = Voting is open until { $closes }. Our staff at the stop give you a slip.
front-vote-button = Vote with my slip
scheme-vote-record = Public record of the vote
scheme-count = Count and certificate
task-today = On duty today at { $stop }
task-balance = Close and reconcile { $day } at { $stop }
task-count = Count the votes, or certify the count
count-by-stop = Votes by stop, for the secretariat only
