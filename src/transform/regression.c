/* Regression: the sums that each form needs, and the equations they give. */
#include "transform/regression.h"

#include <math.h>

static double mean_of(const double *numbers, size_t count)
{
    double mean = 0;
    for (size_t i = 0; i < count; i++)
        mean += (numbers[i] - mean) / (double)(i + 1);
    return mean;
}

/* Ordinary least squares from means of x, y, xy and x². */
static void solve_line(double x, double y, double xy, double xx, double line[2])
{
    const double delta = xx - x * x;
    line[1] = fabs(delta) < 1e-24 ? 0 : (xy - x * y) / delta;
    line[0] = y - line[1] * x;
}

static double same(double x)
{
    return x;
}

/* A line through points whose coordinates are taken as `of_x` and `of_y` of them. */
static void fit_line(hui_samples s, double (*of_x)(double), double (*of_y)(double), double line[2])
{
    double x = 0, y = 0, xy = 0, xx = 0;
    for (size_t i = 0; i < s.count; i++) {
        const double n = (double)(i + 1), px = of_x(s.x[i]), py = of_y(s.y[i]);
        x += (px - x) / n;
        y += (py - y) / n;
        xy += (px * py - xy) / n;
        xx += (px * px - xx) / n;
    }
    solve_line(x, y, xy, xx, line);
}

/* Points weigh as much as their y, so that the logarithm does not favour the small ones. */
static void fit_exp(hui_regression *r, hui_samples s)
{
    double yl = 0, xy = 0, xyl = 0, xxy = 0, *const line = r->terms;
    for (size_t i = 0; i < s.count; i++) {
        const double n = (double)(i + 1), x = s.x[i] - r->center[0], y = s.y[i], log_y = log(y);
        yl += (y * log_y - yl) / n;
        xy += (x * y - xy) / n;
        xyl += (x * y * log_y - xyl) / n;
        xxy += (x * x * y - xxy) / n;
    }
    const double mean = r->center[1];
    solve_line(xy / mean, yl / mean, xyl / mean, xxy / mean, line);
    r->coefficients[0] = exp(line[0] - line[1] * r->center[0]);
    r->coefficients[1] = line[1];
}

static void fit_quad(hui_regression *r, hui_samples s)
{
    double x2 = 0, x3 = 0, x4 = 0, xy = 0, x2y = 0;
    for (size_t i = 0; i < s.count; i++) {
        const double n = (double)(i + 1), x = s.x[i] - r->center[0], y = s.y[i] - r->center[1];
        x2 += (x * x - x2) / n;
        x3 += (x * x * x - x3) / n;
        x4 += (x * x * x * x - x4) / n;
        xy += (x * y - xy) / n;
        x2y += (x * x * y - x2y) / n;
    }
    const double spread = x4 - x2 * x2, determinant = x2 * spread - x3 * x3;
    const double a = (x2y * x2 - xy * x3) / determinant, b = (xy * spread - x2y * x3) / determinant;
    const double c = -a * x2, middle = r->center[0];
    r->terms[0] = c;
    r->terms[1] = b;
    r->terms[2] = a;
    r->coefficients[0] = c - b * middle + a * middle * middle + r->center[1];
    r->coefficients[1] = b - 2 * a * middle;
    r->coefficients[2] = a;
}

enum { MOST_TERMS = HUI_REGRESSION_ORDER + 1 };

/* Gaussian elimination with partial pivoting; the last column is the right-hand side. */
static void solve(double rows[MOST_TERMS][MOST_TERMS + 1], size_t n, double *solution)
{
    for (size_t i = 0; i < n; i++) {
        size_t pivot = i;
        for (size_t j = i + 1; j < n; j++)
            if (fabs(rows[j][i]) > fabs(rows[pivot][i]))
                pivot = j;
        for (size_t k = i; k <= n; k++) {
            const double kept = rows[i][k];
            rows[i][k] = rows[pivot][k];
            rows[pivot][k] = kept;
        }
        for (size_t j = i + 1; j < n; j++)
            for (size_t k = n + 1; k-- > i;)
                rows[j][k] -= rows[i][k] * rows[j][i] / rows[i][i];
    }
    for (size_t j = n; j-- > 0;) {
        double sum = 0;
        for (size_t k = j + 1; k < n; k++)
            sum += rows[j][k] * solution[k];
        solution[j] = (rows[j][n] - sum) / rows[j][j];
    }
}

