#!/usr/bin/env python3
"""A real provider of identities (Debian's glewlwyd) on this machine, and a person who signs in there.

provider.py serve FOLDER PORT REDIRECT SECRET   sets it up and runs it until it is killed; says "ready ISSUER"
provider.py sign-in PORT LOGIN PASSWORD URL     signs in there, and prints where the browser is sent back to
"""
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Browser:
    def __init__(self, base):
        self.base, self.cookie, self.opener = base, None, urllib.request.build_opener(Stay)

    def ask(self, method, path, body=None):
        headers = {"cookie": self.cookie} if self.cookie else {}
        data = None
        if body is not None:
            data, headers["content-type"] = json.dumps(body).encode(), "application/json"
        request = urllib.request.Request(self.base + path, data=data, method=method, headers=headers)
        try:
            answer = self.opener.open(request, timeout=20)
        except urllib.error.HTTPError as error:
            answer = error
        if answer.headers.get("set-cookie"):
            self.cookie = answer.headers["set-cookie"].split(";")[0]
        answer.read()
        return answer

    def must(self, method, path, body):
        answer = self.ask(method, path, body)
        if answer.status != 200:
            raise SystemExit(f"{method} {path}: {answer.status}")


def serve(folder, port, redirect, secret):
    base = f"http://127.0.0.1:{port}"
    with open("/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3") as script:
        subprocess.run(["sqlite3", folder + "/db"], stdin=script, check=True)
    settings = {
        "bind_address": "127.0.0.1", "external_url": base, "login_url": "login.html", "api_prefix": "api",
        "static_files_path": "/usr/share/glewlwyd/webapp/", "log_mode": "file", "log_level": "WARNING",
        "log_file": folder + "/log", "cookie_same_site": "empty", "session_key": "SESSION", "admin_scope": "g_admin",
        "profile_scope": "g_profile", "admin_session_authentication": "cookie",
        "profile_session_authentication": "cookie", "user_module_path": "/usr/lib/glewlwyd/user",
        "client_module_path": "/usr/lib/glewlwyd/client", "user_auth_scheme_module_path": "/usr/lib/glewlwyd/scheme",
        "plugin_module_path": "/usr/lib/glewlwyd/plugin", "hash_algorithm": "SHA512"}
    with open(folder + "/conf", "w") as file:
        file.write(f"port={port}\ncookie_secure=0\nsession_expiration=86400\n")
        file.writelines(f'{name}="{value}"\n' for name, value in settings.items())
        file.write(f'database={{type="sqlite3"\npath="{folder}/db"}};\n')
    child = subprocess.Popen(["glewlwyd", f"--config-file={folder}/conf"], stdout=subprocess.DEVNULL)
    admin = Browser(base + "/api")
    for _ in range(200):
        try:
            admin.ask("GET", "/../config")
            break
        except OSError:
            time.sleep(0.05)
    admin.must("POST", "/auth/", {"username": "admin", "password": "password"})
    key = subprocess.run(["openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
                         capture_output=True, text=True, check=True).stdout
    public = subprocess.run(["openssl", "pkey", "-pubout"], input=key, capture_output=True, text=True, check=True).stdout
    on = ["auth-type-code-enabled", "auth-type-code-revoke-replayed", "auth-type-id-token-enabled",
          "auth-type-refresh-enabled", "refresh-token-rolling", "pkce-allowed", "pkce-required"]
    off = ["allow-non-oidc", "auth-type-token-enabled", "auth-type-none-enabled", "auth-type-password-enabled",
           "auth-type-client-enabled", "pkce-method-plain-allowed", "introspection-revocation-allowed",
           "session-management-allowed"]
    parameters = dict.fromkeys(on, True) | dict.fromkeys(off, False) | {
        "iss": base + "/api/oidc", "jwt-type": "rsa", "jwt-key-size": "256", "key": key, "cert": public,
        "access-token-duration": 600, "refresh-token-duration": 86400, "code-duration": 60, "pkce-scopes": [],
        "secret-type": "public", "subject-type": "public", "address-claim": {"type": "no", "mandatory": False},
        "name-claim": "no", "email-claim": "no", "scope-claim": "no", "claims": [],
        "restrict-scope-client-property": ""}
    admin.must("POST", "/mod/plugin/", {"module": "oidc", "name": "oidc", "display_name": "OIDC", "parameters": parameters})
    # It may come with that scope.
    admin.ask("POST", "/scope/", {"name": "openid", "display_name": "openid", "password_required": True, "scheme": {}})
    admin.must("POST", "/client/", {
        "client_id": "yanshou", "name": "yanshou", "enabled": True, "confidential": True, "client_secret": secret,
        "password": secret, "scope": ["openid"], "redirect_uri": [redirect],
        "authorization_type": ["code", "refresh_token"], "token_endpoint_auth_method": ["client_secret_basic"]})
    for login in ("zhang", "li"):
        admin.must("POST", "/user/", {"username": login, "name": login, "enabled": True,
                                      "password": "pw-std-2026", "scope": ["openid", "g_profile"]})
    print("ready", base + "/api/oidc", flush=True)
    child.wait()


def sign_in(port, login, password, url):
    browser = Browser(f"http://127.0.0.1:{port}/api")
    browser.must("POST", "/auth/", {"username": login, "password": password})
    browser.must("PUT", "/auth/grant/yanshou", {"scope": "openid"})
    # It wants the password anew before each answer.
    browser.must("POST", "/auth/", {"username": login, "password": password})
    parts = urllib.parse.urlsplit(url)
    answer = browser.ask("GET", parts.path.removeprefix("/api") + "?g_continue&" + parts.query)
    print(answer.headers.get("location") or f"status {answer.status}", flush=True)


{"serve": serve, "sign-in": sign_in}[sys.argv[1]](*sys.argv[2:])
