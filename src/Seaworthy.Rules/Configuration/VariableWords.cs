using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>The words of this folder's rules for variables and the places that set them.</summary>
internal static class VariableWords
{
    private const int MostNames = 12;

    /// <summary><c>A, B and C</c>; a long list is cut, with its count.</summary>
    public static string List(IReadOnlyCollection<string> names) =>
        names.Count > MostNames ? NameList.Of(names, MostNames)
        : names.Count > 1 ? $"{string.Join(", ", names.SkipLast(1))} and {names.Last()}"
        : string.Concat(names);

    /// <summary>The place that should set a variable, in words.</summary>
    public static string Giver(Workload workload) =>
        workload.Kind switch
        {
            TargetKind.Compose => $"{workload.Name} in {workload.TargetName}",
            TargetKind.Kubernetes => $"container {workload.Name} in {workload.TargetName}",
            _ => $"{workload.Name} in {workload.TargetName}",
        };

    /// <summary>A command that shows a workload's variables.</summary>
    public static CommandText Show(Workload workload, string name, Deployment deployment) =>
        workload.Kind switch
        {
            TargetKind.Compose =>
                $"{TargetCommand.Compose(workload, deployment)} config --format json {workload.Name} | jq -e {$".services[\"{workload.Name}\"].environment[\"{name}\"]"}",
            TargetKind.Kubernetes => $"git grep -nw {name} -- {workload.TargetName}",
            _ => $"git grep -nw {name} -- {workload.Span.File.Path}",
        };

    public static string File(SourceSpan span) => span.File.Path;
}
