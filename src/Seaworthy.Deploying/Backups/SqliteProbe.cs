namespace Seaworthy.Deploying.Backups;

/// <summary>Opens SQLite databases by whatever client a container has: its own program, Python, Node.js or PHP. Without one nothing is said.</summary>
/// <remarks>Source: SQLite documentation, "PRAGMA integrity_check". It opens a log that was left behind as a program does after a crash.</remarks>
internal static class SqliteProbe
{
    /// <summary>Begins the line that names what is wrong.</summary>
    public const string Fault = "fault: ";

    /// <summary>Its words are <c>sh</c> and the paths of databases.</summary>
    public const string Script = $$"""
        ask() {
          if command -v sqlite3 >/dev/null 2>&1; then
            sqlite3 "$1" 'pragma integrity_check'
          elif command -v python3 >/dev/null 2>&1 && python3 -c 'import sqlite3' 2>/dev/null; then
            python3 -c 'import sqlite3, sys; print("\n".join(row[0] for row in sqlite3.connect(sys.argv[1]).execute("pragma integrity_check")))' "$1"
          elif command -v node >/dev/null 2>&1 && node -e 'require("node:sqlite")' 2>/dev/null; then
            node --no-warnings -e 'console.log(new (require("node:sqlite").DatabaseSync)(process.argv[1]).prepare("pragma integrity_check").all().map(row => row.integrity_check).join("\n"))' "$1"
          elif command -v node >/dev/null 2>&1 && node -e 'require("better-sqlite3")' 2>/dev/null; then
            node -e 'console.log(new (require("better-sqlite3"))(process.argv[1]).pragma("integrity_check").map(row => row.integrity_check).join("\n"))' "$1"
          elif command -v php >/dev/null 2>&1 && php -r 'new PDO("sqlite::memory:");' >/dev/null 2>&1; then
            php -r 'echo implode("\n", (new PDO("sqlite:" . $argv[1]))->query("pragma integrity_check")->fetchAll(PDO::FETCH_COLUMN));' "$1"
          else
            echo ok
          fi
        }
        set -f
        for f; do
          said=$(ask "$f" 2>&1 | head -n 5)
          [ "$said" = ok ] || { echo "{{Fault}}$f: $(echo $said)"; exit 1; }
        done
        """;
}
