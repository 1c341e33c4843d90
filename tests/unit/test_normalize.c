/* links: base json theme data transform text scale geo image scene chart */
/* Normalising: what specs become, as Vega-Lite's own normaliser writes it; faults, limits and places. Quotes in the
 * tables are ' for " and ` for '. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "diags_state.h"

#include "base/buffer.h"
#include "chart/normalize.h"
#include "chart/spec.h"
#include "json/make.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char defaults[] =
#include "chart/config_defaults.json.inc"
    ;

static const hui_json *read_quoted(fixture *f, const char *quoted)
{
    char *text = hui_arena_string(f->arena, quoted);
    for (char *c = text; *c; c++)
        *c = *c == '\'' ? '"' : *c == '`' ? '\'' : *c;
    const hui_json *value = hui_json_read(f->arena, "t.json", text, strlen(text), NULL, hui_diags_new(f->arena));
    if (!value)
        fail_msg("no JSON: %s", text);
    return value;
}

static const hui_json *normalize(fixture *f, const hui_json *spec)
{
    const hui_json *config =
        hui_json_merge(f->arena, hui_json_constant(f->arena, defaults), hui_json_find(spec, "config"));
    return hui_spec_normalize(f->arena, spec, config, f->diags);
}

static const struct {
    const char *what, *spec, *normalized;
} cases[] = {
    {"a plain unit stays as it is",
     "{'mark':'bar','encoding':{'x':{'field':'a','bin':true},'y':{'aggregate':'count'}}}",
     "{'mark':'bar','encoding':{'x':{'field':'a','bin':true},'y':{'aggregate':'count'}}}"},
    {"rows and columns",
     "{'mark':'bar','width':90,'title':'t','encoding':{'x':{'field':'a'},'row':{'field':'r','spacing':3,"
     "'header':{'title':null}},'column':{'field':'c','align':'each','center':true,'sort':'descending'},"
     "'facet':{'field':'z'}}}",
     "{'title':'t','spacing':{'row':3},'align':{'column':'each'},'center':{'column':true},"
     "'facet':{'row':{'field':'r','header':{'title':null}},'column':{'field':'c','sort':'descending'}},"
     "'spec':{'width':90,'mark':'bar','encoding':{'x':{'field':'a'}}}}"},
    {"a wrapped facet",
     "{'mark':'bar','view':{'stroke':null},'resolve':{'scale':{'x':'independent'}},'encoding':{'x':{'field':'a'},"
     "'facet':{'field':'f','columns':2,'spacing':{'row':4},'bin':true}}}",
     "{'resolve':{'scale':{'x':'independent'}},'spacing':{'row':4},'columns':2,'facet':{'field':'f','bin':true},"
     "'spec':{'view':{'stroke':null},'mark':'bar','encoding':{'x':{'field':'a'}}}}"},
    {"columns are for one sequence",
     "{'facet':{'row':{'field':'a'}},'columns':3,'spec':{'mark':'point','encoding':{'x':{'field':'b'}}}}",
     "{'facet':{'row':{'field':'a'}},'spec':{'mark':'point','encoding':{'x':{'field':'b'}}}}"},
    {"layers inherit",
     "{'name':'all','layer':[{'mark':'bar','encoding':{'x':null,'color':{'condition':{'field':'c','test':'1'},"
     "'value':'q'}}},{'mark':'rule','encoding':{'y':{'title':'own'},'size':{'value':2}}},{'mark':'tick',"
     "'projection':{'type':'albers'},'encoding':{'y':{'field':'z'}}}],'projection':{'type':'mercator'},"
     "'encoding':{'x':{'field':'a','axis':{'grid':false}},'y':{'field':'b','type':'quantitative'},"
     "'color':{'legend':null},'size':{'value':9}}}",
     "{'name':'all','layer':[{'mark':'bar','encoding':{'x':null,'y':{'field':'b','type':'quantitative'},"
     "'color':{'condition':{'legend':null,'field':'c','test':'1'},'value':'q'},'size':{'value':9}},"
     "'projection':{'type':'mercator'}},{'mark':'rule','encoding':{'x':{'field':'a','axis':{'grid':false}},"
     "'y':{'title':'own'},'size':{'value':2}},'projection':{'type':'mercator'}},{'mark':'tick',"
     "'projection':{'type':'albers'},'encoding':{'x':{'field':'a','axis':{'grid':false}},'y':{'field':'z',"
     "'type':'quantitative'},'size':{'value':9}}}]}"},
    {"a repeat by field",
     "{'repeat':['a b','9c','é'],'columns':2,'data':{'url':'d'},'spec':{'name':'v','mark':'bar',"
     "'encoding':{'x':{'field':{'repeat':'repeat'},'sort':{'field':{'repeat':'repeat'},'op':'mean'}},"
     "'tooltip':[{'field':{'repeat':'repeat'}},{'field':'z'}]}}}",
     "{'data':{'url':'d'},'align':'all','columns':2,'concat':[{'name':'v_child__a_b','mark':'bar',"
     "'encoding':{'x':{'field':'a b','sort':{'field':'a b','op':'mean'}},'tooltip':[{'field':'a b'},"
     "{'field':'z'}]}},{'name':'v_child___9c','mark':'bar','encoding':{'x':{'field':'9c','sort':{'field':'9c',"
     "'op':'mean'}},'tooltip':[{'field':'9c'},{'field':'z'}]}},{'name':'v_child___','mark':'bar',"
     "'encoding':{'x':{'field':'é','sort':{'field':'é','op':'mean'}},'tooltip':[{'field':'é'},{'field':'z'}]}}]}"},
    {"a repeat by row and column",
     "{'repeat':{'row':['a'],'column':['b','c']},'columns':9,'spacing':4,'spec':{'data':{'url':'d'},"
     "'mark':'point','encoding':{'x':{'field':{'repeat':'column'},'type':'quantitative'},"
     "'color':{'condition':{'test':'q','field':{'repeat':'row'}},'value':'x'}}}}",
     "{'data':{'url':'d'},'align':'all','columns':2,'spacing':4,'concat':[{'mark':'point',"
     "'encoding':{'x':{'field':'b','type':'quantitative'},'color':{'condition':{'field':'a','test':'q'},"
     "'value':'x'}},'name':'child__row_acolumn_b'},{'mark':'point','encoding':{'x':{'field':'c',"
     "'type':'quantitative'},'color':{'condition':{'field':'a','test':'q'},'value':'x'}},"
     "'name':'child__row_acolumn_c'}]}"},
    {"a repeat by layer",
     "{'repeat':{'layer':['a','b']},'spec':{'mark':'line','encoding':{'y':{'aggregate':'mean',"
     "'field':{'repeat':'layer'}},'color':{'datum':{'repeat':'layer'}}}}}",
     "{'layer':[{'mark':'line','encoding':{'y':{'aggregate':'mean','field':'a'},'color':{'datum':'a',"
     "'type':'nominal'}},'name':'child__layer_a'},{'mark':'line','encoding':{'y':{'aggregate':'mean','field':'b'},"
     "'color':{'datum':'b','type':'nominal'}},'name':'child__layer_b'}]}"},
    {"layers in rows",
     "{'repeat':{'layer':['a','b'],'row':['r']},'spec':{'mark':'point',"
     "'encoding':{'y':{'field':{'repeat':'layer'}},'x':{'field':{'repeat':'row'}}}}}",
     "{'align':'all','columns':1,'concat':[{'layer':[{'mark':'point','encoding':{'y':{'field':'a'},"
     "'x':{'field':'r'}},'name':'child__row_rchild__layer_a'},{'mark':'point','encoding':{'y':{'field':'b'},"
     "'x':{'field':'r'}},'name':'child__row_rchild__layer_b'}],'name':'child__row_r'}]}"},
    {"a line with points",
     "{'mark':{'type':'line','point':{'size':9},'clip':true,'strokeWidth':3},'name':'v',"
     "'encoding':{'x':{'field':'a','type':'temporal'},'y':{'field':'b','type':'quantitative'}}}",
     "{'layer':[{'name':'v','mark':{'type':'line','clip':true,'strokeWidth':3},'encoding':{'x':{'field':'a',"
     "'type':'temporal'},'y':{'field':'b','type':'quantitative'}}},{'mark':{'type':'point','opacity':1,"
     "'filled':true,'clip':true,'size':9},'encoding':{'x':{'field':'a','type':'temporal'},'y':{'field':'b',"
     "'type':'quantitative'}}}]}"},
    {"shapes ask for points",
     "{'mark':{'type':'line','strokeWidth':3},'encoding':{'x':{'field':'a','type':'ordinal'},"
     "'shape':{'field':'s'}}}",
     "{'layer':[{'mark':{'type':'line','strokeWidth':3},'encoding':{'x':{'field':'a','type':'ordinal'}}},"
     "{'mark':{'type':'point','opacity':1,'filled':true},'encoding':{'x':{'field':'a','type':'ordinal'},"
     "'shape':{'field':'s','type':'nominal'}}}]}"},
    {"an area with a line and points, stacked",
     "{'mark':{'type':'area','line':true,'point':'transparent','interpolate':'monotone'},"
     "'encoding':{'x':{'field':'a','type':'temporal'},'y':{'aggregate':'sum','field':'b'},'color':{'field':'c'}}}",
     "{'layer':[{'mark':{'opacity':0.7,'type':'area','interpolate':'monotone'},'encoding':{'x':{'field':'a',"
     "'type':'temporal'},'y':{'aggregate':'sum','field':'b','type':'quantitative'},'color':{'field':'c',"
     "'type':'nominal'}}},{'mark':{'type':'line','interpolate':'monotone'},'encoding':{'x':{'field':'a',"
     "'type':'temporal'},'y':{'aggregate':'sum','field':'b','type':'quantitative','stack':'zero'},"
     "'color':{'field':'c','type':'nominal'}}},{'mark':{'type':'point','opacity':0,'filled':true},"
     "'encoding':{'x':{'field':'a','type':'temporal'},'y':{'aggregate':'sum','field':'b','type':'quantitative',"
     "'stack':'zero'},'color':{'field':'c','type':'nominal'}}}]}"},
    {"overlays of config",
     "{'mark':{'type':'area','tension':0.5},'encoding':{'x':{'field':'a','type':'temporal'},'y':{'field':'b',"
     "'type':'quantitative'},'y2':{'field':'z'}},'config':{'area':{'line':{'color':'red'},'opacity':0.5}}}",
     "{'config':{'area':{'line':{'color':'red'},'opacity':0.5}},'layer':[{'mark':{'type':'area','tension':0.5},"
     "'encoding':{'x':{'field':'a','type':'temporal'},'y':{'field':'b','type':'quantitative'},"
     "'y2':{'field':'z'}}},{'mark':{'type':'line','tension':0.5,'color':'red'},'encoding':{'x':{'field':'a',"
     "'type':'temporal'},'y':{'field':'b','type':'quantitative'}}}]}"},
    {"a line between two values is a rule",
     "{'mark':{'type':'line','strokeWidth':2},'encoding':{'x':{'field':'a','type':'quantitative'},"
     "'x2':{'field':'b'}}}",
     "{'mark':{'type':'rule','strokeWidth':2},'encoding':{'x':{'field':'a','type':'quantitative'},"
     "'x2':{'field':'b'}}}"},
    {"of binned data it is not",
     "{'mark':{'type':'line','strokeWidth':2},'encoding':{'x':{'field':'a','bin':'binned'},'x2':{'field':'b'}}}",
     "{'mark':{'type':'line','strokeWidth':2},'encoding':{'x':{'field':'a','bin':'binned'},'x2':{'field':'b'}}}"},
    {"a box plot to the extremes",
     "{'mark':{'type':'boxplot','extent':'min-max','ticks':true,'color':'red','rule':false,'size':5},"
     "'encoding':{'x':{'field':'g','type':'ordinal'},'y':{'field':'v','type':'quantitative',"
     "'scale':{'zero':false},'title':'V'},'color':{'field':'g'}}}",
     "{'transform':[{'aggregate':[{'op':'q1','field':'v','as':'lower_box_v'},{'op':'q3','field':'v',"
     "'as':'upper_box_v'},{'op':'median','field':'v','as':'mid_box_v'},{'op':'min','field':'v',"
     "'as':'lower_whisker_v'},{'op':'max','field':'v','as':'upper_whisker_v'}],'groupby':['g','g']}],"
     "'layer':[{'mark':{'color':'black','type':'tick','opacity':1,'orient':'horizontal','aria':false,"
     "'style':'boxplot-ticks'},'encoding':{'y':{'field':'lower_whisker_v','type':'quantitative','title':'V',"
     "'scale':{'zero':false}},'x':{'field':'g','type':'ordinal'},'tooltip':[{'field':'upper_whisker_v',"
     "'type':'quantitative','title':'Max of V'},{'field':'upper_box_v','type':'quantitative','title':'Q3 of V'},"
     "{'field':'mid_box_v','type':'quantitative','title':'Median of V'},{'field':'lower_box_v',"
     "'type':'quantitative','title':'Q1 of V'},{'field':'lower_whisker_v','type':'quantitative',"
     "'title':'Min of V'},{'field':'g','type':'ordinal'},{'field':'g','type':'nominal'}]}},"
     "{'mark':{'color':'black','type':'tick','opacity':1,'orient':'horizontal','aria':false,"
     "'style':'boxplot-ticks'},'encoding':{'y':{'field':'upper_whisker_v','type':'quantitative','title':'V',"
     "'scale':{'zero':false}},'x':{'field':'g','type':'ordinal'},'tooltip':[{'field':'upper_whisker_v',"
     "'type':'quantitative','title':'Max of V'},{'field':'upper_box_v','type':'quantitative','title':'Q3 of V'},"
     "{'field':'mid_box_v','type':'quantitative','title':'Median of V'},{'field':'lower_box_v',"
     "'type':'quantitative','title':'Q1 of V'},{'field':'lower_whisker_v','type':'quantitative',"
     "'title':'Min of V'},{'field':'g','type':'ordinal'},{'field':'g','type':'nominal'}]}},{'mark':{'color':'red',"
     "'type':'bar','size':5,'orient':'vertical','ariaRoleDescription':'box','style':'boxplot-box'},"
     "'encoding':{'y':{'field':'lower_box_v','type':'quantitative','title':'V','scale':{'zero':false}},"
     "'y2':{'field':'upper_box_v'},'x':{'field':'g','type':'ordinal'},'color':{'field':'g','type':'nominal'},"
     "'tooltip':[{'field':'upper_whisker_v','type':'quantitative','title':'Max of V'},{'field':'upper_box_v',"
     "'type':'quantitative','title':'Q3 of V'},{'field':'mid_box_v','type':'quantitative','title':'Median of V'},"
     "{'field':'lower_box_v','type':'quantitative','title':'Q1 of V'},{'field':'lower_whisker_v',"
     "'type':'quantitative','title':'Min of V'},{'field':'g','type':'ordinal'},{'field':'g','type':'nominal'}]}},"
     "{'mark':{'color':'white','type':'tick','size':5,'orient':'horizontal','aria':false,"
     "'style':'boxplot-median'},'encoding':{'y':{'field':'mid_box_v','type':'quantitative','title':'V',"
     "'scale':{'zero':false}},'x':{'field':'g','type':'ordinal'},"
     "'color':{'condition':{'test':'datum[`lower_box_v`] >= datum[`upper_box_v`]','field':'g','type':'nominal'}},"
     "'tooltip':[{'field':'upper_whisker_v','type':'quantitative','title':'Max of V'},{'field':'upper_box_v',"
     "'type':'quantitative','title':'Q3 of V'},{'field':'mid_box_v','type':'quantitative','title':'Median of V'},"
     "{'field':'lower_box_v','type':'quantitative','title':'Q1 of V'},{'field':'lower_whisker_v',"
     "'type':'quantitative','title':'Min of V'},{'field':'g','type':'ordinal'},{'field':'g',"
     "'type':'nominal'}]}}]}"},
    {"a box plot by Tukey, on binned groups",
     "{'mark':{'type':'boxplot','extent':2,'outliers':false,'rule':false},'encoding':{'x':{'field':'v',"
     "'type':'quantitative'},'y':{'field':'g','bin':{'step':5},'type':'quantitative'},'tooltip':{'field':'n',"
     "'aggregate':'max','title':'N'}}}",
     "{'layer':[{'transform':[{'bin':{'step':5},'field':'g','as':'bin_step_5_g'},{'joinaggregate':[{'op':'q1',"
     "'field':'v','as':'lower_box_v'},{'op':'q3','field':'v','as':'upper_box_v'}],'groupby':['bin_step_5_g',"
     "'bin_step_5_g_end']},{'filter':'(datum[`lower_box_v`] - 2 * (datum[`upper_box_v`] - datum[`lower_box_v`]) <"
     "= datum[`v`]) && (datum[`v`] <= datum[`upper_box_v`] + 2 * (datum[`upper_box_v`] - datum[`lower_box_v`]))'},"
     "{'aggregate':[{'op':'min','field':'v','as':'lower_whisker_v'},{'op':'max','field':'v',"
     "'as':'upper_whisker_v'},{'op':'min','field':'lower_box_v','as':'lower_box_v'},{'op':'max',"
     "'field':'upper_box_v','as':'upper_box_v'},{'op':'max','as':'max_n','field':'n'}],'groupby':['bin_step_5_g',"
     "'bin_step_5_g_end']}],'layer':[]},{'transform':[{'bin':{'step':5},'field':'g','as':'bin_step_5_g'},"
     "{'aggregate':[{'op':'max','as':'max_n','field':'n'},{'op':'q1','field':'v','as':'lower_box_v'},{'op':'q3',"
     "'field':'v','as':'upper_box_v'},{'op':'median','field':'v','as':'mid_box_v'},{'op':'min','field':'v',"
     "'as':'min_v'},{'op':'max','field':'v','as':'max_v'}],'groupby':['bin_step_5_g','bin_step_5_g_end']}],"
     "'layer':[{'mark':{'type':'bar','size':14,'orient':'horizontal','ariaRoleDescription':'box',"
     "'style':'boxplot-box'},'encoding':{'x':{'field':'lower_box_v','type':'quantitative','title':'v'},"
     "'x2':{'field':'upper_box_v'},'y2':{'field':'bin_step_5_g_end'},'y':{'title':'g (binned)',"
     "'type':'quantitative','field':'bin_step_5_g','bin':'binned'},'tooltip':{'title':'N','type':'quantitative',"
     "'field':'max_n'}}},{'mark':{'color':'white','type':'tick','size':14,'orient':'vertical','aria':false,"
     "'style':'boxplot-median'},'encoding':{'x':{'field':'mid_box_v','type':'quantitative','title':'v'},"
     "'y2':{'field':'bin_step_5_g_end'},'y':{'title':'g (binned)','type':'quantitative','field':'bin_step_5_g',"
     "'bin':'binned'},'tooltip':{'title':'N','type':'quantitative','field':'max_n'},"
     "'color':{'condition':{'test':'datum[`lower_box_v`] >= datum[`upper_box_v`]','value':'#4c78a8'}}}}]}]}"},
    {"a box plot with outliers",
     "{'mark':{'type':'boxplot','box':false,'rule':false},'encoding':{'x':{'field':'v','type':'quantitative'},"
     "'tooltip':{'field':'n'}}}",
     "{'layer':[{'transform':[{'joinaggregate':[{'op':'q1','field':'v','as':'lower_box_v'},{'op':'q3','field':'v',"
     "'as':'upper_box_v'}],'groupby':[]}],'layer':[{'transform':[{'filter':'(datum[`v`] < datum[`lower_box_v`] - "
     "1.5 * (datum[`upper_box_v`] - datum[`lower_box_v`])) || (datum[`v`] > datum[`upper_box_v`] + 1.5 * (datum[`"
     "upper_box_v`] - datum[`lower_box_v`]))'}],'mark':{'type':'point','style':'boxplot-outliers'},"
     "'encoding':{'x':{'field':'v','type':'quantitative','title':'v'},'tooltip':{'field':'n','type':'nominal'}}},"
     "{'transform':[{'filter':'(datum[`lower_box_v`] - 1.5 * (datum[`upper_box_v`] - datum[`lower_box_v`]) <= dat"
     "um[`v`]) && (datum[`v`] <= datum[`upper_box_v`] + 1.5 * (datum[`upper_box_v`] - datum[`lower_box_v`]))'},"
     "{'aggregate':[{'op':'min','field':'v','as':'lower_whisker_v'},{'op':'max','field':'v',"
     "'as':'upper_whisker_v'},{'op':'min','field':'lower_box_v','as':'lower_box_v'},{'op':'max',"
     "'field':'upper_box_v','as':'upper_box_v'}],'groupby':[]}],'layer':[]}]},"
     "{'transform':[{'aggregate':[{'op':'q1','field':'v','as':'lower_box_v'},{'op':'q3','field':'v',"
     "'as':'upper_box_v'},{'op':'median','field':'v','as':'mid_box_v'},{'op':'min','field':'v','as':'min_v'},"
     "{'op':'max','field':'v','as':'max_v'}],'groupby':[]}],'layer':[{'mark':{'color':'white','type':'tick',"
     "'size':14,'orient':'vertical','aria':false,'style':'boxplot-median'},'encoding':{'x':{'field':'mid_box_v',"
     "'type':'quantitative','title':'v'},'color':{'condition':{'test':'datum[`lower_box_v`] >= datum[`upper_box_v"
     "`]','value':'#4c78a8'}},'tooltip':[{'field':'max_v','type':'quantitative','title':'Max of v'},"
     "{'field':'upper_box_v','type':'quantitative','title':'Q3 of v'},{'field':'mid_box_v','type':'quantitative',"
     "'title':'Median of v'},{'field':'lower_box_v','type':'quantitative','title':'Q1 of v'},{'field':'min_v',"
     "'type':'quantitative','title':'Min of v'}]}}]}]}"},
    {"an error bar of one part is a unit",
     "{'mark':'errorbar','encoding':{'x':{'field':'v','type':'quantitative'},'y':{'field':'g','type':'nominal'},"
     "'size':{'field':'k','type':'quantitative'}},'transform':[{'filter':'datum.v'}]}",
     "{'transform':[{'filter':'datum.v'},{'aggregate':[{'op':'stderr','field':'v','as':'extent_v'},{'op':'mean',"
     "'field':'v','as':'center_v'}],'groupby':['g','k']},{'calculate':'datum[`center_v`] + datum[`extent_v`]',"
     "'as':'upper_v'},{'calculate':'datum[`center_v`] - datum[`extent_v`]','as':'lower_v'}],'mark':{'type':'rule',"
     "'ariaRoleDescription':'errorbar','style':'errorbar-rule'},'encoding':{'x':{'field':'lower_v',"
     "'type':'quantitative','title':'v'},'x2':{'field':'upper_v'},'y':{'field':'g','type':'nominal'},"
     "'tooltip':[{'field':'center_v','type':'quantitative','title':'Mean of v'},{'field':'upper_v',"
     "'type':'quantitative','title':'Mean + stderr of v'},{'field':'lower_v','type':'quantitative',"
     "'title':'Mean - stderr of v'},{'field':'g','type':'nominal'},{'field':'k','type':'quantitative'}]}}"},
    {"an error bar with ticks of an interval",
     "{'mark':{'type':'errorbar','extent':'ci','ticks':{'color':'red'},'thickness':2,'size':8},"
     "'encoding':{'y':{'field':'v','type':'quantitative','title':'V'},'x':{'field':'t','timeUnit':'month',"
     "'type':'ordinal'}}}",
     "{'transform':[{'timeUnit':'month','field':'t','as':'month_t'},{'aggregate':[{'op':'ci0','field':'v',"
     "'as':'lower_v'},{'op':'ci1','field':'v','as':'upper_v'},{'op':'mean','field':'v','as':'center_v'}],"
     "'groupby':['month_t']}],'layer':[{'mark':{'type':'tick','orient':'horizontal','aria':false,'thickness':2,"
     "'size':8,'style':'errorbar-ticks','color':'red'},'encoding':{'y':{'field':'lower_v','type':'quantitative',"
     "'title':'V'},'x':{'title':'t (month)','type':'ordinal','field':'month_t','axis':{'formatType':'time'}},"
     "'tooltip':[{'field':'upper_v','type':'quantitative','title':'Ci1 of v'},{'field':'lower_v',"
     "'type':'quantitative','title':'Ci0 of v'},{'field':'center_v','type':'quantitative','title':'Mean of v'},"
     "{'title':'t (month)','type':'ordinal','field':'month_t'}]}},{'mark':{'type':'tick','orient':'horizontal',"
     "'aria':false,'thickness':2,'size':8,'style':'errorbar-ticks','color':'red'},"
     "'encoding':{'y':{'field':'upper_v','type':'quantitative','title':'V'},'x':{'title':'t (month)',"
     "'type':'ordinal','field':'month_t','axis':{'formatType':'time'}},'tooltip':[{'field':'upper_v',"
     "'type':'quantitative','title':'Ci1 of v'},{'field':'lower_v','type':'quantitative','title':'Ci0 of v'},"
     "{'field':'center_v','type':'quantitative','title':'Mean of v'},{'title':'t (month)','type':'ordinal',"
     "'field':'month_t'}]}},{'mark':{'type':'rule','ariaRoleDescription':'errorbar','size':2,"
     "'style':'errorbar-rule'},'encoding':{'y':{'field':'lower_v','type':'quantitative','title':'V'},"
     "'y2':{'field':'upper_v'},'x':{'title':'t (month)','type':'ordinal','field':'month_t',"
     "'axis':{'formatType':'time'}},'tooltip':[{'field':'upper_v','type':'quantitative','title':'Ci1 of v'},"
     "{'field':'lower_v','type':'quantitative','title':'Ci0 of v'},{'field':'center_v','type':'quantitative',"
     "'title':'Mean of v'},{'title':'t (month)','type':'ordinal','field':'month_t'}]}}]}"},
    {"an error bar of given errors",
     "{'mark':'errorbar','encoding':{'x':{'field':'v','type':'quantitative'},'xError':{'field':'e'},"
     "'xError2':{'field':'f'}}}",
     "{'transform':[{'calculate':'datum[`v`] + datum[`e`]','as':'upper_v'},{'calculate':'datum[`v`] + datum[`f`]',"
     "'as':'lower_v'}],'mark':{'type':'rule','ariaRoleDescription':'errorbar','style':'errorbar-rule'},"
     "'encoding':{'x':{'field':'lower_v','type':'quantitative','title':'v'},'x2':{'field':'upper_v'},"
     "'tooltip':[{'field':'v','type':'quantitative','title':'v'},{'field':'upper_v','type':'quantitative',"
     "'title':'v + e'},{'field':'lower_v','type':'quantitative','title':'v + f'}]}}"},
    {"an error band",
     "{'mark':{'type':'errorband','borders':{'opacity':0.5},'interpolate':'monotone'},"
     "'encoding':{'x':{'field':'t','timeUnit':'year'},'y':{'field':'v','type':'quantitative'}},"
     "'config':{'errorband':{'band':{'opacity':0.1}}}}",
     "{'config':{'errorband':{'band':{'opacity':0.1}}},'transform':[{'timeUnit':'year','field':'t','as':'year_t'},"
     "{'aggregate':[{'op':'stderr','field':'v','as':'extent_v'},{'op':'mean','field':'v','as':'center_v'}],"
     "'groupby':['year_t']},{'calculate':'datum[`center_v`] + datum[`extent_v`]','as':'upper_v'},"
     "{'calculate':'datum[`center_v`] - datum[`extent_v`]','as':'lower_v'}],'layer':[{'mark':{'opacity':0.1,"
     "'type':'area','interpolate':'monotone','ariaRoleDescription':'errorband','style':'errorband-band'},"
     "'encoding':{'y':{'field':'lower_v','type':'quantitative','title':'v'},'y2':{'field':'upper_v'},"
     "'x':{'title':'t (year)','type':'temporal','field':'year_t'},'tooltip':[{'field':'center_v',"
     "'type':'quantitative','title':'Mean of v'},{'field':'upper_v','type':'quantitative',"
     "'title':'Mean + stderr of v'},{'field':'lower_v','type':'quantitative','title':'Mean - stderr of v'},"
     "{'title':'t (year)','type':'temporal','field':'year_t'}]}},{'mark':{'type':'line','interpolate':'monotone',"
     "'aria':false,'style':'errorband-borders','opacity':0.5},'encoding':{'y':{'field':'lower_v',"
     "'type':'quantitative','title':'v'},'x':{'title':'t (year)','type':'temporal','field':'year_t'},"
     "'tooltip':[{'field':'center_v','type':'quantitative','title':'Mean of v'},{'field':'upper_v',"
     "'type':'quantitative','title':'Mean + stderr of v'},{'field':'lower_v','type':'quantitative',"
     "'title':'Mean - stderr of v'},{'title':'t (year)','type':'temporal','field':'year_t'}]}},"
     "{'mark':{'type':'line','interpolate':'monotone','aria':false,'style':'errorband-borders','opacity':0.5},"
     "'encoding':{'y':{'field':'upper_v','type':'quantitative','title':'v'},'x':{'title':'t (year)',"
     "'type':'temporal','field':'year_t'},'tooltip':[{'field':'center_v','type':'quantitative',"
     "'title':'Mean of v'},{'field':'upper_v','type':'quantitative','title':'Mean + stderr of v'},"
     "{'field':'lower_v','type':'quantitative','title':'Mean - stderr of v'},{'title':'t (year)',"
     "'type':'temporal','field':'year_t'}]}}]}"},
    {"an error band between bounds",
     "{'mark':'errorband','encoding':{'x':{'field':'t','type':'temporal'},'y':{'field':'v','type':'quantitative'},"
     "'y2':{'field':'w'}}}",
     "{'transform':[{'calculate':'datum[`w`]','as':'upper_v'},{'calculate':'datum[`v`]','as':'lower_v'}],"
     "'layer':[{'mark':{'opacity':0.3,'type':'area','ariaRoleDescription':'errorband','style':'errorband-band'},"
     "'encoding':{'y':{'field':'lower_v','type':'quantitative','title':'v'},'y2':{'field':'upper_v'},"
     "'x':{'field':'t','type':'temporal'},'tooltip':[{'field':'upper_v','type':'quantitative','title':'w'},"
     "{'field':'lower_v','type':'quantitative','title':'v'},{'field':'t','type':'temporal'}]}}]}"},
    {"a container is filled",
     "{'mark':'point','width':'container','encoding':{'x':{'field':'a'}},'config':{'autosize':{'resize':true}}}",
     "{'mark':'point','width':'container','encoding':{'x':{'field':'a'}},'config':{'autosize':{'resize':true}},"
     "'autosize':{'type':'fit-x','contains':'padding','resize':true}}"},
    {"only a single view fits", "{'hconcat':[{'mark':'bar','encoding':{'x':{'field':'a'}}}],'autosize':'fit'}",
     "{'hconcat':[{'mark':'bar','encoding':{'x':{'field':'a'}}}],'autosize':'fit'}"},
};

/* The first difference, as a path, is printed. */
static bool agree(const hui_json *found, const hui_json *expected, const char *path)
{
    char member[200];
    if (hui_json_equal(found, expected))
        return true;
    if (!found || !expected || found->kind != expected->kind || expected->kind != HUI_JSON_OBJECT) {
        print_error("at %s\n", path);
        return false;
    }
    for (const hui_json *value = expected->first; value; value = value->next) {
        snprintf(member, sizeof member, "%.100s/%.90s", path, value->key);
        if (!agree(hui_json_find(found, value->key), value, member))
            return false;
    }
    print_error("there is too much at %s\n", path);
    return false;
}

