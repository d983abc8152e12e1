using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Components;

/// <summary>What a program of PHP or Ruby serves besides the routes of its source: the files of its public directory, and what packages bring.</summary>
internal static class AddedRoutes
{
    private const int MostFiles = 500;

    public static ServedRoute Of(string path, SourceSpan span) => new("*", RoutePattern.Parse(path), [span]);

    /// <summary>The place that stands for the whole component.</summary>
    public static SourceSpan Home(Component component) =>
        component.Manifests.Count > 0 ? component.Manifests[0].File.Whole : component.Code[0].File.Whole;

    /// <summary>The files of the public directory as paths of requests: a web server looks for one before it asks the application.</summary>
    public static IEnumerable<string> PublicPaths(Deployment deployment, Component component)
    {
        var root = component.Root.Length == 0 ? "public" : component.Root + "/public";
        return deployment.Tree.FilesUnder(root).Take(MostFiles).Select(file => file.Path[root.Length..]);
    }

    /// <summary>Why source may serve paths that it does not name: a reader found a setting for that. Null without one.</summary>
    public static string? Opened(Component component, string setting) =>
        component.Code.SelectMany(file => file.Settings).FirstOrDefault(found => found.Name == setting) is { } open
            ? $"the routes of {open.Span} are not followed"
            : null;
}
