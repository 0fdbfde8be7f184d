"""gampgen: a User Requirements Specification in, an Operational Qualification suite out."""

__version__ = "0.1.0"
