"""The workarounds for granian, which serves the app. With another server, this room goes.

- `stop_signal`: told to stop, granian lets requests end before it tells the app. A read that follows an answer would
  hold it up for a minute, so the app learns of the signal first.
- `open_sockets`: granian waits for a client's next message before it closes a websocket, and may die if many are open
  when it stops. So the app always ends the reading side.

`command/serve.py` and `tests/support/site.py` start granian; `api/metrics.py` counts with its processes.
"""

from chat_stream.server.granian.open_sockets import OpenSockets
from chat_stream.server.granian.stop_signal import REACHES, on_stop_signal

__all__ = ["REACHES", "OpenSockets", "on_stop_signal"]
