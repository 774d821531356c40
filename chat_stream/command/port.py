"""Whether a port can be used. This file is also a script of its own: `python port.py 3000` fails with the reason."""

import errno
import socket
import sys

EVERYWHERE = ("0.0.0.0", "::")  # nosec B104  # these are tried, and let go at once
HIGHEST_PORT = 65535
REASONS = {errno.EADDRINUSE: "another program has it", errno.EACCES: "this user may not"}


def why_not(port: int, *hosts: str) -> str:
    """The reason why nobody can listen on this port, in words; empty if it is free."""
    for host in hosts or EVERYWHERE:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            return f"{host} is no address of this machine ({error.strerror})"
        for family, _, _, _, address in found:
            if reason := _refusal(family, address):
                return reason
    return ""


def _refusal(family: int, address: tuple[str | int, ...] | tuple[int, bytes]) -> str:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            listener.bind(address)
    except OSError as error:
        if error.errno == errno.EAFNOSUPPORT or (error.errno == errno.EADDRNOTAVAIL and address[0] == "::"):
            return ""  # a machine without IPv6
        return REASONS.get(error.errno or 0, error.strerror or "it can't be bound")
    return ""


if __name__ == "__main__":
    sys.exit(why_not(int(sys.argv[1])) or 0)
