using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Reading.Linking.Targets.Kubernetes;

/// <summary>Labels of an object and its namespace as one text: what is selected by, or selects, is the same for all objects that have them alike.</summary>
internal static class LabelText
{
    public static string Of(KubernetesObject one, IEnumerable<KubernetesPair> labels) =>
        string.Concat(labels.SelectMany(label => new[] { label.Key, label.Value?.Value }).Prepend(one.Namespace?.Value).Select(Part));

    // With its length, as any letter may be in a text.
    private static string Part(string? text) => text is null ? "-" : $"{text.Length}:{text}";
}
