using System.Globalization;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Go;

/// <summary>Builds of Go below GOPATH, which know no module file.</summary>
/// <remarks>Source: The Go Blog, "New module changes in Go 1.16": there are no modules before 1.11, and up to 1.15 a build without <c>go.mod</c> goes on below GOPATH.</remarks>
internal static class GoPathBuilds
{
    private const int FirstWithModulesOnly = 16;

    // Where the tools before modules kept their lists.
    private static readonly string[] OlderManifests = ["Gopkg.toml", "glide.yaml", "Godeps/Godeps.json", "vendor/vendor.json"];

    private static readonly string[] Signs =
    [
        "GOPATH=",
        "GOPATH: ",
        "GOPATH/src",
        "GOPATH}/src",
        "/go/src/",
        "GO111MODULE=off",
        "GO111MODULE: off",
    ];

    // In front of a release: images, and the input of actions/setup-go.
    private static readonly string[] Releases = ["golang:1.", "go-version: 1.", "go-version: '1.", "go-version: \"1."];

    /// <summary>The file with the commands mentions a workspace of GOPATH, or of a release that has nothing else; or the repository lists its packages as was done before.</summary>
    public static bool KnowNoModules(RepositoryTree tree, SourceFile commands) =>
        Signs.Any(sign => commands.Text.Contains(sign, StringComparison.Ordinal))
        || Releases.Any(release => NamesOlder(commands.Text, release))
        || OlderManifests.Any(tree.HasFile);

    private static bool NamesOlder(string text, string before)
    {
        for (var at = text.IndexOf(before, StringComparison.Ordinal); at >= 0; at = text.IndexOf(before, at + 1, StringComparison.Ordinal))
        {
            var minor = text.AsSpan(at + before.Length);
            var end = minor.IndexOfAnyExceptInRange('0', '9');
            if (
                int.TryParse(end < 0 ? minor : minor[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var release)
                && release < FirstWithModulesOnly
            )
            {
                return true;
            }
        }

        return false;
    }
}
