using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Runtimes;

/// <summary>The commands that refuse to work with a runtime other than the one that a file beside them demands.</summary>
/// <remarks>
/// Sources: Go Toolchains, "GOTOOLCHAIN" (the official images set it to local); .NET error NETSDK1045; pip, "Requires-Python"; Poetry and Bundler, which compare
/// before they install; Composer, "Platform packages"; pnpm and Yarn 1, "engines"; The Cargo Book, "rust-version" and "edition".
/// </remarks>
internal sealed class ManifestDemands(Deployment deployment)
{
    public IEnumerable<ManifestDemand> Of(StageCommand command, ImageRuntime held)
    {
        if (command.Directory is not { } directory)
        {
            return [];
        }

        var line = CommandLine.Of(command.Command);
        return held.Runtime switch
        {
            "go" => OfGo(command, line, directory, held),
            "dotnet-sdk" => OfDotNet(command, directory),
            "python" => OfPython(command, line, directory),
            "ruby" => OfRuby(command, line, directory),
            "php" => OfPhp(command, line, directory),
            "node" => OfNode(command, line, directory),
            "rust" => OfRust(command, line, directory),
            "java" => OfJava(command, line, directory),
            _ => [],
        };
    }

    private IEnumerable<ManifestDemand> OfGo(StageCommand command, CommandLine line, string directory, ImageRuntime held)
    {
        if (
            line.Program != "go"
            || line.Verb is not ("build" or "install" or "run" or "test" or "mod" or "vet" or "generate" or "get")
            || line.Environment.Any(variable => variable.Name == "GOTOOLCHAIN")
            // The first image of the line was never made anew after the variable came: it fetches what is demanded.
            || held.Version == "1.21.0"
            || line.Arguments.Any(word => word.Prefix.Contains('@', StringComparison.Ordinal))
        )
        {
            yield break;
        }

        var module = Above(directory)
            .Select(above => deployment.At<GoModule>(command.Before, above, "go.mod"))
            .FirstOrDefault(found => found is not null);
        foreach (var demand in module?.Runtimes.Where(runtime => runtime.Runtime == "go") ?? [])
        {
            // Before 1.21 a newer version is no reason to stop; a version with three parts is one.
            if (held.Line.First >= VersionLine.Parse("1.21")?.First || demand.Version.Count(letter => letter == '.') == 2)
            {
                yield return Demanded(demand, command, $"`{line.Program} {line.Verb}` answers \"go.mod requires go >= {demand.Version}\"");
            }
        }
    }

    private IEnumerable<ManifestDemand> OfDotNet(StageCommand command, string directory)
    {
        var known = KnownCommand.Of(command.Command);
        var operands =
            known.OfType<BuildCommand>().FirstOrDefault(build => build.Tool == "dotnet")?.Operands
            ?? known.OfType<ManifestInstallCommand>().FirstOrDefault(install => install.Manager == "dotnet")?.Operands;
        if (
            operands is null
            || Project(command, directory, operands) is not { } project
            || TargetFramework.Of(deployment, project) is not { } target
        )
        {
            return [];
        }

        RuntimeRequirement demand = new("dotnet", target.Value, target.Span);
        return
        [
            new ManifestDemand(
                demand,
                ">=" + target.Value["net".Length..],
                command.Command.Span,
                $"it {TargetFramework.Refusal(target.Value)}"
            ),
        ];
    }

    private DotNetProject? Project(StageCommand command, string directory, IReadOnlyList<Model.Declared.Scripts.ShellWord> operands)
    {
        if (operands is [{ Literal: { } named }])
        {
            return named.EndsWith("proj", StringComparison.Ordinal) ? deployment.At<DotNetProject>(command.Before, directory, named)
                : named.EndsWith(".sln", StringComparison.Ordinal) || named.EndsWith(".slnx", StringComparison.Ordinal) ? null
                : Only(command, ImagePath.Join(directory, named));
        }

        return operands.Count == 0 ? Only(command, directory) : null;
    }

