# The letters of the house: for each kind a subject and a body, and one foot for all.
# Every letter says what happened, what it means, and what to do by when. Blank lines part paragraphs.

## The foot of every letter

letter-foot =
    The page for this letter: { $link }

    { $why } Why you get it, and what you can choose: { $choose }

    Efficiency Unit

## Why a letter comes

letter-why-account = You get this letter because it concerns your account in Accolade.
letter-why-registration = You get this letter because you are named in a registration for a workshop.
letter-why-coordinator = You get this letter because you co-ordinate for your department.
letter-why-entry = You get this letter because you look after an award entry of your department.
letter-why-judge = You get this letter because you sit on a judging panel.
letter-why-secretary = You get this letter because you are the secretary of an award scheme.
letter-why-scheduler = You get this letter because you plan the Showcase.
letter-why-visitor = You get this letter because this address was left with a booking for the Showcase.
letter-why-asked-to-follow = You get this letter because this address was given to follow the programme of the Showcase. If it was not you, do nothing: no other comes.
letter-why-follower = You get this letter because you follow the programme of the Showcase.
letter-why-daily = You get this letter because you chose to have letters gathered into one a day.
letter-why-test = You get this letter because you asked to see it.

## Letters that hold others

letter-digest-subject = { $n ->
    [one] { $first }
   *[other] { $n } letters: { $first } and more
}
letter-digest-head = — { $subject } —
letter-test-subject = [Test] { $subject }

## Reminders

letter-reminder-workshop-opens-subject = Registration opens: { $title }
letter-reminder-workshop-opens-body =
    Registration for “{ $title }” on { $starts } opens on { $opens } and closes on { $closes }.

    Places are given in the order of asking, so tell those in your department whom it may help.

letter-reminder-workshop-closes-subject = To endorse before registration closes: { $title }
letter-reminder-workshop-closes-body =
    { $n ->
        [one] One registration
       *[other] { $n } registrations
    } of your department for “{ $title }” { $n ->
        [one] waits
       *[other] wait
    } for your endorsement. Registration closes on { $closes }; what is not endorsed by then ends.

letter-reminder-workshop-starts-subject = { $starts }: { $title }
letter-reminder-workshop-starts-body =
    You have a place in “{ $title }” on { $starts } at { $venue }.

    The door code and the way there are on the page of the registration. If you cannot come, please tell your department’s training co-ordinator at once.

letter-reminder-entries-close-subject = Not yet submitted: { $title }
letter-reminder-entries-close-body =
    Entry { $entry }, “{ $title }”, for { $scheme } is not submitted. Entries close on { $closes }.

letter-reminder-sheets-due-subject = { $left ->
    [one] One score sheet
   *[other] { $left } score sheets
} to submit: { $scheme }
letter-reminder-sheets-due-body =
    { $left ->
        [one] One of your score sheets
       *[other] { $left } of your score sheets
    } for { $scheme } { $left ->
        [one] is
       *[other] are
    } not submitted. Scoring closes on { $closes }.

letter-reminder-activities-close-subject = Not yet sent: { $n ->
    [one] one proposal
   *[other] { $n } proposals
} for { $event }
letter-reminder-activities-close-body =
    Your department has begun { $n ->
        [one] one proposal
       *[other] { $n } proposals
    } for { $event } and not sent { $n ->
        [one] it
       *[other] them
    }. Proposals close on { $closes }.

letter-reminder-activity-starts-subject = { $starts }: { $title }
letter-reminder-activity-starts-body =
    { $n ->
        [one] One place is
       *[other] { $n } places are
    } kept for you in “{ $title }” on { $starts } at { $venue }. Your reference is { $reference }.

    If you cannot come, give the places back on the page below: others may be waiting.

## After registering

letter-registered-awaiting_endorsement-subject = Registration received: { $title }
letter-registered-awaiting_endorsement-body =
    We have received registration { $reference } for “{ $title }” on { $starts }, for { $people ->
        [one] 1 person
       *[other] { $people } people
    }.

    It now needs the endorsement of your department, and holds no place until then. If it is not endorsed before registration closes, it ends.

    There is nothing for you to do now. We will write as soon as your department has decided. Training co-ordinators can endorse it at their department’s desk.

