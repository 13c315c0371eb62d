package main

func (j job) lexicons() error { return nil }
