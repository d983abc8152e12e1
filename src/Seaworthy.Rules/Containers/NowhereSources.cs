using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The remedy for COPY sources that exist nowhere in the repository: all of them, since the build stops at each, and the ignore file that excludes them.</summary>
internal static class NowhereSources
{
    private const int MostNamed = 10;

    public static string Remedy(IReadOnlyList<PathUse> uses, ImageBuild? build, Deployment deployment)
    {
        var use = uses[0];
        if (use.Answer is not { Presence: Presence.Absent, Because: null })
        {
            return MissingPath.Remedy(use);
        }

        var added = uses.Select(one => one.Answer.Looked is { Length: > 0 } path ? path : one.Path)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var places = uses.Select(one => one.Span.ToString()).Distinct(StringComparer.Ordinal).ToList();
        var needed = LaterSteps.That(uses, deployment);
        var through = KeptOut(uses, build) is { } pattern
            ? $" Allow it in {pattern.Span.File.Path} as well: `{pattern.Text}` ({pattern.Span}) excludes it."
            : "";
        return (
                needed.Count > 0
                    ? $"Add {NameList.Of(added, MostNamed)}: {PlaceList.Of(needed)} {(needed.Count == 1 ? "needs" : "need")} it. If the program is in another repository, build it there."
                : added.Count == 1 ? MissingPath.Remedy(use)
                : $"Add {NameList.Of(added, MostNamed)}, or remove all of them from {NameList.Of(places, MostNamed)}."
            ) + through;
    }

    private static IgnorePattern? KeptOut(IReadOnlyList<PathUse> uses, ImageBuild? build)
    {
        if (build is not { Ignore: { } ignore, Context: { } context })
        {
            return null;
        }

        DockerIgnoreMatcher matcher = new(ignore.Patterns);
        var start = context.Length == 0 ? 0 : context.Length + 1;
        return uses.Select(use => use.Answer.Looked)
            .Where(path => path.Length > start && path.StartsWith(context, StringComparison.Ordinal))
            .Select(path => matcher.IgnoredBy(path[start..]))
            .FirstOrDefault(pattern => pattern is not null);
    }
}
