# Award schemes on pages: lists, rules, entries, the secretary’s desk, setting up.

## The list of schemes, and the rules page of one

schemes-title = Award schemes
schemes-lead = Departments show what they do well, the public and a judging panel choose, and the results are announced at a set time.
schemes-none = No scheme has been published yet
schemes-none-why = A scheme appears here with its rules once the award secretary has published it.
schemes-new = Set up a new scheme
schemes-opens-at = Entries open { $moment }
schemes-closes-at = Entries close { $moment }
schemes-voting-from = Voting opens { $moment }
schemes-voting-until = Voting closes { $moment }
schemes-judging-from = Judging begins { $moment }
schemes-announced-at = Results { $moment }
scheme-edition = Edition { $n }
scheme-is-draft = This scheme is a draft. Only its officers can see it.
scheme-no-stop = The public votes in this scheme, and no exhibition is planned yet. Voting cannot open until there is a place to vote.
scheme-publish = Publish the rules
scheme-edit = Change the scheme
scheme-results = See the results
scheme-calendar = Calendar
scheme-entries-open = Entries open
scheme-entries-close = Entries close
scheme-voting-opens = Voting opens
scheme-voting-closes = Voting closes
scheme-judging-begins = Judging begins
scheme-announced = Results are announced
scheme-awards = Awards and criteria
scheme-criterion = Criterion
scheme-weight = Weight (%)
scheme-panel-alone = The panel decides.
scheme-public-alone = The public decides. Each voter has { $n ->
        [one] 1 vote
       *[other] { $n } votes
    }.
scheme-parts = The panel counts for { $panel } per cent, the public for { $public } per cent. Each voter has { $n ->
        [one] 1 vote
       *[other] { $n } votes
    }.
scheme-how = How it is decided
scheme-who = Who may enter
scheme-mode = How entries come in
scheme-shortlist = Shortlist
scheme-shortlist-of = Up to { $n } entries for each award; all that are equal at the cut go through.
scheme-counting = How votes count
scheme-judges = Judges
scheme-judges-least = Each entry is scored by at least { $n ->
        [one] 1 judge
       *[other] { $n } judges
    }, on each criterion from 0 to 10.
scheme-adjustment = Strict and lenient judges
scheme-ties = How ties are broken
awards-tie-shared = What is still equal shares the award
scheme-rules = Rules and prizes
scheme-frozen = These rules are frozen
scheme-frozen-why = Since the first entry came in, criteria, weights, votes and ways of counting cannot be changed. This is the SHA-256 of them as they are.

## The entries on show

gallery-title = Entries on show
gallery-all = All { $n } entries
gallery-lead = Every entry on the shortlist, in both languages as on the exhibition panels.
gallery-award = Award
gallery-count = { $n ->
        [0] No entries
        [one] 1 entry
       *[other] { $n } entries
    }
gallery-none = Nothing is on show yet
gallery-none-why = Entries appear here once the shortlist is sealed.

## The entries of a department

