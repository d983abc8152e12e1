using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Sql;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>Drivers of Laravel that keep sessions, cached values and jobs in the database, and what needs a published migration.</summary>
/// <remarks>
/// Sources: Laravel documentation, "HTTP Session", "Database"; "Cache", "Database"; "Queues", "Database"; "Notifications", "Database Notifications"; Sanctum, UPGRADE.md: since 4.0 its migrations have to be published.
/// </remarks>
internal static class TablesOfLaravel
{
    private const string Value = "database";

    private static readonly Driver[] Drivers =
    [
        new(
            ["SESSION_DRIVER"],
            "sessions",
            "SESSION_TABLE",
            "php artisan make:session-table",
            "each page that starts a session answers 500"
        ),
        new(
            ["CACHE_STORE", "CACHE_DRIVER"],
            "cache",
            "DB_CACHE_TABLE",
            "php artisan make:cache-table",
            "each use of the cache fails, and `queue:work` exits"
        ),
        new(["QUEUE_CONNECTION", "QUEUE_DRIVER"], "jobs", "DB_QUEUE_TABLE", "php artisan make:queue-table", "each dispatch of a job fails"),
    ];

    public static IEnumerable<NeededTable> Link(Deployment deployment) =>
        from history in deployment.Migrations
        where history is { Tool: MigrationTool.Laravel, Files.Count: > 0 }
        let root = Root(history.Directory)
        where root is not null
        let composer = deployment.At<ComposerJson>(RepositoryPath.Join(root, "composer.json") ?? "composer.json")
        let framework = composer?.FindDependency("laravel/framework")
        where composer is not null && framework is not null
        from needed in Of(deployment, history, root, composer)
        let isOfTemplate = deployment.At<EnvFile>(needed.Span.File.Path) is { IsTemplate: true }
        select needed with
        {
            Span = isOfTemplate ? framework.Span : needed.Span,
            SetIn = isOfTemplate ? needed.Span : null,
            Directory = history.Directory,
            Missing = [.. needed.Tables.Where(table => !IsCreated(deployment, history, table))],
            RunBy = history.RunBy.Count > 0 ? history.RunBy[0].Span : null,
            UndecidedBecause = Doubt(deployment, history),
        };

    private static string? Root(string directory) =>
        directory == "database/migrations" ? ""
        : directory.EndsWith("/database/migrations", StringComparison.Ordinal) ? directory[..^"/database/migrations".Length]
        : null;

    private static IEnumerable<NeededTable> Of(Deployment deployment, MigrationHistory history, string root, ComposerJson composer)
    {
        var code = deployment.Of<CodeFile>().Where(file => file.Language == Language.Php && IsBelow(file.File.Path, root)).ToList();
        foreach (var driver in Drivers)
        {
            if (Chosen(deployment, code, root, driver.Variables) is { } chosen && !IsNamed(deployment, root, driver.TableVariable))
            {
                yield return new NeededTable($"`{chosen.Name}={Value}`", [driver.Table], chosen.Span, driver.Maker)
                {
                    Effect = driver.Effect,
                };
            }
        }

        if (Failing(deployment, root) is { } worker)
        {
            yield return new NeededTable("`queue:work`", ["failed_jobs"], worker, "php artisan make:queue-failed-table")
            {
                Effect = "a job that fails for good is lost without a record",
                IsLenient = true,
            };
        }

        if (
            composer.FindDependency("laravel/sanctum") is { Range: { } range }
            && VersionLine.Parse(range.TrimStart('^', '~', '>', '=', ' ', 'v')) is { MajorVersion: >= 4 }
            && composer.FindDependency("laravel/passport") is null
            && Setting(code, CodeWords.LaravelToken) is { } token
        )
        {
            yield return new NeededTable("`createToken` of Sanctum", ["personal_access_tokens"], token, "php artisan install:api")
            {
                Effect = "each sign-in answers 500",
            };
        }

        if (Setting(code, CodeWords.LaravelNotification) is { } notification)
        {
            yield return new NeededTable("the `database` channel", ["notifications"], notification, "php artisan make:notifications-table")
            {
                Effect = "each such notification fails",
            };
        }
    }

    private static SourceSpan? Setting(List<CodeFile> code, string name) =>
        code.Where(file => !file.IsTest)
            .SelectMany(file => file.Settings)
            .Where(setting => setting.Name == name)
            .Select(setting => (SourceSpan?)setting.Span)
            .FirstOrDefault();

