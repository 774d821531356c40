"""The pictures in `docs/screens`: scenes of the running app, played by `bin/screens` with a scripted provider."""
