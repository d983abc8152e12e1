using Seaworthy.Reading.Formats.GoTemplate.Json;
using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.GoTemplate.Yaml;

namespace Seaworthy.Reading.Applying;

/// <summary>Jobs as they are sent to a cluster: those that manifests carry, and those that run a command of a workload's image once.</summary>
/// <remarks>Source: Kubernetes API reference, JobSpec.</remarks>
public static class JobTexts
{
    /// <summary>The label by which a Job is known. Labels of the workload would bring it traffic of its Service.</summary>
    public const string Label = "dev.seaworthy.migration";

    // What a process that runs once has no use for.
    private static readonly string[] OfServers = ["ports", "readinessProbe", "livenessProbe", "startupProbe", "lifecycle", "args"];

    /// <summary>A Job of the manifests, which ends at a deadline; one of its own stays. Null where the document is no single object.</summary>
    public static string? WithDeadline(ManifestDocument document, TimeSpan limit) =>
        Of(document) is { } job && job["spec"] is GoMap spec ? GoJson.Write(Limited(job, spec, limit), isRaw: true) : null;

    /// <summary>The same under another name, for asking whether the cluster would take it while the last one is still there.</summary>
    public static string? Renamed(ManifestDocument document, string name)
    {
        if (Of(document) is not { } job || job["metadata"] is not GoMap metadata)
        {
            return null;
        }

        metadata["name"] = name;
        return GoJson.Write(job, isRaw: true);
    }

    /// <summary>A Job of the pod of a workload with another command: image, variables, mounts, rights and accounts are the same. Null where the document has no pod.</summary>
    /// <param name="workload">The document that declares it.</param>
    /// <param name="name">Of the Job.</param>
    /// <param name="command">For <c>sh -c</c>.</param>
    /// <param name="limit">When the cluster ends it.</param>
    public static string? Of(ManifestDocument workload, string name, string command, TimeSpan limit)
    {
        if (
            Of(workload) is not { } owner
            || (owner["spec"] as GoMap)?["template"] is not GoMap template
            || template["spec"] is not GoMap pod
            || pod["containers"] is not GoList { Items: [GoMap container, ..] }
        )
        {
            return null;
        }

        foreach (var key in OfServers)
        {
            container.Remove(key);
        }

        container["command"] = new GoList(["/bin/sh", "-c", command]);
        pod["containers"] = new GoList([container]);
        pod["restartPolicy"] = "Never";
        GoMap spec = new();
        spec["backoffLimit"] = (nint)0;
        spec["template"] = Map("metadata", Map("labels", Map(Label, name)), "spec", pod);
        var metadata = Map("name", name, "labels", Map(Label, name));
        if ((owner["metadata"] as GoMap)?["namespace"] is string space)
        {
            metadata["namespace"] = space;
        }

        var job = Map("apiVersion", "batch/v1", "kind", "Job");
        job["metadata"] = metadata;
        return GoJson.Write(Limited(job, spec, limit), isRaw: true);
    }

    private static GoMap? Of(ManifestDocument document) =>
        document.Objects.Count == 1 && GoYamlReader.Read(document.Text, out _) is GoMap map && map["kind"] is not "List" ? map : null;

    private static GoMap Limited(GoMap job, GoMap spec, TimeSpan limit)
    {
        if (!spec.Has("activeDeadlineSeconds"))
        {
            spec["activeDeadlineSeconds"] = (nint)limit.TotalSeconds;
        }

        job["spec"] = spec;
        return job;
    }

    private static GoMap Map(string key, object? value)
    {
        GoMap map = new();
        map[key] = value;
        return map;
    }

    private static GoMap Map(string key, object? value, string second, object? other)
    {
        var map = Map(key, value);
        map[second] = other;
        return map;
    }
}
