"""Many submissions: what was judged is stored as it is judged, and never judged twice."""
