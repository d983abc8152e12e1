using static Seaworthy.Model.Declared.Scripts.Commands.MigrationVerb;

namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>The migration tools' command lines as data: program, verb words, meaning. Sources: each tool's command line reference.</summary>
internal static class MigrationTools
{
    /// <summary>The grammar of a tool: Java's and Go's have one dash in front of long names.</summary>
    public static OptionGrammar GrammarOf(string program) => program is "flyway" or "goose" or "migrate" ? SingleDash : Grammar;

    private static readonly OptionGrammar SingleDash = new("-c -dir -path -source -database -url -d -n") { HasSingleDash = true };

    private static OptionGrammar Grammar { get; } =
        new(
            """
            -c --config --schema --knexfile --dir --path -p --source --migration-dir --migrations-path --project -d --dataSource --migrations-dir
            --database-url --database --url -dir -path -source -database -url --name -n --env -x --startup-project -s --context -m --message --settings
            --to
            """
        );

    private static readonly Row[] Table =
    [
        new("alembic", "upgrade", "alembic", Up),
        new("alembic", "downgrade", "alembic", Down),
        new("alembic", "revision", "alembic", Create),
        new("alembic", "stamp", "alembic", Push),
        new("alembic", "current", "alembic", Status),
        new("alembic", "history", "alembic", Status),
        new("alembic", "heads", "alembic", Status),
        new("alembic", "check", "alembic", Status),
        new("flask", "db upgrade", "alembic", Up),
        new("flask", "db downgrade", "alembic", Down),
        new("flask", "db migrate", "alembic", Create),
        new("manage.py", "migrate", "django", Up),
        new("manage.py", "makemigrations", "django", Create),
        new("manage.py", "showmigrations", "django", Status),
        new("manage.py", "flush", "django", Reset),
        new("manage.py", "loaddata", "django", Seed),
        new("aerich", "upgrade", "aerich", Up),
        new("prisma", "migrate deploy", "prisma", Up),
        new("prisma", "migrate dev", "prisma", Create),
        new("prisma", "migrate reset", "prisma", Reset),
        new("prisma", "migrate status", "prisma", Status),
        new("prisma", "migrate resolve", "prisma", Status),
        new("prisma", "migrate diff", "prisma", Status),
        new("prisma", "db push", "prisma", Push),
        new("prisma", "db seed", "prisma", Seed),
        new("prisma", "generate", "prisma", Generate),
        new("knex", "migrate:latest", "knex", Up),
        new("knex", "migrate:up", "knex", Up),
        new("knex", "migrate:rollback", "knex", Down),
        new("knex", "migrate:down", "knex", Down),
        new("knex", "migrate:make", "knex", Create),
        new("knex", "migrate:status", "knex", Status),
        new("knex", "seed:run", "knex", Seed),
        new("sequelize", "db:migrate", "sequelize", Up),
        new("sequelize", "db:drop", "sequelize", Reset),
        new("sequelize", "db:migrate:undo", "sequelize", Down),
        new("sequelize", "db:migrate:undo:all", "sequelize", Down),
        new("sequelize", "db:seed:all", "sequelize", Seed),
        new("sequelize-cli", "db:migrate", "sequelize", Up),
        new("sequelize-cli", "db:migrate:undo", "sequelize", Down),
        new("sequelize-cli", "db:seed:all", "sequelize", Seed),
        new("typeorm", "migration:run", "typeorm", Up),
        new("typeorm", "migration:revert", "typeorm", Down),
        new("typeorm", "migration:generate", "typeorm", Create),
        new("typeorm", "migration:create", "typeorm", Create),
        new("typeorm", "migration:show", "typeorm", Status),
        new("typeorm", "schema:sync", "typeorm", Push),
        new("typeorm-ts-node-commonjs", "migration:run", "typeorm", Up),
        new("typeorm-ts-node-esm", "migration:run", "typeorm", Up),
        new("drizzle-kit", "migrate", "drizzle", Up),
        new("drizzle-kit", "push", "drizzle", Push),
        new("drizzle-kit", "generate", "drizzle", Create),
        new("mikro-orm", "migration:up", "mikro-orm", Up),
        new("node-pg-migrate", "up", "node-pg-migrate", Up),
        new("node-pg-migrate", "down", "node-pg-migrate", Down),
        new("migrate-mongo", "up", "migrate-mongo", Up),
        new("migrate-mongo", "down", "migrate-mongo", Down),
        new("db-migrate", "up", "db-migrate", Up),
        new("db-migrate", "down", "db-migrate", Down),
        new("diesel", "migration run", "diesel", Up),
        new("diesel", "migration revert", "diesel", Down),
        new("diesel", "migration redo", "diesel", Down),
        new("diesel", "migration generate", "diesel", Create),
        new("diesel", "migration list", "diesel", Status),
        new("diesel", "migration pending", "diesel", Status),
        new("diesel", "setup", "diesel", Up),
        new("diesel", "database reset", "diesel", Reset),
        new("diesel", "database setup", "diesel", Up),
        new("sqlx", "migrate run", "sqlx", Up),
        new("sqlx", "migrate revert", "sqlx", Down),
        new("sqlx", "migrate add", "sqlx", Create),
        new("sqlx", "migrate info", "sqlx", Status),
        new("sqlx", "database reset", "sqlx", Reset),
        new("sqlx", "database setup", "sqlx", Up),
        new("cargo", "sqlx migrate run", "sqlx", Up),
        new("refinery", "migrate", "refinery", Up),
        new("sea-orm-cli", "migrate up", "sea-orm", Up),
        new("sea-orm-cli", "migrate down", "sea-orm", Down),
        new("sea-orm-cli", "migrate", "sea-orm", Up),
        new("flyway", "migrate", "flyway", Up),
        new("flyway", "undo", "flyway", Down),
        new("flyway", "clean", "flyway", Reset),
        new("flyway", "info", "flyway", Status),
        new("flyway", "validate", "flyway", Status),
        new("liquibase", "update", "liquibase", Up),
        new("liquibase", "rollback", "liquibase", Down),
        new("liquibase", "status", "liquibase", Status),
        new("mvn", "flyway:migrate", "flyway", Up),
        new("mvn", "liquibase:update", "liquibase", Up),
        new("gradle", "flywayMigrate", "flyway", Up),
        new("gradlew", "flywayMigrate", "flyway", Up),
        new("goose", "up", "goose", Up),
        new("goose", "down", "goose", Down),
        new("goose", "create", "goose", Create),
        new("goose", "status", "goose", Status),
        new("goose", "reset", "goose", Reset),
        new("migrate", "up", "migrate", Up),
        new("migrate", "down", "migrate", Down),
        new("migrate", "create", "migrate", Create),
        new("migrate", "drop", "migrate", Reset),
        new("dbmate", "up", "dbmate", Up),
        new("dbmate", "migrate", "dbmate", Up),
        new("dbmate", "down", "dbmate", Down),
        new("dbmate", "rollback", "dbmate", Down),
        new("dbmate", "new", "dbmate", Create),
        new("atlas", "migrate apply", "atlas", Up),
        new("atlas", "schema apply", "atlas", Push),
        new("tern", "migrate", "tern", Up),
        new("rails", "db:migrate", "rails", Up),
        new("rails", "db:prepare", "rails", Up),
        new("rails", "db:setup", "rails", Up),
        new("rails", "db:schema:load", "rails", Push),
        new("rails", "db:rollback", "rails", Down),
        new("rails", "db:seed", "rails", Seed),
        new("rails", "db:reset", "rails", Reset),
        new("rake", "db:migrate", "rails", Up),
        new("rake", "db:rollback", "rails", Down),
        new("rake", "db:seed", "rails", Seed),
        new("artisan", "migrate", "laravel", Up),
        new("artisan", "migrate:rollback", "laravel", Down),
        new("artisan", "migrate:fresh", "laravel", Reset),
        new("artisan", "migrate:refresh", "laravel", Reset),
        new("artisan", "migrate:status", "laravel", Status),
        new("artisan", "db:seed", "laravel", Seed),
        new("console", "doctrine:migrations:migrate", "doctrine", Up),
        new("console", "doctrine:schema:update", "doctrine", Push),
        new("dotnet", "ef database update", "ef", Up),
        new("dotnet", "ef migrations add", "ef", Create),
        new("dotnet", "ef database drop", "ef", Reset),
        new("dotnet", "ef migrations list", "ef", Status),
        new("dotnet-ef", "database update", "ef", Up),
        new("supabase", "db push", "supabase", Up),
        new("supabase", "db reset", "supabase", Reset),
        new("hasura", "migrate apply", "hasura", Up),
        new("mix", "ecto.migrate", "ecto", Up),
        new("mix", "ecto.rollback", "ecto", Down),
    ];

