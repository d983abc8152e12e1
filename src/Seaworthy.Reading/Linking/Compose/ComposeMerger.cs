using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Compose files in the order of <c>-f</c> to the project they make.</summary>
/// <remarks>Source: the Compose specification, "Merge and override", "extends" and "include"; the order of steps is Compose's own: include, reset, extends, merge.</remarks>
internal sealed class ComposeMerger
{
    private const int MaxDepth = 20;

    // Files that include each other crosswise are read again at every mention.
    private const int MaxIncluded = 500;

    private readonly Func<string, ComposeFile?> lookup;
    private readonly List<Problem> problems = [];
    private readonly ServiceExtension extension;
    private int included;

    private ComposeMerger(Func<string, ComposeFile?> lookup)
    {
        this.lookup = lookup;
        extension = new ServiceExtension(lookup, problems);
    }

    /// <param name="files">The files in the order of <c>-f</c>, or the default file and its override.</param>
    /// <param name="projectDirectory">The directory of the first file, unless <c>--project-directory</c> says otherwise. Paths in every one of the files start here.</param>
    /// <param name="lookup">A Compose file by its path from the root, for <c>extends</c> and <c>include</c>.</param>
    public static ComposeProject Merge(IReadOnlyList<ComposeFile> files, string projectDirectory, Func<string, ComposeFile?> lookup)
    {
        ComposeMerger merger = new(lookup);
        var project = merger.Project(files, projectDirectory, []);
        return project with { Problems = [.. merger.problems.Distinct()] };
    }

    private ComposeProject Project(IReadOnlyList<ComposeFile> files, string directory, IReadOnlyList<string> including)
    {
        ComposeProject project = new(directory, files);
        foreach (var file in files)
        {
            var layer = Layer(file, directory, including);
            project = MergeMarks.Apply(project, file.MergeMarks);
            layer = layer with
            {
                Services = [.. layer.Services.Select(service => extension.Resolve(service, layer.Services, file.MergeMarks, directory))],
            };
            project = ProjectMerge.Merge(project, layer);
        }

        return project;
    }

    /// <summary>A file with what it includes below its own.</summary>
    private ComposeProject Layer(ComposeFile file, string directory, IReadOnlyList<string> including)
    {
        ComposeProject own = new(directory, [file])
        {
            Name = file.Name,
            AllFiles = [file],
            EnvironmentDirectories = new Dictionary<string, string>(StringComparer.Ordinal) { [file.File.Path] = directory },
            Services = file.Services,
            Networks = file.Networks,
            Volumes = file.Volumes,
            Secrets = file.Secrets,
            Configs = file.Configs,
        };
        ComposeProject below = new(directory, [file]);
        foreach (var include in file.Includes)
        {
            if (Included(include, directory, [.. including, file.File.Path]) is { } other)
            {
                below = ProjectMerge.Merge(below, other with { Name = null });
            }
        }

        return ProjectMerge.Merge(below, own);
    }

    private ComposeProject? Included(ComposeInclude include, string directory, IReadOnlyList<string> including)
    {
        if (++included > MaxIncluded)
        {
            return null;
        }

        List<ComposeFile> files = [];
        foreach (var written in include.Paths)
        {
            if (
                written.Literal is not { } text
                || text.Contains(':', StringComparison.Ordinal)
                || RepositoryPath.Join(directory, text) is not { } path
            )
            {
                return null;
            }

            if (including.Contains(path) || including.Count > MaxDepth)
            {
                problems.Add(new Problem(ProblemKind.InvalidValue, $"'{path}' includes itself in a circle", written.Span));
                return null;
            }

            if (lookup(path) is not { } file)
            {
                problems.Add(
                    new Problem(ProblemKind.InvalidValue, $"the included '{path}' is not a Compose file of this repository", written.Span)
                );
                return null;
            }

            files.Add(file);
        }

        var inner = include.ProjectDirectory?.Literal is { } given ? RepositoryPath.Join(directory, given) : files[0].File.Directory;
        if (inner is null)
        {
            return null;
        }

        var project = Project(files, inner, including);
        return PathRebase.Between(directory, inner)?.Apply(project) ?? project;
    }
}
