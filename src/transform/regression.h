/* Regression: curves of several forms laid through points by least squares (vega-statistics' regression). */
#ifndef HUI_TRANSFORM_REGRESSION_H
#define HUI_TRANSFORM_REGRESSION_H

#include "transform/trend.h"

typedef enum hui_regression_method {
    HUI_REGRESSION_LINEAR, /* a + b x */
    HUI_REGRESSION_LOG,    /* a + b ln x */
    HUI_REGRESSION_EXP,    /* a e^(b x) */
    HUI_REGRESSION_POW,    /* a x^b */
    HUI_REGRESSION_QUAD,   /* a + b x + c x² */
    HUI_REGRESSION_POLY    /* of some order */
} hui_regression_method;

enum { HUI_REGRESSION_ORDER = 50 }; /* at most */

typedef struct hui_regression {
    hui_regression_method method;
    size_t count;                                  /* of coefficients */
    double coefficients[HUI_REGRESSION_ORDER + 1]; /* as they are written: the intercept first */
    double r_squared;
    double terms[HUI_REGRESSION_ORDER + 1], center[2]; /* of exp, quad, poly: around the means of x and y */
} hui_regression;

hui_regression hui_regression_fit(hui_regression_method method, size_t order, hui_samples samples);
double hui_regression_predict(const void *regression, double x); /* a hui_trend_function */

#endif
