using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>Which release of Playwright an image is made for, and which one its program installs.</summary>
/// <remarks>Source: Playwright documentation, "Docker", "Image tags": the version in the project has to match that of the image, or it does not find the browsers.</remarks>
internal static partial class BrowserReleases
{
    public static BrowserRelease? Of(Image image, Deployment built) =>
        image.Final.Declared.Base.Span is var from
        && ImageTag().Match(image.Final.Base.Text ?? "") is { Success: true } tag
        && Package(image, built) is { } package
            ? new BrowserRelease(new Fact<string>(tag.Groups["release"].Value, from), package)
            : null;

    /// <summary>What the lock file nearest to the program holds, or the manifest pins.</summary>
    private static Fact<string>? Package(Image image, Deployment built) =>
        image
            .Components.SelectMany(component => RepositoryPath.Ancestors(component.Root))
            .SelectMany(directory => Pins(directory, built))
            .Select(pin => (Fact<string>?)pin)
            .FirstOrDefault();

    private static IEnumerable<Fact<string>> Pins(string directory, Deployment built)
    {
        foreach (var file in built.Of<LockFile>().Where(file => file.File.Directory == directory && file.Tool is "npm" or "yarn" or "pnpm"))
        {
            if (Locked().Match(file.File.Text) is { Success: true } found)
            {
                yield return At(file.File, found);
            }
        }

        foreach (var file in built.Of<Requirements>().Where(file => file.File.Directory == directory))
        {
            if (Pinned().Match(file.File.Text) is { Success: true } found)
            {
                yield return At(file.File, found);
            }
        }
    }

    private static Fact<string> At(SourceFile file, Match found) =>
        new(found.Groups["release"].Value, new SourceSpan(file, found.Index, found.Length));

    [GeneratedRegex(@"^mcr\.microsoft\.com/playwright(?:/[a-z]+)?:v?(?<release>1\.\d+)(?:\.\d+)?(?:-|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex ImageTag();

    // package-lock.json, yarn.lock, pnpm-lock.yaml
    [GeneratedRegex(
        """("node_modules/playwright-core": \{\s*"version": "|^"?playwright-core@[^\n]*:\n  version:? "?|^  '?/?playwright-core@)(?<release>1\.\d+)\.\d""",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline
    )]
    private static partial Regex Locked();

    [GeneratedRegex(@"^playwright==(?<release>1\.\d+)\.\d", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Pinned();
}
