# gnuplot -e "title='...'; data='...'; output='...'" plot.gnuplot
# data: a line "peer<TAB>nanoseconds on hits<TAB>nanoseconds on near misses" for each bar.
set terminal svg size 900,420 font "sans-serif,13" background "white" noenhanced
set output output
set datafile separator "\t"
set title title
set style data histogram
set style histogram cluster gap 1
set style fill solid border -1
set boxwidth 0.9
set ylabel "ns a lookup"
set yrange [0:*]
set grid ytics
set xtics rotate by -30 nomirror
set key top left
plot data using 2:xtic(1) title "hits" lc rgb "#2b6cb0", \
     data using 3 title "near misses" lc rgb "#ed8936"
