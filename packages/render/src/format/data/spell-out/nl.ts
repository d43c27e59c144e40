// Numbers in words: nl. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal=
%%number-en
1 een\u00ADen\u00AD
2 twee\u00ADën\u00AD
3 drie\u00ADën\u00AD
4 =%spellout-cardinal=\u00ADen\u00AD
%spellout-cardinal
-x min →→
x.x ←← komma →→
0 nul
1 een
2 twee
3 drie
4 vier
5 vijf
6 zes
7 zeven
8 acht
9 negen
10 tien
11 elf
12 twaalf
13 dertien
14 veertien
15 vijftien
16 zestien
17 zeventien
18 achttien
19 negentien
20 [→%%number-en→]twintig
30 [→%%number-en→]dertig
40 [→%%number-en→]veertig
50 [→%%number-en→]vijftig
60 [→%%number-en→]zestig
70 [→%%number-en→]zeventig
80 [→%%number-en→]tachtig
90 [→%%number-en→]negentig
100 honderd[→→]
200 ←←\u00ADhonderd[\u00AD→→]
1000 duizend[\u00AD→→]
2000 ←←\u00ADduizend[\u00AD→→]
100000/1000 ←←\u00ADduizend[\u00AD→→]
1000000 ←← miljoen[ →→]
1000000000 ←← miljard[ →→]
1000000000000 ←← biljoen[ →→]
1000000000000000 ←← biljard[ →→]
1000000000000000000 =#,##0=`;
