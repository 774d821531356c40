"""The database: its engine, its reading and writing transactions, and which of its failures pass.

SQL statements come in, rows go out; no table is known here.
"""

from chat_stream.database.clock import database_clock
from chat_stream.database.database import IN_MEMORY, Database
from chat_stream.database.failures import DATABASE_FAILED, is_passing, patiently
from chat_stream.database.noted import note
from chat_stream.database.private_files import FILE_MODE, FOLDER_MODE, restrict
from chat_stream.database.single_flight import Batch, SingleFlight
from chat_stream.database.sole_user import SoleUser

__all__ = [
    "DATABASE_FAILED",
    "FILE_MODE",
    "FOLDER_MODE",
    "IN_MEMORY",
    "Batch",
    "Database",
    "SingleFlight",
    "SoleUser",
    "database_clock",
    "is_passing",
    "note",
    "patiently",
    "restrict",
]