static void test_cases(void **state)
{
    fixture *f = *state;
    bool all = true;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const hui_json *found = normalize(f, read_quoted(f, cases[i].spec));
        assert_non_null(found);
        if (!agree(found, read_quoted(f, cases[i].normalized), cases[i].what))
            all = false;
    }
    assert_int_equal(f->diags->count, 0);
    assert_true(all);
}

static const struct {
    const char *spec, *code, *pointer, *message;
} faults[] = {
    {"[]", "wrong-type", "", "must be an object"},
    {"{'layer': {}}", "wrong-type", "/layer", "must be an array of views"},
    {"{'hconcat': [{'mark': 'bar'}, 3]}", "wrong-type", "/hconcat/1", "must be an object, not a number"},
    {"{'vconcat': [{'data': {}}]}", "missing-field", "/vconcat/0", "a view needs “mark”"},
    {"{'facet': {'field': 'a'}}", "missing-field", "", "a facet needs “spec”"},
    {"{'repeat': ['a'], 'spec': 1}", "missing-field", "", "a repeat needs “spec”"},
    {"{'repeat': 'a', 'spec': {'mark': 'bar'}}", "wrong-type", "/repeat", "an array of fields"},
    {"{'repeat': ['a', 7], 'spec': {'mark': 'bar'}}", "wrong-type", "/repeat/1", "not a number"},
    {"{'repeat': {'row': {}}, 'spec': {'mark': 'bar'}}", "wrong-type", "/repeat/row", "not an object"},
    {"{'mark': 'bar', 'encoding': {'x': {'field': {'repeat': 'row'}}}}", "bad-chart", "/encoding/x/field/repeat",
     "no repeat “row”"},
    {"{'repeat': {'row': ['a']}, 'spec': {'mark': 'bar', 'encoding': {'x': {'sort': {'field': {'repeat': 'column'}},"
     "'field': 'b'}}}}",
     "bad-chart", "/spec/encoding/x/sort/field/repeat", "no repeat “column”"},
    {"{'mark': 'boxplot', 'encoding': {'x': {'field': 'a'}}}", "bad-chart", "/mark", "boxplot needs a quantitative"},
    {"{'mark': 'boxplot'}", "bad-chart", "/mark", "boxplot needs a quantitative"},
    {"{'mark': 'boxplot', 'encoding': {'x': {'datum': 5}}}", "bad-chart", "/mark", "needs a field on x"},
    {"{'mark': 'errorbar', 'encoding': {'x': {'field': 'a', 'type': 'quantitative'}, 'x2': {'field': 'b'},"
     "'xError': {'field': 'c'}}}",
     "bad-chart", "/mark", "both bounds and errors"},
    {"{'mark': 'errorband', 'encoding': {'x': {'field': 'a'}, 'x2': {'field': 'b'}}}", "bad-chart", "/mark",
     "with x2 needs a quantitative x"},
    {"{'mark': 'errorbar', 'encoding': {'x': {'field': 'a', 'type': 'quantitative'}, 'xError2': {'field': 'b'}}}",
     "bad-chart", "/mark", "a second error without a first"},
    {"{'mark': 'errorbar', 'encoding': {'x': {'field': 'a', 'type': 'quantitative'}, 'x2': {'datum': 3}}}", "bad-chart",
     "/mark", "needs a field on x2"},
};

