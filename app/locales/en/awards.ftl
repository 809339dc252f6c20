# Award schemes: what can be wrong, said beside the field, and the words for where schemes, entries, panels and score sheets stand.

## The scheme: what can be wrong

awards-not-open = Entries are not open yet. They open on { $opens }; please come back then.
awards-closed = Entries closed on { $since }. If something kept you from handing in by then, please speak to the award secretary.
awards-rules-frozen = The first entry or vote came in on { $since }. Since then the criteria, weights, votes and ways of counting cannot be changed; copy the scheme to a new edition instead.
awards-scheme-not-draft = This scheme has been published already.
awards-scheme-not-published = Results can be announced once, and only for a scheme that has been published. Its page shows where it stands.
awards-not-approved = The decisions on some awards are not approved yet. Have them approved first, then announce the results.
awards-no-stop = There is no exhibition stop where people can vote. Add one, then open the voting.
awards-embargo = The results may not be announced before { $until }. Please come back then.

## Setting up a scheme: what can be wrong

awards-both-languages = Write every text here in both English and Chinese.
awards-no-award = Add at least one award for which entries can be made.
awards-code-twice = Two awards have the code { $code }. Give each award its own.
awards-grace-negative = Enter 0 or more minutes.
awards-shortlist-none = Enter a shortlist of at least 1 entry.
awards-min-judges-none = Enter at least 1 judge for each entry.
awards-ties-twice = A step for breaking ties is listed twice. List each step once.
awards-criteria-sum = The weights of the criteria for “{ $award }” add up to { $sum } per cent. Change them so that they add up to 100.
awards-criterion-none = Give every criterion for “{ $award }” a weight of at least 1 per cent.
awards-criterion-twice = Two criteria for “{ $award }” have the same code. Give each criterion its own.
awards-parts-sum = The weights of the public and the panel for “{ $award }” now add up to { $sum } per cent. Give each from 0 to 100, so that they add up to 100.
awards-votes-none = The public votes on “{ $award }”. Give each voter at least 1 vote.
awards-entries-close-first = Entries must close after they open.
awards-voting-closes-first = Voting must close after it opens.
awards-voting-too-soon = Entries close on { $after }. Let voting open no earlier than that.
awards-voting-missing = The public votes in this scheme. Enter when voting opens and closes.
awards-voting-half = Enter when voting opens and when it closes, or leave both empty.
awards-judging-ends-first = The last day of judging must not come before the first.
awards-judging-too-soon = Entries or votes come in until { $after }. Let judging begin on that day at the earliest.
awards-announced-too-soon = Judging ends on { $after }. Let the results be announced on that day at the earliest.

## Entries: what can be wrong

awards-entry-move = This cannot be done with the entry at this stage. Its page shows where it stands.
awards-entry-stays = Everyone with a published pledge takes part in this scheme, so the entry cannot be withdrawn. If something in it is wrong, please tell the award secretary.
awards-led-too-many = Your department already leads two entries, { $first } and { $second }. Withdraw one of them first, or take part in another department’s entry as a partner.
awards-no-pledge = { $organisation } has no published pledge, so it cannot be entered. Register its pledge first.
awards-file-kind = “{ $name }” is not a PDF, JPEG or PNG file, nor a link to one. Choose one whose name ends in .pdf, .jpg or .png.
awards-english-missing = Write this in English too.
awards-chinese-missing = Write this in Chinese too.
awards-words-long = This text has { $count ->
        [one] 1 word
       *[other] { $count } words
    }, and the limit is { $limit }. Please shorten it.
awards-characters-long = This text has { $count ->
        [one] 1 character
       *[other] { $count } characters
    }, and the limit is { $limit }. Please shorten it.
awards-lost-character = A character was lost in this text. Type it again.
awards-mostly-chinese = This English text is mostly Chinese. Write it in English, or tick “The texts are meant as they are” to go on.
awards-no-chinese = This Chinese text has no Chinese characters. Write it in Chinese, or tick “The texts are meant as they are” to go on.
awards-award-missing = Choose at least one award, and only from those for which entries can be made.
awards-images-many = { $limit ->
        [one] Only 1 image fits
       *[other] No more than { $limit } images fit
    } on the display panel. Take the others out.
