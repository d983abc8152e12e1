using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Sql;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Migrations;

/// <summary>All in a repository that may create the tables of a program.</summary>
internal sealed class SchemaMakers(Deployment deployment)
{
    private static readonly string[] Settings =
    [
        FrameworkSetting.SchemaChanged,
        FrameworkSetting.SchemaDropped,
        "migrations.atStartup",
        "schema.ensureCreated",
    ];

    private readonly Lazy<bool> mayMake = new(() => IsInTree(deployment) || IsCommanded(deployment));

    private readonly Lazy<List<string>> commands = new(() => [.. Run(deployment).Select(command => command.Text)]);

    /// <summary>Something other than <c>create_all</c> of a file that nothing runs.</summary>
    public bool MayMake(SchemaNeed need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return mayMake.Value
            || deployment
                .All<SchemaAtStart>()
                .Any(schema =>
                    schema.Action != SchemaAction.Leaves
                    && (schema.Component?.Root == need.Component.Root || schema.RunBy.File == need.Workload.Span.File)
                );
    }

    /// <summary>Calls that create the tables, none of which a workload runs.</summary>
    public IEnumerable<FrameworkSetting> Calls(Component component) =>
        deployment
            .Of<CodeFile>()
            .Where(file => !file.IsTest && component.Contains(file.File.Path))
            .SelectMany(file => file.Settings)
            .Where(setting => setting.Name is FrameworkSetting.SchemaCreated or FrameworkSetting.SchemaCreatedByMain)
            .OrderByDescending(setting => setting.Name == FrameworkSetting.SchemaCreatedByMain ? 1 : 0);

    /// <summary>A command starts the file of the call, another file imports it, or a text names it.</summary>
    public bool IsRun(FrameworkSetting call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var file = call.Span.File;
        var module = RepositoryPath.NameOf(file.Path[..^".py".Length]);
        var dotted = file.Path[..^".py".Length].Replace('/', '.');
        return call.Name == FrameworkSetting.SchemaCreatedByMain
            ? commands.Value.Any(text =>
                text.Contains(file.Name, StringComparison.Ordinal)
                || text.Contains($"-m {module}", StringComparison.Ordinal)
                || text.Contains($"-m {dotted}", StringComparison.Ordinal)
            )
            : commands.Value.Any(text => text.Contains(module, StringComparison.Ordinal))
                || OfDocuments(deployment).Any(command => command.Text.Contains(module, StringComparison.Ordinal))
                || deployment.Of<Document>().Any(document => Starts(document.File, file, dotted))
                || deployment
                    .Of<CodeFile>()
                    .Any(code =>
                        code.File != file
                        && !code.IsTest
                        && code.Imports.Any(import => import.Name == module || EndsIn(import.Module, module))
                    );
    }

    /// <summary>A sentence that has people start the file: <c>Run `python scripts/create.py`</c>.</summary>
    private static bool Starts(SourceFile text, SourceFile file, string dotted) =>
        text.Mentions($"python {file.Path}")
        || text.Mentions($"python3 {file.Path}")
        || text.Mentions($"python {file.Name}")
        || text.Mentions($"python3 {file.Name}")
        || text.Mentions($"-m {dotted}");

    private static bool EndsIn(string import, string module) => import == module || import.EndsWith("." + module, StringComparison.Ordinal);

    private static bool IsInTree(Deployment deployment) =>
        deployment.Of<MigrationFile>().Any()
        || deployment.Of<SqlScript>().Any(script => script.Tables.Count > 0)
        || deployment
            .Of<CodeFile>()
            .Any(file => !file.IsTest && (file.MayCreateTables() || file.Settings.Any(setting => Settings.Contains(setting.Name))));

    private static bool IsCommanded(Deployment deployment) =>
        Run(deployment).Concat(OfDocuments(deployment)).Any(SchemaWords.MayCreateTables);

    private static IEnumerable<ShellCommand> OfDocuments(Deployment deployment) =>
        deployment.Of<Document>().SelectMany(document => document.Commands.Concat(document.InlineCommands));

    /// <summary>What scripts, pipelines, images and workloads run, and what documents have people run in a container.</summary>
    private static IEnumerable<ShellCommand> Run(Deployment deployment) =>
        deployment
            .Commands.Select(site => site.Command)
            .Concat(deployment.Startups.SelectMany(startup => startup.Programs.Concat(startup.Start?.Commands ?? [])))
            .Concat(deployment.Images.SelectMany(image => image.Stages).SelectMany(stage => stage.Commands).Select(at => at.Command))
            .Concat(OfDocuments(deployment).Where(command => command.Program is "docker" or "docker-compose" or "kubectl"));
}
