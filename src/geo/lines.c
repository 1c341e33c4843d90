/* Lines and rings while they are projected. */
#include "geo/lines.h"

#include <string.h>

void hui_geo_lines_clear(hui_geo_lines *lines)
{
    lines->points.count = 0;
    lines->ends.count = 0;
}

void hui_geo_lines_end(hui_geo_lines *lines)
{
    *hui_vec_push(lines->arena, &lines->ends) = lines->points.count;
}

hui_geo_line hui_geo_lines_at(const hui_geo_lines *lines, size_t index)
{
    const size_t first = index > 0 ? lines->ends.at[index - 1] : 0;
    return (hui_geo_line){first ? lines->points.at + first : lines->points.at, lines->ends.at[index] - first};
}

void hui_geo_lines_append(hui_geo_lines *lines, hui_geo_line line)
{
    hui_vec_reserve(lines->arena, &lines->points, lines->points.count + line.count);
    if (line.count)
        memcpy(lines->points.at + lines->points.count, line.at, line.count * sizeof *line.at);
    lines->points.count += line.count;
}
