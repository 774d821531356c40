### A chat: its messages, what can be done with them, and where one writes.

chat-welcome = Was kann ich für dich tun, { $name }?
chat-welcome-lead = Frag, was du willst. Die Antwort entsteht vor deinen Augen, in jedem Tab, der sie zeigt, und nichts davon geht verloren.
beginnings = Ideen für den Anfang
beginning-explain = Erkläre mit einfachen Worten, warum der Himmel blau ist
beginning-write = Schreibe einer Kollegin eine freundliche Erinnerung an einen Termin
beginning-plan = Plane einfache Abendessen für zwei, eine Woche lang
beginning-code = Finde den Fehler in diesem Code:
demo-only = Bisher antwortet hier nur die Demo, und die ist keine KI.
demo-connect = Ein Modell verbinden
chat-new = Neuer Chat
tab-title = { $mark ->
    [written] … { $title }
    [news] ● { $title }
   *[none] { $title }
} · chat_stream
chat-conversation = Unterhaltung
chat-earlier = Frühere Nachrichten …
chat-left-out = Darüber ausgelassen, ab hier gelesen
chat-to-end = ↓ Zum Ende
chat-new-text = neuer Text

composer-message = Nachricht
composer-hint = Nachricht schreiben
composer-send = Senden
composer-stop = Anhalten
composer-too-long = Diese Nachricht hat { $length } Zeichen; höchstens { $limit } sind möglich. Kürze sie und sende sie noch einmal.
composer-nothing = Es gibt noch nichts zu senden.
composer-unstorable = Diese Nachricht enthält ein Zeichen, das nicht gespeichert werden kann (U+{ $code }). Entferne es und sende noch einmal.

message-loading = Wird geladen …
message-thinking = Denkt nach …
message-still-thinking = Denkt nach … wartet noch auf den Server des Modells ({ $time })
message-still-waiting = Wartet noch auf den Server des Modells ({ $time })
message-waited = { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min { $seconds } s
}
message-provider-words = Was der Anbieter gesagt hat
message-cut = Die Antwort ist so lang, wie Antworten dieses Modells sein dürfen.
message-stopped = Angehalten.
message-retry = Erneut versuchen
message-continue = Fortsetzen
message-edit = Bearbeiten
message-edit-box = Frage bearbeiten
message-cancel = Abbrechen
message-save-and-send = Speichern und senden
message-regenerate = Neu antworten
message-regenerate-with = Neu antworten mit
message-regenerate-other = Mit einem anderen Modell neu antworten
message-version = Version { $number } von { $count }
message-previous = Vorige Version
message-next = Nächste Version

copy = Kopieren
copy-markdown = Als Markdown kopieren
copy-copied = Kopiert
copy-by-hand = Bitte von Hand kopieren
code-copy = Code kopieren
code-download = Datei herunterladen
table = Tabelle
table-copy = Tabelle kopieren
table-copy-csv = Als CSV kopieren

reasoning-thinking = Denkt nach
reasoning-thoughts = Gedanken
reasoning-thinking-for = Denkt seit { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
} nach
reasoning-thought-for = Hat { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
} nachgedacht

announcer-complete = Antwort vollständig.
announcer-stopped = Die Antwort wurde angehalten.
announcer-writing = Eine Antwort wird geschrieben.
announcer-there = Eine Antwort ist zu Ende

counts-answer = Diese Antwort
counts-chat = Dieser Chat
counts-asked = { $asked } Token gelesen
counts-tokens-in-out = { $about }{ counts-asked }, { $wrote } geschrieben
counts-first = das erste nach { $seconds }
counts-pace = { $about }{ $amount } Token/s
counts-tokens = { $about }{ $amount } Token
counts-full = { $share } voll
counts-all = Alle Antworten dieses Chats: { counts-asked }, { $wrote } geschrieben.
counts-all-estimated = Alle Antworten dieses Chats: { counts-asked }, { $wrote } geschrieben. Teilweise geschätzt.
counts-estimate = geschätzt
counts-estimated = Geschätzt: Der Anbieter hat keine Zahlen gesendet.
counts-seconds = { $amount } s

context-nearly = Das Modell, das zuletzt geantwortet hat, kann etwa { $room } Token lesen, und dieser Chat braucht { $share } davon. Wenn er voll ist, werden seine ältesten Nachrichten ausgelassen.
context-over = Das Modell, das zuletzt geantwortet hat, kann etwa { $room } Token lesen, und dieser Chat hat mehr: Es hat nur gelesen, was unter der Linie im Chat steht. Damit alles gelesen wird, wähle ein Modell mit größerem Kontext.

model = Modell
models = Modelle
models-search = Modelle suchen
models-none = Kein Modell passt dazu.
models-context = { $tokens } Kontext
models-prices = { $asked } gelesen, { $wrote } geschrieben je Million
models-thousands = { $amount } Tsd.
models-millions = { $amount } Mio.
models-vision = Bilder
models-tools = Werkzeuge
models-reasoning = Nachdenken

parameters = Chat-Einstellungen
parameters-close = Schließen
parameters-prompt = System-Prompt
parameters-prompt-hint = Was jedem Modell vor der Unterhaltung gesagt wird.
parameters-temperature = Temperatur
parameters-temperature-hint = Von 0, immer das wahrscheinlichste Wort, bis 2.
parameters-length = Maximale Länge
parameters-length-hint = Token in einer Antwort.
parameters-effort = Denkaufwand
parameters-own = Wie vom Modell vorgegeben
parameters-low = Niedrig
parameters-medium = Mittel
parameters-high = Hoch
parameters-save = Speichern
parameters-discard = Änderungen verwerfen

markdown-done = Erledigt
markdown-to-do = Zu erledigen
markdown-formula-wrong = Diese Formel lässt sich nicht zeichnen: { $reason }
markdown-formula-too-long = Diese Formel ist zu lang, um gezeichnet zu werden.
diagram = Diagramm
diagram-source = Quelltext des Diagramms
diagram-untitled = Ein Diagramm; sein Quelltext steht darunter.
diagram-wrong = Dieses Diagramm lässt sich nicht zeichnen. { $reason }
diagram-names-address = Dieses Diagramm wird nicht gezeichnet, weil es eine Adresse oder ein Bild nennt, das geladen würde.
diagram-too-long = Dieses Diagramm ist zu lang, um gezeichnet zu werden.
diagram-open = Diagramm groß öffnen
diagram-larger = Größer
diagram-smaller = Kleiner
diagram-fit = Ins Fenster einpassen
diagram-close = Schließen
link-leads-to = Dieser Link führt zu { $host }
link-cancel = Abbrechen
link-open = Öffnen
picture-load = Das Bild von { $host } laden
picture-load-named = Das Bild „{ $name }“ von { $host } laden

print-loading = Alle Nachrichten werden geladen, um sie zu drucken …
print-earlier = Frühere Nachrichten fehlen hier. Um den ganzen Chat zu drucken, wähle in seinem Menü „Drucken“ oder drücke Strg+P.
print-you = Du
print-answer = Antwort
