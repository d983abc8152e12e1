using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Runtimes;

namespace Seaworthy.Model.Known.Packages;

/// <summary>The distribution that SQLAlchemy imports for an address.</summary>
/// <param name="Scheme">Of the address, with the driver that it names: <c>postgresql+psycopg</c>.</param>
/// <param name="Module">What is imported.</param>
/// <param name="Distributions">Any of these brings it; the first is the one to add.</param>
/// <remarks>Sources: SQLAlchemy, "Database URLs" and the pages of its dialects.</remarks>
public sealed record DatabaseDriver(string Scheme, string Module, params IReadOnlyList<string> Distributions)
{
    private static readonly DatabaseDriver[] All =
    [
        new("postgresql+psycopg", "psycopg", "psycopg", "psycopg-binary", "psycopg3"),
        new("postgresql+psycopg2", "psycopg2", "psycopg2-binary", "psycopg2"),
        new("postgresql+asyncpg", "asyncpg", "asyncpg"),
        new("postgresql+pg8000", "pg8000", "pg8000"),
        new("mysql+pymysql", "pymysql", "pymysql"),
        new("mariadb+pymysql", "pymysql", "pymysql"),
        new("mysql+mysqldb", "MySQLdb", "mysqlclient"),
        new("mysql+aiomysql", "aiomysql", "aiomysql"),
        new("mysql+asyncmy", "asyncmy", "asyncmy"),
        new("mysql+mysqlconnector", "mysql.connector", "mysql-connector-python", "mysql-connector"),
        new("mssql+pyodbc", "pyodbc", "pyodbc"),
        new("mssql+pymssql", "pymssql", "pymssql"),
        new("oracle+cx_oracle", "cx_Oracle", "cx-oracle"),
        new("oracle+oracledb", "oracledb", "oracledb"),
        new("sqlite+aiosqlite", "aiosqlite", "aiosqlite"),
    ];

    // They ask for an older SQLAlchemy themselves. Source: their Requires-Dist in the Python Package Index.
    private static readonly string[] Holding = ["sqlmodel", "fastapi-users-db-sqlalchemy", "apache-airflow", "apache-superset"];

    /// <summary>The dialect: <c>postgresql</c>.</summary>
    public string Dialect => Scheme.Split('+')[0];

    /// <summary>Every driver of the same dialect.</summary>
    public IEnumerable<DatabaseDriver> Others => All.Where(driver => driver.Dialect == Dialect && driver != this);

    /// <summary>The driver that SQLAlchemy takes for an address that names none; null where nothing is known.</summary>
    /// <remarks>Sources: SQLAlchemy, "What's New in SQLAlchemy 2.1?", "Default PostgreSQL driver changed to psycopg"; gramps-project/gramps-web-api, release 3.22.3.</remarks>
    public static DatabaseDriver? DefaultOf(string scheme, bool isSince21) =>
        scheme switch
        {
            "postgresql" => Array.Find(All, driver => driver.Module == (isSince21 ? "psycopg" : "psycopg2")),
            "mysql" => Array.Find(All, driver => driver.Module == "MySQLdb"),
            _ => null,
        };

    /// <summary>Whether these packages bring SQLAlchemy 2.1 or later; null where they do not decide.</summary>
    public static bool? IsSince21(IReadOnlyList<Dependency> packages)
    {
        ArgumentNullException.ThrowIfNull(packages);
        var names = packages.Select(package => Dependency.PythonName(package.Name)).ToList();
        var own = packages.FirstOrDefault(package => Dependency.PythonName(package.Name) == "sqlalchemy");
        if (names.Exists(name => Holding.Contains(name, StringComparer.Ordinal)))
        {
            return false;
        }

        return own is null ? (names.Contains("flask-sqlalchemy", StringComparer.Ordinal) ? true : null)
            : own.Range is not { } range ? true
            : VersionLine.Parse("2.1") is { } line ? VersionRange.Parse(range, "python")?.Accepts(line with { End = long.MaxValue })
            : null;
    }

    /// <summary>The driver that an address names; null where it names none.</summary>
    public static DatabaseDriver? Of(string address)
    {
        var end = address.IndexOf("://", StringComparison.Ordinal);
        return end > 0 ? Array.Find(All, driver => address.AsSpan(0, end).Equals(driver.Scheme, StringComparison.OrdinalIgnoreCase)) : null;
    }
}
