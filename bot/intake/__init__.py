"""The in-tray: what a sheet that somebody filled in comes to, and the sheet to be filled in."""
