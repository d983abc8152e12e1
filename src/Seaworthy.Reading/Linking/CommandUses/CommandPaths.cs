using System.Buffers;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The paths that a command names, and those its tool looks for by itself.</summary>
internal static class CommandPaths
{
    private static readonly SearchValues<char> Special = SearchValues.Create("*?[]{}$`<>|;\"'@ \n\t:");
    private static readonly HashSet<string> Sources = new(StringComparer.OrdinalIgnoreCase)
    {
        ".sql",
        ".sh",
        ".py",
        ".js",
        ".mjs",
        ".cjs",
        ".ts",
        ".yml",
        ".yaml",
        ".toml",
        ".conf",
        ".txt",
        ".rb",
        ".php",
    };

    // Tried in turn behind a name that is no file: "mock.data" may be "mock.data.ts".
    private static readonly string[] Endings = [".js", ".ts", ".mjs", ".cjs", ".json"];

    // In the order of preference.
    private static readonly string[] ComposeNames = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

    private static readonly HashSet<string> MadeDirectories = new(StringComparer.Ordinal)
    {
        ".git",
        "node_modules",
        "target",
        "dist",
        "build",
        "out",
        "bin",
        "vendor",
        "venv",
        ".venv",
        "env",
        ".next",
        ".nuxt",
        ".output",
        ".svelte-kit",
        "obj",
        "tmp",
        "temp",
        "logs",
        "backups",
        "backup",
        "coverage",
        ".cache",
        "artifacts",
    };

    public static IEnumerable<CommandPath> Of(CommandSite site)
    {
        foreach (var known in site.Known)
        {
            foreach (var path in Of(site, known))
            {
                yield return path;
            }
        }

        if (site.Command.Program is "mvnw" or "gradlew" && site.Command.Words[0] is { Raw: ['.', ..] } wrapper)
        {
            foreach (var path in Named(site, PathRole.Script, wrapper, IsScript))
            {
                yield return path;
            }
        }

        if (site.Command is { Program: "cd", Words: [_, var directory] })
        {
            foreach (var path in Named(site, PathRole.WorkingDirectory, directory, text => text.Trim('.', '/').Length > 0))
            {
                // A script may be started in the directory around the clone, which has a name of its own; what a job works in is the clone.
                yield return path with
                {
                    IsSource = false,
                    IsConditional =
                        site.Span.File.Name.EndsWith(".sh", StringComparison.Ordinal) && !path.Path.Trim('.', '/').Contains('/'),
                };
            }
        }

        if (
            site.Command is
            {
                Program: "kustomize",
                Words: [_, { Literal: "edit" }, { Literal: "add" }, { Literal: "component" or "resource" or "base" }, var added, ..]
            }
        )
        {
            foreach (var path in Named(site, PathRole.KubernetesManifest, added, _ => true))
            {
                yield return path;
            }
        }

        foreach (var path in ToolPaths.Of(CommandLine.Of(site.Command)).Concat(AzurePaths.Of(site)))
        {
            yield return path;
        }
    }

    private static IEnumerable<CommandPath> Of(CommandSite site, KnownCommand known) =>
        known switch
        {
            ProgramCommand { Runtime: "" } program => Named(site, PathRole.Script, program.File, IsScript),
            ProgramCommand { Runtime: "bash" or "sh" or "zsh" or "ash" or "php" or "ruby" } program => Named(
                site,
                PathRole.Script,
                program.File,
                HasEnding
            ),
            ProgramCommand { Runtime: "node" or "ts-node" or "tsx" or "bun" } program => Named(
                    site,
                    PathRole.Script,
                    program.File,
                    HasEnding
                )
                .Select(path => path with { Others = [.. Endings.Select(ending => path.Path + ending)] }),
            ProgramCommand program when program.Runtime.StartsWith("python", StringComparison.Ordinal) => Named(
                    site,
                    PathRole.Script,
                    program.File,
                    HasEnding
                )
                .Concat(ModuleOf(site, program.Module)),
            SourceCommand source => Named(site, PathRole.CommandInput, source.File, IsScript),
            DatabaseCommand database => database.Inputs.SelectMany(word => Named(site, PathRole.CommandInput, word, IsSource)),
            FileCommand { Tool: "cp", Reads: [{ } template] } when IsTemplate(site.Variables.Value(template) ?? "") => Named(
                site,
                PathRole.CommandInput,
                template,
                IsTemplate
            ),
            FileCommand { Tool: "cp" or "chmod" or "cat" or "mv" } file => file.Reads.SelectMany(word =>
                Named(site, PathRole.CommandInput, word, path => IsSource(path) || (site.IsOnHostedRunner && IsEnvFile(path)))
            ),
            PackageInstallCommand install => install
                .RequirementFiles.Concat(install.ConstraintFiles)
                .SelectMany(word => Named(site, PathRole.CommandInput, word, HasEnding)),
            KubectlCommand { Verb: "apply" or "create" or "replace" or "delete" or "diff" } kubectl => kubectl
                .Files.SelectMany(word => Named(site, PathRole.CommandInput, word, IsPath))
                .Concat(kubectl.Kustomizations.SelectMany(word => Named(site, PathRole.CommandInput, word, IsPath))),
            HelmCommand helm => helm
                .ValuesFiles.SelectMany(word => Named(site, PathRole.CommandInput, word, IsPath))
                .Concat(Named(site, PathRole.CommandInput, helm.Chart, IsChart)),
            PackageScriptCommand { Verb: "install", Packages.Count: 0, NeedsLock: true, IsGlobal: false, Workspaces.Count: 0 } install =>
                LockOf(site, install),
            ComposeCommand compose => UsualFile(site, compose),
            _ => [],
        };

