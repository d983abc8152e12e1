using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>One step that builds another Dockerfile in each run of a matrix: runs without one are fixed in the matrix, since all runs share the line.</summary>
internal static class RunsOfMatrix
{
    private const int MostNamed = 10;

    /// <summary>Null where the place is not one of several runs.</summary>
    public static string? Remedy(IReadOnlyList<PathUse> uses, Deployment deployment)
    {
        var place = uses[0].Span;
        var runs = deployment
            .Paths.Where(use => use.Role == PathRole.Dockerfile && use.Span == place)
            .DistinctBy(use => use.Answer.Looked)
            .ToList();
        var missing = runs.Where(use => use.Answer.Presence == Presence.Absent).ToList();
        return runs.Count > 1 && MatrixOf(place, deployment) is { } matrix
            ? $"Correct the matrix values ({matrix.Span}) for which {place} finds no Dockerfile: {NameList.Of([.. missing.Select(use => Named(use, deployment.Tree))], MostNamed)}."
            : null;
    }

    /// <summary>Where the matrix has the value that names the path.</summary>
    public static IEnumerable<SourceSpan> ValuesOf(PathUse use, Deployment deployment) =>
        from matrix in new[] { MatrixOf(use.Span, deployment) }
        where matrix is not null
        from value in matrix
            .Axes.SelectMany(axis => axis.Values)
            .SelectMany(value => value.Fields.Select(field => (ExpressionTemplate?)field.Value).Append(value.Text))
            .Concat(matrix.Include.SelectMany(combination => combination.Values).Select(given => given.Value))
        where value?.Literal is { Length: > 0 } path && RepositoryPath.Join("", path.Trim()) == use.Answer.Looked
        select value.Span;

    private static JobMatrix? MatrixOf(SourceSpan place, Deployment deployment) =>
        deployment.At<Workflow>(place.File.Path)?.Jobs.LastOrDefault(job => job.Span.Start <= place.Start)?.Matrix;

    private static string Named(PathUse use, RepositoryTree tree) =>
        OtherDockerfile.OfSameDirectory(use.Answer.Looked, tree) is [var only] ? $"{use.Answer.Looked} (it is {only})" : use.Answer.Looked;
}
