package reflect

import (
	"internal/abi"
	"unsafe"
)

func ptrOf(t *abi.Type) unsafe.Pointer { return unsafe.Pointer(t) }

//tuco:extern tu_unsafe_new
func unsafeNew(t *abi.Type) unsafe.Pointer

//tuco:extern tu_unsafe_new_array
func unsafeNewArray(t *abi.Type, n int) unsafe.Pointer

//tuco:extern tu_typed_copy
//go:noescape
func typedCopy(t *abi.Type, dst, src unsafe.Pointer)

//tuco:extern tu_typed_move
//go:noescape
func typedMove(elem *abi.Type, dst, src unsafe.Pointer, n int)

//tuco:extern tu_typed_clear
//go:noescape
func typedClear(elem *abi.Type, dst unsafe.Pointer, n int)

//tuco:extern tu_slice_grow
func sliceGrow(elem *abi.Type, p unsafe.Pointer, n, c, need int) []byte

//tuco:extern tu_itab
func itabFor(inter, t *abi.Type) *abi.Itab

//tuco:extern tu_reflect_call
//go:noescape
func reflectCall(ft *abi.Type, fn unsafe.Pointer, args, results unsafe.Pointer, hasRecv bool, recv unsafe.Pointer)

//tuco:extern tu_reflect_pass_right
//go:noescape
func reflectPassRight(fn unsafe.Pointer)

//tuco:extern tu_reflect_make_func
func reflectMakeFunc(ft *abi.Type, impl func(args, results unsafe.Pointer)) unsafe.Pointer

//tuco:extern tu_make_map
func makeMap(t *abi.Type, hint int) unsafe.Pointer

//tuco:extern tu_map_find
//go:noescape
func mapFind(t *abi.Type, m, key unsafe.Pointer) unsafe.Pointer

//tuco:extern tu_map_assign
func mapAssign(t *abi.Type, m, key unsafe.Pointer) unsafe.Pointer

//tuco:extern tu_map_delete
//go:noescape
func mapDelete(t *abi.Type, m, key unsafe.Pointer)

//tuco:extern tu_map_clear
//go:noescape
func mapClear(t *abi.Type, m unsafe.Pointer)

//tuco:extern tu_map_len
//go:noescape
func mapLen(m unsafe.Pointer) int

// mapIter is TuMapIter. Its private words may point into the map, hence the type.
type mapIter struct {
	key, val unsafe.Pointer
	t        *abi.Type
	m        unsafe.Pointer
	state    [10]unsafe.Pointer
}

//tuco:extern tu_map_iter_init
func mapIterInit(t *abi.Type, m unsafe.Pointer, it *mapIter)

//tuco:extern tu_map_iter_next
//go:noescape
func mapIterNext(it *mapIter)

//tuco:extern tu_make_chan
func makeChan(t *abi.Type, n int) unsafe.Pointer

//tuco:extern tu_chan_len
//go:noescape
func chanLen(c unsafe.Pointer) int

//tuco:extern tu_chan_cap
//go:noescape
func chanCap(c unsafe.Pointer) int

//tuco:extern tu_chan_close
func chanClose(c unsafe.Pointer)

//tuco:extern tu_reflect_chan_send
func chanSend(c, elem unsafe.Pointer, nb bool) bool

//tuco:extern tu_reflect_chan_recv
func chanRecv(c, elem unsafe.Pointer, nb bool) (selected, received bool)

// selectCase is TuCase.
type selectCase struct {
	c    unsafe.Pointer
	elem unsafe.Pointer
	send int32
	ok   int32
}

//tuco:extern tu_select
func selectGo(cases *selectCase, n int, hasDefault int32) int

//tuco:extern tu_type_find
func typeFind(str string, start *abi.Type) *abi.Type

//tuco:extern tu_type_hash
//go:noescape
func typeHash(t *abi.Type, p unsafe.Pointer, seed uint64) uint64

// typeFinish gives a descriptor made at run time, with its layout, its eq and hash functions.
//
//tuco:extern tu_type_finish
func typeFinish(t *abi.Type)
