// PQ
