### Signing in and up, and where links lead that somebody was given.

entrance-email = Email
entrance-password = Password
entrance-new-password = New password
entrance-password-hint = At least 8 characters
entrance-name = Name

sign-in = Sign in
sign-in-title = Welcome back
sign-in-new-here = New here?
sign-in-page = Sign in · chat_stream
sign-in-through = Sign in with { $service }

sign-up = Create account
sign-up-title = Create your account
sign-up-link = Create an account
sign-up-known = Have an account already?
sign-up-page = Create account · chat_stream

reset-title = Choose a new password
reset-save = Save password
reset-known = You know it again?
reset-page = New password · chat_stream

farewell = Your session has ended: you signed out elsewhere, your password was changed, or your account was disabled.

invitation-page = Invitation · chat_stream
invitation-title = Join { $team }
invitation-lead = { $who ->
    [nobody] Somebody
   *[other] { $who }
} invites you to work in this team as { role }. You will see its chats, and its members will see what you ask there.
invitation-join = Join team
invitation-over = This invitation is over
invitation-over-lead = It was used, withdrawn, or is too old. Ask for another one.
invitation-to-chats = To your chats

not-found-page = Not found · chat_stream
not-found-title = Not found
not-found = There is nothing here, or it isn't yours to see.
not-found-gone = It is gone
not-found-begin = Begin a new chat

broken-title = This page broke
broken = It is our fault, not yours. Your chats and what you sent are stored, and a draft is where you left it.
broken-reload = Load the page again
broken-error = What went wrong: { $error }

lost-deleted = This chat was deleted.
lost-revoked = This chat belongs to a team of which you aren't a member any more.

# A person's role in a team, within a sentence and by itself.
role = { $role ->
    [owner] owner
    [admin] admin
   *[member] member
}

server-away = The server can't be reached. Check your connection and try again.
reconnecting = Reconnecting…
