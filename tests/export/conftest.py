"""The reports that the renderings are tested with are exported too."""

from __future__ import annotations

from tests.report.conftest import exception, flattening, reports, sample

__all__ = ["exception", "flattening", "reports", "sample"]
