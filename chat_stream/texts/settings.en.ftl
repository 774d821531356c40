### The settings of a person, of a team and of the installation.

settings = Settings
settings-page = Settings · chat_stream

profile = Profile
profile-name = Name
profile-save-name = Save name
profile-name-saved = Your name was changed.
profile-current-password = Current password
profile-new-password = New password
profile-change-password = Change password
profile-password-saved = Your password was changed, and your other sessions were ended.

language = Language
language-lead = The language of the app. Your chats stay as they are.
language-browser = Same as browser

teams = Teams
teams-lead = All members of a team see its chats, and the answers while they are written.
teams-name = Team name
teams-create = Create team
teams-role = Your role: { role }
teams-members = Members

notifications = Notifications
notifications-lead = For this browser only.
notifications-wish = Notify me when an answer finishes while I'm looking at something else
notifications-refused = Your browser blocks notifications from this page. Allow them in the browser's settings for this address.

sessions = Sessions
sessions-lead = The browsers in which you are signed in.
sessions-this = This browser
sessions-last = Last used { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
sessions-end = Sign out
sessions-end-all = Sign out everywhere
sessions-device = { $browser ->
    [unknown] A browser
   *[other] { $browser }
}
sessions-device-on = { sessions-device } on { $system }

keys = Provider keys
keys-lead = When you add a key, its provider's models appear in the menu, and the chats here are answered through that account with the provider. A server of your own may not need a key. Keys are stored encrypted and never shown again.
keys-provider = Provider
keys-key = Key
keys-address = Address
keys-address-hint = Only for a server of your own
keys-store = Add
keys-use-server = Use this server
keys-found = { $count ->
    [one] This server has one model:
   *[other] This server has { $count } models:
}
keys-without = No key
keys-ends-in = Ends in
keys-remove = Remove

tokens = API tokens
tokens-lead = A program with one of these tokens can read the streams of your messages on your behalf, until you revoke it.
tokens-name = Token name
tokens-hint = What is it for?
tokens-create = Create token
tokens-created = Created { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
tokens-used = Last used { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
tokens-unused = Never used
tokens-revoke = Revoke
tokens-new = New token
tokens-copy = Copy your new token now. It won't be shown again.

leave = Delete my account…
leave-what = Your chats, your API tokens and your sessions are deleted for good. What you wrote in teams stays there, without your name. This can't be undone.
leave-password = Your password
leave-delete = Delete my account

team-page = Team · chat_stream
team = Team
team-this = This team
team-rename = Rename team
team-leave = Leave this team…
team-leave-what = You will no longer see its chats, and your API tokens for it will stop working.
team-leave-now = Leave team
team-delete = Delete this team…
team-delete-what = All of its chats and answers are deleted for good, for every member. This can't be undone.
team-delete-now = Delete team

members = Members
members-me = { $name } (you)
members-role-of = Role of { $name }
members-hand-over = Hand over
members-hand-over-what = Makes this person the owner, and you an admin
members-remove = Remove

invitations = Invitations
invitations-lead = Each link lets one person join, within 7 days.
invitations-role = Role
invitations-email = Email
invitations-email-hint = Optional
invitations-create = Create link
invitations-link = Link
invitations-until = As { role }, until { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
invitations-withdraw = Withdraw

link-new = New link
link-sent = It was sent to { $email }.
link-hand-over = Pass it on yourself.
link-not-sent = The mail couldn't be sent. Pass the link on yourself.
link-for = Pass it on to { $name ->
    [unknown] the user
   *[other] { $name }
}. It works once, within a day.
link-once = It won't be shown again.

admin = Administration
admin-page = Administration · chat_stream

running = Running answers
running-lead = The answers that are being written on this installation right now. Stopping one keeps the text that is already there.
running-none = Nothing is being written.
running-in = in { $team }
running-since = { $model } since { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
running-characters = { $count ->
    [one] 1 character
   *[other] { $count } characters
} so far
running-stop = Stop

users = Users
users-more = More users
users-administrator = Administrator
users-disabled = Disabled
users-manage = Manage
users-manage-whom = Manage { $name }
users-enable = Enable
users-disable = Disable
users-reset = Create a password reset link
users-unmake = Remove administrator rights
users-make = Give administrator rights
users-delete = Delete this user…
users-delete-what = Their chats, API tokens and sessions are deleted for good. What they wrote in teams stays, without their name.
users-delete-now = Delete user

installation = Installation
installation-open = Anybody can create an account
installation-open-what = Otherwise, only people with an invitation.
installation-models = Allowed models
installation-default = Default model
installation-first = The first allowed model

trail = Audit log
trail-lead = Who did what, newest first. It never contains what people write.
trail-earlier = Earlier
trail-event = { $event ->
    [SIGNED_UP] { trail-who } signed up.
    [SIGNED_IN] { trail-who } signed in.
    [SIGN_IN_FAILED] { trail-who } failed to sign in.
    [SIGNED_OUT] { trail-who } signed out.
    [SIGNED_OUT_EVERYWHERE] { trail-who } signed out everywhere.
    [PASSWORD_CHANGED] { trail-who } changed their password.
    [PASSWORD_RESET_MADE] { trail-who } made a link to reset the password of { trail-whom }.
    [PASSWORD_RESET] { trail-who } chose a new password by a link.
    [TOKEN_MADE] { trail-who } made an API token.
    [TOKEN_REVOKED] { trail-who } revoked an API token.
    [KEY_STORED] { trail-who } stored a provider key.
    [KEY_REMOVED] { trail-who } removed a provider key.
    [TEAM_CREATED] { trail-who } created a team.
    [TEAM_RENAMED] { trail-who } renamed a team.
    [TEAM_DELETED] { trail-who } deleted a team.
    [INVITED] { trail-who } invited somebody.
    [INVITATION_WITHDRAWN] { trail-who } withdrew an invitation.
    [JOINED] { trail-who } joined a team.
    [ROLE_CHANGED] { trail-who } changed the role of { trail-whom }.
    [OWNERSHIP_HANDED_OVER] { trail-who } handed over a team to { trail-whom }.
    [REMOVED] { trail-who } removed { trail-whom } from a team.
    [LEFT] { trail-who } left a team.
    [CHAT_DELETED] { trail-who } deleted a chat.
    [CHAT_BROUGHT_BACK] { trail-who } brought back a chat.
    [USER_DISABLED] { trail-who } disabled { trail-whom }.
    [USER_ENABLED] { trail-who } enabled { trail-whom }.
    [USER_DELETED] { trail-who } deleted a user.
    [ADMINISTRATOR_MADE] { trail-who } made { trail-whom } an administrator.
    [ADMINISTRATOR_UNMADE] { trail-who } took the administration from { trail-whom }.
    [SETTINGS_CHANGED] { trail-who } changed the installation's settings.
   *[OTHER] { trail-who } { $words }.
}
trail-who = { $who ->
    [nobody] Somebody
   *[other] { $who }
}
trail-whom = { $whom ->
    [nobody] somebody
   *[other] { $whom }
}
