using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>An image that installs the client of Prisma, whose code <c>prisma generate</c> writes from the schema.</summary>
/// <param name="Install">The first command that installs packages.</param>
internal sealed record PrismaImage(Image Image, PackageJson Package, MigrationConfiguration Schema, StageCommand Install)
{
    public const string Client = "@prisma/client";

    // Whatever they run is not followed.
    private static readonly string[] Runners = ["turbo", "nx", "lerna", "make", "just", "task", "wireit", "bash", "sh"];

    private static readonly string[] Generating = ["generate", "db push", "migrate dev", "migrate reset"];

    public static IEnumerable<PrismaImage> Of(Deployment deployment) =>
        from image in deployment.Images
        where image.Build.ContextMayHoldMoreBecause is null
        from component in image.Components
        where component.Code.Any(file => !file.IsTest && file.Imports.Any(import => import.IsOf(Client)))
        from package in component.Manifests.OfType<PackageJson>()
        where package.FindDependency(Client) is not null
        let schema = deployment
            .Of<MigrationConfiguration>()
            .FirstOrDefault(file => file.Tool == MigrationTool.Prisma && file.Tables.Count > 0 && component.Contains(file.File.Path))
        where schema is { Output: null }
        let install = image.Stages.SelectMany(stage => stage.Commands).FirstOrDefault(IsInstall)
        where install is not null
        select new PrismaImage(image, package, schema, install);

    /// <summary>A command of the build or of the start writes the client, or an installation that finds the schema does.</summary>
    public bool IsGenerated(Deployment deployment)
    {
        var scripts = Scripts();
        return Install.Before.PathsOf(Schema.File.Path).Any()
            || scripts.Any(LifecycleScripts.RunAtInstall)
            || Commands(deployment).Any(command => Generates(command, scripts));
    }

    private IEnumerable<ShellCommand> Commands(Deployment deployment) =>
        Image
            .Stages.SelectMany(stage => stage.Commands)
            .Select(at => at.Command)
            .Concat(
                deployment
                    .Startups.Where(start => start.Image == Image || start.Workload?.Image == Image)
                    .SelectMany(start => start.Programs.Concat(start.Start?.Commands ?? []))
            );

    private static bool Generates(ShellCommand command, HashSet<string> scripts) =>
        IsGeneration(command.Text)
        || command.Words.Any(word =>
            word.Literal is { } text && (scripts.Contains(text) || Runners.Contains(text) || text.EndsWith(".sh", StringComparison.Ordinal))
        );

    /// <summary>The scripts of the package that write the client, called by another one or before it.</summary>
    private HashSet<string> Scripts()
    {
        var found = Package
            .Scripts.Where(script => IsGeneration(script.Text))
            .Select(script => script.Name)
            .ToHashSet(StringComparer.Ordinal);
        for (var count = -1; count != found.Count; )
        {
            count = found.Count;
            found.UnionWith(
                Package
                    .Scripts.Where(script =>
                        found.Contains("pre" + script.Name)
                        || script.Commands.Any(command => command.Words.Any(word => word.Literal is { } text && found.Contains(text)))
                    )
                    .Select(script => script.Name)
                    .ToList()
            );
        }

        return found;
    }

    private static bool IsGeneration(string text) =>
        text.Contains("prisma", StringComparison.Ordinal)
        && Array.Exists(Generating, verb => text.Contains(verb, StringComparison.Ordinal));

    private static bool IsInstall(StageCommand at) =>
        KnownCommand.Of(at.Command).OfType<PackageScriptCommand>().Any(known => known.Verb is "install" or "ci" or "i");
}