awards-image-undescribed = Say in English and in Chinese what “{ $name }” shows, for those who cannot see it.
awards-partner-twice = { $organisation } takes part in this entry already. Name each department once.
awards-partner-silent = { $organisation } has not agreed to take part yet. Wait for its answer, or take it out of the entry.
awards-endorsement-missing = The head of department has to endorse the entry. Give the post in English and in Chinese, and the date.

## Eligibility and the shortlist: what can be wrong

awards-same-officer = You have checked this entry yourself. Somebody else has to do this.
awards-already-checked = Two officers have checked this entry already. No other check is needed.
awards-not-disputed = A ruling is needed only where two officers have checked an entry and differ. That is not so here.
awards-reason-both-languages = Give the reason in both English and Chinese. The department will read it.
awards-already-appealed = An appeal has been made already. There can be only one.
awards-appeal-closed = Appeals could be made until { $since }. If you have a question about the decision, please ask the award secretary.
awards-checks-open = { $count ->
        [one] 1 entry is
       *[other] { $count } entries are
    } not settled yet: { $entries }. Finish the checks, then seal the shortlist.
awards-stop-open = The shortlist can no longer be sealed: the first exhibition stop opened on { $since }.

## The panel: what can be wrong

awards-round-move = This cannot be done at this stage of judging. The page of the round shows where it stands.
awards-panel-small = The panel has { $seats ->
        [0] no judges
        [one] 1 judge
       *[other] { $seats } judges
    } and needs at least { $least }. Add judges first.
awards-one-chair = A panel has one chair, neither more nor fewer. Choose who it is.
awards-not-sealed = The shortlist is not sealed yet. Seal it first, then let the judges declare.
awards-not-declaring = Declarations can be made only from the opening of the round until scoring begins. If you have something to declare now, please tell the panel chair.
awards-declarations-open = { $undeclared ->
        [0] No declaration is
        [one] 1 declaration is
       *[other] { $undeclared } declarations are
    } still to be made, and { $unruled ->
        [0] none awaits
        [one] 1 awaits
       *[other] { $unruled } await
    } the chair’s ruling. Scoring can begin once all are settled.
awards-own-declaration = You cannot rule on your own declaration. Somebody else has to do this.
awards-nothing-to-rule = A ruling is given once, and only where a judge is unsure. There is nothing to rule on here.
awards-own-organisation = You serve in or advise { $organisation }, which takes part in this entry, so you may not judge it. If this is not so, please tell the award secretary.
awards-interest = You have declared an interest in this entry, so you may not judge it.
awards-ruled-out = The panel chair has ruled that you should not judge this entry.
awards-awaits-ruling = You said that you are unsure about this entry. Please wait until the panel chair has ruled.
awards-undeclared = Declare first on { $left ->
        [one] 1 more entry
       *[other] { $left } more entries
    }. You can open the entries after that.
awards-not-scoring = Scoring has not begun. It begins on { $opens } at the earliest, and once all judges have declared.
awards-scoring-closed = Scoring is closed; its deadline was { $since }. If a score has to be changed, please ask the panel chair.
awards-sheets-few = Each entry needs at least { $least ->
        [one] 1 submitted score sheet
       *[other] { $least } submitted score sheets
    }. There are too few for { $entries }. Please ask the judges to submit theirs.
awards-approver-is-chair = The panel chair cannot approve the decisions as well. Somebody else has to do this.
awards-approver-set-up = You set up this scheme, so you cannot approve its decisions. Please ask another award secretary.

## Who judges what: what can be wrong

awards-judges-few = { $entry } needs { $needed ->
        [one] 1 judge
       *[other] { $needed } judges
    }, and { $allowed ->
        [0] nobody on the panel
        [one] only 1 person on the panel
       *[other] only { $allowed } people on the panel
    } may judge it. Add judges.
awards-loads-low = There { $sheets ->
        [one] is 1 score sheet
       *[other] are { $sheets } score sheets
    } to give out, and the judges together take no more than { $room }. Let them take more, or add judges.
awards-judges-stuck = { $entry } is still short of { $missing ->
        [one] 1 judge
       *[other] { $missing } judges
    }: those who may judge it have all the others they can take. Let them take more, or add judges.
awards-judges-apart = The judges fall into { $parts } groups that have no entry in common, so their scores cannot be compared. Give each entry more judges.

## Score sheets: what can be wrong

