using System.Buffers;
using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The scripts of package.json that commands run.</summary>
/// <remarks>Source: npm documentation, "npm run"; Yarn and pnpm fall back to the programs of dependencies.</remarks>
internal sealed class PackageScripts
{
    private static readonly SearchValues<char> Special = SearchValues.Create("$`*?{}/ =\"'");
    private static readonly Version FirstStrict = new(10, 31);

    private readonly Dictionary<string, PackageJson> byDirectory = new(StringComparer.Ordinal);
    private readonly ILookup<string, PackageJson> byName;

    // Files are asked side by side.
    private readonly ConcurrentDictionary<PackageJson, NamedSpans> scripts = new(ReferenceEqualityComparer.Instance);
    private readonly Deployment deployment;

    public PackageScripts(Deployment deployment)
    {
        this.deployment = deployment;
        foreach (var package in deployment.Of<PackageJson>())
        {
            byDirectory[package.File.Directory] = package;
        }

        byName = byDirectory
            .Values.Where(package => package.Name is not null)
            .ToLookup(package => package.Name?.Value ?? "", StringComparer.Ordinal);
    }

    public NameUse? Of(CommandSite site, PackageScriptCommand command)
    {
        if (command is not { Verb: "run", IsOptional: false, IsInAllWorkspaces: false, Script: { } word } || command.Manager is "turbo")
        {
            return null;
        }

        if (
            site.Variables.Value(word) is not { Length: > 0 } name
            || !IsName(name)
            || Packages(site, command) is not { Count: > 0 } packages
        )
        {
            return null;
        }

        var known = packages[0];
        var definition =
            packages.Select(package => package.FindScript(name)).FirstOrDefault(script => script is not null)
            ?? (command.Manager == "yarn" ? OfAnyWorkspace(known, name) : null);
        if (
            definition is null
            && known.Problems.Any(problem => problem.Kind is ProblemKind.Empty or ProblemKind.Syntax or ProblemKind.ConflictMarker)
        )
        {
            // Nothing reads scripts out of it; the file itself is reported.
            return null;
        }

        return new NameUse(
            NameRole.PackageScript,
            name,
            word.Span,
            site.Subject,
            definition?.NameSpan ?? ImpliedBy(known, name, site, command)
        )
        {
            In = known.File.Path,
            Candidates = definition is null ? Others(known, word) : [],
            Related = known.File.Whole,
            Tool = command.Manager,
            UnknownBecause =
                definition is null && site.Command.FailureIsMasked ? "the failure is ignored, so the script may be optional"
                : definition is null && command.Manager != "npm" && !name.Contains(':', StringComparison.Ordinal)
                    ? $"{command.Manager} also runs programs of dependencies with that name"
                : null,
            IsConditional = site.IsConditional,
            Doubt =
                command is { Manager: "pnpm", Workspaces.Count: > 0 } && !IsStrictAboutFilters(known)
                    ? "before 10.31, pnpm silently skips a filtered package without the script"
                : definition is null && site.Span.File.Name == "vercel.json" && OtherWith(name) is { } other
                    ? $"the root directory of the project on Vercel may be {other.File.Directory}, whose package.json has it"
                : null,
        };
    }

    private PackageJson? OtherWith(string name) => byDirectory.Values.FirstOrDefault(package => package.FindScript(name) is not null);

    /// <summary>Only for releases that are known to end with <c>ERR_PNPM_RECURSIVE_RUN_NO_SCRIPT</c> for a part of the packages as well.</summary>
    /// <remarks>Source: pnpm, pull request 10437.</remarks>
    private bool IsStrictAboutFilters(PackageJson package) =>
        RepositoryPath
            .Ancestors(package.File.Directory)
            .Select(above => byDirectory.GetValueOrDefault(above)?.PackageManager?.Value)
            .FirstOrDefault(manager => manager is not null)
            is { } manager
        && manager.StartsWith("pnpm@", StringComparison.Ordinal)
        && Version.TryParse(manager["pnpm@".Length..].Split('+', '-')[0], out var release)
        && release >= FirstStrict;

    /// <summary>Yarn, from its second release on, looks for a name with a colon in all workspaces, and takes it where one of them has it.</summary>
    /// <remarks>Source: Yarn documentation, "yarn run".</remarks>
    private PackageScript? OfAnyWorkspace(PackageJson package, string name) =>
        name.Contains(':', StringComparison.Ordinal)
        && RepositoryPath
            .Ancestors(package.File.Directory)
            .Any(above =>
                deployment.Tree.HasFile(RepositoryPath.Join(above, ".yarnrc.yml") ?? "")
                || (byDirectory.TryGetValue(above, out var owner) && owner.PackageManager?.Value is ['y', 'a', 'r', 'n', '@', not '1', ..])
            )
        && byDirectory.Values.Select(other => other.FindScript(name)).OfType<PackageScript>().Take(2).ToList() is [var only]
            ? only
            : null;

    // A script that runs itself never ends.
    private IReadOnlyList<string> Others(PackageJson package, ShellWord word) =>
        scripts.GetOrAdd(package, asked => new NamedSpans(asked.Scripts)).NamesWithout(package.File == word.Span.File ? word.Span : null);

    // `npm start` falls back to server.js, wherever that comes from; stop and restart do without a script, and so does test in old releases.
    private SourceSpan? ImpliedBy(PackageJson package, string name, CommandSite site, PackageScriptCommand command) =>
        name is "restart" or "stop" or "env"
        || (name == "start" && deployment.Tree.Files.Any(IsServer))
        || (name == "test" && command.Manager == "npm" && OldNpm.Runs(site, deployment))
            ? package.File.Whole
            : null;

    private static bool IsServer(RepositoryFile file) =>
        file.Path == "server.js" || file.Path.EndsWith("/server.js", StringComparison.Ordinal);

    private List<PackageJson>? Packages(CommandSite site, PackageScriptCommand command)
    {
        List<PackageJson> found = [];
        foreach (var start in site.Directories)
        {
            var directory = command.Directory is { } word
                ? site.Variables.Value(word) is { } below
                    ? RepositoryPath.Join(start, below)
                    : null
                : start;
            if (directory is null)
            {
                return null;
            }

            if (command.Workspaces.Count > 0)
            {
                return Workspaces(site, command, directory);
            }

            if (!deployment.Tree.HasDirectory(directory))
            {
                continue;
            }

            if (RepositoryPath.Ancestors(directory).FirstOrDefault(above => IsOwner(above, command)) is { } owner)
            {
                found.Add(byDirectory[owner]);
            }
        }

        return found;
    }

    private bool IsOwner(string directory, PackageScriptCommand command) =>
        byDirectory.ContainsKey(directory)
        && (!command.IsInRoot || deployment.Tree.HasFile(RepositoryPath.Join(directory, "pnpm-workspace.yaml") ?? ""));

    private List<PackageJson>? Workspaces(CommandSite site, PackageScriptCommand command, string directory)
    {
        if (command.Workspaces is not [var only] || site.Variables.Value(only) is not { } name || name.AsSpan().ContainsAny("*!.^{"))
        {
            return null;
        }

        return byName[name].ToList() is { Count: 1 } named ? named
            : RepositoryPath.Join(directory, name) is { } path && byDirectory.TryGetValue(path, out var there) ? [there]
            : null;
    }

    private static bool IsName(string text) => !text.AsSpan().ContainsAny(Special);
}
