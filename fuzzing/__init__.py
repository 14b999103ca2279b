"""Changes good documents at random, and looks whether the tool stands it."""