letter-registered-confirmed-subject = Confirmed: { $title }
letter-registered-confirmed-body =
    Registration { $reference } for “{ $title }” on { $starts } is confirmed, for { $people ->
        [one] 1 person
       *[other] { $people } people
    }.

    Please add the calendar entry sent with this letter. On the day, sign in at the door with the door code shown on the page of the registration.

    If somebody cannot come, exchange the member or give up the registration on that page by the end of the second working day before the workshop.

letter-registered-waitlisted-subject = On the waiting list: { $title }
letter-registered-waitlisted-body =
    Registration { $reference } for “{ $title }” on { $starts }, for { $people ->
        [one] 1 person
       *[other] { $people } people
    }, is on the waiting list.

    There are not enough free places for it now, or it would exceed the quota of your department. When places become free we will write and offer them; you then have up to two working days to accept.

    The waiting list closes at 5 pm on the working day before the workshop. Please keep the day free, or give up the registration on its page if you can no longer come.



## The waiting list

letter-offered-offered-subject = Please accept by { $until }: { $title }
letter-offered-offered-body =
    { $people ->
        [one] A place has become free
       *[other] { $people } places have become free
    } in “{ $title }” on { $starts }, and we offer { $people ->
        [one] it
       *[other] them
    } to registration { $reference }.

    The offer stands until { $until }. If it is not accepted by then, it passes to the next on the waiting list, and this registration goes to the end of the list.

    Please accept the offer, or give it up, on the page of the registration.

letter-accepted-confirmed-subject = Confirmed: { $title }
letter-accepted-confirmed-body =
    The offer has been accepted. Registration { $reference } for “{ $title }” on { $starts } is confirmed, for { $people ->
        [one] 1 person
       *[other] { $people } people
    }.

    Please add the calendar entry sent with this letter. On the day, sign in at the door with the door code shown on the page of the registration.

    If somebody cannot come, exchange the member or give up the registration on that page by the end of the second working day before the workshop.

letter-lapsed-waitlisted-subject = Offer lapsed: { $title }
letter-lapsed-waitlisted-body =
    The offer to registration { $reference } for “{ $title }” on { $starts } was not accepted in time and has lapsed.

    The registration is now at the end of the waiting list. If { $people ->
        [one] a place becomes
       *[other] { $people } places become
    } free for it, we will write again.

    The list closes at 5 pm on the working day before the workshop. If you can no longer come, please give up the registration on its page.

letter-list-closed-withdrawn-subject = Ended without a place: { $title }
letter-list-closed-withdrawn-body =
    “{ $title }” on { $starts } is over, and registration { $reference } for { $people ->
        [one] 1 person
       *[other] { $people } people
    } did not receive a confirmed place. We are sorry that we could not offer one.

    The registration has ended. If you are still interested, please register for the next workshop of the series when it opens.

## Endorsement

letter-endorsed-confirmed-subject = Endorsed and confirmed: { $title }
letter-endorsed-confirmed-body =
    Your department has endorsed registration { $reference } for “{ $title }” on { $starts }. It is confirmed, for { $people ->
        [one] 1 person
       *[other] { $people } people
    }.

    Please add the calendar entry sent with this letter. On the day, sign in at the door with the door code shown on the page of the registration.

    If somebody cannot come, exchange the member or give up the registration on that page by the end of the second working day before the workshop.

letter-endorsed-waitlisted-subject = Endorsed, on the waiting list: { $title }
letter-endorsed-waitlisted-body =
    Your department has endorsed registration { $reference } for “{ $title }” on { $starts }, for { $people ->
        [one] 1 person
       *[other] { $people } people
    }.

    There are not enough free places for it now, or it would exceed the quota of your department, so it is on the waiting list. When places become free we will write and offer them; you then have up to two working days to accept.

    The waiting list closes at 5 pm on the working day before the workshop. Please keep the day free, or give up the registration on its page if you can no longer come.

