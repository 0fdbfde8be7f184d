"""A finished run as an OpenTelemetry trace, to a file or an OTLP endpoint (extra `trace`).

The trace is made from the run's own record, so it shows what happened and changes nothing of it. Names are those of
the OpenTelemetry semantic conventions for generative AI, with OpenInference's beside them, which Phoenix reads.
"""

from gampgen.tracing.exporting import trace_run

__all__ = ["trace_run"]
