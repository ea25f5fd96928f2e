"""One session of psql, asked again and again: statements in, lines out."""
import subprocess


# A token that was taken back; it opens nothing.
REVOKED = (
    "insert into auth.token (token_hash, kind, district, appointment_id, expires_at, revoked_at) "
    "select sha256(sha256(convert_to('ys_matrix_revoked', 'UTF8'))), 'api', district, appointment_id, "
    "'infinity', now() from auth.appointment where district = 1 limit 1 on conflict do nothing")


class ProbeFailed(Exception):
    """A question that the database could not be asked at all."""


class Psql:
    def __init__(self, url):
        self.process = subprocess.Popen(
            ["psql", "-X", "-q", "-At", "-v", "VERBOSITY=sqlstate", "-d", url],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.asked = 0

    def ask(self, statements):
        """Runs statements, gives their lines; an error is a line that begins with ERROR or psql."""
        self.asked += 1
        mark = f"--done {self.asked}--"
        self.process.stdin.write(f"{statements}\n;\\echo '{mark}'\n")
        self.process.stdin.flush()
        lines = []
        for line in self.process.stdout:
            line = line.rstrip("\n")
            if line == mark:
                return lines
            lines.append(line)
        raise RuntimeError("psql ended: " + "\n".join(lines[-5:]))

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def quoted(text):
    return "'" + text.replace("'", "''") + "'"
