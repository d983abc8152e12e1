using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Sprig;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>What <c>.helmignore</c> leaves out of a chart.</summary>
/// <remarks>Helm documentation, "The .helmignore file"; helm.sh/helm/v4/pkg/ignore, rules.go.</remarks>
internal static class HelmIgnore
{
    public static IReadOnlyList<HelmFile> Filter(IReadOnlyList<HelmFile> files)
    {
        var lines = files.FirstOrDefault(file => file.Path == ".helmignore")?.Text.Split('\n') ?? [];
        var rules = lines
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] is not ('#' or '!') && !line.Contains("**", StringComparison.Ordinal))
            .Append("templates/.?*")
            .Select(Rule)
            .OfType<Predicate<string>>()
            .ToList();
        return [.. files.Where(file => file.Path is "Chart.yaml" || !IsIgnored(file.Path, rules))];
    }

    /// <summary>A directory that is ignored takes everything below it along.</summary>
    private static bool IsIgnored(string path, List<Predicate<string>> rules)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            var directory = path[..(slash + 1)];
            if (rules.Exists(rule => rule(directory)))
            {
                return true;
            }
        }

        return rules.Exists(rule => rule(path));
    }

    /// <summary>Asked with a slash at the end for a directory.</summary>
    private static Predicate<string>? Rule(string line)
    {
        var isForDirectories = line.EndsWith('/');
        var pattern = line.TrimEnd('/');
        try
        {
            var isWhole = pattern.Contains('/', StringComparison.Ordinal);
            var matcher = HelmGlob.Matcher(pattern.TrimStart('/'), separatesStars: true);
            return path => (!isForDirectories || path.EndsWith('/')) && matcher(isWhole ? path.TrimEnd('/') : SprigPaths.Base(path));
        }
        catch (GoCallFault)
        {
            return null;
        }
    }
}