/* Powers of (x - center) written out as powers of x, by the binomial theorem. */
static void move_to_origin(hui_regression *r)
{
    for (size_t i = r->count; i-- > 0;) {
        double binomial = 1;
        r->coefficients[i] += r->terms[i];
        for (size_t j = 1; j <= i; j++) {
            binomial *= (double)(i + 1 - j) / (double)j;
            r->coefficients[i - j] += r->terms[i] * pow(-r->center[0], (double)j) * binomial;
        }
    }
    r->coefficients[0] += r->center[1];
}

static void fit_poly(hui_regression *r, hui_samples s)
{
    double powers[2 * MOST_TERMS] = {0}, rows[MOST_TERMS][MOST_TERMS + 1];
    for (size_t i = 0; i < r->count; i++)
        rows[i][r->count] = 0;
    for (size_t l = 0; l < s.count; l++) {
        const double x = s.x[l] - r->center[0], y = s.y[l] - r->center[1];
        for (size_t i = 0; i < 2 * r->count - 1; i++) {
            const double power = pow(x, (double)i);
            powers[i] += power;
            if (i < r->count)
                rows[i][r->count] += power * y;
        }
    }
    for (size_t i = 0; i < r->count; i++)
        for (size_t j = 0; j < r->count; j++)
            rows[i][j] = powers[i + j];
    solve(rows, r->count, r->terms);
    move_to_origin(r);
}

static double predict(const hui_regression *r, double x)
{
    const double *c = r->coefficients, dx = x - r->center[0];
    switch (r->method) {
    case HUI_REGRESSION_LINEAR:
        return c[0] + c[1] * x;
    case HUI_REGRESSION_LOG:
        return c[0] + c[1] * log(x);
    case HUI_REGRESSION_EXP:
        return exp(r->terms[0] + r->terms[1] * dx);
    case HUI_REGRESSION_POW:
        return c[0] * pow(x, c[1]);
    case HUI_REGRESSION_QUAD:
        return r->terms[2] * dx * dx + r->terms[1] * dx + r->terms[0] + r->center[1];
    case HUI_REGRESSION_POLY:
        break;
    }
    double y = r->center[1];
    for (size_t i = 0; i < r->count; i++)
        y += r->terms[i] * pow(dx, (double)i);
    return y;
}

double hui_regression_predict(const void *regression, double x)
{
    return predict(regression, x);
}

static double r_squared(const hui_regression *r, hui_samples s)
{
    double of_errors = 0, total = 0;
    for (size_t i = 0; i < s.count; i++) {
        const double error = s.y[i] - predict(r, s.x[i]), distance = s.y[i] - r->center[1];
        of_errors += error * error;
        total += distance * distance;
    }
    return 1 - of_errors / total;
}

/* Polynomials of low order have shorter ways. */
static hui_regression_method simplest(hui_regression_method method, size_t order)
{
    if (method != HUI_REGRESSION_POLY || order == 0 || order > 2)
        return method;
    return order == 1 ? HUI_REGRESSION_LINEAR : HUI_REGRESSION_QUAD;
}

hui_regression hui_regression_fit(hui_regression_method method, size_t order, hui_samples s)
{
    hui_regression r = {.method = simplest(method, order), .count = 2};
    r.center[0] = mean_of(s.x, s.count);
    r.center[1] = mean_of(s.y, s.count);
    switch (r.method) {
    case HUI_REGRESSION_LINEAR:
        fit_line(s, same, same, r.coefficients);
        break;
    case HUI_REGRESSION_LOG:
        fit_line(s, log, same, r.coefficients);
        break;
    case HUI_REGRESSION_EXP:
        fit_exp(&r, s);
        break;
    case HUI_REGRESSION_POW:
        fit_line(s, log, log, r.coefficients);
        r.coefficients[0] = exp(r.coefficients[0]);
        break;
    case HUI_REGRESSION_QUAD:
        r.count = 3;
        fit_quad(&r, s);
        break;
    case HUI_REGRESSION_POLY:
        r.count = order + 1;
        fit_poly(&r, s);
        break;
    }
    r.r_squared = r.method == HUI_REGRESSION_POLY && order == 0 ? 0 : r_squared(&r, s);
    return r;
}
