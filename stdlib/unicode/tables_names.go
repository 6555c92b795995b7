package unicode

// The tables by their exported names.
var (
	C                                  = table_cC                                  // category C
	Cc                                 = table_cCc                                 // category Cc
	Cf                                 = table_cCf                                 // category Cf
	Cn                                 = table_cCn                                 // category Cn
	Co                                 = table_cCo                                 // category Co
	Cs                                 = table_cCs                                 // category Cs
	L                                  = table_cL                                  // category L
	LC                                 = table_cLC                                 // category LC
	Ll                                 = table_cLl                                 // category Ll
	Lm                                 = table_cLm                                 // category Lm
	Lo                                 = table_cLo                                 // category Lo
	Lt                                 = table_cLt                                 // category Lt
	Lu                                 = table_cLu                                 // category Lu
	M                                  = table_cM                                  // category M
	Mc                                 = table_cMc                                 // category Mc
	Me                                 = table_cMe                                 // category Me
	Mn                                 = table_cMn                                 // category Mn
	N                                  = table_cN                                  // category N
	Nd                                 = table_cNd                                 // category Nd
	Nl                                 = table_cNl                                 // category Nl
	No                                 = table_cNo                                 // category No
	P                                  = table_cP                                  // category P
	Pc                                 = table_cPc                                 // category Pc
	Pd                                 = table_cPd                                 // category Pd
	Pe                                 = table_cPe                                 // category Pe
	Pf                                 = table_cPf                                 // category Pf
	Pi                                 = table_cPi                                 // category Pi
	Po                                 = table_cPo                                 // category Po
	Ps                                 = table_cPs                                 // category Ps
	S                                  = table_cS                                  // category S
	Sc                                 = table_cSc                                 // category Sc
	Sk                                 = table_cSk                                 // category Sk
	Sm                                 = table_cSm                                 // category Sm
	So                                 = table_cSo                                 // category So
	Z                                  = table_cZ                                  // category Z
	Zl                                 = table_cZl                                 // category Zl
	Zp                                 = table_cZp                                 // category Zp
	Zs                                 = table_cZs                                 // category Zs
	Digit                              = table_cNd                                 // category Nd
	Letter                             = table_cL                                  // category L
	Lower                              = table_cLl                                 // category Ll
	Mark                               = table_cM                                  // category M
	Number                             = table_cN                                  // category N
	Other                              = table_cC                                  // category C
	Punct                              = table_cP                                  // category P
	Space                              = table_cZ                                  // category Z
	Symbol                             = table_cS                                  // category S
	Title                              = table_cLt                                 // category Lt
	Upper                              = table_cLu                                 // category Lu
	Adlam                              = table_sAdlam                              // script Adlam
	Ahom                               = table_sAhom                               // script Ahom
	Anatolian_Hieroglyphs              = table_sAnatolian_Hieroglyphs              // script Anatolian_Hieroglyphs
	Arabic                             = table_sArabic                             // script Arabic
	Armenian                           = table_sArmenian                           // script Armenian
	Avestan                            = table_sAvestan                            // script Avestan
	Balinese                           = table_sBalinese                           // script Balinese
	Bamum                              = table_sBamum                              // script Bamum
	Bassa_Vah                          = table_sBassa_Vah                          // script Bassa_Vah
	Batak                              = table_sBatak                              // script Batak
	Bengali                            = table_sBengali                            // script Bengali
	Beria_Erfe                         = table_sBeria_Erfe                         // script Beria_Erfe
	Bhaiksuki                          = table_sBhaiksuki                          // script Bhaiksuki
	Bopomofo                           = table_sBopomofo                           // script Bopomofo
	Brahmi                             = table_sBrahmi                             // script Brahmi
	Braille                            = table_sBraille                            // script Braille
	Buginese                           = table_sBuginese                           // script Buginese
	Buhid                              = table_sBuhid                              // script Buhid
	Canadian_Aboriginal                = table_sCanadian_Aboriginal                // script Canadian_Aboriginal
	Carian                             = table_sCarian                             // script Carian
	Caucasian_Albanian                 = table_sCaucasian_Albanian                 // script Caucasian_Albanian
	Chakma                             = table_sChakma                             // script Chakma
	Cham                               = table_sCham                               // script Cham
	Cherokee                           = table_sCherokee                           // script Cherokee
	Chorasmian                         = table_sChorasmian                         // script Chorasmian
	Common                             = table_sCommon                             // script Common
	Coptic                             = table_sCoptic                             // script Coptic
	Cuneiform                          = table_sCuneiform                          // script Cuneiform
	Cypriot                            = table_sCypriot                            // script Cypriot
	Cypro_Minoan                       = table_sCypro_Minoan                       // script Cypro_Minoan
	Cyrillic                           = table_sCyrillic                           // script Cyrillic
	Deseret                            = table_sDeseret                            // script Deseret
	Devanagari                         = table_sDevanagari                         // script Devanagari
	Dives_Akuru                        = table_sDives_Akuru                        // script Dives_Akuru
	Dogra                              = table_sDogra                              // script Dogra
	Duployan                           = table_sDuployan                           // script Duployan
	Egyptian_Hieroglyphs               = table_sEgyptian_Hieroglyphs               // script Egyptian_Hieroglyphs
	Elbasan                            = table_sElbasan                            // script Elbasan
	Elymaic                            = table_sElymaic                            // script Elymaic
	Ethiopic                           = table_sEthiopic                           // script Ethiopic
	Garay                              = table_sGaray                              // script Garay
	Georgian                           = table_sGeorgian                           // script Georgian
	Glagolitic                         = table_sGlagolitic                         // script Glagolitic
	Gothic                             = table_sGothic                             // script Gothic
	Grantha                            = table_sGrantha                            // script Grantha
	Greek                              = table_sGreek                              // script Greek
	Gujarati                           = table_sGujarati                           // script Gujarati
	Gunjala_Gondi                      = table_sGunjala_Gondi                      // script Gunjala_Gondi
	Gurmukhi                           = table_sGurmukhi                           // script Gurmukhi
	Gurung_Khema                       = table_sGurung_Khema                       // script Gurung_Khema
	Han                                = table_sHan                                // script Han
	Hangul                             = table_sHangul                             // script Hangul
	Hanifi_Rohingya                    = table_sHanifi_Rohingya                    // script Hanifi_Rohingya
	Hanunoo                            = table_sHanunoo                            // script Hanunoo
	Hatran                             = table_sHatran                             // script Hatran
	Hebrew                             = table_sHebrew                             // script Hebrew
	Hiragana                           = table_sHiragana                           // script Hiragana
	Imperial_Aramaic                   = table_sImperial_Aramaic                   // script Imperial_Aramaic
	Inherited                          = table_sInherited                          // script Inherited
	Inscriptional_Pahlavi              = table_sInscriptional_Pahlavi              // script Inscriptional_Pahlavi
	Inscriptional_Parthian             = table_sInscriptional_Parthian             // script Inscriptional_Parthian
	Javanese                           = table_sJavanese                           // script Javanese
	Kaithi                             = table_sKaithi                             // script Kaithi
	Kannada                            = table_sKannada                            // script Kannada
	Katakana                           = table_sKatakana                           // script Katakana
	Kawi                               = table_sKawi                               // script Kawi
	Kayah_Li                           = table_sKayah_Li                           // script Kayah_Li
	Kharoshthi                         = table_sKharoshthi                         // script Kharoshthi
	Khitan_Small_Script                = table_sKhitan_Small_Script                // script Khitan_Small_Script
	Khmer                              = table_sKhmer                              // script Khmer
	Khojki                             = table_sKhojki                             // script Khojki
	Khudawadi                          = table_sKhudawadi                          // script Khudawadi
	Kirat_Rai                          = table_sKirat_Rai                          // script Kirat_Rai
	Lao                                = table_sLao                                // script Lao
	Latin                              = table_sLatin                              // script Latin
	Lepcha                             = table_sLepcha                             // script Lepcha
	Limbu                              = table_sLimbu                              // script Limbu
	Linear_A                           = table_sLinear_A                           // script Linear_A
	Linear_B                           = table_sLinear_B                           // script Linear_B
	Lisu                               = table_sLisu                               // script Lisu
	Lycian                             = table_sLycian                             // script Lycian
	Lydian                             = table_sLydian                             // script Lydian
	Mahajani                           = table_sMahajani                           // script Mahajani
	Makasar                            = table_sMakasar                            // script Makasar
	Malayalam                          = table_sMalayalam                          // script Malayalam
	Mandaic                            = table_sMandaic                            // script Mandaic
	Manichaean                         = table_sManichaean                         // script Manichaean
	Marchen                            = table_sMarchen                            // script Marchen
	Masaram_Gondi                      = table_sMasaram_Gondi                      // script Masaram_Gondi
	Medefaidrin                        = table_sMedefaidrin                        // script Medefaidrin
	Meetei_Mayek                       = table_sMeetei_Mayek                       // script Meetei_Mayek
	Mende_Kikakui                      = table_sMende_Kikakui                      // script Mende_Kikakui
	Meroitic_Cursive                   = table_sMeroitic_Cursive                   // script Meroitic_Cursive
	Meroitic_Hieroglyphs               = table_sMeroitic_Hieroglyphs               // script Meroitic_Hieroglyphs
	Miao                               = table_sMiao                               // script Miao
	Modi                               = table_sModi                               // script Modi
	Mongolian                          = table_sMongolian                          // script Mongolian
	Mro                                = table_sMro                                // script Mro
	Multani                            = table_sMultani                            // script Multani
	Myanmar                            = table_sMyanmar                            // script Myanmar
	Nabataean                          = table_sNabataean                          // script Nabataean
	Nag_Mundari                        = table_sNag_Mundari                        // script Nag_Mundari
	Nandinagari                        = table_sNandinagari                        // script Nandinagari
	New_Tai_Lue                        = table_sNew_Tai_Lue                        // script New_Tai_Lue
	Newa                               = table_sNewa                               // script Newa
	Nko                                = table_sNko                                // script Nko
	Nushu                              = table_sNushu                              // script Nushu
	Nyiakeng_Puachue_Hmong             = table_sNyiakeng_Puachue_Hmong             // script Nyiakeng_Puachue_Hmong
	Ogham                              = table_sOgham                              // script Ogham
	Ol_Chiki                           = table_sOl_Chiki                           // script Ol_Chiki
	Ol_Onal                            = table_sOl_Onal                            // script Ol_Onal
	Old_Hungarian                      = table_sOld_Hungarian                      // script Old_Hungarian
	Old_Italic                         = table_sOld_Italic                         // script Old_Italic
	Old_North_Arabian                  = table_sOld_North_Arabian                  // script Old_North_Arabian
	Old_Permic                         = table_sOld_Permic                         // script Old_Permic
	Old_Persian                        = table_sOld_Persian                        // script Old_Persian
	Old_Sogdian                        = table_sOld_Sogdian                        // script Old_Sogdian
	Old_South_Arabian                  = table_sOld_South_Arabian                  // script Old_South_Arabian
	Old_Turkic                         = table_sOld_Turkic                         // script Old_Turkic
	Old_Uyghur                         = table_sOld_Uyghur                         // script Old_Uyghur
	Oriya                              = table_sOriya                              // script Oriya
	Osage                              = table_sOsage                              // script Osage
	Osmanya                            = table_sOsmanya                            // script Osmanya
	Pahawh_Hmong                       = table_sPahawh_Hmong                       // script Pahawh_Hmong
	Palmyrene                          = table_sPalmyrene                          // script Palmyrene
	Pau_Cin_Hau                        = table_sPau_Cin_Hau                        // script Pau_Cin_Hau
	Phags_Pa                           = table_sPhags_Pa                           // script Phags_Pa
	Phoenician                         = table_sPhoenician                         // script Phoenician
	Psalter_Pahlavi                    = table_sPsalter_Pahlavi                    // script Psalter_Pahlavi
	Rejang                             = table_sRejang                             // script Rejang
	Runic                              = table_sRunic                              // script Runic
	Samaritan                          = table_sSamaritan                          // script Samaritan
	Saurashtra                         = table_sSaurashtra                         // script Saurashtra
	Sharada                            = table_sSharada                            // script Sharada
	Shavian                            = table_sShavian                            // script Shavian
	Siddham                            = table_sSiddham                            // script Siddham
	Sidetic                            = table_sSidetic                            // script Sidetic
	SignWriting                        = table_sSignWriting                        // script SignWriting
	Sinhala                            = table_sSinhala                            // script Sinhala
	Sogdian                            = table_sSogdian                            // script Sogdian
	Sora_Sompeng                       = table_sSora_Sompeng                       // script Sora_Sompeng
	Soyombo                            = table_sSoyombo                            // script Soyombo
	Sundanese                          = table_sSundanese                          // script Sundanese
	Sunuwar                            = table_sSunuwar                            // script Sunuwar
	Syloti_Nagri                       = table_sSyloti_Nagri                       // script Syloti_Nagri
	Syriac                             = table_sSyriac                             // script Syriac
	Tagalog                            = table_sTagalog                            // script Tagalog
	Tagbanwa                           = table_sTagbanwa                           // script Tagbanwa
	Tai_Le                             = table_sTai_Le                             // script Tai_Le
	Tai_Tham                           = table_sTai_Tham                           // script Tai_Tham
	Tai_Viet                           = table_sTai_Viet                           // script Tai_Viet
	Tai_Yo                             = table_sTai_Yo                             // script Tai_Yo
	Takri                              = table_sTakri                              // script Takri
	Tamil                              = table_sTamil                              // script Tamil
	Tangsa                             = table_sTangsa                             // script Tangsa
	Tangut                             = table_sTangut                             // script Tangut
	Telugu                             = table_sTelugu                             // script Telugu
	Thaana                             = table_sThaana                             // script Thaana
	Thai                               = table_sThai                               // script Thai
	Tibetan                            = table_sTibetan                            // script Tibetan
	Tifinagh                           = table_sTifinagh                           // script Tifinagh
	Tirhuta                            = table_sTirhuta                            // script Tirhuta
	Todhri                             = table_sTodhri                             // script Todhri
	Tolong_Siki                        = table_sTolong_Siki                        // script Tolong_Siki
	Toto                               = table_sToto                               // script Toto
	Tulu_Tigalari                      = table_sTulu_Tigalari                      // script Tulu_Tigalari
	Ugaritic                           = table_sUgaritic                           // script Ugaritic
	Vai                                = table_sVai                                // script Vai
	Vithkuqi                           = table_sVithkuqi                           // script Vithkuqi
	Wancho                             = table_sWancho                             // script Wancho
	Warang_Citi                        = table_sWarang_Citi                        // script Warang_Citi
	Yezidi                             = table_sYezidi                             // script Yezidi
	Yi                                 = table_sYi                                 // script Yi
	Zanabazar_Square                   = table_sZanabazar_Square                   // script Zanabazar_Square
	ASCII_Hex_Digit                    = table_pASCII_Hex_Digit                    // property ASCII_Hex_Digit
	Bidi_Control                       = table_pBidi_Control                       // property Bidi_Control
	Dash                               = table_pDash                               // property Dash
	Deprecated                         = table_pDeprecated                         // property Deprecated
	Diacritic                          = table_pDiacritic                          // property Diacritic
	Extender                           = table_pExtender                           // property Extender
	Hex_Digit                          = table_pHex_Digit                          // property Hex_Digit
	Hyphen                             = table_pHyphen                             // property Hyphen
	IDS_Binary_Operator                = table_pIDS_Binary_Operator                // property IDS_Binary_Operator
	IDS_Trinary_Operator               = table_pIDS_Trinary_Operator               // property IDS_Trinary_Operator
	IDS_Unary_Operator                 = table_pIDS_Unary_Operator                 // property IDS_Unary_Operator
	ID_Compat_Math_Continue            = table_pID_Compat_Math_Continue            // property ID_Compat_Math_Continue
	ID_Compat_Math_Start               = table_pID_Compat_Math_Start               // property ID_Compat_Math_Start
	Ideographic                        = table_pIdeographic                        // property Ideographic
	Join_Control                       = table_pJoin_Control                       // property Join_Control
	Logical_Order_Exception            = table_pLogical_Order_Exception            // property Logical_Order_Exception
	Modifier_Combining_Mark            = table_pModifier_Combining_Mark            // property Modifier_Combining_Mark
	Noncharacter_Code_Point            = table_pNoncharacter_Code_Point            // property Noncharacter_Code_Point
	Other_Alphabetic                   = table_pOther_Alphabetic                   // property Other_Alphabetic
	Other_Default_Ignorable_Code_Point = table_pOther_Default_Ignorable_Code_Point // property Other_Default_Ignorable_Code_Point
	Other_Grapheme_Extend              = table_pOther_Grapheme_Extend              // property Other_Grapheme_Extend
	Other_ID_Continue                  = table_pOther_ID_Continue                  // property Other_ID_Continue
	Other_ID_Start                     = table_pOther_ID_Start                     // property Other_ID_Start
	Other_Lowercase                    = table_pOther_Lowercase                    // property Other_Lowercase
	Other_Math                         = table_pOther_Math                         // property Other_Math
	Other_Uppercase                    = table_pOther_Uppercase                    // property Other_Uppercase
	Pattern_Syntax                     = table_pPattern_Syntax                     // property Pattern_Syntax
	Pattern_White_Space                = table_pPattern_White_Space                // property Pattern_White_Space
	Prepended_Concatenation_Mark       = table_pPrepended_Concatenation_Mark       // property Prepended_Concatenation_Mark
	Quotation_Mark                     = table_pQuotation_Mark                     // property Quotation_Mark
	Radical                            = table_pRadical                            // property Radical
	Regional_Indicator                 = table_pRegional_Indicator                 // property Regional_Indicator
	STerm                              = table_pSTerm                              // property STerm
	Sentence_Terminal                  = table_pSentence_Terminal                  // property Sentence_Terminal
	Soft_Dotted                        = table_pSoft_Dotted                        // property Soft_Dotted
	Terminal_Punctuation               = table_pTerminal_Punctuation               // property Terminal_Punctuation
	Unified_Ideograph                  = table_pUnified_Ideograph                  // property Unified_Ideograph
	Variation_Selector                 = table_pVariation_Selector                 // property Variation_Selector
	White_Space                        = table_pWhite_Space                        // property White_Space
)

