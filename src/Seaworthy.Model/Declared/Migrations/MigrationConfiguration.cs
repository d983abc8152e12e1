using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Migrations;

/// <summary>A file that sets up a migration tool: alembic.ini, Alembic's env.py, diesel.toml, schema.prisma, knexfile, drizzle.config, flyway.conf, migration_lock.toml.</summary>
public sealed record MigrationConfiguration(SourceFile File, MigrationTool Tool) : Artifact(File)
{
    /// <summary>Where the migrations are, as written, relative to the file's directory.</summary>
    public Fact<string>? Directory { get; init; }

    /// <summary>The database's address as written; a fallback that env.py may override, an example value, or empty.</summary>
    public Fact<string>? Url { get; init; }

    /// <summary><c>postgresql</c>, <c>mysql</c>, <c>sqlite</c>… as written.</summary>
    public Fact<string>? Provider { get; init; }

    /// <summary>Code generators (Prisma) with their outputs.</summary>
    public IReadOnlyList<Fact<string>> Generators { get; init; } = [];

    /// <summary>The tables of its models, each at the line that begins the model: Prisma's <c>model</c>, by its <c>@@map</c> if it has one.</summary>
    public IReadOnlyList<Fact<string>> Tables { get; init; } = [];

    /// <summary>Code that the tool writes: the Prisma client's directory, Diesel's schema.rs.</summary>
    public Fact<string>? Output { get; init; }
}