letter-declined-declined-subject = Not endorsed: { $title }
letter-declined-declined-body =
    Your department has declined to endorse registration { $reference } for “{ $title }” on { $starts }, for { $people ->
        [one] 1 person
       *[other] { $people } people
    }. The registration has ended.

    Reason given: { $reason }

    If you have questions, please speak to your department’s training co-ordinator. While registration is open you may register again.

letter-not-endorsed-declined-subject = Ended without endorsement: { $title }
letter-not-endorsed-declined-body =
    Registration for “{ $title }” on { $starts } has closed, and your department had not endorsed registration { $reference } for { $people ->
        [one] 1 person
       *[other] { $people } people
    } by then. The registration has ended and holds no place.

    If you are still interested, please speak to your department’s training co-ordinator, and register for the next workshop of the series when it opens.

## Changes

letter-substituted-awaiting_endorsement-subject = Member exchanged: { $title }
letter-substituted-awaiting_endorsement-body =
    A member of registration { $reference } for “{ $title }” on { $starts } has been exchanged. The registration is still for { $people ->
        [one] 1 person
       *[other] { $people } people
    }.

    It still awaits the endorsement of your department, and ends if it is not endorsed before registration closes.

    Please check the members on the page of the registration.

letter-substituted-waitlisted-subject = Member exchanged: { $title }
letter-substituted-waitlisted-body =
    A member of registration { $reference } for “{ $title }” on { $starts } has been exchanged. The registration is still for { $people ->
        [one] 1 person
       *[other] { $people } people
    }.

    It keeps its number on the waiting list. We will write when places are offered.

    Please check the members on the page of the registration.

letter-substituted-offered-subject = Member exchanged, please accept by { $until }: { $title }
letter-substituted-offered-body =
    A member of registration { $reference } for “{ $title }” on { $starts } has been exchanged. The registration is still for { $people ->
        [one] 1 person
       *[other] { $people } people
    }.

    The offer of places still stands, until { $until }. If it is not accepted by then, it passes to the next on the waiting list.

    Please check the members, and accept the offer or give it up, on the page of the registration.

letter-substituted-confirmed-subject = Member exchanged: { $title }
letter-substituted-confirmed-body =
    A member of registration { $reference } for “{ $title }” on { $starts } has been exchanged. The registration stays confirmed, for { $people ->
        [one] 1 person
       *[other] { $people } people
    }.

    Please check the members on the page of the registration, and add the calendar entry sent with this letter. A new member signs in at the door with the new door code shown there.

letter-replaced-subject = A colleague takes your place: { $title }
letter-replaced-body =
    A colleague now takes part in your place in “{ $title }” on { $starts }.

    You are no longer registered for it. If the workshop is still in your calendar, please remove it.

    If you did not expect this, please ask your department’s training co-ordinator.

letter-gave-up-withdrawn-subject = Withdrawn: { $title }
letter-gave-up-withdrawn-body =
    Registration { $reference } for “{ $title }” on { $starts }, for { $people ->
        [one] 1 person
       *[other] { $people } people
    }, has been withdrawn.

    It no longer waits for a place, and any offer made to it has ended. There is nothing more to do.

    If this was a mistake, please register again while registration is open.

letter-gave-up-cancelled-subject = Place given up: { $title }
letter-gave-up-cancelled-body =
    Registration { $reference } for “{ $title }” on { $starts } has been cancelled, and its { $people ->
        [one] place goes
       *[other] { $people } places go
    } to others.

    The calendar file sent with this letter takes the workshop out of your calendar. There is nothing more to do.

    If this was a mistake, please register again while registration is open.

letter-moved-subject = New time or place: { $title }
letter-moved-body =
    The time or place of “{ $title }” has changed. It will now be held on { $starts } at { $venue }.

    Registration { $reference } stands as before. If it is confirmed, a new calendar entry comes with this letter.

    If you cannot come at the new time or place, please exchange the member or give up the registration on its page by the end of the second working day before the workshop.

## Go or no-go

