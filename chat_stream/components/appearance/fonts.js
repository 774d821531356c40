// The app brings its own letters: nothing is loaded from another host.
import "@fontsource-variable/inter";
