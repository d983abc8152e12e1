using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.CommandUses;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>The files that the scripts of a package need when an installation runs them, looked for in the image as it is just before.</summary>
/// <remarks>
/// Source: Prisma documentation, "prisma generate" and "Schema location": <c>schema.prisma</c> or <c>prisma/schema.prisma</c>, unless an option, package.json or prisma.config says another.
/// Only the client's own installation goes on without a schema.
/// </remarks>
internal static class InstallScriptPaths
{
    private const int MaximumDepth = 3;
    private static readonly OptionGrammar OfPrisma = new("--schema --config --generator");
    private static readonly string[] PrismaSettings = [.. "ts js mjs cjs mts cts".Split(' ').Select(ending => "prisma.config." + ending)];

    /// <summary>They make nothing that a later command of the script needs.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "echo",
        "husky",
        "patch-package",
        "only-allow",
        "simple-git-hooks",
        "is-ci",
    };

    public static IEnumerable<PathUse> Find(Deployment deployment)
    {
        InstallScripts scripts = new(deployment);
        return from image in deployment.Images
            where image.Build.ContextMayHoldMoreBecause is null
            from stage in image.Stages
            from at in stage.Commands
            from script in scripts.Of(stage, at)
            from use in Of(image, stage, at, script)
            where use.Answer.Presence != Presence.Unknown
            select use;
    }

    private static IEnumerable<PathUse> Of(Image image, ImageStage stage, StageCommand at, InstallScript script)
    {
        foreach (var command in Demanded(script.Package, script.Script, 0))
        {
            if (command.Directory is not { } below || ImagePath.Join(script.Directory, below) is not { } directory)
            {
                yield break;
            }

            var line = CommandLine.Of(command);
            var isPrisma = line is { Program: "prisma", Verb: "generate" };
            var paths =
                isPrisma ? OfPrismaSchema(at, script, line, directory)
                : line is { Program: "tsc", Arguments: [] } && !IsOldCompiler(script.Package) ? [Compiler(line)]
                : OfFiles(command);
            foreach (var path in paths)
            {
                if (BuildCommandPaths.Look(at.Before, directory, path) is { } answer)
                {
                    yield return new PathUse(PathRole.BuildCommandFile, Named(path, script), at.Command.Span, image.Name, answer)
                    {
                        From = $"{at.Directory} of {BuildCommandPaths.Named(stage)}",
                        FromSpan = script.Script.Span,
                        Tool = $"{script.Manager} install",
                        IsAssumed = image.Build.IsAssumed,
                    };
                }
            }

            // The output of another command is unknown.
            if (!isPrisma && !Harmless.Contains(line.Program))
            {
                yield break;
            }
        }
    }

    private static string Named(CommandPath path, InstallScript script) =>
        $"{path.Path} for the {script.Script.Name} script `{script.Script.Text}` of {script.Package.File.Path}";

    /// <summary>The commands of a script up to the first whose failure does not end it; a script that it runs is in its place.</summary>
    private static IEnumerable<ShellCommand> Demanded(PackageJson package, PackageScript script, int depth)
    {
        for (var i = 0; i < script.Commands.Count; i++)
        {
            var command = script.Commands[i];
            var isLast = i == script.Commands.Count - 1;
            if (
                command.MayFailUnnoticed
                || command.IsBackground
                || command.LostTo is not null
                || (!isLast && script.Commands[i + 1].Joint != "&&")
            )
            {
                yield break;
            }

            if (
                KnownCommand.Of(command).OfType<PackageScriptCommand>().FirstOrDefault() is
                { Verb: "run", Script.Literal: { } name, Directory: null, Workspaces: [], IsInAllWorkspaces: false, IsInRoot: false }
            )
            {
                if (package.FindScript(name) is not { } inner || depth == MaximumDepth || command.Directory is not "")
                {
                    yield break;
                }

                foreach (var demanded in Demanded(package, inner, depth + 1))
                {
                    yield return demanded;
                }

                // Nothing here shows whether all of it was demanded.
                yield break;
            }

            yield return command;
        }
    }

    private static IEnumerable<CommandPath> OfFiles(ShellCommand command) =>
        CommandPaths
            .Of(new CommandSite(command, "", []) { Variables = ShellVariables.Of([command]) })
            .Where(path => path.Role is PathRole.Script or PathRole.WorkingDirectory);

    private static IEnumerable<CommandPath> OfPrismaSchema(StageCommand at, InstallScript script, CommandLine line, string directory)
    {
        var options = line.Options(OfPrisma);
        if (
            options.Has("--config", "--help", "-h")
            || PrismaSettings.Any(name => at.Before.Find(ImagePath.Under(directory, name)).Presence != Presence.Absent)
            || at.Before.Find(ImagePath.Under(directory, ".config")).Presence != Presence.Absent
        )
        {
            return [];
        }

        var named = options.Has("--schema") ? options.Value("--schema")?.Literal : script.Package.PrismaSchema?.Value;
        if (named is not null)
        {
            return ImagePath.Join(directory, named) is { } path && Holds(at, path) ? [] : [Schema(line, named)];
        }

        return options.Has("--schema") || Holds(at, directory)
            ? []
            : [Schema(line, "prisma/schema.prisma") with { Others = ["schema.prisma"] }];
    }

    private static bool Holds(StageCommand at, string directory) =>
        at.Before.CopiedUnder(directory).Any(file => file.Path.EndsWith(".prisma", StringComparison.Ordinal));

    /// <summary>Without settings and without files to compile, it prints its help and fails.</summary>
    private static CommandPath Compiler(CommandLine line) =>
        new(PathRole.CommandInput, "tsconfig.json", line.Command.Span) { LooksUpwards = true };

    /// <summary>Before release 3.9 it printed its help and succeeded (microsoft/TypeScript#36385).</summary>
    private static bool IsOldCompiler(PackageJson package) =>
        package.FindDependency("typescript")?.Range?.TrimStart('^', '~', '>', '=', ' ') is ['1' or '2' or '3', '.', ..];

    private static CommandPath Schema(CommandLine line, string path) => new(PathRole.CommandInput, path, line.Command.Span);
}
