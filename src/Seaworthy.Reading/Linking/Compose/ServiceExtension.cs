using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Follows <c>extends</c>, within a file and into others.</summary>
/// <param name="problems">Takes what cannot be followed.</param>
/// <remarks>Source: the Compose specification, "extends".</remarks>
internal sealed class ServiceExtension(Func<string, ComposeFile?> lookup, List<Problem> problems)
{
    private const int MaxDepth = 50;

    // Thousands of services may extend each other: each finds another by its name.
    private readonly Dictionary<IReadOnlyList<ComposeService>, Dictionary<string, ComposeService>> byName = new(
        ReferenceEqualityComparer.Instance
    );

    /// <summary>A service with everything it builds upon.</summary>
    /// <param name="services">Those of the same file, included ones too.</param>
    /// <param name="directory">Where relative paths of the file start.</param>
    public ComposeService Resolve(
        ComposeService service,
        IReadOnlyList<ComposeService> services,
        IReadOnlyList<ComposeMergeMark> marks,
        string directory
    ) => Resolve(service, services, marks, directory, []);

    private ComposeService Resolve(
        ComposeService service,
        IReadOnlyList<ComposeService> services,
        IReadOnlyList<ComposeMergeMark> marks,
        string directory,
        HashSet<SourceSpan> visited
    )
    {
        if (service.Extends is not { } extends)
        {
            return service;
        }

        if (!visited.Add(extends.Span) || visited.Count > MaxDepth)
        {
            problems.Add(new Problem(ProblemKind.InvalidValue, $"'{service.Name.Value}' extends itself in a circle", extends.Span));
            return service;
        }

        if (Base(extends, services, directory, visited) is not { } below)
        {
            return service;
        }

        below = MergeMarks.Apply(below, service.Name.Value, marks);
        return ServiceMerge.Merge(below, service with { Extends = null }) with { Name = service.Name, Span = service.Span, Extends = null };
    }

    private ComposeService? Base(
        ComposeExtends extends,
        IReadOnlyList<ComposeService> services,
        string directory,
        HashSet<SourceSpan> visited
    )
    {
        if (extends.File is null)
        {
            return Find(services, extends) is { } sibling ? Resolve(sibling, services, [], directory, visited) : null;
        }

        // Nothing is known of a file that a variable names, or that lies outside the repository or on another machine.
        if (
            extends.File.Literal is not { } written
            || written.Contains(':', StringComparison.Ordinal)
            || RepositoryPath.Join(directory, written) is not { } path
        )
        {
            return null;
        }

        if (lookup(path) is not { } file)
        {
            problems.Add(
                new Problem(
                    ProblemKind.InvalidValue,
                    $"the extended file '{path}' is not a Compose file of this repository",
                    extends.File.Span
                )
            );
            return null;
        }

        return Find(file.Services, extends) is not { } found
            ? null
            : Rebase(Resolve(found, file.Services, file.MergeMarks, file.File.Directory, visited), directory, file.File.Directory);
    }

    private ComposeService? Find(IReadOnlyList<ComposeService> services, ComposeExtends extends)
    {
        var found = Named(services).GetValueOrDefault(extends.Service.Value);
        if (found is null)
        {
            problems.Add(
                new Problem(
                    ProblemKind.InvalidValue,
                    $"the extended service '{extends.Service.Value}' does not exist there",
                    extends.Service.Span
                )
            );
        }

        return found;
    }

    private Dictionary<string, ComposeService> Named(IReadOnlyList<ComposeService> services)
    {
        if (byName.TryGetValue(services, out var named))
        {
            return named;
        }

        named = new Dictionary<string, ComposeService>(services.Count, StringComparer.Ordinal);
        foreach (var service in services)
        {
            // The first of a name counts.
            named.TryAdd(service.Name.Value, service);
        }

        return byName[services] = named;
    }

    private static ComposeService Rebase(ComposeService service, string project, string directory) =>
        PathRebase.Between(project, directory)?.Apply(service) ?? service;
}
