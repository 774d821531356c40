"""What runs chat_stream outside of development: its build, its server, and files for the places where it runs."""
