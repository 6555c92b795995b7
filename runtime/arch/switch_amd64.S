/* switch_amd64.S: stack switching for linux/amd64. Offsets are those of TuG, TuM, TuP and TuSeg in base/rt.h, checked by
 * static assertions in stack/seg.c.
 *
 * Frame pointers: every routine here keeps the rbp chain walkable across segments and from the thread's stack into the
 * goroutine's. The return address above a frame entered through __morestack is tu__morestack_ret; the true one sits at
 * 16(rbp) of the __morestack frame, see stack/traceback.c. */

#define GUARD    %fs:0x70
#define G        %fs:tu_g@tpoff
#define M        %fs:tu_m@tpoff
#define SEG_NEXT 0
#define SEG_PREV 8
#define SEG_GUARD 16
#define SEG_PREV_SP 24
#define SEG_LO   32
#define G_SEG    48
#define G_SP     56
#define G_ON_CPU 64
#define M_G0     0
#define M_P      16
#define M_ON_M   32
#define P_PREEMPT 16

	.text

/* void tu__switch(TuG *from rdi, TuG *to rsi) */
	.p2align 4
	.globl tu__switch
	.type tu__switch, @function
tu__switch:
	pushq %rbp
	movq %rsp, %rbp
	pushq %rbx
	pushq %r12
	pushq %r13
	pushq %r14
	pushq %r15
	movq %rsp, G_SP(%rdi)
	movq G_SP(%rsi), %rsp
	movq G_SEG(%rsi), %rax
	movq SEG_GUARD(%rax), %rax
	movq %rax, GUARD
	movq %rsi, G
	movl $0, G_ON_CPU(%rdi)         /* last: from may be resumed by another thread from here on */
	popq %r15
	popq %r14
	popq %r13
	popq %r12
	popq %rbx
	popq %rbp
	popq %rcx                       /* not ret: the return predictor knows the other stack's callers */
	jmp *%rcx
	.size tu__switch, .-tu__switch

/* First entry of a goroutine; the made-up frame of stack/seg.c returns here with rsp 16-aligned. */
	.p2align 4
	.globl tu__g_entry
	.type tu__g_entry, @function
tu__g_entry:
	xorl %ebp, %ebp
	call tu__g_main
	ud2
	.size tu__g_entry, .-tu__g_entry

/* void tu__on_m(void (*fn)(void *) rdi, void *arg rsi) */
	.p2align 4
	.globl tu__on_m
	.type tu__on_m, @function
tu__on_m:
	movq M, %rax
	testq %rax, %rax
	jz 1f
	cmpl $0, M_ON_M(%rax)
	jne 1f
	movq G, %rcx
	movq M_G0(%rax), %rdx
	cmpq %rcx, %rdx
	je 1f
	pushq %rbp
	movq %rsp, %rbp
	pushq %rbx
	pushq %r12
	pushq %r13
	pushq %r14
	pushq %r15
	movq %rsp, G_SP(%rcx)
	movl $1, M_ON_M(%rax)
	movq $0, GUARD
	movq G_SP(%rdx), %rsp
	andq $-16, %rsp
	movq %rdi, %rax
	movq %rsi, %rdi
	call *%rax
	movq M, %rax
	movq G, %rcx
	leaq -40(%rbp), %rsp
	movl $0, M_ON_M(%rax)
	movq G_SEG(%rcx), %rdx
	movq SEG_GUARD(%rdx), %rdx
	movq M_P(%rax), %rax            /* a stop requested meanwhile must not get lost */
	testq %rax, %rax
	jz 2f
	cmpl $0, P_PREEMPT(%rax)
	je 2f
	movq $-1, %rdx
2:	movq %rdx, GUARD
	popq %r15
	popq %r14
	popq %r13
	popq %r12
	popq %rbx
	popq %rbp
	ret
1:	movq %rdi, %rax
	movq %rsi, %rdi
	jmp *%rax
	.size tu__on_m, .-tu__on_m

/* tu_wb_keep: tu_wb_store(slot rdi, value rsi) on the M's stack; keeps all general registers. Takes 150 bytes of this stack, and is called by
 * frames that may have gone 256 + 136 bytes below the guard. */
	.p2align 4
	.globl tu_wb_keep
	.type tu_wb_keep, @function
