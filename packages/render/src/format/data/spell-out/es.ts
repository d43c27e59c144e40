// Numbers in words: es. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
-x menos →→
x.x ←← punto →→
x,x ←← coma →→
0 cero
1 uno
2 dos
3 tres
4 cuatro
5 cinco
6 seis
7 siete
8 ocho
9 nueve
10 diez
11 once
12 doce
13 trece
14 catorce
15 quince
16 dieciséis
17 dieci→→
20 veinte
21 veintiuno
22 veintidós
23 veintitrés
24 veinticuatro
25 veinticinco
26 veintiséis
27 veinti→→
30 treinta[ y →→]
40 cuarenta[ y →→]
50 cincuenta[ y →→]
60 sesenta[ y →→]
70 setenta[ y →→]
80 ochenta[ y →→]
90 noventa[ y →→]
100 cien
101 ciento →→
200 doscientos[ →→]
300 trescientos[ →→]
400 cuatrocientos[ →→]
500 quinientos[ →→]
600 seiscientos[ →→]
700 setecientos[ →→]
800 ochocientos[ →→]
900 novecientos[ →→]
1000 mil[ →→]
2000 ←%spellout-cardinal-masculine← mil[ →→]
1000000 un millón[ →→]
2000000 ←%spellout-cardinal-masculine← millones[ →→]
1000000000000 un billón[ →→]
2000000000000 ←%spellout-cardinal-masculine← billones[ →→]
1000000000000000000 =#,##0=
%spellout-cardinal-masculine
-x menos →→
x.x ←← punto →→
x,x ←← coma →→
0 cero
1 un
2 =%spellout-numbering=
21 veintiún
22 =%spellout-numbering=
30 treinta[ y →→]
40 cuarenta[ y →→]
50 cincuenta[ y →→]
60 sesenta[ y →→]
70 setenta[ y →→]
80 ochenta[ y →→]
90 noventa[ y →→]
100 cien
101 ciento →→
200 doscientos[ →→]
300 trescientos[ →→]
400 cuatrocientos[ →→]
500 quinientos[ →→]
600 seis\u00ADcientos[ →→]
700 sete\u00ADcientos[ →→]
800 ocho\u00ADcientos[ →→]
900 nove\u00ADcientos[ →→]
1000 mil[ →→]
2000 ←%spellout-cardinal-masculine← mil[ →→]
1000000 un millón[ →→]
2000000 ←%spellout-cardinal-masculine← millones[ →→]
1000000000000 un billón[ →→]
2000000000000 ←%spellout-cardinal-masculine← billones[ →→]
1000000000000000000 =#,##0=`;
