// Being written.
import JournalStore
