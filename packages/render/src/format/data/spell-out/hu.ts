// Numbers in words: hu. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal=
%spellout-cardinal
-x mínusz →→
x.x ←← egész →→
0 nulla
1 egy
2 kettő
3 három
4 négy
5 öt
6 hat
7 hét
8 nyolc
9 kilenc
10 tíz
11 tizen\u00AD→→
20 húsz
21 huszon\u00AD→→
30 harminc[\u00AD→→]
40 negyven[\u00AD→→]
50 ötven[\u00AD→→]
60 hatvan[\u00AD→→]
70 hetven[\u00AD→→]
80 nyolcvan[\u00AD→→]
90 kilencven[\u00AD→→]
100 száz[\u00AD→→]
200 ←%%spellout-cardinal-initial←\u00ADszáz[\u00AD→→]
1000 ezer[\u00AD→→]
2000 ←%%spellout-cardinal-initial←\u00ADezer[\u00AD→→]
1000000 ←%%spellout-cardinal-initial←\u00ADmillió[\u00AD→→]
1000000000 ←%%spellout-cardinal-initial←\u00ADmilliárd[\u00AD→→]
1000000000000 ←%%spellout-cardinal-initial←\u00ADbillió[\u00AD→→]
1000000000000000 ←%%spellout-cardinal-initial←\u00ADbilliárd[\u00AD→→]
1000000000000000000 =#,##0=
%%spellout-cardinal-initial
1 egy
2 két
3 =%spellout-cardinal=`;
