using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Migrations;

/// <summary>Everything that updates a schema: scripts, pipelines, images, start commands of workloads, release commands of platforms, the program itself.</summary>
internal sealed class MigrationRuns
{
    private readonly Deployment deployment;
    private readonly List<MigrationCommand> commands;
    private readonly SourceSpan? mention;
    private readonly List<FrameworkSetting> atStart;
    private readonly HashSet<string> callers;
    private readonly Lazy<HashSet<string>> started;

    public MigrationRuns(Deployment deployment)
    {
        this.deployment = deployment;
        var all = Commands(deployment).ToList();
        commands =
        [
            .. all.SelectMany(command => Inside(command).Prepend(command))
                .SelectMany(KnownCommand.Of)
                .OfType<MigrationCommand>()
                .Where(command => command.ChangesSchema),
        ];
        mention =
            all.Find(command => command.Words.Any(word => Mentions(word.Raw)))?.Span
            ?? deployment.Of<WindowsScript>().FirstOrDefault(script => Mentions(script.File.Text))?.File.Whole;
        atStart =
        [
            .. deployment
                .Of<CodeFile>()
                .SelectMany(file => file.Settings)
                .Where(setting => setting.Name is "migrations.atStartup" or "schema.ensureCreated"),
        ];
        callers = [.. deployment.Of<CodeFile>().SelectMany(file => file.Imports).Select(import => $"{import.Module}.{import.Name}")];
        started = new(() => [.. deployment.Of<CodeFile>().Where(file => !file.IsTest).SelectMany(StartedTools)]);
    }

    public IReadOnlyList<Fact<string>> Of(MigrationTool tool) =>
        [
            .. commands
                .Where(command => command.Tool == NameOf(tool))
                .Select(command => new Fact<string>(TextOf(command.Command), command.Command.Span))
                .Concat(atStart.Select(setting => new Fact<string>(setting.Name, setting.Span)))
                .DistinctBy(run => new { run.Span.File.Path, run.Span.Start })
                .OrderBy(run => run.Span.File.Path, StringComparer.Ordinal)
                .ThenBy(run => run.Span.Start),
        ];

    /// <summary>Something names migrations, or the source calls the tool's library: whether it runs these is not known.</summary>
    public bool MayRunOtherwise(MigrationTool tool) =>
        mention is not null
        || started.Value.Contains(NameOf(tool))
        || callers.Any(caller =>
            tool switch
            {
                MigrationTool.Alembic => caller.StartsWith("alembic.command", StringComparison.Ordinal)
                    || caller.StartsWith("alembic.config", StringComparison.Ordinal)
                    || caller is "flask_migrate.upgrade",
                MigrationTool.Django => caller.EndsWith(".call_command", StringComparison.Ordinal),
                MigrationTool.Diesel => caller.StartsWith("diesel_migrations", StringComparison.Ordinal),
                MigrationTool.Prisma => false,
                _ => true,
            }
        );

    /// <summary>Directories from which a tool runs migrations, and that contain none.</summary>
    public IEnumerable<MigrationHistory> WithoutFiles() =>
        deployment
            .Commands.Where(site => site is { IsRemote: false, Directories.Count: 1, IsAssumed: false })
            .Where(site => site.Command.Program is "diesel" or "sqlx")
            .Where(site => site.Known.OfType<MigrationCommand>().Any(command => command is { Verb: MigrationVerb.Up, Path: null }))
            .GroupBy(site => new { site.Command.Program, Directory = Existing(site) })
            .Where(group => group.Key.Directory is { } directory && IsEmpty(directory, group.Key.Program))
            .OrderBy(group => group.Key.Directory, StringComparer.Ordinal)
            .Select(group => new MigrationHistory
            {
                Tool = group.Key.Program == "diesel" ? MigrationTool.Diesel : MigrationTool.Sqlx,
                Directory = group.Key.Directory ?? "",
                Files = [],
                RunBy = [.. group.Select(site => new Fact<string>(TextOf(site.Command), site.Span))],
                IgnoredBecause = deployment.Tree.WhyIgnored($"{group.Key.Directory}/00000000000001_first/up.sql")?.Span,
            });

    private string? Existing(CommandSite site) =>
        RepositoryPath.Join(site.Directories[0], "migrations") is { } path && deployment.Tree.HasDirectory(path) ? path : null;

    // diesel.toml may name another directory, and sqlx reads every .sql file.
    private bool IsEmpty(string directory, string program) =>
        !deployment
            .Tree.FilesUnder(directory)
            .Any(file => file.Status != FileStatus.Ignored && file.Path.EndsWith(".sql", StringComparison.Ordinal))
        && (
            program != "diesel"
            || deployment
                .Of<MigrationConfiguration>()
                .All(configuration =>
                    configuration.Tool != MigrationTool.Diesel
                    || configuration.Directory is not { Value: var named }
                    || RepositoryPath.Join(configuration.File.Directory, named) == directory
                )
        );