entries-mine = Entries of my department
entries-lead-text = What your department leads or takes part in, and what waits for your endorsement.
entries-none = Your department has no entries
entries-none-why = Schemes that take entries are listed under “Award schemes”. Departments with a published pledge are entered in the Best Performance Pledge Election by themselves.
entries-find = See the award schemes
entries-begin = Begin an entry
entries-untitled = Entry without a title
entries-entry = Entry
entries-number = Number
entries-scheme = Scheme
entries-lead = Department
entries-partners = Partner departments
entries-awards = Awards
entries-agreed = Agreed { $at }
entries-not-agreed = Has not agreed yet
entries-endorsement = Endorsement
entries-endorsed = Endorsed by { $post }, { $day }
entries-endorsement-asked = Asked: { $post } ({ $name }). Not endorsed yet.
entries-endorsement-none = Nobody has been asked yet.
entries-submitted = Receipt
entries-receipt = { $code }, received { $at }
entries-receipt-late = { $code }, received { $at }, { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    } after closing
entries-reopened = Deadline of this entry alone
entries-appeal = Appeal
entries-filed = Evidence and links
entries-history = History
entries-when = When
entries-what = What
entries-by = By
entries-why = Reason
entries-not-eligible = This entry may not compete: { $reason }
entries-default = Nothing was confirmed by the deadline, so the published pledge is shown.
entries-write = Write the entry
entries-meant-so = The texts are meant as they are
entries-submit = Submit the entry
entries-submit-lead = You get a receipt. Until entries close the secretary may return it to you with comments.
entries-confirm = Confirm the material
entries-confirm-lead = The entry will be shown as it reads on this page.
entries-ask = Ask for the endorsement
entries-endorser = E-mail address of the head of department, or of the officer who endorses for the head
entries-endorser-hint = They read the entry here and endorse it with one button. If the entry is changed afterwards, they are needed again.
entries-endorse = Endorse the entry
entries-endorse-lead = Your department would like to submit this entry. Endorsing records your post and today’s date.
entries-agree = We take part
entries-agree-lead = Your department is named as a partner in this entry.
entries-leave = We do not take part
entries-withdraw = Withdraw the entry
entries-withdraw-loss = The entry is taken out of the scheme. It cannot be brought back.
entries-appeal-until = Appeal until { $moment }
entries-appeal-words = Why the decision should be changed
entries-appeal-hint = You can appeal once.
entries-appeal-send = Appeal
awards-filed-evidence = File
awards-filed-link = Link
awards-filed-image = Image on the panel
awards-filed-pledge = The pledge

## What happens next with an entry

awards-next-draft = Write the entry, have it endorsed, then submit it.
awards-next-enrolled = Confirm title and summary before entries close. If nothing is confirmed, the published pledge is shown.
awards-next-submitted = Two officers check whether it may compete.
awards-next-returned = Please change what the comment asks for, have it endorsed again, and submit it before entries close.
awards-next-eligible = It may compete. The shortlist comes next.
awards-next-ineligible = It may not compete. The reason is on this page.
awards-next-shortlisted = It is on the shortlist, which will be sealed.
awards-next-not-shortlisted = It is not on the shortlist. Thank you for taking part.
awards-next-on-display = It is on the shortlist and on show. Results come at the announcement.
awards-next-judged = Judging is over. Results come at the announcement.
awards-next-winner = It has won.
awards-next-merit = It has a merit award.
awards-next-not-awarded = It was on the shortlist and received no award. Thank you for taking part.
awards-next-withdrawn = It was withdrawn.
awards-next-disqualified = It was disqualified.

## What happened to an entry

awards-step-begun = Begun
awards-step-enrolled = Entered by its pledge
awards-step-written = Written
awards-step-agreed = Partner agreed
awards-step-refused = Partner left
awards-step-endorsement-asked = Endorsement asked for
awards-step-endorsed = Endorsed
awards-step-submitted = Submitted
awards-step-confirmed = Material confirmed
awards-step-default-material = Published pledge shown
awards-step-withdrawn = Withdrawn
awards-step-returned = Returned
awards-step-reopened = Given a deadline of its own
awards-step-checked = Checked by an officer
awards-step-eligible = Found eligible
awards-step-ineligible = Found not eligible
awards-step-ruled-eligible = Ruled eligible
awards-step-ruled-ineligible = Ruled not eligible
awards-step-appealed = Appealed
awards-step-appeal-allowed = Appeal allowed
awards-step-appeal-dismissed = Appeal dismissed
awards-step-shortlisted = Shortlisted
awards-step-not-shortlisted = Not shortlisted
awards-step-on-display = On show
awards-step-disqualified = Disqualified
awards-step-visited = Visit noted
awards-step-attached = Evidence added
awards-step-described = Evidence described
awards-step-detached = Evidence removed
awards-step-judged = Judged
awards-step-winner = Won an award
awards-step-merit = Received a merit award
awards-step-not-awarded = Received no award

## Writing an entry

