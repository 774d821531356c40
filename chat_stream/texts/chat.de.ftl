### A chat: its messages, what can be done with them, and where one writes.

chat-welcome = Was kann ich für dich tun, { $name }?
chat-welcome-lead = Frag, was du willst. Du siehst der Antwort beim Entstehen zu, in jedem Tab, und nichts geht verloren.
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
chat-left-out = Nachrichten über dieser Linie sieht das Modell nicht
chat-to-end = ↓ Zum Ende
chat-new-text = neuer Text

composer-message = Nachricht
composer-hint = Nachricht schreiben
composer-send = Senden
composer-stop = Anhalten
composer-too-long = Nachrichten dürfen höchstens { $limit } Zeichen haben; diese hat { $length }. Kürze sie und sende sie noch einmal.
composer-nothing = Es gibt noch nichts zu senden.
composer-unstorable = Diese Nachricht enthält ein Zeichen, das nicht gespeichert werden kann (U+{ $code }). Entferne es und sende sie noch einmal.

message-loading = Wird geladen …
# Shown instead of the name of a person whose account was deleted.
author-deleted = Gelöschtes Konto
message-thinking = Denkt nach …
message-still-thinking = Denkt nach … wartet noch auf den Server des Modells ({ $time })
message-still-waiting = Wartet noch auf den Server des Modells ({ $time })
message-waited = { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min { $seconds } s
}
message-provider-words = Meldung des Anbieters
message-cut = Die Antwort hat ihre maximale Länge erreicht.
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
copy-by-hand = Kopieren nicht möglich
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
announcer-there = Eine Antwort ist fertig

counts-answer = Diese Antwort
counts-chat = Dieser Chat
counts-asked = { $asked } Token gelesen
counts-tokens-in-out = { $about }{ counts-asked }, { $wrote } geschrieben
counts-first = erstes Token nach { $seconds }
counts-pace = { $about }{ $amount } Token/s
counts-tokens = { $about }{ $amount } Token
counts-full = { $share } voll
counts-all = Alle Antworten dieses Chats: { counts-asked }, { $wrote } geschrieben.
counts-all-estimated = Alle Antworten dieses Chats: { counts-asked }, { $wrote } geschrieben. Teilweise geschätzt.
counts-estimate = geschätzt
counts-estimated = Geschätzt: Der Anbieter hat keine Zahlen gesendet.
counts-seconds = { $amount } s

context-nearly = Das Modell, das zuletzt geantwortet hat, kann etwa { $room } Token lesen, und dieser Chat belegt davon schon { $share }. Sobald er nicht mehr hineinpasst, werden seine ältesten Nachrichten ausgelassen.
context-over = Dieser Chat ist länger, als das Modell, das zuletzt geantwortet hat, lesen kann (etwa { $room } Token). Es hat nur die Nachrichten unter der Linie im Chat gelesen. Damit ein Modell den ganzen Chat liest, wähle eines mit größerem Kontext.

model = Modell
models = Modelle
models-search = Modelle suchen
models-none = Kein passendes Modell.
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
parameters-prompt-hint = Anweisungen, die jedes Modell vor der Unterhaltung bekommt.
parameters-temperature = Temperatur
parameters-temperature-hint = Von 0 (immer das wahrscheinlichste Wort) bis 2.
parameters-length = Maximale Länge
parameters-length-hint = Token pro Antwort.
parameters-effort = Denkaufwand
parameters-own = Vorgabe des Modells
parameters-low = Niedrig
parameters-medium = Mittel
parameters-high = Hoch
parameters-save = Speichern
parameters-discard = Änderungen verwerfen

markdown-done = Erledigt
markdown-to-do = Zu erledigen
markdown-formula-wrong = Diese Formel lässt sich nicht darstellen: { $reason }
markdown-formula-too-long = Diese Formel ist zu lang, um dargestellt zu werden.
diagram = Diagramm
diagram-source = Quelltext des Diagramms
diagram-untitled = Ein Diagramm; sein Quelltext folgt darunter.
diagram-wrong = Dieses Diagramm lässt sich nicht darstellen. { $reason }
diagram-names-address = Dieses Diagramm wird nicht dargestellt, weil es auf eine Adresse oder ein Bild verweist, das geladen werden müsste.
diagram-too-long = Dieses Diagramm ist zu lang, um dargestellt zu werden.
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

print-loading = Alle Nachrichten werden zum Drucken geladen …
print-earlier = Frühere Nachrichten fehlen hier. Um den ganzen Chat zu drucken, wähle in seinem Menü „Drucken“ oder drücke Strg+P.
print-you = Du
print-answer = Antwort
