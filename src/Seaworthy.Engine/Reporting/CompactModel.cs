using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Reporting;

/// <summary>The joined model for a program that pays for every word: what runs, where it listens, what it is given and whom it calls. Names of variables, never their values.</summary>
public static class CompactModel
{
    // A service with more variables is known by the first ones.
    private const int MostNames = 40;

    /// <summary>A line for each target, workload, call, component and pipeline.</summary>
    public static IEnumerable<string> Lines(Deployment deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        return deployment
            .Targets.SelectMany(target => new[] { $"target {target.Name}" }.Concat(target.Workloads.Select(Workload)))
            .Concat(deployment.Endpoints.Where(use => use.Caller is not null).Select(Call).Distinct(StringComparer.Ordinal))
            .Concat(deployment.Components.Select(Component))
            .Concat(
                deployment.Pipelines.SelectMany(pipeline =>
                    pipeline.Jobs.Where(job => job.Id.Length > 0).Select(job => $"job {job.Id} {job.Span}")
                )
            )
            .Select(Quote.Text);
    }

    private static string Workload(Workload workload) =>
        $" workload {workload.Name} {workload.Span}"
        + Part("image", workload.ImageName)
        + Part("built by", workload.Image?.Dockerfile.File.Path)
        + Part("runs", string.Join(", ", workload.Components.Select(component => component.Title)))
        + Part(
            "publishes",
            string.Join(", ", workload.Ports.Where(port => port.IsPublished).Select(port => $"{port.Published}:{port.Container}"))
        )
        + Part("listens", string.Join(", ", workload.Listens.Ports.Select(port => port.Port.ToString(CultureInfo.InvariantCulture))))
        + Part(
            "given",
            string.Join(", ", workload.Supplied.Select(variable => variable.Name).Distinct(StringComparer.Ordinal).Take(MostNames))
        )
        + Part("after", string.Join(", ", workload.DependsOn.Select(use => use.Name)));

    private static string Call(EndpointUse use) =>
        $"call {use.Caller?.Name} -> {use.Host}:{use.Port?.ToString(CultureInfo.InvariantCulture) ?? "?"}{use.Path} {use.Answer} {use.Span}";

    private static string Component(Component component) =>
        $"component {component.Title} {component.DeclaredIn.Path}"
        + Part("uses", string.Join(", ", component.Frameworks.Order(StringComparer.Ordinal)))
        + Part("serves", component.Routes.Count == 0 ? null : $"{component.Routes.Count} routes");

    private static string Part(string word, string? value) => value is { Length: > 0 } ? $"; {word} {value}" : "";
}
