package main

// registerCommands are the commands that keep a register.
type registerCommands struct{}
