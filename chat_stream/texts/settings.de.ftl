### The settings of a person, of a team and of the installation.

settings = Einstellungen
settings-page = Einstellungen · chat_stream

profile = Profil
profile-name = Name
profile-save-name = Namen speichern
profile-name-saved = Dein Name wurde geändert.
profile-current-password = Bisheriges Passwort
profile-new-password = Neues Passwort
profile-change-password = Passwort ändern
profile-password-saved = Dein Passwort wurde geändert, und deine anderen Sitzungen wurden beendet.

language = Sprache
language-lead = Die Sprache der App. Deine Chats bleiben, wie sie sind.
language-browser = Wie im Browser

teams = Teams
teams-lead = Alle Mitglieder eines Teams sehen seine Chats und die Antworten, während sie geschrieben werden.
teams-name = Name des Teams
teams-create = Team gründen
teams-role = Deine Rolle: { role }
teams-members = Mitglieder

notifications = Benachrichtigungen
notifications-lead = Nur für diesen Browser.
notifications-wish = Benachrichtigen, wenn eine Antwort fertig ist, während ich etwas anderes ansehe
notifications-refused = Dein Browser blockiert Benachrichtigungen von dieser Seite. Erlaube sie in den Browser-Einstellungen für diese Adresse.

sessions = Sitzungen
sessions-lead = Die Browser, in denen du angemeldet bist.
sessions-this = Dieser Browser
sessions-last = Zuletzt benutzt: { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
sessions-end = Abmelden
sessions-end-all = Überall abmelden
sessions-device = { $browser ->
    [unknown] Ein Browser
   *[other] { $browser }
}
sessions-device-on = { sessions-device } unter { $system }

keys = Anbieterschlüssel
keys-lead = Wenn du einen Schlüssel hinzufügst, erscheinen die Modelle des Anbieters in der Auswahl, und die Chats hier werden über dieses Konto beim Anbieter beantwortet. Ein eigener Server kommt oft auch ohne Schlüssel aus. Schlüssel werden verschlüsselt gespeichert und nie wieder angezeigt.
keys-provider = Anbieter
keys-key = Schlüssel
keys-address = Adresse
keys-address-hint = Nur für einen eigenen Server
keys-store = Hinzufügen
keys-use-server = Diesen Server verwenden
keys-found = { $count ->
    [one] Dieser Server hat ein Modell:
   *[other] Dieser Server hat { $count } Modelle:
}
keys-without = Ohne Schlüssel
keys-ends-in = Endet auf
keys-remove = Entfernen

tokens = API-Token
tokens-lead = Ein Programm mit einem solchen Token kann in deinem Namen die Streams deiner Nachrichten lesen, bis du es widerrufst.
tokens-name = Name des Tokens
tokens-hint = Wofür ist es?
tokens-create = Token erstellen
tokens-created = Erstellt: { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
tokens-used = Zuletzt benutzt: { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
tokens-unused = Nie benutzt
tokens-revoke = Widerrufen
tokens-new = Neues Token
tokens-copy = Kopiere dein neues Token jetzt. Es wird nicht noch einmal angezeigt.

leave = Mein Konto löschen …
leave-what = Deine Chats, API-Token und Sitzungen werden endgültig gelöscht. Was du in Teams geschrieben hast, bleibt dort, ohne deinen Namen. Das lässt sich nicht rückgängig machen.
leave-password = Dein Passwort
leave-delete = Mein Konto löschen

team-page = Team · chat_stream
team = Team
team-this = Dieses Team
team-rename = Team umbenennen
team-leave = Dieses Team verlassen …
team-leave-what = Du siehst dann seine Chats nicht mehr, und deine API-Token dafür werden ungültig.
team-leave-now = Team verlassen
team-delete = Dieses Team löschen …
team-delete-what = Alle seine Chats und Antworten werden endgültig gelöscht, für alle Mitglieder. Das lässt sich nicht rückgängig machen.
team-delete-now = Team löschen

members = Mitglieder
members-me = { $name } (du)
members-role-of = Rolle von { $name }
members-hand-over = Übergeben
members-hand-over-what = Das Team gehört dann dieser Person, und du wirst Admin
members-remove = Entfernen

invitations = Einladungen
invitations-lead = Jeder Link gilt für eine Person und 7 Tage.
invitations-role = Rolle
invitations-email = E-Mail
invitations-email-hint = Freiwillig
invitations-create = Link erstellen
invitations-link = Link
invitations-until = Als { role }, bis { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
invitations-withdraw = Zurückziehen

link-new = Neuer Link
link-sent = Er wurde an { $email } gesendet.
link-hand-over = Gib ihn selbst weiter.
link-not-sent = Die Mail konnte nicht gesendet werden. Gib den Link selbst weiter.
link-for = { $name ->
    [unknown] Gib ihn der betreffenden Person.
   *[other] Gib ihn { $name }.
} Er gilt einmal, innerhalb eines Tages.
link-once = Er wird danach nicht mehr angezeigt.

admin = Verwaltung
admin-page = Verwaltung · chat_stream

running = Laufende Antworten
running-lead = Die Antworten, die in dieser Installation gerade geschrieben werden. Beim Anhalten bleibt der Text, der schon da ist.
running-none = Gerade wird nichts geschrieben.
running-in = in { $team }
running-since = { $model } seit { DATETIME($at, dateStyle: "medium", timeStyle: "short") }
running-characters = bisher { $count } Zeichen
running-stop = Anhalten

users = Personen
users-more = Weitere Personen
users-administrator = Verwaltung
users-disabled = Gesperrt
users-manage = Verwalten
users-manage-whom = { $name } verwalten
users-enable = Entsperren
users-disable = Sperren
users-reset = Link für ein neues Passwort erstellen
users-unmake = Verwaltungsrechte entziehen
users-make = Verwaltungsrechte geben
users-delete = Diese Person löschen …
users-delete-what = Chats, API-Token und Sitzungen werden endgültig gelöscht. Was in Teams geschrieben wurde, bleibt, ohne den Namen.
users-delete-now = Person löschen

installation = Installation
installation-open = Alle dürfen ein Konto erstellen
installation-open-what = Sonst nur Personen mit einer Einladung.
installation-models = Erlaubte Modelle
installation-default = Standardmodell
installation-first = Das erste erlaubte Modell

trail = Protokoll
trail-lead = Wer was getan hat, das Neueste zuerst. Was jemand schreibt, steht nie darin.
trail-earlier = Früheres
trail-event = { $event ->
    [SIGNED_UP] { trail-who } hat ein Konto erstellt.
    [SIGNED_IN] { trail-who } hat sich angemeldet.
    [SIGN_IN_FAILED] { trail-who } konnte sich nicht anmelden.
    [SIGNED_OUT] { trail-who } hat sich abgemeldet.
    [SIGNED_OUT_EVERYWHERE] { trail-who } hat sich überall abgemeldet.
    [PASSWORD_CHANGED] { trail-who } hat das eigene Passwort geändert.
    [PASSWORD_RESET_MADE] { trail-who } hat einen Link für ein neues Passwort erstellt, für { trail-whom }.
    [PASSWORD_RESET] { trail-who } hat über einen Link ein neues Passwort gewählt.
    [TOKEN_MADE] { trail-who } hat ein API-Token erstellt.
    [TOKEN_REVOKED] { trail-who } hat ein API-Token widerrufen.
    [KEY_STORED] { trail-who } hat einen Schlüssel für einen Anbieter gespeichert.
    [KEY_REMOVED] { trail-who } hat einen Schlüssel für einen Anbieter entfernt.
    [TEAM_CREATED] { trail-who } hat ein Team gegründet.
    [TEAM_RENAMED] { trail-who } hat ein Team umbenannt.
    [TEAM_DELETED] { trail-who } hat ein Team gelöscht.
    [INVITED] { trail-who } hat jemanden eingeladen.
    [INVITATION_WITHDRAWN] { trail-who } hat eine Einladung zurückgezogen.
    [JOINED] { trail-who } ist einem Team beigetreten.
    [ROLE_CHANGED] { trail-who } hat die Rolle von { trail-whom } geändert.
    [OWNERSHIP_HANDED_OVER] { trail-who } hat ein Team an { trail-whom } übergeben.
    [REMOVED] { trail-who } hat { trail-whom } aus einem Team entfernt.
    [LEFT] { trail-who } hat ein Team verlassen.
    [CHAT_DELETED] { trail-who } hat einen Chat gelöscht.
    [CHAT_BROUGHT_BACK] { trail-who } hat einen Chat zurückgeholt.
    [USER_DISABLED] { trail-who } hat { trail-whom } gesperrt.
    [USER_ENABLED] { trail-who } hat { trail-whom } entsperrt.
    [USER_DELETED] { trail-who } hat eine Person gelöscht.
    [ADMINISTRATOR_MADE] { trail-who } hat { trail-whom } Verwaltungsrechte gegeben.
    [ADMINISTRATOR_UNMADE] { trail-who } hat { trail-whom } die Verwaltungsrechte entzogen.
    [SETTINGS_CHANGED] { trail-who } hat die Einstellungen der Installation geändert.
   *[OTHER] { trail-who } { $words }.
}
trail-who = { $who ->
    [nobody] Jemand
   *[other] { $who }
}
trail-whom = { $whom ->
    [nobody] jemand
   *[other] { $whom }
}
