"""M2: who came, who did not, and who is named without being either."""
