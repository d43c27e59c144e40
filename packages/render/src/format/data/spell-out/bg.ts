// Numbers in words: bg. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal-neuter=
%spellout-cardinal-masculine
-x минус →→
x.x ←← цяло и →→
0 нула
1 един
2 два
3 три
4 четири
5 пет
6 шест
7 седем
8 осем
9 девет
10 десет
11 единайсет
12 дванайсет
13 →→найсет
20 ←←йсет[ и →→]
40 четиресет[ и →→]
50 ←←десет[ и →→]
60 шейсет[ и →→]
70 ←←десет[ и →→]
100 сто[ →%%spellout-cardinal-masculine-and→]
200 двеста[ →%%spellout-cardinal-masculine-and→]
300 триста[ →%%spellout-cardinal-masculine-and→]
400 ←←стотин[ →%%spellout-cardinal-masculine-and→]
1000 хиляда[ →%%spellout-cardinal-masculine-and→]
2000 ←%spellout-cardinal-feminine← хиляди[ →%%spellout-cardinal-masculine-and→]
1000000 ←%spellout-cardinal-masculine← $(cardinal,one{милион}other{милиона})$[ →%%spellout-cardinal-masculine-and→]
1000000000 ←%spellout-cardinal-masculine← $(cardinal,one{милиард}other{милиарда})$[ →%%spellout-cardinal-masculine-and→]
1000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{трилион}other{трилиона})$[ →%%spellout-cardinal-masculine-and→]
1000000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{квадрилион}other{квадрилиона})$[ →%%spellout-cardinal-masculine-and→]
1000000000000000000 =#,##0=
%%spellout-cardinal-masculine-and
0 и =%spellout-cardinal-masculine=
20 и ←%spellout-cardinal-masculine←йсет
21 ←%spellout-cardinal-masculine←йсет →→
40 и четиресет
41 четиресет →→
50 и ←%spellout-cardinal-masculine←десет
51 ←%spellout-cardinal-masculine←десет →→
60 и шейсет
61 шейсет →→
70 и ←%spellout-cardinal-masculine←десет
71 ←%spellout-cardinal-masculine←десет →→
100 =%spellout-cardinal-masculine=
%spellout-cardinal-feminine
-x минус →→
x.x ←← цяло и →→
0 нула
1 една
2 две
3 =%spellout-cardinal-masculine=
20 ←%spellout-cardinal-masculine←йсет[ и →→]
40 четиресет[ и →→]
50 ←%spellout-cardinal-masculine←десет[ и →→]
60 шейсет[ и →→]
70 ←%spellout-cardinal-masculine←десет[ и →→]
100 сто[ →%%spellout-cardinal-feminine-and→]
200 двеста[ →%%spellout-cardinal-feminine-and→]
300 триста[ →%%spellout-cardinal-feminine-and→]
400 ←←стотин[ →%%spellout-cardinal-feminine-and→]
1000 хиляда[ →%%spellout-cardinal-feminine-and→]
2000 ←%spellout-cardinal-feminine← хиляди[ →%%spellout-cardinal-feminine-and→]
1000000 ←%spellout-cardinal-masculine← $(cardinal,one{милион}other{милиона})$[ →%%spellout-cardinal-feminine-and→]
1000000000 ←%spellout-cardinal-masculine← $(cardinal,one{милиард}other{милиарда})$[ →%%spellout-cardinal-feminine-and→]
1000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{трилион}other{трилиона})$[ →%%spellout-cardinal-feminine-and→]
1000000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{квадрилион}other{квадрилиона})$[ →%%spellout-cardinal-feminine-and→]
1000000000000000000 =#,##0=
%%spellout-cardinal-feminine-and
0 и =%spellout-cardinal-feminine=
20 и ←%spellout-cardinal-masculine←йсет
21 ←%spellout-cardinal-masculine←йсет →→
40 и четиресет
41 четиресет →→
50 и ←%spellout-cardinal-masculine←десет
51 ←%spellout-cardinal-masculine←десет →→
60 и шейсет
61 шейсет →→
70 и ←%spellout-cardinal-masculine←десет
71 ←%spellout-cardinal-masculine←десет →→
100 =%spellout-cardinal-feminine=
%spellout-cardinal-neuter
-x минус →→
x.x ←← цяло и →→
0 нула
1 едно
2 две
3 =%spellout-cardinal-masculine=
20 ←%spellout-cardinal-masculine←йсет[ и →→]
40 четиресет[ и →→]
50 ←%spellout-cardinal-masculine←десет[ и →→]
60 шейсет[ и →→]
70 ←%spellout-cardinal-masculine←десет[ и →→]
100 сто[ →%%spellout-cardinal-neuter-and→]
200 двеста[ →%%spellout-cardinal-neuter-and→]
300 триста[ →%%spellout-cardinal-neuter-and→]
400 ←←стотин[ →%%spellout-cardinal-neuter-and→]
1000 хиляда[ →%%spellout-cardinal-neuter-and→]
2000 ←%spellout-cardinal-feminine← хиляди[ →%%spellout-cardinal-neuter-and→]
1000000 ←%spellout-cardinal-masculine← $(cardinal,one{милион}other{милиона})$[ →%%spellout-cardinal-neuter-and→]
1000000000 ←%spellout-cardinal-masculine← $(cardinal,one{милиард}other{милиарда})$[ →%%spellout-cardinal-neuter-and→]
1000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{трилион}other{трилиона})$[ →%%spellout-cardinal-neuter-and→]
1000000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{квадрилион}other{квадрилиона})$[ →%%spellout-cardinal-neuter-and→]
1000000000000000000 =#,##0=
%%spellout-cardinal-neuter-and
0 и =%spellout-cardinal-neuter=
20 и ←%spellout-cardinal-masculine←йсет
21 ←%spellout-cardinal-masculine←йсет →→
40 и четиресет
41 четиресет →→
50 и ←%spellout-cardinal-masculine←десет
51 ←%spellout-cardinal-masculine←десет →→
60 и шейсет
61 шейсет →→
70 и ←%spellout-cardinal-masculine←десет
71 ←%spellout-cardinal-masculine←десет →→
100 =%spellout-cardinal-neuter=`;