tu_wb_keep:
	pushq %rbp
	movq %rsp, %rbp
	pushq %rax
	pushq %rcx
	pushq %rdx
	pushq %r8
	pushq %r9
	pushq %r10
	pushq %r11
	pushq %rsi
	pushq %rdi
	movq $tu__wb_keep_body, %rdi
	movq %rsp, %rsi
	andq $-16, %rsp
	call tu__on_m
	leaq -72(%rbp), %rsp
	popq %rdi
	popq %rsi
	popq %r11
	popq %r10
	popq %r9
	popq %r8
	popq %rdx
	popq %rcx
	popq %rax
	popq %rbp
	ret
	.size tu_wb_keep, .-tu_wb_keep

/* void tu__with_saved_regs(void (*fn)(void *), void *arg) */
	.p2align 4
	.globl tu__with_saved_regs
	.type tu__with_saved_regs, @function
tu__with_saved_regs:
	movq G, %rcx
	pushq %rbp
	movq %rsp, %rbp
	pushq %rbx
	pushq %r12
	pushq %r13
	pushq %r14
	pushq %r15
	movq %rsp, G_SP(%rcx)
	subq $8, %rsp
	movq %rdi, %rax
	movq %rsi, %rdi
	call *%rax
	addq $8, %rsp
	popq %r15
	popq %r14
	popq %r13
	popq %r12
	popq %rbx
	popq %rbp
	ret
	.size tu__with_saved_regs, .-tu__with_saved_regs

/* void tu__land(TuFrame *f rdi): pc 16, sp 24, bp 32 */
	.p2align 4
	.globl tu__land
	.type tu__land, @function
tu__land:
	movq G, %rax
	movq G_SEG(%rax), %rax
	movq SEG_GUARD(%rax), %rax
	movq %rax, GUARD
	movq 16(%rdi), %rax
	movq 32(%rdi), %rbp
	movq 24(%rdi), %rsp
	jmp *%rax
	.size tu__land, .-tu__land

/* __morestack: called by prologues when rsp (minus the frame, when that is large) is below the guard.
 *   r10 bytes of frame wanted, r11 bytes of stack arguments; 0(rsp) return address R into the prologue, where there is a ret;
 *   8(rsp) return address into the caller; 16(rsp) stack arguments. The body starts at R + 1.
 * Keeps every register that can carry an argument (rdi rsi rdx rcx r8 r9 rax xmm0-7) and the callee-saved ones, and on the
 * way back rax rdx xmm0 xmm1. Uses at most TU_STACK_SLACK - 256 bytes below the caller's rsp. */
	.p2align 4
	.globl __morestack
	.globl __morestack_non_split
	.globl tu__morestack_ret
	.type __morestack, @function
	.type __morestack_non_split, @function
__morestack:
__morestack_non_split:
	pushq %rbp
	movq %rsp, %rbp
	pushq %rbx
	pushq %r12
	pushq %r13
.Lagain:
	cmpq $-1, GUARD
	je .Lslow
	movq G, %rbx
	movq G_SEG(%rbx), %r12
	movq SEG_NEXT(%r12), %r13
	testq %r13, %r13
	jz .Lslow
	leaq 128(%r10,%r11), %rbx
	addq SEG_GUARD(%r13), %rbx
	cmpq %r13, %rbx
	ja .Lslow
.Lenter:
	movq %rsp, SEG_PREV_SP(%r13)
	movq G, %rbx
	movq %r13, G_SEG(%rbx)
	movq SEG_GUARD(%r13), %rbx
	movq %rbx, GUARD
	testq %r11, %r11
	jnz .Lcopy
.Lcall:
	movq 8(%rbp), %r10
	addq $1, %r10
	movq %r13, %r11
	movq -8(%rbp), %rbx
	movq -16(%rbp), %r12
	movq -24(%rbp), %r13
	movq %r11, %rsp
	call *%r10
tu__morestack_ret:
	movq G, %r10
	movq G_SEG(%r10), %r11
	movq SEG_PREV(%r11), %r11
	movq %r11, G_SEG(%r10)
	movq SEG_GUARD(%r11), %r11
	movq %r11, GUARD
	movq %rbp, %rsp
	popq %rbp
	ret

.Lcopy:                                 /* stack arguments go to the top of the new segment */
	addq $15, %r11
	andq $-16, %r11
	subq %r11, %r13
.Lcopy1:
	subq $8, %r11
	movq 24(%rbp,%r11), %r12
	movq %r12, (%r13,%r11)
	jnz .Lcopy1
	jmp .Lcall

