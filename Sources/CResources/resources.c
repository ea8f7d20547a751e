#include "CResources.h"

#include <stddef.h>
#include <string.h>

// One line of C23 takes a file in; the compiler notes that the object depends on it. A file that
// stands here and no longer there breaks the build, one that is missing here a test.
static const struct {
  const char *path;
  const unsigned char *text;
} files[] = {
    {"Data/rules/areas.yaml", (const unsigned char[]){
#embed "../../Data/rules/areas.yaml" suffix(, 0)
    }},
    {"Data/rules/coverage.yaml", (const unsigned char[]){
#embed "../../Data/rules/coverage.yaml" suffix(, 0)
    }},
    {"Data/rules/indicators.yaml", (const unsigned char[]){
#embed "../../Data/rules/indicators.yaml" suffix(, 0)
    }},
    {"Data/rules/life_cycle.yaml", (const unsigned char[]){
#embed "../../Data/rules/life_cycle.yaml" suffix(, 0)
    }},
    {"Data/rules/profile.yaml", (const unsigned char[]){
#embed "../../Data/rules/profile.yaml" suffix(, 0)
    }},
    {"Data/rules/register.yaml", (const unsigned char[]){
#embed "../../Data/rules/register.yaml" suffix(, 0)
    }},
    {"Data/rules/shapes.yaml", (const unsigned char[]){
#embed "../../Data/rules/shapes.yaml" suffix(, 0)
    }},
    {"Data/rules/three_lines.yaml", (const unsigned char[]){
#embed "../../Data/rules/three_lines.yaml" suffix(, 0)
    }},
    {"Data/rules/use.yaml", (const unsigned char[]){
#embed "../../Data/rules/use.yaml" suffix(, 0)
    }},
    {"Data/vocabularies/crosswalk.csv", (const unsigned char[]){
#embed "../../Data/vocabularies/crosswalk.csv" suffix(, 0)
    }},
    {"Data/vocabularies/everyday-uses.csv", (const unsigned char[]){
#embed "../../Data/vocabularies/everyday-uses.csv" suffix(, 0)
    }},
    {"Data/vocabularies/field-names.csv", (const unsigned char[]){
#embed "../../Data/vocabularies/field-names.csv" suffix(, 0)
    }},
    {"Data/vocabularies/gb50137-2011.csv", (const unsigned char[]){
#embed "../../Data/vocabularies/gb50137-2011.csv" suffix(, 0)
    }},
    {"Data/vocabularies/gbt21010-2017.csv", (const unsigned char[]){
#embed "../../Data/vocabularies/gbt21010-2017.csv" suffix(, 0)
    }},
    {"Data/vocabularies/land-use-colours.csv", (const unsigned char[]){
#embed "../../Data/vocabularies/land-use-colours.csv" suffix(, 0)
    }},
    {"Data/vocabularies/mnr-2020.csv", (const unsigned char[]){
#embed "../../Data/vocabularies/mnr-2020.csv" suffix(, 0)
    }},
    {"Data/vocabularies/mnr-2023.csv", (const unsigned char[]){
#embed "../../Data/vocabularies/mnr-2023.csv" suffix(, 0)
    }},
    {"Data/vocabularies/schemes.csv", (const unsigned char[]){
#embed "../../Data/vocabularies/schemes.csv" suffix(, 0)
    }},
    {"Data/vocabularies/survey-3.csv", (const unsigned char[]){
#embed "../../Data/vocabularies/survey-3.csv" suffix(, 0)
    }},
    {"Web/app.js", (const unsigned char[]){
#embed "../../Web/app.js" suffix(, 0)
    }},
    {"Web/controls.js", (const unsigned char[]){
#embed "../../Web/controls.js" suffix(, 0)
    }},
    {"Web/data.css", (const unsigned char[]){
#embed "../../Web/data.css" suffix(, 0)
    }},
    {"Web/draw.js", (const unsigned char[]){
#embed "../../Web/draw.js" suffix(, 0)
    }},
    {"Web/findings.js", (const unsigned char[]){
#embed "../../Web/findings.js" suffix(, 0)
    }},
    {"Web/index.html", (const unsigned char[]){
#embed "../../Web/index.html" suffix(, 0)
    }},
    {"Web/map.css", (const unsigned char[]){
#embed "../../Web/map.css" suffix(, 0)
    }},
    {"Web/notation.js", (const unsigned char[]){
#embed "../../Web/notation.js" suffix(, 0)
    }},
    {"Web/panel.js", (const unsigned char[]){
#embed "../../Web/panel.js" suffix(, 0)
    }},
    {"Web/parcel.js", (const unsigned char[]){
#embed "../../Web/parcel.js" suffix(, 0)
    }},
    {"Web/plane.js", (const unsigned char[]){
#embed "../../Web/plane.js" suffix(, 0)
    }},
    {"Web/search.js", (const unsigned char[]){
#embed "../../Web/search.js" suffix(, 0)
    }},
    {"Web/service.js", (const unsigned char[]){
#embed "../../Web/service.js" suffix(, 0)
    }},
    {"Web/stage.js", (const unsigned char[]){
#embed "../../Web/stage.js" suffix(, 0)
    }},
    {"Web/tile.js", (const unsigned char[]){
#embed "../../Web/tile.js" suffix(, 0)
    }},
    {"Web/tiles.js", (const unsigned char[]){
#embed "../../Web/tiles.js" suffix(, 0)
    }},
    {"Web/words.js", (const unsigned char[]){
#embed "../../Web/words.js" suffix(, 0)
    }},
};

const char *resource_text(const char *path) {
  for (size_t index = 0; index < sizeof files / sizeof *files; ++index)
    if (strcmp(files[index].path, path) == 0) return (const char *)files[index].text;
  return NULL;
}
