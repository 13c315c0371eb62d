package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// listFiles returns the files to read: those named, and those in the folders
// named, sorted within each folder, without hidden ones. What cannot be
// listed is an error; a named file that does not exist is found out when it
// is opened, so that its error comes in its place.
func listFiles(names []string) (files []string, faults []error) {
	for _, name := range names {
		info, err := os.Stat(name)
		if name == "-" || err != nil || !info.IsDir() {
			files = append(files, name)
			continue
		}
		err = filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				faults = append(faults, err)
				return nil
			}
			if path != name && strings.HasPrefix(d.Name(), ".") {
				if d.IsDir() {
					return filepath.SkipDir
				}
				return nil
			}
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() { // follows links
				files = append(files, path)
			}
			return nil
		})
		if err != nil {
			faults = append(faults, err)
		}
	}
	return files, faults
}

// sideBySide calls work for each input on all cores and yields the results
// in the order of the inputs, each as soon as it and those before it are
// there. Only a few results wait at a time. It stops at the first error of
// yield, or when ctx is done.
func sideBySide[In, Out any](ctx context.Context, inputs []In, work func(In) (Out, error), yield func(Out, error) error) error {
	type result struct {
		out Out
		err error
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	workers := runtime.GOMAXPROCS(0)
	turns := make(chan chan result, 2*workers) // results in order; its size bounds what waits
	free := make(chan struct{}, workers)
	go func() {
		defer close(turns)
		for _, in := range inputs {
			turn := make(chan result, 1)
			select {
			case turns <- turn:
			case <-ctx.Done():
				return
			}
			free <- struct{}{}
			go func() {
				out, err := work(in)
				<-free
				turn <- result{out, err}
			}()
		}
	}()
	for turn := range turns {
		select {
		case r := <-turn:
			if err := yield(r.out, r.err); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}
