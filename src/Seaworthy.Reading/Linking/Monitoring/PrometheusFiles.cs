using Seaworthy.Model;
using Seaworthy.Model.Declared.Monitoring;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Monitoring;

/// <summary>The configurations that Prometheus servers load: the named one of those they see, and its includes.</summary>
/// <remarks>Source: Prometheus documentation, "Configuration", <c>--config.file</c> and <c>scrape_config_files</c>.</remarks>
internal static class PrometheusFiles
{
    private const string Option = "--config.file";
    private const string Default = "/etc/prometheus/prometheus.yml";

    public static IEnumerable<MountedFile> Find(Deployment deployment) =>
        MountedFiles.Find<PrometheusConfig>(deployment).GroupBy(file => file.Workload).SelectMany(Loaded);

    /// <summary>All of them, where the one that is named is none of them or takes others in.</summary>
    private static IEnumerable<MountedFile> Loaded(IGrouping<Workload, MountedFile> seen)
    {
        var named = Named(seen.Key);
        var loaded = seen.Where(file => file.Path == named).ToList();
        return loaded.Count == 0 || loaded.Exists(file => file.Artifact.File.Text.Contains("scrape_config_files", StringComparison.Ordinal))
            ? seen
            : loaded;
    }

    private static string Named(Workload workload)
    {
        var words = (workload.Start?.Whole ?? []).SelectMany(command => command.Words).Select(word => word.Literal ?? "").ToList();
        var at = words.FindIndex(word => word.StartsWith(Option, StringComparison.Ordinal));
        return at < 0 ? Default
            : words[at].StartsWith(Option + "=", StringComparison.Ordinal) ? words[at][(Option.Length + 1)..]
            : words.ElementAtOrDefault(at + 1) ?? Default;
    }
}
