using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>Words by which a file shows that it is for a swarm.</summary>
public static class SwarmWords
{
    /// <summary>Only a cluster has nodes to choose from.</summary>
    public static bool ChoosesNode(SourceFile file) => Has(file, "node.role");

    /// <summary>The command that gives it to a cluster is in it, in a comment as a rule.</summary>
    public static bool TellsDeployment(SourceFile file, StringComparison comparison) => Has(file, "docker stack deploy", comparison);

    /// <summary>Keys that only a swarm heeds.</summary>
    public static bool HasSettings(SourceFile file) =>
        Has(file, "update_config:") || Has(file, "placement:") || Has(file, "driver: overlay");

    private static bool Has(SourceFile file, string words, StringComparison comparison = StringComparison.Ordinal)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Text.Contains(words, comparison);
    }
}
