"""What is kept from one run to the next, and by what it is known again."""