    private static readonly ILookup<string, Row> ByProgram = Table.ToLookup(row => row.Program, StringComparer.Ordinal);

    /// <summary>Whether the program is in the table, or an interpreter of one that is.</summary>
    public static bool MayBe(string program) =>
        ByProgram.Contains(program) || program.StartsWith("python", StringComparison.Ordinal) || program is "php" or "node" or "ruby";

    /// <summary>The words that are no options, with the program first; interpreters of a tool's script are left out (<c>php artisan</c>, <c>python manage.py</c>).</summary>
    public static IReadOnlyList<string> Words(CommandLine line)
    {
        List<string> words = [line.Program, .. line.Options(GrammarOf(line.Program)).Operands.Select(word => word.Literal ?? "")];
        if (words.Count > 1 && (words[0].StartsWith("python", StringComparison.Ordinal) || words[0] is "php" or "node" or "ruby"))
        {
            words.RemoveAt(0);
            words[0] = words[0][(words[0].LastIndexOf('/') + 1)..];
        }

        return words;
    }

    /// <summary>The longest row whose words follow the program.</summary>
    public static (string Tool, MigrationVerb Verb)? Find(CommandLine line, IReadOnlyList<string> words)
    {
        var rest = string.Join(' ', words.Skip(1));
        var best = ByProgram[words[0]]
            .Where(row =>
                Begins(rest, row.Words)
                || (row.Tool is "goose" or "migrate" or "flyway" or "liquibase" && words.Skip(1).Contains(row.Words))
            )
            .OrderByDescending(row => row.Words.Length)
            .FirstOrDefault();
        return best is null ? null : (best.Tool, best.Verb);
    }

    private static bool Begins(string text, string words) =>
        text.StartsWith(words, StringComparison.Ordinal) && (text.Length == words.Length || text[words.Length] == ' ');

    /// <summary>What a program does when it is given these words.</summary>
    private sealed record Row(string Program, string Words, string Tool, MigrationVerb Verb);
}
