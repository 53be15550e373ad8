"""The commands of `toso`: what each does, behind the names that scripts rely on."""
