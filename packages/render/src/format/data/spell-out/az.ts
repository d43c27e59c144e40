// Numbers in words: az. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal=
%spellout-cardinal
-x əksi →→
x.x ←← tam →→
0 sıfır
1 bir
2 iki
3 üç
4 dörd
5 beş
6 altı
7 yeddi
8 səkkiz
9 doqquz
10 on[ →→]
20 iyirmi[ →→]
30 otuz[ →→]
40 qırx[ →→]
50 əlli[ →→]
60 atmış[ →→]
70 yetmiş[ →→]
80 səqsən[ →→]
90 doxsan[ →→]
100 ←← yüz[ →→]
1000 ←← min[ →→]
1000000 ←← milyon[ →→]
1000000000 ←← milyard[ →→]
1000000000000 ←← trilyon[ →→]
1000000000000000 ←← katrilyon[ →→]
1000000000000000000 =#,##0=`;
