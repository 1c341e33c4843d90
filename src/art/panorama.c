/* Panorama: the frame of a wide scene, and the parts that its scenes share. */
#include "art/panorama.h"

#include <math.h>

const hui_point hui_panorama_back[HUI_CREST_POINTS] = {{0, 198},   {0.2, 229},  {0.42, 201},
                                                       {0.6, 174}, {0.77, 171}, {1, 220}};
const hui_point hui_panorama_middle[HUI_CREST_POINTS] = {{0, 114},    {0.2, 146}, {0.4, 126},
                                                         {0.57, 109}, {0.8, 128}, {1, 142}};
const hui_point hui_panorama_front[HUI_CREST_POINTS] = {{0, 86},     {0.17, 78}, {0.42, 101},
                                                        {0.62, 101}, {0.84, 82}, {1, 102}};

hui_panorama hui_panorama_new(hui_scene *scene, hui_rect area, int seed, double design_width, double design_height)
{
    return (hui_panorama){scene, area, fmin(area.w / design_width, area.h / design_height),
                          hui_rng_seed((uint64_t)seed)};
}

double hui_panorama_x(const hui_panorama *p, double share)
{
    return p->area.x + p->area.w * share;
}

double hui_panorama_y(const hui_panorama *p, double up)
{
    return p->area.y + p->area.h - up * p->k;
}

hui_rect hui_panorama_band(const hui_panorama *p, double from, double to, double foot, double top)
{
    double x = hui_panorama_x(p, from), y = hui_panorama_y(p, top);
    return (hui_rect){x, y, hui_panorama_x(p, to) - x, hui_panorama_y(p, foot) - y};
}

hui_crest hui_panorama_crest(hui_panorama *p, const hui_point up[HUI_CREST_POINTS], double lift)
{
    hui_point foot = {p->area.x, hui_panorama_y(p, lift)};
    return hui_crest_place(foot, p->area.w, p->k, up, 4, &p->rng);
}

hui_rect hui_panorama_under(const hui_panorama *p, const hui_crest *crest)
{
    double top = crest->at[0].y, foot = p->area.y + p->area.h;
    for (int i = 1; i < HUI_CREST_POINTS; i++)
        top = fmin(top, crest->at[i].y);
    return (hui_rect){p->area.x, top, p->area.w, foot - top};
}

void hui_panorama_turbines(hui_panorama *p, const hui_crest *crest, double hub, hui_color color)
{
    static const struct {
        double x, size, turn, alpha;
    } turbines[] = {{0.09, 0.88, 12, 0.95}, {0.19, 0.78, 40, 0.85}, {0.278, 0.58, 75, 0.7}};
    for (size_t i = 0; i < sizeof turbines / sizeof *turbines; i++) {
        double x = hui_panorama_x(p, turbines[i].x), foot = hui_crest_y(crest, x) + 8 * p->k;
        double turn = turbines[i].turn + hui_rng_range(&p->rng, -12, 12);
        hui_turbine_draw(p->scene, (hui_point){x, foot}, (hub * turbines[i].size + 8) * p->k, turn,
                         hui_color_alpha(color, turbines[i].alpha));
    }
}