letter-goes-ahead-subject = It will be held: { $title }
letter-goes-ahead-body =
    “{ $title }” will be held on { $starts } at { $venue }.

    If registration { $reference } is confirmed, we look forward to seeing you, and a calendar entry comes with this letter. If it is on the waiting list, it keeps its number, and we will write when places are offered.

    If you cannot come, please exchange the member or give up the registration on its page by the end of the second working day before the workshop.

letter-workshop-cancelled-cancelled-subject = Cancelled: { $title }
letter-workshop-cancelled-cancelled-body =
    We are sorry to tell you that “{ $title }” on { $starts } will not be held. Registration { $reference } for { $people ->
        [one] 1 person
       *[other] { $people } people
    } has ended.

    If a calendar file comes with this letter, it takes the workshop out of your calendar.

    The page of the workshop gives the reason. If places in another workshop are offered instead, a separate letter says so.

letter-instead-offered-subject = Places offered instead, please accept by { $until }: { $title }
letter-instead-offered-body =
    The workshop you registered for is cancelled. We offer you { $people ->
        [one] a place
       *[other] { $people } places
    } in “{ $title }” on { $starts } instead, before anyone on its waiting list. The reference is { $reference }.

    The offer stands until { $until }. If it is not accepted by then, it passes to others, and this registration goes to the end of the waiting list.

    Please accept the offer, or give it up, on the page of the registration.

letter-instead-waitlisted-subject = First on another waiting list: { $title }
letter-instead-waitlisted-body =
    The workshop you registered for is cancelled. We have put you on the waiting list of “{ $title }” on { $starts } instead, ahead of those already on it, for { $people ->
        [one] 1 person
       *[other] { $people } people
    }. The reference is { $reference }.

    When places become free we will write and offer them; you then have up to two working days to accept. The list closes at 5 pm on the working day before the workshop.

    If you do not wish to come, please give up the registration on its page.

## Afterwards

letter-closed-attended-subject = Attendance recorded: { $title }
letter-closed-attended-body =
    Attendance at “{ $title }” on { $starts } is now closed, and registration { $reference } for { $people ->
        [one] 1 person
       *[other] { $people } people
    } is recorded as attended.

    Those who were present find their attendance record under “My registrations”, and are invited by a separate letter to evaluate the workshop.

    If a mark is wrong, please tell the organiser.

letter-closed-no_show-subject = Recorded as absent: { $title }
letter-closed-no_show-body =
    Attendance at “{ $title }” on { $starts } is now closed. Nobody of registration { $reference }, for { $people ->
        [one] 1 person
       *[other] { $people } people
    }, was marked present.

    The registration is recorded as a no-show. No attendance record is issued.

    If this is wrong, please tell the organiser. Next time, please give up in good time a place you cannot use, so that others can have it.

letter-evaluate-subject = Please tell us how it was: { $title }
letter-evaluate-body =
    Thank you for attending “{ $title }”. Your attendance record is ready under “My registrations”.

    Please tell us what you thought of the workshop. It takes about 90 seconds and is anonymous: your answers are kept apart from your name.

    The evaluation stays open for two weeks after the workshop.

## Accounts

letter-invited-subject = Your account in Accolade
letter-invited-body =
    We have opened an account for you in Accolade, the workshop service of the Efficiency Unit, with details given by a colleague.

    Please open the page named below and choose a password. You can then see your registrations and attendance records.

    The link works for seven days, and once only. If it has lapsed, ask for a new one with “I have forgotten my password” on the sign-in page.

letter-reset-subject = Choose a new password
letter-reset-body =
    Somebody asked for a new password for your account in Accolade.

    If it was you, please open the page named below and choose one within { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }.

    If it was not you, you may ignore this letter. Your password stays as it is.

letter-password-changed-subject = Your password has been changed
letter-password-changed-body =
    The password of your account in Accolade has been changed. All your other devices have been signed out.

    If it was you, there is nothing to do. If it was not, please choose a new password at once with “I have forgotten my password” on the sign-in page, and tell the Efficiency Unit.

## Award entries