    /// <summary>The value that a workload gets, else that of a file of the environment, else the default of the configuration.</summary>
    private static Fact<string>? Named(Deployment deployment, List<CodeFile> code, string root, string variable)
    {
        var supplied = deployment
            .WorkloadsOfRoot(root)
            .SelectMany(workload => workload.Supplied)
            .Where(value => value.Name == variable && value.Value.Text is not null)
            .Select(value => new Fact<string>(value.Value.Text ?? "", value.Span))
            .ToList();
        if (supplied.Count > 0)
        {
            return supplied.FirstOrDefault(value => value.Value == Value) ?? supplied[0];
        }

        var files = deployment
            .Of<EnvFile>()
            .Where(file => file.File.Directory == root && file.Environment is not ("test" or "testing"))
            .ToList();
        var written = files
            .OrderBy(file =>
                file.Environment is "production" ? 0
                : file.IsTemplate ? 2
                : 1
            )
            .Select(file => file.Find(variable))
            .FirstOrDefault(entry => entry?.Value?.Literal is { Length: > 0 });
        return written is not null
            ? new Fact<string>(written.Value?.Literal ?? "", written.Span)
            : code.Where(file => IsBelow(file.File.Path, Join(root, "config")))
                .SelectMany(file => file.EnvironmentReads)
                .Where(read => read.Name == variable)
                .Select(read => read.Default is CodeValue.Literal literal ? new Fact<string>(literal.Text, read.Span) : null)
                .FirstOrDefault(value => value is not null);
    }

    private static ChosenDriver? Chosen(Deployment deployment, List<CodeFile> code, string root, string[] variables) =>
        variables
            .Select(variable => new { variable, found = Named(deployment, code, root, variable) })
            .FirstOrDefault(chosen => chosen.found is not null)
            is { found: { Value: Value } fact } first
            ? new ChosenDriver(first.variable, fact.Span)
            : null;

    private static bool IsNamed(Deployment deployment, string root, string variable) =>
        deployment.WorkloadsOfRoot(root).Any(workload => workload.Supplied.Any(value => value.Name == variable))
        || deployment.Of<EnvFile>().Any(file => file.File.Directory == root && file.Find(variable) is not null);

    /// <summary>A worker of a queue that is kept somewhere, whose failed jobs go to the database unless something says otherwise.</summary>
    private static SourceSpan? Failing(Deployment deployment, string root) =>
        IsNamed(deployment, root, "QUEUE_FAILED_DRIVER")
            ? null
            : deployment
                .WorkloadsOfRoot(root)
                .SelectMany(workload => TaskWorkers.Commands(deployment, workload))
                .Concat(
                    deployment
                        .Of<SupervisorConfig>()
                        .Where(config => IsBelow(config.File.Path, root))
                        .SelectMany(config => config.Programs)
                        .SelectMany(program => program.Commands)
                )
                .Where(command => command.Words.Any(word => word.Literal is "queue:work" or "horizon"))
                .Select(command => (SourceSpan?)command.Span)
                .FirstOrDefault();

    private static bool IsCreated(Deployment deployment, MigrationHistory history, string table) =>
        history.Files.Any(file =>
            file.CreatedTables.Any(created => created.Value == table) || file.OtherNames.Any(name => MayBe(name, table))
        )
        || deployment
            .Of<SqlScript>()
            .SelectMany(script => script.Tables)
            .Any(created => created[(created.LastIndexOf('.') + 1)..].Trim('`', '"') == table);

    /// <summary><c>config('session.table')</c> is the table of sessions.</summary>
    private static bool MayBe(string expression, string table) =>
        table switch
        {
            "sessions" => expression.Contains("session", StringComparison.OrdinalIgnoreCase),
            "cache" => expression.Contains("cache", StringComparison.OrdinalIgnoreCase),
            "jobs" or "failed_jobs" => expression.Contains("queue", StringComparison.OrdinalIgnoreCase),
            _ => expression.Contains(table, StringComparison.OrdinalIgnoreCase),
        };

    /// <summary>A command makes the migration in the deployment, or the migrations of another directory are loaded.</summary>
    private static string? Doubt(Deployment deployment, MigrationHistory history) =>
        deployment
            .Commands.Where(site =>
                site.Command.Text.Contains("artisan", StringComparison.Ordinal)
                && (
                    site.Command.Text.Contains("-table", StringComparison.Ordinal)
                    || site.Command.Text.Contains(":table", StringComparison.Ordinal)
                    || site.Command.Text.Contains("vendor:publish", StringComparison.Ordinal)
                    || site.Command.Text.Contains("--path", StringComparison.Ordinal)
                )
            )
            .Select(site => $"{site.Span} may make it")
            .FirstOrDefault()
        ?? deployment
            .Migrations.Where(other => other != history && other.Tool == MigrationTool.Laravel && other.Files.Count > 0)
            .Select(other => $"{other.Directory} has migrations too")
            .FirstOrDefault();

    private static bool IsBelow(string path, string root) => root.Length == 0 || path.StartsWith(root + "/", StringComparison.Ordinal);

    private static string Join(string root, string name) => root.Length == 0 ? name : $"{root}/{name}";

    /// <summary>What chooses a driver, and the table that it uses.</summary>
    /// <param name="TableVariable">The variable that names another table.</param>
    private sealed record Driver(string[] Variables, string Table, string TableVariable, string Maker, string Effect);

    private sealed record ChosenDriver(string Name, SourceSpan Span);
}
