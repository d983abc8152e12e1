namespace Seaworthy.Reading.Discovery;

/// <summary>The directories that <c>.gitmodules</c> declares.</summary>
/// <remarks>Source: Git documentation, "gitmodules".</remarks>
internal static class GitModules
{
    public const string Name = ".gitmodules";

    public static IEnumerable<string> Paths(string? text) =>
        (text ?? "")
            .Split('\n')
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2 && pair[0].Trim() == "path")
            .Select(pair => pair[1].Trim().Trim('"').Trim('/'))
            .Where(path => path.Length > 0 && !path.Split('/').Contains(".."));
}
