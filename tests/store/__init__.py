"""The store on both engines: what is kept, what is refused, and what a crash leaves behind."""
