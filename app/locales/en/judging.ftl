# Judging: the panel, declarations, score sheets, the panel's table, and the results.

nav-judging = Judging

## The panel: what can be wrong

judging-closes-first = Scoring must close after it opens.
judging-closes-late = The results are announced on { $announce }. Let scoring close before then.
judging-organisation-unknown = No organisation has the code “{ $organisation }”. Use codes such as AFCD, separated by spaces.
judging-judge-unknown = Nobody here has this e-mail address. Ask the administrator to add the person first.
judging-judge-role = This person holds no post as a judge. Ask the administrator to give them one, then add them to the panel.
judging-chair-role = This person holds no post as a panel chair. Ask the administrator to give them one, or choose somebody else as chair.
judging-has-scored = This judge has submitted score sheets, which are part of what the panel finds. The seat stays.
judging-link-lapsed = This invitation no longer works. If you have had a newer letter, please use the link in that one; otherwise ask the award secretary.

## Declarations: what can be wrong

judging-note-missing = Say in a few words why you are unsure about { $entry }, so that the chair can rule on it.
judging-already-ruled = The chair has ruled on this declaration, and the ruling stands. If you have an interest after all, you may still declare it.
judging-ruling-missing = Choose whether the judge may judge this entry.

## Who judges what: what can be wrong

judging-each-few = The rules of the scheme ask for at least { $least } judges for each entry.
judging-over-most = { $judge } would get { $load } entries, and takes no more than { $most }. Let each entry have fewer judges, add judges, or ask this one to take more.
judging-assigned-already = This judge has a sheet for this entry already.
judging-judge-serves = This judge serves in or advises { $organisation }, which takes part in this entry, and so may not judge it. Choose somebody else.
judging-judge-interest = This judge has declared an interest in this entry and may not judge it. Choose somebody else.
judging-judge-ruled-out = The chair has ruled that this judge should not judge this entry. Choose somebody else.
judging-judge-awaits = This judge is unsure about this entry, and the chair has not ruled yet. Wait for the ruling, or choose somebody else.
judging-judge-undeclared = This judge has not declared on every entry yet. Ask them to, or choose somebody else.
judging-unassigned = { $count ->
        [one] 1 entry has
       *[other] { $count } entries have
    } fewer than { $least } judges: { $entries }. Assign the entries first, then let the judges score.

## Score sheets: what can be wrong

judging-other-score = Meanwhile this score was saved as { $kept }, from another page or device of yours; here it says { $typed }. Keep the one you mean, then save again.
judging-other-comment = Meanwhile another comment was saved, from another page or device of yours: “{ $kept }”. Put together what you mean, then save again.

## Votes and decisions: what can be wrong

judging-votes-hidden = You sit on this panel. The public’s votes are shown to you once the scores are locked.
judging-votes-bad = Enter the number of votes, 0 or more, in whole numbers.
judging-no-public-part = The public has no vote in this scheme.
judging-votes-missing = The public’s votes are not certified yet. One officer enters them and another confirms them; then the panel can decide.
judging-votes-confirmed = These votes have been confirmed already.
judging-same-certifier = You entered these votes, so somebody else has to confirm them.
judging-chair-barred = You have an interest in { $entry }, so for this entry the decision follows the ranking.

## After an act

done-judge-invited = A new invitation has been sent. The link in the one before no longer works.
done-round-open = The round is open. The judges have been asked to declare.
done-declared = Your declarations have been saved. Thank you.
done-assigned = The entries have been assigned.
done-scoring = The judges can score now, and have been told.
done-chased = The judges who are late have been reminded.
done-sheet-saved = Saved. You can go on whenever you like.
done-sheet-submitted = The score sheet has been submitted. Thank you.
done-sheet-returned = The score sheet has been returned to its judge.
done-locked = The scores are locked. This is what they say.
done-votes-entered = The totals have been entered. Another officer has to confirm them now.
done-votes-certified = The votes are certified.
done-decided = The decision has been recorded. Another officer has to approve it now.
done-approved = The decision has been approved. The results become public by themselves at the announced time.

