"""Evidence: what student code made, as plain data, and its way through a channel."""
