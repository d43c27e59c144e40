// Numbers in words: en-IN. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
-x minus →→
Inf infinity
NaN not a number
0 =%spellout-cardinal=
%spellout-cardinal
-x minus →→
x.x ←← point →→
Inf infinite
NaN not a number
0 zero
1 one
2 two
3 three
4 four
5 five
6 six
7 seven
8 eight
9 nine
10 ten
11 eleven
12 twelve
13 thirteen
14 fourteen
15 fifteen
16 sixteen
17 seventeen
18 eighteen
19 nineteen
20 twenty[-→→]
30 thirty[-→→]
40 forty[-→→]
50 fifty[-→→]
60 sixty[-→→]
70 seventy[-→→]
80 eighty[-→→]
90 ninety[-→→]
100 ←← hundred[ →→]
1000 ←← thousand[ →→]
100000 ←← lakh[ →→]
10000000 ←← crore[ →→]
1000000000000 ←← trillion[ →→]
1000000000000000 ←← quadrillion[ →→]
1000000000000000000 =#,##0=`;