static void test_faults(void **state)
{
    fixture *f = *state;
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) {
        f->diags = hui_diags_new(f->arena);
        assert_null(normalize(f, read_quoted(f, faults[i].spec)));
        assert_int_equal(f->diags->count, 1);
        assert_string_equal(f->diags->at[0].code, faults[i].code);
        assert_string_equal(f->diags->at[0].pointer, faults[i].pointer);
        assert_non_null(strstr(f->diags->at[0].message, faults[i].message));
    }
}

/* Repeats in repeats end where nobody could look at them any more, even if nothing is in them. */
static void test_limit(void **state)
{
    static const char *const inner[] = {
        "{'mark': 'boxplot', 'encoding': {'x': {'field': 'v', 'type': 'quantitative'}}}",
        "{'repeat': [], 'spec': {'mark': 'bar'}}"};
    fixture *f = *state;
    hui_buffer list = {0};
    for (int i = 0; i < 200; i++)
        hui_buffer_printf(&list, "%s'f%d'", i ? "," : "", i);
    for (int i = 0; i < 2; i++) {
        f->diags = hui_diags_new(f->arena);
        const char *spec =
            hui_arena_printf(f->arena,
                             "{'repeat': {'row': [%s]}, 'spec': {'repeat': {'layer': [%s], 'column': [%s]},"
                             "'spec': %s}}",
                             list.bytes, list.bytes, list.bytes, inner[i]);
        assert_null(normalize(f, read_quoted(f, spec)));
        assert_int_equal(f->diags->count, 1);
    }
    assert_true(hui_arena_size(f->arena) < 250u * 1024 * 1024);
    hui_buffer_finish(&list);
}

