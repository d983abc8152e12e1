using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Compose.Shapes;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>Tells Compose files from the many other YAML files that have <c>services</c> too.</summary>
internal static class ComposeContent
{
    /// <summary>Keys that make a mapping a service.</summary>
    private static readonly string[] Origins = ["image", "build", "extends", "provider"];

    /// <summary>A name that only Compose files have; Rancher's own go beside them.</summary>
    public static bool IsNamed(string name)
    {
        var dot = name.LastIndexOf('.');
        var stem = (dot < 0 ? name : name[..dot]).ToLowerInvariant();
        if (stem.StartsWith("rancher", StringComparison.Ordinal))
        {
            return false;
        }

        return stem is "compose" or "docker-compose" or "docker-stack"
            || StartsWord(stem, "compose")
            || StartsWord(stem, "docker-compose")
            || StartsWord(stem, "docker-stack")
            || stem.EndsWith(".compose", StringComparison.Ordinal)
            || stem.EndsWith("-compose", StringComparison.Ordinal)
            || stem.EndsWith("_compose", StringComparison.Ordinal);
    }

    /// <summary>A cheap look at the text of a file with another name, before it is parsed.</summary>
    public static bool MayBe(string text) =>
        text.StartsWith("services:", StringComparison.Ordinal)
        || text.Contains("\nservices:", StringComparison.Ordinal)
        || text.StartsWith("\uFEFFservices:", StringComparison.Ordinal);

    public static ComposeKind KindOf(MappingNode root, bool isNamed)
    {
        if (root.Find("apiVersion") is not null && root.Find("kind") is not null)
        {
            return ComposeKind.Other;
        }

        if (!isNamed)
        {
            return IsCompose(root) ? ComposeKind.Current : ComposeKind.Other;
        }

        // Spring's settings for the profile "compose" are called application-compose.yml.
        if (
            root.Pairs.Any(entry => !IsOwn(entry.Key))
            && root["services"] is MappingNode services
            && !services.Pairs.Any(entry => HasOrigin(entry.Value))
        )
        {
            return ComposeKind.Other;
        }

        return root.Pairs.Any(entry => FileShape.Whole.Keys?.ContainsKey(entry.Key) is true && entry.Key is not ("version" or "name"))
                ? ComposeKind.Current
            : root.Pairs.Any(entry => HasOrigin(entry.Value)) ? ComposeKind.Legacy
            : ComposeKind.Other;
    }

    // Without the name to go by, every key at the top must be Compose's own, and every service have an origin, or nothing but Compose's keys: railway.yml has services too.
    private static bool IsCompose(MappingNode root) =>
        root["services"] is MappingNode { Pairs.Count: > 0 } services
        && root.Pairs.All(entry => IsOwn(entry.Key))
        && services.Pairs.All(entry => HasOrigin(entry.Value) || IsFragment(entry.Value));

    private static bool IsOwn(string key) =>
        FileShape.Whole.Keys?.ContainsKey(key) is true || key.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>Whether a mapping says what a service runs.</summary>
    public static bool HasOrigin(Node node) => node is MappingNode mapping && Origins.Any(key => mapping.Find(key) is not null);

    // A file made to be extended or laid over another may hold services without an origin.
    private static bool IsFragment(Node node) =>
        node.Entries.Any(entry =>
            entry.Key is "environment" or "env_file" or "ports" or "volumes" or "depends_on" or "healthcheck" or "deploy"
        ) && node.Entries.All(entry => ServiceShape.Whole.Keys?.ContainsKey(entry.Key) is true);

    private static bool StartsWord(string stem, string word) =>
        stem.StartsWith(word, StringComparison.Ordinal) && stem.Length > word.Length && stem[word.Length] is '.' or '-' or '_';
}
