"""Results in the forms that other platforms read."""