/* Fields are paths, and names may hold what paths give a meaning; calculations and columns must agree on them. */
static void test_paths(void **state)
{
    static const struct {
        const char *field, *calculation, *as, *path;
    } paths[] = {
        {"v", "datum['v']", "lower_v", "lower_v"},
        {"a.b", "datum['a'].b", "lower_a.b", "lower_a\\.b"},
        {"a[0].b", "datum['a'][0].b", "lower_a.0.b", "lower_a\\.0\\.b"},
        {"a\\.b", "datum['a.b']", "lower_a.b", "lower_a\\.b"},
        {"km [h]", "datum['km [h]']", "lower_km .h", "lower_km \\.h"},
        {"体重", "datum['体重']", "lower_体重", "lower_体重"},
    };
    fixture *f = *state;
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        hui_json *spec = hui_json_copy(f->arena, read_quoted(f, "{'mark': 'errorbar'}"));
        hui_json *encoding =
            hui_json_copy(f->arena, read_quoted(f, "{'x': {'type': 'quantitative'}, 'x2': {'field': 'end'}}"));
        hui_json *x = hui_json_copy(f->arena, hui_json_find(encoding, "x"));
        hui_json_put(f->arena, x, "field", hui_json_make_string(f->arena, paths[i].field, NULL));
        hui_json_put(f->arena, encoding, "x", x);
        hui_json_put(f->arena, spec, "encoding", encoding);
        const hui_json *unit = normalize(f, spec), *lower = hui_json_at(hui_spec_find(unit, "transform"), 1);
        assert_string_equal(hui_spec_string(lower, "calculate", ""), paths[i].calculation);
        assert_string_equal(hui_spec_string(lower, "as", ""), paths[i].as);
        assert_string_equal(hui_spec_string(unit, "encoding.x.field", ""), paths[i].path);
    }
}

