// Numbers in words: be. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal-masculine=
%spellout-cardinal-masculine
-x мінус →→
x.x ←← коска →→
0 нуль
1 адзiн
2 два
3 тры
4 чатыры
5 пяць
6 шэсць
7 сем
8 восем
9 дзевяць
10 дзесяць
11 адзінаццаць
12 дванаццаць
13 трынаццаць
14 чатырнаццаць
15 пятнаццаць
16 шаснаццаць
17 сямнаццаць
18 васямнаццаць
19 дзевятнаццаць
20 дваццаць[ →→]
30 трыццаць[ →→]
40 сорак[ →→]
50 пяцьдзесят[ →→]
60 шэсцьдзесят[ →→]
70 семдзесят[ →→]
80 восемдзесят[ →→]
90 дзевяноста[ →→]
100 сто[ →→]
200 дзвесце[ →→]
300 трыста[ →→]
400 чатырыста[ →→]
500 пяцьсот[ →→]
600 шэсцьсот[ →→]
700 семсот[ →→]
800 восемсот[ →→]
900 дзевяцьсот[ →→]
1000 ←%spellout-cardinal-feminine← $(cardinal,one{тысяча}few{тысячы}other{тысяч})$[ →→]
1000000 ←%spellout-cardinal-masculine← $(cardinal,one{мільён}few{мільёны}other{мільёнаў})$[ →→]
1000000000 ←%spellout-cardinal-masculine← $(cardinal,one{мільярд}few{мільярды}other{мільярдаў})$[ →→]
1000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{трыльён}few{трыльёны}other{трылёнаў})$[ →→]
1000000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{квадрыльён}few{квадрыльёны}other{квадрыльёнаў})$[ →→]
1000000000000000000 =#,##0=
%spellout-cardinal-feminine
-x мінус →→
x.x ←← коска →→
0 нуль
1 адна
2 дзве
3 =%spellout-cardinal-masculine=
20 дваццаць[ →→]
30 трыццаць[ →→]
40 сорак[ →→]
50 пяцьдзясят[ →→]
60 шэсцьдзесят[ →→]
70 семдзесят[ →→]
80 восемдзесят[ →→]
90 дзевяноста[ →→]
100 сто[ →→]
200 дзвесце[ →→]
300 трыста[ →→]
400 чатырыста[ →→]
500 пяцьсот[ →→]
600 шэсцьсот[ →→]
700 семсот[ →→]
800 васямсот[ →→]
900 дзевяцьсот[ →→]
1000 ←%spellout-cardinal-feminine← $(cardinal,one{тысяча}few{тысячы}other{тысяч})$[ →→]
1000000 ←%spellout-cardinal-masculine← $(cardinal,one{мільён}few{мільёны}other{мільёнаў})$[ →→]
1000000000 ←%spellout-cardinal-masculine← $(cardinal,one{мільярд}few{мільярды}other{мільярдаў})$[ →→]
1000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{трыльён}few{трыльёны}other{трылёнаў})$[ →→]
1000000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{квадрыльён}few{квадрыльёны}other{квадрыльёнаў})$[ →→]
1000000000000000000 =#,##0=`;
