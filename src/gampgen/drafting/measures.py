"""How a limit on what the system does is measured: one procedure per kind of limit."""

from __future__ import annotations

from collections.abc import Callable

from gampgen.domain.coverage import ServiceNature
from gampgen.drafting import measured_times as times
from gampgen.drafting import measured_values as values
from gampgen.drafting.measuring import Measuring, Procedure

PROCEDURES: dict[ServiceNature, Callable[[Measuring], Procedure]] = {
    ServiceNature.RESPONSE: times.response,
    ServiceNature.FREQUENCY: times.frequency,
    ServiceNature.RETENTION: times.retention,
    ServiceNature.ACCURACY: values.against_reference,
    ServiceNature.CONTROL: values.controlled,
    ServiceNature.CAPACITY: values.capacity,
    ServiceNature.AVAILABILITY: values.availability,
    ServiceNature.DURATION: times.duration,
    ServiceNature.DELAY: times.delay,
    ServiceNature.RANGE: values.covered_range,
    ServiceNature.QUOTED: values.quoted,
    ServiceNature.OTHER: values.other,
}