## The invitation

judging-invitation = Invitation to judge
judging-invitation-lead = You are invited to sit on the judging panel. Here is what we ask of you, and by when.
judging-task = Your task
judging-task-judge = Declare your interests, read the entries assigned to you, and score each on the published criteria. The panel then meets once.
judging-task-chair = Chair the panel: rule on doubtful interests, read and score entries like the other judges, lead the meeting and record the decision.
judging-declare-until = Declare by
judging-score-until = Score by
judging-awards = Awards to be judged
judging-interest-word = You will see which departments take part before you read anything. Where you have an interest in an entry, you will not be asked to judge it.
judging-accept = Accept
judging-decline = Decline
judging-you-accepted = You have accepted. Thank you! We shall write to you when the declarations open.
judging-you-declined = You have declined. Thank you for telling us. Should you change your mind, you may still accept here.
judging-to-my-round = To my round

## My rounds and my round

judging-title = Judging
judging-lead = The panels you have to do with, and how far each has come.
judging-rounds = Rounds of judging
judging-none = You have nothing to judge
judging-none-why = When you are invited to a panel and have not declined, its round appears here.
judging-no-round = No round yet
judging-my-round = My round
judging-progress = { $done } of { $of } score sheets submitted
judging-n-of = { $n } of { $of }
judging-declare-by = Please declare by { $moment }
judging-opens-at = Scoring opens { $moment }
judging-closes-at = Scoring closes { $moment }
judging-announced-at = Results public { $moment }
judging-not-open-yet = The round is not open yet. We shall write to you when it is; there is nothing to do until then.
judging-to-table = To the panel’s table
judging-serve = Where you serve, or which organisations you advise
judging-serve-lead = Entries in which these organisations take part are not shown to you for judging.
judging-serve-more = Add organisations
judging-serve-hint = Their codes, separated by spaces, such as AFCD HD. What is added here is not taken out again.
judging-serve-send = Add
judging-declare = Your declarations
judging-declare-lead = { $left ->
        [0] You have declared on every entry. Until scoring begins you may still change what you said.
        [one] 1 entry is left to declare on. Nothing can be opened before that, by anybody.
       *[other] { $left } entries are left to declare on. Nothing can be opened before that, by anybody.
    }
judging-declare-send = Save my declarations
judging-note = What the chair should know
judging-note-hint = Needed if you are unsure.
judging-sheets = Entries to score
judging-sheets-done = Sheets submitted
judging-barred = Entries you do not judge
judging-why = Why

## The judging sheet

judging-visit = Notes of the secretariat’s visit
judging-scale = Score each criterion from 0 to 10, in whole or half points: 0 to 2 hardly shown, 3 to 4 weak, 5 to 6 sound, 7 to 8 good, 9 to 10 outstanding.
judging-weight = Weight { $n }%
judging-comment = Comment
judging-comment-hint = Needed with a score of 3 or below, or of 9 or above. The panel reads it at its meeting, without your name.
judging-total = Total so far: { $total } of 100
judging-total-head = Total
judging-save = Save
judging-submit = Submit
judging-returned = The chair has returned this sheet: { $reason }
judging-locked-why = This sheet can be read, and no longer changed. If it has to be, please ask the panel chair.
judging-previous = Previous entry
judging-next = Next entry
judging-next-to-do = Next one to do
judging-way = To other entries
judging-aside = I have an interest in this entry
judging-aside-loss = You will not judge this entry: your score sheets for it are taken back, scores and comments included. This cannot be undone.
judging-aside-send = Declare the interest

## The panel from the inside

