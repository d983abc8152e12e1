using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The targets that <c>make</c>, <c>just</c> and <c>task</c> are called for.</summary>
internal sealed class TaskTargets(Deployment deployment)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("$%=*/.:");
    private readonly ILookup<string, TaskFile> byDirectory = deployment
        .Of<TaskFile>()
        .ToLookup(file => file.File.Directory, StringComparer.Ordinal);

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

        foreach (var word in command.Targets)
        {
            if (word.Literal is not { Length: > 0 } name || name.AsSpan().ContainsAny(Special) || name[0] == '-')
            {
                continue;
            }

            var isThere = file.Find(name);
            yield return new NameUse(NameRole.MakeTarget, name, word.Span, site.Subject, isThere?.Name.Span)
            {
                In = file.File.Path,
                Tool = command.Tool,
                Candidates = [.. file.Tasks.Select(task => task.Name.Value).Where(task => task is not ['.', ..])],
                UnknownBecause =
                    isThere is not null ? null
                    : file.Includes.Count > 0 ? $"{file.File.Path} takes in other files"
                    : file.Tasks.Any(task => task.Name.Value.AsSpan().ContainsAny("%$"))
                        ? $"{file.File.Path} has targets with computed names"
                    : file.File.Text.Contains("eval", StringComparison.Ordinal) ? $"{file.File.Path} makes targets"
                    : deployment.Tree.Has(RepositoryPath.Join(directory, name) ?? name) ? "a file of that name exists"
                    : null,
                IsConditional = site.IsConditional,
            };
        }
    }

    /// <summary>The one that make finds by itself; <c>mk/base.mk</c> is there to be included.</summary>
    private static bool IsDefault(TaskFile file) => file.Tool != "make" || file.File.Name is "Makefile" or "makefile" or "GNUmakefile";

    private static string? Directory(CommandSite site, TaskCommand command) =>
        command.Directory is not { } word ? site.Directories[0]
        : site.Variables.Value(word) is { } below ? RepositoryPath.Join(site.Directories[0], below)
        : null;
}
