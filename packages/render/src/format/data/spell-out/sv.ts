// Numbers in words: sv. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
-x minus →→
x.x ←← komma →→
0 noll
1 ett
2 två
3 tre
4 fyra
5 fem
6 sex
7 sju
8 åtta
9 nio
10 tio
11 elva
12 tolv
13 tretton
14 fjorton
15 femton
16 sexton
17 sjutton
18 arton
19 nitton
20 tjugo[\u00AD→→]
30 trettio[\u00AD→→]
40 fyrtio[\u00AD→→]
50 femtio[\u00AD→→]
60 sextio[\u00AD→→]
70 sjuttio[\u00AD→→]
80 åttio[\u00AD→→]
90 nittio[\u00AD→→]
100 ←%spellout-numbering←\u00ADhundra[\u00AD→→]
1000 ←%%spellout-numbering-t←\u00ADtusen[ →→]
1000000 en miljon[ →→]
2000000 ←%spellout-cardinal-reale← miljoner[ →→]
1000000000 en miljard[ →→]
2000000000 ←%spellout-cardinal-reale← miljarder[ →→]
1000000000000 en biljon[ →→]
2000000000000 ←%spellout-cardinal-reale← biljoner[ →→]
1000000000000000 en biljard[ →→]
2000000000000000 ←%spellout-cardinal-reale← biljarder[ →→]
1000000000000000000 =#,##0=
%%spellout-numbering-t
1 et
2 två
3 tre
4 fyra
5 fem
6 sex
7 sju
8 åtta
9 nio
10 tio
11 elva
12 tolv
13 tretton
14 fjorton
15 femton
16 sexton
17 sjutton
18 arton
19 nitton
20 tjugo[\u00AD→→]
30 trettio[\u00AD→→]
40 fyrtio[\u00AD→→]
50 femtio[\u00AD→→]
60 sextio[\u00AD→→]
70 sjuttio[\u00AD→→]
80 åttio[\u00AD→→]
90 nittio[\u00AD→→]
100 ←%spellout-numbering←\u00ADhundra[\u00AD→→]
1000 ERROR
%spellout-cardinal-neuter
0 =%spellout-numbering=
%spellout-cardinal-reale
-x minus →→
x.x ←← komma →→
0 noll
1 en
2 =%spellout-numbering=
20 tjugo[\u00AD→→]
30 trettio[\u00AD→→]
40 fyrtio[\u00AD→→]
50 femtio[\u00AD→→]
60 sextio[\u00AD→→]
70 sjuttio[\u00AD→→]
80 åttio[\u00AD→→]
90 nittio[\u00AD→→]
100 ←%spellout-cardinal-neuter←\u00ADhundra[\u00AD→→]
1000 ettusen[ →→]
2000 ←%spellout-cardinal-reale←\u00ADtusen[ →→]
1000000 en miljon[ →→]
2000000 ←%spellout-cardinal-reale← miljoner[ →→]
1000000000 en miljard[ →→]
2000000000 ←%spellout-cardinal-reale← miljarder[ →→]
1000000000000 en biljon[ →→]
2000000000000 ←%spellout-cardinal-reale← biljoner[ →→]
1000000000000000 en biljard[ →→]
2000000000000000 ←%spellout-cardinal-reale← biljarder[ →→]
1000000000000000000 =#,##0=`;
