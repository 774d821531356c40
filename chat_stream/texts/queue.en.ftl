### Questions that wait below the answer that is being written.

queue-waiting = Waiting
queue-count = { $count ->
    [one] 1 question is waiting.
   *[other] { $count } questions are waiting.
}
queue-first = Waiting until the answer above is complete
queue-later = Then this one
queue-next = Next to be answered
queue-stopped = Paused, because the answer above was stopped.
queue-failed = Paused, because the answer above failed.
queue-go-on = Resume
queue-send-now = Send now
queue-send-now-hint = Answer it now, at the same time as the one above
queue-take-back = Take back
queue-take-back-hint = Remove it from the queue and put its text back into the message box

refused-queued = { $most ->
    [one] You already have 1 question waiting. Send again when it has been answered.
   *[other] You already have { $most } questions waiting. Send again when one has been answered.
}
refused-not-yours = Only the person who asked this can take it back.
refused-asked = This question is already being answered.
