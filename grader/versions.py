"""The versions of what is installed."""

from __future__ import annotations

from importlib import metadata


def version_of(distribution: str) -> str | None:
    """Return the version of a distribution, `None` if it is not installed."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None
