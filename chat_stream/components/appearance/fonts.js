// The app's own fonts: nothing is loaded from another host.
import "@fontsource-variable/inter";
