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

    private static readonly (string Program, string Words, string Tool, MigrationVerb Verb)[] Table =
    [
        ("alembic", "upgrade", "alembic", Up),
        ("alembic", "downgrade", "alembic", Down),
        ("alembic", "revision", "alembic", Create),
        ("alembic", "stamp", "alembic", Push),
        ("alembic", "current", "alembic", Status),
        ("alembic", "history", "alembic", Status),
        ("alembic", "heads", "alembic", Status),
        ("alembic", "check", "alembic", Status),
        ("flask", "db upgrade", "alembic", Up),
        ("flask", "db downgrade", "alembic", Down),
        ("flask", "db migrate", "alembic", Create),
        ("manage.py", "migrate", "django", Up),
        ("manage.py", "makemigrations", "django", Create),
        ("manage.py", "showmigrations", "django", Status),
        ("manage.py", "flush", "django", Reset),
        ("manage.py", "loaddata", "django", Seed),
        ("aerich", "upgrade", "aerich", Up),
        ("prisma", "migrate deploy", "prisma", Up),
        ("prisma", "migrate dev", "prisma", Create),
        ("prisma", "migrate reset", "prisma", Reset),
        ("prisma", "migrate status", "prisma", Status),
        ("prisma", "migrate resolve", "prisma", Status),
        ("prisma", "migrate diff", "prisma", Status),
        ("prisma", "db push", "prisma", Push),
        ("prisma", "db seed", "prisma", Seed),
        ("prisma", "generate", "prisma", Generate),
        ("knex", "migrate:latest", "knex", Up),
        ("knex", "migrate:up", "knex", Up),
        ("knex", "migrate:rollback", "knex", Down),
        ("knex", "migrate:down", "knex", Down),
        ("knex", "migrate:make", "knex", Create),
        ("knex", "migrate:status", "knex", Status),
        ("knex", "seed:run", "knex", Seed),
        ("sequelize", "db:migrate", "sequelize", Up),
        ("sequelize", "db:migrate:undo", "sequelize", Down),
        ("sequelize", "db:migrate:undo:all", "sequelize", Down),
        ("sequelize", "db:seed:all", "sequelize", Seed),
        ("sequelize-cli", "db:migrate", "sequelize", Up),
        ("sequelize-cli", "db:migrate:undo", "sequelize", Down),
        ("sequelize-cli", "db:seed:all", "sequelize", Seed),
        ("typeorm", "migration:run", "typeorm", Up),
        ("typeorm", "migration:revert", "typeorm", Down),
        ("typeorm", "migration:generate", "typeorm", Create),
        ("typeorm", "migration:create", "typeorm", Create),
        ("typeorm", "migration:show", "typeorm", Status),
        ("typeorm", "schema:sync", "typeorm", Push),
        ("typeorm-ts-node-commonjs", "migration:run", "typeorm", Up),
        ("typeorm-ts-node-esm", "migration:run", "typeorm", Up),
        ("drizzle-kit", "migrate", "drizzle", Up),
        ("drizzle-kit", "push", "drizzle", Push),
        ("drizzle-kit", "generate", "drizzle", Create),
        ("mikro-orm", "migration:up", "mikro-orm", Up),
        ("node-pg-migrate", "up", "node-pg-migrate", Up),
        ("node-pg-migrate", "down", "node-pg-migrate", Down),
        ("migrate-mongo", "up", "migrate-mongo", Up),
        ("migrate-mongo", "down", "migrate-mongo", Down),
        ("db-migrate", "up", "db-migrate", Up),
        ("db-migrate", "down", "db-migrate", Down),
        ("diesel", "migration run", "diesel", Up),
        ("diesel", "migration revert", "diesel", Down),
        ("diesel", "migration redo", "diesel", Down),
        ("diesel", "migration generate", "diesel", Create),
        ("diesel", "migration list", "diesel", Status),
        ("diesel", "migration pending", "diesel", Status),
        ("diesel", "setup", "diesel", Up),
        ("diesel", "database reset", "diesel", Reset),
        ("diesel", "database setup", "diesel", Up),
        ("sqlx", "migrate run", "sqlx", Up),
        ("sqlx", "migrate revert", "sqlx", Down),
        ("sqlx", "migrate add", "sqlx", Create),
        ("sqlx", "migrate info", "sqlx", Status),
        ("sqlx", "database reset", "sqlx", Reset),
        ("sqlx", "database setup", "sqlx", Up),
        ("cargo", "sqlx migrate run", "sqlx", Up),
        ("refinery", "migrate", "refinery", Up),
        ("sea-orm-cli", "migrate up", "sea-orm", Up),
        ("sea-orm-cli", "migrate down", "sea-orm", Down),
        ("sea-orm-cli", "migrate", "sea-orm", Up),
        ("flyway", "migrate", "flyway", Up),
        ("flyway", "undo", "flyway", Down),
        ("flyway", "clean", "flyway", Reset),
        ("flyway", "info", "flyway", Status),
        ("flyway", "validate", "flyway", Status),
        ("liquibase", "update", "liquibase", Up),
        ("liquibase", "rollback", "liquibase", Down),
        ("liquibase", "status", "liquibase", Status),
        ("mvn", "flyway:migrate", "flyway", Up),
        ("mvn", "liquibase:update", "liquibase", Up),
        ("gradle", "flywayMigrate", "flyway", Up),
        ("gradlew", "flywayMigrate", "flyway", Up),
        ("goose", "up", "goose", Up),
        ("goose", "down", "goose", Down),
        ("goose", "create", "goose", Create),
        ("goose", "status", "goose", Status),
        ("goose", "reset", "goose", Reset),
        ("migrate", "up", "migrate", Up),
        ("migrate", "down", "migrate", Down),
        ("migrate", "create", "migrate", Create),
        ("migrate", "drop", "migrate", Reset),
        ("dbmate", "up", "dbmate", Up),
        ("dbmate", "migrate", "dbmate", Up),
        ("dbmate", "down", "dbmate", Down),
        ("dbmate", "rollback", "dbmate", Down),
        ("dbmate", "new", "dbmate", Create),
        ("atlas", "migrate apply", "atlas", Up),
        ("atlas", "schema apply", "atlas", Push),
        ("tern", "migrate", "tern", Up),
        ("rails", "db:migrate", "rails", Up),
        ("rails", "db:prepare", "rails", Up),
        ("rails", "db:setup", "rails", Up),
        ("rails", "db:schema:load", "rails", Push),
        ("rails", "db:rollback", "rails", Down),
        ("rails", "db:seed", "rails", Seed),
        ("rails", "db:reset", "rails", Reset),
        ("rake", "db:migrate", "rails", Up),
        ("rake", "db:rollback", "rails", Down),
        ("rake", "db:seed", "rails", Seed),
        ("artisan", "migrate", "laravel", Up),
        ("artisan", "migrate:rollback", "laravel", Down),
        ("artisan", "migrate:fresh", "laravel", Reset),
        ("artisan", "migrate:refresh", "laravel", Reset),
        ("artisan", "migrate:status", "laravel", Status),
        ("artisan", "db:seed", "laravel", Seed),
        ("console", "doctrine:migrations:migrate", "doctrine", Up),
        ("console", "doctrine:schema:update", "doctrine", Push),
        ("dotnet", "ef database update", "ef", Up),
        ("dotnet", "ef migrations add", "ef", Create),
        ("dotnet", "ef database drop", "ef", Reset),
        ("dotnet", "ef migrations list", "ef", Status),
        ("dotnet-ef", "database update", "ef", Up),
        ("supabase", "db push", "supabase", Up),
        ("supabase", "db reset", "supabase", Reset),
        ("hasura", "migrate apply", "hasura", Up),
        ("mix", "ecto.migrate", "ecto", Up),
        ("mix", "ecto.rollback", "ecto", Down),
    ];

    private static readonly ILookup<string, (string Program, string Words, string Tool, MigrationVerb Verb)> ByProgram = Table.ToLookup(
        row => row.Program,
        StringComparer.Ordinal
    );

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
        return best.Tool is null ? null : (best.Tool, best.Verb);
    }

    private static bool Begins(string text, string words) =>
        text.StartsWith(words, StringComparison.Ordinal) && (text.Length == words.Length || text[words.Length] == ' ');
}
