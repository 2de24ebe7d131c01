"""Commands that measure speed, size and accuracy, and print a table."""
