namespace Seaworthy.Model.Known.Packages;

/// <summary>How SQLAlchemy's drivers work: some only with an asynchronous engine, some only with an ordinary one.</summary>
/// <remarks>Sources: SQLAlchemy, "Asynchronous I/O (asyncio)", "PostgreSQL", "MySQL and MariaDB", "SQLite"; SQLAlchemy 1.4 changelog: the name <c>postgres</c> is gone.</remarks>
public static class EngineDriver
{
    private static readonly string[] Asynchronous =
    [
        "postgresql+asyncpg",
        "mysql+aiomysql",
        "mysql+asyncmy",
        "mariadb+aiomysql",
        "mariadb+asyncmy",
        "sqlite+aiosqlite",
        "mssql+aioodbc",
    ];

    private static readonly string[] Ordinary =
    [
        "postgresql",
        "postgresql+psycopg2",
        "postgresql+pg8000",
        "mysql",
        "mysql+pymysql",
        "mysql+mysqldb",
        "mysql+mysqlconnector",
        "mariadb",
        "mariadb+pymysql",
        "sqlite",
        "sqlite+pysqlite",
    ];

    /// <summary>Works with <c>create_async_engine</c> alone.</summary>
    public static bool IsAsynchronous(string scheme) => Asynchronous.Contains(scheme, StringComparer.Ordinal);

    /// <summary>Works with <c>create_engine</c> alone.</summary>
    public static bool IsOrdinary(string scheme) => Ordinary.Contains(scheme, StringComparer.Ordinal);

    /// <summary>The dialect with a driver that works with the engine.</summary>
    public static string For(string scheme, bool isAsync) =>
        scheme.Split('+')[0] switch
        {
            "postgresql" or "postgres" => isAsync ? "postgresql+asyncpg" : "postgresql+psycopg",
            "mysql" => isAsync ? "mysql+asyncmy" : "mysql+pymysql",
            "mariadb" => isAsync ? "mariadb+asyncmy" : "mariadb+pymysql",
            "sqlite" => isAsync ? "sqlite+aiosqlite" : "sqlite",
            var dialect => dialect,
        };
}
