"""What visitors say is wrong on a page: a form, a list for staff, nothing about the visitor."""
