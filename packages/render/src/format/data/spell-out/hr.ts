// Numbers in words: hr. © 2004-2026 Unicode, Inc. Unicode-3.0, see UNICODE-LICENSE.txt. From CLDR 48.2.0 by scripts/generate.
export const SPELL_OUT = `%spellout-numbering
0 =%spellout-cardinal-masculine=
%spellout-cardinal-masculine
-x minus →→
x.x ←← zarez →→
0 nula
1 jedan
2 dva
3 tri
4 četiri
5 pet
6 šest
7 sedam
8 osam
9 devet
10 deset
11 jedanaest
12 dvanaest
13 trinaest
14 četrnaest
15 petnaest
16 šesnaest
17 sedamnaest
18 osamnaest
19 devetnaest
20 dvadeset[ i →→]
30 trideset[ i →→]
40 četrdeset[ i →→]
50 pedeset[ i →→]
60 šezdeset[ i →→]
70 sedamdeset[ i →→]
80 osamdeset[ i →→]
90 devedeset[ i →→]
100 sto[ →→]
200 dvjesto[ →→]
300 tristo[ →→]
400 četiristo[ →→]
500 petsto[ →→]
600 šeststo[ →→]
700 sedamsto[ →→]
800 osamsto[ →→]
900 devetsto[ →→]
1000 tisuću[ →→]
2000 ←%spellout-cardinal-feminine← tisuće[ →→]
5000 ←%spellout-cardinal-feminine← tisuća[ →→]
1000000 ←%spellout-cardinal-masculine← milijun[ →→]
2000000 ←%spellout-cardinal-masculine← milijuna[ →→]
5000000 ←%spellout-cardinal-masculine← milijuna[ →→]
1000000000 ←%spellout-cardinal-feminine← milijarda[ →→]
2000000000 ←%spellout-cardinal-feminine← milijarde[ →→]
5000000000 ←%spellout-cardinal-feminine← milijardi[ →→]
1000000000000 ←%spellout-cardinal-masculine← bilijun[ →→]
2000000000000 ←%spellout-cardinal-masculine← bilijuna[ →→]
5000000000000 ←%spellout-cardinal-masculine← bilijuna[ →→]
1000000000000000 ←%spellout-cardinal-feminine← bilijarda[ →→]
2000000000000000 ←%spellout-cardinal-feminine← bilijarde[ →→]
5000000000000000 ←%spellout-cardinal-feminine← bilijardi[ →→]
1000000000000000000 =#,##0=
%spellout-cardinal-feminine
-x minus →→
x.x ←← zarez →→
0 nula
1 jedna
2 dvije
3 =%spellout-cardinal-masculine=
20 dvadeset[ i →→]
30 trideset[ i →→]
40 četrdeset[ i →→]
50 pedeset[ i →→]
60 šezdeset[ i →→]
70 sedamdeset[ i →→]
80 osamdeset[ i →→]
90 devedeset[ i →→]
100 sto[ →→]
200 dvjesto[ →→]
300 tristo[ →→]
400 četiristo[ →→]
500 petsto[ →→]
600 šeststo[ →→]
700 sedamsto[ →→]
800 osamsto[ →→]
900 devetsto[ →→]
1000 tisuću[ →→]
2000 ←%spellout-cardinal-feminine← tisuće[ →→]
5000 ←%spellout-cardinal-feminine← tisuća[ →→]
1000000 ←%spellout-cardinal-masculine← milijun[ →→]
2000000 ←%spellout-cardinal-masculine← milijuna[ →→]
5000000 ←%spellout-cardinal-masculine← milijuna[ →→]
1000000000 ←%spellout-cardinal-feminine← milijarda[ →→]
2000000000 ←%spellout-cardinal-feminine← milijarde[ →→]
5000000000 ←%spellout-cardinal-feminine← milijardi[ →→]
1000000000000 ←%spellout-cardinal-masculine← bilijun[ →→]
2000000000000 ←%spellout-cardinal-masculine← bilijuna[ →→]
5000000000000 ←%spellout-cardinal-masculine← bilijuna[ →→]
1000000000000000 ←%spellout-cardinal-feminine← bilijarda[ →→]
2000000000000000 ←%spellout-cardinal-feminine← bilijarde[ →→]
5000000000000000 ←%spellout-cardinal-feminine← bilijardi[ →→]
1000000000000000000 =#,##0=`;
