// Numbers in words: sr. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal-masculine=
%spellout-cardinal-masculine
-x минус →→
x.x ←← кома →→
0 нула
1 један
2 два
3 три
4 четири
5 пет
6 шест
7 седам
8 осам
9 девет
10 десет
11 једанаест
12 дванаест
13 тринаест
14 четрнаест
15 петнаест
16 шеснаест
17 седамнаест
18 осамнаест
19 деветнаест
20 двадесет[ и →→]
30 тридесет[ и →→]
40 четрдесет[ и →→]
50 педесет[ и →→]
60 шездесет[ и →→]
70 седамдесет[ и →→]
80 осамдесет[ и →→]
90 деведесет[ и →→]
100 сто[ →→]
200 двеста[ →→]
300 триста[ →→]
400 ←%spellout-cardinal-feminine←сто[ →→]
1000 ←%spellout-cardinal-feminine← хиљаду[ →→]
2000 ←%spellout-cardinal-feminine← хиљада[ →→]
1000000 ←%spellout-cardinal-masculine← милион[ →→]
1000000000 ←%spellout-cardinal-masculine← милијарда[ →→]
1000000000000 ←%spellout-cardinal-masculine← билион[ →→]
1000000000000000 ←%spellout-cardinal-masculine← билијарда[ →→]
1000000000000000000 =#,##0=
%spellout-cardinal-feminine
-x минус →→
x.x ←← кома →→
0 нула
1 једна
2 две
3 =%spellout-cardinal-masculine=
20 двадесет[ и →→]
30 тридесет[ и →→]
40 четрдесет[ и →→]
50 педесет[ и →→]
60 шездесет[ и →→]
70 седамдесет[ и →→]
80 осамдесет[ и →→]
90 деведесет[ и →→]
100 сто[ →→]
200 двеста[ →→]
300 триста[ →→]
400 ←%spellout-cardinal-feminine←сто[ →→]
1000 ←%spellout-cardinal-feminine← хиљаду[ →→]
2000 ←%spellout-cardinal-feminine← хиљада[ →→]
1000000 ←%spellout-cardinal-masculine← милион[ →→]
1000000000 ←%spellout-cardinal-masculine← милијарда[ →→]
1000000000000 ←%spellout-cardinal-masculine← билион[ →→]
1000000000000000 ←%spellout-cardinal-masculine← билијарда[ →→]
1000000000000000000 =#,##0=`;
