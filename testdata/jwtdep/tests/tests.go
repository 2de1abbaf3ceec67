// Package tests imports a library in its tests only.
package tests
