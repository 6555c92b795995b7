// Package token has the tokens of Go and positions in sources.
package token

import (
	"strconv"
	"unicode"
	"unicode/utf8"
)

// Token is a kind of token.
type Token int

const (
	ILLEGAL Token = iota
	EOF
	COMMENT
	beforeLiterals
	IDENT
	INT
	FLOAT
	IMAG
	CHAR
	STRING
	afterLiterals
	beforeOperators
	ADD            // +
	SUB            // -
	MUL            // *
	QUO            // /
	REM            // %
	AND            // &
	OR             // |
	XOR            // ^
	SHL            // <<
	SHR            // >>
	AND_NOT        // &^
	ADD_ASSIGN     // +=
	SUB_ASSIGN     // -=
	MUL_ASSIGN     // *=
	QUO_ASSIGN     // /=
	REM_ASSIGN     // %=
	AND_ASSIGN     // &=
	OR_ASSIGN      // |=
	XOR_ASSIGN     // ^=
	SHL_ASSIGN     // <<=
	SHR_ASSIGN     // >>=
	AND_NOT_ASSIGN // &^=
	LAND           // &&
	LOR            // ||
	ARROW          // <-
	INC            // ++
	DEC            // --
	EQL            // ==
	LSS            // <
	GTR            // >
	ASSIGN         // =
	NOT            // !
	NEQ            // !=
	LEQ            // <=
	GEQ            // >=
	DEFINE         // :=
	ELLIPSIS       // ...
	LPAREN         // (
	LBRACK         // [
	LBRACE         // {
	COMMA          // ,
	PERIOD         // .
	RPAREN         // )
	RBRACK         // ]
	RBRACE         // }
	SEMICOLON      // ;
	COLON          // :
	afterOperators
	beforeKeywords
	BREAK
	CASE
	CHAN
	CONST
	CONTINUE
	DEFAULT
	DEFER
	ELSE
	FALLTHROUGH
	FOR
	FUNC
	GO
	GOTO
	IF
	IMPORT
	INTERFACE
	MAP
	PACKAGE
	RANGE
	RETURN
	SELECT
	STRUCT
	SWITCH
	TYPE
	VAR
	afterKeywords
	beforeMore
	TILDE // ~
	afterMore
)

var texts = [...]string{
	ILLEGAL:        "ILLEGAL",
	EOF:            "EOF",
	COMMENT:        "COMMENT",
	IDENT:          "IDENT",
	INT:            "INT",
	FLOAT:          "FLOAT",
	IMAG:           "IMAG",
	CHAR:           "CHAR",
	STRING:         "STRING",
	ADD:            "+",
	SUB:            "-",
	MUL:            "*",
	QUO:            "/",
	REM:            "%",
	AND:            "&",
	OR:             "|",
	XOR:            "^",
	SHL:            "<<",
	SHR:            ">>",
	AND_NOT:        "&^",
	ADD_ASSIGN:     "+=",
	SUB_ASSIGN:     "-=",
	MUL_ASSIGN:     "*=",
	QUO_ASSIGN:     "/=",
	REM_ASSIGN:     "%=",
	AND_ASSIGN:     "&=",
	OR_ASSIGN:      "|=",
	XOR_ASSIGN:     "^=",
	SHL_ASSIGN:     "<<=",
	SHR_ASSIGN:     ">>=",
	AND_NOT_ASSIGN: "&^=",
	LAND:           "&&",
	LOR:            "||",
	ARROW:          "<-",
	INC:            "++",
	DEC:            "--",
	EQL:            "==",
	LSS:            "<",
	GTR:            ">",
	ASSIGN:         "=",
	NOT:            "!",
	NEQ:            "!=",
	LEQ:            "<=",
	GEQ:            ">=",
	DEFINE:         ":=",
	ELLIPSIS:       "...",
	LPAREN:         "(",
	LBRACK:         "[",
	LBRACE:         "{",
	COMMA:          ",",
	PERIOD:         ".",
	RPAREN:         ")",
	RBRACK:         "]",
	RBRACE:         "}",
	SEMICOLON:      ";",
	COLON:          ":",
	BREAK:          "break",
	CASE:           "case",
	CHAN:           "chan",
	CONST:          "const",
	CONTINUE:       "continue",
	DEFAULT:        "default",
	DEFER:          "defer",
	ELSE:           "else",
	FALLTHROUGH:    "fallthrough",
	FOR:            "for",
	FUNC:           "func",
	GO:             "go",
	GOTO:           "goto",
	IF:             "if",
	IMPORT:         "import",
	INTERFACE:      "interface",
	MAP:            "map",
	PACKAGE:        "package",
	RANGE:          "range",
	RETURN:         "return",
	SELECT:         "select",
	STRUCT:         "struct",
	SWITCH:         "switch",
	TYPE:           "type",
	VAR:            "var",
	TILDE:          "~",
}

// String is the text of an operator or keyword, the name of other tokens.
func (tok Token) String() string {
	if 0 <= tok && tok < Token(len(texts)) && texts[tok] != "" {
		return texts[tok]
	}
	return "token(" + strconv.Itoa(int(tok)) + ")"
}

// Precedences of operators.
const (
	LowestPrec  = 0 // of what is no operator
	UnaryPrec   = 6
	HighestPrec = 7
)

// Precedence is the precedence of a binary operator, LowestPrec for other tokens.
func (op Token) Precedence() int {
	switch op {
	case LOR:
		return 1
	case LAND:
		return 2
	case EQL, NEQ, LSS, LEQ, GTR, GEQ:
		return 3
	case ADD, SUB, OR, XOR:
		return 4
	case MUL, QUO, REM, SHL, SHR, AND, AND_NOT:
		return 5
	}
	return LowestPrec
}

var keywords = func() map[string]Token {
	m := map[string]Token{}
	for t := beforeKeywords + 1; t < afterKeywords; t++ {
		m[texts[t]] = t
	}
	return m
}()

// Lookup gives the keyword, or IDENT.
func Lookup(ident string) Token {
	if t, ok := keywords[ident]; ok {
		return t
	}
	return IDENT
}

// IsLiteral reports whether tok is an identifier or a literal.
func (tok Token) IsLiteral() bool { return beforeLiterals < tok && tok < afterLiterals }

// IsOperator reports whether tok is an operator or a delimiter.
func (tok Token) IsOperator() bool {
	return beforeOperators < tok && tok < afterOperators || tok == TILDE
}

// IsKeyword reports whether tok is a keyword.
func (tok Token) IsKeyword() bool { return beforeKeywords < tok && tok < afterKeywords }

// IsExported reports whether name begins with an upper-case letter.
func IsExported(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r)
}

// IsKeyword reports whether name is a keyword.
func IsKeyword(name string) bool {
	_, ok := keywords[name]
	return ok
}

// IsIdentifier reports whether name is an identifier and no keyword.
func IsIdentifier(name string) bool {
	if name == "" || IsKeyword(name) {
		return false
	}
	for i, r := range name {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return true
}