letter-entry-partner-subject = Will your department take part in “{ $title }”?
letter-entry-partner-body =
    Another department would like to enter “{ $title }” ({ $entry }) for { $scheme } together with yours.

    Please open the page named below and say whether your department takes part. Entries close on { $closes }.

letter-entry-agreed-subject = A partner has agreed: { $title }
letter-entry-agreed-body =
    A partner department has agreed to take part in “{ $title }” ({ $entry }).

letter-entry-left-subject = A partner does not take part: { $title }
letter-entry-left-body =
    A partner department does not take part in “{ $title }” ({ $entry }). It has been taken out of the entry.

letter-entry-endorse-subject = Please endorse an entry: { $title }
letter-entry-endorse-body =
    Your department would like to submit “{ $title }” ({ $entry }) for { $scheme }.

    Please read it on the page named below and endorse it there. Entries close on { $closes }.

letter-entry-endorsed-subject = Endorsed: { $title }
letter-entry-endorsed-body =
    “{ $title }” ({ $entry }) has been endorsed. Please submit it before { $closes }.

letter-entry-submitted-subject = Receipt for { $entry }: { $title }
letter-entry-submitted-body =
    We have received “{ $title }” for { $scheme }. Its number is { $entry }; the time is on the page named below.

    Two officers will check it. You will be told of every step.

letter-entry-confirmed-subject = Confirmed: { $title }
letter-entry-confirmed-body =
    The material of { $entry }, “{ $title }”, is confirmed. It will be shown as it reads on the page named below.

letter-entry-withdrawn-subject = Withdrawn: { $title }
letter-entry-withdrawn-body =
    “{ $title }” ({ $entry }) has been withdrawn from { $scheme }.

letter-entry-enrolled-subject = Your department is entered: { $scheme }
letter-entry-enrolled-body =
    Every department with a published performance pledge takes part in { $scheme }. Your entry is { $entry }.

    Please look at its title and summary on the page named below, change what you like, and confirm it before { $closes }. If nothing is confirmed, your published pledge is shown.

letter-entry-reminder-subject = Please confirm your entry { $entry }
letter-entry-reminder-body =
    Your entry { $entry } for { $scheme } is not confirmed yet.

    Please confirm it on the page named below before { $closes }. If nothing is confirmed by then, your published pledge is shown.

letter-entry-returned-subject = Please change your entry { $entry }
letter-entry-returned-body =
    “{ $title }” has been returned to you with this comment:

    { $reason }

    Please change it and submit it again before { $closes }.

letter-entry-reopened-subject = A later deadline for { $entry }
letter-entry-reopened-body =
    “{ $title }” may be submitted until { $closes }. The reason given: { $reason }

letter-entry-eligible-subject = Eligible: { $title }
letter-entry-eligible-body =
    “{ $title }” ({ $entry }) may compete in { $scheme }. The shortlist comes next.

letter-entry-ineligible-subject = Not eligible: { $title }
letter-entry-ineligible-body =
    “{ $title }” ({ $entry }) may not compete in { $scheme }. The reason is on the page named below.

    Your department may appeal there once, within five working days.

letter-entry-appeal-dismissed-subject = Your appeal: { $title }
letter-entry-appeal-dismissed-body =
    The appeal on “{ $title }” ({ $entry }) has been dismissed for this reason:

    { $reason }

letter-entry-shortlisted-subject = On the shortlist: { $title }
letter-entry-shortlisted-body =
    “{ $title }” ({ $entry }) is on the shortlist of { $scheme } and on show.

letter-entry-not-shortlisted-subject = Not on the shortlist: { $title }
letter-entry-not-shortlisted-body =
    “{ $title }” ({ $entry }) is not on the shortlist of { $scheme }. Thank you for taking part.

letter-entry-disqualified-subject = Disqualified: { $title }
letter-entry-disqualified-body =
    “{ $title }” ({ $entry }) has been disqualified for this reason:

    { $reason }

letter-entry-default-subject = Shown with your published pledge: { $entry }
letter-entry-default-body =
    Nothing was confirmed for { $entry } by the deadline. It is shown with the words of your published pledge.

