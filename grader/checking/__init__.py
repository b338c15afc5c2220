"""What checks are made of: hints, findings, comparisons, and the data to work on."""
