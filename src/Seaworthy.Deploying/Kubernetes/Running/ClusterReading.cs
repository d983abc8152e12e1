using System.Globalization;
using System.Text.Json;
using Seaworthy.Deploying.Kubernetes.Planning;

namespace Seaworthy.Deploying.Kubernetes.Running;

/// <summary>What kubectl prints as JSON, as facts.</summary>
/// <param name="hash">Of a pod template, which holds values of variables.</param>
internal sealed class ClusterReading(Func<string, string> hash)
{
    private const string NumberKey = "deployment.kubernetes.io/revision";

    /// <summary>The items of a list.</summary>
    public static IReadOnlyList<JsonElement> Items(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray().Select(item => item.Clone())]
            : [];
    }

    /// <summary>Null where there is none.</summary>
    public ObservedWorkload? Workload(WorkloadName workload, string text)
    {
        if (text.Trim().Length == 0)
        {
            return null;
        }

        using var document = JsonDocument.Parse(text);
        var found = document.RootElement;
        var template = At(found, "spec", "template");
        return new ObservedWorkload(
            new WorkloadRevision(workload, template is { } pod ? hash(PodTemplateText.Of(pod)) : "", Number(found)),
            Text(found, "metadata", "uid")
        )
        {
            Desired =
                workload.Kind == "daemonset"
                    ? Count(found, "status", "desiredNumberScheduled")
                    : At(found, "spec", "replicas")?.GetInt32() ?? 1,
            Ready = workload.Kind == "daemonset" ? Count(found, "status", "numberReady") : Count(found, "status", "readyReplicas"),
            Images = template is { } made ? Images(made) : [],
            Selector = Texts(At(found, "spec", "selector", "matchLabels")),
        };
    }

    /// <summary>The number of the revision of a workload with a template; null when the cluster keeps none.</summary>
    /// <param name="workload">As it is now.</param>
    /// <param name="template">The hash that is looked for.</param>
    /// <param name="items">All that is kept in its namespace.</param>
    public long? Number(ObservedWorkload workload, string template, IReadOnlyList<JsonElement> items) =>
        items
            .Where(item => Owners(item).Contains(workload.Id))
            .Where(item =>
                (At(item, "spec", "template") ?? At(item, "data", "spec", "template")) is { } kept
                && hash(PodTemplateText.Of(kept)) == template
            )
            .Select(Number)
            .Max();

    public static IReadOnlyList<ObservedPod> Pods(string text) => [.. Items(text).Select(Pod)];

    /// <summary>How a Job stands: true when it is complete, false when it has failed, null while it runs; and the sentence of the cluster.</summary>
    public static (bool? IsComplete, string Message) Job(string text)
    {
        if (text.Trim().Length == 0)
        {
            return (false, "it is gone");
        }

        using var document = JsonDocument.Parse(text);
        var conditions = At(document.RootElement, "status", "conditions") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(condition => Text(condition, "status") == "True").ToList()
            : [];
        return conditions.Exists(condition => Text(condition, "type") == "Complete") ? (true, "")
            : conditions.Find(condition => Text(condition, "type") == "Failed") is { ValueKind: JsonValueKind.Object } failed
                ? (false, $"{Text(failed, "reason")}: {Text(failed, "message")}".Trim(':', ' '))
            : (null, "");
    }

    private static ObservedPod Pod(JsonElement item) =>
        new(Text(item, "metadata", "namespace"), Text(item, "metadata", "name"), Text(item, "metadata", "uid"))
        {
            Labels = Texts(At(item, "metadata", "labels")),
            IsEnding = At(item, "metadata", "deletionTimestamp") is not null,
            IsReady =
                At(item, "status", "conditions") is { ValueKind: JsonValueKind.Array } conditions
                && conditions.EnumerateArray().Any(condition => Text(condition, "type") == "Ready" && Text(condition, "status") == "True"),
            Containers =
            [
                .. ((string[])["initContainerStatuses", "containerStatuses"])
                    .Select(key => At(item, "status", key))
                    .OfType<JsonElement>()
                    .SelectMany(list => list.EnumerateArray())
                    .Select(Container),
            ],
        };

    private static ObservedPodContainer Container(JsonElement status)
    {
        var ended = At(status, "state", "terminated") ?? At(status, "lastState", "terminated");
        return new ObservedPodContainer(Text(status, "name"))
        {
            Restarts = Count(status, "restartCount"),
            Waiting = Text(status, "state", "waiting", "reason"),
            Message = Text(status, "state", "waiting", "message"),
            ExitCode = ended is { } end ? Count(end, "exitCode") : null,
            IsOutOfMemory = ended is { } last && Text(last, "reason") == "OOMKilled",
        };
    }

    private static long? Number(JsonElement found) =>
        At(found, "revision") is { ValueKind: JsonValueKind.Number } own ? own.GetInt64()
        : At(found, "metadata", "annotations") is { } annotations
        && annotations.TryGetProperty(NumberKey, out var text)
        && long.TryParse(text.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
        : null;

    private static IEnumerable<string> Owners(JsonElement item) =>
        At(item, "metadata", "ownerReferences") is { ValueKind: JsonValueKind.Array } owners
            ? owners.EnumerateArray().Select(owner => Text(owner, "uid"))
            : [];

    private static IReadOnlyList<string> Images(JsonElement template) =>
        At(template, "spec", "containers") is { ValueKind: JsonValueKind.Array } containers
            ? [.. containers.EnumerateArray().Select(container => Text(container, "image"))]
            : [];

    private static Dictionary<string, string> Texts(JsonElement? map) =>
        map is { ValueKind: JsonValueKind.Object } found
            ? found.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString() ?? "", StringComparer.Ordinal)
            : [];

    private static int Count(JsonElement element, params IReadOnlyList<string> path) =>
        At(element, path) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : 0;

    private static string Text(JsonElement element, params IReadOnlyList<string> path) =>
        At(element, path) is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";

    private static JsonElement? At(JsonElement element, params IReadOnlyList<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.Null ? null : element;
    }
}
