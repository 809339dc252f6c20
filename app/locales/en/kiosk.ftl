# The kiosk at an exhibition stop. It picks by itself from all three languages; $n, $of and $it are filled in on its screen.

## Wherever one is

kiosk-title = Voting kiosk
kiosk-script = This kiosk needs JavaScript. Please switch it on in the browser, or use another machine.
kiosk-languages = Language
kiosk-large = Large type
kiosk-number = Kiosk { $n }
kiosk-waiting = Waiting to be sent: { $n }
kiosk-held = Not accepted, for staff to look at: { $n }
kiosk-no-line = No connection
kiosk-broken = This kiosk cannot keep ballots safely. Please use another one and tell a member of staff.
kiosk-leave = Stop and clear
kiosk-still = Are you still there?
kiosk-clears = This screen clears in { $n } seconds.
kiosk-here = I am still here

## The slip

kiosk-welcome = Scan your slip to begin
kiosk-hint = Hold the square code on your slip under the reader, or type the nine characters printed beside it.
kiosk-field = Code on your slip
kiosk-keys = Keys for the code
kiosk-rub = Delete
kiosk-begin = Begin
kiosk-checking = Checking your slip
kiosk-code-length = A code has nine characters. Please check your slip and try again.
kiosk-code-symbol = Codes are made of digits and letters only, without U. Please check your slip and try again.
kiosk-code-check = One of the characters is not right. Please check the code and try again.

## An award

kiosk-step = { $it } · award { $n } of { $of }
kiosk-choose-one = { $it }: choose one
kiosk-choose-some = { $it }: choose up to { $n }
kiosk-chosen = Chosen: { $n } of { $of }.
kiosk-most = No more than { $n }. Take one away first.
kiosk-none-yet = Choose an entry, or press “Skip this award”.
kiosk-note = The order is random and differs for each voter. Your receipt does not show your choice.
kiosk-skip = Skip this award
kiosk-next = Next
kiosk-back = Back

## Before casting

kiosk-review = Check your ballot
kiosk-review-lead = Nothing is cast until you press “Cast my ballot”.
kiosk-blank = Left blank
kiosk-change = Change
kiosk-change-of = Change: { $it }
kiosk-all-blank = A ballot cannot be blank for every award. Please choose an entry for at least one.
kiosk-cast = Cast my ballot
kiosk-sending = Casting your ballot
kiosk-not-kept = The ballot could not be kept on this kiosk, so nothing has been cast. Please try again, or ask a member of staff.

## Afterwards

kiosk-thanks = Thank you
kiosk-refused = This ballot was not accepted
kiosk-counted = Your ballot has been received.
kiosk-kept = Your ballot is sealed and kept on this kiosk. It will be sent as soon as there is a connection; you need not wait.
kiosk-duplicate = This slip had been used before. The ballot goes into the published class of duplicates and does not add to the result.
kiosk-not-taken = The slip has been used or is not valid, or voting at this stop has closed. Please ask a member of staff.
kiosk-receipt = Your receipt. Write it down or take a picture.
kiosk-promise = Your receipt lets you check that your ballot is in the published record and that the record has not changed since. It does not show whom you chose. Anyone can recount the published ballots. We cannot rule out that one person used two slips, or stop someone watching you vote.
kiosk-deadline = In the record by { $it }
kiosk-qr = Your receipt as a QR code
kiosk-longer = Show it longer
kiosk-done = Finish
