"""Hostile submissions, judged as root and as an ordinary user, at both levels that promise to hold them."""
