# People: signing in, passwords, one's account, the directory, and the import of people from a file.

## Signing in

people-sign-in = Sign in
people-sign-in-lead = Use your office e-mail address. You can read about the workshops without signing in.
people-email = E-mail address
people-password = Password
people-forgot = I have forgotten my password
people-forgot-lead = Enter your office e-mail address and we will send you a link to choose a new password. The link works for one hour.
people-send-link = Send me a link
people-choose = Choose my password
people-personas = Sign in as one of these people
people-personas-lead = This is a demonstration: one click signs you in, with no password. None of them is a real person.

## What may be wrong with signing in

people-wrong-password = The e-mail address and the password do not match. Check both and try again, or ask for a link to choose a new password.
people-too-many-tries = There have been too many wrong passwords. Wait { $minutes } minutes and try again.
people-post-ended = You hold no post at present, so you cannot sign in. If you have taken up a new post, please write to { $contact }.
people-email-bad = Enter an e-mail address in full, such as name@department.example.
people-link-lapsed = This link has been used or has lapsed. Ask for a new one on the sign-in page.

## Passwords

people-new-password = New password
people-current-password = Present password
people-change-password = Change my password
people-password-hint = At least 12 characters. Several words together are easy to remember.
people-password-short = Your password is too short. Use at least { $least } characters.
people-password-long = Your password is too long. Use no more than { $most } characters.
people-password-common = This password is too easy to guess. Choose words that nobody would expect.
people-wrong-current = This is not your present password. Check it and try again.

## The account

people-account = My account
people-name = Name
people-post = Post
people-organisation = Department
people-language = Language of letters
people-language-hint = We write to you in this language. The pages follow the language you choose at the top.
people-sessions = Where you are signed in
people-sessions-caption = Devices on which you are signed in
people-device = Device
people-seen = Last used
people-this-device = This device, now
people-device-unknown = Unknown device
people-sign-out-everywhere = Sign me out on all other devices

## The directory

people-directory = Directory
people-directory-lead = Who holds which post today. Departmental training co-ordinators see their own department. At most 200 entries are shown; search to narrow them.
people-count = { $n ->
    [one] 1 entry
   *[other] { $n } entries
}
people-roles = Roles

## The import of people

people-line-email = Line { $line }: “{ $email }” is not an e-mail address. Correct it.
people-line-organisation = Line { $line } ({ $email }): there is no department with this code. Correct the column “organisation”.
people-line-both = Line { $line } ({ $email }): give the name and the post in both English and Chinese, with no lost characters.
people-line-role = Line { $line } ({ $email }): there is no such role. Use the two-letter codes, separated by semicolons.
people-line-hash = Line { $line } ({ $email }): the password hash cannot be read. Correct it, or leave it empty and the person will be invited by letter.
people-line-taken = Line { $line }: somebody with the address { $email } is already here. Take the line out.

## When somebody is busy

busy = When you are busy
busy-hint = Export your calendar, open the file in a text editor, and put all of it here. Only when you are busy is kept, not with what, and only you see it: it warns you before you register.
busy-looked = I have looked at the times
busy-import = Take the times of this file
busy-forget = Forget them
busy-kept = { $n ->
    [one] One time is kept, from { $from }.
   *[other] { $n } times are kept, the first from { $from }.
}
busy-nothing = There is nothing in it that is to come.
busy-look = { $n ->
    [one] One time would be kept. Look at it, tick the box, and send it again.
   *[other] { $n } times would be kept, instead of those before. Look at them, tick the box, and send it again.
}
busy-one = { $from } to { $to }
busy-then = Your calendar says that you are busy then: { $from } to { $to }.
