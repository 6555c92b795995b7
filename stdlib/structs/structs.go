// Package structs has markers for struct types.
package structs

// HostLayout, as a field of a struct, says that the layout is the one of the platform's C compiler.
type HostLayout struct {
	_ hostLayout
}

type hostLayout struct{}