awards-score-bad = “{ $given }” is not a score. Enter 0 to 10 in whole or half points, such as 7 or 7.5.
awards-score-missing = Give a score for “{ $criterion }”.
awards-criterion-unknown = This award has no such criterion. Open the score sheet again and score the criteria shown there.
awards-comment-missing = Add a comment: there is a score of 3 or below, or of 9 or above.
awards-sheet-locked = This score sheet is submitted and cannot be changed. If it has to be, please ask the panel chair to return it.
awards-sheet-not-submitted = This score sheet is not submitted now, so there is nothing to return.

## Decisions: what can be wrong

awards-undecided = Decide what { $entry } receives.
awards-decided-twice = { $entry } is decided twice. Keep one of the two decisions.
awards-not-ranked = { $entry } is not in the ranking for this award. Take the decision on it out.
awards-departs = The decision on { $entry } departs from the ranking. Give the reason.

## Anywhere: what can be wrong

awards-chair-only = Only the panel chair can do this. Please ask the chair.
awards-reason-missing = Give a reason.

## How entries come in

awards-mode-auto-enrol = Every department with a published pledge is entered
awards-mode-nomination = Departments enter themselves

## Who competes for an award

awards-admits-entered = Entries made for this award
awards-admits-shortlisted = All entries shortlisted for another award

## Where a scheme stands

awards-scheme-draft = Draft
awards-scheme-published = Published
awards-scheme-announced = Results announced
awards-phase-draft = Draft
awards-phase-upcoming = Not open yet
awards-phase-entries = Open for entries
awards-phase-checking = Entries being checked
awards-phase-voting = Open for voting
awards-phase-before-judging = Judging to begin
awards-phase-judging = Being judged
awards-phase-embargo = Results to come
awards-phase-announced = Results announced

## Where an entry stands

awards-entry-draft = Draft
awards-entry-enrolled = Entered, material to be confirmed
awards-entry-submitted = Submitted
awards-entry-returned = Returned for changes
awards-entry-eligible = Eligible
awards-entry-ineligible = Not eligible
awards-entry-shortlisted = Shortlisted
awards-entry-not-shortlisted = Not shortlisted
awards-entry-on-display = On display
awards-entry-judged = Judged
awards-entry-winner = Winner
awards-entry-merit = Merit award
awards-entry-not-awarded = No award
awards-entry-withdrawn = Withdrawn
awards-entry-disqualified = Disqualified

## Where a round of judging stands

awards-round-set-up = Being set up
awards-round-declaring = Judges declaring interests
awards-round-scoring = Judges scoring
awards-round-locked = Scores locked
awards-round-deliberating = Panel deliberating
awards-round-decided = Decided, awaiting approval
awards-round-approved = Approved
awards-round-announced = Announced

## What a judge declares of an entry, and what the chair rules

awards-stance-none = No interest
awards-stance-interest = An interest
awards-stance-unsure = Unsure
awards-ruling-cleared = May judge
awards-ruling-barred = May not judge

## How ties are broken

awards-tie-higher-panel = The higher score from the panel
awards-tie-first-criterion = The higher score on the first criterion

## How the public and the panel are combined

awards-combination-most-voted = Votes are scaled so that the entry with the most has 100, and added by weight to the panel’s mean score out of 100.
awards-combination-share = Each entry’s share of all votes, in per cent, is added by weight to the panel’s mean score out of 100.
awards-combination-min-max = Votes and the panel’s mean scores are each scaled so that the lowest has 0 and the highest 100, then added by weight.
awards-combination-rank-sum = Entries are ranked by votes and by the panel’s mean score, the two ranks are added by weight, and the lowest sum wins.

## Whether the strictness of judges is taken into account

awards-adjustment-raw = Scores count as the judges gave them.
awards-adjustment-shrunk = Scores are adjusted for how strict or lenient each judge is, and the scores given are shown beside them.

## Where a score sheet stands

awards-sheet-open = Not submitted yet
awards-sheet-submitted = Submitted
awards-sheet-returned = Returned for changes

## Kinds of file

awards-file-pdf = PDF document
awards-file-jpeg = JPEG image
awards-file-png = PNG image

## What two officers check in every entry

awards-check-may-enter = May the department enter this scheme?
awards-check-right-award = Does the entry suit the awards for which it is entered?
awards-check-within-period = Does the work fall within the period that the scheme covers?
awards-check-evidence-opens = Can all the evidence be opened and read?
awards-check-no-personal-particulars = Is the entry free of personal particulars?
