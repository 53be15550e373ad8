"""The shipped content is in order, and every way in which it can be out of order is found."""