// latin1 holds the classes of the first 256 code points.
var latin1 = [256]uint8{
	0x00: isC,
	0x01: isC,
	0x02: isC,
	0x03: isC,
	0x04: isC,
	0x05: isC,
	0x06: isC,
	0x07: isC,
	0x08: isC,
	0x09: isC,
	0x0a: isC,
	0x0b: isC,
	0x0c: isC,
	0x0d: isC,
	0x0e: isC,
	0x0f: isC,
	0x10: isC,
	0x11: isC,
	0x12: isC,
	0x13: isC,
	0x14: isC,
	0x15: isC,
	0x16: isC,
	0x17: isC,
	0x18: isC,
	0x19: isC,
	0x1a: isC,
	0x1b: isC,
	0x1c: isC,
	0x1d: isC,
	0x1e: isC,
	0x1f: isC,
	0x20: isZ | isPrint,
	0x21: isP | isPrint,
	0x22: isP | isPrint,
	0x23: isP | isPrint,
	0x24: isS | isPrint,
	0x25: isP | isPrint,
	0x26: isP | isPrint,
	0x27: isP | isPrint,
	0x28: isP | isPrint,
	0x29: isP | isPrint,
	0x2a: isP | isPrint,
	0x2b: isS | isPrint,
	0x2c: isP | isPrint,
	0x2d: isP | isPrint,
	0x2e: isP | isPrint,
	0x2f: isP | isPrint,
	0x30: isN | isPrint,
	0x31: isN | isPrint,
	0x32: isN | isPrint,
	0x33: isN | isPrint,
	0x34: isN | isPrint,
	0x35: isN | isPrint,
	0x36: isN | isPrint,
	0x37: isN | isPrint,
	0x38: isN | isPrint,
	0x39: isN | isPrint,
	0x3a: isP | isPrint,
	0x3b: isP | isPrint,
	0x3c: isS | isPrint,
	0x3d: isS | isPrint,
	0x3e: isS | isPrint,
	0x3f: isP | isPrint,
	0x40: isP | isPrint,
	0x41: isLu | isPrint,
	0x42: isLu | isPrint,
	0x43: isLu | isPrint,
	0x44: isLu | isPrint,
	0x45: isLu | isPrint,
	0x46: isLu | isPrint,
	0x47: isLu | isPrint,
	0x48: isLu | isPrint,
	0x49: isLu | isPrint,
	0x4a: isLu | isPrint,
	0x4b: isLu | isPrint,
	0x4c: isLu | isPrint,
	0x4d: isLu | isPrint,
	0x4e: isLu | isPrint,
	0x4f: isLu | isPrint,
	0x50: isLu | isPrint,
	0x51: isLu | isPrint,
	0x52: isLu | isPrint,
	0x53: isLu | isPrint,
	0x54: isLu | isPrint,
	0x55: isLu | isPrint,
	0x56: isLu | isPrint,
	0x57: isLu | isPrint,
	0x58: isLu | isPrint,
	0x59: isLu | isPrint,
	0x5a: isLu | isPrint,
	0x5b: isP | isPrint,
	0x5c: isP | isPrint,
	0x5d: isP | isPrint,
	0x5e: isS | isPrint,
	0x5f: isP | isPrint,
	0x60: isS | isPrint,
	0x61: isLl | isPrint,
	0x62: isLl | isPrint,
	0x63: isLl | isPrint,
	0x64: isLl | isPrint,
	0x65: isLl | isPrint,
	0x66: isLl | isPrint,
	0x67: isLl | isPrint,
	0x68: isLl | isPrint,
	0x69: isLl | isPrint,
	0x6a: isLl | isPrint,
	0x6b: isLl | isPrint,
	0x6c: isLl | isPrint,
	0x6d: isLl | isPrint,
	0x6e: isLl | isPrint,
	0x6f: isLl | isPrint,
	0x70: isLl | isPrint,
	0x71: isLl | isPrint,
	0x72: isLl | isPrint,
	0x73: isLl | isPrint,
	0x74: isLl | isPrint,
	0x75: isLl | isPrint,
	0x76: isLl | isPrint,
	0x77: isLl | isPrint,
	0x78: isLl | isPrint,
	0x79: isLl | isPrint,
	0x7a: isLl | isPrint,
	0x7b: isP | isPrint,
	0x7c: isS | isPrint,
	0x7d: isP | isPrint,
	0x7e: isS | isPrint,
	0x7f: isC,
	0x80: isC,
	0x81: isC,
	0x82: isC,
	0x83: isC,
	0x84: isC,
	0x85: isC,
	0x86: isC,
	0x87: isC,
	0x88: isC,
	0x89: isC,
	0x8a: isC,
	0x8b: isC,
	0x8c: isC,
	0x8d: isC,
	0x8e: isC,
	0x8f: isC,
	0x90: isC,
	0x91: isC,
	0x92: isC,
	0x93: isC,
	0x94: isC,
	0x95: isC,
	0x96: isC,
	0x97: isC,
	0x98: isC,
	0x99: isC,
	0x9a: isC,
	0x9b: isC,
	0x9c: isC,
	0x9d: isC,
	0x9e: isC,
	0x9f: isC,
	0xa0: isZ,
	0xa1: isP | isPrint,
	0xa2: isS | isPrint,
	0xa3: isS | isPrint,
	0xa4: isS | isPrint,
	0xa5: isS | isPrint,
	0xa6: isS | isPrint,
	0xa7: isP | isPrint,
	0xa8: isS | isPrint,
	0xa9: isS | isPrint,
	0xaa: isLu | isLl | isPrint,
	0xab: isP | isPrint,
	0xac: isS | isPrint,
	0xae: isS | isPrint,
	0xaf: isS | isPrint,
	0xb0: isS | isPrint,
	0xb1: isS | isPrint,
	0xb2: isN | isPrint,
	0xb3: isN | isPrint,
	0xb4: isS | isPrint,
	0xb5: isLl | isPrint,
	0xb6: isP | isPrint,
	0xb7: isP | isPrint,
	0xb8: isS | isPrint,
	0xb9: isN | isPrint,
	0xba: isLu | isLl | isPrint,
	0xbb: isP | isPrint,
	0xbc: isN | isPrint,
	0xbd: isN | isPrint,
	0xbe: isN | isPrint,
	0xbf: isP | isPrint,
	0xc0: isLu | isPrint,
	0xc1: isLu | isPrint,
	0xc2: isLu | isPrint,
	0xc3: isLu | isPrint,
	0xc4: isLu | isPrint,
	0xc5: isLu | isPrint,
	0xc6: isLu | isPrint,
	0xc7: isLu | isPrint,
	0xc8: isLu | isPrint,
	0xc9: isLu | isPrint,
	0xca: isLu | isPrint,
	0xcb: isLu | isPrint,
	0xcc: isLu | isPrint,
	0xcd: isLu | isPrint,
	0xce: isLu | isPrint,
	0xcf: isLu | isPrint,
	0xd0: isLu | isPrint,
	0xd1: isLu | isPrint,
	0xd2: isLu | isPrint,
	0xd3: isLu | isPrint,
	0xd4: isLu | isPrint,
	0xd5: isLu | isPrint,
	0xd6: isLu | isPrint,
	0xd7: isS | isPrint,
	0xd8: isLu | isPrint,
	0xd9: isLu | isPrint,
	0xda: isLu | isPrint,
	0xdb: isLu | isPrint,
	0xdc: isLu | isPrint,
	0xdd: isLu | isPrint,
	0xde: isLu | isPrint,
	0xdf: isLl | isPrint,
	0xe0: isLl | isPrint,
	0xe1: isLl | isPrint,
	0xe2: isLl | isPrint,
	0xe3: isLl | isPrint,
	0xe4: isLl | isPrint,
	0xe5: isLl | isPrint,
	0xe6: isLl | isPrint,
	0xe7: isLl | isPrint,
	0xe8: isLl | isPrint,
	0xe9: isLl | isPrint,
	0xea: isLl | isPrint,
	0xeb: isLl | isPrint,
	0xec: isLl | isPrint,
	0xed: isLl | isPrint,
	0xee: isLl | isPrint,
	0xef: isLl | isPrint,
	0xf0: isLl | isPrint,
	0xf1: isLl | isPrint,
	0xf2: isLl | isPrint,
	0xf3: isLl | isPrint,
	0xf4: isLl | isPrint,
	0xf5: isLl | isPrint,
	0xf6: isLl | isPrint,
	0xf7: isS | isPrint,
	0xf8: isLl | isPrint,
	0xf9: isLl | isPrint,
	0xfa: isLl | isPrint,
	0xfb: isLl | isPrint,
	0xfc: isLl | isPrint,
	0xfd: isLl | isPrint,
	0xfe: isLl | isPrint,
	0xff: isLl | isPrint,
}
