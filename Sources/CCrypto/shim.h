// Digests alone.
#include <openssl/evp.h>
