### Questions that wait below the answer that is being written.

queue-waiting = In der Warteschlange
queue-count = { $count ->
    [one] 1 Frage wartet.
   *[other] { $count } Fragen warten.
}
queue-first = Wartet, bis die Antwort darüber vollständig ist
queue-later = Danach diese
queue-next = Wird als Nächstes beantwortet
queue-stopped = Pausiert, weil die Antwort darüber angehalten wurde.
queue-failed = Pausiert, weil die Antwort darüber fehlschlug.
queue-go-on = Weiter
queue-send-now = Jetzt senden
queue-send-now-hint = Neben der Antwort darüber beantworten lassen, ohne zu warten
queue-take-back = Zurücknehmen
queue-take-back-hint = Nicht fragen: Der Text kommt ins Nachrichtenfeld zurück

refused-queued = { $most } deiner Fragen warten schon. Sende wieder, wenn eine beantwortet ist.
refused-not-yours = Nur wer das gefragt hat, kann es zurücknehmen.
refused-asked = Diese Frage wird schon beantwortet.
