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
sign-up-known = Already have an account?
sign-up-page = Create account · chat_stream

reset-title = Choose a new password
reset-save = Save password
reset-known = Remembered it?
reset-page = New password · chat_stream

farewell = Your session has ended: you signed out elsewhere, your password was changed, or your account was disabled.

invitation-page = Invitation · chat_stream
invitation-title = Join { $team }
invitation-lead = { $who ->
    [nobody] Somebody
   *[other] { $who }
} invited you to work in this team. Your role: { role }. You will see the team's chats, and its members will see what you ask there.
invitation-join = Join team
invitation-over = This invitation is no longer valid
invitation-over-lead = It was used or withdrawn, or it has expired. Ask for a new one.
invitation-to-chats = Go to your chats

not-found-page = Not found · chat_stream
not-found-title = Not found
not-found = There is nothing here, or you don't have access to it.
not-found-gone = This chat is gone
not-found-begin = Start a new chat

broken-title = This page stopped working
broken = It is our fault, not yours. Your chats and everything you sent are stored, and your draft is where you left it.
broken-reload = Reload the page
broken-error = What went wrong: { $error }

lost-deleted = This chat was deleted.
lost-revoked = This chat belongs to a team that you are no longer a member of.

# A person's role in a team, within a sentence and by itself.
role = { $role ->
    [owner] owner
    [admin] admin
   *[member] member
}

server-away = The server can't be reached. Check your connection and try again.
reconnecting = Reconnecting…