judging-panel = Judging panel
judging-no-round-lead = This scheme has no round of judging yet. Say when the judges may score; you can change it later.
judging-opens = Scoring opens
judging-opens-hint = Judges declare their interests before this.
judging-closes = Scoring closes
judging-dates = Change the dates
judging-window = Scoring from { $opens } to { $closes }
judging-what-next = What comes next
judging-open-lead = Once the panel is complete and the shortlist sealed, let the judges declare their interests.
judging-open-send = Open the round
judging-begin-lead = Once everybody has declared and the entries are assigned, let the judges score.
judging-begin-send = Begin scoring
judging-lock-lead = Lock the scores once every entry has at least { $n } submitted sheets. Sheets not submitted by then do not count.
judging-lock-send = Lock the scores
judging-chase-send = Remind those who are late
judging-seats = Seats
judging-seats-none = Nobody is on the panel yet
judging-seats-none-why = Add at least { $n } judges below, one of them as chair. Each gets a personal invitation.
judging-judge = Judge
judging-serves = Serves in or advises
judging-serves-hint = Codes separated by spaces. Where the judge holds a post is added by itself.
judging-declared = Declared
judging-all-declared = On all
judging-left = { $n } left
judging-most = Most entries
judging-acts = Actions
judging-answer = Answer
judging-answer-open = No answer yet
judging-answer-yes = Accepted
judging-answer-no = Declined
judging-chair = Chair
judging-invite-again = Invite again
judging-unseat = Remove
judging-seat-add = Add a judge, or change a seat
judging-seat-lead = A new judge is invited by letter. The address of somebody on the panel changes their seat.
judging-is-chair = Chairs the panel
judging-seat-send = Save the seat
judging-declarations = Interests and rulings
judging-declarations-none = No interest so far
judging-declarations-none-why = Interests, doubts and judges’ own organisations are listed here as they are declared.
judging-own = Own organisation
judging-awaits = Awaits a ruling
judging-ruling = Ruling
judging-rule-send = Rule
judging-assignment = Who judges what
judging-assign-lead = On a short list every judge scores every entry. On a long list give each entry so many judges, chosen by chance; the same seed gives the same choice.
judging-each = Judges for each entry (0: all judge all)
judging-seed = Seed
judging-preview = Preview
judging-loads = Entries of each judge
judging-entries-n = Entries
judging-mixed = Any two judges share { $least } to { $most } entries; { $strangers ->
        [0] every pair shares at least one.
        [one] 1 pair shares none.
       *[other] { $strangers } pairs share none.
    }
judging-obstacles = It cannot be done like this:
judging-assign-send = Assign { $n } readings
judging-by-entry = Sheets by entry
judging-by-entry-lead = Submitted, of those handed out; at least { $n } are needed for each
judging-one-more = Give an entry one more judge
judging-one-more-send = Give the sheet
judging-return = Return a score sheet to its judge
judging-return-send = Return the sheet
judging-reason = Reason
judging-award = Award

## The public's votes

judging-votes = Votes of the public
judging-votes-lead = One officer enters the totals of the count, another confirms them. Until then they rank nobody.
judging-votes-none = No votes have been entered yet.
judging-votes-await = The totals are entered and wait for another officer to confirm them.
judging-votes-certified-at = The votes were certified on { $at }.
judging-votes-n = Votes
judging-votes-enter = Enter the totals
judging-votes-confirm = Confirm the totals as they stand

## The panel's table

judging-table = The panel’s table
judging-table-closed = The scores are not locked yet. Until the chair locks them, every judge sees their own scores only, and no judge sees the votes.
judging-table-of = Ranking for { $award }
judging-embargo = Embargo: nothing on this page may be told to anybody outside the panel and the secretariat before { $at }.
judging-deliberate = The panel meets
judging-deliberate-lead = Go through the table with the panel. Then record what it resolves.
judging-deliberate-send = Begin the deliberation
judging-reopen = Open the scores again
judging-reopen-lead = Judges may then change sheets that you return, until scoring closes.
judging-reopen-send = Open the scores
judging-approve = Approval
judging-approve-lead = Somebody other than the chair, and other than whoever set up the scheme, approves the decision.
judging-approve-send = Approve the decision
judging-announce = Announcement
judging-announce-lead = The results become public by themselves at the announced time.
judging-announce-send = Announce now
judging-place = Place
judging-mean = Mean score
judging-adjusted = Adjusted for leniency
judging-spread = Spread
judging-by-judge = By judge
judging-n-sheets = { $n ->
        [one] 1 sheet
       *[other] { $n } sheets
    }
