// Holds a log of ours against Go's own packages for such logs (x/mod/sumdb): its signed head, its tree, its proofs.
//
// Usage: go run sumdb.go FILE, where FILE is JSON as the type `given` has it. Ends with 1 at the first difference.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type given struct {
	VKey   string   `json:"vkey"`
	Note   string   `json:"note"`
	Leaves [][]byte `json:"leaves"`
	Events []struct {
		Entry []byte   `json:"entry"`
		Index int64    `json:"index"`
		Path  [][]byte `json:"path"`
	} `json:"events"`
	Older []struct {
		Size  int64    `json:"size"`
		Proof [][]byte `json:"proof"`
	} `json:"older"`
}

func demand(what string, err error) {
	if err != nil {
		fmt.Printf("sumdb: %s: %v\n", what, err)
		os.Exit(1)
	}
}

func hashes(from [][]byte) []tlog.Hash {
	made := make([]tlog.Hash, len(from))
	for i, bytes := range from {
		copy(made[i][:], bytes)
	}
	return made
}

func main() {
	var log given
	file, err := os.ReadFile(os.Args[1])
	demand("file", err)
	decoder := json.NewDecoder(bytes.NewReader(file))
	decoder.DisallowUnknownFields()
	demand("file", decoder.Decode(&log))
	verifier, err := note.NewVerifier(log.VKey)
	demand("vkey", err)
	open, err := note.Open([]byte(log.Note), note.VerifierList(verifier))
	demand("note", err)
	lines := strings.Split(open.Text, "\n")
	var size int64
	_, err = fmt.Sscanf(lines[1], "%d", &size)
	demand("size", err)
	root, err := tlog.ParseHash(lines[2])
	demand("root", err)
	if int64(len(log.Leaves)) != size {
		demand("leaves", fmt.Errorf("%d of %d", len(log.Leaves), size))
	}
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(places []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, place := range places {
			found = append(found, stored[place])
		}
		return found, nil
	})
	for i, leaf := range hashes(log.Leaves) {
		more, err := tlog.StoredHashesForRecordHash(int64(i), leaf, reader)
		demand("leaf", err)
		stored = append(stored, more...)
	}
	whole, err := tlog.TreeHash(size, reader)
	demand("tree", err)
	if whole != root {
		demand("tree", fmt.Errorf("the root is %v, the head says %v", whole, root))
	}
	for _, event := range log.Events {
		err := tlog.CheckRecord(hashes(event.Path), size, root, event.Index, tlog.RecordHash(event.Entry))
		demand(fmt.Sprintf("event %d", event.Index), err)
	}
	for _, older := range log.Older {
		own, err := tlog.TreeHash(older.Size, reader)
		demand("older tree", err)
		err = tlog.CheckTree(hashes(older.Proof), size, root, older.Size, own)
		demand(fmt.Sprintf("continues %d", older.Size), err)
	}
	fmt.Printf("sumdb: head of %d, %d events, %d older heads\n", size, len(log.Events), len(log.Older))
}