.Lslow:
	movq M, %rbx
	testq %rbx, %rbx
	jz .Lspurious
	cmpl $0, M_ON_M(%rbx)
	jne .Lspurious
	movq M_G0(%rbx), %r12
	movq G, %r13
	cmpq %r12, %r13
	je .Lspurious
	/* save the argument registers where the collector sees them: 200 bytes */
	subq $200, %rsp
	movq %rdi, (%rsp)
	movq %rsi, 8(%rsp)
	movq %rdx, 16(%rsp)
	movq %rcx, 24(%rsp)
	movq %r8, 32(%rsp)
	movq %r9, 40(%rsp)
	movq %rax, 48(%rsp)
	movq %r10, 56(%rsp)
	movq %r11, 64(%rsp)
	movups %xmm0, 72(%rsp)
	movups %xmm1, 88(%rsp)
	movups %xmm2, 104(%rsp)
	movups %xmm3, 120(%rsp)
	movups %xmm4, 136(%rsp)
	movups %xmm5, 152(%rsp)
	movups %xmm6, 168(%rsp)
	movups %xmm7, 184(%rsp)
	/* the body's callee-saved r14, r15 are untouched by us; the C code below saves them on the M's stack, so record them */
	pushq %r14
	pushq %r15
	movq %rsp, G_SP(%r13)
	movl $1, M_ON_M(%rbx)
	movq $0, GUARD
	movq %rsp, %r14
	movq G_SP(%r12), %rsp
	andq $-16, %rsp
	movq %r10, %rdi
	movq %r11, %rsi
	call tu__morestack_slow
	movq %r14, %rsp
	movl $0, M_ON_M(%rbx)
	movq G_SEG(%r13), %rcx
	movq SEG_GUARD(%rcx), %rcx
	movq %rcx, GUARD
	cmpq $1, %rax
	jne 1f
	movq %r13, %rdi                 /* m->after was set: let the scheduler have us */
	movq %r12, %rsi
	call tu__switch
	xorl %eax, %eax
1:	movq %rax, %r13                 /* segment to enter or 0 */
	popq %r15
	popq %r14
	movq (%rsp), %rdi
	movq 8(%rsp), %rsi
	movq 16(%rsp), %rdx
	movq 24(%rsp), %rcx
	movq 32(%rsp), %r8
	movq 40(%rsp), %r9
	movq 48(%rsp), %rax
	movq 56(%rsp), %r10
	movq 64(%rsp), %r11
	movups 72(%rsp), %xmm0
	movups 88(%rsp), %xmm1
	movups 104(%rsp), %xmm2
	movups 120(%rsp), %xmm3
	movups 136(%rsp), %xmm4
	movups 152(%rsp), %xmm5
	movups 168(%rsp), %xmm6
	movups 184(%rsp), %xmm7
	addq $200, %rsp
	testq %r13, %r13
	jnz .Lenter
	/* a stop request only: does the frame fit here after all? */
	leaq 16(%rbp), %rbx
	subq %r10, %rbx
	jc .Lagain
	movq G, %r12
	movq G_SEG(%r12), %r12
	cmpq SEG_GUARD(%r12), %rbx
	jb .Lagain
	jmp .Lstay

.Lspurious:                             /* a stop request that hit a thread on its own stack */
	movq $0, GUARD
.Lstay:
	movq 8(%rbp), %r10
	addq $1, %r10
	popq %r13
	popq %r12
	popq %rbx
	popq %rbp
	addq $8, %rsp
	jmp *%r10
	.size __morestack, .-__morestack

/* Entered from the signal handler, which pushed the interrupted pc 128 bytes (the red zone) below the interrupted rsp.
 * Everything is saved on the goroutine's stack. */
	.p2align 4
	.globl tu__async_preempt
	.type tu__async_preempt, @function
