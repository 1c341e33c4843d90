/* links: base json data transform */
/* Trends: regressions, loess and densities, as Vega computes them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "transform_case.h"

static const transform_case cases[] = {
    {"line", "[{'x':1,'y':2},{'x':2,'y':3},{'x':4,'y':7},{'x':6,'y':8},{'x':null,'y':100}]",
     "[{'regression':'y','on':'x'}]", "{x:1,y:2.10169492} {x:6,y:8.54237288}"},
    {"line in an extent, under other names", "[{'x':1,'y':2},{'x':2,'y':3},{'x':4,'y':7},{'x':6,'y':8}]",
     "[{'regression':'y','on':'x','extent':[0,10],'as':['u','v']}]", "{u:0,v:0.813559322} {u:10,v:13.6949153}"},
    {"lines of groups",
     "[{'g':'a','x':1,'y':2},{'g':'b','x':2,'y':3},{'g':'a','x':4,'y':7},{'g':'b','x':6,'y':8},{'g':'c','x':1,'y':1}]",
     "[{'regression':'y','on':'x','groupby':['g']}]",
     "{g:'a',x:1,y:2} {g:'a',x:4,y:7} {g:'b',x:2,y:3} {g:'b',x:6,y:8}"},
    {"line's parameters", "[{'x':1,'y':2},{'x':2,'y':3},{'x':4,'y':7},{'x':6,'y':8}]",
     "[{'regression':'y','on':'x','params':true}]", "{coef:[0.813559322,1.28813559],rSquared:0.941329857}"},
    {"lines' parameters of groups",
     "[{'g':'a','x':1,'y':2},{'g':'b','x':2,'y':3},{'g':'a','x':4,'y':7},{'g':'b','x':6,'y':8}]",
     "[{'regression':'y','on':'x','params':true,'groupby':['g']}]",
     "{coef:[0.333333333,1.66666667],keys:['a'],rSquared:1} {coef:[0.5,1.25],keys:['b'],rSquared:1}"},
    {"logarithm's parameters", "[{'x':1,'y':2},{'x':2,'y':3},{'x':4,'y':7},{'x':6,'y':8}]",
     "[{'regression':'y','on':'x','method':'log','params':true}]", "{coef:[1.49333391,3.62333662],rSquared:0.9422867}"},
    {"exponential's parameters", "[{'x':1,'y':2},{'x':2,'y':3},{'x':4,'y':7},{'x':6,'y':8}]",
     "[{'regression':'y','on':'x','method':'exp','params':true}]",
     "{coef:[1.97581715,0.253802303],rSquared:0.850246602}"},
    {"power's parameters", "[{'x':1,'y':2},{'x':2,'y':3},{'x':4,'y':7},{'x':6,'y':8}]",
     "[{'regression':'y','on':'x','method':'pow','params':true}]",
     "{coef:[1.9112254,0.833367402],rSquared:0.950064814}"},
    {"parabola's parameters", "[{'x':1,'y':2},{'x':2,'y':3},{'x':4,'y':7},{'x':6,'y':8}]",
     "[{'regression':'y','on':'x','method':'quad','params':true}]",
     "{coef:[-0.668341709,2.49874372,-0.172110553],rSquared:0.972071898}"},
    {"cubic's parameters", "[{'x':1,'y':2},{'x':2,'y':3},{'x':4,'y':7},{'x':6,'y':8},{'x':7,'y':3}]",
     "[{'regression':'y','on':'x','method':'poly','params':true}]",
     "{coef:[4.37959184,-4.12006803,2.07959184,-0.216666667],rSquared:0.990564719}"},
    {"polynomials of low order", "[{'x':1,'y':2},{'x':2,'y':3},{'x':4,'y':7},{'x':6,'y':8},{'x':7,'y':3}]",
     "[{'regression':'y','on':'x','method':'poly','order':2,'params':true}]",
     "{coef:[-3.02040816,4.66326531,-0.520408163],rSquared:0.767961979}"},
    {"polynomial of order 1", "[{'x':1,'y':2},{'x':2,'y':3},{'x':4,'y':7},{'x':6,'y':8},{'x':7,'y':3}]",
     "[{'regression':'y','on':'x','method':'poly','order':1,'params':true}]", "{coef:[2.6,0.5],rSquared:0.22260274}"},
    {"polynomial of order 0", "[{'x':1,'y':2},{'x':2,'y':3},{'x':4,'y':7}]",
     "[{'regression':'y','on':'x','method':'poly','order':0,'params':true}]", "{coef:[4],rSquared:0}"},
    {"too few points", "[{'x':1,'y':2},{'x':2,'y':3},{'x':4,'y':7}]",
     "[{'regression':'y','on':'x','method':'poly','params':true}]", ""},
    {"parabola's points", "[{'x':0,'y':1},{'x':1,'y':0},{'x':2,'y':1},{'x':3,'y':4}]",
     "[{'regression':'y','on':'x','method':'quad'},{'aggregate':[{'op':'count','as':'n'},{'op':'sum','field':'x'},{'op'"
     ":'sum','field':'y'},{'op':'min','field':'y'},{'op':'max','field':'y'}]}]",
     "{max_y:4,min_y:0.0001,n:89,sum_x:105.555,sum_y:45.120575}"},
    {"exponential's points", "[{'x':1,'y':1},{'x':2,'y':10},{'x':3,'y':100},{'x':5,'y':9000}]",
     "[{'regression':'y','on':'x','method':'exp'},{'aggregate':[{'op':'count','as':'n'},{'op':'sum','field':'x'},{'op':"
     "'sum','field':'y'}]}]",
     "{n:69,sum_x:249.68,sum_y:93557.8282}"},
    {"logarithm's points", "[{'x':1,'y':1},{'x':20,'y':10},{'x':3,'y':5},{'x':500,'y':20}]",
     "[{'regression':'y','on':'x','method':'log','extent':[0,9]},{'aggregate':[{'op':'count','as':'n'},{'op':'sum','"
     "field':'x'},{'op':'sum','field':'y'}]}]",
     "{n:56,sum_x:8631.315,sum_y:823.303963}"},
    {"loess",
     "[{'x':1,'y':2},{'x':2,'y':3},{'x':4,'y':7},{'x':6,'y':8},{'x':7,'y':3},{'x':8,'y':5},{'x':3,'y':9},{'x':4,'y':1}"
     "]",
     "[{'loess':'y','on':'x','bandwidth':0.6}]",
     "{x:1,y:1.42133421} {x:2,y:4.47835554} {x:3,y:9} {x:4,y:4} {x:6,y:8} {x:7,y:5.40523872} {x:8,y:4.06821396}"},
    {"loess with its own bandwidth, in groups",
     "[{'g':1,'x':1,'y':2},{'g':1,'x':2,'y':3},{'g':1,'x':4,'y':7},{'g':2,'x':6,'y':8},{'g':2,'x':7,'y':3},{'g':2,'x':"
     "8,'y':5}]",
     "[{'loess':'y','on':'x','groupby':['g'],'as':['u','v']}]",
     "{g:1,u:1,v:2} {g:1,u:2,v:3} {g:1,u:4,v:7} {g:2,u:6,v:8} {g:2,u:7,v:3} {g:2,u:8,v:5}"},
    {"loess through many points",
     "[{'x':1,'y':2.1},{'x':2,'y':2.9},{'x':3,'y':4.2},{'x':4,'y':3.8},{'x':5,'y':5.5},{'x':6,'y':20},{'x':7,'y':6.9},{"
     "'x':8,'y':8.2},{'x':9,'y':8.8},{'x':10,'y':10.3},{'x':11,'y':10.9},{'x':12,'y':12.2}]",
     "[{'loess':'y','on':'x','bandwidth':0.5}]",
     "{x:1,y:2.02223841} {x:2,y:3.06478187} {x:3,y:4.1399217} {x:4,y:5.5} {x:5,y:5.55} {x:6,y:5.6} {x:7,y:7.04367517} "
     "{x:8,y:8.02266596} {x:9,y:9.0572101} {x:10,y:10.0484628} {x:11,y:11.0933161} {x:12,y:12.1327401}"},
    {"density", "[{'a':1},{'a':2},{'a':2.5},{'a':4}]", "[{'density':'a','steps':4}]",
     "{density:0.20961785,value:1} {density:0.297998157,value:1.75} {density:0.285162103,value:2.5} "
     "{density:0.186482387,value:3.25} {density:0.162176048,value:4}"},
    {"density by a bandwidth, in an extent", "[{'a':1},{'a':2},{'a':2.5},{'a':4}]",
     "[{'density':'a','steps':5,'bandwidth':0.5,'extent':[0,5],'as':['x','y']}]",
     "{x:0,y:0.0270631417} {x:1,y:0.228682551} {x:2,y:0.347518901} {x:3,y:0.175043244} {x:4,y:0.201753983} "
     "{x:5,y:0.0269962297}"},
    {"cumulative density", "[{'a':1},{'a':2},{'a':2.5},{'a':4}]",
     "[{'density':'a','steps':4,'bandwidth':0.3,'cumulative':true}]",
     "{density:0.125107337,value:1} {density:0.300582095,value:1.75} {density:0.613052412,value:2.5} "
     "{density:0.749996136,value:3.25} {density:0.874999928,value:4}"},
    {"density in counts, of groups over one extent",
     "[{'g':'x','a':1},{'g':'x','a':2},{'g':'y','a':5},{'g':'y','a':7},{'g':'y','a':7}]",
     "[{'density':'a','steps':2,'groupby':['g'],'counts':true}]",
     "{density:1.17570605,g:'x',value:1} {density:5.46580368e-8,g:'x',value:4} {density:1.88202966e-46,g:'x',value:7} "
     "{density:1.51997391e-9,g:'y',value:1} {density:0.181826593,g:'y',value:4} {density:1.26090832,g:'y',value:7}"},
    {"density of groups over their own extents", "[{'g':'x','a':1},{'g':'x','a':2},{'g':'y','a':5},{'g':'y','a':7}]",
     "[{'density':'a','steps':2,'groupby':['g'],'resolve':'independent'}]",
     "{density:0.587853026,g:'x',value:1} {density:0.403693548,g:'x',value:1.5} {density:0.587853026,g:'x',value:2} "
     "{density:0.293926513,g:'y',value:5} {density:0.201846774,g:'y',value:6} {density:0.293926513,g:'y',value:7}"},
    {"density where it bends", "[{'a':1},{'a':2},{'a':2.5},{'a':9}]",
     "[{'density':'a','bandwidth':0.2,'resolve':'independent'},{'aggregate':[{'op':'count','as':'n'},{'op':'sum','"
     "field':'value'},{'op':'sum','field':'density'}]}]",
     "{n:69,sum_density:11.6242978,sum_value:309.16}"},
    {"density in default steps", "[{'a':1},{'a':2},{'a':2.5},{'a':9}]",
     "[{'density':'a'},{'aggregate':[{'op':'count','as':'n'},{'op':'sum','field':'value'},{'op':'sum','field':'density'"
     "}]}]",
     "{n:201,sum_density:16.4467722,sum_value:1005}"},
    {"density with null as zero", "[{'a':3},{'a':2},{'a':null},{'a':4}]", "[{'density':'a','steps':2}]",
     "{density:0.209026386,value:2} {density:0.249139884,value:3} {density:0.20838917,value:4}"},
    {"density of one value", "[{'a':3}]", "[{'density':'a','steps':1}]",
     "{density:0.125453547,value:3} {density:0.125453547,value:3}"},
};

static void test_cases(void **state)
{
    (void)state;
    check_cases(cases, sizeof cases / sizeof *cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
