### Questions that wait below the answer that is being written.

queue-waiting = Waiting
queue-count = { $count ->
    [one] 1 question waits.
   *[other] { $count } questions wait.
}
queue-first = Waiting until the answer above is complete
queue-later = Then this one
queue-next = Next to be answered
queue-stopped = Paused, because the answer above was stopped.
queue-failed = Paused, because the answer above failed.
queue-go-on = Go on
queue-send-now = Send now
queue-send-now-hint = Have it answered beside the answer above, without waiting
queue-take-back = Take back
queue-take-back-hint = Don't ask it: its text goes back to the message box

refused-queued = { $most } of your questions wait already. Send again when one has been answered.
refused-not-yours = Only who asked this can take it back.
refused-asked = This question is being answered already.