letter-judge-invited-subject = Would you judge the entries of { $scheme }?
letter-judge-invited-body =
    You are invited to sit on the judging panel of { $scheme }.

    Judges declare their interests by { $opens } and score until { $closes }. The page below says what is asked of you; there you can accept or decline. The link is yours alone and needs no password, so please do not pass it on.

letter-judge-declined-subject = A judge has declined: { $scheme }
letter-judge-declined-body =
    { $judge } has declined the seat on the panel of { $scheme }. You can invite somebody else on the page of the panel.

letter-judge-declare-subject = Please declare your interests: { $scheme }
letter-judge-declare-body =
    The judging of { $scheme } begins. Before anybody reads an entry, every judge says of each of the { $entries } entries whether there is an interest.

    Please declare by { $opens }. It takes a few minutes, and nothing can be opened before all have done so.

letter-judge-chase-declare-subject = Your declarations are still awaited: { $scheme }
letter-judge-chase-declare-body =
    { $left ->
        [one] 1 entry of { $scheme } still awaits
       *[other] { $left } entries of { $scheme } still await
    } your declaration. Please declare by { $opens }; the whole panel waits for it. Scoring lasts until { $closes }.

letter-judge-ruled-cleared-subject = You may judge { $entry }
letter-judge-ruled-cleared-body =
    You were unsure about “{ $title }” in { $scheme }. It has been ruled that you may judge it.

letter-judge-ruled-barred-subject = You do not judge { $entry }
letter-judge-ruled-barred-body =
    You were unsure about “{ $title }” in { $scheme }. It has been ruled that you should not judge it. Thank you for being open about it.

letter-judge-scoring-subject = Your score sheets are ready: { $scheme }
letter-judge-scoring-body =
    { $sheets ->
        [one] 1 score sheet of { $scheme } awaits
       *[other] { $sheets } score sheets of { $scheme } await
    } you. Scoring is open from { $opens } to { $closes }. What you enter is saved as you go; submit each sheet when it is done.

letter-judge-chase-sheets-subject = Some of your score sheets are not submitted yet: { $scheme }
letter-judge-chase-sheets-body =
    { $left ->
        [one] 1 score sheet of { $scheme } is
       *[other] { $left } score sheets of { $scheme } are
    } still to be submitted. Scoring opened on { $opens } and closes on { $closes }; sheets not submitted by then do not count.

letter-judge-one-more-subject = One more entry to judge: { $scheme }
letter-judge-one-more-body =
    May we ask you to judge one more entry of { $scheme }, “{ $title }”? Scoring closes on { $closes }.

letter-sheet-returned-subject = A score sheet has been returned to you: { $scheme }
letter-sheet-returned-body =
    The panel chair has returned your score sheet on “{ $title }” for { $award }:

    { $reason }

    Please change what has to be changed and submit it again by { $closes }.

letter-judging-approve-subject = A decision awaits your approval: { $scheme }
letter-judging-approve-body =
    The panel of { $scheme } has decided. Another award secretary than the one who set up the scheme is asked to approve the decision.

    The results are under embargo until they are announced.

letter-results-winner-subject = Congratulations: { $title } has won
letter-results-winner-body =
    The results of { $scheme } are public. Your entry { $entry }, “{ $title }”, has won: { $awards }.

    Warm congratulations to everybody who took part in it! The page below has the results and the citation.

letter-results-merit-subject = Congratulations: a merit award for { $title }
letter-results-merit-body =
    The results of { $scheme } are public. Your entry { $entry }, “{ $title }”, has received a merit award: { $awards }.

    Warm congratulations to everybody who took part in it! The page below has the results and the citation.

letter-results-not_awarded-subject = The results of { $scheme }
letter-results-not_awarded-body =
    The results of { $scheme } are public. Your entry { $entry }, “{ $title }”, has not received an award this time ({ $awards }).

    Thank you for taking part and for sharing your work. The page below shows how the results came about.

letter-results-panel-subject = The results are public: { $scheme }
letter-results-panel-body =
    The results of { $scheme } have been announced. Thank you for judging.