judging-score-place = { $score }, place { $place }
judging-outlier = Stands out
judging-public = Public part
judging-final = Final
judging-parts = Panel { $panel }%, public { $public }%
judging-agree-unknown = There are too few sheets to say how far the judges agree.
judging-agree-good = The judges agree well. The scores can be relied on.
judging-agree-fair = The judges agree fairly well. Talk these entries over before you decide: { $entries }.
judging-agree-weak = The judges do not agree enough to rely on the scores. { $n ->
        [one] Give this entry one more judge, or talk it over: { $entries }.
       *[other] Give these { $n } entries one more judge each, or talk them over: { $entries }.
    }
judging-agree-numbers = The coefficients
judging-agree-explained = Alpha of 0.8 and above is reliable, of 0.667 and above tentative. The intraclass correlations say how reliable one judge is, and how reliable the mean of all; they need a full table.
judging-alpha = Krippendorff’s alpha (interval)
judging-icc-single = Intraclass correlation, one judge
judging-icc-mean = Intraclass correlation, mean of all judges
judging-correction-as-given = Scores count as the judges gave them, as the rules of the scheme say.
judging-correction-complete = Every judge scored every entry, so there is no leniency to take out.
judging-correction-apart = The judges’ scores cannot be brought to one scale, because they share too few entries. The scores count as given.
judging-correction-taken = Each judge saw a part of the entries. How strict or lenient each is has been taken out by the method laid down before scoring; the mean as given stands beside it.
judging-moved-lenient = { $title }: place { $raw } by the scores as given, { $place } adjusted. Its judges were on average { $by } points more lenient.
judging-moved-strict = { $title }: place { $raw } by the scores as given, { $place } adjusted. Its judges were on average { $by } points stricter.
judging-not-separable = { $a } and { $b } cannot be told apart by scores: the panel decides.
judging-ties = How ties were broken
judging-tie-step = Equal: { $among }. { $step }: { $groups }.
judging-tie-shared = Still equal after every step, so they share: { $among }.
judging-comments = Judges’ comments ({ $n })
judging-notes = Notes of the meeting
judging-decide = Decision
judging-decide-lead = Each entry stands as the ranking proposes it. Change what the panel resolves otherwise, and give the reason where it departs from the ranking.
judging-departs = Reason for departing from the ranking
judging-decide-send = Record the decision
judging-resolved = What the panel resolved
judging-placing = Award

## The results

results-awards = Results
results-announced = Announced on { $at }.
results-shared = This award is shared by { $n } entries.
results-no-winner = The panel did not give this award this time.
results-citation = Citation (PDF)
results-how = How it was counted
results-panel-part = Panel
results-formula = Final = { $panel }% × the panel’s score out of 100 + { $public }% × the public part out of 100.
results-formula-panel = Final = the panel’s score out of 100.
results-formula-public = Final = the public part out of 100.
results-made-of = The panel’s scores come from { $sheets } score sheets by { $judges } judges.
results-calendar = Add the announcement to my calendar
results-occasion = Announcement of results: { $scheme }

## What needs somebody, on their desk

task-declare = Declare your interests: { $n ->
        [one] 1 entry is left
       *[other] { $n } entries are left
    }
task-score = Score the entries: { $n ->
        [one] 1 sheet is left
       *[other] { $n } sheets are left
    }
task-lock-scores = Scoring is over: lock the scores
task-decide = Take the panel through its table and record the decision
task-approve = Approve the panel’s decision
