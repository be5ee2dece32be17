# gnuplot -e "results='results.csv'" plot.gnuplot > by_cause.svg, from Google Benchmark's CSV
set terminal svg size 700,400 font "sans-serif,13" background "white" noenhanced
set datafile separator ","
set title "by_cause"
set style data histogram
set style histogram cluster gap 1
set style fill solid border -1
set boxwidth 0.9
set ylabel "ns a lookup"
set yrange [0:*]
set grid ytics
set key top right
medians(workload) = "< sed -n 's|^\"by_cause/" . workload . "/\\(.*\\)_median\"|\\1|p' " . results . " | sort -r"
plot medians("many hits") using 4:xtic(1) title "hits" lc rgb "#2b6cb0", \
     medians("near misses") using 4 title "near misses" lc rgb "#ed8936"