letter-booking-given-back-subject = Given back: { $title }
letter-booking-given-back-body =
    You have given back { $n ->
        [one] one place
       *[other] { $n } places
    } in “{ $title }” ({ $reference }). The entry enclosed takes it out of your calendar.

letter-follow-confirm-subject = Do you want letters about “{ $title }”?
letter-follow-confirm-body =
    This address was given to be told when “{ $title }” changes. Open the page below and say yes, and a letter comes when something of it is added, moved or cancelled. Without it nothing comes, and the address is forgotten after two days.

letter-follow-news-subject = Changed: { $title }
letter-follow-news-body =
    Of “{ $title }” these have changed: { $added } added, { $moved } moved, { $cancelled } cancelled.

    { $reason }

    The page below says what stands now.

## The pages about letters

letters-own = Letters to you
letters-own-lead = How letters from Accolade reach { $email }. Their language is the one of your account.
letters-always = Always at once
letters-topic-account = Your account
letters-topic-account-hint = Links to choose a password, and changes of it.
letters-topic-standing = Your registrations, entries, activities and bookings
letters-topic-standing-hint = What becomes of them. These hold places and entries for your calendar.
letters-topic-work = Work that waits for you
letters-topic-work-hint = To endorse, to judge, to approve, to book.
letters-topic-reminder = Reminders
letters-topic-reminder-hint = Before something starts or closes, and to give your view after a workshop.
letters-topic-news = News
letters-topic-news-hint = Registration that opens, and results.
letters-way-at-once = At once
letters-way-daily = As one letter a day, at 8.30 am
letters-way-never = Not at all
letters-way-wrong = Letters of this sort cannot come that way.
letters-come-back = Letters to { $email } have come back since { $since }. The mail server says: { $answer } If the address is right again, have them sent; if it is wrong, tell your training co-ordinator.
letters-try-again = The address works: send what was kept back
letters-sort = Sort
letters-why = Why you get this letter
letters-why-lead = Letters go only to those whom they concern.
letters-because = Why
letters-now = How they come
letters-stop = Send me none of this sort: { $sort }
letters-again = Send them again
letters-cannot-end = Letters of this sort tell what becomes of something of yours, or ask for work that is yours. They cannot be ended; they stop when there is nothing to tell.
letters-reminders = Reminders
letters-reminders-lead = When Accolade sends reminders by itself. Each is sent once; if the date is moved, again for the new one.
letters-anchor-workshop-opens = Registration for a workshop opens
letters-anchor-workshop-closes = Registration for a workshop closes
letters-anchor-workshop-starts = A workshop starts
letters-anchor-entries-close = Award entries close
letters-anchor-sheets-due = Score sheets are due
letters-anchor-activities-close = Proposals for the Showcase close
letters-anchor-activity-starts = A session of the Showcase starts
letters-anchor-unknown = Choose one from the list.
letters-to-workshop-opens = All training co-ordinators
letters-to-workshop-closes = Co-ordinators with registrations to endorse
letters-to-workshop-starts = Everybody with a place
letters-to-entries-close = Departments that have not submitted
letters-to-sheets-due = Judges who have not submitted
letters-to-activities-close = Departments with drafts
letters-to-activity-starts = Visitors with places
letters-rule-anchor = What happens
letters-rule-falls = When
letters-rule-when = { $days ->
    [0] the same day
    [one] 1 day before
   *[other] { $days } days before
}, { $hour }:00
letters-rule-change = Change
letters-rule-drop = Remove
letters-rule-add = Set a reminder
letters-rule-days = Days before
letters-rule-days-hint = 0 is the day itself; at most 60. One already set for so many days is replaced.
letters-rule-hour = Hour
letters-rule-hour-hint = A full hour in Hong Kong, 7 to 20.
letters-number-wrong = Give a number from { $least } to { $most }.
letters-kinds = Every kind of letter
letters-kinds-lead = As they look, with examples in place of names, dates and numbers.
letters-example = With examples in place of names, dates and numbers. The foot with page and reason is added to each.
letters-test = Send it to me
