"""The wire to a model's server: what is sent is kept, what comes back is limited in size and in time.

httpx's own time-outs are for each read, so that a server which drips a byte now and then holds a call for ever; here
the whole answer has one deadline. A redirect is never followed: the key would go along.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator
from functools import cache

import httpx

MOST_BYTES = 1_000_000


@cache
def _certificates() -> ssl.SSLContext:
    """The machine's trusted certificates, read once: it takes longer than a question to a local server."""
    return httpx.create_ssl_context()


class TooLargeError(httpx.TransportError):
    """The answer is larger than any answer to a question of gampgen's can be."""


class NotSentError(httpx.TransportError):
    """The question was put together and, as wanted, not sent."""


class Wire(httpx.BaseTransport):
    """A transport for one question.

    Args:
        seconds: how long the whole exchange may take.
        clock: seconds of a clock that cannot be set.
        dry: keep what would be sent, and send nothing.
    """

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic, *, dry: bool = False) -> None:
        self._inner = httpx.HTTPTransport(verify=_certificates(), retries=0)
        self._clock = clock
        self._deadline = clock() + seconds
        self._dry = dry
        self.sent = b""
        self.url = ""
        self.too_large = False

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send, keeping the body; the answer's stream is guarded."""
        self.sent = request.read()
        self.url = str(request.url)
        if self._dry:
            raise NotSentError("a dry run sends nothing", request=request)
        response = self._inner.handle_request(request)
        length = response.headers.get("content-length", "")
        if length.isdecimal() and int(length) > MOST_BYTES:
            self.too_large = True
            response.close()
            raise TooLargeError("the answer says that it is too large", request=request)
        return httpx.Response(
            status_code=response.status_code,
            headers=response.headers,
            stream=_Guarded(self, response, request),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()

    def chunks(self, response: httpx.Response, request: httpx.Request) -> Iterator[bytes]:
        """The answer's bytes as they come, up to the limits."""
        size = 0
        for chunk in response.stream:  # type: ignore[union-attr] # a sync transport gives a sync stream
            size += len(chunk)
            if size > MOST_BYTES:
                self.too_large = True
                raise TooLargeError("the answer is too large", request=request)
            if self._clock() > self._deadline:
                raise httpx.ReadTimeout("the answer did not end in time", request=request)
            yield chunk


class _Guarded(httpx.SyncByteStream):
    def __init__(self, wire: Wire, response: httpx.Response, request: httpx.Request) -> None:
        self._wire, self._response, self._request = wire, response, request

    def __iter__(self) -> Iterator[bytes]:
        yield from self._wire.chunks(self._response, self._request)

    def close(self) -> None:
        self._response.close()
