// Numbers in words: nn. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal-reale=
%spellout-cardinal-neuter
-x minus →→
x.x ←← komma →→
0 null
1 eitt
2 =%spellout-cardinal-reale=
%spellout-cardinal-reale
-x minus →→
x.x ←← komma →→
0 null
1 éin
2 to
3 tre
4 fire
5 fem
6 seks
7 sju
8 åtte
9 ni
10 ti
11 elleve
12 tolv
13 tretten
14 fjorten
15 femten
16 seksten
17 sytten
18 atten
19 nitten
20 tjue[\u00AD→→]
30 tretti[\u00AD→→]
40 førti[\u00AD→→]
50 femti[\u00AD→→]
60 seksti[\u00AD→→]
70 sytti[\u00AD→→]
80 åtti[\u00AD→→]
90 nitti[\u00AD→→]
100 ←%spellout-cardinal-neuter← hundre[ og →→]
1000 ←%spellout-cardinal-neuter← tusen[ og →→]
1000000 éin million[ →→]
2000000 ←← millionar[ →→]
1000000000 éin milliard[ →→]
2000000000 ←← milliardar[ →→]
1000000000000 éin billion[ →→]
2000000000000 ←← billionar[ →→]
1000000000000000 éin billiard[ →→]
2000000000000000 ←← biliardar[ →→]
1000000000000000000 =#,##0=`;
