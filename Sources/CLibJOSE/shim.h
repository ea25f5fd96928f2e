#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <cjose/cjose.h>

// Whether a compact JWS was signed by the key of a JWK.
static inline bool jose_verifies(const char *jwk, size_t jwk_length, const char *jws, size_t jws_length) {
    cjose_err fault;
    cjose_jwk_t *key = cjose_jwk_import(jwk, jwk_length, &fault);
    cjose_jws_t *token = key ? cjose_jws_import(jws, jws_length, &fault) : NULL;
    bool verifies = token && cjose_jws_verify(token, key, &fault);
    if (token) cjose_jws_release(token);
    if (key) cjose_jwk_release(key);
    return verifies;
}
