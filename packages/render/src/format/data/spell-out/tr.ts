// Numbers in words: tr. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal=
%spellout-cardinal
-x eksi →→
x.x ←← virgül →→
0 sıfır
1 bir
2 iki
3 üç
4 dört
5 beş
6 altı
7 yedi
8 sekiz
9 dokuz
10 on[ →→]
20 yirmi[ →→]
30 otuz[ →→]
40 kırk[ →→]
50 elli[ →→]
60 altmış[ →→]
70 yetmiş[ →→]
80 seksen[ →→]
90 doksan[ →→]
100 yüz[ →→]
200 ←← yüz[ →→]
1000 bin[ →→]
2000 ←← bin[ →→]
1000000 ←← milyon[ →→]
1000000000 ←← milyar[ →→]
1000000000000 ←← trilyon[ →→]
1000000000000000 ←← katrilyon[ →→]
1000000000000000000 =#,##0=`;
