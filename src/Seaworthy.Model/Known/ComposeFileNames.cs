namespace Seaworthy.Model.Known;

/// <summary>The names under which Compose finds a file by itself, the one it prefers first.</summary>
/// <remarks>Source: the Compose specification, "Compose file".</remarks>
public static class ComposeFileNames
{
    public static IReadOnlyList<string> Usual { get; } = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
}
