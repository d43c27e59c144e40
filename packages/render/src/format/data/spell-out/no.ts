// Numbers in words: no. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%%spellout-cardinal-reale=
%spellout-cardinal-neuter
-x minus →→
x.x ←← komma →→
0 null
1 ett
2 =%%spellout-cardinal-reale=
20 tjue[\u00AD→→]
30 tretti[\u00AD→→]
40 førti[\u00AD→→]
50 femti[\u00AD→→]
60 seksti[\u00AD→→]
70 sytti[\u00AD→→]
80 åtti[\u00AD→→]
90 nitti[\u00AD→→]
100 hundre[ og →→]
200 ←%spellout-cardinal-neuter← hundre[ og →→]
1000 tusen[ →%%and-small-n→]
2000 ←%spellout-cardinal-neuter← tusen[ →%%and-small-n→]
1000000 én million[ →→]
2000000 ←%%spellout-cardinal-reale← millioner[ →→]
1000000000 én milliard[ →→]
2000000000 ←%%spellout-cardinal-reale← milliarder[ →→]
1000000000000 én billion[ →→]
2000000000000 ←%%spellout-cardinal-reale← billioner[ →→]
1000000000000000 én billiard[ →→]
2000000000000000 ←%%spellout-cardinal-reale← billiarder[ →→]
1000000000000000000 =#,##0=
%%and-small-n
0 og =%spellout-cardinal-neuter=
100 =%spellout-cardinal-neuter=
%%spellout-cardinal-reale
-x minus →→
x.x ←← komma →→
0 null
1 én
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
100 hundre[ og →→]
200 ←%spellout-cardinal-neuter← hundre[ og →→]
1000 tusen[ →%%and-small→]
2000 ←%spellout-cardinal-neuter← tusen[ →%%and-small→]
1000000 én million[ →→]
2000000 ←← millioner[ →→]
1000000000 én milliard[ →→]
2000000000 ←← milliarder[ →→]
1000000000000 én billion[ →→]
2000000000000 ←← billioner[ →→]
1000000000000000 én billiard[ →→]
2000000000000000 ←← billiarder[ →→]
1000000000000000000 =#,##0=
%%and-small
0 og =%%spellout-cardinal-reale=
100 =%%spellout-cardinal-reale=`;
