// How glibc's malloc gives memory back; Swift's own module of glibc leaves it out.
#ifdef __linux__
#include <malloc.h>
#endif
