using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>
/// The Python distributions that the commands of an image install, in any stage, because another stage may copy them. It reports unknown installs, and also more than
/// is there, never less.
/// </summary>
/// <remarks>Sources: pip documentation, "pip install"; Poetry documentation, "install"; uv documentation, "Locking and syncing".</remarks>
internal sealed class PythonInstalls
{
    private readonly Deployment deployment;
    private readonly List<SourceSpan> commands = [];
    private readonly List<Manifest> manifests = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly HashSet<string> distributions = new(StringComparer.Ordinal);
    private readonly List<ExactInstall> exact = [];

    private PythonInstalls(Deployment deployment) => this.deployment = deployment;

    public IReadOnlyList<SourceSpan> Commands => commands;

    public IReadOnlyList<Manifest> Manifests => manifests;

    /// <summary>Normal names, and names with extras.</summary>
    public HashSet<string> Names => names;

    /// <summary>The same without what the system's own package manager installs: no other Python sees its packages.</summary>
    public IReadOnlyCollection<string> Distributions => distributions;

    public string? UnknownBecause { get; private set; }

    public bool InstallsNothingElse => exact.Count > 0 && exact.TrueForAll(one => one.IsWhole);

    public static PythonInstalls Of(Deployment deployment, Image image)
    {
        PythonInstalls installs = new(deployment);
        foreach (var stage in image.Stages)
        {
            installs.Read(stage);
        }

        return installs;
    }

    private void Read(ImageStage stage)
    {
        if (
            stage.Declared.BaseStage is null
            && stage.PublicBase is not { Role: ImageRole.Runtime or ImageRole.System or ImageRole.WebServer }
        )
        {
            Doubt(
                stage.Base.Text is "scratch" ? null : $"the base image {stage.Base.Text ?? stage.Declared.Base.Raw} may contain packages"
            );
        }

        foreach (var copy in stage.Declared.Instructions.OfType<DockerInstruction.Copy>())
        {
            if (copy is { From: { } from, FromStage: null } && !from.Raw.Contains("astral-sh/uv", StringComparison.Ordinal))
            {
                Doubt($"it is unknown what {copy.Span} copies from {from.Raw}");
            }
        }

        foreach (var at in stage.Commands)
        {
            Read(stage, at);
        }
    }

    private void Read(ImageStage stage, StageCommand at)
    {
        var line = CommandLine.Of(at.Command);
        var known = KnownCommand.Of(at.Command);
        if (known.OfType<PackageInstallCommand>().FirstOrDefault() is { } install)
        {
            Read(line, at, install);
        }
        else if (known.OfType<ManifestInstallCommand>().FirstOrDefault() is { } manifest)
        {
            Read(stage, at, manifest);
        }
        else if (!known.OfType<PackageScriptCommand>().Any() && MayInstall(at, line))
        {
            Doubt($"it is unknown what {at.Command.Span} installs");
        }
    }

    private void Read(CommandLine line, StageCommand at, PackageInstallCommand install)
    {
        foreach (var word in install.Packages)
        {
            Name(install.Manager, at, word);
        }

        if (install.Manager != "pip")
        {
            return;
        }

        commands.Add(at.Command.Span);
        foreach (var word in install.RequirementFiles)
        {
            Doubt(Requirements(at, word) ? null : $"{at.Command.Span} installs packages that no file of the repository lists");
        }

        foreach (var word in install.Directories)
        {
            Doubt(Project(at, word) ? null : $"it is unknown what {at.Command.Span} installs");
        }

        if (
            install is { Packages.Count: 0, RequirementFiles.Count: 0, Directories.Count: 0 }
            || line.Arguments.Any(word => word.Prefix.StartsWith("--group", StringComparison.Ordinal))
        )
        {
            Doubt($"it is unknown what {at.Command.Span} installs");
        }

        exact.Add(
            new ExactInstall(
                at.Command.Span,
                line.Arguments.Any(word => word.Literal is "--no-deps" or "--require-hashes") || IsOfTools(install) || IsHashed(at, install)
            )
        );
    }

