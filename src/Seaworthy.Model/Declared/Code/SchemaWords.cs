using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Code;

/// <summary>What source and commands say of the tables of a database; worked out when somebody asks.</summary>
/// <remarks>
/// Sources: SQLAlchemy documentation, "Declarative Tables with Mapped Column" and "Reflecting Database Objects"; Flask-SQLAlchemy documentation, "Models and Tables";
/// SQLModel documentation, "Create a Table with SQLModel"; TypeORM documentation, "Entities" and "Migrations".
/// </remarks>
public static class SchemaWords
{
    private static readonly string[] ModelsOfAlchemy = ["__tablename__", "(db.Model)", "table=True", "(db.Model,"];

    private static readonly string[] ModelsOfTypeOrm = ["@Entity("];

    // Tables are made by a statement or a call, or they are there and are read from the database.
    private static readonly string[] Making =
    [
        "CREATE TABLE",
        "__table__.create",
        "createTable",
        "create_table",
        "tables.create",
        "init_models",
        "run_migrations",
        "runMigrations",
        "migrationsRun",
        ".synchronize(",
        "generate_schemas",
        "upgrade(",
        "alembic.c",
        "alembic import",
        "\"alembic",
        "'alembic",
        ".sql\"",
        ".sql'",
        "autoload_with",
        "automap_base",
    ];

    private static readonly string[] Commands =
    [
        "alembic",
        "create-db",
        "create_all",
        "create_db",
        "create_table",
        "createall",
        "db init",
        "db push",
        "db upgrade",
        "db:",
        "flask db",
        "init-db",
        "init_db",
        "initdb",
        "migrat",
        "mysql ",
        "pg_restore",
        "psql",
        "typeorm",
        ".sql",
    ];

    // Of a program: "python scripts/setup.py" may create them as well.
    private static readonly string[] Interpreters = ["flask", "node", "npm", "pnpm", "poetry", "python", "python3", "tsx", "uv", "yarn"];

    private static readonly string[] Preparing = ["create", "init", "reset", "seed", "setup"];

    /// <summary>The library by whose models the file describes tables, and the first of them; null without one.</summary>
    public static Fact<string>? Model(this CodeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file switch
        {
            { Language: Language.Python } => First(file.File, "SQLAlchemy", ModelsOfAlchemy),
            { Language: Language.TypeScript } when file.Imports.Any(import => import.IsOf("typeorm")) => First(
                file.File,
                "TypeORM",
                ModelsOfTypeOrm
            ),
            _ => null,
        };
    }

    /// <summary>It may create tables, or run what creates them, in another way than by <c>create_all</c>.</summary>
    public static bool MayCreateTables(this CodeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Array.Exists(Making, word => file.File.Mentions(word, StringComparison.OrdinalIgnoreCase))
            || file.File.PlacesOf("synchronize").Any(at => !IsOff(file.File.Text.AsSpan(at + "synchronize".Length)));
    }

    /// <summary>A command that may bring a schema to a database.</summary>
    public static bool MayCreateTables(this ShellCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var text = command.Text;
        return Array.Exists(Commands, word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
            || Interpreters.Contains(command.Program)
                && Array.Exists(Preparing, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsOff(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        return rest is [':', ..] && rest[1..].TrimStart().StartsWith("false", StringComparison.Ordinal);
    }

    private static Fact<string>? First(SourceFile file, string library, string[] words) =>
        words
            .Select(word => new { word, at = file.Text.IndexOf(word, StringComparison.Ordinal) })
            .Where(found => found.at >= 0)
            .OrderBy(found => found.at)
            .Select(found => new Fact<string>(library, new SourceSpan(file, found.at, found.word.Length)))
            .FirstOrDefault();
}
