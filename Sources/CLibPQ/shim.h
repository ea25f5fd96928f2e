// libpq, and the few Linux calls that Swift's Glibc module does not show as they are:
// epoll_event is a packed union, and the flag constants have a different Swift type each.
#ifndef YANSHOU_CLIBPQ_H
#define YANSHOU_CLIBPQ_H

#include <errno.h>
#include <libpq-fe.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#define PQ_EVENTS_AT_ONCE 64

static inline int pq_epoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

static inline int pq_eventfd_create(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

// Watches a descriptor under a tag, whether or not it was watched before; -1 where it cannot be.
static inline int pq_epoll_watch(int epoll, int fd, int writable, uint64_t tag) {
    struct epoll_event event;
    event.events = EPOLLIN | EPOLLRDHUP | (writable ? EPOLLOUT : 0);
    event.data.u64 = tag;
    if (epoll_ctl(epoll, EPOLL_CTL_MOD, fd, &event) == 0) return 0;
    if (errno != ENOENT) return -1;
    return epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
}

static inline void pq_epoll_forget(int epoll, int fd) {
    struct epoll_event event;
    epoll_ctl(epoll, EPOLL_CTL_DEL, fd, &event);
}

// Waits and gives the tags of the descriptors that are ready; 0 when the time is over or a signal came.
static inline int pq_epoll_wait(int epoll, uint64_t *tags, int milliseconds) {
    struct epoll_event events[PQ_EVENTS_AT_ONCE];
    int count = epoll_wait(epoll, events, PQ_EVENTS_AT_ONCE, milliseconds);
    if (count < 0) return errno == EINTR ? 0 : -1;
    for (int i = 0; i < count; i++) tags[i] = events[i].data.u64;
    return count;
}

static inline void pq_eventfd_raise(int fd) {
    uint64_t one = 1;
    if (write(fd, &one, sizeof one) < 0) return;
}

static inline void pq_eventfd_lower(int fd) {
    uint64_t value;
    if (read(fd, &value, sizeof value) < 0) return;
}

static inline void pq_close(int fd) { close(fd); }

static inline uint64_t pq_nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

#endif