    // One slash may stand between a repository's name and a chart of it.
    private static bool IsChart(string path) =>
        path is ['.', ..] || (path.Count(letter => letter == '/') > 1 && !path.Contains("://", StringComparison.Ordinal));

    /// <summary><c>python -m shop.jobs.sync</c>, where the package <c>shop</c> is one of the repository.</summary>
    private static IEnumerable<CommandPath> ModuleOf(CommandSite site, ShellWord? module)
    {
        if (
            module is null
            || site.Variables.Value(module) is not { } name
            || name.Split('.') is not [var package, _, ..] parts
            || !Array.TrueForAll(parts, part => part.Length > 0 && part.All(WholeWords.IsOfIdentifier))
        )
        {
            yield break;
        }

        var path = string.Join('/', parts);
        yield return new CommandPath(PathRole.Script, path + ".py", module.Span)
        {
            Others = [path + "/__main__.py", path + "/__init__.py"],
            Script = package + "/__init__.py",
        };
    }

    private static IEnumerable<CommandPath> LockOf(CommandSite site, PackageScriptCommand install)
    {
        var names = PackageLocks.Of(install.Manager);
        var directory = install.Directory is { } word ? site.Variables.Value(word) : "";
        if (names.Count > 0 && directory is not null)
        {
            yield return new CommandPath(PathRole.LockFile, names[0], install.Command.Span)
            {
                Others = [.. names.Skip(1)],
                LooksUpwards = true,
                Directory = directory,
                Tool = PackageLocks.Tool(install),
            };
        }
    }

    /// <summary>The file that Compose looks for by itself, where nothing names another.</summary>
    private static IEnumerable<CommandPath> UsualFile(CommandSite site, ComposeCommand compose)
    {
        if (
            site.IsOnHostedRunner
            && compose is { Files.Count: 0, Project: null, ProjectDirectory: null }
            && compose.Verb
                is "up"
                    or "down"
                    or "build"
                    or "pull"
                    or "push"
                    or "run"
                    or "exec"
                    or "config"
                    or "start"
                    or "stop"
                    or "logs"
                    or "ps"
            && !site.Span.File.Mentions("COMPOSE_FILE")
            && !compose.Command.Words.Any(word => word.Raw.Contains("env-file", StringComparison.Ordinal))
        )
        {
            yield return new CommandPath(PathRole.ComposeFile, ComposeNames[0], compose.Command.Span)
            {
                Others = [.. ComposeNames.Skip(1)],
                LooksUpwards = true,
                Tool = $"docker compose {compose.Verb}",
            };
        }
    }

    private static IEnumerable<CommandPath> Named(CommandSite site, PathRole role, ShellWord? word, Func<string, bool> isJudged)
    {
        if (word is null || site.Variables.Value(word) is not { Length: > 1 } path || !IsPlain(path) || !isJudged(path))
        {
            yield break;
        }

        yield return new CommandPath(role, path, word.Span)
        {
            IsSource = role == PathRole.Script || IsSource(path) || IsTemplate(path) || IsEnvFile(path),
        };
    }

    private static bool IsPlain(string path) =>
        RepositoryPath.IsRelative(path)
        && path is not ['-', ..]
        && !path.AsSpan().ContainsAny(Special)
        && !path.Split('/').Any(MadeDirectories.Contains)
        && !path.StartsWith("../..", StringComparison.Ordinal);

    private static bool HasEnding(string path) => RepositoryPath.NameOf(path).LastIndexOf('.') > 0;

    private static bool IsScript(string path) =>
        HasEnding(path) ? IsSource(path) : RepositoryPath.NameOf(path) is "gradlew" or "mvnw" or "artisan" or "configure" or "manage";

    // A dump is made when it is needed.
    private static bool IsSource(string path) =>
        RepositoryPath.NameOf(path) is var name
        && name.LastIndexOf('.') is > 0 and var dot
        && Sources.Contains(name[dot..])
        && !name.Contains("backup", StringComparison.OrdinalIgnoreCase)
        && !name.Contains("dump", StringComparison.OrdinalIgnoreCase);

    // On a machine that is new for each job nobody has put one.
    private static bool IsEnvFile(string path) =>
        RepositoryPath.NameOf(path) is var name
        && (name == ".env" || name.StartsWith(".env.", StringComparison.Ordinal))
        && !IsTemplate(path);

    private static bool IsTemplate(string path) =>
        RepositoryPath.NameOf(path) is var name
        && (
            name.EndsWith(".example", StringComparison.Ordinal)
            || name.EndsWith(".template", StringComparison.Ordinal)
            || name.EndsWith(".sample", StringComparison.Ordinal)
        );

    private static bool IsPath(string path) => path.Contains('/', StringComparison.Ordinal) || HasEnding(path);
}