write-title = Write the entry
write-lead = Save as often as you like. Colleagues may write at the same time: nobody’s words are overwritten.
write-words = { $n } of { $limit } words
write-characters = { $n } of { $limit } characters
write-theirs = Meanwhile a colleague wrote this. Bring the two together in the field below, then save:
write-partner = Partner { $n }
write-partners-hint = Each partner department is asked by letter and agrees on its own desk.
write-to-entry = Back to the entry
write-voids = This entry is endorsed. If you change it, the endorsement is needed again.
write-what-en = What it is, in English
write-what-zh = What it is, in Chinese
write-detach = Take out
write-none-filed = Nothing is filed yet.
write-link = Address of a document
write-link-hint = It begins with https:// and ends in .pdf, .jpg or .png.
write-link-send = Add the link

## The secretary’s desk

desk-scheme = Entries and shortlist
desk-entries = Entries
desk-silent = Not confirmed
desk-to-check = To be checked
desk-yours = For you to check
desk-default = Shown with the published pledge
desk-default-flag = Published pledge
desk-shown = On show
desk-finding = Checks
desk-marks = Marks of both
desk-none = No entries in this state
desk-none-why = Choose another state above.
desk-enrolment = Enrolment
desk-enrol = Enter { $n ->
        [one] 1 department
       *[other] { $n } departments
    }
desk-enrol-lead = These departments have a published pledge and are not entered yet: { $codes }
desk-all-enrolled = Every department with a published pledge is entered.
desk-remind-title = { $n ->
        [one] 1 department has
       *[other] { $n } departments have
    } not confirmed
desk-reminder-text = Please confirm title and summary of your entry before { $closes }. If nothing is confirmed by then, your published pledge is shown.
desk-remind = Send the reminder
desk-shortlist = Shortlist
desk-shortlist-lead = The { $n } entries with the highest marks of each award, and all equal to the last of them, go through. Every check and appeal must be settled first.
desk-shortlist-send = Make the shortlist
desk-seal-lead = Sealing puts the entries on show and tells the departments. After that only a disqualification changes the list.
desk-seal = Seal the shortlist
desk-sealed = The shortlist was sealed on { $at }.

## What officers found, and what they can do

officer-title = For officers
officer-waiting = { $n ->
        [0] Found not eligible; the department has to be told why.
        [one] 1 officer has still to check it.
       *[other] { $n } officers have still to check it.
    }
officer-agreed-yes = Both officers found it eligible.
officer-agreed-no = It was found not eligible.
officer-disputed = The two officers differ. The head of the section rules on: { $questions }
officer-likest = Resembles earlier entries
officer-alike = { $n } per cent alike
officer-checklist = Tick what is so
officer-mark = How well does it meet the criteria? (0 to 10)
officer-mark-hint = Whole or half points. The marks of both officers decide the shortlist.
officer-check = Record my check
officer-rule-lead = Two officers differ on this entry. Your ruling settles it.
officer-rule-yes = It may compete
officer-rule-no = It may not compete
officer-reason = Reason
officer-reason-en = Reason in English
officer-reason-zh = Reason in Chinese
officer-refuse = Tell the department
officer-refuse-lead = The department reads this reason and may appeal once within five working days.
officer-comment = What has to be changed
officer-comment-hint = The department reads this, changes the entry and submits it again before entries close.
officer-give-back = Return for changes
officer-visit = Notes of a visit
officer-visit-hint = The judges read this beside the entry. The department does not.
officer-until = New deadline of this entry
officer-reopen = Give it a deadline of its own
officer-appeal = Answer to the appeal
officer-appeal-allow = Allowed: it may compete
officer-appeal-dismiss = Dismissed: it stays out
officer-appeal-send = Answer the appeal
officer-disqualify = Disqualify the entry
officer-disqualify-loss = The entry is taken out of judging and off the panels. This cannot be undone.

## The register of pledges

pledges-title = Published pledges
pledges-lead = Every department on this register is entered in the Best Performance Pledge Election by itself.
pledges-count = { $n ->
        [0] No pledges
        [one] 1 pledge
       *[other] { $n } pledges
    }
pledges-name = Pledge
pledges-words = In short
pledges-published = Published on
pledges-register = Register a pledge
pledges-none = No pledge is registered
pledges-none-why = Register the published pledges below; then their departments can be entered.

## Setting up a scheme