    private void Name(string manager, StageCommand at, ShellWord word)
    {
        // The brackets of an extra look like a pattern of the shell: uvicorn[standard]==0.34.0.
        var literal = word.Literal ?? (word.IsPattern && !word.Raw.AsSpan().ContainsAny("$`*") ? word.Raw : null);
        if (literal is null)
        {
            Doubt(manager == "pip" ? $"it is unknown what {at.Command.Span} installs" : null);
            return;
        }

        var bare = literal.Split('=', '<', '>', '~', '!', ' ', ';', '@')[0];
        var name = Dependency.PythonName(bare.Split('[')[0]);
        names.Add(name.StartsWith("python3-", StringComparison.Ordinal) ? name["python3-".Length..] : name);
        foreach (var extra in bare.Contains('[', StringComparison.Ordinal) ? bare.Split('[')[1].TrimEnd(']').Split(',') : [])
        {
            names.Add($"{name}[{extra.Trim()}]");
            distributions.Add($"{name}[{extra.Trim()}]");
        }

        if (manager == "pip")
        {
            distributions.Add(name);
        }

        // An archive, a repository, a wheel: what it needs itself is not read.
        Doubt(manager == "pip" && literal.AsSpan().ContainsAny('/', ':') ? $"the dependencies of {at.Command.Span} are unknown" : null);
    }

    private bool Requirements(StageCommand at, ShellWord word)
    {
        var path = word.Literal is { } literal ? ImagePath.Join(at.Directory, literal) : null;
        return path is not null
            && at.Before.Find(path) is { Presence: Presence.Present, Actual: { } source }
            && deployment.At<Requirements>(source) is { } file
            && Requirements(file, 0);
    }

    private bool Requirements(Requirements file, int depth)
    {
        if (!manifests.Contains(file))
        {
            manifests.Add(file);
        }

        Take(file, _ => true);
        return depth < 8
            && file.Includes.Where(include => !include.IsConstraint)
                .All(include =>
                    RepositoryPath.Join(file.File.Directory, include.Path) is { } path
                    && deployment.At<Requirements>(path) is { } other
                    && Requirements(other, depth + 1)
                );
    }

    /// <summary><c>pip install .[prod]</c>: what the project asks for, with everything optional where any of it is named.</summary>
    private bool Project(StageCommand at, ShellWord word)
    {
        var bare = word.Literal?.Split('[')[0];
        if (bare is null || ImagePath.Join(at.Directory, bare) is not { } directory)
        {
            return false;
        }

        var hasExtras = word.Literal?.Contains('[', StringComparison.Ordinal) == true;
        return Manifest(at, directory) is { } manifest
            && Take(
                manifest,
                dependency => dependency.Kind == DependencyKind.Runtime || (hasExtras && dependency.Kind == DependencyKind.Optional)
            );
    }

    private Manifest? Manifest(StageCommand at, string directory) =>
        deployment.At<PyProject>(at.Before, directory, "pyproject.toml") is { DeclaresProject: true, HasDynamicDependencies: false } project
            ? project
        : deployment.At<SetupScript>(at.Before, directory, "setup.py") is { HasDynamicDependencies: false } script ? script
        : deployment.At<Pipfile>(at.Before, directory, "Pipfile");

    private void Read(ImageStage stage, StageCommand at, ManifestInstallCommand install)
    {
        if (install.Manager is not ("poetry" or "uv" or "pipenv" or "pdm" or "rye"))
        {
            return;
        }

        commands.Add(at.Command.Span);
        exact.Add(new ExactInstall(at.Command.Span, false));
        var directory =
            install.Directory is null ? at.Directory
            : install.Directory.Literal is { } inside ? ImagePath.Join(at.Directory, inside)
            : null;
        if (
            directory is null
            || Manifest(at, directory) is not { } manifest
            || manifest is PyProject { WorkspaceMembers.Count: > 0 }
            || stage.Declared.FindVariable("POETRY_WITH", at.Run) is DockerInstruction.Env
            || stage.Declared.FindVariable("UV_PROJECT", at.Run) is DockerInstruction.Env
        )
        {
            Doubt($"it is unknown what {at.Command.Span} installs");
            return;
        }

        PythonGroups groups = new(install);
        Take(manifest, groups.Takes);
    }