tu__async_preempt:
	pushq %rbp
	movq %rsp, %rbp
	pushfq
	pushq %rax
	pushq %rbx
	pushq %rcx
	pushq %rdx
	pushq %rsi
	pushq %rdi
	pushq %r8
	pushq %r9
	pushq %r10
	pushq %r11
	pushq %r12
	pushq %r13
	pushq %r14
	pushq %r15
	subq $264, %rsp
	andq $-16, %rsp
	movups %xmm0, 0(%rsp)
	movups %xmm1, 16(%rsp)
	movups %xmm2, 32(%rsp)
	movups %xmm3, 48(%rsp)
	movups %xmm4, 64(%rsp)
	movups %xmm5, 80(%rsp)
	movups %xmm6, 96(%rsp)
	movups %xmm7, 112(%rsp)
	movups %xmm8, 128(%rsp)
	movups %xmm9, 144(%rsp)
	movups %xmm10, 160(%rsp)
	movups %xmm11, 176(%rsp)
	movups %xmm12, 192(%rsp)
	movups %xmm13, 208(%rsp)
	movups %xmm14, 224(%rsp)
	movups %xmm15, 240(%rsp)
	cld
	call tu__preempt_here
	movups 0(%rsp), %xmm0
	movups 16(%rsp), %xmm1
	movups 32(%rsp), %xmm2
	movups 48(%rsp), %xmm3
	movups 64(%rsp), %xmm4
	movups 80(%rsp), %xmm5
	movups 96(%rsp), %xmm6
	movups 112(%rsp), %xmm7
	movups 128(%rsp), %xmm8
	movups 144(%rsp), %xmm9
	movups 160(%rsp), %xmm10
	movups 176(%rsp), %xmm11
	movups 192(%rsp), %xmm12
	movups 208(%rsp), %xmm13
	movups 224(%rsp), %xmm14
	movups 240(%rsp), %xmm15
	leaq -120(%rbp), %rsp
	popq %r15
	popq %r14
	popq %r13
	popq %r12
	popq %r11
	popq %r10
	popq %r9
	popq %r8
	popq %rdi
	popq %rsi
	popq %rdx
	popq %rcx
	popq %rbx
	popq %rax
	popfq
	popq %rbp
	ret $128
	.size tu__async_preempt, .-tu__async_preempt

/* Entered from the signal handler, which pushed the faulting pc. Callee-saved registers may hold the only pointers: keep them. */
	.p2align 4
	.globl tu__sigpanic_entry
	.type tu__sigpanic_entry, @function
tu__sigpanic_entry:
	pushq %rbp
	movq %rsp, %rbp
	andq $-16, %rsp
	cld
	call tu__sigpanic
	ud2
	.size tu__sigpanic_entry, .-tu__sigpanic_entry

/* void tu__stack_scrub_near(void): zeroes up to 2 KB below rsp in this segment. */
	.p2align 4
	.globl tu__stack_scrub_near
	.type tu__stack_scrub_near, @function
tu__stack_scrub_near:
	movq M, %rdx
	cmpl $0, M_ON_M(%rdx)
	jne 2f
	movq G, %rax
	cmpq M_G0(%rdx), %rax
	je 2f
	movq G_SEG(%rax), %rsi
	leaq -2048(%rsp), %rdi
	movq SEG_LO(%rsi), %rcx
	cmpq %rcx, %rdi
	cmovb %rcx, %rdi
	movq %rsp, %rcx
	subq %rdi, %rcx
	jbe 2f
	shrq $3, %rcx
	xorl %eax, %eax
	cld
	rep stosq
2:	ret
	.size tu__stack_scrub_near, .-tu__stack_scrub_near

/* void tu__stack_scrub(void): zeroes what is below rsp in this segment, and the next one, at most 256 KB of each. */
	.p2align 4
	.globl tu__stack_scrub
	.type tu__stack_scrub, @function
tu__stack_scrub:
	movq M, %rdx
	cmpl $0, M_ON_M(%rdx)
	jne 2f
	movq G, %rax
	cmpq M_G0(%rdx), %rax
	je 2f
	movq G_SEG(%rax), %rsi
	movq %rsp, %rdx
	xorl %eax, %eax
	cld
1:	movq SEG_LO(%rsi), %rdi
	leaq -(256 << 10)(%rdx), %rcx
	cmpq %rcx, %rdi
	cmovb %rcx, %rdi
	movq %rdx, %rcx
	subq %rdi, %rcx
	jbe 2f
	shrq $3, %rcx
	rep stosq
	cmpq %rdx, %rsp
	jne 2f
	movq SEG_NEXT(%rsi), %rsi
	movq %rsi, %rdx
	testq %rsi, %rsi
	jnz 1b
2:	ret
	.size tu__stack_scrub, .-tu__stack_scrub

	.section .note.GNU-stack,"",@progbits
