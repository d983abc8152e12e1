using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Commands;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The targets that <c>make</c>, <c>just</c>, <c>task</c> and <c>deno task</c> are called for.</summary>
internal sealed class TaskTargets(Deployment deployment)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("$%=*/.:");
    private readonly ILookup<string, TaskFile> byDirectory = deployment
        .Of<TaskFile>()
        .ToLookup(file => file.File.Directory, StringComparer.Ordinal);
    private readonly TaskIncludes includes = new(deployment);
    private readonly Dictionary<TaskFile, IReadOnlyList<TaskFile>> partsOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TaskFile, IReadOnlyList<string>> knownIn = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<NameUse> Of(CommandSite site, TaskCommand command)
    {
        if (command.File is not null || site.Directories.Count == 0 || site.IsAssumed || Directory(site, command) is not { } directory)
        {
            yield break;
        }

        var file = byDirectory[directory].FirstOrDefault(candidate => candidate.Tool == command.Tool && IsDefault(candidate));
        if (file is null)
        {
            yield break;
        }

        var parts = Parts(file);
        foreach (var word in command.Targets)
        {
            if (word.Literal is not { Length: > 0 } name || name.AsSpan().ContainsAny(Special) || name[0] == '-')
            {
                continue;
            }

            var definition = Definition(parts, name);
            yield return new NameUse(NameRole.MakeTarget, name, word.Span, site.Subject, definition)
            {
                In = file.File.Path,
                Tool = command.Tool,
                Candidates = Known(file, parts),
                UnknownBecause =
                    definition is not null ? null
                    : UnknownBecause(parts) is { } reason ? reason
                    : OtherTasks(command, directory) is { } others ? others
                    : InAnotherDirectory(site, command) is { } other ? $"it may run in {other}"
                    : deployment.Tree.Has(RepositoryPath.Join(directory, name) ?? name) ? "a file of that name exists"
                    : null,
                IsConditional = site.IsConditional,
            };
        }
    }

    private IReadOnlyList<TaskFile> Parts(TaskFile file) =>
        partsOf.TryGetValue(file, out var parts) ? parts : partsOf[file] = includes.Parts(file);

    // One list for all who name a target of the file: each could have meant any of them.
    private IReadOnlyList<string> Known(TaskFile file, IReadOnlyList<TaskFile> parts) =>
        knownIn.TryGetValue(file, out var known)
            ? known
            : knownIn[file] = [
                .. parts.SelectMany(part => part.Tasks).Select(task => task.Name.Value).Where(task => task is not ['.', ..]),
            ];

    /// <summary>deno falls back on the tasks of a workspace's root, and runs scripts of a package.json too.</summary>
    /// <remarks>Source: Deno documentation, "deno task", "Workspace support" and "package.json support".</remarks>
    private string? OtherTasks(TaskCommand command, string directory) =>
        command.Tool != "deno" ? null
        : RepositoryPath
            .Ancestors(directory)
            .Any(above =>
                (above != directory && byDirectory[above].Any(file => file.Tool == "deno"))
                || deployment.Tree.HasFile(RepositoryPath.Join(above, "package.json") ?? "")
            )
            ? "deno also looks in other files"
        : null;

    /// <summary>A second directory in which the command may run, and which has a file for the tool as well.</summary>
    private string? InAnotherDirectory(CommandSite site, TaskCommand command) =>
        site.Directories.Skip(1).FirstOrDefault(other => byDirectory[other].Any(file => file.Tool == command.Tool && IsDefault(file)));

    /// <summary>The recipe, or the module of that name.</summary>
    private static SourceSpan? Definition(IReadOnlyList<TaskFile> parts, string name) =>
        parts.Select(part => part.Find(name)?.Name.Span).FirstOrDefault(span => span is not null)
        ?? parts.SelectMany(part => part.Includes).FirstOrDefault(include => include.Namespace == name)?.Span;

    private string? UnknownBecause(IReadOnlyList<TaskFile> parts) =>
        parts.FirstOrDefault(includes.IsIncomplete) is { } incomplete
            ? $"{incomplete.File.Path} includes other files"
            : parts.Select(ComputedTargets.Because).FirstOrDefault(reason => reason is not null);

    /// <summary>The one that the tool finds by itself; <c>mk/base.mk</c> and <c>ci.just</c> are there to be included.</summary>
    private static bool IsDefault(TaskFile file) =>
        file.Tool switch
        {
            "make" => file.File.Name is "Makefile" or "makefile" or "GNUmakefile",
            "just" => file.File.Name.TrimStart('.').Equals("justfile", StringComparison.OrdinalIgnoreCase),
            _ => true,
        };

    private static string? Directory(CommandSite site, TaskCommand command) =>
        command.Directory is not { } word ? site.Directories[0]
        : site.Variables.Value(word) is { } below ? RepositoryPath.Join(site.Directories[0], below)
        : null;
}
