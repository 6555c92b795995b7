/* ffi_amd64.S: the register half of calls whose signature is known only at run time. See ffi/abi.c for who puts what where. */

	.text

/* void tu__ffi_call(void *code rdi, FfiRegs *r rsi, const uint64_t *stk rdx, int64_t nstk rcx)
 * Checks for room like any split-stack prologue, with a frame as long as the stack arguments need. */
	.p2align 4
	.globl tu__ffi_call
	.type tu__ffi_call, @function
tu__ffi_call:
	leaq 64(,%rcx,8), %r10
	movq %rsp, %r11
	subq %r10, %r11
	cmpq %fs:0x70, %r11
	jae 1f
	xorl %r11d, %r11d
	call __morestack
	ret
1:
	pushq %rbp
	movq %rsp, %rbp
	pushq %rbx
	pushq %r12
	movq %rsi, %rbx
	movq %rdi, %r12
	leaq 1(%rcx), %rax
	andq $-2, %rax                  /* even number of words keeps the stack aligned */
	shlq $3, %rax
	subq %rax, %rsp
	testq %rcx, %rcx
	jz 3f
2:
	movq -8(%rdx,%rcx,8), %rax
	movq %rax, -8(%rsp,%rcx,8)
	decq %rcx
	jnz 2b
3:
	movsd 48(%rbx), %xmm0
	movsd 56(%rbx), %xmm1
	movsd 64(%rbx), %xmm2
	movsd 72(%rbx), %xmm3
	movsd 80(%rbx), %xmm4
	movsd 88(%rbx), %xmm5
	movsd 96(%rbx), %xmm6
	movsd 104(%rbx), %xmm7
	movq (%rbx), %rdi
	movq 8(%rbx), %rsi
	movq 16(%rbx), %rdx
	movq 24(%rbx), %rcx
	movq 32(%rbx), %r8
	movq 40(%rbx), %r9
	movl $8, %eax
	call *%r12
	movq %rax, 112(%rbx)
	movq %rdx, 120(%rbx)
	movsd %xmm0, 128(%rbx)
	movsd %xmm1, 136(%rbx)
	leaq -16(%rbp), %rsp
	popq %r12
	popq %rbx
	popq %rbp
	ret
	.size tu__ffi_call, .-tu__ffi_call

/* Entries of made functions. The closure arrives as the last parameter, whose place depends on the signature: one entry for each
 * place. tu__ffi_entry[k]: register k for k < 6, stack word k - 6 above. All continue in common with the closure in rax. */
	.p2align 4
	.type ffi_common, @function
ffi_common:
	pushq %rbp
	movq %rsp, %rbp
	subq $144, %rsp                 /* FfiRegs; with what the callee's prologue may use this stays within the guard's slack */
	movq %rdi, (%rsp)
	movq %rsi, 8(%rsp)
	movq %rdx, 16(%rsp)
	movq %rcx, 24(%rsp)
	movq %r8, 32(%rsp)
	movq %r9, 40(%rsp)
	movsd %xmm0, 48(%rsp)
	movsd %xmm1, 56(%rsp)
	movsd %xmm2, 64(%rsp)
	movsd %xmm3, 72(%rsp)
	movsd %xmm4, 80(%rsp)
	movsd %xmm5, 88(%rsp)
	movsd %xmm6, 96(%rsp)
	movsd %xmm7, 104(%rsp)
	movq %rax, %rdi
	movq %rsp, %rsi
	leaq 16(%rbp), %rdx
	call tu__ffi_callback
	movq 112(%rsp), %rax
	movq 120(%rsp), %rdx
	movsd 128(%rsp), %xmm0
	movsd 136(%rsp), %xmm1
	leave
	ret
	.size ffi_common, .-ffi_common

	.macro ENTRY_REG n reg
ffi_entry_\n:
	movq %\reg, %rax
	jmp ffi_common
	.endm
	.macro ENTRY_STK n
ffi_entry_stk_\n:
	movq (8 + 8 * \n)(%rsp), %rax
	jmp ffi_common
	.endm
	ENTRY_REG 0 rdi
	ENTRY_REG 1 rsi
	ENTRY_REG 2 rdx
	ENTRY_REG 3 rcx
	ENTRY_REG 4 r8
	ENTRY_REG 5 r9
	.altmacro
	.set i, 0
	.rept 64
	ENTRY_STK %i
	.set i, i + 1
	.endr

	.section .data.rel.ro,"aw",@progbits
	.p2align 3
	.globl tu__ffi_entry
tu__ffi_entry:
	.quad ffi_entry_0, ffi_entry_1, ffi_entry_2, ffi_entry_3, ffi_entry_4, ffi_entry_5
	.macro ADDR_STK n
	.quad ffi_entry_stk_\n
	.endm
	.set i, 0
	.rept 64
	ADDR_STK %i
	.set i, i + 1
	.endr
	.size tu__ffi_entry, .-tu__ffi_entry

	.section .note.GNU-stack,"",@progbits