    /// <summary>A script of <c>package.json</c> that nothing calls runs when somebody types its name, which is no release.</summary>
    private static IEnumerable<ShellCommand> Commands(Deployment deployment)
    {
        var scripts = deployment.Of<PackageJson>().SelectMany(package => package.Scripts).ToList();
        var inScripts = scripts.SelectMany(script => script.Commands).ToHashSet(ReferenceEqualityComparer.Instance);
        var others = deployment
            .Commands.Select(site => site.Command)
            .Where(command => !inScripts.Contains(command))
            .Concat(OfTargets(deployment))
            .ToList();
        CalledScripts called = new(others, scripts);
        return others.Concat(scripts.Where(called.Hold).SelectMany(script => script.Commands));
    }

    private static IEnumerable<ShellCommand> OfTargets(Deployment deployment) =>
        deployment
            .Workloads.SelectMany(workload => ProcessTrace.Of(deployment, workload).Programs)
            .Concat(deployment.Workloads.SelectMany(workload => workload.Start?.Commands ?? []))
            .Concat(deployment.Of<Dockerfile>().SelectMany(file => file.Stages).SelectMany(stage => stage.Instructions).SelectMany(OfImage))
            .Concat(deployment.Of<Procfile>().SelectMany(file => file.Processes).SelectMany(process => process.Command.Commands))
            .Concat(deployment.Of<FlyConfig>().SelectMany(file => file.ReleaseCommand?.Commands ?? []))
            .Concat(deployment.Of<RailwayConfig>().SelectMany(file => file.PreDeployCommands).SelectMany(command => command.Commands))
            .Concat(deployment.Of<RenderBlueprint>().SelectMany(OfRender))
            .Concat(
                deployment
                    .Of<NixpacksConfig>()
                    .SelectMany(file => file.PhaseCommands.Append(file.StartCommand))
                    .SelectMany(command => command?.Commands ?? [])
            );

    /// <summary>What another program starts: <c>docker compose run api alembic upgrade head</c>.</summary>
    private static IEnumerable<ShellCommand> Inside(ShellCommand command) =>
        command
            .Words.Select((word, index) => new { word.Literal, Index = index })
            .Where(word =>
                word.Index > 0 && word.Literal is "alembic" or "diesel" or "prisma" or "sqlx" or "flask" or "python" or "python3"
            )
            .Select(word => command with { Words = [.. command.Words.Skip(word.Index)] });

    private static bool Mentions(string text) =>
        text.Contains("migrat", StringComparison.OrdinalIgnoreCase) || text.Contains("alembic", StringComparison.Ordinal);

    /// <summary>The program starts the tool as another process: <c>subprocess.run([sys.executable, "-m", "alembic", "upgrade", "head"])</c>.</summary>
    private static IEnumerable<string> StartedTools(CodeFile file) =>
        new[] { "alembic", "prisma", "diesel", "sqlx" }.Where(tool =>
            (
                file.File.Text.Contains($"\"{tool}\",", StringComparison.Ordinal)
                || file.File.Text.Contains($"'{tool}',", StringComparison.Ordinal)
            )
            && (
                file.File.Text.Contains("upgrade", StringComparison.Ordinal) || file.File.Text.Contains("migrate", StringComparison.Ordinal)
            )
        );

    private static string TextOf(ShellCommand command) => string.Join(' ', command.Words.Select(word => word.Raw));

    private static IReadOnlyList<ShellCommand> OfImage(DockerInstruction instruction) =>
        instruction switch
        {
            DockerInstruction.Run run => run.Command.Commands,
            DockerInstruction.Cmd cmd => cmd.Command.Commands,
            DockerInstruction.Entrypoint entrypoint => entrypoint.Command.Commands,
            _ => [],
        };

    private static IEnumerable<ShellCommand> OfRender(RenderBlueprint blueprint) =>
        blueprint
            .Services.SelectMany(service => new[] { service.PreDeployCommand, service.BuildCommand, service.StartCommand })
            .SelectMany(command => command?.Commands ?? []);

    private static string NameOf(MigrationTool tool) =>
        tool switch
        {
            MigrationTool.Alembic => "alembic",
            MigrationTool.Django => "django",
            MigrationTool.Diesel => "diesel",
            MigrationTool.Sqlx => "sqlx",
            MigrationTool.Prisma => "prisma",
            _ => "",
        };
}
