-- A changed document put each of its hundred words into two indexes by itself, three milliseconds and more at a million.
-- Now they wait in a list that searches look through as well, and go into the index together: when the list is full, or
-- when the worker sweeps. A megabyte is some 250 documents, too few for a search to feel.
alter index search_document_tsv set (fastupdate = on, gin_pending_list_limit = 1024);
alter index search_document_front set (fastupdate = on, gin_pending_list_limit = 1024);
alter index search_document_head set (fastupdate = on, gin_pending_list_limit = 1024);
