// Bytes made small and large again.
#include <zlib.h>
