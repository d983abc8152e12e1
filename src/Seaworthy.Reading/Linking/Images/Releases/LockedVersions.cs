using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Releases;

/// <summary>The versions that a lock file holds, for the tools whose manifests allow many.</summary>
/// <remarks>Sources: Bundler documentation, "Gemfile.lock"; Poetry documentation, "poetry.lock"; uv documentation, "uv.lock".</remarks>
internal static class LockedVersions
{
    private const string RubyHead = "\nRUBY VERSION\n   ruby ";

    /// <summary>The Ruby that Bundler wrote down: <c>ruby 3.0.0p0</c>.</summary>
    public static RuntimeRequirement? Ruby(LockFile locked) =>
        locked.Tool == "bundler"
        && locked.File.Text.IndexOf(RubyHead, StringComparison.Ordinal) is >= 0 and var head
        && Number(locked.File, head + RubyHead.Length) is { Length: > 0 } version
            ? new RuntimeRequirement("ruby", version.Text, version)
            : null;

    /// <summary>The one version of a package; null when no lock file beside the manifest says it.</summary>
    public static string? Of(Deployment deployment, string directory, string package) =>
        deployment
            .In<LockFile>(directory)
            .Select(locked => new { locked.File, Head = Head(locked.Tool, package) })
            .Where(pair => pair.Head is not null)
            .Select(pair => After(pair.File, pair.Head ?? ""))
            .FirstOrDefault(version => version is not null);

    private static string? Head(string tool, string package) =>
        tool switch
        {
            "bundler" => $"\n    {package} (",
            "poetry" or "uv" => $"\nname = \"{Dependency.PythonName(package)}\"\nversion = \"",
            _ => null,
        };

    private static string? After(SourceFile file, string head) =>
        file.Text.IndexOf(head, StringComparison.Ordinal) is >= 0 and var at && Number(file, at + head.Length) is { Length: > 0 } version
            ? version.Text
            : null;

    private static SourceSpan Number(SourceFile file, int start)
    {
        var end = start;
        while (end < file.Text.Length && (char.IsAsciiDigit(file.Text[end]) || file.Text[end] == '.'))
        {
            end++;
        }

        return new SourceSpan(file, start, end - start);
    }
}