    private bool Take(Manifest manifest, Func<Dependency, bool> takes)
    {
        if (!manifests.Contains(manifest))
        {
            manifests.Add(manifest);
        }

        foreach (var dependency in manifest.Dependencies.Where(takes))
        {
            names.UnionWith(InstalledDistributions.Names(dependency));
            distributions.UnionWith(InstalledDistributions.Names(dependency));
            Doubt(
                dependency.Source == DependencySource.Registry
                    ? null
                    : $"{dependency.Name}, which is not from the package index, may install more"
            );
        }

        return true;
    }

    private void Doubt(string? why) => UnknownBecause ??= why;

    // The installer itself: nothing of the program's.
    private static bool IsOfTools(PackageInstallCommand install) =>
        install is { RequirementFiles.Count: 0, Directories.Count: 0 }
        && install.Packages.All(word => word.Literal?.Split('=', '<', '>')[0] is "pip" or "setuptools" or "wheel" or "uv");

    private bool IsHashed(StageCommand at, PackageInstallCommand install) =>
        install is { Packages.Count: 0, Directories.Count: 0, RequirementFiles: [{ Literal: { } path }] }
        && ImagePath.Join(at.Directory, path) is { } full
        && at.Before.Find(full).Actual is { } source
        && deployment.At<Requirements>(source) is { RequiresHashes: true };

    /// <summary>A command that may bring packages in a way that is not read.</summary>
    public static bool MayInstall(StageCommand at, CommandLine line)
    {
        if (line.Program.Length == 0 && line.ProgramWord is null)
        {
            return false;
        }

        return line.Program switch
        {
            "sh" or "bash" => at.Command.Joint != "|",
            "xargs" or "eval" => true,
            "conda" or "mamba" or "micromamba" or "pixi" or "make" => true,
            "pip" or "pip3" => line.Verb is not ("config" or "cache" or "list" or "freeze" or "check" or "show" or "uninstall" or "debug"),
            "uv" => line.Verb is not ("venv" or "python" or "cache" or "lock" or "export" or "self")
                && line.Arguments is not [{ Literal: "pip" }, { Literal: "compile" or "check" or "list" or "freeze" or "uninstall" }, ..],
            "poetry" or "pipenv" or "pdm" => line.Verb
                is not ("config" or "export" or "lock" or "check" or "cache" or "self" or "requirements" or "--version" or "env"),
            { } program when program.StartsWith("python", StringComparison.Ordinal) => !IsHarmlessPython(at, line),
            "playwright"
            or "virtualenv"
            or "alembic"
            or "pybabel"
            or "spacy"
            or "curl"
            or "wget"
            or "mkdir"
            or "touch"
            or "install"
            or "ln"
            or "tee"
            or "git"
            or "cp"
            or "mv"
            or "openssl"
            or "node"
            or "go"
            or "cargo"
            or "npx"
            or "gcc"
            or "unzip"
            or "gunzip"
            or "tar"
            or "manage.py"
            or "django-admin" => false,
            { } program => !HarmlessPrograms.Contains(program),
        };
    }

    private static bool IsHarmlessPython(StageCommand at, CommandLine line) =>
        line.Arguments
            is [
                { Literal: "-m" },
                { Literal: "venv" or "ensurepip" or "compileall" or "nltk.downloader" or "spacy" or "playwright" or "virtualenv" },
                ..,
            ]
        || (line.Arguments is [{ Literal: "-c" }, ..] && !at.Command.Words.Any(word => word.Raw.Contains("pip", StringComparison.Ordinal)))
        || (line.Arguments is [{ Literal: { } file }, ..] && (ImagePath.NameOf(file) == "manage.py" || file is "--version" or "-V"));

    private sealed record ExactInstall(SourceSpan Span, bool IsWhole);
}