    private DotNetProject? Only(StageCommand command, string? directory) =>
        directory is null ? null
        : command
            .Before.CopiedUnder(directory)
            .Where(file =>
                file.Path.EndsWith("proj", StringComparison.Ordinal)
                && ImagePath.Join(directory, System.IO.Path.GetFileName(file.Path)) == file.Path
            )
            .Select(file => deployment.At<DotNetProject>(file.Source))
            .OfType<DotNetProject>()
            .ToList()
            is [var only]
            ? only
        : null;

    private IEnumerable<ManifestDemand> OfPython(StageCommand command, CommandLine line, string directory)
    {
        var known = KnownCommand.Of(command.Command);
        var isPoetry = known.OfType<ManifestInstallCommand>().Any(install => install is { Manager: "poetry", Directory: null });
        var installed = known
            .OfType<PackageInstallCommand>()
            .Where(install => install.Manager == "pip" && line.Program is "pip" or "pip3")
            .SelectMany(install => install.Directories)
            .Select(word => word.Literal?.Split('[')[0])
            .OfType<string>();
        var projects = (isPoetry ? installed.Prepend(".") : installed)
            .Select(path => deployment.At<PyProject>(command.Before, directory, path.TrimEnd('/') + "/pyproject.toml"))
            .OfType<PyProject>();
        return from project in projects
            from demand in project.Runtimes
            where demand.Runtime == "python"
            select Demanded(
                demand,
                command,
                isPoetry
                    ? $"Poetry stops, because the project requires Python {demand.Version}"
                    : $"pip stops: the package requires a different Python"
            );
    }

    private IEnumerable<ManifestDemand> OfRuby(StageCommand command, CommandLine line, string directory) =>
        line.Program is not ("bundle" or "bundler")
        || line.Verb is not ("install" or "" or "exec")
        || line.Environment.Any(set => set.Name == "BUNDLE_GEMFILE")
            ? []
            : from demand in deployment.At<Gemfile>(command.Before, directory, "Gemfile")?.Runtimes ?? []
            where demand.Runtime == "ruby"
            select Demanded(demand, command, $"Bundler answers \"your Gemfile specified {demand.Version}\"");

    private IEnumerable<ManifestDemand> OfPhp(StageCommand command, CommandLine line, string directory) =>
        line.Program is not ("composer" or "composer.phar")
        || line.Verb is not ("install" or "i" or "update" or "u")
        || line.Arguments.Any(word => word.Raw.StartsWith("--ignore-platform-req", StringComparison.Ordinal))
            ? []
            : from composer in new[] { deployment.At<ComposerJson>(command.Before, directory, "composer.json") }.OfType<ComposerJson>()
            // config.platform tells Composer what to believe of the runtime.
            where !composer.File.Text.Contains("\"platform\"", StringComparison.Ordinal)
            from demand in composer.Runtimes.Concat(Locked(command, line, directory))
            where demand.Runtime == "php"
            select Demanded(demand, command, $"Composer answers \"your php version does not satisfy that requirement\"");

    /// <summary>What is locked is installed as it is: a package that wants another PHP is no reason to take an older one.</summary>
    private IEnumerable<RuntimeRequirement> Locked(StageCommand command, CommandLine line, string directory) =>
        line.Verb is "install" or "i" && deployment.At<ComposerLock>(command.Before, directory, "composer.lock") is { } locked
            ? line.Arguments.Any(word => word.Literal == "--no-dev")
                ? locked.Runtimes
                : locked.Runtimes.Concat(locked.ToolRuntimes).DistinctBy(requirement => requirement.Version)
            : [];

