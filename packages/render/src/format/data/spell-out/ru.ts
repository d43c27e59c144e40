// Numbers in words: ru. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal-masculine=
%spellout-cardinal-masculine
-x минус →→
x.x =%spellout-cardinal-feminine=
0 ноль
1 один
2 два
3 три
4 четыре
5 пять
6 шесть
7 семь
8 восемь
9 девять
10 десять
11 одиннадцать
12 двенадцать
13 тринадцать
14 четырнадцать
15 пятнадцать
16 шестнадцать
17 семнадцать
18 восемнадцать
19 девятнадцать
20 двадцать[ →→]
30 тридцать[ →→]
40 сорок[ →→]
50 пятьдесят[ →→]
60 шестьдесят[ →→]
70 семьдесят[ →→]
80 восемьдесят[ →→]
90 девяносто[ →→]
100 сто[ →→]
200 ←%spellout-cardinal-feminine←сти[ →→]
300 ←%spellout-cardinal-feminine←ста[ →→]
500 ←%spellout-cardinal-feminine←сот[ →→]
1000 ←%spellout-cardinal-feminine← $(cardinal,one{тысяча}few{тысячи}other{тысяч})$[ →→]
1000000 ←%spellout-cardinal-masculine← $(cardinal,one{миллион}few{миллиона}other{миллионов})$[ →→]
1000000000 ←%spellout-cardinal-masculine← $(cardinal,one{миллиард}few{миллиарда}other{миллиардов})$[ →→]
1000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{триллион}few{триллиона}other{триллионов})$[ →→]
1000000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{квадриллион}few{квадриллиона}other{квадриллионов})$[ →→]
1000000000000000000 =#,##0=
%spellout-cardinal-feminine
-x минус →→
x.x [←← $(cardinal,one{целая}other{целых})$ ]→%%fractions-feminine→
0 ноль
1 одна
2 две
3 =%spellout-cardinal-masculine=
20 двадцать[ →→]
30 тридцать[ →→]
40 сорок[ →→]
50 пятьдесят[ →→]
60 шестьдесят[ →→]
70 семьдесят[ →→]
80 восемьдесят[ →→]
90 девяносто[ →→]
100 сто[ →→]
200 ←%spellout-cardinal-feminine←сти[ →→]
300 ←%spellout-cardinal-feminine←ста[ →→]
500 ←%spellout-cardinal-feminine←сот[ →→]
1000 ←%spellout-cardinal-feminine← $(cardinal,one{тысяча}few{тысячи}other{тысяч})$[ →→]
1000000 ←%spellout-cardinal-masculine← $(cardinal,one{миллион}few{миллиона}other{миллионов})$[ →→]
1000000000 ←%spellout-cardinal-masculine← $(cardinal,one{миллиард}few{миллиарда}other{миллиардов})$[ →→]
1000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{триллион}few{триллиона}other{триллионов})$[ →→]
1000000000000000 ←%spellout-cardinal-masculine← $(cardinal,one{квадриллион}few{квадриллиона}other{квадриллионов})$[ →→]
1000000000000000000 =#,##0=
%%fractions-feminine
10 ←%spellout-cardinal-feminine← $(cardinal,one{десятая}other{десятых})$
100 ←%spellout-cardinal-feminine← $(cardinal,one{сотая}other{сотых})$
1000 ←%spellout-cardinal-feminine← $(cardinal,one{тысячная}other{тысячных})$
10000 ←%spellout-cardinal-feminine← $(cardinal,one{десятитысячная}other{десятитысячных})$
100000 ←%spellout-cardinal-feminine← $(cardinal,one{стотысячная}other{стотысячных})$
1000000 ←%spellout-cardinal-feminine← $(cardinal,one{миллионная}other{миллионных})$
10000000 ←%spellout-cardinal-feminine← $(cardinal,one{десятимиллионная}other{десятимиллионных})$
100000000 ←%spellout-cardinal-feminine← $(cardinal,one{стомиллионная}other{стомиллионных})$
1000000000 ←%spellout-cardinal-feminine← $(cardinal,one{миллиардная}other{миллиардных})$
10000000000 ←%spellout-cardinal-feminine← $(cardinal,one{десятимиллиардная}other{десятимиллиардных})$
100000000000 ←%spellout-cardinal-feminine← $(cardinal,one{стомиллиардная}other{стомиллиардных})$
1000000000000 ←0←`;
