using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>Includes of Makefiles and justfiles: the recipes of an included file run in the directory of the including one, and belong to it.</summary>
/// <remarks>
/// Source: GNU make manual, "Including Other Makefiles": names may hold the shell's wildcards. Just manual, "Imports": recipes of an imported file run in the
/// importing one's directory. A file with a namespace of its own (a module of just, a Taskfile) keeps its own directory.
/// </remarks>
internal sealed class TaskIncludes
{
    private readonly Dictionary<TaskFile, IReadOnlyList<TaskFile>> included = [];
    private readonly Dictionary<TaskFile, TaskFile> includers = [];
    private readonly HashSet<TaskFile> incomplete = [];

    public TaskIncludes(Deployment deployment)
    {
        var files = deployment.Of<TaskFile>().ToList();
        foreach (var file in files)
        {
            List<TaskFile> found = [];
            foreach (var include in file.Includes.Where(IsMerged))
            {
                var taken = Taken(file, include, files);
                found.AddRange(taken);
                if (taken.Count == 0)
                {
                    incomplete.Add(file);
                }
            }

            included[file] = found;
            found.ForEach(other => includers.TryAdd(other, file));
            foreach (var other in file.Includes.Where(IsRunHere).SelectMany(include => Taken(file, include, files)))
            {
                includers.TryAdd(other, file);
            }
        }
    }

    /// <summary>A file and all its includes, itself first.</summary>
    public IReadOnlyList<TaskFile> Parts(TaskFile file)
    {
        List<TaskFile> parts = [file];
        for (var at = 0; at < parts.Count; at++)
        {
            parts.AddRange(included[parts[at]].Where(other => !parts.Contains(other)));
        }

        return parts;
    }

    /// <summary>It includes files that are not readable here.</summary>
    public bool IsIncomplete(TaskFile file) => incomplete.Contains(file);

    /// <summary>The file that the tool was started with when it comes to this one.</summary>
    public TaskFile Root(TaskFile file)
    {
        HashSet<TaskFile> seen = [file];
        while (includers.TryGetValue(file, out var includer) && seen.Add(includer))
        {
            file = includer;
        }

        return file;
    }

    /// <summary>Under names of its own, and in the directory of the including file.</summary>
    private static bool IsRunHere(TaskInclude include) => include is { Namespace: not null, Directory: null };

    private static bool IsMerged(TaskInclude include) => include.Namespace is null;

    private static List<TaskFile> Taken(TaskFile file, TaskInclude include, List<TaskFile> files) =>
        include.Path is { } written && RepositoryPath.Join(file.File.Directory, written) is { } path
            ?
            [
                .. files.Where(other =>
                    other.Tool == file.Tool && other != file && (Matches(path, other.File.Path) || path == other.File.Directory)
                ),
            ]
            : [];

    /// <summary>At most one wildcard, in the file's name: <c>mk/*.mk</c>.</summary>
    private static bool Matches(string pattern, string path)
    {
        if (pattern.IndexOf('*', StringComparison.Ordinal) is not (>= 0 and var star))
        {
            return path == pattern;
        }

        var (before, after) = (pattern[..star], pattern[(star + 1)..]);
        return path.Length >= before.Length + after.Length
            && path.StartsWith(before, StringComparison.Ordinal)
            && path.EndsWith(after, StringComparison.Ordinal)
            && !path[before.Length..^after.Length].Contains('/', StringComparison.Ordinal);
    }
}