    private IEnumerable<ManifestDemand> OfNode(StageCommand command, CommandLine line, string directory)
    {
        if (
            line.Program is not ("npm" or "pnpm" or "yarn")
            || line.Verb is not ("install" or "i" or "ci" or "")
            || (line.Verb.Length == 0 && line.Program != "yarn")
            || line.Arguments.Any(word => word.Literal is "--ignore-engines" or "-g" or "--global" or "--force")
            || deployment.At<PackageJson>(command.Before, directory, "package.json") is not { } package
        )
        {
            return [];
        }

        var isBerry =
            package.PackageManager?.Value is { } manager && !manager.StartsWith("yarn@1", StringComparison.Ordinal)
            || command.Before.SourceOf(directory, ".yarnrc.yml") is not null;
        if (line.Program == "yarn" && isBerry)
        {
            return [];
        }

        return package
            .Runtimes.Where(runtime => runtime.Runtime == "node")
            .Select(demand =>
                Demanded(
                    demand,
                    command,
                    line.Program switch
                    {
                        // Refused is another pnpm, and another Node.js only with engine-strict.
                        "pnpm" => "pnpm warns of an unsupported engine and continues",
                        "yarn" => "Yarn answers \"The engine \"node\" is incompatible with this module\"",
                        _ => "npm warns with EBADENGINE and continues",
                    }
                ) with
                {
                    IsOnlyWarned = line.Program is "npm" or "pnpm",
                }
            );
    }

    private IEnumerable<ManifestDemand> OfRust(StageCommand command, CommandLine line, string directory)
    {
        if (
            line.Program != "cargo"
            || line.Verb is not ("build" or "run" or "test" or "check" or "chef" or "fetch" or "install")
            || line.Arguments.Any(word => word.Literal is "--ignore-rust-version" || word.Prefix.StartsWith('+'))
            || (line.Verb == "install" && !line.Arguments.Any(word => word.Literal == "--path"))
            // The image's rustup fetches what such a file names.
            || Above(directory)
                .Any(above =>
                    command.Before.SourceOf(above, "rust-toolchain.toml") is not null
                    || command.Before.SourceOf(above, "rust-toolchain") is not null
                )
            || deployment.At<CargoManifest>(command.Before, directory, "Cargo.toml") is not { } manifest
        )
        {
            yield break;
        }

        foreach (var demand in manifest.Runtimes.Where(runtime => runtime.Runtime == "rust"))
        {
            yield return Demanded(demand, command, $"Cargo answers \"requires rustc {demand.Version} or newer\"");
        }

        if (manifest.Edition is { Value: "2024" } edition)
        {
            // Source: Rust 1.85.0 release notes.
            yield return new ManifestDemand(
                new RuntimeRequirement("rust", "edition 2024, which needs Rust 1.85", edition.Span),
                "1.85",
                command.Command.Span,
                "Cargo answers \"feature `edition2024` is required\""
            );
        }
    }

    private IEnumerable<ManifestDemand> OfJava(StageCommand command, CommandLine line, string directory)
    {
        if (
            KnownCommand.Of(command.Command).OfType<BuildCommand>().FirstOrDefault() is not { Tool: "mvn" or "mvnw" }
            || line.Arguments.Any(word =>
                word.Prefix.StartsWith("-f", StringComparison.Ordinal)
                || word.Prefix.StartsWith("-D", StringComparison.Ordinal) && word.Raw.Contains("release", StringComparison.Ordinal)
            )
            || deployment.At<JavaBuild>(command.Before, directory, "pom.xml") is not { } build
            || JavaRelease.Of(build) is not { } demand
        )
        {
            return [];
        }

        return [Demanded(demand, command, $"the compiler answers \"release version {demand.Version} not supported\"")];
    }

    private static ManifestDemand Demanded(RuntimeRequirement demand, StageCommand command, string refusal) =>
        new(demand, demand.Version, command.Command.Span, refusal);

    /// <summary>The root of the image holds no source.</summary>
    private static IEnumerable<string> Above(string directory) => ImagePath.Ancestors(directory).SkipLast(1);
}
