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

    /// <summary>The driver that an address names; null where it names none.</summary>
    public static DatabaseDriver? Of(string address)
    {
        var end = address.IndexOf("://", StringComparison.Ordinal);
        return end > 0 ? Array.Find(All, driver => address.AsSpan(0, end).Equals(driver.Scheme, StringComparison.OrdinalIgnoreCase)) : null;
    }
}