/* What was rewritten still says where it was written. */
static void test_places(void **state)
{
    static const struct {
        const char *path, *pointer;
    } places[] = {
        {"concat", "/repeat"},
        {"spec.encoding.x.field", "/repeat/1"},
        {"spec.layer.mark", "/spec/mark"},
        {"spec.layer.encoding.y", "/spec/encoding/y"},
        {"spec.layer.encoding.y.field", "/spec/encoding/y/field"},
        {"spec.layer.encoding.x.type", "/spec/encoding/x"},
        {"facet.row", "/spec/encoding/row"},
    };
    fixture *f = *state;
    const hui_json *view = normalize(
        f, read_quoted(f, "{'repeat': ['a', 'b'], 'spec': {'mark': {'type': 'line', 'point': true}, 'encoding':"
                          "{'x': {'field': {'repeat': 'repeat'}}, 'y': {'field': 'v'}, 'row': {'field': 'r'}}}}"));
    assert_non_null(view);
    const hui_json *cell = hui_json_at(hui_json_find(view, "concat"), 1);
    const hui_json *unit = hui_json_at(hui_spec_find(cell, "spec.layer"), 0);
    const hui_json *const found[] = {hui_json_find(view, "concat"),
                                     hui_spec_find(unit, "encoding.x.field"),
                                     hui_spec_find(unit, "mark"),
                                     hui_spec_find(unit, "encoding.y"),
                                     hui_spec_find(unit, "encoding.y.field"),
                                     hui_spec_find(unit, "encoding.x.type"),
                                     hui_spec_find(cell, "facet.row")};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (!found[i])
            fail_msg("no %s", places[i].path);
        assert_string_equal(hui_json_place(f->arena, found[i]).pointer, places[i].pointer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_cases, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_faults, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_limit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_paths, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_places, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
