"""The reports of tests/report serve here too."""

from tests.report.conftest import exception, flattening, reports, sample

__all__ = ["exception", "flattening", "reports", "sample"]
