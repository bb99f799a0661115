#include <sys/xattr.h>

/* memfd_create(2), which <sys/mman.h> shows to GNU sources only, and its flag FD_CLOEXEC. */
extern int memfd_create(const char *name, unsigned int flags);
static const unsigned int davit_memfd_cloexec = 1u;
