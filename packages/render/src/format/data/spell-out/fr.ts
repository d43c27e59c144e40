// Numbers in words: fr. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal-masculine=
%%et-un
1 et-un
2 =%spellout-cardinal-masculine=
11 et-onze
12 =%spellout-cardinal-masculine=
%%cents-m
0 s
1 ' =%spellout-cardinal-masculine=
%%subcents-m
0 s
1 -=%spellout-cardinal-masculine=
%%spellout-leading
0 =%spellout-cardinal-masculine=
80/20 quatre-vingt[-→→]
100 cent[ →→]
200 ←← cent[ →→]
1000 =%spellout-cardinal-masculine=
%spellout-cardinal-masculine
-x moins →→
x.x ←← virgule →→
0 zéro
1 un
2 deux
3 trois
4 quatre
5 cinq
6 six
7 sept
8 huit
9 neuf
10 dix
11 onze
12 douze
13 treize
14 quatorze
15 quinze
16 seize
17 dix-→→
20 vingt[-→%%et-un→]
30 trente[-→%%et-un→]
40 quarante[-→%%et-un→]
50 cinquante[-→%%et-un→]
60/20 soixante[-→%%et-un→]
80/20 quatre-vingt→%%subcents-m→
100 cent[ →→]
200 ←← cent→%%cents-m→
1000 mille[ →→]
2000 ←%%spellout-leading← mille[ →→]
1000000 un million[ →→]
2000000 ←%%spellout-leading← millions[ →→]
1000000000 un milliard[ →→]
2000000000 ←%%spellout-leading← milliards[ →→]
1000000000000 un billion[ →→]
2000000000000 ←%%spellout-leading← billions[ →→]
1000000000000000 un billiard[ →→]
2000000000000000 ←%%spellout-leading← billiards[ →→]
1000000000000000000 =#,##0=`;
