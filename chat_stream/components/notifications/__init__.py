"""Announcements for people who listen to the page, and notifications for people who look at another tab."""
