"""Whether a port can be used. This file is also a script of its own: `python port.py 3000` fails with the reason."""

import errno
import socket
import sys
from typing import Any

EVERYWHERE = ("0.0.0.0", "::")  # nosec B104  # these are tried, and let go at once
HIGHEST_PORT = 65535
REASONS = {errno.EADDRINUSE: "another program has it", errno.EACCES: "this user may not"}
WITHOUT_IPV6 = {errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL}


def why_not(port: int, *hosts: str) -> str:
    """The reason why nobody can listen on this port, in words; empty if it is free."""
    for host in hosts or EVERYWHERE:
        try:
            for family, _, _, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                _bind(family, address)
        except OSError as error:
            if host == "::" and error.errno in WITHOUT_IPV6:
                continue
            return _reason(error, host)
    return ""


def _bind(family: int, address: Any) -> None:
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind(address)


def _reason(error: OSError, host: str) -> str:
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return f"{host} is no address of this machine"
    return REASONS.get(error.errno or 0, str(error))


if __name__ == "__main__":
    sys.exit(why_not(int(sys.argv[1])) or 0)