setup-lead = All texts in both languages. Criteria add up to 100 per cent for each award, and so do panel and public.
setup-code = Code
setup-code-hint = Capital letters, digits and hyphens, for example EEA3. It stands in addresses and entry numbers.
setup-edition = Edition
setup-name-en = Name in English
setup-name-zh = Name in Chinese
setup-eligibility-en = Who may enter, in English
setup-eligibility-zh = Who may enter, in Chinese
setup-rules-en = Rules and prizes in English
setup-rules-zh = Rules and prizes in Chinese
setup-mode = How entries come in
setup-grace = Minutes of grace after closing
setup-judging-from = First day of judging
setup-judging-to = Last day of judging
setup-shortlist = Entries on the shortlist of each award
setup-min-judges = Judges to each entry, at least
setup-combination = How votes and scores are combined
setup-adjustment = Strict and lenient judges
setup-tie = Step { $n }
setup-ties-hint = Taken in this order. What is still equal shares the award.
setup-award = Award { $n }
setup-award-code = Code of the award
setup-admits = Who competes
setup-panel-weight = Panel (%)
setup-public-weight = Public (%)
setup-votes = Votes of each voter
setup-criteria = Criteria of the panel
setup-criterion-en = Criterion { $n } in English
setup-criterion-zh = Criterion { $n } in Chinese
setup-frozen = Criteria, weights, votes and ways of counting are frozen since { $since }. Texts and dates may still be changed.
setup-copy = Copy to a new edition
setup-copy-lead = Makes a draft with the same awards, criteria and dates.
setup-copy-to = Code of the new edition

## What can be wrong

awards-award-entered = An award for which there are entries cannot be taken out.
awards-both-wrote = A colleague has changed this field too. Bring both texts together, then save again.
awards-by-pledge = Departments are entered in this scheme by their published pledges.
awards-by-nomination = Departments enter this scheme themselves.
awards-code-bad = Enter a code of capital letters, digits and hyphens, at most 20.
awards-code-taken = { $code } is taken. Choose another code.
awards-endorser-unknown = Nobody of { $organisation } has this address. Check it, or ask the administrator to add the officer.
awards-no-appeal = There is no appeal to answer.
awards-no-shortlist = Make the shortlist first, then seal it.
awards-not-found-so = Two officers, or the head of the section, must first find that the entry may not compete.
awards-partner-unknown = Choose a department from the list.
awards-read-again = The entry was changed while you were reading. Please read it again, then endorse it.
awards-scheme-changed = A colleague has changed this scheme meanwhile. Open it again, then make your changes.
awards-sealed = The shortlist is sealed already.
awards-still-open = Entries close on { $closes }. The shortlist is made after that.
awards-until-past = Enter a moment that is still to come.

## Files

write-kind = What it is for
write-what-hint = Of a picture: what it shows, for those who cannot see it.
write-file = File
write-file-hint = PDF, JPEG or PNG, up to 10 MB. A panel holds up to 4 pictures.
write-file-send = Add a file
awards-image-kind = A panel shows pictures: choose a JPEG or PNG file.
awards-pledge-kind = The pledge is a document: choose a PDF file.

## How other rules would rank

simulator-title = What other rules would make of it
simulator-lead = Try scores and votes for “{ $award }” ({ $panel } per cent panel, { $public } per cent public). Common rules can name different winners from the same numbers; choose before the first entry comes in.
simulator-panel = Entry { $entry }: panel out of 100
simulator-votes = Entry { $entry }: votes
simulator-send = Try
simulator-rule = Rule
simulator-order = Places and results
simulator-chosen = Chosen

## The prize presentation

presentation = Prize presentation
presentation-lead = When and where the prizes are presented. The venue is kept for it, and calendars show it; it may be moved while the rules stand.
presentation-starts = Begins
presentation-until = Ends
presentation-place = Venue
presentation-call-off = Call it off
presentation-draft = Publish the scheme first.
presentation-too-soon = The results are announced on { $announced }. Present the prizes then or later.
presentation-past = This time has passed. Choose a later one.
presentation-ends = It ends on the same day, after it begins.
presentation-venue = Choose a venue from the list.
presentation-shut = { $venue } is not open then. Choose another time or venue.
