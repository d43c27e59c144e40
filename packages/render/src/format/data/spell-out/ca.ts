// Numbers in words: ca. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
-x menys →→
x.x ←← coma →→
0 zero
1 u
2 =%spellout-cardinal-masculine=
20 vint[-i-→→]
30 trenta[-→→]
40 quaranta[-→→]
50 cinquanta[-→→]
60 seixanta[-→→]
70 setanta[-→→]
80 vuitanta[-→→]
90 noranta[-→→]
100 cent[ →→]
200 ←%spellout-cardinal-masculine←-cents[ →→]
1000 mil[ →→]
2000 ←%spellout-cardinal-masculine← mil[ →→]
1000000 un milió[ →→]
2000000 ←%spellout-cardinal-masculine← milions[ →→]
1000000000000 un bilió[ →→]
2000000000000 ←%spellout-cardinal-masculine← bilions[ →→]
1000000000000000000 =#,##0=
%spellout-cardinal-masculine
-x menys →→
x.x ←← coma →→
0 zero
1 un
2 dos
3 tres
4 quatre
5 cinc
6 sis
7 set
8 vuit
9 nou
10 deu
11 onze
12 dotze
13 tretze
14 catorze
15 quinze
16 setze
17 disset
18 divuit
19 dinou
20 vint[-i-→→]
30 trenta[-→→]
40 quaranta[-→→]
50 cinquanta[-→→]
60 seixanta[-→→]
70 setanta[-→→]
80 vuitanta[-→→]
90 noranta[-→→]
100 cent[ →→]
200 ←%spellout-cardinal-masculine←-cents[ →→]
1000 mil[ →→]
2000 ←← mil[ →→]
1000000 un milió[ →→]
2000000 ←← milions[ →→]
1000000000000 un bilió[ →→]
2000000000000 ←← bilions[ →→]
1000000000000000000 =#,##0=`;
